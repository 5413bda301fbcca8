"""What a rule advises is done to its arguments once; then the value is that of the regulation, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from kinerja.peraturan import Komponen, get_tabel
from kinerja.peraturan.loader import parse_tabel
from kinerja.rumus.anggaran import compute_serapan
from kinerja.rumus.capaian import compute_capaian, compute_capaian_predikat
from kinerja.rumus.manfaat import compute_persen, compute_trantibum
from kinerja.rumus.sakip import compute_sakip, compute_sakip_subkomponen, compute_subkomponen
from kinerja.rumus.skm import compute_nik, compute_sampel, compute_skm, find_mutu
from kinerja.rumus.target import Target, find_urutan
from kinerja.rumus.terbilang import terbilang
from tests.alat.saran import expect_saran, follow
from tests.test_peraturan_pemuat import TERBUKA

PADA = date(2024, 12, 31)
LAMA = date(2019, 12, 31)
"""Under 12/2015, whose SAKIP has no sub-components here."""
Hitung = Callable[[], object]

capaian = partial(compute_capaian, pada=PADA)
nik = partial(compute_nik, pada=PADA)
CAPAIAN: tuple[tuple[str, Hitung, Hitung, object], ...] = (
    ("Pilih: {}.", lambda: capaian(5, 4, "atas"), lambda: capaian(5, 4, "naik"), Decimal("125.00")),
    (
        "Pilih {}, atau kosongkan.",
        lambda: capaian(5, 4, "naik", 110),
        lambda: (capaian(5, 4, "naik", 120), capaian(5, 4, "naik", 100), capaian(5, 4, "naik")),
        (Decimal("120.00"), Decimal("100.00"), Decimal("125.00")),
    ),
    (
        "Bandingkan predikat dengan urutannya.",
        lambda: capaian(5, Target(predikat="BB")),
        lambda: compute_capaian_predikat("A", "BB", ("AA", "A", "BB", "B")),
        (Decimal(100), -1),
    ),
    ("Periksa realisasinya.", lambda: capaian(-3, 0, "tetap"), lambda: capaian(0, 0, "tetap"), Decimal("100.00")),
    (
        "Pakai turun_selisih.",
        lambda: capaian(-2, 4, "turun_rasio"),
        lambda: capaian(-2, 4, "turun_selisih"),
        Decimal("250.00"),
    ),
    ("Isi target indikator.", lambda: capaian(5, 0), lambda: capaian(5, 4), Decimal("125.00")),
    ("Periksa target indikator.", lambda: capaian(5, -4), lambda: capaian(5, 4), Decimal("125.00")),
    (
        "Pakai ≤, atau arah naik.",
        lambda: capaian(5, Target(Decimal(4), None), "turun"),
        lambda: (capaian(5, Target(None, Decimal(4)), "turun"), capaian(3, Target(Decimal(4), None), "naik")),
        (Decimal("75.00"), Decimal("75.00")),
    ),
    (
        "Pakai ≥, atau arah turun.",
        lambda: capaian(3, Target(None, Decimal(4)), "naik"),
        lambda: (capaian(3, Target(Decimal(4), None), "naik"), capaian(5, Target(None, Decimal(4)), "turun")),
        (Decimal("75.00"), Decimal("75.00")),
    ),
    (
        "Isi pagunya.",
        lambda: compute_serapan(21_000_000, 0, pada=PADA),
        lambda: compute_serapan(21_000_000, 21_540_000, pada=PADA),
        Decimal("97.49"),
    ),
    (
        "Isi banyaknya laporan.",
        lambda: compute_trantibum(7, 7.5, pada=PADA),
        lambda: compute_trantibum(7, 8, pada=PADA),
        Decimal("87.50"),
    ),
    (
        "Periksa kedua angka itu.",
        lambda: compute_trantibum(8, 7, pada=PADA),
        lambda: compute_trantibum(7, 8, pada=PADA),
        Decimal("87.50"),
    ),
    (
        "Periksa kedua angka itu.",
        lambda: compute_persen(-3, 4, pada=PADA),
        lambda: compute_persen(3, 4, pada=PADA),
        Decimal("75.00"),
    ),
    (
        "Isi targetnya.",
        lambda: compute_persen(3, 0, pada=PADA),
        lambda: compute_persen(3, 4, pada=PADA),
        Decimal("75.00"),
    ),
    ("Pakai angka di bawah 10^18.", lambda: terbilang(10**18), lambda: terbilang(10**15), "satu kuadriliun"),
    ("Pilih: {}.", lambda: find_urutan("WTB", ("WTP", "WDP")), lambda: find_urutan("wdp", ("WTP", "WDP")), 1),
)
SAKIP: tuple[tuple[str, Hitung, Hitung, object], ...] = (
    (
        "Isi nilai itu.",
        lambda: compute_sakip([20.5, None, 10.25, 16.75], pada=PADA),  # type: ignore[list-item]
        lambda: compute_sakip([20.5, 19, 10.25, 16.75], pada=PADA),
        Decimal("66.50"),
    ),
    (
        "Isi nilai menurut bobotnya, bukan persennya.",
        lambda: compute_sakip([80, 19, 10.25, 16.75], pada=PADA),
        lambda: compute_sakip([24, 19, 10.25, 16.75], pada=PADA),  # 80 % of its 30
        Decimal("70.00"),
    ),
    (
        "Periksa bobot itu.",
        lambda: compute_subkomponen(["AA", "B", "CC"], 101, pada=PADA),
        lambda: compute_subkomponen(["AA", "B", "CC"], 9, pada=PADA),
        Decimal("6.90"),
    ),
    (
        "Isi {} sampai {}.",
        lambda: compute_subkomponen(["AA", " ", "CC"], 9, pada=PADA),
        lambda: (compute_subkomponen(["AA"], 9, pada=PADA), compute_subkomponen(["E"], 9, pada=PADA)),
        (Decimal("9.00"), Decimal("0.00")),
    ),
    (
        "Pilih salah satu: {}.",
        lambda: compute_subkomponen(["AB"], 10, pada=PADA),
        lambda: compute_subkomponen(["BB"], 10, pada=PADA),
        Decimal("8.00"),
    ),
    (
        "Isi nilai per komponen saja.",
        lambda: compute_sakip_subkomponen([6] * 12, pada=LAMA),
        lambda: compute_sakip([20, 15, 10, 5, 12], pada=LAMA),
        Decimal("62.00"),
    ),
    (
        "Beri setiap bagian nama sendiri.",
        lambda: compute_sakip([30, 20], (Komponen("A", Decimal(60), ()), Komponen("a ", Decimal(40), ())), pada=PADA),
        lambda: compute_sakip([30, 20], (Komponen("A", Decimal(60), ()), Komponen("B", Decimal(40), ())), pada=PADA),
        Decimal("50.00"),
    ),
    (
        "Pakai tanggal {} atau sesudahnya.",
        lambda: get_tabel("skm_mutu", pada=date(2017, 5, 8)),
        lambda: get_tabel("skm_mutu", pada=date(2017, 5, 9)).berlaku,
        date(2017, 5, 9),
    ),
    (
        "Betulkan berkas peraturan itu.",
        lambda: parse_tabel("uji", TERBUKA.replace('"50", atas = "100"', '"50", atas = 100')),
        lambda: [j.kode for j in parse_tabel("uji", TERBUKA)[0].jenjang],
        ["X", "Y", "Z"],
    ),
)
SKM: tuple[tuple[str, Hitung, Hitung, object], ...] = (
    (
        "Periksa nilai itu.",
        lambda: find_mutu(766, pada=PADA),
        lambda: find_mutu(Decimal("76.6"), pada=PADA).kode,
        "C",
    ),
    ("Periksa nilai itu.", lambda: nik([30] * 9), lambda: nik([3] * 9), Decimal("75.00")),
    ("Isi nilai itu.", lambda: nik([3, None]), lambda: nik([3, 3]), Decimal("75.00")),  # type: ignore[list-item]
    ("Pilih: {}.", lambda: nik([3] * 9, "0,12"), lambda: nik([3] * 9, "0,111"), Decimal("74.93")),
    ("Pakai penimbang {}.", lambda: nik([3] * 8, "0,111"), lambda: nik([3] * 8, "persis"), Decimal("75.00")),
    (
        "Betulkan jawaban itu atau kosongkan.",
        lambda: compute_skm([[3] * 9, [5] + [3] * 8], pada=PADA),
        lambda: [compute_skm([[3] * 9, [x, *[3] * 8]], pada=PADA).nik for x in (3, None)],
        [Decimal("75.00")] * 2,
    ),
    (
        "Isi jawabannya; peraturan tidak mengatur unsur kosong.",
        lambda: compute_skm([[None] + [3] * 8] * 2, pada=PADA),
        lambda: compute_skm([[3] * 9] * 2, pada=PADA).nik,
        Decimal("75.00"),
    ),
    (
        "Isi jawaban sedikitnya satu responden.",
        lambda: compute_skm([], pada=PADA),
        lambda: compute_skm([[3] * 9], pada=PADA).nik,
        Decimal("75.00"),
    ),
    (
        "Samakan jumlah unsur semua responden.",
        lambda: compute_skm([[3] * 9, [3] * 8], pada=PADA),
        lambda: compute_skm([[3] * 9, [*[3] * 8, None]], pada=PADA).terisi,
        (2,) * 8 + (1,),
    ),
    (
        "Isi banyaknya orang yang dilayani.",
        lambda: compute_sampel(0, pada=PADA),
        lambda: compute_sampel(1200, pada=PADA),
        291,  # the table of Krejcie and Morgan
    ),
    (
        "Tulis 5 persen sebagai 0,05.",
        lambda: compute_sampel(1200, 5, pada=PADA),
        lambda: compute_sampel(1200, Decimal("0.05"), pada=PADA),
        291,
    ),
)
SEMUA = (*CAPAIAN, *SAKIP, *SKM)


@follow(*{saran for saran, *_ in SEMUA})
@pytest.mark.parametrize(("saran", "salah", "betul", "harap"), SEMUA, ids=[saran for saran, *_ in SEMUA])
def test_saran_rumus_dituruti(saran: str, salah: Hitung, betul: Hitung, harap: object) -> None:
    with expect_saran(saran):
        salah()

    assert harap == betul()
