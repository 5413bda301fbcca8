"""What openpyxl would lose of a form is told; of a form that it keeps whole nothing is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.errors import DataError
from kinerja.formulir.baca import read_formulir
from kinerja.formulir.hilang import Hilang, check_hilang, list_hilang
from kinerja.formulir.isi import fill_formulir
from tests.alat.formulir_kaya import GAYA, LEMBAR, MS, add_sheet, draw_png, patch, write_form
from tests.alat.libreoffice import convert
from tests.contoh import MEDAN_BARU
from tests.hilang_kasus import KASUS, put_grafik, put_sparkline


@pytest.mark.parametrize(("make", "harap"), KASUS.values(), ids=KASUS)
def test_yang_hilang_disebut_dengan_lembar_sel_dan_banyaknya(make: Callable[[], bytes], harap: Hilang) -> None:
    assert list_hilang(make(), "a.xlsx") == (harap,)


def test_dua_macam_di_satu_gambar_disebut_keduanya() -> None:
    def put(buku: Any, lembar: Any) -> None:
        put_grafik(buku, lembar)
        lembar.insert_textbox("D4", "x")
        lembar.insert_textbox("H9", "y")
        put_sparkline(buku, lembar)

    assert [str(x) for x in list_hilang(write_form(put), "a.xlsx")] == [
        "Isi!D4: bentuk dan kotak teks (2)",
        "Isi!F2: grafik mini (sparkline) (2)",
    ]


def _put_polos(buku: Any, lembar: Any) -> None:
    """All that an ordinary form has."""
    tebal = buku.add_format({"bold": True, "border": 1, "bg_color": "#DDDDDD", "text_wrap": True, "rotation": 45})
    lepas = buku.add_format({"locked": False, "num_format": '"Rp"#,##0;[Red]-#,##0'})
    lembar.merge_range("A12:C13", "gabung", tebal)
    lembar.write_rich_string("A9", "biasa ", tebal, "tebal", " lagi")
    lembar.write_blank("B7", None, lepas)
    lembar.write_comment("A1", "catatan", {"x_scale": 2})
    lembar.write_url("A5", "https://contoh.go.id", string="situs")
    lembar.write_url("A6", "internal:Isi!B2", string="dalam")
    lembar.data_validation("B7", {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 4})
    lembar.data_validation("B8", {"validate": "list", "source": "=Lain!$A$1:$A$3", "input_title": "Pilih"})
    lembar.conditional_format("B2:B3", {"type": "cell", "criteria": ">", "value": 3, "format": tebal})
    lembar.conditional_format("B2:B3", {"type": "3_color_scale"})
    lembar.add_table(
        "G10:H13", {"columns": [{"header": "a"}, {"header": "b", "total_function": "sum"}], "total_row": True}
    )
    lembar.insert_image("J4", "a.png", {"image_data": draw_png(), "description": "Lambang"})
    put_grafik(buku, lembar, name="Target", fill={"color": "red"})
    lembar.write_array_formula("I1:I2", "{=B2:B3*2}")
    lembar.set_row(4, None, None, {"level": 1, "hidden": True})
    lembar.set_column("C:E", 12, None, {"level": 1})
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    lembar.print_area("A1:J20")
    lembar.repeat_rows(0, 1)
    lembar.set_header("&LKiri&C&P")
    lembar.set_h_pagebreaks([20])
    lembar.freeze_panes(1, 1)
    lembar.autofilter("A1:B3")
    lembar.ignore_errors({"number_stored_as_text": "A1:A9"})
    lembar.protect("a", {"format_cells": True})
    buku.add_worksheet("Lain").write_column("A1", ["a", "b", "c"])
    buku.add_worksheet("Sembunyi").hide()
    buku.define_name("isian_x", "=Isi!$B$7")
    buku.define_name("Isi!lokal", "=Isi!$B$6")
    buku.set_properties({"title": "Judul", "company": "Dinas"})


def test_formulir_biasa_dari_xlsxwriter_dan_openpyxl_tidak_dikeluhkan() -> None:
    polos = write_form(_put_polos)
    lagi = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(polos), rich_text=True).save(lagi)

    assert list_hilang(polos, "a.xlsx") == list_hilang(lagi.getvalue(), "a.xlsx") == ()


def test_formulir_biasa_dari_libreoffice_tidak_dikeluhkan(tmp_path: Path) -> None:
    def put(buku: Any, lembar: Any) -> None:
        lembar.write("A4", "")
        lembar.merge_range("A12:C13", "gabung", buku.add_format({"border": 1}))
        lembar.data_validation("B8", {"validate": "list", "source": ["a", "b"]})
        lembar.set_column("C:E", 12, None, {"level": 1})
        lembar.autofilter("A1:B3")
        lembar.write_comment("A1", "catatan")
        lembar.print_area("A1:J20")
        lembar.insert_image("J4", "a.png", {"image_data": draw_png()})

    asal = tmp_path / "a.xlsx"
    asal.write_bytes(write_form(put))
    with convert([asal], "xlsx:Calc MS Excel 2007 XML", "xlsx", "id-ID") as hasil:
        assert list_hilang(hasil[asal].read_bytes(), "a.xlsx") == ()


def test_yang_ditulis_excel_tanpa_arti_bagi_kantor_tidak_dikeluhkan() -> None:
    """What every file of Excel carries: ids of revisions, the path it was saved at, styles of slicers, printers."""
    xr = f'xmlns:xr="{MS}/spreadsheetml/2014/revision"'
    isi = add_sheet(
        '<pageSetup paperSize="9" r:id="rId1"/><extLst><ext uri="{0}">'
        f'<a:ignoredErrors xmlns:a="{MS}"/></ext></extLst>',
        ("rId1", "printerSettings", "../printerSettings/printerSettings1.bin"),
        bagian={"xl/printerSettings/printerSettings1.bin": b"a"},
    )
    isi = patch(
        isi,
        (LEMBAR, "xmlns:r=", f'{xr} xr:uid="{{00000000-0001-0000-0000-000000000000}}" '),
        ("xl/workbook.xml", "<bookViews>", f'<xr:revisionPtr {xr} revIDLastSave="0" documentId="8_{{1}}"/>'),
        ("xl/workbook.xml", "</workbook>", f'<extLst><ext uri="{{1}}"><a:calcFeatures xmlns:a="{MS}"/></ext></extLst>'),
        (GAYA, "</styleSheet>", f'<extLst><ext uri="{{2}}"><a:slicerStyles xmlns:a="{MS}"/></ext></extLst>'),
        ("xl/sharedStrings.xml", "</si>", '<phoneticPr fontId="1"/>'),
    )

    assert list_hilang(isi, "a.xlsx") == ()


def test_sel_berteks_kosong_bukan_kehilangan() -> None:
    kosong = ("xl/sharedStrings.xml", "</sst>", "<si><t/></si>")
    sel = (
        LEMBAR,
        "</sheetData>",
        '<row r="9"><c r="B9" t="s"><v>1</v></c><c r="C9" t="inlineStr"><is><t/></is></c></row>',
    )

    assert list_hilang(patch(write_form(), kosong, sel), "a.xlsx") == ()


def test_tanpa_izin_ditolak_dengan_daftar_dan_saran() -> None:
    isi = write_form(put_sparkline)

    with pytest.raises(DataError) as galat:
        check_hilang(isi, "formulir.xlsx", boleh=False)

    assert str(galat.value) == (
        "formulir.xlsx: Sebagian isi formulir akan hilang."
        " Pindahkan ke berkas lain, atau tambahkan --tanpa-yang-hilang.\n  Isi!F2: grafik mini (sparkline) (2)"
    )
    assert check_hilang(isi, "formulir.xlsx", boleh=True) == (Hilang("grafik mini (sparkline)", "Isi", "F2", 2),)
    assert check_hilang(write_form(), "formulir.xlsx", boleh=False) == ()


def test_gambar_yang_kehilangan_tautannya_tidak_menunjuk_ke_mana_pun() -> None:
    """A reference without its relationship makes Excel offer a repair."""
    formulir = read_formulir(KASUS["tautan gambar"][0](), "a.xlsx")

    with zipfile.ZipFile(io.BytesIO(fill_formulir(formulir, MEDAN_BARU).isi)) as arsip:
        assert b"hlinkClick" not in arsip.read("xl/drawings/drawing1.xml")
        assert b"pic" in arsip.read("xl/drawings/drawing1.xml")


def test_yang_tidak_terbaca_openpyxl_ditolak_satu_kalimat() -> None:
    with pytest.raises(DataError, match=r"^a\.xlsx: Formulir ini tidak dapat dibuka\. Buka dengan Excel"):
        list_hilang(patch(write_form(), (LEMBAR, "</sheetData>", '<row r="9"><c r="B9" s="999"/></row>')), "a.xlsx")
