"""The computed cells of one row of sheet Anggaran."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kinerja.peraturan import get_parameter
from kinerja.rumus.anggaran import DESIMAL_SEN
from kinerja.rumus_sel import rasio_persen, selisih
from kinerja.workbook.ekspresi import X, di_kolom
from kinerja.workbook.fungsi import AND, COUNT, IF, ISNUMBER, ROUND, SUM
from workbook_templates.perjanjian_kinerja.konteks import cacah_salah

PERJANJIAN, DPA, ACUAN, SELISIH, TW, REALISASI, SISA, SERAPAN, STATUS = 3, 4, 5, 6, 7, 11, 12, 13, 14
"""Columns of the sheet; the four quarters begin at TW."""
ISIAN_SALAH, LEBIH, BEDA, SESUAI = "Isian salah", "Realisasi melebihi pagu", "DPA berbeda", "Sesuai"


@lru_cache(maxsize=8)
def list_rumus(pada: date) -> tuple[tuple[int, X, str], ...]:
    """Column, formula and style of each computed cell, to be filled into every programme's row.

    The ceiling that absorption is measured against is the DPA, or the agreement while that is blank.
    """
    a, d, c, t, s = map(di_kolom, (PERJANJIAN, DPA, ACUAN, REALISASI, SELISIH))
    a_sen, d_sen = ROUND(a, DESIMAL_SEN), ROUND(d, DESIMAL_SEN)  # a paste brings what the validation refuses
    tw = di_kolom(TW, TW + 3)
    return (
        (ACUAN, IF(ISNUMBER(d), d_sen, IF(ISNUMBER(a), a_sen, "")), "hasil_rupiah"),
        (SELISIH, IF(AND(ISNUMBER(a), ISNUMBER(d)), selisih(a_sen, d_sen), ""), "hasil_rupiah"),
        (REALISASI, IF(COUNT(tw) == 0, "", ROUND(SUM(tw), DESIMAL_SEN)), "hasil_rupiah"),
        (SISA, sisa(c, t), "hasil_rupiah"),
        (SERAPAN, serapan(t, c, pada), "hasil_desimal"),
        (STATUS, _status(a, d, c, t, s, cacah_salah(di_kolom(PERJANJIAN, DPA)) + cacah_salah(tw)), "hasil_teks"),
    )


def sisa(acuan: X, total: X) -> X:
    """What is left of the ceiling; nothing unless both are known."""
    return IF(AND(ISNUMBER(acuan), ISNUMBER(total)), selisih(acuan, total), "")


def serapan(total: X, acuan: X, pada: date) -> X:
    """Absorption in per cent, where it can be measured."""
    persen = rasio_persen(total / acuan, get_parameter("anggaran", pada=pada).bilangan("desimal"))
    return IF(AND(ISNUMBER(acuan), ISNUMBER(total)), IF(AND(acuan > 0, total >= 0), persen, ""), "")


def _status(a: X, d: X, c: X, t: X, s: X, salah: X) -> X:
    """In words, what a reader must look at first."""
    sama = IF(s == 0, SESUAI, BEDA)
    terisi = IF(d == "", "DPA belum diisi", IF(a == "", "Perjanjian belum diisi", sama))
    wajar = IF(AND(ISNUMBER(t), t > c), LEBIH, terisi)
    return IF(salah > 0, ISIAN_SALAH, IF(c == "", "", wajar))
