"""Host: LibreOffice Calc, cells as they stand. KINERJA_SEL is handed the range itself, not a copy of its values.

Only so does a blank cell differ from 0, is a whole column not copied a million times, does an error cell leave the
others as they are, and can the format be asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

TANDA_PERSEN, TANDA_GALAT, TANDA_NOL, TANDA_TANGGAL, TANDA_LOGIS = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
"""Before a number that shows per cent, Calc's number of an error, a 0 that may be a blank, a day, and TRUE or FALSE, as
text. Unicode keeps these signs for such use inside a program.
"""
RUPA = {128: TANDA_PERSEN, 2: TANDA_TANGGAL, 4: TANDA_TANGGAL, 6: TANDA_TANGGAL, 1024: TANDA_LOGIS}
"""Kinds of formats, com.sun.star.util.NumberFormat, that say what a number means."""
BUATAN = 1
"""The kind of a format that the user made has this too."""
BIASA = 10
"""Calc numbers the formats of each language from a multiple of 10.000; so many from there are of plain numbers."""


def read_rentang(rentang: Any) -> tuple[tuple[Any, ...], ...]:
    """The cells of a range of Calc: numbers, text, "" for a blank, marked text for what is another thing."""
    rentang = _cut(rentang)
    baris = [list(satu) for satu in rentang.getDataArray()]
    for i, satu in enumerate(baris):
        for j, sel in enumerate(satu):
            if sel is None:
                satu[j] = f"{TANDA_GALAT}{rentang.getCellByPosition(j, i).getError()}"
    for tanda, i, j in _list_tanda(rentang, len(baris) == len(baris[0]) == 1):
        if isinstance(baris[i][j], float) and baris[i][j] == baris[i][j]:
            baris[i][j] = f"{tanda}{baris[i][j]!r}"
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


def _list_tanda(rentang: Any, satu_sel: bool) -> Iterator[tuple[str, int, int]]:
    """The cells whose format says what their number means: sign, row, column."""
    awal = None
    for satu in [rentang] if satu_sel else _list_seragam(rentang):
        if tanda := _get_tanda(satu):
            awal = awal or rentang.getRangeAddress()
            yield from ((tanda, i - awal.StartRow, j - awal.StartColumn) for i, j in _list_sel(satu.getRangeAddress()))


def _list_seragam(rentang: Any) -> Iterator[Any]:
    """The parts of a range whose cells are formatted alike."""
    semua = rentang.getCellFormatRanges()
    return (semua.getByIndex(k) for k in range(semua.getCount()))


def _get_tanda(rentang: Any) -> str:
    kunci = rentang.NumberFormat
    if kunci % 10_000 < BIASA:
        return ""
    dokumen = rentang.getSpreadsheet().getDrawPage().getForms().getParent()
    return RUPA.get(dokumen.getNumberFormats().getByKey(kunci).Type & ~BUATAN, "")


def _list_sel(alamat: Any) -> Iterator[tuple[int, int]]:
    baris = range(alamat.StartRow, alamat.EndRow + 1)
    return ((i, j) for i in baris for j in range(alamat.StartColumn, alamat.EndColumn + 1))
