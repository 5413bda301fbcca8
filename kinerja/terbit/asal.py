"""From which data a batch was issued: a name and a digest that tell later whether two runs had the same."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kinerja.alamat import show_nama
from kinerja.berkas import explain_read
from kinerja.tabel.batas import MAKS_BERKAS
from kinerja.tabel.pintu import refuse_besar

BAWAAN, NASIONAL = "bawaan medan_2024", "daftar wilayah nasional"
"""Data that ship with the program."""
TAK_DIKETAHUI = "tidak diketahui (terbit sebelum ada register)"
_SEMULA = ", semula "


def read_asal(path: Path) -> tuple[str, str]:
    """Name of a source and SHA-256 of its bytes; of a folder, of the names and digests of its CSV files in order.

    Raises:
        DataError: it cannot be read, or is larger than what is read as data.
    """
    with explain_read(path):
        if not path.is_dir():
            return show_nama(path.name), _hash(path)
        semua = sorted(p for p in path.iterdir() if p.suffix.casefold() == ".csv")
    baris = [f"{_hash(p)}  {p.name}\n" for p in semua]
    return show_nama(path.resolve().name), hashlib.sha256("".join(baris).encode(errors="replace")).hexdigest()


def join_asal(asal: tuple[str, str], semula: tuple[str, str]) -> tuple[str, str]:
    """Of a perubahan: its own source, and that of the murni which it shows; a digest of both where one is the user's.

    >>> join_asal(("bawaan", ""), ("bawaan", ""))
    ('bawaan, semula bawaan', '')
    """
    sidik = hashlib.sha256(f"{asal[1]}\n{semula[1]}\n".encode()).hexdigest() if asal[1] or semula[1] else ""
    return f"{asal[0]}{_SEMULA}{semula[0]}", sidik


def list_pilihan(sumber: str, tahun: int) -> list[str]:
    """The options by which `kinerja buat` takes the data of that name again; where they lie nobody remembers.

    >>> list_pilihan("ubah.xlsx, semula induk.xlsx", 2025), list_pilihan(BAWAAN, 2024)
    (['--data', 'ubah.xlsx', '--semula', 'induk.xlsx'], [])
    """
    if sumber == NASIONAL:
        return ["--semua", "--tahun", str(tahun)]
    data, _, semula = sumber.partition(_SEMULA)
    pilihan = [] if data == BAWAAN else ["--data", "DATA" if data == TAK_DIKETAHUI else data]
    return [*pilihan, "--semula", "bawaan" if semula == BAWAAN else semula] if semula else pilihan


def _hash(path: Path) -> str:
    with explain_read(path):
        if path.stat().st_size > MAKS_BERKAS:
            raise refuse_besar(str(path), MAKS_BERKAS)
        with path.open("rb") as berkas:
            return hashlib.file_digest(berkas, "sha256").hexdigest()
