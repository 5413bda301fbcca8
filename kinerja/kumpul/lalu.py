"""A return beside those before: a figure of an earlier quarter that was changed later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kinerja.alamat import a1
from kinerja.kumpul.data import Data
from kinerja.kumpul.kembar import Beda, list_beda, show_beda
from kinerja.kumpul.kode import KU60, KU61
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.kelompok import write_nilai
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul

MAKS = 40
"""Changed figures that are named one by one."""
Masa = Mapping[str, list[list[int]]]


@dataclass(frozen=True, slots=True)
class Acuan:
    """What was typed into a return.

    Attributes:
        waktu: when it was collected.
        isi: by name of the block.
        letak: where the blocks stand: sheet, first row and column from 0.
        masa: the quarter of each cell, of blocks that have such.
    """

    waktu: str
    isi: Data
    letak: Mapping[str, tuple[str, int, int]]
    masa: Masa


def list_lewat(triwulan: int, terakhir: int) -> range:
    """The quarters that are over, by the last one of a return and of that before it: what is in them was reported.

    >>> list(list_lewat(3, 2)), list(list_lewat(2, 2)), list(list_lewat(1, 2))
    ([1, 2], [1], [1, 2])
    """
    return range(1, terakhir + (triwulan != terakhir))


def check_lalu(acuan: Mapping[int, Acuan], terakhir: Acuan, kini: Acuan) -> Iterator[TemuanKumpul]:
    """What was changed since returns before, all of them in the places of one issue.

    Args:
        acuan: for each quarter that is over, what its figures are held against.
        terakhir: the return that counted before; other changes since are but noted.
    """
    lalu: dict[tuple[str, int, int], tuple[int, Beda]] = {}
    for triwulan, satu in acuan.items():
        masa = {**satu.masa, **kini.masa}
        for beda in list_beda(satu.isi, kini.isi):
            if _find_triwulan(masa, beda) == triwulan and not _is_kata(beda):
                lalu[beda[:3]] = triwulan, beda
    lain = [b for b in list_beda(terakhir.isi, kini.isi) if b[:3] not in lalu and b.semula is not None]
    letak = {n: x for satu in (terakhir, *acuan.values(), kini) for n, x in satu.letak.items()}
    urut = [lalu[tempat] for tempat in sorted(lalu)]
    for triwulan, beda in urut[:MAKS]:
        lembar, b, k = letak.get(beda.nama, ("", 0, 0))
        yield KU60.report(
            (lembar, a1(b + beda.r, k + beda.c) if lembar else ""),
            f"Angka triwulan {TRIWULAN[triwulan - 1]} berubah sejak dikumpulkan {acuan[triwulan].waktu[:10]}.",
            terbit=write_nilai(beda.semula),
            datang=write_nilai(beda.menjadi),
        )
    if lebih := [beda for _, beda in urut[MAKS:]]:
        isi = show_beda(lebih, letak)
        yield KU60.report(("", ""), f"{len(lebih)} angka triwulan lalu yang lain juga berubah: {isi}.")
    if lain:
        isi = show_beda(lain, letak)
        yield KU61.report(("", ""), f"{len(lain)} isian diubah sejak dikumpulkan {terakhir.waktu[:10]}: {isi}.")


def _is_kata(beda: Beda) -> bool:
    """Whether nothing but words changed: obstacles, evidence."""
    return not any(isinstance(n, int | float) for n in (beda.semula, beda.menjadi))


def _find_triwulan(masa: Masa, beda: Beda) -> int:
    isi = masa.get(beda.nama, [])
    return isi[beda.r][beda.c] if beda.r < len(isi) and beda.c < len(isi[beda.r]) else 0
