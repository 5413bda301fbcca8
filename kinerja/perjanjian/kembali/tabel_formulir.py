"""What the hidden tables of a form's workbook say of its rows, as they were issued: names, units, what is agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.tanda_formulir import (
    BENTUK,
    TABEL_INDIKATOR,
    TABEL_PROGRAM,
    TABEL_TRIWULAN,
    read_bentuk,
)

_TARGET = re.compile(r"isian_indikator_([1-9][0-9]{0,3})_target(?:_triwulan_([1-4]))?")
_PERJANJIAN = "isian_program_perjanjian"


def list_teks(buku: BukuUtuh, tabel: str, *judul: str) -> tuple[tuple[str, ...], ...]:
    """The texts of a hidden table under these titles, row by row; none where there is no such table."""
    return tuple(tuple(str(n) if isinstance(n, str) else "" for n in baris) for baris in _list(buku, tabel, judul))


def list_bentuk(buku: BukuUtuh) -> dict[str, str]:
    """What cells of inputs look like in a form, by name: `persen`, `tanggal`, `durasi`; others are left out."""
    lembar, (b, k, *_) = buku.nama.get(BENTUK, ("", (0, 0, 0, 0)))
    sel = buku.get_sel(lembar, b, k)
    return read_bentuk(sel.nilai) if sel is not None else {}


def find_tetap(buku: BukuUtuh, nama: str, baris: int) -> object:
    """What is agreed, and so no input, of what a name of an input asks for; None where nothing is.

    Args:
        nama: as the input would be called; `baris` which of its rows, from 0.
    """
    if nama == _PERJANJIAN:
        return _get(_list(buku, TABEL_PROGRAM, ["Perjanjian (Rp)"]), baris)
    cocok = _TARGET.fullmatch(nama)
    if cocok is None:
        return None
    nomor = int(cocok[1]) - 1
    if cocok[2]:
        return _get(_list(buku, TABEL_TRIWULAN, ["Target"]), nomor * len(TRIWULAN) + int(cocok[2]) - 1)
    return _get(_list(buku, TABEL_INDIKATOR, ["Target"]), nomor)


def _get(semua: Sequence[Sequence[object]], nomor: int) -> object:
    return semua[nomor][0] if nomor < len(semua) else None


def _list(buku: BukuUtuh, tabel: str, judul: Sequence[str]) -> list[list[object]]:
    """The constants under titles."""
    if tabel not in buku.nama:
        return []
    lembar, (b, _, b_akhir, _) = buku.nama[tabel]
    sel = buku.lembar[lembar].sel
    kolom = {s.nilai: c for (r, c), s in sel.items() if r == b - 1 and isinstance(s.nilai, str)}
    hasil: list[list[object]] = []
    for r in range(b, b_akhir + 1):
        baris = (sel.get((r, kolom[satu])) if satu in kolom else None for satu in judul)
        hasil.append([None if s is None or s.rumus is not None else s.nilai for s in baris])
    return hasil
