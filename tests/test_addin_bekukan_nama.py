"""Names of the workbook as arguments of frozen functions: one cell is that cell, one block that block."""

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from addin.bekukan import freeze_formula
from addin.bekukan_nama import Bernama, DaftarNama
from addin.rumus_biasa import TanpaRumusError
from addin.rumus_lambda import write_lambda
from addin.spec import HARI_CONTOH
from tests.alat.addin import FUNGSI, freeze_file
from tests.alat.buku_beku import BUKU, LEMBAR, RELASI, BukuAsal, freeze_buku
from tests.alat.calc import run_calc

BERNAMA = {
    "nilai": "=Data!$A$1",
    "'Hasil 1'!nilai": "='Hasil 1'!$Z$1",
    "Data!target": "=Data!$A$2",
    "jawaban": "=Data!$C$1:$K$2",
    "satu": "=Data!$A$1:$A$1",
    "kolom": "=Data!$A$1:$A$2",
    "relatif": "=Data!A1",
    "hitungan": "=Data!$A$1*1",
    "geser": "=OFFSET(Data!$A$1,0,0)",
    "ZZZ1": "=Data!$A$1:$A$2",
}
# What is typed, and the call whose result must come out; None: only the stored value can stay.
PANGGILAN: dict[str, tuple[str, tuple[Any, ...]] | None] = {
    "SAKIP_PREDIKAT(nilai)": ("SAKIP_PREDIKAT", (90.5,)),
    "SAKIP_PREDIKAT(Data!Nilai)": ("SAKIP_PREDIKAT", (66.5,)),
    "SAKIP_PREDIKAT('Hasil 1'!nilai)": ("SAKIP_PREDIKAT", (90.5,)),
    "SAKIP_PREDIKAT( nilai -1)": ("SAKIP_PREDIKAT", (89.5,)),
    "SAKIP_PREDIKAT(satu)": ("SAKIP_PREDIKAT", (66.5,)),
    "PERSEN_CAPAIAN(satu,Data!target)": ("PERSEN_CAPAIAN", (66.5, 80)),
    "SKM_MUTU(SKM_INDEKS(jawaban))": ("SKM_MUTU", (65.28,)),
    "SKM_INDEKS(jawaban)": ("SKM_INDEKS", ([[3] * 9, [2, 3, 2, 2, 2, 2, 2, 2, 3]],)),
    "SKM_MUTU(MAX(kolom))": ("SKM_MUTU", (80,)),
    "SAKIP_PREDIKAT(kolom)": None,
    "SAKIP_PREDIKAT(target)": None,  # of another sheet only
    "SAKIP_PREDIKAT(relatif)": None,
    "SAKIP_PREDIKAT(hitungan)": None,
    "SAKIP_PREDIKAT(geser)": None,
    "SAKIP_PREDIKAT(tiada)": None,
    "SAKIP_PREDIKAT(ZZZ1)": None,  # beyond the last column, so that it is a name
    "_xlfn.LET(_xlpm.nilai,5,SAKIP_PREDIKAT(_xlpm.nilai))": None,
    "LET(nilai,5,SAKIP_PREDIKAT(nilai))": None,
}


def test_nama_dari_satu_sel_dan_satu_blok_dibekukan_dengan_nilai_fungsinya(tmp_path: Path) -> None:
    asal, hasil = tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx"
    with xlsxwriter.Workbook(asal) as buku:
        lembar, data = buku.add_worksheet("Hasil 1"), buku.add_worksheet("Data")
        for nama, isi in BERNAMA.items():
            buku.define_name(nama, isi)
        data.write_column("A1", [66.5, 80])
        data.write_row("C1", [3] * 9)
        data.write_row("C2", [2, 3, 2, 2, 2, 2, 2, 2, 3])
        lembar.write("Z1", 90.5)
        for i, rumus in enumerate(PANGGILAN):
            lembar.write_formula(i, 0, rumus, None, "tersimpan")
    laporan = freeze_file(asal, hasil)
    jadi = run_calc([{"buka": str(hasil), "baca": [f"A{i}" for i in range(1, len(PANGGILAN) + 1)]}])[0]

    harap = [FUNGSI[kini[0]].evaluate(*kini[1]) if kini else "tersimpan" for kini in PANGGILAN.values()]
    assert dict(zip(PANGGILAN, harap, strict=True)) == dict(zip(PANGGILAN, jadi["nilai"].values(), strict=True))
    berumus = [str(satu).startswith("=") for satu in jadi["rumus"].values()]
    assert [kini is not None for kini in PANGGILAN.values()] == berumus
    assert (len(laporan.sisa), laporan.nilai) == (0, berumus.count(False))


def test_acuan_lembar_sendiri_ditulis_tanpa_lembar_dan_lembar_lain_bertanda_kutip() -> None:
    nama = DaftarNama(["S", "Bu Ani's"], [Bernama("x", None, "'Bu Ani''s'!$B$2"), Bernama("y", None, "s!$B$2:$C$3")])

    assert ("'Bu Ani''s'!$B$2", "$B$2:$C$3", None) == tuple(nama.find("S", "", x) for x in ("X", "Y", "z"))
    assert freeze_formula("SKM_MUTU('Bu Ani''s'!$B$2)", pada=HARI_CONTOH) == freeze_formula(
        "SKM_MUTU(x)", pada=HARI_CONTOH, baca=lambda awalan, satu: nama.find("S", awalan, satu)
    )


