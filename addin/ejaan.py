"""How our calls are spelled in files: every spreadsheet program stores an add-in function under its own name.

typed                      =SAKIP_PREDIKAT(66,5)
Excel, Office.js           _xldudf_SAKIP_PREDIKAT(66.5)
Excel, kinerja.xlam        [1]!SAKIP_PREDIKAT(66.5)
Excel, .xlam not found     'C:\\...\\kinerja.xlam'!SAKIP_PREDIKAT(66.5)
Calc, .ods and .xlsx       ID.KINERJA.FUNGSI.SAKIPPREDIKAT(66.5)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from addin.fungsi import DAFTAR

LAYANAN_CALC = "id.kinerja.Fungsi"
"""The UNO service; its name in capitals is the prefix of a formula that Calc stored."""
KOLOM_TABEL = r"(?:'.|[^\[\]'])+"
"""The name of a table column inside its brackets; an apostrophe stands before a bracket of its own."""
KURUNG_TABEL = rf"\[(?:'.|[^\[\]']|\[{KOLOM_TABEL}\])*\]"
"""The bracket of a table reference: [x], [@x], [[#This Row],[x]]."""


def get_metode(nama: str) -> str:
    """Name of a function inside the UNO interface.

    >>> get_metode("SAKIP_PREDIKAT")
    'sakipPredikat'
    """
    awal, *lain = nama.lower().split("_")
    return awal + "".join(kata.capitalize() for kata in lain)


@cache
def _pattern() -> re.Pattern[str]:
    nama = "|".join(sorted(DAFTAR, key=len, reverse=True))
    metode = "|".join(sorted(map(get_metode, DAFTAR), key=len, reverse=True))
    awalan = r"(?:\[\d+\]!|'(?:[^']|'')*\.xlam'[#$!.]*|[\w.-]+\.xlam!|_xldudf_|_xll\.|_xludf\.|_xlfn\.)"
    panggilan = rf"(?:{awalan}?(?P<nama>{nama})|{re.escape(LAYANAN_CALC)}\.(?P<metode>{metode}))(?=\()"
    # Text, a table column, and every other name, also behind a sheet or a workbook: not ours.
    lain = rf"{KURUNG_TABEL}|\"(?:[^\"]|\"\")*\"|(?:'(?:[^']|'')*'|[\w.\\]+)(?:!\$?[\w.]+)?"
    return re.compile(rf"{panggilan}|{lain}", re.IGNORECASE)


@cache
def _by_metode() -> dict[str, str]:
    return {get_metode(nama).lower(): nama for nama in DAFTAR}


def find_calls(rumus: str) -> Iterator[tuple[str, int, int]]:
    """Our calls in a formula: name, where its spelling begins, where its bracket opens.

    Text in quotes, quoted sheet names and names of table columns are passed over.

    >>> list(find_calls('IF("TERBILANG(1)"="",_xldudf_terbilang(A1),MY_TERBILANG(2))'))
    [('TERBILANG', 21, 38)]
    """
    for cocok in _pattern().finditer(rumus):
        if cocok["nama"]:
            yield cocok["nama"].upper(), cocok.start(), cocok.end()
        elif cocok["metode"]:
            yield _by_metode()[cocok["metode"].lower()], cocok.start(), cocok.end()


def respell(rumus: str) -> str:
    """Write our calls in another spelling, by default as typed.

    >>> respell("_xldudf_sakip_predikat(A1)&ID.KINERJA.FUNGSI.SAKIPPREDIKAT(A2)")
    'SAKIP_PREDIKAT(A1)&SAKIP_PREDIKAT(A2)'
    """
    hasil, akhir = "", 0
    for nama, mulai, buka in find_calls(rumus):
        hasil += rumus[akhir:mulai] + nama
        akhir = buka
    return hasil + rumus[akhir:]
