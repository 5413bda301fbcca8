"""Whole sen, as sums are made of them, and rupiah: the way in and the way back."""

from __future__ import annotations

from decimal import Decimal
from typing import overload


def to_sen(rupiah: Decimal) -> int | None:
    """Whole sen of rupiah; None where there is a fraction of a sen.

    >>> to_sen(Decimal("21540000.5")), to_sen(Decimal("0.005"))
    (2154000050, None)
    """
    sen = rupiah * 100
    bulat = int(sen)
    return bulat if bulat == sen else None


@overload
def from_sen(sen: int) -> Decimal: ...
@overload
def from_sen(sen: int | None) -> Decimal | None: ...
def from_sen(sen: int | None) -> Decimal | None:
    """Rupiah of whole sen; decimals only where there are sen.

    >>> from_sen(2154000000), from_sen(150), from_sen(None)
    (Decimal('21540000'), Decimal('1.50'), None)
    """
    if sen is None:
        return None
    return Decimal(sen // 100) if sen % 100 == 0 else Decimal(sen).scaleb(-2)


def write_polos(n: object) -> str | None:
    """A value for another program: an amount with all its digits.

    >>> write_polos(Decimal("1E+3")), write_polos(7), write_polos(None)
    ('1000', '7', None)
    """
    return f"{n:f}" if isinstance(n, Decimal) else None if n is None else str(n)
