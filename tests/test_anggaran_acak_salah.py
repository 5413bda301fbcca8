"""Random budget tables with one fault, or with one row in another role: never an all-clear."""

from __future__ import annotations

from random import Random

import pytest

from tests.alat.anggaran.bentuk import Bentuk
from tests.alat.anggaran.nilai import ask
from tests.alat.anggaran.salah import SALAH, spoil
from tests.alat.anggaran.tabel import Tabel, make_bentuk, make_tabel

POHON = ("program", "kegiatan", "sub")
BANYAK = 20
"""Tables of each kind; most of them must be without a finding before the fault, or the fault shows nothing."""


def make_bentuk_salah(benih: int) -> Bentuk:
    """A shape of few peculiarities, often a whole tree with totals; payments below the ceiling are no fault."""
    bentuk: dict[str, object] = {"dimensi": Random(benih).choice(("", "", "", "sub_unit", "dana", "akun"))}
    if benih % 2:
        bentuk = {"dimensi": "", "tingkat": POHON, "total": "bawah" if benih % 4 == 1 else "semua"}
    if benih % 6 == 5:
        bentuk |= {"tingkat": (*POHON, "akun"), "akun_induk": benih % 12 == 5}
    return make_bentuk(benih, bentuk, 0.08)


def list_salah(jenis: str) -> list[tuple[int, Tabel, Tabel]]:
    """Seeds, sound tables and their spoilt ones; those that have no row for this fault are passed over."""
    hasil: list[tuple[int, Tabel, Tabel]] = []
    benih = 0
    while len(hasil) < BANYAK:
        tabel = make_tabel(benih, make_bentuk_salah(benih))
        if (salah := spoil(tabel, jenis, Random(benih))) is not None:
            hasil.append((benih, tabel, salah))
        benih += 1
    return hasil


@pytest.mark.parametrize("jenis", SALAH)
def test_satu_kesalahan_atau_peran_lain_tidak_pernah_dinyatakan_aman(jenis: str) -> None:
    semua = list_salah(jenis)
    lolos = [f"{benih}: {utuh.bentuk}, {utuh.pihak}" for benih, utuh, salah in semua if ask(salah).is_aman]
    utuh_aman = sum(ask(utuh).is_aman for _, utuh, _ in semua)

    assert not lolos
    assert utuh_aman >= 0.8 * BANYAK, "tables without a fault must be clean, or a finding proves nothing"
