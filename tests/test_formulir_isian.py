"""What a filled form asks for, and what moves along with its rows."""

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink

from kinerja.perjanjian.model import Program
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
