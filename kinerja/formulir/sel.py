"""Cells and rules of a sheet of openpyxl, as the rest of the room asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.worksheet.formula import ArrayFormula

from kinerja.alamat import Kotak, split_acuan
from kinerja.errors import DataError

Worksheet = Any
"""Of openpyxl, whose stubs know but half of it; so `Workbook`."""
Workbook = Any


def is_sel(sel: Any) -> bool:
    """Whether a cell is one of its own, not hidden behind a merged one."""
    return isinstance(sel, Cell)


def get_isi(sel: Any) -> Any:
    """What stands in a cell: its value, or the text of its formula, of an array formula too."""
    return sel.value.text if isinstance(sel.value, ArrayFormula) else sel.value


def take_syarat(ws: Worksheet) -> Iterator[tuple[Any, Any]]:
    """The conditional formats of a sheet, each with its range; the sheet keeps none but those that are added anew."""
    lama, ws.conditional_formatting = ws.conditional_formatting, ConditionalFormattingList()
    yield from ((syarat.sqref, aturan) for syarat in lama for aturan in syarat.rules)


def find_bernama(wb: Workbook) -> Mapping[str, tuple[str, Kotak]]:
    """Where the names of a workbook lead, those that lead to one range of cells."""
    hasil = {}
    for nama, isi in wb.defined_names.items():
        try:
            lembar, kotak = split_acuan(isi.value)
        except DataError:
            continue
        if lembar in wb.sheetnames:
            hasil[nama] = (lembar, kotak)
    return hasil
