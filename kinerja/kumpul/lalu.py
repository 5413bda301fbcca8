"""A return beside those before: a figure of an earlier quarter that was changed later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from kinerja.alamat import a1
from kinerja.hari import write_tanggal
from kinerja.kumpul.data import Data
from kinerja.kumpul.kembar import Beda, list_beda, show_beda
from kinerja.kumpul.kode import KU60, KU61
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.perjanjian.kembali.kelompok import write_nilai
from kinerja.perjanjian.temuan_kumpul import TemuanKumpul

_TARGET = "target"
"""In names of inputs that say what was promised."""
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
        seperjanjian: it is of the same agreement, so that its targets still hold.
    """

    waktu: str
    isi: Data
    letak: Mapping[str, tuple[str, int, int]]
    masa: Masa
    seperjanjian: bool = True


def list_lewat(triwulan: int, terakhir: int) -> range:
    """The quarters that are over, by the last one of a return and of that before it: what is in them was reported.

    >>> list(list_lewat(3, 2)), list(list_lewat(2, 2)), list(list_lewat(1, 2))
    ([1, 2], [1], [1, 2])
    """
    return range(1, terakhir + (triwulan != terakhir))


class Ubahan(NamedTuple):
    """A figure that was changed since: where it stands, the quarter (0: a target of the year), since when."""

    lembar: str
    baris: int
    kolom: int
    triwulan: int
    kapan: str
    beda: Beda


def check_lalu(acuan: Mapping[int, Acuan], terakhir: Acuan, kini: Acuan) -> Iterator[TemuanKumpul]:
    """What was changed since returns before, all of them in the places of one issue.

    Args:
        acuan: for each quarter that is over, what its figures are held against.
        terakhir: the return that counted before; other changes since are but noted.
    """
    letak = {n: x for satu in (terakhir, *acuan.values(), kini) for n, x in satu.letak.items()}
    lalu: dict[tuple[str, int, int], Ubahan] = {}
    for kapan, ke, beda in (*_list_lalu(acuan, kini), *_list_target(acuan, kini)):
        lembar, b, k = letak.get(beda.nama, ("", 0, 0))
        lalu.setdefault(beda[:3], Ubahan(lembar, b + beda.r, k + beda.c, ke, kapan[:10], beda))
    lain = [b for b in list_beda(terakhir.isi, kini.isi) if b[:3] not in lalu and b.semula is not None]
    kelompok = [list(isi) for _, isi in groupby(sorted(lalu.values(), key=lambda u: u[:3]), key=_group)]
    yield from (_report(satu) for satu in kelompok[:MAKS])
    if lebih := [u.beda for satu in kelompok[MAKS:] for u in satu]:
        yield KU60.report(("", ""), f"{len(lebih)} angka lain juga berubah: {show_beda(lebih, letak)}.")
    if lain:
        isi = show_beda(lain, letak)
        kapan = write_tanggal(terakhir.waktu)
        yield KU61.report(("", ""), f"{len(lain)} isian diubah sejak dikumpulkan {kapan}: {isi}.")


def _list_lalu(acuan: Mapping[int, Acuan], kini: Acuan) -> Iterator[tuple[str, int, Beda]]:
    """Figures of quarters that are over: since when, which quarter, what became of them."""
    for triwulan, satu in acuan.items():
        masa = {**satu.masa, **kini.masa}
        for beda in list_beda(satu.isi, kini.isi):
            if _find_triwulan(masa, beda) == triwulan and not _is_kata(beda):
                yield satu.waktu, triwulan, beda


def _list_target(acuan: Mapping[int, Acuan], kini: Acuan) -> Iterator[tuple[str, int, Beda]]:
    """Targets of the year, held against what was said first in this agreement."""
    dulu: dict[str, set[tuple[int, int]]] = {}
    for satu in acuan.values():
        masa = {**satu.masa, **kini.masa}
        janji = {n: isi for n, isi in satu.isi.items() if satu.seperjanjian and _TARGET in n}
        for beda in list_beda(janji, {n: kini.isi.get(n, []) for n in janji}):
            baru = beda.semula is not None and (beda.r, beda.c) not in dulu.get(beda.nama, ())
            if baru and not _is_kata(beda) and not _find_triwulan(masa, beda):
                yield satu.waktu, 0, beda
        for nama, isi in janji.items():
            ada = {(r, c) for r, baris in enumerate(isi) for c, n in enumerate(baris) if n is not None}
            dulu.setdefault(nama, set()).update(ada)


def _group(u: Ubahan) -> tuple[object, ...]:
    """What was filled in late goes row by row, all else cell by cell."""
    return (u.lembar, u.baris, u.kapan) if u.beda.semula is None else u[:3]


def _report(semua: Sequence[Ubahan]) -> TemuanKumpul:
    u = semua[0]
    triwulan = dict.fromkeys(TRIWULAN[satu.triwulan - 1] for satu in semua if satu.triwulan)
    apa = f"Angka triwulan {', '.join(triwulan)}" if triwulan else "Target"
    banyak = f" ({len(semua)} sel di baris ini)" if len(semua) > 1 else ""
    return KU60.report(
        (u.lembar, a1(u.baris, u.kolom) if u.lembar else ""),
        f"{apa} berubah sejak dikumpulkan {write_tanggal(u.kapan)}{banyak}.",
        terbit=write_nilai(u.beda.semula),
        datang="; ".join(write_nilai(satu.beda.menjadi) for satu in semua),
    )


def _is_kata(beda: Beda) -> bool:
    """Whether nothing but words changed: obstacles, evidence."""
    return not any(isinstance(n, int | float) for n in (beda.semula, beda.menjadi))


def _find_triwulan(masa: Masa, beda: Beda) -> int:
    isi = masa.get(beda.nama, [])
    return isi[beda.r][beda.c] if beda.r < len(isi) and beda.c < len(isi[beda.r]) else 0
