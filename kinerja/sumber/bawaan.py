"""Data that ship with the package; reading them needs no spreadsheet reader."""

from __future__ import annotations

from importlib.resources import files

from kinerja.errors import DataError
from kinerja.perjanjian import PerjanjianKinerja
from kinerja.sumber.baris import Baris
from kinerja.sumber.susun import build_perjanjian
from kinerja.sumber.tabel import parse_toml


def load_bundled(nama: str = "medan_2024") -> tuple[PerjanjianKinerja, ...]:
    """The agreements of a data set that ships with the package.

    Raises:
        DataError: no such data set.

    >>> len(load_bundled())
    21
    """
    return build_perjanjian(_read(nama), f"{nama}.toml")


def load_baku() -> dict[str, list[Baris]]:
    """The standard rows of the tables `indikator` and `daftar`, for a new input workbook.

    >>> [baris.read_teks("jenis") for baris in load_baku()["indikator"]]
    ['skm', 'sakip', 'manfaat', 'trantibum']
    """
    return _read("baku")


def _read(nama: str) -> dict[str, list[Baris]]:
    berkas = files("kinerja").joinpath("data", f"{nama}.toml")
    if not berkas.is_file():
        raise DataError(f"Tidak ada data bawaan {nama!r}.", saran="Yang ada: medan_2024.")
    return parse_toml(berkas.read_text(encoding="utf-8"), f"{nama}.toml")
