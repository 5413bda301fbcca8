"""What a column title of a survey means: an unsur by its name, its number, or the words of a question."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from kinerja.judul import normalize_judul
from kinerja.peraturan import get_parameter
from kinerja.rumus.skm import list_unsur

MAKS_TANYA = 1_000
"""Letters of a question; what is longer is no title."""
# Words of a title that need not belong to the name of an unsur.
_PENGISI = {"unsur", "nilai", "dan", "pelayanan", "layanan"}
_NOMOR = re.compile(r"(?:unsur |u ?)?0?([1-9][0-9]?)(?: (.*))?")
_NOMOR_SAJA = re.compile(r"(?:unsur |u ?)[0-9]+")
_KURUNG = re.compile(r"\[([^\[\]]+)\]")
"""A form puts the row of a grid of questions between brackets."""


def find_unsur(judul: object, *, pada: date) -> int | None:
    """Which unsur a column title names, from 0; a name counts, not the number before it. None is another column.

    >>> judul = ("Sarana dan Prasarana", "U8. Sarana dan Prasarana", "u8", "Saran", "Cap waktu")
    >>> [find_unsur(x, pada=date(2024, 1, 2)) for x in judul]
    [8, 8, 7, None, None]
    """
    teks = normalize_judul(judul) if isinstance(judul, str) else ""
    bernomor = _NOMOR.fullmatch(teks)
    kata = set((bernomor[2] or "" if bernomor else teks).split())
    for u, (kunci, boleh) in enumerate(_list_kata(pada)):
        if kata & kunci and kata <= boleh:
            return u
    return int(bernomor[1]) - 1 if bernomor and is_nomor(judul) else None


def is_nomor(judul: object) -> bool:
    """Whether a title is the number of an unsur and nothing else.

    >>> is_nomor("U8"), is_nomor("U8 Sarana"), is_nomor("8")
    (True, False, False)
    """
    return bool(_NOMOR_SAJA.fullmatch(normalize_judul(judul)))


def list_calon(judul: object, *, pada: date) -> frozenset[int]:
    """The unsur that a title may mean, from 0: one by its name or number, any of which a question has the words.

    >>> tanya = "Bagaimana kecepatan waktu pelayanan?", "Kewajaran biaya dan waktu pelayanan", "Total skor waktu"
    >>> [sorted(list_calon(x, pada=date(2024, 1, 2))) for x in tanya]
    [[2], [2, 3], []]
    """
    if not isinstance(judul, str) or len(judul) > MAKS_TANYA:
        unsur = find_unsur(judul, pada=pada)
        return frozenset() if unsur is None else frozenset([unsur])
    return _list_calon(judul, pada)


def find_nomor(judul: str, *, pada: date) -> int | None:
    """The number of an unsur in front of its name or its question; None where the number may be the question's own.

    >>> [find_nomor(x, pada=date(2024, 1, 2)) for x in ("8. Sarana", "U8 Bagaimana sarana itu?", "8. Bagaimana sarana")]
    [8, 8, None]
    """
    teks = normalize_judul(judul)
    cocok = _NOMOR.fullmatch(teks)
    milik = cocok and (teks.startswith("u") or find_unsur(judul, pada=pada) is not None)
    return int(cocok[1]) if cocok and milik else None


@lru_cache(maxsize=4096)
def _list_calon(judul: str, pada: date) -> frozenset[int]:
    if (unsur := find_unsur(judul, pada=pada)) is not None:
        return frozenset([unsur])
    teks = normalize_judul(judul)
    if any(f" {kata} " in f" {teks} " for kata in get_parameter("skm", pada=pada).daftar("bukan_unsur", str)):
        return frozenset()
    kata = {bentuk for satu in teks.split() for bentuk in (satu, satu.removesuffix("nya"))}
    semua = {u for u, butir in enumerate(_list_pola(pada)) if any(all(kata & p for p in pola) for pola in butir)}
    bernama = (find_unsur(satu, pada=pada) for satu in _KURUNG.findall(judul))
    return frozenset(semua | {u for u in bernama if u is not None})


@lru_cache(maxsize=16)
def _list_kata(pada: date) -> tuple[tuple[set[str], set[str]], ...]:
    """For each unsur the words of which a title must hold one, and the words that it may hold."""
    return tuple((set(x.kata), {*normalize_judul(x.nama).split(), *_PENGISI}) for x in list_unsur(pada=pada))


@lru_cache(maxsize=16)
def _list_pola(pada: date) -> tuple[tuple[tuple[frozenset[str], ...], ...], ...]:
    """For each unsur its entries: sets of words, of each of which a question must hold one."""
    return tuple(
        tuple(tuple(frozenset(kata.split("/")) for kata in butir.split()) for butir in x.tanya)
        for x in list_unsur(pada=pada)
    )
