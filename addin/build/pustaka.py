"""What the builders share: our library as an extension or a browser carries it, others' packages, zip files.

The library is rules, tables and functions, and needs the standard library only.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from kinerja.errors import BerkasError

PAKET = ("kinerja.rumus", "kinerja.peraturan")
MODUL = {
    "kinerja": ("__init__", "alamat", "bilangan", "errors", "judul", "kode", "nomenklatur"),
    "kinerja.anggaran": (
        *("__init__", "arti", "bukti", "butir", "judul_rentang", "jumlahan", "kedudukan", "label", "rekon", "rentang"),
        *("kumpulan", "satuan", "sel_kode", "sen", "sumber", "ulangan"),
    ),
    "addin": ("__init__", "aturan", "baca", "daftar", "ejaan", "hari_ini", "nilai", "spec"),
}


def read_pustaka(*hosts: str) -> dict[str, bytes]:
    """Path inside the library -> content, for the host modules named ("calc.py"); sorted, so that builds repeat."""
    isi: dict[str, bytes] = {}
    for paket in PAKET:
        isi |= _read(paket, [satu.name for satu in files(paket).iterdir() if satu.name.endswith((".py", ".toml"))])
    isi |= _read("kinerja.data", ["nomenklatur.csv"])
    for paket, modul in MODUL.items():
        isi |= _read(paket, [f"{satu}.py" for satu in modul])
    isi |= _read("addin", [satu.name for satu in files("addin").iterdir() if satu.name.startswith("fungsi")])
    isi |= _read("addin.hosts", ["__init__.py", *hosts])
    return dict(sorted(isi.items()))


def find_paket(nama: str, ekstra: str) -> Path:
    """Folder of an installed package, which is not imported: xlwings takes pandas along.

    Raises:
        BerkasError: it is not installed; `ekstra` are our extras that bring it.
    """
    spec = find_spec(nama.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise BerkasError(f"Paket {nama} belum terpasang.", saran=f'Jalankan: pip install "kinerja[{ekstra}]".')
    return Path(spec.origin).parent


def pack(isi: Mapping[str, bytes]) -> bytes:
    """A zip of these files, in their order; the same to the byte whenever and wherever it is built."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in isi.items():
            info = zipfile.ZipInfo(nama, (2025, 1, 1, 0, 0, 0))
            arsip.writestr(info, data, zipfile.ZIP_DEFLATED)
    return wadah.getvalue()


def _read(paket: str, nama: list[str]) -> dict[str, bytes]:
    folder = paket.replace(".", "/")
    return {f"{folder}/{satu}": files(paket).joinpath(satu).read_bytes() for satu in nama}
