"""Computing formulas that are not ours to the last one: it ends, whatever they ask for."""

from __future__ import annotations

from typing import Any

from kinerja.alamat import Kotak
from kinerja.errors import DataError
from kinerja.perjanjian.kembali.buku import BukuUtuh
from kinerja.perjanjian.kembali.hitung import compute_isi
from kinerja.perjanjian.kembali.isian import Isian
from kinerja.workbook.deret import Deret
from kinerja.workbook.isi_buku import MAKS_LUAS, IsiBuku, count_luas

MAKS_RUMUS = 100_000
"""Formulas; a survey of 20.000 has as many."""
_SATU = 5
"""What computing one formula costs, beside one cell of a range."""
JATAH = 30_000_000
"""Cells that formulas may read in all; a survey of 20.000 needs 4.000.000."""


class IsiTerbatas(IsiBuku):
    """Cells whose formulas nobody has seen before: computing them ends, whatever they ask for."""

    __slots__ = ("jatah", "tempat")

    def __init__(self, isi: IsiBuku, tempat: str) -> None:
        super().__init__(isi.lembar, isi.acuan, isi.baca)
        self.jatah, self.tempat = JATAH, tempat

    def settle(self, lembar: str, letak: tuple[int, int]) -> Any:
        """Compute the formula of a cell."""
        self._take(_SATU)
        return super().settle(lembar, letak)

    def read_kotak(self, lembar: str, kotak: Kotak) -> Deret:
        """What is not blank in a range; whoever asks goes through all of it."""
        hasil = super().read_kotak(lembar, kotak)
        self._take(len(hasil) + 1)
        return hasil

    def list_sel(self, lembar: str, kotak: Kotak) -> list[Any]:
        """The cells of a range; of a huge one all of the sheet is looked through."""
        self._take(min(count_luas(kotak), MAKS_LUAS))
        return super().list_sel(lembar, kotak)

    def _take(self, banyak: int) -> None:
        self.jatah -= banyak
        if self.jatah < 0:
            raise _refuse_berat(self.tempat)


def compute_terbatas(buku: BukuUtuh, isian: Isian) -> IsiTerbatas:
    """As `compute_isi`, of a workbook without its issue, or with formulas that were typed.

    Raises:
        DataError: it has far too many formulas; what it comes to, when it is asked for, too, where they are too heavy.
    """
    if sum(len(isi.berumus) for isi in buku.lembar.values()) > MAKS_RUMUS:
        raise _refuse_berat(buku.tempat)
    return IsiTerbatas(compute_isi(buku, isian), buku.tempat)


def _refuse_berat(tempat: str) -> DataError:
    return DataError(
        "Rumus di buku kerja ini terlalu berat untuk dihitung.",
        tempat=tempat,
        saran="Minta kecamatan mengisi buku yang diterbitkan untuknya.",
    )
