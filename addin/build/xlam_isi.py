"""What a kinerja.xlam holds, and the proof that it is ours: our sheet of settings and our VBA modules."""

from __future__ import annotations

import os
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import unescape

from addin.build.ovba import Proyek
from kinerja.errors import BerkasError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.pintu import read_bita

NAMA_BERKAS = "kinerja.xlam"
KONF = "kinerja.conf"
"""The sheet of settings."""
MODUL = ("kinerja_fungsi", "kinerja_wizard", "kinerja_ribbon")
"""VBA modules by which an add-in with Python is known, of whatever version."""
SAMBUNG, SAMBUNG_LAMA = "kinerja_sambung", "xlwings"
"""The module that starts Python; before version 0.10 it was xlwings' own."""
MODUL_MURNI = ("kinerja_fungsi", "kinerja_deklarasi", "kinerja_hukum", "kinerja_bilangan")
"""VBA modules by which an add-in without Python is known."""
LEMBAR_MURNI = "kinerja"
"""Its sheet."""
LEMBAR = "xl/worksheets/sheet1.xml"
MAKS_XLAM = 16_000_000
"""Bytes of the file and of each part; ours has some 100.000."""
_RUSAK = (ValueError, KeyError, IndexError, struct.error, RecursionError, MemoryError)
"""What a broken VBA project makes its reader raise."""


@dataclass(frozen=True, slots=True)
class IsiXlam:
    """The version of xlwings that an add-in was built with, and the Python that it starts; `murni` has neither.

    `lama` is one that starts Python as earlier versions of this package did.
    """

    versi: str
    python: Path
    murni: bool = False
    lama: bool = False


def read_xlam(path: Path) -> IsiXlam:
    """What stands in an add-in of ours.

    Raises:
        DataError: it cannot be read, or is no whole zip file.
        BerkasError: it is not ours, or its VBA project is damaged.
    """
    arsip = Arsip(read_bita(path, maks=MAKS_XLAM), str(path), bebas=True)
    bagian = {nama: arsip.read(nama, MAKS_XLAM) for nama in ("xl/workbook.xml", LEMBAR, "xl/vbaProject.bin")}
    try:
        modul = Proyek(bagian["xl/vbaProject.bin"]).modul
    except _RUSAK:
        modul = {}
    buku = bagian["xl/workbook.xml"]
    if f'name="{LEMBAR_MURNI}"'.encode() in buku and set(MODUL_MURNI) <= modul.keys():
        return IsiXlam("", Path(), murni=True)
    sambung = next((satu for satu in (SAMBUNG, SAMBUNG_LAMA) if satu in modul), "")
    if f'name="{KONF}"'.encode() not in buku or not {sambung, *MODUL} <= modul.keys():
        raise BerkasError(
            "Berkas ini rusak atau bukan add-in buatan kinerja, jadi dibiarkan.",
            tempat=str(path),
            saran="Pindahkan sendiri ke folder lain, lalu ulangi.",
        )
    versi = re.search(r'XLWINGS_VERSI(?:ON)? As String = "([^"]*)"', modul[sambung])
    lembar = bagian[LEMBAR].decode("utf-8", "replace")
    python = re.search("INTERPRETER_WIN</t></is></c><c[^>]*><is><t>([^<]*)", lembar)
    jalan = Path(os.path.expandvars(unescape(python[1]))) if python else Path()
    return IsiXlam(versi[1] if versi else "", jalan, lama=sambung == SAMBUNG_LAMA)
