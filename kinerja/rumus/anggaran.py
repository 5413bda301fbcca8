"""Budgets: absorption in per cent and differences in rupiah."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja.bilangan import DESIMAL_SEN, Angka, round_half_up, to_fraction
from kinerja.errors import PembagiNolError
from kinerja.peraturan import get_parameter
from kinerja.rumus.manfaat import compute_rasio


def compute_serapan(realisasi: Angka, pagu: Angka, *, pada: date) -> Decimal:
    """realisasi / pagu x 100 with the decimals of `anggaran`, 0 and up; over 100 is a finding, not an error here.

    Raises:
        PembagiNolError: pagu 0.
        RentangError: one of them negative.

    >>> compute_serapan(21_000_000, 21_540_000, pada=date(2024, 12, 31))
    Decimal('97.49')
    """
    if to_fraction(pagu) == 0:
        raise PembagiNolError("Pagu nol; serapan tidak dapat dihitung.", saran="Isi pagunya.")
    return round_half_up(compute_rasio(realisasi, pagu) * 100, get_parameter("anggaran", pada=pada).bilangan("desimal"))


def compute_selisih(perjanjian: Angka, dpa: Angka) -> Decimal:
    """perjanjian - DPA in rupiah, rounded half-up to the sen; negative when the DPA is larger.

    >>> compute_selisih(9_695_231_719, Decimal("9695231719.25")), compute_selisih(1.005, 0)
    (Decimal('-0.25'), Decimal('1.01'))
    """
    return round_half_up(to_fraction(perjanjian) - to_fraction(dpa), DESIMAL_SEN)
