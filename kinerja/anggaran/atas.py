"""What stands above a code: its level, its parents, and a programme's number alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from kinerja.kode import BAKU, TINGKAT, JenisKode

Pemilik = TypeVar("Pemilik")
_AKUN = re.compile("[4-6][0-9.]*")


def read_nomor(baku: str) -> int:
    """The programme's own number of a code of kind NOMOR: its last two digits.

    >>> [read_nomor(k) for k in ("1", "06", "70104", "701.04")]
    [1, 6, 4, 4]
    """
    return int(baku[-2:])


def count_level(baku: str) -> int:
    """Parts of a code in standard spelling; a name or another code stands where programmes stand.

    >>> [count_level(k) for k in ("7.01.04", "7.01.04.2.01.0001", "7.01.04.2.01.0001 5.1", "~program lain", "01")]
    [3, 6, 8, 3, 3]
    """
    induk, _, akun = baku.partition(" ")
    if not BAKU.fullmatch(induk):
        return TINGKAT[JenisKode.PROGRAM]
    return (TINGKAT[JenisKode.SUB] + akun.count(".") if akun and _AKUN.fullmatch(akun) else induk.count(".")) + 1


@lru_cache(maxsize=65_536)
def find_induk(baku: str) -> str | None:
    """The code one level up of a code in standard spelling; a kegiatan hangs under its programme.

    >>> [find_induk(k) for k in ("7.01.04.2.01", "7.01.04", "7.01.04.2.01.0001 5", "7", "PK-01")]
    ['7.01.04', '7.01', '7.01.04.2.01.0001', None, None]
    """
    induk, _, akun = baku.partition(" ")
    if akun and _AKUN.fullmatch(akun):
        atas = akun.rpartition(".")[0]
        return f"{induk} {atas}" if atas else induk
    atas = baku.rpartition(".")[0] if BAKU.fullmatch(baku) else ""
    return (atas.rpartition(".")[0] if count_level(baku) == TINGKAT[JenisKode.KEGIATAN] else atas) or None


def iter_induk(baku: str) -> Iterator[str]:
    """All codes above one, from the nearest up.

    >>> list(iter_induk("7.01.04.2.01.0001")), list(iter_induk("7"))
    (['7.01.04.2.01', '7.01.04', '7.01', '7'], [])
    """
    atas = find_induk(baku)
    while atas is not None:
        yield atas
        atas = find_induk(atas)


def list_atas(kunci: Iterable[tuple[Pemilik, str]]) -> set[tuple[Pemilik, str]]:
    """All that stands above codes, each with its owner.

    >>> sorted(list_atas([("Medan Baru", "7.01.04"), ("Medan Baru", "7.01")]))
    [('Medan Baru', '7'), ('Medan Baru', '7.01')]
    """
    hasil: set[tuple[Pemilik, str]] = set()
    for pemilik, kode in kunci:
        for atas in iter_induk(kode):
            if (pemilik, atas) in hasil:
                break
            hasil.add((pemilik, atas))
    return hasil
