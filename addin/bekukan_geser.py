"""Which cells a formula means that stands in many: of a shared formula, a rule, a name, a table column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from addin.bekukan_sel import Sel
from kinerja.alamat import MAKS_BARIS, MAKS_KOLOM, Kotak, find_kolom, parse_range
from kinerja.errors import DataError

TETAP: Kotak = (0, 0, 0, 0)
"""A formula that stands in one cell."""
DI_MANA_SAJA: Kotak = (-MAKS_BARIS, -MAKS_KOLOM, MAKS_BARIS, MAKS_KOLOM)
"""A formula of which it is not known from where it is computed: its relative addresses may mean any cell."""
SEBARIS: Kotak = (-MAKS_BARIS, 0, MAKS_BARIS, 0)
"""The formula of a table column, for each of its rows."""
_BAGIAN_SUDUT = re.compile(r"(?:(\$?)([A-Z]{1,3}))?(?:(\$?)(\d{1,7}))?")


def list_geser(pertama: Sel, anggota: Sequence[Sel]) -> list[Kotak]:
    """How far from the first cell of a shared formula each of its cells is."""
    if len(anggota) == 1:
        return [TETAP]
    try:
        letak = [parse_range(sel.alamat)[:2] for sel in (pertama, *anggota)]
    except DataError:
        return [DI_MANA_SAJA]
    baris, kolom = letak[0]
    return [(i - baris, j - kolom, i - baris, j - kolom) for i, j in letak[1:]]


def read_geser(berlaku: str) -> Kotak:
    """How far the cells to which a rule applies are from each other; its formula is written for one of them.

    >>> read_geser("A1:A9 C3"), read_geser("") == DI_MANA_SAJA
    ((-8, -2, 8, 2), True)
    """
    try:
        semua = [parse_range(satu.upper()) for satu in berlaku.split()]
    except DataError:
        return DI_MANA_SAJA
    if not semua:
        return DI_MANA_SAJA
    tinggi = max(satu[2] for satu in semua) - min(satu[0] for satu in semua)
    lebar = max(satu[3] for satu in semua) - min(satu[1] for satu in semua)
    return -tinggi, -lebar, tinggi, lebar


def read_kotak(awal: str, akhir: str, geser: Sequence[Kotak]) -> list[Kotak]:
    """The cells of a reference wherever its formula stands; none for what is no reference.

    >>> read_kotak("A$2", "", [TETAP, (5, 1, 5, 1)]), read_kotak("$B", "B", [TETAP]), read_kotak("7", "", [TETAP])
    ([(1, 0, 1, 0), (1, 1, 1, 1)], [(0, 1, 1048575, 1)], [])
    """
    sudut = [cocok.groups() for teks in (awal, akhir or awal) if (cocok := _BAGIAN_SUDUT.fullmatch(teks))]
    if len(sudut) < 2 or (not akhir and not all((sudut[0][1], sudut[0][3]))):
        return []
    baris = [(int(satu[3]) - 1, bool(satu[2])) for satu in sudut if satu[3]]
    kolom = [(find_kolom(satu[1]) - 1, bool(satu[0])) for satu in sudut if satu[1]]
    if any(ke < 0 for ke, _ in (*baris, *kolom)):
        return []
    hasil = []
    for satu in geser:
        (atas, bawah), (kiri, kanan) = _shift(baris, *satu[::2], MAKS_BARIS), _shift(kolom, *satu[1::2], MAKS_KOLOM)
        hasil.append((atas, kiri, bawah, kanan))
    return hasil


def _shift(ujung: Sequence[tuple[int, bool]], sedikit: int, banyak: int, batas: int) -> tuple[int, int]:
    """First and last of rows or columns, shifted where they are relative, inside the sheet."""
    if not ujung:
        return 0, batas - 1
    awal = min(ke if mutlak else ke + sedikit for ke, mutlak in ujung)
    akhir = max(ke if mutlak else ke + banyak for ke, mutlak in ujung)
    return min(max(awal, 0), batas - 1), min(max(akhir, 0), batas - 1)
