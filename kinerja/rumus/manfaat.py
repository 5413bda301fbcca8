"""Percentages of an agreement: persen in general, manfaat (means over lists), trantibum (reports handled)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.bilangan import Angka, round_half_up, to_fraction, write_angka
from kinerja.errors import KinerjaError, KosongError, PembagiNolError, RentangError
from kinerja.peraturan import get_parameter

TANPA_LAPORAN = "tidak ada laporan"
"""Stands for the percentage of reports dealt with where there was none."""


def compute_persen(pembilang: Angka, penyebut: Angka, *, pada: date) -> Decimal:
    """pembilang / penyebut x 100 with the decimals of `persen`, 0 and up; may exceed 100.

    Raises:
        PembagiNolError: penyebut 0.
        RentangError: one of them negative.

    >>> compute_persen(2, 3, pada=date(2024, 12, 31))
    Decimal('66.67')
    """
    return _round(compute_rasio(pembilang, penyebut), "desimal", pada)


def compute_manfaat(pasangan: Sequence[tuple[Angka, Angka]], *, pada: date) -> Decimal:
    """Mean of realisasi / target over activity lists of whatever units, x 100, rounded, 0 and up.

    Raises:
        KosongError: no list, or a missing figure; the list is named.
        PembagiNolError: a list with target 0.
        RentangError: a negative figure.

    >>> compute_manfaat([(169, 338), (930, 930)], pada=date(2024, 12, 31))  # KK, orang
    Decimal('75.00')
    """
    if not pasangan:
        raise KosongError("Belum ada daftar kegiatan manfaat.")
    jumlah = Fraction(0)
    for nomor, (realisasi, target) in enumerate(pasangan, start=1):
        try:
            jumlah += compute_rasio(realisasi, target)
        except KinerjaError as galat:
            raise galat.at(f"Daftar ke-{nomor}") from None
    return _round(jumlah / len(pasangan), "manfaat_desimal", pada)


def compute_trantibum(ditangani: Angka, laporan: Angka, *, pada: date) -> Decimal | None:
    """Reports handled / all reports x 100, rounded, 0..100; None is `TANPA_LAPORAN`.

    Raises:
        RentangError: more handled than reported, or a figure that is not a whole number of 0 or more.

    >>> [compute_trantibum(*x, pada=date(2024, 12, 31)) for x in ((7, 8), (0, 0))]
    [Decimal('87.50'), None]
    """
    for nama, nilai in (("Jumlah ditangani", ditangani), ("Jumlah laporan", laporan)):
        if to_fraction(nilai) < 0 or to_fraction(nilai).denominator != 1:
            raise RentangError(
                f"{nama} {write_angka(nilai)} bukan bilangan bulat 0 atau lebih.", saran="Isi banyaknya laporan."
            )
    if to_fraction(ditangani) > to_fraction(laporan):
        raise RentangError(
            f"Yang ditangani ({write_angka(ditangani)}) lebih banyak daripada laporan ({write_angka(laporan)}).",
            saran="Periksa kedua angka itu.",
        )
    if to_fraction(laporan) == 0:
        return None
    return _round(compute_rasio(ditangani, laporan), "trantibum_desimal", pada)


def compute_rasio(pembilang: Angka, penyebut: Angka) -> Fraction:
    """pembilang / penyebut, exact; plain arithmetic that no law can change. Raises as `compute_persen`."""
    atas, bawah = to_fraction(pembilang), to_fraction(penyebut)
    if atas < 0 or bawah < 0:
        raise RentangError("Angka tidak boleh negatif.", saran="Periksa kedua angka itu.")
    if bawah == 0:
        raise PembagiNolError("Pembagi (target) nol; persentase tidak dapat dihitung.", saran="Isi targetnya.")
    return atas / bawah


def _round(bagian: Fraction, kunci: str, pada: date) -> Decimal:
    """A share in per cent, with as many decimals as the parameter `kunci` says."""
    return round_half_up(bagian * 100, get_parameter("persen", pada=pada).bilangan(kunci))
