"""Filling a form: what becomes of a value in its cell, what may be typed, what stands in the cache."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from kinerja.errors import DataError
from kinerja.formulir import mesin
from kinerja.formulir.baca import read_formulir
from kinerja.formulir.isi import fill_formulir
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.model import Program
from kinerja.rumus.target import Target
from kinerja.workbook.kunci import Kunci
from tests.formulir_isi import fill, make_form, perjanjian, read, save, with_program


def test_angka_tetap_angka_dan_teks_tetap_teks() -> None:
    pk = with_program(Program("7.01.01", "=1+1", Decimal("1250000.50")), Program("7.01.02", "#N/A", Decimal(7)))
    ws = read(fill(make_form({"A1": "{{program.nama}}", "B1": "{{program.anggaran}}", "C1": "{{ Program.KODE }}"}), pk))

    assert [(s.value, s.data_type) for s in ws[1]] == [("=1+1", "s"), (1250000.5, "n"), ("7.01.01", "s")]
    assert [(s.value, s.data_type) for s in ws[2]] == [("#N/A", "s"), (7, "n"), ("7.01.02", "s")]


def test_target_di_sel_persen_menjadi_pecahannya() -> None:
    ws = read(fill(make_form({"A1": "{{indikator.1.target}}", "B1": "{{indikator.1.target}}"}, rupa={"A1": "0.00%"})))

    assert perjanjian().indikator[0].target == Target.from_angka(Decimal("88.30"))
    assert (ws["A1"].value, ws["B1"].value) == (0.883, 88.3)


def test_teks_gabungan_dicetak_seperti_di_indonesia() -> None:
    ws = read(fill(make_form({"A1": "Camat {{kecamatan.nama}} {{tahun}}: {{program.1.anggaran}}"})))

    assert ws["A1"].value.startswith("Camat Medan Baru 2024: Rp")
    assert "," not in ws["A1"].value


def test_teks_berformat_campur_tetap_berformat_campur() -> None:
    tebal = TextBlock(InlineFont(b=True), "{{kecamatan.nama}}")
    ws = read(fill(make_form({"A1": CellRichText("Kecamatan ", tebal, " {{tahun}}")})))

    assert [str(x) for x in ws["A1"].value] == ["Kecamatan ", "Medan Baru", " 2024"]
    assert ws["A1"].value[1].font.b


def test_nomor_yang_tidak_ada_dibiarkan_kosong() -> None:
    ws = read(fill(make_form({"A1": "{{program.40.nama}}", "B1": "Ke-40: {{program.40.nama}}", "C1": "{{tahun}}"})))

    assert [ws[x].value for x in ("A1", "B1", "C1")] == [None, "Ke-40: ", 2024]


def test_butir_tanpa_tempat_ditemukan() -> None:
    buku = fill(make_form({"A1": "{{program.1.nama}}", "A2": "{{program.3.nama}}"}))

    assert len(perjanjian().program) == 6
    assert [(t.kode, t.pesan) for t in buku.temuan] == [
        ("PK30", "Formulir tidak punya tempat untuk program ke-2, 4, 5, 6.")
    ]
    assert fill(make_form({"A1": "{{program.nama}}"})).temuan == ()


def test_yang_belum_diketahui_diketik_sekali_dan_tampil_di_tempat_lain() -> None:
    pk = replace(perjanjian(), pihak_pertama=replace(perjanjian().pihak_pertama, nip=None))
    isi = {"A1": "{{pihak_pertama.nip}}", "A2": "{{pihak_pertama.nip}}", "A3": 'NIP. "{{pihak_pertama.nip}}"'}
    buku = fill(make_form(isi), pk)
    ws = read(buku)

    assert load_workbook(io.BytesIO(buku.isi)).defined_names["isian_camat_nip"].value == "Form!$A$1"
    assert (ws["A1"].value, ws["A1"].protection.locked) == (None, False)
    assert (ws["A2"].value, ws["A2"].protection.locked) == ('=IF(Form!$A$1="","",Form!$A$1)', True)
    assert ws["A3"].value == '="NIP. """&Form!$A$1&""""'
    assert read(buku, nilai=True)["A3"].value == 'NIP. ""'


def test_hanya_yang_dibiarkan_terbuka_dapat_diketik() -> None:
    isi = {"A1": "{{tahun}}", "B1": "=A1+1", "C1": None, "D1": None, "C2": None, "D2": None, "E5": "kunci"}
    buku = fill(make_form(isi, terbuka=("A1", "B1", "C1", "D1", "C2", "D2")))
    wb = load_workbook(io.BytesIO(buku.isi))
    ws = wb["Form"]

    assert {s.coordinate for baris in ws.iter_rows() for s in baris if not s.protection.locked} == {
        "C1", "D1", "C2", "D2"
    }  # fmt: skip
    assert wb.defined_names["isian_form_c1"].value == "Form!$C$1:$D$2"
    assert all(ws.protection.sheet for ws in wb.worksheets)
    assert wb.security.lockStructure


def test_sandi_mengunci_lembar_dan_susunan() -> None:
    kunci = Kunci.from_sandi("rahasia", b"garam")
    wb = load_workbook(io.BytesIO(fill(make_form({"A1": "{{tahun}}"}), kunci=kunci).isi))

    assert {ws.protection.hashValue for ws in wb.worksheets} == {kunci.hash}
    assert wb.security.workbookHashValue == kunci.hash


def test_daftar_tanpa_butir_meninggalkan_baris_kosong() -> None:
    pk = replace(perjanjian(), sasaran=tuple(replace(s, indikator=tuple(replace(i, aksi=()) for i in s.indikator))
                                             for s in perjanjian().sasaran))  # fmt: skip
    isi = {"A2": "{{rencana_aksi.uraian}}", "B2": "{{rencana_aksi.anggaran}}", "C2": "=B2/0", "B3": "=SUM(B2:B2)"}
    buku = fill(make_form(isi), pk)

    assert {s.value for s in read(buku)[2]} == {None}
    assert read(buku)["B3"].value == "=SUM(B2:B2)"
    assert read(buku, nilai=True)["B3"].value == 0


def test_rumus_yang_dikenal_tersimpan_nilainya_dan_yang_lain_tidak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mesin, "is_terpasang", lambda: False)
    isi = {"A1": "{{tahun}}", "A2": "=A1+1", "A3": "=VLOOKUP(A1,A1:B2,1,FALSE)", "A4": "=A3+A2", "A5": '=A2&"<&>"',
           "A6": "=1/0", "A7": "=A2>1"}  # fmt: skip
    buku = fill(make_form(isi))
    ws = read(buku, nilai=True)

    assert [ws[f"A{n}"].value for n in range(1, 8)] == [2024, 2025, None, None, "2025<&>", None, True]
    assert buku.tak_terhitung == 3


def test_mesin_tambahan_menghitung_rumus_kantor_yang_lain() -> None:
    isi = {"A1": "{{tahun}}", "B1": "ada", "A3": '=VLOOKUP(A1,A1:B2,2,FALSE)&"!"', "A4": "=IFERROR(1/0,7)+A1"}
    buku = fill(make_form(isi))

    assert [read(buku, nilai=True)[x].value for x in ("A3", "A4")] == ["ada!", 2031]
    assert buku.tak_terhitung == 0


def test_yang_berubah_setiap_hari_tidak_disimpan_nilainya() -> None:
    buku = fill(make_form({"A1": "{{tahun}}", "A2": "=TODAY()", "A3": "=YEAR(A2)", "A4": "=A1+1"}))

    assert [read(buku, nilai=True)[x].value for x in ("A2", "A3", "A4")] == [None, None, 2025]
    assert buku.tak_terhitung == 2


def test_rumus_yang_membaca_berkas_lain_menjadi_nilai_terakhirnya() -> None:
    form = make_form({"A1": "{{tahun}}", "A2": "=[1]Data!B2+1", "A3": "=A2*2", "A4": '="[1]"'})
    ws = read(fill(form))

    assert ws["A2"].value is None  # openpyxl, which made the form, keeps no value
    assert (ws["A3"].value, ws["A4"].value) == ("=A2*2", '="[1]"')


def test_isi_lama_hanya_mengisi_yang_terbuka() -> None:
    form = make_form({"A1": "{{program.nama}}", "B1": "{{isian_dpa}}"})
    banyak = len(perjanjian().program)
    ws = read(fill(form, isi={"isian_program_dpa": tuple((n * 100,) for n in range(banyak))}))

    assert [ws.cell(n + 1, 2).value for n in range(banyak)] == [n * 100 for n in range(banyak)]


def test_nilai_di_luar_daftar_pilihan_formulir_ditolak() -> None:
    wb = Workbook()
    ws = wb.active
    assert ws is not None
    ws["A1"], ws["B1"] = "{{indikator.1.satuan}}", "{{tahun}}"
    ws.add_data_validation(DataValidation(type="list", formula1='"Persen,Nilai"', sqref="A1"))
    ws.add_data_validation(DataValidation(type="list", formula1="$D$1:$D$2", sqref="B1"))
    ws["D1"], ws["D2"] = 2024, 2025

    with pytest.raises(DataError, match=r"lembar Sheet, sel A1: .*daftar pilihan"):
        fill(save(wb))


def test_tabel_tumbuh_bersama_barisnya() -> None:
    wb = Workbook()
    ws = wb.active
    assert ws is not None
    for alamat, nilai in {"A1": "Kode", "B1": "Program", "A2": "{{program.kode}}", "B2": "{{program.nama}}"}.items():
        ws[alamat] = nilai
    ws.add_table(Table(displayName="tabel_program", ref="A1:B2"))
    hasil = load_workbook(io.BytesIO(fill(save(wb)).isi))["Sheet"]

    assert hasil.tables["tabel_program"].ref == f"A1:B{1 + len(perjanjian().program)}"


def test_formulir_tetap_bersih_untuk_kecamatan_berikutnya() -> None:
    formulir = read_formulir(make_form({"A1": "{{kecamatan.nama}}", "A2": "{{program.nama}}"}), "form.xlsx")
    satu, dua = load_bundled()[:2]
    sebelum = fill_formulir(formulir, satu).isi
    lain = fill_formulir(formulir, dua).isi

    assert fill_formulir(formulir, satu).isi == sebelum
    assert satu.kecamatan.nama not in str(list(load_workbook(io.BytesIO(lain))["Form"].values))
    assert date(2024, 12, 31) == satu.pada
