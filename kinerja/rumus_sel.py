"""Rules as expressions of cells, from the same tables: what templates and frozen functions write alike.

Each has its twin in `kinerja.rumus`, which refuses what it cannot compute; a formula has a guard around it instead.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from kinerja.bilangan import DESIMAL_SEN
from kinerja.peraturan import TabelJenjang, get_parameter
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import IF, ROUND


def pick_jenjang(x: X, tabel: TabelJenjang, kolom: Literal["kode", "sebutan"] = "kode") -> X:
    """The band of a number within the table's range, as `TabelJenjang.find`."""
    nilai = x if tabel.desimal is None else ROUND(x, tabel.desimal)
    tertutup = tabel.batas == "bawah_tertutup"
    hasil = to_x(getattr(tabel.jenjang[-1], kolom))
    for jenjang in reversed(tabel.jenjang[:-1]):
        di_atas = nilai >= jenjang.bawah if tertutup else nilai > jenjang.bawah
        hasil = IF(di_atas, getattr(jenjang, kolom), hasil)
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
    """Nilai SAKIP from the sum of its parts."""
    return ROUND(jumlah, get_parameter("sakip_bobot", pada=pada).bilangan("desimal"))


def rasio_capaian(realisasi: X, target: X, arah: str) -> X:
    """Realisation against target in one of the directions of `kinerja.rumus.capaian`."""
    match arah:
        case "naik":
            return realisasi / target
        case "turun_selisih":
            return (2 * target - realisasi) / target
        case "turun_rasio":
            return target / realisasi
    raise ValueError(f"no formula for the direction {arah!r}")


def to_sen(x: X) -> X:
    """Rupiah without anything smaller than a sen, as sums and pastes bring it."""
    return ROUND(x, DESIMAL_SEN)


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
