"""What the sheets of the reconciliation share: the result, columns of a table, links to source cells, amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Final

from kinerja.alamat import a1
from kinerja.anggaran.pasangan import Hasil, Letak
from kinerja.anggaran.sumber import SEBUTAN, Peran
from kinerja.anggaran.temuan import JUDUL_HASIL, LEMBAR, Lanjutan
from kinerja.workbook.ekspresi import X, luar, rentang, sel
from kinerja.workbook.fungsi import HYPERLINK, IF, INT, ISNUMBER
from kinerja.workbook.layout import Cetak, Nilai
from workbook_templates.penyusun import Penyusun, read_teks

KOLOM_ALAMAT = 7
"""Column of the sheet of sources that links lead to."""
AWAL = 6
"""First row of a table (from 0); its header stands above it, the totals above the header."""

MAKS_HANYA = 10_000
"""Rows of a sheet of what one side lacks: so many mean that the sources are not of the same thing."""
MAKS_KELOMPOK = 1_000
"""Programmes, and kegiatan, that the roll-up tells one by one; the law knows far fewer."""

KERTAS: Final = "f4"
TEKS = "rekonsiliasi/text.toml"
RINGKASAN, TEMUAN, PER_TINGKAT, SUMBER = "Ringkasan", LEMBAR, "Per tingkat", "Sumber"
JUDUL_BEDA = "Selisih perjanjian − DPA (Rp)"
JUDUL_UANG: dict[Peran, str] = {"perjanjian": "Perjanjian (Rp)", "dpa": "DPA (Rp)", "realisasi": "Realisasi (Rp)"}


@dataclass(frozen=True, slots=True)
class Bahan:
    """The input of the template.

    Attributes:
        alamat: how the workbook reaches each source file, a path relative to its own folder, with `/`.
        tanggal: year, month, day stamped into the file.
        maks_baris: rows of one sheet; what is beyond stands in one row, as a sum.
        lanjutan: what became of the findings of an earlier result; its `temuan` are those of `hasil`.
    """

    hasil: Hasil
    alamat: Mapping[Path, str]
    tanggal: tuple[int, int, int]
    maks_baris: int = 50_000
    lanjutan: Lanjutan | None = None

    @property
    def pada(self) -> date:
        """The day whose law counts: the end of the budgets' year, else the day of the comparison."""
        return date(self.tahun[-1], 12, 31) if self.tahun else date(*self.tanggal)

    @property
    def tahun(self) -> list[int]:
        """Years of the budgets, as far as the sources say them."""
        return sorted({b.tahun for s in self.hasil.sumber.values() for b in s.bagian if b.tahun})

    @property
    def peran(self) -> tuple[Peran, ...]:
        """The sources that there are."""
        return tuple(self.hasil.sumber)

    @property
    def banyak_kecamatan(self) -> bool:
        """Whether rows need the column of the kecamatan."""
        return len(self.hasil.kunci_kecamatan) > 1

    def start(self, nama: str, lebar: Sequence[float], cetak: Cetak | None = None) -> Penyusun:
        """Start a sheet: title band, what was compared, link back, note."""
        teks = read_teks(TEKS).get(nama, {"judul": JUDUL_HASIL})  # the first sheet is called as the whole
        p = Penyusun(nama, lebar, cetak or Cetak(KERTAS, True, baris_berulang=(AWAL - 1, AWAL - 1), selebar=True))
        p.put_pita(0, teks["judul"], "judul")
        p.put_pita(1, self.describe(), "subjudul")
        p.penuh = False  # names are what the sources say, however long
        p.set_tinggi(0, 24)
        if nama != RINGKASAN:
            p.put_kembali(2, 0, RINGKASAN)
            p.put_teks(3, 0, teks["catatan"], "catatan")
        return p

    @property
    def lebar_uang(self) -> float:
        """Width of an amount column: the totals, bold, with their dots, sign and sen."""
        terbesar = max((abs(s.sen) for s in self.hasil.sumber.values()), default=0)
        return max(16.0, len(f"{terbesar // 100:,}") * 1.1 + 2 + 3 * self.hasil.bersen)

    def describe(self) -> str:
        """Whose budgets these are, and of which files."""
        kunci = self.hasil.kunci_kecamatan
        milik = f"{len(kunci)} kecamatan" if self.banyak_kecamatan else f"Kecamatan {self.name_kecamatan(kunci[0])}"
        bagian = [milik] if kunci[0] else []
        bagian += [f"tahun {', '.join(map(str, self.tahun))}"] if self.tahun else []
        toleransi = self.hasil.toleransi
        bagian += [f"toleransi Rp{toleransi:f}".replace(".", ",")] if toleransi else []
        bagian += ["; ".join(f"{SEBUTAN[s]}: {self._name_sumber(s)}" for s in self.peran)]
        return " – ".join(bagian)

    def _name_sumber(self, peran: Peran) -> str:
        berkas = sorted({b.berkas for b in self.hasil.sumber[peran].bagian})
        return berkas[0] if len(berkas) == 1 else f"{len(berkas)} berkas"

    def name_kecamatan(self, kunci: str) -> str:
        """`12.71.17 Medan Baru`."""
        return f"{kunci} {self.hasil.nama_kecamatan.get(kunci, '')}".strip()

    def row_sumber(self, peran: Peran, bagian: int) -> int:
        """Row (from 0) of a part of a source on the sheet Sumber."""
        r = AWAL + bagian
        for satu, sumber in self.hasil.sumber.items():
            if satu == peran:
                break
            r += len(sumber.bagian)
        return r


def place_tautan(p: Penyusun, k: Bahan, r: int, c: int, letak: Letak | None) -> None:
    """A cell that names the source cell, and that a click takes there."""
    if letak is None:
        p.put_teks(r, c, None, "sel_tengah")
        return
    sel_sumber = k.hasil.sumber[letak.peran].bagian[letak.bagian].cell(letak.baris).removeprefix("sel ")
    tampak = sel_sumber or f"baris {letak.baris}"
    potong = _split_tautan(k.row_sumber(letak.peran, letak.bagian), bersel=bool(sel_sumber))
    p.put_rumus_jadi(r, c, tampak.join(potong), tampak, "sel_tautan")


@lru_cache(maxsize=1024)
def _split_tautan(r: int, *, bersel: bool) -> list[str]:
    """The formula of a link to a part of a source, in pieces: between them stands what it shows."""
    alamat = luar(f"{SUMBER}!{a1(r, KOLOM_ALAMAT, mutlak=True)}", "")
    return HYPERLINK(alamat & "\0" if bersel else alamat, "\0").rumus.split("\0")


def uang(sen: int | None) -> Nilai:
    """An amount for a cell: whole rupiah stay whole; None is blank."""
    if sen is None:
        return None
    return sen // 100 if sen % 100 == 0 and abs(sen) < 10**17 else sen / 100


def jadi(x: X, sen: int) -> X:
    """A formula over other sheets, and the amount in sen that is known to come out."""
    return luar(x.rumus, Fraction(sen, 100))


def show_sen(p: Penyusun, awal: int, kolom: int, akhir: int, kolom_akhir: int) -> None:
    """Show sen in these cells, only where there are any."""
    satu = sel(awal, kolom)
    p.set_bersyarat(
        rentang(awal, kolom, akhir, kolom_akhir).rumus, IF(ISNUMBER(satu), INT(satu) != satu, False), "bersen"
    )
