"""Parameters of a rule: figures and names that a regulation fixes, read by type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.peraturan.jenjang import Rujukan


@dataclass(frozen=True, slots=True)
class Subkomponen:
    """A part of a SAKIP component and its weight."""

    nama: str
    bobot: Decimal


@dataclass(frozen=True, slots=True)
class Komponen:
    """A SAKIP component, its weight, and its parts (none where the source does not give them)."""

    nama: str
    bobot: Decimal
    subkomponen: tuple[Subkomponen, ...]


Isi = int | Decimal | tuple[str, ...] | tuple[Decimal, ...] | tuple[Komponen, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One version of a parameter file; `isi` is read through the typed methods.

    A key that is not there, or is of another type, is our own slip: TypeError or KeyError.
    """

    nama: str
    uraian: str
    isi: Mapping[str, Isi]
    rujukan: tuple[Rujukan, ...]
    berlaku: date

    def bilangan(self, kunci: str) -> int:
        """A whole number."""
        nilai = self.isi[kunci]
        if not isinstance(nilai, int):
            raise TypeError(kunci)
        return nilai

    def angka(self, kunci: str) -> Decimal:
        """A decimal number."""
        nilai = self.isi[kunci]
        if not isinstance(nilai, Decimal):
            raise TypeError(kunci)
        return nilai

    def daftar_teks(self, kunci: str) -> tuple[str, ...]:
        """Names, in the order of the regulation."""
        return tuple(x for x in self._daftar(kunci) if isinstance(x, str))

    def daftar_angka(self, kunci: str) -> tuple[Decimal, ...]:
        """Decimal numbers, in the order of the source."""
        return tuple(x for x in self._daftar(kunci) if isinstance(x, Decimal))

    def daftar_komponen(self, kunci: str) -> tuple[Komponen, ...]:
        """SAKIP components, in the order of the regulation."""
        return tuple(x for x in self._daftar(kunci) if isinstance(x, Komponen))

    def _daftar(self, kunci: str) -> tuple[str | Decimal | Komponen, ...]:
        nilai = self.isi[kunci]
        if not isinstance(nilai, tuple):
            raise TypeError(kunci)
        return nilai
