"""Targets of PERSEN_CAPAIAN as they are agreed: ranges, one side, ratios, zero; and why others are refused."""

import time
from datetime import datetime
from typing import Any

import pytest

from addin.nilai import Galat, Sel
from tests.alat.addin import FUNGSI, to_code

CAPAIAN = FUNGSI["PERSEN_CAPAIAN"]


@pytest.mark.parametrize(
    ("masukan", "hasil"),
    [
        ((70, "80–90"), 87.5),  # 70 / 80
        ((85, "80 s.d. 90"), 100.0),
        ((92, "80-90"), 102.22),  # 92 / 90
        ((92, "80-90", "naik", 100), 100.0),
        ((9, "7-8", "turun_selisih"), 87.5),  # (2 x 8 - 9) / 8
        ((10, "7-8", "turun_rasio"), 80.0),  # 8 / 10
        ((0, "7-8", "turun_rasio"), 100.0),
        ((0, "7-8", "turun_rasio", 120), 120.0),
        ((45, "≥ 90%"), 50.0),
        (("95%", "minimal 90"), 100.0),
        ((85, "80%-90%"), 100.0),
        ((1, "paling lama 3", "turun_rasio"), 100.0),
        ((6, "≤ 3", "turun_rasio"), 50.0),
        ((0.03125, "1:32"), 100.0),
        (("1:30", "1:32"), 106.67),  # 32 / 30
        (("1 : 40", "1:32", "turun_rasio"), 125.0),  # (1/32) / (1/40)
        (("1:40", "1 banding 32", "turun_selisih"), 120.0),  # 2 - 32/40
        (("1:0,4", "1:0,5"), 125.0),
        ((2.5, "1:0,5"), 125.0),
        ((0, 0, "turun_rasio"), 100.0),
        ((3, "0", "turun_rasio"), 0.0),
        ((0, "<= 0", "tetap"), 100.0),
        ((110, 100, "tetap"), 110.0),
        ((None, "80-90"), None),
        ((85, "  "), None),
    ],
)
def test_target_berbentuk_dihitung_menurut_aturannya(masukan: tuple[Any, ...], hasil: float | None) -> None:
    assert hasil == CAPAIAN.evaluate(*masukan)


@pytest.mark.parametrize(
    ("masukan", "kode", "kalimat"),
    [
        ((80, "BB"), "#VALUE!", "target: “BB” bukan angka; predikat tidak dapat dinilai di sini karena urutannya"),
        (("B", 80), "#VALUE!", "realisasi: “B” bukan angka;"),
        ((80, "90-80"), "#VALUE!", "target: Rentang harus naik."),
        ((80, "≥ 80-90"), "#VALUE!", "target: Rentang dan tanda tertulis bersama."),
        ((80, "2:5"), "#VALUE!", "target: Perbandingan harus 1 banding angka di atas 0."),
        ((80, "1.500-2.000"), "#VALUE!", "target: '1.500' bisa berarti 1500"),
        ((80, "80-90 bulan"), "#VALUE!", "target: '80-90 bulan' tidak terbaca sebagai angka."),
        ((80, "80%-90"), "#VALUE!", "target: '80%-90' tidak terbaca"),
        ((80, "1:32%"), "#VALUE!", "target: '1:32%' tidak terbaca"),
        ((80, True), "#VALUE!", "target: Di sini harus angka, bukan TRUE/FALSE."),
        ((80, datetime(2026, 8, 7)), "#VALUE!", "target: Isinya sudah menjadi tanggal atau waktu (07-08-2026)."),
        ((80, "-"), "#N/A", "target: Angka belum diisi."),
        ((80, "-5-90"), "#NUM!", "Target negatif;"),
        ((80, "≤ 90"), "#NUM!", "Target ≤ 90 tidak cocok dengan arah naik."),
        ((80, "≥ 90", "turun_selisih"), "#NUM!", "Target ≥ 90 tidak cocok dengan arah turun."),
        ((-1, 0, "turun_selisih"), "#NUM!", "Realisasi negatif terhadap target 0."),
        ((-1, "0-5"), "#DIV/0!", "Target nol;"),
        ((30, "1:32"), "#NUM!", "Realisasi 30 terlalu jauh dari target 1 : 32. Tulis realisasi sebagai perbandingan"),
        (("1:30", 90), "#VALUE!", "Realisasi 1 : 30 tidak dapat dibandingkan dengan target 90."),
        (("80-90", 90), "#VALUE!", "Realisasi 80–90 bukan satu angka."),
        ((80, "80-90", "mundur"), "#VALUE!", "arah: “mundur” bukan pilihan"),
    ],
)
def test_yang_bukan_target_ditolak_dengan_sebabnya(masukan: tuple[Any, ...], kode: str, kalimat: str) -> None:
    hasil = CAPAIAN.evaluate(*masukan)

    assert isinstance(hasil, Galat)
    assert (hasil.kode, hasil.pesan[: len(kalimat)]) == (kode, kalimat)


def test_kolom_target_yang_beragam_dihitung_baris_demi_baris() -> None:
    target: list[list[Sel]] = [[80], ["80-90"], ["≥ 90"], ["BB"], [None]]

    assert [[106.25], [100.0], [94.44], ["#VALUE!"], [None]] == to_code(CAPAIAN.evaluate(85, target))


@pytest.mark.parametrize("teks", ["1" + " " * 100_000 + "x", "1-" * 50_000, "≥" * 100_000, "1" * 100_000 + ":"])
def test_teks_panjang_ditolak_seketika(teks: str) -> None:
    """Milliseconds; what looks at each letter from each other one takes a minute."""
    mulai = time.process_time()

    assert "#VALUE!" == to_code(CAPAIAN.evaluate(80, teks))
    assert time.process_time() - mulai < 5
