"""Every host gives what the core gives, case by case, or exactly what a named rule of that host says.

Every declared example and the boundary cases of each family, hundreds each. Where a host needs milliseconds for a call
(LibreOffice, formulon, a server) it gets a drawn part of them, and each rule's first case; PENUH=1 gives it all.
VBA without Python has its own such test (`test_addin_murni`), for its sentences too.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from addin.hari_ini import hari_ini
from tests.alat.addin import list_kasus_kini
from tests.alat.bernama import agree
from tests.alat.kasus_murni import KELUARGA
from tests.alat.mesin import recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.sama import batas
from tests.alat.sama.aturan import (
    PERSEN,
    Aturan,
    Panggilan,
    Putusan,
    change,
    count_aturan,
    expect,
    judge,
    list_salah,
)
from tests.alat.sama.rantai import run_rantai
from tests.alat.sama.tuan import run_beku, run_com, run_lambda, run_oxt, run_web
from tests.alat.sampel import PENUH
from tests.alat.web import open_excel

SEMUA = 10**6
TERSEDIKIT = 300
"""Cases of a family, at the least."""
SEBAGIAN = 60
"""Of them, where a call takes milliseconds."""
CONTOH = "contoh"


@cache
def list_kasus() -> dict[str, list[Panggilan]]:
    """The examples and the boundary cases, by family."""
    keluarga = {nama: list(daftar(hari_ini())) for nama, daftar in KELUARGA.items()}
    return {CONTOH: [(k.fungsi.nama, k.masukan) for k in list_kasus_kini()], **keluarga}


def choose(aturan: Sequence[Aturan], banyak: int) -> list[Panggilan]:
    """So many cases of each family, every example, and of each rule the first case that it decides."""
    acak, hasil, belum = random.Random(12), [], {satu.nama for satu in aturan}
    for nama, semua in list_kasus().items():
        if PENUH or nama == CONTOH or len(semua) <= banyak:
            pilih = set(range(len(semua)))
        else:
            pilih = set(acak.sample(range(len(semua)), banyak))
            for nomor, satu in enumerate(semua):
                if belum and (baru := belum.intersection(expect(aturan, satu)[1])):
                    belum -= baru
                    pilih.add(nomor)
        hasil += [semua[nomor] for nomor in sorted(pilih)]
    return hasil


def shape_all(aturan: Sequence[Aturan], semua: Sequence[Panggilan]) -> list[Any]:
    """What should come of each call, from which one sees its size."""
    return [expect(aturan, satu)[0] for satu in semua]


def check(putusan: Sequence[Putusan], aturan: Sequence[Aturan]) -> None:
    """All as it should be, and no rule without a case that needs it."""
    assert [] == list_salah(putusan)
    assert {satu.nama for satu in aturan} == set(count_aturan(putusan))


def test_setiap_keluarga_punya_ratusan_kasus() -> None:
    assert min(len(semua) for nama, semua in list_kasus().items() if nama != CONTOH) >= TERSEDIKIT
    assert len(list_kasus()[CONTOH]) > 100


def test_server_com_xlwings_sama_dengan_inti() -> None:
    """All of them, each value as the generated VBA hands it over."""
    semua = choose((), SEMUA)

    check(judge((), semua, run_com([change(PERSEN, satu) for satu in semua])), ())


def test_excel_dengan_python_dari_sel_sampai_server_com(tmp_path: Path) -> None:
    semua = choose((), 40)

    check(judge((), semua, run_rantai(semua, tmp_path)), ())


@pytest.mark.parametrize(("cara", "banyak"), [("folder", SEBAGIAN), ("server", 20)])
def test_office_js_di_chromium_sama_dengan_inti(cara: str, banyak: int, tmp_path: Path) -> None:
    semua = choose(batas.WEB, banyak)
    with open_excel(cara, tmp_path) as excel:
        dapat = run_web(excel, semua)

    check(judge(batas.WEB, semua, dapat), batas.WEB)


def test_ekstensi_di_libreoffice_sama_dengan_inti(tmp_path: Path) -> None:
    semua = choose((), SEBAGIAN)

    check(judge((), semua, run_oxt(semua, shape_all((), semua), tmp_path)), ())


@pytest.mark.parametrize(
    ("mesin", "aturan", "banyak"),
    [("ironcalc", batas.LAMBDA_IRONCALC, SEMUA), ("formulon", batas.LAMBDA, 40)],
    ids=["ironcalc", "formulon"],
)
def test_nama_lambda_sama_dengan_inti(mesin: str, aturan: Sequence[Aturan], banyak: int, tmp_path: Path) -> None:
    semua = choose(aturan, banyak)

    check(judge(aturan, semua, run_lambda(mesin, semua, shape_all(aturan, semua), tmp_path), agree), aturan)


def test_rumus_beku_di_ironcalc_sama_dengan_inti(tmp_path: Path) -> None:
    semua = choose(batas.BEKU_IRONCALC, SEMUA)
    dapat = run_beku(semua, tmp_path, ironcalc=recalc_ironcalc)["ironcalc"]

    check(judge(batas.BEKU_IRONCALC, semua, dapat, agree), batas.BEKU_IRONCALC)


def test_rumus_beku_di_libreoffice_dan_formulon_sama_dengan_inti(tmp_path: Path) -> None:
    semua = choose(batas.BEKU_CALC, SEBAGIAN)
    dapat = run_beku(semua, tmp_path, calc=lambda path: recalc_libreoffice([path])[path], formulon=recalc_formulon)

    check(judge(batas.BEKU_CALC, semua, dapat["calc"], agree), batas.BEKU_CALC)
    check(judge(batas.BEKU, semua, dapat["formulon"], agree), batas.BEKU)


@pytest.mark.parametrize("ubah", [0, 1, 2])
def test_hasil_yang_menyimpang_ditemukan(ubah: int) -> None:
    """A wrong grade, a wrong error, a rule that is not needed: each is seen."""
    semua: list[Panggilan] = [("SAKIP_PREDIKAT", (66.5,)), ("SKM_MUTU", ("88,30",)), ("SKM_MUTU", (101,))]
    dapat: list[Any] = ["B", "#VALUE!", "#NUM!"]
    check(judge((batas.TEKS,), semua, dapat), (batas.TEKS,))
    dapat[ubah] = "A"

    assert [semua[ubah]] == [satu.panggilan for satu in list_salah(judge((batas.TEKS,), semua, dapat))]
    with pytest.raises(AssertionError):
        check(judge((batas.BENAR,), semua[:1], ["B"]), (batas.BENAR,))
