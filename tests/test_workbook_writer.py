"""The writer: what a plan says is what every program reads, and nothing else leaves."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kinerja.errors import BerkasError, DataError
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Aturan, Blok, Buku, Gambar, Grafik, Lembar, Nilai, Sel, Seri
from kinerja.workbook.teks import check_text
from kinerja.workbook.writer import render_workbook
from tests.alat.berkas import read_part
from tests.alat.libreoffice import convert
from tests.alat.lint import lint
from tests.alat.mesin import compare, recalc_ironcalc, recalc_libreoffice
from tests.alat.validator import validate
from tests.buku_lengkap import BUKU, GAYA, PETUNJUK, PNG, SALT, SKM, read_openpyxl, sebuah_buku

RUPA_RUMUS = [
    "=1+1", "{=1}", "+62811", "-1", "@SUM(A1)", "http://x.id", "mailto:a@b.id", "internal:A1", "file:///etc/passwd",
    "<r>a</r>", "<r><t>b</t></r>", "_x0041_", "&amp;", "'apostrof", " spasi di ujung ", "baris\nbaru", "1.250", "TRUE",
    "#N/A", "0012345", "😀",
]  # fmt: skip


def read_calamine(isi: bytes, lembar: str) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_name(lembar).to_python(skip_empty_area=False)


@pytest.fixture(scope="module")
def kepingan(tmp_path_factory: pytest.TempPathFactory, lengkap: bytes) -> Path:
    path = tmp_path_factory.mktemp("buku") / "lengkap.xlsx"
    path.write_bytes(lengkap)
    return path


# The file as a whole


def test_lint_dan_validator_tidak_menemukan_apa_pun_pada_rencana_lengkap(tmp_path: Path, kepingan: Path) -> None:
    tanpa_sandi = tmp_path / "tanpa.xlsx"
    write_workbook(BUKU, tanpa_sandi)

    for path, temuan in validate([kepingan, tanpa_sandi], "Office2010").items():
        assert temuan == []
        assert lint(path) == []


def test_rencana_dan_kunci_yang_sama_menghasilkan_bita_yang_sama(lengkap: bytes) -> None:
    assert render_workbook(BUKU, Kunci.from_sandi("sandi", SALT)) == lengkap


def test_nilai_tersimpan_sama_dengan_hitungan_ironcalc_dan_libreoffice(kepingan: Path) -> None:
    beda = compare(kepingan, ironcalc=recalc_ironcalc(kepingan), lo=recalc_libreoffice([kepingan])[kepingan])

    assert beda == []


def test_berkas_lama_tetap_bila_rencana_baru_tidak_dapat_ditulis(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(sebuah_buku(Sel(0, 0, "lama", "n")), path)
    lama = path.read_bytes()

    with pytest.raises(DataError):
        write_workbook(sebuah_buku(Sel(0, 0, "a\x00", "n")), path)

    assert path.read_bytes() == lama
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


def test_folder_yang_tidak_ada_disebut_dengan_namanya(tmp_path: Path) -> None:
    with pytest.raises(BerkasError, match="tidak ada"):
        write_workbook(BUKU, tmp_path / "tidak-ada" / "a.xlsx")


# Text and numbers


@pytest.mark.parametrize("teks", RUPA_RUMUS)
def test_teks_tetap_teks_apa_pun_awalnya(teks: str) -> None:
    isi = render_workbook(sebuah_buku(Sel(0, 0, teks, "n")))

    sel = read_openpyxl(isi)["A"]["A1"]
    assert (sel.value, sel.data_type, sel.hyperlink) == (teks, "s", None)
    assert read_calamine(isi, "A") == [[teks]]


def test_teks_utuh_setelah_disimpan_ulang_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "teks.xlsx"
    write_workbook(sebuah_buku(*(Sel(b, 0, teks, "n") for b, teks in enumerate(RUPA_RUMUS))), path)

    with convert([path], "xlsx:Calc MS Excel 2007 XML", "xlsx", "id-ID") as hasil:
        kolom = [sel.value for (sel,) in openpyxl.load_workbook(hasil[path])["A"].iter_rows()]

    assert kolom == RUPA_RUMUS


@given(st.text(max_size=60))
def test_teks_yang_diterima_terbaca_kembali_sama(teks: str) -> None:
    try:
        check_text(teks)
    except DataError:
        with pytest.raises(DataError, match="lembar A, sel A1"):
            render_workbook(sebuah_buku(Sel(0, 0, teks, "n")))
        return
    isi = render_workbook(sebuah_buku(Sel(0, 0, teks, "n")))

    assert (read_openpyxl(isi)["A"]["A1"].value or "") == teks


@given(st.floats(-9.9e307, 9.9e307) | st.integers(-(10**15), 10**15))
def test_angka_terbaca_kembali_sama(angka: float) -> None:
    isi = render_workbook(sebuah_buku(Sel(0, 0, angka, "n"), Sel(1, 0, angka, "n", rumus="A1")))

    lembar = read_openpyxl(isi, data_only=True)["A"]
    assert [lembar["A1"].value, lembar["A2"].value] == [angka, angka]


@pytest.mark.parametrize("nilai", [float("nan"), float("inf"), 1e308, 10**15 + 1, True, "a\tb", "a\rb", "x" * 32_768])
def test_nilai_yang_akan_rusak_ditolak_dengan_tempatnya(nilai: Nilai) -> None:
    with pytest.raises(DataError, match=r"^lembar A, sel C3: "):
        render_workbook(sebuah_buku(Sel(2, 2, nilai, "n")))


def test_teks_terpanjang_disimpan_utuh() -> None:
    teks = "x" * 32_767

    assert read_openpyxl(render_workbook(sebuah_buku(Sel(0, 0, teks, "n"))))["A"]["A1"].value == teks


# Formulas


def test_rumus_berhasil_teks_kosong_terbaca_sebagai_teks_kosong_di_semua_pembaca(kepingan: Path) -> None:
    isi = kepingan.read_bytes()

    assert '<c r="E7" s="' in read_part(isi, "xl/worksheets/sheet3.xml")
    assert re.search(r'<c r="E7" s="\d+" t="str"><f>[^<]+</f><v></v></c>', read_part(isi, "xl/worksheets/sheet3.xml"))
    assert read_calamine(isi, "SKM")[6][4] == ""
    assert read_openpyxl(isi, data_only=True)["SKM"]["E7"].value is None


@pytest.mark.parametrize("rumus", ["", "=A1", "{=A1}", "1+" * 5000 + "1"])
def test_rumus_yang_tidak_sah_ditolak(rumus: str) -> None:
    with pytest.raises(DataError, match=r"^lembar A, sel A1: Rumus"):
        render_workbook(sebuah_buku(Sel(0, 0, 1, "n", rumus=rumus)))


def test_rumus_tanpa_nilai_ditolak() -> None:
    with pytest.raises(DataError, match="Rumus tanpa nilai"):
        render_workbook(sebuah_buku(Sel(0, 0, None, "n", rumus="A2")))


def test_rumus_ditulis_persis_seperti_dalam_rencana() -> None:
    rumus = 'IF(AND(A2<>"",A3>=0.5),"<&>"&A2,SUM(A2:A3))'

    isi = render_workbook(sebuah_buku(Sel(0, 0, "", "n", rumus=rumus)))

    assert read_openpyxl(isi)["A"]["A1"].value == f"={rumus}"


# Places


def test_dua_isi_di_tempat_yang_sama_ditolak() -> None:
    with pytest.raises(DataError, match=r"^lembar A, sel B1: Dua isi"):
        render_workbook(sebuah_buku(Sel(0, 0, "a", "n", lebar=2), Sel(0, 1, "b", "n")))


def test_blok_di_atas_sel_ditolak() -> None:
    blok = Blok("isian_a", 0, 0, 2, 2, "n", Aturan("bulat", "", "", 0, 1))

    with pytest.raises(DataError, match=r"^lembar A, blok isian_a: Dua isi"):
        render_workbook(sebuah_buku(Sel(1, 1, "a", "n"), blok=(blok,)))


@pytest.mark.parametrize(
    "buku",
    [
        sebuah_buku(Sel(1_048_576, 0, "a", "n")),
        sebuah_buku(Sel(0, 16_384, "a", "n", rumus="1")),
        sebuah_buku(Sel(0, 16_383, "a", "n", lebar=2)),
        sebuah_buku(blok=(Blok("isian_a", 1_048_575, 0, 2, 1, "n", Aturan("bulat", "", "", 0, 1)),)),
        sebuah_buku(Sel(0, 0, "a", "tidak_ada")),
        sebuah_buku(Sel(0, 0, "a", "n", tautan="B!A1")),
        sebuah_buku(tinggi=((0, 410.0),)),
        replace(sebuah_buku(), kaki="x" * 250),
        sebuah_buku(grafik=(Grafik(0, 0, "=A1", (Seri("a", "A!A1", "A!B1", "#000000"),)),)),
        sebuah_buku(grafik=(Grafik(0, 0, "a", (Seri("a", "B!A1", "A!B1", "#000000"),)),)),
        sebuah_buku(grafik=(Grafik(0, 0, "a", ()),)),
        sebuah_buku(gambar=(Gambar(0, 0, b"bukan gambar" * 9, 10, 10),)),
        sebuah_buku(gambar=(Gambar(0, 0, PNG[:20], 10, 10),)),
        sebuah_buku(gambar=(Gambar(0, 0, b"GIF89a" + PNG, 10, 10),)),
        sebuah_buku(tersembunyi=True),
        replace(sebuah_buku(), lembar=(Lembar("A/B", ()),)),
        replace(sebuah_buku(), lembar=(Lembar("x" * 32, ()),)),
        replace(sebuah_buku(), lembar=(Lembar("", ()),)),
        replace(sebuah_buku(), lembar=(Lembar("History", ()),)),
        replace(sebuah_buku(), lembar=(Lembar("A", ()), Lembar("a", ()))),
        replace(sebuah_buku(), sifat=(("a", "x" * 256),)),
        replace(sebuah_buku(), judul="a\x01"),
    ],
)
def test_rencana_yang_tidak_dapat_menjadi_buku_kerja_ditolak(buku: Buku) -> None:
    with pytest.raises(DataError):
        render_workbook(buku)


def test_nama_lembar_31_huruf_diterima() -> None:
    isi = render_workbook(replace(sebuah_buku(), lembar=(Lembar("x" * 31, ()),)))

    assert read_openpyxl(isi).sheetnames == ["x" * 31]


@pytest.mark.parametrize("nilai", [((1,), (2,), (3,)), ((1,), (2, 3))])
def test_blok_yang_nilainya_lebih_banyak_daripada_selnya_tidak_dapat_dibuat(nilai: tuple[tuple[int, ...], ...]) -> None:
    with pytest.raises(ValueError, match="isian_a lebih banyak"):
        Blok("isian_a", 0, 0, 2, 1, "n", Aturan("bulat", "", "", 0, 1), nilai)


def test_rencana_lengkap_memakai_semua_jenis_dan_gaya() -> None:
    dipakai = {sel.gaya for lembar in BUKU.lembar for sel in lembar.sel}
    dipakai |= {nama for blok in SKM.blok for nama in (blok.gaya, blok.gaya_terkunci) if nama}
    dipakai |= {aturan.gaya for aturan in PETUNJUK.bersyarat}

    assert dipakai == set(GAYA)
    assert {blok.aturan.jenis for blok in SKM.blok} == {"bulat", "desimal", "teks", "pilihan"}
