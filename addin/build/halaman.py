"""What the page of the web add-in is made of; the same for xlwings Server and for the folder without a server."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from addin.baca import read_rentang
from addin.build.dok import list_letak, write_rumus, write_sel
from addin.build.pustaka import find_paket
from addin.fungsi import list_fungsi
from addin.hari_ini import hari_ini
from addin.nilai import Galat, is_rentang, list_galat
from addin.spec import Arg, Contoh, Fungsi
from kinerja import __version__
from kinerja.alamat import column_letters, parse_range
from kinerja.errors import BerkasError

PROYEK = Path(__file__).parents[1] / "web"
"""The xlwings Server project: what differs from xlwings-server's own template."""
SERVER = ("xlwings-server", "addin-web")
"""Whose scripts the page loads."""
VERSI_SERVER = "1.20.0"
"""One whose script is known, for those who have another."""
SKRIP = "xlwings/kinerja-fungsi.js"
TAMBAHAN = ("galat.js", "format.js", "alamat.js", "lembar.js", "panggil.js")
"""What is ours in the script, from the folder `skrip` of the project."""
DAFTAR = "xlwings/kinerja-fungsi.json"
"""What Excel reads of the functions: names, descriptions, choices, help."""
BANTUAN = "index.html"
KALIMAT_LAIN = re.compile(r"(?<=\.)\s+(?=[A-Z])")
"""Where a second sentence begins."""
TERBESAR = 1000
"""Where an argument has no bound: a number of another workbook, whose format nobody tells, is hardly 1.000 per cent."""
ASLI = "static/js/custom-functions/custom-functions-code.js"
DIPERLUKAN = (
    "function showError(",
    "async function base(options, ...argsWithInvocation)",
    "async function getWorkbookName()",
)


def list_isi() -> dict[str, Any]:
    """Names that the templates know beside xlwings-server's own: functions, where Office.js lies, version."""
    server = find_paket(*SERVER)
    (office,) = server.glob("static/vendor/office-js/*/dist/office.js")
    return {
        "fungsi_kinerja": list_fungsi(pada=hari_ini()),
        "contoh_kinerja": list_contoh,
        "office_js": office.relative_to(server).as_posix(),
        "skrip_kinerja": SKRIP,
        "daftar_kinerja": DAFTAR,
        "versi_kinerja": __version__,
        "hari_kinerja": f"{hari_ini():%d-%m-%Y}",
    }


@dataclass(frozen=True, slots=True)
class Tabel:
    """Cells as they look: the address of the block, its columns, and each row with its number."""

    letak: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ContohHalaman:
    """An example as typed, what it gives, why where that is an error, and the cells that it reads and fills."""

    rumus: str
    hasil: str
    sebab: str
    sel: tuple[Tabel, ...]
    keluaran: Tabel | None


def list_contoh(fungsi: Fungsi) -> list[ContohHalaman]:
    """The examples of a function, without those of a blank cell alone; none twice.

    >>> from addin.spec import HARI_CONTOH
    >>> satu = list_contoh(list_fungsi(pada=HARI_CONTOH)[0])[0]
    >>> satu.rumus, satu.hasil, satu.sel[0].letak, satu.sel[0].baris[4][1][:3]
    ('=SKM_INDEKS(A1:I5)', '65', 'A1:I5', ('2', '2', '2'))
    """
    semua = (_make_contoh(fungsi, contoh) for contoh in fungsi.contoh if None not in contoh.masukan)
    return list(dict.fromkeys(semua))


def _make_contoh(fungsi: Fungsi, contoh: Contoh) -> ContohHalaman:
    hasil = fungsi.evaluate(*contoh.masukan)
    galat = list_galat(hasil) if is_rentang(hasil) else []
    pesan = hasil.pesan if isinstance(hasil, Galat) else next((f"{di}: {satu.pesan}" for di, satu in galat), "")
    letak = zip(contoh.masukan, list_letak(contoh.masukan), strict=True)
    return ContohHalaman(
        *write_rumus(fungsi, contoh),
        KALIMAT_LAIN.split(pesan)[0],
        tuple(_make_tabel(nilai, satu) for nilai, satu in letak if satu),
        _make_tabel(hasil, "") if is_rentang(hasil) else None,
    )


