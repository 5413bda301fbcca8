"""Work shared among several processes of this machine, in its order and a few pieces at a time: memory stays flat."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

from kinerja.errors import BerkasError

T = TypeVar("T")
R = TypeVar("R")


def run_terbagi(
    kerja: Callable[[T], R],
    semua: Iterable[T],
    *,
    proses: int,
    muat: str,
    mulai: tuple[Callable[..., object], tuple[Any, ...]] | None = None,
) -> Iterator[tuple[T, R]]:
    """Each piece with what came of it.

    Args:
        kerja: does a piece, in another process.
        muat: the module that new processes load.
        mulai: what each of them does first, and with what.

    Raises:
        BerkasError: one of them died.
    """
    # Not a copy of this process: its threads (the progress bar has one) would not come along.
    konteks = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    if hasattr(konteks, "set_forkserver_preload"):
        konteks.set_forkserver_preload([muat])
    antrean: deque[tuple[T, Future[R]]] = deque()
    with ProcessPoolExecutor(proses, konteks, _start, (mulai,)) as kolam:
        try:
            for satu in semua:
                antrean.append((satu, kolam.submit(kerja, satu)))
                if len(antrean) > 2 * proses:
                    yield _take(antrean)
            while antrean:
                yield _take(antrean)
        except BrokenProcessPool:
            raise BerkasError(
                "Sebuah proses berhenti mendadak, biasanya karena memori habis.",
                saran="Jalankan lagi dengan --proses 1, atau tutup program lain.",
            ) from None
        finally:
            kolam.shutdown(cancel_futures=True)


def count_cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _take(antrean: deque[tuple[T, Future[R]]]) -> tuple[T, R]:
    satu, hasil = antrean.popleft()
    return satu, hasil.result()


def _start(mulai: tuple[Callable[..., object], tuple[Any, ...]] | None) -> None:
    """Ctrl-C reaches every process of a terminal; the first one tells the others when to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if mulai:
        mulai[0](*mulai[1])
