"""Addresses as users read them: columns as letters, cells as A1, sheet names as formulas quote them."""

from __future__ import annotations

import re
from functools import lru_cache


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
