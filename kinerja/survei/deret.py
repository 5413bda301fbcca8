"""Series of answers in words: the wordings that the law's file knows and their values, and a wording taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kinerja.judul import normalize_judul
from kinerja.peraturan import Deret, get_parameter
from kinerja.rumus.skm import get_skala, list_unsur

_BERNOMOR = re.compile(r"(?:(?P<angka>[0-9]{1,3})|(?P<huruf>[a-h])) (?P<kata>.+)|(?P<depan>.+) (?P<akhir>[0-9]{1,3})")


class Bacaan(NamedTuple):
    """A wording taken apart: the number in it, if any, and its words."""

    angka: int | None
    kata: str


@dataclass(frozen=True, slots=True)
class Skala:
    """A series with the value of each of its wordings."""

    deret: Deret
    arti: Mapping[str, int]

    def has(self, bacaan: Bacaan) -> bool:
        """Whether the words belong to it, and no number says otherwise."""
        return bacaan.kata in self.arti and bacaan.angka in (None, self.arti[bacaan.kata])


def split_kata(teks: str, skala: range) -> Bacaan:
    """The number and the words of an answer; a letter before it says only whether it is beyond the scale.

    >>> [split_kata(x, range(1, 5)) for x in ("4. Sangat sesuai", "sangat_mudah", "Baik (3)", "d. Gratis", "e. Puas")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [Bacaan(angka=4, kata='sangat sesuai'), Bacaan(angka=None, kata='sangat mudah'), Bacaan(angka=3, kata='baik'),
     Bacaan(angka=None, kata='gratis'), Bacaan(angka=5, kata='puas')]
    """
    rapi = normalize_judul(teks)
    cocok = _BERNOMOR.fullmatch(rapi)
    if cocok is None:
        return Bacaan(None, rapi)
    if cocok["huruf"]:
        urut = skala[0] + ord(cocok["huruf"]) - ord("a")
        return Bacaan(urut if urut > skala[-1] else None, cocok["kata"])
    return Bacaan(int(cocok["angka"] or cocok["akhir"]), cocok["kata"] or cocok["depan"])


def is_jawaban(teks: str, *, pada: date) -> bool:
    """Whether a text is an answer in words of any series, with or without its number.

    >>> [is_jawaban(x, pada=date(2025, 7, 1)) for x in ("3. Sesuai", "sangat_mudah", "Persyaratan")]
    [True, True, False]
    """
    return split_kata(teks, get_skala(pada=pada)).kata in _list_jawaban(pada)


def is_milik(deret: Deret, unsur: int | None, *, pada: date) -> bool:
    """Whether a column of that unsur may have such answers."""
    if not deret.unsur:
        return True
    return unsur is not None and bool({*deret.unsur} & {*list_unsur(pada=pada)[unsur].kata})


@lru_cache(maxsize=16)
def list_skala(*, pada: date) -> tuple[Skala, ...]:
    """All series, of any length."""
    awal = get_skala(pada=pada)[0]
    semua = get_parameter("skm", pada=pada).daftar("deret", Deret)
    return tuple(Skala(d, {normalize_judul(k): awal + n for n, k in kata}) for d in semua for kata in d.list_kata())


@lru_cache(maxsize=16)
def _list_jawaban(pada: date) -> frozenset[str]:
    return frozenset(kata for skala in list_skala(pada=pada) for kata in skala.arti)
