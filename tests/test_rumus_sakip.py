"""SAKIP, percentages and budgets beyond the cases of tests/aturan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import KosongError, MasukanError, PembagiNolError, PeraturanError, RentangError
from kinerja.peraturan import Komponen, Subkomponen
from kinerja.rumus.anggaran import compute_selisih
from kinerja.rumus.capaian import compute_capaian
from kinerja.rumus.manfaat import compute_manfaat, compute_persen
from kinerja.rumus.sakip import (
    compute_kekurangan,
    compute_sakip,
    compute_sakip_subkomponen,
    compute_subkomponen,
    find_predikat,
    get_bobot,
)

PADA = date(2024, 12, 31)
BOBOT = [s.bobot for k in get_bobot(pada=PADA) for s in k.subkomponen]


@given(st.lists(st.integers(0, 1000), min_size=12, max_size=12))
def test_nilai_dari_subkomponen_sama_dengan_jumlah_tepatnya(permil: list[int]) -> None:
    nilai = [Fraction(p, 1000) * Fraction(b) for p, b in zip(permil, BOBOT, strict=True)]
    tepat = sum(nilai, Fraction(0))

    assert abs(Fraction(compute_sakip_subkomponen(nilai, pada=PADA)) - tepat) <= Fraction(1, 200)


def test_jumlah_pecahan_biner_tepat_60_tetap_cc() -> None:
    nilai = compute_sakip([0.1, 29.9, 10.7, 19.3], pada=PADA)

    assert nilai == Decimal("60.00")
    assert find_predikat(nilai, pada=PADA).kode == "CC"


@pytest.mark.parametrize(("huruf", "nilai"), [("AA", "6.00"), ("a", "5.40"), (" bb ", "4.80"), ("E", "0.00")])
def test_satu_huruf_kriteria(huruf: str, nilai: str) -> None:
    assert Decimal(nilai) == compute_subkomponen([huruf], 6, pada=PADA)


def test_subkomponen_tanpa_kriteria_atau_bobot_mustahil_ditolak() -> None:
    with pytest.raises(KosongError):
        compute_subkomponen([], 6, pada=PADA)
    with pytest.raises(RentangError, match="Bobot 101"):
        compute_subkomponen(["A"], 101, pada=PADA)


def test_subkomponen_tidak_dikenal_pada_masa_12_2015() -> None:
    with pytest.raises(PeraturanError, match="per komponen"):
        compute_sakip_subkomponen([0] * 12, pada=date(2020, 12, 31))


def test_tepi_predikat_di_kedua_sisi() -> None:
    kode = ["AA", "A", "BB", "B", "CC", "C", "D", "E"]
    tepi = [90, 80, 70, 60, 50, 30, 0]

    assert kode[1:] == [find_predikat(x, pada=PADA).kode for x in tepi]
    assert kode[:-1] == [find_predikat(x + 0.001, pada=PADA).kode for x in tepi]


@pytest.mark.parametrize(
    ("nilai", "kurang", "menuju"),
    [("66.5", "3.51", "BB"), ("70", "0.01", "BB"), ("70.01", "10", "A"), ("90", "0.01", "AA"), ("0", "0.01", "D")],
)
def test_kekurangan_menuju_predikat_berikutnya(nilai: str, kurang: str, menuju: str) -> None:
    hasil = compute_kekurangan(Decimal(nilai), pada=PADA)

    assert hasil is not None
    assert (Decimal(kurang), menuju) == (hasil[0], hasil[1].kode)


def test_predikat_tertinggi_tidak_kurang_apa_apa() -> None:
    assert [None, None] == [compute_kekurangan(x, pada=PADA) for x in (90.01, 100)]
    with pytest.raises(RentangError):
        compute_kekurangan(100.01, pada=PADA)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=6))
def test_manfaat_rata_rata_persis(pasangan: list[tuple[int, int]]) -> None:
    tepat = sum((Fraction(r, t) for r, t in pasangan), Fraction(0)) / len(pasangan) * 100

    assert abs(Fraction(compute_manfaat(pasangan, pada=PADA)) - tepat) <= Fraction(1, 200)


def test_persen_dari_pecahan_biner() -> None:
    assert compute_persen(0.285, 1, pada=PADA) == Decimal("28.50")
    assert compute_persen(28.575, 1000, pada=PADA) == Decimal("2.86")


def test_selisih_jumlah_sangat_besar_persis() -> None:
    assert compute_selisih(10**30 + 1, 10**30) == Decimal(1)


def test_target_negatif_ditolak() -> None:
    with pytest.raises(RentangError, match="Target negatif"):
        compute_capaian(1, -4, pada=PADA)
    with pytest.raises(RentangError, match="Realisasi negatif"):
        compute_capaian(-1, 4, "turun_rasio", pada=PADA)


def test_capaian_realisasi_negatif_dihitung_apa_adanya() -> None:
    assert compute_capaian(-1, 4, pada=PADA) == Decimal("-25.00")


def test_kode_excel_galat_pembagi_nol() -> None:
    with pytest.raises(PembagiNolError) as galat:
        compute_capaian(1, 0, pada=PADA)
    assert galat.value.kode_excel == "#DIV/0!"


def _bobot(*akhir: str) -> tuple[Komponen, ...]:
    """The law's components, with sub-components of one's own in the fourth."""
    baku = get_bobot(pada=PADA)
    sub = tuple(Subkomponen(f"Bagian {n}", Decimal(b)) for n, b in enumerate(akhir, start=1))
    return (*baku[:3], Komponen(baku[3].nama, baku[3].bobot, sub))


def test_bobot_daerah_menggantikan_bobot_peraturan() -> None:
    bobot = _bobot("5", "7.5", "5", "7.5")
    penuh = [s.bobot for k in bobot for s in k.subkomponen]

    assert compute_sakip_subkomponen(penuh, bobot, pada=PADA) == Decimal("100.00")
    assert compute_sakip([30, 30, 15, 24], bobot, pada=PADA) == Decimal("99.00")
    with pytest.raises(RentangError, match=r"Bagian 3 5,01 di luar 0 sampai bobotnya 5"):
        compute_sakip_subkomponen([*penuh[:11], Decimal("5.01"), 0], bobot, pada=PADA)


def test_bobot_daerah_yang_jumlahnya_salah_ditolak() -> None:
    with pytest.raises(MasukanError, match=r"Evaluasi Akuntabilitas Kinerja Internal 24,9, seharusnya 25\."):
        compute_sakip([0] * 4, _bobot("12.5", "12.4"), pada=PADA)
    with pytest.raises(MasukanError, match=r"Jumlah bobot komponen 75, seharusnya 100\."):
        compute_sakip([0] * 3, get_bobot(pada=PADA)[:3], pada=PADA)


def test_bobot_daerah_tanpa_semua_subkomponen_dinilai_per_komponen_saja() -> None:
    with pytest.raises(PeraturanError, match="per komponen"):
        compute_sakip_subkomponen([0] * 9, _bobot(), pada=PADA)
