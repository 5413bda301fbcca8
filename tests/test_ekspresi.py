"""Expressions give what spreadsheet programs give for the same text: every operator and function, over every cell.

The oracles are IronCalc, formulon and LibreOffice in two locales, on one file; what they do not agree on stands in
`BERBEDA`, with what each of them says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import xlsxwriter
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kinerja.workbook.eksak import GalatSelError, to_tampak
from kinerja.workbook.ekspresi import Isi, X, rentang, sel, to_x
from kinerja.workbook.fungsi import (
    AND,
    AVERAGE,
    COUNT,
    COUNTA,
    COUNTIF,
    COUNTIFS,
    FIXED,
    HYPERLINK,
    IF,
    INT,
    ISBLANK,
    ISLOGICAL,
    ISNUMBER,
    ISTEXT,
    LEN,
    MATCH,
    MAX,
    MIN,
    OR,
    RANK,
    RIGHT,
    ROUND,
    SUBSTITUTE,
    SUM,
    SUMIF,
    TRIM,
)
from tests.alat.mesin import Nilai, Values, recalc_formulon, recalc_ironcalc, recalc_libreoffice, same
from workbook_templates.rumus import is_di_antara

HAMPA = to_x("")
"""Stands in ISI for a formula that shows the empty text."""
ISI: tuple[Any, ...] = (
    2, -3, 0.1, 0.2, 0.3, 1.005, 2.675, -1.005, 0.125, 4.35, 0, 7, 123456789012345, 999999999999999,
    12345678901234.5, None, HAMPA, "abc", "ABC", "  a   b ", "12", "0", True, False,
)  # fmt: skip
"""What stands in column A."""
KOSONG, BARIS_HAMPA, DUA_BELAS, BENAR, SALAH = 15, 16, 20, 22, 23
BIASA = range(20)
"""Rows of what all programs read alike."""


def isi(n: int) -> X:
    return sel(n, 0)


def wilayah(awal: int, akhir: int) -> Any:
    return rentang(awal, 0, akhir, 0)


class Kasus(NamedTuple):
    """An expression as it must come out; a locale may write decimals in a text with a comma."""

    x: X
    koma: bool = False


SATU: Mapping[str, Callable[[X], X]] = {
    "sel": lambda x: x,
    "tambah dan dikurangi": lambda x: 1 - (x + 1),
    "kurang": lambda x: x - 1,
    "kali dan dikali": lambda x: 0.25 * (x * 2),
    "bagi": lambda x: x / 4,
    "dibagi": lambda x: 1 / x,
    "sama": lambda x: x == 0,
    "sama dengan kosong": lambda x: x == "",
    "beda teks": lambda x: x != "Abc",
    "lebih": lambda x: x > 0,
    "lebih dari teks": lambda x: x >= "abc",
    "kurang dari": lambda x: x < 1,
    "paling": lambda x: x <= 0.3,
    "sama dengan TRUE": lambda x: x == to_x(True),
    "ISNUMBER": ISNUMBER,
    "ISBLANK": ISBLANK,
    "ISTEXT": ISTEXT,
    "ISLOGICAL": ISLOGICAL,
    "di antara": lambda x: is_di_antara(x, 0, to_x(3)),
    "IF": lambda x: IF(x, 1, 2),
    "AND": lambda x: AND(x > 0, x < 5),
    "OR": lambda x: OR(x > 5, x == ""),
    **{f"ROUND {n}": (lambda x, n=n: ROUND(x, n)) for n in range(3)},  # type: ignore[misc]
    "INT": INT,
    "FIXED": lambda x: SUBSTITUTE(FIXED(INT(x)), ",", "."),
    "SUM": lambda x: SUM(x, x, x),
    **{f.__name__: f for f in (COUNT, COUNTA, AVERAGE, MIN, MAX, LEN)},
}
BERKOMA: Mapping[str, Callable[[X], X]] = {
    "&": lambda x: x & "|",
    "& kiri": lambda x: "|" & x,
    "TRIM": TRIM,
    "RIGHT": lambda x: RIGHT(x, 2),
    "SUBSTITUTE": lambda x: SUBSTITUTE(SUBSTITUTE(x, " ", ""), "2", "dua"),
}
"""Numbers become texts: with the decimal comma of the locale."""
PASANGAN = ((2, 3, 4), (0, 1, 5), (5, 6, 9), (12, 8, 10), (15, 16, 17), (17, 18, 19), (14, 11, 0))
WILAYAH = (wilayah(0, 14), wilayah(0, 19), wilayah(15, 19), wilayah(15, 15), wilayah(2, 2))
SYARAT = (7, 0.3, -3, "abc", "aBc", "nihil", ">=0", "<0", ">2", "<=-3", isi(2), isi(18))
FUNGSI = (SUM, COUNT, COUNTA, AVERAGE, MIN, MAX)


def list_kasus() -> list[Kasus]:
    kasus = [Kasus(build(isi(n))) for build in SATU.values() for n in BIASA]
    kasus += [Kasus(build(isi(n)), koma=True) for build in BERKOMA.values() for n in BIASA]
    for a, b, c in PASANGAN:
        x, y, z = isi(a), isi(b), isi(c)
        kasus += [Kasus(s) for s in (x > y, x == y, x < z, x <= y, x != z, IF(x == y, y, z), AND(x >= y, y >= z))]
        kasus += [Kasus(s) for s in (ROUND(x + y - z, 2), ROUND(x * y, 2), ROUND(x / y, 3), ROUND(x - y, 2) == z)]
    kasus += [Kasus(f(w)) for f in FUNGSI for w in WILAYAH] + [Kasus(f(*WILAYAH[3:])) for f in (SUM, MIN, MAX)]
    kasus += [Kasus(x) for w in WILAYAH for s in SYARAT for x in (COUNTIF(w, s), SUMIF(w, s, w))]
    kasus += [Kasus(MATCH(s, w)) for w in WILAYAH for s in ("abc", "aBc", "nihil")]
    kasus += [Kasus(RANK(isi(n), wilayah(n, z))) for z in (14, 19) for n in range(15)]
    kasus += [Kasus(SUMIF(wilayah(17, 19), s, wilayah(0, 2))) for s in ("abc", 7)]
    kasus += [Kasus(COUNTIFS(WILAYAH[1], *s)) for s in ((">0", "<1"), (">1", "<2"), (">-4", "<=2"), (">7",))]
    kasus += [Kasus(is_di_antara(isi(n), 0, to_x(3))) for n in (BENAR, SALAH)]
    kasus += [Kasus(s) for s in (to_x(7) & "%", to_x('"'), to_x(25) - 30, to_x(True), LEN(to_x("a" * 250)))]
    kasus += [Kasus(f(isi(n))) for f in (ISLOGICAL, ISTEXT) for n in (BENAR, SALAH)] + [Kasus(HYPERLINK("#A1", "Buka"))]
    return kasus + [
        Kasus(SUBSTITUTE(to_x("aAa b"), *ganti)) for ganti in (("a", ""), ("A", "bb"), (" ", ""), ("aa", "c"))
    ]


class Beda(NamedTuple):
    """A case on which programs, or they and our language, differ, and what each gives."""

    x: X
    kita: Nilai
    ironcalc: Nilai
    formulon: Nilai
    libreoffice: Nilai
    libreoffice_id: Nilai | None = None


TEKS, SEMUA = isi(DUA_BELAS), wilayah(0, len(ISI) - 1)
BERBEDA = {
    # Excel reads a text that looks like a number; which texts do depends on the locale, so the language refuses.
    "teks angka dihitung": Beda(TEKS + 1, "#VALUE!", 13, 13, 13),
    "teks angka dibulatkan": Beda(ROUND(TEKS, 0), "#VALUE!", 12, 12, 12),
    "teks angka sebagai syarat": Beda(IF(TEKS, 1, 2), "#VALUE!", "#VALUE!", "#VALUE!", 1),
    # The criterion 0 also takes the text "0", except in LibreOffice; LibreOffice takes FALSE.
    "COUNTIF 0": Beda(COUNTIF(SEMUA, 0), 1, 2, 2, 2),
    "COUNTIF 12": Beda(COUNTIF(SEMUA, 12), 0, 1, 1, 0),
    "COUNTIF teks 12": Beda(COUNTIF(SEMUA, "12"), 1, 1, 1, 1),
    "RANK tidak ada": Beda(RANK(isi(0), wilayah(3, 14)), "#N/A", "#N/A", "#N/A", 7),
    # A reference to a blank is no truth value; ours are comparisons, never bare cells.
    "AND kosong": Beda(AND(isi(KOSONG), isi(KOSONG)), False, "#VALUE!", "#VALUE!", "#VALUE!"),
    # IronCalc stops at the first TRUE; Excel does not.
    "OR galat": Beda(OR(isi(0) > 0, 1 / isi(10) > 0), "#DIV/0!", True, "#DIV/0!", "#DIV/0!"),
    # TRUE is a number in LibreOffice only.
    "ISNUMBER TRUE": Beda(ISNUMBER(isi(BENAR)), False, False, False, True),
    "SUM TRUE": Beda(SUM(isi(BENAR)), 0, 0, 0, 1),
    "TRUE di atas teks": Beda(isi(BENAR) > "abc", True, True, True, False),
    "FALSE di atas angka": Beda(isi(SALAH) > 5, True, True, True, False),
    "TRUE sebagai teks": Beda(isi(BENAR) & "", "TRUE", "TRUE", "TRUE", "1"),
}
SAMA_DI_SEMUA = list_kasus()


class Hasil(NamedTuple):
    """The same file as four engines compute it."""

    ironcalc: Values
    formulon: Values
    libreoffice: Values
    libreoffice_id: Values


def write_lembar(path: Path, daftar: list[X]) -> Path:
    """A file with ISI in column A and the expressions in column C, all with a false cache."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as buku:
        lembar = buku.add_worksheet("S")
        for n, nilai in enumerate(ISI):
            if isinstance(nilai, X):
                lembar.write_formula(n, 0, f"={nilai.rumus}", None, "")
            elif nilai is not None:
                lembar.write(n, 0, nilai)
        for n, x in enumerate(daftar):
            lembar.write_formula(n, 2, f"={x.rumus}", None, 0)
    return path


