"""How expressions are written and filled in, and how a sheet is worked out from them in whatever order."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.workbook.eksak import GalatSelError, to_eksak, to_tampak, to_teks
from kinerja.workbook.ekspresi import Isi, X, add_up, di_kolom, kurung, luar, nama, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNTIF, IF, ROUND, SUM
from kinerja.workbook.layout import Cetak, Lembar
from workbook_templates.penyusun import Penyusun

A, B, C = sel(0, 0), sel(0, 1), sel(0, 2)


def test_ekspresi_tidak_punya_nilai_kebenaran() -> None:
    for pakai in (
        lambda: bool(A),
        lambda: A > 0 and B > 0,
        lambda: not A,
        lambda: 1 if A == B else 2,
        lambda: A in [B],
    ):
        with pytest.raises(TypeError, match="IF, AND, OR"):
            pakai()
    with pytest.raises(TypeError):
        hash(A)


@pytest.mark.parametrize(
    ("nilai", "rumus"),
    [
        (Decimal("25.00"), "25"), (Decimal("100"), "100"), (Decimal("1E+3"), "1000"), (0.5, "0.5"), (-3, "-3"),
        (Decimal("0.10"), "0.1"), (Decimal("1E-7"), "0.0000001"), (10**15, "1000000000000000"), (0, "0"),
        (Decimal("0.00"), "0"), (0.1 + 0.2, "0.3"), (Fraction(1, 8), "0.125"), (True, "TRUE"), (False, "FALSE"),
        ("", '""'), ('kata "ini"', '"kata ""ini"""'), ("=1+1", '"=1+1"'),
    ],
)  # fmt: skip
def test_tetapan_ditulis_tanpa_nol_di_belakang_dan_teks_dalam_tanda_kutip(nilai: Any, rumus: str) -> None:
    assert rumus == to_x(nilai).rumus


@pytest.mark.parametrize(
    ("x", "rumus"),
    [
        (A + B + C, "A1+B1+C1"),
        (A + (B + C), "A1+B1+C1"),
        (A - (B - C), "A1-(B1-C1)"),
        (A - B - C, "A1-B1-C1"),
        (A - (B + C), "A1-(B1+C1)"),
        (A / (B * C), "A1/(B1*C1)"),
        (A / B * C, "A1/B1*C1"),
        (A * (B / C), "A1*(B1/C1)"),
        ((A + B) * C, "(A1+B1)*C1"),
        (A + B * C, "A1+B1*C1"),
        (1 - A, "1-A1"),
        (2 * A / B, "2*A1/B1"),
        (1 / (A + 1), "1/(A1+1)"),
        ("x" & A & "y", '"x"&A1&"y"'),
        (A & (B & C), "A1&B1&C1"),
        (A + B & C, "A1+B1&C1"),
        ((A > B) == (B > C), "A1>B1=(B1>C1)"),
        (A + 1 > B, "A1+1>B1"),
        ((A > B) + 1, "(A1>B1)+1"),
        (kurung(A + B) - C, "(A1+B1)-C1"),
        (add_up([A, B, C]), "A1+B1+C1"),
        (IF(A > 0, "", B - C), 'IF(A1>0,"",B1-C1)'),
        (COUNTIF(rentang(0, 0, 3, 1), ">=0"), 'COUNTIF(A1:B4,">=0")'),
        (sel(0, 0, lembar="Data Induk") + 0, "'Data Induk'!A1+0"),
        (SUM(rentang(0, 0, 3, 0, mutlak=True, lembar="SKM")), "SUM(SKM!$A$1:$A$4)"),
    ],
)
def test_kurung_hanya_di_tempat_yang_perlu(x: X, rumus: str) -> None:
    assert rumus == x.rumus


def test_rumus_kolom_diisikan_ke_setiap_baris() -> None:
    x = IF(AND(di_kolom(3) > 0, SUM(di_kolom(4, 7)) > 0), di_kolom(3) - di_kolom(27), "")
    isi = Isi()
    isi.put_blok(6, 3, [[5, 1, None], [7, None, None]])

    assert 'IF(AND(D7>0,SUM(E7:H7)>0),D7-AB7,"")' == x.fill(6)
    assert x.fill(99).count("100") == 5
    for baris, harap in ((6, 5), (7, "")):
        isi.sel[9][baris] = x
        assert harap == isi.get(baris, 9)