@pytest.mark.parametrize(
    "isi", ["#REF!", "Lain!$A$1", "S:T!$A$1", "'S:T'!$A$1", "[1]S!$A$1", "'[b.xlsx]S'!$A$1", "S!$A:$A", "S!$ZZZ$1", "5"]
)
def test_nama_yang_bukan_sel_buku_ini_tidak_diganti(isi: str) -> None:
    assert DaftarNama(["S", "T"], [Bernama("x", None, isi)]).find("S", "", "x") is None


def test_nama_ganda_dan_lembar_yang_tidak_dikenal_tidak_ditebak() -> None:
    ganda = DaftarNama(["S"], [Bernama("x", None, "S!$A$1"), Bernama("X", None, "S!$A$2")])
    lokal = DaftarNama(["S"], [Bernama("x", None, "S!$A$1"), Bernama("x", 0, "S!$A$2")])

    assert ganda.find("S", "", "x") is None
    assert (None, None, "S!$A$1") == (lokal.find("", "", "x"), lokal.find("T", "", "x"), lokal.find("", "[0]!", "x"))


NAMA = "<definedNames>{}</definedNames>"


def test_rumus_bersama_hanya_menyebut_sel_lembarnya_sendiri(tmp_path: Path) -> None:
    """Excel stores no shared formula that names cells of another sheet."""
    sel = (
        '<c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">SKM_MUTU(di_sini)</f><v>C</v></c>'
        '<c r="B2" t="str"><f t="shared" si="0"/><v>C</v></c>'
        '<c r="C1" t="str"><f t="shared" ref="C1:C2" si="1">SKM_MUTU(di_sana)</f><v>B</v></c>'
        '<c r="C2" t="str"><f t="shared" si="1"/><v>B</v></c>'
    )
    buku = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>'
        '<sheet name="S" sheetId="1" id="s"/><sheet name="T" sheetId="2" id="t"/></sheets><definedNames>'
        '<definedName name="di_sini">S!$A$2</definedName><definedName name="di_sana">T!$A$2</definedName>'
        "</definedNames></workbook>"
    )

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel, lain={"xl/workbook.xml": buku}))

    assert '<f t="shared" ref="B1:B2" si="0">IF(TRIM($A$2)=' in lembar
    assert '<c r="C1" t="str"><v>B</v></c><c r="C2" t="str"><v>B</v></c>' in lembar
    assert (1, 2, []) == (laporan.rumus, laporan.nilai, laporan.sisa)


def test_nama_di_validasi_dan_di_dalam_nama_lain(tmp_path: Path) -> None:
    akhir = (
        '<dataValidations count="1"><dataValidation sqref="A1"><formula1>SKM_SAMPEL(n)&gt;5</formula1>'
        "</dataValidation></dataValidations>"
    )
    nama = NAMA.format(
        '<definedName name="n">S!$A$2</definedName><definedName name="m">SKM_MUTU(n)</definedName>'
        '<definedName name="k" localSheetId="0">SKM_MUTU(p)</definedName>'
        '<definedName name="p" localSheetId="0">S!$A$2</definedName>'
    )

    lembar, bagian, laporan = freeze_buku(tmp_path, BukuAsal(akhir=akhir, nama=nama))

    assert "TRIM($A$2)" in lembar and "SKM_SAMPEL" not in lembar
    assert '<definedName name="m">IF(TRIM(S!$A$2)=' in bagian["xl/workbook.xml"]
    assert ["SKM_MUTU(p)"] == [satu.rumus for satu in laporan.sisa]


@pytest.mark.parametrize(
    ("isi", "dibekukan"),
    [
        (write_lambda("SKM_MUTU", pada=HARI_CONTOH), True),
        ("", True),  # what Calc writes for a function
        ("#NAME?", True),
        ("_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)", False),
        ("S!$A$1", False),
    ],
)
def test_fungsi_buatan_pemakai_yang_bernama_sama_tidak_dibekukan(tmp_path: Path, isi: str, dibekukan: bool) -> None:
    """In a workbook its own name wins over that of an add-in."""
    sel = '<c r="B1" t="str"><f>SKM_MUTU(A2)</f><v>B</v></c><c r="C1" t="str"><f>SKM_KINERJA(A2)</f><v>B</v></c>'
    nama = NAMA.format(f'<definedName name="skm_mutu">{escape(isi)}</definedName>')

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel, nama=nama))

    assert (1 + dibekukan, dibekukan) == (laporan.rumus, "SKM_MUTU" not in lembar)
    sebab = [] if dibekukan else ["SKM_MUTU adalah nama buatan sendiri di buku kerja ini"]
    assert sebab == [satu.sebab for satu in laporan.sisa]


