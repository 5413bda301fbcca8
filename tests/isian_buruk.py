"""Fillings that people paste, type wrongly, or type at the very edge of what an input admits."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.workbook.layout import Blok, Buku, Matriks
from tests.berkas_induk import read_xlsx
from tests.contoh import BENTUK, HURUF_SAKIP, Isian
from tests.test_induk_lke import BARIS, make_data
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

Satu = str | int | float | None

TEPI = (25, 64.99, 65, 76.6, 76.61, 88.3, 88.31, 100, 30, 50, 60, 70, 75, 80, 85, 90)
"""Edges of the bands of mutu, predikat and kategori."""
GESER = (0, 0.01, -0.01, 0.004, -0.004, 0.005, -0.005, 0.006, -0.006)
ANGKA = (0, 0.01, 0.004, 0.005, 0.006, 0.1, 0.2, 0.3, 0.5, 2.5, 33.335, 1.005, 2.675, 0.333333333333333, -1, -0.004,
         1, 2, 3, 4, 7, 12, 1e6, 1e6 + 1, 1e9, 1e9 + 1, 12345678901.23, 21540000)  # fmt: skip
SENDIRI = (1e15, 999999999999999, 12345678901234.5, -1e15, -21540000, -0.005)
"""Only where the block is blank else: beside others they make sums of more than 15 digits, which no program keeps."""
BENAR = (True, False, 45292)
"""Typed as a score or a figure: TRUE is 1 to LibreOffice, and a date is a number to all programs."""
TEKS = ("abc", "12", "0", "=1+1", " ", "-1", "1,5", "TRUE")
PAGU = (21540000, 21540000.004, 21539999.996, 21540000.01, 21540000.006, 0, 0.01, 0.006, 12345678901.23)
"""Agreed amounts, now and then finer than a sen, but never half a sen apart: see the test of the difference."""
TULISAN = ("   ", "19800101 200501 1 001", "198001012005011001", "1980010120050110011", "19800101 200501 1 00I")
"""Blanks, and what may be typed as a NIP."""
SEPERTI_PAGU = ("isian_anggaran_perjanjian", "isian_anggaran_dpa")
SEPERTI_INDIKATOR = ("isian_persis", "isian_rasio", "isian_tengah")
"""Inputs of indikator in the format General, which take BENAR too."""
RESPONDEN = 7


@cache
def make_lke() -> PerjanjianKinerja:
    """An agreement with a region's own components of SAKIP."""
    with TemporaryDirectory() as folder:
        return read_xlsx(Path(folder), make_data(*BARIS))[0]


def without_target(pk: PerjanjianKinerja) -> PerjanjianKinerja:
    """All targets are still to be typed."""
    sasaran = (
        replace(s, indikator=tuple(replace(i, target=None, target_huruf=None) for i in s.indikator)) for s in pk.sasaran
    )
    return replace(pk, sasaran=tuple(sasaran))


SUSUNAN: tuple[Callable[[], PerjanjianKinerja], ...] = (*BENTUK, make_lke)


@cache
def _make_kosong(nomor: int) -> tuple[PerjanjianKinerja, Buku]:
    pk = SUSUNAN[nomor // 2]()
    pk = without_target(pk) if nomor % 2 else pk
    return pk, build_perjanjian(Bahan(pk, responden=RESPONDEN))


def build_buruk(n: int) -> Buku:
    """The plan of filling number `n`: shapes and patterns in turn."""
    acak = random.Random(n)
    pk, kosong = _make_kosong(n % (2 * len(SUSUNAN)))
    blok = [b for lembar in kosong.lembar for b in lembar.blok]
    isi: Isian = {b.nama: _fill(b, acak) for b in blok if acak.random() < 0.95}
    if acak.random() < 0.8:  # mostly letters or scores, not both
        isi.pop(acak.choice(("isian_sakip_predikat", "isian_sakip_subkomponen")), None)
    return build_perjanjian(Bahan(pk, isi, responden=RESPONDEN))


def _fill(blok: Blok, acak: random.Random) -> Matriks:
    tinggi, lebar, pola = blok.tinggi, blok.lebar, acak.randrange(6)
    if pola == 0:  # one cell only
        isi: list[list[Satu]] = [[None] * lebar for _ in range(tinggi)]
        sendiri = acak.random() < 0.3 and blok.nama not in SEPERTI_PAGU and blok.aturan.jenis != "teks"
        isi[acak.randrange(tinggi)][acak.randrange(lebar)] = acak.choice(SENDIRI) if sendiri else _pick(blok, acak, 0.2)
    elif pola == 1:  # all but one cell
        isi = [[_pick(blok, acak) for _ in range(lebar)] for _ in range(tinggi)]
        isi[acak.randrange(tinggi)][acak.randrange(lebar)] = acak.choice((None, -1, *TEKS))
    elif pola == 2:
        isi = [[_pick(blok, acak)] * lebar for _ in range(tinggi)]
    else:
        teks, kosong = ((0, 0), (0.1, 0.3), (0, 0.5))[pola - 3]
        isi = [
            [None if acak.random() < kosong else _pick(blok, acak, teks) for _ in range(lebar)] for _ in range(tinggi)
        ]
    return tuple(map(tuple, isi))


def _pick(blok: Blok, acak: random.Random, teks: float = 0) -> Satu:
    if blok.nama.startswith("isian_sakip"):
        return _pick_sakip(blok, acak, teks)
    if blok.nama.startswith("isian_indikator") and blok.gaya in SEPERTI_INDIKATOR and acak.random() < 0.05:
        return acak.choice(BENAR)
    if blok.aturan.jenis == "teks":  # no decimals: joined to a text, they are written with the comma of the locale
        return acak.choice((*TEKS, *TULISAN, 0, -1, 198001012005))
    if acak.random() < teks:
        return acak.choice(TEKS)
    if blok.nama in SEPERTI_PAGU:
        return acak.choice(PAGU)
    if blok.nama == "isian_skm_jawaban" and acak.random() < 0.9:
        return acak.choice((1, 2, 3, 4))
    if blok.aturan.jenis == "bulat" and acak.random() < 0.6:
        return acak.choice((0, 1, 2, 3, 7, 9, 20, 338))
    if acak.random() < 0.35:
        return round(acak.choice(TEPI) + acak.choice(GESER), 3)
    return acak.choice((*ANGKA, *PAGU))


def _pick_sakip(blok: Blok, acak: random.Random, teks: float) -> Satu:
    """A letter of the list, a score within its weight or close by; with `teks` also what is neither."""
    if acak.random() < teks:
        return acak.choice((*TEKS, *BENAR, 1, 90, "AB", "B ", "*"))
    if blok.aturan.jenis == "pilihan":
        return acak.choice((*HURUF_SAKIP, "bb"))
    return acak.choice((0, 0.5, 1, 2.5, 2.675, 1.005, 3, 3, 4.5, 5, 6, 0.333333333333333))
