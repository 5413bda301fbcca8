"""The matrix of capaian: every form of target x arah x metode x state of the quarters, in workbooks of every cara.

A case is an indikator and what is typed beside it; what must come out stands in `tests/harap_capaian.py`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import cycle, product
from typing import NamedTuple

from kinerja.errors import RentangError
from kinerja.peraturan import KATEGORI
from kinerja.perjanjian import jenis
from kinerja.perjanjian.cara import Cara
from kinerja.perjanjian.model import Indikator, PerjanjianKinerja
from kinerja.rumus.capaian import check_target
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from kinerja.workbook.layout import Nilai
from tests.contoh import Isian, angka, make_perjanjian, make_program

D = Decimal
ARAH = ("naik", "turun_selisih", "turun_rasio", "tetap")
BENTUK: dict[str, Target | None] = {
    "bulat": angka(12),
    "dua desimal": angka("66.25"),
    "empat desimal": angka("0.8012"),
    "uang": angka(1_500_000_000),
    "rentang": Target(D(80), D(90)),
    "rentang pecahan": Target(D("7.25"), D("8.5")),
    "rentang dari nol": Target(D(0), D(3)),
    "paling sedikit": Target(D(90), None),
    "paling sedikit nol": Target(D(0), None),
    "paling banyak": Target(None, D("3.5")),
    "rasio": Target(D(32), D(32), rasio=True),
    "nol": angka(0),
    "negatif": angka(-4),
    "rentang negatif": Target(D(-2), D(5)),
    "belum": None,
}
URUTAN = (("WTP", "WDP", "Tidak Wajar", "TMP"), ("Bintang ***", "Bintang **", "Bintang *"))
DIPILIH = (*Metode, None)
"""How quarters become a year: by one of the ways, or not chosen."""
TAK_DIPILIH = (None, "jumlah", "0")
CARA = tuple(
    Cara(kategori, batas, lantai)
    for kategori, batas, lantai in product(KATEGORI.values(), (None, D(100), D(120)), (None, D(0)))
)
TARGET_SEL: tuple[Nilai, ...] = (12, 66.25, 0.8012, 0, -3, "abc", None, 250)
"""Typed into the cell of a target that was not known."""
KOSONG: tuple[None, ...] = (None,) * 4


@dataclass(frozen=True, slots=True)
class Kasus:
    """An indikator, and by the last part of the name what is typed into its inputs, each a matrix."""

    indikator: Indikator
    ketik: dict[str, tuple[tuple[Nilai, ...], ...]]
    metode: Metode | None
    """How the quarters of its year are put together, wherever that was said."""

    def get_baris(self, apa: str) -> tuple[Nilai, ...]:
        """The four quarters of an input, or its one cell, as typed."""
        return self.ketik.get(apa, (KOSONG,))[0]


class Buku(NamedTuple):
    """A workbook of the matrix: its agreement, its cases in order, and all that is typed into it."""

    pk: PerjanjianKinerja
    kasus: tuple[Kasus, ...]
    isi: Isian


def list_buku(acak: random.Random) -> list[Buku]:
    """All cases, dealt out at random over one workbook for each cara."""
    semua = [*list_nilai(acak), *list_persen(acak), *list_predikat()]
    acak.shuffle(semua)
    return [make_buku(cara, tuple(semua[n :: len(CARA)])) for n, cara in enumerate(CARA)]


def make_buku(cara: Cara, kasus: tuple[Kasus, ...]) -> Buku:
    bernama = tuple(replace(k, indikator=replace(k.indikator, nama=f"Hal {n}")) for n, k in enumerate(kasus, 1))
    pk = replace(make_perjanjian(tuple(k.indikator for k in bernama), make_program(1)), cara=cara)
    isi = {f"isian_indikator_{n}_{apa}": x for n, k in enumerate(bernama, 1) for apa, x in k.ketik.items()}
    return Buku(pk, bernama, isi)


def is_bermakna(target: Target | None, arah: str) -> bool:
    """Whether a data set may have them together: a target open on the side that is better is refused at reading."""
    if target is None or any(x < 0 for x in target.batas):
        return True
    try:
        check_target(target, arah)
    except RentangError:
        return False
    return True


def list_nilai(acak: random.Random) -> Iterator[Kasus]:
    """Kind `nilai`: every meaningful form and arah, every way to the year, every state of the quarters."""
    satuan, lain = cycle(("kasus", "%", "indeks")), cycle(range(5))
    for (bentuk, target), arah, pilih in product(BENTUK.items(), ARAH, DIPILIH):
        if not is_bermakna(target, arah):
            continue
        if bentuk == "rasio" and pilih in (Metode.JUMLAH, Metode.RATA_RATA):  # refused at reading
            continue
        for triwulan in list_triwulan(target, pilih, acak):
            ketik: Isian = {"nilai": (triwulan,)}
            i = Indikator("", jenis.NILAI, next(satuan), target, arah=arah)
            i = _add_target(i, ketik, next(lain), acak)
            yield _choose_metode(i, ketik, pilih, acak)


def list_triwulan(target: Target | None, pilih: Metode | None, acak: random.Random) -> Iterator[tuple[Nilai, ...]]:
    """The quarters in every state, around the bounds of a target."""
    batas = [x for x in (target.batas if target else ()) if x] or [D(12)]
    yield KOSONG
    yield (float(batas[0]), None, None, None)
    yield (None, 3, None, float(batas[-1]))
    yield ("abc", 2, "12", "12 orang")
    yield (0, 0, 0, 0)
    yield (0, None, None, 0.004)
    yield (-1, None, 2, -0.5)
    yield (-23.15, 16.1, 0.95, 6.1)  # the programs' sum of these is no zero
    yield (0.7, 0.2, 0.1, None)
    yield tuple(float(batas[-1] * D(x)) for x in ("0.2", "0.3", "0.5", "0.7"))  # looks cumulative
    for b in batas:
        yield tuple(float(b + geser) for geser in (D("-0.01"), D(0), D("0.0001"), D("0.01")))
    for b in batas:  # below, at and above a bound, and far above it
        for kali in (D("0.9"), D(1), D("1.1")):
            yield _divide(b * kali, pilih, acak)
    yield _divide(batas[-1] * D("2.5"), pilih, acak)
    for _ in range(2):  # the capaian ends in exactly half of its last figure
        yield _divide(_pick_separuh(batas, acak), pilih, acak)
    yield tuple(float(_pick_separuh(batas, acak)) for _ in range(4))


def _pick_separuh(batas: Sequence[Decimal], acak: random.Random) -> Decimal:
    """A realisation whose ratio to a bound has a 5 in its fifth place, near twice the bound now and then."""
    return acak.choice(batas) * acak.choice((acak.randrange(1, 30_001, 2), acak.randrange(39_801, 40_200, 2))) / 20_000


def _divide(x: Decimal, pilih: Metode | None, acak: random.Random) -> tuple[Nilai, ...]:
    """Quarters, one of them blank, whose figure of the year is `x` exactly."""
    jumlah = x * 3 if pilih is Metode.RATA_RATA else x
    satu, dua = (D(f"{jumlah * acak.randrange(-2, 8) / 10:.3f}") for _ in range(2))
    akhir = x if pilih is Metode.AKHIR else jumlah - satu - dua
    isi: list[Nilai] = [float(satu), float(dua)]
    isi.insert(acak.randrange(3), None)
    return (*isi, float(akhir))


def _choose_metode(i: Indikator, ketik: Isian, pilih: Metode | None, acak: random.Random) -> Kasus:
    """Its way to the year: agreed, or chosen in the workbook; a ratio has one, and no choice."""
    if pilih and acak.random() < 0.5:
        return Kasus(replace(i, metode=pilih), ketik, pilih)
    kata = pilih.sebutan if pilih else acak.choice(TAK_DIPILIH)
    ketik["metode"] = ((kata.upper() if kata and acak.random() < 0.2 else kata,),)
    return Kasus(i, ketik, Metode.AKHIR if i.berrasio else pilih)


def _add_target(i: Indikator, ketik: Isian, cara: int, acak: random.Random) -> Indikator:
    """Targets of the quarters and of the Renstra: agreed, typed, or none; and the year's where it is not known."""
    t = i.target
    if t is None:
        ketik["target"] = ((acak.choice(TARGET_SEL),),)
    ketik["target_triwulan"] = (tuple(acak.choice(TARGET_SEL) for _ in range(4)),)
    if cara == 0:
        return replace(i, triwulan=(t,) * 4, renstra=t)
    if cara == 1:
        return replace(i, triwulan=(None, t, None, t))
    if cara == 2:
        ketik["renstra"] = ((acak.choice(TARGET_SEL),),)
        return i
    if cara == 3 and not i.berrasio:
        lain = [x for x in BENTUK.values() if x and not x.rasio and is_bermakna(x, i.arah)]
        return replace(i, triwulan=tuple(acak.choice(lain) for _ in range(4)), renstra=acak.choice(lain))
    del ketik["target_triwulan"]
    return i


