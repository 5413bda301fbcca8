"""A finished workbook as openpyxl reads it: formulas, cached values, names; nothing of ours takes part."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.utils.cell import range_boundaries

Sel = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Terbaca:
    """The same file twice: with formulas, and with the values that were cached for them."""

    rumus: Workbook
    nilai: Workbook

    @property
    def lembar(self) -> list[str]:
        """Sheets that users see."""
        return [s.title for s in self.rumus.worksheets if s.sheet_state == "visible"]

    def get(self, sel: Sel) -> object:
        """What stands in a cell: its value, of a formula the cached one."""
        return self.nilai[sel[0]][sel[1]].value

    def get_rumus(self, sel: Sel) -> str:
        """A cell's formula; empty without one."""
        isi = self.rumus[sel[0]][sel[1]].value
        return isi if isinstance(isi, str) and self.rumus[sel[0]][sel[1]].data_type == "f" else ""

    def list_nama(self) -> dict[str, str]:
        """Defined names of the workbook with what each refers to, `$` left out."""
        return {nama: isi.attr_text.replace("$", "") for nama, isi in self.rumus.defined_names.items()}

    def find(self, nama: str) -> Sel:
        """The cell of a name, the first of a range."""
        return self.list_sel(nama)[0]

    def list_sel(self, nama: str) -> list[Sel]:
        """All cells of a name, row by row."""
        lembar, _, acuan = self.list_nama()[nama].rpartition("!")
        kiri, atas, kanan, bawah = range_boundaries(acuan)
        assert kiri and atas and kanan and bawah
        judul = lembar.strip("'")
        return [
            (judul, self.rumus[judul].cell(b, k).coordinate)
            for b in range(atas, bawah + 1)
            for k in range(kiri, kanan + 1)
        ]

    def list_terbuka(self) -> set[Sel]:
        """Cells that are not locked; those under a merge are left out."""
        return {
            (s.title, sel.coordinate)
            for s in self.rumus.worksheets
            for baris in s.iter_rows()
            for sel in baris
            if not isinstance(sel, MergedCell) and sel.protection is not None and not sel.protection.locked
        }

    def list_teks(self) -> list[str]:
        """Every text of every cell, formulas too."""
        return [
            sel.value for s in self.rumus.worksheets for b in s.iter_rows() for sel in b if isinstance(sel.value, str)
        ]


def read_buku(isi: bytes) -> Terbaca:
    """Both readings of a file."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return Terbaca(load_workbook(io.BytesIO(isi)), load_workbook(io.BytesIO(isi), data_only=True))


def is_sama(ada: object, harap: object) -> bool:
    """Whether a cell shows what it should: blank is "", numbers to 1e-9 of their size, texts exactly."""
    if harap in (None, ""):
        return ada in (None, "")
    if isinstance(harap, str):
        return ada == harap
    if not isinstance(ada, int | float) or isinstance(ada, bool):
        return False
    angka = float(harap) if isinstance(harap, int | float | Decimal) else float("nan")
    return abs(ada - angka) <= 1e-9 * max(1.0, abs(angka))
