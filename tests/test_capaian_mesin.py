"""Capaian of every form of target x arah x metode x state of the quarters: the rules in Python == the file == engines.

What files show is held against the rules over the whole matrix. All engines compute a draw of it from every cara,
IronCalc a sixth of the rest too; all of it in all engines takes a quarter of an hour (`CUPLIKAN`).
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku as Rencana
from kinerja.workbook.layout import Nilai
from tests.alat.mesin import Values, compare, read_cached, recalc_formulon, recalc_ironcalc, recalc_libreoffice, same
from tests.alat.sampel import choose_banyak
from tests.contoh import angka, make_perjanjian, make_program
from tests.harap_capaian import HAMPA, Satu, compute_buku
from tests.matriks_capaian import CARA, Buku, list_buku, make_buku
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

BAGIAN = 6
"""The workbooks run in this many parts, so that two cores share them."""
CUPLIKAN = choose_banyak(8, 40)
"""Indikator of each cara that all engines compute."""
JARANG = choose_banyak(6, 1)
"""Of the others every so many is compared with the rules."""
MINIMUM = choose_banyak(3_000, 20_000)
"""Formula cells of these sheets that all engines compute."""
LEMBAR = ("Indikator", "Capaian", "Triwulan", "Rencana Aksi")
D = Decimal
SELISIH, JUMLAH, AKHIR, RERATA = "turun_selisih", Metode.JUMLAH, Metode.AKHIR, Metode.RATA_RATA


@cache
def list_semua() -> list[Buku]:
    return list_buku(Random(2024))


def list_baris(rencana: Rencana, banyak: int) -> dict[str, list[int]]:
    """The first row (from 0) of each indikator on each sheet, by the names that the workbook makes known."""
    nama = dict(rencana.nama)
    blok = {b.nama: b.baris for lembar in rencana.lembar for b in lembar.blok}
    tahun = [int(nama[f"hasil_indikator_{n}"].rpartition("$")[2]) - 1 for n in range(1, banyak + 1)]
    return {
        "Indikator": tahun,
        "Capaian": [blok[f"isian_indikator_{n}_target"] for n in range(1, banyak + 1)],
        "Triwulan": [blok["isian_triwulan_kendala"] + 4 * n for n in range(banyak)],
        "Rencana Aksi": [blok[f"isian_indikator_{n}_target_triwulan"] for n in range(1, banyak + 1)],
    }


def to_nilai(x: Satu) -> float | str:
    return "" if x is None else x if isinstance(x, str) else float(x)


def check_aturan(b: Buku, path: Path) -> Values:
    """Write a workbook, and hold what it shows against the rules; its values as stored."""
    rencana = build_perjanjian(Bahan(b.pk, b.isi, responden=1))
    write_workbook(rencana, path)
    simpan = read_cached(path)
    harap = compute_buku(b, Counter(), list_baris(rencana, len(b.kasus)))
    beda = {sel: (simpan[sel], x) for sel, x in harap.items() if not same(simpan[sel], to_nilai(x))}

    assert {} == beda
    assert len(harap) > 25 * len(b.kasus)
    return simpan


@pytest.mark.parametrize("bagian", range(BAGIAN))
def test_matriks_dihitung_sama_oleh_aturan_berkas_dan_setiap_mesin(bagian: int, tmp_path: Path) -> None:
    buku = list_semua()[bagian::BAGIAN]
    for n, b in enumerate(buku):
        path = tmp_path / f"sisa{n}.xlsx"
        check_aturan(make_buku(b.pk.cara, b.kasus[CUPLIKAN::JARANG]), path)
        if n == 0:
            assert [] == compare(path, ironcalc=recalc_ironcalc(path)), b.pk.cara
    sel, paths = Counter[str](), [tmp_path / f"cuplikan{n}.xlsx" for n in range(len(buku))]
    for b, path in zip(buku, paths, strict=True):
        sel.update(sheet for sheet, _ in check_aturan(make_buku(b.pk.cara, b.kasus[:CUPLIKAN]), path))
    lo = recalc_libreoffice(paths)

    for path in paths:
        mesin = {"ironcalc": recalc_ironcalc(path), "formulon": recalc_formulon(path), "libreoffice": lo[path]}
        assert [] == compare(path, **mesin), path.name
    assert sum(sel[nama] for nama in LEMBAR) * BAGIAN >= MINIMUM
    assert all(sel[nama] for nama in LEMBAR)


def test_setiap_galat_aturan_dan_setiap_keterangan_ada_dalam_matriks() -> None:
    temu = Counter[str]()
    for b in list_semua():
        semua = list(range(0, 99 * len(b.kasus), 99))
        compute_buku(b, temu, dict.fromkeys(LEMBAR, semua))

    assert len(list_semua()) == len(CARA) == 18
    assert {galat.__name__ for galat in HAMPA} <= temu.keys()
    assert {re.sub("[0-9]+ tingkat", "n tingkat", kata) for kata in temu} - {galat.__name__ for galat in HAMPA} == {
        "", "target 0 terlampaui", "kurang n tingkat", "n tingkat di atas target", "capaian di bawah 0",
        "capaian di atas 200%", "tampak kumulatif",
        "jauh dari target", "tampak seperti pecahan, bukan persen",
    }  # fmt: skip
    assert min(temu.values()) >= 4


class Contoh(NamedTuple):
    """An indikator, what is typed beside it, and by hand or as published the year's capaian and what is said of it."""

    indikator: Indikator
    isian: dict[str, tuple[Nilai, ...]]
    capaian: float | str
    keterangan: str = ""


