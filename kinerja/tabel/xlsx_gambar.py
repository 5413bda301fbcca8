"""Whether anything lies on a sheet that has a drawing: LibreOffice gives an empty one to every sheet with a filter."""

from __future__ import annotations

from kinerja.tabel.arsip import Arsip
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xml import Penangan, parse_xml

_LAIN = ("vmlDrawing", "oleObject", "control", "comments")
"""Parts that are something however little is in them."""
_KECIL = 4_000
"""Bytes; a drawing that is longer has something in it."""


def is_gambar_kosong(buku: BukuXlsx, arsip: Arsip, bagian: str) -> bool:
    """Whether nothing lies in the drawings of a sheet, which has such.

    Args:
        bagian: the part of the sheet.

    Raises:
        DataError: a part is damaged.
    """
    gambar = buku.list_relasi("drawing", bagian)
    if not gambar or any(buku.list_relasi(jenis, bagian) for jenis in _LAIN):
        return False
    return all(_is_kosong(arsip, satu) for satu in gambar)


class _Penghitung(Penangan):
    """How many elements there are."""

    def __init__(self) -> None:
        self.banyak = 0

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """An element begins."""
        self.banyak += 1

    def end(self, nama: str, dalam: int) -> None:
        """An element ends."""

    def text(self, teks: str) -> None:
        """Text."""


def _is_kosong(arsip: Arsip, bagian: str) -> bool:
    if bagian not in arsip or arsip.measure(bagian) > _KECIL:
        return False
    penghitung = _Penghitung()
    parse_xml(arsip.stream(bagian), arsip.tempat, penghitung)
    return penghitung.banyak == 1
