"""Functions for the survey (SKM) and for the evaluation of AKIP (SAKIP)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from addin.daftar import fungsi
from addin.hari_ini import hari_ini
from addin.nilai import Galat
from addin.spec import Arg
from kinerja.peraturan import get_tabel
from kinerja.rumus.sakip import compute_sakip, compute_subkomponen, find_predikat
from kinerja.rumus.skm import compute_nik, compute_sampel, compute_skm, find_mutu, list_penimbang

SKM = "Peraturan Menteri PANRB 14/2017, Lampiran"
SAKIP = "Peraturan Menteri PANRB 88/2021, Lampiran"

ARG_PENIMBANG = Arg(
    "penimbang",
    "Bobot tiap unsur: persis 1/jumlah unsur, atau dibulatkan.",
    "pilihan",
    pilihan=list_penimbang(pada=hari_ini()),
    bawaan="persis",
)
ARG_JAWABAN = Arg(
    "jawaban",
    "Blok jawaban: satu baris per responden, satu kolom per unsur; boleh ada sel kosong.",
    "matriks",
    rentang="1 sampai 4",
)
ARG_NIK = Arg("nik", "Nilai Interval Konversi.", satuan="NIK", rentang="25 sampai 100")
ARG_SAKIP = Arg("nilai", "Nilai SAKIP.", satuan="nilai", rentang="0 sampai 100")

LIMA_RESPONDEN = [[3] * 9, [3] * 9, [3] * 9, [2] * 9, [2] * 9]
NRR_TERBIT = [[3.41, 3.59, 3.53, 3.06, 3.66, 3.66, 3.91, 3.78, 3.84]]


@fungsi(
    "Indeks kepuasan masyarakat (NIK, 25 sampai 100, dua desimal) dari jawaban survei; sel kosong tidak dihitung.",
    [ARG_JAWABAN, ARG_PENIMBANG],
    dasar=SKM,
    contoh=[
        ((LIMA_RESPONDEN,), 65.0),
        (([[4] * 9, [None] * 9, [4, None] + [4] * 7], "0,11"), 99.0),
        (([["3"] * 9],), 75.0),
        (([[4] * 8 + [5]],), Galat("#NUM!")),
        (([[4] * 8 + [None]],), Galat("#N/A")),
    ],
)
def SKM_INDEKS(jawaban: list[list[Any]], penimbang: str) -> Decimal:
    """NIK from answers."""
    return compute_skm(jawaban, penimbang, pada=hari_ini()).nik


@fungsi(
    "Nilai rata-rata (NRR) tiap unsur dari jawaban survei: satu baris, satu kolom per unsur.",
    [ARG_JAWABAN],
    dasar=SKM,
    contoh=[(([[4, 2], [3, None]],), [[3.5, 2.0]]), ((LIMA_RESPONDEN,), [[2.6] * 9])],
)
def SKM_NRR(jawaban: list[list[Any]]) -> list[list[float]]:
    """Averages per unsur."""
    return [[float(nrr) for nrr in compute_skm(jawaban, pada=hari_ini()).nrr]]


@fungsi(
    "Indeks kepuasan masyarakat (NIK) dari nilai rata-rata tiap unsur yang sudah dihitung; jumlah unsur bebas.",
    [
        Arg("nrr", "Nilai rata-rata tiap unsur, sebaris atau sekolom.", "daftar_nilai", rentang="1 sampai 4"),
        ARG_PENIMBANG,
    ],
    dasar=SKM,
    contoh=[
        ((NRR_TERBIT,), 90.11),
        ((NRR_TERBIT, "0,11"), 89.21),
        (([[3.7], [3.8], [3.0]],), 87.5),
        (([["3,06", 4.2]],), Galat("#NUM!")),
        (([[3.5], [None], [3.0]],), Galat("#N/A")),
    ],
)
def SKM_NILAI(nrr: list[Any], penimbang: str) -> Decimal:
    """NIK from averages."""
    return compute_nik(nrr, penimbang, pada=hari_ini())


@fungsi(
    "Mutu pelayanan (A, B, C, D) untuk sebuah NIK; NIK dibulatkan dahulu ke dua desimal.",
    [ARG_NIK],
    dasar=SKM,
    contoh=[
        ((76.6,), "C"),
        ((76.61,), "B"),
        (("88,30",), "B"),
        ((64.995,), "C"),
        ((64.994,), "D"),
        ((24.99,), Galat("#NUM!")),
        (([[100], [None], ["88,31"]],), [["A"], [None], ["A"]]),
    ],
)
def SKM_MUTU(nik: Decimal) -> str:
    """Letter of the band."""
    return find_mutu(nik, pada=hari_ini()).kode


@fungsi(
    "Kinerja unit pelayanan (Tidak Baik sampai Sangat Baik) untuk sebuah NIK.",
    [ARG_NIK],
    dasar=SKM,
    contoh=[((88.3,), "Baik"), ((88.31,), "Sangat Baik"), ((75,), "Kurang Baik"), ((25,), "Tidak Baik")],
)
def SKM_KINERJA(nik: Decimal) -> str:
    """Words of the band."""
    return find_mutu(nik, pada=hari_ini()).sebutan


@fungsi(
    "Jumlah responden yang diperlukan untuk suatu populasi (Krejcie dan Morgan).",
    [
        Arg("populasi", "Jumlah penerima layanan.", "bilangan", satuan="orang", rentang="1 ke atas"),
        Arg("galat", "Tingkat kesalahan; 5 persen ditulis 0,05.", rentang="antara 0 dan 1", bawaan=Decimal("0.05")),
    ],
    dasar=f"{SKM}; Krejcie dan Morgan (1970)",
    contoh=[((1200,), 291.0), ((220,), 140.0), (("10.000.000",), 384.0), ((0,), Galat("#NUM!"))],
)
def SKM_SAMPEL(populasi: Any, galat: Decimal) -> int:
    """Respondents needed."""
    return compute_sampel(populasi, galat, pada=hari_ini())


@fungsi(
    "Nilai SAKIP (dua desimal): jumlah nilai keempat komponen, masing-masing tidak melebihi bobotnya.",
    [
        Arg("perencanaan", "Nilai Perencanaan Kinerja.", satuan="nilai", rentang="0 sampai 30"),
        Arg("pengukuran", "Nilai Pengukuran Kinerja.", satuan="nilai", rentang="0 sampai 30"),
        Arg("pelaporan", "Nilai Pelaporan Kinerja.", satuan="nilai", rentang="0 sampai 15"),
        Arg("evaluasi", "Nilai Evaluasi Akuntabilitas Kinerja Internal.", satuan="nilai", rentang="0 sampai 25"),
    ],
    dasar=SAKIP,
    contoh=[
        ((20.5, 19, "10,25", 16.75), 66.5),
        ((30, 30, 15, 25), 100.0),
        ((30.01, 30, 15, 25), Galat("#NUM!")),
    ],
)
def SAKIP_NILAI(perencanaan: Decimal, pengukuran: Decimal, pelaporan: Decimal, evaluasi: Decimal) -> Decimal:
    """Sum of the components."""
    return compute_sakip([perencanaan, pengukuran, pelaporan, evaluasi], pada=hari_ini())


@fungsi(
    "Nilai subkomponen SAKIP: rata-rata nilai huruf kriterianya (AA 100 sampai E 0) kali bobot.",
    [
        Arg("predikat_kriteria", "Huruf kriteria, sebaris atau sekolom: AA, A, BB, B, CC, C, D, E.", "daftar_teks"),
        Arg("bobot", "Bobot subkomponen, misalnya 6, 9 atau 15.", satuan="nilai", rentang="0 sampai 100"),
    ],
    dasar=SAKIP,
    contoh=[
        (([["AA"], ["A"]], 9), 8.55),
        (([["AA", "b", "CC"]], 9), 6.9),
        (([["AA"], [None], ["A"]], 9), Galat("#N/A")),
        (([["F"]], 9), Galat("#VALUE!")),
    ],
)
def SAKIP_SUBKOMPONEN(predikat_kriteria: list[Any], bobot: Decimal) -> Decimal:
    """Score of a sub-component."""
    return compute_subkomponen(predikat_kriteria, bobot, pada=hari_ini())


@fungsi(
    "Predikat SAKIP (AA, A, BB, B, CC, C, D; E untuk 0). Tanpa argumen: tabel predikat.",
    [Arg("nilai", "Nilai SAKIP.", satuan="nilai", rentang="0 sampai 100", bawaan=None, kosong_tetap=True)],
    dasar=SAKIP,
    contoh=[
        ((66.5,), "B"),
        (("66,5",), "B"),
        ((60,), "CC"),
        ((90,), "A"),
        ((90.005,), "AA"),
        ((0,), "E"),
        ((101,), Galat("#NUM!")),
        (("enam puluh",), Galat("#VALUE!")),
        (([[30], [None], [30.01], [101]],), [["D"], [None], ["C"], [Galat("#NUM!")]]),
    ],
)
def SAKIP_PREDIKAT(nilai: Decimal | None) -> str | list[list[str]]:
    """Letter of the band, or the table."""
    if nilai is not None:
        return find_predikat(nilai, pada=hari_ini()).kode
    jenjang = get_tabel("sakip_predikat", pada=hari_ini()).jenjang
    return [["Predikat", "Interpretasi", "Nilai"], *([satu.kode, satu.sebutan, satu.teks] for satu in jenjang)]


@fungsi(
    "Interpretasi nilai SAKIP dengan kata (Sangat Memuaskan sampai Sangat Kurang).",
    [ARG_SAKIP],
    dasar=SAKIP,
    contoh=[((66.5,), "Baik"), ((60,), "Cukup (Memadai)"), ((80.01,), "Memuaskan"), ((30,), "Sangat Kurang")],
)
def SAKIP_INTERPRETASI(nilai: Decimal) -> str:
    """Words of the band."""
    return find_predikat(nilai, pada=hari_ini()).sebutan
