"""One workbook in many XML spellings: the same formulas are frozen, and no byte beside them changes."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from addin.bekukan_bagian import Cara, Laporan, Pembeku
from addin.spec import HARI_CONTOH
from tests.alat.addin import freeze_file, freeze_formula

BAGIAN = "xl/worksheets/sheet1.xml"
RUMUS = 'SKM_MUTU(A2)&"<"'
BEKU = freeze_formula(RUMUS)
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LEMBAR = (
    f'<worksheet xmlns="{NAMESPACE}"><sheetData><row r="2"><c r="A2"><v>66.5</v></c>'
    '<c r="B2" t="str"><f>@mutu@</f><v>C&lt;</v></c><c r="C2" t="str">@kata@<v>enam</v></c>'
    '<c r="D2"><f>SUM(A2)</f><v>66.5</v></c></row></sheetData></worksheet>'
)
"""@mutu@ is what changes, @kata@ what goes; everything else must stay byte for byte."""
MUTU, KATA = escape(RUMUS), "<f>TERBILANG(A2)</f>"


@dataclass(frozen=True, slots=True)
class Ejaan:
    """A spelling: of the sheet, of the formula, of the element that goes."""

    lembar: str = LEMBAR
    mutu: str = MUTU
    kata: str = KATA


def _change(*ganti: tuple[str, str], mutu: str = MUTU, kata: str = KATA) -> Ejaan:
    lembar = LEMBAR
    for lama, baru in ganti:
        assert lama in lembar
        lembar = lembar.replace(lama, baru)
    return Ejaan(lembar, mutu, kata)


EJAAN = {
    "baku": Ejaan(),
    "petik tunggal": _change(('"', "'"), kata="<f ca='1'>TERBILANG(A2)</f>"),
    "spasi di sekitar tanda sama dengan": _change(('t="str"', 't \n=\t"str"'), ('r="B2"', 'r  = "B2"')),
    "urutan atribut lain": _change(('r="B2" t="str"', 't="str" s="0" r="B2"')),
    "awalan ruang nama": _change(("</", "<//"), ("<", "<x:"), ("<x://", "</x:"), ("xmlns=", "xmlns:x="),
        kata="<x:f>TERBILANG(A2)</x:f>"),
    "CDATA": _change(mutu=f"<![CDATA[{RUMUS}]]>", kata="<f><![CDATA[TERBILANG(A2)]]></f>"),
    "CDATA sepotong": _change(mutu='SKM<![CDATA[_MU]]>TU(A2)&amp;"&lt;"', kata="<f>TER<![CDATA[BILANG]]>(A2)</f>"),
    "rujukan huruf": _change(mutu="S&#75;M&#x5F;MUTU(A2)&#38;&quot;&#60;&quot;", kata="<f>&#84;ERBILANG(A2)</f>"),
    "komentar di dalam rumus": _change(mutu=f"SKM_<!-- x -->{MUTU[4:]}", kata="<f>TER<!--</f>-->BILANG(A2)</f>"),
    "perintah di dalam rumus": _change(mutu=f"SKM_<?x </f>?>{MUTU[4:]}", kata="<f>TER<?x y?>BILANG(A2)</f>"),
    "baris baru di dalam rumus": _change(mutu=f"\n  {MUTU}\r\n", kata="<f>\nTERBILANG(A2)\n</f>"),
    "tanda tutup dengan spasi": _change(("</f>", "</f >"), ("</c>", "</c\n>"), kata="<f\n>TERBILANG(A2)</f\t>"),
    "lebih besar di dalam atribut": _change(('<f>@', '<f aca="0" x="a>b/>">@'), kata='<f x="/>">TERBILANG(A2)</f>'),
    "sel di dalam komentar": _change(
        ('<c r="B2"', '<!--<c r="B2" t="str"><f>SKM_MUTU(A1)</f><v>x</v></c>--><c r="B2"'),
        ("</sheetData>", "<!-- <f>TERBILANG(1)</f> --></sheetData>"),
    ),
    "BOM dan deklarasi": _change(("<worksheet", "\ufeff<?xml version='1.0' encoding='utf-8'?>\n<worksheet")),
    "sel tanpa alamat": _change(*((f' r="{x}2"', "") for x in "ABCD")),
    "baris tanpa nomor": _change(('<row r="2">', '<row r="1"></row><row>')),
    "nilai dengan komentar": _change(("<v>enam", "<v><!-- 6 -->enam"), ("<v>66.5</v>", "<v><![CDATA[66.5]]></v>")),
    "huruf di luar ASCII di depan": _change(("<sheetData>", "<!-- é € 😀 --><sheetData>")),
    "spasi di antara elemen": _change(("><", ">\n <")),
}  # fmt: skip


def _freeze(folder: Path, lembar: str) -> tuple[str, dict[str, Any], tuple[int, int, int]]:
    """The sheet after freezing, its cells as openpyxl reads them, and the numbers of the report."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah) as buku:
        buku.add_worksheet("S")
    asal, hasil = folder / "asal.xlsx", folder / "hasil.xlsx"
    with zipfile.ZipFile(wadah) as lama, zipfile.ZipFile(asal, "w") as tulis:
        for nama in lama.namelist():
            tulis.writestr(nama, lembar.encode() if nama == BAGIAN else lama.read(nama))
    laporan = freeze_file(asal, hasil)
    with zipfile.ZipFile(asal) as lama, zipfile.ZipFile(hasil) as baru:
        beda = [nama for nama in lama.namelist() if lama.read(nama) != baru.read(nama)]
        assert [BAGIAN] == beda
        isi = baru.read(BAGIAN).decode()
    sel = {x.coordinate: x.value for baris in openpyxl.load_workbook(hasil)["S"].iter_rows() for x in baris}
    return isi, sel, (laporan.rumus, laporan.nilai, len(laporan.sisa))


