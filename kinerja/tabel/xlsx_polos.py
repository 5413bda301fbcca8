"""Rows of a sheet in the plainest spelling, as programs write nearly all: read by a pattern, at the speed of C.

Expat stays the judge. A pattern is only tried where expat has just said that a row may begin; what it covers is given
to expat all the same, which refuses whatever is not well-formed; and whatever is spelled otherwise expat reads. Only a
row whose very bytes expat has let pass as a row before is not judged again.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

from kinerja.alamat import find_kolom
from kinerja.tabel.xml import is_ya

DATA, AKHIR_DATA, AKHIR_BARIS = b"<sheetData>", b"</sheetData>", b"</row>"
_MAKS_BARIS = 1_000_000
"""Bytes of a row that is waited for."""
_KEPALA = re.compile(rb'<row r="([0-9]{1,7})"((?: [A-Za-z0-9:]{1,40}+="[^"<&]{0,100}+")*+)>')
_SEMBUNYI = re.compile(rb' hidden="([^"]*)"')
_RUMUS = rb"(?:<f(?: [^<>]{0,200})?(?:/>|(?<!/)>[^<]{0,9000}+</f>))?+"
_SEL = re.compile(
    rb'(<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,8})")?(?: t="([ns])")?'
    rb"(?:/>|>(?:" + _RUMUS + rb"<v>([0-9.Ee+-]{1,40})</v>)?</c>))"
)

SelPolos = tuple[bytes, bytes, bytes, bytes, bytes, bytes]
"""The whole cell, letters and number of its address, style, kind, value; empty where there is none."""


class BarisPolos(NamedTuple):
    """A row: its number as written, whether it is hidden, its cells."""

    nomor: bytes
    sembunyi: bool
    sel: list[SelPolos]


class Pembaca(Protocol):
    """Who reads the sheet."""

    @property
    def di_data(self) -> bool:
        """Directly inside the sheet's rows, between two of them."""

    banyak_akhir: int
    """Rows that expat has seen to their end."""

    dikenal: bool
    """Expat has let pass the bytes of the row that was taken last before."""

    def take_data(self, isi: bytes) -> bool:
        """Read all rows at once; False where they are to be read one by one, as where none are remembered."""
        return False

    def keep_data(self, isi: bytes) -> None:
        """All rows of these bytes were taken, and expat has let them pass."""
        return

    def take_baris(self, isi: bytes) -> bool:
        """Read a row, without its closing tag; False where expat must, and then nothing of it is read."""

    def pause(self, isi: bytes) -> None:
        """Rows that are read already are about to go to expat."""

    def resume(self) -> None:
        """They are through."""


@lru_cache(maxsize=1_024)
def find_kolom_bita(huruf: bytes) -> int:
    """Number from 1 of a column by its letters; 0 for what is none."""
    return find_kolom(huruf.decode("latin-1"))


def split_baris(isi: bytes) -> BarisPolos | None:
    """A row, without its closing tag; None where it is not of the plainest spelling from end to end.

    >>> split_baris(b'<row r="2" hidden="1"><c r="B2" s="3"><v>7</v></c>')
    BarisPolos(nomor=b'2', sembunyi=True, sel=[(b'<c r="B2" s="3"><v>7</v></c>', b'B', b'2', b'3', b'', b'7')])
    >>> split_baris(b'<row r="2"><!-- <c r="B2"><v>7</v></c> -->')
    """
    kepala = _KEPALA.match(isi)
    if kepala is None:
        return None
    sel = _SEL.findall(isi, kepala.end())
    if sum([len(satu[0]) for satu in sel]) != len(isi) - kepala.end():
        return None
    nomor, atribut = kepala.groups()
    sembunyi = _SEMBUNYI.search(atribut) if b"hidden" in atribut else None
    return BarisPolos(nomor, sembunyi is not None and is_ya(sembunyi[1].decode("latin-1")), sel)


def split_lembar(pembaca: Pembaca, potongan: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of a sheet in other pieces; what the pattern reads is read on the way, in its place."""
    sisa = b""
    for potong in potongan:
        sisa += potong
        if (letak := sisa.find(DATA)) >= 0:
            break
        yield sisa[: -len(DATA)]
        sisa = sisa[-len(DATA) :]
    else:
        yield sisa
        return
    yield sisa[:letak]
    lebih_awal = pembaca.di_data
    yield DATA
    sisa = sisa[letak + len(DATA) :]
    if pembaca.di_data and not lebih_awal:  # else it stands in a comment, or is not what it seems
        sisa = yield from _split_data(pembaca, sisa, potongan)
    yield sisa
    yield from potongan


def _split_data(pembaca: Pembaca, sisa: bytes, potongan: Iterator[bytes]) -> Generator[bytes, None, bytes]:
    """The rows; returned is what was not given yet when they end, or when expat sees something else in them."""
    semua = sisa[: max(sisa.find(AKHIR_DATA), 0)]
    if semua and pembaca.take_data(semua):
        return sisa[len(semua) :]
    while True:
        letak = polos = 0
        baru: list[bytes] = []
        while (akhir := sisa.find(AKHIR_BARIS, letak)) >= 0:
            if pembaca.take_baris(sisa[letak:akhir]):
                if pembaca.dikenal:
                    baru.append(sisa[polos:letak])
                    polos = akhir + len(AKHIR_BARIS)
                letak = akhir + len(AKHIR_BARIS)
                continue
            yield from _give(pembaca, *baru, sisa[polos:letak])
            yield sisa[letak:akhir]
            banyak = pembaca.banyak_akhir
            yield AKHIR_BARIS
            semua = b""
            letak = polos = akhir + len(AKHIR_BARIS)
            baru = []
            if not pembaca.di_data or pembaca.banyak_akhir != banyak + 1:  # the tag was none
                return sisa[letak:]
        yield from _give(pembaca, *baru, sisa[polos:letak])
        if semua and letak == len(semua):
            pembaca.keep_data(semua)
        sisa, semua = sisa[letak:], b""
        potong = next(potongan, b"") if len(sisa) < _MAKS_BARIS else b""
        if not potong:
            return sisa
        sisa += potong


def _give(pembaca: Pembaca, *potong: bytes) -> Iterator[bytes]:
    """Give expat rows that have been read, to be judged only."""
    if isi := b"".join(potong):
        pembaca.pause(isi)
        yield isi
        pembaca.resume()
