"""Exact numbers: the one way in from floats, and the one rounding.

These stand below everything that counts: band tables, rules, expressions of cells.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from kinerja.errors import KosongError, MasukanError

Angka = int | float | Decimal | Fraction
_PANGKAT = 1_000
"""Digits before and after the comma; the largest float has 309, the smallest 324."""
_BIT = 3_322
"""Bits of a number of that many digits."""
TITIK_KOMA = str.maketrans(",.", ".,")
DESIMAL_SEN = 2
"""Rupiah have sen, and nothing smaller."""


def to_decimal(x: Angka | None) -> Decimal:
    """The exact Decimal of a number; a float is read at 15 significant digits, as a spreadsheet does.

    Raises:
        KosongError: None.
        MasukanError: not a number, not finite, of more digits than any float can stand for, or a fraction without a
            finite decimal form.

    >>> to_decimal(64.99999999999999), to_decimal(0.1 + 0.2), to_decimal(7)
    (Decimal('65'), Decimal('0.3'), Decimal('7'))
    """
    if type(x) is int and x.bit_length() <= _BIT:  # nearly always
        return Decimal(x)
    if x is None:
        raise KosongError("Nilai belum diisi.")
    if isinstance(x, Fraction):
        return _from_fraction(x)
    if isinstance(x, bool) or not isinstance(x, (int, float, Decimal)):
        raise MasukanError(f"{x!r} bukan angka.", saran="Isi dengan angka.")
    if not isinstance(x, int) and not _is_finite(x):
        raise MasukanError(f"{x} bukan angka yang berhingga.", saran="Isi dengan angka.")
    if isinstance(x, float):
        return Decimal(f"{x:.15g}")
    if not _is_wajar(x):
        raise MasukanError(f"Angka lebih besar atau lebih teliti dari {_PANGKAT} angka.", saran="Periksa angkanya.")
    return Decimal(x)


def to_fraction(x: Angka | None) -> Fraction:
    """The exact Fraction of a number; floats and refusals as in `to_decimal`.

    >>> to_fraction(0.111), to_fraction(Decimal("66.50"))
    (Fraction(111, 1000), Fraction(133, 2))
    """
    return x if isinstance(x, Fraction) else Fraction(to_decimal(x))


def round_half_up(x: Angka, desimal: int) -> Decimal:
    """Round to `desimal` places (0 or more), ties away from zero, exactly; there is no negative zero.

    Equals a spreadsheet's ROUND on what a spreadsheet can hold (15 significant digits).

    >>> round_half_up(64.995, 2), round_half_up(-1.005, 2), round_half_up(Fraction(2, 3), 2)
    (Decimal('65.00'), Decimal('-1.01'), Decimal('0.67'))
    """
    pecahan = to_fraction(x)
    return Decimal(f"{divide_half_up(pecahan.numerator * 10**desimal, pecahan.denominator)}E-{desimal}")


def divide_half_up(pembilang: int, penyebut: int) -> int:
    """A quotient (penyebut above 0) as the nearest whole number, ties away from zero.

    >>> divide_half_up(5, 2), divide_half_up(-5, 2), divide_half_up(-1, 3)
    (3, -3, 0)
    """
    bulat = (2 * abs(pembilang) + penyebut) // (2 * penyebut)
    return -bulat if pembilang < 0 else bulat


def write_angka(x: Angka) -> str:
    """A number for a message or a printed bound: its own digits, decimal comma, no thousands dots.

    >>> write_angka(Decimal("76.60")), write_angka(90.005)
    ('76,60', '90,005')
    """
    return f"{to_decimal(x):f}".replace(".", ",")


def format_angka(x: Angka, desimal: int = 2) -> str:
    """A number as printed in Indonesia, rounded half-up.

    >>> format_angka(66.505), format_angka(15_435_519_078, 0)
    ('66,51', '15.435.519.078')
    """
    return f"{round_half_up(x, desimal):,f}".translate(TITIK_KOMA)


def format_rupiah(x: Angka) -> str:
    """Rupiah as printed; sen only where there are any.

    >>> format_rupiah(15_435_519_078), format_rupiah(-1500.5)
    ('Rp15.435.519.078', '-Rp1.500,50')
    """
    sen = to_fraction(x) * 100
    return write_sen(divide_half_up(sen.numerator, sen.denominator))


def write_bertanda(x: Angka) -> str:
    """Rupiah as in a table: without Rp; what is below 0 stands in brackets.

    >>> write_bertanda(Decimal("-1500.5")), write_bertanda(Decimal("-0.001"))
    ('(1.500,50)', '0')
    """
    teks = format_rupiah(x).replace("Rp", "", 1)
    return f"({teks[1:]})" if teks.startswith("-") else teks


def write_sen(sen: int) -> str:
    """The same of whole sen, quickly.

    >>> write_sen(2154000000), write_sen(-150)
    ('Rp21.540.000', '-Rp1,50')
    """
    bulat, sisa = divmod(abs(sen), 100)
    teks = f"{bulat:,}".replace(",", ".")
    return f"{'-' if sen < 0 else ''}Rp{teks}" + (f",{sisa:02}" if sisa else "")


def _is_wajar(x: int | Decimal) -> bool:
    """Whether a number can be written out; 1E+999999999 would fill the memory."""
    if isinstance(x, int):
        return x.bit_length() <= _BIT
    pangkat = x.as_tuple().exponent
    return isinstance(pangkat, int) and pangkat >= -_PANGKAT and abs(x.adjusted()) <= _PANGKAT


def _is_finite(x: float | Decimal) -> bool:
    return x.is_finite() if isinstance(x, Decimal) else math.isfinite(x)


def _from_fraction(x: Fraction) -> Decimal:
    """Exact, so that sums made in fractions come out right at any size (Decimal stops at 28 digits)."""
    pangkat = {2: 0, 5: 0}
    sisa = x.denominator
    for faktor in pangkat:
        while sisa % faktor == 0:
            sisa //= faktor
            pangkat[faktor] += 1
    if sisa != 1:
        raise MasukanError(f"Pecahan {x} tidak punya bentuk desimal yang habis.", saran="Bulatkan dahulu.")
    desimal = max(pangkat.values())
    return Decimal(f"{x.numerator * 10**desimal // x.denominator}E-{desimal}")
