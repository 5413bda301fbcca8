"""Parts of formulas that several sheets write, and the words of a check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache

from kinerja.rumus_sel import selisih, serapan, teks_bertanda
from kinerja.workbook.ekspresi import X, add_up, di_kolom, nama, to_x
from kinerja.workbook.fungsi import (
    AND,
    COUNT,
    COUNTA,
    COUNTIF,
    FIXED,
    IF,
    INT,
    ISLOGICAL,
    ISNUMBER,
    LEN,
    OR,
    SUBSTITUTE,
    SUM,
)

OK, PERIKSA, BELUM, DIJELASKAN = "OK", "PERIKSA", "BELUM", "DIJELASKAN"
ISIAN_SALAH = "Isian salah"
"""The word of a row in which something else than its figures stands."""


def status(salah: X, lengkap: X) -> X:
    """The word of a check."""
    return IF(salah, PERIKSA, IF(lengkap, OK, BELUM))


def is_angka(x: X) -> X:
    """Whether a number was typed; TRUE is none (its cell must have the format General, see ISLOGICAL)."""
    return AND(ISNUMBER(x), ISLOGICAL(x) == to_x(False))


def is_di_antara(x: X, bawah: float, atas: X) -> X:
    """The same of a number within bounds."""
    return AND(ISNUMBER(x), ISLOGICAL(x) == to_x(False), x >= bawah, x <= atas)


def serapan_bila_ada(realisasi: X, pagu: X, pada: date) -> X:
    """Absorption in per cent; nothing where it cannot be measured."""
    hasil = IF(AND(pagu > 0, realisasi >= 0), serapan(realisasi, pagu, pada), "")
    return IF(AND(ISNUMBER(pagu), ISNUMBER(realisasi)), hasil, "")


def beda(a: X, b: X) -> X:
    """Difference of two amounts; nothing unless both are there."""
    return IF(AND(ISNUMBER(a), ISNUMBER(b)), selisih(a, b), "")


def rupiah_bila_ada(x: X, hasil: X | None = None) -> X:
    """An amount in print, or another (`hasil`) that hangs on it; nothing where no number stands."""
    return IF(ISNUMBER(x), teks_bertanda(x if hasil is None else hasil), "")


@lru_cache(maxsize=1024)
def copy_rupiah(acuan: str) -> X:
    """An amount that stands at a name or in a cell of another sheet, in print."""
    return rupiah_bila_ada(nama(acuan))


def count_salah(wilayah: X) -> X:
    """Cells of a range that hold something else than a number from 0 up."""
    return COUNTA(wilayah) - COUNTIF(wilayah, ">=0")


def count_logis(semua: Iterable[X]) -> X:
    """How many of these cells hold TRUE or FALSE, which LibreOffice counts as numbers."""
    return add_up(ISLOGICAL(x) for x in semua)


def count_kata(semua: Iterable[X], kata: Sequence[str]) -> X:
    """How many of these cells hold one of the words; COUNTIF would take * for any text."""
    return add_up(IF(OR(*(x == k for k in kata)), 1, 0) for x in semua)


def is_salah(awal: int, akhir: int) -> X:
    """Whether the cells of these columns hold something else than a number from 0 up, in the row that is filled."""
    logis = count_logis(di_kolom(c) for c in range(awal, akhir + 1))
    return count_salah(di_kolom(awal, akhir)) + logis > 0


def pick_akhir(semua: Iterable[X], ada: Callable[[X], X] = ISNUMBER) -> X:
    """The last of these that holds a number, or what `ada` asks for; nothing where none does."""
    terakhir = to_x("")
    for x in semua:
        terakhir = IF(ada(x), x, terakhir)
    return terakhir


def jumlah_bila_ada(wilayah: X) -> X:
    """Sum of a range; nothing where it has no number."""
    return IF(COUNT(wilayah) == 0, "", SUM(wilayah))


@lru_cache(maxsize=1024)
def copy(acuan: str, kosong: str = "") -> X:
    """What stands at a name or in a cell of another sheet; `kosong` while that is blank.

    >>> copy("Anggaran!$D$7").rumus
    'IF(Anggaran!$D$7="","",Anggaran!$D$7)'
    """
    return IF(nama(acuan) == "", kosong, nama(acuan))


def write_angka_sel(x: X, desimal: int = 0) -> X:
    """A number from 0 up as people write it here, on every PC: dots between thousands, a comma, its own decimals.

    Args:
        desimal: 0, or 2 where it has two decimals at least.

    >>> from kinerja.workbook.ekspresi import Isi
    >>> kasus = (1234.5, 0), (0.05, 0), (88.3, 2), (0.8012, 2), (9, 2)
    >>> [write_angka_sel(to_x(x), desimal).compute(Isi()) for x, desimal in kasus]
    ['1.234,5', '0,05', '88,30', '0,8012', '9,00']
    """
    bulat = SUBSTITUTE(FIXED(INT(x)), ",", ".")
    sisa = SUBSTITUTE(SUBSTITUTE(x & "", ".", ","), INT(x) & ",", "")
    if not desimal:
        return IF(INT(x) == x, bulat, bulat & "," & sisa)
    return bulat & "," & IF(INT(x) == x, "00", IF(LEN(sisa) == 1, sisa & "0", sisa))


@lru_cache(maxsize=1024)
def write_target_sel(acuan: str, depan: str = "", belakang: str = "", desimal: int = 0) -> X:
    """A target as it is printed, from its cell on another sheet: a number as people write it, all else as it is."""
    x = nama(acuan)
    angka = depan & write_angka_sel(x, desimal) & belakang if depan else write_angka_sel(x, desimal) & belakang
    return IF(OR(x == "", ISLOGICAL(x)), "", IF(ISNUMBER(x), IF(x >= 0, angka, x), x))


@lru_cache(maxsize=1024)
def copy_target(acuan: str) -> X:
    """What stands in the cell of a target on another sheet; of TRUE nothing."""
    x = nama(acuan)
    return IF(OR(x == "", ISLOGICAL(x)), "", x)
