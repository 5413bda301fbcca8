"""Freezing a file: only our calls change, a value is never lost, and whatever stays is reported."""

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest

from addin.bekukan_bagian import Sisa
from kinerja.errors import BerkasError, DataError
from tests.alat.addin import freeze_file, freeze_formula
from tests.alat.buku_beku import LEMBAR, RANTAI, RELASI, BukuAsal, freeze_buku


def test_hanya_rumus_yang_berubah_bagian_lain_sama_bitanya(tmp_path: Path) -> None:
    sel = '<c r="B1" t="str"><f>SKM_MUTU(A2)&amp;"&lt;"</f><v>C&lt;</v></c><c r="B2"><f>SUM(A2)</f><v>66.5</v></c>'

    lembar, bagian, laporan = freeze_buku(tmp_path, BukuAsal(sel))

    asli = zipfile.ZipFile(tmp_path / "asal.xlsx")
    beda = [nama for nama in asli.namelist() if asli.read(nama).decode() != bagian[nama]]
    assert (["xl/worksheets/sheet1.xml"], 1, 0, []) == (beda, laporan.rumus, laporan.nilai, laporan.sisa)
    rumus = escape(freeze_formula('SKM_MUTU(A2)&"<"'))
    assert LEMBAR.format(sel=sel, akhir="").replace('SKM_MUTU(A2)&amp;"&lt;"', rumus) == lembar


def test_berkas_tanpa_fungsi_kami_ditolak_dan_tidak_ada_yang_ditulis(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="Tidak ada fungsi kinerja di berkas ini"):
        freeze_buku(tmp_path, BukuAsal('<c r="B1"><f>SUM(A2)</f><v>66.5</v></c>'))

    assert ["asal.xlsx"] == [path.name for path in tmp_path.iterdir()]


def test_menjadi_nilai_membuang_rumus_dan_rantai_hitung(tmp_path: Path) -> None:
    sel = '<c r="B1" s="3" t="str" cm="1"><f t="array" ref="B1:B1">SKM_MUTU(A2)</f><v>C</v></c>'

    lembar, bagian, laporan = freeze_buku(tmp_path, BukuAsal(sel), nilai=True)

    assert '<c r="B1" s="3" t="str"><v>C</v></c>' in lembar
    assert "xl/calcChain.xml" not in bagian
    assert ("<Types></Types>", RELASI.replace(RANTAI, "")) == (
        bagian["[Content_Types].xml"],
        bagian["xl/_rels/workbook.xml.rels"],
    )
    assert (0, 1) == (laporan.rumus, laporan.nilai)


def test_yang_tanpa_rumus_setara_menjadi_nilai_walau_tidak_diminta(tmp_path: Path) -> None:
    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal('<c r="B1" t="str"><f>TERBILANG(A2)</f><v>enam puluh</v></c>'))

    assert '<c r="B1" t="str"><v>enam puluh</v></c>' in lembar
    assert (0, 1) == (laporan.rumus, laporan.nilai)


def test_hasil_menurut_aturan_hari_lain_tidak_menjadi_nilai(tmp_path: Path) -> None:
    sel = '<c r="B1" t="str"><f>TERBILANG(A2)</f><v>enam puluh</v></c>'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel), hari_lain=True)

    assert (sel in lembar, laporan.nilai) == (True, 0)
    assert "menurut aturan hari lain" in laporan.sisa[0].sebab
    with pytest.raises(BerkasError, match="aturan hari lain"):
        freeze_buku(tmp_path, BukuAsal(sel), nilai=True, hari_lain=True)


@pytest.mark.parametrize("nilai", [False, True])
@pytest.mark.parametrize(
    ("jenis", "isi"),
    [("", ""), ("", "<v/>"), ("", "<v></v>"), (' t="n"', "<v> </v>"), (' t="str"', ""), (' t="e"', "<v>#NAME?</v>")],
)
def test_tanpa_hasil_tersimpan_sel_dibiarkan_dan_dilaporkan(tmp_path: Path, jenis: str, isi: str, nilai: bool) -> None:
    sel = f'<c r="B1"{jenis}><f>TERBILANG(A2)</f>{isi}</c>'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel), nilai=nilai)

    assert (LEMBAR.format(sel=sel, akhir=""), 0) == (lembar, laporan.nilai)
    assert [("lembar S, sel B1", "TERBILANG(A2)")] == [(s.tempat, s.rumus) for s in laporan.sisa]
    assert "sel itu tidak menyimpan hasil hitungan" in laporan.sisa[0].sebab


