"""The input blocks of a workbook with all that stands in them, whoever filled it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinerja.alamat import a1
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN
from kinerja.perjanjian.kembali.hitung import read_nama
from kinerja.perjanjian.kembali.terhitung import Terhitung
from kinerja.tabel.sel import SelGalat

TANPA = "–"
"""Stands where nothing can be typed."""


@dataclass(frozen=True, slots=True)
class BlokTerisi:
    """One block.

    Attributes:
        wilayah: `B7:J406`; of one cell `B7`.
        isi: its rows, up to the last that holds anything.
        tinggi: rows that it has.
    """

    nama: str
    lembar: str
    wilayah: str
    isi: tuple[tuple[Any, ...], ...]
    tinggi: int

    @property
    def terisi(self) -> int:
        """Rows that hold anything."""
        return sum(any(n is not None for n in baris) for baris in self.isi)


def list_blok(t: Terhitung) -> Iterator[BlokTerisi]:
    """The blocks by sheet, in the order of the workbook."""
    urutan = {nama: n for n, nama in enumerate(t.buku.lembar)}
    semua = t.buku.list_nama(AWALAN_ISIAN).items()
    for nama, (lembar, kotak) in sorted(semua, key=lambda x: (urutan[x[1][0]], x[1][1], x[0])):
        isi = [tuple(_to_polos(n) for n in baris) for baris in read_nama(t.isi, (lembar, kotak))]
        tinggi = len(isi)
        while isi and not any(n is not None for n in isi[-1]):
            isi.pop()
        b, k, b_akhir, k_akhir = kotak
        wilayah = a1(b, k) if (b, k) == (b_akhir, k_akhir) else f"{a1(b, k)}:{a1(b_akhir, k_akhir)}"
        yield BlokTerisi(nama, lembar, wilayah, tuple(isi), tinggi)


def _to_polos(nilai: Any) -> Any:
    if isinstance(nilai, SelGalat):
        return nilai.teks or None
    return None if nilai in ("", TANPA) else nilai
