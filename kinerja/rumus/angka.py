"""Numbers: exact arithmetic, the one rounding, Indonesian text in and out."""

from __future__ import annotations

from kinerja.bilangan import Angka, round_half_up, to_decimal, to_fraction, write_angka
from kinerja.rumus.baca_angka import read_angka, read_kolom_uang

__all__ = [
    "Angka",
    "format_angka",
    "format_rupiah",
    "read_angka",
    "read_kolom_uang",
    "round_half_up",
    "to_decimal",
    "to_fraction",
    "write_angka",
]

_INDONESIA = str.maketrans(",.", ".,")


def format_angka(x: Angka, desimal: int = 2) -> str:
    """A number as printed in Indonesia, rounded half-up.

    >>> format_angka(66.505), format_angka(15_435_519_078, 0)
    ('66,51', '15.435.519.078')
    """
    return f"{round_half_up(x, desimal):,f}".translate(_INDONESIA)


def format_rupiah(x: Angka) -> str:
    """Rupiah as printed; sen only where there are any.

    >>> format_rupiah(15_435_519_078), format_rupiah(-1500.5)
    ('Rp15.435.519.078', '-Rp1.500,50')
    """
    nilai = round_half_up(x, 2)
    desimal = 0 if nilai == nilai.to_integral_value() else 2
    return f"{'-' if nilai < 0 else ''}Rp{format_angka(nilai.copy_abs(), desimal)}"
