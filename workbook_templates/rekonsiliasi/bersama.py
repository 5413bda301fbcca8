"""What the sheets of the reconciliation share: the result, columns of a table, links to source cells, amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kinerja.rekonsiliasi import Rekonsiliasi
from kinerja.sumber.anggaran_tabel import SEBUTAN, Peran
from kinerja.workbook.alamat import a1
from kinerja.workbook.layout import Cetak, Nilai
from workbook_templates.penyusun import Penyusun

AWAL = 6
"""First row of a table (from 0); its header stands above it, the totals above the header."""

RINGKASAN, TEMUAN, TINGKAT, SUMBER = "Ringkasan", "Temuan", "Per tingkat", "Sumber"
JUDUL_UANG: dict[Peran, str] = {"perjanjian": "Perjanjian (Rp)", "dpa": "DPA (Rp)", "realisasi": "Realisasi (Rp)"}


@dataclass(frozen=True, slots=True)
class Konteks:
    """The input of the template.

    Attributes:
        alamat: how the workbook reaches each source file, a path relative to its own folder, with `/`.
        tanggal: year, month, day stamped into the file.
        maks_baris: rows of one sheet; what is beyond stands in one row, as a sum.
    """

    hasil: Rekonsiliasi
    alamat: Mapping[Path, str]
    tanggal: tuple[int, int, int]
    kertas: Literal["f4", "a4"] = "f4"
    maks_baris: int = 50_000

    @property
    def peran(self) -> tuple[Peran, ...]:
        """The sources that there are."""
        return tuple(self.hasil.sumber)

    @property
    def banyak_kecamatan(self) -> bool:
        """Whether rows need the column of the kecamatan."""
        return len(self.hasil.kunci_kecamatan) > 1

    def susun(self, nama: str, judul: str, lebar: Sequence[float], cetak: Cetak | None = None) -> Penyusun:
        """Start a sheet: title band, what was compared, link back."""
        p = Penyusun(nama, lebar, cetak or Cetak(self.kertas, True, baris_berulang=(AWAL - 1, AWAL - 1)))
        p.baris(0, 0, (judul, *[None] * (len(lebar) - 1)), "judul")
        p.baris(1, 0, (self.describe(), *[None] * (len(lebar) - 1)), "subjudul")
        p.tinggi(0, 24)
        if nama != RINGKASAN:
            p.teks(2, 0, "← Kembali ke Ringkasan", "tautan", tautan=f"{RINGKASAN}!A1")
        return p

    @property
    def lebar_uang(self) -> float:
        """Width of an amount column: the totals, bold, with their dots, sign and sen."""
        terbesar = max((abs(s.sen) for s in self.hasil.sumber.values()), default=0)
        bersen = any((self.hasil.pasangan[s] % 100 != 0).any() for s in self.peran)
        return max(16.0, len(f"{terbesar // 100:,}") * 1.1 + 2 + 3 * bersen)

    def describe(self) -> str:
        """Whose budgets these are, and of which files."""
        kunci = self.hasil.kunci_kecamatan
        tahun = sorted({b.tahun for s in self.hasil.sumber.values() for b in s.bagian if b.tahun})
        milik = f"{len(kunci)} kecamatan" if self.banyak_kecamatan else f"Kecamatan {self.name_kecamatan(kunci[0])}"
        bagian = [milik] if kunci[0] else []
        bagian += [f"tahun {', '.join(map(str, tahun))}"] if tahun else []
        toleransi = self.hasil.toleransi
        bagian += [f"toleransi Rp{toleransi:f}".replace(".", ",")] if toleransi else []
        bagian += ["; ".join(f"{SEBUTAN[s]}: {self._name_sumber(s)}" for s in self.peran)]
        return " – ".join(bagian)

    def _name_sumber(self, peran: Peran) -> str:
        berkas = sorted({b.path.name for b in self.hasil.sumber[peran].bagian})
        return berkas[0] if len(berkas) == 1 else f"{len(berkas)} berkas"

    def name_kecamatan(self, kunci: str) -> str:
        """`12.71.17 Medan Baru`."""
        return f"{kunci} {self.hasil.nama_kecamatan.get(kunci, '')}".strip()

    def row_sumber(self, peran: Peran, bagian: int) -> int:
        """Row (from 0) of a part of a source on the sheet Sumber."""
        urutan = list(self.hasil.sumber)
        return AWAL + sum(len(self.hasil.sumber[p].bagian) for p in urutan[: urutan.index(peran)]) + bagian


def place_tautan(p: Penyusun, k: Konteks, r: int, c: int, peran: Peran, bagian: int | None, baris: int | None) -> None:
    """A cell that names the source cell, and that a click takes there."""
    if bagian is None or baris is None:
        p.teks(r, c, None, "sel_tengah")
        return
    sel = k.hasil.sumber[peran].bagian[bagian].cell(baris).removeprefix("sel ")
    sumber = f"{SUMBER}!$H${k.row_sumber(peran, bagian) + 1}"
    if sel:
        p.rumus(r, c, f'HYPERLINK({sumber}&"{sel}","{sel}")', sel, "sel_tautan")
    else:
        p.rumus(r, c, f'HYPERLINK({sumber},"baris {baris}")', f"baris {baris}", "sel_tautan")


def uang(sen: int | None) -> Nilai:
    """An amount for a cell: whole rupiah stay whole; None is blank."""
    if sen is None:
        return None
    return sen // 100 if sen % 100 == 0 and abs(sen) < 10**17 else sen / 100


def tampil(sen: int | None) -> Nilai:
    """What a formula shows."""
    nilai = uang(sen)
    return "" if nilai is None else nilai


def rumus_selisih(r: int, kiri: int, kanan: int) -> str:
    """Difference of two columns; blank unless both have an amount."""
    a, b = a1(r, kiri), a1(r, kanan)
    return f'IF(AND(ISNUMBER({a}),ISNUMBER({b})),ROUND({a}-{b},2),"")'


def rumus_serapan(r: int, realisasi: int, pagu: str) -> str:
    """Absorption in per cent; blank without a ceiling."""
    x = a1(r, realisasi)
    return f'IF(AND(ISNUMBER({x}),ISNUMBER({pagu})),IF({pagu}>0,ROUND({x}/{pagu}*100,2),""),"")'


def hitung_serapan(realisasi: int | None, pagu: int | None) -> Nilai:
    """The same, computed here; whole numbers only until the one rounding (half-up)."""
    if realisasi is None or pagu is None or pagu <= 0:
        return ""
    seratus = (2 * abs(realisasi) * 10_000 + pagu) // (2 * pagu)
    nilai = (seratus if realisasi >= 0 else -seratus) / 100
    return int(nilai) if nilai == int(nilai) else nilai


def show_sen(p: Penyusun, kolom: int, awal: int, akhir: int, kolom_akhir: int | None = None) -> None:
    """Show sen in these cells, only where there are any."""
    sel = a1(awal, kolom)
    wilayah = f"{sel}:{a1(akhir, kolom if kolom_akhir is None else kolom_akhir)}"
    p.bersyarat(wilayah, f"IF(ISNUMBER({sel}),INT({sel})<>{sel},FALSE)", "bersen")
