"""The three sources of a comparison: their names, the tables that they were read from, and where their amounts went."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kinerja.alamat import column_letters, show_nama
from kinerja.anggaran.sen import from_sen, write_polos

Peran = Literal["perjanjian", "dpa", "realisasi"]
"""Which of the three sources a table is; it decides which amount column is read."""

SEBUTAN: dict[Peran, str] = {"perjanjian": "perjanjian", "dpa": "DPA", "realisasi": "realisasi"}
"""How messages name a source."""

UANG: dict[Peran, str] = {"perjanjian": "pagu", "dpa": "pagu", "realisasi": "realisasi"}
"""Meaning of the amount column of a source."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """One table in one file.

    Attributes:
        lembar: name of the sheet; empty in a text file.
        kolom: number of the amount column from 0; None where the amount is a sum of cells or has no cell.
        tahun: budget year that the file states; 0 when it states none.
        pemetaan: (meaning, column title) as it was understood, to be shown.
        letak: (meaning, column number from 0) of the columns read; empty for a workbook of ours.
        masa: `murni` or `perubahan` where the column read says so.
        terbaca: rows with amounts in the columns that count, and their sum in sen, counted from the raw cells.
        pilihan: which columns of amounts were read and which not, where there was a choice; a sentence.
        sesudah: the option that reads the column after a change of the budget, where the one before it was read.
    """

    path: Path
    lembar: str = ""
    kolom: int | None = None
    tahun: int = 0
    pemetaan: tuple[tuple[str, str], ...] = ()
    letak: tuple[tuple[str, int], ...] = ()
    masa: str = ""
    terbaca: tuple[int, int] = (0, 0)
    pilihan: str = ""
    sesudah: str = ""

    @property
    def berkas(self) -> str:
        """Name of the file, as a sheet can show it: a name may hold what no sheet can."""
        return show_nama(self.path.name)

    @property
    def nama(self) -> str:
        """How messages name it: `dpa.xlsx, lembar DPA`."""
        return f"{self.berkas}, lembar {self.lembar}" if self.lembar else self.berkas

    def place(self, baris: int) -> str:
        """Where a row's amount stands: `dpa.xlsx, lembar DPA, sel D12`."""
        return f"{self.nama}, {self.cell(baris) or f'baris {baris}'}"

    def cell(self, baris: int) -> str:
        """`sel D12`, or nothing in a file without cells."""
        return f"sel {column_letters(self.kolom)}{baris}" if self.lembar and self.kolom is not None else ""


@dataclass(frozen=True, slots=True)
class Bukti:
    """Where the amounts of a source went: rows and their sum in sen, for each of the parts and for the raw cells.

    Attributes:
        terbaca: counted from the cells of the columns of amounts, apart from all the rest.
        daun: rows with nothing below them, which are compared.
        induk: rows that state what those below them come to.
        jumlah: totals and sections.
        disebut: rows that are not compared, and are named.
        dibandingkan: sum in sen of what stands in the comparison.
        salah: parents, totals, sections and items that do not equal what they should.
    """

    terbaca: tuple[int, int]
    daun: tuple[int, int]
    induk: tuple[int, int]
    jumlah: tuple[int, int]
    disebut: tuple[int, int]
    dibandingkan: int
    salah: int

    @property
    def tertutup(self) -> bool:
        """Every amount in the cells is one of these, and something was compared; what is wrong with them is named."""
        sama = self.salah > 0 or self.daun[1] == self.dibandingkan
        return self.sum_bagian() == self.terbaca and sama and self.daun[0] > 0

    @property
    def utuh(self) -> bool:
        """Every amount in the cells is one of these, every sum is right, and something was compared."""
        return self.tertutup and not self.salah

    def sum_bagian(self) -> tuple[int, int]:
        """Rows and sum of all parts, which must be those of the cells."""
        bagian = (self.daun, self.induk, self.jumlah, self.disebut)
        return sum(n for n, _ in bagian), sum(sen for _, sen in bagian)

    def to_dict(self) -> dict[str, object]:
        """Plain values: rows and rupiah by part."""
        isi = {k: getattr(self, k) for k in ("terbaca", "daun", "induk", "jumlah", "disebut")}
        bagian: dict[str, object] = {
            k: {"baris": n, "jumlah": write_polos(from_sen(sen))} for k, (n, sen) in isi.items()
        }
        dibandingkan = write_polos(from_sen(self.dibandingkan))
        return bagian | {"dibandingkan": dibandingkan, "salah": self.salah, "utuh": self.utuh}


@dataclass(frozen=True, slots=True)
class Sumber:
    """One source: its parts, how its columns were understood, its total in sen at the level compared, and the proof."""

    peran: Peran
    bagian: tuple[Bagian, ...]
    catatan: tuple[str, ...]
    baris: int
    sen: int
    bukti: Bukti
