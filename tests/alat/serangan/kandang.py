"""The cage: a warm process that runs commands, watched from outside and killed when it takes too much."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import psutil

from tests.alat.program import AKAR

MAKS_DETIK, MAKS_MB = 5.0, 400.0
"""The rule for a run: seconds, and megabytes resident of the whole process tree."""
SABAR = 15.0
"""Wall seconds until a run counts as hung; its processor seconds are judged, since a shared machine pauses at will."""
CELAKA_MB = 1_500.0
ISTIRAHAT_MB = 180.0
"""A worker that holds more at rest is replaced, so that no run pays for those before it."""
CUPLIK = 0.004, 0.04
"""Seconds between two looks at the memory: often at first, as most runs are short, then seldom, as a look costs too."""


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a run left: exit code (None when it was killed or died), seconds, peak megabytes, and both streams.

    Attributes:
        nasib: empty, or `macet` (killed for its time), `rakus` (for its memory), `mati` (the process aborted).
    """

    kode: int | None
    detik: float
    mb: float
    keluar: str
    galat: str
    nasib: str = ""


class Kandang:
    """A worker process and its watch; a context manager.

    Args:
        folder: for the streams of the worker.
    """

    def __init__(self, folder: Path) -> None:
        self._aliran = folder / "keluar.txt", folder / "galat.txt"
        self._proses: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._kill()

    def run(self, argv: list[str], folder: Path) -> Hasil:
        """One command in `folder`."""
        proses = self._start()
        pohon = psutil.Process(proses.pid)
        assert proses.stdin
        (_, cpu_awal), awal = _measure(pohon), time.monotonic()
        proses.stdin.write(json.dumps({"argv": argv, "folder": str(folder)}) + "\n")
        proses.stdin.flush()
        puncak, nasib, jawab, jeda = 0.0, "", None, CUPLIK[0]
        tunggu, lalu = 0.0, awal
        while jawab is None and not nasib:
            jawab = self._listen(jeda)
            mb, cpu = _measure(pohon)
            puncak, jeda = max(puncak, mb), min(jeda * 2, CUPLIK[1])
            if jawab is None:
                kini = time.monotonic()
                tunggu, lalu = tunggu + min(kini - lalu, 1.0), kini  # more passes only while the machine stands still
                nasib = self._judge(tunggu, cpu - cpu_awal, mb)
        detik = time.monotonic() - awal if nasib else min(time.monotonic() - awal, cpu - cpu_awal)
        keluar, galat = (p.read_text(encoding="utf-8", errors="replace") for p in self._aliran)
        if nasib or mb > ISTIRAHAT_MB:
            self._kill()
        return Hasil(json.loads(jawab)["kode"] if jawab else None, detik, puncak, keluar, galat, nasib)

    def _judge(self, detik: float, cpu: float, mb: float) -> str:
        if self._proses is None or self._proses.poll() is not None:
            return "mati"
        if mb > CELAKA_MB:
            return "rakus"
        return "macet" if detik > SABAR or cpu > 2 * MAKS_DETIK else ""

    def _start(self) -> subprocess.Popen[str]:
        if self._proses is not None and self._proses.poll() is None:
            return self._proses
        self._proses = subprocess.Popen(
            [sys.executable, "-W", "always", "-m", "tests.alat.serangan.pekerja", *map(str, self._aliran)],
            cwd=AKAR,
            env={**os.environ, "PYTHONPATH": str(AKAR), "COLUMNS": "200"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            bufsize=1,
        )
        if self._listen(60.0) != "siap\n":
            raise RuntimeError(f"Pekerja tidak mulai: {self._aliran[1].read_text(encoding='utf-8')}")
        return self._proses

    def _listen(self, detik: float) -> str | None:
        """A line of the worker, or None when it says nothing for so long or is dead."""
        assert self._proses and self._proses.stdout
        with selectors.DefaultSelector() as pilih:
            pilih.register(self._proses.stdout, selectors.EVENT_READ)
            return (self._proses.stdout.readline() or None) if pilih.select(detik) else None

    def _kill(self) -> None:
        """End the worker and all that it started."""
        if self._proses is None:
            return
        with suppress(psutil.NoSuchProcess):
            utama = psutil.Process(self._proses.pid)
            for proses in [*utama.children(recursive=True), utama]:
                with suppress(psutil.NoSuchProcess):
                    proses.kill()
        for aliran in (self._proses.stdin, self._proses.stdout):
            with suppress(OSError):
                assert aliran
                aliran.close()
        self._proses.wait()
        self._proses = None


def _measure(utama: psutil.Process) -> tuple[float, float]:
    """Megabytes resident and processor seconds of the tree, ended children included."""
    bita, detik = 0, 0.0
    with suppress(psutil.NoSuchProcess):
        for proses in (utama, *utama.children(recursive=True)):
            with suppress(psutil.NoSuchProcess), proses.oneshot():
                waktu = proses.cpu_times()
                bita += proses.memory_info().rss
                detik += waktu.user + waktu.system + waktu.children_user + waktu.children_system
    return bita / 1e6, detik
