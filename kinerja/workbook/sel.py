"""Cells and input blocks of a plan, written onto a worksheet."""

from __future__ import annotations

from xlsxwriter.format import Format

from kinerja.alamat import MAKS_BARIS, MAKS_KOLOM, a1
from kinerja.errors import DataError
from kinerja.workbook.acuan import split_reference
from kinerja.workbook.eksak import MAKS_BULAT
from kinerja.workbook.gaya import KumpulanGaya
from kinerja.workbook.larik import Larik
from kinerja.workbook.layout import Blok, Nilai, Sel
from kinerja.workbook.teks import check_text
from kinerja.workbook.xlsx import LembarXlsx

MAKS_ANGKA = 9.99e307
MAKS_RUMUS = 8192
_GANDA = "Dua isi di tempat yang sama."


def write_sel(xlsx: LembarXlsx, sel: Sel, kumpulan: KumpulanGaya, lembar_ada: frozenset[str]) -> None:
    """Write one locked cell, its merge and its link.

    Raises:
        DataError: a text or number that a cell cannot hold, a taken place, an unknown style or link target.
    """
    gaya = kumpulan.get(sel.gaya)
    baris, kolom = sel.baris, sel.kolom
    if sel.lebar > 1 or sel.tinggi > 1:
        _claim(xlsx, baris, kolom, sel.tinggi, sel.lebar)
        _merge(xlsx, baris, kolom, sel.tinggi, sel.lebar, gaya)
    elif not (0 <= baris < MAKS_BARIS and 0 <= kolom < MAKS_KOLOM):
        raise DataError("Sel di luar lembar.")
    elif kolom in xlsx.table[baris]:
        raise DataError(_GANDA)
    if sel.rumus is None:
        write_nilai(xlsx, baris, kolom, sel.nilai, gaya)
    else:
        xlsx.write_rumus(baris, kolom, check_formula(sel.rumus), check_cached(sel.nilai), gaya)
    if sel.tautan:
        split_reference(sel.tautan, lembar_ada)
        xlsx.link(sel.baris, sel.kolom, sel.tautan)


def write_nilai(xlsx: LembarXlsx, baris: int, kolom: int, nilai: Nilai, gaya: Format) -> None:
    """Write a constant on the sheet: text stays text whatever it begins with, a number has at most 15 digits."""
    if isinstance(nilai, str) and nilai:
        xlsx.write_teks(baris, kolom, nilai, gaya)
    elif nilai is None or nilai == "":
        xlsx.write_kosong(baris, kolom, gaya)
    else:
        xlsx.write_angka(baris, kolom, check_number(nilai), gaya)


def write_blok(xlsx: LembarXlsx, blok: Blok, kumpulan: KumpulanGaya) -> None:
    """Write an input block: unlocked cells, and locked ones where the issuer has filled in.

    Raises:
        DataError: as for a cell.
    """
    isian = kumpulan.get(blok.gaya, terkunci=False)
    terkunci = kumpulan.get(blok.gaya_terkunci or blok.gaya)
    for b in range(blok.tinggi):
        baris = blok.baris + b
        _claim(xlsx, baris, blok.kolom, 1, blok.lebar)
        xlsx.write_blanks(baris, range(blok.kolom, blok.kolom + blok.lebar), isian)
        for k in range(blok.lebar):
            nilai, kunci = blok.value(b, k), (b, k) in blok.terkunci
            if kunci or nilai is not None:
                write_nilai(xlsx, baris, blok.kolom + k, nilai, terkunci if kunci else isian)


def write_larik(xlsx: LembarXlsx, larik: Larik, kumpulan: KumpulanGaya) -> None:
    """Write a dynamic array formula over the cells that it fills.

    Raises:
        DataError: as for a cell; it names the place.
    """
    try:
        _claim(xlsx, larik.baris, larik.kolom, len(larik.nilai), max(map(len, larik.nilai)))
        nilai = [[check_cached(satu) for satu in isi] for isi in larik.nilai]
        xlsx.write_larik(larik.baris, larik.kolom, check_formula(larik.rumus), nilai, kumpulan.get(larik.gaya))
    except DataError as galat:
        raise galat.at(f"lembar {larik.lembar}, rumus {a1(larik.baris, larik.kolom)}") from None


def _claim(xlsx: LembarXlsx, baris: int, kolom: int, tinggi: int, lebar: int) -> None:
    """Refuse a place that another cell of the plan has; the later would silently win."""
    for b in range(baris, baris + tinggi):
        if b in xlsx.table and any(k in xlsx.table[b] for k in range(kolom, kolom + lebar)):
            raise DataError(_GANDA)


def _merge(xlsx: LembarXlsx, baris: int, kolom: int, tinggi: int, lebar: int, gaya: Format) -> None:
    """Merge cells; each takes the style, so that the border is complete in every program."""
    if xlsx.merge_range(baris, kolom, baris + tinggi - 1, kolom + lebar - 1, "", gaya):
        raise DataError("Sel gabungan di luar lembar.")


def check_formula(rumus: str) -> str:
    """Return a formula that a cell can hold; DataError otherwise."""
    if not rumus or rumus[0] in "={" or len(rumus) >= MAKS_RUMUS:
        raise DataError(f"Rumus kosong, diawali tanda, atau lebih dari {MAKS_RUMUS - 1} karakter.")
    return check_text(rumus)


def check_cached(nilai: Nilai) -> str | int | float:
    """Return the value of a formula if a cell can hold it; DataError otherwise."""
    if nilai is None:
        raise DataError("Rumus tanpa nilai.")
    return check_text(nilai) if isinstance(nilai, str) else check_number(nilai)


def check_number(nilai: int | float) -> int | float:
    """Return a number that is finite and has at most 15 digits; DataError otherwise."""
    if type(nilai) is int and -MAKS_BULAT <= nilai <= MAKS_BULAT:
        return nilai
    if isinstance(nilai, bool) or not abs(nilai) < MAKS_ANGKA:
        raise DataError(f"{nilai!r} bukan angka yang dapat disimpan di sel.")
    if isinstance(nilai, int) and abs(nilai) > MAKS_BULAT:
        raise DataError(f"Bilangan {nilai} lebih dari 15 angka.", saran="Tulis sebagai teks bila itu nomor.")
    return nilai
