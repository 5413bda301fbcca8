"""Sources that are no plain file, and names that no sentence survives unharmed: honest or absent content, odd place."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.alat.serangan import dasar
from tests.alat.serangan.kasus import Harap, Serangan
from tests.alat.serangan.logo import make_png
from tests.alat.serangan.teks import SURVEI

_ANEH = (
    "\u202a",
    "\u2066",
    "\x7f",
    "\ufffe",
    "\x1b[31m",
    "\n",
    "\t",
    "'\"",
    "=1+1",
    "&lt;",
    "%s{nama}",
    "😀",
    "\u0301",
    " .",
    "#x?",
)
"""What a file name may hold on some systems."""
ISI: dict[str, tuple[Callable[[], bytes], str, tuple[object, ...]]] = {
    ".xlsx": (dasar.anggaran, "anggaran", (dasar.TOTAL,)),
    ".csv": (lambda: SURVEI.encode(), "survei", ()),
    ".toml": (lambda: dasar.TOML.encode(), "induk", ()),
    ".png": (make_png, "logo", ()),
}


def list_nama() -> Iterator[Serangan]:
    """Honest files under odd names: read, or refused by a sentence about the name."""
    for akhiran, (isi, jenis, nilai) in ISI.items():
        for n, aneh in enumerate(_ANEH):
            yield Serangan(f"aneh{n:02d}{aneh}{akhiran}", isi(), jenis, Harap.BOLEH, nilai)
        yield Serangan("a" * 250 + akhiran, isi(), jenis, Harap.BOLEH, nilai)


def list_tempat() -> Iterator[Serangan]:
    """Pipes, sockets, devices, folders, links, names that are too long, nothing at all."""
    for akhiran, (_, jenis, _) in ISI.items():
        tulisan: dict[str, Callable[[Path], object]] = {
            "pipa": os.mkfifo,
            "soket": _bind,
            "folder": Path.mkdir,
            "peranti": lambda path: path.symlink_to("/dev/zero"),
            "putus": lambda path: path.symlink_to("tidak-ada"),
            "lingkaran": lambda path: path.symlink_to(path.name),
            "tiada": lambda path: None,
            "b" * 300: lambda path: None,
            "nul\0": lambda path: None,
        }
        for nama, tulis in tulisan.items():
            yield Serangan(f"{nama}{akhiran}", tulis, jenis, Harap.TOLAK)


def _bind(path: Path) -> None:
    lama = Path.cwd()
    os.chdir(path.parent)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as soket:
        soket.bind(path.name)
    os.chdir(lama)
