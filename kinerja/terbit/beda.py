"""A file as what differs from another one: copies of runs of its bytes, and the new bytes between them.

Workbooks of one form have most pieces of their zip in common (`kinerja.workbook.paket` ends each on a mark). The pieces
serve to find what is common; what is kept are places in bytes, so that reading it back knows nothing of zip files.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kinerja.errors import BerkasError
from kinerja.tabel.batas import MAKS_BITA

_BATAS = b"\0\0\xff\xff"
"""A full flush: the end of a piece that was deflated for itself."""
_AKHIR = b"\3\0"
_LOKAL, _PUSAT = b"PK\3\4", b"PK\1\2"
_KEPALA = (_LOKAL, _PUSAT, _AKHIR)
_BANYAK = struct.Struct("<L")
_LANGKAH = struct.Struct("<3L")


@dataclass(frozen=True, slots=True)
class Beda:
    """How to make a file from its base.

    Attributes:
        langkah: one after the other: how many new bytes, then from where in the base and how many bytes of it.
        baru: the new bytes of all steps.
    """

    langkah: tuple[tuple[int, int, int], ...]
    baru: bytes

    def encode(self) -> bytes:
        """As it is kept."""
        langkah = b"".join(_LANGKAH.pack(*satu) for satu in self.langkah)
        return zlib.compress(_BANYAK.pack(len(self.langkah)) + langkah + self.baru, level=1)

    @classmethod
    def decode(cls, simpanan: bytes) -> Beda:
        """From what was kept.

        Raises:
            BerkasError: it is damaged.
        """
        try:
            isi = zlib.decompressobj().decompress(simpanan, MAKS_BITA)
            (banyak,) = _BANYAK.unpack_from(isi)
            akhir = _BANYAK.size + banyak * _LANGKAH.size
            if akhir > len(isi):
                raise struct.error
            return cls(tuple(_LANGKAH.iter_unpack(isi[_BANYAK.size : akhir])), isi[akhir:])
        except (zlib.error, struct.error):
            raise BerkasError("Simpanan di register rusak.") from None

    def apply(self, dasar: bytes) -> bytes:
        """The file.

        >>> Dasar([b"satu dua"]).find_beda([b"satu dua", b" tiga"]).apply(b"satu dua")
        b'satu dua tiga'
        """
        hasil: list[bytes] = []
        letak = 0
        for baru, awal, panjang in self.langkah:
            hasil += self.baru[letak : letak + baru], dasar[awal : awal + panjang]
            letak += baru
        return b"".join(hasil)


class Dasar:
    """A file that others are told by, from all its pieces."""

    def __init__(self, potong: Iterable[bytes]) -> None:
        self._letak: dict[bytes, int] = {}
        letak = 0
        for satu in potong:
            self._letak.setdefault(satu, letak)
            letak += len(satu)

    def find_beda(self, potong: Iterable[bytes]) -> Beda:
        """What makes another file, given in its pieces, from this one."""
        langkah: list[tuple[int, int, int]] = []
        baru: list[bytes] = []
        panjang_baru = awal = panjang = 0
        for satu in potong:
            letak = self._letak.get(satu)
            if letak is None:
                if panjang:
                    langkah.append((panjang_baru, awal, panjang))
                    panjang_baru = panjang = 0
                baru.append(satu)
                panjang_baru += len(satu)
            elif panjang and letak == awal + panjang:
                panjang += len(satu)
            else:
                if panjang:
                    langkah.append((panjang_baru, awal, panjang))
                    panjang_baru = 0
                awal, panjang = letak, len(satu)
        langkah.append((panjang_baru, awal, panjang))
        return Beda(tuple(langkah), b"".join(baru))


def split_potong(isi: bytes) -> list[bytes]:
    """The pieces of a file; joined they are the file. One that is no zip of ours is one piece.

    >>> split_potong(b"a" + _BATAS + b"b")
    [b'a\\x00\\x00\\xff\\xff', b'b']
    """
    *depan, ekor = isi.split(_BATAS)
    hasil: list[bytes] = []
    for satu in [potong + _BATAS for potong in depan] + [ekor]:
        if satu.startswith(_KEPALA):  # as few do
            hasil += filter(None, _split_kepala(satu))
        elif satu:
            hasil.append(satu)
    return hasil


def _split_kepala(potong: bytes) -> Iterator[bytes]:
    """A piece without the head of its member, in which size and check sum stand, and without the zip's directory."""
    awal = len(_AKHIR) if potong.startswith(_AKHIR) else 0
    if potong.startswith(_LOKAL, awal):
        akhir = awal + 30 + int.from_bytes(potong[awal + 26 : awal + 28], "little")
        yield potong[:akhir]
        yield potong[akhir:]
    elif potong.startswith(_PUSAT, awal):
        kepala, *daftar = potong.split(_PUSAT)
        yield kepala
        yield from (_PUSAT + satu for satu in daftar)
    else:
        yield potong
