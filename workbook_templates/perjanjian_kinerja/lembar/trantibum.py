"""Sheet Trantibum: monthly register of reports and how many of them were dealt with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from kinerja.alamat import a1
from kinerja.rumus.manfaat import TANPA_LAPORAN
from kinerja.rumus.tahun import TRIWULAN
from kinerja.rumus.terbilang import BULAN
from kinerja.rumus_sel import persen
from kinerja.workbook.ekspresi import X, di_kolom, rentang, sel
from kinerja.workbook.fungsi import AND, COUNTIF, IF, INT, ISNUMBER, SUM
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import STATUS, Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    Bagian,
    Isian,
    Kata,
    Pertanyaan,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import OK, PERIKSA, jumlah_bila_ada, status

KATA = Kata(
    "Trantibum",
    "Laporan gangguan per bulan dan penanganannya.",
    "Trantibum – Laporan dan Penanganannya",
    "Catat jumlah laporan/aduan yang masuk pada bulan itu, dan berapa dari laporan itu yang sudah ditangani. "
    "Ketik 0 bila tidak ada laporan.",
)
CEK_BULAN = Pertanyaan(
    "Trantibum: laporan dan penanganan setiap bulan terisi berpasangan",
    "Isi kedua kolom dengan bilangan bulat; yang ditangani tidak boleh melebihi laporan bulan itu.",
    boleh_kosong=True,
)
AWAL, LAPORAN, DITANGANI, PERSEN, CEK = 6, 2, 3, 4, 5
_LAPORAN = Aturan("bulat", "Laporan masuk", "Ketik jumlah laporan yang masuk bulan itu; 0 bila tidak ada.", 0, 1e6)
_DITANGANI = Aturan(
    "bulat",
    "Sudah ditangani",
    "Ketik berapa dari laporan bulan itu yang sudah ditangani.",
    0,
    atas_sel=a1(AWAL, LAPORAN),
)
ISIAN_LAPORAN = Isian("isian_trantibum_laporan", _LAPORAN, "isian_angka")
ISIAN_DITANGANI = Isian("isian_trantibum_ditangani", _DITANGANI, "isian_angka")


def build_trantibum(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    """The register: `isian_trantibum_laporan`, `isian_trantibum_ditangani` (12 months), `hasil_trantibum_persen`."""
    p = start_lembar(b, KATA, (5, 24, 18, 18, 18, 20), mendatar=False, milik=milik[0])
    p.put_kepala(AWAL - 1, 0, ("No", "Bulan", "Laporan masuk (diisi)", "Ditangani (diisi)", "Persen", "Cek"))
    bulanan, cek = _make_rumus(b.pada)
    for r, bulan in enumerate(BULAN, start=AWAL):
        p.put_baris(r, 0, (r - AWAL + 1, bulan), ("sel_tengah", "sel"))
        p.put_rumus(r, PERSEN, bulanan, "hasil_desimal")
        p.put_rumus(r, CEK, cek, "hasil_tengah")
    p.put_blok(ISIAN_LAPORAN, (AWAL, LAPORAN), (12, 1))
    p.put_blok(ISIAN_DITANGANI, (AWAL, DITANGANI), (12, 1))
    p.color(AWAL, CEK, AWAL + 11, STATUS)
    r = AWAL + 12
    p.put_baris(r, 0, (None, "JUMLAH"), "hasil_teks")
    for c in (LAPORAN, DITANGANI):
        p.put_rumus(r, c, jumlah_bila_ada(rentang(AWAL, c, r - 1, c)), "hasil_angka")
    p.put_teks(r, PERSEN, None, "hasil_teks")
    triwulan = _put_persen(p, b, r + 2)
    w = rentang(AWAL, CEK, AWAL + 11, CEK, lembar=p.nama_lembar)
    p.check(CEK_BULAN, AWAL, LAPORAN, status(COUNTIF(w, PERIKSA) > 0, COUNTIF(w, OK) == 12))
    p.check_urut(r, CEK, [sel(AWAL + n, CEK) for n in range(12)], apa="Trantibum", waktu="bulan")
    p.realisasi[milik[0].nomor] = Realisasi(triwulan, p.refer("hasil_trantibum_persen"))
    return p.finish_bagian(beku=(AWAL, 0), warna_tab="#BF8F00")


@lru_cache(maxsize=8)
def _make_rumus(pada: date) -> tuple[X, X]:
    """The month's percentage, and its check."""
    n, d, cek = di_kolom(LAPORAN), di_kolom(DITANGANI), di_kolom(CEK)
    utuh = IF(AND(n >= 0, d >= 0, d <= n, INT(n) == n, INT(d) == d), OK, PERIKSA)
    berpasangan = IF(ISNUMBER(n), IF(ISNUMBER(d), utuh, PERIKSA), PERIKSA)
    return IF(cek == OK, _share(d, n, pada), ""), IF(AND(n == "", d == ""), "", berpasangan)


def _share(ditangani: X, laporan: X, pada: date) -> X:
    return IF(laporan > 0, persen(ditangani, laporan, pada, "trantibum_desimal"), TANPA_LAPORAN)


def _put_persen(p: Penyusun, b: Tampak, r: int) -> tuple[X, ...]:
    """Percentage of each quarter alone, and of the year; gives the quarters'."""
    p.put_teks(r, 0, "Persentase penanganan", "bagian")
    p.put_kepala(r + 1, 1, ("Waktu", "Persen"))
    for q in range(5):
        awal, akhir = (AWAL + 3 * q, AWAL + 3 * q + 2) if q < 4 else (AWAL, AWAL + 11)
        laporan, ditangani = (SUM(rentang(awal, c, akhir, c)) for c in (LAPORAN, DITANGANI))
        sah = COUNTIF(rentang(AWAL, CEK, akhir, CEK), PERIKSA) == 0
        bulan = COUNTIF(rentang(awal, CEK, akhir, CEK), OK)
        ada = bulan == 3 if q < 4 else bulan > 0  # a quarter is measured when its three months are
        p.put_teks(r + 2 + q, 1, f"Triwulan {TRIWULAN[q]}" if q < 4 else "Setahun", "sel")
        rumus = IF(AND(sah, ada), _share(ditangani, laporan, b.pada), "")
        p.put_rumus(r + 2 + q, 2, rumus, "hasil_desimal", nama="hasil_trantibum_persen" if q == 4 else None)
    return tuple(p.export(sel(r + 2 + q, 2, lembar=p.nama_lembar)) for q in range(4))
