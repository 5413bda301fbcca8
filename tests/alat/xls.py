"""A small writer of `.xls` (OLE and BIFF8), so that tests can hold records that no program would write."""

from __future__ import annotations

import struct
from collections.abc import Sequence

SEKTOR = 512


def rec(jenis: int, isi: bytes = b"") -> bytes:
    return struct.pack("<HH", jenis, len(isi)) + isi


def number(r: int, c: int, x: float) -> bytes:
    return rec(0x0203, struct.pack("<HHHd", r, c, 0, x))


def label(r: int, c: int, teks: str) -> bytes:
    return rec(0x0204, struct.pack("<HHHHB", r, c, 0, len(teks), 0) + teks.encode("latin-1"))


def boolerr(r: int, c: int, nilai: int, galat: bool) -> bytes:
    return rec(0x0205, struct.pack("<HHHBB", r, c, 0, nilai, galat))


def formula(r: int, c: int, hasil: bytes, rumus: str) -> bytes:
    isi = bytes.fromhex(rumus)
    return rec(0x0006, struct.pack("<HHH", r, c, 0) + hasil + struct.pack("<HIH", 0, 0, len(isi)) + isi)


GALAT_BAGI = b"\x02\0\x07\0\0\0\xff\xff"
TEKS_KOSONG = b"\x03\0\0\0\0\0\xff\xff"


def make_aliran(lembar: Sequence[tuple[str, int, bytes]], awal: bytes = b"") -> bytes:
    """Name, visibility (0, 1 hidden) and records of each sheet."""
    bof = rec(0x0809, struct.pack("<HHHHII", 0x0600, 0x05, 0, 0, 0, 0))
    kepala = bof + awal + rec(0x0042, struct.pack("<H", 1200)) + rec(0x00E0, bytes(20))
    panjang = len(kepala) + sum(12 + len(n) for n, *_ in lembar) + 4
    daftar, isi = b"", b""
    for nama, tampak, sel in lembar:
        letak = struct.pack("<IBBBB", panjang + len(isi), tampak, 0, len(nama), 0)
        daftar += rec(0x0085, letak + nama.encode("latin-1"))
        isi += rec(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + sel + rec(0x000A)
    return kepala + daftar + rec(0x000A) + isi


def make_ole(aliran: bytes, nama: str = "Workbook") -> bytes:
    """One stream, long enough not to be a short one."""
    aliran = aliran.ljust(max(4096, -(-len(aliran) // SEKTOR) * SEKTOR), b"\0")
    banyak = len(aliran) // SEKTOR
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + banyak), 0xFFFFFFFE]
    assert len(fat) <= 128
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    kepala += struct.pack("<8I", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    kepala += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    direktori = _entri("Root Entry", 5, 0xFFFFFFFE, 0, 1) + _entri(nama, 2, 2, len(aliran), 0xFFFFFFFF)
    isi_fat = struct.pack("<128I", *fat, *[0xFFFFFFFF] * (128 - len(fat)))
    return kepala + isi_fat + direktori.ljust(SEKTOR, b"\0") + aliran


def _entri(nama: str, jenis: int, awal: int, ukuran: int, anak: int) -> bytes:
    teks = (nama + "\0").encode("utf-16-le")
    return (
        teks.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(teks), jenis, 1, 0xFFFFFFFF, 0xFFFFFFFF, anak)
        + bytes(36)
        + struct.pack("<IQ", awal, ukuran)
    )
