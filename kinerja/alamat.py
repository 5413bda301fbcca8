"""Addresses as users read them: columns as letters, cells as A1, sheet names as formulas quote them."""

from __future__ import annotations

import re
from functools import lru_cache

from kinerja.errors import DataError

Kotak = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""

MAKS_BARIS, MAKS_KOLOM = 1_048_576, 16_384
"""Rows and columns of a sheet (Excel specifications and limits)."""
_RENTANG = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


@lru_cache(maxsize=1024)
def column_letters(kolom: int) -> str:
    """Letters of a column.

    >>> column_letters(0), column_letters(26), column_letters(16383)
    ('A', 'AA', 'XFD')
    """
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


@lru_cache(maxsize=16_384)
def a1(baris: int, kolom: int, *, mutlak: bool = False) -> str:
    """Address of a cell, as in formulas.

    >>> a1(0, 0), a1(4, 27), a1(4, 27, mutlak=True)
    ('A1', 'AB5', '$AB$5')
    """
    tanda = "$" if mutlak else ""
    return f"{tanda}{column_letters(kolom)}{tanda}{baris + 1}"


def name_kotak(kotak: Kotak, *, mutlak: bool = False) -> str:
    """A range as users write it.

    >>> name_kotak((4, 1, 5, 2)), name_kotak((9, 0, 9, 0), mutlak=True)
    ('B5:C6', '$A$10')
    """
    awal, akhir = a1(*kotak[:2], mutlak=mutlak), a1(*kotak[2:], mutlak=mutlak)
    return awal if awal == akhir else f"{awal}:{akhir}"


def range_of(lembar: str, kolom: int, awal: int, akhir: int) -> str:
    """Absolute range of a column on a named sheet; one row is a range too.

    >>> range_of("Data Induk", 1, 4, 4)
    "'Data Induk'!$B$5:$B$5"
    """
    return f"{quote_sheet(lembar)}!{a1(awal, kolom, mutlak=True)}:{a1(akhir, kolom, mutlak=True)}"


@lru_cache(maxsize=256)
def quote_sheet(nama: str) -> str:
    """A sheet's name as formulas write it.

    >>> quote_sheet("SKM"), quote_sheet("Data Induk")
    ('SKM', "'Data Induk'")
    """
    if re.fullmatch(r"[A-Za-z_][A-Za-z_]*", nama):
        return nama
    return "'" + nama.replace("'", "''") + "'"


def parse_range(teks: str) -> Kotak:
    """Rows and columns of an address without a sheet.

    Raises:
        DataError: not one cell or one range, or its corners are swapped.

    >>> parse_range("$B$5:C9"), parse_range("XFD1")
    ((4, 1, 8, 2), (0, 16383, 0, 16383))
    """
    cocok = _RENTANG.fullmatch(teks)
    if not cocok:
        raise DataError(f"{teks!r} bukan alamat sel atau rentang.")
    kolom, baris = find_kolom(cocok[1]) - 1, int(cocok[2]) - 1
    kolom_akhir, baris_akhir = (find_kolom(cocok[3]) - 1, int(cocok[4]) - 1) if cocok[3] else (kolom, baris)
    if not (0 <= baris <= baris_akhir < MAKS_BARIS and 0 <= kolom <= kolom_akhir):
        raise DataError(f"Rentang {teks} tidak sah.")
    return baris, kolom, baris_akhir, kolom_akhir


def split_acuan(acuan: str) -> tuple[str, Kotak]:
    """Sheet and range of a reference.

    Raises:
        DataError: no range.

    >>> split_acuan("'Data Induk'!$A$1:$A$3"), split_acuan("SKM!B2")
    (('Data Induk', (0, 0, 2, 0)), ('SKM', (1, 1, 1, 1)))
    """
    nama, _, rentang = acuan.rpartition("!")
    return unquote_lembar(nama), parse_range(rentang)


def unquote_lembar(nama: str) -> str:
    """The name of a sheet as it is, from how a formula writes it.

    >>> unquote_lembar("'O''Neil'"), unquote_lembar("SKM")
    ("O'Neil", 'SKM')
    """
    return nama[1:-1].replace("''", "'") if nama.startswith("'") and nama.endswith("'") else nama


def find_kolom(huruf: str) -> int:
    """Number from 1 of a column by its letters; 0 for what is no column.

    >>> [find_kolom(x) for x in ("A", "XFD", "XFE", "a", "")]
    [1, 16384, 0, 0, 0]
    """
    n = 0
    for h in huruf:
        if not "A" <= h <= "Z" or n > MAKS_KOLOM:
            return 0
        n = n * 26 + ord(h) - 64
    return n if n <= MAKS_KOLOM else 0


def show_nama(nama: str) -> str:
    r"""A name of a file or sheet as it can be shown and stored: a sheet cannot hold every letter that a name can.

    >>> show_nama("dpa\u202a\n2024.xlsx")
    'dpa??2024.xlsx'
    """
    return nama if nama.isprintable() else "".join(huruf if huruf.isprintable() else "?" for huruf in nama)
