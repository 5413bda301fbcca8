"""Figures as the page shows them; what is not there is a dash, never 0."""

from __future__ import annotations

from kinerja.bilangan import TITIK_KOMA, divide_half_up
from kinerja.perjanjian.hasil import Angka

KOSONG = "–"
"""A figure that is not there."""


def write_nilai(x: Angka | str | None) -> str:
    """A target or a realisation: a whole number without decimals, any other with two; a word as it is.

    >>> from fractions import Fraction
    >>> [write_nilai(x) for x in (100, Fraction(883, 10), Fraction(2, 3), -12345, "WBK", "", None)]
    ['100', '88,30', '0,67', '-12.345', 'WBK', '–', '–']
    """
    if x is None or isinstance(x, str):
        return x or KOSONG
    teks = write_dua(x)
    return teks.removesuffix(",00")


def write_dua(x: Angka | None) -> str:
    """A figure with two decimals, rounded half-up.

    >>> from fractions import Fraction
    >>> write_dua(Fraction(1005, 1000)), write_dua(Fraction(-1, 1000)), write_dua(None)
    ('1,01', '0,00', '–')
    """
    if x is None:
        return KOSONG
    seratus = divide_half_up(x.numerator * 100, x.denominator)
    bulat, sisa = divmod(abs(seratus), 100)
    return f"{'-' if seratus < 0 else ''}{f'{bulat:,}'.translate(TITIK_KOMA)},{sisa:02}"


def write_persen(x: Angka | None) -> str:
    """A percentage with its sign.

    >>> from fractions import Fraction
    >>> write_persen(Fraction(195, 2)), write_persen(None)
    ('97,50%', '–')
    """
    return KOSONG if x is None else f"{write_dua(x)}%"
