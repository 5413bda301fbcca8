"""Formulas of the office that our own engine does not know, computed by formulon where that is installed.

It is an extra (`kinerja[hitung]`). It reads the finished file in a child process that is watched, so whatever a formula
makes of it, the worst is a cell without a value, which a program computes when it opens the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec

from kinerja.errors import DataError
from kinerja.tabel.anak import call

Letak = tuple[str, int, int]
"""Sheet, row and column, from 0."""
Hasil = str | float | bool | None
"""What a cell comes to; None where nothing can be said."""

_FUNGSI = "kinerja.formulir.mesin_formulon:compute_sel"


@lru_cache(maxsize=1)
def is_terpasang() -> bool:
    """Whether the extra is there."""
    return find_spec("formulon") is not None


def compute_sisa(isi: bytes, sel: Sequence[Letak], tempat: str) -> list[Hasil]:
    """What cells of a workbook come to; nothing but None where the extra is not there, or cannot cope with it."""
    if not sel or not is_terpasang():
        return [None] * len(sel)
    try:
        hasil: list[Hasil] = call(_FUNGSI, isi, list(sel), tempat=tempat, bita=len(isi))
    except DataError:
        return [None] * len(sel)
    return hasil
