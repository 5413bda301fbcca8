"""A grid of cells as any reader gives it, and when a cell is blank or two titles are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

Petak = Sequence[Sequence[object]]
"""Rows of cells; a blank cell is None or an empty text."""

TERDALAM = 15
"""The header must stand in the first rows; above it there may be a title."""


def normalize_judul(judul: object) -> str:
    """What two spellings of a header have in common.

    >>> normalize_judul(" Kode  Kabupaten / Kota"), normalize_judul("kode_kabupaten_kota")
    ('kode kabupaten kota', 'kode kabupaten kota')
    """
    return " ".join(re.findall(r"[^\W_]+", str(judul).casefold()))


def is_kosong(nilai: object) -> bool:
    """Nothing, or nothing but spaces."""
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())
