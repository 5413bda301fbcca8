"""The file lint on formulas: every class of fault planted in a sound file is found under its code."""

from pathlib import Path

import pytest

from tests.alat.contoh import LEMBAR1, codes, save, sound_parts, spoil
from tests.alat.lint import lint

SARANG = "IF(A2," * 65 + "1" + ")" * 65

RUMUS = {
    "=A2*2": "RUMUS_SAMADENGAN",
    "+".join(["1"] * 4600): "RUMUS_PANJANG",
    "A2 # 2": "RUMUS_URAI",
    "A2 A3": "RUMUS_URAI",
    "A2+": "RUMUS_URAI",
    "SUM(,+)": "RUMUS_URAI",
    "*A2": "RUMUS_URAI",
    "(,A2)": "RUMUS_URAI RUJUKAN_GABUNGAN",
    "": "RUMUS_URAI",
    "IF(A2&gt;0,1": "RUMUS_KURUNG",
    "A2)": "RUMUS_KURUNG",
    SARANG: "RUMUS_SARANG",
    "VLOOKUP(A2)": "RUMUS_ARGUMEN",
    "IF()": "RUMUS_ARGUMEN",
    "COUNTIFS(A2:A5,1,A2:A5)": "RUMUS_ARGUMEN",
    "SUM(A2;A3)": "RUMUS_TITIKKOMA",
    "1,5*A2": "DESIMAL_KOMA",
    "ROUND(1,5;1)": "RUMUS_TITIKKOMA RUMUS_ARGUMEN",
    "INDEX((A2,A3),1,1)": "RUJUKAN_GABUNGAN",
    "_xlfn.IFS(A2&gt;0,1)": "FUNGSI_XLFN",
    "XLOOKUP(1,A2,A2)": "XLFN_HILANG",
    "NOW()": "FUNGSI_VOLATIL",
    'VALUE("1.250")': "FUNGSI_DAERAH",
    'TEXT(A2,"0.0")': "FUNGSI_DAERAH",
    "FIXED(A2,0)": "FUNGSI_DAERAH",
    'SUBSTITUTE(FIXED(A2,2),",",".")': "FUNGSI_DAERAH",
    'SUBSTITUTE(FIXED(A2,0),".",",")': "FUNGSI_DAERAH",
    'SUBSTITUTE(FIXED(A2,0)&amp;"x",",",".")': "FUNGSI_DAERAH",
    "SUMPRODUCT(A2)": "FUNGSI_LUAR",
    "SKM_MUTU(A2)": "FUNGSI_LUAR",
    f'"{"x" * 256}"': "LITERAL_PANJANG",
    "SUM({1,2})": "LARIK",
    "#REF!+1": "RUJUKAN_GALAT",
    "Isi!#REF!+1": "RUJUKAN_GALAT",
    "[1]Lain!A1": "RUJUKAN_LUAR",
    "'[Buku.xlsx]Lain'!A1": "RUJUKAN_LUAR",
    "Tabel1[Kode]": "RUJUKAN_LUAR",
    "Tidakada!A1": "LEMBAR_TAK_DIKENAL",
    "'Tidak ada'!A1:A2": "LEMBAR_TAK_DIKENAL RENTANG_TUNGGAL",
    "isian_hilang+1": "NAMA_TAK_DIKENAL",
    "Tidakada!isian_nilai": "LEMBAR_TAK_DIKENAL",
    "XFE1": "LUAR_GRID",
    "A1048577": "LUAR_GRID",
    "SUM(A0:A5)": "LUAR_GRID",
    "SUM(A2:A6)": "RUJUKAN_KOSONG",
    "Z99": "RUJUKAN_KOSONG",
    "A2:A5": "RENTANG_TUNGGAL",
    "A2:A5*2": "RENTANG_TUNGGAL",
    "SUM(A2:A5*2)": "RENTANG_TUNGGAL",
    "ISNUMBER(A2:A5)": "RENTANG_TUNGGAL",
    "isian_tabel": "RENTANG_TUNGGAL",
    'HYPERLINK("#Tidakada!A1","x")': "TAUTAN_LEMBAR",
    'HYPERLINK("#isian_hilang","x")': "TAUTAN_LEMBAR",
    "C2": "RUMUS_MELINGKAR",
    "SUM(A2:C5)": "RUMUS_MELINGKAR",
    "hasil_kali+1": "RUMUS_MELINGKAR",
}


@pytest.mark.parametrize(("rumus", "harap"), RUMUS.items(), ids=lambda teks: teks[:30])
def test_rumus_cacat_ditemukan(tmp_path: Path, rumus: str, harap: str) -> None:
    rusak = spoil(sound_parts(), LEMBAR1, "<f>A2\\*2</f>", f"<f>{rumus}</f>")
    assert codes(save(tmp_path / "x.xlsx", rusak)) == set(harap.split())


BAIK = [
    "-A2^2%",
    "IF(A2,,1)",
    "SUM(A2:A5,$B$2,'Di lain'!B1)",
    "isian_nilai&gt;=TRUE",
    "1.5E-3*(A2+.5)",
    'A2&amp;"&quot;&quot;"',
    "SUM(A:A)",
    "sum(a2:a5)",
    'SUBSTITUTE(FIXED(INT(A2),0),",",".")',
    '"a;b,c#"',
    "INDEX(A2:A5,MATCH(A3,A2:A5,0))",
    'AND(NOT(A2=""),A3&lt;&gt;1)',
]


@pytest.mark.parametrize("rumus", BAIK)
def test_rumus_baik_tidak_bercacat(tmp_path: Path, rumus: str) -> None:
    sehat = spoil(sound_parts(), LEMBAR1, "<f>A2\\*2</f>", f"<f>{rumus}</f>")
    assert lint(save(tmp_path / "x.xlsx", sehat)) == []
