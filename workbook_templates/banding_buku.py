"""The workbook of a comparison of two agreement workbooks: how many differences of which kind, and each in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kinerja.bilangan import format_angka
from kinerja.workbook.ekspresi import X, di_kolom, luar, rentang
from kinerja.workbook.fungsi import AND, COUNTIF, IF, ISNUMBER, ROUND, SUM
from kinerja.workbook.layout import Buku, Cetak, Lembar, Nilai
from workbook_templates.gaya import GAYA
from workbook_templates.penyusun import Penyusun

JUDUL = "Perbandingan buku kerja"
"""How the title of the file begins."""
RINGKASAN, BEDA = "Ringkasan", "Beda"
MAKS_BARIS = 20_000
"""Rows that are written; what is beyond is counted in the last one."""
AWAL = 5
"""First row of the table (from 0); its titles stand above it."""
_KOLOM = (
    ("No", 6),
    ("Bagian", 13),
    ("Apa", 58),
    ("Lembar", 15),
    ("Sel", 9),
    ("Semula", 34),
    ("Menjadi", 34),
    ("Beda", 20),
)
_BAGIAN, _SEMULA, _MENJADI, _SELISIH = 1, 5, 6, 7
_KERTAS: Final = "f4"
_DESIMAL = 10
"""Digits after the comma that a difference keeps."""


@dataclass(frozen=True, slots=True)
class BarisBeda:
    """One difference: its group, what it is, where it stands, what was and what is."""

    bagian: str
    apa: str
    lembar: str
    sel: str
    semula: Nilai
    menjadi: Nilai


@dataclass(frozen=True, slots=True)
class Bahan:
    """The input of the template.

    Attributes:
        milik: whose the workbooks are: `12.71.17 Medan Baru`.
        semula: what the first is: file, agreement, version; so `menjadi`.
        bagian: all groups, in order.
        tanggal: year, month, day stamped into the file.
    """

    milik: str
    semula: tuple[str, str, str]
    menjadi: tuple[str, str, str]
    bagian: Sequence[str]
    baris: Sequence[BarisBeda]
    tanggal: tuple[int, int, int]


def build_banding(k: Bahan) -> Buku:
    """The plan: Ringkasan and Beda, both locked, the table with filters."""
    beda = _build_beda(k)
    return Buku(
        judul=f"{JUDUL} {k.milik}",
        lembar=(_build_ringkasan(k), beda),
        gaya=GAYA,
        nama=(),
        tanggal=k.tanggal,
        kaki=f"{JUDUL} – {k.milik}"[:200],
    )


def _build_ringkasan(k: Bahan) -> Lembar:
    p = Penyusun(RINGKASAN, (24, 52, 52), Cetak(_KERTAS, True, selebar=True))
    p.penuh = False
    p.put_pita(0, JUDUL, "judul")
    p.put_pita(1, k.milik, "subjudul")
    p.put_kepala(3, 0, ("", "Semula", "Menjadi"))
    for r, isi in enumerate(zip(("Berkas", "Perjanjian", "Versi kinerja"), k.semula, k.menjadi, strict=True), 4):
        p.put_baris(r, 0, isi, ("sel", "sel_lipat", "sel_lipat"))
    p.put_kepala(8, 0, ("Bagian", "Banyaknya perbedaan"))
    for r, bagian in enumerate(k.bagian, 9):
        p.put_tautan(r, 0, bagian, f"{BEDA}!A1", "sel_tautan")
        p.put_rumus(r, 1, _count(k, bagian), "hasil_angka")
    akhir = 9 + len(k.bagian)
    p.put_teks(akhir, 0, "Jumlah", "sel")
    p.put_rumus(akhir, 1, SUM(rentang(9, 1, akhir - 1, 1)), "hasil_angka")
    p.put_teks(akhir + 2, 0, "Hasil dihitung ulang dari isian kedua buku, bukan dari nilai yang tersimpan.", "catatan")
    return p.finish(warna_tab="#2F5597")


def _count(k: Bahan, bagian: str) -> X:
    """How many rows of the table are of a group."""
    kolom = rentang(AWAL, _BAGIAN, AWAL + max(1, len(k.baris)) - 1, _BAGIAN, mutlak=True, lembar=BEDA)
    return luar(COUNTIF(kolom, bagian).rumus, sum(b.bagian == bagian for b in k.baris[:MAKS_BARIS]))


def _build_beda(k: Bahan) -> Lembar:
    tulis, lebih = k.baris[:MAKS_BARIS], len(k.baris) - MAKS_BARIS
    akhir = AWAL + max(1, len(tulis) + (lebih > 0)) - 1
    cetak = Cetak(_KERTAS, True, (0, 0, akhir, _SELISIH), (AWAL - 1, AWAL - 1), selebar=True)
    p = Penyusun(BEDA, [lebar for _, lebar in _KOLOM], cetak)
    p.penuh = False
    p.put_pita(0, JUDUL, "judul")
    p.put_pita(1, k.milik, "subjudul")
    p.put_kembali(2, 0, RINGKASAN)
    p.put_kepala(AWAL - 1, 0, [judul for judul, _ in _KOLOM])
    for r, b in enumerate(tulis, AWAL):
        _put_baris(p, r, b)
    if not tulis:
        p.put_baris(AWAL, 0, [None, None, "Tidak ada perbedaan.", *[None] * 5], "sel")
    elif lebih > 0:
        p.put_baris(
            akhir,
            0,
            [None, None, f"{format_angka(lebih, 0)} perbedaan lain tidak ditulis di sini.", *[None] * 5],
            "sel",
        )
    saring = rentang(AWAL - 1, 0, akhir, _SELISIH).rumus
    return p.finish(beku=(AWAL, 3), filter_=saring, warna_tab="#C00000")


def _put_baris(p: Penyusun, r: int, b: BarisBeda) -> None:
    p.put_teks(r, 0, r - AWAL + 1, "sel_tengah")
    p.put_baris(r, _BAGIAN, (b.bagian, b.apa, b.lembar, b.sel), ("sel", "sel_lipat", "sel_lipat", "sel_tengah"))
    for c, nilai in ((_SEMULA, b.semula), (_MENJADI, b.menjadi)):
        p.put_teks(r, c, nilai, _choose_gaya(nilai))
    bulat = isinstance(b.semula, int) and isinstance(b.menjadi, int)
    semula, menjadi = di_kolom(_SEMULA), di_kolom(_MENJADI)
    beda = IF(AND(ISNUMBER(semula), ISNUMBER(menjadi)), ROUND(menjadi - semula, _DESIMAL), "")
    p.put_rumus(r, _SELISIH, beda, "hasil_rupiah" if bulat else "hasil_persis")


def _choose_gaya(nilai: Nilai) -> str:
    """Figures keep all their digits."""
    if isinstance(nilai, int):
        return "sel_rupiah"
    return "sel_persis" if isinstance(nilai, float) else "sel_lipat"
