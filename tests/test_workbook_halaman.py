"""Page breaks are computed: what belongs together stays together, letters stay readable, heads leave room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kinerja.workbook.halaman import paginate
from kinerja.workbook.layout import Cetak

# A4 upright less margins: 508,6 x 734 points. A column of 10 characters is 63,75 points, a row 15.
LEMBAR = Cetak("a4", area=(0, 0, 99, 5))
SEMPIT = (10.0,) * 6


def test_lembar_sempit_dicetak_penuh_dan_terputus_setiap_halaman() -> None:
    hasil = paginate(LEMBAR, SEMPIT, {}, ukuran=8)

    assert 100 == hasil.skala
    assert (47, 94) == hasil.patah  # 734 x 0,97 / 15 = 47 rows
    assert () == hasil.patah_kolom


def test_lembar_yang_sedikit_melewati_satu_halaman_mengecil_agar_muat() -> None:
    hasil = paginate(replace(LEMBAR, area=(0, 0, 49, 5)), SEMPIT, {})

    assert () == hasil.patah
    assert 94 == hasil.skala  # 50 rows are 750 points: 734 x 0,97 / 750


def test_huruf_kecil_menahan_skala() -> None:
    lebar = (26.0,)  # 159,75 points of 493,3: three columns beside each other at 100 %, four at 77 %

    for ukuran, muat in ((11, 4), (10, 3), (8, 3)):
        hasil = paginate(replace(LEMBAR, area=(0, 0, 9, 7)), lebar * 8, {}, ukuran=ukuran)
        assert hasil.skala * ukuran >= 800
        assert muat == hasil.patah_kolom[0]


def test_kolom_yang_tidak_muat_dilanjutkan_di_halaman_sebelah_dari_kolom_yang_diminta() -> None:
    cetak = replace(LEMBAR, kolom_berulang=(0, 0), lanjut_kolom=(4,))

    assert (4,) == paginate(cetak, (20.0,) * 6, {}).patah_kolom
    assert () == paginate(cetak, SEMPIT, {}).patah_kolom
    # 12 columns of 123,75 points at 73 %: 675,8 points hold five, and four beside the one that is repeated
    assert (4, 8) == paginate(replace(cetak, area=(0, 0, 9, 11)), (20.0,) * 12, {}).patah_kolom


def test_kepala_yang_berulang_mengurangi_isi_halaman_berikutnya() -> None:
    hasil = paginate(replace(LEMBAR, baris_berulang=(0, 1), area=(0, 0, 139, 5)), SEMPIT, {0: 30, 1: 30})

    # All of it takes three pages at most: 734 x 0,97 / 15 = 47 rows and 60 points of head on each
    assert 2 == len(hasil.patah)
    for awal, akhir in pairwise((*hasil.patah, 140)):
        assert (akhir - awal) * 15 + 60 <= 734 * 0.97 * 100 / hasil.skala


def test_baris_yang_dijaga_pindah_bersama_dan_yang_lebih_dari_sehalaman_tetap_terputus() -> None:
    assert (44, 91) == paginate(LEMBAR, SEMPIT, {}, ukuran=8, jaga=[(44, 48)]).patah
    assert 44 in paginate(LEMBAR, SEMPIT, {}, ukuran=8, jaga=[(44, 46), (46, 49)]).patah
    panjang = paginate(LEMBAR, SEMPIT, {}, ukuran=8, jaga=[(10, 90)]).patah
    assert 10 == panjang[0]
    assert len(panjang) >= 2


def test_satu_halaman_dan_selebar_kertas_dibiarkan() -> None:
    for cetak in (replace(LEMBAR, satu_halaman=True), replace(LEMBAR, selebar=True), Cetak()):
        assert cetak == paginate(cetak, SEMPIT, {})


@given(
    st.lists(st.floats(15, 300), min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 79), st.integers(0, 6)), max_size=6),
)
def test_setiap_halaman_muat_dan_tidak_ada_yang_terlewat(tinggi: list[float], jaga: list[tuple[int, int]]) -> None:
    akhir = len(tinggi) - 1
    cetak = Cetak("f4", True, area=(0, 0, akhir, 5))

    hasil = paginate(cetak, SEMPIT, dict(enumerate(tinggi)), jaga=[(a, a + n) for a, n in jaga])

    batas = (0, *hasil.patah, akhir + 1)
    assert all(a < z for a, z in pairwise(batas))
    ruang = (612 - 108) * 0.97 * 100 / hasil.skala
    assert all(sum(tinggi[a:z]) <= ruang + 1e-6 for a, z in pairwise(batas))
