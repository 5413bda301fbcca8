"""Rules as expressions of cells, from the same tables: what templates and frozen functions write alike.

Each has its twin in `kinerja.rumus`, which refuses what it cannot compute; a formula has a guard around it instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from kinerja.bilangan import DESIMAL_SEN
from kinerja.peraturan import TabelJenjang, get_parameter, get_tabel
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import IF, ROUND


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
