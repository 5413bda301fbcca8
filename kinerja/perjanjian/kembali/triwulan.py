"""Which quarter an input belongs to: by the title above its column, or by the quarter or month beside its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kinerja.judul import normalize_judul
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.isian import BlokIsian, Isian, Nilai
from kinerja.workbook.eksak import BILANGAN

_DI_JUDUL = re.compile(r"\btriwulan (i{1,3}|iv)\b")
_BULAN = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_DI_BARIS = {n.casefold(): ke for ke, n in enumerate(TRIWULAN, start=1)} | {b: n // 3 + 1 for n, b in enumerate(_BULAN)}
_RENCANA = ("target", "rencana")
"""In names of inputs that say what is planned, not what was reached."""


class Letak(NamedTuple):
    """An input by its place in a block, its value, and its quarter, 1 to 4; 0 where it has none."""

    r: int
    c: int
    nilai: Nilai
    triwulan: int


def list_letak(terbit: BukuUtuh, blok: BlokIsian) -> Iterator[Letak]:
    """Every cell of a block with its quarter."""
    b, k, b_akhir, k_akhir = blok.kotak
    kolom = [_find_di_kolom(terbit, blok.lembar, b, c) for c in range(k, k_akhir + 1)]
    baris = (
        [0] * len(blok.isi)
        if any(kolom)
        else [_find_di_baris(terbit, blok.lembar, r, k) for r in range(b, b_akhir + 1)]
    )
    for r, isi in enumerate(blok.isi):
        for c, nilai in enumerate(isi):
            yield Letak(r, c, nilai, kolom[c] or baris[r])


def find_sampai(terbit: BukuUtuh, isian: Isian) -> int:
    """The last quarter for which a figure other than 0 was typed; 0 where there is none.

    Plans (targets of quarters) do not count, nor do the zeros that officers type ahead.
    """
    hasil = 0
    for nama, blok in isian.blok.items():
        if blok.terisi and not any(kata in nama for kata in _RENCANA):
            ada = (
                t.triwulan
                for t in list_letak(terbit, blok)
                if t.triwulan and type(t.nilai) in BILANGAN and t.nilai != 0
            )
            hasil = max(hasil, max(ada, default=0))
    return hasil


def _find_di_kolom(terbit: BukuUtuh, lembar: str, baris: int, kolom: int) -> int:
    sel = terbit.lembar[lembar].sel
    for r in range(baris - 1, -1, -1):
        ada = sel.get((r, kolom))
        if ada is not None and isinstance(ada.nilai, str) and (cocok := _DI_JUDUL.search(normalize_judul(ada.nilai))):
            return _DI_BARIS[cocok[1]]
    return 0


def _find_di_baris(terbit: BukuUtuh, lembar: str, baris: int, kolom: int) -> int:
    sel = terbit.lembar[lembar].sel
    for c in range(kolom - 1, -1, -1):
        ada = sel.get((baris, c))
        if ada is not None and isinstance(ada.nilai, str) and (ke := _DI_BARIS.get(ada.nilai.strip().casefold())):
            return ke
    return 0
