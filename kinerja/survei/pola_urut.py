"""The order of the rows of a survey: stretches that come again, and rows that stand sorted.

Rows equal to the one before are taken as one here. People who sit together answer alike, and a file that was sorted has
equal rows together; a stretch that comes again must be one of answers that differ.
"""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

TERPENDEK = 5
"""Rows of a stretch that is looked at."""
PELUANG_ULANG = 1e-4
"""How often, at most, honest surveys would have a stretch that we speak of."""
PELUANG_URUT = 1e-6
"""The same of rows that stand sorted."""


@dataclass(frozen=True, slots=True)
class Ulangan:
    """A stretch of rows that comes again.

    Attributes:
        awal, akhir: its rows, from 0, both within.
        awal_lagi, akhir_lagi: the rows where it comes again, up to the last time.
        panjang: rows of the stretch, equal neighbours taken as one.
        kali: how often it stands one after the other; 1 when something stands between it and its repetition.
    """

    awal: int
    akhir: int
    awal_lagi: int
    akhir_lagi: int
    panjang: int
    kali: int


def find_ulangan(baris: Sequence[Hashable]) -> Ulangan | None:
    """The longest stretch that comes again, when chance would hardly give it.

    In rows that stand in no order, one is equal to another, both unlike the row before, with a probability of at most
    p = max (S - s²) / (1 - s)², where s runs over the shares of all rows and S is the sum of their squares. A stretch
    of n rows that stands again d rows later is then expected no more than m² / 2 · pᵉ times among m rows, however alike
    people answer (how alike is in p). e is n, or (n + d) / 2 where the two overlap: k equal rows have a probability of
    at most S to the power of k/2.

    >>> find_ulangan("abcdefghijkl" "xyz" "abcdefghijkl")
    Ulangan(awal=0, akhir=11, awal_lagi=15, akhir_lagi=26, panjang=12, kali=1)
    >>> find_ulangan("ab" * 99)
    """
    sama = Counter(baris)
    if len(sama) < 2:
        return None
    kuadrat = sum(n * n for n in sama.values())
    peluang = max((kuadrat - n * n) / (len(baris) - n) ** 2 for n in sama.values())
    nomor = {isi: n for n, isi in enumerate(sama)}
    semua = [nomor[isi] for isi in baris]
    tempat = [0, *(n for n, (lalu, kini) in enumerate(pairwise(semua), 1) if lalu != kini)]
    awal, akhir, jarak = _find_terpanjang([semua[n] for n in tempat])
    panjang = akhir - awal
    bebas = min(panjang, (panjang + jarak) / 2)
    harap = 2 * math.log(len(tempat)) - math.log(2) + bebas * math.log(peluang)
    if panjang < TERPENDEK or harap > math.log(PELUANG_ULANG):
        return None
    batas = [*tempat, len(baris)]  # a stretch ends where the next row begins
    dulu = batas[awal - jarak], batas[min(akhir - jarak, awal)] - 1
    return Ulangan(
        *dulu, batas[awal], batas[akhir] - 1, min(panjang, jarak), 1 if panjang < jarak else panjang // jarak + 1
    )


def _find_terpanjang(isi: Sequence[int]) -> tuple[int, int, int]:
    """Where the longest repetition begins and ends, and how far before it the same stands; in one pass.

    Each five rows that are there more than once are looked up where they stood last, and followed both ways, once.
    """
    lalu: dict[tuple[int, ...], int] = {}
    sampai: dict[int, int] = {}
    terbaik = 0, 0, 1
    semua = list(zip(*(isi[k:] for k in range(TERPENDEK)), strict=False))
    banyak = Counter(semua)
    ulang = [n for n, satu in enumerate(semua) if banyak[satu] > 1] if len(banyak) < len(semua) else []
    for n in ulang:
        asal = lalu.get(semua[n])
        lalu[semua[n]] = n
        if asal is None or sampai.get(n - asal, 0) > n:
            continue
        jarak = n - asal
        awal, akhir = n, n + TERPENDEK
        while akhir < len(isi) and isi[akhir] == isi[akhir - jarak]:
            akhir += 1
        while awal > jarak and isi[awal - 1] == isi[awal - 1 - jarak]:
            awal -= 1
        sampai[jarak] = akhir
        terbaik = max(terbaik, (awal, akhir, jarak), key=lambda t: t[1] - t[0])
    return terbaik


def is_terurut(nilai: Sequence[Any]) -> bool:
    """Whether values rise or fall all the way, and chance would hardly order them so.

    Values that stand together may have come together; of n such groups one order in n! rises, and one falls.

    >>> is_terurut([1, 2] * 30), is_terurut([1] * 30 + [2] * 30), is_terurut(range(30))
    (False, False, True)
    """
    kini = islice(nilai, 1, None)
    naik = len(nilai) > 1 and nilai[0] <= nilai[-1]
    if not all(map(operator.le if naik else operator.ge, nilai, kini)):
        return False
    return math.log(2) - math.lgamma(len(set(nilai)) + 1) < math.log(PELUANG_URUT)
