"""Functions for percentages, capaian and budgets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from addin.daftar import contoh, fungsi
from addin.nilai import DIV0, NUM, VALUE
from addin.spec import Arg
from kinerja.anggaran.rekon import compare_anggaran
from kinerja.anggaran.rentang import need_satu_pemilik, read_rentang
from kinerja.anggaran.sumber import Peran
from kinerja.bentuk_target import read_realisasi
from kinerja.rumus.anggaran import compute_selisih, compute_serapan
from kinerja.rumus.capaian import compute_capaian, find_kategori
from kinerja.rumus.manfaat import TANPA_LAPORAN, compute_manfaat, compute_trantibum
from kinerja.rumus.target import Target

KEPALA = ["Kode", "Nama", "Perjanjian", "DPA", "Realisasi", "Selisih", "Status"]
KOLOM = "kolom berjudul kode, nama, {uang} dalam urutan apa pun; tanpa judul: kode, nama, jumlah."

_orang = partial(Arg, jenis="bilangan", rentang="0 ke atas")
_rupiah = partial(Arg, jenis="uang", satuan="rupiah", rentang="0 ke atas")
_tabel = partial(Arg, jenis="tabel", satuan="rupiah", rentang="0 ke atas")


@fungsi(
    _orang("realisasi_kk", "KK terdampak sarana prasarana.", satuan="KK"),
    _orang("target_kk", "Target KK.", satuan="KK"),
    _orang("realisasi_orang", "Penerima pemberdayaan.", satuan="orang"),
    _orang("target_orang", "Target orang.", satuan="orang"),
    dasar="{persen.manfaat_dasar}",
)
@contoh((338, 338, 930, 930, 100.0), (169, 338, 930, 930, 75.0), (169, 0, 930, 930, DIV0), (-1, 338, 930, 930, NUM))
def PERSEN_MANFAAT(
    realisasi_kk: Decimal, target_kk: Decimal, realisasi_orang: Decimal, target_orang: Decimal, *, pada: date
) -> Decimal:
    """Persentase masyarakat yang mendapatkan manfaat: rata-rata capaian KK dan capaian orang,
    {persen.manfaat_desimal}.
    """
    return compute_manfaat([(realisasi_kk, target_kk), (realisasi_orang, target_orang)], pada=pada)


@fungsi(
    _orang("ditangani", "Laporan yang ditangani.", satuan="laporan"),
    _orang("laporan", "Seluruh laporan yang masuk.", satuan="laporan"),
    dasar="{persen.trantibum_dasar}",
)
@contoh((7, 8, 87.5), (0, 0, TANPA_LAPORAN), (0, 5, 0.0), (9, 8, NUM))
def PERSEN_TRANTIBUM(ditangani: Decimal, laporan: Decimal, *, pada: date) -> Decimal | str:
    """Persentase gangguan ketenteraman dan ketertiban yang ditangani; tanpa laporan hasilnya 'tidak ada laporan'."""
    persen = compute_trantibum(ditangani, laporan, pada=pada)
    return TANPA_LAPORAN if persen is None else persen


@fungsi(
    Arg(
        "realisasi",
        'Realisasi kinerja; dari perbandingan: "1:30" atau nilainya.',
        "target",
        satuan="satuan indikator",
        diteruskan=TANPA_LAPORAN,
    ),
    Arg(
        "target",
        'Target: angka, atau teks seperti "80-90", ">= 90", "<= 3", "1:32" (selnya berformat Teks, agar 7-8 dan 1:32'
        " tidak menjadi tanggal atau waktu). Angka 0 tidak untuk arah naik.",
        "target",
        "satuan indikator",
    ),
    Arg("arah", "{capaian.arti}", "pilihan", pilihan="{capaian.arah}"),
    Arg("batas", "Batas atas capaian: {capaian.batas}; kosong berarti tanpa batas.", satuan="persen", bawaan=None),
    dasar="{capaian.dasar}",
)
@contoh(
    (66.5, 66.5, 100.0),
    ("95", "88,3", 107.59),
    (3, 4, "turun_selisih", 125.0),
    (8, 10, "turun_rasio", 125.0),
    (150, 100, "naik", 120, 120.0),
    (5, 0, DIV0),
    (None, 100, None),
    (5, 10, "mundur", VALUE),
    (6.5, "7-8", "turun_selisih", 107.14),
    (95, ">= 90", 100.0),
    (4, "<= 3", "turun_selisih", 66.67),
    (1, "<= 3", NUM),
    ("1:25", "1:32", 128.0),
    (25, "1:32", NUM),
    (0, 0, "turun_selisih", 100.0),
    (1, 0, "tetap", 0.0),
    (0, 4, "turun_rasio", 120, 120.0),
    ("B", "BB", VALUE),
    (TANPA_LAPORAN, 100, TANPA_LAPORAN),
)
def PERSEN_CAPAIAN(realisasi: Target, target: Target, arah: str, batas: Decimal | None, *, pada: date) -> Decimal:
    """Capaian kinerja dalam persen terhadap target berupa angka, rentang, satu sisi, atau perbandingan,
    {capaian.desimal}; tanpa batas atas kecuali batas diisi.
    """
    return compute_capaian(read_realisasi(realisasi, target), target, arah, batas, pada=pada)


@fungsi(
    Arg(
        "persen",
        "Capaian kinerja.",
        satuan="{capaian_kategori.satuan}",
        rentang="{capaian_kategori.rentang}",
        bukan_pecahan=True,
        diteruskan=TANPA_LAPORAN,
    ),
    dasar="{capaian_kategori.dasar}",
)
@contoh(
    (90, "Tinggi"),
    (90.5, "Sangat Tinggi"),
    (75, "Sedang"),
    (50, "Sangat Rendah"),
    (50.01, "Rendah"),
    (0.9, NUM),
    (TANPA_LAPORAN, TANPA_LAPORAN),
)
def KATEGORI_CAPAIAN(persen: Decimal, *, pada: date) -> str:
    """Kategori capaian kinerja ({capaian_kategori.tertinggi} sampai {capaian_kategori.terendah}) untuk capaian dalam
    persen.
    """
    return find_kategori(persen, pada=pada).sebutan


@fungsi(
    _rupiah("realisasi", "Realisasi anggaran."), _rupiah("pagu", "Pagu anggaran, tidak nol."), dasar="{anggaran.dasar}"
)
@contoh(
    (21_000_000, 21_540_000, 97.49), ("Rp 21.540.000", "21.540.000,00", 100.0), (1, 0, DIV0), ("1.500", 3000, VALUE)
)
def ANGGARAN_SERAPAN(realisasi: Decimal, pagu: Decimal, *, pada: date) -> Decimal:
    """Serapan anggaran dalam persen: realisasi terhadap pagu, {anggaran.desimal}."""
    return compute_serapan(realisasi, pagu, pada=pada)


@fungsi(
    _rupiah("perjanjian", "Anggaran pada perjanjian kinerja."),
    _rupiah("dpa", "Anggaran pada DPA."),
    dasar="{anggaran.dasar}",
)
@contoh((29_432_849_010, 29_432_849_010, 0.0), ("Rp 4.510.000", 4_510_000.25, -0.25), (None, 5, None))
def ANGGARAN_SELISIH(perjanjian: Decimal, dpa: Decimal) -> Decimal:
    """Selisih anggaran perjanjian kinerja dengan DPA dalam rupiah; negatif bila DPA lebih besar."""
    return compute_selisih(perjanjian, dpa)


@fungsi(
    _tabel("perjanjian", f"Anggaran perjanjian kinerja: {KOLOM.format(uang='pagu')}"),
    _tabel("dpa", f"Anggaran DPA: {KOLOM.format(uang='pagu')}"),
    _tabel("realisasi", f"Realisasi anggaran: {KOLOM.format(uang='realisasi')}", bawaan=None),
    dasar="{anggaran.dasar}",
)
@contoh(
    (
        [["07.01.04", "Ketenteraman", 191_200_000], ["7.01.06", "Pemerintahan Desa", "21.540.000"]],
        [["Kode", "Nama", "Pagu"], ["7.01.04", "", 191_200_000], ["7.01.05", "Pemerintahan Umum", 5]],
        [
            KEPALA,
            ["7.01.04", "Ketenteraman", 191_200_000.0, 191_200_000.0, None, 0.0, "sama"],
            ["7.01.05", "Pemerintahan Umum", None, 5.0, None, None, "hanya di DPA"],
            ["7.01.06", "Pemerintahan Desa", 21_540_000.0, None, None, None, "hanya di perjanjian"],
        ],
    ),
    (
        [["7.01.01", 100]],
        [["7.01.01", 90], ["7.01.01", 5]],
        [["7.01.01", 380]],
        [
            KEPALA,
            ["7.01.01", None, 100.0, 95.0, 380.0, 5.0, "berbeda; kode ganda di DPA (2 baris); realisasi melebihi pagu"],
        ],
    ),
    (
        [["Pagu", "Program", "Kode"], [300, "Penunjang", "7.01.01"], [200, "Desa", "7.01.06"], [500, "Jumlah", None]],
        [
            ["Kode", "Uraian", "Sumber Dana", "Semula", "Menjadi"],
            ["7.01.01.2.01", "Perencanaan", "PAD", 100, 120],
            ["7.01.01.2.01", "Perencanaan", "DAU", 100, 180],
            ["7.01.06.2.01", "Fasilitasi", "PAD", 200, 190],
            [None, "Jumlah", None, 400, 500],
        ],
        [["Kode", "Pagu", "Realisasi"], ["7.01.01", 300, 280], ["7.01.06", 190, 150]],
        [
            KEPALA,
            ["7.01.01", "Penunjang", 300.0, 300.0, 280.0, 0.0, "sama"],
            ["7.01.06", "Desa", 200.0, 190.0, 150.0, 10.0, "berbeda"],
            [None, "Jumlah", None, 500.0, None, None, "baris jumlah tidak sama dengan baris-barisnya (Rp490)"],
        ],
    ),
)
def ANGGARAN_REKON(perjanjian: list[Any], dpa: list[Any], realisasi: list[Any] | None) -> list[list[Any]]:
    """Tabel pencocokan anggaran menurut kode, pada tingkat terdalam yang ada di semua sumber: kode, nama, perjanjian,
    DPA, realisasi, selisih, status. Baris jumlah tidak dibandingkan; yang salah disebut di bawah.
    """
    rentang: dict[Peran, list[Any]] = {"perjanjian": perjanjian, "dpa": dpa, "realisasi": realisasi or []}
    sumber = {peran: read_rentang(isi, peran) for peran, isi in rentang.items()}
    need_satu_pemilik(sumber)
    hasil = [*compare_anggaran(*(s.isi for s in sumber.values())), *(b for s in sumber.values() for b in s.disebut)]
    isi = [[b.kode or None, b.nama or None, b.perjanjian, b.dpa, b.realisasi, b.selisih, b.status] for b in hasil]
    return [KEPALA, *isi]
