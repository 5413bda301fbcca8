"""What the add-in with Python needs on a machine, looked at before anything is written, and when it stays silent."""

from __future__ import annotations

from codecs import lookup
from collections.abc import Iterator, Mapping
from pathlib import Path

from addin.bit_excel import find_bit
from addin.komputer import Komputer, Pemeriksaan
from kinerja.ekstra import advise_ekstra

TOKO = ("windowsapps", "pythonsoftwarefoundation.python.")
"""How folders of a Python from the Microsoft Store begin."""
DARI_TOKO = (
    "Python ini dari Microsoft Store: yang ditulisnya ke folder pengguna disimpan Windows di tempat lain, yang tidak "
    "dilihat Excel."
)
PASANG_PYTHON = (
    "Pasang Python 64 bit dari python.org, lalu kinerja dengan Python itu. Tanpa Python sama sekali: "
    "kinerja addin bangun --untuk excel."
)


HALAMAN_ANSI = (r"HKLM\SYSTEM\CurrentControlSet\Control\Nls\CodePage", "ACP")
"""Where Windows keeps the number of its ANSI code page."""
PINDAH_HURUF = (
    r"Pasang Python dan kinerja di folder yang namanya hanya huruf Latin, seperti C:\Python. Tanpa Python sama sekali: "
    "kinerja addin bangun --untuk excel."
)


def list_syarat(komputer: Komputer) -> Iterator[Pemeriksaan]:
    """Each requirement; those that depend on one that is not met are left out."""
    yield from list_syarat_python(komputer)
    yield from check_huruf(komputer, komputer.python, komputer.pustaka)
    if komputer.versi_xlwings:
        yield from check_dll(komputer, {bit: dll for bit in (32, 64) if (dll := find_dll(komputer, bit))})


def list_syarat_python(komputer: Komputer) -> Iterator[Pemeriksaan]:
    """What this Python needs."""
    toko = is_toko(komputer.python, komputer.asal, komputer.pustaka)
    yield Pemeriksaan(not toko, DARI_TOKO if toko else f"Python: {komputer.python}.", PASANG_PYTHON)
    versi = komputer.versi_xlwings
    ada = f"Paket xlwings {versi} terpasang." if versi else "Paket xlwings belum terpasang."
    yield Pemeriksaan(bool(versi), ada, advise_ekstra("addin"))
    pywin32 = komputer.has_module("win32com")
    ada = f"Paket pywin32 untuk percakapan dengan Excel {'' if pywin32 else 'belum '}terpasang."
    yield Pemeriksaan(pywin32, ada, "Jalankan: pip install pywin32.")


def check_huruf(komputer: Komputer, *jalan: Path) -> Iterator[Pemeriksaan]:
    """The paths of the command that starts Python, which VBA hands on in the letters of Windows' ANSI code page alone.

    Nothing is said where all is well, or where that page is not known.
    """
    try:
        halaman = f"cp{int(str(komputer.read_registry(*HALAMAN_ANSI)))}"
        lookup(halaman)
    except (OSError, ValueError, LookupError):
        return
    for satu in jalan:
        asing = "".join(dict.fromkeys(huruf for huruf in str(satu) if not _has_huruf(huruf, halaman)))
        if asing:
            pesan = f"Excel tidak dapat memanggil {satu}, sebab ada huruf di luar kode halaman Windows: {asing}."
            yield Pemeriksaan(False, pesan, PINDAH_HURUF)


def _has_huruf(huruf: str, halaman: str) -> bool:
    try:
        return bool(huruf.encode(halaman))
    except UnicodeEncodeError:
        return False


def is_toko(*folder: Path) -> bool:
    r"""Whether one of these belongs to a Python from the Microsoft Store.

    >>> is_toko(Path("C:/Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.11_3.11.9_x64__qbz5n2kfra8p0"))
    True
    >>> is_toko(Path("C:/Users/budi/AppData/Local/Programs/Python/Python311"))
    False
    """
    bagian = [satu for jalan in folder for satu in str(jalan).replace("\\", "/").lower().split("/")]
    return any(satu.startswith(TOKO) for satu in bagian)


def find_dll(komputer: Komputer, bit: int) -> Path | None:
    """The DLL for an Excel of so many bits; None where xlwings brought none."""
    nama = f"xlwings{bit}-{komputer.versi_xlwings}.dll".lower()
    return next((satu for satu in komputer.dll if satu.name.lower() == nama), None)


def check_dll(komputer: Komputer, dll: Mapping[int, Path]) -> Iterator[Pemeriksaan]:
    """The DLL of Excel's kind; of both kinds where Excel's cannot be known.

    Args:
        dll: 32 and 64 -> the file that Excel will load, or loads.
    """
    bit = find_bit(komputer.read_registry)
    if bit is None:
        pesan = "Excel 32 atau 64 bit: tidak dapat diketahui, jadi pustaka untuk keduanya diperiksa."
        yield Pemeriksaan(None, pesan, "Lihat di Excel: Akun (Account) > Tentang Excel (About Excel).")
    for satu in (bit,) if bit else (32, 64):
        nama = f"Pustaka xlwings{satu}-{komputer.versi_xlwings}.dll untuk Excel {satu} bit"
        berkas = dll.get(satu)
        if berkas is None:
            pesan = f"{nama} tidak dibawa oleh xlwings yang terpasang, seperti pada Python 32 bit dan ARM."
            yield Pemeriksaan(False, pesan, PASANG_PYTHON)
        elif not berkas.is_file():
            saran = (
                f"Pasang ulang: pip install --force-reinstall xlwings=={komputer.versi_xlwings}, lalu "
                "kinerja addin pasang; bila hilang lagi, antivirus menghapusnya: minta pengelola TI mengecualikan "
                "berkas itu."
            )
            yield Pemeriksaan(False, f"{nama} tidak ada di {berkas.parent}.", saran)
        else:
            yield Pemeriksaan(True, f"{nama} ada di {berkas.parent}.")
