"""Findings are data: what a check saw, how grave it is, where, and what to do about it.

A finding's code, its meaning and the check that finds it are declared together, above the check; nothing else lists
them.

    @declare("RK09", Tingkat.INFO, "Jumlah nol", "Pastikan memang nol.")
    def check_nol(k: Konteks) -> Iterator[Temuan]: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import ModuleType
from typing import Any, Generic, Protocol, Self, TypeVar


class Tingkat(StrEnum):
    """How grave a finding is, in the words that the user reads."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class JenisTemuan:
    """What a finding code means.

    Attributes:
        kode: letters and two digits, such as `PK01`; stable.
        tingkat: severity (`Tingkat`, of returned workbooks `Bobot`), unless a finding says otherwise.
        arti: a few words, for lists.
        saran: what to do, one or two sentences.
    """

    kode: str
    tingkat: StrEnum
    arti: str
    saran: str


TANPA_JENIS = JenisTemuan("", Tingkat.INFO, "", "")
"""Before a check is called."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding.

    Attributes:
        kode: the code of its `JenisTemuan`.
        tingkat: severity.
        tempat: where, in the user's words (kode kecamatan, list, row, cell).
        pesan: what is wrong, one Indonesian sentence.
        saran: what to do, one Indonesian sentence.
    """

    kode: str
    tingkat: StrEnum
    tempat: str
    pesan: str
    saran: str

    def to_dict(self) -> dict[str, str]:
        """Plain strings, in the order of the JSON contract."""
        return {kunci: str(nilai) for kunci, nilai in asdict(self).items()}


class DenganJenis(Protocol):
    """What a check looks at; it reports under the code that it was called with."""

    def with_jenis(self, jenis: JenisTemuan) -> Self:
        """The same, reporting under that code."""
        ...


K = TypeVar("K", bound=DenganJenis)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pemeriksaan(Generic[K, T]):
    """A finding code and the check that finds it."""

    jenis: JenisTemuan
    fungsi: Callable[[K], Iterator[T]]

    def __call__(self, k: K) -> Iterator[T]:
        """What the check finds, reported under its code."""
        return self.fungsi(k.with_jenis(self.jenis))


def declare(
    kode: str, tingkat: StrEnum, arti: str, saran: str
) -> Callable[[Callable[[K], Iterator[T]]], Pemeriksaan[K, T]]:
    """Declare the finding code of a check, above it."""
    jenis = JenisTemuan(kode, tingkat, arti, saran)
    return lambda fungsi: Pemeriksaan(jenis, fungsi)


def list_pemeriksaan(*modul: ModuleType) -> tuple[Pemeriksaan[Any, Any], ...]:
    """The checks that stand in some modules by code, the order in which they run and report."""
    semua = (satu for m in modul for satu in vars(m).values() if isinstance(satu, Pemeriksaan))
    return tuple(sorted(semua, key=lambda p: p.jenis.kode))


def join_kata(bagian: Sequence[str | int]) -> str:
    """Words or numbers as a list in running text.

    >>> join_kata(["nama"]), join_kata(["nama", "pangkat"]), join_kata(["nama", "pangkat", "NIP"])
    ('nama', 'nama dan pangkat', 'nama, pangkat, dan NIP')
    """
    kata = [str(b) for b in bagian]
    if len(kata) < 3:
        return " dan ".join(kata)
    return f"{', '.join(kata[:-1])}, dan {kata[-1]}"
