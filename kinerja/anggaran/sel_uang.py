"""Which cells hold an amount, however it is written."""

from __future__ import annotations

import re
from decimal import Decimal

_UANG = re.compile(r"[\s(\-−]*(?:(?:Rp|IDR)\.?)?[\s(\-−]*[0-9][0-9.,\s]*[\s)\-]*", re.IGNORECASE)


def is_uang(sel: object) -> bool:
    """A cell that holds an amount; not a date, nor the 18 figures of a civil servant's number.

    >>> [is_uang(s) for s in (5, "Rp 1.500,00", "(300)", "Medan, 2 Januari 2024", "197001011990031001", "-", None)]
    [True, True, True, False, False, False, False]
    """
    if isinstance(sel, str):
        return _UANG.fullmatch(sel) is not None and sum(h.isdigit() for h in sel) <= 17
    return isinstance(sel, (int, float, Decimal)) and not isinstance(sel, bool) and -(10**17) < sel < 10**17