def evaluate(x: X) -> Nilai:
    """What the expression's cell shows by our own account."""
    lembar = Isi()
    lembar.put_blok(0, 0, [[None if n is HAMPA else n] for n in ISI])
    lembar.sel[0][BARIS_HAMPA] = HAMPA
    lembar.sel[2][0] = x
    try:
        return to_tampak(lembar.get(0, 2))
    except GalatSelError as galat:
        return str(galat)


@pytest.mark.parametrize("syarat", ["", ">0.15", "a*", "apa?", "=abc", "<>abc", ">abc"])
def test_syarat_yang_lain_artinya_menurut_program_ditolak(syarat: str) -> None:
    """Blank cells, decimals of the locale, wildcards: programs count differently."""
    with pytest.raises(ValueError, match=r"programs differ|invalid literal"):
        COUNTIF(SEMUA, syarat)


@pytest.fixture(scope="module")
def mesin(tmp_path_factory: pytest.TempPathFactory) -> Hasil:
    daftar = [k.x for k in SAMA_DI_SEMUA] + [b.x for b in BERBEDA.values()]
    path = write_lembar(tmp_path_factory.mktemp("ekspresi") / "e.xlsx", daftar)
    return Hasil(
        recalc_ironcalc(path), recalc_formulon(path), *(recalc_libreoffice([path], x)[path] for x in ("en-US", "id-ID"))
    )


