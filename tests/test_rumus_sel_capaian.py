"""Capaian as a rule and as an expression of cells: the same for every form of target, arah, cap and floor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kinerja.bilangan import to_fraction
from kinerja.errors import PembagiNolError, RentangError
from kinerja.peraturan import get_parameter
from kinerja.rumus.capaian import compute_capaian, list_arah
from kinerja.rumus.target import Target
from kinerja.rumus_sel import persen_capaian
from kinerja.workbook.eksak import GalatSelError
from kinerja.workbook.ekspresi import Isi, X, sel
from tests.alat.hukum import HUKUM_2027, enact

LAMA, BARU = date(2024, 12, 31), date(2027, 12, 31)
A, B = sel(0, 0), sel(0, 1)

KECIL = st.decimals(0, 9, places=1)
"""Few enough to meet bounds and zero often."""
POSITIF = KECIL.filter(bool) | st.decimals("0.01", 10**7, places=2)
TARGET = st.one_of(
    (KECIL | POSITIF).map(Target.from_angka),
    st.lists(KECIL, min_size=2, max_size=2, unique=True).map(lambda x: Target(min(x), max(x))),
    KECIL.map(lambda x: Target(x, None)),
    POSITIF.map(lambda x: Target(None, x)),
    POSITIF.map(lambda x: Target(x, x, rasio=True)),
)
NILAI = st.decimals(-2, 12, places=1) | st.decimals(-(10**6), 10**7, places=2)


@pytest.fixture(scope="module", autouse=True)
def hukum_2027() -> Iterator[None]:
    with enact(HUKUM_2027):
        yield


def hitung(x: X, *isi: Decimal) -> Any:
    """Exact value over cells that stand side by side from A1; the code of an error."""
    lembar = Isi()
    lembar.put_blok(0, 0, [isi])
    try:
        return x.compute(lembar)
    except GalatSelError as galat:
        return galat.args[0]


@pytest.mark.parametrize("pada", [LAMA, BARU], ids=["2024", "2027"])
@settings(max_examples=300)
@given(data=st.data(), target=TARGET, nilai=NILAI)
def test_setiap_bentuk_target_dan_arah_seperti_aturan(
    pada: date, data: st.DataObject, target: Target, nilai: Decimal
) -> None:
    hukum = get_parameter("capaian", pada=pada)
    batas, lantai = (data.draw(st.sampled_from((None, *hukum.daftar(x, Decimal)))) for x in ("batas", "lantai"))
    assume(nilai > 0 or not target.rasio)  # of a ratio the cell holds what stands behind `1 :`
    for arah in (a.kode for a in list_arah(pada=pada)):
        try:
            realisasi = 1 / to_fraction(nilai) if target.rasio else nilai
            harap: object = compute_capaian(realisasi, target, arah, batas, lantai, pada=pada)
        except PembagiNolError:
            harap = "#DIV/0!"
        except RentangError:  # a guard stands around the formula
            continue

        assert harap == hitung(persen_capaian(A, target, arah, batas, lantai, pada), nilai), arah
        if target.angka is not None:  # or in a cell
            assert harap == hitung(persen_capaian(A, B, arah, batas, lantai, pada), nilai, target.angka), arah
