"""Host: the ribbon of Excel for Windows, whose VBA asks here what a frozen formula looks like."""

from __future__ import annotations

from addin.bekukan import RaguError, freeze_formula
from addin.bekukan_acuan import is_acuan
from addin.hari_ini import hari_ini
from addin.rumus_biasa import TanpaRumusError
from addin.spec import Arg


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


def list_acuan(rumus: str) -> str:
    """What a formula hands over where a cell that shows 66,5% means 66,5, each on a line; VBA sees how it looks.

    >>> list_acuan("=SKM_MUTU(A1)&PERSEN_CAPAIAN(Data!B1,IF(C1>0,C1,5))").split()
    ['A1', 'Data!B1', 'C1']
    """
    semua: dict[str, None] = {}

    def note(arg: Arg, acuan: str) -> str:
        if arg.persen and is_acuan(acuan):
            semua[acuan] = None
        return ""

    try:
        freeze_formula(rumus.removeprefix("="), pada=hari_ini(), tolak=note)
    except TanpaRumusError:
        return ""
    return "\n".join(semua)