@pytest.mark.parametrize("ejaan", EJAAN.values(), ids=EJAAN)
def test_ejaan_xml_apa_pun_dibekukan_sama(tmp_path: Path, ejaan: Ejaan) -> None:
    isi, sel, jumlah = _freeze(tmp_path, ejaan.lembar.replace("@mutu@", ejaan.mutu).replace("@kata@", ejaan.kata))

    assert (1, 1, 0) == jumlah
    rumus = str(sel["B2"]).removeprefix("=").strip()
    assert (66.5, BEKU, "enam", "=SUM(A2)") == (sel["A2"], rumus, sel["C2"], sel["D2"])
    awal, akhir = (spasi.replace("\r\n", "\n") for spasi in _margins(ejaan.mutu))
    assert ejaan.lembar.replace("@mutu@", awal + escape(BEKU) + akhir).replace("@kata@", "") == isi


def _margins(teks: str) -> tuple[str, str]:
    """The space before and after a formula, which is of the formula and stays with it."""
    return teks[: len(teks) - len(teks.lstrip())], teks[len(teks.rstrip()) :]


SELA: list[Callable[[str], str]] = [
    lambda x: x,
    lambda x: f" {x}",
    lambda x: f"\n\t{x}",
    lambda x: f"<!-- SKM_MUTU(A1) -->{x}",
    lambda x: f"<!--<c r='B2'><f>TERBILANG(A1)</f><v/></c>-->{x}",
    lambda x: f"<?kerja <f> ?>{x}",
]


@given(st.data())
def test_sela_yang_tidak_berarti_tidak_mengubah_hasil(data: st.DataObject) -> None:
    """Comments, instructions and space between elements, anywhere."""
    potong = LEMBAR.split("><")
    tambah = data.draw(st.lists(st.sampled_from(SELA), min_size=len(potong) - 1, max_size=len(potong) - 1))
    lembar = potong[0] + "".join(">" + satu("<" + isi) for satu, isi in zip(tambah, potong[1:], strict=True))

    asal = lembar.replace("@mutu@", MUTU).replace("@kata@", KATA).encode()
    hasil = Pembeku(asal, BAGIAN, "", Cara(HARI_CONTOH, nilai_saja=False, hari_lain=False), Laporan()).freeze()

    assert lembar.replace("@mutu@", escape(BEKU)).replace("@kata@", "") == hasil.decode()
