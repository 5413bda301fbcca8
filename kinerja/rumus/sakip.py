"""Nilai SAKIP (Peraturan Menteri PANRB 88/2021, before it 12/2015): from grades to score and predikat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.bilangan import Angka, round_half_up, to_decimal, to_fraction, write_angka
from kinerja.errors import KosongError, MasukanError, PeraturanError, RentangError
from kinerja.peraturan import Jenjang, Komponen, check_bobot, get_parameter, get_tabel
from kinerja.peraturan.parameter import BOBOT_PENUH


def get_bobot(*, pada: date) -> tuple[Komponen, ...]:
    """Components with their weights (sum 100) and sub-components.

    >>> [(k.nama, int(k.bobot)) for k in get_bobot(pada=date(2024, 1, 2))][-1]
    ('Evaluasi Akuntabilitas Kinerja Internal', 25)
    """
    return get_parameter("sakip_bobot", pada=pada).daftar("komponen", Komponen)


def compute_subkomponen(kriteria: Sequence[str], bobot: Angka, *, pada: date) -> Decimal:
    """Score of a sub-component: mean of its criteria (AA 100 .. E 0) / 100 x weight, rounded.

    Raises:
        KosongError: no criterion, or one without a grade; a blank is not E.
        MasukanError: an unknown grade.
        RentangError: a weight outside 0..100.

    >>> compute_subkomponen(["AA", "b", "CC"], 9, pada=date(2024, 1, 2))
    Decimal('6.90')
    """
    if not kriteria:
        raise KosongError("Belum ada kriteria yang dinilai.")
    if not 0 <= to_fraction(bobot) <= BOBOT_PENUH:
        raise RentangError(f"Bobot {write_angka(bobot)} di luar 0 sampai {BOBOT_PENUH}.", saran="Periksa bobot itu.")
    tabel = get_tabel("sakip_kriteria", pada=pada)
    jumlah = Fraction(0)
    for nomor, kode in enumerate(kriteria, start=1):
        if kode is None or not str(kode).strip():
            raise KosongError(
                f"Kriteria ke-{nomor} belum dinilai.",
                saran=f"Isi {tabel.jenjang[0].kode} sampai {tabel.jenjang[-1].kode}.",
            )
        jumlah += to_fraction(tabel.get(str(kode)).bawah)
    return round_half_up(jumlah / len(kriteria) / to_fraction(tabel.rentang[1]) * to_fraction(bobot), _desimal(pada))


def compute_sakip(komponen: Sequence[Angka], bobot: tuple[Komponen, ...] | None = None, *, pada: date) -> Decimal:
    """Nilai SAKIP, 0..100: the sum of the component scores, rounded half-up.

    Args:
        komponen: one score for each component of `bobot`, in that order, each 0..its weight.
        bobot: the components of a region whose own worksheet differs; None is the law's, `get_bobot`.

    Raises:
        RentangError: a score outside its weight; the component is named.
        KosongError: a missing score.
        MasukanError: another number of scores than there are components, or weights that do not add up.

    >>> compute_sakip([20.5, 19, 10.25, 16.75], pada=date(2024, 1, 2))
    Decimal('66.50')
    """
    return _sum([(k.nama, k.bobot) for k in _choose_bobot(bobot, pada)], komponen, "komponen", pada)


def compute_sakip_subkomponen(
    nilai: Sequence[Angka], bobot: tuple[Komponen, ...] | None = None, *, pada: date
) -> Decimal:
    """Nilai SAKIP from the scores of all sub-components (twelve in 88/2021), in order. Raises as `compute_sakip`.

    Raises:
        PeraturanError: the regulation in force on `pada` has no sub-components here (12/2015).

    >>> compute_sakip_subkomponen([6, 9, 15, 6, 9, 15, 3, 4.5, 7.5, 5, 7.5, 12.5], pada=date(2024, 1, 2))
    Decimal('100.00')
    """
    komponen = _choose_bobot(bobot, pada)
    if not all(k.subkomponen for k in komponen):
        raise PeraturanError("Bobot subkomponen untuk tanggal itu tidak dimuat.", saran="Isi nilai per komponen saja.")
    bagian = [(f"{k.nama}, {s.nama}", s.bobot) for k in komponen for s in k.subkomponen]
    return _sum(bagian, nilai, "subkomponen", pada)


def find_predikat(nilai: Angka, *, pada: date) -> Jenjang:
    """Predikat of a score; in 88/2021 graded as it is, and a lower bound belongs to the band below.

    Raises:
        RentangError: outside the range of the table.

    >>> [find_predikat(x, pada=date(2024, 1, 2)).kode for x in (60, 60.01, 90, 90.005, 0)]
    ['CC', 'B', 'A', 'AA', 'E']
    """
    return get_tabel("sakip_predikat", pada=pada).find(nilai)


def compute_kekurangan(nilai: Angka, *, pada: date) -> tuple[Decimal, Jenjang] | None:
    """What a score, as it is published, lacks to the next better predikat, and that predikat; None for the best.

    Raises:
        RentangError: as `find_predikat`.

    >>> kurang, menuju = compute_kekurangan(66.5, pada=date(2024, 1, 2))
    >>> kurang, menuju.kode, compute_kekurangan(90.01, pada=date(2024, 1, 2))
    (Decimal('3.51'), 'BB', None)
    """
    tabel = get_tabel("sakip_predikat", pada=pada)
    nomor = tabel.jenjang.index(tabel.find(nilai))
    if nomor == 0:
        return None
    menuju = tabel.jenjang[nomor - 1]
    return tabel.compute_awal(menuju, _desimal(pada)) - to_decimal(nilai), menuju


def _choose_bobot(bobot: tuple[Komponen, ...] | None, pada: date) -> tuple[Komponen, ...]:
    if bobot is None:
        return get_bobot(pada=pada)
    check_bobot(bobot)
    return bobot


def _sum(bagian: list[tuple[str, Decimal]], nilai: Sequence[Angka], jenis: str, pada: date) -> Decimal:
    if len(nilai) != len(bagian):
        raise MasukanError(f"Ada {len(nilai)} nilai {jenis}, seharusnya {len(bagian)}.")
    jumlah = Fraction(0)
    for (nama, bobot), x in zip(bagian, nilai, strict=True):
        if x is None:
            raise KosongError(f"Nilai {nama} belum diisi.", saran="Isi nilai itu.")
        if not 0 <= to_fraction(x) <= to_fraction(bobot):
            raise RentangError(
                f"Nilai {nama} {write_angka(x)} di luar 0 sampai bobotnya {write_angka(bobot)}.",
                saran="Isi nilai menurut bobotnya, bukan persennya.",
            )
        jumlah += to_fraction(x)
    return round_half_up(jumlah, _desimal(pada))


def _desimal(pada: date) -> int:
    return get_parameter("sakip_bobot", pada=pada).bilangan("desimal")
