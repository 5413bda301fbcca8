"""The file lint: a sound file gives nothing, every class of fault planted in it is found under its code."""

import zipfile
from pathlib import Path

import pytest

from tests.alat.contoh import BUKU, GAYA, LEMBAR1, RELASI1, TEKS, TIPE, codes, save, sound_parts, spoil, write_sound
from tests.alat.lint import Cacat, lint


def test_berkas_baik_tidak_bercacat(tmp_path: Path) -> None:
    path = tmp_path / "baik.xlsx"
    write_sound(path)
    assert lint(path) == []


def test_cacat_menyebut_tempat_dan_keterangan(tmp_path: Path) -> None:
    rusak = spoil(sound_parts(), LEMBAR1, "<f>A2\\*2</f>", "<f>TODAY()</f>")
    harap = [Cacat("FUNGSI_VOLATIL", "Isi!C2", "TODAY dihitung ulang setiap kali: TODAY()")]
    assert lint(save(tmp_path / "x.xlsx", rusak)) == harap


def nama(teks: str, lokal: str = "", acuan: str = "Isi!$A$2") -> tuple[str, str, str]:
    """One more defined name."""
    return BUKU, "</definedNames>", f'<definedName name="{teks}"{lokal}>{acuan}</definedName></definedNames>'


def sel(isi: str) -> tuple[str, str, str]:
    """Another cell in place of B2."""
    return LEMBAR1, '<c r="B2".*?</c>', isi


def format_angka(kode_format: str) -> tuple[str, str, str]:
    return GAYA, 'formatCode="[^"]*"', f"formatCode='{kode_format}'"


