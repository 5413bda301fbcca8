"""Edits of an XML part: bytes instead of other bytes, and everything else stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from addin.bekukan_xml import Elemen
from kinerja.errors import DataError
from kinerja.tabel.batas import MAKS_BAGIAN

_SPASI = b" \t\r\n"


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its name as written, its end, and of each attribute the bytes from the space before it on.

    Of an attribute: where the space before it begins, where its value begins, where the value ends.
    """

    nama: bytes
    atribut: dict[str, tuple[int, int, int]]
    akhir: int
    kosong: bool


def read_tag(data: bytes, awal: int) -> Tag:
    """The start tag at a byte where expat has found one, so that it is well-formed.

    >>> tag = read_tag(b"<x:f t = 'a>b'/>", 0)
    >>> tag.nama, tag.atribut, tag.akhir, tag.kosong
    (b'x:f', {'t': (4, 10, 13)}, 16, True)
    """
    letak = awal + 1
    while data[letak] not in _SPASI + b"/>":
        letak += 1
    nama = data[awal + 1 : letak]
    atribut: dict[str, tuple[int, int, int]] = {}
    while True:
        mulai = letak
        letak = _skip_spasi(data, letak)
        if data[letak] in b"/>":
            kosong = data[letak] == ord("/")
            return Tag(nama, atribut, letak + 1 + kosong, kosong)
        sama = data.index(b"=", letak)
        petik = _skip_spasi(data, sama + 1)
        tutup = data.index(data[petik : petik + 1], petik + 1)
        atribut[data[letak:sama].strip(_SPASI).decode()] = mulai, petik + 1, tutup
        letak = tutup + 1


def _skip_spasi(data: bytes, letak: int) -> int:
    while data[letak] in _SPASI:
        potong = data[letak : letak + 4096]
        letak += len(potong) - len(potong.lstrip(_SPASI))
    return letak


class Suntingan:
    """A part and what will stand in it instead of some of its bytes.

    Args:
        data: the part.
        tempat: for messages: the file and the part.
    """

    def __init__(self, data: bytes, tempat: str) -> None:
        self.data = data
        self.tempat = tempat
        self._ganti: list[tuple[int, int, bytes]] = []
        self._panjang = len(data)

    def fill(self, awal: int, tutup: int, isi: bytes) -> None:
        """Let this stand in an element that is not `<empty/>`, instead of all that it holds."""
        self._replace(read_tag(self.data, awal).akhir, tutup, isi)

    def remove(self, awal: int, tutup: int) -> None:
        """Take an element out."""
        self._replace(awal, self._end(awal, tutup), b"")

    def insert_after(self, elemen: Elemen, isi: bytes) -> None:
        """Let this follow an element."""
        akhir = self._end(elemen.awal, elemen.tutup)
        self._replace(akhir, akhir, isi)

    def set_atribut(self, awal: int, nama: str, nilai: bytes) -> None:
        """Give the element at `awal` an attribute; one of that name gets the new value."""
        tag = read_tag(self.data, awal)
        if nama in tag.atribut:
            _, mulai, tutup = tag.atribut[nama]
            self._replace(mulai, tutup, nilai)
        else:
            letak = awal + 1 + len(tag.nama)
            self._replace(letak, letak, b' %s="%s"' % (nama.encode(), nilai))

    def remove_atribut(self, awal: int, nama: str) -> None:
        """Take an attribute, and the space before it, from the element at `awal`, if it has one."""
        if rentang := read_tag(self.data, awal).atribut.get(nama):
            self._replace(rentang[0], rentang[2] + 1, b"")

    def splice(self) -> bytes:
        """The part with all edits."""
        potong: list[bytes] = []
        letak = 0
        urut = sorted(self._ganti)
        assert all(satu[1] <= lain[0] for satu, lain in pairwise(urut))
        for awal, akhir, isi in urut:
            potong += self.data[letak:awal], isi
            letak = akhir
        return b"".join((*potong, self.data[letak:]))

    def _replace(self, awal: int, akhir: int, isi: bytes) -> None:
        self._panjang += len(isi) - (akhir - awal)
        if self._panjang > MAKS_BAGIAN:
            saran = "Bagi lembarnya ke beberapa buku kerja."
            raise DataError("Hasilnya terlalu besar.", tempat=self.tempat, saran=saran)
        self._ganti.append((awal, akhir, isi))

    def _end(self, awal: int, tutup: int) -> int:
        """Where an element ends; of `<empty/>` expat says just that, of others where the end tag begins."""
        return tutup if read_tag(self.data, awal).kosong else self.data.index(b">", tutup) + 1
