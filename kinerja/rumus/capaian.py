"""Capaian kinerja in per cent, and its category."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.bilangan import Angka, round_half_up, to_fraction, write_angka
from kinerja.errors import MasukanError, PembagiNolError, RentangError
from kinerja.peraturan import Arah, Jenjang, get_parameter, get_tabel
from kinerja.rumus.target import Target, find_urutan


def list_arah(*, pada: date) -> tuple[Arah, ...]:
    """The ways to measure capaian; the first is the usual one.

    >>> [a.kode for a in list_arah(pada=date(2024, 12, 31))]
    ['naik', 'turun_selisih', 'turun_rasio', 'tetap']
    """
    return get_parameter("capaian", pada=pada).daftar("arah", Arah)


def list_pilihan_arah(*, pada: date) -> dict[str, str]:
    """The directions among which a data set chooses, with their meanings; `turun` is what the region means by it.

    >>> list(list_pilihan_arah(pada=date(2024, 12, 31)))
    ['naik', 'turun', 'tetap']
    """
    turun = "Makin rendah makin baik, menurut Rumus arah turun di lembar Umum."
    return dict(("turun", turun) if a.kode.startswith("turun") else (a.kode, a.arti) for a in list_arah(pada=pada))


def resolve_turun(arah: str, turun: str = "", *, pada: date) -> str:
    """The direction that the word `turun` means, `turun` or else the law's first falling one; others as they are.

    >>> pada = date(2024, 12, 31)
    >>> [resolve_turun(*x, pada=pada) for x in (("turun",), ("turun", "turun_rasio"), ("naik", "turun_rasio"))]
    ['turun_selisih', 'turun_rasio', 'naik']
    """
    if arah != "turun":
        return arah
    return next((a.kode for a in list_arah(pada=pada) if a.kode.startswith(turun or arah)), arah)


def compute_capaian(
    realisasi: Angka,
    target: Angka | Target,
    arah: str | None = None,
    batas: Angka | None = None,
    lantai: Angka | None = None,
    *,
    pada: date,
) -> Decimal:
    """Capaian in per cent, rounded; below 0 only by `turun_selisih` or a negative realisasi.

    Within a range it is 100; outside of it the nearer bound is the target (PermenPANRB 8/2021, p. 110). A falling or
    kept target of 0 is reached by 0 and by nothing else.

    Args:
        realisasi: of a ratio its value, 1/30 for `1 : 30`.
        arah: a `kode` of `list_arah`: `naik` and `tetap` are realisasi / target; `turun_selisih` (2 target - realisasi)
            / target; `turun_rasio` target / realisasi; `turun` the law's first of these; None is the usual one.
        batas: cap, one of those that the law's table has; None is no cap.
        lantai: floor, likewise.

    Raises:
        PembagiNolError: a rising target of 0, or a number beyond a bound of 0.
        RentangError: a negative target, a negative realisasi with `turun_rasio` or a target of 0, another cap or
            floor, a target open on the side that is better.
        MasukanError: an unknown arah, a predicate (`compute_capaian_predikat`).

    >>> soal = ((95, 88.3), (3, 4, "turun_selisih"), (3, 2, "naik", 120), (0, 0, "turun_rasio"))
    >>> [str(compute_capaian(*x, pada=date(2024, 12, 31))) for x in soal]
    ['107.59', '125.00', '120.00', '100.00']
    >>> compute_capaian(6.5, Target(Decimal(7), Decimal(8)), "turun_selisih", pada=date(2024, 12, 31))
    Decimal('107.14')
    """
    parameter = get_parameter("capaian", pada=pada)
    dikenal = [a.kode for a in list_arah(pada=pada)]
    arah = dikenal[0] if arah is None else resolve_turun(arah, pada=pada)
    if arah not in dikenal:
        raise MasukanError(f"Arah {arah!r} tidak dikenal.", saran=f"Pilih: {', '.join(dikenal)}.")
    for x, nama in ((batas, "batas"), (lantai, "lantai")):
        pilihan = parameter.daftar(nama, Decimal)
        if x is not None and to_fraction(x) not in [to_fraction(p) for p in pilihan]:
            raise RentangError(
                f"{nama.capitalize()} capaian {write_angka(x)} tidak dikenal.",
                saran=f"Pilih {' atau '.join(write_angka(p) for p in pilihan)}, atau kosongkan.",
            )
    satu = target if isinstance(target, Target) else Target.from_angka(target)
    rasio = _compute_rasio(to_fraction(realisasi), satu, arah)
    if rasio is None:  # the best there can be, and no number for it
        rasio = Fraction(1) if batas is None else to_fraction(batas) / 100
    persen = rasio * 100
    persen = persen if lantai is None else max(persen, to_fraction(lantai))
    persen = persen if batas is None else min(persen, to_fraction(batas))
    return round_half_up(persen, parameter.bilangan("desimal"))


def compute_capaian_predikat(realisasi: str, target: str, urutan: Sequence[str]) -> tuple[Decimal | None, int]:
    """Capaian of a predicate: 100 where it is reached, else none; and how many steps it is below (above: < 0).

    Args:
        urutan: the predicates, the best first.

    Raises:
        MasukanError: one of them is not in the list.

    >>> [compute_capaian_predikat(x, "BB", ("AA", "A", "BB", "B")) for x in ("b", "A")]
    [(None, 1), (Decimal('100'), -1)]
    """
    kurang = find_urutan(realisasi, urutan) - find_urutan(target, urutan)
    return None if kurang > 0 else Decimal(100), kurang


def find_kategori(persen: Angka, *, pada: date) -> Jenjang:
    """Category of a capaian in per cent, any value, graded as it is.

    >>> [find_kategori(x, pada=date(2024, 12, 31)).sebutan for x in (90, 90.5, 50)]
    ['Tinggi', 'Sangat Tinggi', 'Sangat Rendah']
    """
    return get_tabel("capaian_kategori", pada=pada).find(persen)


def _compute_rasio(x: Fraction, target: Target, arah: str) -> Fraction | None:
    """Realisasi against the bound that it misses; 1 inside, None for `turun_rasio` of nothing at all."""
    if target.predikat:
        raise MasukanError(f"Target {target} bukan angka.", saran="Bandingkan predikat dengan urutannya.")
    check_target(target, arah)
    nilai = target.nilai
    if nilai == 0 and arah != "naik":
        if x < 0:
            raise RentangError("Realisasi negatif terhadap target 0.", saran="Periksa realisasinya.")
        return Fraction(x == 0)
    if arah == "turun_rasio" and x < 0:
        raise RentangError("Realisasi negatif tidak dapat dinilai dengan rasio.", saran="Pakai turun_selisih.")
    if nilai is None:
        luar = _find_luar(x, target)
        if luar is None:
            return Fraction(1)
        nilai = to_fraction(luar)
    return _divide(x, nilai, arah)


def _divide(x: Fraction, nilai: Fraction, arah: str) -> Fraction | None:
    if nilai == 0:
        raise PembagiNolError("Target nol; capaian tidak dapat dihitung.", saran="Isi target indikator.")
    if arah == "turun_selisih":
        return (2 * nilai - x) / nilai
    if arah == "turun_rasio":
        return nilai / x if x else None
    if arah in ("naik", "tetap"):
        return x / nilai
    raise ValueError(f"no rule for the direction {arah!r}")


def _find_luar(x: Fraction, target: Target) -> Decimal | None:
    """The bound of a range that a number lies beyond."""
    if target.bawah is not None and x < target.bawah:
        return target.bawah
    return target.atas if target.atas is not None and x > target.atas else None


def check_target(target: Target, arah: str) -> None:
    """Refuse a target below zero, and one that is open to the side which is worse.

    Raises:
        RentangError: says which.
    """
    turun = arah.startswith("turun")
    nama = "turun" if turun else arah
    if any(x < 0 for x in target.batas):
        raise RentangError("Target negatif; capaian tidak dapat dihitung.", saran="Periksa target indikator.")
    if turun and target.atas is None:
        raise RentangError(f"Target {target} tidak cocok dengan arah {nama}.", saran="Pakai ≤, atau arah naik.")
    if not turun and target.bawah is None:
        raise RentangError(f"Target {target} tidak cocok dengan arah {nama}.", saran="Pakai ≥, atau arah turun.")
