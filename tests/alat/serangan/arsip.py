"""Zip archives member by member, so that they can lie: repeated members, false sizes and checksums, cheap bombs.

A bomb is one compressed chunk, flushed so that it stands alone, written many times; its checksum is combined from those
of the parts. A gigabyte costs a megabyte and some milliseconds.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

TERDEFLASI = 8
_POLINOM = 0xEDB88320


@dataclass(frozen=True, slots=True)
class Anggota:
    """A member as it stands in the archive; nothing need be true.

    Attributes:
        data: its bytes, compressed by `metode`.
        crc, ukuran: checksum and size that the archive states for what is in it.
        bendera: the general purpose bits; 1 says encrypted, 8 that sizes follow the data.
    """

    nama: str
    data: bytes
    crc: int
    ukuran: int
    metode: int = TERDEFLASI
    bendera: int = 0


def compress(nama: str, isi: bytes) -> Anggota:
    """An honest member."""
    mampat = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Anggota(nama, mampat.compress(isi) + mampat.flush(), zlib.crc32(isi), len(isi))


def inflate(nama: str, awal: bytes, potong: bytes, kali: int, akhir: bytes = b"") -> Anggota:
    """A member that unpacks to `awal`, then `potong` so many times, then `akhir`."""
    mampat = zlib.compressobj(6, zlib.DEFLATED, -15)
    kepala = mampat.compress(awal) + mampat.flush(zlib.Z_FULL_FLUSH)
    satu = mampat.compress(potong) + mampat.flush(zlib.Z_FULL_FLUSH)
    ekor = mampat.compress(akhir) + mampat.flush()
    crc, geser, crc_potong = zlib.crc32(awal), _power(8 * len(potong)), zlib.crc32(potong)
    for _ in range(kali):
        crc = _multiply(geser, crc) ^ crc_potong
    crc = _multiply(_power(8 * len(akhir)), crc) ^ zlib.crc32(akhir)
    return Anggota(nama, kepala + satu * kali + ekor, crc, len(awal) + len(potong) * kali + len(akhir))


def stream(potong: bytes, kali: int) -> bytes:
    """A zlib stream (RFC 1950) that unpacks to `potong` so many times."""
    jumlah = zlib.adler32(b"")
    for _ in range(kali):
        jumlah = zlib.adler32(potong, jumlah)
    return b"\x78\x9c" + inflate("", b"", potong, kali).data + struct.pack(">I", jumlah)


def _multiply(a: int, b: int) -> int:
    """Product of two polynomials modulo that of the checksum; bits are in its reflected order."""
    hasil = 0
    for bit in range(31, -1, -1):
        if a >> bit & 1:
            hasil ^= b
        b = b >> 1 ^ (_POLINOM if b & 1 else 0)
    return hasil


def _power(n: int) -> int:
    """x to the n: what n more bits do to a checksum."""
    hasil, dasar = 1 << 31, 1 << 30
    while n:
        if n & 1:
            hasil = _multiply(dasar, hasil)
        dasar = _multiply(dasar, dasar)
        n >>= 1
    return hasil


def pack(anggota: Iterable[Anggota]) -> bytes:
    """The archive. Sizes beyond 4 GB are cut to what the field holds."""
    badan, pusat, banyak = io.BytesIO(), [], 0
    for satu in anggota:
        nama = satu.nama.encode()
        medan = (satu.bendera, satu.metode, 0, 0x5821, satu.crc, len(satu.data), satu.ukuran & 0xFFFFFFFF, len(nama), 0)
        letak = badan.tell()
        badan.write(b"PK\x03\x04" + struct.pack("<5H3I2H", 20, *medan) + nama + satu.data)
        pusat.append(b"PK\x01\x02" + struct.pack("<6H3I5H2I", 20, 20, *medan, 0, 0, 0, 0, letak) + nama)
        banyak += 1
    isi = b"".join(pusat)
    akhir = struct.pack("<4H2IH", 0, 0, banyak & 0xFFFF, banyak & 0xFFFF, len(isi), badan.tell(), 0)
    return badan.getvalue() + isi + b"PK\x05\x06" + akhir


def unpack(isi: bytes) -> dict[str, bytes]:
    """The members of an honest archive."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def repack(isi: bytes, ganti: dict[str, bytes | Anggota | None], tambah: Iterable[Anggota] = ()) -> bytes:
    """The archive with other members in the place of these, without those that are None, and with more of them."""
    anggota = []
    for nama, lama in unpack(isi).items():
        baru = ganti.get(nama, lama)
        if baru is not None:
            anggota.append(baru if isinstance(baru, Anggota) else compress(nama, baru))
    return pack((*anggota, *tambah))


def edit(isi: bytes, nama: str, ubah: Callable[[bytes], bytes]) -> bytes:
    """The archive with one member changed.

    Raises:
        ValueError: nothing changed; a case that attacks nothing proves nothing.
    """
    lama = unpack(isi)[nama]
    if (baru := ubah(lama)) == lama:
        raise ValueError(f"{nama} tidak berubah")
    return repack(isi, {nama: baru})


def find_nama(isi: bytes, pola: str) -> str:
    """The first member whose name matches."""
    return next(n for n in unpack(isi) if re.search(pola, n))


def lie(anggota: Anggota, ukuran: int) -> Anggota:
    """The member with another size in both directories."""
    return replace(anggota, ukuran=ukuran)
