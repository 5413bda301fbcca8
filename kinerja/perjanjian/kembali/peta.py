"""Where the cells of an issued workbook stand in the one that came back; rows, columns or sheets may have moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Peta:
    """From a place in the issue to that in the return.

    Attributes:
        lembar: the return's name of each issued sheet; sheets that are gone are not in it.
        baris: of issued sheets whose rows have moved, row by row (from 0); rows that are gone are not in it.
        kolom: the same of columns.
    """

    lembar: Mapping[str, str]
    baris: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    kolom: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    def find(self, lembar: str, baris: int, kolom: int) -> tuple[str, int, int] | None:
        """Sheet, row and column in the return; None where that is gone.

        >>> Peta({"SKM": "SKM"}, {"SKM": {4: 5}}).find("SKM", 4, 1)
        ('SKM', 5, 1)
        """
        tujuan = self.lembar.get(lembar)
        b = self.baris[lembar].get(baris) if lembar in self.baris else baris
        k = self.kolom[lembar].get(kolom) if lembar in self.kolom else kolom
        return None if tujuan is None or b is None or k is None else (tujuan, b, k)
