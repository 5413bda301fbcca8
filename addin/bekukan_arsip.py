"""Write a zip archive anew with some parts changed; the others keep their compressed bytes, dates and order."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from copy import copy

from kinerja.tabel.arsip import Arsip

_KEPALA = 30
"""Bytes of a part's header before its name."""
_UKURAN_DI_BELAKANG = 0x08
"""Flag: the sizes stand behind the data, because it was written as a stream."""


def write_arsip(isi: bytes, arsip: Arsip, ganti: Mapping[str, bytes | None]) -> bytes:
    """The archive `isi` with other bytes for some parts; None takes one out.

    >>> from zipfile import ZipFile
    >>> asal = io.BytesIO()
    >>> with ZipFile(asal, "w") as tulis:
    ...     for nama in "abc":
    ...         tulis.writestr(nama, "isi")
    >>> hasil = write_arsip(asal.getvalue(), Arsip(asal.getvalue(), "x.zip"), {"a": None, "c": b"lain"})
    >>> [(satu.filename, ZipFile(io.BytesIO(hasil)).read(satu)) for satu in ZipFile(io.BytesIO(hasil)).infolist()]
    [('b', b'isi'), ('c', b'lain')]
    """
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as tulis:
        for satu in arsip.anggota:
            if satu.filename not in ganti:
                _copy(isi, satu, tulis, wadah)
            elif (data := ganti[satu.filename]) is not None:
                tulis.writestr(copy(satu), data, compress_type=satu.compress_type)
    return wadah.getvalue()


def _copy(isi: bytes, satu: zipfile.ZipInfo, tulis: zipfile.ZipFile, wadah: io.BytesIO) -> None:
    """Append a part as it is compressed already; zipfile itself knows no way to do that."""
    nama, tambahan = struct.unpack_from("<HH", isi, satu.header_offset + _KEPALA - 4)
    awal = satu.header_offset + _KEPALA + nama + tambahan
    baru = copy(satu)
    baru.flag_bits &= ~_UKURAN_DI_BELAKANG
    baru.header_offset = tulis.start_dir
    wadah.seek(tulis.start_dir)
    wadah.write(baru.FileHeader())
    wadah.write(isi[awal : awal + satu.compress_size])
    tulis.start_dir = wadah.tell()
    tulis.filelist.append(baru)
    tulis.NameToInfo[baru.filename] = baru
