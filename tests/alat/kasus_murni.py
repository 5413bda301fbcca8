"""Boundary cases of the functions, family by family: numbers at and around every edge, texts, blanks, dates, ranges."""

import itertools
import math
import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from kinerja.peraturan import Komponen, get_parameter, get_tabel
from tests.alat.murni import Persen

Panggilan = tuple[str, tuple[Any, ...]]

BURUK: tuple[Any, ...] = (
    None, "", "  ", "-", "--", "Rp -", "abc", "enam puluh", "B (88,30)", "1.2.3", "12,3,4", "1e3", "٣", "½",
    True, False, date(2024, 7, 8), "#N/A", "(5", "5)", "5 5", "'5", "+5", "- 5", "−5", "5-", "--5", "Rp",
    "1,5,", ",5", ".5", "5.", "∞", "x" * 60, "9" * 41,
)  # fmt: skip
TEKS: tuple[str, ...] = (
    "66,5", "66.5", "66,50", "66.50", "88,30", "88.30", "1.500", "1,500", "1.500,5", "1,500.5", "1.500.000",
    "1,500,000", "Rp 1.500.000", "Rp1.500.000,-", "Rp. 1.500.000,00", "rp 1.500", "IDR 1,500", "IDR 1.500.000",
    "(1.500)", "(1.500.000,50)", "Rp (500)", "-Rp 500", "Rp -500", "-Rp -500", "500,-", "500,--", "500.-",
    "007", "0,5", "0.5", "00,5", "12%", "12 %", "12,5%", "Rp 12%", "-12,5 %", " 66,5 ", "\u00a066,5", "66,5\t",
    "1.500,123", "1500,123", "1500,12", "1500.12", "150.12", "150.123", "1.5", "15.1", "1.50", "0", "-0",
    "0,00", "-0,50", "0.000", "100", "100,00", "100.000", "1234567890123456", "0,1234567890123456789",
    "12.345.678.901.234.567,89", "1 500", "1\u00a0500", "Rp\u00a05", "5\u2212", "\u20135", "1.500,0",
    "1,500.00", "999.999", "0.999", "0,999", "01.500", "1.50.000", "1,50,000", "1..5", "1,,5", "Rp5.", "5,-%",
    "(5%)", "5.000%",
)  # fmt: skip
PECAHAN: tuple[Any, ...] = (0.5, 1, 0.665, 0.999, 1.0000001, "0,5", "1", "0,5%", 1e-9, 1e-15, 0, -0.5)
TANPA: tuple[Any, ...] = (
    "tidak ada laporan",
    " Tidak ada  LAPORAN ",
    "tidak ada",
    "tidak ada laporan.",
    "tidakada laporan",
)
TARGET: tuple[Any, ...] = (
    100, 88.3, 0, -5, 0.5, "100", "88,30", "80-90", "80–90", "80 — 90", "80 - 90", "80-90%", "80% - 90%",
    "80% - 90", "80 s.d. 90", "80 s/d 90", "80 sd 90", "80 S.D 90", "80 sampai 90", "80 sampai dengan 90",
    "80 hingga 90", "90-80", "80-80", ">= 90", "≥ 90", "=> 90", "≥90%", "minimal 90", "min. 90", "Min 90",
    "minimum 90,5", "sekurang-kurangnya 90", "paling sedikit 90", "paling kurang 90", "paling rendah 90",
    "<= 3", "≤3", "=< 3", "maksimal 3", "maks. 3", "maks 3", "Maksimum 3", "sebanyak-banyaknya 3",
    "paling banyak 3", "paling tinggi 3", "paling lama 3", "paling lambat 3", "<= 0", ">= 0", "1:32", "1 : 32",
    "1 banding 32", "1:0", "2:32", "1:32%", "1:-3", "1:1", "1:1.500", "1:2,5", "≥ 80-90", ">= 1:32", "80 orang",
    "80 orang - 90", "80 orang sampai 90", "80 sampai -90", "80--90", "-5 - 5", "-5-5", "BB", "A (90)", "", "-",
    "Rp -", "Rp", "kata", "> 90", "≥", "min", "80-", "-80", "80-90-100", "1.500-2.500", "1.500 - 2.000,5",
    "7-8", "0-5", "0 - 0,5", "100%", "100 %", "≥ 90 orang", "1:32 ",
)  # fmt: skip


