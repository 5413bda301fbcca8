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
_NOMOR_U = re.compile(r"(?:unsur |u ?)0?([1-9][0-9]?)((?: [^\W\d]+)*)")
_NAMA_MESIN = re.compile(r"[\w./-]+")
_NOMOR_TANYA = re.compile(r"^[a-z]{1,2}[0-9]{1,2} ")
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
    return bool(_NOMOR_SAJA.fullmatch(normalize_judul(get_inti(str(judul)))))


def get_inti(judul: str) -> str:
    """The last part of a name that a form's program gave a question; any other title as it is.

    >>> get_inti("grup_skm/u3_waktu"), get_inti("Biaya/Tarif"), get_inti("skm.u3")
    ('u3_waktu', 'Biaya/Tarif', 'u3')
    """
    akhir = re.split(r"[/.]", judul)[-1]
    mesin = _NAMA_MESIN.fullmatch(judul) and ("_" in akhir or _NOMOR_SAJA.fullmatch(normalize_judul(akhir)))
    return akhir if mesin else judul


def is_bukan(judul: str, *, pada: date) -> bool:
    """Whether a title speaks of an unsur but asks for something else: points, wishes, reasons, times.

    >>> is_bukan("u3_waktu_skor", pada=date(2024, 1, 2)), is_bukan("Waktu", pada=date(2024, 1, 2))
    (True, False)
    """
    teks = f" {normalize_judul(judul)} "
    return any(f" {kata} " in teks for kata in get_parameter("skm", pada=pada).daftar("bukan_unsur", str))


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
    teks = normalize_judul(get_inti(judul))
    cocok = _NOMOR.fullmatch(teks)
    milik = cocok and (teks.startswith("u") or find_unsur(judul, pada=pada) is not None)
    return int(cocok[1]) if cocok and milik else None


@lru_cache(maxsize=4096)
def _list_calon(judul: str, pada: date) -> frozenset[int]:
    if (unsur := find_unsur(judul, pada=pada)) is not None:
        return frozenset([unsur])
    if is_bukan(judul, pada=pada):
        return frozenset()
    if (inti := get_inti(judul)) != judul or "_" in judul:
        unsur = _find_mesin(normalize_judul(inti), pada)
        if unsur is not None:
            return frozenset([unsur])
    teks = normalize_judul(judul)
    kata = {bentuk for satu in teks.split() for bentuk in (satu, satu.removesuffix("nya"))}
    semua = {u for u, butir in enumerate(_list_pola(pada)) if any(all(kata & p for p in pola) for pola in butir)}
    bernama = (find_unsur(satu, pada=pada) for satu in _KURUNG.findall(judul))
    return frozenset(semua | {u for u in bernama if u is not None})


def _find_mesin(teks: str, pada: date) -> int | None:
    """The unsur of a name as programs give them: its number, if the words beside it name no other, or else its name."""
    bernomor = _NOMOR_U.fullmatch(teks)
    if bernomor is None:
        return find_unsur(_NOMOR_TANYA.sub("", teks), pada=pada) if _NOMOR_TANYA.match(teks) else None
    kata = set(bernomor[2].split())
    bernama = {u for u, (kunci, _) in enumerate(_list_kata(pada)) if kata & kunci}
    nomor = int(bernomor[1]) - 1
    if not bernama or nomor in bernama:
        return nomor
    return min(bernama) if len(bernama) == 1 else None


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
