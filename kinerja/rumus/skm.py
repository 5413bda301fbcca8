"""Survei kepuasan masyarakat (Peraturan Menteri PANRB 14/2017): from answers to NIK and mutu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from kinerja.bilangan import Angka, round_half_up, to_fraction, write_angka
from kinerja.errors import KosongError, MasukanError, RentangError
from kinerja.peraturan import Jenjang, Unsur, get_parameter, get_tabel

PERSIS = "persis"
"""The penimbang that is 1 / number of unsur, whatever that number."""

Jawaban = Angka | None


@dataclass(frozen=True, slots=True)
class HasilSkm:
    """The result of a survey; everything but `nik` is exact.

    Attributes:
        jumlah: sum of the answers, per unsur.
        terisi: number of answers, per unsur.
        ni: sum of nrr x penimbang, on the scale of the answers.
        nik: ni x the conversion factor, rounded half-up.
        mutu: the band of nik.
    """

    jumlah: tuple[int, ...]
    terisi: tuple[int, ...]
    ni: Fraction
    nik: Decimal
    mutu: Jenjang

    @property
    def nrr(self) -> tuple[Fraction, ...]:
        """Average per unsur: jumlah / terisi."""
        return tuple(Fraction(total, banyak) for total, banyak in zip(self.jumlah, self.terisi, strict=True))


def compute_skm(jawaban: Sequence[Sequence[Jawaban]], penimbang: str | None = None, *, pada: date) -> HasilSkm:
    """NIK and mutu from answers, one row a respondent, one column an unsur; None is no answer.

    Args:
        penimbang: one of `list_penimbang`; None is the usual one.

    Raises:
        RentangError: an answer off the scale; respondent and unsur are named.
        KosongError: no respondent, or an unsur that nobody answered.
        MasukanError: rows of different length, an answer that is not a number, an unknown penimbang.

    >>> hasil = compute_skm([[3] * 9] * 3 + [[2] * 9] * 2, pada=date(2024, 12, 31))  # 117 points of 5 respondents
    >>> hasil.nik, hasil.mutu.kode
    (Decimal('65.00'), 'C')
    """
    if not jawaban:
        raise KosongError("Belum ada responden.", saran="Isi jawaban sedikitnya satu responden.")
    sah = get_skala(pada=pada)
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
                    raise _refuse_jawaban(nilai, f"Responden {nomor}, {name_unsur(u, unsur, pada=pada)}", sah)
                jumlah[u] += int(nilai)
                terisi[u] += 1
    return compute_skm_totals(jumlah, terisi, penimbang, pada=pada)


def compute_skm_totals(
    jumlah: Sequence[int], terisi: Sequence[int], penimbang: str | None = None, *, pada: date
) -> HasilSkm:
    """NIK and mutu from the sum and the number of answers per unsur. Raises as `compute_skm`.

    >>> compute_skm_totals([105, 101, 100, 116, 102, 105, 106, 105, 115], [29] * 9, pada=date(2024, 12, 31)).nik
    Decimal('91.48')
    """
    if len(jumlah) != len(terisi):
        raise MasukanError(f"Ada {len(jumlah)} jumlah tetapi {len(terisi)} banyak jawaban.")
    skala = get_skala(pada=pada)
    terendah, tertinggi = skala[0], skala[-1]
    for u, (total, banyak) in enumerate(zip(jumlah, terisi, strict=True)):
        if not banyak or not terendah * banyak <= total <= tertinggi * banyak:
            raise _refuse_total(total, banyak, name_unsur(u, len(jumlah), pada=pada), skala)
    if len(set(terisi)) == 1:  # as everybody answered all: one fraction instead of nine, the same sum
        nrr = Fraction(sum(jumlah), terisi[0])
    else:
        nrr = sum((Fraction(total, banyak) for total, banyak in zip(jumlah, terisi, strict=True)), Fraction(0))
    ni = _weigh(nrr, len(jumlah), penimbang, pada)
    nik = _convert(ni, pada)
    return HasilSkm(tuple(jumlah), tuple(terisi), ni, nik, _find_mutu(nik, pada))


@lru_cache(maxsize=8192)
def _find_mutu(nik: Decimal, pada: date) -> Jenjang:
    """A country of surveys has some thousand different NIK."""
    return find_mutu(nik, pada=pada)


def get_skala(*, pada: date) -> range:
    """The answers that count.

    >>> list(get_skala(pada=date(2024, 12, 31)))
    [1, 2, 3, 4]
    """
    parameter = get_parameter("skm", pada=pada)
    return range(parameter.bilangan("skala_terendah"), parameter.bilangan("skala_tertinggi") + 1)


def write_skala(*, pada: date) -> str:
    """The answers that count, for a sentence.

    >>> write_skala(pada=date(2024, 12, 31))
    '1, 2, 3, atau 4'
    """
    *depan, akhir = map(str, get_skala(pada=pada))
    return f"{', '.join(depan)}, atau {akhir}"


def list_unsur(*, pada: date) -> tuple[Unsur, ...]:
    """The unsur of the regulation, in its order."""
    return get_parameter("skm", pada=pada).daftar("unsur", Unsur)


def read_penimbang(penimbang: str) -> Decimal:
    """What an unsur weighs by a penimbang other than `PERSIS`.

    >>> read_penimbang("0,111")
    Decimal('0.111')
    """
    return Decimal(penimbang.replace(",", "."))


def list_penimbang(*, pada: date) -> tuple[str, ...]:
    """What an unsur may weigh; the first is the usual one. All but `PERSIS` are for the regulation's unsur only.

    >>> list_penimbang(pada=date(2024, 12, 31))
    ('persis', '0,111', '0,11')
    """
    return get_parameter("skm", pada=pada).daftar("penimbang", str)


def name_unsur(u: int, banyak: int, *, pada: date) -> str:
    """Unsur `u` (from 0) by number and name in a survey of the regulation's unsur, by number in any other.

    >>> [name_unsur(3, banyak, pada=date(2024, 12, 31)) for banyak in (9, 8)]
    ['U4 Biaya/Tarif', 'U4']
    """
    unsur = list_unsur(pada=pada)
    return f"U{u + 1} {unsur[u].nama}" if banyak == len(unsur) else f"U{u + 1}"


def compute_nik(nrr: Sequence[Angka], penimbang: str | None = None, *, pada: date) -> Decimal:
    """NIK from averages per unsur; x unsur weigh 1/x each.

    Raises:
        RentangError: an average outside the scale of the answers.
        KosongError: no average, or one that is missing.
        MasukanError: an unknown penimbang, or a rounded one for other than the regulation's unsur.

    >>> [compute_nik([3] * 9, penimbang, pada=date(2024, 12, 31)) for penimbang in ("persis", "0,111")]
    [Decimal('75.00'), Decimal('74.93')]
    """
    skala = get_skala(pada=pada)
    terendah, tertinggi = skala[0], skala[-1]
    for u, nilai in enumerate(nrr):
        nama = name_unsur(u, len(nrr), pada=pada)
        if nilai is None:
            raise KosongError(f"NRR {nama} belum diisi.", saran="Isi nilai itu.")
        if not terendah <= to_fraction(nilai) <= tertinggi:
            raise RentangError(f"NRR {nama} di luar {terendah} sampai {tertinggi}.", saran="Periksa nilai itu.")
    return _convert(_weigh(sum((to_fraction(nilai) for nilai in nrr), Fraction(0)), len(nrr), penimbang, pada), pada)


def find_mutu(nik: Angka, *, pada: date) -> Jenjang:
    """The mutu of a NIK, rounded half-up first.

    Raises:
        RentangError: outside the range of the table.

    >>> [find_mutu(x, pada=date(2024, 12, 31)).kode for x in (64.994, 64.995, 76.6, 76.61)]
    ['D', 'C', 'C', 'B']
    """
    return get_tabel("skm_mutu", pada=pada).find(nik)


def compute_sampel(populasi: int, galat: Angka | None = None, *, pada: date) -> int:
    """Respondents needed for a population, by Krejcie and Morgan, rounded half-up.

    Args:
        galat: between 0 and 1; None is that of the table.

    Raises:
        RentangError: a population that is not a whole number of 1 or more, or galat not between 0 and 1.

    >>> [compute_sampel(populasi, pada=date(2024, 12, 31)) for populasi in (1200, 1)]
    [291, 1]
    """
    parameter = get_parameter("skm_sampel", pada=pada)
    n, d = to_fraction(populasi), to_fraction(parameter.angka("galat") if galat is None else galat)
    if n < 1 or n.denominator != 1:
        raise RentangError(
            f"Populasi {write_angka(populasi)} bukan bilangan bulat 1 atau lebih.",
            saran="Isi banyaknya orang yang dilayani.",
        )
    if not 0 < d < 1:
        raise RentangError("Galat harus di antara 0 dan 1.", saran="Tulis 5 persen sebagai 0,05.")
    p = to_fraction(parameter.angka("p"))
    ragam = to_fraction(parameter.angka("lambda_kuadrat")) * p * (1 - p)
    return int(round_half_up(n * ragam / (d**2 * (n - 1) + ragam), 0))


def _weigh(nrr: Fraction, banyak: int, penimbang: str | None, pada: date) -> Fraction:
    """NI from the sum of the averages of that many unsur."""
    if not banyak:
        raise KosongError("Belum ada unsur yang dinilai.")
    pilihan = list_penimbang(pada=pada)
    penimbang = pilihan[0] if penimbang is None else penimbang
    if penimbang not in pilihan:
        raise MasukanError(f"Penimbang {penimbang!r} tidak dikenal.", saran=f"Pilih: {'; '.join(pilihan)}.")
    if penimbang == PERSIS:
        return nrr / banyak
    baku = len(list_unsur(pada=pada))
    if banyak != baku:
        saran = f"Pakai penimbang {PERSIS}." if PERSIS in pilihan else ""
        raise MasukanError(f"Penimbang {penimbang} hanya untuk {baku} unsur, di sini {banyak}.", saran=saran)
    return nrr * Fraction(read_penimbang(penimbang))


def _convert(ni: Fraction, pada: date) -> Decimal:
    """NIK from NI."""
    parameter = get_parameter("skm", pada=pada)
    return round_half_up(ni * parameter.bilangan("faktor_konversi"), parameter.bilangan("desimal"))


def _refuse_jawaban(nilai: object, tempat: str, sah: range) -> MasukanError:
    skala = f"bilangan bulat {sah[0]} sampai {sah[-1]}"
    saran = "Betulkan jawaban itu atau kosongkan."
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float, Decimal, Fraction)):
        return MasukanError(f"Jawaban {nilai!r} bukan {skala}.", tempat=tempat, saran=saran)
    teks = str(nilai).replace(".", ",")  # not write_angka, which refuses NaN and 1/3
    return RentangError(f"Jawaban {teks} bukan {skala}.", tempat=tempat, saran=saran)


def _refuse_total(jumlah: int, terisi: int, nama: str, skala: range) -> MasukanError:
    if terisi == 0 and jumlah == 0:
        return KosongError(
            f"Tidak ada yang menjawab unsur {nama}.", saran="Isi jawabannya; peraturan tidak mengatur unsur kosong."
        )
    return RentangError(
        f"Unsur {nama}: jumlah {jumlah} tidak mungkin dari {terisi} jawaban {skala[0]} sampai {skala[-1]}."
    )
