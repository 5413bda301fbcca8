"""What a grid of cells holds beside values: cells that show an error, and formulas that were never computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Petak = Sequence[Sequence[object]]
"""Rows of cells; a blank cell is None or an empty text."""


@dataclass(frozen=True, slots=True)
class SelGalat:
    """A cell without a value.

    Attributes:
        teks: what it shows: `#DIV/0!`; empty for a formula that was never computed.
        belum_dihitung: a formula that the program which wrote the file did not compute.
    """

    teks: str
    belum_dihitung: bool = False
