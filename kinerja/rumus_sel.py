"""Rules as expressions of cells, from the same tables: what templates and frozen functions write alike.

Each has its twin in `kinerja.rumus`, which refuses what it cannot compute; a formula has a guard around it instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from kinerja.bilangan import DESIMAL_SEN
from kinerja.peraturan import TabelJenjang, get_parameter, get_tabel
from kinerja.rumus.target import Target
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import FIXED, IF, INT, MAX, MIN, OR, RIGHT, ROUND, SUBSTITUTE

DESIMAL_SELISIH = 12
"""Of a ratio that is a difference: what lies behind is binary noise of the programs, seen by the next rounding."""


DESIMAL_SISA = 4
"""Of what an amount has behind the comma: the same noise lies behind, however large the amount."""


def pick_jenjang(x: X, tabel: TabelJenjang, kolom: Literal["kode", "sebutan"] = "kode") -> X:
    """The band of a number within the table's range, as `TabelJenjang.find`."""
    return _pick(x, tabel, [getattr(jenjang, kolom) for jenjang in tabel.jenjang])


def naik_jenjang(x: X, tabel: TabelJenjang, desimal: int) -> tuple[X, X]:
    """What a number with so many decimals lacks to the next better band, and its `kode`; both "" in the best."""
    kurang = (ROUND(tabel.compute_awal(jenjang, desimal) - x, desimal) for jenjang in tabel.jenjang[:-1])
    return _pick(x, tabel, ["", *kurang]), _pick(x, tabel, ["", *(jenjang.kode for jenjang in tabel.jenjang[:-1])])


def _pick(x: X, tabel: TabelJenjang, pilihan: Sequence[str | X]) -> X:
    """One of these, which stand for the bands."""
    nilai = x if tabel.desimal is None else ROUND(x, tabel.desimal)
    tertutup = tabel.batas == "bawah_tertutup"
    hasil = to_x(pilihan[-1])
    for jenjang, satu in zip(tabel.jenjang[-2::-1], pilihan[-2::-1], strict=True):
        hasil = IF(nilai >= jenjang.bawah if tertutup else nilai > jenjang.bawah, satu, hasil)
    return hasil


def rasio_persen(rasio: X, desimal: int) -> X:
    """A ratio in per cent, rounded once."""
    return ROUND(rasio * 100, desimal)


def persen(pembilang: X, penyebut: X, pada: date, kunci: str = "desimal") -> X:
    """A percentage, rounded as the parameter `kunci` of `persen` says."""
    return rasio_persen(pembilang / penyebut, get_parameter("persen", pada=pada).bilangan(kunci))


def serapan(realisasi: X, pagu: X, pada: date) -> X:
    """Absorption of a budget in per cent."""
    return rasio_persen(realisasi / pagu, get_parameter("anggaran", pada=pada).bilangan("desimal"))


def konversi_nik(ni: X, pada: date) -> X:
    """The index of a survey from its NI."""
    skm = get_parameter("skm", pada=pada)
    return ROUND(ni * skm.bilangan("faktor_konversi"), skm.bilangan("desimal"))


def nilai_sakip(jumlah: X, pada: date) -> X:
    """Nilai SAKIP from the sum of its parts, and a part of it as it counts."""
    return ROUND(jumlah, get_parameter("sakip_bobot", pada=pada).bilangan("desimal"))


def nilai_huruf(huruf: X, bobot: X, arti: Sequence[tuple[X, X]], pada: date) -> X:
    """Score of a sub-component from its letter, "" from anything else; `arti` are the letters and their values."""
    hasil = to_x("")
    for kode, nilai in reversed(arti):  # none before the law has such a table
        penuh = get_tabel("sakip_kriteria", pada=pada).rentang[1]
        hasil = IF(huruf == kode, nilai_sakip(nilai * bobot / penuh, pada), hasil)
    return hasil


