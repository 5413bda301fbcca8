"""Cells as the door hands them on: None, text, float, bool, a date or time, or an error that was computed there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kinerja.alamat import column_letters
from kinerja.errors import BanyakError, DataError

Petak = Sequence[Sequence[object]]
"""Rows of cells; a blank cell is None or an empty text."""


@dataclass(frozen=True, slots=True)
class SelGalat:
    """A cell that has no value to be used: an error such as `#DIV/0!`, a formula that no program has computed yet."""

    teks: str
    saran: str = "Betulkan rumus di sel itu."

    def __str__(self) -> str:
        return self.teks


class Persen(float):
    """A number that its cell shows as per cent: 0,85 is read as 85%."""

    __slots__ = ()


BELUM_DIHITUNG = SelGalat("rumus yang belum dihitung", "Buka dengan Excel atau LibreOffice, lalu simpan ulang.")


@dataclass(frozen=True, slots=True)
class IsiLembar:
    """What a sheet holds.

    Attributes:
        tersembunyi: rows with values that are hidden.
        rumus_kosong: formulas that show an empty text, where it cannot be told whether they were ever computed.
        tautan: where links lead inside the workbook, as written, by the cell or range that has them; .xlsx only.
    """

    petak: Petak
    tersembunyi: int = 0
    rumus_kosong: int = 0
    tautan: Mapping[str, str] = field(default_factory=dict)


def split_galat(petak: Petak) -> tuple[Petak, dict[tuple[int, int], SelGalat]]:
    """The grid with its error cells blank, and these by row and column from 0.

    >>> split_galat([[7.0, SelGalat("#N/A")], ["a"]])[0]
    [[7.0, None], ['a']]
    """
    galat = {(b, k): s for b, baris in enumerate(petak) for k, s in enumerate(baris) if isinstance(s, SelGalat)}
    if not galat:
        return petak, galat
    kena = {b for b, _ in galat}
    bersih = [[None if isinstance(s, SelGalat) else s for s in r] if b in kena else r for b, r in enumerate(petak)]
    return bersih, galat


def refuse_galat(sel: SelGalat, baris: int, kolom: int, tempat: str) -> DataError:
    """The error for such a cell where it would be read; row and column from 0, `tempat` names file and sheet."""
    alamat = f"{column_letters(kolom)}{baris + 1}"
    return DataError(f"Sel {alamat} berisi {sel.teks}.", tempat=f"{tempat}, baris {baris + 1}", saran=sel.saran)


def need_tanpa_galat(petak: Petak, tempat: str) -> Petak:
    """The same grid, where every cell counts.

    Raises:
        DataError: it holds an error cell; a BanyakError when it holds several.
    """
    galat = [refuse_galat(sel, baris, kolom, tempat) for (baris, kolom), sel in split_galat(petak)[1].items()]
    if galat:
        raise galat[0] if len(galat) == 1 else BanyakError(tuple(galat))
    return petak
