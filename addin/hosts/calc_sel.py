"""Host: LibreOffice Calc, cells as they stand. KINERJA_SEL is handed the range itself, not a copy of its values.

Only so does a blank cell differ from 0, is a whole column not copied a million times, does an error cell leave the
others as they are, and can the format be asked. Asking Calc is what takes time: a single cell is asked twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from kinerja.bilangan import to_decimal, write_angka

TANDA_PERSEN, TANDA_GALAT, TANDA_NOL, TANDA_TANGGAL, TANDA_LOGIS = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
"""Before a number that shows per cent, Calc's number of an error, a 0 that may be a blank, a day, and TRUE or FALSE, as
text. Unicode keeps these signs for such use inside a program.
"""
TANDA_LEMBAR = "\ufdd5"
"""Instead of a range that spans sheets, of which Calc hands over the first alone."""
Rupa: TypeAlias = tuple[tuple[str, str], ...]
"""What a format says of a number: signs, each behind the pattern of the cells (as displayed) that have it."""
RUPA = {128: TANDA_PERSEN, 6: TANDA_TANGGAL, 1024: TANDA_LOGIS}
"""Kinds of formats, bits of com.sun.star.util.NumberFormat, that say what a number means."""
BERJENIS = 1024 | 256 | 128 | 64 | 32 | 16 | 8 | 6
"""Every kind; a format whose sections are of several has none of these."""
_HIASAN = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![HMS]+\])[^\]]*\]|[A-Z][a-z]+')
"""What a format only displays: text, blanks, colours, conditions; and the word General."""
BIASA = 10
"""Calc numbers the formats of each language from a multiple of 10.000; so many from there are of plain numbers."""


def read_rentang(rentang: Any) -> tuple[tuple[Any, ...], ...]:
    """The cells of a range of Calc: numbers, text, "" for a blank, marked text for what is another thing."""
    alamat, kunci = rentang.getPropertyValues(("AbsoluteName", "NumberFormat"))
    akhir = alamat.partition(":")[2]  # in no name of a sheet
    if "." in akhir:
        return ((TANDA_LEMBAR,),)
    rentang = _cut(rentang, akhir)
    baris = [list(satu) for satu in rentang.getDataArray()]
    for i, satu in enumerate(baris):
        for j, sel in enumerate(satu):
            if sel is None:
                satu[j] = f"{TANDA_GALAT}{rentang.getCellByPosition(j, i).getError()}"
    for tanda, i, j in _list_tanda(rentang, None if akhir else kunci):
        if isinstance(baris[i][j], float) and baris[i][j] == baris[i][j]:
            baris[i][j] = f"{tanda}{baris[i][j]!r}"
    return tuple(map(tuple, baris))


def write_persen(angka: str) -> str:
    """The number of a cell that shows per cent, as it looks but with every digit.

    >>> write_persen("0.665"), write_persen("1.0"), write_persen("-0.00005")
    ('66,5%', '100%', '-0,005%')
    """
    return f"{write_angka(to_decimal(float(angka)).scaleb(2))}%"


def _cut(rentang: Any, akhir: str) -> Any:
    """A whole column or row to the end of what its sheet uses; any other range as it is.

    Args:
        rentang: of Calc.
        akhir: the address of its last cell, `$B$9`; empty for a single cell.
    """
    if _DEKAT.fullmatch(akhir):
        return rentang
    alamat = rentang.getRangeAddress()
    lembar = rentang.getSpreadsheet()
    semua, kursor = lembar.getRangeAddress(), lembar.createCursor()
    kursor.gotoEndOfUsedArea(False)
    terpakai = kursor.getRangeAddress()
    baris = terpakai.EndRow if alamat.EndRow == semua.EndRow else alamat.EndRow
    kolom = terpakai.EndColumn if alamat.EndColumn == semua.EndColumn else alamat.EndColumn
    return rentang.getCellRangeByPosition(0, 0, max(kolom - alamat.StartColumn, 0), max(baris - alamat.StartRow, 0))


_DEKAT = re.compile(r"(?:\$[A-Z]{1,2}\$\d{1,4})?")
"""The last cell of what cannot be a whole column or row."""


def _list_tanda(rentang: Any, kunci: int | None) -> Iterator[tuple[str, int, int]]:
    """The cells whose format says what their number means: sign, row, column.

    Args:
        rentang: of Calc.
        kunci: the format of a single cell.
    """
    dikenal: dict[int, Rupa] = {}
    for satu, sel in [(kunci, [(0, 0)])] if kunci is not None else _list_seragam(rentang):
        if satu % 10_000 < BIASA:
            continue
        if satu not in dikenal:
            dikenal[satu] = _get_rupa(rentang, satu)
        for pola, tanda in dikenal[satu]:
            for i, j in sel:
                if not pola or re.search(pola, rentang.getCellByPosition(j, i).String):
                    yield tanda, i, j


def _list_seragam(rentang: Any) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The formats in a range, each with its cells: row and column."""
    awal = rentang.getRangeAddress()
    semua = rentang.getUniqueCellFormatRanges()
    for satu in (semua.getByIndex(k) for k in range(semua.getCount())):
        kunci = satu.NumberFormat
        if kunci % 10_000 >= BIASA:
            yield (
                kunci,
                [
                    (i - awal.StartRow, j - awal.StartColumn)
                    for alamat in satu.getRangeAddresses()
                    for i in range(alamat.StartRow, alamat.EndRow + 1)
                    for j in range(alamat.StartColumn, alamat.EndColumn + 1)
                ],
            )


def _get_rupa(rentang: Any, kunci: int) -> Rupa:
    dokumen = rentang.getSpreadsheet().getDrawPage().getForms().getParent()
    bentuk = dokumen.getNumberFormats().getByKey(kunci)
    if bentuk.Type & BERJENIS:
        return tuple(("", tanda) for jenis, tanda in RUPA.items() if bentuk.Type & jenis)
    return read_campur(bentuk.FormatString)


def read_campur(bentuk: str) -> Rupa:
    """What a format in several sections says, of which Calc does not tell the kind: the cell as displayed decides.

    >>> read_campur('0.0%;-0.0%;"-"') == (("%", TANDA_PERSEN),), read_campur('0.0"%";"-"')
    (True, ())
    """
    inti = _HIASAN.sub("", bentuk)
    persen = (("%", TANDA_PERSEN),) if "%" in inti else ()
    return persen + (((r"[:/]|\d-\d|[^\W\d]{3}", TANDA_TANGGAL),) if re.search("[DMYHS]", inti) else ())
