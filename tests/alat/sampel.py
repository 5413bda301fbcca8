"""How much of what is slow a run does: `make uji` a share that is the same every time, `make penuh` all of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
PENUH = bool(os.environ.get("PENUH"))


def choose_banyak(biasa: int, penuh: int) -> int:
    """How often: `biasa` in the usual run."""
    return penuh if PENUH else biasa


def choose_contoh(semua: Sequence[T], banyak: int, benih: int = 0) -> list[T]:
    """So many of them, drawn once and for all, in their order; every one where the run is to be full.

    >>> choose_contoh("abcdef", 6)
    ['a', 'b', 'c', 'd', 'e', 'f']
    """
    if PENUH or banyak >= len(semua):
        return list(semua)
    return [semua[n] for n in sorted(Random(benih).sample(range(len(semua)), banyak))]


def choose_sela(semua: Sequence[T], sela: int) -> list[T]:
    """The first, every so-many-th after it, and the last; every one where the run is to be full.

    >>> choose_sela("abcdef", 1)
    ['a', 'b', 'c', 'd', 'e', 'f']
    """
    akhir = len(semua) - 1
    return [satu for n, satu in enumerate(semua) if PENUH or n % sela == 0 or n == akhir]
