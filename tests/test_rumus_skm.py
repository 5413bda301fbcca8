"""SKM beyond the cases of tests/aturan/skm.toml: exactness to four decimals, whole tables, odd input."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.bilangan import round_half_up
from kinerja.errors import KosongError, MasukanError, RentangError
from kinerja.rumus.skm import compute_nik, compute_sampel, compute_skm, compute_skm_totals

PADA = date(2024, 12, 31)
E1 = [105, 101, 100, 116, 102, 105, 106, 105, 115]


@pytest.mark.parametrize(("penimbang", "nik"), [("persis", "91.4751"), ("0,111", "91.3836"), ("0,11", "90.5603")])
def test_contoh_e1_sampai_empat_desimal(penimbang: str, nik: str) -> None:
    hasil = compute_skm_totals(E1, [29] * 9, penimbang, pada=PADA)

    assert Decimal(nik) == round_half_up(hasil.ni * 25, 4)


def test_hasil_memuat_setiap_langkah() -> None:
    hasil = compute_skm([[4, 2, None], [3, 2, 1]], pada=PADA)

    assert hasil.jumlah == (7, 4, 1)
    assert hasil.terisi == (2, 2, 1)
    assert hasil.nrr == (Fraction(7, 2), Fraction(2), Fraction(1))
    assert hasil.ni == Fraction(13, 6)
    assert hasil.nik == Decimal("54.17")
    assert hasil.mutu.sebutan == "Tidak Baik"


@given(st.lists(st.lists(st.sampled_from([1, 2, 3, 4]), min_size=9, max_size=9), min_size=1, max_size=40))
def test_jawaban_lengkap_sama_dengan_rata_rata_semua_jawaban(jawaban: list[list[int]]) -> None:
    semua = [x for baris in jawaban for x in baris]

    assert compute_skm(jawaban, pada=PADA).ni == Fraction(sum(semua), len(semua))


@given(st.lists(st.lists(st.sampled_from([1, 2, 3, 4]), min_size=9, max_size=9), min_size=1, max_size=5))
def test_responden_kosong_tidak_mengubah_hasil(jawaban: list[list[int]]) -> None:
    assert compute_skm(jawaban, pada=PADA) == compute_skm([*jawaban, [None] * 9], pada=PADA)


def test_jawaban_dari_lembar_kerja_berupa_pecahan_biner() -> None:
    assert compute_skm([[3.0] * 9, [Decimal(4)] * 9], pada=PADA).nik == Decimal("87.50")


@pytest.mark.parametrize("jawaban", [0, 5, 2.5, -1, float("nan"), 10**30])
def test_jawaban_di_luar_skala_ditolak(jawaban: float) -> None:
    with pytest.raises(RentangError, match="Responden 1, U9 Sarana dan Prasarana: Jawaban"):
        compute_skm([[4] * 8 + [jawaban]], pada=PADA)


@pytest.mark.parametrize("jawaban", [True, "4", ""])
def test_jawaban_bukan_angka_ditolak(jawaban: float) -> None:
    with pytest.raises(MasukanError, match="Responden 2, U1 Persyaratan"):
        compute_skm([[4] * 9, [jawaban] + [4] * 8], pada=PADA)


def test_baris_yang_tidak_sama_panjang_ditolak() -> None:
    with pytest.raises(MasukanError, match="Responden 2 punya 8 jawaban"):
        compute_skm([[4] * 9, [4] * 8], pada=PADA)


def test_baris_tanpa_unsur_ditolak() -> None:
    with pytest.raises(KosongError):
        compute_skm([[]], pada=PADA)


@pytest.mark.parametrize(("jumlah", "terisi"), [(29 * 4 + 1, 29), (28, 29), (5, 0), (4, -1)])
def test_jumlah_yang_mustahil_ditolak(jumlah: int, terisi: int) -> None:
    with pytest.raises(RentangError, match="U1 Persyaratan"):
        compute_skm_totals([jumlah, *E1[1:]], [terisi, *[29] * 8], pada=PADA)


def test_jumlah_dan_banyak_jawaban_harus_sama_banyak() -> None:
    with pytest.raises(MasukanError):
        compute_skm_totals(E1, [29] * 8, pada=PADA)


def test_penimbang_tak_dikenal_ditolak() -> None:
    with pytest.raises(MasukanError, match="persis; 0,111; 0,11"):
        compute_nik([3] * 9, "0.11", pada=PADA)


def test_nik_di_bawah_25_karena_penimbang_yang_dibulatkan_ditolak() -> None:
    assert compute_nik([1] * 9, "0,11", pada=PADA) == Decimal("24.75")
    with pytest.raises(RentangError, match="24,75"):
        compute_skm([[1] * 9], "0,11", pada=PADA)


def test_nrr_kosong_bukan_nol() -> None:
    with pytest.raises(KosongError, match="U2 Sistem"):
        compute_nik([3, None, *[3] * 7], pada=PADA)  # type: ignore[list-item]
    with pytest.raises(KosongError):
        compute_nik([], pada=PADA)


# Krejcie and Morgan (1970), table for d = 0,05.
SAMPEL = {
    10: 10,
    15: 14,
    20: 19,
    50: 44,
    100: 80,
    220: 140,
    300: 169,
    500: 217,
    1000: 278,
    1200: 291,
    2000: 322,
    10_000: 370,
    75_000: 382,
    1_000_000: 384,
}


@pytest.mark.parametrize(("populasi", "sampel"), SAMPEL.items())
def test_sampel_sama_dengan_tabel_tercetak(populasi: int, sampel: int) -> None:
    assert sampel == compute_sampel(populasi, pada=PADA)


@given(st.integers(1, 10**7))
def test_sampel_tidak_melebihi_populasi(populasi: int) -> None:
    assert 1 <= compute_sampel(populasi, pada=PADA) <= populasi


@pytest.mark.parametrize("galat", [0, 1, 5, -0.05])
def test_galat_di_luar_nol_sampai_satu_ditolak(galat: float) -> None:
    with pytest.raises(RentangError, match="5 persen sebagai 0,05"):
        compute_sampel(100, galat, pada=PADA)


@pytest.mark.parametrize("populasi", [0, -1, 10.5])
def test_populasi_yang_bukan_jumlah_orang_ditolak(populasi: int) -> None:
    with pytest.raises(RentangError):
        compute_sampel(populasi, pada=PADA)
