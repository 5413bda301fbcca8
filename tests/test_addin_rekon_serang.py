"""ANGGARAN_REKON where an attack found it wrong."""

from __future__ import annotations

from typing import Any

from tests.test_addin_rekon_rentang import KEPALA, gagal, rekon

PK: list[list[Any]] = [KEPALA, ["7.01.02", "Pelayanan", 400], ["7.01.04", "Ketertiban", 390]]


def list_salah(hasil: list[list[Any]]) -> list[list[Any]]:
    return [baris for baris in hasil if baris[6] != "sama"]


def test_akun_di_bawah_sub_kegiatan_adalah_rinciannya() -> None:
    dpa = [
        KEPALA,
        *(["7.01.02.2.01.0001", "Sinergi", 400], ["5.1", "Operasi", 250], ["5.2", "Modal", 150]),
        *(["7.01.04.2.01.0001", "Sinergi", 390], ["5.1", "Operasi", 390]),
    ]

    assert [] == list_salah(rekon(PK, dpa))


def test_akun_menjumlah_ke_program_tanpa_jumlah() -> None:
    dpa = [
        KEPALA,
        *(["7.01.02", "Pelayanan", None], ["5.1", "Operasi", 250], ["5.2", "Modal", 150]),
        *(["7.01.04", "Ketertiban", None], ["5.1", "Operasi", 390]),
    ]

    assert [] == list_salah(rekon(PK, dpa))


def test_baris_sub_unit_membedakan_baris_di_bawahnya() -> None:
    dpa = [
        KEPALA,
        *(["7.01.0.00.0.00.17.0001", "Kelurahan Babura", 200], ["7.01.02", "Pelayanan", 200]),
        ["7.01.0.00.0.00.17.0002", "Kelurahan Darat", 590],
        *(["7.01.02", "Pelayanan", 200], ["7.01.04", "Ketertiban", 390]),
    ]

    assert [] == list_salah(rekon(PK, dpa))


def test_kelompok_kegiatan_di_antara_program_dan_kegiatan_tidak_menggandakan() -> None:
    dpa = [*PK, ["7.01.02.2", "Kegiatan", 400], ["7.01.02.2.01", "Koordinasi", 400]]

    assert [] == list_salah(rekon(PK, dpa))


def test_baris_tanpa_sp2d_yang_memuat_sp2dnya_dihitung_sekali() -> None:
    judul = ["Kode", "Nama", "No SP2D", "Pagu"]
    isi = [
        ("7.01.02", "", 400),
        ("7.01.02", "1", 250),
        ("7.01.02", "2", 150),
        ("7.01.04", "", 390),
        ("7.01.04", "3", 390),
    ]
    dpa = [judul, *([kode, "x", nomor, n] for kode, nomor, n in isi)]

    assert [400.0, 390.0] == [baris[3] for baris in rekon(dpa, dpa)]


def test_ribuan_di_judul_kolom_ditolak() -> None:
    assert "ribuan" in gagal(PK, [["Kode", "Nama", "Pagu (dalam ribuan rupiah)"], *PK[1:]])
