"""What a comparison gives to those who show it: pairs by group, and all that a sheet says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple, Protocol

from kinerja.anggaran.rekon import write_status
from kinerja.anggaran.sumber import SEBUTAN, Peran, Sumber
from kinerja.anggaran.temuan import TemuanAnggaran
from kinerja.temuan import JenisTemuan


class Kelompok(IntEnum):
    """Where a pair belongs; the amounts of the four together are the totals of both sides."""

    COCOK = 0
    BERBEDA = 1
    HANYA_PERJANJIAN = 2
    HANYA_DPA = 3


NAMA_KELOMPOK = {
    Kelompok.COCOK: "Cocok",
    Kelompok.BERBEDA: "Berbeda",
    Kelompok.HANYA_PERJANJIAN: "Hanya di perjanjian",
    Kelompok.HANYA_DPA: "Hanya di DPA",
}


class Letak(NamedTuple):
    """Where an amount stands: its source, the part of that, the row in the part."""

    peran: Peran
    bagian: int
    baris: int


class Pasangan(NamedTuple):
    """What the sources say of one key; amounts in sen, None where there is none.

    Attributes:
        kec, kode: numbers of the kecamatan and of the code.
        bagian_perjanjian, baris_perjanjian: part of the source and row in it; None where it is not there. So for each.
        n_perjanjian: rows that nothing tells apart.
        kosong_perjanjian: an amount is blank.
        beda: perjanjian and DPA have different amounts.
        lebih: the realisation is above the ceiling.
    """

    kec: int
    kode: int
    nama: str | None
    kelompok: int
    perjanjian: int | None
    dpa: int | None
    realisasi: int | None
    selisih: int | None
    bagian_perjanjian: int | None
    bagian_dpa: int | None
    bagian_realisasi: int | None
    baris_perjanjian: int | None
    baris_dpa: int | None
    baris_realisasi: int | None
    n_perjanjian: int | None
    n_dpa: int | None
    n_realisasi: int | None
    kosong_perjanjian: bool | None
    kosong_dpa: bool | None
    kosong_realisasi: bool | None
    beda: bool
    lebih: bool

    def get_sen(self, peran: Peran) -> int | None:
        """The amount of a source."""
        sen: int | None = getattr(self, peran)
        return sen

    def find_letak(self, peran: Peran) -> Letak | None:
        """Where it stands in its source."""
        bagian, baris = _AMBIL[peran](self)
        return None if bagian is None or baris is None else Letak(peran, bagian, baris)

    def describe(self) -> str:
        """The words of `kinerja.anggaran.rekon`; most pairs are in one of a few states."""
        return _describe(self[-2 * len(SEBUTAN) - 2 :])


_AMBIL = {p: attrgetter(f"bagian_{p}", f"baris_{p}") for p in SEBUTAN}


@lru_cache(maxsize=1024)
def _describe(keadaan: Sequence[int | None]) -> str:
    """Words for rows and blanks of each source, beda and lebih."""
    banyak = {sebutan: n or 0 for sebutan, n in zip(SEBUTAN.values(), keadaan, strict=False)}
    kosong = [sebutan for sebutan, satu in zip(SEBUTAN.values(), keadaan[len(SEBUTAN) :], strict=False) if satu]
    return write_status(banyak, kosong, beda=bool(keadaan[-2]), lebih=bool(keadaan[-1]))


@dataclass(frozen=True, slots=True)
class IsiKelompok:
    """Pairs of one group, by kecamatan and code.

    Attributes:
        baris: those that are told one by one.
        lebih: how many there are beyond.
        sisa: what these come to in sen.
    """

    baris: Sequence[Pasangan]
    lebih: int
    sisa: Mapping[Peran, int]


class Hasil(Protocol):
    """A comparison as sheets look at it; what each is says `kinerja.anggaran.banding.hasil.Rekonsiliasi`."""

    @property
    def sumber(self) -> Mapping[Peran, Sumber]: ...  # noqa: D102

    @property
    def kunci_kecamatan(self) -> Sequence[str]: ...  # noqa: D102

    @property
    def kunci_kode(self) -> Sequence[str]: ...  # noqa: D102

    @property
    def nama_kecamatan(self) -> Mapping[str, str]: ...  # noqa: D102

    @property
    def tingkat(self) -> int: ...  # noqa: D102

    @property
    def temuan(self) -> Sequence[TemuanAnggaran]: ...  # noqa: D102

    @property
    def toleransi(self) -> Decimal: ...  # noqa: D102

    @property
    def jenis(self) -> Mapping[str, JenisTemuan]: ...  # noqa: D102

    @property
    def bersen(self) -> bool: ...  # noqa: D102

    def list_pasangan(self, kelompok: Kelompok, maks: int) -> IsiKelompok: ...  # noqa: D102
