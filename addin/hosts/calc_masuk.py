"""Host: LibreOffice Calc, formulas into cells: many at once where that can be, since Calc looks at a whole column of
equal formulas whenever one of them is entered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

FORMULA = "FORMULA"
"""com.sun.star.table.CellContentType"""
NILAI = 1 | 2 | 4
"""com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING"""
Tempat: TypeAlias = tuple[int, int]
"""Column and row of a cell."""


def enter_kolom(lembar: Any, rumus: Mapping[Tempat, str]) -> set[str]:
    """Enter formulas into cells one below the other; returns how Calc writes them."""
    kolom, atas = min(rumus)
    rentang = lembar.getCellRangeByPosition(kolom, atas, kolom, max(rumus)[1])
    # Entered together, cells would lose their comments and text that looks like a formula would become one; a locked
    # sheet takes single formulas only.
    sendiri = len(rumus) == 1 or lembar.getAnnotations().getCount() or lembar.isProtected()
    if sendiri or rentang.queryContentCells(NILAI).getCount():
        for tempat, satu in rumus.items():
            sel = lembar.getCellByPosition(*tempat)
            if sel.Type.value == FORMULA:
                sel.setFormula(satu)
    else:
        rentang.setFormulaArray(tuple((rumus[tempat],) for tempat in sorted(rumus)))
    return {satu for (satu,) in rentang.getFormulaArray()}


def enter_larik(lembar: Any, tempat: Tempat, rumus: str) -> tuple[range, range]:
    """Enter the array formula of which a cell is a part, once, from its first cell; returns its columns and rows."""
    sel = lembar.getCellByPosition(*tempat)
    kursor = lembar.createCursorByRange(sel)
    kursor.collapseToCurrentArray()
    alamat = kursor.getRangeAddress()
    kolom, baris = range(alamat.StartColumn, alamat.EndColumn + 1), range(alamat.StartRow, alamat.EndRow + 1)
    if (kolom[0], baris[0]) == tempat:
        kursor.setArrayFormula("")  # Calc keeps the old array otherwise
        if len(kolom) == len(baris) == 1:
            sel.setFormula(rumus)  # Excel 365 stores a single cell of an add-in function as an array of one
        else:
            kursor.setArrayFormula(rumus)
    return kolom, baris
