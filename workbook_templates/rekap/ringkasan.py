"""Sheet Ringkasan: how many have returned, what was found, means and totals, and the way to the other sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja.alamat import quote_sheet
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.rekap import StatusKembali
from kinerja.perjanjian.temuan_kumpul import Bobot
from kinerja.workbook.ekspresi import Rentang, X, luar, rentang, sel
from kinerja.workbook.fungsi import COUNT, COUNTIF, IF, ROUND, SUM
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun, read_teks
from workbook_templates.rekap.anggaran import LembarAnggaran
from workbook_templates.rekap.bersama import (
    AWAL,
    DESIMAL,
    EVALUASI,
    JUMLAH,
    KEPALA,
    PENGEMBALIAN,
    RINGKASAN,
    TEKS,
    Bahan,
    Kolom,
    measure_uang,
    refer,
    start,
)
from workbook_templates.rekap.capaian import Matriks
from workbook_templates.rekap.evaluasi import LembarEvaluasi
from workbook_templates.rekap.pengembalian import WARNA_STATUS, get_kolom_status
from workbook_templates.rekap.rincian_anggaran import PAGU, REALISASI, SERAPAN
from workbook_templates.rekap.temuan import LembarTemuan


@dataclass(frozen=True, slots=True)
class Bagian:
    """The sheets that are summed up, and all that there are besides, in their order."""

    temuan: LembarTemuan
    matriks: Sequence[Matriks]
    evaluasi: LembarEvaluasi
    anggaran: LembarAnggaran
    lembar: Sequence[Lembar]


def build_ringkasan(k: Bahan, s: Bagian) -> tuple[Lembar, list[tuple[str, str]]]:
    """The first sheet and its defined names."""
    kolom: list[Kolom] = [("", 32.0), ("", max(18.0, measure_uang(k.rekap))), ("", 19.0), ("", 33.0)]
    p = start(k, RINGKASAN, kolom, mendatar=False, baris_berulang=None)
    r = _put_status(p, k, KEPALA)
    r = _put_bobot(p, k, r + 2, s.temuan)
    r = _put_kinerja(p, r + 2, s)
    r = _put_anggaran(p, r + 2, s.anggaran)
    _put_lembar(p, r + 2, s.lembar)
    return p.finish(warna_tab="#1F3864"), p.nama


def _put_judul(p: Penyusun, r: int, judul: str, kepala: Iterable[str]) -> int:
    """The title and the head of a part; returns the row below."""
    p.put_teks(r, 0, judul, "bagian")
    p.put_kepala(r + 1, 0, kepala)
    return r + 2


def _put_status(p: Penyusun, k: Bahan, r: int) -> int:
    """How many workbooks stand where, counted on the list; returns the row of the total."""
    c, banyak = get_kolom_status(k), len(k.rekap.baris)
    arti = read_teks(TEKS)["status"]
    daftar = rentang(AWAL, c, AWAL + max(banyak, 1) - 1, c, mutlak=True, lembar=PENGEMBALIAN)
    awal = r = _put_judul(p, r, "Pengembalian", ("Status", "Banyak kecamatan", "Bagian (%)", "Arti"))
    jumlah = awal + len(StatusKembali)
    for satu in StatusKembali:
        p.put_teks(r, 0, str(satu), "sel")
        ada = sum(b.status is satu for b in k.rekap.baris)
        p.put_rumus(
            r, 1, luar(COUNTIF(daftar, str(satu)).rumus, ada), "hasil_angka", nama=f"hasil_rekap_{satu.name.lower()}"
        )
        p.put_rumus(r, 2, _share(sel(r, 1), sel(jumlah, 1, mutlak=True)), "hasil_desimal")
        p.put_teks(r, 3, arti[str(satu)], "sel_lipat")
        r += 1
    p.color(awal, 0, r - 1, {str(s): gaya for s, gaya in WARNA_STATUS.items()})
    p.put_teks(r, 0, "Jumlah", "hasil_teks")
    p.put_rumus(r, 1, SUM(rentang(awal, 1, r - 1, 1)), "hasil_angka")
    p.put_rumus(r, 2, _share(sel(r, 1), sel(r, 1)), "hasil_desimal")
    p.put_teks(r, 3, None, "hasil_teks")
    return r


def _share(bagian: X, jumlah: X) -> X:
    return IF(jumlah == 0, "", ROUND(bagian / jumlah * 100, DESIMAL))


def _put_bobot(p: Penyusun, k: Bahan, r: int, temuan: LembarTemuan) -> int:
    """Findings by weight; returns the last row."""
    arti = read_teks(TEKS)["bobot"]
    r = _put_judul(p, r, "Temuan", ("Tingkat", "Banyak temuan", "Banyak kecamatan", "Arti"))
    for bobot in Bobot:
        p.put_teks(r, 0, str(bobot), "sel")
        semua = [b.count_temuan(bobot) for b in k.rekap.baris]
        p.put_rumus(r, 1, temuan.count_semua(bobot, sum(semua)), "hasil_angka")
        p.put_rumus(r, 2, _count_kecamatan(k, bobot, sum(n > 0 for n in semua)), "hasil_angka")
        p.put_teks(r, 3, arti[str(bobot)], "sel_lipat")
        r += 1
    return r - 1


def _count_kecamatan(k: Bahan, bobot: Bobot, ada: int) -> X:
    """How many kecamatan have findings of a weight, counted on the list, which is known to be `ada`."""
    c = get_kolom_status(k) + 3 + list(Bobot).index(bobot)
    daftar = rentang(AWAL, c, AWAL + max(len(k.rekap.baris), 1) - 1, c, mutlak=True, lembar=PENGEMBALIAN)
    return luar(COUNTIF(daftar, ">0").rumus, ada)


def _put_kinerja(p: Penyusun, r: int, s: Bagian) -> int:
    """Means with what they are called, and of how many; returns the last row."""
    r = _put_judul(p, r, "Kinerja", ("Ukuran", "Rata-rata", "Mutu atau predikat", "Dihitung dari"))
    for m in s.matriks:
        masa = "setahun" if m.tw is None else f"triwulan {TRIWULAN[m.tw]}"
        wilayah = rentang(AWAL, m.rerata, m.akhir, m.rerata, mutlak=True, lembar=m.lembar.nama)
        rumus = refer(m.lembar.nama, JUMLAH, m.rerata, m.p.isi.get(JUMLAH, m.rerata))
        r = _put_rerata(p, r, f"Rata-rata capaian {masa} (%)", rumus, (None, m.p, wilayah, "kecamatan"))
    e = s.evaluasi
    for judul, nilai, sebutan, satuan in (
        ("Rata-rata Indeks Kepuasan Masyarakat", "IKM", "Mutu pelayanan", "survei"),
        ("Rata-rata nilai SAKIP", "Nilai SAKIP", "Predikat SAKIP", "evaluasi"),
    ):
        rumus, mutu = (refer(EVALUASI, JUMLAH, e.kolom[x], e.p.isi.get(JUMLAH, e.kolom[x])) for x in (nilai, sebutan))
        wilayah = rentang(AWAL, e.kolom[nilai], e.akhir, e.kolom[nilai], mutlak=True, lembar=EVALUASI)
        r = _put_rerata(p, r, judul, rumus, (mutu, e.p, wilayah, satuan))
    return r - 1


def _put_rerata(p: Penyusun, r: int, judul: str, rumus: X, lain: tuple[X | None, Penyusun, Rentang, str]) -> int:
    """A mean, its band, and how many figures it is the mean of; returns the next row."""
    mutu, asal, wilayah, satuan = lain
    p.put_teks(r, 0, judul, "sel_lipat")
    p.put_rumus(r, 1, rumus, "hasil_desimal")
    if mutu is None:
        p.put_teks(r, 2, None, "hasil_tengah")
    else:
        p.put_rumus(r, 2, mutu, "hasil_tengah")
    p.put_rumus(r, 3, asal.export(COUNT(wilayah)) & f" {satuan}", "sel")
    return r + 1


def _put_anggaran(p: Penyusun, r: int, anggaran: LembarAnggaran) -> int:
    """The totals of all budgets; returns the last row."""
    p.put_teks(r, 0, "Anggaran", "bagian")
    p.put_bentang(r + 1, 0, (("Ukuran", 1), ("Jumlah", 1), ("Dihitung dari", 2)), "kepala")
    r += 2
    for judul, gaya in ((PAGU, "hasil_rupiah"), (REALISASI, "hasil_rupiah"), (SERAPAN, "hasil_desimal")):
        c = anggaran.kolom[judul]
        p.put_teks(r, 0, judul, "sel")
        p.put_rumus(r, 1, refer(anggaran.lembar.nama, JUMLAH, c, anggaran.p.isi.get(JUMLAH, c)), gaya)
        wilayah = rentang(AWAL, c, anggaran.akhir, c, mutlak=True, lembar=anggaran.lembar.nama)
        p.put_rumus(r, 2, anggaran.p.export(COUNT(wilayah)) & " kecamatan", "sel", lebar=2)
        r += 1
    return r - 1


def _put_lembar(p: Penyusun, r: int, semua: Sequence[Lembar]) -> None:
    """A link to each sheet, and what stands on it."""
    teks: dict[str, Any] = read_teks(TEKS)
    p.put_teks(r, 0, "Lembar", "bagian")
    p.put_bentang(r + 1, 0, (("Lembar", 1), ("Isi", 3)), "kepala")
    for n, satu in enumerate(semua, start=r + 2):
        kata = teks[satu.nama if satu.nama in teks else satu.nama.split()[0]]
        judul = kata["judul"] if satu.nama in teks else f"{kata['judul']} {satu.nama.split()[-1]}"
        p.put_tautan(n, 0, satu.nama, f"{quote_sheet(satu.nama)}!A1", "sel_tautan")
        p.put_teks(n, 1, judul, "sel_lipat", lebar=3)
