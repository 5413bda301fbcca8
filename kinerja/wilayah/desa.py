"""The villages of a kecamatan: their names where the register knows them, and what a village is called there.

The words stand in `desa.toml` with their sources: desa, kelurahan, gampong, nagari, kampung.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from kinerja.wilayah import find_kabkota, normalize_kode, read_baris

MAKS_SEBUTAN = 30
"""Letters of what a village is called; it is the title of a prompt, which has 32 at most."""
SINGKATAN = {"kel": "Kelurahan", "ds": "Desa", "gp": "Gampong", "kp": "Kampung"}


class Sebutan(NamedTuple):
    """What a village is called in a region: `Gampong`; `Desa/Kelurahan` where there are both.

    Attributes:
        awalan: how the codes of the region begin.
        sejak: the first year of agreements that say so.
        peraturan: the regulation; it, `letak`, `dibaca_dari`, `keyakinan` and `catatan` are as in citations of the law.
        jenis: only `kabupaten`, or only `kota`; empty for both.
    """

    awalan: tuple[str, ...]
    kata: str
    sejak: int
    peraturan: str
    letak: str
    dibaca_dari: str
    keyakinan: str
    jenis: str = ""
    catatan: str = ""


def list_kelurahan(kode_kecamatan: str) -> tuple[str, ...]:
    """Names of the kelurahan of a kecamatan of Kota Medan; empty elsewhere, where the register does not know them.

    >>> list_kelurahan("12.71.17")
    ('Petisah Hulu', 'Babura', 'Merdeka', 'Darat', 'Padang Bulan', 'Titi Rante')
    """
    return _load_kelurahan().get(normalize_kode(kode_kecamatan), ())


def list_sebutan() -> tuple[Sebutan, ...]:
    """The words of all regions."""
    return _load_sebutan()[1]


def list_kata() -> tuple[str, ...]:
    """The words that are known, single ones first.

    >>> list_kata()[:3], "Desa/Kelurahan" in list_kata()
    (('Desa', 'Gampong', 'Kalurahan'), True)
    """
    return tuple(dict.fromkeys((*_load_sebutan()[0], *(s.kata for s in list_sebutan()))))


def find_sebutan(kode: str, *, pada: date) -> str:
    """What a village is called in a kecamatan, kabupaten or kota, by its code: the longest beginning counts.

    Raises:
        DataError: no such kabupaten/kota.

    >>> [find_sebutan(k, pada=date(2025, 12, 31)) for k in ("12.71.17", "12.01", "11.71", "13.06", "13.71", "91.03")]
    ['Kelurahan', 'Desa/Kelurahan', 'Gampong', 'Nagari', 'Kelurahan', 'Kampung']
    """
    return _find_sebutan(normalize_kode(kode)[:5], pada.year)


@lru_cache(maxsize=1024)
def _find_sebutan(kabkota: str, tahun: int) -> str:
    jenis = find_kabkota(kabkota).nama.partition(" ")[0].casefold()
    semua = ((a, s) for s in list_sebutan() for a in s.awalan if s.jenis in ("", jenis) and s.sejak <= tahun)
    return max((len(awalan), s.sejak, s.kata) for awalan, s in semua if kabkota.startswith(awalan))[-1]


def split_sebutan(nama: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What a list of villages calls them, and their names without it; no word unless each name has one.

    >>> split_sebutan(["Desa Sumber", "Kel. Patokan"]), split_sebutan(["Aur", "Kampung Baru"])
    (('Desa/Kelurahan', ('Sumber', 'Patokan')), ('', ('Aur', 'Kampung Baru')))
    """
    dikenal = {kata.casefold(): kata for kata in _load_sebutan()[0]} | SINGKATAN
    cocok = [re.fullmatch(r"([^\W\d_]+)(?:\.\s*|\s+)(\S.*)", satu) for satu in nama]
    kata = {dikenal.get(c[1].casefold(), "") if c else "" for c in cocok}
    sebutan = "/".join(k for k in _load_sebutan()[0] if k in kata)
    if "" in kata or len(sebutan) > MAKS_SEBUTAN:
        return "", tuple(nama)
    return sebutan, tuple(c[2] for c in cocok if c)


def fill_sebutan(teks: str, sebutan: str) -> str:
    """A text with the word in its places.

    >>> fill_sebutan("{Desa}: nama {desa}", "Gampong")
    'Gampong: nama gampong'
    """
    return teks.replace("{Desa}", sebutan).replace("{desa}", sebutan.lower())


@lru_cache(maxsize=1)
def _load_sebutan() -> tuple[tuple[str, ...], tuple[Sebutan, ...]]:
    """Words that are known, and those of the regions."""
    isi = tomllib.loads(files("kinerja.wilayah").joinpath("desa.toml").read_text(encoding="utf-8"))
    return tuple(isi["dikenal"]), tuple(Sebutan(**{**b, "awalan": tuple(b["awalan"])}) for b in isi["sebutan"])


@lru_cache(maxsize=1)
def _load_kelurahan() -> dict[str, tuple[str, ...]]:
    hasil: dict[str, tuple[str, ...]] = {}
    for kode, nama in read_baris("kelurahan.csv"):
        hasil[kode[:8]] = (*hasil.get(kode[:8], ()), nama)
    return hasil
