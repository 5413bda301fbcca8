"""The functions that reading back a formula knows, by name, and what each takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kinerja.workbook import fungsi as f
from kinerja.workbook.ekspresi import Rentang, X, to_x

_MAKS_ANGKA = 15
"""Digits of a number, and letters that are taken from a text."""


class UraiError(ValueError):
    """A formula that is not in the language of ours."""


def _take_tetap(x: X) -> Any:
    """The constant that a function wants there."""
    if x.tetap is None:
        raise UraiError(x.rumus)
    return x.tetap


def _take_bulat(x: X, awal: int) -> int:
    """A constant whole number that our formulas use there; programs do more with others."""
    if type(x.tetap) is not int or not awal <= x.tetap <= _MAKS_ANGKA:
        raise UraiError(x.rumus)
    return x.tetap


def _take_teks(x: X) -> str:
    if not isinstance(x.tetap, str):
        raise UraiError(x.rumus)
    return x.tetap


def _substitute(a: Sequence[X]) -> X:
    x, lama, baru = a
    if lama.tetap == "":  # programs leave the text as it is
        raise UraiError(lama.rumus)
    return f.SUBSTITUTE(x, lama, _take_teks(baru))


def _over_angka(fungsi: Callable[..., X], a: Sequence[X]) -> X:
    """Programs count constants that are no numbers, and not alike."""
    if any(isinstance(x.tetap, bool | str) for x in a):
        raise UraiError(a[0].rumus)
    return fungsi(*a)


def _sumif(a: Sequence[X]) -> X:
    wilayah, syarat, jumlah = a
    satu, dua = (_need_rentang(x) for x in (wilayah, jumlah))
    if _measure(satu) != _measure(dua):  # programs take as many cells of the other as of the one
        raise UraiError(jumlah.rumus)
    return f.SUMIF(satu, syarat, dua)


def _measure(x: Rentang) -> tuple[int, int]:
    """Rows and columns of a range, less one."""
    return x.kotak[2] - x.kotak[0], x.kotak[3] - x.kotak[1]


def _match(a: Sequence[X]) -> X:
    kata, wilayah, nol = a
    if nol.tetap != 0:
        raise UraiError(nol.rumus)
    return f.MATCH(_take_tetap(kata), _need_rentang(wilayah))


def _need_rentang(x: X) -> Rentang:
    if not isinstance(x, Rentang):
        raise UraiError(x.rumus)
    return x


def _countifs(a: Sequence[X]) -> X:
    if len({x.rumus for x in a[::2]}) != 1 or len(a) % 2:
        raise UraiError("COUNTIFS")
    return f.COUNTIFS(a[0], *a[1::2])


def _fixed(a: Sequence[X]) -> X:
    if len(a) != 2 or a[1].tetap != 0:
        raise UraiError("FIXED")
    return f.FIXED(a[0])


def _acos(a: Sequence[X]) -> X:
    """Our frozen functions fail by it."""
    try:
        return f.ACOS(*a)
    except ValueError:
        raise UraiError("ACOS") from None


FUNGSI: Mapping[str, Callable[[Sequence[X]], X]] = {
    **{n: (lambda fn: lambda a: fn(*a))(getattr(f, n)) for n in (
        "IF", "AND", "OR", "ISNUMBER", "ISBLANK", "ISTEXT", "ISLOGICAL", "INT",
        "COUNTA", "TRIM", "LEN", "NA",
    )},
    **{n: (lambda fn: lambda a: _over_angka(fn, a))(getattr(f, n)) for n in ("SUM", "COUNT", "AVERAGE", "MIN", "MAX")},
    **{n: (lambda fn: lambda a: fn(*map(_need_rentang, a)))(getattr(f, n)) for n in ("COUNTBLANK", "ROWS", "COLUMNS")},
    "ROUND": lambda a: f.ROUND(a[0], _take_bulat(a[1], 0)),
    "RIGHT": lambda a: f.RIGHT(a[0], _take_bulat(a[1], 1)),
    "SUBSTITUTE": _substitute,
    "HYPERLINK": lambda a: f.HYPERLINK(a[0], _take_teks(a[1])),
    "COUNTIF": lambda a: f.COUNTIF(a[0], a[1]),
    "COUNTIFS": _countifs,
    "SUMIF": _sumif,
    "MATCH": _match,
    "FIXED": _fixed,
    "ACOS": _acos,
    "TRUE": lambda _: to_x(True),
    "FALSE": lambda _: to_x(False),
}  # fmt: skip
