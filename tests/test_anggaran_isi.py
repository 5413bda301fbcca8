"""What cells say of their columns; codes whole, in pieces, damaged; units that are said, and texts that say none."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.isi_kolom import look_isi
from kinerja.anggaran.baca.kepala import Kepala, find_kepala
from kinerja.anggaran.baca.pecahan import join_pecahan
from kinerja.anggaran.label import Label, fold_nama, is_seluruh, names_tingkat, read_label
from kinerja.anggaran.satuan import find_satuan
from kinerja.anggaran.sel_kode import is_kode, is_mirip_kode, join_kode, read_akun, split_kode_nama, write_sel
from kinerja.errors import DataError
from kinerja.kode import JenisKode, normalize_kode
from tests.berkas_anggaran import read_kode, write_csv, write_xlsx

Petak = Sequence[Sequence[object]]


def look(*petak: Sequence[object]) -> Kepala:
    kepala = find_kepala(petak, "dpa")
    assert kepala is not None
    return look_isi(petak, kepala)


def join(*petak: Sequence[object]) -> list[str]:
    """The deepest whole code of each row below the header."""
    kepala = find_kepala(petak, "dpa")
    assert kepala is not None
    hasil, kepala = join_pecahan(petak, kepala, "")
    kolom = sorted((k for m, k in kepala.letak.items() if m.startswith("kode")), reverse=True)
    dalam = [next((str(b[k]) for k in kolom if b[k] is not None), "") for b in hasil[kepala.baris :]]
    return [normalize_kode(kode) for kode in dalam]


def test_rp_di_sel_sendiri_menggeser_kolom_ke_angkanya() -> None:
    assert look(("Kode", "Uraian", "Pagu", None), ("7.01.01", "Satu", "Rp", 5_000_000)).uang == (3,)
    assert look(("Kode", "Uraian", "Pagu", None), ("7.01.01", "Satu", 5_000_000, "lunas")).uang == (2,)


def test_kolom_program_yang_berisi_kode_adalah_kolom_kode() -> None:
    kepala = look(("Program", "Kegiatan", "Uraian", "Pagu"), ("7.01.01", "7.01.01.2.01", "Satu", 5_000_000))

    assert kepala.letak["kode_program"] == 0
    assert kepala.letak["kode_kegiatan"] == 1


def test_kolom_lokasi_yang_berisi_kecamatan_menamai_kecamatannya() -> None:
    judul = ("Kode", "Uraian", "Lokasi", "Pagu")

    assert look(judul, ("7.01.01", "Satu", "Kecamatan Medan Baru", 5_000_000)).letak["nama_kecamatan"] == 2
    assert "nama_kecamatan" not in look(judul, ("7.01.01", "Satu", "Jalan Kecamatan", 5_000_000)).letak


@pytest.mark.parametrize(("judul", "membedakan"), [("Tim", True), ("Keterangan", False), ("Indikator Kinerja", False)])
def test_kolom_kata_lain_membedakan_baris_kecuali_keterangan_dan_kinerja(judul: str, membedakan: bool) -> None:
    kepala = look(("Kode", "Uraian", judul, "Pagu"), ("7.01.01", "Satu", "teks", 5_000_000))

    assert (kepala.pembeda.get("lain") == (2,)) == membedakan


def test_potongan_kode_per_tingkat_disambung_dengan_induk_di_baris_atasnya() -> None:
    judul = ("Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan", "Uraian", "Pagu")

    assert join(
        judul,
        ("7.01.01", None, None, "Program", 9),
        (None, "2.01", None, "Kegiatan", 9),
        (None, None, "1", "Sub", 4),
        (None, None, "0002", "Sub", 5),
        (None, 2.1, None, "Kegiatan", 0),  # the number that 2.10 became
        ("7.01.02", "7.01.02.2.03", "7.01.02.2.03.0001", "Utuh", 1),
    ) == [
        "7.01.01",
        "7.01.01.2.01",
        "7.01.01.2.01.0001",
        "7.01.01.2.01.0002",
        "7.01.01.2.10",
        "7.01.02.2.03.0001",
    ]


def test_potongan_kode_tanpa_induk_ditolak_dengan_barisnya(tmp_path: Path) -> None:
    petak = [("Kode Program", "Kode Kegiatan", "Uraian", "Pagu"), (None, "2.01", "Kegiatan", 9_000_000)]
    with pytest.raises(DataError, match=r"baris 2: Potongan kode '2\.01' tidak jelas induknya"):
        read_anggaran(write_xlsx(tmp_path / "dpa.xlsx", petak), "dpa")


@pytest.mark.parametrize(
    ("sel", "kode", "akun"),
    [
        (["7.01.04"], "7.01.04", ""),
        (["7.01.04."], "7.01.04", ""),
        (["7.01.01.201"], "7.01.01.2.01", ""),
        (["7", "01", "04", "2.01", "0001"], "7.01.04.2.01.0001", ""),
        ([7, 1, 4, 2.1, 1], "7.01.04.2.10.0001", ""),
        (["7.01", "7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001"], "7.01.01.2.01.0001", ""),
        (["7.01.01.2.01.0001", "5.1.02.01.001.00024"], "7.01.01.2.01.0001", "5.1.02.01.01.0024"),
        (["7.01.04 - PROGRAM KOORDINASI"], "7.01.04", ""),
        (["7.01.0.00.0.00.17.0000"], "7.01.0.00.0.00.17.0000", ""),
        ([None, None], "", ""),
        (["Jumlah"], "", ""),
    ],
)
def test_kode_utuh_potongan_dan_bernama_dibaca_dengan_satu_tata_bahasa(sel: list[object], kode: str, akun: str) -> None:
    hasil, terbaca, _ = join_kode(sel, "")

    assert (hasil.baku, terbaca) == (kode, akun)


@pytest.mark.parametrize("sel", ["7.O1.04", "07/01/2001", "7..01.04"])
def test_kode_rusak_tidak_ditulis_ulang_dan_anggarannya_ditolak(sel: str, tmp_path: Path) -> None:
    assert (join_kode([sel], "")[0].jenis, join_kode([sel], "")[0].baku) == (JenisKode.ASING, sel)
    petak = [("Kode", "Uraian", "Pagu"), ("7.01.01", "Satu", "5000000"), (sel, "Dua", "2000000")]
    with pytest.raises(DataError, match="bukan kode program"):
        read_anggaran(write_csv(tmp_path / "dpa.csv", petak), "dpa")


def test_kode_yang_menjadi_tanggal_ditolak() -> None:
    with pytest.raises(DataError, match="menjadi tanggal"):
        write_sel(datetime.date(2001, 1, 7), "dpa.xlsx, baris 2")


def test_angka_kode_mendapat_kembali_nol_yang_hilang() -> None:
    assert [write_sel(n, "") for n in (7.1, 7.01, 7.0)] == ["7.10", "7.01", "7"]
    assert read_akun("5.1.02.01.01.0024.", "") == "5.1.02.01.01.0024"
    assert read_akun("7.01.01", "") == ""


def test_kode_di_depan_nama_dipisahkan_dan_kalimat_tidak() -> None:
    assert split_kode_nama("7.01.04 PROGRAM") == split_kode_nama("7.01.04-PROGRAM") == ("7.01.04", "PROGRAM")
    assert split_kode_nama("2 Laporan") == (None, "2 Laporan")
    assert [is_kode(t) for t in ("7.01", "X.XX.01", "Satu")] == [True, True, False]
    assert [is_mirip_kode(t) for t in ("7.O1", "Kegiatan 2")] == [True, False]


@pytest.mark.parametrize(
    "teks",
    ["(dalam ribuan rupiah)", "Dalam juta", "(000 Rp)", "(Rp 000)", "Satuan: Rp 1.000", "Rp. Juta", "(jutaan)",
     "Pagu (Rp ribu)", "*) dalam jutaan rupiah", "x 1.000.000", "Jumlah (dalam miliar rupiah)"],
)  # fmt: skip
def test_satuan_ribuan_dan_jutaan_ditemukan_di_mana_pun_dikatakan(teks: str, tmp_path: Path) -> None:
    assert find_satuan(["Uraian", None, 5, teks]) == teks
    with pytest.raises(DataError, match="tidak dalam rupiah penuh"):
        read_anggaran(write_csv(tmp_path / "a.csv", [(teks,), ("Kode", "Uraian", "Pagu"), ("7.01.01", "A", 5)]), "dpa")


@pytest.mark.parametrize(
    "teks",
    ["Terbilang: lima juta rupiah", "Rp 1.000.000", "1000 hari pertama kehidupan", "seribu UMKM", "Ribuan pelaku usaha",
     "Per 31 Desember 2024", "dalam ribuan hari", "sembilan belas miliar rupiah", "Tahun 2000", "dalam rupiah penuh"],
)  # fmt: skip
def test_teks_yang_tidak_menyebut_satuan_tidak_ditolak(teks: str, tmp_path: Path) -> None:
    assert find_satuan([teks]) is None
    petak = [(teks,), ("Kode", "Uraian", "Pagu"), ("7.01.01", "A", 5)]
    assert read_kode(write_csv(tmp_path / "a.csv", petak)) == {"7.01.01": 5}


@pytest.mark.parametrize(
    ("label", "nama"),
    [
        (Label.JUMLAH, ("Jumlah", "J U M L A H", "Jlh", "Jml.", "Jmlh", "Total", "Sub Total", "TOTAL BELANJA")),
        (Label.PINDAHAN, ("Dipindahkan ke halaman 2", "Pindahan", "Dibawa ke halaman berikutnya")),
        (Label.BELANJA, ("BELANJA", "BELANJA DAERAH", "Belanja SKPD")),
        (Label.PENDAPATAN, ("PENDAPATAN DAERAH", "Pendapatan")),
        (Label.PEMBIAYAAN, ("PEMBIAYAAN", "Pengeluaran Pembiayaan")),
        (Label.SELISIH, ("SURPLUS/(DEFISIT)", "SILPA", "Pembiayaan Netto")),
        (Label.UNIT, ("Kecamatan Medan Baru", "Kelurahan Babura", "Dinas Kesehatan")),
        (Label.PROGRAM, ("PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM", "Program Lain")),
        (Label.BIASA, ("Belanja Modal", "Pemindahan Arsip", "Totalitas Layanan", "Jumlahan", "")),
    ],
)
def test_nama_baris_menunjukkan_apa_adanya(label: Label, nama: tuple[str, ...]) -> None:
    assert {n: read_label(n) for n in nama} == dict.fromkeys(nama, label)


def test_nama_jumlah_mengatakan_tingkat_atau_seluruhnya() -> None:
    assert fold_nama("T O T A L") == "total"
    assert [is_seluruh(n) for n in ("Jumlah Keseluruhan", "TOTAL")] == [True, False]
    assert [names_tingkat(n) for n in ("Jumlah Program 1", "Jumlah")] == [True, False]