PERSEN: dict[str, tuple[Sequence[Nilai], Sequence[Nilai]]] = {
    "kosong": (KOSONG, KOSONG),
    "triwulan I": ((9, None, None, None), (10, None, None, None)),
    "berlubang": ((9, None, 1, 2), (10, None, 3, 3)),
    "lengkap": ((9, 1, 2, 33.3), (10, 8, 3, 66.6)),
    "penyebut nol": ((9, 0, 0, 1), (10, 0, 0, 3)),
    "penyebut nol di akhir": ((9, 4, 7, 0), (10, 7, 9, 0)),
    "semua penyebut nol": ((0, 0, None, 0), (0, 0, None, 0)),
    "pembilang tanpa apa pun": ((9, 5, 1, 2), (10, 0, 3, 3)),
    "penyebut kosong": ((9, 5, None, 2), (10, None, None, 3)),
    "pembilang kosong": ((9, None, None, 2), (10, 5, None, 3)),
    "hanya pembilang": ((9, 9, None, None), KOSONG),
    "teks": ((9, "lima", None, 2), (10, 5, None, 3)),
    "penyebut teks": ((9, 4, None, None), (10, "8", None, None)),
    "negatif": ((9, -1, None, 2), (10, 5, None, 3)),
    "penyebut negatif": ((9, 1, None, 2), (10, 5, None, -3)),
    "lebih dari penyebut": ((30, 11, 8, 7), (10, 10, 3, 1)),
    "semua nol": ((0, 0, 0, 0), (10, 1, 3, 7)),
    "kecil sekali": ((1, 0, 0, 1), (150, 200, 8, 400)),
    "setengah": ((1, 3, 5, 7), (800, 800, 800, 800)),
    "setengah rerata": ((1, 1, 1, None), (8, 1600, 3200, None)),
    "pecahan": ((0.1, 0.2, 0.3, 0.7), (0.3, 0.7, 0.6, 1.1)),
}
PERSEN_TARGET: tuple[Target | None, ...] = (
    angka(100), angka("92.5"), angka(0), Target(D(80), D(90)), Target(D(0), D(5)), Target(D(95), None),
    Target(None, D(5)), None,
)  # fmt: skip


