"""What cells hold while expressions are computed: exact numbers, texts, blanks; and how spreadsheets compare them."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Any, NoReturn

from kinerja.bilangan import to_decimal

Eksak = int | Fraction | str | bool | None
"""None is blank, which is not the empty text of a formula; TRUE is no number."""
BILANGAN = (int, Fraction)
MAKS_BULAT = 10**15
"""Whole numbers up to here a cell keeps to the last digit."""


class GalatSelError(Exception):
    """The expression has an error value; its argument is the code, such as #DIV/0!."""


def fail(kode: str) -> NoReturn:
    """Give an error value."""
    raise GalatSelError(kode)


def try_nilai(compute: Callable[[Any], Any], s: Any) -> Any:
    """A value, or the error that any program has there; another may be but what we do not know of a formula."""
    try:
        return compute(s)
    except GalatSelError as galat:
        if str(galat) not in ("#DIV/0!", "#N/A", "#NUM!"):
            raise
        return galat


def to_eksak(nilai: Any) -> Any:
    """A cell's value for exact arithmetic: whole numbers as int, others as Fraction, floats with 15 digits.

    >>> to_eksak(2.50), to_eksak(3.0), to_eksak("5")
    (Fraction(5, 2), 3, '5')
    """
    if nilai is None or isinstance(nilai, (int, str)):  # a bool is an int
        return nilai
    if type(nilai) is float:
        return int(nilai) if nilai.is_integer() and abs(nilai) < MAKS_BULAT else _read_float(nilai)
    return _to_bulat(nilai if isinstance(nilai, Fraction) else Fraction(to_decimal(nilai)))


def _to_bulat(pecahan: Fraction) -> int | Fraction:
    return pecahan.numerator if pecahan.denominator == 1 else pecahan


@lru_cache(maxsize=4_096)
def _read_float(nilai: float) -> int | Fraction:
    """A float that is no whole number of 15 digits."""
    return _to_bulat(Fraction(to_decimal(nilai)))


def to_tampak(nilai: Any) -> str | int | float:
    """What a formula shows, for the cache of its cell; a sum of more than 15 digits as near as a cell can hold it.

    >>> to_tampak(Fraction(9749, 100)), to_tampak(Fraction(6, 3)), to_tampak(""), to_tampak(10**15 + 10)
    (97.49, 2, '', 1000000000000010.0)
    """
    if type(nilai) is Fraction:
        nilai = nilai.numerator if nilai.denominator == 1 else nilai.numerator / nilai.denominator
    return float(nilai) if type(nilai) is int and abs(nilai) > MAKS_BULAT else nilai


def to_bilangan(nilai: Any) -> Any:
    """A value where a number is needed: blank is 0; a text is #VALUE!, also one that some programs would read."""
    if type(nilai) in BILANGAN:
        return nilai
    if nilai is None or isinstance(nilai, bool):
        return int(nilai or 0)
    fail("#VALUE!")


def to_teks(nilai: Any) -> str:
    """A value where a text is needed; numbers as a spreadsheet shows them in the General format.

    >>> to_teks(Fraction(1, 4)), to_teks(True), to_teks(None)
    ('0.25', 'TRUE', '')
    """
    if isinstance(nilai, Fraction):
        return f"{float(nilai):.15g}"
    if isinstance(nilai, list):
        fail("#VALUE!")
    return "" if nilai is None else str(nilai).upper() if isinstance(nilai, bool) else str(nilai)


def compare(a: Any, b: Any) -> int:
    """-1, 0 or 1: numbers before texts before TRUE; case does not count; a blank is what the other side needs.

    >>> compare(2, "1"), compare("abc", "ABC"), compare(None, ""), compare(None, 0)
    (-1, 0, 0, 0)
    """
    kiri, kanan = _rank(a, b), _rank(b, a)
    return (kiri > kanan) - (kiri < kanan)


def _rank(nilai: Any, lain: Any) -> tuple[int, Any]:
    if nilai is None:
        nilai = "" if isinstance(lain, str) else 0
    if isinstance(nilai, str):
        return 1, nilai.casefold()
    return (2 if isinstance(nilai, bool) else 0), nilai


@lru_cache(maxsize=256)
def make_syarat(syarat: Any) -> Callable[[Any], bool]:
    """The test that a condition of COUNTIF makes; a bound holds for numbers only, a word for texts.

    A text that reads as a number equals no number here: programs differ, and our checks name such a text anyway.

    Raises:
        ValueError: programs differ: a bound with decimals (which depend on the language), a wildcard, no word at all.
    """
    if isinstance(syarat, bool):
        raise ValueError("programs differ on TRUE as a condition")
    if not isinstance(syarat, str):
        return lambda n: type(n) in BILANGAN and n == syarat
    for tanda, putus in _TANDA.items():
        if syarat.startswith(tanda):
            batas = int(syarat.removeprefix(tanda))
            return lambda n: type(n) in BILANGAN and putus(n, batas)
    if not syarat or syarat[0] == "=" or set(syarat) & set("*?~"):
        raise ValueError(f"programs differ on the condition {syarat!r}")
    kata = syarat.casefold()
    return lambda n: type(n) is str and n.casefold() == kata


_TANDA: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
