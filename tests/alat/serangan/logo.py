"""Pictures for the letterhead: pixels beyond measure, damaged chunks, bombs in them, and other formats."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from tests.alat.serangan.arsip import stream
from tests.alat.serangan.kasus import Harap, Serangan

PNG = b"\x89PNG\r\n\x1a\n"
JFIF = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\x00\x00\x01\x00\x01\x00\x00"
# A grey picture of 8 x 8 pixels by the tables of ITU-T T.81, annex K: one block, all coefficients nought.
_DQT = b"\xff\xdb\x00\x43\x00" + b"\x10" * 64
_DHT = b"\xff\xc4\x00\x14\x00\x01" + b"\0" * 15 + b"\x00" + b"\xff\xc4\x00\x14\x10\x01" + b"\0" * 15 + b"\x00"
_SOS = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x3f"


def chunk(jenis: bytes, isi: bytes) -> bytes:
    """A chunk with its checksum."""
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))


def head(lebar: int, tinggi: int, bit: int = 8) -> bytes:
    """The first chunk."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", lebar, tinggi, bit, 2, 0, 0, 0))


def make_png(lebar: int = 4, tinggi: int = 4, *, isi: bytes | None = None, tambah: bytes = b"", bit: int = 8) -> bytes:
    """A black RGB picture; `isi` is the compressed data instead of the right ones."""
    isi = zlib.compress((b"\0" * (1 + 3 * lebar)) * tinggi) if isi is None else isi
    return PNG + head(lebar, tinggi, bit) + tambah + chunk(b"IDAT", isi) + chunk(b"IEND", b"")


def make_jpeg(lebar: int = 8, tinggi: int = 8, *, awal: bytes = JFIF, akhir: bytes = b"\xff\xd9") -> bytes:
    """A grey picture."""
    sof = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, tinggi, lebar, 1) + b"\x01\x11\0"
    return awal + _DQT + sof + _DHT + _SOS + b"\x3f" + akhir


def _list_png() -> dict[str, tuple[bytes, Harap]]:
    kecil, jajan = make_png(), zlib.compress(b"\0" * 52)
    bom_teks = chunk(b"zTXt", b"a\0\0" + stream(b"x" * 1_000_000, 100))
    bom_profil = chunk(b"iCCP", b"a\0\0" + stream(b"x" * 1_000_000, 100))
    return {
        "wajar.png": (kecil, Harap.SAMA),
        "raksasa.png": (make_png(2**31 - 1, 2**31 - 1, isi=jajan), Harap.TOLAK),
        "50000.png": (make_png(50_000, 50_000, isi=jajan), Harap.TOLAK),
        "bom_piksel.png": (make_png(20_000, 20_000, isi=stream(bytes(1_000_000), 100)), Harap.TOLAK),
        "lebar.png": (make_png(100_000, 1, isi=jajan), Harap.TOLAK),
        "tinggi.png": (make_png(1, 100_000, isi=jajan), Harap.TOLAK),
        "nol.png": (make_png(0, 0, isi=jajan), Harap.TOLAK),
        "idat_sampah.png": (make_png(isi=b"xxxx"), Harap.TOLAK),
        "idat_kurang.png": (make_png(isi=zlib.compress(b"\0" * 20)), Harap.TOLAK),
        "crc_salah.png": (kecil[:-20] + b"zzzz" + kecil[-16:], Harap.TOLAK),
        "tanpa_idat.png": (PNG + head(4, 4) + chunk(b"IEND", b""), Harap.TOLAK),
        "bom_teks.png": (make_png(tambah=bom_teks), Harap.TOLAK),
        "bom_profil.png": (make_png(tambah=bom_profil), Harap.TOLAK),
        "bit_99.png": (make_png(bit=99), Harap.TOLAK),
        "potongan_raksasa.png": (PNG + struct.pack(">I", 2**32 - 1) + b"IHDR" + b"\0" * 50, Harap.TOLAK),
        "150000_potongan.png": (PNG + head(4, 4) + chunk(b"tEXt", b"") * 150_000 + chunk(b"IEND", b""), Harap.TOLAK),
        "terpotong.png": (kecil[:-6], Harap.TOLAK),
        "bergerak.png": (make_png(tambah=chunk(b"acTL", struct.pack(">II", 2, 0))), Harap.BOLEH),
        "buntut.png": (kecil + b"<script>PK\x03\x04", Harap.BOLEH),
        "dua.png": (kecil * 2, Harap.BOLEH),
        "kerapatan_0.png": (make_png(tambah=chunk(b"pHYs", struct.pack(">IIB", 0, 0, 1))), Harap.BOLEH),
        "kerapatan_raksasa.png": (make_png(tambah=chunk(b"pHYs", struct.pack(">IIB", 2**32 - 1, 1, 1))), Harap.BOLEH),
        "svg.png": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', Harap.TOLAK),
        "gif.png": (b"GIF89a" + b"\0" * 50, Harap.TOLAK),
        "kosong.png": (b"", Harap.TOLAK),
    }


def _list_jpeg() -> dict[str, tuple[bytes, Harap]]:
    rapat_0 = JFIF[:13] + b"\x01\0\0\0\0\0\0"
    return {
        "wajar.jpg": (make_jpeg(), Harap.SAMA),
        "raksasa.jpg": (make_jpeg(65_535, 65_535), Harap.TOLAK),
        "panjang_0.jpg": (make_jpeg(awal=JFIF + b"\xff\xe1\0\0" * 100), Harap.TOLAK),
        "awal_akhir.jpg": (b"\xff\xd8\xff\xd9", Harap.TOLAK),
        "pengisi.jpg": (b"\xff\xd8" + b"\xff" * 1_900_000 + b"\xd9", Harap.TOLAK),
        "progresif_rusak.jpg": (JFIF + b"\xff\xc2\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0\xff\xd9", Harap.TOLAK),
        "tanpa_isi.jpg": (JFIF + b"\xff\xc0\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0\xff\xda\0\2\xff\xd9", Harap.TOLAK),
        "kerapatan_0.jpg": (make_jpeg(awal=rapat_0), Harap.BOLEH),
        "terpotong.jpg": (make_jpeg(akhir=b""), Harap.TOLAK),
    }


def list_logo() -> Iterator[Serangan]:
    """All of them."""
    for nama, (isi, harap) in (_list_png() | _list_jpeg()).items():
        yield Serangan(nama, isi, "logo", harap)
    yield Serangan("3gb.png", make_png(), "logo", Harap.TOLAK, panjang=3_000_000_000)
