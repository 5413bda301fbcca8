"""What the add-in with Python needs on a machine, looked at before anything is written, and when it stays silent."""

from __future__ import annotations

from collections.abc import Iterator
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


def list_syarat(komputer: Komputer) -> Iterator[Pemeriksaan]:
    """Each requirement; those that depend on one that is not met are left out."""
    toko = is_toko(komputer.python, komputer.asal, komputer.pustaka)
    yield Pemeriksaan(not toko, DARI_TOKO if toko else f"Python: {komputer.python}.", PASANG_PYTHON)
    versi = komputer.versi_xlwings
    ada = f"Paket xlwings {versi} terpasang." if versi else "Paket xlwings belum terpasang."
    yield Pemeriksaan(bool(versi), ada, advise_ekstra("addin"))
    pywin32 = komputer.has_module("win32com")
    ada = f"Paket pywin32 untuk percakapan dengan Excel {'' if pywin32 else 'belum '}terpasang."
    yield Pemeriksaan(pywin32, ada, "Jalankan: pip install pywin32.")
    if versi:
        yield from _check_dll(komputer)


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


def _check_dll(komputer: Komputer) -> Iterator[Pemeriksaan]:
    """The DLL of Excel's kind; of both kinds where Excel's cannot be known."""
    bit = find_bit(komputer.read_registry)
    if bit is None:
        pesan = "Excel 32 atau 64 bit: tidak dapat diketahui, jadi pustaka untuk keduanya diperiksa."
        yield Pemeriksaan(None, pesan, "Lihat di Excel: Akun (Account) > Tentang Excel (About Excel).")
    for satu in (bit,) if bit else (32, 64):
        nama = f"Pustaka xlwings{satu}-{komputer.versi_xlwings}.dll untuk Excel {satu} bit"
        berkas = find_dll(komputer, satu)
        if berkas is None:
            pesan = f"{nama} tidak dibawa oleh xlwings yang terpasang, seperti pada Python 32 bit dan ARM."
            yield Pemeriksaan(False, pesan, PASANG_PYTHON)
        elif not berkas.is_file():
            saran = (
                f"Pasang ulang: pip install --force-reinstall xlwings=={komputer.versi_xlwings}; bila hilang lagi, "
                "antivirus menghapusnya: minta pengelola TI mengecualikan berkas itu."
            )
            yield Pemeriksaan(False, f"{nama} tidak ada di {berkas.parent}.", saran)
        else:
            yield Pemeriksaan(True, f"{nama} ada di {berkas.parent}.")
