"""Where Excel's green triangle would be wrong, as the plan itself tells.

Three of its background checks would mark what is meant: numbers kept as text (NIP, codes, inputs of the format Text),
formulas over a range beside which there are more numbers (a quarter's sum beside the budget), and a formula between two
that are alike. Only the cells concerned are named, so that Excel still marks what somebody changes elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kinerja.alamat import Kotak, a1, find_kolom, parse_range
from kinerja.workbook.layout import Gaya, Lembar, Nilai

Tempat = tuple[int, int]
TEKS = "@"
"""The format Text, in which figures stay as they are typed."""
_ANGKA = re.compile(r"\s*[-+]?[0-9][0-9.,\s]*%?\s*")
_KUTIP = r'"(?:[^"]|"")*"'
_TEKS_RUMUS = re.compile(_KUTIP)
_SEL = re.compile(_KUTIP + r"|'(?:[^']|'')*'|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([0-9]+)(?![\w(])")
_ACUAN = {ord(huruf): None for huruf in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$"}
_ANTARA = "\0"
_RENTANG = re.compile(r"(?<![\w.!$])\$?[A-Z]{1,3}\$?[0-9]+:\$?[A-Z]{1,3}\$?[0-9]+(?!\w)")


def list_abai(lembar: Lembar, gaya: Mapping[str, Gaya]) -> dict[str, str]:
    """Ranges by the option of XlsxWriter that says what is not to be marked in them; those without any are left out."""
    rumus = {(s.baris, s.kolom): s.rumus for s in lembar.sel if s.rumus is not None}
    tertulis = {t for b in lembar.blok if b.gaya in gaya and gaya[b.gaya].format == TEKS for t in _list_sel(b.kotak)}
    semua = {
        "number_stored_as_text": tertulis | _list_angka_teks(lembar),
        "two_digit_text_year": tertulis,  # a date, as it is to be printed
        "formula_differs": set(_list_beda(rumus)),
        "formula_range": _list_kurang(rumus, lembar),
    }
    return {nama: " ".join(_join(tempat)) for nama, tempat in semua.items() if tempat}


def is_angka_teks(nilai: Nilai) -> bool:
    """Whether a text reads as a number, in some language of the program.

    >>> [is_angka_teks(x) for x in ("198001012005011001", "7.01.02", "12,5%", "Medan 1", "", 7, None)]
    [True, True, True, False, False, False, False]
    """
    return isinstance(nilai, str) and _ANGKA.fullmatch(nilai) is not None


def is_angka(nilai: Nilai) -> bool:
    """Whether a constant is a number."""
    return isinstance(nilai, int | float)


def _list_sel(kotak: Kotak) -> Iterator[Tempat]:
    baris, kolom, baris_akhir, kolom_akhir = kotak
    return ((r, c) for r in range(baris, baris_akhir + 1) for c in range(kolom, kolom_akhir + 1))


def _list_angka_teks(lembar: Lembar) -> set[Tempat]:
    """Constants that are texts and read as numbers."""
    tetap = {(s.baris, s.kolom) for s in lembar.sel if s.rumus is None and is_angka_teks(s.nilai)}
    return tetap | {
        (b.baris + r, b.kolom + c)
        for b in lembar.blok
        for r, deret in enumerate(b.nilai)
        for c, satu in enumerate(deret)
        if is_angka_teks(satu)
    }


def _list_berangka(lembar: Lembar) -> set[Tempat]:
    """Cells that hold a number, or may once the workbook is filled in."""
    sel = {(s.baris, s.kolom) for s in lembar.sel if s.rumus is not None or is_angka(s.nilai)}
    return sel.union(*(_list_sel(b.kotak) for b in lembar.blok))


def _list_beda(rumus: Mapping[Tempat, str]) -> Iterator[Tempat]:
    """Formulas that stand between two, above and below or left and right, that are alike, and are unlike them."""
    for (r, c), satu in rumus.items():
        for a, b in (((r - 1, c), (r + 1, c)), ((r, c - 1), (r, c + 1))):
            if a not in rumus or b not in rumus or (a[1] == c and _is_filled(rumus[a], satu, r)):
                continue
            if rumus[a].translate(_ACUAN) == rumus[b].translate(_ACUAN):  # else they are not alike, seen at a glance
                sebelah = _relate(rumus[a], *a)
                if sebelah == _relate(rumus[b], *b) != _relate(satu, r, c):
                    yield r, c


def _is_filled(atas: str, satu: str, baris: int) -> bool:
    """Whether a formula is the one above it with its own row's number, as nearly all of a long table are."""
    return atas.replace(str(baris), _ANTARA) == satu.replace(str(baris + 1), _ANTARA)


