"""Codes of findings that are reported where something is read, with what each means, beside the reading."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul


@dataclass(frozen=True, slots=True)
class JenisKumpul:
    """What a code means, and how such a finding is made.

    Attributes:
        kode: `KU` and two digits; stable.
        arti: a few words, for lists.
        saran: what to do, unless a finding says otherwise.
    """

    kode: str
    tingkat: Bobot
    arti: str
    saran: str

    def report(
        self, tempat: tuple[str, str], pesan: str, *, terbit: str = "", datang: str = "", saran: str = ""
    ) -> TemuanKumpul:
        """A finding of this code at a sheet and cell, either of which may be empty."""
        return TemuanKumpul(self.kode, self.tingkat, *tempat, terbit, datang, pesan, saran or self.saran)


def list_jenis(*modul: ModuleType) -> tuple[JenisKumpul, ...]:
    """The codes that stand in some modules, in order."""
    semua = (satu for m in modul for satu in vars(m).values() if isinstance(satu, JenisKumpul))
    return tuple(sorted(semua, key=lambda j: j.kode))
