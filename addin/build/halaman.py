"""What the page of the web add-in is made of; the same for xlwings Server and for the folder without a server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from addin.build.dok import write_rumus
from addin.build.pustaka import find_paket
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.nilai import Galat, is_rentang
from addin.spec import Fungsi
from kinerja import __version__
from kinerja.errors import BerkasError

PROYEK = Path(__file__).parents[1] / "web"
"""The xlwings Server project: what differs from xlwings-server's own template."""
SERVER = ("xlwings-server", "addin-web")
"""Whose scripts the page loads."""
SKRIP = "xlwings/kinerja-fungsi.js"
ASLI = "static/js/custom-functions/custom-functions-code.js"
DIPERLUKAN = ("function showError(", "async function base(options, ...argsWithInvocation)")


def list_isi() -> dict[str, Any]:
    """Names that the templates know beside xlwings-server's own: functions, where Office.js lies, version."""
    server = find_paket(*SERVER)
    (office,) = server.glob("static/vendor/office-js/*/dist/office.js")
    return {
        "fungsi_kinerja": list_fungsi(pada=hari_ini()),
        "contoh_kinerja": list_contoh,
        "office_js": office.relative_to(server).as_posix(),
        "skrip_kinerja": SKRIP,
        "versi_kinerja": __version__,
    }


def list_contoh(fungsi: Fungsi) -> list[tuple[str, str]]:
    """Examples as typed, and what they give; not those that only differ in cells that one cannot see here.

    >>> from addin.spec import HARI_CONTOH
    >>> list_contoh(list_fungsi(pada=HARI_CONTOH)[0])[0]
    ('=SKM_INDEKS(A1:I5)', '65')
    """
    hasil: dict[str, str] = {}
    for contoh in fungsi.contoh:
        galat_rentang = isinstance(contoh.hasil, Galat) and any(map(is_rentang, contoh.masukan))
        if None not in contoh.masukan and not galat_rentang:
            hasil.setdefault(*write_rumus(fungsi, contoh))
    return list(hasil.items())


def write_skrip(alamat_panggilan: str) -> str:
    """The script with our functions: xlwings' own, our additions, one line a function.

    Args:
        alamat_panggilan: path that a server computes at; unused where Python runs in the browser.

    Raises:
        BerkasError: this version of xlwings-server has another script.
    """
    from xlwings import __version__ as versi

    skrip = (find_paket(*SERVER) / ASLI).read_text("utf-8")
    if not all(satu in skrip for satu in DIPERLUKAN):
        raise BerkasError(
            "Versi xlwings-server ini belum dikenal.", saran='Jalankan: pip install --upgrade "kinerja[addin-web]".'
        )
    skrip = skrip.replace("placeholder_xlwings_version", versi)
    skrip = skrip.replace("placeholder_custom_functions_call_path", alamat_panggilan)
    fungsi = [
        f'CustomFunctions.associate("{f.nama}", (...isi) => kinerjaPanggil("{f.nama}", {json.dumps(f.ulang)}, isi));'
        for f in list_fungsi(pada=hari_ini())
    ]
    return "\n".join([skrip, (PROYEK / "tambahan.js").read_text("utf-8"), *fungsi, ""])
