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
    mentah = _INGATAN.pop(sidik, None) or PembacaPenuh(tempat).read_penuh(iter((isi,)))
    hasil = mentah.resolve(buku.teks, tempat)
    _remember(sidik, mentah)
    return hasil


_INGATAN: dict[bytes, LembarMentah] = {}
"""By SHA-256 of their bytes, that which was asked for last at the end."""


def _remember(sidik: bytes, mentah: LembarMentah) -> None:
    _INGATAN[sidik] = mentah
    sisa = sum(len(satu.lembar.sel) for satu in _INGATAN.values()) - _INGAT_SEL
    while sisa > 0 or len(_INGATAN) > _INGAT_LEMBAR:
        sisa -= len(_INGATAN.pop(next(iter(_INGATAN))).lembar.sel)
