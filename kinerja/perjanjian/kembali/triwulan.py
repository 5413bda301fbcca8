"""Which quarter an input belongs to: by the title above its column, or by the quarter or month beside its row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kinerja.judul import normalize_judul
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.isian import BlokIsian
from kinerja.perjanjian.kembali.tanda_formulir import find_triwulan, is_formulir
from kinerja.tabel.xlsx_penuh import SelPenuh

_DI_JUDUL = re.compile(r"\btriwulan (i{1,3}|iv)\b")
_BULAN = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_DI_BARIS = {n.casefold(): ke for ke, n in enumerate(TRIWULAN, start=1)} | {b: n // 3 + 1 for n, b in enumerate(_BULAN)}
_RENCANA = ("target", "rencana")
"""In names of inputs that say what is planned, not what was reached."""


def list_masa(terbit: BukuUtuh, blok: BlokIsian) -> list[list[int]]:
    """The quarters of the cells of a block, row by row; empty where none of them has one."""
    b, k, b_akhir, k_akhir = blok.kotak
    if is_formulir(terbit.identitas) and (ke := find_triwulan(blok.nama, terbit.nama)):
        return [[ke] * (k_akhir - k + 1)] * len(blok.isi)
    sel = terbit.lembar[blok.lembar].sel
    kolom = [_find_di_kolom(sel, b, c) for c in range(k, k_akhir + 1)]
    if any(kolom):
        if kolom.count(0) == len(kolom) - 1:  # not the title of a column, but of the sheet: of one quarter's survey
            kolom = [max(kolom)] * len(kolom)
        return [kolom] * len(blok.isi)
    baris = [_find_di_baris(sel, r, k) for r in range(b, b_akhir + 1)]
    return [[n] * len(kolom) for n in baris] if any(baris) else []


def find_sampai(isi: Mapping[str, Sequence[Sequence[object]]], masa: Mapping[str, list[list[int]]]) -> int:
    """The last quarter for which a figure other than 0 was typed; 0 where there is none.

    Plans (targets of quarters) do not count, nor do the zeros that officers type ahead, nor a figure behind a quarter
    that is blank altogether: that is a slip of the hand.

    Args:
        isi: what was typed, by name of the block, formulas as what they come to.
        masa: quarters as `list_masa` gives them, by name of the block; blocks without any are left out.

    >>> find_sampai({"a": [[5, 0, None, 7]]}, {"a": [[1, 2, 3, 4]]}), find_sampai({"a": [[0, 5]]}, {"a": [[1, 2]]})
    (1, 2)
    """
    ada, sentuh = set(), set()
    for nama, semua in masa.items():
        if not any(kata in nama for kata in _RENCANA):
            angka = [
                (ke, n)
                for baris, nilai in zip(semua, isi.get(nama, ()), strict=False)
                for ke, n in zip(baris, nilai, strict=False)
                if isinstance(n, int | float) and not isinstance(n, bool)
            ]
            ada |= {ke for ke, n in angka if n != 0}
            sentuh |= {ke for ke, _ in angka}
    runtut = next((ke - 1 for ke in range(1, len(TRIWULAN) + 1) if ke not in sentuh), len(TRIWULAN))
    return max((ke for ke in ada if ke <= runtut), default=0)


def _find_di_kolom(sel: Mapping[tuple[int, int], SelPenuh], baris: int, kolom: int) -> int:
    for r in range(baris - 1, -1, -1):
        ada = sel.get((r, kolom))
        if ada is not None and isinstance(ada.nilai, str) and (ke := _read_judul(ada.nilai)):
            return ke
    return 0


@lru_cache(maxsize=1_024)
def _read_judul(teks: str) -> int:
    cocok = _DI_JUDUL.search(normalize_judul(teks))
    return _DI_BARIS[cocok[1]] if cocok else 0


def _find_di_baris(sel: Mapping[tuple[int, int], SelPenuh], baris: int, kolom: int) -> int:
    for c in range(kolom - 1, -1, -1):
        ada = sel.get((baris, c))
        if ada is not None and isinstance(ada.nilai, str) and (ke := _DI_BARIS.get(ada.nilai.strip().casefold())):
            return ke
    return 0
