"""Parameters of a rule: figures and names that a regulation fixes, read by type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from kinerja.bilangan import write_angka
from kinerja.errors import MasukanError
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
    subkomponen: tuple[Subkomponen, ...] = ()


BOBOT_PENUH = 100
"""What all components weigh together."""
MAKS_DESIMAL = 2
"""As many as the number formats of the sheets show."""


def check_bobot(komponen: Sequence[Komponen]) -> None:
    """Refuse weights that do not add up; for a regulation's components and those of a region alike.

    Raises:
        MasukanError: two of one name, components that do not weigh 100 together, or sub-components other than their
            component.

    >>> check_bobot([Komponen("Perencanaan", Decimal(60), ()), Komponen("Pelaporan", Decimal(40), ())])
    """
    _check_nama("komponen", [k.nama for k in komponen])
    for k in komponen:
        if k.subkomponen:
            _check_nama(f"subkomponen {k.nama}", [s.nama for s in k.subkomponen])
            _check_jumlah(f"subkomponen {k.nama}", [s.bobot for s in k.subkomponen], k.bobot)
    _check_jumlah("komponen", [k.bobot for k in komponen], Decimal(BOBOT_PENUH))


def has_ganda(nama: Sequence[str]) -> bool:
    """Whether two names are one to a reader: capitals and spaces around them make no other.

    >>> has_ganda(["naik", "Naik "])
    True
    """
    return len({n.strip().casefold() for n in nama}) != len(nama)


def _check_nama(apa: str, nama: Sequence[str]) -> None:
    if has_ganda(nama):
        raise MasukanError(f"Ada {apa} yang sama namanya.", saran="Beri setiap bagian nama sendiri.")


def _check_jumlah(apa: str, bobot: Sequence[Decimal], seharusnya: Decimal) -> None:
    if any(b <= 0 for b in bobot):
        raise MasukanError(f"Bobot {apa} harus lebih dari 0.", saran="Betulkan bobotnya.")
    if (jumlah := sum(bobot, Decimal(0))) != seharusnya:
        raise MasukanError(
            f"Jumlah bobot {apa} {write_angka(jumlah.normalize())}, seharusnya {write_angka(seharusnya.normalize())}.",
            saran="Betulkan bobotnya.",
        )


@dataclass(frozen=True, slots=True)
class Unsur:
    """An unsur of the survey, the words of its name by which a column title is recognised, and those of a question.

    Attributes:
        tanya: of one entry all words must be in the question; `a/b` is one of them.
    """

    nama: str
    kata: tuple[str, ...]
    tanya: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deret:
    """Answers in words that belong together, from the lowest value up.

    Attributes:
        nama: series of one name are one: a column that uses any of them tells that the others of its name are meant.
        jawaban: spellings of one answer are apart by ` / `; `*` stands for one of `sifat`.
        unsur: words of the only unsur that have such answers; empty for all.
    """

    nama: str
    keyakinan: Literal["H", "M", "L"]
    jawaban: tuple[str, ...]
    sifat: tuple[str, ...] = ()
    unsur: tuple[str, ...] = ()

    def list_kata(self) -> Iterator[tuple[tuple[int, str], ...]]:
        """For each sifat the place in the order, from 0, of each wording.

        >>> list(Deret("d", "L", ("tidak *", "* / ya *"), ("puas",)).list_kata())
        [((0, 'tidak puas'), (1, 'puas'), (1, 'ya puas'))]
        """
        semua = [(nomor, kata) for nomor, ejaan in enumerate(self.jawaban) for kata in ejaan.split(" / ")]
        for sifat in self.sifat if any("*" in kata for _, kata in semua) else ("",):
            yield tuple((nomor, kata.replace("*", sifat)) for nomor, kata in semua)


@dataclass(frozen=True, slots=True)
class Arah:
    """A way to measure capaian: `kode`, one that can be computed; how a sheet calls it; what it means as a sentence."""

    kode: Literal["naik", "turun_selisih", "turun_rasio", "tetap"]
    sebutan: str
    arti: str


Butir = TypeVar("Butir", str, Decimal, Komponen, Unsur, Deret, Arah)
S = TypeVar("S", int, Decimal, str)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One version of a parameter file; `isi` is read by type, `dasar` is the citation in one line.

    A key that is not there, or is of another type, is our own slip: TypeError or KeyError.
    """

    nama: str
    uraian: str
    dasar: str
    isi: Mapping[str, object]
    rujukan: tuple[Rujukan, ...]
    berlaku: date

    def bilangan(self, kunci: str) -> int:
        """A whole number."""
        return self._get(kunci, int)

    def angka(self, kunci: str) -> Decimal:
        """A decimal number."""
        return self._get(kunci, Decimal)

    def teks(self, kunci: str) -> str:
        """A text."""
        return self._get(kunci, str)

    def daftar(self, kunci: str, jenis: type[Butir]) -> tuple[Butir, ...]:
        """Numbers, names or parts of that type, in the order of the regulation."""
        nilai = self.isi[kunci]
        if not isinstance(nilai, tuple):
            raise TypeError(kunci)
        return tuple(x for x in nilai if isinstance(x, jenis))

    def _get(self, kunci: str, jenis: type[S]) -> S:
        nilai = self.isi[kunci]
        if not isinstance(nilai, jenis):
            raise TypeError(kunci)
        return nilai
