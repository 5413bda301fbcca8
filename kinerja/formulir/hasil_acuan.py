"""Cells that the formulas of the hidden sheet read: the form's inputs and results by name, and those of the sheet."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from kinerja.alamat import Kotak, a1
from kinerja.workbook.ekspresi import X
from kinerja.workbook.fungsi import IF, ROUND
from kinerja.workbook.isi_buku import RentangBuku, make_sel
from workbook_templates.rumus import is_angka

Nama = Mapping[str, tuple[str, Kotak]]
"""Names of a filled form: sheet, and first row, first column, last row, last column from 0."""
DESIMAL_PERSEN = 9
"""Of a share shown as per cent: what lies behind is the programs' binary noise."""


@dataclass(frozen=True, slots=True)
class Acuan:
    """What formulas may read.

    Attributes:
        judul: title of the hidden sheet, on which they stand.
        persen: names of inputs that the form shows as per cent, so that 95 is typed as 0,95.
    """

    judul: str
    nama: Nama
    persen: Set[str] = frozenset()

    def find(self, nama: str, geser: int = 0) -> X | None:
        """The cell of a name, or that many rows below its first; None where there is none."""
        letak = self.nama.get(nama)
        if letak is None:
            return None
        lembar, (b, k, *_) = letak
        return make_sel(f"{quote(lembar)}!{a1(b + geser, k, mutlak=True)}", lembar, b + geser, k)

    def find_angka(self, nama: str, geser: int = 0) -> X | None:
        """The number in it, "" where there is none."""
        x = self.find(nama, geser)
        if x is None:
            return None
        return IF(is_angka(x), ROUND(x * 100, DESIMAL_PERSEN) if nama in self.persen else x, "")

    def find_isi(self, nama: str, geser: int = 0) -> X | None:
        """What stands in it, "" where nothing does."""
        x = self.find(nama, geser)
        return None if x is None else IF(x == "", "", x)

    def sel(self, baris: int, kolom: int) -> X:
        """A cell of the hidden sheet."""
        return make_sel(a1(baris, kolom), self.judul, baris, kolom)

    def rentang(self, kotak: Kotak) -> RentangBuku:
        """A range of the hidden sheet."""
        b, k, b_akhir, k_akhir = kotak
        return RentangBuku(f"{a1(b, k)}:{a1(b_akhir, k_akhir)}", self.judul, kotak)


def quote(lembar: str) -> str:
    """The name of any sheet in a formula: one called `R` or `C` would be a row or a column.

    >>> quote("Form I.A"), quote("Jum'at")
    ("'Form I.A'", "'Jum''at'")
    """
    return "'" + lembar.replace("'", "''") + "'"
