"""Host: LibreOffice Calc, formulas in documents. Enters ours again as Calc needs them.

Files from Excel hold names that Calc does not know: #NAME? at the first recalculation. And a reference has to stand in
KINERJA_SEL, or a blank cell arrives as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any, NamedTuple

from addin.ejaan import LAYANAN_CALC, find_calls, respell
from addin.hosts.calc_argumen import Rujuk, list_ragu, wrap_acuan

FORMULA = 16
"""com.sun.star.sheet.CellFlags.FORMULA"""
AWALAN = LAYANAN_CALC.upper()


class Sisa(NamedTuple):
    """A formula in which a blank cell may still arrive as 0: the cell, and our functions concerned."""

    sel: Any
    nama: set[str]


def repair_dokumen(dokumen: Any, beres: Collection[str] = (), *, muat: bool = False) -> tuple[list[Sisa], set[str]]:
    """Enter our formulas again in a spreadsheet document where needed.

    Args:
        dokumen: of Calc.
        beres: formulas that are known to need nothing.
        muat: also formulas of other programs, whose names Calc does not know.

    Returns:
        The formulas that remain in doubt, and those that need nothing.
    """
    sisa: list[Sisa] = []
    baik: set[str] = set()
    for i in range(dokumen.Sheets.Count):
        lembar = dokumen.Sheets.getByIndex(i)
        is_rujuk = _make_rujuk(dokumen, lembar)
        for rumus, get_sel in _list_rumus(lembar, muat):
            if rumus in beres:
                baik.add(rumus)
                continue
            sel = get_sel()
            asal = rumus.strip("{}")
            baru = wrap_acuan(respell(asal) if _is_foreign(asal) else asal, is_rujuk)
            if baru != asal:
                _enter(lembar, sel, baru, rumus.startswith("{"))
                rumus = sel.Formula
            if nama := list_ragu(rumus.strip("{}"), is_rujuk):
                sisa.append(Sisa(sel, nama))
            else:
                baik.add(rumus)
    _repair_nama(dokumen)
    return sisa, baik


def _list_rumus(lembar: Any, muat: bool) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Formulas that may be ours, and what gives the cell: to ask Calc for one takes long."""
    rentang = lembar.queryContentCells(FORMULA)
    for k in range(rentang.Count):
        satu = rentang.getByIndex(k)
        for i, baris in enumerate(satu.getFormulaArray()):
            for j, rumus in enumerate(baris):
                if AWALAN in rumus or (muat and _is_foreign(rumus)):
                    yield rumus, partial(satu.getCellByPosition, j, i)


def _make_rujuk(dokumen: Any, lembar: Any) -> Rujuk:
    """Tells the names of cells from other names, as a formula on that sheet sees them."""

    def is_rujuk(nama: str) -> bool:
        nama = nama.rpartition(".")[2]
        for semua in (lembar.NamedRanges, dokumen.NamedRanges, dokumen.DatabaseRanges):
            if semua.hasByName(nama):
                return semua.getByName(nama).getReferredCells() is not None
        return False

    return is_rujuk


def _repair_nama(dokumen: Any) -> None:
    """Formulas that have a name of their own."""
    for lembar in (dokumen, *(dokumen.Sheets.getByIndex(i) for i in range(dokumen.Sheets.Count))):
        is_rujuk = _make_rujuk(dokumen, lembar)
        for satu in (lembar.NamedRanges.getByIndex(k) for k in range(lembar.NamedRanges.Count)):
            asal = satu.Content
            if AWALAN in asal and (baru := wrap_acuan(asal, is_rujuk)) != asal:
                satu.Content = baru


def _is_foreign(rumus: str) -> bool:
    """Whether a call stands there under a name that Calc did not recognise; what it knows has the service's name."""
    return any(not rumus[mulai:buka].upper().startswith(AWALAN) for _, mulai, buka in find_calls(rumus))


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