LEMBAR2 = "xl/worksheets/sheet2.xml"
TABEL1 = "xl/tables/table1.xml"
DV1 = 'type="decimal".*?</dataValidation>'
RUSAK: list[tuple[str, tuple[str, str, str]]] = [
    # The package.
    ("XML_RUSAK", (TEKS, "Judul", "Ju\x0bdul")),
    ("XML_RUSAK", (BUKU, "</workbook>", "")),
    ("TIPE_ISI", (TIPE, "<Override[^>]*sheet2[^>]*>", "")),
    ("TIPE_ISI", (TIPE, "sheet2.xml", "sheet9.xml")),
    ("RELASI_HILANG", ("xl/_rels/workbook.xml.rels", "sheet2.xml", "sheet9.xml")),
    ("RELASI_HILANG", (LEMBAR1, 'ref="A8" r:id="rId1"', 'ref="A8" r:id="rId7"')),
    ("RELASI_GANDA", (RELASI1, "(<Relationship .*?>)", r"\1\1")),
    ("TAUTAN_PANJANG", (RELASI1, "contoh.id/", "contoh.id/" + "a" * 2079)),
    # The workbook.
    ("URUTAN_ELEMEN", (BUKU, "(<sheets>.*</sheets>)(<definedNames>.*</definedNames>)", r"\2\1")),
    ("URUTAN_ELEMEN", (BUKU, "<bookViews>", '<bookViews/><workbookProtection lockStructure="1"/><bookViews>')),
    ("NAMA_LEMBAR", (BUKU, 'name="Sisa"', f'name="{"N" * 32}"')),
    ("NAMA_LEMBAR", (BUKU, 'name="Sisa"', "name=\"'Di lain'\"")),
    ("NAMA_LEMBAR", (BUKU, 'name="Sisa"', 'name="Di/lain"')),
    ("NAMA_LEMBAR", (BUKU, 'name="Sisa"', 'name=""')),
    ("NAMA_LEMBAR", (BUKU, 'name="Sisa"', 'name="History"')),
    ("NAMA_LEMBAR_GANDA", (BUKU, 'name="Sisa"', 'name="ISI"')),
    ("NOMOR_LEMBAR_GANDA", (BUKU, 'sheetId="2"', 'sheetId="1"')),
    (
        "SEMUA_TERSEMBUNYI LEMBAR_AKTIF",
        (BUKU, "/>(<sheet [^>]*)/>(<sheet [^>]*)/>", r' state="hidden"/>\1 state="veryHidden"/>\2 state="hidden"/>'),
    ),
    ("LEMBAR_AKTIF", (BUKU, "<workbookView ", '<workbookView activeTab="3" ')),
    ("LEMBAR_AKTIF", (BUKU, '(name="Isi")', r'\1 state="hidden"')),
    ("NAMA_GANDA", nama("ISIAN_NILAI")),
    ("NAMA_NOMOR", nama("_xlnm.Print_Area", ' localSheetId="9"')),
    ("NAMA_LOKAL", nama("isian_lokal", ' localSheetId="1"')),
    ("NAMA_PUTUS", nama("isian_putus", acuan="Isi!#REF!")),
    ("NAMA_PUTUS", nama("isian_putus", acuan="")),
    ("NAMA_BURUK", nama("nama salah")),
    ("NAMA_BURUK", nama("1isian")),
    ("NAMA_BURUK", nama("isian-nilai")),
    ("NAMA_BURUK", nama("n" * 256)),
    *(("NAMA_SEPERTI_SEL", nama(n)) for n in ("PK2024", "iku1", "TW1", "R", "c", "RC", "R1C1", "R2D2", "R1Cx", "XFD1")),
    *(("NAMA_SEPERTI_FUNGSI", nama(n)) for n in ("Sum", "SAKIP_Predikat", "xlookup", "TRUE")),
    ("NAMA_RELATIF", nama("isian_geser", acuan="Isi!A$2")),
    ("LEMBAR_TAK_DIKENAL", nama("isian_lain", acuan="Tidakada!$A$2")),
    ("LEMBAR_TAK_DIKENAL", nama("isian_lain", acuan="$A$2")),
    ("RUJUKAN_KOSONG", nama("isian_lain", acuan="Isi!$A$2:$A$9")),
    ("TEKS_PANJANG", (TEKS, "Judul", "x" * 32_768)),
    ("TEKS_KAYA_KOSONG", (TEKS, "<t>tebal</t>", "<t></t>")),
    ("LEMBAR_TAK_DIKENAL", ("xl/charts/chart1.xml", r"Isi!\$A\$2", "Tidakada!$A$2")),
    # The styles.
    ("FORMAT_PANJANG", format_angka('0"' + "x" * 255 + '"')),
    ("FORMAT_KUTIP", format_angka('0" orang')),
    ("FORMAT_KURUNG", format_angka("[Red0")),
    ("FORMAT_BAGIAN", format_angka("0;0;0;@;0")),
    ("GAYA_NOMOR", (GAYA, 'fontId="1"', 'fontId="9"')),
    ("GAYA_NOMOR", (GAYA, 'numFmtId="164" fontId', 'numFmtId="165" fontId')),
    ("GAYA_NOMOR", (LEMBAR1, 's="2"', 's="99"')),
    ("GAYA_NOMOR", (LEMBAR1, 'dxfId="0"', 'dxfId="9"')),
    # Rows, columns, cells.
    ("URUTAN_ELEMEN", (LEMBAR1, "(<sheetProtection .*?/>)(<mergeCells.*?</mergeCells>)", r"\2\1")),
    ("URUTAN_ELEMEN", (LEMBAR1, "(<pageMargins.*?/>)", r"\1\1")),
    ("KOLOM_URUTAN", (LEMBAR1, "(<col .*?/>)", r"\1\1")),
    ("KOLOM_URUTAN", (LEMBAR1, 'max="1"', 'max="16385"')),
    ("KOLOM_LEBAR", (LEMBAR1, 'width="[^"]*"', 'width="256"')),
    ("BARIS_URUTAN", (LEMBAR1, '(<row r="3".*?</row>)(<row r="4".*?</row>)', r"\2\1")),
    ("BARIS_URUTAN", (LEMBAR1, '<row r="8".*?</row>', '<row r="1048577"/>')),
    ("BARIS_TINGGI", (LEMBAR1, 'ht="30"', 'ht="410"')),
    ("SEL_URUTAN", sel('<c r="A2"><v>1</v></c>')),
    ("SEL_URUTAN", sel('<c r="B3"><v>1</v></c>')),
    ("SEL_JENIS", sel('<c r="B2" t="x"><v>1</v></c>')),
    ("TEKS_NOMOR", sel('<c r="B2" t="s"><v>99</v></c>')),
    ("TEKS_NOMOR", sel('<c r="B2" t="s"/>')),
    ("SEL_NILAI", sel('<c r="B2"><v>nan</v></c>')),
    ("SEL_NILAI", sel('<c r="B2"><v>1,5</v></c>')),
    ("SEL_NILAI", sel('<c r="B2" t="n"><v></v></c>')),
    ("SEL_NILAI", sel('<c r="B2" t="b"><v>TRUE</v></c>')),
    ("LOGIKA_TETAP", sel('<c r="B2" t="b"><v>1</v></c>')),
    ("TANGGAL_NEGATIF", sel('<c r="B2" s="2"><v>-5</v></c>')),
    ("TEKS_PANJANG", sel(f'<c r="B2" t="inlineStr"><is><t>{"x" * 32_768}</t></is></c>')),
    ("RUMUS_LARIK", (LEMBAR1, "<f>A2", '<f t="array" ref="C2">A2')),
    ("GABUNG_TUMPANG", (LEMBAR1, "</mergeCells>", '<mergeCell ref="C1:D2"/></mergeCells>')),
    ("GABUNG_SATU", (LEMBAR1, 'ref="A1:C1"', 'ref="A1:A1"')),
    ("LUAR_GRID", (LEMBAR1, 'ref="A1:C1"', 'ref="A1:XFE1"')),
    # Validations, conditional formats, headers, links.
    ("DV_DAFTAR", (LEMBAR1, '"Ada,Tidak"', f'"{"x" * 256}"')),
    ("DV_PESAN", (LEMBAR1, 'promptTitle="Nilai"', f'promptTitle="{"x" * 33}"')),
    ("DV_PESAN", (LEMBAR1, 'promptTitle="Nilai"', f'prompt="{"x" * 256}"')),
    ("DV_PESAN", (LEMBAR1, 'promptTitle="Nilai"', f'errorTitle="{"x" * 33}"')),
    ("DV_PESAN", (LEMBAR1, 'promptTitle="Nilai"', f'error="{"x" * 256}"')),
    ("DV_KOSONG", (LEMBAR1, DV1, 'type="decimal" sqref="A2"><formula1>0</formula1></dataValidation>')),
    ("DV_KOSONG", (LEMBAR1, DV1, 'type="custom" sqref="A2"><formula1></formula1></dataValidation>')),
    ("DV_RUMUS", (LEMBAR1, r"ISNUMBER\(A5\)", "AND(" + ",".join(["A5&gt;0"] * 52) + ")")),
    ("DV_BANYAK", (LEMBAR1, "(<dataValidations .*?>)", r"\1" + '<dataValidation sqref="A2"/>' * 65_534)),
    ("RUMUS_SAMADENGAN", (LEMBAR1, r"ISNUMBER\(A5\)", "=ISNUMBER(A5)")),
    ("RUMUS_SAMADENGAN", (LEMBAR1, r"<formula>\$A2", "<formula>=$A2")),
    ("XLFN_HILANG", (LEMBAR1, r"<formula>\$A2&gt;3", "<formula>IFNA($A2,3)")),
    ("LEMBAR_TAK_DIKENAL", (LEMBAR1, r"'Di lain'!\$A\$2:\$A\$4", "Tidakada!$A$2:$A$4")),
    ("RENTANG_TUNGGAL", (LEMBAR1, r"ISNUMBER\(A5\)", "A2:A5")),
    ("LUAR_GRID", (LEMBAR1, 'sqref="B2:B5"', 'sqref="B2:B1048577"')),
    ("LUAR_GRID", (LEMBAR1, 'sqref="A3"', 'sqref=""')),
    ("LUAR_GRID", (LEMBAR1, 'sqref="A3"', 'sqref="isian_nilai"')),
    ("KEPALA_PANJANG", (LEMBAR1, "Kecamatan", "x" * 256)),
    ("TAUTAN_LEMBAR", (LEMBAR1, "location=\"'Di lain'!A1\"", 'location="Tidakada!A1"')),
    ("TAUTAN_LEMBAR", (LEMBAR1, "location=\"'Di lain'!A1\"", 'location="isian_hilang"')),
    ("TAUTAN_PANJANG", (LEMBAR1, 'display="Ke sana"', f'tooltip="{"x" * 256}"')),
    # Tables.
    ("NAMA_SEPERTI_SEL", (TABEL1, 'displayName="Table1"', 'displayName="PK2024"')),
    ("NAMA_GANDA", (TABEL1, 'displayName="Table1"', 'displayName="isian_nilai"')),
    ("NAMA_GANDA", (TABEL1, 'displayName="Table1"', 'displayName="table2"')),
    ("TABEL_KEPALA_GANDA TABEL_KEPALA", (TABEL1, 'name="Nama"', 'name="KODE"')),
    ("TABEL_KEPALA", (TABEL1, 'name="Nama"', 'name="Uraian"')),
    ("TABEL_LEBAR", (TABEL1, '<tableColumn id="2" name="Nama"/>', "")),
    ("TABEL_TUMPANG TABEL_LEBAR", (TABEL1, 'ref="D1:E3"', 'ref="D1:G3"')),
]


