"""The regulations as dated data: band tables and parameters, each version with its citations.

The figures stand in the TOML files of this folder, one file a table; nothing of them is repeated in code. Whatever a
law can change belongs to a version, and whoever asks says for which day: only the edges know what today is.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

from kinerja.errors import PeraturanError
from kinerja.peraturan.jenjang import KEYAKINAN, Jenjang, Rujukan, TabelJenjang
from kinerja.peraturan.loader import SKEMA, parse_parameter, parse_tabel
from kinerja.peraturan.parameter import (
    BOBOT_PENUH,
    MAKS_DESIMAL,
    Arah,
    Deret,
    Komponen,
    Parameter,
    Subkomponen,
    Unsur,
    check_bobot,
)

__all__ = [
    "BOBOT_PENUH",
    "KATEGORI",
    "KEYAKINAN",
    "MAKS_DESIMAL",
    "PARAMETER",
    "TABEL",
    "Arah",
    "Deret",
    "Jenjang",
    "Komponen",
    "Parameter",
    "Rujukan",
    "Subkomponen",
    "TabelJenjang",
    "Unsur",
    "check_bobot",
    "get_parameter",
    "get_tabel",
    "list_berlaku",
]

KATEGORI = {
    "peringkat": "capaian_kategori",
    "mutu": "capaian_kategori_mutu",
    "warna": "capaian_kategori_warna",
}
"""Scales of capaian that a region may choose, the usual one first: as data sets call them, and their tables."""
TABEL = ("skm_mutu", "sakip_predikat", "sakip_kriteria", *KATEGORI.values())
PARAMETER = tuple(SKEMA)

T = TypeVar("T", TabelJenjang, Parameter)


def get_tabel(nama: str, *, pada: date) -> TabelJenjang:
    """The band table `nama` (one of `TABEL`) in force on `pada`.

    Raises:
        PeraturanError: no such table, or none in force yet on that day.

    >>> get_tabel("skm_mutu", pada=date(2024, 1, 2)).find(88.3).teks
    '76,61 – 88,30'
    """
    return _get_tabel(nama, pada)


def get_parameter(nama: str, *, pada: date) -> Parameter:
    """The parameters `nama` (one of `PARAMETER`) in force on `pada`. Raises as `get_tabel`.

    >>> get_parameter("skm", pada=date(2024, 1, 2)).bilangan("faktor_konversi")
    25
    """
    return _get_parameter(nama, pada)


def list_berlaku(*, pada: date) -> dict[str, date | None]:
    """Since when the version of each table and parameter file that is in force on `pada` is; None before the first.

    Two days of equal lists have one law.

    >>> list_berlaku(pada=date(2017, 5, 8))["skm"] is None
    True
    """
    hasil: dict[str, date | None] = {}
    for daftar, get in ((TABEL, get_tabel), (PARAMETER, get_parameter)):
        for nama in daftar:
            try:
                hasil[nama] = get(nama, pada=pada).berlaku
            except PeraturanError:
                hasil[nama] = None
    return hasil


@lru_cache(maxsize=256)
def _get_tabel(nama: str, pada: date) -> TabelJenjang:
    _check_nama(nama, TABEL)
    return _choose(parse_tabel(nama, _read(nama)), pada)


@lru_cache(maxsize=256)
def _get_parameter(nama: str, pada: date) -> Parameter:
    _check_nama(nama, PARAMETER)
    return _choose(parse_parameter(nama, _read(nama)), pada)


def _read(nama: str) -> str:
    return files("kinerja.peraturan").joinpath(f"{nama}.toml").read_text(encoding="utf-8")


def _check_nama(nama: str, daftar: tuple[str, ...]) -> None:
    if nama not in daftar:
        raise PeraturanError(f"Tidak ada peraturan {nama!r}.", saran=f"Yang ada: {', '.join(daftar)}.")


def _choose(versi: tuple[T, ...], pada: date) -> T:
    berlaku = [x for x in versi if x.berlaku <= pada]
    if not berlaku:
        raise PeraturanError(
            f"{versi[0].uraian}: tidak ada peraturan yang berlaku pada {pada:%d-%m-%Y}.",
            saran=f"Pakai tanggal {versi[0].berlaku:%d-%m-%Y} atau sesudahnya.",
        )
    return berlaku[-1]
