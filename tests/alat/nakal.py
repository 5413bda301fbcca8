"""Functions that misbehave, for the child process."""

from __future__ import annotations

import os
import sys
import time

from kinerja.errors import RentangError
from kinerja.tabel.anak_dalam import declare_luas


def tell_pid(*_: object) -> int:
    return os.getpid()


def tell_folder() -> str:
    return os.getcwd()  # noqa: PTH109 - as the system says it


def take(bita: int, sel: int = 0) -> int:
    declare_luas(sel)
    isi = b"x" * bita
    time.sleep(0.1)
    return len(isi)


def grow() -> None:
    semua = []
    while True:
        semua.append(b"x" * 10_000_000)


def spin() -> None:
    while True:
        pass


def sleep(detik: float) -> None:
    time.sleep(detik)


def die() -> None:
    os._exit(134)


def starve() -> None:
    raise MemoryError


class PanicException(BaseException):
    """No Exception, as a panic in native code."""


def panic() -> None:
    print("thread 'main' panicked at src/lib.rs", file=sys.stderr)
    raise PanicException("oh")


def refuse() -> None:
    raise RentangError("Nilai di luar rentang.", tempat="a.xls", saran="Perbaiki.")


def err() -> None:
    raise LookupError("tidak terduga")


def talk() -> str:
    print("kata yang bukan jawaban")
    os.write(1, b"juga ini")
    return "jawaban"


_TETAP: list[bytes] = []


def keep(bita: int) -> int:
    _TETAP.append(b"x" * bita)
    return bita