def digits(nilai: Nilai) -> Nilai:
    """With the 15 digits that LibreOffice saves."""
    return nilai if isinstance(nilai, bool | str) else float(f"{nilai:.15g}")


@pytest.mark.parametrize("nama", Hasil._fields)
def test_nilai_ekspresi_sama_dengan_mesin(nama: str, mesin: Hasil) -> None:
    values, beda = getattr(mesin, nama), []
    for n, kasus in enumerate(SAMA_DI_SEMUA):
        harap, nilai = evaluate(kasus.x), values["S", f"C{n + 1}"]
        if nama.startswith("libreoffice"):
            harap = digits(harap)
        if kasus.koma and nama == "libreoffice_id":
            harap = str(harap).replace(".", ",")
        if not same(harap, nilai):
            beda.append((kasus.x.rumus, harap, nilai))

    assert [] == beda


@pytest.mark.parametrize("nama", BERBEDA)
def test_beda_antarmesin_seperti_yang_dicatat(nama: str, mesin: Hasil) -> None:
    n = len(SAMA_DI_SEMUA) + list(BERBEDA).index(nama) + 1
    beda = BERBEDA[nama]
    harap = (*beda[2:5], beda.libreoffice if beda.libreoffice_id is None else beda.libreoffice_id)

    assert same(beda.kita, evaluate(beda.x)), evaluate(beda.x)
    nilai = [values["S", f"C{n}"] for values in mesin]
    assert all(map(same, harap, nilai)), nilai


