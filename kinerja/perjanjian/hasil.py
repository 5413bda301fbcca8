"""What one workbook comes to, recomputed by us: indikator, budgets, surveys, SAKIP, checks; for recaps and comparisons.

Numbers are exact (`int`, `Fraction`), never floats. None is a figure that is not there: not measured, not filled in.
A target is a number, or a letter or word where the indikator has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

Angka = int | Fraction
TRIWULAN = ("I", "II", "III", "IV")
"""How quarters are called; tuples of four follow this order."""


@dataclass(frozen=True, slots=True)
class HasilTriwulan:
    """One indikator in one quarter, against that quarter's own target.

    Attributes:
        target: number, or the text of another form of target; None where the quarter has none.
        capaian: per cent; None where it is not judged.
        kendala: what the officer wrote; so `tindak_lanjut`, `bukti_dukung`.
    """

    target: Angka | str | None = None
    realisasi: Angka | str | None = None
    capaian: Angka | None = None
    kategori: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    bukti_dukung: str = ""


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """One indikator over the year.

    Attributes:
        nomor: from 1, as printed.
        capaian: per cent of the year's target; None where it is not measured.
        triwulan: four; blank ones where the workbook's version knows no quarters.
        kendala: what the officer wrote of the year, not of a quarter (forms of an office); so `tindak_lanjut`,
            `bukti_dukung`.
    """

    nomor: int
    sasaran: str
    nama: str
    satuan: str
    arah: str
    target: Angka | str | None
    realisasi: Angka | str | None
    predikat: str
    capaian: Angka | None
    kategori: str
    keterangan: str
    triwulan: tuple[HasilTriwulan, ...] = (HasilTriwulan(),) * 4
    kendala: str = ""
    tindak_lanjut: str = ""
    bukti_dukung: str = ""


@dataclass(frozen=True, slots=True)
class HasilProgram:
    """One programme's budget, in rupiah.

    Attributes:
        realisasi: of each quarter by itself.
        jumlah: spent in the year so far; None where nothing is filled in.
        pagu: the ceiling that absorption is measured by: DPA, else the agreement.
        serapan: per cent of `pagu`.
    """

    kode: str
    nama: str
    perjanjian: Angka | None
    dpa: Angka | None
    pagu: Angka | None
    realisasi: tuple[Angka | None, ...]
    jumlah: Angka | None
    serapan: Angka | None


@dataclass(frozen=True, slots=True)
class HasilSkm:
    """One survey: its sheet, index 25 to 100, letter of service quality, valid respondents."""

    lembar: str
    nik: Angka | None
    mutu: str
    kinerja: str
    responden: Angka | None


@dataclass(frozen=True, slots=True)
class HasilSakip:
    """One SAKIP evaluation: its sheet, value 0 to 100, predicate."""

    lembar: str
    nilai: Angka | None
    predikat: str


@dataclass(frozen=True, slots=True)
class BarisPeriksa:
    """One live check of sheet Cek, recomputed.

    Attributes:
        teks: what is asked.
        hasil: OK, PERIKSA, BELUM or DIJELASKAN.
        lembar: the sheet that it asks about; `sel` the cell its link leads to, or empty.
        penjelasan: what the officer wrote beside it.
    """

    teks: str
    hasil: str
    lembar: str
    sel: str
    saran: str
    penjelasan: str


@dataclass(frozen=True, slots=True)
class HasilBuku:
    """All of one workbook.

    Attributes:
        rerata: mean capaian of the indikator that are measured, per cent.
        nama: every name `hasil_…` of the workbook with its values, row by row.
    """

    indikator: tuple[HasilIndikator, ...]
    program: tuple[HasilProgram, ...]
    skm: tuple[HasilSkm, ...]
    sakip: tuple[HasilSakip, ...]
    rerata: Angka | None
    cek: tuple[BarisPeriksa, ...]
    nama: Mapping[str, tuple[tuple[Angka | str | bool | None, ...], ...]]

    def count_cek(self, kata: str) -> int:
        """How many live checks answer so."""
        return sum(b.hasil == kata for b in self.cek)