@pytest.mark.parametrize(("harap", "ganti"), RUSAK, ids=[f"{n}-{k}" for n, (k, _) in enumerate(RUSAK)])
def test_berkas_cacat_ditemukan(tmp_path: Path, harap: str, ganti: tuple[str, str, str]) -> None:
    assert codes(save(tmp_path / "x.xlsx", spoil(sound_parts(), *ganti))) == set(harap.split())


def test_judul_tabel_berupa_bilangan_ditemukan(tmp_path: Path) -> None:
    rusak = spoil(sound_parts(), LEMBAR2, '<c r="D1" t="s"><v>7</v></c>', '<c r="D1"><v>2024</v></c>')
    assert codes(save(tmp_path / "x.xlsx", spoil(rusak, TABEL1, "Kode", "2024"))) == {"TABEL_KEPALA"}


def test_tabel_di_atas_sel_gabungan_ditemukan(tmp_path: Path) -> None:
    gabung = r'\1<mergeCells count="1"><mergeCell ref="D2:E2"/></mergeCells>'
    rusak = spoil(sound_parts(), LEMBAR2, "(</sheetData>)", gabung)
    assert codes(save(tmp_path / "x.xlsx", rusak)) == {"TABEL_TUMPANG"}


def test_lingkaran_antarlembar_ditemukan_sekali(tmp_path: Path) -> None:
    rusak = spoil(sound_parts(), LEMBAR1, "<f>A2\\*2</f>", "<f>SUM('Di lain'!B1:B2)</f>")
    rusak = spoil(rusak, LEMBAR2, "isian_nilai%", "hasil_kali")
    assert [c.kode for c in lint(save(tmp_path / "x.xlsx", rusak))] == ["RUMUS_MELINGKAR"]


