"""Sheet Ringkasan: what agrees and what does not, that no rupiah is lost, findings by code, and a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kinerja.anggaran.baca.tabel import SEBUTAN
from kinerja.anggaran.banding.daftar import list_jenis
from kinerja.rumus_sel import ke_sen
from kinerja.workbook.alamat import quote_sheet, range_of
from kinerja.workbook.ekspresi import luar, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, COUNTIF, IF, INT, SUM, SUMIF
from kinerja.workbook.layout import Cetak, Grafik, Lembar, Seri
from workbook_templates.penyusun import STATUS, Penyusun, read_teks
from workbook_templates.rekonsiliasi.bersama import (
    AWAL,
    RINGKASAN,
    SUMBER,
    TEKS,
    TEMUAN,
    TINGKAT,
    Konteks,
    jadi,
    show_sen,
    uang,
)
from workbook_templates.rekonsiliasi.pasangan import Daftar
from workbook_templates.rekonsiliasi.temuan import Temuan
from workbook_templates.rekonsiliasi.tingkat import KODE, UANG, Rekap
from workbook_templates.rumus import OK, PERIKSA, beda

MAKS_GRAFIK = 12
"""Programmes that a chart can show legibly."""
_WARNA = {"perjanjian": "#1F3864", "dpa": "#8FAADC", "realisasi": "#A9D18E"}
_NAMA_SERI = {"perjanjian": "Perjanjian", "dpa": "DPA", "realisasi": "Realisasi"}


def build_ringkasan(
    k: Konteks, daftar: Sequence[Daftar], rekap: Rekap, temuan: Temuan
) -> tuple[Lembar, list[tuple[str, str]]]:
    """The first sheet and its defined names."""
    uang_ = max(22.0, k.lebar_uang)
    lebar = (24, 12, uang_, uang_, uang_, 14, 52)
    p = k.susun(RINGKASAN, lebar, Cetak(k.kertas, True, satu_halaman=True))
    r = _susun_kelompok(p, k, daftar)
    _susun_kendali(p, k, r + 1)
    r = _susun_temuan(p, k, r + 3, temuan)
    p.grafik.append(_make_grafik(k, rekap, r + 2))
    return p.selesai(warna_tab="#1F3864"), p.nama


def _susun_kelompok(p: Penyusun, k: Konteks, daftar: Sequence[Daftar]) -> int:
    """One row a group, all from the sheets; returns the row of the total."""
    p.teks(3, 0, "Hasil perbandingan", "bagian")
    p.kepala(4, 0, ("Kelompok", "Baris", "Perjanjian (Rp)", "DPA (Rp)", "Selisih (Rp)", "Buka", "Arti"))
    for r, d in enumerate(daftar, start=5):
        lembar = d.lembar.nama
        p.teks(r, 0, lembar, "sel")
        # Every written row has a number in column A; rows that are beyond the sheet are known only here.
        lebih = d.baris - (d.akhir - AWAL) if d.sisa else 0
        banyak = COUNT(rentang(AWAL, 0, d.akhir, 0, mutlak=True, lembar=lembar))
        p.rumus(r, 1, luar((banyak + lebih if lebih else banyak).rumus, d.baris), "hasil_angka")
        for c, s in ((2, "perjanjian"), (3, "dpa")):
            if s in d.kolom:
                jumlah = sel(AWAL - 2, d.kolom[s], mutlak=True, lembar=lembar)
                p.rumus(r, c, jadi(jumlah, d.sen[s]), "hasil_rupiah")
            else:
                p.teks(r, c, None, "hasil_rupiah")
        p.rumus(r, 4, beda(sel(r, 2), sel(r, 3)), "hasil_rupiah")
        p.teks(r, 5, "Buka lembar", "sel_tautan", tautan=f"{quote_sheet(lembar)}!A1")
        p.teks(r, 6, read_teks(TEKS)[lembar]["catatan"], "sel_lipat")
    r = 5 + len(daftar)
    p.teks(r, 0, "Jumlah", "hasil_teks")
    p.rumus(r, 1, SUM(rentang(5, 1, r - 1, 1)), "hasil_angka")
    for c, s in ((2, "perjanjian"), (3, "dpa")):
        jumlah = ke_sen(SUM(rentang(5, c, r - 1, c)))
        p.rumus(r, c, jumlah, "hasil_rupiah", nama=f"hasil_rekon_{s}")
    p.rumus(r, 4, beda(sel(r, 2), sel(r, 3)), "hasil_rupiah", nama="hasil_rekon_selisih")
    p.baris(r, 5, (None, None), "hasil_teks")
    for c in (2, 3, 4):
        show_sen(p, 5, c, r, c)
    return r


def _susun_kendali(p: Penyusun, k: Konteks, r: int) -> None:
    """Control: the groups together are what was read; nothing lost, nothing counted twice."""
    p.baris(r, 0, ("Terbaca dari berkas", None), "sel")
    p.baris(r, 2, [uang(k.hasil.sumber[s].sen) for s in ("perjanjian", "dpa")], "sel_rupiah")
    sama = AND(*(sel(r - 1, c) == sel(r, c) for c in (2, 3)))
    p.rumus(r, 4, IF(sama, OK, PERIKSA), "hasil_tengah", nama="hasil_rekon_kendali")
    p.teks(r, 5, "Buka lembar", "sel_tautan", tautan=f"{SUMBER}!A1")
    p.teks(r, 6, "Tidak ada rupiah yang hilang atau terhitung dua kali.", "sel_lipat")
    p.warnai(r, 4, r, STATUS)
    for c in (2, 3):
        p.bersyarat(rentang(r, c, r, c).rumus, INT(sel(r, c)) != sel(r, c), "bersen")


def _susun_temuan(p: Penyusun, k: Konteks, r: int, temuan: Temuan) -> int:
    """Findings by code, and how many of them are explained; returns the last row."""
    p.teks(r, 0, "Temuan", "bagian")
    if k.lanjutan is not None:
        p.teks(r, 2, k.lanjutan.describe(), "catatan")
    kepala = (("Kode", 1), ("Banyaknya", 1), ("Dijelaskan", 1), ("Arti", 2), ("Buka", 1), ("Yang perlu dilakukan", 1))
    p.bentang(r + 1, 0, kepala, "kepala")
    banyak = Counter(t.kode for t in k.hasil.temuan)
    lebih = Counter(t.kode for t in k.hasil.temuan[k.maks_baris :])
    dijelaskan = Counter(t.kode for t in k.hasil.temuan[: k.maks_baris] if t.penjelasan)
    milik, jelas = (
        rentang(AWAL, c, temuan.akhir, c, mutlak=True, lembar=temuan.lembar.nama) for c in (0, temuan.dijelaskan)
    )
    jenis = list_jenis()
    awal = r = r + 2
    for kode in sorted(banyak):
        p.teks(r, 0, kode, "sel")
        tertulis = COUNTIF(milik, sel(r, 0))
        semua = tertulis + lebih[kode] if lebih[kode] else tertulis
        p.rumus(r, 1, luar(semua.rumus, banyak[kode]), "hasil_angka")
        p.rumus(r, 2, luar(SUMIF(milik, sel(r, 0), jelas).rumus, dijelaskan[kode]), "hasil_angka")
        p.teks(r, 3, jenis[kode].arti, "sel_lipat", lebar=2)
        p.teks(r, 5, "Buka lembar", "sel_tautan", tautan=f"{TEMUAN}!A1")
        p.teks(r, 6, jenis[kode].saran, "sel_lipat")
        r += 1
    if banyak:
        p.teks(r, 0, "Jumlah", "hasil_teks")
        for c in (1, 2):
            p.rumus(r, c, SUM(rentang(awal, c, r - 1, c)), "hasil_angka")
        p.bentang(r, 3, ((None, 2), (None, 1), (None, 1)), "hasil_teks")
    else:
        p.teks(r, 0, "Tidak ada temuan.", "sel", lebar=7)
    return r


def _make_grafik(k: Konteks, rekap: Rekap, r: int) -> Grafik:
    """Programmes side by side; where there are too many, the groups."""
    awal, akhir = rekap.program
    if akhir - awal < MAKS_GRAFIK:
        kolom = {"perjanjian": UANG, "dpa": UANG + 1, "realisasi": UANG + 3}
        lembar, label, atas, bawah = TINGKAT, KODE, awal, akhir
        judul = "Perjanjian dan DPA per program (rupiah)"
    else:
        kolom = {"perjanjian": 2, "dpa": 3}
        lembar, label, atas, bawah = RINGKASAN, 0, 5, 8
        judul = "Perjanjian dan DPA per kelompok (rupiah)"
    seri = [
        Seri(_NAMA_SERI[s], range_of(lembar, label, atas, bawah), range_of(lembar, kolom[s], atas, bawah), _WARNA[s])
        for s in SEBUTAN
        if s in k.peran and s in kolom
    ]
    return Grafik(r, 0, judul, tuple(seri), "bar", 900, 110 + (bawah - atas + 1) * 24 * len(seri))
