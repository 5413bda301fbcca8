"""Host: LibreOffice Calc, the load job. Re-enters formulas that Excel's hosts stored under names of their own.

Without it a file from Excel shows its cached values until the first recalculation, and #NAME? after it.
"""

from __future__ import annotations

from typing import Any

from addin.ejaan import LAYANAN_CALC, find_calls, respell

FORMULA = 16
"""com.sun.star.sheet.CellFlags.FORMULA"""


def repair_dokumen(dokumen: Any) -> int:
    """Re-enter our formulas in a spreadsheet document; returns how many were changed."""
    return sum(_repair_lembar(dokumen.Sheets.getByIndex(i)) for i in range(dokumen.Sheets.Count))


def _repair_lembar(lembar: Any) -> int:
    rentang = lembar.queryContentCells(FORMULA)
    banyak = 0
    for k in range(rentang.Count):
        satu = rentang.getByIndex(k)
        for i, baris in enumerate(satu.getFormulaArray()):
            for j, rumus in enumerate(baris):
                asal = rumus.strip("{}")
                if _is_foreign(asal):
                    _enter(lembar, satu.getCellByPosition(j, i), respell(asal), rumus.startswith("{"))
                    banyak += 1
    return banyak


def _is_foreign(rumus: str) -> bool:
    """Whether a call stands there under a name that Calc did not recognise; what it knows has the service's name."""
    awalan = LAYANAN_CALC.upper()
    return any(not rumus[mulai:buka].upper().startswith(awalan) for _, mulai, buka in find_calls(rumus))


def _enter(lembar: Any, sel: Any, rumus: str, larik: bool) -> None:
    if not larik:
        sel.setFormula(rumus)
        return
    kursor = lembar.createCursorByRange(sel)
    kursor.collapseToCurrentArray()
    alamat, awal = kursor.getRangeAddress(), sel.getCellAddress()
    if (alamat.StartColumn, alamat.StartRow) != (awal.Column, awal.Row):
        return  # the array is entered once, from its first cell
    kursor.setArrayFormula("")  # Calc keeps the old array otherwise
    if (alamat.StartColumn, alamat.StartRow) == (alamat.EndColumn, alamat.EndRow):
        sel.setFormula(rumus)  # Excel 365 stores a single cell of an add-in function as an array of one
    else:
        kursor.setArrayFormula(rumus)
