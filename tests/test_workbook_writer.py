"""The writer: what a plan says is what every program reads, and nothing else leaves."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kinerja.errors import BerkasError, DataError
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Aturan, Blok, Buku, Gambar, Gaya, Grafik, Lembar, Nilai, Sel, Seri
from kinerja.workbook.teks import check_text
from kinerja.workbook.writer import render_workbook, write_workbook
from tests.alat.libreoffice import convert
from tests.alat.lint import lint
from tests.alat.mesin import compare, recalc_ironcalc, recalc_libreoffice
from tests.alat.validator import validate
from tests.buku_lengkap import BUKU, GAYA, PETUNJUK, PNG, SKM

SALT = bytes(range(16))
RUPA_RUMUS = [
    "=1+1", "{=1}", "+62811", "-1", "@SUM(A1)", "http://x.id", "mailto:a@b.id", "internal:A1", "file:///etc/passwd",
    "<r>a</r>", "<r><t>b</t></r>", "_x0041_", "&amp;", "'apostrof", " spasi di ujung ", "baris\nbaru", "1.250", "TRUE",
    "#N/A", "0012345", "😀",
]  # fmt: skip


def sebuah_buku(*sel: Sel, **lain: Any) -> Buku:
    """A plan of one sheet, A, with a style "n"."""
    return Buku("Uji", (Lembar("A", (20,), sel, **lain),), {"n": Gaya()}, (), (2024, 1, 31))


def read_openpyxl(isi: bytes, **opsi: bool) -> Any:
    return openpyxl.load_workbook(io.BytesIO(isi), **opsi)


def read_calamine(isi: bytes, lembar: str) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_name(lembar).to_python(skip_empty_area=False)


def read_part(isi: bytes, bagian: str) -> str:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return arsip.read(bagian).decode()


@pytest.fixture(scope="module")
def lengkap() -> bytes:
    return render_workbook(BUKU, Kunci.from_sandi("sandi", SALT))


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


# Locks


def test_hanya_isian_yang_tidak_dikunci_penerbit_yang_terbuka(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    terbuka = {
        (lembar.title, sel.coordinate)
        for lembar in buku
        for baris in lembar.iter_rows()
        for sel in baris
        if not isinstance(sel, openpyxl.cell.cell.MergedCell) and not sel.protection.locked
    }

    jawaban = {f"{k}{b}" for k in "BCD" for b in range(4, 9)} - {"B4", "C4"}
    assert terbuka == {("SKM", alamat) for alamat in jawaban | {"B10", "B11", "B13", "B14"}}


def test_setiap_lembar_terlindung_dengan_satu_kunci_dan_struktur_terkunci(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    kunci = {(p.algorithmName, p.hashValue, p.saltValue, p.spinCount) for p in (lembar.protection for lembar in buku)}

    assert len(kunci) == 1
    assert next(iter(kunci))[0::3] == ("SHA-512", 100_000)
    assert [
        (p.sheet, p.formatColumns, p.formatRows, p.selectLockedCells, p.insertRows)
        for p in (lembar.protection for lembar in buku)
    ] == [(True, False, False, False, True)] * 3
    assert (buku.security.lockStructure, buku.security.workbookHashValue) == (True, next(iter(kunci))[1])


def test_saringan_hanya_boleh_di_lembar_yang_punya_saringan(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    assert {lembar.title: not lembar.protection.autoFilter for lembar in buku} == {
        "Data Induk": False, "Petunjuk": False, "SKM": True,
    }  # fmt: skip


def test_tanpa_sandi_tetap_terlindung_tanpa_hash() -> None:
    buku = read_openpyxl(render_workbook(BUKU))

    assert [(lembar.protection.sheet, lembar.protection.hashValue) for lembar in buku] == [(True, None)] * 3
    assert (buku.security.lockStructure, buku.security.workbookHashValue) == (True, None)


# Inputs


def test_isian_tervalidasi_hanya_di_sel_terbuka_dengan_petunjuk_dan_kalimat_galat(lengkap: bytes) -> None:
    aturan = {
        frozenset(str(dv.sqref).split()): dv for dv in read_openpyxl(lengkap)["SKM"].data_validations.dataValidation
    }

    bulat = aturan[frozenset({"D4", "B5:D8"})]
    assert (bulat.type, bulat.formula1, bulat.formula2, bulat.allow_blank) == ("whole", "1", "4", True)
    assert (bulat.promptTitle, bulat.prompt) == ("Jawaban", "Ketik 1, 2, 3, atau 4.")
    assert (bulat.error, bulat.errorStyle) == ("Ketik bilangan bulat dari 1 sampai 4.", None)
    teks, desimal, pilihan = (aturan[frozenset({alamat})] for alamat in ("B10:B11", "B13", "B14"))
    assert (teks.type, teks.errorStyle) == ("textLength", "warning")
    assert (desimal.type, desimal.error) == ("decimal", "Ketik angka dari 0 sampai 0,5.")
    assert (pilihan.type, pilihan.formula1) == ("list", "'Data Induk'!$A$2:$A$3")


@pytest.mark.parametrize(
    "aturan",
    [
        Aturan("bulat", "x" * 33, "", 0, 1),
        Aturan("bulat", "", "x" * 256, 0, 1),
        Aturan("bulat", "", "", 2, 1),
        Aturan("bulat", "", "a\x00", 0, 1),
    ],
)
def test_aturan_yang_tidak_muat_ditolak(aturan: Aturan) -> None:
    with pytest.raises(DataError, match="blok isian_a"):
        render_workbook(sebuah_buku(blok=(Blok("isian_a", 0, 0, 1, 1, "n", aturan),)))


def test_blok_yang_seluruhnya_terkunci_tidak_divalidasi() -> None:
    blok = Blok("isian_a", 0, 0, 1, 1, "n", Aturan("bulat", "", "", 0, 1), ((1,),), frozenset({(0, 0)}))

    assert read_openpyxl(render_workbook(sebuah_buku(blok=(blok,))))["A"].data_validations.dataValidation == []


def test_nama_menunjuk_blok_dan_hasil(lengkap: bytes) -> None:
    nama = {n: d.attr_text for n, d in read_openpyxl(lengkap).defined_names.items()}

    assert nama == {
        "isian_skm_jawaban": "SKM!$B$4:$D$8", "isian_skm_catatan": "SKM!$B$10:$B$11", "isian_skm_bobot": "SKM!$B$13",
        "isian_skm_jenis": "SKM!$B$14", "hasil_skm_jumlah": "SKM!$E$4:$E$8", "Hasil_Status": "Petunjuk!$B$3",
    }  # fmt: skip


# Looks, print and extras


def test_lembar_tampak_pertama_terbuka_dengan_kursor_di_isian_pertama(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    assert buku.active.title == "Petunjuk"
    assert [lembar.sheet_state for lembar in buku] == ["hidden", "visible", "visible"]
    pilihan = {p.pane: p.activeCell for p in buku["SKM"].sheet_view.selection}
    assert (pilihan["bottomRight"], buku["SKM"].freeze_panes) == ("D4", "B4")


def test_sel_gabungan_berbingkai_lengkap(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    assert [str(r) for r in buku["Petunjuk"].merged_cells.ranges] == ["A1:C1", "B4:C5"]
    gaya = re.findall(r'<c r="[ABC]1" s="(\d+)"', read_part(lengkap, "xl/worksheets/sheet2.xml"))
    assert len(gaya) == 3
    assert len(set(gaya)) == 1


def test_tautan_menuju_lembar_tanpa_mengubah_isi_dan_gaya(lengkap: bytes) -> None:
    lembar = read_openpyxl(lengkap)["Petunjuk"]

    assert (lembar["B2"].value, lembar["B2"].hyperlink.location) == ("Buka SKM", "SKM!B4")
    assert (lembar["B3"].data_type, lembar["B3"].hyperlink.location) == ("f", "'Data Induk'!A1")
    assert (lembar["B2"].font.underline, lembar["B2"].font.color.rgb) == (None, "FF000000")


def test_cetakan_menurut_rencana(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)
    petunjuk, skm = buku["Petunjuk"], buku["SKM"]

    assert (petunjuk.page_setup.paperSize, petunjuk.page_setup.orientation) == (9, "portrait")
    assert (skm.page_setup.paperSize, skm.page_setup.orientation) == (14, "landscape")
    assert (petunjuk.page_setup.fitToWidth, petunjuk.page_setup.fitToHeight) == (None, 0)
    assert (skm.page_setup.fitToWidth, skm.page_setup.fitToHeight) == (None, None)
    assert (skm.print_area, skm.print_title_rows) == ("'SKM'!$A$1:$E$15", "$3:$3")
    assert min(petunjuk.page_margins.left, petunjuk.page_margins.right) * 25.4 >= 15
    assert petunjuk.print_options.horizontalCentered
    kaki = read_part(lengkap, "xl/worksheets/sheet2.xml")
    assert "2024 &amp;&amp; Kecamatan Medan Baru" in kaki
    assert "Halaman &amp;P dari &amp;N" in kaki


def test_ukuran_baris_dan_kolom_tersimpan(lengkap: bytes) -> None:
    lembar = read_openpyxl(lengkap)["Petunjuk"]

    assert (lembar.row_dimensions[1].height, lembar.row_dimensions[4].height) == (24.0, 40.5)
    # 30 characters and 5 pixels of padding, where a digit of Arial 11 is 8 pixels wide.
    assert lembar.column_dimensions["B"].width == 30.625


@pytest.mark.parametrize("nilai", [((1,), (2,), (3,)), ((1,), (2, 3))])
def test_blok_yang_nilainya_lebih_banyak_daripada_selnya_tidak_dapat_dibuat(nilai: tuple[tuple[int, ...], ...]) -> None:
    with pytest.raises(ValueError, match="isian_a lebih banyak"):
        Blok("isian_a", 0, 0, 2, 1, "n", Aturan("bulat", "", "", 0, 1), nilai)


def test_format_bersyarat_dan_warna_tab_tersimpan(lengkap: bytes) -> None:
    lembar = read_openpyxl(lengkap)["Petunjuk"]

    (aturan,) = next(iter(lembar.conditional_formatting)).rules
    assert (aturan.type, aturan.formula, aturan.dxf.font.color.rgb) == ("expression", ['B3="PERIKSA"'], "FF9C0006")
    assert lembar.sheet_properties.tabColor.rgb == "FF1F3864"


def test_grafik_membawa_nilai_rumus_dalam_simpanannya(lengkap: bytes) -> None:
    batang, kolom = (read_part(lengkap, f"xl/charts/chart{n}.xml") for n in (1, 2))

    simpanan = re.search(r"E\$8</c:f><c:numCache>(.*?)</c:numCache>", batang)
    assert simpanan is not None
    assert re.findall(r'idx="(\d)"><c:v>([^<]*)', simpanan[1]) == [("0", "9"), ("1", "7"), ("2", "3")]
    assert "<c:legend>" not in batang
    assert "<c:legend>" in kolom
    assert "majorGridlines" not in batang + kolom
    assert 'showVal val="1"' in batang


def test_gambar_masuk_kotaknya_tanpa_berubah_bentuk(lengkap: bytes) -> None:
    lukisan = read_part(lengkap, "xl/drawings/drawing1.xml")

    assert "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row>" in lukisan
    ukuran = re.search(r'<a:ext cx="(\d+)" cy="(\d+)"', lukisan)
    assert ukuran is not None
    # The box of 60 × 90 pixels takes a square of 60 pixels; a pixel is 9525 EMU.
    assert [int(n) / 9525 for n in ukuran.groups()] == [60, 60]


def test_sifat_dan_tanggal_dokumen_menurut_rencana(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    assert {p.name: p.value for p in buku.custom_doc_props.props} == {"templat": "contoh", "sidik": "0" * 64}
    assert (buku.properties.title, buku.properties.created) == ("Contoh & lengkap", datetime(2024, 1, 31))


def test_rencana_lengkap_memakai_semua_jenis_dan_gaya() -> None:
    dipakai = {sel.gaya for lembar in BUKU.lembar for sel in lembar.sel}
    dipakai |= {nama for blok in SKM.blok for nama in (blok.gaya, blok.gaya_terkunci) if nama}
    dipakai |= {aturan.gaya for aturan in PETUNJUK.bersyarat}

    assert dipakai == set(GAYA)
    assert {blok.aturan.jenis for blok in SKM.blok} == {"bulat", "desimal", "teks", "pilihan"}
