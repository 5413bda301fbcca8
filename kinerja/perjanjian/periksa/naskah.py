"""An agreement under check, and how findings name its places in the user's words."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.perjanjian.model import Indikator, PerjanjianKinerja
from kinerja.temuan import TANPA_JENIS, JenisTemuan, Temuan, Tingkat


@dataclass(frozen=True, slots=True)
class Naskah:
    """What a check looks at; it reports under the code that it was called with."""

    pk: PerjanjianKinerja
    jenis: JenisTemuan = TANPA_JENIS

    def with_jenis(self, jenis: JenisTemuan) -> Naskah:
        """The same, reporting under that code."""
        return Naskah(self.pk, jenis)

    def report(self, tempat: str, pesan: str, saran: str = "", *, tingkat: Tingkat | None = None) -> Temuan:
        """A finding.

        Args:
            tempat: where in the agreement, such as `program 6`; empty for the whole.
            saran: what to do, where that is not what the code always advises.
            tingkat: likewise.
        """
        letak = ", ".join(filter(None, (self.pk.kecamatan.sebutan, tempat)))
        return Temuan(self.jenis.kode, tingkat or self.jenis.tingkat, letak, pesan, saran or self.jenis.saran)


def name_indikator(i: Indikator) -> str:
    """Where an indikator stands."""
    return f"indikator {i.nama}"
