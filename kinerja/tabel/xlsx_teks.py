"""Shared strings of an .xlsx workbook in the spelling of most programs: read by a pattern, under expat's eyes."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.parsers import expat

from kinerja.errors import DataError
from kinerja.tabel.xml import decode_polos, feed

_KEPALA = re.compile(
    r'\s*(?:<\?xml version="1\.0"(?: encoding="UTF-8")?(?: standalone="(?:yes|no)")?\?>\s*)?<sst [^<>]*>'
)
_EKOR = re.compile(r"\s*</sst>\s*")
_TEKS = re.compile(r'(\s*<si>\s*<t(?: xml:space="preserve")?(?:/>|>([^<\r]{0,40000})</t>)\s*</si>)')


def read_teks(isi: bytes, tempat: str) -> list[str] | None:
    """The strings, one of nothing as an empty text; None where one is of several runs, or the spelling is another.

    Raises:
        DataError: not well-formed.

    >>> read_teks(b'<sst xmlns="x"><si><t>a &lt; b</t></si><si><t/></si></sst>', ""), read_teks(b"<sst><si/></sst>", "")
    (['a < b', ''], None)
    """
    try:
        hasil = _read_kenal(isi)
    except DataError as galat:
        raise DataError(galat.pesan, tempat=tempat, saran=galat.saran) from None
    return hasil and [*hasil]


@lru_cache(maxsize=2)
def _read_kenal(isi: bytes) -> list[str] | None:
    """Of a workbook and the one that it comes from, whose strings are often the same."""
    try:
        teks = isi.decode()
        kepala = _KEPALA.match(teks)
        if kepala is None:
            return None
        semua = _TEKS.findall(teks, kepala.end())
        akhir = kepala.end() + sum([len(satu) for satu, _ in semua])
        if not _EKOR.fullmatch(teks, akhir):
            return None
        hasil = [decode_polos(satu) for _, satu in semua]
    except ValueError:
        return None
    feed(expat.ParserCreate(), (isi,), "")
    return hasil
