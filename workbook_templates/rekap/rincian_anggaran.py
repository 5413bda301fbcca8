"""Sheet Rincian Anggaran: a programme of a kecamatan in each row; other sheets count from here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.perjanjian.hasil import TRIWULAN, HasilProgram
from kinerja.workbook.ekspresi import Rentang, di_kolom, rentang, sel
from kinerja.workbook.fungsi import IF, INT, ISNUMBER
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    AWAL,
    LEBAR_KODE,
    RINCIAN_ANGGARAN,
    Bahan,
    Kolom,
    count_baris,
    finish,
    measure_uang,
    put_kosong,
    start,
    to_isi,
)
from workbook_templates.rekap.rincian import number_kelompok

Kunci = tuple[str, int]
"""A programme's code, and the how manieth of that code it is within one kecamatan, from 1."""
PAGU, REALISASI, SERAPAN = "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)"
NO_PROGRAM, BERPAGU, TERISI = "No. program", "Berpagu", "Terisi"
UANG = {"Perjanjian (Rp)": "perjanjian", "DPA (Rp)": "dpa", PAGU: "pagu"}


@dataclass(frozen=True, slots=True)
class LembarRincianAnggaran:
    """The sheet, and where things stand on it; as `LembarRincian`."""

    p: Penyusun
    lembar: Lembar
    kolom: Mapping[str, int]
    akhir: int
    kecamatan: Mapping[int, tuple[int, int]]
    baris: Mapping[tuple[int, Kunci], tuple[int, HasilProgram]]
    program: Mapping[str, int]

    def refer(self, judul: str, awal: int = AWAL, akhir: int | None = None) -> Rentang:
        """Rows of a column, as other sheets write it; all by default."""
        c = self.kolom[judul]
        return rentang(awal, c, self.akhir if akhir is None else akhir, c, mutlak=True, lembar=RINCIAN_ANGGARAN)


def build_rincian_anggaran(k: Bahan) -> LembarRincianAnggaran:
    """A programme of a kecamatan in each row; the numbers at the right serve sums, and are not printed."""
    kolom = _list_kolom(k)
    letak = {judul: c for c, (judul, _) in enumerate(kolom)}
    realisasi = letak[f"Triwulan {TRIWULAN[0]} (Rp)"]
    p = start(k, RINCIAN_ANGGARAN, kolom[:-3], kolom_berulang=(0, letak["Program"]), lanjut_kolom=(realisasi,))
    p.lebar += tuple(lebar for _, lebar in kolom[-3:])
    nomor = number_kelompok(sorted({i.kode for b in k.rekap.kembali if b.hasil for i in b.hasil.program}))
    kecamatan: dict[int, tuple[int, int]] = {}
    baris: dict[tuple[int, Kunci], tuple[int, HasilProgram]] = {}
    r = AWAL
    for n, b in enumerate(k.rekap.baris):
        banyak: Counter[str] = Counter()
        for i in b.hasil.program if b.hasil else ():
            banyak[i.kode] += 1
            p.put_baris(r, 0, (to_isi(b.kode), to_isi(b.kecamatan)), ("sel", "sel_lipat"))
            if k.berkabkota:
                p.put_teks(r, letak["Kabupaten/kota"], to_isi(b.kabkota), "sel_lipat")
            _put_program(p, r, i, letak)
            p.put_teks(r, letak[NO_PROGRAM], nomor[i.kode], "sel_angka")
            kecamatan[n] = (kecamatan.get(n, (r, r))[0], r)
            baris[n, (i.kode, banyak[i.kode])] = (r, i)
            r += 1
    if r == AWAL:
        put_kosong(p, kolom, "Belum ada.")
    akhir = count_baris(r)
    show_sen(p, (AWAL, letak[PAGU] - 2, akhir, letak[REALISASI]))
    lembar = finish(p, kolom, akhir, "#7F7F7F", tampak=len(kolom) - 3)
    return LembarRincianAnggaran(p, lembar, letak, akhir, kecamatan, baris, nomor)


def _list_kolom(k: Bahan) -> list[Kolom]:
    uang = measure_uang(k.rekap)
    kolom: list[Kolom] = [("Kode", LEBAR_KODE), ("Kecamatan", 18.0), ("Kode program", 11.0), ("Program", 36.0)]
    kolom += [("Kabupaten/kota", 18.0)] if k.berkabkota else []
    kolom += [(judul, uang) for judul in UANG]
    kolom += [(f"Triwulan {tw} (Rp)", uang) for tw in TRIWULAN]
    return [*kolom, (REALISASI, uang), (SERAPAN, 10.0), (NO_PROGRAM, 9.0), (BERPAGU, 9.0), (TERISI, 9.0)]


def _put_program(p: Penyusun, r: int, i: HasilProgram, letak: Mapping[str, int]) -> None:
    p.put_teks(r, letak["Kode program"], to_isi(i.kode), "sel")
    p.put_teks(r, letak["Program"], to_isi(i.nama), "sel_lipat")
    for judul, nama in UANG.items():
        p.put_teks(r, letak[judul], to_isi(getattr(i, nama)), "sel_rupiah")
    for tw, satu in zip(TRIWULAN, i.realisasi, strict=True):
        p.put_teks(r, letak[f"Triwulan {tw} (Rp)"], to_isi(satu), "sel_rupiah")
    p.put_teks(r, letak[REALISASI], to_isi(i.jumlah), "sel_rupiah")
    p.put_teks(r, letak[SERAPAN], to_isi(i.serapan), "sel_desimal")
    for judul, asal in ((BERPAGU, PAGU), (TERISI, REALISASI)):
        p.put_rumus(r, letak[judul], IF(ISNUMBER(di_kolom(letak[asal])), 1, 0), "sel_angka")


def show_sen(p: Penyusun, kotak: tuple[int, int, int, int]) -> None:
    """Show sen in these cells, only where there are any."""
    satu = sel(kotak[0], kotak[1])
    p.set_bersyarat(rentang(*kotak).rumus, IF(ISNUMBER(satu), INT(satu) != satu, False), "bersen")
