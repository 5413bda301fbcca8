"""Capaian kinerja in per cent, and its category."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.bilangan import Angka, round_half_up, to_fraction, write_angka
from kinerja.errors import MasukanError, PembagiNolError, RentangError
from kinerja.peraturan import Arah, Jenjang, get_parameter, get_tabel


def list_arah(*, pada: date) -> tuple[Arah, ...]:
    """The ways to measure capaian; the first is the usual one.

    >>> [a.kode for a in list_arah(pada=date(2024, 12, 31))]
    ['naik', 'turun_selisih', 'turun_rasio']
    """
    return get_parameter("capaian", pada=pada).daftar("arah", Arah)


def compute_capaian(
    realisasi: Angka, target: Angka, arah: str | None = None, batas: Angka | None = None, *, pada: date
) -> Decimal:
    """Capaian in per cent, rounded; below 0 only by `turun_selisih` or a negative realisasi.

    Args:
        arah: a `kode` of `list_arah`: `naik` is realisasi / target; `turun_selisih` (2 target - realisasi) / target;
            `turun_rasio` target / realisasi; None is the usual one.
        batas: cap, one of those that the table has; None is no cap.

    Raises:
        PembagiNolError: target 0, or realisasi 0 with `turun_rasio`.
        RentangError: a negative target, a negative realisasi with `turun_rasio`, another cap.
        MasukanError: an unknown arah.

    >>> soal = ((95, 88.3), (3, 4, "turun_selisih"), (3, 2, "naik", 120))
    >>> [compute_capaian(*x, pada=date(2024, 12, 31)) for x in soal]
    [Decimal('107.59'), Decimal('125.00'), Decimal('120.00')]
    """
    parameter = get_parameter("capaian", pada=pada)
    dikenal = [a.kode for a in list_arah(pada=pada)]
    arah = dikenal[0] if arah is None else arah
    if arah not in dikenal:
        raise MasukanError(f"Arah {arah!r} tidak dikenal.", saran=f"Pilih: {', '.join(dikenal)}.")
    persen = _compute_rasio(to_fraction(realisasi), to_fraction(target), arah) * 100
    if batas is not None:
        pilihan = parameter.daftar("batas", Decimal)
        if to_fraction(batas) not in [to_fraction(x) for x in pilihan]:
            raise RentangError(
                f"Batas capaian {write_angka(batas)} tidak dikenal.",
                saran=f"Pilih {' atau '.join(write_angka(x) for x in pilihan)}, atau kosongkan.",
            )
        persen = min(persen, to_fraction(batas))
    return round_half_up(persen, parameter.bilangan("desimal"))


def find_kategori(persen: Angka, *, pada: date) -> Jenjang:
    """Category of a capaian in per cent, any value, graded as it is.

    >>> [find_kategori(x, pada=date(2024, 12, 31)).sebutan for x in (90, 90.5, 50)]
    ['Tinggi', 'Sangat Tinggi', 'Sangat Rendah']
    """
    return get_tabel("capaian_kategori", pada=pada).find(persen)


def _compute_rasio(realisasi: Fraction, target: Fraction, arah: str) -> Fraction:
    if target == 0:
        raise PembagiNolError("Target nol; capaian tidak dapat dihitung.", saran="Isi target indikator.")
    if target < 0:
        raise RentangError("Target negatif; capaian tidak dapat dihitung.", saran="Periksa target indikator.")
    if arah == "naik":
        return realisasi / target
    if arah == "turun_selisih":
        return (2 * target - realisasi) / target
    if arah != "turun_rasio":
        raise ValueError(f"no rule for the direction {arah!r}")
    if realisasi == 0:
        raise PembagiNolError("Realisasi nol tidak dapat dinilai dengan rasio.", saran="Pakai turun_selisih.")
    if realisasi < 0:
        raise RentangError("Realisasi negatif tidak dapat dinilai dengan rasio.", saran="Pakai turun_selisih.")
    return target / realisasi
