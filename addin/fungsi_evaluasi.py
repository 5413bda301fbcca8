"""Functions for the survey (SKM) and for the evaluation of AKIP (SAKIP)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from addin.daftar import contoh, fungsi
from addin.nilai import NA, NUM, VALUE
from addin.spec import Arg
from kinerja.bilangan import write_angka
from kinerja.peraturan import get_tabel
from kinerja.peraturan.parameter import BOBOT_PENUH
from kinerja.rumus.sakip import compute_sakip, compute_subkomponen, find_predikat, get_bobot
from kinerja.rumus.skm import compute_nik, compute_sampel, compute_skm, find_mutu

SKALA = "{skm.skala_terendah} sampai {skm.skala_tertinggi}"
ARG_PENIMBANG = Arg(
    "penimbang", "Bobot setiap unsur: persis 1/jumlah unsur, atau dibulatkan.", "pilihan", pilihan="{skm.penimbang}"
)
ARG_JAWABAN = Arg(
    "jawaban",
    "Blok jawaban: satu baris per responden, satu kolom per unsur; boleh ada sel kosong.",
    "matriks",
    rentang=SKALA,
)
ARG_NIK = Arg("nik", "Nilai Interval Konversi.", satuan="{skm_mutu.satuan}", rentang="{skm_mutu.rentang}")
ARG_SAKIP = Arg(
    "nilai",
    "Nilai SAKIP.",
    satuan="{sakip_predikat.satuan}",
    rentang="{sakip_predikat.rentang}",
    bukan_pecahan=True,
)

LIMA_RESPONDEN = [[3] * 9, [3] * 9, [3] * 9, [2] * 9, [2] * 9]
NRR_TERBIT = [[3.41, 3.59, 3.53, 3.06, 3.66, 3.66, 3.91, 3.78, 3.84]]


@fungsi(ARG_JAWABAN, ARG_PENIMBANG, dasar="{skm.dasar}")
@contoh(
    (LIMA_RESPONDEN, 65.0),
    ([[4] * 9, [None] * 9, [4, None] + [4] * 7], "0,11", 99.0),
    ([["3"] * 9], 75.0),
    ([[4] * 8 + [5]], NUM),
    ([[4] * 8 + [None]], NA),
)
def SKM_INDEKS(jawaban: list[list[Any]], penimbang: str, *, pada: date) -> Decimal:
    """Indeks kepuasan masyarakat (NIK, {skm_mutu.rentang}, {skm.desimal}) dari jawaban survei; sel kosong tidak
    dihitung.
    """
    return compute_skm(jawaban, penimbang, pada=pada).nik


@fungsi(ARG_JAWABAN, dasar="{skm.dasar}")
@contoh(([[4, 2], [3, None]], [[3.5, 2.0]]), (LIMA_RESPONDEN, [[2.6] * 9]))
def SKM_NRR(jawaban: list[list[Any]], *, pada: date) -> list[list[float]]:
    """Nilai rata-rata (NRR) setiap unsur dari jawaban survei: satu baris, satu kolom per unsur."""
    return [[float(nrr) for nrr in compute_skm(jawaban, pada=pada).nrr]]


@fungsi(
    Arg("nrr", "Nilai rata-rata setiap unsur, sebaris atau sekolom.", "daftar_nilai", rentang=SKALA),
    ARG_PENIMBANG,
    dasar="{skm.dasar}",
)
@contoh(
    (NRR_TERBIT, 90.11),
    (NRR_TERBIT, "0,11", 89.21),
    ([[3.7], [3.8], [3.0]], 87.5),
    ([["3,06", 4.2]], NUM),
    ([[3.5], [None], [3.0]], NA),
)
def SKM_NILAI(nrr: list[Any], penimbang: str, *, pada: date) -> Decimal:
    """Indeks kepuasan masyarakat (NIK) dari nilai rata-rata setiap unsur yang sudah dihitung; jumlah unsur bebas."""
    return compute_nik(nrr, penimbang, pada=pada)


@fungsi(ARG_NIK, dasar="{skm_mutu.dasar}")
@contoh(
    (76.6, "C"),
    (76.61, "B"),
    ("88,30", "B"),
    (64.995, "C"),
    (64.994, "D"),
    (24.99, NUM),
    ([[100], [None], ["88,31"]], [["A"], [None], ["A"]]),
)
def SKM_MUTU(nik: Decimal, *, pada: date) -> str:
    """Mutu pelayanan ({skm_mutu.kode}) untuk sebuah NIK{skm_mutu.pembulatan}."""
    return find_mutu(nik, pada=pada).kode


@fungsi(ARG_NIK, dasar="{skm_mutu.dasar}")
@contoh((88.3, "Baik"), (88.31, "Sangat Baik"), (75, "Kurang Baik"), (25, "Tidak Baik"))
def SKM_KINERJA(nik: Decimal, *, pada: date) -> str:
    """Kinerja unit pelayanan ({skm_mutu.terendah} sampai {skm_mutu.tertinggi}) untuk sebuah NIK."""
    return find_mutu(nik, pada=pada).sebutan


@fungsi(
    Arg("populasi", "Jumlah penerima layanan.", "bilangan", satuan="orang", rentang="1 ke atas"),
    Arg("galat", "Tingkat kesalahan; 5 persen ditulis 0,05.", rentang="antara 0 dan 1", bawaan="{skm_sampel.galat}"),
    dasar="{skm_sampel.dasar}",
)
@contoh((1200, 291.0), (220, 140.0), ("10.000.000", 384.0), (0, NUM))
def SKM_SAMPEL(populasi: Any, galat: Decimal, *, pada: date) -> int:
    """Jumlah responden yang diperlukan untuk suatu populasi (Krejcie dan Morgan)."""
    return compute_sampel(populasi, galat, pada=pada)


def _list_komponen(pada: date) -> list[Arg]:
    """One argument a component, known by the first word of its name: perencanaan, pengukuran, ..."""
    return [
        Arg(
            k.nama.split()[0].lower(),
            f"Nilai {k.nama}.",
            satuan="{sakip_predikat.satuan}",
            rentang=f"0 sampai {write_angka(k.bobot.normalize())}",
        )
        for k in get_bobot(pada=pada)
    ]


@fungsi(_list_komponen, dasar="{sakip_bobot.dasar}")
@contoh((20.5, 19, "10,25", 16.75, 66.5), (30, 30, 15, 25, 100.0), (30.01, 30, 15, 25, NUM))
def SAKIP_NILAI(*komponen: Decimal, pada: date) -> Decimal:
    """Nilai SAKIP ({sakip_bobot.desimal}): jumlah nilai ke{sakip_bobot.komponen} komponen, masing-masing tidak melebihi
    bobotnya.
    """
    return compute_sakip(komponen, pada=pada)


@fungsi(
    Arg("predikat_kriteria", "Huruf kriteria, sebaris atau sekolom: {sakip_kriteria.kode}.", "daftar_teks"),
    Arg(
        "bobot",
        "Bobot subkomponen: {sakip_bobot.bobot}; bebas, karena daerah dapat menetapkan bobotnya sendiri.",
        satuan="{sakip_kriteria.satuan}",
        rentang=f"0 sampai {BOBOT_PENUH}",
    ),
    dasar="{sakip_kriteria.dasar}",
)
@contoh(
    ([["AA"], ["A"]], 9, 8.55), ([["AA", "b", "CC"]], 9, 6.9), ([["AA"], [None], ["A"]], 9, NA), ([["F"]], 9, VALUE)
)
def SAKIP_SUBKOMPONEN(predikat_kriteria: list[Any], bobot: Decimal, *, pada: date) -> Decimal:
    """Nilai subkomponen SAKIP: rata-rata nilai huruf kriterianya ({sakip_kriteria.nilai}) kali bobot."""
    return compute_subkomponen(predikat_kriteria, bobot, pada=pada)


@fungsi(replace(ARG_SAKIP, bawaan=None, kosong_tetap=True), dasar="{sakip_predikat.dasar}")
@contoh(
    (66.5, "B"),
    ("66,5", "B"),
    (60, "CC"),
    (90, "A"),
    (90.005, "AA"),
    (0, "E"),
    (101, NUM),
    (0.665, NUM),
    (1, NUM),
    ("0,665", "D"),
    ("66,5%", "B"),
    ("enam puluh", VALUE),
    ([[30], [None], [30.01], [101]], [["D"], [None], ["C"], [NUM]]),
)
def SAKIP_PREDIKAT(nilai: Decimal | None, *, pada: date) -> str | list[list[str]]:
    """Predikat SAKIP ({sakip_predikat.kode}){sakip_predikat.pembulatan}. Tanpa argumen: tabel predikat."""
    if nilai is not None:
        return find_predikat(nilai, pada=pada).kode
    jenjang = get_tabel("sakip_predikat", pada=pada).jenjang
    return [["Predikat", "Interpretasi", "Nilai"], *([satu.kode, satu.sebutan, satu.teks] for satu in jenjang)]


@fungsi(ARG_SAKIP, dasar="{sakip_predikat.dasar}")
@contoh((66.5, "Baik"), (60, "Cukup (Memadai)"), (80.01, "Memuaskan"), (30, "Sangat Kurang"), (0.8, NUM))
def SAKIP_INTERPRETASI(nilai: Decimal, *, pada: date) -> str:
    """Interpretasi nilai SAKIP dengan kata ({sakip_predikat.tertinggi} sampai {sakip_predikat.terendah})."""
    return find_predikat(nilai, pada=pada).sebutan
