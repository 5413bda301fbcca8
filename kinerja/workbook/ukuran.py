"""How wide and high text is in a cell: spreadsheets do not fit the height of merged or generated rows, so we do.

Widths come from a table of Arial (`lebar_arial.toml`); lines wrap greedily at spaces, as Excel does. Breaking after
hyphens too, as some programs do, never needs more lines. All estimates lean to the high side.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import repeat

from kinerja.errors import DataError

MAKS_TINGGI = 409
"""Height of the highest row, in points (Excel specifications and limits)."""
TINGGI_BAKU = 15.0
TABEL = tomllib.loads(files("kinerja.workbook").joinpath("lebar_arial.toml").read_text(encoding="utf-8"))
_LEBAR = [{huruf: int(lebar) for lebar, deret in TABEL[x].items() for huruf in deret} for x in ("biasa", "tebal")]
_LEBAR_LAIN = 1000  # a character outside the table counts as wide as the widest usual one
_DIGIT = 8  # pixels of the widest digit of Arial 11, the default font; the unit of column widths
_TEPI = 8  # pixels that a cell keeps free at its sides and for the grid line
_AMAN = 0.97
_TINGGI_BARIS = 1.267  # line distance in font sizes: Excel's 17, 19 and 21 pixels for Arial 10, 11 and 12


@lru_cache(maxsize=8192)
def text_width(teks: str, ukuran: float = 11, tebal: bool = False) -> float:
    """Width of text on one line, in points.

    >>> text_width("Medan", 10), text_width("Medan", 10, True)
    (30.62, 31.7)
    """
    return sum(map(_LEBAR[tebal].get, teks, repeat(_LEBAR_LAIN))) * ukuran / 1000


@lru_cache(maxsize=8192)
def row_height(
    teks: str,
    lebar_kolom: tuple[float, ...],
    ukuran: float = 11,
    tebal: bool = False,
    indentasi: int = 0,
    *,
    penuh: bool = True,
) -> float:
    """Height in points, 15 to 409, of a row in which the wrapped text shows fully.

    Args:
        lebar_kolom: widths, in characters, of the columns that the cell covers.
        ukuran: font size in points.
        indentasi: steps of indentation, as in the style.
        penuh: what no row shows fully is refused; else the row is as high as one can be.

    Raises:
        DataError: no row is high enough; see `split_paragraf`.

    >>> row_height("Camat", (20,)), row_height("Meningkatnya kualitas pelayanan publik", (20,))
    (15.0, 28.5)
    """
    tinggi = text_height(teks, lebar_kolom, ukuran, tebal, indentasi)
    if tinggi > MAKS_TINGGI and penuh:
        baris = round(tinggi / _line_height(ukuran))
        raise DataError(
            f"Teks {teks[:30]!r}… perlu {baris} baris dan tidak muat di satu sel.", saran="Pecah menjadi beberapa sel."
        )
    return max(TINGGI_BAKU, min(tinggi, MAKS_TINGGI))


@lru_cache(maxsize=8192)
def text_height(
    teks: str, lebar_kolom: tuple[float, ...], ukuran: float = 11, tebal: bool = False, indentasi: int = 0
) -> float:
    """Height in points of the wrapped text itself, which may stand beside several rows; as `row_height`.

    >>> text_height("Meningkatnya kualitas pelayanan publik", (20,))
    28.5
    """
    return sum(1 for _ in _wrap(teks, _room(lebar_kolom, indentasi), ukuran, tebal)) * _line_height(ukuran)


def split_paragraf(
    teks: str, lebar_kolom: tuple[float, ...], ukuran: float = 11, tebal: bool = False, indentasi: int = 0
) -> list[str]:
    """Cut text at line ends into pieces that each fit one row; text that fits comes back whole.

    >>> split_paragraf("Camat", (20,))
    ['Camat']
    """
    maks = int(MAKS_TINGGI // _line_height(ukuran))
    baris = list(_wrap(teks, _room(lebar_kolom, indentasi), ukuran, tebal))
    return ["".join(baris[awal : awal + maks]).rstrip() for awal in range(0, len(baris), maks)]


@lru_cache(maxsize=256)
def column_points(lebar: float) -> float:
    """Width in points of a column of so many characters.

    >>> column_points(10)
    63.75
    """
    return (int(lebar * _DIGIT + 0.5) + 5) * 0.75


def fit_column(teks: str, ukuran: float = 11, tebal: bool = False, indentasi: int = 0) -> float:
    """Characters that a column must be wide for the text to show on one line, in halves.

    >>> fit_column("29.432.849.010", tebal=True), fit_column("Medan")
    (14.0, 6.5)
    """
    titik = text_width(teks, ukuran, tebal) / _AMAN + indentasi * text_width("   ")
    return math.ceil((titik / 0.75 + _TEPI - 5) / _DIGIT * 2) / 2


@lru_cache(maxsize=256)
def _room(lebar_kolom: tuple[float, ...], indentasi: int) -> float:
    """Points that text may fill. A column of w characters is 8 w + 5 pixels wide; a step indents by three spaces."""
    return (sum(map(column_points, lebar_kolom)) - _TEPI * 0.75) * _AMAN - indentasi * text_width("   ")


def count_piksel(lebar_kolom: Iterable[float]) -> int:
    """Width of columns together in pixels.

    >>> count_piksel((20, 4.5))
    206
    """
    return round(sum(map(column_points, lebar_kolom)) / 0.75)


@lru_cache(maxsize=64)
def _line_height(ukuran: float) -> float:
    """Distance of lines in points, a whole number of pixels."""
    return math.ceil(ukuran / 0.75 * _TINGGI_BARIS) * 0.75


def _wrap(teks: str, ruang: float, ukuran: float, tebal: bool) -> Iterator[str]:
    """Lines of the text with the spaces and breaks that end them, so that joined they give the text again."""
    if "\n" not in teks and text_width(teks.rstrip(), ukuran, tebal) <= ruang:  # as most
        yield teks
        return
    for alinea in re.findall(r"[^\n]*\n|[^\n]+$", teks) or [""]:
        baris, lebar = "", 0.0
        for kata in re.findall(r"[^ ]+ *| +", alinea):
            for potong in _break_word(kata, ruang, ukuran, tebal):
                if baris and lebar + text_width(potong.rstrip(), ukuran, tebal) > ruang:
                    yield baris
                    baris, lebar = "", 0.0
                baris += potong
                lebar += text_width(potong, ukuran, tebal)
        yield baris
    if teks.endswith("\n"):
        yield ""


def _break_word(kata: str, ruang: float, ukuran: float, tebal: bool) -> Iterator[str]:
    """The word, or pieces of it that each fill a line when it is longer than one."""
    if text_width(kata.rstrip(), ukuran, tebal) <= ruang:
        yield kata
        return
    awal, lebar = 0, 0.0
    for i, huruf in enumerate(kata.rstrip()):
        lebar_huruf = text_width(huruf, ukuran, tebal)
        if i > awal and lebar + lebar_huruf > ruang:
            yield kata[awal:i]
            awal, lebar = i, 0.0
        lebar += lebar_huruf
    yield kata[awal:]
