"""Clocks: runs in turns, so that a busy machine slows all alike, and ratios within one round."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Deret = dict[str, list[float]]
"""Measured values by name, one a round."""


@dataclass(frozen=True, slots=True)
class Proses:
    """What a process took: seconds by the wall clock and of the processor, and the memory that it said it took."""

    detik: float
    cpu: float
    mb: float


def run_rounds(kerja: Mapping[str, Callable[[], int]], putaran: int) -> Deret:
    """CPU milliseconds for each of the things that a job says it made, in turns; the first round is thrown away."""
    hasil: Deret = {nama: [] for nama in kerja}
    for nomor in range(putaran + 1):
        for nama, satu in kerja.items():
            gc.collect()
            awal = time.process_time()
            banyak = satu()
            if nomor:
                hasil[nama].append((time.process_time() - awal) / banyak * 1e3)
    return hasil


def run_process(*perintah: str, cwd: Path | None = None, memori: bool = True) -> Proses:
    """Run Python with these arguments, start-up and imports included; the last word that it prints is its memory."""
    with tempfile.TemporaryFile() as keluaran:
        awal = time.perf_counter()
        proses = subprocess.Popen(
            [sys.executable, *perintah], stdout=keluaran, stderr=subprocess.DEVNULL, cwd=cwd, start_new_session=True
        )
        _, status, pakai = os.wait4(proses.pid, 0)
        detik = time.perf_counter() - awal
        proses.returncode = os.waitstatus_to_exitcode(status)
        if proses.returncode:
            raise RuntimeError(f"{perintah} berakhir dengan kode {proses.returncode}.")
        keluaran.seek(0)
        mb = float(keluaran.read().split()[-1]) if memori else 0.0
    return Proses(detik, pakai.ru_utime + pakai.ru_stime, mb)


def measure_memory() -> float:
    """Largest resident memory, in megabytes, that a process of this session has had."""
    mb = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if os.getsid(int(status.parent.name)) == os.getsid(0):
                isi = dict(baris.split(":", 1) for baris in status.read_text().splitlines())
                mb = max(mb, int(isi["VmHWM"].split()[0]) / 1024)
        except (OSError, KeyError):
            continue
    return mb


def compute_ratio(lambat: Sequence[float], cepat: Sequence[float]) -> tuple[float, float, float]:
    """Median, minimum and maximum of the ratios, round by round."""
    nisbah = [a / b for a, b in zip(lambat, cepat, strict=True)]
    return statistics.median(nisbah), min(nisbah), max(nisbah)