@pytest.mark.parametrize("isi", ["<v/>", "<v></v>"])
def test_teks_kosong_adalah_hasil_hitungan(tmp_path: Path, isi: str) -> None:
    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(f'<c r="B1" t="str"><f>TERBILANG(A1)</f>{isi}</c>'))

    assert f'<c r="B1" t="str">{isi}</c>' in lembar
    assert (1, []) == (laporan.nilai, laporan.sisa)


def test_berkas_dari_openpyxl_tidak_kehilangan_rumusnya(tmp_path: Path) -> None:
    """openpyxl writes an empty value for every formula."""
    buku = openpyxl.Workbook()
    for nomor, rumus in enumerate(("=TERBILANG(C1)", "=SAKIP_PREDIKAT(C1)"), start=1):
        buku["Sheet"].cell(nomor, 1, rumus)
    buku.save(tmp_path / "asal.xlsx")

    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx", nilai=True)

    assert (0, 0, 2) == (laporan.rumus, laporan.nilai, len(laporan.sisa))
    lembar = openpyxl.load_workbook(tmp_path / "hasil.xlsx")["Sheet"]
    assert ("=TERBILANG(C1)", "=SAKIP_PREDIKAT(C1)") == (lembar["A1"].value, lembar["A2"].value)


def test_format_bersyarat_dan_validasi_gaya_baru_ikut_dibekukan(tmp_path: Path) -> None:
    """Excel 2010 and later stores those that look at another sheet in extLst, their formula in xm:f."""
    akhir = (
        "<extLst><ext><x14:conditionalFormatting><x14:cfRule><xm:f>SKM_MUTU(Lain!A2)=&quot;D&quot;</xm:f></x14:cfRule>"
        "<xm:sqref>A1</xm:sqref></x14:conditionalFormatting><x14:dataValidation><x14:formula1>"
        "<xm:f>SAKIP_PREDIKAT(SAKIP_NILAI(A1,A2,A3,A4))=1</xm:f></x14:formula1></x14:dataValidation>"
        "<x14:sparkline><xm:f>Lain!A1:A9</xm:f></x14:sparkline></ext></extLst>"
    )

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(akhir=akhir))

    assert f'<x14:cfRule><xm:f>{escape(freeze_formula("SKM_MUTU(Lain!A2)"))}="D"</xm:f></x14:cfRule>' in lembar
    assert "<x14:formula1><xm:f>SAKIP_PREDIKAT(SAKIP_NILAI(A1,A2,A3,A4))=1</xm:f></x14:formula1>" in lembar
    assert 1 == laporan.rumus
    assert ["rumus validasi data paling banyak 255 karakter"] == [s.sebab for s in laporan.sisa]


def test_kolom_dan_baris_jumlah_tabel_ikut_dibekukan(tmp_path: Path) -> None:
    tabel = (
        "<tableColumn><calculatedColumnFormula>SKM_MUTU(T[[#This Row],[nik]])</calculatedColumnFormula>"
        "<totalsRowFormula>SKM_MUTU(SUM(T[nik]))</totalsRowFormula></tableColumn>"
    )

    _, bagian, laporan = freeze_buku(tmp_path, BukuAsal(lain={"xl/tables/table1.xml": tabel}))

    hasil = bagian["xl/tables/table1.xml"]
    assert "<calculatedColumnFormula>IF(TRIM((T[[#This Row],[nik]]))=" in hasil
    assert "<totalsRowFormula>IF(TRIM((SUM(T[nik])))=" in hasil
    assert (2, []) == (laporan.rumus, laporan.sisa)


def test_panggilan_di_tempat_yang_tidak_dikenal_dilaporkan(tmp_path: Path) -> None:
    akhir = '<cfvo type="formula" val="SKM_MUTU(A2)&amp;&quot;&quot;"/>'
    lain = {"xl/pivotCache/pivotCacheDefinition1.xml": "<cacheField formula='SKM_MUTU(nik)' name=\"x\"/>"}

    _, bagian, laporan = freeze_buku(tmp_path, BukuAsal(akhir=akhir, lain=lain))

    sebab = "tempatnya tidak dikenal; ganti rumusnya dengan tangan"
    assert [
        Sisa("lembar S", 'SKM_MUTU(A2)&""', sebab),
        Sisa("xl/pivotCache/pivotCacheDefinition1.xml", "SKM_MUTU(nik)", sebab),
    ] == laporan.sisa
    assert akhir in bagian["xl/worksheets/sheet1.xml"]


