"""The coat of arms for the letterhead: a whole PNG or JPEG picture, or a refusal that says why."""

from __future__ import annotations

from pathlib import Path

from kinerja.tabel.gambar import check_gambar
from kinerja.tabel.pintu import read_isi


def read_logo(path: Path) -> bytes:
    """The bytes of a PNG or JPEG file that can be decoded.

    Raises:
        DataError: it cannot be read.
        BerkasError: it is too large, is something else, or is broken.
    """
    isi = read_isi(path)
    check_gambar(isi, str(path))
    return isi
