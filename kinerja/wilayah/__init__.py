"""The register of Indonesia's kecamatan by Kemendagri code; see NOTICE for the source of the data.

The code is the key, never the name: 7.285 kecamatan share 6.906 names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from kinerja.dekat import find_nearest, propose
from kinerja.errors import DataError

MAKS_KODE = 80
"""Letters of a code; whatever is longer is none, and is not looked at."""


class Kabkota(NamedTuple):
    """A kabupaten or kota: code `12.71`, name `Kota Medan`, its provinsi."""

    kode: str
    nama: str
    provinsi: str


class KecamatanTerdaftar(NamedTuple):
    """A kecamatan of the register: code `12.71.17`, name, name of its kabupaten/kota and provinsi."""

    kode: str
    nama: str
    kabkota: str
    provinsi: str


def normalize_kode(kode: str) -> str:
    """The code with its dots, from any common spelling; what is not a code comes back trimmed.

    >>> normalize_kode("127117"), normalize_kode(" 12-71-17 "), normalize_kode("1271"), normalize_kode("Medan ")
    ('12.71.17', '12.71.17', '12.71', 'Medan')
    """
    rapi = kode.strip()
    if len(rapi) > MAKS_KODE:
        return rapi
    angka = re.fullmatch(r"([0-9]{2})[ .\-/]?([0-9]{2})(?:[ .\-/]?([0-9]{2}))?", rapi)
    return ".".join(a for a in angka.groups() if a) if angka else rapi


def find_kecamatan(kode: str) -> KecamatanTerdaftar:
    """The kecamatan of that code.

    Raises:
        DataError: no such code; the sentence names the only one that a slip away would be.

    >>> find_kecamatan("127117").nama
    'Medan Baru'
    >>> find_kecamatan("12.17.19")
    Traceback (most recent call last):
    kinerja.errors.DataError: Kode kecamatan 12.17.19 tidak terdaftar. Mungkin maksudnya 12.17.09 (Sitio-tio).
    """
    daftar = _load_kecamatan()
    baku = normalize_kode(kode)
    if baku in daftar:
        return daftar[baku]
    sedaerah = [k for k in daftar if k.startswith(baku[:5])]
    dekat = find_kode(baku, sedaerah or daftar)
    saran = f"Cari kodenya dengan: kinerja daftar kecamatan {baku[:5] if sedaerah and baku[:5] else 'KATA'}"
    saran = propose(dekat and f"{dekat} ({daftar[dekat].nama})", saran)
    raise DataError(f"Kode kecamatan {_quote(baku)} tidak terdaftar.", saran=saran)


def find_kode(kode: str, daftar: Iterable[str]) -> str | None:
    """The only code that one slip of the hand makes this of: a digit that is another, or two neighbours exchanged.

    Codes have no other likeness: what merely looks alike is another region.

    >>> semua = ["35.12.02", "35.12.17"]
    >>> find_kode("35.12.71", semua), find_kode("35.12.47", semua), find_kode("35.12.99", semua)
    ('35.12.17', '35.12.17', None)
    >>> find_kode("35.12.12", semua) is None
    True
    """
    dekat = [satu for satu in daftar if _is_selip(kode, satu)]
    return dekat[0] if len(dekat) == 1 else None


def _is_selip(a: str, b: str) -> bool:
    if len(a) != len(b):
        return False
    a, b = a.replace(".", ""), b.replace(".", "")
    beda = [n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(beda) == 2:
        i, j = beda
        return j == i + 1 and (a[i], a[j]) == (b[j], b[i])
    return len(beda) == 1 and a[beda[0]].isdecimal()


def list_kecamatan(kode_kabkota: str | None = None) -> tuple[KecamatanTerdaftar, ...]:
    """The kecamatan of a kabupaten/kota, or all 7.285, by code.

    Raises:
        DataError: no such kabupaten/kota.

    >>> len(list_kecamatan("12.71")), len(list_kecamatan())
    (21, 7285)
    """
    semua = _load_kecamatan().values()
    if kode_kabkota is None:
        return tuple(semua)
    awalan = find_kabkota(kode_kabkota).kode + "."
    return tuple(k for k in semua if k.kode.startswith(awalan))


def find_kabkota(kode: str) -> Kabkota:
    """The kabupaten/kota of that code.

    Raises:
        DataError: no such code; the sentence names the only one that a slip away would be.

    >>> find_kabkota("1271")
    Kabkota(kode='12.71', nama='Kota Medan', provinsi='Sumatera Utara')
    """
    daftar = _load_kabkota()
    baku = normalize_kode(kode)
    if baku in daftar:
        return daftar[baku]
    nama = {k.nama.casefold(): k for k in daftar.values()}
    dekat = daftar.get(find_kode(baku, daftar) or baku[:5]) or nama.get(find_nearest(baku, nama) or "")
    raise DataError(
        f"Kode kabupaten/kota {_quote(baku)} tidak terdaftar.",
        saran=propose(dekat and f"{dekat.kode} ({dekat.nama})", "Cari kodenya dengan: kinerja daftar kabkota KATA."),
    )


def list_kabkota() -> tuple[Kabkota, ...]:
    """All 514 kabupaten and kota, by code."""
    return tuple(_load_kabkota().values())


def _quote(kode: str) -> str:
    """A code for a message, where it may be anything."""
    return kode if 0 < len(kode) <= MAKS_KODE else f"{kode[:MAKS_KODE]}…" if kode else "(kosong)"


def read_baris(berkas: str) -> list[list[str]]:
    """Rows of a data file below its header; no name holds a comma or a quote."""
    teks = files("kinerja.wilayah").joinpath(berkas).read_text(encoding="utf-8")
    return [baris.split(",") for baris in teks.splitlines()[1:]]


@lru_cache(maxsize=1)
def _load_kabkota() -> dict[str, Kabkota]:
    return {kode: Kabkota(kode, nama, provinsi) for kode, nama, provinsi in read_baris("kabkota.csv")}


@lru_cache(maxsize=1)
def _load_kecamatan() -> dict[str, KecamatanTerdaftar]:
    kabkota = _load_kabkota()
    return {
        kode: KecamatanTerdaftar(kode, nama, kabkota[kode[:5]].nama, kabkota[kode[:5]].provinsi)
        for kode, nama in read_baris("kecamatan.csv")
    }
