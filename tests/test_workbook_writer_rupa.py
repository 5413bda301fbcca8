"""How a written workbook looks: first sheet, merges, links, print, sizes, colours, charts, pictures."""

import re
from dataclasses import replace
from datetime import datetime
from xml.sax.saxutils import escape

import pytest

from kinerja.workbook.writer import render_workbook
from tests.alat.berkas import read_part
from tests.buku_lengkap import read_openpyxl, sebuah_buku


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
    assert "&amp;A, halaman &amp;P" in kaki


@pytest.mark.parametrize(
    ("kaki", "tertulis"),
    [
        ("Kecamatan Medan", '&L&"Arial,Regular"&9Kecamatan Medan&R&"Arial,Regular"&9&A, halaman &P'),
        ("2024 Medan", '&L&"Arial,Regular"&9 2024 Medan&R&"Arial,Regular"&9&A, halaman &P'),
    ],
)
def test_ukuran_huruf_kaki_tidak_menelan_angka_yang_mengikutinya(kaki: str, tertulis: str) -> None:
    isi = render_workbook(replace(sebuah_buku(), kaki=kaki))

    assert f"<oddFooter>{escape(tertulis)}</oddFooter>" in read_part(isi, "xl/worksheets/sheet1.xml")


def test_berkas_yang_hanya_dibuka_tidak_dihitung_ulang(lengkap: bytes) -> None:
    """Excel asks to save what it has computed anew: on request, or because an older engine computed it."""
    hitung = re.findall("<calcPr [^>]*>", read_part(lengkap, "xl/workbook.xml"))

    assert hitung == ['<calcPr calcId="191029"/>']


def test_ukuran_baris_dan_kolom_tersimpan(lengkap: bytes) -> None:
    lembar = read_openpyxl(lengkap)["Petunjuk"]

    assert (lembar.row_dimensions[1].height, lembar.row_dimensions[4].height) == (24.0, 40.5)
    # 30 characters and 5 pixels of padding, where a digit of Arial 11 is 8 pixels wide.
    assert lembar.column_dimensions["B"].width == 30.625


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


def test_label_grafik_menyebut_juga_yang_tidak_ditampilkannya(lengkap: bytes) -> None:
    """In the order of the schema (CT_DLbls)."""
    label = re.findall(r"<c:dLbls>(.*?)</c:dLbls>", read_part(lengkap, "xl/charts/chart2.xml"))

    assert len(label) == 2
    unsur = re.findall(r"<c:(\w+)(?: val=\"(\w+)\")?", label[0])
    assert unsur == [
        ("txPr", ""), ("dLblPos", "outEnd"), ("showLegendKey", "0"), ("showVal", "1"), ("showCatName", "0"),
        ("showSerName", "0"), ("showPercent", "0"), ("showBubbleSize", "0"),
    ]  # fmt: skip


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
