"""Random budget tables with one fault, or with one row in another role: never an all-clear."""

from __future__ import annotations

from random import Random

import pytest

from tests.alat.anggaran.bentuk import Bentuk
from tests.alat.anggaran.nilai import ask
from tests.alat.anggaran.salah import SALAH, spoil
from tests.alat.anggaran.tabel import Tabel, make_bentuk, make_tabel

POHON = ("program", "kegiatan", "sub")
BANYAK = 25
"""Tables of each kind."""


def make_bentuk_salah(benih: int) -> Bentuk:
    """A shape of few peculiarities, often a whole tree with totals; payments below the ceiling are no fault."""
    acak = Random(benih)
    bentuk: dict[str, object] = {"dimensi": "", "tingkat": POHON, "atas": acak.choice(("", "skpd", "urusan"))}
    if benih % 3 == 0:
        bentuk = {"dimensi": acak.choice(("", "sub_unit", "sub_unit_baris", "dana", "akun"))}
    elif benih % 3 == 1:
        bentuk |= {"total": acak.choice(("bawah", "atas", "program_bawah", "semua"))}
    if benih % 6 == 5:
        bentuk |= {"tingkat": (*POHON, "akun"), "akun_induk": benih % 12 == 5}
    return make_bentuk(benih, bentuk, 0.08)


def list_salah(jenis: str) -> list[tuple[str, Tabel]]:
    """Shapes and spoilt tables; those that have no row for this fault are passed over."""
    hasil: list[tuple[str, Tabel]] = []
    benih = 0
    while len(hasil) < BANYAK:
        tabel = make_tabel(benih, make_bentuk_salah(benih))
        if (salah := spoil(tabel, jenis, Random(benih))) is not None:
            hasil.append((f"{benih}: {tabel.bentuk}, {tabel.pihak}", salah))
        benih += 1
    return hasil


@pytest.mark.parametrize("jenis", SALAH)
def test_satu_kesalahan_atau_peran_lain_tidak_pernah_dinyatakan_aman(jenis: str) -> None:
    assert not [sebut for sebut, salah in list_salah(jenis) if ask(salah).is_aman]


def test_tabel_yang_sama_tanpa_kesalahan_dinyatakan_aman() -> None:
    """Or else a finding in a spoilt table proves nothing."""
    semua = {benih: make_tabel(benih, make_bentuk_salah(benih)) for benih in range(3 * BANYAK)}
    jawaban = {benih: ask(tabel) for benih, tabel in semua.items()}
    ragu = {b: (f"{semua[b].bentuk}", j.kode, j.tanya) for b, j in jawaban.items() if not j.is_aman}

    assert len(ragu) <= 0.1 * len(semua), ragu
