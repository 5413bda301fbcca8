"""The year's figure from those of its quarters (Pergub Jawa Tengah 82/2014 "tipe perhitungan", and practice)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kinerja.bilangan import Angka, round_half_up, to_fraction
from kinerja.rumus.manfaat import compute_rasio
from kinerja.rumus.target import Target

TRIWULAN = ("I", "II", "III", "IV")
"""The quarters, as they are written."""


class Metode(StrEnum):
    """How quarters become a year; each quarter's figure is its own, never cumulative."""

    JUMLAH = "jumlah"
    AKHIR = "akhir"
    RATA_RATA = "rata_rata"

    @property
    def sebutan(self) -> str:
        """As sheets call it."""
        return {"jumlah": "dijumlahkan", "akhir": "triwulan terakhir", "rata_rata": "rata-rata"}[self.value]


def compute_tahun(triwulan: Sequence[Angka | None], metode: Metode) -> Fraction | None:
    """The year so far, exact; quarters that are None are not measured yet, and nothing at all gives None.

    >>> [compute_tahun((3, None, 4, None), m) for m in Metode]
    [Fraction(7, 1), Fraction(4, 1), Fraction(7, 2)]
    """
    ada = [to_fraction(x) for x in triwulan if x is not None]
    if not ada:
        return None
    if metode is Metode.AKHIR:
        return ada[-1]
    jumlah = sum(ada, Fraction(0))
    return jumlah if metode is Metode.JUMLAH else jumlah / len(ada)


def meets_target(triwulan: Sequence[Decimal | None], target: Target, metode: Metode | None) -> bool:
    """Whether the targets of quarters, at least one of them, lead to the year's; None: the year's lies among them.

    Only quarters that have one count; a sum of fewer than all may only not exceed. A mean is compared as it is printed,
    with two decimals.

    >>> tw = (Decimal(10), Decimal(20), None, Decimal(60))
    >>> [meets_target(tw, Target.from_angka(x), m) for x, m in ((90, Metode.JUMLAH), (90, Metode.AKHIR), (35, None))]
    [True, False, True]
    """
    ada = [to_fraction(x) for x in triwulan if x is not None]
    hasil = None if metode is None else compute_tahun(triwulan, metode)
    tinggi, rendah = (max(ada), min(ada)) if hasil is None else (hasil, hasil)
    desimal = 2 if metode is Metode.RATA_RATA else 6
    sisi = [(tinggi, target.bawah, 1), (rendah, target.atas, -1)]
    if metode is Metode.JUMLAH and None in triwulan:
        sisi = sisi[1:]
    return all(round_half_up(x - to_fraction(b), desimal) * arah >= 0 for x, b, arah in sisi if b is not None)


def compute_tahun_rasio(triwulan: Sequence[tuple[Angka, Angka] | None], metode: Metode) -> Fraction | None:
    """The same of numerators over denominators; sums are divided once. A denominator of 0 has nothing to measure.

    Raises:
        RentangError: a negative figure.

    >>> [str(compute_tahun_rasio(((1, 2), None, (0, 0), (3, 3)), m)) for m in Metode]
    ['4/5', '1', '3/4']
    """
    ada = [x for x in triwulan if x is not None and to_fraction(x[1]) != 0]
    if metode is Metode.JUMLAH and ada:
        atas, bawah = (sum((to_fraction(x[n]) for x in ada), Fraction(0)) for n in (0, 1))
        return compute_rasio(atas, bawah)
    return compute_tahun([compute_rasio(*x) for x in ada], metode)