def rasio_capaian(realisasi: X, target: X | Target, arah: str, terbaik: Decimal | X | int = 1) -> X:
    """Realisation against target in one of the directions of `kinerja.rumus.capaian`, as its `_compute_rasio`.

    Args:
        realisasi: of a ratio what stands behind `1 :`.
        target: a cell with a number, or what is agreed.
        terbaik: for `turun_rasio` of nothing at all.
    """
    if not isinstance(target, Target):
        hasil = _bagi(realisasi, target, arah, terbaik)
        return hasil if arah == "naik" else IF(target == 0, IF(realisasi == 0, 1, 0), hasil)
    batas = [to_x(x) for x in target.batas]
    if target.rasio:
        return _bagi(batas[0], realisasi, arah, terbaik)
    if target.nilai is not None:
        if target.nilai == 0 and arah != "naik":
            return IF(realisasi == 0, 1, 0)
        return _bagi(realisasi, batas[0], arah, terbaik)
    hasil = to_x(1)
    if target.bawah is not None:
        hasil = IF(realisasi < batas[0], _bagi(realisasi, batas[0], arah, terbaik), hasil)
    if target.atas is not None:
        hasil = IF(realisasi > batas[-1], _bagi(realisasi, batas[-1], arah, terbaik), hasil)
    return hasil


def _bagi(realisasi: X, target: X, arah: str, terbaik: Decimal | X | int) -> X:
    match arah:
        case "naik" | "tetap":
            return realisasi / target
        case "turun_selisih":
            return ROUND((2 * target - realisasi) / target, DESIMAL_SELISIH)
        case "turun_rasio":
            return IF(realisasi == 0, terbaik, target / realisasi)
    raise ValueError(f"no formula for the direction {arah!r}")


def persen_capaian(
    realisasi: X, target: X | Target, arah: str, batas: Decimal | X | None, lantai: Decimal | None, pada: date
) -> X:
    """Capaian in per cent, with cap and floor, rounded once; the numbers and the target must be known to be usable."""
    persen = rasio_capaian(realisasi, target, arah, 1 if batas is None else batas / 100) * 100
    persen = persen if lantai is None else MAX(persen, to_x(lantai))
    persen = persen if batas is None else MIN(persen, to_x(batas))
    return ROUND(persen, get_parameter("capaian", pada=pada).bilangan("desimal"))


def to_sen(x: X) -> X:
    """Rupiah without anything smaller than a sen, as sums and pastes bring it."""
    return ROUND(x, DESIMAL_SEN)


def teks_rupiah(x: X) -> X:
    """Rupiah from 0 up as printed in Indonesia, whatever the language of the PC; sen only where there are any.

    FIXED writes that language's signs: its thousands become dots, and the comma before the sen is never left to it.
    The remainder is rounded, not the amount: of 15 digits, not all programs round to the sen.

    >>> from kinerja.workbook.ekspresi import Isi
    >>> [teks_rupiah(to_x(x)).compute(Isi()) for x in (0, 999, 1000, 29_432_849_010, 10**15)]
    ['0', '999', '1.000', '29.432.849.010', '1.000.000.000.000.000']
    >>> [teks_rupiah(to_x(x)).compute(Isi()) for x in (0.05, 21_540_000.5, 0.995, 999.994)]
    ['0,05', '21.540.000,50', '1', '999,99']
    """
    penuh = 10**DESIMAL_SEN
    sen = ROUND(ROUND(x - INT(x), DESIMAL_SISA) * penuh, 0)
    bulat = INT(x) + IF(sen == penuh, 1, 0)
    ekor = IF(OR(sen == 0, sen == penuh), "", "," & RIGHT("0" & sen, DESIMAL_SEN))
    return SUBSTITUTE(FIXED(bulat), ",", ".") & ekor


def teks_bertanda(x: X) -> X:
    """The same of any amount; what is below 0 stands in brackets.

    >>> from kinerja.workbook.ekspresi import Isi
    >>> teks_bertanda(to_x(-1500.5)).compute(Isi())
    '(1.500,50)'
    """
    return IF(x < 0, "(" & teks_rupiah(0 - x) & ")", teks_rupiah(x))


def selisih(perjanjian: X, dpa: X) -> X:
    """Difference of two amounts of rupiah, to the sen."""
    return to_sen(perjanjian - dpa)


def sampel(populasi: X, galat: X | None, pada: date) -> X:
    """Respondents needed for a population (Krejcie and Morgan); `galat` None is that of the table."""
    parameter = get_parameter("skm_sampel", pada=pada)
    p, d = parameter.angka("p"), to_x(parameter.angka("galat") if galat is None else galat)
    ragam = to_x(parameter.angka("lambda_kuadrat")) * p * (1 - p)
    atas = populasi * parameter.angka("lambda_kuadrat") * p * (1 - p)
    return ROUND(atas / (d * d * (populasi - 1) + ragam), 0)