def _make_tabel(isi: Any, letak: str) -> Tabel:
    """A block of cells; `letak` is "" where it does not matter."""
    awal = parse_range(letak)[1] if letak else 0
    kolom = tuple(column_letters(awal + j) for j in range(len(isi[0])))
    return Tabel(letak, kolom, tuple((i, tuple(map(write_sel, baris))) for i, baris in enumerate(isi, start=1)))


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
            "Versi xlwings-server ini belum dikenal.", saran=f"Jalankan: pip install xlwings-server=={VERSI_SERVER}"
        )
    skrip = skrip.replace("placeholder_xlwings_version", versi)
    skrip = skrip.replace("placeholder_custom_functions_call_path", alamat_panggilan)
    semua = list_fungsi(pada=hari_ini())
    persen = ", ".join(f"{f.nama}: [{', '.join(map(_write_batas, f.args))}]" for f in semua)
    fungsi = [
        f'CustomFunctions.associate("{f.nama}", (...isi) => kinerjaPanggil("{f.nama}", {json.dumps(f.ulang)}, isi));'
        for f in semua
    ]
    tambahan = [(PROYEK / "skrip" / nama).read_text("utf-8") for nama in TAMBAHAN]
    return "\n".join([skrip, *tambahan, f"const KINERJA_PERSEN = {{ {persen} }};", *fungsi, ""])


def write_daftar(alamat: str) -> dict[str, Any]:
    """The metadata that Excel reads: xlwings' own, with the choices of an argument and the help of each function.

    Args:
        alamat: address of the folder or server, without a slash at the end.
    """
    # xlwings.server does not load without it; the licence is told in docs/fungsi-web.md.
    os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")
    from xlwings.server import arg, custom_functions_meta, func

    from addin.hosts.excel_js import make_functions

    daftar: dict[str, Any] = custom_functions_meta(SimpleNamespace(**make_functions(func, arg)))  # type: ignore[no-untyped-call]
    semua = {f.nama: f for f in list_fungsi(pada=hari_ini())}
    daftar["enums"] = []
    for satu in daftar["functions"]:
        satu["helpUrl"] = f"{alamat}/{BANTUAN}#{satu['name']}"
        for parameter, deklarasi in zip(satu["parameters"], semua[satu["name"]].args, strict=True):
            if deklarasi.pilihan:
                # It stays a matrix of anything: a column of choices beside a column of numbers must go on working.
                parameter["customEnumId"] = f"{satu['name']}.{deklarasi.nama}".upper()
                pilihan = [_write_pilihan(*baris) for baris in list_pilihan(deklarasi)]
                daftar["enums"].append({"id": parameter["customEnumId"], "type": "string", "values": pilihan})
    return daftar


def list_pilihan(arg: Arg) -> list[tuple[str, str]]:
    """The choices of an argument, each with what its declaration says of it, or nothing.

    >>> list_pilihan(Arg("x", "a: satu; b: dua, atau c.", "pilihan", pilihan="a; b; c"))
    [('a', 'satu'), ('b', 'dua, atau c'), ('c', '')]
    """
    kode = "|".join(map(re.escape, arg.daftar_pilihan))
    _, *bagian = re.split(rf"(?:^|[;.] )({kode}): ", arg.uraian)
    arti = {k: teks.removesuffix(".") for k, teks in zip(bagian[::2], bagian[1::2], strict=True)}
    return [(satu, arti.get(satu, "")) for satu in arg.daftar_pilihan]


def _write_pilihan(kode: str, arti: str) -> dict[str, str]:
    return {"name": kode, "stringValue": kode} | ({"tooltip": arti} if arti else {})


def _write_batas(arg: Arg) -> str:
    """The largest number that an argument takes, where a cell that shows per cent counts as it looks."""
    if not arg.persen:
        return "null"
    atas = read_rentang(arg.rentang).atas if arg.rentang else None
    return str(TERBESAR if atas is None else atas)
