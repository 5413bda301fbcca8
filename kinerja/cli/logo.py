"""The coat of arms for the letterhead: a whole PNG or JPEG picture, or a refusal that says why."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from kinerja.tabel.anak import call
from kinerja.tabel.gambar import refuse_rusak
from kinerja.tabel.pintu import read_bita


def read_logo(path: Path) -> bytes:
    """The bytes of a PNG or JPEG file that can be decoded.

    Raises:
        DataError: it cannot be read.
        BerkasError: it is too large, is something else, or is broken.
    """
    isi = read_bita(path)
    call("kinerja.tabel.gambar:check_gambar", isi, str(path), tempat=str(path), bita=len(isi))
    from xlsxwriter.image import Image

    try:
        Image(BytesIO(isi))  # who puts it into the workbook reads its head by itself
    except Exception:  # noqa: BLE001 - it fails in more ways than it names
        raise refuse_rusak(str(path)) from None
    return isi
