"""What the sheets of the recap share: whose figures they are, tables by kecamatan, how a value stands in a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kinerja.alamat import a1, quote_sheet
from kinerja.bilangan import format_angka
from kinerja.hari import write_hari
from kinerja.perjanjian.hasil import Angka
from kinerja.perjanjian.rekap import BarisRekap, Rekap
from kinerja.workbook.eksak import to_tampak
from kinerja.workbook.ekspresi import X, di_kolom, luar, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, IF, ISNUMBER, RANK, ROUND, SUM
from kinerja.workbook.halaman import paginate
from kinerja.workbook.layout import Cetak, Lembar, Nilai
from kinerja.workbook.teks import fit_text
from workbook_templates.penyusun import Penyusun, read_teks

JUDUL_REKAP = "Rekap perjanjian kinerja"
TEKS = "rekap/text.toml"
RINGKASAN, PENGEMBALIAN, PENGINGAT, TEMUAN = "Ringkasan", "Pengembalian", "Pengingat", "Temuan"
CAPAIAN, TRIWULAN_, RINCIAN, SASARAN = "Capaian", "Triwulan", "Rincian", "Sasaran"
EVALUASI, KENDALA, GRAFIK = "SKM dan SAKIP", "Kendala", "Grafik"
ANGGARAN, PROGRAM, RINCIAN_ANGGARAN = "Anggaran", "Program", "Rincian Anggaran"

JUMLAH, KEPALA, AWAL = 4, 5, 6
"""Rows (from 0) of totals, of titles, and the first of the table: totals stay above what is filtered."""
MAKS_KOLOM = 24
"""Indikator, or programmes, that a matrix has columns for."""
MAKS_KELOMPOK = 200
"""Indikator, and programmes, that are summed up one by one; what is beyond shares the last row."""
MAKS_JUDUL = 80
"""Letters of a name above a narrow column; the whole of it stands in the tables."""
LEBAR_KODE, LEBAR_NAMA = 11.0, 20.0
DESIMAL_JUMLAH, DESIMAL = 6, 2
Kolom = tuple[str, float]
"""Title and width."""


@dataclass(frozen=True, slots=True)
class Bahan:
    """The input of the template.

    Attributes:
        berkabkota: kecamatan of several kabupaten or kota, so that tables name them.
    """

    rekap: Rekap
    berkabkota: bool

    @classmethod
    def from_rekap(cls, rekap: Rekap) -> Bahan:
        """With what follows from the recap itself."""
        return cls(rekap, len({b.kabkota for b in rekap.baris}) > 1)

    @property
    def pada(self) -> date:
        """The day whose law counts: the end of the year of the agreements."""
        return date(self.rekap.tahun, 12, 31)

    @property
    def kolom_kecamatan(self) -> list[Kolom]:
        """The columns with which a table begins."""
        kabkota = [("Kabupaten/kota", 18.0)] if self.berkabkota else []
        return [("Kode", LEBAR_KODE), ("Kecamatan", LEBAR_NAMA), *kabkota]

    def describe(self) -> str:
        """Whose recap of what year, and of what day."""
        r = self.rekap
        milik = [fit_text(r.baris[0].kabkota, 100)] if r.baris and not self.berkabkota and r.baris[0].kabkota else []
        milik += [f"{format_angka(len(r.baris), 0)} kecamatan", f"tahun {r.tahun} ({r.jenis})"]
        return " – ".join([*milik, f"keadaan {write_hari(r.hari)}"])

    def put_jumlah(self, p: Penyusun, judul: str) -> int:
        """What the row of totals is called; returns the first column after it."""
        p.put_teks(JUMLAH, 0, judul, "hasil_lipat", lebar=2)
        if self.berkabkota:
            p.put_teks(JUMLAH, 2, None, "hasil_teks")
        return len(self.kolom_kecamatan)

    def put_kecamatan(self, p: Penyusun, r: int, b: BarisRekap) -> None:
        """The cells with which a row begins."""
        p.put_teks(r, 0, to_isi(b.kode), "sel")
        p.put_teks(r, 1, to_isi(b.kecamatan), "sel_lipat")
        if self.berkabkota:
            p.put_teks(r, 2, to_isi(b.kabkota), "sel_lipat")


def start(
    k: Bahan, nama: str, kolom: Sequence[Kolom], *, kata: Mapping[str, Any] | None = None, **cetak: Any
) -> Penyusun:
    """Start a sheet: title band, whose recap, link back, note; where pages go on beside, on the first of them.

    Args:
        kata: title and note where they are not those of the sheet's name.
        cetak: the print set-up where it differs from a landscape page with the titles on each.
    """
    kata = kata or read_teks(TEKS)[nama]
    halaman = replace(Cetak("f4", True, baris_berulang=(KEPALA, KEPALA)), **cetak)
    lebar = [x for _, x in kolom]
    sebaris = replace(halaman, area=(0, 0, 0, len(lebar) - 1), baris_berulang=None)
    patah = paginate(sebaris, lebar, {}).patah_kolom
    akhir = patah[0] if patah else len(lebar)
    milik = halaman.kolom_berulang[1] + 1 if patah and halaman.kolom_berulang else akhir
    p = Penyusun(nama, lebar, halaman)
    p.penuh = False  # names and notes are what others wrote, however long
    p.put_pita(0, kata["judul"], "judul")
    p.set_tinggi(0, 24)
    p.put_teks(1, 0, k.describe(), "subjudul_lipat", lebar=milik)
    p.put_baris(1, milik, [None] * (len(lebar) - milik), "subjudul_lipat")
    if nama != RINGKASAN:
        p.put_kembali(2, 0, RINGKASAN)
    awal = milik if milik < akhir else 0  # what stands in columns that are on each page would be cut there
    p.put_teks(3, awal, kata["catatan"], "catatan_lipat", lebar=akhir - awal)
    return p


def finish(p: Penyusun, kolom: Sequence[Kolom], akhir: int, warna: str, *, tampak: int = 0) -> Lembar:
    """The sheet of a table that ends in row `akhir`; of its columns, only the first `tampak` are printed."""
    p.put_kepala(KEPALA, 0, [judul for judul, _ in kolom])
    p.cetak = replace(p.cetak, area=(0, 0, akhir, (tampak or len(kolom)) - 1))
    saring = rentang(KEPALA, 0, akhir, len(kolom) - 1).rumus
    return p.finish(beku=(AWAL, min(2, len(kolom) - 1)), filter_=saring, warna_tab=warna)


def put_kosong(p: Penyusun, kolom: Sequence[Kolom], kata: str) -> None:
    """The only row of a table that has none."""
    p.put_baris(AWAL, 0, [kata, *[None] * (len(kolom) - 1)], "sel")


def to_isi(nilai: Angka | str | None) -> Nilai:
    """What stands in a cell: a text as a cell can hold it, a number; nothing where there is none.

    >>> to_isi("=1+1"), to_isi(""), to_isi(None)
    ('=1+1', None, None)
    """
    if isinstance(nilai, str):
        return fit_text(nilai) or None
    return None if nilai is None else to_tampak(nilai)


def put_nilai(p: Penyusun, r: int, c: int, nilai: Angka | str | None) -> None:
    """A target or a realisation, which may be a word; a number with the decimals that it has, four at most."""
    isi = to_isi(nilai)
    gaya = "sel_tengah_lipat" if isinstance(isi, str) else "sel_empat" if isinstance(isi, float) else "sel_desimal_0"
    p.put_teks(r, c, isi, gaya)


def count_baris(akhir: int) -> int:
    """The last row of a table that has rows up to before `akhir`, or none."""
    return max(akhir - 1, AWAL)


def rerata(w: X) -> X:
    """Mean of the numbers in a range; nothing where there are none. The sum is rounded, lest programs differ."""
    return IF(COUNT(w) == 0, "", ROUND(ROUND(SUM(w), DESIMAL_JUMLAH) / COUNT(w), DESIMAL))


def peringkat(kolom: int, akhir: int) -> X:
    """Place of a figure among those of its column, for each row of the table; nothing where there is no figure."""
    satu = di_kolom(kolom)
    return IF(ISNUMBER(satu), RANK(satu, rentang(AWAL, kolom, akhir, kolom, mutlak=True)), "")


def refer(lembar: str, r: int, c: int, nilai: Any) -> X:
    """A cell of another sheet, and what is known to stand there."""
    return luar(f"{quote_sheet(lembar)}!{a1(r, c, mutlak=True)}", nilai)


def show_kurang(p: Penyusun, kotak: tuple[int, int, int, int]) -> None:
    """Colour the figures below 100 per cent of these cells."""
    satu = sel(kotak[0], kotak[1])
    p.set_bersyarat(rentang(*kotak).rumus, AND(ISNUMBER(satu), satu < 100), "cukup")


def measure_uang(rekap: Rekap) -> float:
    """Width of a column of rupiah in which the sum of all ceilings fits, bold."""
    semua = [p for b in rekap.kembali if b.hasil for p in b.hasil.program]
    terbesar = max(sum(abs(getattr(p, n) or 0) for p in semua) for n in ("perjanjian", "dpa", "pagu", "jumlah"))
    bersen = any(x is not None and x % 1 for p in semua for x in (p.perjanjian, p.dpa, p.pagu, p.jumlah))
    return max(14.0, len(f"{int(terbesar):,}") * 1.1 + 2 + 3 * bersen)
