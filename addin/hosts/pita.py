"""Host: the ribbon of Excel for Windows, whose VBA asks here what a frozen formula looks like."""

from __future__ import annotations

from addin.bekukan import RaguError, freeze_formula
from addin.hari_ini import hari_ini
from addin.rumus_biasa import TanpaRumusError


def freeze_cell(rumus: str) -> str:
    """The formula of a cell, with its "=", frozen by the law of today; "" when only its value can stay.

    >>> freeze_cell("=A1+1"), freeze_cell("=TERBILANG(A1)")
    ('=A1+1', '')
    """
    try:
        return f"={freeze_formula(rumus.removeprefix('='), pada=hari_ini())}"
    except RaguError:  # perhaps a function of the user's: it stays
        return rumus
    except TanpaRumusError:
        return ""
