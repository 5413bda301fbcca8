"""Calls at every edge of the law of a day: of functions with an ordinary formula, and so of LAMBDA names too."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from addin.spec import HARI_CONTOH, Arg
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.rumus.capaian import list_arah
from kinerja.rumus.sakip import get_bobot
from kinerja.rumus.skm import get_skala, list_penimbang, list_unsur

BARU = date(2027, 6, 1)
HARI = [HARI_CONTOH, date(2026, 12, 31), BARU]
GESER = [Decimal(x) for x in ("0", "0.01", "-0.01", "0.005", "-0.005", "0.004", "-0.004")]
LAIN: list[Any] = [None, "  ", "abc", -1, 0, 999_999_999_999_999, 0.123456789012345]
ISI: list[Any] = [*LAIN, 0.5, 3, 7, 30, 30.01, 1.005, 1_000_000_000_000.25]


@dataclass(frozen=True)
class Soal:
    """One call: blocks and required arguments stand in cells, options are written in the formula."""

    nama: str
    masukan: tuple[Any, ...]


def list_soal(pada: date) -> Iterator[Soal]:
    """Every function with an ordinary formula, at the edges of the law of that day."""
    for nama, tabel in (
        ("SKM_MUTU", "skm_mutu"),
        ("SKM_KINERJA", "skm_mutu"),
        ("SAKIP_PREDIKAT", "sakip_predikat"),
        ("SAKIP_INTERPRETASI", "sakip_predikat"),
        ("KATEGORI_CAPAIAN", "capaian_kategori"),
    ):
        yield from (Soal(nama, (x,)) for x in [*_list_tepi(tabel, pada), *LAIN])
    galat = [(), (0.1,), (0.01,)]
    yield from (Soal("SKM_SAMPEL", (n, *d)) for n in [*LAIN, 1, 2, 1.5, 220, 1200, 10_000_000] for d in galat)
    pasangan = [(x, y) for x in ISI for y in ISI]
    for x, y in pasangan:
        for nama in ("PERSEN_TRANTIBUM", "ANGGARAN_SERAPAN", "ANGGARAN_SELISIH"):
            yield Soal(nama, (x, y))
        yield Soal("PERSEN_MANFAAT", (x, y, 5, 10))
        yield Soal("PERSEN_MANFAAT", (5, 10, x, y))
        for arah in list_arah(pada=pada):
            for batas in (None, *map(float, get_parameter("capaian", pada=pada).daftar("batas", Decimal))):
                yield Soal("PERSEN_CAPAIAN", (x, y, arah.kode, batas))
    yield from _list_capaian(pada)
    yield from _list_sakip(pada)
    yield from _list_skm(pada, random.Random(7))


def _list_capaian(pada: date) -> Iterator[Soal]:
    """Targets that are no bare number stand in the formula: each on its bounds, inside and outside of them."""
    dua_arah = ("80-90", "0–5", "0,25 s.d. 0,5", "1:32", "1 : 0,5")
    for arah in list_arah(pada=pada):
        satu_sisi = ("≤ 3", "maks 0,5", "<= 0") if arah.kode.startswith("turun") else (">= 90%", "≥ 0", "min. 2,5")
        for target in (*dua_arah, *satu_sisi):
            for x in (*ISI, 0.04, 1 / 32, 0.25, 0.4, 1, 1.01, 2.5, 5, 6.5, 79.995, 80, 85, 90, 95, -0.5):
                for batas in (None, float(get_parameter("capaian", pada=pada).daftar("batas", Decimal)[-1])):
                    yield Soal("PERSEN_CAPAIAN", (x, target, arah.kode, batas))


def is_di_rumus(arg: Arg, nilai: Any) -> bool:
    """Whether an argument is written in the formula: options, and targets that no frozen formula reads in a cell."""
    if arg.jenis == "target" and isinstance(nilai, str):
        return any(map(str.isdigit, nilai))
    return not arg.wajib and not arg.kosong_tetap


def _list_tepi(nama: str, pada: date) -> list[float]:
    tabel = get_tabel(nama, pada=pada)
    tepi = {*tabel.rentang, *(j.bawah for j in tabel.jenjang)}
    return sorted({float(x + geser) for x in tepi if x.is_finite() for geser in GESER})


def _list_sakip(pada: date) -> Iterator[Soal]:
    bobot = [float(k.bobot) for k in get_bobot(pada=pada)]
    for i, penuh in enumerate(bobot):
        for x in (*LAIN, penuh, penuh + 0.01, penuh - 0.005):
            yield Soal("SAKIP_NILAI", (*bobot[:i], x, *bobot[i + 1 :]))
    huruf = [j.kode for j in get_tabel("sakip_kriteria", pada=pada).jenjang]
    blok: list[Any] = [[[satu]] for satu in huruf] + [[huruf, huruf[::-1]], [[huruf[-1].lower()], [huruf[0]]]]
    blok += [[[huruf[0], None]], [["F", huruf[0]]], [[huruf[0], 5]], [[None, None]]]
    yield from (Soal("SAKIP_SUBKOMPONEN", (satu, w)) for satu in blok for w in (*LAIN, 9, 4.5, 100, 100.01))


def _list_skm(pada: date, acak: random.Random) -> Iterator[Soal]:
    skala, unsur = list(get_skala(pada=pada)), len(list_unsur(pada=pada))
    penimbang = [(), *((satu,) for satu in list_penimbang(pada=pada))]
    blok: list[Any] = [[[acak.choice(skala) for _ in range(unsur)] for _ in range(n)] for n in (1, 2, 3, 5, 8, 13)]
    blok += [[[2] * unsur] * 5, [[None] * unsur] * 2, [[skala[0]] * unsur, [None] * unsur], [[skala[-1]] * unsur]]
    for ganti in (None, "abc", 2.5, skala[-1] + 1, skala[0] - 1):
        blok += [[[ganti, *[3] * (unsur - 1)], [*[4] * unsur]], [[ganti, *[3] * (unsur - 1)]]]
    for jumlah in range(5 * 2 * unsur, 5 * 3 * unsur + 1):  # NIK on and around the bounds of a mutu
        blok.append([[2 + (i * 5 + j < jumlah - 10 * unsur) for i in range(unsur)] for j in range(5)])
    yield from (Soal("SKM_INDEKS", (satu, *p)) for satu in blok for p in penimbang)
    yield from (Soal("SKM_INDEKS", (satu,)) for satu in ([[3]], [[4, 3, 2]], [[3], [4]]))
    nrr: list[Any] = [[round(acak.uniform(skala[0], skala[-1]), 2) for _ in range(unsur)] for _ in range(30)]
    nrr += [[x, *[3] * (unsur - 1)] for x in (None, "abc", -1, 0, 0.9999, skala[0] - 0.01, skala[-1] + 0.01)]
    nrr += [[None] * unsur]
    yield from (Soal("SKM_NILAI", ([satu], *p)) for satu in nrr for p in penimbang)
    yield from (Soal("SKM_NILAI", ([[x]],)) for x in (3, 3.333, skala[0]))
