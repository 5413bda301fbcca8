"""What a kinerja.xlam holds, and the proof that it is ours: our sheet of settings and our VBA modules."""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
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
PINDAHKAN = "Pindahkan sendiri ke folder lain, lalu ulangi."
_SETELAN = re.compile("<t>([A-Z_0-9]+)</t></is></c><c[^>]*><is><t>([^<]*)")
"""Key and value of a row."""
_RUSAK = (ValueError, KeyError, IndexError, struct.error, RecursionError, MemoryError)
"""What a broken VBA project makes its reader raise."""


@dataclass(frozen=True, slots=True)
class IsiXlam:
    """What an add-in says of the machine; `murni`, the one without Python, says nothing.

    Args:
        versi: of xlwings, with which it was built.
        python: the Python that it starts.
        pustaka: the folder in which that looks for this package.
        dll: 32 and 64 -> the DLL that it loads into an Excel of so many bits; none where xlwings brought none.
        lama: it starts Python as earlier versions of this package did.
    """

    versi: str = ""
    python: Path = Path()
    pustaka: Path = Path()
    dll: Mapping[int, Path] = field(default_factory=dict)
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
        return IsiXlam(murni=True)
    sambung = next((satu for satu in (SAMBUNG, SAMBUNG_LAMA) if satu in modul), "")
    if f'name="{KONF}"'.encode() not in buku or not {sambung, *MODUL} <= modul.keys():
        raise BerkasError(
            "Berkas ini rusak atau bukan add-in buatan kinerja, jadi dibiarkan.",
            tempat=str(path),
            saran=PINDAHKAN,
        )
    versi = re.search(r'XLWINGS_VERSI(?:ON)? As String = "([^"]*)"', modul[sambung])
    lembar = bagian[LEMBAR].decode("utf-8", "replace")
    setelan = {kunci: os.path.expandvars(unescape(nilai)) for kunci, nilai in _SETELAN.findall(lembar)}
    return IsiXlam(
        versi[1] if versi else "",
        Path(setelan.get("INTERPRETER_WIN", "")),
        Path(setelan.get("PYTHONPATH", "")),
        {bit: Path(dll) for bit in (32, 64) if (dll := setelan.get(f"DLL_{bit}"))},
        lama=sambung == SAMBUNG_LAMA,
    )
