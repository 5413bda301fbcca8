"""Realisation above the ceiling below the level compared, down to accounts, in whatever spelling."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.anggaran.banding import compare
from tests.test_rekonsiliasi_hukum import make_tabel

SUB = "7.01.01.2.01.0001"
ATK, KERTAS = f"{SUB} 5.1.02.01.01.0024", f"{SUB} 5.1.02.01.01.0025"
Isi = Sequence[tuple[str, int]]
DPA: Isi = (("7.01.01", 300), ("7.01.01.2.01", 300), (SUB, 300), (ATK, 100), (KERTAS, 200))


def list_lebih(dpa: Isi, realisasi: Isi, perjanjian: Isi = (("7.01.01", 300),)) -> list[tuple[str, str]]:
    """Code and message of each RK04; no other finding may be among them that says a realisation is too high."""
    isi = {"perjanjian": perjanjian, "dpa": dpa, "realisasi": realisasi}
    tabel = {p: make_tabel(p, [(None, k, f"Nama {k[-2:]}", n * 100) for k, n in satu]) for p, satu in isi.items()}  # type: ignore[arg-type]
    return [(t.kode_program, t.pesan) for t in compare(tabel).temuan if t.kode == "RK04"]  # type: ignore[arg-type]


def change(isi: Isi, **jumlah: int) -> Isi:
    """Other amounts, by the last digits of the code."""
    return tuple((k, jumlah.get(f"_{k[-2:]}", n)) for k, n in isi)


def test_rekening_di_atas_pagunya_disebut_meskipun_sub_kegiatannya_tidak() -> None:
    assert list_lebih(DPA, change(DPA, _24=200, _25=50)) == [
        (
            ATK,
            "Nama 24: Realisasi Rp200 melebihi pagu Rp100 sebesar Rp100."
            " Tepat 2 kali pagu: kemungkinan tercatat 2 kali.",
        )
    ]
    assert list_lebih(DPA, change(DPA, _24=100, _25=200)) == []


def test_rekening_dengan_ekor_panjang_sama_dengan_yang_pendek() -> None:
    panjang = [(k.replace("01.0024", "001.00024").replace("01.0025", "001.00025"), n) for k, n in DPA]

    assert list_lebih(DPA, panjang) == []
    assert [k for k, _ in list_lebih(panjang, change(DPA, _24=101, _25=199))] == [ATK]


def test_rekening_tanpa_pagu_disebut_sekali_dengan_barisnya() -> None:
    lain = f"{SUB} 5.1.03.01.01.0001"

    assert list_lebih(DPA, [(SUB, 250), (ATK, 100), (KERTAS, 100), (lain, 50)]) == [
        (lain, "Nama 01: Realisasi Rp50 tanpa pagu.")
    ]


def test_rantai_induk_dengan_jumlah_yang_sama_disebut_sekali_pada_yang_terbawah() -> None:
    rantai = [(SUB, 300), *((f"{SUB} {k}", 300) for k in ("5", "5.1", "5.1.02", "5.1.02.01", "5.1.02.01.01"))]
    dpa = [*rantai, (ATK, 300)]

    assert [k for k, _ in list_lebih(dpa, [(k, 301) for k, _ in dpa])] == ["7.01.01", ATK]


def test_tingkat_yang_hanya_dimiliki_satu_sumber_dibandingkan_dengan_jumlahnya() -> None:
    # The realisation stops at the object of expenditure, 5.1.02.01; of the DPA its accounts are added up.
    assert list_lebih(DPA, [(SUB, 300), (f"{SUB} 5.1.02.01", 300)]) == []
    assert [k for k, _ in list_lebih(DPA, [(SUB, 300), (f"{SUB} 5.1.02.01", 301)])] == [f"{SUB} 5.1.02.01"]


def test_rekening_bernama_sama_di_sub_kegiatan_lain_tidak_dipertemukan() -> None:
    lain = "7.01.01.2.01.0002"
    dpa = [(SUB, 100), (ATK, 100), (lain, 100), (f"{lain} 5.1.02.01.01.0052", 100)]
    realisasi = [(SUB, 50), (f"{SUB} 5.1.02.01.01.0152", 50), (lain, 0)]

    # Both rows are called "Nama 52".
    assert [k for k, _ in list_lebih(dpa, realisasi)] == [f"{SUB} 5.1.02.01.01.0152"]
