"""Values of cells on the screen and in JSON: exact numbers as people write them, and as JSON numbers without noise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from kinerja.bilangan import TITIK_KOMA, Angka, format_rupiah, round_half_up, to_decimal
from kinerja.errors import MasukanError
from kinerja.workbook.eksak import BILANGAN, to_tampak

KOSONG = "–"
"""How a value that is not there is shown."""
_DESIMAL = 6
"""Digits of a number that never ends."""


def show_nilai(nilai: object) -> str:
    """A value as people write it.

    >>> from fractions import Fraction
    >>> show_nilai(Fraction(24687, 2)), show_nilai(Fraction(1, 3)), show_nilai(None), show_nilai(True), show_nilai("B")
    ('12.343,5', '0,333333', '–', 'BENAR', 'B')
    """
    if nilai is None or nilai == "":
        return KOSONG
    if isinstance(nilai, bool):
        return "BENAR" if nilai else "SALAH"
    if isinstance(nilai, BILANGAN):
        try:
            angka = to_decimal(nilai)
        except MasukanError:
            angka = round_half_up(nilai, _DESIMAL)
        return f"{angka:,f}".translate(TITIK_KOMA)
    return str(nilai)


def show_persen(nilai: object) -> str:
    """A figure in per cent, or the sign that there is none."""
    return KOSONG if nilai is None else f"{show_nilai(nilai)}%"


def show_rupiah(nilai: Angka | None) -> str:
    """An amount of rupiah, or the sign that there is none."""
    return KOSONG if nilai is None else format_rupiah(nilai)


def to_data(isi: Any) -> Any:
    """Results for JSON: dataclasses as objects, tuples as lists, exact numbers as numbers.

    >>> from fractions import Fraction
    >>> to_data({"nilai": (Fraction(97549, 1000), 3, None)})
    {'nilai': [97.549, 3, None]}
    """
    if is_dataclass(isi):
        return {f.name: to_data(getattr(isi, f.name)) for f in fields(isi)}
    if isinstance(isi, Mapping):
        return {kunci: to_data(n) for kunci, n in isi.items()}
    if isinstance(isi, (tuple, list)):
        return [to_data(n) for n in isi]
    return to_tampak(isi) if type(isi) in BILANGAN else isi