def list_skm(pada: date) -> Iterator[Panggilan]:
    """Survey: grades around every bound, indices from averages and answers, respondents."""
    acak = random.Random(1)
    tepi = list(_edges("skm_mutu", pada))
    for nama in ("SKM_MUTU", "SKM_KINERJA"):
        yield from ((nama, (x,)) for x in (*tepi, *BURUK, *TEKS, Persen(0.766), Persen(0.7661), Persen(1.0)))
        yield nama, ([[x] for x in (*tepi[:20], None, "76,61", "x")],)
    skala = get_parameter("skm", pada=pada)
    rendah, tinggi = (skala.bilangan(f"skala_{x}") for x in ("terendah", "tertinggi"))
    penimbang: list[Any] = [*skala.daftar("penimbang", str), "PERSIS", 0.111, 0.11, "0,1", "0.111", None, True, 9]
    penimbang.append(date(2024, 7, 8))
    for n, timbang in itertools.product((1, 2, 8, 9, 10), penimbang):
        nrr = [round(acak.uniform(rendah, tinggi), acak.randint(0, 3)) for _ in range(n)]
        yield "SKM_NILAI", ([nrr], timbang)
        yield "SKM_INDEKS", ([[acak.randint(rendah, tinggi) for _ in range(n)] for _ in range(3)], timbang)
    for _ in range(40):
        n, m = acak.choice((3, 9)), acak.randint(1, 6)
        isi: list[Any] = [rendah, tinggi, rendah + 1, None, str(tinggi), f"{tinggi},0"]
        blok = [[acak.choice(isi) for _ in range(n)] for _ in range(m)]
        yield "SKM_INDEKS", (blok,)
        yield "SKM_NRR", (blok,)
    for buruk in (*BURUK, rendah - 1, tinggi + 1, rendah + 0.5, 1e15, -1, "3,5", tinggi + 1e-9):
        yield "SKM_INDEKS", ([[tinggi, rendah], [buruk, tinggi]],)
        yield "SKM_NILAI", ([[tinggi, rendah, buruk]],)
    yield "SKM_INDEKS", ([[rendah] * 9], "0,11")
    yield "SKM_INDEKS", (rendah,)
    yield "SKM_NRR", (tinggi,)
    populasi: list[Any] = [0, 1, 2, 10, 100, 291, 1200, 75_000, 1_000_000, 10**9, 10**15, 1e20, 1e300, 1.5, -1]
    populasi += ["1.200", "10.000.000", "1200"]
    for n, g in itertools.product(populasi, (None, 0.05, 0.1, "0,01", 0, 1, 2, -0.1, "5%", Persen(0.05), 1e-9)):
        yield "SKM_SAMPEL", (n, g)


def list_sakip(pada: date) -> Iterator[Panggilan]:
    """Evaluation: predicates around every bound, scores around every weight, grades of criteria."""
    acak = random.Random(2)
    tepi = list(_edges("sakip_predikat", pada))
    lain = (Persen(0.665), Persen(0.6), Persen(0.9), *PECAHAN)
    for nama in ("SAKIP_PREDIKAT", "SAKIP_INTERPRETASI"):
        yield from ((nama, (x,)) for x in (*tepi, *BURUK, *TEKS, *lain))
        yield nama, ([[x, "70,01"] for x in (*tepi[:20], None, "60", "x", True)],)
    bobot = [k.bobot for k in get_parameter("sakip_bobot", pada=pada).daftar("komponen", Komponen)]
    for i, satu in enumerate(bobot):
        for x in (*_around(satu), 0, -0.01, "10,25", "10.255", None, "x", True, Persen(0.1)):
            nilai: list[Any] = [float(b) / 2 for b in bobot]
            nilai[i] = x
            yield "SAKIP_NILAI", tuple(nilai)
    yield "SAKIP_NILAI", (20.5, 19)
    yield "SAKIP_NILAI", ([[20, 21, 31]], 19, 10, 16)
    kode = [j.kode for j in get_tabel("sakip_kriteria", pada=pada).jenjang]
    for _ in range(60):
        kriteria = [[acak.choice([*kode, kode[0].lower(), f" {kode[-1]} "])] for _ in range(acak.randint(1, 7))]
        yield "SAKIP_SUBKOMPONEN", (kriteria, acak.choice([9, 15, 7.5, "4,5", 100, 0, 3, 100.01, -1, None, "x"]))
    for buruk in (*BURUK, "F", "AAA", 5, 90.5):
        yield "SAKIP_SUBKOMPONEN", ([[kode[0], buruk, kode[1]]], 9)
        yield "SAKIP_SUBKOMPONEN", ([[kode[0]]], buruk)


