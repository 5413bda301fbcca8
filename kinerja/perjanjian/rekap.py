"""The recap of many kecamatan as frozen data: who has returned, what each comes to, in what order they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from kinerja.bilangan import divide_half_up
from kinerja.perjanjian.hasil import Angka, HasilBuku, HasilIndikator
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul


class StatusKembali(StrEnum):
    """Where the workbook of a kecamatan stands."""

    BELUM = "belum kembali"
    SEBAGIAN = "terisi sebagian"
    LENGKAP = "lengkap"
    DIPERIKSA = "perlu diperiksa"
    """Something in it was changed that was issued, or a person has to decide."""


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One kecamatan of the recap.

    Attributes:
        kode: of the kecamatan, `12.71.17`.
        kabkota: name of its kabupaten or kota; empty where it is not known.
        berkas: name of the file that counts; empty where none came.
        waktu: when that was collected, ISO 8601; empty where none came.
        hasil: None where none came, or where it could not be computed.
    """

    kode: str
    kecamatan: str
    kabkota: str
    status: StatusKembali
    berkas: str = ""
    waktu: str = ""
    hasil: HasilBuku | None = None
    temuan: tuple[TemuanKumpul, ...] = ()

    def count_temuan(self, bobot: Bobot) -> int:
        """How many findings weigh so."""
        return sum(t.tingkat is bobot for t in self.temuan)


@dataclass(frozen=True, slots=True)
class Rekap:
    """The recap of one year and kind of agreement.

    Attributes:
        jenis: `murni` or `perubahan`.
        hari: of the recap.
        sampai: the quarter, 1 to 4, up to which figures count: the last in which anybody filled in something; 0 none.
        baris: by code; every kecamatan that was issued, whether it came back or not.
    """

    tahun: int
    jenis: str
    hari: date
    sampai: int
    baris: tuple[BarisRekap, ...]

    @property
    def kembali(self) -> tuple[BarisRekap, ...]:
        """Those that came back."""
        return tuple(b for b in self.baris if b.hasil is not None)

    @property
    def belum(self) -> tuple[BarisRekap, ...]:
        """Those that did not."""
        return tuple(b for b in self.baris if b.status is StatusKembali.BELUM)

    def list_indikator(self) -> tuple[str, ...]:
        """Names of all indikator, each once, in the order in which they first stand."""
        return tuple(dict.fromkeys(i.nama for b in self.kembali if b.hasil for i in b.hasil.indikator))

    def list_program(self) -> tuple[tuple[str, str], ...]:
        """Code and name of all programmes, each code once, by code."""
        semua = {p.kode: p.nama for b in reversed(self.kembali) if b.hasil for p in b.hasil.program}
        return tuple(sorted(semua.items()))


def find_indikator(b: BarisRekap, nama: str) -> HasilIndikator | None:
    """The indikator of that name of a kecamatan."""
    return next((i for i in b.hasil.indikator if i.nama == nama), None) if b.hasil else None


def compute_rerata(nilai: Iterator[Angka | None]) -> Fraction | None:
    """Mean of the figures that are there, rounded half-up to two decimals; None where none is.

    >>> compute_rerata(iter([1, None, 2])), compute_rerata(iter([None]))
    (Fraction(3, 2), None)
    """
    ada = [Fraction(n) for n in nilai if n is not None]
    if not ada:
        return None
    jumlah = sum(ada, Fraction(0))
    return Fraction(divide_half_up(jumlah.numerator * 100, jumlah.denominator * len(ada)), 100)
