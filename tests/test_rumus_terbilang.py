"""Numbers in words against known words, and read back by a reader of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.bilangan import Angka
from kinerja.errors import KosongError, MasukanError, RentangError
from kinerja.rumus.terbilang import terbilang


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (101, "seratus satu"),
        (110, "seratus sepuluh"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (1111, "seribu seratus sebelas"),
        (2000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_001_001, "satu juta seribu satu"),
        (1_011_000, "satu juta sebelas ribu"),
        (21_540_000, "dua puluh satu juta lima ratus empat puluh ribu"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (10**15, "satu kuadriliun"),
        (10**15 + 1, "satu kuadriliun satu"),
        (-15, "minus lima belas"),
        (66.5, "enam puluh enam koma lima"),
        (Decimal("66.50"), "enam puluh enam koma lima nol"),
        (Decimal("88.30"), "delapan puluh delapan koma tiga nol"),
        (Decimal("-0.05"), "minus nol koma nol lima"),
        (Decimal("1E3"), "seribu"),
        (1500.0, "seribu lima ratus"),
    ],
)
def test_angka_dengan_kata(angka: Angka, kata: str) -> None:
    assert kata == terbilang(angka)


SATUAN = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}
PANGKAT = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12, "kuadriliun": 10**15}


def read_kata(kata: str) -> int:
    """Back from words to the number, by adding up."""
    jumlah = kelompok = angka = 0
    for k in kata.replace("se", "satu ").replace("satu mbilan", "sembilan").split():
        match k:
            case "puluh":
                kelompok, angka = kelompok + angka * 10, 0
            case "ratus":
                kelompok, angka = kelompok + angka * 100, 0
            case "belas":
                kelompok, angka = kelompok + angka + 10, 0
            case _ if k in PANGKAT:
                jumlah, kelompok, angka = jumlah + (kelompok + angka) * PANGKAT[k], 0, 0
            case _:
                angka = SATUAN[k]
    return jumlah + kelompok + angka


@given(st.integers(1, 10**18 - 1) | st.integers(1, 2_100_000))
def test_kata_terbaca_kembali_dan_tidak_memuat_satu_ribu_yang_salah(n: int) -> None:
    kata = terbilang(n)

    assert n == read_kata(kata)
    assert "satu ratus" not in kata
    assert "satu puluh" not in kata
    assert "nol" not in kata


@pytest.mark.parametrize("n", [10**18, -(10**18), 1e300])
def test_terlalu_besar_ditolak(n: float) -> None:
    with pytest.raises(RentangError):
        terbilang(n)


def test_bukan_angka_ditolak() -> None:
    with pytest.raises(MasukanError):
        terbilang("66,50")  # type: ignore[arg-type]
    with pytest.raises(KosongError):
        terbilang(None)  # type: ignore[arg-type]
