"""Budgets in our own workbooks: read by the names of their blocks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.anggaran.baca import buku
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.sumber import Peran
from kinerja.bilangan import to_decimal
from kinerja.errors import DataError
from kinerja.terbit.keluaran import write_workbook
from tests.berkas_anggaran import read_kode
from tests.contoh import make_medan
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.daftar import LEMBAR
from workbook_templates.perjanjian_kinerja.lembar import anggaran, identitas


@pytest.mark.parametrize(
    ("peran", "kolom", "harap"),
    [
        ("perjanjian", "isian_anggaran_perjanjian", [1000, None, 2_000_000_000.5, 4, 5, 6]),
        ("dpa", "isian_anggaran_dpa", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_buku_kerja_perjanjian_dibaca_menurut_nama_bloknya(
    peran: Peran, kolom: str, harap: list[float | None], tmp_path: Path
) -> None:
    isi = {kolom: tuple((n,) for n in harap)}
    path = tmp_path / "buku.xlsx"
    write_workbook(build_perjanjian(Bahan(make_medan(), isi, responden=10)), path)
    tabel = read_anggaran(path, peran)

    assert list(read_kode(path, peran).values()) == [None if n is None else to_decimal(n) for n in harap]
    assert tabel.isi["kode"].to_list() == [f"7.01.0{n}" for n in range(1, 7)]
    assert set(tabel.isi["kecamatan"]) == {"91.71.01"}
    assert tabel.bagian[0].tahun == 2024
    assert tabel.bagian[0].place(7).startswith("buku.xlsx, lembar Anggaran, sel ")


def test_realisasi_buku_kerja_dijumlahkan_dari_triwulan(tmp_path: Path) -> None:
    isi = {"isian_anggaran_realisasi": ((1, 2, 3, 4.5), (None, 10))}
    path = tmp_path / "buku.xlsx"
    write_workbook(build_perjanjian(Bahan(make_medan(), isi, responden=10)), path)

    assert list(read_kode(path, "realisasi").values()) == [Decimal("10.5"), Decimal(10), None, None, None, None]


def test_buku_kerja_yang_belum_diisi_ditolak(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_workbook(build_perjanjian(Bahan(make_medan(), responden=10)), path)

    with pytest.raises(DataError, match="Kolom dpa belum diisi"):
        read_anggaran(path, "dpa")


def test_nama_lembar_yang_dikenal_adalah_nama_lembar_buku_kerja() -> None:
    assert {x.kata.nama for x in LEMBAR} | {identitas.KATA.nama} >= buku._LEMBAR
    assert (1, 2) == (buku._KODE, buku._NAMA) == (anggaran.KODE, anggaran.NAMA)
