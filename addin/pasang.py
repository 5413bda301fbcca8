"""Install kinerja.xlam for the current user of Windows, remove it, and find out why it does not work.

Everything that belongs to the machine comes in through `Komputer`, so that the rest runs anywhere.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kinerja.berkas import explain_oserror
from kinerja.errors import BerkasError, KinerjaError

ASR_ANAK_PROSES = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""Defender rule "block all Office applications from creating child processes": Python cannot be started then."""
ASR = (
    r"HKLM\SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"HKLM\SOFTWARE\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
OFFICE = r"HKLM\SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
TANDA_INTERNET = "Zone.Identifier"
TANPA_PYTHON = "Add-in tanpa Python: tidak memerlukan apa pun di komputer ini."


@dataclass(frozen=True, slots=True)
class Komputer:
    """The machine: folder %APPDATA%, the Python to start, the folder of this package, what can be asked of it."""

    appdata: Path
    python: Path
    pustaka: Path
    read_registry: Callable[[str, str], object]
    has_module: Callable[[str], bool]
    versi_xlwings: str

    @property
    def xlam(self) -> Path:
        """Where the add-in belongs: Excel opens what lies there."""
        return self.appdata / "Microsoft/Excel/XLSTART/kinerja.xlam"


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """One thing that was looked at: whether it is well, and what to do if not."""

    baik: bool
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
    try:
        versi = version("xlwings")
    except PackageNotFoundError:
        versi = ""
    return Komputer(
        appdata=_find_appdata(),
        python=Path(sys.executable),
        pustaka=Path(__file__).parents[1],
        read_registry=_read_registry,
        has_module=lambda nama: importlib.util.find_spec(nama) is not None,
        versi_xlwings=versi,
    )


def install(komputer: Komputer) -> Path:
    """Write kinerja.xlam, with the paths of this machine, into the start folder of Excel.

    Raises:
        BerkasError, DataError: xlwings is missing, the file cannot be written (Excel holds it open), or what lies
            there is not ours; that stays as it is.
    """
    if not komputer.versi_xlwings:
        raise BerkasError("Paket xlwings belum terpasang.", saran='Jalankan: pip install "kinerja[addin]".')
    from addin.build.xlam import build_xlam

    tanpa_jendela = komputer.python.with_name("pythonw.exe")
    python = tanpa_jendela if tanpa_jendela.exists() else komputer.python
    check_milik(komputer)
    konfigurasi = {"INTERPRETER_WIN": str(python), "PYTHONPATH": str(komputer.pustaka)}
    with explain_oserror(komputer.xlam):
        komputer.xlam.parent.mkdir(parents=True, exist_ok=True)
        return build_xlam(komputer.xlam.parent, konfigurasi)


def uninstall(komputer: Komputer) -> bool:
    """Remove kinerja.xlam; whether there was one.

    Raises:
        BerkasError, DataError: the file cannot be removed (Excel holds it open), or is not ours.
    """
    ada = check_milik(komputer)
    with explain_oserror(komputer.xlam):
        komputer.xlam.unlink(missing_ok=True)
        return ada


def check_milik(komputer: Komputer) -> bool:
    """Whether there is a kinerja.xlam, which then is ours.

    Raises:
        BerkasError, DataError: what lies there is damaged or not ours.
    """
    from addin.build.xlam_isi import read_xlam

    if not os.path.lexists(komputer.xlam):
        return False
    read_xlam(komputer.xlam)
    return True


def diagnose(komputer: Komputer) -> list[Pemeriksaan]:
    """The known reasons for which the add-in does not answer, each looked at."""
    hasil = [*_diagnose_xlam(komputer)]
    return hasil if hasil[0].pesan == TANPA_PYTHON else [*hasil, *_diagnose_komputer(komputer)]


def _diagnose_xlam(komputer: Komputer) -> Iterator[Pemeriksaan]:
    path = komputer.xlam
    if not os.path.lexists(path):
        yield Pemeriksaan(False, f"Add-in belum ada di {path}.", "Jalankan: kinerja addin pasang.")
        return
    from addin.build.xlam_isi import read_xlam

    try:
        isi = read_xlam(path)
    except KinerjaError as galat:
        pesan = f"{galat.tempat or path}: {galat.pesan}"
        yield Pemeriksaan(False, pesan, "Pindahkan berkas itu ke folder lain, lalu jalankan: kinerja addin pasang.")
        return
    if isi.murni:
        yield Pemeriksaan(True, TANPA_PYTHON)
        yield _diagnose_tanda(path)
        return
    yield Pemeriksaan(
        isi.versi == komputer.versi_xlwings,
        f"Add-in dibuat untuk xlwings {isi.versi}, terpasang {komputer.versi_xlwings or 'tidak ada'}.",
        "Jalankan lagi: kinerja addin pasang.",
    )
    yield _diagnose_tanda(path)
    yield Pemeriksaan(
        isi.python.is_file(),
        f"Python yang dipanggil Excel: {isi.python}.",
        "Jalankan kinerja addin pasang dari Python itu.",
    )


def _diagnose_tanda(path: Path) -> Pemeriksaan:
    return Pemeriksaan(
        not Path(f"{path}:{TANDA_INTERNET}").exists(),
        "Berkas add-in tanpa tanda dari internet (Mark of the Web).",
        f"Klik kanan {path}, Properties, centang Unblock; atau jalankan lagi: kinerja addin pasang.",
    )


def _diagnose_komputer(komputer: Komputer) -> Iterator[Pemeriksaan]:
    yield Pemeriksaan(
        komputer.has_module("win32com"),
        "Paket pywin32 untuk percakapan dengan Excel.",
        "Jalankan: pip install pywin32.",
    )
    bit = "32" if komputer.read_registry(OFFICE, "Platform") == "x86" else "64"
    dll = f"xlwings{bit}-{komputer.versi_xlwings}.dll"
    folder = (komputer.python.parent, komputer.python.parent.parent)
    yield Pemeriksaan(
        any((satu / dll).exists() for satu in folder),
        f"Pustaka {dll} untuk Excel {bit} bit.",
        f"Pasang ulang: pip install --force-reinstall xlwings=={komputer.versi_xlwings}; bila hilang lagi, antivirus "
        "menghapusnya: minta pengelola TI mengecualikan berkas itu.",
    )
    melarang = any(str(komputer.read_registry(kunci, ASR_ANAK_PROSES)) == "1" for kunci in ASR)
    aktif = "aktif" if melarang else "tidak aktif"
    yield Pemeriksaan(
        not melarang,
        f"Aturan Defender yang melarang Office menjalankan program lain (ASR): {aktif}.",
        "Excel tidak boleh memanggil Python di komputer ini. Minta pengelola TI mengecualikan Excel, atau pakai "
        "fungsi lewat LibreOffice atau add-in web.",
    )


def _find_appdata() -> Path:
    """The folder %APPDATA%; without it a file would land in the current folder."""
    teks = os.environ.get("APPDATA", "")
    if not teks.strip() or not Path(teks).is_absolute() or not Path(teks).is_dir():
        raise BerkasError(
            f"Folder pengguna (APPDATA) {teks or 'tidak disebut oleh Windows'}{' tidak ada' if teks else ''}.",
            saran="Jalankan dari jendela perintah biasa milik pengguna Excel itu.",
        )
    return Path(teks)


def _read_registry(kunci: str, nama: str) -> object:
    """A value of the registry, None where there is none; only called on Windows."""
    winreg = importlib.import_module("winreg")
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, kunci.removeprefix("HKLM\\")) as terbuka:
            return winreg.QueryValueEx(terbuka, nama)[0]
    except OSError:
        return None
