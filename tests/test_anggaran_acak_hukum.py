"""Random budget tables: laws that hold whatever the figures are, and the generator's own arithmetic."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alat.anggaran.nilai import Jawaban, ask
from tests.alat.anggaran.pohon import add
from tests.alat.anggaran.salah import SALAH, spoil
from tests.alat.anggaran.tabel import Tabel, make_bentuk, make_tabel
from tests.alat.anggaran.tulis import write_petak

TUKAR = {"RK01": "RK02", "RK02": "RK01"}
BENIH = st.integers(0, 10**6)


def make_acak(benih: int) -> Tabel:
    """A table in a shape of some peculiarities, every second one with a fault."""
    dimensi = Random(benih).choice(("", "", "", "sub_unit", "akun"))
    tabel = make_tabel(benih, make_bentuk(benih, {"dimensi": dimensi}, 0.1))
    jenis = Random(benih).choice(list(SALAH))
    return (benih % 2 and spoil(tabel, jenis, Random(benih))) or tabel


@given(BENIH)
@settings(derandomize=True, max_examples=50)
def test_menukar_kedua_berkas_hanya_menukar_temuannya(benih: int) -> None:
    tabel = make_acak(benih)
    asal, balik = ask(tabel), ask(tabel, balik=True)

    assert (asal.hasil is None) == (balik.hasil is None), asal.tanya or balik.tanya
    assert (asal.total("perjanjian"), asal.total("dpa")) == (balik.total("dpa"), balik.total("perjanjian"))
    assert Counter(asal.kode) == Counter(TUKAR.get(kode, kode) for kode in balik.kode)


def view(jawaban: Jawaban) -> object:
    """The answer without its places, which differ between kinds of files."""
    baris = [(b.kecamatan, b.kode, b.nama, b.perjanjian, b.dpa) for b in jawaban.hasil.baris] if jawaban.hasil else None
    return baris, jawaban.kode


@given(BENIH)
@settings(derandomize=True, max_examples=30)
def test_csv_dan_xlsx_dari_dua_pustaka_terbaca_sama(benih: int) -> None:
    tabel = make_acak(benih)
    asal = view(ask(tabel, berkas="csv"))

    assert view(ask(tabel, berkas="titik_koma")) == asal
    assert view(ask(tabel, berkas="xlsx")) == asal
    assert view(ask(tabel, berkas="openpyxl")) == asal


@pytest.mark.parametrize("angka", ["teks", "rp"])
@given(BENIH)
@settings(derandomize=True, max_examples=20)
def test_angka_dan_teks_terbaca_sama(angka: str, benih: int) -> None:
    bentuk = make_bentuk(benih, {"dimensi": "", "angka": "angka"}, 0.1)
    teks = make_bentuk(benih, {"dimensi": "", "angka": angka}, 0.1)

    assert view(ask(make_tabel(benih, bentuk))) == view(ask(make_tabel(benih, teks)))


@given(BENIH)
@settings(derandomize=True, max_examples=200)
def test_pembangkit_menghitung_sendiri_dengan_benar(benih: int) -> None:
    tabel = make_tabel(benih, make_bentuk(benih, {"angka": "angka"}), nol=True)
    daun = [b for b in tabel.baris if b.peran == "daun"]

    assert add([b.uang for b in daun]) == tabel.pohon.uang
    assert sum((Decimal(sum(s.uang[1:])) for k in tabel.pohon.kecamatan for s in k.walk("program")), Decimal(0)) == (
        tabel.total * 100
    )
    if tabel.bentuk.kolom in {"satu", "kelompok"}:
        petak = write_petak(tabel.baris, tabel.pohon, tabel.bentuk)
        assert sum(isinstance(sel, Decimal) for baris in petak for sel in baris) == tabel.sel_uang
