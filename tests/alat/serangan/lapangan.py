"""Where commands meet files: the cage, the honest other side, a fresh folder for each run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.alat.serangan.kandang import Hasil, Kandang
from tests.alat.serangan.perintah import PK, Perintah


class Lapangan:
    """The cage and its folders.

    Attributes:
        berkas: for the hostile files.
    """

    def __init__(self, folder: Path, kandang: Kandang) -> None:
        self._kandang = kandang
        self.berkas = folder / "berkas"
        self._pk, self._kerja = folder / "pk.csv", folder / "kerja"
        self.berkas.mkdir()
        self._pk.write_text(PK, encoding="utf-8")

    def run(self, berkas: Path, perintah: Perintah) -> tuple[Hasil, Path]:
        """A command on a file; with the place of its output."""
        shutil.rmtree(self._kerja, ignore_errors=True)
        self._kerja.mkdir()
        keluar = self._kerja / perintah.keluar
        return self._kandang.run(perintah.list_argumen(berkas, self._pk, keluar), self._kerja), keluar


@contextmanager
def open_lapangan(folder: Path) -> Iterator[Lapangan]:
    """A field in this folder, which is removed afterwards: the corpus takes hundreds of megabytes."""
    with Kandang(folder) as kandang:
        yield Lapangan(folder, kandang)
    shutil.rmtree(folder)
