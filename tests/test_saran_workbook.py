"""What the writer of workbooks advises is done to the plan once; then the file holds what was meant."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from kinerja.workbook.layout import MAKS_TEKS, Buku, Gambar, Lembar, Nilai, Sel
from kinerja.workbook.ukuran import row_height, split_paragraf
from kinerja.workbook.writer import render_workbook
from tests.alat.saran import expect_saran, follow
from tests.buku_lengkap import sebuah_buku


def open_buku(buku: Buku) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render_workbook(buku)))


def read_sel(nilai: Nilai) -> object:
    """What a reader finds in a cell that we wrote."""
    return open_buku(sebuah_buku(Sel(0, 0, nilai, "n"))).worksheets[0]["A1"].value


def save_gambar(bentuk: str) -> bytes:
    keluar = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(keluar, bentuk)
    return keluar.getvalue()


@follow(
    "Pakai huruf, angka, dan garis bawah, diawali huruf, paling banyak 255 karakter.",
    "Pakai garis bawah, misalnya Pk_2024.",
)
@pytest.mark.parametrize(
    ("saran", "salah", "betul"),
    [
        ("Pakai huruf, angka, dan garis bawah, diawali huruf, paling banyak 255 karakter.", "2024 nilai", "nilai_2024"),
        ("Pakai huruf, angka, dan garis bawah, diawali huruf, paling banyak 255 karakter.", "n" * 256, "n" * 255),
        ("Pakai garis bawah, misalnya Pk_2024.", "PK2024", "Pk_2024"),
    ],
)
def test_saran_nama_dituruti(saran: str, salah: str, betul: str) -> None:
    dasar = sebuah_buku(Sel(0, 0, 7, "n"))
    lembar = dasar.lembar[0].nama
    with expect_saran(saran):
        render_workbook(replace(dasar, nama=((salah, f"{lembar}!$A$1"),)))

    nama = open_buku(replace(dasar, nama=((betul, f"{lembar}!$A$1"),))).defined_names
    assert f"{lembar}!$A$1" == nama[betul].attr_text


@follow("Tulis sebagai teks bila itu nomor.", "Hapus karakter itu.", "Persingkat teks itu.")
@pytest.mark.parametrize(
    ("saran", "salah", "betul"),
    [
        ("Tulis sebagai teks bila itu nomor.", 198001012005011001, "198001012005011001"),
        ("Hapus karakter itu.", "Medan\x07 Baru", "Medan Baru"),
        ("Persingkat teks itu.", "x" * (MAKS_TEKS + 1), "x" * MAKS_TEKS),
    ],
)
def test_saran_isi_sel_dituruti(saran: str, salah: Nilai, betul: Nilai) -> None:
    with expect_saran(saran):
        read_sel(salah)

    assert betul == read_sel(betul)


@follow("Pecah menjadi beberapa sel.")
def test_teks_yang_tidak_muat_dipecah_menjadi_beberapa_sel() -> None:
    teks = "".join(f"baris {n}\n" for n in range(40))
    with expect_saran("Pecah menjadi beberapa sel."):
        row_height(teks, (20,))

    potong = split_paragraf(teks, (20,))
    assert [f"baris {n}" for n in range(40)] == "\n".join(potong).split("\n")
    assert all(row_height(satu, (20,)) <= 409 for satu in potong)


@follow("Pakai berkas PNG atau JPEG.")
@pytest.mark.parametrize("salah", [save_gambar("BMP"), b"bukan gambar"])
def test_gambar_lain_disimpan_sebagai_png_atau_jpeg(salah: bytes, tmp_path: Path) -> None:
    def read_media(isi: bytes) -> dict[str, bytes]:
        lembar = Lembar("A", (10,), gambar=(Gambar(0, 0, isi, 40, 20),))
        path = tmp_path / "a.xlsx"
        path.write_bytes(render_workbook(replace(sebuah_buku(), lembar=(lembar,))))
        with zipfile.ZipFile(path) as arsip:
            return {nama: arsip.read(nama) for nama in arsip.namelist() if "media" in nama}

    with expect_saran("Pakai berkas PNG atau JPEG."):
        read_media(salah)
    for bentuk, akhiran in (("PNG", "png"), ("JPEG", "jpeg")):
        assert {f"xl/media/image1.{akhiran}": save_gambar(bentuk)} == read_media(save_gambar(bentuk))
