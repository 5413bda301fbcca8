"""The performance agreement (Perjanjian Kinerja) as frozen data.

Shape after Peraturan Menteri PANRB 53/2014: sasaran with their indikator and target, the programmes with their
budgets, and the two parties who sign. `None` always means "not known yet": such a place becomes an empty input cell
of the workbook and is never filled by guessing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NoReturn

from kinerja.errors import DataError
from kinerja.perjanjian.cara import CARA, Cara, Lke
from kinerja.perjanjian.jenis import JenisIndikator
from kinerja.rumus.tahun import TRIWULAN, Metode
from kinerja.rumus.target import Target


class JenisPerjanjian(StrEnum):
    """The first agreement of a year, or its revision."""

    MURNI = "murni"
    PERUBAHAN = "perubahan"


TEMPLAT, AWALAN_SIFAT, AWALAN_NAMA = "perjanjian-kinerja", "kinerja_", "identitas_"
"""How a workbook says what it is: its template, and how its properties and names begin that say the rest."""
DIGIT_NIP = 18
"""Figures of an official's NIP."""
TAHUN = range(2018, 2101)
"""Years of agreements: 2018 is the first whole year under every regulation carried (SKM, PermenPANRB 14/2017)."""


def akhir_tahun(tahun: int) -> date:
    """The day whose law counts for an agreement of that year."""
    return date(tahun, 12, 31)


@dataclass(frozen=True, slots=True)
class Pejabat:
    """One who signs. A walikota or bupati has neither pangkat nor NIP."""

    nama: str | None
    jabatan: str
    pangkat: str | None = None
    nip: str | None = None


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """A kecamatan of the register: Kemendagri code `12.71.17`, name, its kelurahan/desa where known, their word."""

    kode: str
    nama: str
    kabkota: str
    provinsi: str
    kelurahan: tuple[str, ...] = ()
    sebutan_desa: str = "Desa/Kelurahan"

    @property
    def sebutan(self) -> str:
        """How findings name it: `12.71.17 Medan Baru`."""
        return f"{self.kode} {self.nama}"


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """One activity of a benefit list: printed text, target in the list's unit, kelurahan as printed."""

    uraian: str
    target: int | None = None
    kelurahan: str | None = None


@dataclass(frozen=True, slots=True)
class DaftarManfaat:
    """A list of activities counted in one unit (KK, orang).

    Attributes:
        kunci: short ASCII key used in defined names, such as `sarpras`.
        total_tercantum: the total that the document states, which may differ from the sum of its items.
    """

    kunci: str
    nama: str
    satuan: str
    kegiatan: tuple[Kegiatan, ...] = ()
    total_tercantum: int | None = None


@dataclass(frozen=True, slots=True)
class Aksi:
    """A step of the action plan: what is done, in which programme or kegiatan, with how much, and who answers."""

    uraian: str
    program: str | None = None
    anggaran: Decimal | None = None
    pelaksana: str | None = None


