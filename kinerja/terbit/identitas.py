"""Which agreement a workbook is for, whatever its file is called; whether it is still as our packer wrote it."""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kinerja.errors import DataError
from kinerja.perjanjian.model import AWALAN_NAMA, AWALAN_SIFAT, TEMPLAT
from kinerja.tabel.arsip import RUSAK, Arsip
from kinerja.tabel.batas import MAKS_BITA
from kinerja.tabel.buku import read_bernama
from kinerja.tabel.pintu import read_bita
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xml import Penangan, parse_xml
from kinerja.workbook.paket import Anggota, pack

MAKS_BAGIAN = 65_536
"""Of a part with properties; ours has some 1.200 bytes."""
_AKHIR = b"\0\0\xff\xff\3\0"
"""How our packer ends a deflate stream: a full flush and an empty last block."""


@dataclass(frozen=True, slots=True, order=True)
class Identitas:
    """Which agreement a workbook is for: code of the kecamatan, year, `murni` or `perubahan`."""

    kode: str
    tahun: int
    jenis: str


def find_identitas(sumber: bytes | Path) -> Identitas | None:
    """The agreement that a workbook, in memory or as a file, says to be for; None when it is no agreement of ours."""
    return make_identitas(read_identitas(sumber))


def make_identitas(tanda: dict[str, str]) -> Identitas | None:
    """The agreement in what `read_identitas` gives; None when it is no agreement of ours."""
    tahun = tanda.get("tahun", "")
    if tanda.get("templat") != TEMPLAT or not (tahun.isascii() and tahun.isdigit() and len(tahun) == 4):
        return None
    return Identitas(tanda.get("kode", ""), int(tahun), tanda.get("jenis", ""))


def read_identitas(sumber: bytes | Path) -> dict[str, str]:
    """What a workbook of ours says of itself, by key; empty when it is none, or not sound.

    Programs that drop the custom properties keep the hidden sheet with its names, and so the other way round.

    >>> read_identitas(b"bukan zip")
    {}
    """
    with suppress(DataError):
        arsip = _open(sumber)
        return _read_sifat(arsip) or read_bernama(BukuXlsx(arsip), AWALAN_NAMA)
    return {}


def read_judul(sumber: bytes | Path) -> str:
    """The title among the properties of a workbook; empty when it has none, or is not sound."""
    with suppress(DataError):
        return BukuXlsx(_open(sumber)).judul
    return ""


def _open(sumber: bytes | Path) -> Arsip:
    return Arsip(sumber if isinstance(sumber, bytes) else read_bita(sumber), "", bebas=True)


def is_utuh(isi: bytes) -> bool:
    """Whether a workbook is in the container that our packer wrote, which is lost when any program saves it again.

    >>> is_utuh(pack([]))
    False
    """
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
    except RUSAK:
        return False
    if not daftar or sum(satu.file_size for satu in daftar) > MAKS_BITA:
        return False
    anggota = []
    for satu in daftar:
        awal = satu.header_offset + 30 + len(satu.filename.encode())
        anggota.append(Anggota(satu.filename.encode(), isi[awal : awal + satu.compress_size], satu.CRC, satu.file_size))
    return pack(anggota) == isi and all(map(_is_sehat, anggota))


def _is_sehat(anggota: Anggota) -> bool:
    """A member ends as ours do and holds what its check sum says."""
    if not anggota.mampat.endswith(_AKHIR):
        return False
    try:
        pembuka = zlib.decompressobj(-zlib.MAX_WBITS)
        isi = pembuka.decompress(anggota.mampat, anggota.panjang + 1)
        sisa = pembuka.decompress(pembuka.unconsumed_tail, 1)
    except zlib.error:
        return False
    utuh = pembuka.eof and not pembuka.unused_data and not sisa
    return utuh and len(isi) == anggota.panjang and zlib.crc32(isi) == anggota.crc


def _read_sifat(arsip: Arsip) -> dict[str, str]:
    """The custom properties `kinerja_…` without that prefix."""
    bagian = "docProps/custom.xml"
    isi = _PembacaSifat()
    if bagian in arsip:
        parse_xml(arsip.stream(bagian, MAKS_BAGIAN), "", isi)
    return {nama.removeprefix(AWALAN_SIFAT): teks for nama, teks in isi.sifat.items() if nama.startswith(AWALAN_SIFAT)}


class _PembacaSifat(Penangan):
    """`docProps/custom.xml`: texts by the name of their property."""

    def __init__(self) -> None:
        self.sifat: dict[str, str] = {}
        self._nama = ""

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "property" and dalam == 2:
            self._nama = atribut.get("name", "")

    def end(self, nama: str, dalam: int) -> None:
        if nama == "property" and dalam == 2:
            self.sifat[self._nama] = self.sifat.get(self._nama, "").strip()
            self._nama = ""

    def text(self, teks: str) -> None:
        if self._nama:
            self.sifat[self._nama] = self.sifat.get(self._nama, "") + teks
