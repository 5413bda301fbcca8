"""What runs in the child: requests are answered one by one, and the area of a table may be declared.

A module of its own, so that the child loads nothing of what its parent needs to watch it.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import IO

from kinerja.errors import KinerjaError

_pipa: tuple[IO[bytes], IO[bytes]] | None = None
"""In the child: where requests come from and answers go."""


@dataclass(frozen=True, slots=True)
class Mulai:
    """The imports are done; said back, it is the leave to begin, given once the parent has measured."""


@dataclass(frozen=True, slots=True)
class Luas:
    """So many more cells were found to be read."""

    sel: int


@dataclass(frozen=True, slots=True)
class Galat:
    """What the function raised."""

    galat: BaseException


@dataclass(frozen=True, slots=True)
class Henti:
    """No answer: `memori`, `waktu` or `henti`."""

    sebab: str


def is_di_anak() -> bool:
    """Whether this process is the child."""
    return _pipa is not None


def declare_luas(sel: int) -> None:
    """Tell the parent, from within a call, that so many cells were found to be read; its limits rise accordingly."""
    if _pipa is not None:
        _send(Luas(sel), _pipa[1])


def find_fungsi(fungsi: str) -> Callable[..., object]:
    """The function of that module and name."""
    modul, _, nama = fungsi.partition(":")
    satu: Callable[..., object] = getattr(import_module(modul), nama)
    return satu


def serve() -> None:
    """The child's life: answer requests until the parent is gone."""
    global _pipa
    masuk, keluar = _pipa = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    kosong = os.open(os.devnull, os.O_RDWR)
    for nomor in (0, 1, 2):  # what a parser says when it panics is nobody's answer
        os.dup2(kosong, nomor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    with suppress(EOFError, OSError):
        while True:
            waktu, folder, fungsi, argumen = pickle.load(masuk)  # noqa: S301 - from our own parent
            # Should the parent, which stops sooner, be killed meanwhile, even a loop that holds the interpreter ends.
            faulthandler.dump_traceback_later(waktu + 10, exit=True, file=kosong)
            with suppress(OSError):  # it is gone: then nobody will find a file in it
                os.chdir(folder)
            _send(_answer(fungsi, argumen, masuk, keluar), keluar)
            faulthandler.cancel_dump_traceback_later()


def _answer(fungsi: str, argumen: tuple[object, ...], masuk: IO[bytes], keluar: IO[bytes]) -> object:
    try:
        satu = find_fungsi(fungsi)
        _send(Mulai(), keluar)
        pickle.load(masuk)  # noqa: S301 - the leave to begin
        return satu(*argumen)
    except KinerjaError as galat:
        return Galat(galat)
    except MemoryError:
        return Henti("memori")
    except Exception as galat:  # noqa: BLE001 - the parent's last net tells of it
        return Galat(_make_angkut(galat))
    except BaseException:  # noqa: BLE001 - a panic in native code is no Exception
        return Henti("henti")


def _make_angkut(galat: Exception) -> BaseException:
    """The exception with its traceback as a note; one that cannot travel is told in words."""
    galat.add_note("".join(traceback.format_exception(galat)))
    try:
        salinan: BaseException = pickle.loads(pickle.dumps(galat))  # noqa: S301 - just made
    except Exception:  # noqa: BLE001 - whatever a class makes of it
        return RuntimeError("".join(traceback.format_exception(galat)))
    return salinan


def _send(pesan: object, keluar: IO[bytes]) -> None:
    pickle.dump(pesan, keluar, protocol=5)
    keluar.flush()
