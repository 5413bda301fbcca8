"""References among the arguments of our functions in Calc, as text: put into KINERJA_SEL, and taken off again."""

from datetime import date

import pytest

from addin.bekukan import freeze_formula
from addin.hosts.calc_argumen import wrap_acuan
from addin.hosts.calc_sel import write_persen

SEL = "ID.KINERJA.FUNGSI.KINERJASEL"


@pytest.mark.parametrize(
    ("rumus", "harap"),
    [
        ("=SKM_MUTU(A1)", "=SKM_MUTU(KINERJA_SEL(A1))"),
        ("=SKM_MUTU( $'a (;b'.A1 )", "=SKM_MUTU( KINERJA_SEL($'a (;b'.A1) )"),
        ("=SKM_MUTU(A:A)&SUM(A:A)", "=SKM_MUTU(KINERJA_SEL(A:A))&SUM(A:A)"),
        ('=SKM_MUTU(A1*1)&SKM_MUTU("A1")', '=SKM_MUTU(A1*1)&SKM_MUTU("A1")'),
        ("=SKM_MUTU(KINERJA_SEL(A1))", "=SKM_MUTU(KINERJA_SEL(A1))"),
        ("=SAKIP_NILAI(A1;;-A1;B2:B3)", "=SAKIP_NILAI(KINERJA_SEL(A1);;-A1;KINERJA_SEL(B2:B3))"),
        ("=SKM_MUTU(IFERROR(A1;B1))", "=SKM_MUTU(IFERROR(KINERJA_SEL(A1);KINERJA_SEL(B1)))"),
        ("=SKM_MUTU(IFERROR(A1:A9;B1))", "=SKM_MUTU(IFERROR(A1:A9;KINERJA_SEL(B1)))"),
        ("=SKM_MUTU(INDEX(SKM_NRR(A1:B2);1))", "=SKM_MUTU(KINERJA_NOL(INDEX(SKM_NRR(KINERJA_SEL(A1:B2));1)))"),
        ("=SKM_MUTU(SWITCH(A1;1;A2;A3))", "=SKM_MUTU(SWITCH(A1;1;KINERJA_SEL(A2);KINERJA_SEL(A3)))"),
        ("=SKM_MUTU(Tabel[[#This Row];[nik]])", "=SKM_MUTU(KINERJA_SEL(Tabel[[#This Row];[nik]]))"),
        ("=SKM_MUTU(IF(A1>0;A1))", "=SKM_MUTU(KINERJA_NOL(IF(A1>0;KINERJA_SEL(A1))))"),
        ("=SKM_MUTU(IF(A1>0;;5))", "=SKM_MUTU(KINERJA_NOL(IF(A1>0;;5)))"),
        ("=SKM_MUTU(KINERJA_NOL(IF(A1>0;A1)))", "=SKM_MUTU(KINERJA_NOL(IF(A1>0;KINERJA_SEL(A1))))"),
        ("=SKM_MUTU(ID.KINERJA.FUNGSI.KINERJANOL(A1:INDEX(A:A;2)))", "=SKM_MUTU(KINERJA_SEL(A1:INDEX(A:A;2)))"),
        ("=SKM_MUTU(IF(A1>0;;B1))", "=SKM_MUTU(KINERJA_NOL(IF(A1>0;;KINERJA_SEL(B1))))"),
        ("=SKM_MUTU(IFERROR(IF(A1:B2;C1;0);0))", "=SKM_MUTU(IFERROR(IF(A1:B2;KINERJA_SEL(C1);0);0))"),
        ("=SKM_MUTU(IFNA(VLOOKUP(1;A:B;2);0))", "=SKM_MUTU(IFNA(KINERJA_NOL(VLOOKUP(1;A:B;2));0))"),
        ("=SKM_MUTU(A1:OFFSET(A1;1;0))", "=SKM_MUTU(KINERJA_SEL(A1:OFFSET(A1;1;0)))"),
        ("=SKM_MUTU(INDEX(IF(1;A1:A3;(B:B));1))", "=SKM_MUTU(KINERJA_SEL(INDEX(IF(1;A1:A3;(B:B));1)))"),
        ("=SKM_MUTU(INDEX(IF(1;A1:A3);1))", "=SKM_MUTU(KINERJA_SEL(INDEX(IF(1;A1:A3);1)))"),
        ("=SKM_MUTU(FILTER(A1:A3;B1:B3))", "=SKM_MUTU(KINERJA_NOL(FILTER(A1:A3;B1:B3)))"),
        ("=SKM_MUTU(TRUE)", "=SKM_MUTU(TRUE)"),
        ("=SKM_MUTU(A1", "=SKM_MUTU(KINERJA_SEL(A1)"),
    ],
)
def test_hanya_acuan_yang_menjadi_argumen_dibungkus(rumus: str, harap: str) -> None:
    assert harap == wrap_acuan(rumus, "".__eq__) == wrap_acuan(harap, "".__eq__)


@pytest.mark.parametrize("isi", ["Nik", "'file:///a.ods'#$Sheet1.A1", "VLOOKUP(1;A1:B9;2;0)"])
def test_yang_mungkin_kosong_tetapi_bukan_acuan_ditandai(isi: str) -> None:
    harap = f"=SKM_MUTU(KINERJA_NOL({isi}))&SKM_KINERJA(66.5)"

    assert harap == wrap_acuan(f"=SKM_MUTU({isi})&SKM_KINERJA(66.5)", "".__eq__) == wrap_acuan(harap, "".__eq__)


def test_berkas_calc_dibekukan_menjadi_rumus_yang_sama_seperti_berkas_lain() -> None:
    layanan = "ID.KINERJA.FUNGSI."
    calc = f"{layanan}SAKIPPREDIKAT({SEL}($A$1))&{layanan}SKMMUTU({layanan}KINERJANOL(MAX(B1,2)))"
    hari = date(2024, 12, 31)

    assert freeze_formula("SAKIP_PREDIKAT($A$1)&SKM_MUTU(MAX(B1,2))", pada=hari) == freeze_formula(calc, pada=hari)


def test_persen_ditulis_dengan_semua_angkanya() -> None:
    assert ["66,5%", "29%", "100000000000000000%"] == [write_persen(a) for a in ("0.665", "0.29", "1e+15")]
