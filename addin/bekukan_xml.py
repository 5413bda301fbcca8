"""Elements of an XML part as places in its bytes.

Expat says where an element begins and ends and what it holds, so that every spelling of XML is one to us.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from kinerja.errors import DataError
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.xml import Penangan, feed, make_parser

_SUAP = 65_536
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


@dataclass(frozen=True, slots=True)
class Elemen:
    """An element: its start tag begins at byte `awal`, what it holds ends before byte `tutup`.

    `dalam` counts the open elements, the root is 1; `teks` is its own text, without that of elements inside;
    `anak` are those of the wanted elements that stand inside.
    """

    nama: str
    atribut: dict[str, str]
    awal: int
    tutup: int
    dalam: int
    teks: str
    anak: tuple[Elemen, ...]


@dataclass(frozen=True, slots=True)
class Dicari:
    """Names, without prefix, of the elements that are wanted.

    `nama`: always. `wadah`: when a wanted one stands inside. `susulan`: behind a wanted one in the same `wadah`.
    `mulai`: not wanted, or also wanted, but what is called with the attributes as each begins.
    """

    nama: frozenset[str]
    wadah: frozenset[str] = frozenset()
    susulan: frozenset[str] = frozenset()
    mulai: Mapping[str, Callable[[dict[str, str]], None]] = field(default_factory=dict)


def walk(data: bytes, tempat: str, dicari: Dicari, terima: Callable[[Elemen], None]) -> None:
    """Go through a part once.

    Args:
        data: the part, in UTF-8.
        tempat: for messages: the file and the part.
        dicari: the wanted elements.
        terima: gets each as it ends, but those inside another, which are its `anak`.

    Raises:
        DataError: not well-formed, another encoding, or beyond the limits of `make_parser`.
    """

    def check_sandi(_versi: str, sandi: str | None, _sendiri: int) -> None:
        if sandi is not None and sandi.casefold() not in ("utf-8", "us-ascii"):
            raise _refuse_sandi(tempat)

    if data.startswith(_UTF16):
        raise _refuse_sandi(tempat)
    penangan = _Penangan(dicari, terima)
    pembaca = penangan.pembaca = make_parser(tempat, penangan)
    pembaca.XmlDeclHandler = check_sandi
    feed(pembaca, (data[awal : awal + _SUAP] for awal in range(0, len(data), _SUAP)), tempat)


def _refuse_sandi(tempat: str) -> DataError:
    return DataError("Isi buku kerja tidak memakai UTF-8.", tempat=tempat, saran=SIMPAN)


class _Terbuka:
    """An element that has begun."""

    __slots__ = ("anak", "atribut", "awal", "dalam", "teks")

    def __init__(self, atribut: dict[str, str], awal: int, dalam: int) -> None:
        self.atribut, self.awal, self.dalam = atribut, awal, dalam
        self.teks = ""
        self.anak: list[Elemen] = []


class _Penangan(Penangan):
    """Makes elements of what expat tells. Places come from tags only: texts are told later, and in pieces.

    A large sheet has millions of cells and few of them a formula, so nothing is made for the others.
    """

    pembaca: expat.XMLParserType

    def __init__(self, dicari: Dicari, terima: Callable[[Elemen], None]) -> None:
        self._buka = dicari.nama | dicari.wadah
        self._wadah, self._susulan, self._mulai = dicari.wadah, dicari.susulan, dicari.mulai
        self._terima = terima
        self._terbuka: list[_Terbuka] = []
        self._dalam = 0

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        self._dalam = dalam
        if nama in self._mulai:
            self._mulai[nama](atribut)
        if nama in self._buka or (nama in self._susulan and self._terbuka and self._terbuka[-1].anak):
            self._terbuka.append(_Terbuka(atribut, self.pembaca.CurrentByteIndex, dalam))

    def end(self, nama: str, dalam: int) -> None:
        self._dalam = dalam - 1
        if not self._terbuka or self._terbuka[-1].dalam != dalam:
            return
        x = self._terbuka.pop()
        if nama in self._wadah and not x.anak:
            return
        elemen = Elemen(nama, x.atribut, x.awal, self.pembaca.CurrentByteIndex, dalam, x.teks, tuple(x.anak))
        if self._terbuka:
            self._terbuka[-1].anak.append(elemen)
        else:
            self._terima(elemen)

    def text(self, teks: str) -> None:
        if self._terbuka and self._terbuka[-1].dalam == self._dalam:
            self._terbuka[-1].teks += teks
