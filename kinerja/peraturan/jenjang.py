"""Band tables: from a number to a grade."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from typing import Any, Literal

from kinerja.bilangan import Angka, round_half_up, to_decimal, write_angka
from kinerja.errors import MasukanError, RentangError

Batas = Literal["bawah_tertutup", "bawah_terbuka"]

KEYAKINAN = {"H": "dua sumber atau lebih", "M": "satu sumber", "L": "kesimpulan, mohon diperiksa"}
"""What a citation's `keyakinan` means, for readers."""


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Where a figure comes from.

    Attributes:
        peraturan: the regulation or document.
        letak: article, annex or page in it.
        dibaca_dari: the text in which the figure was really read.
        keyakinan: H two or more independent sources, M one, L inferred.
        perihal: the key or grade that it supports; empty when it supports the whole version.
        catatan: what a reader should know of it.
    """

    peraturan: str
    letak: str
    dibaca_dari: str
    keyakinan: Literal["H", "M", "L"]
    perihal: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Jenjang:
    """One band: `kode` (AA), `sebutan` (Sangat Memuaskan), lower bound, range as printed (`>90 – 100`).

    Attributes:
        teks_ni: the same range before conversion (NI, 1..4) as printed; empty in tables that have none.
    """

    kode: str
    sebutan: str
    bawah: Decimal
    teks: str
    rujukan: tuple[Rujukan, ...] = ()
    teks_ni: str = ""


@dataclass(frozen=True, slots=True)
class TabelJenjang:
    """One version of a band table, best band first.

    Attributes:
        dasar: the citation in one line.
        rentang: lowest and highest value that have a band, both included.
        batas: whether a band contains its lower bound (`bawah_tertutup`) or begins above it.
        desimal: places to round to before grading; None grades the value as it is.
    """

    nama: str
    uraian: str
    dasar: str
    satuan: str
    rentang: tuple[Decimal, Decimal]
    batas: Batas
    desimal: int | None
    jenjang: tuple[Jenjang, ...]
    rujukan: tuple[Rujukan, ...]
    berlaku: date

    def find(self, nilai: Angka) -> Jenjang:
        """The band of a value.

        Raises:
            RentangError: the value, before any rounding, lies outside `rentang`.
            KosongError, MasukanError: as `to_decimal`.
        """
        asli = nilai if isinstance(nilai, Fraction) else to_decimal(nilai)
        terendah, tertinggi = map(_exact_like(asli), self.rentang)
        if asli < terendah or asli > tertinggi:
            raise RentangError(
                f"Nilai {_write(asli)} di luar rentang {write_angka(self.rentang[0])} sampai"
                f" {write_angka(self.rentang[1])} ({self.uraian}).",
                saran="Periksa nilai itu.",
            )
        x = asli if self.desimal is None or _is_rounded(asli, self.desimal) else round_half_up(asli, self.desimal)
        exact = _exact_like(x)
        tertutup = self.batas == "bawah_tertutup"
        for jenjang in self.jenjang[:-1]:
            bawah = exact(jenjang.bawah)
            if x > bawah or (tertutup and x == bawah):
                return jenjang
        return self.jenjang[-1]

    def compute_awal(self, jenjang: Jenjang, desimal: int) -> Decimal:
        """The least number with so many decimals that has this band: by the side that is closed, and the rounding."""
        kasar = self.desimal is not None and self.desimal < desimal
        langkah = Decimal(1).scaleb(-(self.desimal if kasar else desimal))  # type: ignore[operator]
        awal = jenjang.bawah.quantize(langkah, ROUND_CEILING)
        if awal == jenjang.bawah and self.batas == "bawah_terbuka":
            awal += langkah
        return awal - langkah / 2 if kasar else awal

    def get(self, kode: str) -> Jenjang:
        """The band with this `kode`, small or capital letters.

        Raises:
            MasukanError: the table has no such band.
        """
        for jenjang in self.jenjang:
            if jenjang.kode == kode.strip().upper():
                return jenjang
        daftar = ", ".join(jenjang.kode for jenjang in self.jenjang)
        raise MasukanError(f"{kode!r} tidak ada dalam {self.uraian}.", saran=f"Pilih salah satu: {daftar}.")


def _is_rounded(x: Decimal | Fraction, desimal: int) -> bool:
    return isinstance(x, Decimal) and x.is_finite() and -x.as_tuple().exponent <= desimal  # type: ignore[operator]


def _exact_like(x: Decimal | Fraction) -> Callable[[Decimal], Any]:
    """What makes a bound comparable with `x`, exactly; Decimals compare by themselves, and ten times faster."""
    return _exact if isinstance(x, Fraction) else Decimal


def _exact(batas: Decimal) -> Fraction | float:
    """A bound that compares exactly with a Fraction; an infinite one stays a float."""
    return Fraction(batas) if batas.is_finite() else float(batas)


def _write(x: Decimal | Fraction) -> str:
    try:
        return write_angka(x)
    except MasukanError:  # 1/3: shown shortened, the message needs no more
        return write_angka(round_half_up(x, 6))
