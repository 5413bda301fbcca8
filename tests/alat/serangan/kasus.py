"""What a case of the corpus is, and how it becomes a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Harap(StrEnum):
    """What must become of a file where it belongs; SAMA and BOLEH with its value."""

    TOLAK = "tolak"
    SAMA = "sama"
    BOLEH = "boleh"
    """Either is right: the file is odd, not wrong."""


DASAR = "dasar"
"""The value that the honest file of the kind gives, whatever it is."""


@dataclass(frozen=True, slots=True)
class Serangan:
    """A file that somebody hands in.

    Attributes:
        nama: file name; its ending is the format.
        isi: the bytes, or what writes them to a path.
        jenis: to which commands it belongs: `anggaran`, `induk`, `survei`, `buku`, `kembali`, `logo`.
        harap: what those commands must do.
        nilai: the values that may be read (total in rupiah, NIK); none means that the value is not judged.
        panjang: the file is stretched to this many bytes by a hole.
    """

    nama: str
    isi: bytes | Callable[[Path], object]
    jenis: str
    harap: Harap
    nilai: tuple[object, ...] = ()
    panjang: int = 0

    def write(self, folder: Path) -> Path:
        """The file in this folder; one that stands there already is left."""
        path = folder / self.nama
        if os.path.lexists(path):
            return path
        if isinstance(self.isi, bytes):
            path.write_bytes(self.isi)
        else:
            self.isi(path)
        if self.panjang:
            with path.open("r+b") as berkas:
                berkas.truncate(self.panjang)
        return path
