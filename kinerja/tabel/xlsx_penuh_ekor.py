"""What stands behind the cells of a sheet: parts that are byte for byte those of a sheet before are not read again.

Expat has let them pass then. A part is only taken where expat is directly inside the sheet, and cannot be inside a
comment, an instruction or CDATA, since none begins anywhere behind the cells.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Any, Protocol

AKHIR = b"</sheetData>"
_BAGIAN = re.compile(rb"<(mergeCells|conditionalFormatting|dataValidations|hyperlinks)[ >]")
_PANJANG, _BANYAK = 16_000, 1_024
"""Bytes of a part that is remembered, and how many are."""
_INGATAN: dict[bytes, Any] = {}


class Pembaca(Protocol):
    """Who reads the sheet."""

    @property
    def di_luar(self) -> bool:
        """Directly inside the sheet, between two of its parts, none of which has a prefix."""

    def mark(self) -> Any:
        """What has been read, put aside; what comes now is gathered apart."""

    def read_sejak(self, lama: Any) -> Any:
        """What has been read since, put to what was put aside; None where it is more than such a part says."""

    def put(self, isi: Any) -> None:
        """Take what `read_sejak` gave as read."""


def split_ekor(pembaca: Pembaca, potongan: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of a sheet in other pieces; parts that are known are read on the way, in their place."""
    for potong in potongan:
        if not potong.startswith(AKHIR) or b"<!" in potong or b"<?" in potong:
            yield potong
            continue
        yield AKHIR
        letak = len(AKHIR)
        for awal, akhir in _find_bagian(potong):
            yield potong[letak:awal]
            yield from _give(pembaca, potong[awal:akhir])
            letak = akhir
        yield potong[letak:]


def _find_bagian(potong: bytes) -> Iterator[tuple[int, int]]:
    """Where parts that are worth remembering begin and end; a longer one is no part."""
    akhir = len(AKHIR)
    for cocok in _BAGIAN.finditer(potong, akhir):
        if cocok.start() < akhir:
            continue
        penutup = b"</%b>" % cocok[1]
        letak = potong.find(penutup, cocok.end(), cocok.start() + _PANJANG)
        if letak >= 0:
            akhir = letak + len(penutup)
            yield cocok.start(), akhir


def _give(pembaca: Pembaca, isi: bytes) -> Generator[bytes]:
    """Give expat a part."""
    if not pembaca.di_luar:
        yield isi
    elif (ada := _INGATAN.get(isi)) is not None:
        pembaca.put(ada)
    else:
        tanda = pembaca.mark()
        yield isi
        baru = pembaca.read_sejak(tanda)
        if baru is not None and pembaca.di_luar:
            if len(_INGATAN) >= _BANYAK:
                _INGATAN.clear()
            _INGATAN[isi] = baru
