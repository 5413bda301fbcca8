"""The kinds of indikator: one row a kind, with all that the program knows of it.

A kind that is measured like another needs a row and no more; one that has a sheet of its own needs that sheet too
(`workbook_templates/perjanjian_kinerja/`), which finds its indikator by the name in `lembar`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from kinerja.bilangan import write_angka
from kinerja.errors import RentangError
from kinerja.peraturan import Jenjang, TabelJenjang, get_tabel
from kinerja.rumus.tahun import Metode


class Duga(Protocol):
    """What a target that is possible looks like by mistake, in words; None where it looks right."""

    def __call__(self, jenis: JenisIndikator, target: Decimal, *, pada: date) -> str | None:
        """The words."""
        ...


@dataclass(frozen=True, slots=True)
class Penilaian:
    """How a figure is graded.

    Attributes:
        sebutan: what the grade is called.
        tabel: the band table.
        parameter: the parameters that say how many decimals the figure has.
    """

    sebutan: str
    tabel: str
    parameter: str


@dataclass(frozen=True, slots=True)
class JenisIndikator:
    """What kind of measurement an indikator needs.

    Attributes:
        kode: as the data set spells it.
        arti: one sentence, for those who fill in the data set.
        lembar: the sheet on which its realisation is typed.
        penilaian: how a target is graded; None where there is no grade.
        maks: the highest target where there is no grade; None is any.
        berpenyebut: it is a numerator over a denominator, which are typed on the sheet Indikator; else a number is.
        bebas: a bare number that may be large: wide columns, and its unit behind its name while
            the target is not known.
        berdaftar: it counts activities, which stand in lists.
        berurutan: it is a predicate of an ordered list that the data set names.
        berskala: its target is sometimes written on the scale of the answers.
        berbobot: it is a sum of components with weights, those of SAKIP (a region may have its own).
        parameter: the other parameters by which it is computed, for Rujukan.
        metode: how quarters or surveys may become its year; none where its sheet has a way of its own.
        duga: mistakes that a possible target may be.
    """

    kode: str
    arti: str
    lembar: str
    penilaian: Penilaian | None = None
    maks: Decimal | None = None
    berpenyebut: bool = False
    bebas: bool = False
    berdaftar: bool = False
    berurutan: bool = False
    berskala: bool = False
    berbobot: bool = False
    parameter: tuple[str, ...] = ()
    metode: tuple[Metode, ...] = ()
    duga: tuple[Duga, ...] = ()

    def __post_init__(self) -> None:
        if self.penilaian and self.maks is not None:
            raise ValueError(f"{self.kode}: the range of a graded kind is that of its table")

    def get_tabel(self, *, pada: date) -> TabelJenjang | None:
        """The band table of its grade in force on `pada`."""
        return get_tabel(self.penilaian.tabel, pada=pada) if self.penilaian else None

    def get_rentang(self, *, pada: date) -> tuple[Decimal, Decimal]:
        """Lowest and highest target that it can have.

        >>> [str(batas) for batas in SKM.get_rentang(pada=date(2024, 12, 31))]
        ['25.00', '100.00']
        """
        tabel = self.get_tabel(pada=pada)
        return tabel.rentang if tabel else (Decimal(0), Decimal("Infinity") if self.maks is None else self.maks)

    def find_jenjang(self, nilai: Decimal, *, pada: date) -> Jenjang | None:
        """The grade of a figure; None where it has none, or is out of range.

        >>> pada = date(2024, 12, 31)
        >>> SAKIP.find_jenjang(Decimal("70"), pada=pada).kode, SAKIP.find_jenjang(Decimal(101), pada=pada)
        ('B', None)
        """
        tabel = self.get_tabel(pada=pada)
        try:
            return tabel.find(nilai) if tabel else None
        except RentangError:
            return None


def guess_koma(jenis: JenisIndikator, target: Decimal, *, pada: date) -> str | None:
    """A comma one place too far to the left: 6,65 for 66,5."""
    if target * 10 <= jenis.get_rentang(pada=pada)[1]:
        return f"koma yang bergeser; mungkin maksudnya {write_angka(target * 10)}"
    return None


def guess_pecahan(jenis: JenisIndikator, target: Decimal, *, pada: date) -> str | None:
    """A fraction where a percentage is meant: 0,9 for 90."""
    return f"pecahan; sebagai persen menjadi {write_angka(target * 100)}" if target <= 1 else None


def guess_lebih(jenis: JenisIndikator, target: Decimal, *, pada: date) -> str | None:
    """More than the whole."""
    return "lebih dari seratus persen" if target > 100 else None


SKM = JenisIndikator(
    "skm",
    "Survei kepuasan masyarakat.",
    "SKM",
    penilaian=Penilaian("mutu", "skm_mutu", "skm"),
    berskala=True,
    parameter=("skm", "skm_sampel"),
    metode=(Metode.RATA_RATA, Metode.AKHIR),
)
SAKIP = JenisIndikator(
    "sakip",
    "Nilai evaluasi SAKIP.",
    "SAKIP",
    penilaian=Penilaian("predikat", "sakip_predikat", "sakip_bobot"),
    berbobot=True,
    duga=(guess_koma,),
)
MANFAAT = JenisIndikator(
    "manfaat",
    "Penerima manfaat menurut lembar Daftar dan Kegiatan.",
    "Manfaat",
    maks=Decimal(100),
    berdaftar=True,
    parameter=("persen",),
    duga=(guess_pecahan,),
)
TRANTIBUM = JenisIndikator(
    "trantibum",
    "Laporan gangguan dan penanganannya per bulan.",
    "Trantibum",
    maks=Decimal(100),
    parameter=("persen",),
    duga=(guess_pecahan,),
)
PERSEN = JenisIndikator(
    "persen",
    "Pembilang dibagi penyebut per triwulan; isi kedua kolom itu.",
    "Indikator",
    berpenyebut=True,
    parameter=("persen",),
    metode=tuple(Metode),
    duga=(guess_pecahan, guess_lebih),
)
NILAI = JenisIndikator("nilai", "Satu angka per triwulan.", "Indikator", bebas=True, metode=tuple(Metode))
PREDIKAT = JenisIndikator(
    "predikat",
    "Predikat dari daftar berurutan, misalnya WTP; isi kolom Urutan predikat.",
    "Indikator",
    berurutan=True,
    metode=(Metode.AKHIR,),
)

JENIS = {j.kode: j for j in (SKM, SAKIP, MANFAAT, TRANTIBUM, PERSEN, NILAI, PREDIKAT)}
"""Every kind by its code, in the order in which users choose."""
