"""A Windows machine for tests: folders, a registry of our own, programs for Excel."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import xlwings

from addin.komputer import Komputer

VERSI = xlwings.__version__
MESIN = {32: 0x014C, 64: 0x8664, "arm": 0xAA64}
"""Machine types of the PE format."""
Isi = Mapping[tuple[str, str], object]


def make_komputer(folder: Path, registri: Isi | None = None) -> Komputer:
    """A machine on which everything is well: Python 64 bit with both DLLs beside it, as a wheel brings them."""
    python = folder / "Python311"
    python.mkdir()
    dll = tuple(python / f"xlwings{bit}-{VERSI}.dll" for bit in (32, 64))
    for berkas in (*dll, python / "python.exe", python / "pythonw.exe"):
        berkas.touch()
    (pustaka := folder / "Lib & <satu>" / "addin" / "hosts").mkdir(parents=True)
    (pustaka / "excel_mulai.py").touch()
    komputer = Komputer(
        appdata=folder / "Roaming",
        python=python / "python.exe",
        asal=python,
        pustaka=folder / "Lib & <satu>",
        read_registry=lambda kunci, nama: None,
        list_registry=lambda kunci: [],
        has_module=lambda nama: True,
        versi_xlwings=VERSI,
        dll=dll,
    )
    return set_registry(komputer, registri or set_excel(folder, 64))


def set_registry(komputer: Komputer, isi: Isi) -> Komputer:
    """The machine with these values of the registry, and no other; keys and names in any case, as on Windows."""
    kecil = {(kunci.lower(), nama.lower()): nilai for (kunci, nama), nilai in isi.items()}

    def read(kunci: str, nama: str) -> object:
        nilai = kecil.get((kunci.lower(), nama.lower()))
        if isinstance(nilai, OSError):
            raise nilai
        return nilai

    def list_nama(kunci: str) -> list[str]:
        semua = {nama: nilai for (satu, nama), nilai in isi.items() if satu.lower() == kunci.lower()}
        if galat := next((x for x in semua.values() if isinstance(x, OSError)), None):
            raise galat
        return list(semua)

    return replace(komputer, read_registry=read, list_registry=list_nama)


def set_excel(folder: Path, mesin: int | str) -> dict[tuple[str, str], object]:
    """The registry of a machine whose EXCEL.EXE is a program for 32 or 64 bit, or for ARM."""
    excel = folder / f"Office{mesin}" / "EXCEL.EXE"
    excel.parent.mkdir(exist_ok=True)
    excel.write_bytes(make_program(MESIN[mesin]))
    jalur = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
    return {(jalur, ""): f'"{excel}"'}


def make_program(mesin: int) -> bytes:
    """The head of a program: at 0x3C stands where "PE\\0\\0" is, behind that the machine (Microsoft PE format)."""
    return b"MZ" + bytes(58) + struct.pack("<I", 128) + bytes(64) + b"PE\0\0" + struct.pack("<H", mesin) + bytes(18)


def change_part(isi: bytes, nama: str, ubah: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one part changed."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(wadah, "w") as baru:
        for satu in asal.namelist():
            baru.writestr(satu, ubah(asal.read(satu)) if satu == nama else asal.read(satu))
    return wadah.getvalue()
