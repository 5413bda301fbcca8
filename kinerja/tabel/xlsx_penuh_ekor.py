"""What stands behind the cells of a sheet: parts that are byte for byte those of a sheet before are not read again.

Expat has let them pass then. A part is only taken where expat is directly inside the sheet, and cannot be inside a
comment, an instruction or CDATA, since none begins anywhere behind the cells.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple, Protocol

from kinerja.alamat import Kotak
from kinerja.tabel.xlsx_penuh import AturanSel

AKHIR = b"</sheetData>"
_BAGIAN = re.compile(rb"<(mergeCells|conditionalFormatting|dataValidations|hyperlinks)[ >]")
_PANJANG, _BANYAK = 16_000, 1_024
"""Bytes of a part that is remembered, and how many are."""
Syarat = tuple[tuple[Kotak, ...], int]
"""Where a rule changes the look, and to which."""


class BagianEkor(NamedTuple):
    """What stands behind the cells, as `LembarPenuh` has it.

    Attributes:
        wilayah: where the last rule holds.
        elemen: how many there are.
    """

    gabung: list[Kotak]
    aturan: list[AturanSel]
    syarat: list[Syarat]
    tautan: dict[str, str]
    wilayah: tuple[Kotak, ...]
    kolom_sembunyi: set[int]
    terkunci: bool
    gambar: bool
    elemen: int


_INGATAN: dict[bytes, BagianEkor] = {}


class Pembaca(Protocol):
    """Who reads the sheet."""

    def is_di_luar(self, beri: int) -> bool:
        """Directly inside the sheet, between two of its parts, none of which has a prefix, after so many bytes."""

    def mark(self) -> BagianEkor:
        """What has been read, put aside; what comes now is gathered apart."""

    def read_sejak(self, lama: BagianEkor) -> BagianEkor | None:
        """What has been read since, put to what was put aside; None where it is more than such a part says."""

    def put(self, isi: BagianEkor) -> None:
        """Take what `read_sejak` gave as read."""


def split_ekor(pembaca: Pembaca, potongan: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes of a sheet in other pieces; parts that are known are read on the way, in their place."""
    beri = 0
    for potong in potongan:
        if not potong.startswith(AKHIR) or b"<!" in potong or b"<?" in potong:
            beri += len(potong)
            yield potong
            continue
        yield AKHIR
        beri, letak = beri + len(AKHIR), len(AKHIR)
        for awal, akhir in _find_bagian(potong):
            yield potong[letak:awal]
            beri += awal - letak
            for satu in _give(pembaca, potong[awal:akhir], beri):
                beri += len(satu)
                yield satu
            letak = akhir
        beri += len(potong) - letak
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


def _give(pembaca: Pembaca, isi: bytes, beri: int) -> Generator[bytes]:
    """Give expat a part, after so many bytes, if it is neither known nor stands in the middle of something."""
    if not pembaca.is_di_luar(beri):
        yield isi
    elif (ada := _INGATAN.get(isi)) is not None:
        pembaca.put(ada)
    else:
        tanda = pembaca.mark()
        yield isi
        baru = pembaca.read_sejak(tanda)
        if baru is not None and pembaca.is_di_luar(beri + len(isi)):
            if len(_INGATAN) >= _BANYAK:
                _INGATAN.clear()
            _INGATAN[isi] = baru
