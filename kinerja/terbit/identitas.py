"""Which agreement a workbook is for, whatever its file is called; whether it is still as our packer wrote it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from kinerja.workbook.paket import Anggota, pack

MAKS_BERKAS = 64_000_000
MAKS_BAGIAN = 65_536
"""Of a part with properties; ours has some 1.200 bytes."""
_TEMPLAT = "perjanjian-kinerja"
_AKHIR = b"\0\0\xff\xff\3\0"
"""How our packer ends a deflate stream: a full flush and an empty last block."""
_RUSAK = (zipfile.BadZipFile, zlib.error, struct.error, KeyError, OSError, EOFError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True, order=True)
class Identitas:
    """Which agreement a workbook is for: code of the kecamatan, year, `murni` or `perubahan`."""

    kode: str
    tahun: int
    jenis: str


def find_identitas(sumber: bytes | Path) -> Identitas | None:
    """The agreement that a workbook, in memory or as a file, says to be for; None when it is no agreement of ours."""
    tanda = read_identitas(sumber)
    tahun = tanda.get("tahun", "")
    if tanda.get("templat") != _TEMPLAT or not (tahun.isascii() and tahun.isdigit() and len(tahun) == 4):
        return None
    return Identitas(tanda.get("kode", ""), int(tahun), tanda.get("jenis", ""))


def read_identitas(sumber: bytes | Path) -> dict[str, str]:
    """The custom properties `kinerja_…` without that prefix; empty when there are none, or the file is not sound.

    >>> read_identitas(b"bukan zip")
    {}
    """
    hasil = {}
    for elemen, nama, teks in _read_teks(sumber, "docProps/custom.xml"):
        if elemen == "property" and nama.startswith("kinerja_"):
            hasil[nama.removeprefix("kinerja_")] = teks.strip()
    return hasil


def read_judul(sumber: bytes | Path) -> str:
    """The title among the properties of a workbook; empty when it has none, or is not sound."""
    return next((teks for elemen, _, teks in _read_teks(sumber, "docProps/core.xml") if elemen == "title"), "")


def is_utuh(isi: bytes) -> bool:
    """Whether a workbook is in the container that our packer wrote, which is lost when any program saves it again.

    >>> is_utuh(pack([]))
    False
    """
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
    except _RUSAK:
        return False
    if not daftar or sum(satu.file_size for satu in daftar) > MAKS_BERKAS:
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


def _read_teks(sumber: bytes | Path, bagian: str) -> list[tuple[str, str, str]]:
    """Elements of a small part as they end: local name, attribute `name`, all text inside."""
    try:
        if isinstance(sumber, Path) and not (sumber.is_file() and sumber.stat().st_size <= MAKS_BERKAS):
            return []
        with zipfile.ZipFile(io.BytesIO(sumber) if isinstance(sumber, bytes) else sumber) as arsip:
            letak = arsip.getinfo(bagian)
            if letak.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                return []
            with arsip.open(letak) as berkas:
                isi = berkas.read(MAKS_BAGIAN + 1)
        return _parse(isi) if len(isi) <= MAKS_BAGIAN else []
    except (*_RUSAK, expat.ExpatError):
        return []


def _parse(xml: bytes) -> list[tuple[str, str, str]]:
    hasil: list[tuple[str, str, str]] = []
    terbuka: list[tuple[str, str, list[str]]] = []

    def start(nama: str, sifat: dict[str, str]) -> None:
        terbuka.append((nama.rpartition(" ")[2], sifat.get("name", ""), []))

    def add(teks: str) -> None:
        if terbuka:
            terbuka[-1][2].append(teks)

    def end(_: str) -> None:
        elemen, nama, teks = terbuka.pop()
        semua = "".join(teks)
        hasil.append((elemen, nama, semua))
        add(semua)

    def refuse(*_: object) -> None:
        raise ValueError("DTD")

    pembaca = expat.ParserCreate(namespace_separator=" ")
    pembaca.StartElementHandler, pembaca.EndElementHandler, pembaca.CharacterDataHandler = start, end, add
    pembaca.StartDoctypeDeclHandler = refuse
    pembaca.Parse(xml, True)
    return hasil
