"""What the sheet SAKIP computes by formulas is what the rules say: today, under another law, and before letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.peraturan import get_tabel
from kinerja.rumus.sakip import (
    compute_kekurangan,
    compute_sakip,
    compute_sakip_subkomponen,
    compute_subkomponen,
    find_predikat,
    get_bobot,
)
from kinerja.rumus_sel import naik_jenjang, nilai_huruf
from kinerja.workbook.ekspresi import to_x
from tests.alat.hukum import HUKUM_2027, enact
from tests.contoh import SAKIP
from tests.test_rumus_sel import BARU, LAMA, A, B, hitung, make_bahan, pada_keduanya, show

TANPA_TARGET = replace(SAKIP, target=None, target_huruf=None)


@pytest.fixture(scope="module", autouse=True)
def hukum_2027() -> Iterator[None]:
    """In force from 2027; what holds in 2024 is the same law as ever."""
    with enact(HUKUM_2027):
        yield


@pada_keduanya
@given(data=st.data())
def test_kekurangan_menuju_jenjang_berikutnya_seperti_aturan(pada: date, data: st.DataObject) -> None:
    tabel, desimal = get_tabel("sakip_predikat", pada=pada), 2 if pada == LAMA else 1
    tepi = [j.bawah + g for j in tabel.jenjang for g in (Decimal(0), Decimal(1).scaleb(-desimal))]
    nilai = data.draw(st.sampled_from(tepi) | st.decimals(0, 100, places=desimal))
    kurang, menuju = (hitung(x, nilai) for x in naik_jenjang(A, tabel, desimal))

    harap = compute_kekurangan(nilai, pada=pada)

    assert (kurang, menuju) == (("", "") if harap is None else (harap[0], harap[1].kode))


@pada_keduanya
@given(data=st.data(), bobot=st.decimals("0.01", 100, places=2))
def test_nilai_huruf_seperti_aturan(pada: date, data: st.DataObject, bobot: Decimal) -> None:
    jenjang = get_tabel("sakip_kriteria", pada=pada).jenjang
    huruf = data.draw(st.sampled_from([j.kode for j in jenjang]))
    x = nilai_huruf(A, B, [(to_x(j.kode), to_x(j.bawah)) for j in jenjang], pada)

    assert compute_subkomponen([huruf], bobot, pada=pada) == hitung(x, huruf, bobot)
    assert ["", ""] == [hitung(x, lain, bobot) for lain in (None, f"{huruf} ")]


@pytest.mark.parametrize("pada", [LAMA, BARU, date(2019, 12, 31)], ids=["2024", "2027", "2019"])
@settings(max_examples=50)
@given(data=st.data())
def test_lembar_sakip_seperti_aturan(pada: date, data: st.DataObject) -> None:
    komponen = get_bobot(pada=pada)
    bagian = [s for k in komponen for s in (k.subkomponen or (k,))]
    nilai = [data.draw(st.just(s.bobot) | st.decimals(0, s.bobot, places=3)) for s in bagian]
    huruf: list[str | None] = [None] * len(nilai)
    if komponen[0].subkomponen:
        kode = st.sampled_from([j.kode for j in get_tabel("sakip_kriteria", pada=pada).jenjang])
        huruf = [data.draw(st.none() | kode) for _ in nilai]
    compute = compute_sakip_subkomponen if komponen[0].subkomponen else compute_sakip
    isi: dict[str, Any] = {"sakip_predikat": tuple((h,) for h in huruf)}
    isi["sakip_subkomponen"] = tuple((None if h else n,) for h, n in zip(huruf, nilai, strict=True))
    hasil = show("SAKIP", make_bahan(TANPA_TARGET, pada, **isi))

    dipakai = [
        compute_subkomponen([h], s.bobot, pada=pada) if h else n for h, n, s in zip(huruf, nilai, bagian, strict=True)
    ]
    harap = compute(dipakai, pada=pada)
    predikat = find_predikat(harap, pada=pada)
    assert (harap, predikat.kode, predikat.sebutan) == tuple(
        hasil.nama(f"hasil_sakip_{n}") for n in ("nilai", "predikat", "interpretasi")
    )
