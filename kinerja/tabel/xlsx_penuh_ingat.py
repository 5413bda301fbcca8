"""Sheets of .xlsx workbooks whole, remembered by their bytes: those of one form are often the same."""

from __future__ import annotations

from hashlib import sha256

from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xlsx_penuh import LembarMentah, LembarPenuh
from kinerja.tabel.xlsx_penuh_baca import PembacaPenuh

_INGAT_BITA, _INGAT_SEL, _INGAT_LEMBAR = 1_000_000, 60_000, 256
"""Sheets that are remembered: bytes of one, cells of all, and how many."""


def read_penuh(buku: BukuXlsx, arsip: Arsip, lembar: str) -> LembarPenuh:
    """All of a sheet; the same object again while a sheet of the same bytes, with the same texts, is remembered.

    Raises:
        DataError: broken, too large, cells that stand twice.
    """
    bagian = buku.bagian[lembar]
    tempat = f"{buku.tempat}, lembar {lembar}"
    if bagian not in arsip:
        raise DataError("Isi lembar ini tidak ada di dalam berkas.", tempat=tempat, saran=SIMPAN)
    if arsip.measure(bagian) > _INGAT_BITA:
        return PembacaPenuh(tempat).read_penuh(arsip.stream(bagian)).resolve(buku.teks, tempat)
    isi = arsip.read(bagian)
    sidik = sha256(isi).digest()
    mentah = _INGATAN.take(sidik) or PembacaPenuh(tempat).read_penuh(iter((isi,)))
    hasil = mentah.resolve(buku.teks, tempat)
    _INGATAN.put(sidik, mentah)
    return hasil


class _Ingatan:
    """Sheets by SHA-256 of their bytes, that which was asked for last at the end."""

    def __init__(self) -> None:
        self._semua: dict[bytes, LembarMentah] = {}
        self._banyak = 0

    def take(self, sidik: bytes) -> LembarMentah | None:
        """A sheet, which is forgotten; `put` it again."""
        mentah = self._semua.pop(sidik, None)
        self._banyak -= len(mentah.lembar.sel) if mentah else 0
        return mentah

    def put(self, sidik: bytes, mentah: LembarMentah) -> None:
        """Remember a sheet, and forget those that nobody has asked for."""
        self._semua[sidik] = mentah
        self._banyak += len(mentah.lembar.sel)
        while self._banyak > _INGAT_SEL or len(self._semua) > _INGAT_LEMBAR:
            self.take(next(iter(self._semua)))


_INGATAN = _Ingatan()
