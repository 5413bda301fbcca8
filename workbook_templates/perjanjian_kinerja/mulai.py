"""A working sheet of the agreement workbook, begun: title band, whose it is, link back, note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kinerja.workbook.halaman import goes_beside
from kinerja.workbook.layout import Cetak
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import JUDUL_PETUNJUK, SEBUTAN, Kata, LembarKerja


def start_lembar(
    b: Tampak,
    kata: Kata,
    lebar: Sequence[float],
    *,
    milik: Terukur | None = None,
    kembar: int = 0,
    **cetak: Any,
) -> LembarKerja:
    """Start a working sheet: title band in A1, under it room for whose it is, link back, note.

    Args:
        milik: the one indikator that it measures.
        kembar: the column from which the sheet is printed, where its title stands once more.
        cetak: the print set-up where it differs: landscape on the agreement's paper. Where pages go on beside each
            other, the title keeps to the columns that are on each.
    """
    halaman = replace(Cetak(b.kertas, mendatar=True), **cetak)
    p = LembarKerja(b, kata, lebar, halaman, milik.urut if milik else 1)
    awal, akhir = 0, kembar or len(lebar)
    if halaman.kolom_berulang and goes_beside(halaman, lebar):
        awal, akhir = halaman.kolom_berulang[1] + 1, halaman.lanjut_kolom[0]
        p.put_rumpang(1, 0, SEBUTAN, "subjudul_lipat", lebar=awal)
        p.put_baris(1, awal, [None] * (len(lebar) - awal), "subjudul_lipat")
        p.set_tinggi(1, 30)
    else:
        p.put_pita_rumpang(1, SEBUTAN, "subjudul", kembar)
    if kata.judul:
        p.put_pita(0, kata.judul, "judul", kembar)
        if milik and milik.sebutan:  # which of several sheets of its kind this is
            p.put_teks(2, 2, milik.sebutan, "status_lipat", lebar=akhir - 2)
            if kembar:
                p.put_teks(2, kembar, milik.sebutan, "status_lipat", lebar=len(lebar) - kembar)
    else:
        p.put_pita_rumpang(0, JUDUL_PETUNJUK, "judul")
    p.set_tinggi(0, 24)
    if kata.judul:
        p.put_kembali(2, 0)
    if kata.catatan:
        p.put_teks(3, awal, kata.catatan, "catatan_lipat", lebar=akhir - awal)
    return p
