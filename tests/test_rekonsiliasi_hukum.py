"""Reconciliation: its laws on random tables, and other programs as oracles."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import datacompy
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.anggaran.baca.tabel import TabelAnggaran, make_isi
from kinerja.anggaran.banding import Rekonsiliasi, compare, reconcile
from kinerja.anggaran.banding.hasil import BarisRekonsiliasi
from kinerja.anggaran.pasangan import Kelompok
from kinerja.anggaran.rekon import Anggaran, BarisRekon, compare_anggaran
from kinerja.anggaran.sen import from_sen
from kinerja.anggaran.sumber import Bagian, Peran
from tests.berkas_anggaran import ENAM, write_csv

Baris = tuple[str | None, str, str, int | None]
"""Kecamatan, code, name, sen."""


def make_tabel(peran: Peran, baris: Sequence[Baris]) -> TabelAnggaran:
    isi = make_isi(
        {
            "bagian": [0] * len(baris),
            "baris": range(2, len(baris) + 2),
            **{nama: [b[n] for b in baris] for n, nama in enumerate(("kecamatan", "kode", "nama", "sen"))},
        }
    )
    sen = [b[3] for b in baris if b[3] is not None]
    return TabelAnggaran(peran, (Bagian(Path(f"{peran}.csv"), terbaca=(len(sen), sum(sen))),), isi)


def run(perjanjian: Sequence[Baris], dpa: Sequence[Baris], realisasi: Sequence[Baris] | None = None) -> Rekonsiliasi:
    tabel = {"perjanjian": make_tabel("perjanjian", perjanjian), "dpa": make_tabel("dpa", dpa)}
    if realisasi is not None:
        tabel["realisasi"] = make_tabel("realisasi", realisasi)
    return compare(tabel)  # type: ignore[arg-type]


SEN = st.one_of(st.none(), st.integers(-(10**6), 10**17 // 60), st.sampled_from((0, 100, 150_000_000)))
KODE = st.sampled_from([f"7.01.{n:02}" for n in range(1, 7)] + ["07.01.1", "7.01.6"])
NAMA = st.sampled_from(["", *(nama for _, nama, _ in ENAM), "Lain"])
KEC = st.sampled_from(["12.71.01", "12.71.02", "127103"])
TABEL = st.lists(st.tuples(KEC, KODE, NAMA, SEN), min_size=1, max_size=25)
SATU = st.lists(st.tuples(st.none(), KODE, NAMA, SEN), min_size=1, max_size=12)


@given(TABEL, TABEL)
def test_tidak_ada_rupiah_yang_hilang_atau_bertambah(perjanjian: list[Baris], dpa: list[Baris]) -> None:
    hasil = run(perjanjian, dpa)
    kelompok = [hasil.count(k) for k in Kelompok]

    assert sum(k[1] for k in kelompok) == from_sen(sum(b[3] or 0 for b in perjanjian))
    assert sum(k[2] for k in kelompok) == from_sen(sum(b[3] or 0 for b in dpa))
    assert sum(k[0] for k in kelompok) == len(hasil.baris)
    assert hasil.count(Kelompok.HANYA_PERJANJIAN)[2] == hasil.count(Kelompok.HANYA_DPA)[1] == 0
    assert sum(b.perjanjian or 0 for b in hasil.baris) == from_sen(hasil.sumber["perjanjian"].sen)


@given(TABEL, TABEL, st.randoms())
def test_urutan_baris_tidak_berpengaruh(perjanjian: list[Baris], dpa: list[Baris], acak: random.Random) -> None:
    # Names of one code are made equal: which of several names is shown may follow the file.
    perjanjian, dpa = ([(k, kode, "", sen) for k, kode, _, sen in isi] for isi in (perjanjian, dpa))
    asal = run(perjanjian, dpa)
    kocok = run(acak.sample(perjanjian, len(perjanjian)), acak.sample(dpa, len(dpa)))

    def view(hasil: Rekonsiliasi) -> object:
        return [b.to_dict() for b in hasil.baris], sorted((t.kode, t.tempat) for t in hasil.temuan)

    assert view(asal) == view(kocok)


@given(st.permutations(["kode_kecamatan", "kode", "nama", "pagu", "keterangan"]), TABEL)
@settings(max_examples=40)
def test_urutan_kolom_tidak_berpengaruh(urutan: list[str], isi: list[Baris]) -> None:
    kolom = {"kode_kecamatan": 0, "kode": 1, "nama": 2}
    berisi = [b for b in isi if b[3] is not None] or [("12.71.01", "7.01.01", "", 500)]

    def petak(judul: list[str]) -> list[list[str]]:
        baris = [{**{k: b[n] or "" for k, n in kolom.items()}, "pagu": f"{(b[3] or 0) / 100:.2f}"} for b in berisi]
        return [judul, *([str(b.get(j, "")) for j in judul] for b in baris)]

    with TemporaryDirectory() as folder:
        asal = write_csv(Path(folder) / "a.csv", petak(["kode_kecamatan", "kode", "nama", "pagu"]))
        acak = write_csv(Path(folder) / "b.csv", petak(urutan))
        hasil = reconcile(asal, acak)

    assert {b.kelompok for b in hasil.baris} <= {Kelompok.COCOK, Kelompok.BERBEDA}  # the latter only for double codes
    assert all(b.perjanjian == b.dpa for b in hasil.baris)


DAUN = st.dictionaries(
    st.builds("7.01.{:02}.2.{:02}.{:04}".format, *[st.integers(1, 3)] * 3), st.integers(0, 10**12), min_size=1
)


@given(DAUN, st.sets(st.sampled_from([3, 5])))
def test_pohon_berjumlah_sama_dari_tingkat_mana_pun(daun: dict[str, int], tertulis: set[int]) -> None:
    def total(tingkat: int) -> dict[str, int]:
        jumlah: dict[str, int] = {}
        for kode, sen in daun.items():
            atas = ".".join(kode.split(".")[:tingkat])
            jumlah[atas] = jumlah.get(atas, 0) + sen
        return jumlah

    pohon = [(None, kode, "", sen) for t in (*tertulis, 6) for kode, sen in total(t).items()]
    program = [(None, kode, "", sen) for kode, sen in total(3).items()]
    hasil = run(program, pohon)

    assert {b.status for b in hasil.baris} == {"sama"}
    assert {t.kode for t in hasil.temuan} <= {"RK09", "RK10"}
    assert hasil.sumber["dpa"].sen == sum(daun.values())


TUKAR = {"RK01": "RK02", "RK02": "RK01"}


@given(TABEL, TABEL)
def test_menukar_kedua_sisi_hanya_menukar_namanya(perjanjian: list[Baris], dpa: list[Baris]) -> None:
    asal, tukar = run(perjanjian, dpa), run(dpa, perjanjian)

    assert [(b.kecamatan, b.kode, b.perjanjian, b.dpa) for b in asal.baris] == [
        (b.kecamatan, b.kode, b.dpa, b.perjanjian) for b in tukar.baris
    ]
    assert [b.selisih for b in asal.baris] == [None if b.selisih is None else -b.selisih for b in tukar.baris]
    assert sorted(t.kode for t in asal.temuan) == sorted(TUKAR.get(t.kode, t.kode) for t in tukar.temuan)


@given(SATU, SATU, st.one_of(st.none(), SATU))
def test_sama_dengan_fungsi_excel_anggaran_rekon(
    perjanjian: list[Baris], dpa: list[Baris], realisasi: list[Baris] | None
) -> None:
    # Without names, so that nothing is matched by name; ANGGARAN_REKON matches by code only.
    isi = [[(None, kode, "", sen) for _, kode, _, sen in satu] for satu in (perjanjian, dpa, realisasi or [])]
    harap = compare_anggaran(*([Anggaran(kode, nama, from_sen(sen)) for _, kode, nama, sen in satu] for satu in isi))
    hasil = run(isi[0], isi[1], isi[2] if realisasi else None)

    assert [_view(b) for b in harap] == [_view(b) for b in hasil.baris]


def _view(b: BarisRekon | BarisRekonsiliasi) -> tuple[object, ...]:
    return b.kode, b.perjanjian, b.dpa, b.realisasi, b.selisih, b.status


SIMPUL = st.builds(
    lambda kode, dalam: ".".join(kode.split(".")[:dalam]) if dalam < 7 else f"{kode} 5.{dalam - 6}",
    st.builds("7.01.{:02}.2.{:02}.{:04}".format, *[st.integers(1, 2)] * 3),
    st.sampled_from([3, 5, 6, 7, 8]),
)
POHON = st.lists(st.tuples(st.none(), SIMPUL, st.just(""), st.one_of(st.none(), st.integers(0, 4))), max_size=10)


@given(POHON.filter(bool), POHON.filter(bool), POHON)
def test_pohon_dibandingkan_seperti_oleh_fungsi_excel(
    perjanjian: list[Baris], dpa: list[Baris], realisasi: list[Baris]
) -> None:
    isi = [[Anggaran(kode, "", from_sen(sen)) for _, kode, _, sen in satu] for satu in (perjanjian, dpa, realisasi)]
    harap = compare_anggaran(*isi)
    salah = [b for b in harap if b.status.startswith("induk tidak sama")]
    hasil = run(perjanjian, dpa, realisasi or None)

    assert [_view(b) for b in harap if b not in salah] == [_view(b) for b in hasil.baris]
    assert len(salah) == sum(s.bukti.salah for s in hasil.sumber.values())


KODE_BAKU = st.sampled_from([kode for kode, _, _ in ENAM])
UNIK = st.dictionaries(st.tuples(st.sampled_from(["12.71.01", "12.71.02"]), KODE_BAKU), st.integers(0, 5), min_size=1)


@given(UNIK, UNIK)
@settings(max_examples=60)
def test_kunci_yang_berbeda_sama_menurut_datacompy(
    perjanjian: dict[tuple[str, str], int], dpa: dict[tuple[str, str], int]
) -> None:
    hasil = run(*([(kec, kode, "", n * 100) for (kec, kode), n in isi.items()] for isi in (perjanjian, dpa)))
    kiri, kanan = (
        pd.DataFrame([(*k, n) for k, n in isi.items()], columns=["kec", "kode", "pagu"]) for isi in (perjanjian, dpa)
    )
    banding = datacompy.PandasCompare(kiri, kanan, join_columns=["kec", "kode"])

    def keys(bingkai: pd.DataFrame) -> set[tuple[str, str]]:
        return set(zip(bingkai["kec"], bingkai["kode"], strict=True))

    def ours(*kelompok: Kelompok) -> set[tuple[str, str]]:
        return {(b.kecamatan, b.kode) for b in hasil.baris if b.kelompok in kelompok}

    assert keys(banding.df1_unq_rows) == ours(Kelompok.HANYA_PERJANJIAN)
    assert keys(banding.df2_unq_rows) == ours(Kelompok.HANYA_DPA)
    beda = banding.intersect_rows[~banding.intersect_rows["pagu_match"]]
    assert keys(beda) == ours(Kelompok.BERBEDA)