def test_teks_yang_menyebut_fungsi_kami_bukan_sisa(tmp_path: Path) -> None:
    sel = '<c r="B1" t="str"><f>A2</f><v>SKM_MUTU(A1)</v></c><c r="B2" t="inlineStr"><is><t>SKM_MUTU(A1)</t></is></c>'
    akhir = '<dataValidation prompt="Ketik =SKM_MUTU(A1)" error="SKM_MUTU(A1)"/>'
    lain = {
        "xl/sharedStrings.xml": '<sst><si><t xml:space="preserve">Ketik SKM_MUTU(A1)</t></si></sst>',
        "xl/drawings/drawing1.xml": '<a:p descr="SKM_MUTU(A1)"><a:r><a:t>SKM_MUTU(A1)</a:t></a:r></a:p>',
        "docProps/core.xml": "<dc:title>SKM_MUTU(A1)</dc:title>",
    }

    with pytest.raises(DataError, match="Tidak ada fungsi kinerja"):
        freeze_buku(tmp_path, BukuAsal(sel, akhir=akhir, lain=lain))


def test_hasil_name_dari_program_tanpa_addin_dihitung_ulang(tmp_path: Path) -> None:
    lembar, bagian, _ = freeze_buku(tmp_path, BukuAsal('<c r="B1" t="e"><f>SKM_MUTU(A2)</f><v>#NAME?</v></c>'))

    assert re.search(r'<c r="B1"><f>IF\(TRIM\(A2[^<]*</f></c>', lembar)
    assert 'calcPr fullCalcOnLoad="1"' in bagian["xl/workbook.xml"]


def test_nama_validasi_dan_format_bersyarat_ikut_dibekukan(tmp_path: Path) -> None:
    akhir = (
        '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>SKM_MUTU(A2)="D"</formula>'
        "</cfRule></conditionalFormatting><dataValidations><dataValidation><formula1>TERBILANG(A1)</formula1>"
        "</dataValidation></dataValidations>"
    )
    nama = (
        '<definedNames><definedName name="id.kinerja.Fungsi.skmMutu" function="true" vbProcedure="true"></definedName>'
        '<definedName name="MUTU_KINI">SKM_MUTU(S!$A$2)</definedName></definedNames>'
    )

    lembar, bagian, laporan = freeze_buku(tmp_path, BukuAsal(akhir=akhir, nama=nama))

    assert '<formula>IF(TRIM(A2)="","",' in lembar
    assert '<definedNames><definedName name="MUTU_KINI">IF(TRIM(S!$A$2)="","",' in bagian["xl/workbook.xml"]
    assert [("lembar S", "TERBILANG(A1)")] == [(s.tempat, s.rumus) for s in laporan.sisa]


def test_rumus_validasi_yang_terlalu_panjang_dilaporkan(tmp_path: Path) -> None:
    """Excel refuses the whole file for a validation formula of more than 255 characters."""
    akhir = "<dataValidation><formula1>SAKIP_PREDIKAT(SAKIP_NILAI(A1,A2,A3,A4))=1</formula1></dataValidation>"

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(akhir=akhir))

    assert akhir in lembar
    assert ["rumus validasi data paling banyak 255 karakter"] == [s.sebab for s in laporan.sisa]


def test_karakter_khusus_xml_dalam_rumus_tetap(tmp_path: Path) -> None:
    sel = '<c r="B1" t="str"><f>SKM_MUTU(A2)&amp;&quot;&#x41;&amp;amp;&quot;&amp;&#10;"x"</f><v>C</v></c>'

    lembar, _, _ = freeze_buku(tmp_path, BukuAsal(sel))

    assert lembar.endswith('&amp;"A&amp;amp;"&amp;\n"x"</f><v>C</v></c></row></sheetData></worksheet>')


def test_awalan_ruang_nama_xml_dikenal(tmp_path: Path) -> None:
    lembar, _, laporan = freeze_buku(
        tmp_path, BukuAsal('<x:c r="B1" t="str"><x:f>SKM_MUTU(A2)</x:f><x:v>C</x:v></x:c>')
    )

    assert '<x:c r="B1" t="str"><x:f>IF(TRIM(A2)="","",' in lembar
    assert 1 == laporan.rumus


