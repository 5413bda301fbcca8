"""Which cells hold an amount, however it is written, which hold none, and which look like one."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja.angka import is_strip
from kinerja.judul import is_kosong

_UANG = re.compile(r"[\s(\-−]*(?:(?:rp|idr)\.?)?[\s(\-−]*[0-9][0-9.,\s]*[\s)\-]*", re.IGNORECASE)
_BERTANDA = re.compile(r"[\s(\-−+]*(?:(?:rp|idr)\.?)?[\s(\-−+]*[0-9][0-9.,'\s]*[\s)\-*]*", re.IGNORECASE)
_RIBUAN = re.compile(r"[0-9]{1,3}(?:[.,'\s][0-9]{3})+(?![0-9.,])[^0-9a-z]*(?:\(.*)?", re.IGNORECASE)
_UPAYA = re.compile(
    r"^\W*(?:rp|idr)\W*[0-9]|^#|[0-9][.,]?[0-9]*e\+?[0-9]+$|\b(?:ribu|juta|jt|miliar|milyar|triliun|rupiah)\b",
    re.IGNORECASE,
)
"""How a text looks that was meant as an amount, or stands in its place: `Rp2,5 juta`, `########`, `1,5E+07`."""


def is_uang(sel: object) -> bool:
    """A cell that holds an amount; not a date, nor the 18 figures of a civil servant's number.

    >>> [is_uang(s) for s in (5, "Rp 1.500,00", "(300)", "Medan, 2 Januari 2024", "197001011990031001", "-", None)]
    [True, True, True, False, False, False, False]
    """
    if isinstance(sel, str):
        return _UANG.fullmatch(sel) is not None and sum(h.isdigit() for h in sel) <= 17
    return isinstance(sel, (int, float, Decimal)) and not isinstance(sel, bool) and -(10**17) < sel < 10**17


def is_upaya(sel: object) -> bool:
    """A cell that was meant as an amount, and does not have the form of one.

    >>> [is_upaya(s) for s in ("2.500.000*", "Rp2,5 juta", "########", 1e17)]
    [True, True, True, True]
    >>> [is_upaya(s) for s in ("12 dokumen", "1.250 orang", "05/01/2026", "5.1.02.01", "197001011990031001", 5, True)]
    [False, False, False, False, False, False, False]
    """
    if isinstance(sel, str):
        teks = sel.strip()
        return not is_uang(teks) and bool(_UPAYA.search(teks) or _RIBUAN.fullmatch(teks.lstrip("+-−( ")))
    return isinstance(sel, (int, float, Decimal)) and not isinstance(sel, bool) and not is_uang(sel)


def is_bertanda(teks: str) -> bool:
    """An amount, perhaps with a mark behind it or before it.

    >>> is_bertanda("2.500.000*"), is_bertanda("+2'500'000"), is_bertanda("2.500.000 lagi")
    (True, True, False)
    """
    return _BERTANDA.fullmatch(teks) is not None and sum(h.isdigit() for h in teks) <= 17


def is_tiada(sel: object) -> bool:
    """A cell that says that there is no amount: blank or a dash, as the accounting formats write it too.

    >>> [is_tiada(s) for s in (None, " ", "-", " Rp-   ", "—", "nihil", 0)]
    [True, True, True, True, True, False, False]
    """
    return is_kosong(sel) or (isinstance(sel, str) and is_strip(sel))
