"""Budgets of one source as a table: the common form of every file that finance staff have."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import polars as pl

from kinerja.alamat import column_letters
from kinerja.tabel.teks import show_nama

Peran = Literal["perjanjian", "dpa", "realisasi"]
"""Which of the three sources a table is; it decides which amount column is read."""

SEBUTAN: dict[Peran, str] = {"perjanjian": "perjanjian", "dpa": "DPA", "realisasi": "realisasi"}
"""How messages name a source."""

UANG: dict[Peran, str] = {"perjanjian": "pagu", "dpa": "pagu", "realisasi": "realisasi"}
"""Meaning of the amount column of a source."""

_KOLOM: dict[str, pl.DataType | type[pl.DataType]] = {
    "bagian": pl.UInt16,
    "baris": pl.UInt32,
    "kecamatan": pl.String,
    "kode": pl.String,
    "nama": pl.String,
    "sen": pl.Int64,
    "pembeda": pl.String,
}
SKEMA = pl.Schema(_KOLOM)
"""Rows as read: part, row from 1, kecamatan as written, code in standard spelling, amount in sen (null where there is
none), and what tells the row apart from others of its code: sub-unit, funding source, month."""

SKEMA_TOTAL = pl.Schema({**_KOLOM, "jenis": pl.String, "seharusnya": pl.Int64})
"""Totals and sections: `jumlah` or `induk`, and, where the row equals nothing, what the rows nearest to it come to."""

SKEMA_LUAR = pl.Schema({**_KOLOM, "sebab": pl.String, "berjumlah": pl.Int64, "seharusnya": pl.Int64})
"""Rows with amounts that are not compared, and why; for the first of items that do not come to the row above them, what
they come to and what they should."""

MAKS_SEN = 10**17
"""10^15 rupiah: no budget of a region comes near, and sums stay exact in 64 bits."""


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


@dataclass(frozen=True, slots=True, eq=False)
class TabelAnggaran:
    """All budgets of one source.

    Attributes:
        isi: rows after `SKEMA`, programmes and what is below them.
        total: rows that state a sum, after `SKEMA_TOTAL`; proved against the rows that they sum, never added.
        luar: rows after `SKEMA_LUAR` that are not compared.
        catatan: what the reader should be told of how the files were taken, sentences.
        nama_kecamatan: names by code, where the files say both.
    """

    peran: Peran
    bagian: tuple[Bagian, ...]
    isi: pl.DataFrame
    total: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SKEMA_TOTAL))
    luar: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SKEMA_LUAR))
    catatan: tuple[str, ...] = ()
    nama_kecamatan: dict[str, str] = field(default_factory=dict)

    @property
    def murni(self) -> bool:
        """It is of a budget before its change, as far as it says."""
        return {b.masa for b in self.bagian} == {"murni"}


def make_isi(kolom: dict[str, object], skema: pl.Schema = SKEMA) -> pl.DataFrame:
    """A frame after a schema from lists or series; what is missing is null."""
    tinggi = len(kolom["baris"])  # type: ignore[arg-type]
    return pl.DataFrame({nama: kolom.get(nama, [None] * tinggi) for nama in skema}, schema=skema)


def concat_tabel(peran: Peran, tabel: list[TabelAnggaran]) -> TabelAnggaran:
    """Files, one or more, as one source; parts are numbered on."""
    bagian: list[Bagian] = []
    isi, total, luar = [], [], []
    nama: dict[str, str] = {}
    for t in tabel:
        geser = pl.col("bagian") + pl.lit(len(bagian), pl.UInt16)
        isi.append(t.isi.with_columns(geser))
        total.append(t.total.with_columns(geser))
        luar.append(t.luar.with_columns(geser))
        bagian += t.bagian
        nama |= t.nama_kecamatan
    catatan = tuple(dict.fromkeys(c for t in tabel for c in t.catatan))
    return TabelAnggaran(peran, tuple(bagian), pl.concat(isi), pl.concat(total), pl.concat(luar), catatan, nama)
