"""Whether Excel is a 32-bit or a 64-bit program: it loads a DLL of its own kind only, whatever Python is.

The program itself says so; where it cannot be read, what Office wrote into the registry: ClickToRun its `Platform`, an
Office installed from MSI files the `Bitness` of Outlook, and the half of the registry that it stands in.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path

EXCEL = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
"""Its nameless value is the path of EXCEL.EXE."""
CLICK_TO_RUN = (
    r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration",
    r"HKLM\SOFTWARE\Microsoft\Office\15.0\ClickToRun\Configuration",
)
OFFICE = (r"HKLM\SOFTWARE\Microsoft\Office", r"HKLM\SOFTWARE\WOW6432Node\Microsoft\Office")
"""Of programs of Windows' own kind, and of 32-bit programs on a 64-bit Windows."""
VERSI_MSI = ("16.0", "15.0", "14.0")
WINDOWS = r"HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
BIT = {"x86": 32, "x64": 64}
MESIN = {0x14C: 32, 0x8664: 64}
"""The machine in the head of a program (PE format)."""

Baca = Callable[[str, str], object]


def find_bit(read: Baca) -> int | None:
    """32, 64, or None where that cannot be known: no Excel, two kinds of Office, a registry that may not be read.

    Args:
        read: key and name -> value of the registry, None where there is none; OSError where it may not be read.
    """
    try:
        excel = str(read(EXCEL, "") or "").strip().strip('"')
        if excel and (bit := read_mesin(Path(excel))):
            return bit
        for sumber in (_list_click_to_run, _list_msi):
            semua = set(sumber(read))
            if semua:
                return semua.pop() if len(semua) == 1 else None
    except OSError:
        return None
    return None


def read_mesin(program: Path) -> int | None:
    """32 or 64 from the head of a program, of which some bytes are read; None for anything else."""
    try:
        with program.open("rb") as berkas:
            awal = berkas.read(64)
            if awal[:2] != b"MZ" or len(awal) < 64:
                return None
            berkas.seek(struct.unpack_from("<I", awal, 60)[0])
            kepala = berkas.read(6)
    except OSError:
        return None
    if kepala[:4] != b"PE\0\0" or len(kepala) < 6:
        return None
    return MESIN.get(struct.unpack_from("<H", kepala, 4)[0])


def _list_click_to_run(read: Baca) -> Iterator[int]:
    for kunci in CLICK_TO_RUN:
        platform = str(read(kunci, "Platform")).lower()
        if platform in BIT:
            yield BIT[platform]


def _list_msi(read: Baca) -> Iterator[int]:
    asli = 32 if str(read(WINDOWS, "PROCESSOR_ARCHITECTURE")).lower() == "x86" else 64
    for kunci, belahan in zip(OFFICE, (asli, 32), strict=True):
        for versi in VERSI_MSI:
            bitness = str(read(rf"{kunci}\{versi}\Outlook", "Bitness")).lower()
            if bitness in BIT:
                yield BIT[bitness]
            elif read(rf"{kunci}\{versi}\Excel\InstallRoot", "Path"):
                yield belahan
