"""The printed page: sound sheets give nothing, planted faults are found."""

from pathlib import Path

import pytest
import xlsxwriter

from tests.alat.cetak import Cela, clipped, find_bad_text, missing, overlaps, pages, to_pdf, to_png

UCAPAN = "Persentase tindak lanjut pengaduan masyarakat yang diselesaikan tepat waktu pada tahun berjalan"
JENIS = ("baik", "rendah", "rendah_sendiri", "sempit", "galat")


def tulis(folder: Path, jenis: str) -> Path:
    """A small table; by `jenis` its second row is too low (with or without text below) or a column too narrow."""
    path = folder / f"{jenis}.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("Cetak")
        lembar.set_paper(9 if jenis == "galat" else 14)
        biasa = {"font_name": "Arial", "font_size": 11, "valign": "top", "border": 1}
        kepala = buku.add_format(biasa | {"bg_color": "#1F3864", "font_color": "white", "bold": True})
        lipat, uang = buku.add_format(biasa | {"text_wrap": True}), buku.add_format(biasa | {"num_format": "#,##0"})
        lembar.set_column("A:A", 34)
        lembar.set_column("B:B", 8 if jenis == "sempit" else 20)
        lembar.set_row(1, 20 if jenis.startswith("rendah") else 60)
        lembar.set_row(2, 60)
        lembar.write_row("A1", ["Sasaran (1)", "Pagu"], kepala)
        lembar.write_string("A2", UCAPAN, lipat)
        lembar.write_number("B2", 29432849010, uang)
        if jenis != "rendah_sendiri":
            lembar.write_string("A3", UCAPAN, lipat)
        if jenis == "sempit":
            lembar.write_row("B4", ["Keterangan panjang sekali", "Selisih"])
        if jenis == "galat":
            lembar.write_formula("B4", "=1/0", uang, "#DIV/0!")
            lembar.set_h_pagebreaks([4])
            lembar.write_string("A6", "Halaman kedua")
    return path


@pytest.fixture(scope="module")
def cetakan(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("cetak")
    hasil = to_pdf([tulis(folder, jenis) for jenis in JENIS], folder)
    return {path.stem: pdf for path, pdf in hasil.items()}


def test_halaman_baik_tidak_bercela(cetakan: dict[str, Path]) -> None:
    pdf = cetakan["baik"]
    assert (overlaps(pdf), find_bad_text(pdf), clipped(pdf)) == ([], [], [])
    assert missing(cetakan["baik"].with_name("baik.xlsx"), pdf) == {}


def test_halaman_memuat_teks_dan_ukuran_kertas(cetakan: dict[str, Path]) -> None:
    (f4,) = pages(cetakan["baik"])
    assert (f4.lebar, f4.tinggi) == (612, 936)
    assert UCAPAN in f4.teks
    assert "29.432.849.010" in f4.teks
    pertama, kedua = pages(cetakan["galat"])
    assert (round(pertama.lebar), round(pertama.tinggi)) == (595, 842)
    assert kedua.teks == "Halaman kedua"


def test_baris_terlalu_rendah_menindih_baris_berikutnya(cetakan: dict[str, Path]) -> None:
    assert Cela(1, "masyarakat / Persentase") in overlaps(cetakan["rendah"])


def test_baris_terlalu_rendah_di_atas_baris_kosong_terpotong(cetakan: dict[str, Path]) -> None:
    pdf = cetakan["rendah_sendiri"]
    terpotong = {cela.kata for cela in clipped(pdf)}
    assert overlaps(pdf) == []
    assert {"waktu", "pada", "tahun", "berjalan"} <= terpotong
    assert terpotong.isdisjoint({"Persentase", "tindak", "Sasaran", "(1)", "Pagu", "29.432.849.010"})


def test_kolom_terlalu_sempit_menjadi_pagar(cetakan: dict[str, Path]) -> None:
    assert find_bad_text(cetakan["sempit"]) == [Cela(1, "###")]


def test_teks_yang_melewati_kolom_sempit_hilang(cetakan: dict[str, Path]) -> None:
    pdf = cetakan["sempit"]
    hilang = missing(pdf.with_name("sempit.xlsx"), pdf)
    assert {"panjang": [("Cetak", "B4")], "sekali": [("Cetak", "B4")]}.items() <= hilang.items()


def test_nilai_galat_pada_halaman_ditemukan(cetakan: dict[str, Path]) -> None:
    assert find_bad_text(cetakan["galat"]) == [Cela(1, "#DIV/0!")]


def test_gambar_satu_per_halaman(cetakan: dict[str, Path], tmp_path: Path) -> None:
    gambar = to_png(cetakan["galat"], tmp_path, dpi=40)
    assert [berkas.read_bytes()[:4] for berkas in gambar] == [b"\x89PNG"] * 2
