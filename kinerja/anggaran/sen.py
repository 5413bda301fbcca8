"""Whole sen, as sums are made of them, back to rupiah."""

from __future__ import annotations

from decimal import Decimal


def from_sen(sen: int | None) -> Decimal | None:
    """Rupiah of whole sen; decimals only where there are sen.

    >>> from_sen(2154000000), from_sen(150), from_sen(None)
    (Decimal('21540000'), Decimal('1.50'), None)
    """
    if sen is None:
        return None
    return Decimal(sen // 100) if sen % 100 == 0 else Decimal(sen).scaleb(-2)


def write_sen(sen: int) -> str:
    """Rupiah for a message, quickly.

    >>> write_sen(2154000000), write_sen(-150)
    ('Rp21.540.000', '-Rp1,50')
    """
    bulat, sisa = divmod(abs(sen), 100)
    teks = f"{bulat:,}".replace(",", ".")
    return f"{'-' if sen < 0 else ''}Rp{teks}" + (f",{sisa:02}" if sisa else "")


def write_polos(n: object) -> str | None:
    """A value for another program: an amount with all its digits.

    >>> write_polos(Decimal("1E+3")), write_polos(7), write_polos(None)
    ('1000', '7', None)
    """
    return f"{n:f}" if isinstance(n, Decimal) else None if n is None else str(n)