def test_lembar_di_folder_lain_dibekukan_menurut_daftar_lembar(tmp_path: Path) -> None:
    sel = '<c r="B1" t="str"><f>SKM_MUTU(x)</f><v>B</v></c>'
    lain = {
        "xl/_rels/workbook.xml.rels": RELASI.replace("worksheets/sheet1.xml", "/isi/s1.xml"),
        "isi/s1.xml": LEMBAR.format(sel=sel, akhir=""),
    }
    nama = NAMA.format('<definedName name="x">S!$A$2</definedName>')

    _, bagian, laporan = freeze_buku(tmp_path, BukuAsal(nama=nama, lain=lain))

    assert (1, []) == (laporan.rumus, laporan.sisa)
    assert "TRIM($A$2)" in bagian["isi/s1.xml"]


def test_nol_dari_program_yang_tidak_menghitung_bukan_hasil(tmp_path: Path) -> None:
    """XlsxWriter stores 0 for every formula, and asks that all be computed on opening."""
    asal, hasil = tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx"
    with xlsxwriter.Workbook(asal) as buku:
        lembar = buku.add_worksheet()
        lembar.write("A1", 66.5)
        lembar.write_formula("B1", "=TERBILANG(A1)")
        lembar.write_formula("B2", "=TERBILANG(A1)", None, "enam puluh enam koma lima")
        lembar.write_formula("B3", "=SAKIP_PREDIKAT(A1)")
        lembar.write_array_formula("C1:C2", "{=TERBILANG(A1:A2)}", None, "enam puluh enam koma lima")
    laporan = freeze_file(asal, hasil)

    assert (1, 1) == (laporan.rumus, laporan.nilai)
    assert ["lembar Sheet1, sel B1", "lembar Sheet1, sel C1"] == [satu.tempat for satu in laporan.sisa]
    assert all("tidak menyimpan hasil hitungan" in satu.sebab for satu in laporan.sisa)


@pytest.mark.parametrize(
    ("lain", "nilai"),
    [
        ('<c r="C1"><v>0</v></c>', 1),
        ('<c r="C1" t="inlineStr"><is><t>dua</t></is></c>', 1),
        ('<c r="C1"/>', 0),
        ("", 0),
    ],
)
def test_larik_menjadi_nilai_hanya_bila_semua_selnya_menyimpan_hasil(tmp_path: Path, lain: str, nilai: int) -> None:
    sel = f'<c r="B1" t="str"><f t="array" ref="B1:C1">TERBILANG(A1:B1)</f><v>satu</v></c>{lain}'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel))

    assert (nilai, 1 - nilai) == (laporan.nilai, len(laporan.sisa))
    assert ("TERBILANG" in lembar) == (nilai == 0)


@pytest.mark.parametrize(
    "argumen", ["nilai?", "nilai\u20ac", "\u20acnilai", "nilai#", "nilai.x", "\\nilai", "nilai\u0301"]
)
def test_nama_lain_yang_memuat_nama_kami_tidak_dipotong(argumen: str) -> None:
    with pytest.raises(TanpaRumusError, match="argumen nik dari SKM_MUTU adalah"):
        freeze_formula(f"SKM_MUTU({argumen})", pada=HARI_CONTOH, baca=_read)


def _read(awalan: str, nama: str) -> str | None:
    return "$A$1" if (awalan, nama) == ("", "nilai") else None


@pytest.mark.parametrize(
    "ejaan",
    [
        "<definedName name='x'>S!$A$2</definedName>",
        '<definedName name="x"><![CDATA[S!$A$2]]></definedName>',
        '<definedName  name = "&#x78;" comment="a>b">\n S!$A<!-- 9 -->$2 </definedName >',
        '<definedName name="x" hidden="1">&#83;!$a$2</definedName>',
        '<definedName name="x" localSheetId=" 0 ">S!$A$2</definedName><definedName name="x">S!$A$9</definedName>',
    ],
)
def test_nama_dalam_ejaan_xml_apa_pun(tmp_path: Path, ejaan: str) -> None:
    sel = "<c r='B1' t='str'><f><![CDATA[SKM_MUTU( X )]]></f><v>B</v></c>"

    lembar, bagian, laporan = freeze_buku(tmp_path, BukuAsal(sel, nama=NAMA.format(ejaan)))

    assert (1, []) == (laporan.rumus, laporan.sisa)
    assert escape(freeze_formula("SKM_MUTU($A$2)", pada=HARI_CONTOH)) in lembar
    assert ejaan in bagian["xl/workbook.xml"]


def test_awalan_ruang_nama_di_buku_kerja(tmp_path: Path) -> None:
    buku = BUKU.format(nama=NAMA.format('<definedName name="x">S!$A$2</definedName>'))
    buku = buku.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:").replace("xmlns=", "xmlns:x=")
    sel = '<c r="B1" t="str"><f>SKM_MUTU(x)</f><v>B</v></c>'

    lembar, bagian, laporan = freeze_buku(tmp_path, BukuAsal(sel, lain={"xl/workbook.xml": buku}))

    assert (1, []) == (laporan.rumus, laporan.sisa)
    assert ("TRIM($A$2)" in lembar, buku) == (True, bagian["xl/workbook.xml"])
