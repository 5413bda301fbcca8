"""One streaming XML reader (expat) for all parts: no DTD, no entities of its own, bounded in depth, length and number.

Expat reads single and double quotes, spaces, CDATA, character references, comments and encodings alike, so that a
check and a value can never be of two opinions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.parsers import expat

from kinerja.errors import DataError
from kinerja.tabel.batas import MAKS_DALAM, MAKS_ELEMEN, MAKS_TANDA, MAKS_TEKS
from kinerja.tabel.pintu import SIMPAN

_LAIN = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)")


class Penangan:
    """What is done with a document. `dalam` counts the open elements, the root is 1; names come without prefix.

    Attributes:
        satu_ruang: only names of the root's own prefix lose it: those of other namespaces (`mc:AlternateContent`) mean
            something else than their last part says.
    """

    satu_ruang = False

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """An element begins."""

    def end(self, nama: str, dalam: int) -> None:
        """An element ends."""

    def text(self, teks: str) -> None:
        """Text, perhaps one of several pieces."""


class NamaLokal(dict[str, str]):
    """Names without prefix, by how they are written; the first that is asked for is the root's.

    Args:
        satu_ruang: as for `Penangan`.

    >>> nama = NamaLokal(satu_ruang=True)
    >>> [nama[x] for x in ("x:worksheet", "x:c", "mc:c", "x:c")]
    ['worksheet', 'c', 'mc:c', 'c']
    """

    def __init__(self, *, satu_ruang: bool) -> None:
        super().__init__()
        self._satu_ruang = satu_ruang
        self._akar = ""

    def __missing__(self, nama: str) -> str:
        awalan, _, polos = nama.rpartition(":")
        if not self:
            self._akar = awalan
        lokal = self[nama] = nama if self._satu_ruang and awalan != self._akar else polos
        return lokal


def parse_xml(potongan: Iterable[bytes], tempat: str, penangan: Penangan) -> None:
    """Walk through a document.

    Args:
        potongan: its bytes, some at a time.
        tempat: for messages: the file, and the sheet if there is one.

    Raises:
        DataError: not well-formed, with a DTD, too deep, too long, too much.
    """
    feed(make_parser(tempat, penangan), potongan, tempat)


def feed(pembaca: expat.XMLParserType, potongan: Iterable[bytes], tempat: str) -> None:
    """Give a parser of `make_parser` its document.

    Raises:
        DataError: as `parse_xml`.
    """
    jumlah = 0
    try:
        for potong in potongan:
            pembaca.Parse(potong, False)
            jumlah += len(potong)
            # With each piece expat reads a tag or comment that has not ended from its start: the square of its length.
            if jumlah - pembaca.CurrentByteIndex > MAKS_TANDA:
                raise DataError("Ada keterangan yang terlalu panjang di dalam berkas.", tempat=tempat, saran=SIMPAN)
        pembaca.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):  # the last two: an encoding that nobody knows
        raise DataError("Isi berkas rusak.", tempat=tempat, saran=SIMPAN) from None


def make_parser(tempat: str, penangan: Penangan) -> expat.XMLParserType:
    """The bounded parser by itself, for who needs places (`CurrentByteIndex`) as well."""
    pembaca = expat.ParserCreate()
    pembaca.buffer_text = True
    dalam = elemen = panjang = 0
    lokal = NamaLokal(satu_ruang=penangan.satu_ruang)
    mulai, akhir, teks = penangan.start, penangan.end, penangan.text

    def start(nama: str, atribut: dict[str, str]) -> None:
        nonlocal dalam, elemen, panjang
        dalam += 1
        elemen += 1
        panjang = 0
        if dalam > MAKS_DALAM or elemen > MAKS_ELEMEN:
            raise refuse_rumit(tempat)
        mulai(lokal[nama], atribut, dalam)

    def end(nama: str) -> None:
        nonlocal dalam
        akhir(lokal[nama], dalam)
        dalam -= 1

    def text(isi: str) -> None:
        nonlocal panjang
        panjang += len(isi)
        if panjang > MAKS_TEKS:
            raise refuse_panjang(tempat)
        teks(isi)

    def refuse(*_: object) -> None:
        raise DataError("Berkas berisi DTD, yang tidak dipakai lembar kerja.", tempat=tempat, saran=SIMPAN)

    pembaca.StartElementHandler = start
    pembaca.EndElementHandler = end
    pembaca.CharacterDataHandler = text
    pembaca.StartDoctypeDeclHandler = refuse
    pembaca.EntityDeclHandler = refuse
    return pembaca


def count_elemen(isi: bytes) -> int:
    """Elements of a piece without comments and the like.

    >>> count_elemen(b'<c r="A1"><v>7</v></c><c r="B1"/>')
    3
    """
    return isi.count(b"<") - isi.count(b"</")


def refuse_rumit(tempat: str) -> DataError:
    """The error for a document with too many elements, or too many inside each other."""
    return DataError("Susunan berkas terlalu rumit.", tempat=tempat, saran="Salin datanya ke buku kerja baru.")


def refuse_panjang(tempat: str) -> DataError:
    """The error for a text of more than `MAKS_TEKS` letters."""
    return DataError("Ada teks yang terlalu panjang di dalam berkas.", tempat=tempat, saran=SIMPAN)


def get_atribut(atribut: dict[str, str], nama: str) -> str:
    """An attribute whatever its prefix; empty where there is none.

    >>> get_atribut({"r:id": "rId1", "sheetId": "7"}, "id")
    'rId1'
    """
    if (nilai := atribut.get(nama)) is not None:
        return nilai
    return next((n for k, n in atribut.items() if k.rpartition(":")[2] == nama), "")


def is_ya(nilai: str) -> bool:
    """A truth value as XML Schema writes it.

    >>> [is_ya(x) for x in ("1", "true", "on", "0", "")]
    [True, True, True, False, False]
    """
    return nilai in ("1", "true", "on")


def decode_polos(teks: str) -> str:
    """A text as it stands between tags, with the five entities of XML and no other.

    Raises:
        ValueError: another entity, or a sign that only looks like one.

    >>> decode_polos("a &lt; b &amp;amp; c")
    'a < b &amp; c'
    """
    if "&" in teks:
        if _LAIN.search(teks):
            raise ValueError(teks)
        teks = teks.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
        teks = teks.replace("&amp;", "&")
    return teks