# --- brackets: whatever is put into whatever ----------------------------------------------------------------------

SEL = st.sampled_from([isi(n) for n in (*range(12), KOSONG)])
TETAPAN = st.sampled_from([1, 3, 0.5, 100]).map(to_x)
BANDING: tuple[Callable[[Any, Any], X], ...] = (X.__gt__, X.__ge__, X.__lt__, X.__le__, X.__eq__, X.__ne__)
HITUNG: tuple[Callable[[Any, Any], X], ...] = (X.__add__, X.__sub__, X.__mul__)


def combine(tanda: tuple[Callable[[Any, Any], X], ...], sisi: st.SearchStrategy[X]) -> st.SearchStrategy[X]:
    return st.builds(lambda f, a, b: f(a, b), st.sampled_from(tanda), sisi, sisi)


def deepen(angka: st.SearchStrategy[X]) -> st.SearchStrategy[X]:
    """Numbers from numbers; what is computed is rounded before it is compared, as the language demands."""
    bulat = st.builds(ROUND, angka, st.integers(0, 3))
    putus = combine(BANDING, bulat | SEL | st.sampled_from([isi(17), isi(18), HAMPA]))
    uji = putus | st.builds(lambda f, a, b: f(a, b), st.sampled_from([AND, OR]), putus, putus)
    return combine(HITUNG, angka) | bulat | st.builds(IF, uji, angka, angka) | st.builds(SUM, angka, angka)


POHON = st.recursive(SEL | TETAPAN, deepen, max_leaves=7)
PUNCAK = st.one_of(
    st.builds(ROUND, POHON, st.integers(0, 4)),
    st.builds(lambda a, b, n: ROUND(a / b, n), POHON, POHON, st.integers(0, 4)),
    st.builds(lambda a, b, c: a & IF(ROUND(b, 1) > ROUND(c, 1), "ya", "tidak") & c, SEL, POHON, SEL),
    combine(BANDING, st.builds(ROUND, POHON, st.just(2))),
)


# The shortest of many failures says enough. Always the same trees: by chance one may end at a half that doubles miss.
@settings(max_examples=60, phases=[Phase.generate], derandomize=True)
@given(daftar=st.lists(PUNCAK, min_size=10, max_size=20))
def test_kurung_dan_urutan_tanda_dibaca_ironcalc_seperti_dihitung(
    daftar: list[X], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = write_lembar(tmp_path_factory.getbasetemp() / "pohon.xlsx", daftar)

    values = recalc_ironcalc(path)

    nilai = [(x.rumus, evaluate(x), values["S", f"C{n}"]) for n, x in enumerate(daftar, start=1)]
    assert [] == sorted((satu for satu in nilai if not same(*satu[1:])), key=lambda satu: len(satu[0]))
