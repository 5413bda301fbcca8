"""Random budget tables: every amount is counted once, or the program asks; it never gives another sum."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.alat.anggaran.bentuk import PILIHAN, POLOS, fit
from tests.alat.anggaran.nilai import ask, ask_dua, find_cacat
from tests.alat.anggaran.tabel import list_lazim, make_bentuk, make_tabel

LAZIM = {f"{fit(make_bentuk(0, {**POLOS, **satu}))}": satu for satu in list_lazim()}
"""Shapes that occur, by the axes that are not plain."""
BENIH = range(4)
MAKS_TANYA = 0.05
"""The share of faultless tables that may end in a question."""


@cache
def judge(lazim: str, benih: int) -> tuple[str, str]:
    """What is wrong with the answer to one table, and the question that it is; both may be empty."""
    tabel = make_tabel(benih, make_bentuk(0, {**POLOS, **LAZIM[lazim]}), nol=True)
    jawaban = ask(tabel)
    return find_cacat(tabel, jawaban), jawaban.tanya


@pytest.mark.parametrize("lazim", LAZIM)
def test_bentuk_yang_lazim_terbaca_tepat_atau_ditanyakan(lazim: str) -> None:
    cacat = {benih: c for benih in BENIH if (c := judge(lazim, benih)[0])}

    assert not cacat


def test_bentuk_yang_lazim_jarang_ditanyakan() -> None:
    tanya = {s: t for s in LAZIM for benih in BENIH if (t := judge(s, benih)[1])}
    banyak = sum(bool(judge(s, benih)[1]) for s in LAZIM for benih in BENIH)

    assert banyak <= MAKS_TANYA * len(LAZIM) * len(BENIH), tanya


NILAI = st.sampled_from([(sumbu, nilai) for sumbu, pilihan in PILIHAN.items() for nilai in pilihan[1:]])


def test_campuran_bentuk_terbaca_tepat_atau_jarang_ditanyakan() -> None:
    hitung: Counter[bool] = Counter()
    soal: Counter[str] = Counter()

    @given(st.lists(NILAI, max_size=5).map(dict), st.integers(0, 10**6))
    @settings(derandomize=True, max_examples=200, phases=[Phase.generate, Phase.shrink])
    def check(pilih: dict[str, object], benih: int) -> None:
        tabel = make_tabel(benih, make_bentuk(0, {**POLOS, **pilih}), nol=True)
        jawaban = ask(tabel)
        hitung[jawaban.hasil is None] += 1
        soal.update([f"{tabel.bentuk}: {jawaban.tanya}"] if jawaban.tanya else [])

        cacat = find_cacat(tabel, jawaban)
        assert not cacat, str(tabel.bentuk)

    check()
    assert hitung[True] <= MAKS_TANYA * hitung.total(), soal


SATU_PIHAK: dict[str, object] = {
    "tingkat": ("program", "kegiatan", "sub"),
    "dimensi": "",
    "kecamatan": 1,
    "bidang": "7.01",
}
"""What both sides share, so that one tree can be shown in both shapes."""


@given(st.lists(NILAI, max_size=3).map(dict), st.lists(NILAI, max_size=3).map(dict), st.integers(0, 10**6))
@settings(derandomize=True, max_examples=80, phases=[Phase.generate, Phase.shrink])
def test_satu_pohon_dalam_dua_bentuk_tidak_berlipat_di_kedua_sisi(
    kiri: dict[str, object], kanan: dict[str, object], benih: int
) -> None:
    dua = [make_tabel(benih, make_bentuk(0, {**POLOS, **satu, **SATU_PIHAK})) for satu in (kiri, kanan)]
    cacat = find_cacat(dua[1], ask_dua(dua[0], dua[1]))

    assert not cacat, f"{dua[0].bentuk} | {dua[1].bentuk}"


@pytest.mark.parametrize("lazim", [n for n, s in LAZIM.items() if s.get("dimensi") not in {"sp2d", "bulan"}])
def test_berkas_terhadap_dirinya_sendiri_tidak_berlipat(lazim: str) -> None:
    tabel = make_tabel(1, make_bentuk(0, {**POLOS, **LAZIM[lazim]}))
    cacat = find_cacat(tabel, ask_dua(tabel, tabel))

    assert not cacat
