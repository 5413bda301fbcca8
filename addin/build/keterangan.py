"""The texts of the functions as kinerja.xlam keeps them, so that they are known before any macro has run.

Excel itself stores descriptions of arguments in an extension of the workbook part. While a formula is typed it shows
none for functions in VBA; the add-in Excel-DNA IntelliSense does, from a custom XML part of the workbook, or from a
file beside it. Beside, not in Excel's start folder: Excel opens every file there, so that `pasang` writes none.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from addin.spec import Arg, Fungsi
from kinerja.berkas import write_atomic

BAGIAN = "customXml/item1.xml"
"""The part for IntelliSense."""
HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
"""Type of the relationship that leads to it from the workbook."""
AKHIRAN = ".intellisense.xml"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EKSTENSI = "{8193D73E-4604-4355-AFF4-8A2333D13BE4}"
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_INTELLISENSE = "http://schemas.excel-dna.net/intellisense/1.0"


def write_ekstensi(daftar: Iterable[Fungsi]) -> str:
    """The extension of the workbook part with the description of each argument, for the function wizard."""
    isi = "".join(_write_argumen(fungsi) for fungsi in daftar if fungsi.args)
    return f'<ext uri="{_EKSTENSI}" xmlns:x14="{_X14}"><x14:definedNames>{isi}</x14:definedNames></ext>'


def _write_argumen(fungsi: Fungsi) -> str:
    isi = "".join(
        f'<x14:argumentDescription index="{nomor}">{escape(arg.bantuan)}</x14:argumentDescription>'
        for nomor, arg in enumerate(fungsi.args)
    )
    banyak = f'<x14:argumentDescriptions count="{len(fungsi.args)}">{isi}</x14:argumentDescriptions>'
    return f'<x14:definedName name="{fungsi.nama}">{banyak}</x14:definedName>'


def write_intellisense(daftar: Iterable[Fungsi]) -> str:
    """What Excel-DNA IntelliSense shows while a formula is typed."""
    isi = "".join(
        f"<Function Name={quoteattr(fungsi.nama)} Description={quoteattr(fungsi.uraian)}>"
        f"{''.join(map(_write_satu, fungsi.args))}</Function>\n"
        for fungsi in daftar
    )
    return f'{_KEPALA}<IntelliSense xmlns="{_INTELLISENSE}"><FunctionInfo>\n{isi}</FunctionInfo></IntelliSense>\n'


def _write_satu(arg: Arg) -> str:
    nama = arg.nama if arg.wajib else f"[{arg.nama}]"
    return f"<Argument Name={quoteattr(nama)} Description={quoteattr(arg.bantuan)}/>"


def write_pendamping(xlam: Path) -> Path:
    """Write the part for IntelliSense as a file beside the add-in too, under the name that IntelliSense looks for."""
    with zipfile.ZipFile(xlam) as arsip:
        isi = arsip.read(BAGIAN)
    tujuan = xlam.with_suffix(AKHIRAN)
    write_atomic(tujuan, isi)
    return tujuan
