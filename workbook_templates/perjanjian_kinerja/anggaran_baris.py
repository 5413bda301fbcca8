"""One row of sheet Anggaran: its figures, and beside them the formulas that show the same in the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from kinerja.peraturan import get_parameter
from kinerja.rumus.anggaran import compute_selisih, compute_serapan
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Nilai
from workbook_templates.perjanjian_kinerja.konteks import angka, rumus_cacah_salah, terisi

PERJANJIAN, DPA, ACUAN, SELISIH, TW, REALISASI, SISA, SERAPAN, STATUS = 3, 4, 5, 6, 7, 11, 12, 13, 14
"""Columns of the sheet; the four quarters begin at TW."""


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """The figures of one programme: three as typed, the others computed; None shows nothing.

    Attributes:
        acuan: the ceiling that absorption is measured against: the DPA, or the agreement while it is blank.
        status: in words, what a reader must look at first.
    """

    perjanjian: Nilai
    dpa: Nilai
    realisasi: tuple[Nilai, ...]
    acuan: Decimal | None
    selisih: Decimal | None
    total: Decimal | None
    sisa: Decimal | None
    serapan: Decimal | None
    status: str


def compute_baris(perjanjian: Nilai, dpa: Nilai, realisasi: tuple[Nilai, ...], *, pada: date) -> BarisAnggaran:
    """What the row shows; twin of `list_rumus`.

    >>> compute_baris(1000, 900, (450, None, None, None), pada=date(2024, 12, 31)).status
    'DPA berbeda'
    """
    a, d, r = angka((perjanjian,)), angka((dpa,)), angka(realisasi)
    acuan = d[0] if d else a[0] if a else None
    total = sum(r, Decimal(0)) if r else None
    return BarisAnggaran(
        perjanjian,
        dpa,
        realisasi,
        acuan,
        compute_sisa(a[0] if a else None, d[0] if d else None),
        total,
        compute_sisa(acuan, total),
        find_serapan(acuan, total, pada=pada),
        _find_status(perjanjian, dpa, realisasi, acuan, total),
    )


def compute_sisa(acuan: Decimal | None, total: Decimal | None) -> Decimal | None:
    """What is left of the ceiling."""
    return None if acuan is None or total is None else compute_selisih(acuan, total)


def find_serapan(acuan: Decimal | None, total: Decimal | None, *, pada: date) -> Decimal | None:
    """Absorption in per cent, where it can be measured."""
    return compute_serapan(total, acuan, pada=pada) if acuan and total is not None and acuan > 0 <= total else None


def _find_status(
    perjanjian: Nilai, dpa: Nilai, realisasi: tuple[Nilai, ...], acuan: Decimal | None, total: Decimal | None
) -> str:
    semua = (perjanjian, dpa, *realisasi)
    if terisi(semua) != sum(x >= 0 for x in angka(semua)):
        return "Isian salah"
    if acuan is None:
        return ""
    if total is not None and total > acuan:
        return "Realisasi melebihi pagu"
    if dpa is None:
        return "DPA belum diisi"
    if perjanjian is None:
        return "Perjanjian belum diisi"
    return "Sesuai" if compute_selisih(*angka((perjanjian, dpa))) == 0 else "DPA berbeda"


@lru_cache(maxsize=1024)
def list_rumus(r: int, pada: date) -> tuple[tuple[int, str, str], ...]:
    """Column, formula and style of each computed cell of row `r`, in the order of `BarisAnggaran`."""
    a, d, c, t, s = (a1(r, i) for i in (PERJANJIAN, DPA, ACUAN, REALISASI, SELISIH))
    tw = f"{a1(r, TW)}:{a1(r, TW + 3)}"
    salah = f"{rumus_cacah_salah(f'{a}:{d}')}+{rumus_cacah_salah(tw)}"
    status = (
        f'IF({salah}>0,"Isian salah",IF({c}="","",IF(AND(ISNUMBER({t}),{t}>{c}),"Realisasi melebihi pagu",'
        f'IF({d}="","DPA belum diisi",IF({a}="","Perjanjian belum diisi",IF({s}=0,"Sesuai","DPA berbeda"))))))'
    )
    return (
        (ACUAN, f'IF(ISNUMBER({d}),{d},IF(ISNUMBER({a}),{a},""))', "hasil_rupiah"),
        (SELISIH, rumus_sisa(a, d), "hasil_rupiah"),
        (REALISASI, f'IF(COUNT({tw})=0,"",ROUND(SUM({tw}),2))', "hasil_rupiah"),
        (SISA, rumus_sisa(c, t), "hasil_rupiah"),
        (SERAPAN, rumus_serapan(c, t, pada), "hasil_desimal"),
        (STATUS, status, "hasil_teks"),
    )


def rumus_sisa(acuan: str, total: str) -> str:
    """Formula of `compute_sisa`."""
    return f'IF(AND(ISNUMBER({acuan}),ISNUMBER({total})),ROUND({acuan}-{total},2),"")'


def rumus_serapan(acuan: str, total: str, pada: date) -> str:
    """Formula of `find_serapan`."""
    angka_ = f"ISNUMBER({acuan}),ISNUMBER({total})"
    bagi = f"ROUND({total}/{acuan}*100,{get_parameter('anggaran', pada=pada).bilangan('desimal')})"
    return f'IF(AND({angka_}),IF(AND({acuan}>0,{total}>=0),{bagi},""),"")'
