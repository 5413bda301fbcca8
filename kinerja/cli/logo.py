"""The coat of arms for the letterhead: a whole PNG or JPEG picture, or a refusal that says why."""

from __future__ import annotations

from pathlib import Path

from kinerja.errors import BerkasError

MAKS_LOGO = 2_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SOF = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""JPEG markers of the segment that holds height and width."""


def read_logo(path: Path) -> bytes:
    """The bytes of a PNG or JPEG file of at most 2 MB that has a size and an end.

    Raises:
        BerkasError: it cannot be read, is too large, is something else, or is cut off.
    """
    try:
        with path.open("rb") as berkas:
            isi = berkas.read(MAKS_LOGO + 1)
    except OSError as galat:
        sebab = "tidak ditemukan" if isinstance(galat, FileNotFoundError) else "tidak dapat dibaca"
        raise BerkasError(f"Gambar logo {sebab}.", tempat=str(path), saran="Periksa nama dan foldernya.") from None
    if len(isi) > MAKS_LOGO:
        raise BerkasError("Gambar logo lebih besar dari 2 MB.", tempat=str(path), saran="Perkecil gambarnya.")
    if not isi.startswith((_PNG, _JPEG)):
        raise BerkasError("Logo bukan gambar PNG atau JPEG.", tempat=str(path), saran="Simpan ulang sebagai PNG.")
    lebar, tinggi = _measure_png(isi) if isi.startswith(_PNG) else _measure_jpeg(isi)
    if not lebar or not tinggi:
        raise BerkasError(
            "Gambar logo rusak atau terpotong.", tempat=str(path), saran="Salin ulang, atau simpan ulang sebagai PNG."
        )
    return isi


def _measure_png(isi: bytes) -> tuple[int, int]:
    """Width and height in pixels; 0 × 0 when the chunks do not lead from IHDR to IEND (PNG 1.2, section 3)."""
    letak = len(_PNG)
    ukuran = (0, 0)
    while len(isi) >= letak + 12:
        panjang, jenis = int.from_bytes(isi[letak : letak + 4]), isi[letak + 4 : letak + 8]
        if letak == len(_PNG):
            if jenis != b"IHDR" or panjang != 13:
                break
            ukuran = int.from_bytes(isi[letak + 8 : letak + 12]), int.from_bytes(isi[letak + 12 : letak + 16])
        letak += 12 + panjang
        if jenis == b"IEND":
            return ukuran if letak <= len(isi) else (0, 0)
    return 0, 0


def _measure_jpeg(isi: bytes) -> tuple[int, int]:
    """Width and height in pixels; 0 × 0 without a frame header or an end-of-image marker (ITU-T T.81, annex B)."""
    if not isi.rstrip(b"\0\r\n").endswith(b"\xff\xd9"):
        return 0, 0
    letak = 2
    while len(isi) >= letak + 9 and isi[letak] == 0xFF:
        penanda = isi[letak + 1]
        if penanda == 0xFF:  # a filler
            letak += 1
        elif penanda in _SOF:
            return int.from_bytes(isi[letak + 7 : letak + 9]), int.from_bytes(isi[letak + 5 : letak + 7])
        else:
            letak += 2 + int.from_bytes(isi[letak + 2 : letak + 4])
    return 0, 0
