"""Amounts in print: the same text on every PC, whatever its language, as `format_rupiah` writes them."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kinerja.bilangan import format_rupiah, write_bertanda
from kinerja.rumus_sel import teks_bertanda
from kinerja.workbook.ekspresi import Isi, X, sel, to_x
from kinerja.workbook.fungsi import FIXED
from tests.alat.libreoffice import Lokal
from tests.alat.mesin import Values, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from workbook_templates.rumus import rupiah_bila_ada

HARAP = {
    "0": "0", "0.05": "0,05", "0.5": "0,50", "0.995": "1", "0.994": "0,99", "1": "1", "9.99": "9,99", "999": "999",
    "999.99": "999,99", "999.995": "1.000", "1000": "1.000", "1000.1": "1.000,10", "999999": "999.999",
    "1000000": "1.000.000", "21540000.5": "21.540.000,50", "29432849010": "29.432.849.010",
    "123456789012.34": "123.456.789.012,34", "999999999999999": "999.999.999.999.999",
    "1000000000000000": "1.000.000.000.000.000", "-21540000.5": "(21.540.000,50)", "-0.05": "(0,05)",
}  # fmt: skip
"""By hand, after the spelling of numbers in Ejaan Bahasa Indonesia."""


def draw_uang(acak: random.Random) -> Decimal:
    """An amount of up to 15 digits; to the sen of up to 14, for LibreOffice takes a sen of 2,8 trillion for nothing."""
    if acak.random() < 0.5:
        return Decimal(acak.randint(1 - 10 ** acak.randint(1, 15), 10 ** acak.randint(1, 15) - 1))
    return Decimal(acak.randint(1 - 10 ** acak.randint(1, 14), 10 ** acak.randint(1, 14) - 1)).scaleb(-2)


def write_harap(uang: Decimal) -> str:
    teks = format_rupiah(abs(uang)).removeprefix("Rp")
    return f"({teks})" if uang < 0 and teks != "0" else teks


ACAK = [draw_uang(random.Random(n)) for n in range(300)]
SEL: dict[str, str] = {**HARAP, **{str(x): write_harap(x) for x in ACAK}}


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Amounts in column A, then a blank, an empty text and a word; beside each the formula."""
    path = tmp_path_factory.mktemp("rupiah") / "rupiah.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("S")
        for n, teks in enumerate(SEL):
            lembar.write_number(n, 0, float(teks))
        lembar.write_formula(len(SEL) + 1, 0, '=""', None, "")
        lembar.write_string(len(SEL) + 2, 0, "sekian")
        for n in range(len(SEL) + 3):
            lembar.write_formula(n, 2, f"={rupiah_bila_ada(sel(n, 0)).rumus}", None, "salah")
    return path


def check(hasil: Values) -> None:
    nilai = [hasil["S", f"C{n}"] for n in range(1, len(SEL) + 4)]
    assert [] == [(a, b, c) for (a, b), c in zip(SEL.items(), nilai, strict=False) if b != c]
    assert ["", "", ""] == nilai[len(SEL) :]


@pytest.mark.parametrize(("uang", "harap"), HARAP.items())
def test_uang_tertulis_menurut_ejaan_indonesia(uang: str, harap: str) -> None:
    assert harap == teks_bertanda(to_x(Decimal(uang))).compute(Isi())


@given(sen=st.integers(-(10**17), 10**17))
def test_uang_tertulis_seperti_format_rupiah(sen: int) -> None:
    uang = Decimal(sen).scaleb(-2)

    assert write_harap(uang) == write_bertanda(uang) == teks_bertanda(to_x(uang)).compute(Isi())


def test_ironcalc_dan_formulon_menulis_uang_sama(berkas: Path) -> None:
    check(recalc_ironcalc(berkas))
    check(recalc_formulon(berkas))


@pytest.mark.parametrize("lokal", ["id-ID", "en-US"])
def test_libreoffice_menulis_uang_sama_dalam_kedua_bahasa(berkas: Path, lokal: Lokal) -> None:
    check(recalc_libreoffice([berkas], lokal)[berkas])


def test_fixed_menurut_bahasa_dan_hanya_sampai_15_angka(tmp_path: Path) -> None:
    """Why FIXED never stands alone; and no budget has 16 digits, of which Excel keeps 15."""
    daftar = [FIXED(to_x(n)) for n in (123456789012345, 1234.5, 0.4)] + [FIXED(to_x(999999999999999) * 6)]
    with xlsxwriter.Workbook(tmp_path / "fixed.xlsx") as buku:
        lembar = buku.add_worksheet("S")
        for n, x in enumerate(daftar):
            lembar.write_formula(n, 0, f"={x.rumus}", None, "salah")
    inggris = ["123,456,789,012,345", "1,235", "0", "5,999,999,999,999,990"]
    path = tmp_path / "fixed.xlsx"

    iron, form, lo = (list(h.values()) for h in (recalc_ironcalc(path), recalc_formulon(path), recalc_id(path)))

    assert inggris == [x.compute(Isi()) for x in daftar] == form
    assert [*inggris[:3], "5,999,999,999,999,994"] == iron
    assert [x.replace(",", ".") for x in iron if isinstance(x, str)] == lo


def recalc_id(path: Path) -> Values:
    return recalc_libreoffice([path], "id-ID")[path]


@pytest.mark.parametrize("x", [sel(0, 0), sel(1, 0), sel(2, 0)])
def test_yang_bukan_angka_tetap_kosong(x: X) -> None:
    isi = Isi()
    isi.sel[0] = {1: "", 2: "sekian"}

    assert "" == rupiah_bila_ada(x).compute(isi)