def list_persen(pada: date) -> Iterator[Panggilan]:
    """Percentages: every form of target, direction and cap; categories around every bound; benefits and reports."""
    acak = random.Random(3)
    arah: list[Any] = [None, "naik", "turun_selisih", "turun_rasio", "tetap", "NAIK", "turun", "x"]
    for target in TARGET:
        for satu in arah[:6]:
            yield "PERSEN_CAPAIAN", (acak.choice([0, 1, 3, 66.5, 85, 95, "1:30", "0,04", "88,3", -2]), target, satu)
    for realisasi in (*TARGET, *BURUK, *TANPA, Persen(0.95)):
        yield "PERSEN_CAPAIAN", (realisasi, acak.choice([90, "80-90", "1:32", ">= 90", "100"]), "naik")
        yield "PERSEN_CAPAIAN", (realisasi, acak.choice([90, "80-90", "1:32", "<= 3", 0]), "turun_selisih")
    for batas in (100, 120, "100", "120,00", 110, 150, 0, -1, "x", None, Persen(1.2), Persen(1.0), True, 99.99):
        for satu in arah:
            yield "PERSEN_CAPAIAN", (acak.choice([0, 80, 150]), 100, satu, batas)
    yield "PERSEN_CAPAIAN", ([[1], [2], [3]], [[4], [5]], "naik")
    yield "PERSEN_CAPAIAN", ([[1, 2, 3]], [[4], [5]], [["naik", "tetap", "x"]])
    lain = (*_edges("capaian_kategori", pada), Persen(0.905), -5, 1e9, *PECAHAN, *TANPA)
    yield from (("KATEGORI_CAPAIAN", (x,)) for x in (*lain, *BURUK, *TEKS))
    orang: list[Any] = [0, 1, 2, 3, 7, 338, 930, "338", "1.500", "1500", -1, 0.5, None, "x", 1e12, "7%"]
    for _ in range(90):
        yield "PERSEN_MANFAAT", tuple(acak.choice(orang) for _ in range(4))
    for a, b in itertools.product(orang, orang):
        yield "PERSEN_TRANTIBUM", (a, b)


def list_anggaran(pada: date) -> Iterator[Panggilan]:
    """Budgets: amounts as numbers and as people write them."""
    acak = random.Random(4)
    uang: list[Any] = [*TEKS, *BURUK, 0, 1, 1.005, 0.125, 21_540_000, 29_432_849_010, 15_435_519_078.05, 1e15]
    uang += [999_999_999_999_999, 1e20, -1, 0.01, 33_333_333.33, 1e-5, 1e300, 1e-300]
    for x in uang:
        for nama in ("ANGGARAN_SERAPAN", "ANGGARAN_SELISIH"):
            yield nama, (x, acak.choice([21_540_000, "Rp 21.540.000", 3, 0.1, 29_432_849_010]))
            yield nama, (acak.choice([21_000_000, "4.510.000,25", 1, 0]), x)
    yield "ANGGARAN_SELISIH", ([[5, "x"], [None, 7]], 3)


