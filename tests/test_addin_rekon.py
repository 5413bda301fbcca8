"""The comparison behind ANGGARAN_REKON: nothing lost, nothing paired by guessing."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.fungsi import ANGGARAN_REKON
from addin.nilai import Galat
from kinerja.anggaran.rekon import Anggaran, compare_anggaran
from tests.alat.addin import FUNGSI

UANG = st.one_of(st.none(), st.decimals(min_value=0, max_value=10**13, places=2))
KODE_TULIS = st.sampled_from(["7.01.01", "07.01.01", "7.01.02", "7-01-3", "x"])
TABEL = st.lists(st.builds(Anggaran, KODE_TULIS, st.just(""), UANG))


def _total(baris: list[Anggaran]) -> Decimal:
    return sum((b.jumlah for b in baris if b.jumlah is not None), Decimal(0))


@given(TABEL, TABEL)
def test_tidak_ada_rupiah_yang_hilang(kiri: list[Anggaran], kanan: list[Anggaran]) -> None:
    hasil = compare_anggaran(kiri, kanan)

    assert _total(kiri) == sum((b.perjanjian for b in hasil if b.perjanjian is not None), Decimal(0))
    assert _total(kanan) == sum((b.dpa for b in hasil if b.dpa is not None), Decimal(0))


KODE = st.sampled_from(["7.01.01", "07.01.01", "7.01.02", "7-01-3"])
"""With codes only: a name that by chance equals two rows above it is their total."""
JUMLAH = st.one_of(st.none(), st.just("-"), st.integers(0, 10**12), st.integers(10**4, 10**12).map(lambda x: f"Rp {x}"))
BARIS = st.one_of(st.tuples(KODE, JUMLAH).map(list), st.just([None, None]))
KEPALA = st.sampled_from([[], [["Kode", "Pagu"]], [["", "Pagu 2024 (Rp)"]], [[None, None], ["Kode", "Rp"]]])


def _total_sel(tabel: list[list[Any]]) -> float:
    return sum(float(str(sel).removeprefix("Rp ")) for *_, sel in tabel if re.search("^(?:Rp )?[0-9]", str(sel)))


@given(KEPALA, st.lists(BARIS), st.lists(BARIS))
def test_tidak_ada_rupiah_yang_hilang_dari_sel_ke_tabel(
    kepala: list[list[Any]], kiri: list[list[Any]], kanan: list[list[Any]]
) -> None:
    hasil = FUNGSI["ANGGARAN_REKON"].evaluate([*kepala, *kiri, [None, None]], [*kanan, ["9.01.99", 1]])
    baris = hasil[1:] if isinstance(hasil, list) else []

    assert isinstance(hasil, list) or not any(kode for kode, _ in [*kepala, *kiri])
    for kolom, tabel in ((2, kiri), (3, [*kanan, ["9.01.99", 1]])) if isinstance(hasil, list) else ():
        assert _total_sel(tabel) == sum(satu[kolom] or 0 for satu in baris)


def test_baris_pertama_tanpa_angka_di_kodenya_tetap_baris_isi() -> None:
    tabel = [["Penunjang", 100], ["Pelayanan", 50]]

    assert [["Pelayanan", 50.0, 50.0], ["Penunjang", 100.0, 100.0]] == [
        [satu[0], *satu[2:4]] for satu in _table(ANGGARAN_REKON(tabel, tabel))[1:]
    ]


@pytest.mark.parametrize("jumlah", ["Rp 100", "-", None, 0])
def test_jumlah_dalam_bentuk_apa_pun_bukan_kepala(jumlah: Any) -> None:
    hasil = _table(FUNGSI["ANGGARAN_REKON"].evaluate([["Penunjang", jumlah]], [["Penunjang", 1]]))

    assert "Penunjang" == hasil[1][0]


@pytest.mark.parametrize("jumlah", ["1.500", "100 ribu"])
def test_jumlah_yang_tidak_terbaca_adalah_galat_bukan_kepala(jumlah: str) -> None:
    assert isinstance(FUNGSI["ANGGARAN_REKON"].evaluate([["Penunjang", jumlah]], [["Penunjang", 1]]), Galat)


def _table(hasil: Any) -> list[list[Any]]:
    assert isinstance(hasil, list)
    return hasil


@given(TABEL, TABEL)
def test_urutan_baris_tidak_berpengaruh(kiri: list[Anggaran], kanan: list[Anggaran]) -> None:
    assert compare_anggaran(kiri, kanan) == compare_anggaran(kiri[::-1], kanan[::-1])


@given(TABEL, TABEL)
def test_sisi_yang_ditukar_menukar_kolom_dan_tanda_selisih(kiri: list[Anggaran], kanan: list[Anggaran]) -> None:
    maju, mundur = compare_anggaran(kiri, kanan), compare_anggaran(kanan, kiri)

    assert [(b.kode, b.perjanjian, b.dpa, b.selisih) for b in maju] == [
        (b.kode, b.dpa, b.perjanjian, None if b.selisih is None else -b.selisih) for b in mundur
    ]


@pytest.mark.parametrize(
    ("kiri", "kanan", "realisasi", "status"),
    [
        (5, 5, None, "sama"),
        (5, Decimal("5.01"), None, "berbeda"),
        (5, None, None, "jumlah kosong di DPA"),
        (5, 5, 5, "sama"),
        (5, 5, Decimal("5.01"), "realisasi melebihi pagu"),
    ],
)
def test_status_satu_kode(kiri: int, kanan: Decimal | None, realisasi: Decimal | None, status: str) -> None:
    lain = [Anggaran("7.01.01", "", realisasi)] if realisasi is not None else []

    assert [status] == [
        b.status
        for b in compare_anggaran([Anggaran("7.01.01", "", Decimal(kiri))], [Anggaran("7.01.01", "", kanan)], lain)
    ]


def test_kode_ganda_disebut_dan_tidak_dipasangkan_diam_diam() -> None:
    ganda = [Anggaran("7.01.01", "A", Decimal(3)), Anggaran("07.01.01", "", Decimal(4))]

    (baris,) = compare_anggaran(ganda, [Anggaran("7.01.01", "", Decimal(7))])

    assert ("A", Decimal(7), Decimal(0), "kode ganda di perjanjian (2 baris)") == (
        baris.nama,
        baris.perjanjian,
        baris.selisih,
        baris.status,
    )


def test_hanya_di_realisasi_disebut() -> None:
    (baris,) = compare_anggaran([], [], [Anggaran("7.01.09", "Lain", Decimal(1))])

    assert ("hanya di realisasi", Decimal(1)) == (baris.status, baris.realisasi)


def test_kepala_kolom_dilewati_dan_kode_angka_dibaca() -> None:
    tabel = ANGGARAN_REKON([["Kode", "Pagu"], [7.01, "1.500.000"]], [[7.01, 1_500_000]])

    assert isinstance(tabel, list)
    assert ["7.01", None, 1_500_000.0, 1_500_000.0, None, 0.0, "sama"] == tabel[1]


@pytest.mark.parametrize(
    ("kiri", "pesan"),
    [
        ([["7.01.01"], ["7.01.02"]], "Tabel perlu sedikitnya dua kolom"),
        ([["7.01.01", "1.500"], ["7.01.02", "2.500"]], "bisa berarti"),
        ([["7.01.01", 1], ["", 2]], "tidak punya kode"),
        ([["7.01.01", "seribu"]], "tidak terbaca sebagai angka"),
        ([["Kode", "Pagu"], [None, None], ["7.01.01", "seribu"]], "baris 3: 'seribu'"),
        ([[None, None], [None, None], ["7.01.01", "seribu"]], "baris 3: 'seribu'"),
        ([["Kode", "Pagu"], [None, None], ["", 5]], "Baris 3 tidak punya kode"),
        ([["7.01.01", "5\u00a0juta"]], "'5 juta' tidak terbaca"),
    ],
)
def test_tabel_yang_tidak_terbaca_menyebut_sebab_dan_argumennya(kiri: list[list[object]], pesan: str) -> None:
    hasil = FUNGSI["ANGGARAN_REKON"].evaluate(kiri, [["7.01.01", 1]])  # type: ignore[arg-type]

    assert isinstance(hasil, Galat)
    assert ("#VALUE!", True, True) == (hasil.kode, pesan in hasil.pesan, hasil.pesan.startswith("perjanjian"))


def test_jumlah_negatif_ditolak_dengan_barisnya() -> None:
    hasil = FUNGSI["ANGGARAN_REKON"].evaluate([["Kode", "Pagu"], ["7.01.01", -5]], [["7.01.01", 1]])

    assert Galat("#NUM!", "perjanjian, baris 2: Jumlah -5 negatif. Isi 0 ke atas.") == hasil
