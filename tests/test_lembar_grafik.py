"""Sheet Grafik: a bar an indikator in the colour of its kategori, whose word stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kinerja.perjanjian import jenis
from kinerja.perjanjian.cara import Cara
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from kinerja.workbook.layout import Matriks
from tests.alat.berkas import find_errors, read_cached, read_part
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.contoh import angka, make_perjanjian, make_program, write_perjanjian

PERINGKAT = ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"]  # Permendagri 54/2010
BAGAN = "xl/charts/chart1.xml"


def make(
    folder: Path, *setahun: float | None, kategori: str = "capaian_kategori", arah: str = "naik", nama: str = ""
) -> Path:
    """A workbook of indikator with a target of 100, and what each of them came to in the year."""
    semua = tuple(
        Indikator(nama or f"Hal {n}", jenis.NILAI, "dokumen", angka(100), arah=arah, metode=Metode.AKHIR)
        for n in range(1, len(setahun) + 1)
    )
    isi: dict[str, Matriks] = {
        f"isian_indikator_{n}_nilai": ((1, 1, 1, x),) for n, x in enumerate(setahun, 1) if x is not None
    }
    pk = replace(make_perjanjian(semua, make_program(1)), cara=Cara(kategori=kategori))
    return write_perjanjian(pk, folder / "buku.xlsx", isi=isi, responden=1)


def read_seri(path: Path) -> dict[str, dict[int, str]]:
    """By the name of each series what its cache holds."""
    hasil = {}
    for seri in re.findall(r"<c:ser>.*?</c:ser>", read_part(path, BAGAN)):
        nilai = re.search(r"<c:val>.*?</c:val>", seri)
        nama = re.search(r"<c:tx>.*?<c:v>(.*?)</c:v>", seri)
        assert nama
        assert nilai
        hasil[nama[1]] = {int(n): x for n, x in re.findall(r'idx="(\d+)"><c:v>([^<]*)', nilai[0])}
    return hasil


def read_tulisan(path: Path) -> list[str]:
    """What stands beside the bars."""
    kategori = re.search(r"<c:cat>.*?</c:cat>", read_part(path, BAGAN))
    assert kategori
    return re.findall(r"<c:v>([^<]*)", kategori[0])


def test_setiap_batang_berdiri_dalam_seri_kategorinya_dan_katanya_tertulis_di_sampingnya(tmp_path: Path) -> None:
    path = make(tmp_path, 250, 90, 70, 60, 30, None)

    assert read_seri(path) == {
        "Sangat Tinggi": {0: "250"}, "Tinggi": {1: "90"}, "Sedang": {2: "70"}, "Rendah": {3: "60"},
        "Sangat Rendah": {4: "30"}, "belum setahun": {},
    }  # fmt: skip
    assert read_tulisan(path) == [
        "Hal 1: Sangat Tinggi", "Hal 2: Tinggi", "Hal 3: Sedang", "Hal 4: Rendah", "Hal 5: Sangat Rendah", "Hal 6",
    ]  # fmt: skip
    assert list(read_seri(path)) == [*PERINGKAT, "belum setahun"]
    warna = re.findall(r"<c:spPr><a:solidFill><a:srgbClr val=\"(\w+)\"", read_part(path, BAGAN))
    assert len(set(warna)) == 6


def test_yang_terukur_tetapi_belum_setahun_berwarna_sendiri(tmp_path: Path) -> None:
    i = Indikator("Hal", jenis.NILAI, "dokumen", angka(100), metode=Metode.JUMLAH)
    isi: dict[str, Matriks] = {"isian_indikator_1_nilai": ((20, 15, None, None),)}
    path = write_perjanjian(make_perjanjian((i,), make_program(1)), tmp_path / "a.xlsx", isi=isi, responden=1)

    assert {kata: n for kata, n in read_seri(path).items() if n} == {"belum setahun": {0: "35"}}
    assert read_tulisan(path) == ["Hal: belum setahun"]


def test_capaian_nol_tidak_berbatang_tetapi_tetap_dikatakan(tmp_path: Path) -> None:
    nol = make(tmp_path, 0, None)

    assert not any(read_seri(nol).values())
    assert read_tulisan(nol) == ["Hal 1: Sangat Rendah (0%)", "Hal 2"]
    # (2 x 100 - 250) / 100 = -50 %
    assert read_tulisan(make(tmp_path, 250, arah="turun_selisih")) == ["Hal 1: Sangat Rendah (di bawah 0%)"]


def test_skala_tiga_warna_memberi_tiga_seri(tmp_path: Path) -> None:
    path = make(tmp_path, 95, 80, 20, kategori="capaian_kategori_warna")

    assert read_seri(path) == {"Hijau": {0: "95"}, "Kuning": {1: "80"}, "Merah": {2: "20"}, "belum setahun": {}}


def test_nama_panjang_dipotong_di_grafik_saja(tmp_path: Path) -> None:
    path = make(tmp_path, 100, nama="Persentase pelayanan masyarakat " * 4)

    (tulisan,) = read_tulisan(path)
    assert tulisan.startswith("Persentase pelayanan masyarakat Persentase")
    assert tulisan.endswith("…: Sangat Tinggi")
    assert len(tulisan) <= 80 + len(": Sangat Tinggi")


def test_garis_hanya_pada_kelipatan_100_persen_dan_nol_tanpa_angka(tmp_path: Path) -> None:
    isi = read_part(make(tmp_path, 40), BAGAN)

    (garis,) = re.findall(r"<c:majorGridlines>.*?</c:majorGridlines>", isi)
    assert 'prstDash val="dash"' in garis
    assert '<c:majorUnit val="100"/>' in isi
    assert '<c:min val="0"/>' in isi
    assert '<c:overlap val="100"/>' in isi
    label = '<c:dLbls><c:numFmt formatCode="#,##0.00;-#,##0.00;;" sourceLinked="0"/>'
    assert len(PERINGKAT) + 1 == isi.count(label)


def test_grafik_selebar_tabel_dan_terbaca_tanpa_dilihat(tmp_path: Path) -> None:
    lukisan = read_part(make(tmp_path, 40, 80), "xl/drawings/drawing1.xml")

    awal, akhir = (re.search(rf"<xdr:{x}><xdr:col>(\d+)</xdr:col><xdr:colOff>(\d+)<", lukisan) for x in ("from", "to"))
    assert awal
    assert akhir
    assert ("0", "0") == awal.groups()
    assert ("8", "0") == akhir.groups()  # 8 columns: it ends where the ninth begins
    (uraian,) = re.findall(r'descr="([^"]*)"', lukisan)
    assert all(kata in uraian for kata in (*PERINGKAT, "belum setahun", "garis putus-putus pada 100%"))


def test_data_grafik_tidak_ikut_tercetak(tmp_path: Path) -> None:
    lembar = openpyxl.load_workbook(make(tmp_path, 40, 80))["Grafik"]

    (data,) = (sel.row for sel in lembar["A"] if sel.value == "Data grafik")
    assert re.fullmatch(r"'Grafik'!\$A\$1:\$H\$\d+", lembar.print_area)
    assert int(lembar.print_area.rpartition("$")[2]) < data
    assert all(sel.protection.locked for baris in lembar.iter_rows(min_row=data) for sel in baris)


@pytest.mark.parametrize("setahun", [(None, None, None), (250, 0, None), (55, 30, 0)])
def test_setiap_mesin_menghitung_data_grafik_sama_dan_tanpa_galat(
    setahun: tuple[float | None, ...], tmp_path: Path
) -> None:
    path = make(tmp_path, *setahun)

    assert {} == find_errors(read_cached(path))
    mesin = {"ironcalc": recalc_ironcalc(path), "formulon": recalc_formulon(path)}
    assert [] == compare(path, **mesin, libreoffice=recalc_libreoffice([path])[path])