def nilai(target: Target, arah: str, triwulan: tuple[Nilai, ...], metode: Metode, *hasil: Any) -> Contoh:
    return Contoh(Indikator("Hal", jenis.NILAI, "bulan", target, arah=arah, metode=metode), {"nilai": triwulan}, *hasil)


def persen(atas: tuple[Nilai, ...], bawah: tuple[Nilai, ...], metode: Metode, *hasil: Any) -> Contoh:
    i = Indikator("Hal", jenis.PERSEN, "%", angka(100), metode=metode)
    return Contoh(i, {"pembilang": atas, "penyebut": bawah}, *hasil)


BULAN, SKOR, NOL = Target(D(7), D(8)), Target(D(80), D(90)), angka(0)
RASIO = Target(D(32), D(32), rasio=True)
CONTOH: dict[str, Contoh] = {
    "rentang turun, lebih cepat, PermenPANRB 8/2021 hlm. 110": nilai(BULAN, SELISIH, (6.5,), AKHIR, 107.14),
    "rentang turun, lebih lambat": nilai(BULAN, SELISIH, (9,), AKHIR, 87.5),
    "rentang naik, di bawahnya": nilai(SKOR, "naik", (70,), AKHIR, 87.5),
    "rentang naik, di atasnya, tercetak 113": nilai(SKOR, "naik", (92,), AKHIR, 102.22),
    "rentang, tepat di batas": nilai(SKOR, "naik", (80, 90), RERATA, 100),
    "rentang dari nol, realisasi negatif": nilai(Target(D(0), D(3)), SELISIH, (-1,), AKHIR, ""),
    "rentang negatif": nilai(Target(D(-2), D(5)), "naik", (-3,), AKHIR, ""),
    "jumlah yang nol, bukan 2,7e-15": nilai(NOL, SELISIH, (-23.15, 16.1, 0.95, 6.1), JUMLAH, 100),
    "rata-rata yang nol, bukan -3,6e-15": nilai(angka(12), "turun_rasio", (7.2, -17.69, 1.79, 8.7), RERATA, 100),
    "target 0": nilai(NOL, "tetap", (0, 0, 1), JUMLAH, 0, "target 0 terlampaui"),
    "target 0 makin tinggi": nilai(NOL, "naik", (3,), AKHIR, ""),
    "selisih (74 - 74,01665) / 37 = -0,00045": nilai(
        angka(37), SELISIH, (74.01665,), AKHIR, -0.05, "capaian di bawah 0"
    ),
    "selisih (6,6 - 6,592575) / 3,3 = 0,00225": nilai(angka("3.3"), SELISIH, (6.592575,), AKHIR, 0.23),
    "rata-rata tak dibulatkan, 2/3 dari 0,8": nilai(angka("0.8"), "naik", (0.5, 0.5, 1), RERATA, 83.33),
    "perbandingan 1 : 28 dari 1 : 32": nilai(RASIO, "naik", (30, None, 28), AKHIR, 114.29),
    "perbandingan 1 : 0": nilai(RASIO, "naik", (0,), AKHIR, ""),
    "setengah pasangan tidak ikut, (9 + 2) / (10 + 3)": persen((9, 5, None, 2), (10, None, 4, 3), JUMLAH, 84.62),
    "penyebut nol tidak ikut, (9 + 2) / (10 + 3)": persen((9, 5, None, 2), (10, 0, None, 3), JUMLAH, 84.62),
    "tiada yang diukur": persen((0, 0), (0, 0), RERATA, ""),
}


def test_contoh_terbit_dan_contoh_tangan(tmp_path: Path) -> None:
    pk = make_perjanjian(tuple(c.indikator for c in CONTOH.values()), make_program(1))
    isi = {f"isian_indikator_{n}_{x}": (b,) for n, c in enumerate(CONTOH.values(), 1) for x, b in c.isian.items()}
    path = tmp_path / "contoh.xlsx"
    write_workbook(build_perjanjian(Bahan(pk, isi, responden=1)), path)
    simpan = read_cached(path)

    hasil = {nama: (simpan["Capaian", f"J{r}"], simpan["Capaian", f"L{r}"]) for r, nama in enumerate(CONTOH, 7)}
    assert hasil == {nama: (c.capaian, c.keterangan) for nama, c in CONTOH.items()}
    assert [] == compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path))


def test_target_triwulan_perbandingan_yang_diketik_dibaca_sebagai_perbandingan(tmp_path: Path) -> None:
    i = Indikator("Guru per murid", jenis.NILAI, "rasio", RASIO)
    isi = {"isian_indikator_1_nilai": ((28, 28, 32),), "isian_indikator_1_target_triwulan": ((30, 0, 28),)}
    path = tmp_path / "rasio.xlsx"
    write_workbook(build_perjanjian(Bahan(make_perjanjian((i,), make_program(1)), isi, responden=1)), path)
    simpan = read_cached(path)

    assert [simpan["Triwulan", f"G{r}"] for r in range(7, 11)] == [107.14, "", 87.5, ""]  # 30/28, 1 : 0, 28/32
    assert simpan["Capaian", "H7"] == 32  # the last quarter: ratios are neither added up nor averaged
    assert [] == compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path))