def list_persen(acak: random.Random) -> Iterator[Kasus]:
    """Kind `persen`: the same of numerators and denominators."""
    lain = cycle(range(5))
    for target, arah, pilih, (atas, bawah) in product(PERSEN_TARGET, ARAH, DIPILIH, PERSEN.values()):
        if is_bermakna(target, arah):
            ketik: Isian = {"pembilang": (tuple(atas),), "penyebut": (tuple(bawah),)}
            i = _add_target(Indikator("", jenis.PERSEN, "%", target, arah=arah), ketik, next(lain), acak)
            yield _choose_metode(i, ketik, pilih, acak)


def list_predikat() -> Iterator[Kasus]:
    """Kind `predikat`: every target, agreed or typed, against every state of the quarters; capitals do not count."""
    for urutan in URUTAN:
        satu, dua = urutan[0], urutan[1]
        lain: tuple[Nilai, ...] = (satu, dua.lower(), urutan[-1].upper(), "lulus", None, 3)
        triwulan: list[tuple[Nilai, ...]] = [KOSONG, (satu, None, None, None), (urutan[-1], None, dua, None)]
        triwulan += [
            (dua, satu.lower(), dua.upper(), kata) for kata in (*urutan, urutan[2].upper(), "lulus", f"{satu}!", 2)
        ]
        for target, isi in product((*(Target(predikat=kata) for kata in urutan), None), triwulan):
            for ketikan in (None,) if target else lain:
                tw = (target, None, target, target) if target else KOSONG
                i = Indikator("", jenis.PREDIKAT, "predikat", target, triwulan=tw, renstra=target, urutan=urutan)
                ketik: Isian = {"predikat": (isi,), "target": ((ketikan,),)}
                if target is None:
                    ketik |= {"target_triwulan": (lain[1:5],), "renstra": ((ketikan,),)}
                yield Kasus(i, ketik, Metode.AKHIR)
