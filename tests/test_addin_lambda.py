"""A LAMBDA name is its function: at every edge, over ranges, in IronCalc and in formulon."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from addin.daftar import DAFTAR
from addin.rumus_lambda import TANPA, list_bernama
from addin.spec import HARI_CONTOH
from tests.alat.addin import blank, list_kasus, to_code
from tests.alat.bernama import Panggilan, spell_formulon
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.mesin import same
from tests.soal_rumus import BARU, Soal, list_soal

HARI = [HARI_CONTOH, BARU]
MESIN = ("ironcalc", "formulon")


def compute(panggilan: Panggilan, mesin: str, folder: Path, pada: date) -> list[list[list[Any]]]:
    """What a program makes of the calls, with all names of that day in the workbook."""
    nama = {satu.fungsi.nama: satu.rumus for satu in list_bernama(pada=pada)}
    if mesin == "formulon":
        nama = {satu: spell_formulon(rumus) for satu, rumus in nama.items()}
    path = panggilan.write(folder / f"{mesin}.xlsx", nama)
    return panggilan.compute_ironcalc(path) if mesin == "ironcalc" else panggilan.compute_formulon(path)


def agree(a: Any, b: Any) -> bool:
    """As `same`; beyond 15 digits a spreadsheet has no exact whole numbers."""
    besar = isinstance(a, int | float) and isinstance(b, int | float) and abs(a) >= 10**15
    return math.isclose(a, b, rel_tol=1e-14) if besar else same(a, b)


def list_beda(soal: list[Any], harap: list[Any], nilai: list[Any]) -> list[Any]:
    def equal(a: Any, b: Any) -> bool:
        if not isinstance(a, list):
            a = [[a]]
        return all(agree(x, y) for p, q in zip(a, b, strict=True) for x, y in zip(p, q, strict=True))

    return [satu for satu in zip(soal, harap, nilai, strict=True) if not equal(satu[1], satu[2])]


def list_soal_nama(pada: date) -> Iterator[Soal]:
    """Those whose target is a number: a text is the frozen formula's own."""
    return (
        s for s in list_soal(pada)
        if s.nama != "PERSEN_CAPAIAN" or not any(isinstance(x, str) and any(map(str.isdigit, x)) for x in s.masukan)
    )  # fmt: skip


def compute_inti(soal: Soal, pada: date) -> Any:
    return to_code(blank(to_code(DAFTAR[soal.nama].at(pada).evaluate(*soal.masukan))))


@pytest.mark.parametrize("mesin", MESIN)
@pytest.mark.parametrize("pada", HARI, ids=str)
def test_nama_sama_dengan_fungsinya_di_setiap_tepi(pada: date, mesin: str, tmp_path: Path) -> None:
    with enact(HUKUM_2027) if pada == BARU else nullcontext():
        semua = list(list_soal_nama(pada))
        panggilan = Panggilan()
        for s in semua:
            argumen, kolom = [], 0
            for nilai in s.masukan:
                blok = nilai if isinstance(nilai, list) else [[nilai]]
                argumen.append(panggilan.put(blok, kolom))
                kolom += len(blok[0])
            panggilan.call(f"{s.nama}({','.join(argumen)})")
        harap = [compute_inti(s, pada) for s in semua]
        nilai = compute(panggilan, mesin, tmp_path, pada)

    assert [] == list_beda(semua, harap, nilai)