@pytest.mark.parametrize(
    ("calc", "harap"),
    [
        ('<calcPr calcId="1"/>', '<calcPr fullCalcOnLoad="1" calcId="1"/>'),
        ("<calcPr fullCalcOnLoad = '0' />", "<calcPr fullCalcOnLoad = '1' />"),
        ("<calcPr fullCalcOnLoad='true'/>", "<calcPr fullCalcOnLoad='true'/>"),
        ("<calcPr></calcPr>", '<calcPr fullCalcOnLoad="1"></calcPr>'),
        ("", '<calcPr fullCalcOnLoad="1"/>'),
    ],
)
def test_permintaan_hitung_ulang_berdiri_di_tempatnya(tmp_path: Path, calc: str, harap: str) -> None:
    """After the defined names: Excel repairs a file in which calcPr stands before them."""
    buku = '<workbook><sheets/><definedNames><definedName name="X_Y">1</definedName></definedNames>{}</workbook>'
    lain = {"xl/workbook.xml": buku.format(calc)}

    _, bagian, _ = freeze_buku(tmp_path, BukuAsal('<c r="B1" t="e"><f>SKM_MUTU(A2)</f><v>#NAME?</v></c>', lain=lain))

    assert buku.format(harap) == bagian["xl/workbook.xml"]


def test_rantai_hitung_dikenal_dalam_ejaan_xml_apa_pun(tmp_path: Path) -> None:
    lain = {
        "[Content_Types].xml": "<Types><!--a--><x:Override A = '>' PartName='/xl/calcChain.xml' ></x:Override></Types>",
        "xl/_rels/workbook.xml.rels": "<Relationships><R/><Relationship Target='/xl/calcChain.xml'/></Relationships>",
    }

    _, bagian, _ = freeze_buku(tmp_path, BukuAsal('<c r="B1" t="str"><f>TERBILANG(A2)</f><v>C</v></c>', lain=lain))

    assert "xl/calcChain.xml" not in bagian
    assert "<Types><!--a--></Types>" == bagian["[Content_Types].xml"]
    assert "<Relationships><R/></Relationships>" == bagian["xl/_rels/workbook.xml.rels"]


def test_sel_tanpa_alamat_tetap_disebut_tempatnya(tmp_path: Path) -> None:
    _, _, laporan = freeze_buku(tmp_path, BukuAsal("<c/><c><f>TERBILANG(A2)</f></c>"))

    assert ["lembar S, sel C2"] == [sisa.tempat for sisa in laporan.sisa]


def test_gambar_lama_yang_bukan_xml_dilaporkan_hanya_bila_menyebut_fungsi_kami(tmp_path: Path) -> None:
    """Excel itself writes `<br>` without an end into drawings of form controls."""
    lain = {"xl/drawings/a.vml": "<xml><br>SKM_MUTU(A1)</xml>", "xl/drawings/b.vml": "<xml><br>&#10;</xml>"}

    _, _, laporan = freeze_buku(tmp_path, BukuAsal(lain=lain))

    assert [Sisa("xl/drawings/a.vml", "isi bagian ini", "tidak dapat dibaca; periksa dengan tangan")] == laporan.sisa


@pytest.mark.parametrize(
    "daftar", ['<sheet name="S" id="s"/><sheet name="s" id="s"/>', '<sheet name="S" id="x"/>', "<sheet/>", ""]
)
def test_lembar_yang_tidak_tercatat_disebut_bagiannya(tmp_path: Path, daftar: str) -> None:
    """The names of sheets serve the report only: a broken list of them refuses no file."""
    lain = {"xl/workbook.xml": f"<workbook><sheets>{daftar}</sheets></workbook>"}

    _, _, laporan = freeze_buku(tmp_path, BukuAsal('<c r="B1"><f>TERBILANG(A2)</f></c>', lain=lain))

    assert ["xl/worksheets/sheet1.xml, sel B1"] == [sisa.tempat for sisa in laporan.sisa]


def test_lembar_disebut_dengan_namanya_juga_bila_urutan_bagiannya_lain(tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    buku["Sheet"]["B4"] = "=TERBILANG(C1)"
    buku.create_sheet("Pagu & DPA", 0)["A1"] = "=TERBILANG(C1)"
    buku.save(tmp_path / "asal.xlsx")

    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")

    assert ["lembar Pagu & DPA, sel A1", "lembar Sheet, sel B4"] == [sisa.tempat for sisa in laporan.sisa]
