"""Numbers drawn at and around every edge: VBA, LAMBDA names and frozen formulas give what the core gives.

A part of them here; ACAK=20000 draws so many in all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from addin.hari_ini import hari_ini
from addin.rumus_biasa import RUMUS
from addin.rumus_lambda import TANPA
from tests.alat.bernama import agree
from tests.alat.kasus_murni import list_acak
from tests.alat.mesin import recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.sama import batas
from tests.alat.sama.aturan import Aturan, Panggilan, Putusan, expect, judge, list_salah
from tests.alat.sama.tuan import run_beku, run_lambda, run_murni

SEKALI = 500
"""Rows of one call: LibreOffice's VBA takes its time."""


def draw(bawaan: int) -> list[Panggilan]:
    """Columns of numbers, as many as ACAK says or the test asks for, in calls of so many rows."""
    banyak = int(os.environ.get("ACAK", str(bawaan)))
    semua = list(list_acak(hari_ini(), -(-banyak // len(list(list_acak(hari_ini(), 3))))))
    hasil = []
    for nama, masukan in semua:
        for mulai in range(0, len(masukan[0]), SEKALI):
            hasil.append((nama, tuple(kolom[mulai : mulai + SEKALI] for kolom in masukan)))
    assert sum(len(masukan[0]) for _, masukan in hasil) >= banyak
    return hasil


def list_uang(semua: Sequence[Panggilan]) -> list[Panggilan]:
    """The same; of ANGGARAN_SELISIH the rows whose amounts are money: whole sen, and no more of them than Excel keeps.

    A formula subtracts binary numbers: halves of a sen, or of a rupiah in 10^15, it may round to the other side.
    """
    hasil = []
    for nama, kolom in semua:
        baris = list(zip(*kolom, strict=True))
        if nama == "ANGGARAN_SELISIH":
            baris = [satu for satu in baris if all(round(x, 2) == x < 10**13 for (x,) in satu)]
        hasil.append((nama, tuple(map(list, zip(*baris, strict=True)))))
    return hasil


def spread(semua: Sequence[Panggilan]) -> Iterator[Panggilan]:
    """Each row as a call of its own."""
    for nama, masukan in semua:
        yield from ((nama, tuple(sel for (sel,) in baris)) for baris in zip(*masukan, strict=True))


def list_beda(putusan: Sequence[Putusan]) -> list[Any]:
    """The rows that are wrong, with what they should be."""
    return [
        (satu.panggilan[0], [kolom[nomor] for kolom in satu.panggilan[1]], harap, dapat)
        for satu in list_salah(putusan)
        for nomor, (harap, dapat) in enumerate(zip(satu.harap, satu.dapat, strict=True))
        if not agree(harap[0], dapat[0])
    ]


def test_vba_tanpa_python_di_libreoffice(tmp_path: Path) -> None:
    semua = draw(180)
    dapat: list[Any] = []
    for mulai in range(0, len(semua), 9):
        bagian = semua[mulai : mulai + 9]
        dapat += run_murni(bagian, [expect((), satu)[0] for satu in bagian], tmp_path)

    assert [] == list_beda(judge((), semua, dapat))


@pytest.mark.parametrize(("mesin", "banyak"), [("ironcalc", 4500), ("formulon", 300)])
def test_nama_lambda(mesin: str, banyak: int, tmp_path: Path) -> None:
    aturan: tuple[Aturan, ...] = batas.LAMBDA
    semua = [satu for satu in list_uang(draw(banyak)) if satu[0] not in TANPA]
    harap = [expect(aturan, satu)[0] for satu in semua]

    assert [] == list_beda(judge(aturan, semua, run_lambda(mesin, semua, harap, tmp_path), agree))


def test_rumus_beku_di_tiga_mesin(tmp_path: Path) -> None:
    semua = [satu for satu in spread(list_uang(draw(900))) if satu[0] in RUMUS]
    dapat = run_beku(
        semua,
        tmp_path,
        calc=lambda path: recalc_libreoffice([path])[path],
        formulon=recalc_formulon,
        ironcalc=recalc_ironcalc,
    )

    for nama, hasil in dapat.items():
        assert batas.HANYA_NILAI not in hasil
        aturan = (*batas.BEKU_CALC, batas.HAMPIR) if nama == "calc" else batas.BEKU
        assert [] == list_salah(judge(aturan, semua, hasil, agree)), nama