def list_umum(pada: date) -> Iterator[Panggilan]:
    """Numbers in texts, words for numbers, and what explains the others."""
    acak = random.Random(5)
    for x in (*TEKS, *BURUK, 66.5, 1e15, 0.1 + 0.2, 64.99999999999999, 1e-7, 123456789012345680.0):
        yield from (("ANGKA", (x, jenis)) for jenis in (None, "uang", "nilai", "bilangan", "Bilangan ", "x"))
        yield "RUPIAH_TEKS", (x,)
        yield "TERBILANG", (x,)
    for pangkat in range(1, 19):
        for x in (10**pangkat, 10**pangkat - 1, 11 * 10 ** (pangkat - 1), acak.randint(1, 10 ** min(pangkat, 15))):
            if x < 10**15:
                yield "TERBILANG", (x,)
                yield "RUPIAH_TEKS", (-x / 100,)
            yield "TERBILANG", (str(x),)
    dikenal: list[Any] = ["SKM_MUTU", "skm_mutu", " SAKIP_NILAI ", "KINERJA_VERSI", "KINERJA_ALASAN", None, 5, True]
    for nama in (*dikenal, [["ANGKA"], ["TERBILANG"]]):
        yield "KINERJA_DASAR", (nama,)
    yield "KINERJA_VERSI", ()
    yield "KINERJA_ALASAN", ("SKM_MUTU",)
    yield "KINERJA_ALASAN", ("skm_mutu", 24)
    yield "KINERJA_ALASAN", ("skm_mutus", 24)
    yield "KINERJA_ALASAN", (None, 24)
    yield "KINERJA_ALASAN", ("SKM_MUTU", 80, 90)
    yield "KINERJA_ALASAN", ("SKM_MUTU", [[80], ["x"], [24]])
    yield "KINERJA_ALASAN", ("SKM_MUTU", Persen(0.88))
    yield "KINERJA_ALASAN", ("KINERJA_ALASAN", "SKM_MUTU", 24)


KELUARGA = {
    "skm": list_skm, "sakip": list_sakip, "persen": list_persen, "anggaran": list_anggaran, "umum": list_umum,
}  # fmt: skip


def list_acak(pada: date, banyak: int) -> Iterator[Panggilan]:
    """Columns of numbers at and around every edge of every table, `banyak` in each."""
    acak = random.Random(6)
    tabel = {
        "SKM_MUTU": "skm_mutu", "SAKIP_PREDIKAT": "sakip_predikat", "SAKIP_INTERPRETASI": "sakip_predikat",
        "KATEGORI_CAPAIAN": "capaian_kategori", "SKM_KINERJA": "skm_mutu",
    }  # fmt: skip
    for nama, satu in tabel.items():
        tepi = list(_edges(satu, pada))
        kolom: list[list[Any]] = []
        for _ in range(banyak):
            x = float(acak.choice(tepi)) + acak.choice([-1, 1]) * acak.random() * 10.0 ** -acak.randint(0, 15)
            kolom.append([acak.choice([x, round(x, 2), f"{x:.{acak.randint(0, 9)}f}".replace(".", ",")])])
        yield nama, (kolom,)
    uang, pagu = ([[round(acak.uniform(0, 10 ** acak.randint(0, 14)), 2)] for _ in range(banyak)] for _ in range(2))
    uang[::3] = [[float(acak.randint(0, 10**12))] for _ in uang[::3]]
    tengah = [x for n in range(23) for x in _list_tengah(n, acak)]  # halfway, and nearly
    uang[1::3], pagu[1::3] = ([[acak.choice(tengah)] for _ in uang[1::3]] for _ in range(2))
    yield "ANGGARAN_SERAPAN", (uang, pagu)
    yield "ANGGARAN_SELISIH", (uang, pagu)
    yield "TERBILANG", (uang,)
    arah = [[acak.choice(["naik", "turun_selisih", "turun_rasio", "tetap"])] for _ in range(banyak)]
    yield "PERSEN_CAPAIAN", (uang, pagu, arah)


def _list_tengah(n: int, acak: random.Random) -> Iterator[float]:
    """Numbers of exactly 16 digits, the last of them a 5, of which n stand behind the comma, and their neighbours."""
    for _ in range(200):
        x = acak.randint(2, 10**16 // 5**n) / 2**n
        teks = f"{Decimal(x) * 10**n:f}".partition(".")[0]
        if x < 2**53 and len(teks) == 16 and teks.endswith("5"):
            # as a file keeps them
            yield from (float(f"{y:.16G}") for y in (x, math.nextafter(x, 0), math.nextafter(x, math.inf)))


def _edges(nama: str, pada: date) -> Iterator[float]:
    tabel = get_tabel(nama, pada=pada)
    for batas in dict.fromkeys([*(j.bawah for j in tabel.jenjang), *tabel.rentang]):
        if batas.is_finite():
            yield from _around(batas)


def _around(batas: Decimal) -> Iterator[float]:
    for jarak in ("0", "0.000000000001", "0.0001", "0.004", "0.005", "0.006", "0.01", "0.1", "0.5", "1"):
        yield float(batas + Decimal(jarak))
        yield float(batas - Decimal(jarak))
