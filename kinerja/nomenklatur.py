"""Standard names of the programmes, kegiatan and sub-kegiatan of a kecamatan (bidang 7.01).

After Keputusan Menteri Dalam Negeri 050-5889/2021 and its changes, as one regency uses it. The six programmes are
complete; the kegiatan and sub-kegiatan are not, so a code that is missing here is not thereby wrong.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kinerja.kode import normalize_kode


@dataclass(frozen=True, slots=True)
class Nomenklatur:
    """One entry: code `7.01.06`, level (`program`, `kegiatan`, `sub_kegiatan`), name as in the decree."""

    kode: str
    tingkat: str
    nama: str


@dataclass(frozen=True, slots=True)
class Kecocokan:
    """Which programme speaks of what a kind of indikator measures.

    Attributes:
        jenis: the kind, as `kinerja.perjanjian.jenis` spells it.
        program: the programme that fits.
        pengecualian: a sub-kegiatan of another programme that fits as well.
        sumber: where the nomenclature says so.
    """

    jenis: str
    program: Nomenklatur
    pengecualian: Nomenklatur | None
    sumber: str


@lru_cache(maxsize=4096)
def normalize_nama(nama: str) -> str:
    """What two spellings of one programme have in common; for comparison only.

    >>> normalize_nama("7.01.04 PROGRAM  KOORDINASI KETENTRAMAN ") == normalize_nama("Program Koordinasi Ketenteraman")
    True
    """
    teks = re.sub(r"^[0-9.\- ]+", "", nama.strip()).casefold()
    teks = " ".join(re.findall(r"[^\W_]+", teks)).removeprefix("program ")
    return teks.replace("ketenteraman", "ketentraman").replace("pemerintahan", "pemerintah")


def find_nomenklatur(kode: str) -> Nomenklatur | None:
    """The entry of that code on any level, or None.

    >>> find_nomenklatur("7.01.06.2.01.11").nama
    'Fasilitasi Penyelenggaraan Ketenteraman dan Ketertiban Umum'
    """
    return _load().get(normalize_kode(kode))


@lru_cache(maxsize=65_536)
def find_program(teks: str) -> Nomenklatur | None:
    """The standard programme of that code or that name, however it is spelled, or None.

    >>> find_program("07.01.05").nama
    'PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM'
    >>> find_program("Program Koordinasi Ketenteraman dan Ketertiban Umum").kode
    '7.01.04'
    """
    kode, nama = normalize_kode(teks), normalize_nama(teks)
    return next((p for p in list_program() if p.kode == kode or normalize_nama(p.nama) == nama), None)


@lru_cache(maxsize=1)
def list_program() -> tuple[Nomenklatur, ...]:
    """The six standard programmes, by code."""
    return tuple(n for n in _load().values() if n.tingkat == "program")


@lru_cache(maxsize=1)
def list_kecocokan() -> dict[str, Kecocokan]:
    """What fits, by kind; kinds that any programme may carry are not in it.

    >>> {jenis: k.program.kode for jenis, k in list_kecocokan().items()}
    {'manfaat': '7.01.03', 'trantibum': '7.01.04'}
    """
    semua = _load()
    return {
        b["jenis"]: Kecocokan(
            b["jenis"], semua[b["program"]], semua[b["pengecualian"]] if b["pengecualian"] else None, b["sumber"]
        )
        for b in _read("kecocokan")
    }


@lru_cache(maxsize=1)
def _load() -> dict[str, Nomenklatur]:
    return {b["kode"]: Nomenklatur(**b) for b in _read("nomenklatur")}


def _read(nama: str) -> Iterator[dict[str, str]]:
    teks = files("kinerja").joinpath("data", f"{nama}.csv").read_text(encoding="utf-8")
    return csv.DictReader(teks.splitlines())
