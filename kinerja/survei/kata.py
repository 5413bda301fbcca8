"""Answers in words: the value of each wording of a column, by the series of answers to which the column's words belong.

A wording alone may mean two values (`Tidak setuju`); the words beside it, and in the other columns, tell which. A scale
longer than the law's is refused, never squeezed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kinerja.errors import DataError
from kinerja.peraturan import KEYAKINAN
from kinerja.rumus.skm import get_skala
from kinerja.survei.deret import Bacaan, Skala, is_milik, list_skala, split_kata
from kinerja.survei.kalimat import quote
from kinerja.survei.nomor import count_nomor, read_nomor


class Arti(NamedTuple):
    """What an answer in words counts, or why it does not; `sebab` beside a value is what should be told of it.

    Attributes:
        tampak: values that an answer which does not count seems to have; empty where nothing tells.
    """

    nilai: int | None
    sebab: str
    tampak: tuple[int, ...] = ()


BENTROK = "angka dan katanya bertentangan"
ASING = "kata yang tidak dikenal"
MENURUT_ANGKA = "dibaca menurut angkanya"
_RENDAH = {
    "tidak", "tdk", "ga", "gak", "nggak", "enggak", "tak", "belum", "bukan", "kurang", "krg", "buruk", "jelek", "kotor",
    "lambat", "lama", "lamban", "sulit", "susah", "rumit", "mahal", "kecewa", "mengecewakan", "not", "less", "bad",
    "poor",
}  # fmt: skip
_TINGGI = {
    "sangat", "sgt", "amat", "baik", "bagus", "puas", "memuaskan", "sekali", "selalu", "mantap", "ya", "iya", "good",
    "very", "excellent",
}  # fmt: skip
"""Words by which an answer that cannot be read seems low or high; `tidak puas` is low."""


def advise_skala(skala: range) -> str:
    """What may be done with answers on another scale."""
    return (
        "Peraturan tidak mengatur cara mengubahnya. Ulangi surveinya, atau tetapkan sendiri nilai"
        f" {skala[0]} sampai {skala[-1]} setiap jawaban di berkasnya."
    )


class Ejaan(NamedTuple):
    """The answers in words of one column: how often each is there, the column for messages, the unsur from 0."""

    banyak: Mapping[str, int]
    tempat: str
    unsur: int | None


def read_kata(kolom: Sequence[Ejaan], *, pada: date) -> list[dict[str, Arti]]:
    """For each column, what its wordings mean.

    Raises:
        DataError: a scale of other length than the law's, or words that fit two series with different values.
    """
    skala = get_skala(pada=pada)
    baca = [{teks: split_kata(teks, skala) for teks in satu.banyak} for satu in kolom]
    deret = [[s for s in list_skala(pada=pada) if is_milik(s.deret, satu.unsur, pada=pada)] for satu in kolom]
    hitungan = [count_nomor(satu.banyak, milik) for satu, milik in zip(kolom, baca, strict=True)]
    nomor: list[Mapping[str, int]] = []
    calon: list[list[Skala]] = []
    pasti: set[str] = set()
    for u, (satu, milik) in enumerate(zip(kolom, baca, strict=True)):
        lain = [x for n, x in enumerate(hitungan) if n != u]
        tanpa = sum(satu.banyak.values()) - sum(hitungan[u].values())
        nomor.append(read_nomor(hitungan[u], tanpa, lain, deret[u], skala) or {})
        calon.append(_list_serasi(nomor[u], deret[u], skala) if nomor[u] else _list_calon(satu, milik, deret[u], skala))
        nama = {s.deret.nama for s in calon[u]}
        if len(nama) == 1:  # series of this name are in use: other columns have them rather than others
            pasti |= nama
    hasil = []
    for u, (satu, milik) in enumerate(zip(kolom, baca, strict=True)):
        tanpa_nomor = {b.kata for b in milik.values()} - nomor[u].keys()
        arti = {**_choose(calon[u], tanpa_nomor, pasti, satu.tempat), **nomor[u]}
        hasil.append({teks: _decide(bacaan, arti, deret[u], skala) for teks, bacaan in milik.items()})
    return hasil


def _list_serasi(nomor: Mapping[str, int], deret: Sequence[Skala], skala: range) -> list[Skala]:
    """The series of the law's length that agree best with the numbers of a column."""
    semua = [
        (len(nomor.keys() & s.arti.keys()), s)
        for s in deret
        if len(s.deret.jawaban) == len(skala) and all(s.arti.get(kata, n) == n for kata, n in nomor.items())
    ]
    terbanyak = max((n for n, _ in semua), default=0)
    return [s for n, s in semua if n == terbanyak and n]


def _list_calon(satu: Ejaan, baca: Mapping[str, Bacaan], semua: Sequence[Skala], skala: range) -> list[Skala]:
    """The series of the law's length that hold most of the answers of a column.

    Raises:
        DataError: only longer or shorter ones do.
    """
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
            saran=advise_skala(skala),
        )
    return pas


def _choose(pilihan: Sequence[Skala], kata: Collection[str], pasti: Collection[str], tempat: str) -> Mapping[str, int]:
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


def _decide(bacaan: Bacaan, arti: Mapping[str, int], lain: Sequence[Skala], skala: range) -> Arti:
    """By the series of the column; words that are in none are taken by the number that the form gave them."""
    kenal = [s.arti[bacaan.kata] for s in lain if bacaan.kata in s.arti and len(s.deret.jawaban) == len(skala)]
    nilai = arti.get(bacaan.kata)
    if nilai is not None:
        if bacaan.angka not in (None, nilai):
            return Arti(None, BENTROK, _guess(bacaan, [nilai], skala))
        return Arti(nilai, "" if nilai in kenal else MENURUT_ANGKA)
    if bacaan.angka is None or bacaan.angka not in skala:
        return Arti(None, ASING, _guess(bacaan, kenal, skala))
    if bacaan.angka in kenal or not any(bacaan.kata in s.arti for s in lain):
        return Arti(bacaan.angka, MENURUT_ANGKA)
    return Arti(None, BENTROK, _guess(bacaan, kenal, skala))


def _guess(bacaan: Bacaan, kenal: Sequence[int], skala: range) -> tuple[int, ...]:
    """The values that an answer may have been meant to have: its number, its words, or how such words sound."""
    nilai = {*kenal, *((bacaan.angka,) if bacaan.angka in skala else ())}
    if not nilai:
        kata = {*bacaan.kata.split()}
        tengah = len(skala) // 2
        nilai = {*(skala[:tengah] if kata & _RENDAH else skala[tengah:] if kata & _TINGGI else ())}
    return tuple(sorted(x for x in nilai if x is not None))


def _list_ejaan(banyak: Mapping[str, int]) -> str:
    semua = sorted(banyak, key=lambda teks: (-banyak[teks], teks))[:6]
    return ", ".join(map(quote, semua))
