"""Host: LibreOffice Calc, cells as they stand. KINERJA_SEL is handed the range itself, not a copy of its values.

Only so does a blank cell differ from 0, is a whole column not copied a million times, does an error cell leave the
others as they are, and can the format be asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

PERSEN = 128
"""com.sun.star.util.NumberFormat.PERCENT"""
TANDA_PERSEN, TANDA_GALAT, TANDA_NOL = "\ufdd0", "\ufdd1", "\ufdd2"
"""Before a number that shows per cent, and before Calc's number of an error, as text; a 0 that may be a blank. Unicode
keeps these signs for such use inside a program.
"""


def read_rentang(rentang: Any) -> tuple[tuple[Any, ...], ...]:
    """The cells of a range of Calc: numbers, text, "" for a blank, marked text for an error and what shows per cent."""
    rentang = _cut(rentang)
    baris = [list(satu) for satu in rentang.getDataArray()]
    for i, satu in enumerate(baris):
        for j, sel in enumerate(satu):
            if sel is None:
                satu[j] = f"{TANDA_GALAT}{rentang.getCellByPosition(j, i).getError()}"
    for i, j in _list_persen(rentang):
        if isinstance(baris[i][j], float) and baris[i][j] == baris[i][j]:
            baris[i][j] = f"{TANDA_PERSEN}{baris[i][j]!r}"
    return tuple(map(tuple, baris))


def write_persen(angka: str) -> str:
    """The number of a cell that shows per cent, as it looks but with every digit.

    >>> write_persen("0.665"), write_persen("1.0"), write_persen("-0.00005")
    ('66,5%', '100%', '-0,005%')
    """
    nilai = Decimal(f"{float(angka):.15g}").scaleb(2)
    teks = f"{nilai:f}"
    return f"{teks.rstrip('0').rstrip('.') if '.' in teks else teks}%".replace(".", ",")


def _cut(rentang: Any) -> Any:
    """A whole column or row to the end of what its sheet uses; any other range as it is."""
    alamat = rentang.getRangeAddress()
    if (alamat.EndRow - alamat.StartRow) < BARIS_UTUH and (alamat.EndColumn - alamat.StartColumn) < KOLOM_UTUH:
        return rentang
    lembar = rentang.getSpreadsheet()
    semua, kursor = lembar.getRangeAddress(), lembar.createCursor()
    kursor.gotoEndOfUsedArea(False)
    akhir = kursor.getRangeAddress()
    baris = akhir.EndRow if alamat.EndRow == semua.EndRow else alamat.EndRow
    kolom = akhir.EndColumn if alamat.EndColumn == semua.EndColumn else alamat.EndColumn
    return rentang.getCellRangeByPosition(0, 0, max(kolom - alamat.StartColumn, 0), max(baris - alamat.StartRow, 0))


BARIS_UTUH, KOLOM_UTUH = 60_000, 250
"""Fewer rows and columns than these are never whole ones; asking the sheet costs as much as reading a cell."""


def _list_persen(rentang: Any) -> Iterator[tuple[int, int]]:
    """Row and column of the cells whose format shows per cent."""
    alamat = rentang.getRangeAddress()
    satu_sel = (alamat.StartRow, alamat.StartColumn) == (alamat.EndRow, alamat.EndColumn)
    for satu in [rentang] if satu_sel else _list_seragam(rentang):
        if _is_persen(satu):
            yield from _list_tempat(rentang, [satu.getRangeAddress()])


def _list_seragam(rentang: Any) -> Iterator[Any]:
    """The parts of a range whose cells are formatted alike."""
    semua = rentang.getCellFormatRanges()
    return (semua.getByIndex(k) for k in range(semua.getCount()))


def _is_persen(rentang: Any) -> bool:
    kunci = rentang.NumberFormat
    bawaan = kunci % JARAK_BAHASA
    if bawaan < JARAK_BUATAN:
        return bawaan in (10, 11)
    dokumen = rentang.getSpreadsheet().getDrawPage().getForms().getParent()
    return bool(dokumen.getNumberFormats().getByKey(kunci).Type & PERSEN)


JARAK_BAHASA, JARAK_BUATAN = 10_000, 100
"""Calc numbers the formats of each language from a multiple of the first; those from the second on are the user's."""


def _list_tempat(rentang: Any, bagian: Any) -> Iterator[tuple[int, int]]:
    """Row and column inside a range of the cells at these addresses."""
    awal = rentang.getRangeAddress()
    for satu in bagian:
        for i in range(satu.StartRow, satu.EndRow + 1):
            for j in range(satu.StartColumn, satu.EndColumn + 1):
                yield i - awal.StartRow, j - awal.StartColumn
