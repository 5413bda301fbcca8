"""Host: LibreOffice Calc, formulas in documents. Enters ours again as Calc needs them.

Files from Excel hold names that Calc does not know: #NAME? at the first recalculation. And a reference has to stand in
KINERJA_SEL, or a blank cell arrives as 0.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from addin.ejaan import LAYANAN_CALC, find_calls, respell
from addin.hosts.calc_argumen import Rujuk, is_acuan, wrap_acuan

FORMULA = 16
"""com.sun.star.sheet.CellFlags.FORMULA"""
AWALAN = LAYANAN_CALC.upper()


def repair_dokumen(dokumen: Any, beres: Collection[str] = (), *, muat: bool = False) -> set[str]:
    """Enter our formulas again in a spreadsheet document where needed; returns those that need nothing now.

    Args:
        dokumen: of Calc.
        beres: formulas that are known to need nothing.
        muat: also formulas of other programs, whose names Calc does not know.
    """
    baik: set[str] = set()
    semua = dokumen.Sheets
    lembar_semua = [semua.getByIndex(i) for i in range(semua.Count)]
    for lembar in lembar_semua:
        is_rujuk = _make_rujuk(dokumen, lembar)
        for rumus, get_sel in _list_rumus(lembar, muat):
            if rumus not in beres:
                asal = rumus[1:-1] if rumus.startswith("{") else rumus
                baru = wrap_acuan(respell(asal) if _is_foreign(asal) else asal, is_rujuk)
                if baru != asal:
                    sel = get_sel()
                    _enter(lembar, sel, baru, rumus.startswith("{"))
                    rumus = sel.Formula
            baik.add(rumus)
    for milik in (dokumen, *lembar_semua):
        _repair_nama(dokumen, milik)
    return baik


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
        for semua in (lembar.NamedRanges, dokumen.NamedRanges, dokumen.DatabaseRanges):
            if semua.hasByName(nama):
                return _is_rujuk(semua.getByName(nama))
        tempat, titik, nama = nama.rpartition(".")
        tempat = tempat.removeprefix("$")
        if tempat.startswith("'"):
            tempat = tempat[1:-1].replace("''", "'")
        if not titik or not dokumen.Sheets.hasByName(tempat):
            return False
        milik = dokumen.Sheets.getByName(tempat).NamedRanges
        return milik.hasByName(nama) and _is_rujuk(milik.getByName(nama))

    return is_rujuk


def _is_rujuk(bernama: Any) -> bool:
    """Whether a name is that of cells, or of a formula that gives some."""
    if bernama.getReferredCells() is not None:
        return True
    return hasattr(bernama, "Content") and is_acuan(bernama.Content, lambda _: False)


def _repair_nama(dokumen: Any, milik: Any) -> None:
    """Formulas to which a document or a sheet gives a name."""
    bernama = milik.NamedRanges
    for satu in (bernama.getByIndex(k) for k in range(bernama.Count)):
        asal = satu.Content
        if AWALAN in asal.upper() and (baru := wrap_acuan(asal, _make_rujuk(dokumen, milik))) != asal:
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