def test_rantai_hitung_ke_sel_tanpa_rumus_ditemukan(tmp_path: Path) -> None:
    rantai = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</calcChain>'
    tipe = spoil(sound_parts(), TIPE, "</Types>", '<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>')
    sehat = tipe | {"xl/calcChain.xml": rantai.format('<c r="C2" i="1"/><c r="C3"/><c r="B1" i="2"/>').encode()}
    rusak = tipe | {"xl/calcChain.xml": rantai.format('<c r="C2" i="1"/><c r="A2"/>').encode()}
    assert [codes(save(tmp_path / "x.xlsx", bagian)) for bagian in (sehat, rusak)] == [set(), {"RANTAI_HITUNG"}]


def test_makro_dan_tautan_luar_ditemukan(tmp_path: Path) -> None:
    rusak = spoil(sound_parts(), TIPE, "<Default ", '<Default Extension="bin" ContentType="x"/><Default ')
    assert codes(save(tmp_path / "x.xlsx", rusak | {"xl/vbaProject.bin": b"x"})) == {"BAGIAN_ASING"}


def test_bagian_wajib_yang_hilang_ditemukan(tmp_path: Path) -> None:
    rusak = {n: isi for n, isi in sound_parts().items() if n != GAYA}
    assert codes(save(tmp_path / "x.xlsx", rusak)) == {"BAGIAN_HILANG"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_entri_zip_ganda_ditemukan(tmp_path: Path) -> None:
    path = save(tmp_path / "x.xlsx", sound_parts())
    with zipfile.ZipFile(path, "a") as arsip:
        arsip.writestr(LEMBAR1, sound_parts()[LEMBAR1])
    assert codes(path) == {"ZIP_GANDA"}


def test_bukan_berkas_zip_ditemukan(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_text("<html>")
    assert codes(path) == {"BUKAN_XLSX"}
