"""Percentages of an agreement: persen in general, manfaat (means over lists), trantibum (reports handled)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kinerja.errors import KinerjaError, KosongError, PembagiNolError, RentangError
from kinerja.peraturan import get_parameter
from kinerja.rumus.angka import Angka, round_half_up, to_fraction, write_angka


def compute_persen(pembilang: Angka, penyebut: Angka) -> Decimal:
    """pembilang / penyebut x 100, two decimals, 0 and up; may exceed 100.

    Raises:
        PembagiNolError: penyebut 0.
        RentangError: one of them negative.

    >>> compute_persen(2, 3)
    Decimal('66.67')
    """
    return round_half_up(_ratio(pembilang, penyebut) * 100, get_parameter("persen").bilangan("desimal"))


def compute_manfaat(pasangan: Sequence[tuple[Angka, Angka]]) -> Decimal:
    """Mean of realisasi / target over activity lists of whatever units, x 100, two decimals, 0 and up.

    Raises:
        KosongError: no list, or a missing figure; the list is named.
        PembagiNolError: a list with target 0.
        RentangError: a negative figure.

    >>> compute_manfaat([(169, 338), (930, 930)])  # KK, orang
    Decimal('75.00')
    """
    if not pasangan:
        raise KosongError("Belum ada daftar kegiatan manfaat.")
    jumlah = Fraction(0)
    for nomor, (realisasi, target) in enumerate(pasangan, start=1):
        try:
            jumlah += _ratio(realisasi, target)
        except KinerjaError as galat:
            raise galat.at(f"Daftar ke-{nomor}") from None
    return round_half_up(jumlah / len(pasangan) * 100, get_parameter("persen").bilangan("manfaat_desimal"))


def compute_trantibum(ditangani: Angka, laporan: Angka) -> Decimal | None:
    """Reports handled / all reports x 100, two decimals, 0..100; None is "tidak ada laporan".

    Raises:
        RentangError: more handled than reported, or a figure that is not a whole number of 0 or more.

    >>> compute_trantibum(7, 8), compute_trantibum(0, 0)
    (Decimal('87.50'), None)
    """
    for nama, nilai in (("Jumlah ditangani", ditangani), ("Jumlah laporan", laporan)):
        if to_fraction(nilai) < 0 or to_fraction(nilai).denominator != 1:
            raise RentangError(f"{nama} {write_angka(nilai)} bukan bilangan bulat 0 atau lebih.")
    if to_fraction(ditangani) > to_fraction(laporan):
        raise RentangError(
            f"Yang ditangani ({write_angka(ditangani)}) lebih banyak daripada laporan ({write_angka(laporan)}).",
            saran="Periksa kedua angka itu.",
        )
    if to_fraction(laporan) == 0:
        return None
    return round_half_up(_ratio(ditangani, laporan) * 100, get_parameter("persen").bilangan("trantibum_desimal"))


def _ratio(pembilang: Angka, penyebut: Angka) -> Fraction:
    atas, bawah = to_fraction(pembilang), to_fraction(penyebut)
    if atas < 0 or bawah < 0:
        raise RentangError("Angka tidak boleh negatif.", saran="Periksa kedua angka itu.")
    if bawah == 0:
        raise PembagiNolError("Pembagi (target) nol; persentase tidak dapat dihitung.", saran="Isi targetnya.")
    return atas / bawah
