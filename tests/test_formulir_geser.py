"""References of a form when its rows are repeated: each rule of the manual, and what must not be guessed."""

import pytest

from kinerja.formulir.geser import AcuanBerulangError, Letak, PetaBaris, Ulangan, move_acuan, move_rumus

PETA = {
    "PK": PetaBaris([Ulangan(4, "program", 3), Ulangan(9, "indikator", 2)]),
    "Data Lain": PetaBaris([Ulangan(2, "program", 3)]),
}
"""Sheet PK: row 5 three times, row 10 twice; sheet Data Lain: row 3 three times."""


@pytest.mark.parametrize(
    ("rumus", "jadi"),
    [
        ("D5*E$12", "D7*E$15"),  # its own row, and a fixed one below
        ("SUM(D$5:D5)", "SUM(D$5:D7)"),  # a running sum from the first item
        ("E4+D5", "E6+D7"),  # the balance of the row before
        ("$D$5", "$D$5"),  # the first item
        ("SUM(H5:K5)", "SUM(H7:K7)"),
        ("'Data Lain'!F3", "'Data Lain'!F5"),  # the same item of another table
        ("SUM('Data Lain'!F3:H3)", "SUM('Data Lain'!F5:H5)"),
        ("SUM('Data Lain'!F3:F3)", "SUM('Data Lain'!F3:F5)"),  # all items
        ("D5/D8", "D7/D10"),
    ],
)
def test_rumus_salinan_ketiga_menunjuk_barisnya_sendiri(rumus: str, jadi: str) -> None:
    assert move_rumus(rumus, PETA, Letak("PK", 4, 2)) == jadi


@pytest.mark.parametrize(
    ("rumus", "jadi"),
    [
        ("SUM(D5:D5)", "SUM(D5:D7)"),
        ("SUM( D5 , 1)", "SUM( D5:D7 , 1)"),
        ("SUM(D5:E5)", "SUM(D5:E7)"),
        ("SUM(D4:D6)", "SUM(D4:D8)"),
        ("D6+D11", "D8+D14"),
        ("COUNT('Data Lain'!B3)", "COUNT('Data Lain'!B3:B5)"),
        ("'Data Lain'!B4", "'Data Lain'!B6"),
        ("SUM(5:5)+SUM(D:D)", "SUM(5:7)+SUM(D:D)"),
        ('"D6"&D6&LOG10(D6)', '"D6"&D8&LOG10(D8)'),
        ("SUM(D6:D5)", "SUM(D8:D5)"),
        ("Lain!D6+pagu_D6", "Lain!D6+pagu_D6"),
        ("SUM($A$10:$A$10)", "SUM($A$12:$A$13)"),
    ],
)
def test_rumus_di_luar_baris_berulang_mengikuti_yang_ditunjuknya(rumus: str, jadi: str) -> None:
    assert move_rumus(rumus, PETA, Letak("PK", 6)) == jadi


@pytest.mark.parametrize("rumus", ["D5", "IF(D5>1,1,2)", "SUM(D5+1)", "ROUND('Data Lain'!$B$3,0)"])
def test_satu_sel_di_baris_berulang_tidak_ditebak(rumus: str) -> None:
    with pytest.raises(AcuanBerulangError):
        move_rumus(rumus, PETA, Letak("PK", 6))


def test_baris_daftar_lain_tidak_ditebak() -> None:
    with pytest.raises(AcuanBerulangError, match="PK!A10"):
        move_rumus("A10", PETA, Letak("PK", 4, 1))


def test_nama_rentang_tumbuh_bersama_barisnya() -> None:
    assert move_acuan("PK!$D$5", PETA) == "PK!$D$5:$D$7"
    assert move_acuan("'Data Lain'!$A$1:$B$4,PK!$A$6", PETA) == "'Data Lain'!$A$1:$B$6,PK!$A$8"
    assert move_acuan("PK!$A:$B", PETA) == "PK!$A:$B"
