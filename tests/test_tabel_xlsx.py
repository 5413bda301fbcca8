"""Sheets of .xlsx workbooks: what each spelling of a cell means, and what is refused with its place."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from kinerja.errors import DataError
from kinerja.tabel.buku import open_buku
from kinerja.tabel.sel import BELUM_DIHITUNG, Petak, SelGalat
from tests.alat.lembar_xml import NS, write_xlsx


def read(data: str, teks: str = "", gaya: str = "", buku: str = "") -> Petak:
    return open_buku(write_xlsx(data, teks=teks, gaya=gaya, buku=buku), "a.xlsx").read("DPA").petak


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        ("<c r='A1'><v>15435519078</v></c>", 15435519078.0),
        ('<c r="A1" t = "n"><v> 1.5435519078E10 </v></c>', 15435519078.0),
        ("<c><v><![CDATA[15435519078]]></v></c>", 15435519078.0),
        ("<c><v>&#49;5435519078</v></c>", 15435519078.0),
        ("<c><v>1<!-- 000 -->5435519078</v></c>", 15435519078.0),
        ("<c><f>1+1</f><v>2</v></c>", 2.0),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="str"><f>"a"</f><v>a</v></c>', "a"),
        ('<c t="inlineStr"><is><t>satu</t></is></c>', "satu"),
        ('<c t="inlineStr"><is><r><t>15.435.</t></r><r><rPr/><t>519.078</t></r></is></c>', "15.435.519.078"),
        ('<c t="inlineStr"><is><t>kata</t><rPh sb="0" eb="1"><t>bunyi</t></rPh></is></c>', "kata"),
        ('<c t="inlineStr"><is><t>a_x000A_b</t></is></c>', "a\nb"),
        ('<c t="e"><v>#DIV/0!</v></c>', SelGalat("#DIV/0!")),
        ("<c><f>1+1</f></c>", BELUM_DIHITUNG),
        ("<c><f>1+1</f><v/></c>", BELUM_DIHITUNG),
        ("<c><f>1+1</f><v> </v></c>", BELUM_DIHITUNG),
        ('<c t="d"><v>2024-01-02T00:00:00</v></c>', datetime(2024, 1, 2)),
        ('<c t="str"><v>15</v><extLst><ext><x14:t xmlns:x14="urn:x">9</x14:t></ext></extLst></c>', "15"),
        ("<c><v>0x10</v></c>", SelGalat("nilai yang rusak: '0x10'", "Ketik ulang isinya.")),
        ("<c><v>1_000</v></c>", SelGalat("nilai yang rusak: '1_000'", "Ketik ulang isinya.")),
        ("<c><v>NaN</v></c>", SelGalat("nilai yang rusak: 'NaN'", "Ketik ulang isinya.")),
        ("<c><v>1e400</v></c>", SelGalat("nilai yang rusak: '1e400'", "Ketik ulang isinya.")),
    ],
)
def test_satu_sel_dalam_setiap_ejaannya(sel: str, nilai: object) -> None:
    ((hasil,),) = read(f"<row>{sel}</row>")

    assert nilai == hasil
    assert type(nilai) is type(hasil)


def test_sel_kosong_dan_teks_kosong_bukan_isi() -> None:
    assert [] == read('<row r="1"><c r="A1" s="3"/><c r="B1" t="str"><f>""</f><v></v></c></row><row r="9"/>')


def test_teks_bersama_menurut_nomornya() -> None:
    teks = "<si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r></si><si>\n <t>tiga</t>\n</si><si><t/></si>"

    assert [["dua", "tiga", "satu"]] == read(
        "<row>" + "".join(f'<c t="s"><v>{n}</v></c>' for n in (1, 2, 0, 3)) + "</row>", teks
    )


def test_sel_dan_baris_tanpa_alamat_menyambung_yang_sebelumnya() -> None:
    data = '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'

    assert [[], [None, 1.0, 2.0], [3.0]] == [list(b) for b in read(data)]


def test_tanggal_dan_lama_waktu_menurut_gaya_angkanya() -> None:
    gaya = (
        '<numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/>'
        '<numFmt numFmtId="166" formatCode="#,##0 &quot;hari&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/>'
        '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>'
        '<xf numFmtId="166"/></cellXfs>'
    )
    data = "<row>" + "".join(
        f'<c s="{g}"><v>{v}</v></c>' for g, v in ((0, 45292), (1, 45292), (2, 45292.5), (3, 1.5), (4, 3), (2, 0.25))
    )
    sejak_1904 = read(f"{data}</row>", gaya=gaya, buku='<workbookPr date1904="1"/>')

    assert [[45292, date(2024, 1, 1), datetime(2024, 1, 1, 12), timedelta(hours=36), 3, time(6)]] == read(
        f"{data}</row>", gaya=gaya
    )
    assert date(2028, 1, 2) == sejak_1904[0][1]


@pytest.mark.parametrize("tanda", ["hidden='1'", 'hidden="true"', 'hidden = "1"'])
def test_baris_tersembunyi_dihitung_dalam_setiap_ejaan_bila_berisi(tanda: str) -> None:
    data = f'<row {tanda}><c><v>1</v></c></row><row {tanda}/><row hidden="0"><c><v>2</v></c></row>'

    assert 1 == open_buku(write_xlsx(data), "a.xlsx").read("DPA").tersembunyi


@pytest.mark.parametrize(
    ("data", "kata"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "baris 1: Urutan sel rusak di 'A1'"),
        ('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>', "Urutan sel rusak"),
        ('<row r="1"><c r="A2"><v>1</v></c></row>', "Urutan sel rusak di 'A2'"),
        ('<row r="1"><c r="a1"><v>1</v></c></row>', "Urutan sel rusak"),
        ('<row r="1"><c r="XFE1"><v>1</v></c></row>', "Urutan sel rusak"),
        ('<row r="2"/><row r="2"/>', "Urutan baris rusak di baris 2"),
        ('<row r="0"/>', "Urutan baris rusak"),
        ('<row r="99999999999"/>', "Urutan baris rusak"),
        ('<row r="1048577"><c><v>1</v></c></row>', "di luar lembar"),
        ("<row>" + "<c/>" * 16_385 + "</row>", "di luar lembar"),
        ('<row><c t="s"><v>9</v></c></row>', "Sel A1 menunjuk teks yang tidak ada: '9'"),
        ('<row><c t="s"><v>-1</v></c></row>', "menunjuk teks yang tidak ada"),
        ("<row><c><v>1</v><v>2</v></c></row>", "Sel A1 berisi dua nilai"),
        ("<row><c><v>1<x/>2</v></c></row>", "nilai yang rusak"),
        ("<row><c><v>15</v><is><t>00</t></is></c></row>", "Sel A1 berisi dua nilai"),
        ("<row><c><is><t>15</t></is><v>00</v></c></row>", "Sel A1 berisi dua nilai"),
        ("<row><c><nilai>15</nilai></c></row>", "Sel A1 berisi 'nilai', yang tidak dibaca"),
        ('<row><mc:AlternateContent xmlns:mc="urn:mc"><c/></mc:AlternateContent></row>', "'mc:AlternateContent'"),
        ('<mc:AlternateContent xmlns:mc="urn:mc"><row/></mc:AlternateContent>', "'mc:AlternateContent'"),
        ('<row><x:c xmlns:x="urn:lain"><x:v>77</x:v></x:c></row>', "Ada 'x:c' di antara sel"),
        ('<row r="1048576"><c r="SF1048576"><v>1</v></c></row>', "Sel SF1048576 terisi jauh di luar tabel"),
    ],
)
def test_sel_yang_rusak_ditolak_dengan_tempatnya(data: str, kata: str) -> None:
    with pytest.raises(DataError, match=rf"^a\.xlsx, lembar DPA.*{kata}"):
        read(data)


def test_sel_jauh_yang_hanya_berformat_tidak_mengganggu() -> None:
    assert [[1.0]] == read('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>')


def test_luas_lembar_dibatasi_bukan_sisinya() -> None:
    with pytest.raises(DataError, match="tabelnya terlalu besar"):
        read('<row r="1"><c r="K1"><v>1</v></c></row><row r="200000"><c r="A200000"><v>1</v></c></row>')
    panjang = read('<row r="1"><c r="J1"><v>1</v></c></row><row r="200000"><c r="A200000"><v>1</v></c></row>')
    assert 200_000 == len(panjang)


def test_tautan_di_dalam_buku_menurut_sel_yang_memilikinya() -> None:
    isi = (
        f'<worksheet xmlns="{NS}" xmlns:r="urn:r"><sheetData><row><c><is><hyperlink ref="Z1" location="Z1"/></is></c>'
        "</row></sheetData><hyperlinks><hyperlink ref='A1' display='x' location='SKM!C7'/><hyperlink ref=\"B1:B9\" "
        'location="\'Data Induk\'!A1"></hyperlink><hyperlink ref="C1" r:id="r1"/></hyperlinks>'
        '<extLst><ext><hyperlink ref="D1" location="D1"/></ext></extLst></worksheet>'
    )
    lembar = open_buku(write_xlsx("", bagian={"xl/worksheets/sheet1.xml": isi.encode()}), "a.xlsx").read("DPA")

    assert lembar.tautan == {"A1": "SKM!C7", "B1:B9": "'Data Induk'!A1", "C1": ""}


def test_lembar_tersembunyi_dan_nama_milik_seluruh_buku() -> None:
    nama = (
        '<definedNames><definedName name="isian_a">DPA!$A$1</definedName>'
        '<definedName name="isian_b" localSheetId="0">DPA!$A$2</definedName>'
        "<!--<definedName name='isian_c'>DPA!$A$3</definedName>--></definedNames>"
    )
    buku = open_buku(write_xlsx("", buku=nama, keadaan="veryHidden"), "a.xlsx")

    assert {"DPA": False} == buku.lembar
    assert {"isian_a": "DPA!$A$1"} == buku.nama


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "Berkas kosong"),
        (b"<html>", "Ini halaman web atau XML, bukan lembar kerja"),
        (b"%PDF-1.7", "Ini berkas PDF"),
        (b"PK\3\4rusak", "rusak dan tidak dapat dibaca"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
    ],
)
def test_berkas_yang_bukan_buku_kerja_disebut_jenisnya(isi: bytes, kata: str) -> None:
    with pytest.raises(DataError, match=rf"^a\.xlsx: .*{kata}"):
        open_buku(isi, "a.xlsx")


def test_lembar_yang_isinya_hilang_dan_relasi_ke_luar_ditolak() -> None:
    tanpa = write_xlsx("", bagian={"xl/_rels/workbook.xml.rels": b"<Relationships/>"})
    assert {} == open_buku(tanpa, "a.xlsx").lembar

    relasi = b'<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../etc/hostname"/></Relationships>'
    salah = write_xlsx("", bagian={"xl/_rels/workbook.xml.rels": relasi})
    with pytest.raises(DataError, match="lembar DPA: Isi lembar ini tidak ada di dalam berkas"):
        open_buku(salah, "a.xlsx").read("DPA")


def test_bagian_dikenal_tanpa_membedakan_huruf_besar_dan_yang_hilang_ditolak() -> None:
    gaya = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    relasi = (
        "<Relationships>"
        '<Relationship Id="r1" Type="x/worksheet" Target="Worksheets/Sheet1.xml"/>'
        '<Relationship Id="r3" Type="x/styles" Target="STYLES.xml"/>{}</Relationships>'
    )
    sel = '<row><c s="0"><v>45292</v></c></row>'
    isi = write_xlsx(sel, gaya=gaya, bagian={"xl/_rels/workbook.xml.rels": relasi.format("").encode()})
    assert [[date(2024, 1, 1)]] == open_buku(isi, "a.xlsx").read("DPA").petak

    hilang = relasi.format('<Relationship Id="r2" Type="x/sharedStrings" Target="teks.xml"/>')
    isi = write_xlsx('<row><c t="s"><v>0</v></c></row>', bagian={"xl/_rels/workbook.xml.rels": hilang.encode()})
    with pytest.raises(DataError, match=r"a\.xlsx: Bagian xl/teks\.xml tidak ada"):
        open_buku(isi, "a.xlsx").read("DPA")
