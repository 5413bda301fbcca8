"""The guide of one page, for whoever receives the files: its words and drawings stand in `templat/`, once.

What the functions give is computed, names of files and counts come from where they are declared.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from addin.build import oxt, rumus
from addin.build.dok import write_nilai
from addin.build.xlam_isi import NAMA_BERKAS as XLAM
from addin.daftar import list_fungsi
from addin.hari_ini import hari_ini
from addin.rumus_lambda import TANPA
from kinerja import __version__
from kinerja.rumus.terbilang import terbilang

NAMA_HTML = "panduan.html"
NAMA_PDF = "panduan.pdf"
NAMA_WEB = "kinerja-excel-web.zip"
XLSTART = r"%APPDATA%\Microsoft\Excel\XLSTART"
FUNGSI = "SAKIP_PREDIKAT"
NILAI, SALAH = 66.5, 166.5
"""The first formula's argument, and one that the function refuses."""
KIRIMAN = (
    (XLAM, "Excel di Windows, 2010 ke atas", "#1d7044"),
    (rumus.NAMA_BERKAS, "Excel tanpa makro: langkah 5", "#1d7044"),
    (oxt.NAMA_BERKAS, "LibreOffice: langkah 5", "#2f5fb3"),
    (NAMA_WEB, "pengelola TI: langkah 5", "#b8860b"),
)
"""The files that the guide speaks of: name, for whom, colour of the drawn file."""
_TEMPLAT = Path(__file__).parent / "templat"


def write_panduan() -> str:
    """The guide as HTML that needs nothing from elsewhere, and is well-formed XML too."""
    return write_teks("panduan.html")


def write_teks(nama: str, **tambahan: object) -> str:
    """A text of `templat/`, filled in with what the functions say and whatever else it asks for."""
    return _make_mesin().get_template(nama).render(_list_isi() | tambahan)


def _make_mesin() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLAT),
        autoescape=select_autoescape(("html",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _list_isi() -> dict[str, Any]:
    pada = hari_ini()
    semua = list_fungsi(pada=pada)
    (fungsi,) = (satu for satu in semua if satu.nama == FUNGSI)
    return {
        "rumus": f"={FUNGSI}({write_nilai(NILAI)})",
        "rumus_titik": f"={FUNGSI}({NILAI})",
        "nilai_titik": str(NILAI),
        "hasil": fungsi.evaluate(NILAI),
        "rumus_alasan": f'=KINERJA_ALASAN("{FUNGSI}";{write_nilai(SALAH)})',
        "banyak": terbilang(Decimal(len(semua))),
        "banyak_nama": terbilang(Decimal(len(semua) - len(TANPA))),
        "kiriman": [dict(zip(("nama", "untuk", "warna"), satu, strict=True)) for satu in KIRIMAN],
        "xlam": XLAM,
        "rumus_xlsx": rumus.NAMA_BERKAS,
        "oxt": oxt.NAMA_BERKAS,
        "web": NAMA_WEB,
        "xlstart": XLSTART,
        "versi": __version__,
        "hari": f"{pada:%d-%m-%Y}",
    }
