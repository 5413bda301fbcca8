"""Which cells hold an amount, however it is written, which hold none, and which look like one."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja.angka import is_strip
from kinerja.judul import is_kosong

_UANG = re.compile(r"[\s(\-−]*(?:(?:rp|idr)\.?)?[\s(\-−]*[0-9][0-9.,\s]*[\s)\-]*", re.IGNORECASE)
_MIRIP = re.compile(r"\W*(?:(?:rp|idr)\W*[0-9]|[0-9][^a-z]*[0-9]{3})", re.IGNORECASE)
"""How a text begins that was meant as an amount: `2.500.000*`, `Rp2,5 juta`; `12 dokumen` is none."""


def is_uang(sel: object) -> bool:
    """A cell that holds an amount; not a date, nor the 18 figures of a civil servant's number.

    >>> [is_uang(s) for s in (5, "Rp 1.500,00", "(300)", "Medan, 2 Januari 2024", "197001011990031001", "-", None)]
    [True, True, True, False, False, False, False]
    """
    if isinstance(sel, str):
        return _UANG.fullmatch(sel) is not None and sum(h.isdigit() for h in sel) <= 17
    return isinstance(sel, (int, float, Decimal)) and not isinstance(sel, bool) and -(10**17) < sel < 10**17


def is_mirip_uang(sel: object) -> bool:
    """A cell that holds an amount, or what was meant as one.

    >>> [is_mirip_uang(s) for s in ("2.500.000*", "Rp2,5 juta", 1e17, "12 dokumen", "Medan, 2 Januari 2024", True)]
    [True, True, True, False, False, False]
    """
    if isinstance(sel, str):
        return is_uang(sel) or _MIRIP.match(sel) is not None
    return isinstance(sel, (int, float, Decimal)) and not isinstance(sel, bool)


def is_tiada(sel: object) -> bool:
    """A cell that says that there is no amount: blank or a dash, as the accounting formats write it too.

    >>> [is_tiada(s) for s in (None, " ", "-", " Rp-   ", "—", "nihil", 0)]
    [True, True, True, True, True, False, False]
    """
    return is_kosong(sel) or (isinstance(sel, str) and is_strip(sel))
