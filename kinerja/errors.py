"""Exceptions: one sentence of what is wrong, where it is, and what to do.

* KinerjaError
  x PeraturanError    no regulation in force on that day, or a broken parameter file
  x DataError         an input file that cannot be used (file, sheet, row are named)
    + BanyakError     several faults of one input
  x BerkasError       a file or folder that cannot be written or read
  x MasukanError      a value that cannot be read as what it should be     (#VALUE! in a spreadsheet)
    + KosongError     a value that is missing                              (#N/A)
    + RentangError    a value outside its range                            (#NUM!)
    + PembagiNolError a target or ceiling of zero                          (#DIV/0!)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self


class KinerjaError(Exception):
    """Base of all expected failures; `str()` is one Indonesian paragraph for the user, and lines below it if any.

    Args:
        pesan: what is wrong, a sentence with its full stop.
        tempat: where: file, sheet, cell, row; empty when there is no place.
        saran: what to do, a sentence; empty when nothing can be done.
        rincian: what the sentence speaks of, a line each: titles to choose from, options to copy.

    >>> print(KinerjaError("Kode ganda.", tempat="induk.xlsx, lembar Program, baris 7", saran="Hapus satu."))
    induk.xlsx, lembar Program, baris 7: Kode ganda. Hapus satu.
    """

    kode_excel: ClassVar[str] = "#VALUE!"

    def __init__(self, pesan: str, *, tempat: str = "", saran: str = "", rincian: Sequence[str] = ()) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.tempat = tempat
        self.saran = saran
        self.rincian = tuple(rincian)

    def at(self, tempat: str) -> Self:
        """The same failure, known by another place."""
        return type(self)(self.pesan, tempat=tempat, saran=self.saran, rincian=self.rincian)

    def __str__(self) -> str:
        return "\n  ".join((self.kalimat, *self.rincian))

    @property
    def kalimat(self) -> str:
        """The paragraph alone."""
        awal = f"{self.tempat}: " if self.tempat else ""
        akhir = f" {self.saran}" if self.saran else ""
        return f"{awal}{self.pesan}{akhir}"


class PeraturanError(KinerjaError):
    """No regulation is in force on the day asked for, or a parameter file is broken."""


class DataError(KinerjaError):
    """An input file that cannot be used as it is."""


class BanyakError(DataError):
    """Several faults of one input, told together.

    >>> dua = [DataError("Kode ganda.", tempat="baris 7"), DataError("Kode kosong.", tempat="baris 9")]
    >>> print(BanyakError(dua))
    baris 7: Kode ganda.
    baris 9: Kode kosong.
    """

    def __init__(self, semua: Sequence[DataError]) -> None:
        super().__init__(semua[0].pesan, tempat=semua[0].tempat, saran=semua[0].saran)
        self.semua = tuple(semua)

    def at(self, tempat: str) -> Self:
        """The same failures, each known by another place."""
        return type(self)([satu.at(tempat) for satu in self.semua])

    def __str__(self) -> str:
        return "\n".join(map(str, self.semua))


def gather(semua: Sequence[DataError]) -> DataError:
    """One failure for all of some, at least one."""
    return BanyakError(semua) if len(semua) > 1 else semua[0]


class BerkasError(KinerjaError):
    """A file or folder that cannot be read, or must not or cannot be written."""


class MasukanError(KinerjaError):
    """A value that cannot be read as what it should be."""


class KosongError(MasukanError):
    """A value that is missing."""

    kode_excel = "#N/A"


class RentangError(MasukanError):
    """A value outside the range that the regulation knows."""

    kode_excel = "#NUM!"


class PembagiNolError(MasukanError):
    """A target, ceiling or report count of zero, by which nothing can be divided."""

    kode_excel = "#DIV/0!"
