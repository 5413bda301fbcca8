"""Inputs that a form of the office and a workbook of ours call otherwise: each by its name on the other side."""

from __future__ import annotations

import re
from collections.abc import Container
from fractions import Fraction
from typing import Any, NamedTuple

from kinerja.kumpul.padan_isian import pair_kunci
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.baris_isian import Kunci, list_kolom
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.tabel_formulir import find_tetap, list_bentuk, list_teks
from kinerja.perjanjian.kembali.tanda_formulir import TABEL_PROGRAM
from kinerja.workbook.eksak import BILANGAN, to_eksak

_ANGGARAN = re.compile(r"isian_anggaran_(perjanjian|dpa|realisasi)")
_PROGRAM = re.compile(r"isian_program_(?:(perjanjian|dpa)|realisasi_([1-4]))")
_BERTRIWULAN = re.compile(r"(isian_indikator_[0-9]+)_(nilai|predikat|target_triwulan)")
_CATATAN = re.compile(r"isian_triwulan_(kendala|tindak_lanjut|bukti_dukung)")
_INDIKATOR = re.compile(
    r"isian_indikator_([0-9]+)_(realisasi|target_triwulan|kendala|tindak_lanjut|bukti_dukung)_([1-4])"
)


class Tuju(NamedTuple):
    """Where a value goes: name of the block, row and column in it; None is what it was, or whose row it is."""

    nama: str
    baris: int | None = None
    kolom: int | None = None


def to_formulir(nama: str, baris: int, kolom: int) -> Tuju:
    """A place of a workbook of ours as a form calls it.

    >>> to_formulir("isian_anggaran_realisasi", 3, 1), to_formulir("isian_triwulan_kendala", 6, 0).nama
    (Tuju(nama='isian_program_realisasi_2', baris=None, kolom=0), 'isian_indikator_2_kendala_3')
    """
    if cocok := _ANGGARAN.fullmatch(nama):
        triwulan = f"_{kolom + 1}" if cocok[1] == "realisasi" else ""
        return Tuju(f"isian_program_{cocok[1]}{triwulan}", None, 0)
    if cocok := _BERTRIWULAN.fullmatch(nama):
        apa = cocok[2] if cocok[2] == "target_triwulan" else "realisasi"
        return Tuju(f"{cocok[1]}_{apa}_{kolom + 1}", 0, 0)
    if cocok := _CATATAN.fullmatch(nama):
        nomor, q = divmod(baris, len(TRIWULAN))
        return Tuju(f"isian_indikator_{nomor + 1}_{cocok[1]}_{q + 1}", 0, 0)
    return Tuju(nama)


def to_baku(nama: str, ada: Container[str]) -> Tuju:
    """A place of a form as a workbook of ours calls it.

    Args:
        ada: names of that workbook.

    >>> to_baku("isian_program_realisasi_2", ()), to_baku("isian_indikator_2_realisasi_3", {"isian_indikator_2_nilai"})
    (Tuju(nama='isian_anggaran_realisasi', baris=None, kolom=1), Tuju(nama='isian_indikator_2_nilai', baris=0, kolom=2))
    """
    if cocok := _PROGRAM.fullmatch(nama):
        return Tuju(f"isian_anggaran_{cocok[1] or 'realisasi'}", None, int(cocok[2] or 1) - 1)
    cocok = _INDIKATOR.fullmatch(nama)
    if cocok is None:
        return Tuju(nama)
    nomor, apa, q = int(cocok[1]), cocok[2], int(cocok[3]) - 1
    if apa in ("realisasi", "target_triwulan"):
        calon = ("nilai", "predikat") if apa == "realisasi" else (apa,)
        semua = (f"isian_indikator_{nomor}_{satu}" for satu in calon)
        return Tuju(next((satu for satu in semua if satu in ada), nama), 0, q)
    return Tuju(f"isian_triwulan_{apa}", (nomor - 1) * len(TRIWULAN) + q, 0)


def find_terbit(baru: BukuUtuh, nama: str, baris: int, kunci: Kunci) -> object:
    """What a form's new issue says itself of an input that it no longer has; None where it says nothing.

    Args:
        nama: as the input would be called there; `baris` its row in the block.
        kunci: what the row was in the old workbook.
    """
    if nama.startswith("isian_program_"):
        program = list_teks(baru, TABEL_PROGRAM, "Kode", "Program")
        cocok = pair_kunci({0: kunci}, {n: tuple(filter(None, satu)) for n, satu in enumerate(program)})
        return find_tetap(baru, nama, cocok[0]) if 0 in cocok else None
    return find_tetap(baru, nama, baris)


class Penyama:
    """Figures of inputs that one form shows as per cent, and another workbook as plain numbers: 0,95 and 95."""

    def __init__(self, lama: BukuUtuh, baru: BukuUtuh) -> None:
        self._lama, self._baru = ({n for n, b in list_bentuk(x).items() if b == "persen"} for x in (lama, baru))

    def convert(self, nilai: Any, nama: str, nama_baru: str) -> Any:
        """A value as its new cell holds it."""
        kali = (100 if nama in self._lama else 1) / Fraction(100 if nama_baru in self._baru else 1)
        return nilai if kali == 1 or type(nilai) not in BILANGAN else to_eksak(nilai * kali)


def name_kolom(nama: str, buku: BukuUtuh) -> Kunci:
    """What the columns of a block are; where no title says it, their numbers."""
    _, k, _, k_akhir = buku.nama[nama][1]
    return list_kolom(buku, nama) or tuple(map(str, range(1, k_akhir - k + 2)))


def is_sama(terbit: object, nilai: Any) -> bool:
    """Whether the issuer says what was typed."""
    if isinstance(terbit, str) and isinstance(nilai, str):
        return terbit.strip() == nilai.strip()
    return type(terbit) is float and not isinstance(nilai, (str, bool)) and to_eksak(terbit) == nilai