def _list_kurang(rumus: Mapping[Tempat, str], lembar: Lembar) -> set[Tempat]:
    """Formulas over a range of their own sheet right beside which there is one more number."""
    merentang = {tempat: kotak for tempat, satu in rumus.items() if ":" in satu and (kotak := _list_rentang(satu))}
    berangka = _list_berangka(lembar) if merentang else set()
    return {
        tempat
        for tempat, semua in merentang.items()
        if any(t in berangka and t != tempat for kotak in semua for t in _list_tepi(kotak))
    }


def _list_tepi(kotak: Kotak) -> Iterator[Tempat]:
    """Cells into which a row, a column or a table would go on."""
    r, c, r_akhir, c_akhir = kotak
    if r < r_akhir:
        yield from ((x, k) for x in (r - 1, r_akhir + 1) for k in range(c, c_akhir + 1))
    if c < c_akhir:
        yield from ((b, x) for x in (c - 1, c_akhir + 1) for b in range(r, r_akhir + 1))


@lru_cache(maxsize=1024)
def _list_rentang(rumus: str) -> tuple[Kotak, ...]:
    """Ranges on the formula's own sheet.

    >>> _list_rentang('SUM($B$2:B9)+COUNT(Lain!A1:A3)&"C1:C3"')
    ((1, 1, 8, 1),)
    """
    return tuple(map(parse_range, _RENTANG.findall(_TEKS_RUMUS.sub("", rumus))))


@lru_cache(maxsize=1024)
def _relate(rumus: str, baris: int, kolom: int) -> str:
    """A formula with its references as distances, which is the same wherever it was filled to.

    >>> _relate("B2+$C$1", 1, 0), _relate('IF(AB3=0,"B2",LOG10(B3))', 2, 0)
    ('R[0]C[1]+R0C2', 'IF(R[0]C[27]=0,"B2",LOG10(R[0]C[1]))')
    """

    def shift(x: re.Match[str]) -> str:
        if not x[2]:
            return x[0]
        r, c = int(x[4]) - 1, find_kolom(x[2]) - 1
        return (f"R{r}" if x[3] else f"R[{r - baris}]") + (f"C{c}" if x[1] else f"C[{c - kolom}]")

    return _SEL.sub(shift, rumus)


def _join(tempat: Iterable[Tempat]) -> Iterator[str]:
    """Few rectangles over these cells: runs down a column, joined to the right where they are of one height.

    >>> list(_join({(0, 0), (1, 0), (0, 1), (1, 1), (5, 1)}))
    ['A1:B2', 'B6']
    """
    lajur: defaultdict[int, list[int]] = defaultdict(list)
    for r, c in sorted(tempat):
        lajur[c].append(r)
    kolom: defaultdict[Tempat, list[int]] = defaultdict(list)
    for c in sorted(lajur):
        for runtun in _list_runtun(lajur[c]):
            kolom[runtun].append(c)
    for (awal, akhir), milik in sorted(kolom.items()):
        for c, d in _list_runtun(milik):
            yield a1(awal, c) if (awal, c) == (akhir, d) else f"{a1(awal, c)}:{a1(akhir, d)}"


def _list_runtun(urut: Iterable[int]) -> list[Tempat]:
    """First and last of each run of numbers that follow each other."""
    hasil: list[Tempat] = []
    for n in urut:
        if hasil and hasil[-1][1] == n - 1:
            hasil[-1] = (hasil[-1][0], n)
        else:
            hasil.append((n, n))
    return hasil
