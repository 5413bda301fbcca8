"""Survei kepuasan masyarakat (Peraturan Menteri PANRB 14/2017): from answers to NIK and mutu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from kinerja.errors import KosongError, MasukanError, RentangError
from kinerja.peraturan import Jenjang, Parameter, get_parameter, get_tabel
from kinerja.rumus.angka import Angka, round_half_up, to_fraction, write_angka

PENIMBANG = ("persis", "0,111", "0,11")

Jawaban = Angka | None


@dataclass(frozen=True, slots=True)
class HasilSkm:
    """The result of a survey; everything but `nik` is exact.

    Attributes:
        jumlah: sum of the answers, per unsur.
        terisi: number of answers, per unsur.
        ni: sum of nrr x penimbang, 1..4.
        nik: ni x 25, rounded half-up to two decimals, 25..100.
        mutu: the band of nik, A..D.
    """

    jumlah: tuple[int, ...]
    terisi: tuple[int, ...]
    ni: Fraction
    nik: Decimal
    mutu: Jenjang

    @property
    def nrr(self) -> tuple[Fraction, ...]:
        """Average per unsur: jumlah / terisi, 1..4."""
        return tuple(Fraction(total, banyak) for total, banyak in zip(self.jumlah, self.terisi, strict=True))


def compute_skm(jawaban: Sequence[Sequence[Jawaban]], penimbang: str = "persis", pada: date | None = None) -> HasilSkm:
    """NIK and mutu from answers, one row a respondent, one column an unsur; None is no answer.

    Raises:
        RentangError: an answer that is not 1, 2, 3 or 4; respondent and unsur are named.
        KosongError: no respondent, or an unsur that nobody answered.
        MasukanError: rows of different length, an answer that is not a number, an unknown penimbang.

    >>> hasil = compute_skm([[3] * 9] * 3 + [[2] * 9] * 2)  # 117 points from 5 respondents
    >>> hasil.nik, hasil.mutu.kode
    (Decimal('65.00'), 'C')
    """
    if not jawaban:
        raise KosongError("Belum ada responden.", saran="Isi jawaban sedikitnya satu responden.")
    sah = get_skala(pada)
    unsur = len(jawaban[0])
    jumlah, terisi = [0] * unsur, [0] * unsur
    for nomor, baris in enumerate(jawaban, start=1):
        if len(baris) != unsur:
            raise MasukanError(
                f"Responden {nomor} punya {len(baris)} jawaban, responden 1 punya {unsur}.",
                saran="Samakan jumlah unsur semua responden.",
            )
        for u, nilai in enumerate(baris):
            if nilai is not None:
                if nilai not in sah or isinstance(nilai, bool):
                    raise _refuse_jawaban(nilai, f"Responden {nomor}, {name_unsur(u, unsur, pada)}", sah)
                jumlah[u] += int(nilai)
                terisi[u] += 1
    return compute_skm_totals(jumlah, terisi, penimbang, pada)


def compute_skm_totals(
    jumlah: Sequence[int], terisi: Sequence[int], penimbang: str = "persis", pada: date | None = None
) -> HasilSkm:
    """NIK and mutu from the sum and the number of answers per unsur. Raises as `compute_skm`.

    >>> compute_skm_totals([105, 101, 100, 116, 102, 105, 106, 105, 115], [29] * 9).nik
    Decimal('91.48')
    """
    if len(jumlah) != len(terisi):
        raise MasukanError(f"Ada {len(jumlah)} jumlah tetapi {len(terisi)} banyak jawaban.")
    pada = pada or date.today()
    parameter = get_parameter("skm", pada)
    skala = get_skala(pada)
    terendah, tertinggi = skala[0], skala[-1]
    for u, (total, banyak) in enumerate(zip(jumlah, terisi, strict=True)):
        if not banyak or not terendah * banyak <= total <= tertinggi * banyak:
            raise _refuse_total(total, banyak, name_unsur(u, len(jumlah), pada), skala)
    if len(set(terisi)) == 1:  # as everybody answered all: one fraction instead of nine, the same sum
        nrr = Fraction(sum(jumlah), terisi[0])
    else:
        nrr = sum((Fraction(total, banyak) for total, banyak in zip(jumlah, terisi, strict=True)), Fraction(0))
    ni = _weigh(nrr, len(jumlah), penimbang, parameter)
    nik = round_half_up(ni * parameter.bilangan("faktor_konversi"), parameter.bilangan("desimal"))
    return HasilSkm(tuple(jumlah), tuple(terisi), ni, nik, _find_mutu(nik, pada))


@lru_cache(maxsize=8192)
def _find_mutu(nik: Decimal, pada: date) -> Jenjang:
    """A country of surveys has some thousand different NIK."""
    return find_mutu(nik, pada)


def get_skala(pada: date | None = None) -> range:
    """The answers that count.

    >>> list(get_skala())
    [1, 2, 3, 4]
    """
    parameter = get_parameter("skm", pada)
    return range(parameter.bilangan("skala_terendah"), parameter.bilangan("skala_tertinggi") + 1)


def name_unsur(u: int, banyak: int, pada: date | None = None) -> str:
    """Unsur `u` (from 0) by number and name in a survey of the regulation's unsur, by number in any other.

    >>> name_unsur(3, 9), name_unsur(3, 8)
    ('U4 Biaya/Tarif', 'U4')
    """
    nama = get_parameter("skm", pada).daftar_teks("unsur")
    return f"U{u + 1} {nama[u]}" if banyak == len(nama) else f"U{u + 1}"


def compute_nik(nrr: Sequence[Angka], penimbang: str = "persis", pada: date | None = None) -> Decimal:
    """NIK from averages per unsur, each 1..4; x unsur weigh 1/x each.

    Raises:
        RentangError: an average outside 1..4.
        KosongError: no average, or one that is missing.
        MasukanError: an unknown penimbang, or a rounded one for other than nine unsur.

    >>> compute_nik([3] * 9), compute_nik([3] * 9, "0,111")
    (Decimal('75.00'), Decimal('74.93'))
    """
    parameter = get_parameter("skm", pada)
    skala = get_skala(pada)
    terendah, tertinggi = skala[0], skala[-1]
    for u, nilai in enumerate(nrr):
        nama = name_unsur(u, len(nrr), pada)
        if nilai is None:
            raise KosongError(f"NRR {nama} belum diisi.")
        if not terendah <= to_fraction(nilai) <= tertinggi:
            raise RentangError(f"NRR {nama} di luar {terendah} sampai {tertinggi}.", saran="Periksa nilai itu.")
    ni = _weigh(sum((to_fraction(nilai) for nilai in nrr), Fraction(0)), len(nrr), penimbang, parameter)
    return round_half_up(ni * parameter.bilangan("faktor_konversi"), parameter.bilangan("desimal"))


def find_mutu(nik: Angka, pada: date | None = None) -> Jenjang:
    """The mutu of a NIK, 25..100, rounded half-up to two decimals first.

    Raises:
        RentangError: below 25 or above 100.

    >>> [find_mutu(x).kode for x in (64.994, 64.995, 76.6, 76.61)]
    ['D', 'C', 'C', 'B']
    """
    return get_tabel("skm_mutu", pada).find(nik)


def compute_sampel(populasi: int, galat: Angka | None = None, pada: date | None = None) -> int:
    """Respondents needed for a population, by Krejcie and Morgan, rounded half-up.

    Args:
        galat: between 0 and 1; None is that of the table, 0.05.

    Raises:
        RentangError: a population that is not a whole number of 1 or more, or galat not between 0 and 1.

    >>> compute_sampel(1200), compute_sampel(1)
    (291, 1)
    """
    parameter = get_parameter("skm_sampel", pada)
    n, d = to_fraction(populasi), to_fraction(parameter.angka("galat") if galat is None else galat)
    if n < 1 or n.denominator != 1:
        raise RentangError(f"Populasi {write_angka(populasi)} bukan bilangan bulat 1 atau lebih.")
    if not 0 < d < 1:
        raise RentangError("Galat harus di antara 0 dan 1.", saran="Tulis 5 persen sebagai 0,05.")
    p = to_fraction(parameter.angka("p"))
    ragam = to_fraction(parameter.angka("lambda_kuadrat")) * p * (1 - p)
    return int(round_half_up(n * ragam / (d**2 * (n - 1) + ragam), 0))


def _weigh(nrr: Fraction, banyak: int, penimbang: str, parameter: Parameter) -> Fraction:
    """NI from the sum of the averages of that many unsur."""
    if not banyak:
        raise KosongError("Belum ada unsur yang dinilai.")
    if penimbang == "persis":
        return nrr / banyak
    pilihan = parameter.daftar_teks("penimbang")
    if penimbang not in pilihan:
        raise MasukanError(f"Penimbang {penimbang!r} tidak dikenal.", saran=f"Pilih: {'; '.join(pilihan)}.")
    baku = len(parameter.daftar_teks("unsur"))
    if banyak != baku:
        raise MasukanError(
            f"Penimbang {penimbang} hanya untuk {baku} unsur, di sini {banyak}.", saran="Pakai penimbang persis."
        )
    return nrr * Fraction(penimbang.replace(",", "."))


def _refuse_jawaban(nilai: object, tempat: str, sah: range) -> MasukanError:
    skala = f"bilangan bulat {sah[0]} sampai {sah[-1]}"
    saran = "Perbaiki jawaban itu atau kosongkan."
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float, Decimal, Fraction)):
        return MasukanError(f"Jawaban {nilai!r} bukan {skala}.", tempat=tempat, saran=saran)
    teks = str(nilai).replace(".", ",")  # not write_angka, which refuses NaN and 1/3
    return RentangError(f"Jawaban {teks} bukan {skala}.", tempat=tempat, saran=saran)


def _refuse_total(jumlah: int, terisi: int, nama: str, skala: range) -> MasukanError:
    if terisi == 0 and jumlah == 0:
        return KosongError(f"Tidak ada yang menjawab unsur {nama}.", saran="Peraturan tidak mengatur unsur kosong.")
    return RentangError(
        f"Unsur {nama}: jumlah {jumlah} tidak mungkin dari {terisi} jawaban {skala[0]} sampai {skala[-1]}."
    )
