"""What a filled form asks for, and what moves along with its rows."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from html import escape as escape_html
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.hyperlink import Hyperlink

from kinerja.formulir import mesin
from kinerja.formulir.baca import read_formulir
from kinerja.formulir.rangka import check_rumus
from kinerja.formulir.susun import LARIK
from kinerja.perjanjian.model import Program
from tests.alat.formulir_kaya import patch
from tests.formulir_isi import fill, make_form, perjanjian, read, save, with_program


def test_grafik_dan_tautan_mengikuti_barisnya() -> None:
    wb = Workbook()
    ws: Any = wb.active
    for alamat, nilai in {"A2": "{{program.nama}}", "B2": "{{program.anggaran}}", "A4": "Jumlah", "B4": 7}.items():
        ws[alamat] = nilai
    batang = BarChart()
    batang.add_data(Reference(ws, min_col=2, min_row=2, max_row=2))
    batang.set_categories(Reference(ws, min_col=1, min_row=2, max_row=2))
    ws.add_chart(batang, "D6")
    ws["A1"].hyperlink = Hyperlink(ref="A1", location="Sheet!B4")
    banyak = len(perjanjian().program)
    hasil = load_workbook(io.BytesIO(fill(save(wb)).isi))["Sheet"]
    (grafik,) = hasil._charts  # type: ignore[attr-defined]

    assert grafik.series[0].val.numRef.f == f"'Sheet'!$B$2:$B${1 + banyak}"
    assert grafik.series[0].cat.numRef.f == f"'Sheet'!$A$2:$A${1 + banyak}"
    assert grafik.anchor._from.row == 5 + banyak - 1
    assert hasil["A1"].hyperlink.location == f"Sheet!B{3 + banyak}"


def test_isian_kegiatan_bukan_rupiah_dan_isian_bernama_utuh_sama() -> None:
    isi = {
        "A1": "{{kegiatan.uraian}}",
        "B1": "{{isian_realisasi}}",
        "A3": "{{program.nama}}",
        "B3": "{{isian_program_dpa}}",
    }
    wb = load_workbook(io.BytesIO(fill(make_form(isi)).isi))
    banyak = sum(len(d.kegiatan) for d in perjanjian().daftar)
    aturan = {str(dv.sqref): dv.prompt for dv in wb["Form"].data_validations.dataValidation}

    assert wb.defined_names["isian_program_dpa"].value == f"Form!$B${banyak + 2}:$B${banyak + 7}"
    assert aturan[f"B1:B{banyak}"] == "Ketik angka saja."
    assert aturan[f"B{banyak + 2}:B{banyak + 7}"] == "Ketik angka rupiah saja, tanpa Rp dan titik."


def test_rentang_kantor_tidak_membuka_yang_terisi() -> None:
    wb = Workbook()
    ws: Any = wb.active
    ws["A1"], ws["A2"] = "{{tahun}}", "=A1"
    wb.defined_names["isian_kotak"] = DefinedName("isian_kotak", attr_text="Sheet!$A$1:$A$3")
    hasil = load_workbook(io.BytesIO(fill(save(wb)).isi))["Sheet"]

    assert [hasil[f"A{n}"].protection.locked for n in (1, 2, 3)] == [True, True, False]


def test_nama_di_kaki_halaman_terisi() -> None:
    wb = Workbook()
    ws: Any = wb.active
    ws["A1"] = "{{tahun}}"
    ws.oddFooter.left.text = "Kecamatan {{kecamatan.nama}}, {{program.1.kode}}"

    hasil: Any = load_workbook(io.BytesIO(fill(save(wb)).isi))["Sheet"]

    assert hasil.oddFooter.left.text == "Kecamatan Medan Baru, 7.01.01"


def test_yang_ditanyakan_tabel_tidak_ditanyakan_lagi_di_tempat_lain() -> None:
    pk = with_program(Program("7.01.01", "Satu", None), Program("7.01.02", "Dua", Decimal("1500000.50")))
    isi = {"A1": "Pagu {{program.1.anggaran}} dan {{program.2.anggaran}}", "A2": "{{program.1.anggaran}}",
           "A3": "{{anggaran.jumlah}}", "A5": "{{program.nama}}", "B5": "{{program.anggaran}}"}  # fmt: skip
    buku = fill(make_form(isi), pk)
    wb = load_workbook(io.BytesIO(buku.isi))
    ws = wb["Form"]

    assert [n for n in wb.defined_names if n.startswith("isian_")] == ["isian_program_perjanjian"]
    assert ws["A2"].value == '=IF(Form!$B$5="","",Form!$B$5)'
    assert ws["A3"].value == '=IF(COUNT(Form!$B$5:$B$6)=2,SUM(Form!$B$5:$B$6),"")'
    assert read(buku, nilai=True)["A1"].value == "Pagu  dan Rp1.500.000,50"
    isi_lama = {"isian_program_perjanjian": ((99000000,), (None,))}
    terisi = read(fill(make_form(isi), pk, isi=isi_lama), nilai=True)
    assert [terisi[x].value for x in ("A1", "A2", "A3")] == [
        "Pagu Rp99.000.000 dan Rp1.500.000,50", 99000000, 100500000.5
    ]  # fmt: skip


def test_target_tampil_dengan_angka_yang_disepakati() -> None:
    ws = read(fill(make_form({"A1": "{{indikator.1.target}}", "B1": "{{indikator.1.target}}"}, rupa={"B1": "0.0"})))

    assert (ws["A1"].number_format, ws["B1"].number_format) == ("0.00", "0.0")


def test_tanda_baca_tanpa_isi_tidak_dicetak() -> None:
    pk = replace(perjanjian(), tempat=None, tanggal=None)
    ws = read(fill(make_form({"A1": "{{tempat}}, {{tanggal}}"}), pk))

    assert (ws["A1"].value, ws["A1"].protection.locked) == (None, False)


def test_kepala_halaman_tetap_seperti_di_formulir() -> None:
    wb = Workbook()
    ws: Any = wb.active
    ws["A1"] = "{{tahun}}"
    ws.oddHeader.left.text = "X"
    teks = "&C&14PEMERINTAH KOTA&10\nKECAMATAN {{kecamatan.nama_kapital}}&R&KFF0000{{kecamatan.kode}} & Co"
    form = patch(save(wb), ("xl/worksheets/sheet1.xml", "</oddHeader>", escape_html(teks)))
    pk = replace(perjanjian(), kecamatan=replace(perjanjian().kecamatan, nama="A&D"))

    jadi = "&LX&C&14PEMERINTAH KOTA&10\nKECAMATAN A&&D&R&KFF000012.71.17 & Co"
    with zipfile.ZipFile(io.BytesIO(fill(form, pk).isi)) as arsip:
        assert f"<oddHeader>{escape_html(jadi)}</oddHeader>" in arsip.read("xl/worksheets/sheet1.xml").decode()


def test_rumus_yang_tidak_dapat_bergeser_ditolak() -> None:
    def check(isi: dict[str, Any], *lain: str) -> list[str]:
        wb = Workbook()
        ws: Any = wb.active
        for nama in lain:
            wb.create_sheet(nama)
        for alamat, nilai in isi.items():
            ws[alamat] = nilai
        return [galat.pesan for galat in check_rumus(read_formulir(save(wb), "f.xlsx"))]

    daftar = {"A3": "{{program.nama}}", "B3": "{{program.anggaran}}"}
    assert check(daftar | {"C3": ArrayFormula("C3:D3", "=B3:C3*2")}) == [LARIK]
    assert check(daftar | {"C3": ArrayFormula("C3", "=B3*2")}) == []
    assert "beberapa lembar" in check(daftar | {"C9": "=SUM('TW I:TW II'!D8)"}, "TW I", "TW II")[0]
    assert check(daftar | {"C9": "=SUM(tabel[TW4])+SUM(B3:B1048576)"}) == []


def test_lembar_yang_hanya_beda_tanda_punya_isian_sendiri_sendiri() -> None:
    wb = Workbook()
    satu: Any = wb.active
    satu.title = "TW 1"
    dua = wb.create_sheet("TW.1")
    satu["A1"] = "{{tahun}}"
    for ws in (satu, dua):
        ws["C5"].protection = Protection(locked=False)
    nama = load_workbook(io.BytesIO(fill(save(wb)).isi)).defined_names

    assert nama["isian_tw_1_c5"].value == "'TW 1'!$C$5"
    assert nama["isian_tw_1_c5_2x"].value == "'TW.1'!$C$5"


@pytest.mark.parametrize(
    "rumus",
    [
        '=SUMIF(A1:A2,"1",B1:B2)',
        "=SUM(A1>0,B1>0)",
        "=COUNTIF(A1:A2,C9)",
        "=AND(C9,A1>0)",
        '=SUM(IF(C9="",1,2))',
        "=1/C9",
    ],
)
def test_yang_dibaca_lain_oleh_program_tidak_disimpan_nilainya(rumus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mesin, "is_terpasang", lambda: False)
    buku = fill(
        make_form({"A1": "{{tahun}}", "B1": 5, "A2": 7, "B2": 9, "D1": rumus, "D2": "=IF(ISNUMBER(B1/C9),1,2)"})
    )

    assert (read(buku, nilai=True)["D1"].value, read(buku, nilai=True)["D2"].value) == (None, 2)
