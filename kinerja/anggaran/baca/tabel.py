"""Budgets of one source as a table: the common form of every file that finance staff have."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from kinerja.anggaran.sumber import Bagian, Peran

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
