"""Rows of whole sheets by a pattern; cells that were read before are known by their bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from kinerja.tabel.sel import BELUM_DIHITUNG, SelGalat
from kinerja.tabel.xlsx_nilai import read_nilai
from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.tabel.xlsx_penuh_polos import SEL, parse_kepala, parse_sel
from kinerja.tabel.xlsx_polos import find_kolom_bita
from kinerja.tabel.xml import count_elemen

_HARI_NOL = datetime(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class BarisPenuh:
    """A row, with those before it that have no cells.

    Attributes:
        awal, nomor: the number from 1 of the first of them, and its own.
        sembunyi: rows that nobody sees, from 0.
        sel: its cells by place; `bersama` the numbers of their shared texts.
        elemen: how many it has.
    """

    awal: int
    nomor: int
    sembunyi: tuple[int, ...]
    sel: Mapping[tuple[int, int], SelPenuh]
    bersama: Sequence[tuple[tuple[int, int], int]]
    elemen: int


def read_baris(isi: bytes) -> BarisPenuh | None:
    """A row without its closing tag; None where it is not of plain spelling, and in order, from end to end."""
    awal, *potong = isi.split(SEL)
    semua = parse_kepala(awal)
    if not semua:
        return None
    kepala = semua[-1]
    sel: dict[tuple[int, int], SelPenuh] = {}
    bersama: list[tuple[tuple[int, int], int]] = []
    baris, akhir = kepala.nomor - 1, b'%d"' % kepala.nomor
    lama = 0
    for satu in potong:
        huruf, _, sisa = satu.partition(akhir)
        kolom, isi_sel = find_kolom_bita(huruf), read_sel(sisa)
        if kolom <= lama or isi_sel is None:
            return None
        lama = kolom
        ada, teks = isi_sel
        if ada is not None:
            sel[baris, kolom - 1] = ada
            if teks >= 0:
                bersama.append(((baris, kolom - 1), teks))
    sembunyi = tuple(satu.nomor - 1 for satu in semua if satu.sembunyi)
    return BarisPenuh(semua[0].nomor, kepala.nomor, sembunyi, sel, bersama, count_elemen(isi))


@lru_cache(maxsize=8_192)
def read_sel(isi: bytes) -> tuple[SelPenuh | None, int] | None:
    """A cell from behind its address, if it says something, and the number of its shared text, or -1.

    None where the cell is not of a plain spelling. Those of one form are often the same, wherever they stand.
    """
    polos = parse_sel(isi)
    if polos is None:
        return None
    if polos.teks is None and polos.rumus is None:
        return None, -1
    if polos.jenis == "s":
        nomor = find_nomor(polos.teks or "")
        return None if nomor < 0 else (SelPenuh(None, polos.rumus, polos.gaya), nomor)
    nilai = read_nilai_penuh(polos.teks or "", polos.jenis, ada_rumus=polos.rumus is not None)
    ada = nilai is not None or polos.rumus is not None
    return SelPenuh(nilai, polos.rumus, polos.gaya) if ada else None, -1


def find_nomor(teks: str) -> int:
    """The number of a shared text; -1 where it is none."""
    polos = teks.strip()
    return int(polos) if polos.isascii() and polos.isdecimal() and len(polos) < 10 else -1


def read_nilai_penuh(teks: str, jenis: str, *, ada_rumus: bool) -> object:
    """A value that is no shared text; None where a formula has none yet."""
    if jenis == "n" and len(teks) < 16 and teks.isascii() and teks.isdigit():
        return float(teks)
    if jenis == "d":
        return SelGalat(f"tanggal {teks.strip()[:20]}")
    nilai = read_nilai(teks, jenis, "", _HARI_NOL, ada_rumus=ada_rumus)
    return None if nilai is BELUM_DIHITUNG else nilai
