"""A form opened once for a batch: what is kept of it gives the same workbook, part by part."""

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table

from kinerja.formulir.beku import freeze_buku, thaw_buku
from kinerja.formulir.rangka import load_buku
from tests.alat.formulir.isi import FORM


@pytest.mark.parametrize("nama", FORM)
def test_ketiga_formulir_dapat_disimpan_terbuka(nama: str) -> None:
    assert freeze_buku(load_buku(FORM[nama]())) is not None


def test_tabel_kelompok_grafik_dan_gaya_kembar_ikut() -> None:
    wb = Workbook()
    ws: Any = wb.active
    for baris in (("Kode", "Rp"), ("a", 1), ("b", 2)):
        ws.append(baris)
    ws.add_table(Table(displayName="tabel_satu", ref="A1:B3"))
    ws.column_dimensions.group("D", "F", hidden=True)
    grafik = BarChart()
    grafik.add_data(Reference(ws, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    ws.add_chart(grafik, "H2")
    for n, sel in enumerate(ws["A"]):
        sel.font = Font(bold=n > 0, size=10)
    simpan = io.BytesIO()
    wb.save(simpan)
    beku = freeze_buku(load_buku(simpan.getvalue()))

    assert beku is not None
    lagi = thaw_buku(beku)
    lagi.active["A2"].value = "c"
    lagi.active.column_dimensions["J"].width = 7
    hasil = io.BytesIO()
    lagi.save(hasil)
    ws = load_workbook(io.BytesIO(hasil.getvalue())).active
    assert ws.tables["tabel_satu"].ref == "A1:B3"
    assert (ws["A2"].font.b, ws["A1"].font.b, len(ws._charts)) == (True, False, 1)
    assert (ws.column_dimensions["D"].outlineLevel, ws.column_dimensions["J"].width) == (1, 7)


def test_yang_berubah_karena_disimpan_tidak_dipakai(monkeypatch: pytest.MonkeyPatch) -> None:
    isi = iter([[("a", b"1")], [("a", b"2")]])
    monkeypatch.setattr("kinerja.formulir.beku._list_bagian", lambda _: next(isi))

    assert freeze_buku(Workbook()) is None
