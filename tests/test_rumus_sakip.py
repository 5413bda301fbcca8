"""SAKIP, percentages and budgets beyond the cases of tests/aturan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import KosongError, PembagiNolError, PeraturanError, RentangError
from kinerja.rumus.anggaran import compute_selisih
from kinerja.rumus.capaian import compute_capaian
from kinerja.rumus.manfaat import compute_manfaat, compute_persen
from kinerja.rumus.sakip import compute_sakip, compute_sakip_subkomponen, compute_subkomponen, find_predikat, get_bobot

PADA = date(2024, 12, 31)
BOBOT = [s.bobot for k in get_bobot(PADA) for s in k.subkomponen]


@given(st.lists(st.integers(0, 1000), min_size=12, max_size=12))
def test_nilai_dari_subkomponen_sama_dengan_jumlah_tepatnya(permil: list[int]) -> None:
    nilai = [Fraction(p, 1000) * Fraction(b) for p, b in zip(permil, BOBOT, strict=True)]
    tepat = sum(nilai, Fraction(0))

    assert abs(Fraction(compute_sakip_subkomponen(nilai, PADA)) - tepat) <= Fraction(1, 200)


def test_jumlah_pecahan_biner_tepat_60_tetap_cc() -> None:
    nilai = compute_sakip([0.1, 29.9, 10.7, 19.3], PADA)

    assert nilai == Decimal("60.00")
    assert find_predikat(nilai, PADA).kode == "CC"


@pytest.mark.parametrize(("huruf", "nilai"), [("AA", "6.00"), ("a", "5.40"), (" bb ", "4.80"), ("E", "0.00")])
def test_satu_huruf_kriteria(huruf: str, nilai: str) -> None:
    assert Decimal(nilai) == compute_subkomponen([huruf], 6, PADA)


def test_subkomponen_tanpa_kriteria_atau_bobot_mustahil_ditolak() -> None:
    with pytest.raises(KosongError):
        compute_subkomponen([], 6, PADA)
    with pytest.raises(RentangError, match="Bobot 101"):
        compute_subkomponen(["A"], 101, PADA)


def test_subkomponen_tidak_dikenal_pada_masa_12_2015() -> None:
    with pytest.raises(PeraturanError, match="per komponen"):
        compute_sakip_subkomponen([0] * 12, date(2020, 12, 31))


def test_tepi_predikat_di_kedua_sisi() -> None:
    kode = ["AA", "A", "BB", "B", "CC", "C", "D", "E"]
    tepi = [90, 80, 70, 60, 50, 30, 0]

    assert kode[1:] == [find_predikat(x, PADA).kode for x in tepi]
    assert kode[:-1] == [find_predikat(x + 0.001, PADA).kode for x in tepi]


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=6))
def test_manfaat_rata_rata_persis(pasangan: list[tuple[int, int]]) -> None:
    tepat = sum((Fraction(r, t) for r, t in pasangan), Fraction(0)) / len(pasangan) * 100

    assert abs(Fraction(compute_manfaat(pasangan)) - tepat) <= Fraction(1, 200)


def test_persen_dari_pecahan_biner() -> None:
    assert compute_persen(0.285, 1) == Decimal("28.50")
    assert compute_persen(28.575, 1000) == Decimal("2.86")


def test_selisih_jumlah_sangat_besar_persis() -> None:
    assert compute_selisih(10**30 + 1, 10**30) == Decimal(1)


def test_target_negatif_ditolak() -> None:
    with pytest.raises(RentangError, match="Target negatif"):
        compute_capaian(1, -4)
    with pytest.raises(RentangError, match="Realisasi negatif"):
        compute_capaian(-1, 4, "turun_rasio")


def test_capaian_realisasi_negatif_dihitung_apa_adanya() -> None:
    assert compute_capaian(-1, 4) == Decimal("-25.00")


def test_kode_excel_galat_pembagi_nol() -> None:
    with pytest.raises(PembagiNolError) as galat:
        compute_capaian(1, 0)
    assert galat.value.kode_excel == "#DIV/0!"
