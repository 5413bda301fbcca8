"""Answers in words: the value of each wording of a column, by the series of answers to which the column's words belong.

A wording alone may mean two values (`Tidak setuju`); the words beside it, and in the other columns, tell which. A scale
longer than the law's is refused, never squeezed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kinerja.errors import DataError
from kinerja.judul import normalize_judul
from kinerja.peraturan import KEYAKINAN, Deret, get_parameter
from kinerja.rumus.skm import get_skala, list_unsur

_BERNOMOR = re.compile(r"(?:(?P<angka>[0-9]{1,3})|(?P<huruf>[a-h])) (?P<kata>.+)|(?P<depan>.+) (?P<akhir>[0-9]{1,3})")


class Bacaan(NamedTuple):
    """A wording taken apart: the number in it, if any, and its words."""

    angka: int | None
    kata: str


class Arti(NamedTuple):
    """What an answer in words counts, or why it does not; `sebab` beside a value is what should be told of it."""

    nilai: int | None
    sebab: str


BENTROK = "angka dan katanya bertentangan"
ASING = "kata yang tidak dikenal"
MENURUT_ANGKA = "dibaca menurut angkanya"


class Ejaan(NamedTuple):
    """The answers in words of one column: how often each is there, the column for messages, the unsur from 0."""

    banyak: Mapping[str, int]
    tempat: str
    unsur: int | None


@dataclass(frozen=True, slots=True)
class _Skala:
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


def read_kata(kolom: Sequence[Ejaan], *, pada: date) -> list[dict[str, Arti]]:
    """For each column, what its wordings mean.

    Raises:
        DataError: a scale of other length than the law's, or words that fit two series with different values.
    """
    skala = get_skala(pada=pada)
    baca = [{teks: split_kata(teks, skala) for teks in satu.banyak} for satu in kolom]
    calon = [_list_calon(satu, milik, skala, pada) for satu, milik in zip(kolom, baca, strict=True)]
    pasti = {nama for c in calon if len(nama_ := {s.deret.nama for s in c}) == 1 for nama in nama_}
    hasil = []
    for satu, milik, pilihan in zip(kolom, baca, calon, strict=True):
        arti = _choose(pilihan, {b.kata for b in milik.values()}, pasti, satu.tempat)
        lain = [s for s in _list_skala(pada) if _is_milik(s.deret, satu.unsur, pada)]
        hasil.append({teks: _decide(bacaan, arti, lain, skala) for teks, bacaan in milik.items()})
    return hasil


def _list_calon(satu: Ejaan, baca: Mapping[str, Bacaan], skala: range, pada: date) -> list[_Skala]:
    """The series of the law's length that hold most of the answers of a column.

    Raises:
        DataError: only longer or shorter ones do.
    """
    semua = [s for s in _list_skala(pada) if _is_milik(s.deret, satu.unsur, pada)]
    muat = [(sum(satu.banyak[teks] for teks, bacaan in baca.items() if s.has(bacaan)), s) for s in semua]
    banyak = max((n for n, _ in muat), default=0)
    terbaik = [s for n, s in muat if n == banyak and n]
    pas = [s for s in terbaik if len(s.deret.jawaban) == len(skala)]
    kenal = {teks: n for teks, n in satu.banyak.items() if any(baca[teks].kata in s.arti for s in semua)}
    if 2 * banyak <= sum(kenal.values()):  # most numbers contradict their words, which then tell the series
        kata = [sum(n for teks, n in kenal.items() if baca[teks].kata in s.arti) for s in semua]
        terbaik = [s for s, n in zip(semua, kata, strict=True) if n and n == max(kata)]
        pas = [s for s in terbaik if len(s.deret.jawaban) == len(skala)]
    # A number beyond the scale with the words that go with it is proof enough, however often the others are there.
    lebih = [s for _, s in muat for b in baca.values() if b.angka and b.angka > skala[-1] and s.has(b)]
    if lebih or (terbaik and not pas):
        lain = (lebih or terbaik)[0]
        raise DataError(
            f"Jawaban {_list_ejaan(satu.banyak)} bukan skala {len(skala)} tingkat melainkan {len(lain.deret.jawaban)}.",
            tempat=satu.tempat,
            saran="Peraturan tidak mengatur cara mengubahnya. Ulangi surveinya, atau tetapkan sendiri nilai"
            f" {skala[0]} sampai {skala[-1]} setiap jawaban di berkasnya.",
        )
    return pas


def _choose(pilihan: Sequence[_Skala], kata: Collection[str], pasti: Collection[str], tempat: str) -> Mapping[str, int]:
    """The values of the words of a column: by series that are in use elsewhere, then by the more certain ones.

    Raises:
        DataError: two series are as likely and differ.
    """
    dipakai = [s for s in pilihan if s.deret.nama in pasti]
    if len({s.deret.nama for s in dipakai}) == 1:
        pilihan = dipakai
    urut = list(KEYAKINAN)
    teratas = min((urut.index(s.deret.keyakinan) for s in pilihan), default=0)
    sama = [s for s in pilihan if urut.index(s.deret.keyakinan) == teratas]
    for satu in sorted(kata):
        if len(nilai := sorted({s.arti[satu] for s in sama if satu in s.arti})) > 1:
            contoh = " atau ".join(f'"{n}. {satu}"' for n in nilai)
            raise DataError(
                f"Jawaban {satu!r} bisa bernilai {' atau '.join(map(str, nilai))}: tergantung pilihan jawaban lain di"
                " formulirnya, yang tidak dipakai seorang pun.",
                tempat=tempat,
                saran=f"Tulis angkanya di depan jawaban itu di berkasnya: {contoh}.",
            )
    return sama[0].arti if sama else {}


def _decide(bacaan: Bacaan, arti: Mapping[str, int], lain: Sequence[_Skala], skala: range) -> Arti:
    """By the series of the column; words that are in none are taken by the number that the form gave them."""
    nilai = arti.get(bacaan.kata)
    if nilai is not None:
        return Arti(nilai, "") if bacaan.angka in (None, nilai) else Arti(None, BENTROK)
    if bacaan.angka is None or bacaan.angka not in skala:
        return Arti(None, ASING)
    kenal = [s for s in lain if bacaan.kata in s.arti]
    sama = any(s.arti[bacaan.kata] == bacaan.angka and len(s.deret.jawaban) == len(skala) for s in kenal)
    return Arti(bacaan.angka, MENURUT_ANGKA) if sama or not kenal else Arti(None, BENTROK)


def _is_milik(deret: Deret, unsur: int | None, pada: date) -> bool:
    if not deret.unsur:
        return True
    return unsur is not None and bool({*deret.unsur} & {*list_unsur(pada=pada)[unsur].kata})


def _list_ejaan(banyak: Mapping[str, int]) -> str:
    semua = sorted(banyak, key=lambda teks: (-banyak[teks], teks))[:6]
    return ", ".join(repr(teks[:60]) for teks in semua)


@lru_cache(maxsize=16)
def _list_skala(pada: date) -> tuple[_Skala, ...]:
    awal = get_skala(pada=pada)[0]
    semua = get_parameter("skm", pada=pada).daftar("deret", Deret)
    return tuple(_Skala(d, {normalize_judul(k): awal + n for n, k in kata}) for d in semua for kata in d.list_kata())
