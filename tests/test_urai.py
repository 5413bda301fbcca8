"""Formulas read back: spellings of one are one, and all that were ever issued come to what was stored in their cell."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.hitung import compute_isi, get_nilai, is_sama
from kinerja.perjanjian.kembali.isian import read_isian
from kinerja.perjanjian.kembali.peta import Peta
from kinerja.workbook.eksak import GalatSelError
from kinerja.workbook.isi_buku import IsiBuku
from kinerja.workbook.urai import _Pengurai, normalize_rumus, parse_rumus
from kinerja.workbook.urai_fungsi import UraiError
from tests.alat.terbitan import TERBITAN

TERBIT = sorted(TERBITAN.glob("*/*.xlsx"))
SAMA = (
    ("25.00+A1", "25 + a1"), ("FALSE", "false()"), ("(A1)", "A1"), ("((A1+B1))*2", "(A1+B1)*2"),
    ("A1+(B1*2)", "A1+B1*2"),
    ("_xlfn.COUNTIFS(A1:A3,1)", "COUNTIFS(A1:A3,1)"), ("'SKM'!A1", "A1"), ("SKM!A1:B2", "A1:B2"), ("-(5)", "-5"),
    ('IF(A1=1 , "a""b" , "")', 'if(A1=1,"a""b","")'), ("+A1", "A1"), ("88.3099999999999999978", "88.31"),
    ("acos(2)", "ACOS(2)"),
)  # fmt: skip
LAIN = (
    ("A1-(B1-2)", "A1-B1-2"),
    ("$A1", "A1"),
    ("A1/(B1*2)", "A1/B1*2"),
    ('"a"', '"A"'),
    ("Cek!A1", "A1"),
    ("A1", "A2"),
)
ASING = (
    "VLOOKUP(A1,B1:C3,2,FALSE)",
    "[1]Rekap!B5",
    "A1:",
    "IF(",
    "",
    "A1 B1",
    "XFE1",
    "{1,2}",
    "SUM(A:A)",
    "1+",
    "B2:A1",
    "ROUND(A1,-3)",
    "ROUND(A1,16)",
    'RIGHT(A1,"x")',
    "RIGHT(A1,0)",
    "SUBSTITUTE(A1,B1,2)",
    "SUMIF(A1:A3,1,B1:B2)",
    "1E400",
    "ACOS(A1)",
    "ACOS(1)",
)


@pytest.mark.parametrize(("satu", "lain"), SAMA)
def test_dua_ejaan_satu_rumus_adalah_satu_rumus(satu: str, lain: str) -> None:
    assert normalize_rumus(satu, "SKM") == normalize_rumus(lain, "SKM")


@pytest.mark.parametrize(("satu", "lain"), LAIN)
def test_rumus_yang_berarti_lain_tetap_lain(satu: str, lain: str) -> None:
    assert normalize_rumus(satu, "SKM") != normalize_rumus(lain, "SKM")


@pytest.mark.parametrize("rumus", ASING)
def test_yang_bukan_bahasa_rumus_kita_ditolak(rumus: str) -> None:
    with pytest.raises((UraiError, ValueError)):
        parse_rumus(rumus, "SKM")


@pytest.mark.parametrize("path", TERBIT, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_rumus_terbitan_bernilai_seperti_yang_tersimpan(path: Path) -> None:
    """Stored values are those of the plan or of LibreOffice, which other engines are held to elsewhere."""
    buku = read_buku(path.read_bytes(), path.name)
    isi = compute_isi(buku, read_isian(buku, buku, Peta({nama: nama for nama in buku.lembar})))
    rumus = [
        (n, letak, s) for n, lembar in buku.lembar.items() for letak, s in lembar.sel.items() if s.rumus is not None
    ]

    assert len(rumus) > 100
    assert not [(n, *letak) for n, letak, s in rumus if not is_sama(get_nilai(isi, n, *letak), s.nilai)]


def test_rumus_yang_menunjuk_dirinya_bernilai_galat() -> None:
    isi = IsiBuku({"A": {(0, 0): parse_rumus("B1+1", "A"), (0, 1): parse_rumus("SUM(A1:A2)", "A")}}, {})

    for _ in range(2):
        with pytest.raises(GalatSelError, match="#REF!"):
            isi.get_sel("A", 0, 0)


def test_wilayah_seluas_lembar_tidak_disusuri_satu_satu() -> None:
    isi = IsiBuku({"A": {(0, 0): 2, (9, 3): 3, (99, 99): parse_rumus("SUM(A1:XFC1048576)", "A")}}, {})

    assert isi.read_kotak("A", (0, 0, 50, 16_000)) == [2, 3]
    with pytest.raises(GalatSelError, match="#NUM!"):
        parse_rumus("COUNTBLANK(A1:XFD1048576)", "A").compute(isi)


CEK_BARIS = (
    'IF(COUNTA(B{0}:E{0})=0,"",IF(OR(COUNTA(B{0}:E{0})>COUNT(B{0}:E{0}),COUNT(B{0}:E{0})>COUNTIF(B{0}:E{0},1)'
    '+COUNTIF(B{0}:E{0},2),ISLOGICAL(B{0}),ISLOGICAL(C{0}),ISLOGICAL(D{0}),ISLOGICAL(E{0})),"PERIKSA","OK"))'
)
SEL = st.sampled_from([None, 0, 1, 2, True, False, "1", "", "a", "A", Fraction(1, 2), Fraction(3, 2)])


@given(st.lists(st.tuples(SEL, SEL, SEL, SEL), min_size=1, max_size=6))
def test_rumus_sebaris_yang_diingat_sama_dengan_yang_dihitung(semua: list[tuple[Any, ...]]) -> None:
    sel = {(r, c): n for r, baris in enumerate(semua) for c, n in enumerate(baris, start=1) if n is not None}
    for rumus in (CEK_BARIS, 'IF(B{0}&C{0}="",D{0},E{0}&"!")', 'COUNTIFS(B{0}:E{0},">0",B{0}:E{0},"<2")'):
        isi = IsiBuku({"A": dict(sel)}, {})
        for r in range(len(semua)):
            teks = rumus.format(r + 1)
            assert parse_rumus(teks, "A").compute(isi) == _Pengurai(teks, "A").parse().compute(isi)
            assert type(parse_rumus(teks, "A").compute(isi)) is type(_Pengurai(teks, "A").parse().compute(isi))


@given(st.lists(st.tuples(SEL, SEL, SEL, SEL), min_size=1, max_size=6), st.integers(0, 5))
def test_kolom_rumus_sebaris_lewat_wilayahnya_sama_dengan_satu_satu(semua: list[tuple[Any, ...]], berumus: int) -> None:
    """Two columns below each other's eyes: the second reads the first, and one cell is a formula itself."""
    tetap = {(r, c): n for r, baris in enumerate(semua) for c, n in enumerate(baris, start=1) if n is not None}
    tetap[berumus, 2] = parse_rumus("1/2", "A")
    hasil = []
    for parse in (parse_rumus, lambda teks, lembar: _Pengurai(teks, lembar).parse()):
        sel = dict(tetap)
        for r in range(len(semua)):
            sel[r, 5] = parse(CEK_BARIS.format(r + 1), "A")
            sel[r, 6] = parse('IF(F{0}&B{0}&C{0}&D{0}="",B{0},F{0}&"!")'.format(r + 1), "A")
        isi = IsiBuku({"A": sel}, {})
        hasil.append([isi.list_sel("A", (0, c, len(semua) - 1, c)) for c in (6, 5, 6)])

    assert hasil[0] == hasil[1]
    assert [type(n) for kolom in hasil[0] for n in kolom] == [type(n) for kolom in hasil[1] for n in kolom]
