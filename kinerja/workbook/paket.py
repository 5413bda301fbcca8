"""The zip container of a workbook, written so that pieces of it can be used again.

A member is deflated in pieces, each for itself and ended on a whole byte, so that the stream of a member is the pieces
joined. Whoever keeps the piece that did not change need not deflate it again, and the file is the same to the byte.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

BESAR = 16_384
"""A piece of that size is a table, which many workbooks have in common: it is deflated well, the others quickly."""
SANGAT_BESAR = 4_000_000
"""A piece from that size on is the table of one comparison: the last tenth would take more than the others together."""
BANYAK_TEKS = 16
"""Shared strings to a piece."""
BAGIAN_TEKS = "xl/sharedStrings.xml"
_AKHIR = b"\x03\x00"
"""An empty last block, which ends a deflate stream."""
_BATAS = (b"</sheetData>", b"<headerFooter>", b"</headerFooter>")
_LOKAL = struct.Struct("<4s5H3L2H")
_PUSAT = struct.Struct("<4s6H3L5H2L")
_TUTUP = struct.Struct("<4s4H2LH")
_TANGGAL = 1 << 5 | 1
"""1 January 1980 in a zip's own form: the same workbook at any time."""


@dataclass(frozen=True, slots=True)
class Potong:
    """A piece of a member: its bytes, the same deflated, and their CRC-32."""

    isi: bytes
    mampat: bytes
    crc: int

    @classmethod
    def from_isi(cls, isi: bytes) -> Potong:
        """Deflate a piece."""
        derajat = 1 if len(isi) < BESAR else 6 if len(isi) < SANGAT_BESAR else 4
        pemampat = zlib.compressobj(derajat, zlib.DEFLATED, -zlib.MAX_WBITS)
        return cls(isi, pemampat.compress(isi) + pemampat.flush(zlib.Z_FULL_FLUSH), zlib.crc32(isi))


@dataclass(frozen=True, slots=True)
class Anggota:
    """A member of the zip: name, deflated stream, CRC-32 and length of its bytes."""

    nama: bytes
    mampat: bytes
    crc: int
    panjang: int

    @classmethod
    def from_potong(cls, nama: str, potong: Sequence[Potong]) -> Anggota:
        """Join pieces.

        >>> satu, dua = (Potong.from_isi(x) for x in (b"Medan ", b"Baru"))
        >>> zlib.decompress(Anggota.from_potong("a.txt", [satu, dua]).mampat, -15)
        b'Medan Baru'
        """
        crc, panjang, mampat = potong[0].crc, len(potong[0].isi), [potong[0].mampat]
        for satu in potong[1:]:
            crc = zlib.crc32(satu.isi, crc)
            panjang += len(satu.isi)
            mampat.append(satu.mampat)
        return cls(nama.encode(), b"".join([*mampat, _AKHIR]), crc, panjang)


def split_bagian(nama: str, isi: bytes) -> list[bytes]:
    """Pieces of a part, so that what differs between workbooks stands apart from what does not.

    Of a sheet: its rows, what follows them, the footer, and the end. Shared strings go by `BANYAK_TEKS`.

    >>> split_bagian("a", b"<sheetData></sheetData><b/><headerFooter>x</headerFooter><c/>")
    [b'<sheetData></sheetData>', b'<b/>', b'<headerFooter>x</headerFooter>', b'<c/>']
    """
    if nama != BAGIAN_TEKS:
        baris, kaki, ekor = (isi.find(tanda) for tanda in _BATAS)
        if min(baris, kaki, ekor) < 0:
            return [isi]
        batas = [0, baris + len(_BATAS[0]), kaki, ekor + len(_BATAS[2]), len(isi)]
        return [isi[awal:akhir] for awal, akhir in pairwise(batas)]
    depan, *teks = isi.split(b"<si>")
    teks = [b"<si>" + satu for satu in teks]
    return [depan, *(b"".join(teks[n : n + BANYAK_TEKS]) for n in range(0, len(teks), BANYAK_TEKS))]


def pack(anggota: Iterable[Anggota]) -> bytes:
    """The zip file of the members."""
    depan: list[bytes] = []
    pusat: list[bytes] = []
    letak = 0
    for a in anggota:
        ukuran = (_TANGGAL, a.crc, len(a.mampat), a.panjang, len(a.nama), 0)
        kepala = _LOKAL.pack(b"PK\3\4", 20, 0, 8, 0, *ukuran)
        pusat += _PUSAT.pack(b"PK\1\2", 20, 20, 0, 8, 0, *ukuran, 0, 0, 0, 0, letak), a.nama
        depan += kepala, a.nama, a.mampat
        letak += len(kepala) + len(a.nama) + len(a.mampat)
    banyak, panjang = len(pusat) // 2, sum(map(len, pusat))
    return b"".join([*depan, *pusat, _TUTUP.pack(b"PK\5\6", 0, 0, banyak, banyak, panjang, letak, 0)])
