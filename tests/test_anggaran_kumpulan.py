"""Rows that repeat or sum other rows of their code, and cells that a merge leaves blank: nothing is counted twice."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.anggaran.baca.baris import fill_down
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.butir import BarisTabel, BlokJudul
from kinerja.anggaran.kedudukan import Butir, Kedudukan
from kinerja.anggaran.kumpulan import drop_kumpulan
from kinerja.anggaran.sel_kode import TIADA
from kinerja.errors import DataError
from kinerja.kode import JenisKode, read_kode
from tests.berkas_anggaran import write_csv, write_xlsx

BLOK = BlokJudul()
PROGRAM = "7.01.01"


def make_baris(
    nomor: int, kode: str = PROGRAM, nama: str = "", kecamatan: str = "", pembeda: str = "", uang: object = 1
) -> BarisTabel:
    return BarisTabel(nomor, read_kode(kode) if kode else TIADA, nama, kecamatan, (uang,), BLOK, 0, pembeda=pembeda)


def list_ulangan(*baris: tuple[str, str, str, int]) -> list[int]:
    """Numbers of the rows set aside; a row is kecamatan, what tells it apart, code, amount."""
    sel = [make_baris(n, kode, "", kec, beda) for n, (kec, beda, kode, _) in enumerate(baris)]
    butir = [Butir(kode, JenisKode.PROGRAM, "", sen, pemilik=kec) for kec, _, kode, sen in baris]
    drop_kumpulan(butir, sel)
    return [n for n, b in enumerate(butir) if b.kedudukan is Kedudukan.ULANGAN]


def read_isi(path: Path, judul: Sequence[str], *baris: Sequence[object]) -> TabelAnggaran:
    """A table of a text file or a sheet, by its ending."""
    write = write_csv if path.suffix == ".csv" else write_xlsx
    return read_anggaran(write(path, [judul, *baris]), "dpa")


def sum_isi(tabel: TabelAnggaran) -> Decimal:
    return Decimal(int(tabel.isi["sen"].sum())) / 100


@pytest.mark.parametrize("letak", [0, 1, 2])
def test_baris_tanpa_sp2d_yang_sama_dengan_jumlah_sp2d_nya_tidak_dihitung_lagi(letak: int) -> None:
    baris = [("", "SP2D 1", PROGRAM, 30), ("", "SP2D 2", PROGRAM, 10)]
    baris.insert(letak, ("", "", PROGRAM, 40))

    assert list_ulangan(*baris) == [letak]


def test_baris_tanpa_sp2d_yang_tidak_sama_dengan_jumlahnya_tetap_dihitung() -> None:
    assert list_ulangan(("", "", PROGRAM, 41), ("", "SP2D 1", PROGRAM, 30), ("", "SP2D 2", PROGRAM, 10)) == []


def test_satu_sp2d_yang_sama_besar_dengan_baris_di_atasnya_tidak_membuktikan_apa_pun() -> None:
    assert list_ulangan(("", "", PROGRAM, 30), ("", "SP2D 1", PROGRAM, 30)) == []


def test_satu_kode_yang_tidak_sama_menggugurkan_bukti_kode_lain() -> None:
    benar = [("", "", PROGRAM, 40), ("", "SP2D 1", PROGRAM, 30), ("", "SP2D 2", PROGRAM, 10)]
    salah = [("", "", "7.01.02", 9), ("", "SP2D 3", "7.01.02", 5), ("", "SP2D 4", "7.01.02", 5)]

    assert list_ulangan(*benar, *salah) == []


@pytest.mark.parametrize("sendiri", ["Medan Baru", "MEDAN BARU", "Jumlah"])
def test_baris_kecamatan_sendiri_di_antara_kelurahannya_tidak_dihitung_lagi(sendiri: str) -> None:
    kelurahan = [("Medan Baru", f"Kelurahan {n}", PROGRAM, 20) for n in ("Babura", "Titi Rantai")]

    assert list_ulangan(("Medan Baru", sendiri, PROGRAM, 40), *kelurahan) == [0]


@pytest.mark.parametrize("semua", ["Semua Kecamatan", "Gabungan", "Jumlah"])
@pytest.mark.parametrize(("sen", "ulangan"), [(50, [0]), (51, [])])
def test_pemilik_bernama_semua_adalah_jumlah_hanya_bila_angkanya_demikian(
    semua: str, sen: int, ulangan: list[int]
) -> None:
    assert list_ulangan((semua, "", PROGRAM, sen), ("Baru", "", PROGRAM, 30), ("Kota", "", PROGRAM, 20)) == ulangan


def test_kecamatan_bernama_kota_yang_sebesar_yang_lain_adalah_pertanyaan() -> None:
    with pytest.raises(DataError, match="'Kota Kudus' sama dengan jumlah 2 kecamatan lain"):
        list_ulangan(("Kota Kudus", "", PROGRAM, 50), ("Bae", "", PROGRAM, 30), ("Jati", "", PROGRAM, 20))


def test_sel_gabung_kode_dan_nama_diisi_dari_baris_di_atasnya() -> None:
    atas = make_baris(1, PROGRAM, "Penunjang", "Medan Baru", "DAU")
    bawah = make_baris(2, "", "", "", "PAD")
    fill_down([atas, bawah])

    assert (bawah.kode.baku, bawah.nama, bawah.kecamatan, bawah.pembeda) == (PROGRAM, "Penunjang", "Medan Baru", "PAD")
    assert bawah.diturunkan


@pytest.mark.parametrize("beda", ["Jumlah", "J U M L A H", "TOTAL", "Semua Dana", "Dipindahkan ke halaman 2"])
def test_jumlah_di_kolom_pembeda_tidak_mewarisi_kode_di_atasnya(beda: str) -> None:
    bawah = make_baris(2, "", "", "", beda)
    fill_down([make_baris(1, PROGRAM, "Penunjang", "", "DAU"), bawah])

    assert (bawah.kode.baku, bawah.nama) == ("", "")


@pytest.mark.parametrize("uang", [None, "", " "])
def test_baris_tanpa_jumlah_tidak_mewarisi_kode_di_atasnya(uang: object) -> None:
    bawah = make_baris(2, "", "", "", "PAD", uang=uang)
    fill_down([make_baris(1, PROGRAM, "Penunjang", "", "DAU"), bawah])

    assert bawah.kode.baku == ""


DANA = ("Kode", "Uraian", "Sumber Dana", "Pagu")


@pytest.mark.parametrize("berkas", ["dpa.csv", "dpa.xlsx"])
def test_sel_gabung_dijumlahkan_dan_jumlah_di_kolom_dana_tidak(berkas: str, tmp_path: Path) -> None:
    tabel = read_isi(
        tmp_path / berkas,
        DANA,
        (PROGRAM, "Penunjang", "DAU", 3_000_000),
        (None, None, "PAD", 1_500_000),
        ("7.01.02", "Pelayanan", "DAU", 250_000),
        (None, None, "Jumlah", 4_750_000),
    )

    assert sum_isi(tabel) == 4_750_000
    assert tabel.isi["kode"].to_list() == [PROGRAM, PROGRAM, "7.01.02"]
    assert tabel.total["sen"].to_list() == [475_000_000]
    assert tabel.total["seharusnya"].to_list() == [None]


def test_jumlah_di_kolom_dana_yang_salah_disebut(tmp_path: Path) -> None:
    satu, dua = (PROGRAM, "Penunjang", "DAU", 3_000_000), (None, None, "PAD", 1_500_000)
    tabel = read_isi(tmp_path / "dpa.xlsx", DANA, satu, dua, (None, None, "Jumlah", 4_500_001))

    assert sum_isi(tabel) == 4_500_000
    assert tabel.total["seharusnya"].to_list() == [450_000_000]


SUB = "7.01.01.2.01.0001"
AKUN = ("5.1.02.01.01.0024", "5.1.02.01.01.0025", "5.1.02.02.01.0003")


def make_berulang(*nilai: int) -> list[tuple[object, ...]]:
    """One sub-kegiatan of nine million over its accounts, with the amount of each in a column of its own."""
    return [(SUB, "Dokumen", akun, 9_000_000, n) for akun, n in zip(AKUN, nilai, strict=True)]


def test_pagu_yang_diulang_di_samping_rinciannya_dihitung_sekali(tmp_path: Path) -> None:
    judul = ("Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Akun", "Pagu", "Rincian")
    tabel = read_isi(tmp_path / "dpa.csv", judul, *make_berulang(4_000_000, 3_000_000, 2_000_000))

    assert sum_isi(tabel) == 9_000_000
    assert tabel.luar["sen"].to_list() == [900_000_000] * 2


def test_pagu_yang_sama_di_semua_akun_tanpa_rincian_adalah_pertanyaan(tmp_path: Path) -> None:
    judul = ("Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Akun", "Pagu")
    with pytest.raises(DataError, match=r"diulang \(semuanya Rp9\.000\.000\).*\(semuanya Rp27\.000\.000\)"):
        read_isi(tmp_path / "dpa.csv", judul, *(b[:4] for b in make_berulang(0, 0, 0)))


def test_akun_yang_berbeda_jumlahnya_dijumlahkan(tmp_path: Path) -> None:
    judul = ("Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Akun", "Pagu")
    isi = [(SUB, "Dokumen", akun, n) for akun, n in zip(AKUN, (4_000_000, 3_000_000, 2_000_000), strict=True)]

    assert sum_isi(read_isi(tmp_path / "dpa.csv", judul, *isi)) == 9_000_000
