"""A return beside the one before: a figure of an earlier quarter that was changed later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja.alamat import a1
from kinerja.kumpul.data import Data
from kinerja.kumpul.kembar import Beda, list_beda, show_beda, show_polos
from kinerja.kumpul.kode import KU60, KU61
from kinerja.kumpul.periksa import BukuKumpul
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul

MAKS = 40
"""Changed figures that are named one by one."""


def check_lalu(
    lama: Data, sampai: int, kapan: str, masa_lama: Mapping[str, list[list[int]]], kini: BukuKumpul
) -> Iterator[TemuanKumpul]:
    """What was changed since the return before, of the same issue.

    Args:
        sampai: the last quarter that was filled in then; `kapan` it was collected.
    """
    assert kini.isian is not None and kini.letak is not None and kini.masa is not None
    masa = {**masa_lama, **kini.masa}
    lalu: list[Beda] = []
    lain: list[Beda] = []
    for beda in list_beda(lama, kini.isian):
        triwulan = _find_triwulan(masa, beda)
        tetap = 0 < triwulan <= sampai and (triwulan < sampai or kini.triwulan != sampai)
        if tetap and not _is_kata(beda):
            lalu.append(beda)
        elif beda.semula is not None:
            lain.append(beda)
    for beda in lalu[:MAKS]:
        lembar, b, k = kini.letak.get(beda.nama, ("", 0, 0))
        yield KU60.report(
            (lembar, a1(b + beda.r, k + beda.c) if lembar else ""),
            f"Angka triwulan {TRIWULAN[_find_triwulan(masa, beda) - 1]} berubah sejak dikumpulkan {kapan[:10]}.",
            terbit=show_polos(beda.semula),
            datang=show_polos(beda.menjadi),
        )
    if len(lalu) > MAKS:
        yield KU60.report(("", ""), f"{len(lalu) - MAKS} angka triwulan lalu yang lain juga berubah.")
    if lain:
        isi = show_beda(lain, kini.letak)
        yield KU61.report(("", ""), f"{len(lain)} isian diubah sejak dikumpulkan {kapan[:10]}: {isi}.")


def _is_kata(beda: Beda) -> bool:
    """Whether nothing but words changed: obstacles, evidence."""
    return not any(isinstance(n, int | float) for n in (beda.semula, beda.menjadi))


def _find_triwulan(masa: Mapping[str, list[list[int]]], beda: Beda) -> int:
    isi = masa.get(beda.nama, [])
    return isi[beda.r][beda.c] if beda.r < len(isi) and beda.c < len(isi[beda.r]) else 0
