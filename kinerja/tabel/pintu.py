"""Files as bytes, bounded; and what they are, by what is in them and never by their name."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from kinerja.berkas import explain_read
from kinerja.errors import DataError
from kinerja.tabel.batas import MAKS_BERKAS

AKHIRAN = frozenset([".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".parquet"])
"""Endings of the files of a folder that are looked at."""
SIMPAN = "Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."
TANDA_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOM_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BOM_UTF_8 = b"\xef\xbb\xbf"
_GAMBAR = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


class JenisBerkas(StrEnum):
    """What a file is, in the words of a message."""

    KOSONG = "berkas kosong"
    ZIP = "arsip zip"
    OLE = "berkas Office lama"
    PARQUET = "berkas parquet"
    SANDI = "berkas terkunci sandi"
    XML = "halaman web atau XML"
    PDF = "berkas PDF"
    GAMBAR = "gambar"
    TEKS = "teks"
    BINER = "berkas yang tidak dikenal"


def read_bita(path: Path, *, maks: int = MAKS_BERKAS) -> bytes:
    """The bytes of a regular file.

    Raises:
        DataError: it is not there, is no regular file (a folder, a pipe, a device), is larger than `maks` or cannot be
            read.
    """
    with _open(path) as (berkas, besar):
        isi = berkas.read(maks + 1) if besar <= maks else b""
    if besar > maks or len(isi) > maks:
        raise refuse_besar(str(path), maks)
    return isi


def look_awal(path: Path, banyak: int = 65_536) -> tuple[bytes, int]:
    """The first bytes of a regular file, and its size.

    Raises:
        DataError: it is not there, is no regular file, or cannot be read.
    """
    with _open(path) as (berkas, besar):
        return berkas.read(banyak), besar


@contextmanager
def _open(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """A regular file and its size."""
    if "\0" in str(path):
        raise DataError("Nama berkas tidak sah.", tempat=str(path).replace("\0", " "), saran="Periksa nama berkasnya.")
    # Without O_NONBLOCK, opening a pipe to which nobody writes waits for ever.
    mode = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with explain_read(path):
        if path.is_dir():
            raise IsADirectoryError
        with os.fdopen(os.open(path, mode), "rb") as berkas:
            keadaan = os.fstat(berkas.fileno())
            if not stat.S_ISREG(keadaan.st_mode):
                raise DataError("Ini bukan berkas biasa.", tempat=str(path), saran="Sebutkan sebuah berkas.")
            yield berkas, keadaan.st_size


def list_berkas(folder: Path) -> list[Path]:
    """The files of a folder that may be tables, by their endings; of what is in them nothing is believed yet.

    Raises:
        DataError: it cannot be read.
    """
    with explain_read(folder):
        semua = sorted(folder.iterdir())
    return [p for p in semua if p.suffix.casefold() in AKHIRAN and not p.name.startswith((".", "~"))]


def refuse_besar(tempat: str, maks: int) -> DataError:
    """The error for a file of more than `maks` bytes."""
    return DataError(
        f"Berkas lebih besar dari {maks // 1_000_000} MB.", tempat=tempat, saran="Salin tabelnya saja ke berkas baru."
    )


def find_jenis(isi: bytes) -> JenisBerkas:
    """What the bytes of a file, or its first few thousand, are.

    >>> [str(find_jenis(x)) for x in (b"PK\\x03\\x04", b"kode;pagu\\n7;1\\n", b" <html>", b"\\0\\1\\2", b" \\n")]
    ['arsip zip', 'teks', 'halaman web atau XML', 'berkas yang tidak dikenal', 'berkas kosong']
    """
    if not isi.strip(b" \t\r\n\0"):
        return JenisBerkas.KOSONG
    if isi.startswith(b"PK"):
        return JenisBerkas.ZIP
    if isi.startswith(TANDA_OLE[:4]):
        return JenisBerkas.SANDI if "EncryptedPackage".encode("utf-16-le") in isi else JenisBerkas.OLE
    if isi.startswith(b"PAR1"):
        return JenisBerkas.PARQUET
    if isi.startswith(b"%PDF"):
        return JenisBerkas.PDF
    if isi.startswith(_GAMBAR):
        return JenisBerkas.GAMBAR
    awal = isi[:4096]
    if is_utf_16(awal):
        return JenisBerkas.XML if awal[2:].replace(b"\0", b"").lstrip().startswith(b"<") else JenisBerkas.TEKS
    if b"\0" in awal:
        return JenisBerkas.BINER
    return JenisBerkas.XML if awal.removeprefix(_BOM_UTF_8).lstrip().startswith(b"<") else JenisBerkas.TEKS


def is_utf_16(isi: bytes) -> bool:
    """Whether the mark at the start of a text says UTF-16, as Excel's "Unicode text" is."""
    return isi.startswith(_BOM_UTF_16)
