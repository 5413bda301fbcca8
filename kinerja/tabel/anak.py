"""Parsers in native code run in a child process, which stays warm; the parent watches its memory and time.

A parser in native code that meets a hostile file may ask for gigabytes, loop, panic or abort. In the child that ends
in a sentence. One way on all systems: no fork, no multiprocessing (its spawn runs the user's script once more), pickles
over two private pipes. The child ends with its parent: the end of its input ends it.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any

from kinerja.errors import DataError
from kinerja.tabel import anak_dalam
from kinerja.tabel.anak_dalam import Galat, Henti, Luas, Mulai, find_fungsi

RUANG = 150_000_000
"""Bytes of memory beyond what the child has after its imports, whatever the file."""
PER_BITA = 16
"""Bytes of memory for each byte of the files: a reconciliation takes 4, one without any match 15."""
BITA_PER_SEL = 10
"""What a declared cell counts as, in bytes of a file: compressed columns hold more than their size says …"""
MAKS_MAMPAT = 12
"""… but not more than this many times their size."""
MAKS_MEMORI = 2_500_000_000
CPU = 4.0
"""Seconds of processor time, whatever the file, and for each million bytes."""
CPU_PER_MB = 0.3
_JEDA = 0.02
"""Seconds between two looks at the child."""
_PAKET = ("kinerja.",)
"""Only functions of these packages are called."""
_SARAN = "Simpan ulang sebagai .xlsx atau .csv, atau bagi menjadi beberapa berkas."
_SEBAB = {
    "memori": "Isi berkas memerlukan terlalu banyak memori, jadi pembacaannya dihentikan.",
    "waktu": "Isi berkas terlalu lama dibaca, jadi pembacaannya dihentikan.",
    "henti": "Isi berkas tidak dapat dipahami, sehingga pembacanya berhenti.",
}


@dataclass(frozen=True, slots=True)
class Batas:
    """What a call may use: bytes of memory beyond its imports, seconds of processor, seconds in all."""

    memori: float
    cpu: float
    waktu: float

    @classmethod
    def from_ukuran(cls, bita: int, sel: int = 0) -> Batas:
        """For files of so many bytes, and cells as their own directory declares them.

        >>> Batas.from_ukuran(1_000_000).memori, Batas.from_ukuran(1_000_000, 60_000_000).memori
        (166000000, 342000000)
        """
        bobot = max(bita, min(sel * BITA_PER_SEL, bita * MAKS_MAMPAT))
        cpu = CPU + bobot / 1e6 * CPU_PER_MB
        return cls(min(RUANG + PER_BITA * bobot, MAKS_MEMORI), cpu, 60 + 10 * cpu)


def longest_waktu(bita: int) -> float:
    """The seconds in all that a call may ever be given for files of so many bytes, whatever cells they declare.

    >>> longest_waktu(1_000_000) == Batas.from_ukuran(1_000_000, 60_000_000).waktu
    True
    """
    return Batas.from_ukuran(bita * MAKS_MAMPAT).waktu


def call(fungsi: str, *argumen: object, tempat: str, bita: int) -> Any:
    """What a function of this package returns when it is called in the child; in the child itself it is simply called.

    Args:
        fungsi: module and name, `kinerja.tabel.xls:parse_xls`; it may call `anak_dalam.declare_luas`.
        argumen: what can be pickled; relative paths mean what they mean here.
        tempat: the file, for messages.
        bita: bytes of the files to be read, from which the limits follow.

    Raises:
        DataError: too much memory, too much time, or the parser ended; and whatever the function raises.
    """
    global _anak
    if not fungsi.startswith(_PAKET):
        raise ValueError(fungsi)
    if anak_dalam.is_di_anak():
        return find_fungsi(fungsi)(*argumen)
    with _kunci:
        if _anak is None or not _anak.is_sehat():
            close()
            _anak = _Anak()
        selesai = False
        try:
            hasil = _anak.run((_find_folder(), fungsi, argumen), bita)
            selesai = not isinstance(hasil, Henti)
        finally:
            if not selesai:  # stopped, or interrupted in the middle of an answer
                close()
        if _anak is not None and not _anak.is_sehat():
            close()  # rather than keep what it has for nothing
    if isinstance(hasil, Henti):
        raise DataError(_SEBAB[hasil.sebab], tempat=tempat, saran=_SARAN)
    if isinstance(hasil, Galat):
        raise hasil.galat
    return hasil


def close() -> None:
    """End the child, if there is one; the next call starts another."""
    global _anak
    if _anak is not None:
        satu, _anak = _anak, None
        satu.stop()


class _Anak:
    """The child as its parent sees it."""

    def __init__(self) -> None:
        import psutil  # only who reads such files waits for it

        self._pid = os.getpid()
        jalur = [str(p) for p in sys.path]
        kode = f"import sys; sys.path[:] = {jalur!r}; from {anak_dalam.__name__} import serve; serve()"
        self._proses = subprocess.Popen(  # noqa: S603 - this Python and our own words
            [_find_python(), "-c", kode],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._proses.stdin and self._proses.stdout
        self._masuk, self._keluar = self._proses.stdin, self._proses.stdout
        self._ukur = psutil.Process(self._proses.pid)
        self._galat_ukur = psutil.Error
        self._awal = 0
        self._pesan: SimpleQueue[object] = SimpleQueue()
        self._pendengar = Thread(target=self._listen, daemon=True)
        self._pendengar.start()

    def is_sehat(self) -> bool:
        """It runs, is ours (not that of a process that forked us), and has not grown fat."""
        if self._pid != os.getpid() or self._proses.poll() is not None:
            return False
        return not self._awal or self._measure()[0] < self._awal + RUANG

    def run(self, permintaan: tuple[str, str, tuple[object, ...]], bita: int) -> object:
        """The answer to a request, or why there is none."""
        batas = Batas.from_ukuran(bita)
        if not self._send((longest_waktu(bita), *permintaan)):
            return Henti("henti")
        mulai, sel, tenggat = None, 0, monotonic() + batas.waktu
        while True:
            try:
                pesan = self._pesan.get(timeout=_JEDA)
            except Empty:
                memori, cpu = self._measure()
                if monotonic() > tenggat or (mulai and cpu > mulai[1] + batas.cpu):
                    return Henti("waktu")
                if memori > (mulai[0] + batas.memori if mulai else MAKS_MEMORI):
                    return Henti("memori")
                continue
            if isinstance(pesan, Mulai):
                mulai = self._measure()
                self._awal = self._awal or mulai[0]
                if not self._send(pesan):
                    return Henti("henti")
            elif isinstance(pesan, Luas):
                sel += pesan.sel
                batas = Batas.from_ukuran(bita, sel)
                tenggat = max(tenggat, monotonic() + batas.waktu)
            else:
                return pesan

    def stop(self) -> None:
        """End it at once: it has nothing to lose."""
        if self._pid != os.getpid():
            return  # the child of another process
        self._proses.kill()
        self._proses.wait()
        self._pendengar.join()
        for pipa in (self._masuk, self._keluar):
            with suppress(OSError):
                pipa.close()

    def _send(self, pesan: object) -> bool:
        """Whether it could be told: it may have ended."""
        try:
            pickle.dump(pesan, self._masuk, protocol=5)
            self._masuk.flush()
        except OSError:
            return False
        return True

    def _measure(self) -> tuple[int, float]:
        """Resident bytes and seconds of processor; nothing of a process that has just ended."""
        try:
            waktu = self._ukur.cpu_times()
            return self._ukur.memory_info().rss, waktu.user + waktu.system
        except self._galat_ukur:
            return 0, 0.0

    def _listen(self) -> None:
        try:
            while True:
                self._pesan.put(pickle.load(self._keluar))  # noqa: S301 - from our own child
        except Exception:  # noqa: BLE001 - it ended, perhaps in the middle of a word
            self._pesan.put(Henti("henti"))


_anak: _Anak | None = None
_kunci = Lock()
atexit.register(close)


def _find_folder() -> str:
    """The folder from which relative paths count; empty where it has been deleted."""
    with suppress(OSError):
        return str(Path.cwd())
    return ""


def _find_python() -> str:
    """This Python; beside pythonw.exe, which has no pipes, its console twin."""
    satu = Path(sys.executable)
    kembar = satu.with_name("python.exe")
    return str(kembar) if satu.name.casefold() == "pythonw.exe" and kembar.exists() else str(satu)
