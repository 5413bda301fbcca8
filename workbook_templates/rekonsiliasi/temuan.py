"""Sheets Temuan (the findings) and Sumber (what was read, and how)."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.anggaran.baca.tabel import SEBUTAN
from kinerja.anggaran.banding.hasil import TemuanAnggaran
from kinerja.workbook.alamat import a1, column_letters
from kinerja.workbook.ekspresi import sel
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekonsiliasi.bersama import AWAL, JUDUL_UANG, SUMBER, TEMUAN, Konteks, show_sen, uang

_KOLOM_SUMBER = (
    ("No", 6), ("Sumber", 14), ("Berkas", 36), ("Lembar", 20), ("Kolom jumlah", 14), ("Tahun", 9),
    ("Kolom yang dibaca", 62), ("Alamat", 50),
)  # fmt: skip


def build_temuan(k: Konteks) -> Lembar:
    """Every finding with both amounts and the places."""
    uang_ = [s for s in JUDUL_UANG if s in k.peran]
    tempat = 34 if k.banyak_kecamatan else 16
    kolom: dict[str, float] = {"Kode": 8, "Tingkat": 12, "Di mana": tempat, "Temuan": 54, "Saran": 32}
    kolom |= {JUDUL_UANG[s]: k.lebar_uang for s in uang_} | {"Selisih (Rp)": k.lebar_uang, "Letak": 40}
    p = k.susun(TEMUAN, list(kolom.values()))
    p.kepala(AWAL - 1, 0, kolom)
    tulis = k.hasil.temuan[: k.maks_baris]
    akhir_uang = 5 + len(uang_)
    for r, t in enumerate(tulis, start=AWAL):
        p.baris(r, 0, (t.kode, str(t.tingkat)), "sel_tengah")
        p.baris(r, 2, (t.tempat, t.pesan, t.saran), "sel_lipat")
        for c, nilai in enumerate((*(getattr(t, s) for s in uang_), t.selisih), start=5):
            p.teks(r, c, uang(None if nilai is None else int(nilai * 100)), "sel_rupiah")
        p.teks(r, akhir_uang + 1, _write_letak(t), "sel_lipat")
    akhir = AWAL + max(len(tulis), 1) - 1
    if not tulis:
        p.baris(AWAL, 0, ["Tidak ada temuan." if judul == "Temuan" else None for judul in kolom], "sel")
    if lebih := len(k.hasil.temuan) - len(tulis):
        akhir += 1
        teks = f"{lebih} temuan lain tidak ditulis di sini."
        p.baris(akhir, 0, [teks if judul == "Temuan" else None for judul in kolom], "sel")
    show_sen(p, AWAL, 5, akhir, akhir_uang)
    p.bersyarat(f"B{AWAL + 1}:B{akhir + 1}", sel(AWAL, 1) == "galat", "periksa")
    return p.selesai(beku=(AWAL, 2), filter_=f"A{AWAL}:{a1(akhir, len(kolom) - 1)}", warna_tab="#C00000")


def _write_letak(t: TemuanAnggaran) -> str:
    return "; ".join(s for s in (t.tempat_perjanjian, t.tempat_dpa, t.tempat_realisasi) if s)


def build_sumber(k: Konteks) -> Lembar:
    """One row a file and sheet; the last column is what the links of the other sheets lead to."""
    p = k.susun(SUMBER, [lebar for _, lebar in _KOLOM_SUMBER])
    p.kepala(AWAL - 1, 0, [judul for judul, _ in _KOLOM_SUMBER])
    r = AWAL
    for peran, sumber in k.hasil.sumber.items():
        for bagian in sumber.bagian:
            alamat = k.alamat.get(bagian.path, bagian.berkas)
            lembar = "'" + bagian.lembar.replace("'", "''") + "'!" if bagian.cell(1) else ""
            kolom = "" if bagian.kolom is None else column_letters(bagian.kolom)
            dibaca = "; ".join(f"{makna} = {judul}" for makna, judul in bagian.pemetaan)
            p.baris(r, 0, (r - AWAL + 1, SEBUTAN[peran]), "sel_tengah")
            p.baris(r, 2, (bagian.berkas, bagian.lembar), "sel_lipat")
            p.baris(r, 4, (kolom, bagian.tahun or ""), "sel_tengah")
            p.teks(r, 6, dibaca, "sel_lipat")
            p.teks(r, 7, f"{alamat}#{lembar}" if lembar else alamat, "sel_lipat")
            r += 1
    _susun_catatan(p, r + 1, [c for s in k.hasil.sumber.values() for c in s.catatan])
    return p.selesai(beku=(AWAL, 2), filter_=f"A{AWAL}:H{r}", warna_tab="#7F7F7F")


def _susun_catatan(p: Penyusun, r: int, catatan: Sequence[str]) -> None:
    if catatan:
        p.teks(r, 0, "Catatan pembacaan", "bagian")
    for nomor, satu in enumerate(catatan, start=r + 1):
        p.teks(nomor, 1, satu, "teks")
