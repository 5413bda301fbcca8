"""The Windows machine that Excel and Python stand on: folders, registry, the installed xlwings.

Everything that belongs to the machine comes in through `Komputer`, so that the rest runs anywhere.
"""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from kinerja.errors import BerkasError

AKAR_REGISTRI = {"HKLM": "HKEY_LOCAL_MACHINE", "HKCU": "HKEY_CURRENT_USER"}
_DLL = re.compile(r"xlwings(?:32|64)-[^/\\]+\.dll", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Komputer:
    """The machine.

    Args:
        appdata: folder %APPDATA%.
        python: the Python to start.
        asal: the folder of the Python behind a virtual environment.
        pustaka: the folder that holds this package.
        read_registry: key (`HKLM\\…`) and name -> value, None where there is none; OSError where it may not be read.
        list_registry: key -> names of its values, in the same way.
        has_module: whether a package can be imported.
        versi_xlwings: "" where it is not installed.
        dll: files that xlwings brought for Excel, as its own list of files has them; perhaps no longer there.
    """

    appdata: Path
    python: Path
    asal: Path
    pustaka: Path
    read_registry: Callable[[str, str], object]
    list_registry: Callable[[str], list[str]]
    has_module: Callable[[str], bool]
    versi_xlwings: str
    dll: tuple[Path, ...]

    @property
    def xlam(self) -> Path:
        """Where the add-in belongs: Excel opens what lies there."""
        return self.appdata / "Microsoft/Excel/XLSTART/kinerja.xlam"


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """One thing that was looked at: whether it is well, None where that cannot be known, and what to do if not."""

    baik: bool | None
    pesan: str
    saran: str = ""


def get_komputer() -> Komputer:
    """The machine that this runs on.

    Raises:
        BerkasError: not Windows, or Windows does not say where the user's folder is.
    """
    if sys.platform != "win32":
        raise BerkasError(
            "Perintah ini hanya untuk Excel di Windows.",
            saran="Di komputer ini pakai: kinerja addin bangun --untuk excel --keluar FOLDER.",
        )
    python = Path(sys.executable)
    try:
        xlwings = distribution("xlwings")
    except PackageNotFoundError:
        xlwings = None
    return Komputer(
        appdata=_find_appdata(),
        python=python,
        asal=Path(sys.base_prefix),
        pustaka=Path(__file__).parents[1],
        read_registry=_read_registry,
        list_registry=_list_registry,
        has_module=lambda nama: importlib.util.find_spec(nama) is not None,
        versi_xlwings=xlwings.version if xlwings else "",
        dll=list_dll(xlwings, python) if xlwings else (),
    )


def list_dll(paket: Distribution, python: Path) -> tuple[Path, ...]:
    """Where the DLLs of xlwings are: beside python.exe, in a virtual environment, in the user's own folder (--user).

    Where pip's list of files is wrong (--target) or there is none (conda), what lies beside the packages or beside
    python.exe, or one folder up, counts.
    """
    tertulis = {satu.name: _to_path(paket, str(satu)) for satu in paket.files or () if _DLL.fullmatch(satu.name)}
    folder = (_to_path(paket, ""), python.parent, python.parent.parent)
    ada = {dll.name: dll for satu in reversed(folder) for dll in satu.glob(f"xlwings*-{paket.version}.dll")}
    return tuple(ada.get(nama, dll) if not dll.is_file() else dll for nama, dll in sorted((ada | tertulis).items()))


def _to_path(paket: Distribution, nama: str) -> Path:
    """A file of a package, without the dots that lead out of its folder."""
    return Path(os.path.normpath(str(paket.locate_file(nama))))


def _find_appdata() -> Path:
    """The folder %APPDATA%; without it a file would land in the current folder."""
    teks = os.environ.get("APPDATA", "")
    if not teks.strip() or not Path(teks).is_absolute() or not Path(teks).is_dir():
        raise BerkasError(
            f"Folder pengguna (APPDATA) {teks or 'tidak disebut oleh Windows'}{' tidak ada' if teks else ''}.",
            saran="Jalankan dari jendela perintah biasa milik pengguna Excel itu.",
        )
    return Path(teks)


def _open_registry(kunci: str) -> Any:
    """An open key, whose 64-bit half is seen by a 32-bit Python too; only called on Windows."""
    winreg = importlib.import_module("winreg")
    akar, _, sisa = kunci.partition("\\")
    return winreg.OpenKey(getattr(winreg, AKAR_REGISTRI[akar]), sisa, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)


def _read_registry(kunci: str, nama: str) -> object:
    winreg = importlib.import_module("winreg")
    try:
        with _open_registry(kunci) as terbuka:
            return winreg.QueryValueEx(terbuka, nama)[0]
    except FileNotFoundError:
        return None


def _list_registry(kunci: str) -> list[str]:
    winreg = importlib.import_module("winreg")
    try:
        with _open_registry(kunci) as terbuka:
            return [winreg.EnumValue(terbuka, i)[0] for i in range(winreg.QueryInfoKey(terbuka)[1])]
    except FileNotFoundError:
        return []
