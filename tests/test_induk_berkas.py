"""Carriers that cannot be read: sheets and columns that are missing, other files, broken files, missing ones."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from kinerja.errors import DataError
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.induk.skema import TABEL, Tabel
from kinerja.terbit.keluaran import write_workbook
from tests.berkas_induk import (
    MEDAN,
    changed,
    small,
    tabulate,
    write_csv,
    write_xlsx,
)
from tests.contoh import make_medan
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian


@pytest.mark.parametrize("tabel", TABEL, ids=lambda t: t.kunci)
def test_lembar_yang_hilang_atau_salah_nama_disebut(tmp_path: Path, tabel: Tabel) -> None:
    lembar, petak = tabel.lembar, tabulate(small())
    isi = petak.pop(lembar)
    if not tabel.tambahan:
        with pytest.raises(DataError, match=rf"^induk.xlsx: Lembar {lembar} tidak ada"):
            read_induk(write_xlsx(tmp_path / "induk.xlsx", petak))
    with pytest.raises(DataError, match=rf"Ganti nama lembar '{lembar}2' menjadi '{lembar}'"):
        read_induk(write_xlsx(tmp_path / "induk.xlsx", {**petak, f"{lembar}2": isi}))


def test_kolom_hilang_tak_dikenal_atau_ganda(tmp_path: Path) -> None:
    petak = tabulate(small())
    kepala, isi = petak["Program"]
    for baru, pesan in (
        ([k for k in kepala if k != "Anggaran"], r"lembar Program, baris 1: Kolom Anggaran tidak ada"),
        ([k if k != "Anggaran" else "Angaran" for k in kepala], r"Kolom 'Angaran' tidak dikenal. Mungkin .*'Anggaran'"),
        ([k if k != "Keterangan" else "Anggaran" for k in kepala], r"Kolom Anggaran ada dua kali"),
        (["a", "b", "c", "d"], r"Baris judul kolom tidak ditemukan \(Nama program, Anggaran\)"),
    ):
        with pytest.raises(DataError, match=pesan):
            read_induk(write_xlsx(tmp_path / "induk.xlsx", {**petak, "Program": [baru, isi]}))


def test_isi_di_luar_kolom_tidak_dibuang_diam_diam(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(small()))
    (folder / "program.csv").write_text("kode,nama,anggaran\n7.01.04,Program A,B,1000\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"program.csv, baris 2: Ada isi di luar kolom tabel: '1000'"):
        read_induk(folder)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "Berkas kosong"),
        (b"<html><table><tr><td>12.71</td></tr></table></html>", "halaman web"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?>", "halaman web atau XML"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 512, r"Excel lama \(.xls\)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
        (b"kode;nama\n", r"bukan berkas .xlsx"),
        (b"PK\x03\x04 terpotong", "Berkas rusak"),
    ],
)
def test_berkas_yang_bukan_xlsx_disebut_jenisnya(tmp_path: Path, isi: bytes, pesan: str) -> None:
    berkas = tmp_path / "induk.xlsx"
    berkas.write_bytes(isi)
    with pytest.raises(DataError, match=rf"^induk.xlsx: .*{pesan}"):
        read_induk(berkas)


def test_zip_lain_dan_xlsx_terpotong_ditolak(tmp_path: Path) -> None:
    berkas = tmp_path / "induk.xlsx"
    with zipfile.ZipFile(berkas, "w") as arsip:
        arsip.writestr("word/document.xml", "<x/>")
    with pytest.raises(DataError, match=r"Ini bukan buku kerja .xlsx"):
        read_induk(berkas)
    utuh = write_xlsx(berkas, tabulate(small())).read_bytes()
    berkas.write_bytes(utuh[: len(utuh) // 2])
    with pytest.raises(DataError, match="Berkas rusak"):
        read_induk(berkas)


def test_nilai_galat_dan_rumus_tak_terhitung_tidak_menjadi_kosong(tmp_path: Path) -> None:
    petak = tabulate(small())
    petak["Program"][1][3] = "#DIV/0!"
    with pytest.raises(DataError, match=r"lembar Program, baris 2: Sel D2 berisi #DIV/0!"):
        read_induk(write_xlsx(tmp_path / "a.xlsx", petak))
    petak["Program"][1][3] = "=A1+1"
    with pytest.raises(DataError, match=r"lembar Program, baris 2: Sel D2 berisi rumus yang belum dihitung"):
        read_induk(write_xlsx(tmp_path / "b.xlsx", petak))


def test_sel_sangat_jauh_ditolak_sebelum_dibaca(tmp_path: Path) -> None:
    berkas = write_xlsx(tmp_path / "a.xlsx", tabulate(small()))
    buku = openpyxl.load_workbook(berkas)
    buku["Program"]["XFD1048576"] = "jauh"
    buku.save(berkas)
    with pytest.raises(DataError, match=r"lembar Program, baris 1048576: Sel XFD1048576 terisi jauh di luar tabel"):
        read_induk(berkas)


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("umum.tahun = 1\numum.jenis = 'murni", r", akhir berkas: Berkas TOML rusak"),
        ("umum.tahun = ?\n", r", baris 1, karakter ke-14: Berkas TOML rusak"),
        ("[umum]\ntahun = 2025\nwarna = 1", r"umum: Kunci 'warna' tidak dikenal"),
        ("[[programs]]\nkode = '1'", r"Tabel 'programs' tidak dikenal. Mungkin maksudnya 'program'"),
        ("program = 1", r"Tabel program salah bentuk. Tulis sebagai \[\[program\]\]"),
        ("program = [1]", r"program ke-1: Isinya bukan tabel"),
        ("umum.tahun = 2025", r"Tabel Kecamatan dan Indikator tidak ada atau kosong"),
        (MEDAN.replace("anggaran = 191_200_000", "anggaran = nan"), r"program ke-10, kolom anggaran: NaN bukan angka"),
        (MEDAN.replace("anggaran = 191_200_000", "anggaran = [1]"), r"program ke-10, kolom anggaran: Sel tidak berisi"),
        (
            MEDAN.replace("angaran", "x").replace("keterangan", "keteragan"),
            r"Kunci 'keteragan' .*Mungkin .*'keterangan'",
        ),
    ],
)
def test_toml_buruk_ditolak_dengan_tempatnya(tmp_path: Path, teks: str, pesan: str) -> None:
    (tmp_path / "data.toml").write_text(teks, encoding="utf-8")
    with pytest.raises(DataError, match=rf"^data.toml.*{pesan}"):
        read_induk(tmp_path / "data.toml")


def test_berkas_dan_folder_yang_tidak_dapat_dipakai(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "latin.toml").write_bytes("nama = 'é'".encode("latin-1"))
    (tmp_path / "satu.csv").write_text("kode\n")
    salah = write_csv(tmp_path / "csv", tabulate(small()))
    (salah / "kegiatans.csv").write_text("a,b\n")
    for path, pesan in (
        (tmp_path / "tidak-ada.xlsx", "Berkas tidak ditemukan"),
        (tmp_path / "kosong", "Tabel Umum, Kecamatan, dan Indikator tidak ada atau kosong"),
        (tmp_path / "latin.toml", "harus memakai UTF-8"),
        (tmp_path / "satu.csv", "dibaca sebagai folder"),
        (salah, r"csv/kegiatans.csv: Berkas 'kegiatans' tidak dikenal. Mungkin maksudnya 'kegiatan'"),
    ):
        with pytest.raises(DataError, match=pesan):
            read_induk(path)


def test_csv_yang_bukan_teks_atau_kutipnya_rusak_ditolak(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(small()))
    (folder / "program.csv").write_bytes(b"PK\x03\x04")
    with pytest.raises(DataError, match=r"csv/program.csv: Ini bukan berkas CSV"):
        read_induk(folder)
    (folder / "program.csv").write_bytes(b'kode,nama,anggaran\n7,"belum ditutup,1\n')
    with pytest.raises(DataError, match=r"csv/program.csv, baris 2: Berkas CSV rusak"):
        read_induk(folder)


def test_paragraf_bersambung_baris_dalam_csv_utuh(tmp_path: Path) -> None:
    data = changed("indikator", 0, penjelasan="satu\ndua \u2028tiga")
    semua = read_induk(write_csv(tmp_path / "csv", tabulate(data)))

    assert semua[0].indikator[0].penjelasan == "satu\ndua tiga"


def test_buku_kerja_yang_sudah_terbit_dikenali(tmp_path: Path) -> None:
    berkas = tmp_path / "hasil.xlsx"
    write_workbook(build_perjanjian(Bahan(make_medan(), responden=3)), berkas)

    with pytest.raises(
        DataError, match=r"buku kerja perjanjian yang sudah terbit, bukan data induk.*kinerja periksa .hasil.xlsx."
    ):
        read_induk(berkas)
