"""What stands behind the cells, and shared strings: what is remembered or read by a pattern is what expat tells."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.tabel import xlsx, xlsx_penuh_baca
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xlsx_penuh import LembarPenuh
from kinerja.tabel.xlsx_penuh_baca import PembacaPenuh
from tests.alat.lembar_xml import write_xlsx
from tests.test_tabel_penuh import BERKAS

POTONGAN = (
    '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    '<mergeCells><mergeCell ref="C1:D2"/><mergeCell ref="salah"/></mergeCells>',
    '<conditionalFormatting sqref="A1:A9"><cfRule type="x" dxfId="3"><formula>A1=1</formula></cfRule>'
    "</conditionalFormatting>",
    '<conditionalFormatting sqref="B1"><cfRule><iconSet showValue="0"/></cfRule></conditionalFormatting>',
    '<conditionalFormatting sqref="C1"/>',
    '<cfRule dxfId="5"/>',
    '<dataValidations count="1"><dataValidation type="whole" sqref="A1 B2"><formula1>1</formula1>'
    "<formula2>4</formula2></dataValidation></dataValidations>",
    '<dataValidations><dataValidation type="list" sqref="A1"><formula1>"a&lt;b"</formula1></dataValidation>'
    '<drawing r="1"/></dataValidations>',
    '<hyperlinks><hyperlink ref="A1" location="Cek!A1"/></hyperlinks>',
    '<hyperlinks><hyperlink ref="A1" location="SKM!B2"/></hyperlinks>',
    "<extLst><ext>", "</ext></extLst>", "<mergeCells>", "</mergeCells>", '<sheetProtection sheet="1"/>', "<!--", "-->",
    "<![CDATA[", "]]>", "<?x ", "?>", '<oddFooter>&amp;L Halaman "</oddFooter>', "<sheetData>",
    '<row r="9"><c r="A9"><v>9</v></c></row>', "</sheetData>", '<drawing x="1"/>', "<hyperlinks ", "/>",
)  # fmt: skip


def read(isi: bytes, *, cepat: bool) -> LembarPenuh | str:
    with pytest.MonkeyPatch.context() as m:
        if not cepat:
            m.setattr(xlsx_penuh_baca, "split_ekor", lambda _, semua: semua)
        try:
            return PembacaPenuh("a.xlsx").read_penuh(iter((isi,)), ())
        except DataError as galat:
            return str(galat)


@given(st.lists(st.sampled_from(POTONGAN), max_size=8), st.sampled_from(["", "x:"]))
def test_bagian_yang_diingat_sama_dengan_yang_dibaca(potongan: list[str], awalan: str) -> None:
    ruang = f"xmlns{':' * bool(awalan)}{awalan[:-1]}='y'"
    isi = f"<{awalan}worksheet {ruang}><sheetData></sheetData>{''.join(potongan)}</{awalan}worksheet>".encode()

    hasil = [read(isi, cepat=True) for _ in range(2)]

    assert hasil == [read(isi, cepat=False)] * 2


def test_bagian_yang_sama_di_lembar_lain_terbaca_juga() -> None:
    isi = f"<worksheet xmlns='y'><sheetData></sheetData>{POTONGAN[0]}{POTONGAN[6]}</worksheet>".encode()

    for _ in range(2):
        lembar = read(isi, cepat=True)
        assert isinstance(lembar, LembarPenuh)
        assert lembar.gabung == ((0, 0, 1, 1),)
        assert [(a.jenis, a.bawah, a.atas) for a in lembar.aturan] == [("whole", "1", "4")]


@pytest.mark.parametrize(("awal", "akhir"), [("&am", "p;"), ("<sheetProtection ", "/>"), ('<drawing x="', '"/>')])
def test_bagian_yang_diingat_di_tengah_tanda_lain_tetap_ditolak(awal: str, akhir: str) -> None:
    bagian = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    awalan = "<worksheet xmlns='y'><sheetData></sheetData>"
    assert isinstance(read(f"{awalan}{bagian}</worksheet>".encode(), cepat=True), LembarPenuh)

    assert isinstance(read(f"{awalan}{awal}{bagian}{akhir}</worksheet>".encode(), cepat=True), str)


def test_bagian_tanpa_penutup_tidak_memperlambat() -> None:
    mulai = time.process_time()

    hasil = read(b"<worksheet><sheetData></sheetData>" + b"<mergeCells >" * 80_000 + b"</worksheet>", cepat=True)

    assert isinstance(hasil, str)
    assert time.process_time() - mulai < 5  # some 0,3 s; the square of its length took minutes


@pytest.mark.parametrize(("panjang", "terbaca"), [(8_000, True), (9_000, False)])
def test_rumus_bersama_yang_panjang_dibaca_sampai_batas_excel(panjang: int, terbaca: bool) -> None:
    """1.500 cells that follow one long formula; a longer one no program writes."""
    induk = "+".join(["A1"] * (panjang // 3))
    sel = f'<row r="1"><c r="B1"><f t="shared" si="0" ref="B1:B1500">{induk}</f></c></row>'
    sel += "".join(f'<row r="{r}"><c r="B{r}"><f t="shared" si="0"/></c></row>' for r in range(2, 1_501))
    mulai = time.process_time()

    hasil = read(f"<worksheet xmlns='y'><sheetData>{sel}</sheetData></worksheet>".encode(), cepat=True)

    assert isinstance(hasil, LembarPenuh if terbaca else str)
    assert not isinstance(hasil, LembarPenuh) or (hasil.sel[1_499, 1].rumus or "").startswith("A1500+A1500")
    assert time.process_time() - mulai < 15


TEKS = (
    "<si><t>polos</t></si>", '<si><t xml:space="preserve"> a </t></si>', "<si><t/></si>", "<si/>", "<si></si>",
    "<si><t>a &lt; &amp;amp; b</t></si>", "<si><t>&#65;</t></si>", "<si><t><![CDATA[x]]></t></si>",
    "<si><t>a\rb</t></si>",
    "<si><r><t>a</t></r><r><t>b</t></r></si>", "<si><t>a</t><rPh><t>b</t></rPh></si>", "<!-- <si><t>x</t></si> -->",
    "<si><t>_x000D_ – é</t></si>", "<si><t>]]></t></si>", "<si><t>\x01</t></si>", "<si><t>a</t>", " \n",
)  # fmt: skip


def read_teks(isi: bytes, *, cepat: bool) -> list[str] | str:
    with pytest.MonkeyPatch.context() as m:
        if not cepat:
            m.setattr(xlsx, "read_teks", lambda *_: None)
        try:
            return BukuXlsx(Arsip(isi, "a.xlsx")).teks
        except DataError as galat:
            return str(galat)


@given(st.lists(st.sampled_from(TEKS), max_size=6))
def test_teks_bersama_menurut_pola_sama_dengan_menurut_expat(potongan: list[str]) -> None:
    isi = write_xlsx("", teks="".join(potongan))

    assert read_teks(isi, cepat=True) == read_teks(isi, cepat=False)


@pytest.mark.parametrize("path", BERKAS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_teks_bersama_tiap_program_sama_dengan_menurut_expat(path: Path) -> None:
    isi = path.read_bytes()

    assert read_teks(isi, cepat=True) == read_teks(isi, cepat=False)
