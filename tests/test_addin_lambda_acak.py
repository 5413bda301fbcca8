"""Twenty thousand numbers at and around every edge: the LAMBDA gives what the function gives."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from addin.daftar import DAFTAR
from addin.rumus_lambda import TANPA
from addin.spec import HARI_CONTOH
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.rumus.capaian import list_arah
from kinerja.rumus.sakip import get_bobot
from tests.alat.bernama import Panggilan, compute, compute_inti, list_beda

LANGKAH = (1, 0.5, 0.1, 0.01, 0.005, 0.004, 0.001, 0.0001, 1e-9)
UANG = (0, 1, 100, 21_540_000, 29_432_849_010, 999_999_999_999, 0.25, 12_345.67)


def draw_tepi(tabel: str) -> Callable[[random.Random], float]:
    """Numbers on and around the bounds of a table, and anywhere."""
    isi = get_tabel(tabel, pada=HARI_CONTOH)
    tepi = [float(x) for x in (*isi.rentang, *(j.bawah for j in isi.jenjang)) if x.is_finite()]

    def draw(acak: random.Random) -> float:
        if acak.random() < 0.2:
            return round(acak.uniform(-10, 130), acak.randrange(9))
        return round(acak.choice(tepi) + acak.choice((-1, 0, 1)) * acak.randrange(4) * acak.choice(LANGKAH), 10)

    return draw


def draw_angka(acak: random.Random) -> Any:
    if acak.random() < 0.04:
        return acak.choice((None, "abc", "  ", -1, -0.01))
    n = acak.choice((acak.randrange(12), acak.randrange(400), round(acak.uniform(0, 120), 2), round(acak.random(), 4)))
    return n * acak.choice((1, 1, 1, 1000))


def draw_uang(acak: random.Random) -> Any:
    return draw_angka(acak) if acak.random() < 0.3 else acak.choice(UANG) + acak.choice((0, 0, 1, -1, 0.01, 0.005))


def draw_bobot(k: int) -> Callable[[random.Random], float]:
    penuh = float(get_bobot(pada=HARI_CONTOH)[k].bobot)
    return lambda acak: round(acak.choice((0, penuh, penuh * acak.random())) + acak.choice((0, 0, 0, -0.005, 0.005)), 3)


def draw_batas(acak: random.Random) -> Any:
    return acak.choice(
        (None, None, 7, *map(float, get_parameter("capaian", pada=HARI_CONTOH).daftar("batas", Decimal)))
    )


SKM, SAKIP, KATEGORI = (draw_tepi(x) for x in ("skm_mutu", "sakip_predikat", "capaian_kategori"))
ARAH = [None, *(a.kode for a in list_arah(pada=HARI_CONTOH))]
ACAK: dict[str, tuple[int, tuple[Callable[[random.Random], Any], ...]]] = {
    "SKM_MUTU": (2000, (SKM,)),
    "SKM_KINERJA": (1000, (SKM,)),
    "SAKIP_PREDIKAT": (2000, (SAKIP,)),
    "SAKIP_INTERPRETASI": (1000, (SAKIP,)),
    "KATEGORI_CAPAIAN": (2000, (KATEGORI,)),
    "SKM_SAMPEL": (1000, (lambda a: a.choice((1, a.randrange(300), a.randrange(10**7), a.random())), draw_angka)),
    "SAKIP_NILAI": (1000, tuple(draw_bobot(k) for k in range(len(get_bobot(pada=HARI_CONTOH))))),
    "PERSEN_MANFAAT": (1000, (draw_angka,) * 4),
    "PERSEN_TRANTIBUM": (1500, (lambda a: a.randrange(-1, 40), lambda a: a.randrange(-1, 40))),
    "PERSEN_CAPAIAN": (3000, (draw_angka, draw_angka, lambda a: a.choice(ARAH), draw_batas)),
    "ANGGARAN_SERAPAN": (1500, (draw_uang, draw_uang)),
    "ANGGARAN_SELISIH": (1500, (draw_uang, draw_uang)),
}
BLOK = 500
"""Drawn blocks of answers, of averages, of letters: as many of each."""


def test_angka_acak_di_setiap_tepi(tmp_path: Path) -> None:
    acak, panggilan, soal, harap = random.Random(20_000), Panggilan(), [], []
    for nama, (banyak, tarik) in ACAK.items():
        argumen = tuple([[satu(acak)] for _ in range(banyak)] for satu in tarik)
        tempat = [panggilan.put(blok, k) for k, blok in enumerate(argumen)]
        panggilan.call(f"{nama}({','.join(tempat)})", banyak)
        baris = list(zip(*(([x for (x,) in blok]) for blok in argumen), strict=True))
        soal.append(nama)
        harap.append([[compute_inti(nama, satu, HARI_CONTOH)] for satu in baris])
    nilai = compute(panggilan, "ironcalc", tmp_path, HARI_CONTOH)

    beda = [
        (nama, baris, h, n)
        for nama, semua, hasil in zip(soal, harap, nilai, strict=True)
        for baris, (h, n) in enumerate(zip(semua, hasil, strict=True))
        if list_beda([nama], [[h]], [[n]])
    ]
    assert [] == beda


@pytest.mark.parametrize("mesin", ["ironcalc", "formulon"])
def test_blok_acak(mesin: str, tmp_path: Path) -> None:
    acak, panggilan, soal, harap = random.Random(7), Panggilan(), [], []
    for _ in range(BLOK if mesin == "ironcalc" else 100):
        unsur, orang = acak.choice((2, 3, 9, 9)), acak.randrange(1, 12)
        jawaban = [[acak.choice((1, 2, 3, 4, 4, None)) for _ in range(unsur)] for _ in range(orang)]
        nrr = [[round(acak.uniform(0.99, 4.01), acak.randrange(5)) for _ in range(unsur)]]
        huruf = [[acak.choice(("AA", "A", "bb", " B", "CC", "C", "D", "E"))] for _ in range(orang)]
        penimbang = acak.choice(("persis", "0,111", 0.11, None))
        for nama, masukan in (
            (acak.choice(("SKM_INDEKS", "SKM_NRR")), (jawaban, penimbang)),
            ("SKM_NILAI", (nrr, penimbang)),
            ("SAKIP_SUBKOMPONEN", (huruf, acak.choice((4.5, 6, 9, 15, 100.01)))),
        ):
            isi: tuple[Any, ...] = masukan[: len(DAFTAR[nama].at(HARI_CONTOH).args)]
            tempat = [panggilan.put(isi[0], 0), *([panggilan.put([[isi[1]]], 20)] if len(isi) > 1 else [])]
            hasil = compute_inti(nama, isi, HARI_CONTOH)
            panggilan.call(f"{nama}({','.join(tempat)})", 1, len(hasil[0]) if isinstance(hasil, list) else 1)
            soal.append((nama, isi))
            harap.append(hasil)

    assert [] == list_beda(soal, harap, compute(panggilan, mesin, tmp_path, HARI_CONTOH))


def test_setiap_nama_diuji_dengan_angka_acak() -> None:
    assert {*ACAK, "SKM_INDEKS", "SKM_NRR", "SKM_NILAI", "SAKIP_SUBKOMPONEN", *TANPA} == {
        nama for nama in DAFTAR if nama not in ("KINERJA_DASAR", "KINERJA_VERSI")
    }
