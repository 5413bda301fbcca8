"""Named LAMBDA functions in a workbook of calls, and what IronCalc and formulon make of each call."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import formulon
import ironcalc
import xlsxwriter

from addin.daftar import DAFTAR
from addin.rumus_lambda import list_bernama
from kinerja.alamat import a1
from tests.alat.addin import blank, to_code
from tests.alat.mesin import same

HASIL = 400
"""The column in which results stand; what is read stands left of it."""


@dataclass
class Panggilan:
    """Cells that are read, calls over them, and the size of each result."""

    sel: dict[tuple[int, int], Any] = field(default_factory=dict)
    rumus: list[tuple[str, int, int]] = field(default_factory=list)
    baris: int = 0
    _akhir: int = 0

    def put(self, blok: Sequence[Sequence[Any]], kolom: int) -> str:
        """Put a block into the next rows; gives its address."""
        for i, isi in enumerate(blok):
            for j, nilai in enumerate(isi):
                if nilai is not None:
                    self.sel[self.baris + i, kolom + j] = nilai
        self._akhir = max(self._akhir, self.baris + len(blok))
        awal, akhir = a1(self.baris, kolom), a1(self.baris + len(blok) - 1, kolom + len(blok[0]) - 1)
        return awal if awal == akhir else f"{awal}:{akhir}"

    def call(self, rumus: str, tinggi: int = 1, lebar: int = 1) -> None:
        """A call whose result is so large; the next block stands below it and below all that was put."""
        self.rumus.append((rumus, tinggi, lebar))
        self.baris = self._akhir

    def write(self, path: Path, nama: dict[str, str]) -> Path:
        """The workbook: each result is a dynamic array formula, one below the other."""
        with xlsxwriter.Workbook(path) as buku:
            lembar = buku.add_worksheet("L")
            for nama_satu, rumus in nama.items():
                buku.define_name(nama_satu, f"={rumus}")
            for (baris, kolom), nilai in self.sel.items():
                tulis = lembar.write_string if isinstance(nilai, str) else lembar.write  # "=> 90" is no formula
                tulis(baris, kolom, nilai)
            baris = 0
            for rumus, tinggi, lebar in self.rumus:
                tempat = (baris, HASIL, baris + tinggi - 1, HASIL + lebar - 1)
                lembar.write_dynamic_array_formula(*tempat, f"={rumus}", None, "basi")
                baris += tinggi
        return path

    def list_tempat(self) -> list[tuple[int, int, int]]:
        """First row, height and width of each result."""
        hasil, baris = [], 0
        for _, tinggi, lebar in self.rumus:
            hasil.append((baris, tinggi, lebar))
            baris += tinggi
        return hasil

    def compute_ironcalc(self, path: Path) -> list[list[list[Any]]]:
        """Each result as IronCalc computes it; an empty text is None."""
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
        model.evaluate()
        return self._read(lambda b, k: model.get_cell_value(0, b + 1, k + 1))

    def compute_formulon(self, path: Path) -> list[list[list[Any]]]:
        """Each result as formulon computes it; it writes what may be left out in brackets, as Excel does on screen."""
        with formulon.Workbook.load(path.read_bytes()) as buku:
            buku.recalc()
            return self._read(partial(read_formulon, buku))

    def _read(self, read: Any) -> list[list[list[Any]]]:
        return [
            [[None if (x := read(b + i, HASIL + j)) == "" else x for j in range(lebar)] for i in range(tinggi)]
            for b, tinggi, lebar in self.list_tempat()
        ]


def read_formulon(buku: formulon.Workbook, baris: int, kolom: int) -> Any:
    """What a cell of its first sheet holds; an error by the name that a cell shows."""
    nilai = buku.get_value(0, baris, kolom)
    return nilai.to_python() if nilai.error_code is None else formulon.error_display_name(nilai.error_code)


def spell_formulon(rumus: str) -> str:
    """A LAMBDA with its optional parameters as formulon reads them.

    >>> spell_formulon("_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a)")
    '_xlfn.LAMBDA(_xlpm.a,[_xlpm.b],_xlpm.a)'
    """
    return re.sub(r"_xlop\.(\w+)", r"[_xlpm.\1]", rumus)


def compute(panggilan: Panggilan, mesin: str, folder: Path, pada: date) -> list[list[list[Any]]]:
    """What a program makes of the calls, with all names of that day in the workbook."""
    nama = {satu.fungsi.nama: satu.rumus for satu in list_bernama(pada=pada)}
    if mesin == "formulon":
        nama = {satu: spell_formulon(rumus) for satu, rumus in nama.items()}
    path = panggilan.write(folder / f"{mesin}.xlsx", nama)
    return panggilan.compute_ironcalc(path) if mesin == "ironcalc" else panggilan.compute_formulon(path)


def compute_inti(nama: str, masukan: tuple[Any, ...], pada: date) -> Any:
    """What the function itself gives: errors as codes, a blank or an empty text as None."""
    return blank(to_code(DAFTAR[nama].at(pada).evaluate(*masukan)))


def list_beda(soal: Sequence[Any], harap: Sequence[Any], nilai: Sequence[list[list[Any]]]) -> list[Any]:
    """Calls, what should come of them and what came, where these are not the same."""
    return [satu for satu in zip(soal, harap, nilai, strict=True) if not _equal(satu[1], satu[2])]


def _equal(harap: Any, nilai: list[list[Any]]) -> bool:
    isi = harap if isinstance(harap, list) else [[harap]]
    return all(agree(x, y) for p, q in zip(isi, nilai, strict=True) for x, y in zip(p, q, strict=True))


def agree(a: Any, b: Any) -> bool:
    """As `same`; beyond 15 digits a spreadsheet has no exact whole numbers."""
    besar = isinstance(a, int | float) and isinstance(b, int | float) and abs(a) >= 10**15
    return math.isclose(a, b, rel_tol=1e-14) if besar else same(a, b)
