"""Band tables as native formulas: equal to the tables in IronCalc."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import ironcalc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.peraturan import TABEL, TabelJenjang, get_tabel
from kinerja.rumus_sel import pick_jenjang
from kinerja.workbook.ekspresi import sel

PADA = date(2024, 12, 31)
A1 = sel(0, 0)
JEPIT = (Decimal(-100), Decimal(250))  # where a range without end is tried


def compute_formula(tabel: TabelJenjang, nilai: Iterable[float]) -> list[tuple[str, str]]:
    model = ironcalc.create("uji", "en", "UTC", "en")
    daftar = list(nilai)
    for baris, x in enumerate(daftar, start=1):
        model.update_cell_with_number(0, baris, 1, x)
        model.set_user_input(0, baris, 2, "=" + pick_jenjang(sel(baris - 1, 0), tabel).rumus)
        model.set_user_input(0, baris, 3, "=" + pick_jenjang(sel(baris - 1, 0), tabel, "sebutan").rumus)
    model.evaluate()
    return [
        (str(model.get_formatted_cell_value(0, baris, 2)), str(model.get_formatted_cell_value(0, baris, 3)))
        for baris in range(1, len(daftar) + 1)
    ]


def find_all(tabel: TabelJenjang, nilai: Iterable[float]) -> list[tuple[str, str]]:
    return [(j.kode, j.sebutan) for j in map(tabel.find, nilai)]


def clamp(tabel: TabelJenjang) -> tuple[Decimal, Decimal]:
    bawah, atas = tabel.rentang
    return max(bawah, JEPIT[0]), min(atas, JEPIT[1])


@pytest.mark.parametrize("nama", TABEL)
def test_formula_sama_dengan_find_di_setiap_tepi_dan_seperempat(nama: str) -> None:
    tabel = get_tabel(nama, pada=PADA)
    bawah, atas = clamp(tabel)
    tepi = [j.bawah for j in tabel.jenjang if j.bawah.is_finite()] + [bawah, atas]
    geser = [Decimal(x) for x in ("0", "0.01", "-0.01", "0.005", "-0.005", "0.004", "-0.004")]
    titik = {t + g for t in tepi for g in geser} | {bawah + Decimal(n) / 4 for n in range(int((atas - bawah) * 4) + 1)}
    nilai = [float(x) for x in sorted(titik) if bawah <= x <= atas]

    assert len(nilai) > 300
    assert compute_formula(tabel, nilai) == find_all(tabel, nilai)


@pytest.mark.parametrize("nama", TABEL)
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_formula_sama_dengan_find_di_mana_saja(nama: str, data: st.DataObject) -> None:
    tabel = get_tabel(nama, pada=PADA)
    bawah, atas = clamp(tabel)
    angka = st.decimals(bawah, atas, places=3).map(float)
    nilai = data.draw(st.lists(angka, min_size=20, max_size=40))

    assert compute_formula(tabel, nilai) == find_all(tabel, nilai)


def test_formula_membulatkan_hanya_bila_tabel_membulatkan() -> None:
    assert "ROUND" not in pick_jenjang(A1, get_tabel("sakip_predikat", pada=PADA)).rumus
    assert pick_jenjang(A1, get_tabel("skm_mutu", pada=PADA)).rumus == (
        'IF(ROUND(A1,2)>=88.31,"A",IF(ROUND(A1,2)>=76.61,"B",IF(ROUND(A1,2)>=65,"C","D")))'
    )
