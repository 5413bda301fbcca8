"""Nobody who fills in a workbook honestly is told for ever to check or to fill in, and what he explains is enough."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kinerja.terbit.keluaran import write_workbook
from tests.alat.jujur import Jujur, draw_jujur, list_cek
from tests.alat.mesin import compare, find_errors, read_cached, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.sampel import choose_banyak
from tests.isian_makna import BELUM, DIJELASKAN, OK, PERIKSA
from workbook_templates.perjanjian_kinerja import build_perjanjian

BANYAK, KELOMPOK = choose_banyak(40, 100), 10
"""Fillings of a whole year, in so many parts that two cores share them."""
RAGAM = 100
"""Among so many there is every kind."""
TENGAH = choose_banyak(16, 40)
"""Seeds that are also looked at when quarter I, II and III are over."""
MESIN = (*((benih, 4) for benih in range(choose_banyak(3, 8))), (8, 1), (9, 2), (10, 3))
"""Fillings that go through the slower programs."""

APA = (
    "DPA sama", "melebihi pagu", "realisasi masuk", "realisasi tahun lalu", "target terisi", "tidak turun",
    "angka triwulan", "pembilang tidak", "terisi berurutan", "penerima tidak", "yang terlewat", "total yang",
    "target triwulan", "nilai terisi", "jawaban para", "responden sebanyak",
)  # fmt: skip
"""What is explained somewhere among the fillings."""


@cache
def judge(benih: int, sampai: int) -> tuple[Jujur, dict[str, str]]:
    """A filling, and what its checks say with the explanations."""
    jujur = draw_jujur(benih, sampai)
    return jujur, list_cek(build_perjanjian(jujur.bahan))


def write(benih: int, sampai: int, folder: Path) -> Path:
    path = folder / f"{benih}-{sampai}.xlsx"
    write_workbook(build_perjanjian(judge(benih, sampai)[0].bahan), path)
    return path


def find_salah(benih: int, sampai: int, *kata: str) -> list[tuple[int, str]]:
    """Checks that say one of these words though the officer has nothing to explain there."""
    jujur, _ = judge(benih, sampai)
    polos = list_cek(build_perjanjian(jujur.polos))
    return [
        (benih, cek) for cek, k in polos.items() if k in kata and not any(cek.startswith(awal) for awal in jujur.sebab)
    ]


@pytest.mark.parametrize("bagian", range(KELOMPOK))
def test_isian_setahun_yang_jujur_beres(bagian: int, tmp_path: Path) -> None:
    for benih in range(bagian, BANYAK, KELOMPOK):
        _, jelas = judge(benih, 4)
        path = write(benih, 4, tmp_path)

        iron = recalc_ironcalc(path)

        assert [] == find_salah(benih, 4, PERIKSA, BELUM)
        assert set(jelas.values()) <= {OK, DIJELASKAN}, benih
        assert [] == compare(path, ironcalc=iron), benih
        assert not find_errors(read_cached(path))


@pytest.mark.parametrize("sampai", [1, 2, 3])
def test_isian_tengah_tahun_yang_jujur_tidak_pernah_salah(sampai: int, tmp_path: Path) -> None:
    for benih in range(TENGAH):
        _, jelas = judge(benih, sampai)

        assert [] == find_salah(benih, sampai, PERIKSA)
        assert PERIKSA not in jelas.values(), benih
        assert BELUM in jelas.values(), benih
        if benih % 4 == sampai:
            path = write(benih, sampai, tmp_path)
            assert [] == compare(path, ironcalc=recalc_ironcalc(path)), benih


def test_isian_jujur_dihitung_sama_oleh_formulon_dan_libreoffice(tmp_path: Path) -> None:
    paths = [write(benih, sampai, tmp_path) for benih, sampai in MESIN]
    lo = recalc_libreoffice(paths, "id-ID")

    assert [] == [b for path in paths for b in compare(path, formulon=recalc_formulon(path), lo=lo[path])]


def test_isian_jujur_mengenal_segala_macam_indikator_dan_segala_yang_perlu_dijelaskan() -> None:
    semua = [judge(benih, 4) for benih in range(RAGAM)]
    indikator = [i for jujur, *_ in semua for i in jujur.bahan.pk.indikator]
    target = [i.target for i in indikator if i.target]

    assert {"skm", "sakip", "manfaat", "trantibum", "persen", "nilai", "predikat"} == {i.jenis.kode for i in indikator}
    assert {"naik", "turun_selisih", "turun_rasio", "tetap"} == {i.arah for i in indikator}
    assert {None, "jumlah", "akhir", "rata_rata"} == {i.metode for i in indikator}
    assert {1, 2, 4} == {i.kali for i in indikator}
    bentuk = {(t.rasio, bool(t.predikat), t.bawah is None, t.atas is None, t.bawah == t.atas) for t in target}
    assert 6 == len(bentuk)  # a number, a range, two sides, a ratio, a predicate
    assert any(t.angka == 0 for t in target)
    dijelaskan = {cek for _, jelas in semua for cek, kata in jelas.items() if kata == DIJELASKAN}
    assert set() == {apa for apa in APA if not any(apa in cek for cek in dijelaskan)}
