"""Many files checked in their order: in this process, or in several, a few at a time so that memory stays flat."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path

from kinerja.kumpul.berkas import Kiriman
from kinerja.kumpul.milik import Pustaka
from kinerja.kumpul.periksa import BukuKumpul, check_kiriman
from kinerja.terbit.register import Register, open_lama
from kinerja.terbit.terbagi import count_cores, run_terbagi

KELOMPOK = 8
"""Files that travel to another process together."""
SEDIKIT = 60
"""Fewer are done before other processes have started."""
_SAMPAH = 70_000
"""New objects after which Python looks for such that keep each other alive; 700 as it comes."""
Periksaan = tuple[Kiriman, BukuKumpul | None]
"""A file, and what there is to say about it; nothing where it was left out."""


def check_semua(
    kiriman: Iterable[Kiriman], register: Register, folder: Path, *, proses: int | None = None
) -> Iterator[Periksaan]:
    """Check files in their order.

    Args:
        proses: how many processes; None is one for each core, where there are enough files.

    Raises:
        BerkasError: one of the processes died.
    """
    semua = iter(kiriman)
    awal = list(islice(semua, SEDIKIT))
    banyak = proses or (count_cores() if len(awal) == SEDIKIT else 1)
    if banyak == 1:
        pustaka = Pustaka(register)
        yield from ((satu, _check(satu, pustaka)) for satu in chain(awal, semua))
        return
    yield from _check_terbagi((x for bagian in (awal, semua) for x in bagian), register.path, folder, banyak)


@contextmanager
def collect_jarang() -> Iterator[None]:
    """Look for objects that keep each other alive a hundred times less often: a file makes a few thousand tuples.

    Nothing of a file is such an object; what the program consists of is not looked at again and again. For all of a
    run, since going back to the usual begins with looking.
    """
    lama = gc.get_threshold()
    gc.set_threshold(_SAMPAH, *lama[1:])
    try:
        yield
    finally:
        gc.set_threshold(*lama)


def _check(kiriman: Kiriman, pustaka: Pustaka) -> BukuKumpul | None:
    return None if kiriman.lewat else check_kiriman(kiriman, pustaka)


def _check_terbagi(kiriman: Iterator[Kiriman], path: Path, folder: Path, proses: int) -> Iterator[Periksaan]:
    kelompok = iter(lambda: list(islice(kiriman, KELOMPOK)), [])
    mulai = _start, (path, folder)
    for satu, hasil in run_terbagi(_check_kelompok, kelompok, proses=proses, muat=__name__, mulai=mulai):
        yield from zip(satu, hasil, strict=True)


_TERBUKA = ExitStack()
"""Keeps the register of a worker open."""
_PUSTAKA: list[Pustaka] = []


def _start(path: Path, folder: Path) -> None:
    """A worker opens the register for itself, to read."""
    _TERBUKA.enter_context(collect_jarang())
    _PUSTAKA.append(Pustaka(_TERBUKA.enter_context(open_lama(path, folder=folder))))


def _check_kelompok(kelompok: list[Kiriman]) -> list[BukuKumpul | None]:
    return [_check(satu, _PUSTAKA[0]) for satu in kelompok]
