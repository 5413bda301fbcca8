"""Host: LibreOffice Calc, formulas in documents. Enters ours again as Calc needs them.

Files from Excel hold names that Calc does not know: #NAME? at the first recalculation. And a reference has to stand in
KINERJA_SEL, or a blank cell arrives as 0.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from addin.ejaan import LAYANAN_CALC, find_calls, respell
from addin.hosts.calc_argumen import Rujuk, is_acuan, wrap_acuan
from addin.hosts.calc_masuk import Tempat, enter_kolom, enter_larik
from kinerja.alamat import unquote_lembar

FORMULA = 16
"""com.sun.star.sheet.CellFlags.FORMULA"""
AWALAN = LAYANAN_CALC.upper()
JARAK = 300
"""Rows between two blocks of formulas that are read in vain rather than ask twice."""


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
        baik |= _repair_lembar(lembar, beres, _make_rujuk(dokumen, lembar), muat)
    for milik in (dokumen, *lembar_semua):
        _repair_nama(dokumen, milik)
    return baik


def _repair_lembar(lembar: Any, beres: Collection[str], is_rujuk: Rujuk, muat: bool) -> set[str]:
    baik: set[str] = set()
    ganti: dict[Tempat, str] = {}
    larik = range(0), range(0)
    for rumus, tempat in _list_rumus(lembar, muat):
        if rumus in beres:
            baik.add(rumus)
            continue
        asal = rumus[1:-1] if rumus.startswith("{") else rumus
        baru = wrap_acuan(respell(asal) if _is_foreign(asal) else asal, is_rujuk)
        if baru == asal:
            baik.add(rumus)
        elif rumus == asal:
            ganti[tempat] = baru
        elif tempat[0] not in larik[0] or tempat[1] not in larik[1]:
            larik = enter_larik(lembar, tempat, baru)
            baik.add(lembar.getCellByPosition(*tempat).Formula)
    return baik.union(*(enter_kolom(lembar, satu) for satu in _list_kolom(ganti)))


def _list_rumus(lembar: Any, muat: bool) -> Iterator[tuple[str, Tempat]]:
    """Formulas that may be ours, each with its column and row."""
    for kolom, akhir, atas, bawah in gather_blok(lembar.queryContentCells(FORMULA).getRangeAddresses()):
        for i, baris in enumerate(lembar.getCellRangeByPosition(kolom, atas, akhir, bawah).getFormulaArray(), atas):
            for j, rumus in enumerate(baris, kolom):
                if (AWALAN in rumus or (muat and _is_foreign(rumus))) and rumus.startswith(("=", "{=")):
                    yield rumus, (j, i)


def gather_blok(semua: Iterable[Any]) -> list[list[int]]:
    """Blocks of cells as few larger ones: to ask for a block takes as long as to read some hundred cells.

    Returns:
        First and last column, first and last row of each.
    """
    hasil: list[list[int]] = []
    for satu in sorted([x.StartColumn, x.EndColumn, x.StartRow, x.EndRow] for x in semua):
        if hasil and hasil[-1][:2] == satu[:2] and satu[2] - hasil[-1][3] < JARAK:
            hasil[-1][3] = satu[3]
        else:
            hasil.append(satu)
    return hasil


def _list_kolom(ganti: Mapping[Tempat, str]) -> Iterator[dict[Tempat, str]]:
    """New formulas, those of cells one below the other together."""
    bagian: dict[Tempat, str] = {}
    for kolom, baris in sorted(ganti):
        if bagian and (kolom, baris - 1) not in bagian:
            yield bagian
            bagian = {}
        bagian[kolom, baris] = ganti[kolom, baris]
    if bagian:
        yield bagian


def _make_rujuk(dokumen: Any, lembar: Any) -> Rujuk:
    """Tells the names of cells from other names, as a formula on that sheet sees them."""

    def is_rujuk(nama: str) -> bool:
        for semua in (lembar.NamedRanges, dokumen.NamedRanges, dokumen.DatabaseRanges):
            if semua.hasByName(nama):
                return _is_rujuk(semua.getByName(nama))
        tempat, titik, nama = nama.rpartition(".")
        tempat = unquote_lembar(tempat.removeprefix("$"))
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


def list_nama(dokumen: Any) -> list[tuple[str, ...]]:
    """The names of a document and of each of its sheets."""
    semua = dokumen.Sheets
    return [milik.NamedRanges.ElementNames for milik in (dokumen, *(semua.getByIndex(i) for i in range(semua.Count)))]


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
