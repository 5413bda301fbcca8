"""Rounding against exact arithmetic and a spreadsheet engine; numbers in Indonesian text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

import ironcalc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.angka import read_angka, read_kolom_uang
from kinerja.bilangan import format_angka, format_rupiah, round_half_up, to_decimal, to_fraction
from kinerja.errors import KosongError, MasukanError
from kinerja.rumus.target import Target

# --- exact numbers ----------------------------------------------------------------------------------------------


@given(st.fractions(-(10**20), 10**20), st.integers(0, 6))
def test_round_half_up_sama_dengan_hitungan_pecahan(x: Fraction, desimal: int) -> None:
    hasil = Fraction(round_half_up(x, desimal))

    setengah = Fraction(1, 2 * 10**desimal)
    assert (hasil * 10**desimal).denominator == 1
    assert abs(hasil - x) <= setengah
    assert abs(hasil - x) < setengah or abs(hasil) > abs(x)  # a tie goes away from zero


@given(st.decimals(-(10**25), 10**25, places=5), st.integers(0, 4))
def test_round_half_up_sama_dengan_quantize(x: Decimal, desimal: int) -> None:
    with localcontext() as bahan:
        bahan.prec = 60
        expected = x.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)

    assert expected == round_half_up(x, desimal)


def test_round_half_up_sama_dengan_round_lembar_kerja_pada_semua_tengah() -> None:
    nilai = [n / 1000 for n in range(5, 100_000, 10)] + [2.675, 1.005, -1.005, 9_695_231_719.125, 0.1 + 0.2]
    model = ironcalc.create("uji", "en", "UTC", "en")
    for baris, x in enumerate(nilai, start=1):
        model.update_cell_with_number(0, baris, 1, x)
        model.set_user_input(0, baris, 2, f"=ROUND(A{baris},2)")
    model.evaluate()
    expected = [float(str(model.get_cell_value(0, baris, 2))) for baris in range(1, len(nilai) + 1)]

    assert expected == [float(round_half_up(x, 2)) for x in nilai]


def test_nol_tidak_bertanda_minus() -> None:
    assert str(round_half_up(-0.001, 2)) == "0.00"
    assert format_angka(-0.004) == "0,00"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=10, min_value=-(10**30), max_value=10**30))
def test_pecahan_kembali_menjadi_desimal_yang_sama(x: Decimal) -> None:
    assert x == to_decimal(to_fraction(x))


@pytest.mark.parametrize(
    "x", [float("nan"), float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), True, "1"]
)
def test_bukan_angka_ditolak(x: float) -> None:
    with pytest.raises(MasukanError):
        to_fraction(x)


def test_kosong_bukan_nol() -> None:
    with pytest.raises(KosongError):
        to_decimal(None)


def test_sepertiga_tidak_dijadikan_desimal_diam_diam() -> None:
    with pytest.raises(MasukanError, match="1/3"):
        to_decimal(Fraction(1, 3))


def test_bilangan_sangat_besar_tetap_persis() -> None:
    assert to_decimal(10**400) == Decimal(10**400)
    assert to_decimal(Decimal("1E400")) == Decimal("1E400")


# --- text in ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "jenis", "nilai"),
    [
        ("Rp. 21.540.000", "uang", "21540000"),
        ("Rp15.435.519.078", "uang", "15435519078"),
        ("rp 1.500", "uang", "1500"),
        ("IDR 1.500", "uang", "1500"),
        ("Rp1.250.000,-", "uang", "1250000"),
        ("1.500,--", "uang", "1500"),
        ("Rp\u00a04.510.000", "uang", "4510000"),
        ("  296187500 ", "uang", "296187500"),
        ("(1.000)", "uang", "-1000"),
        ("Rp (1.000.000)", "uang", "-1000000"),
        ("(Rp 1.000.000)", "uang", "-1000000"),
        ("-Rp1.500,50", "uang", "-1500.50"),
        ("Rp -1.500", "uang", "-1500"),
        ("\u22121.500.000", "uang", "-1500000"),
        ("1.250.000,5", "uang", "1250000.5"),
        ("1,25", "uang", "1.25"),
        ("0", "uang", "0"),
        ("-0", "uang", "0"),
        ("1500000.0", "uang", "1500000.0"),
        ("1500000.0000", "uang", "1500000"),
        ("66,5", "nilai", "66.5"),
        ("88.3", "nilai", "88.3"),
        ("3,0644", "nilai", "3.0644"),
        ("3,532", "nilai", "3.532"),
        ("88,30 %", "nilai", "88.30"),
        ("0.500", "nilai", "0.5"),
        ("3,0644", "bilangan", "3.0644"),
        ("338", "bilangan", "338"),
        ("2.5", "bilangan", "2.5"),
        ("1.250.000", "bilangan", "1250000"),
        ("Rp 1.500.000", "bilangan", "1500000"),
    ],
)
def test_teks_dibaca_sebagai_angka(teks: str, jenis: str, nilai: str) -> None:
    assert Decimal(nilai) == read_angka(teks, jenis)  # type: ignore[arg-type]


@pytest.mark.parametrize("teks", ["", "  ", "-", "–", "—", "Rp -", "Rp-", "\u00a0"])
@pytest.mark.parametrize("jenis", ["uang", "nilai", "bilangan"])
def test_teks_kosong_bukan_nol(teks: str, jenis: str) -> None:
    with pytest.raises(KosongError):
        read_angka(teks, jenis)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("teks", "jenis", "satu", "dua"),
    [
        ("1.500", "uang", "1500", "1,5"),
        ("-1.500", "uang", "-1500", "-1,5"),
        ("1,250", "uang", "1,25", "1250"),
        ("Rp 1,250", "uang", "1,25", "1250"),
        ("90.005", "nilai", "90005", "90,005"),
        ("1.250", "bilangan", "1250", "1,25"),
        ("3,064", "bilangan", "3,064", "3064"),
    ],
)
def test_teks_rancu_ditolak_dengan_kedua_bacaan(teks: str, jenis: str, satu: str, dua: str) -> None:
    with pytest.raises(MasukanError, match=f"bisa berarti {satu} .gaya Indonesia. atau {dua} .gaya Inggris."):
        read_angka(teks, jenis)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("1.25", "uang"),
        ("123.00", "uang"),
        ("Rp 1.25", "uang"),
        ("1.250.00", "uang"),
        ("1.25.000", "uang"),
        ("1.250,000.00", "uang"),
        ("1234,567", "uang"),
        ("1 000", "uang"),
        ("15.435. 519.078", "uang"),
        ("15.435.5l9.078", "uang"),
        ("1e5", "uang"),
        ("+5", "uang"),
        ("5-", "uang"),
        ("(-5)", "uang"),
        ("--5", "uang"),
        ("Rp", "uang"),
        ("100%", "uang"),
        ("１２", "uang"),
        ("١٢", "uang"),
        ("1_000", "uang"),
        ("9" * 41, "uang"),
        ("76,61-88,30", "nilai"),
        ("B(66,50)", "nilai"),
        ("Rp 88", "nilai"),
        ("(88)", "nilai"),
        ("2,59¢6", "bilangan"),
        ("338KK", "bilangan"),
        ("NaN", "bilangan"),
        ("12\n34", "bilangan"),
    ],
)
def test_teks_yang_bukan_angka_ditolak(teks: str, jenis: str) -> None:
    with pytest.raises(MasukanError, match="tidak terbaca sebagai angka") as galat:
        read_angka(teks, jenis)  # type: ignore[arg-type]
    assert not isinstance(galat.value, KosongError)


@given(st.decimals(-(10**15), 10**15, places=2))
def test_rupiah_yang_ditulis_terbaca_kembali(x: Decimal) -> None:
    assert x == read_angka(format_rupiah(x), "uang")


@given(st.decimals(0, 100, places=2))
def test_nilai_yang_ditulis_terbaca_kembali(x: Decimal) -> None:
    assert x == read_angka(format_angka(x), "nilai")


# --- columns ----------------------------------------------------------------------------------------------------


def test_kolom_kosong_dan_angka_sel() -> None:
    hasil = read_kolom_uang([None, "", "-", 21_540_000, 191_200_000.0, Decimal("0.5")])

    assert hasil == (None, None, None, Decimal(21_540_000), Decimal(191_200_000), Decimal("0.5"))


def test_kolom_deret_angka_dan_satu_rupiah_bertitik() -> None:
    assert read_kolom_uang(["500", "Rp 1.500"]) == (Decimal(500), Decimal(1500))


@pytest.mark.parametrize("nilai", [[], [None], ["-", ""]])
def test_kolom_tanpa_angka(nilai: list[object]) -> None:
    assert read_kolom_uang(nilai) == (None,) * len(nilai)


@pytest.mark.parametrize(
    ("kolom", "pesan"),
    [
        (["500", "abc"], "baris 8: 'abc' tidak terbaca"),
        (["500", True], "baris 8: True bukan angka"),
        (["500", object], "baris 8"),
        (["500", float("nan")], "baris 8: nan bukan angka"),
        (["4.510.000", "1.250.00"], "baris 8: '1.250.00' tidak terbaca"),
        (["4.510.000", "1,500"], "baris 8: '1,500' tidak terbaca sebagai angka (rupiah paling banyak dua"),
        (["3151363319.00", "1.500"], "baris 8: '1.500' tidak terbaca sebagai angka (rupiah paling banyak dua"),
        (["500", "1.500"], "baris 8: '1.500' bisa berarti 1500 (gaya Indonesia) atau 1,5 (gaya Inggris)"),
        (["3151363319.00", "(1.234)"], "baris 8 ('(1.234)') bergaya Indonesia, baris 7 ('3151363319.00')"),
    ],
)
def test_kolom_bermasalah_ditolak_dengan_barisnya(kolom: list[object], pesan: str) -> None:
    with pytest.raises(MasukanError) as galat:
        read_kolom_uang(kolom, baris_pertama=7)
    assert pesan in str(galat.value)


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=20))
def test_kolom_gaya_mana_pun_terbaca_sama(jumlah: list[Decimal]) -> None:
    jumlah.append(Decimal("1234567.89"))  # one row that can be read in one way only

    expected = tuple(jumlah)
    assert expected == read_kolom_uang([f"{x:,f}" for x in jumlah])
    assert expected == read_kolom_uang([format_angka(x) for x in jumlah])
    assert expected == read_kolom_uang([f"{x:f}" for x in jumlah])


@pytest.mark.parametrize(
    "isi", [(), (Decimal(5), Decimal(3)), (Decimal(0), Decimal(0), True), (Decimal(3), Decimal(4), True)]
)
def test_target_yang_mustahil_tidak_dapat_dibuat(isi: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="a "):
        Target(*isi)
