"""A picture for the letterhead: decoded once and completely by Pillow, within bounds; the pixels are let go."""

from __future__ import annotations

import io
import warnings

from kinerja.errors import BerkasError

MAKS_GAMBAR = 2_000_000
"""Bytes of the file."""
MAKS_SISI = 20_000
"""Pixels of a side."""
MAKS_PIKSEL = 16_000_000
"""Pixels of the whole, some 64 MB decoded."""
MAKS_SUSUNAN = 100
"""Scans of a JPEG; a progressive one has some ten, and each costs as much as the whole picture."""
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_AKHIR_PNG = b"IEND\xaeB`\x82"
_AKHIR_JPEG = b"\xff\xd9"
_SUSUNAN = b"\xff\xda"


def check_gambar(isi: bytes, tempat: str) -> None:
    """Refuse what is no whole, still PNG or JPEG picture of at most 2 MB and 16 million pixels.

    Args:
        tempat: name of the file, for the message.

    Raises:
        BerkasError: says what is wrong with it.
    """
    if len(isi) > MAKS_GAMBAR:
        raise BerkasError("Gambar logo lebih besar dari 2 MB.", tempat=tempat, saran="Perkecil gambarnya.")
    if not isi.startswith((_PNG, _JPEG)):
        raise BerkasError("Logo bukan gambar PNG atau JPEG.", tempat=tempat, saran="Simpan ulang sebagai PNG.")
    # Pillow does not miss the end of a picture whose pixels are all there.
    akhir = _AKHIR_PNG if isi.startswith(_PNG) else _AKHIR_JPEG
    if akhir not in isi or (akhir is _AKHIR_JPEG and isi.count(_SUSUNAN) > MAKS_SUSUNAN):
        raise refuse_rusak(tempat)
    try:
        lebar, tinggi, banyak = _decode(isi)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a decoder fails in more ways than it names
        raise refuse_rusak(tempat) from None
    if banyak > 1:
        raise BerkasError("Logo berisi beberapa gambar.", tempat=tempat, saran="Simpan ulang sebagai PNG biasa.")
    if lebar > MAKS_SISI or tinggi > MAKS_SISI or lebar * tinggi > MAKS_PIKSEL:
        raise BerkasError(
            f"Gambar logo berukuran {lebar} × {tinggi} piksel, terlalu besar.",
            tempat=tempat,
            saran="Perkecil gambarnya, misalnya menjadi 600 × 600 piksel.",
        )


def _decode(isi: bytes) -> tuple[int, int, int]:
    """Width, height and number of pictures; decoded when these are as they should be.

    Pillow itself bounds texts in a PNG: 1 MB each and 64 MB together, unpacked.
    """
    from PIL import Image  # here: not every command has a picture

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Image.MAX_IMAGE_PIXELS, semula = None, Image.MAX_IMAGE_PIXELS  # we measure ourselves, in our words
        try:
            with Image.open(io.BytesIO(isi), formats=("PNG", "JPEG")) as gambar:
                ukuran = (*gambar.size, int(getattr(gambar, "n_frames", 1)))
                if ukuran[0] * ukuran[1] > MAKS_PIKSEL or max(ukuran[:2]) > MAKS_SISI or ukuran[2] > 1:
                    return ukuran
                gambar.verify()  # checksums, which decoding does not look at
            with Image.open(io.BytesIO(isi), formats=("PNG", "JPEG")) as gambar:
                gambar.load()
        finally:
            Image.MAX_IMAGE_PIXELS = semula
    return ukuran


def refuse_rusak(tempat: str) -> BerkasError:
    """The error for a picture that cannot be shown."""
    return BerkasError(
        "Gambar logo rusak atau terpotong.", tempat=tempat, saran="Salin ulang, atau simpan ulang sebagai PNG."
    )
