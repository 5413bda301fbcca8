"""Sheets Rincian Anggaran, Anggaran and Program: budgets by kecamatan and programme, and what was spent of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.perjanjian.hasil import TRIWULAN, HasilProgram
from kinerja.workbook.ekspresi import Rentang, X, di_kolom, rentang, sel
from kinerja.workbook.fungsi import IF, INT, ISNUMBER
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    ANGGARAN,
    AWAL,
    JUMLAH,
    LEBAR_KODE,
    MAKS_KOLOM,
    RINCIAN_ANGGARAN,
    Bahan,
    Kolom,
    count_baris,
    finish,
    measure_uang,
    put_kosong,
    refer,
    start,
    to_isi,
)
from workbook_templates.rekap.capaian import write_judul
from workbook_templates.rekap.rincian import number_kelompok
from workbook_templates.rumus import jumlah_bila_ada, serapan_bila_ada

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


@dataclass(frozen=True, slots=True)
class LembarAnggaran:
    """The sheet by kecamatan, its columns by title, its last row."""

    p: Penyusun
    lembar: Lembar
    kolom: Mapping[str, int]
    akhir: int


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


def list_kunci(rincian: LembarRincianAnggaran) -> tuple[list[Kunci], int]:
    """The programmes that have a column: the most frequent ones, by code; how many there are."""
    banyak = Counter(kunci for _, kunci in rincian.baris)
    return sorted(kunci for kunci, _ in banyak.most_common(MAKS_KOLOM)), len(banyak)


def build_anggaran(k: Bahan, rincian: LembarRincianAnggaran) -> LembarAnggaran:
    """A kecamatan in each row: its sums, and at the right the absorption of each programme."""
    kunci, semua = list_kunci(rincian)
    uang, c0 = measure_uang(k.rekap), len(k.kolom_kecamatan)
    kolom: list[Kolom] = [*k.kolom_kecamatan, *((judul, uang) for judul in (*UANG, REALISASI)), (SERAPAN, 11.0)]
    letak = {judul: c for c, (judul, _) in enumerate(kolom)}
    kolom += [(write_judul(f"Serapan {kode} (%)", ke), 11.0) for kode, ke in kunci]
    p = start(k, ANGGARAN, kolom, kolom_berulang=(0, 1))
    if semua > MAKS_KOLOM:
        teks = f"Ada {semua} program: {MAKS_KOLOM} yang terbanyak ada di sini, semuanya di lembar {RINCIAN_ANGGARAN}."
        p.put_teks(2, 2, teks, "catatan")
    akhir = count_baris(AWAL + len(k.rekap.baris))
    for n, b in enumerate(k.rekap.baris):
        k.put_kecamatan(p, AWAL + n, b)
        _put_jumlah(p, AWAL + n, rincian, rincian.kecamatan.get(n), letak)
        p.put_rumus(
            AWAL + n, letak[SERAPAN], _absorb(k, di_kolom(letak[REALISASI]), di_kolom(letak[PAGU])), "hasil_desimal"
        )
        _put_serapan(p, (AWAL + n, letak[SERAPAN] + 1), rincian, n, kunci)
    if not k.rekap.baris:
        put_kosong(p, kolom, "Belum ada.")
    p.put_teks(JUMLAH, 0, "Jumlah", "hasil_teks", lebar=c0)
    for judul in (*UANG, REALISASI):
        c = letak[judul]
        nama = {PAGU: "hasil_rekap_pagu", REALISASI: "hasil_rekap_realisasi"}.get(judul)
        p.put_rumus(JUMLAH, c, jumlah_bila_ada(rentang(AWAL, c, akhir, c)), "hasil_rupiah", nama=nama)
    jumlah = _absorb(k, sel(JUMLAH, letak[REALISASI]), sel(JUMLAH, letak[PAGU]))
    p.put_rumus(JUMLAH, letak[SERAPAN], jumlah, "hasil_desimal", nama="hasil_rekap_serapan")
    p.put_baris(JUMLAH, letak[SERAPAN] + 1, [None] * len(kunci), "hasil_teks")
    show_sen(p, (JUMLAH, c0, JUMLAH, letak[REALISASI]))
    show_sen(p, (AWAL, c0, akhir, letak[REALISASI]))
    return LembarAnggaran(p, finish(p, kolom, akhir, "#BF8F00"), letak, akhir)


def _absorb(k: Bahan, realisasi: X, pagu: X) -> X:
    return serapan_bila_ada(realisasi, pagu, k.pada)


def _put_jumlah(
    p: Penyusun, r: int, rincian: LembarRincianAnggaran, baris: tuple[int, int] | None, letak: Mapping[str, int]
) -> None:
    for judul in (*UANG, REALISASI):
        if baris is None:
            p.put_teks(r, letak[judul], None, "hasil_rupiah")
        else:
            p.put_rumus(
                r, letak[judul], rincian.p.export(jumlah_bila_ada(rincian.refer(judul, *baris))), "hasil_rupiah"
            )


def _put_serapan(
    p: Penyusun, tempat: tuple[int, int], rincian: LembarRincianAnggaran, n: int, kunci: Sequence[Kunci]
) -> None:
    r, c0 = tempat
    for c, satu in enumerate(kunci, start=c0):
        ada = rincian.baris.get((n, satu))
        if ada is None or ada[1].serapan is None:
            p.put_teks(r, c, None, "sel_desimal")
        else:
            acuan = refer(RINCIAN_ANGGARAN, ada[0], rincian.kolom[SERAPAN], ada[1].serapan)
            p.put_rumus(r, c, acuan, "sel_desimal")


def show_sen(p: Penyusun, kotak: tuple[int, int, int, int]) -> None:
    """Show sen in these cells, only where there are any."""
    satu = sel(kotak[0], kotak[1])
    p.set_bersyarat(rentang(*kotak).rumus, IF(ISNUMBER(satu), INT(satu) != satu, False), "bersen")
