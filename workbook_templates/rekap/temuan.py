"""Sheets Kendala and Temuan: what the officers wrote beside their figures, and what was found on their files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja.bilangan import format_angka
from kinerja.perjanjian.hasil import TRIWULAN, HasilIndikator, HasilTriwulan
from kinerja.perjanjian.rekap import BarisRekap
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.workbook.ekspresi import X, luar, rentang
from kinerja.workbook.fungsi import COUNTIF
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    AWAL,
    KENDALA,
    LEBAR_KODE,
    PENGEMBALIAN,
    TEMUAN,
    Bahan,
    Kolom,
    count_baris,
    finish,
    put_kosong,
    put_nilai,
    start,
    to_isi,
)

SETAHUN = "setahun"
"""Stands where quarters stand, beside what was written of the year."""
MAKS_TEMUAN = 50_000
"""Findings that are written; a sheet holds no more than 65.530 links."""
WARNA_BOBOT = {Bobot.BERUBAH: "periksa", Bobot.PERIKSA: "cukup", Bobot.CATATAN: "belum"}
_KENDALA: tuple[Kolom, ...] = (
    ("Indikator", 26.0), ("Triwulan", 9.0), ("Target", 9.5), ("Realisasi", 9.5), ("Capaian (%)", 9.5),
    ("Kendala", 26.0), ("Tindak lanjut", 26.0), ("Bukti dukung", 16.0),
)  # fmt: skip
_TEMUAN: tuple[Kolom, ...] = (
    ("Berkas", 19.0), ("Temuan", 8.5), ("Tingkat", 9.5), ("Lembar", 12.0), ("Sel", 9.0),
    ("Semula", 18.0), ("Datang", 18.0), ("Yang ditemukan", 30.0), ("Saran", 26.0),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LembarTemuan:
    """The sheet, and where things stand on it.

    Attributes:
        akhir: last row of the table.
        tingkat: the column of the weights.
        kecamatan: first and last row of each kecamatan that has findings there, by its place in the recap.
        lebih: how many findings of each weight are not written.
    """

    p: Penyusun
    lembar: Lembar
    akhir: int
    tingkat: int
    kecamatan: Mapping[int, tuple[int, int]]
    lebih: Mapping[Bobot, int]

    def count(self, b: BarisRekap, n: int, bobot: Bobot) -> X:
        """How many findings of a kecamatan weigh so, as another sheet counts them."""
        semua = b.count_temuan(bobot)
        if n not in self.kecamatan:
            return luar(str(semua), semua)
        awal, akhir = self.kecamatan[n]
        wilayah = rentang(awal, self.tingkat, akhir, self.tingkat, mutlak=True, lembar=TEMUAN)
        rumus = COUNTIF(wilayah, str(bobot))
        sisa = semua - rumus.compute(self.p.isi)
        return self.p.export(rumus + sisa if sisa else rumus)

    def count_semua(self, bobot: Bobot, semua: int) -> X:
        """How many of all weigh so, which is known to be `semua`."""
        rumus = COUNTIF(rentang(AWAL, self.tingkat, self.akhir, self.tingkat, mutlak=True, lembar=TEMUAN), str(bobot))
        return luar((rumus + self.lebih[bobot] if self.lebih[bobot] else rumus).rumus, semua)


def build_temuan(k: Bahan) -> LembarTemuan:
    """A finding in each row, the heaviest of each kecamatan first; the name of its kecamatan leads to its file."""
    kabkota = [("Kabupaten/kota", 18.0)] if k.berkabkota else []
    kolom: list[Kolom] = [("Kode", LEBAR_KODE), ("Kecamatan", 16.0), *kabkota, *_TEMUAN]
    p = start(k, TEMUAN, kolom, kolom_berulang=(0, 1))
    c0 = 2 + len(kabkota)
    semua = [(n, b, t) for n, b in enumerate(k.rekap.baris) for t in sorted(b.temuan, key=_rank)]
    kecamatan: dict[int, tuple[int, int]] = {}
    for r, (n, b, t) in enumerate(semua[:MAKS_TEMUAN], start=AWAL):
        p.put_teks(r, 0, to_isi(b.kode), "sel")
        p.put_tautan(r, 1, str(to_isi(b.kecamatan) or b.kode), f"{PENGEMBALIAN}!B{AWAL + n + 1}", "sel_tautan_lipat")
        if kabkota:
            p.put_teks(r, 2, to_isi(b.kabkota), "sel_lipat")
        isi = (b.berkas, t.kode, str(t.tingkat), t.lembar, t.sel, t.terbit, t.datang, t.ringkas, t.saran)
        gaya = ("sel_lipat", *["sel_tengah_lipat"] * 4, *["sel_lipat"] * 4)
        p.put_baris(r, c0, [to_isi(satu) for satu in isi], gaya)
        kecamatan[n] = (kecamatan.get(n, (r, r))[0], r)
    tertulis = min(len(semua), MAKS_TEMUAN)
    lebih = semua[MAKS_TEMUAN:]
    if lebih:
        p.put_teks(2, 2, f"{format_angka(len(lebih), 0)} temuan lain tidak ditulis di sini.", "catatan")
    if not semua:
        put_kosong(p, kolom, "Tidak ada.")
    akhir = count_baris(AWAL + tertulis)
    p.color(AWAL, c0 + 2, akhir, {str(bobot): gaya for bobot, gaya in WARNA_BOBOT.items()})
    banyak = {bobot: sum(t.tingkat is bobot for _, _, t in lebih) for bobot in Bobot}
    return LembarTemuan(p, finish(p, kolom, akhir, "#C00000"), akhir, c0 + 2, kecamatan, banyak)


def _rank(t: TemuanKumpul) -> tuple[int, str]:
    """Evidence before questions before notes."""
    return tuple(Bobot).index(t.tingkat), t.kode


def build_kendala(k: Bahan) -> Lembar:
    """A quarter of an indikator, or its year, in each row, where an obstacle or a follow-up was written."""
    kolom = [*k.kolom_kecamatan, *_KENDALA]
    c0 = len(k.kolom_kecamatan)
    p = start(k, KENDALA, kolom, kolom_berulang=(0, 1))
    r = AWAL
    for b, i, tw, t in _list_kendala(k):
        k.put_kecamatan(p, r, b)
        p.put_teks(r, c0, to_isi(i.nama), "sel_lipat")
        p.put_teks(r, c0 + 1, tw, "sel_tengah")
        put_nilai(p, r, c0 + 2, t.target)
        put_nilai(p, r, c0 + 3, t.realisasi)
        p.put_teks(r, c0 + 4, to_isi(t.capaian), "sel_desimal")
        p.put_baris(r, c0 + 5, [to_isi(x) for x in (t.kendala, t.tindak_lanjut, t.bukti_dukung)], "sel_lipat")
        r += 1
    if r == AWAL:
        put_kosong(p, kolom, "Tidak ada.")
    return finish(p, kolom, count_baris(r), "#BF8F00")


def _list_kendala(k: Bahan) -> Iterator[tuple[BarisRekap, HasilIndikator, str, HasilTriwulan]]:
    for b in k.rekap.kembali:
        for i in b.hasil.indikator if b.hasil else ():
            for tw, t in zip(TRIWULAN, i.triwulan, strict=True):
                if t.kendala or t.tindak_lanjut:
                    yield b, i, tw, t
            if i.kendala or i.tindak_lanjut:
                yield b, i, SETAHUN, _make_setahun(i)


def _make_setahun(i: HasilIndikator) -> HasilTriwulan:
    """What was written of the year, beside the year's figures."""
    nilai = i.target, i.realisasi, i.capaian, i.kategori
    return HasilTriwulan(*nilai, i.kendala, i.tindak_lanjut, i.bukti_dukung)
