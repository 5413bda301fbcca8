"""Rows of one key: sub-units, accounts and months add up without a word; what nothing tells apart is a repetition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.banding import Rekonsiliasi, compare
from kinerja.anggaran.pasangan import Kelompok
from kinerja.anggaran.sen import from_sen
from kinerja.anggaran.sumber import Peran
from tests import test_rekonsiliasi_hukum as hukum

Baris = tuple[str, str, int | None, str | None]
"""Code, name, sen, what tells the row from others of its code."""
SUB = "7.01.03.2.02.0001"
PERJANJIAN: Sequence[Baris] = ((SUB, "Sarana", 900, None),)


def make_tabel(peran: Peran, baris: Sequence[Baris]) -> TabelAnggaran:
    tabel = hukum.make_tabel(peran, [(None, kode, nama, sen) for kode, nama, sen, _ in baris])
    pembeda = pl.Series("pembeda", [b[3] for b in baris], dtype=pl.String)
    return replace(tabel, isi=tabel.isi.with_columns(pembeda))


def run(dpa: Sequence[Baris], perjanjian: Sequence[Baris] = PERJANJIAN) -> Rekonsiliasi:
    return compare({"perjanjian": make_tabel("perjanjian", perjanjian), "dpa": make_tabel("dpa", dpa)})


def test_satu_sub_kegiatan_di_tiga_kelurahan_dijumlahkan_dan_cocok() -> None:
    hasil = run([(SUB, "Sarana", 300, f"Kelurahan {n}") for n in range(3)])

    assert [(b.dpa, b.status, b.kelompok) for b in hasil.baris] == [(Decimal(9), "sama", Kelompok.COCOK)]
    assert hasil.temuan == ()


def test_baris_tanpa_pembeda_di_samping_yang_berpembeda_bukan_ganda() -> None:
    assert run([(SUB, "Sarana", 300, None), (SUB, "Sarana", 600, "Kelurahan 1")]).temuan == ()


def test_baris_yang_sama_dalam_semua_hal_disebut_dengan_letaknya_tanpa_menyuruh_menghapus() -> None:
    dua = (SUB, "SARANA ", 300, "Kelurahan 2")
    hasil = run([(SUB, "Sarana", 300, "Kelurahan 1"), (SUB, "Sarana", 300, "Kelurahan 2"), dua])
    (ganda,) = hasil.temuan

    assert (ganda.kode, ganda.dpa) == ("RK08", Decimal(6))
    assert ganda.pesan == (
        "Baris ganda yang sama persis 2 kali di DPA, berjumlah Rp6: dpa.csv, baris 3; dpa.csv, baris 4."
    )
    assert ganda.saran == "Pastikan tidak tercatat dua kali; bila memang satu, betulkan di aplikasi asalnya."
    assert hasil.baris[0].status == "kode ganda di DPA (2 baris)"


def test_jumlah_lain_pada_pembeda_yang_sama_adalah_kode_yang_sama() -> None:
    (ganda,) = run([(SUB, "Sarana", 300, "Kelurahan 2"), (SUB, "Sarana", 600, "Kelurahan 2")]).temuan

    assert ganda.pesan.startswith("Kode yang sama 2 kali di DPA, berjumlah Rp9: ")


def test_baris_ganda_yang_banyak_menyebut_lima_letak_dan_menghitung_sisanya() -> None:
    temuan = run([(SUB, "Sarana", 100, None)] * 9).temuan

    assert [t.pesan for t in temuan if t.kode == "RK08"] == [
        "Baris ganda yang sama persis 9 kali di DPA, berjumlah Rp9: dpa.csv, baris 2; dpa.csv, baris 3;"
        " dpa.csv, baris 4; dpa.csv, baris 5; dpa.csv, baris 6; dan 4 lagi."
    ]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 3), st.sampled_from([None, "x", "y", "z"]))))
def test_ganda_tepat_bila_kode_dan_pembedanya_sama(isi: list[tuple[str, int, str | None]]) -> None:
    nama = {"a": "7.01.01", "b": "7.01.02"}
    dpa: list[Baris] = [(nama[kode], "", sen, pembeda) for kode, sen, pembeda in isi]
    hasil = run(dpa, [(k, "", 1, None) for k in nama.values()])
    banyak = {(k, p): sum((k, p) == (kode, pembeda) for kode, _, _, pembeda in dpa) for k, _, _, p in dpa}
    ganda = sorted(k for (k, _), n in banyak.items() if n > 1)

    assert sorted(t.kode_program for t in hasil.temuan if t.kode == "RK08") == ganda
    assert {b.kode for b in hasil.baris if "ganda" in b.status} == set(ganda)
    assert sum(b.dpa or 0 for b in hasil.baris) == from_sen(sum(sen or 0 for _, _, sen, _ in dpa))


def test_tepat_seribu_atau_sejuta_kali_disebut_sebagai_satuan() -> None:
    def tell(dpa: int) -> str:
        (beda,) = (t for t in run([(SUB, "Sarana", dpa, None)], [(SUB, "Sarana", 2_000, None)]).temuan)
        return beda.pesan.partition(", selisih ")[2].partition(". ")[2]

    assert tell(2_000_000) == tell(2) == "Tepat 1.000 kali: satu sumber mungkin dalam ribuan rupiah."
    assert tell(2_000_000_000) == "Tepat 1.000.000 kali: satu sumber mungkin dalam jutaan rupiah."
    assert [tell(n) for n in (2_000_001, -2_000_000, 20_000)] == ["", "", ""]
