"""Neutral cell values: what every spreadsheet program hands over and gets back, in plain Python.

A cell is None (blank), bool, a number, str, a date or a `Galat`; a range is a list of rows of cells. The hosts
translate to and from these, the functions never see anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias, TypeGuard

from kinerja.errors import MasukanError

KODE = {"#NULL!": 2000, "#DIV/0!": 2007, "#VALUE!": 2015, "#REF!": 2023, "#NAME?": 2029, "#NUM!": 2036, "#N/A": 2042}
"""Excel's errors, with the number by which VBA knows them."""


@dataclass(frozen=True, slots=True)
class Galat:
    """An error value in a cell: its Excel code and, where we know it, one Indonesian sentence."""

    kode: str
    pesan: str = ""


NA, NUM, VALUE, DIV0 = (Galat(kode) for kode in ("#N/A", "#NUM!", "#VALUE!", "#DIV/0!"))
"""Those that the functions themselves give."""


class SelGalatError(MasukanError):
    """An argument is an error cell; the error passes through with its own code."""

    def __init__(self, sel: Galat, pesan: str) -> None:
        super().__init__(pesan)
        self.sel = sel


Sel: TypeAlias = bool | int | float | Decimal | str | date | Galat | None
Rentang: TypeAlias = Sequence[Sequence[Sel]]
Nilai: TypeAlias = Sel | Rentang
_BARIS = (list, tuple)  # made once: `list | tuple` would be made anew for every cell


def is_rentang(nilai: object) -> TypeGuard[Sequence[Sequence[Any]]]:
    """Whether a value is a range: rows of cells.

    >>> is_rentang([[1.0, None]]), is_rentang("A1:B1")
    (True, False)
    """
    return isinstance(nilai, _BARIS)


def map_sel(ubah: Callable[[Any], Any], nilai: Any) -> Any:
    """A value with every cell of it changed; what was a range is a list of rows.

    >>> map_sel(str, ((7, 8),)), map_sel(str, 7)
    ([['7', '8']], '7')
    """
    return [map_sel(ubah, satu) for satu in nilai] if isinstance(nilai, _BARIS) else ubah(nilai)


def to_hari(seri: float) -> datetime | float:
    """The day and time of a number that a cell shows as such; a number that is no day of Excel's stays one.

    >>> to_hari(45481.0), to_hari(2_958_466.0)
    (datetime.datetime(2024, 7, 8, 0, 0), 2958466.0)
    """
    return datetime(1899, 12, 30) + timedelta(days=seri) if 0 <= seri < HARI_TERBANYAK else seri


HARI_TERBANYAK = 2_958_466
"""The number of the day after 31-12-9999, the last."""


def list_galat(rentang: Sequence[Sequence[Any]]) -> Iterator[tuple[str, Galat]]:
    """The error cells of a range, each with where it stands (`name_cell`)."""
    for i, baris in enumerate(rentang):
        for j, sel in enumerate(baris):
            if isinstance(sel, Galat):
                yield name_cell(i, j), sel


def name_cell(baris: int, kolom: int) -> str:
    """Where a cell stands inside an argument, counted from its own corner, for a sentence.

    >>> name_cell(0, 2)
    'baris 1 kolom 3'
    """
    return f"baris {baris + 1} kolom {kolom + 1}"