TANPA_TARGET: tuple[None, ...] = (None,) * len(TRIWULAN)
"""No quarter has a target of its own."""


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indikator kinerja with its target.

    Attributes:
        target: on the indikator's own scale (percentages on 0..100).
        target_huruf: the letter printed before it, as in `B (88,30)`.
        arah: a `kode` of `kinerja.rumus.capaian.list_arah`.
        metode: how its quarters become a year, where it is measured by quarter.
        triwulan: the target of each quarter, for that quarter alone.
        lalu: last year's realisation.
        renstra: the target at the end of the Renstra.
        urutan: the predicates that it may have, the best first.
        kali: how often a year its survey is held: 1, 2 (semesters) or 4.
        program: code of the programme that carries it, as printed in the explanation.
        penjelasan: the explanation printed on the Rumusan sheet; paragraphs are separated by newlines.
        daftar: the activity lists of a `manfaat` indikator.
        pembilang: caption of the numerator of a `persen` indikator.
        penyebut: caption of its denominator.
        aksi: its action plan.
    """

    nama: str
    jenis: JenisIndikator
    satuan: str
    target: Target | None = None
    target_huruf: str | None = None
    arah: str = "naik"
    metode: Metode | None = None
    triwulan: tuple[Target | None, ...] = TANPA_TARGET
    lalu: Target | None = None
    renstra: Target | None = None
    urutan: tuple[str, ...] = ()
    kali: int = 1
    program: str | None = None
    penjelasan: str = ""
    daftar: tuple[DaftarManfaat, ...] = ()
    pembilang: str = ""
    penyebut: str = ""
    aksi: tuple[Aksi, ...] = ()

    @property
    def metode_target(self) -> Metode | None:
        """How targets of quarters come to the year's; None where the year's lies among them: shares do not add up."""
        if self.berrasio or self.jenis.berurutan:
            return Metode.AKHIR
        if self.jenis.berdaftar:
            return Metode.JUMLAH
        return None if self.jenis.berpenyebut and self.metode is Metode.JUMLAH else self.metode

    @property
    def berrasio(self) -> bool:
        """Whether its figures stand for `1 : figure`."""
        return self.target is not None and self.target.rasio

    @property
    def berrupiah(self) -> bool:
        """Whether its figures are rupiah."""
        return self.satuan.casefold().rstrip(".") in ("rp", "rupiah")

    @property
    def berpersen(self) -> bool:
        """Whether its figures are per cent."""
        return self.satuan.casefold() in ("%", "persen")

    def list_target(self) -> Iterator[tuple[str, Target]]:
        """Its targets that are known, each with what it is called."""
        tw = zip(TRIWULAN, self.triwulan, strict=True)
        semua = ("Target", self.target), *((f"Target triwulan {nama}", t) for nama, t in tw)
        yield from ((nama, t) for nama, t in (*semua, ("Target akhir Renstra", self.renstra)) if t is not None)


@dataclass(frozen=True, slots=True)
class Sasaran:
    """One sasaran and the indikator that measure it (at least one)."""

    uraian: str
    indikator: tuple[Indikator, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """One programme of the annex; anggaran in rupiah, exact to the sen."""

    kode: str | None
    nama: str
    anggaran: Decimal | None = None
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Semula:
    """What a perubahan changes: the murni, beside which its annex prints what becomes of it.

    Attributes:
        indikator: for each indikator of the perubahan, in its order, what it was; None where it is new.
        program: likewise.
        sasaran: for each indikator the wording of the sasaran under which it stood; None where it is new.
        dicabut, program_dicabut: what is no more, indikator under their sasaran.
        tanggal: the murni's date.
    """

    indikator: tuple[Indikator | None, ...]
    program: tuple[Program | None, ...]
    sasaran: tuple[str | None, ...]
    dicabut: tuple[Sasaran, ...] = ()
    program_dicabut: tuple[Program, ...] = ()
    tanggal: str | None = None

    @property
    def anggaran(self) -> Decimal | None:
        """The sum of its programmes; None while one has no budget."""
        semua = [p.anggaran for p in (*self.program, *self.program_dicabut) if p]
        return sum((a for a in semua if a is not None), Decimal(0)) if None not in semua else None


@dataclass(frozen=True, slots=True)
class PerjanjianKinerja:
    """The agreement of one kecamatan for one year.

    Attributes:
        tanggal: place-and-date line's date as printed, such as `Januari 2024`; the day may be left for the pen.
        anggaran_tercantum: the total of the programmes that the document states, if it states one.
        lke: the components of SAKIP where they are not the regulation's.
        cara: how capaian is measured.
        tanda_tangan_lampiran: place, date and signatures stand under the annex too.
        semula: of a perubahan the murni, where it is known.

    Raises:
        DataError: no indikator or no programme, a `manfaat` indikator without activity lists, or two lists with one
            key; the kecamatan is named.
    """

    kecamatan: Kecamatan
    tahun: int
    jenis: JenisPerjanjian
    pihak_pertama: Pejabat
    pihak_kedua: Pejabat
    sasaran: tuple[Sasaran, ...]
    program: tuple[Program, ...]
    alamat: str | None = None
    tempat: str | None = None
    tanggal: str | None = None
    anggaran_tercantum: Decimal | None = None
    lke: Lke | None = None
    cara: Cara = CARA
    tanda_tangan_lampiran: bool = True
    semula: Semula | None = None

    def __post_init__(self) -> None:
        """Refuse what no workbook could hold."""
        milik = "baris tanpa kecamatan, atau baris untuk kecamatan ini"
        indikator = self.indikator
        if not indikator:
            self._refuse("Tidak ada satu pun indikator.", saran=f"Isi tabel Indikator: {milik}.")
        if not self.program:
            self._refuse("Tidak ada satu pun program.", saran=f"Isi tabel Program: {milik}.")
        for i in indikator:
            if i.jenis.berdaftar and not i.daftar:
                self._refuse(
                    f"Ada indikator berjenis {i.jenis.kode}, tetapi tidak ada daftar kegiatan.",
                    saran=f"Isi tabel Daftar: {milik}; atau ubah jenis indikatornya.",
                )
        if s := self.semula:
            sejajar = (len(s.indikator), len(s.program)) == (len(indikator), len(self.program))
            if self.jenis is JenisPerjanjian.MURNI or not sejajar:
                raise ValueError("semula of a murni, or of other indikator or programmes")
        kunci = Counter(d.kunci for d in self.daftar)
        if ganda := [k for k, n in kunci.items() if n > 1]:
            pesan = f"Kunci daftar kegiatan dipakai dua kali: {', '.join(ganda)}."
            self._refuse(pesan, saran="Beri setiap daftar kunci yang berbeda.")

    def _refuse(self, pesan: str, *, saran: str) -> NoReturn:
        raise DataError(pesan, tempat=f"kecamatan {self.kecamatan.sebutan}", saran=saran)

    @property
    def pada(self) -> date:
        """The day whose law counts: the end of its year."""
        return akhir_tahun(self.tahun)

    @property
    def indikator(self) -> tuple[Indikator, ...]:
        """All indikator in printed order."""
        return tuple(i for s in self.sasaran for i in s.indikator)

    @property
    def daftar(self) -> tuple[DaftarManfaat, ...]:
        """The activity lists of the manfaat indikator; empty without one."""
        return tuple(d for i in self.indikator for d in i.daftar)