def test_nama_dan_nilai_luar() -> None:
    isi = Isi()
    isi.put_blok(0, 0, [[4], [6]])
    isi.nama = {"satu": sel(0, 0), "semua": rentang(0, 0, 1, 0), "asing": luar("Lain!B2", 2.5)}

    assert ("satu", 4) == (nama("satu").rumus, nama("satu").compute(isi))
    assert 10 == SUM(nama("semua")).compute(isi)
    assert Fraction(13, 2) == (nama("asing") + nama("satu")).compute(isi)
    assert ("Lain!B2*2", 5) == ((luar("Lain!B2", 2.5) * 2).rumus, (luar("Lain!B2", 2.5) * 2).compute(isi))
    with pytest.raises(KeyError):
        nama("tidak_ada").compute(isi)


def test_sel_kosong_bukan_teks_kosong_tetapi_rujukan_kepadanya_menjadi_nol() -> None:
    isi = Isi()
    isi.sel[1][0] = A
    isi.sel[2][0] = to_x("")

    assert [None, 0, ""] == [isi.get(0, kolom) for kolom in range(3)]


@pytest.mark.parametrize(
    ("nilai", "tampak"),
    [(Fraction(1, 8), 0.125), (Fraction(6, 3), 2), ("", ""), (10**15, 10**15), (10**15 + 2, float(10**15 + 2))],
)
def test_nilai_yang_tampil_di_sel(nilai: Any, tampak: object) -> None:
    assert (tampak, type(tampak)) == (to_tampak(nilai), type(to_tampak(nilai)))


def test_nilai_yang_disambung_menjadi_teks() -> None:
    assert ["", "TRUE", "FALSE", "3", "0.3", "x"] == [
        to_teks(to_eksak(n)) for n in (None, True, False, 3.0, 0.1 + 0.2, "x")
    ]


def build(sel_: list[tuple[int, int, Any]]) -> Lembar:
    p = Penyusun("S", (10,) * 6, Cetak("f4", False))
    for baris, kolom, isi in sel_:
        if isinstance(isi, X):
            p.put_rumus(baris, kolom, isi, "sel")
        else:
            p.put_teks(baris, kolom, isi, "sel")
    return p.finish()


def show(lembar: Lembar) -> dict[tuple[int, int], object]:
    return {(s.baris, s.kolom): s.nilai for s in lembar.sel}


@given(angka=st.lists(st.integers(-9, 9), min_size=4, max_size=4), acak=st.randoms(use_true_random=False))
def test_urutan_pemasangan_sel_tidak_mengubah_hasil(angka: list[int], acak: random.Random) -> None:
    isi: list[tuple[int, int, Any]] = [(r, 0, n) for r, n in enumerate(angka)]
    isi += [(r, 1, di_kolom(2) + di_kolom(0)) for r in range(4)]  # each needs its right neighbour
    isi += [(r, 2, di_kolom(0) * 2) for r in range(4)]
    isi += [(4, 1, SUM(rentang(0, 1, 3, 1))), (5, 0, IF(sel(4, 1) > 0, sel(6, 0), "")), (6, 0, ROUND(sel(4, 1) / 3, 2))]
    jumlah = 3 * sum(angka)

    hasil = show(build(acak.sample(isi, len(isi))))

    assert [3 * n for n in angka] == [hasil[r, 1] for r in range(4)]
    assert jumlah == hasil[4, 1]
    assert hasil[5, 0] == (hasil[6, 0] if jumlah > 0 else "")


def test_rumus_yang_kembali_ke_dirinya_berhenti() -> None:
    for sel_ in ([(0, 0, A + 1)], [(0, 0, B + 1), (0, 1, A + 1)], [(0, 0, SUM(rentang(0, 0, 3, 0))), (1, 0, 5)]):
        with pytest.raises(RecursionError):
            show(build(sel_))


def test_galat_disebut_dengan_kodenya() -> None:
    isi = Isi()
    isi.put_blok(0, 0, [["abc", 0]])
    for x, kode in ((A + 1, "#VALUE!"), (1 / B, "#DIV/0!"), (IF(A, 1, 2), "#VALUE!"), (SUM(B) / SUM(B), "#DIV/0!")):
        with pytest.raises(GalatSelError, match=kode):
            x.compute(isi)
