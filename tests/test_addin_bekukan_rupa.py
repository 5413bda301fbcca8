"""A call over a cell that looks like what no formula sees (66,5%, a day, TRUE) keeps its value, with the reason."""

import time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.bekukan_berkas import freeze_file as freeze_pada
from addin.spec import HARI_CONTOH
from tests.alat.addin import FUNGSI, freeze_file
from tests.alat.buku_beku import RELASI, BukuAsal, freeze_buku
from tests.alat.mesin import recalc_ironcalc

PERSEN = {
    "baku 9": "0%",
    "baku 10": "0.00%",
    "buatan": "0.0%",
    "dua bagian": "0.0%;[Red]-0.0%",
    "bagian nol": '0.0%;-0.0%;"nihil"',
    "hanya yang negatif": "0.0;-0.0%",
    "bersyarat": "[>1]0.0;0.0%",
    "jarak": "_(0.0%_)",
}
BUKAN_PERSEN = ["General", "0.00", '0.0"%"', r"0.0\%", "0_%", "#,##0", '"50%"0']


def _freeze_satu(tmp_path: Path, rumus: str, format_sel: str, isi: Any = 0.665) -> tuple[int, int, list[str]]:
    """A workbook in which A1 has that format: formulas, values, reasons."""
    with xlsxwriter.Workbook(tmp_path / "asal.xlsx") as buku:
        lembar = buku.add_worksheet("S")
        lembar.write("A1", isi, buku.add_format({"num_format": format_sel}))
        lembar.write("B1", 1)
        lembar.write_formula("C1", f"={rumus}", None, 95)
    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")
    assert [] == laporan.sisa
    return laporan.rumus, laporan.nilai, [satu.sebab for satu in laporan.rupa]


@pytest.mark.parametrize("format_sel", PERSEN.values(), ids=PERSEN)
def test_fungsi_atas_sel_yang_tampak_persen_tetap_nilainya(tmp_path: Path, format_sel: str) -> None:
    assert (0, 1, ["sel A1 tampak persen"]) == _freeze_satu(tmp_path, "PERSEN_CAPAIAN(A1,B1)", format_sel)


@pytest.mark.parametrize("format_sel", BUKAN_PERSEN)
def test_tanda_persen_di_dalam_teks_format_bukan_persen(tmp_path: Path, format_sel: str) -> None:
    assert (1, 0, []) == _freeze_satu(tmp_path, "PERSEN_CAPAIAN(A1,B1)", format_sel)


@pytest.mark.parametrize(
    "rumus",
    [
        "KATEGORI_CAPAIAN(PERSEN_CAPAIAN(A1,1))",
        "PERSEN_CAPAIAN(B1,$A$1)",
        "SAKIP_PREDIKAT(((A1)))",
        "SAKIP_PREDIKAT(IF(B1>0,A1,B1))",
        "SAKIP_PREDIKAT(IFERROR(S!a1,0))",
        'IF(B1>0,"x"&SAKIP_PREDIKAT( A1 ),"")',
        "SAKIP_NILAI(B1,A1,B1,B1)",
    ],
)
def test_sel_persen_di_argumen_mana_pun_dikenal(tmp_path: Path, rumus: str) -> None:
    assert (0, 1, ["sel A1 tampak persen"]) == _freeze_satu(tmp_path, rumus, "0.0%")


@pytest.mark.parametrize(
    "rumus",
    [
        "SAKIP_PREDIKAT(A1*100)",  # a number, in every host too
        "SAKIP_PREDIKAT(MAX(A1,B1))",
        "SAKIP_PREDIKAT(IF(B1>0,A1,B1)*100)",
        "SAKIP_PREDIKAT(IF(A1>0,B1,B1))",
        "SKM_SAMPEL(A1)",  # a number of people
        "ANGGARAN_SERAPAN(A1,B1)",  # rupiah
        "SAKIP_PREDIKAT([1]S!A1)",
        "IF(A1>0,SAKIP_PREDIKAT(B1),0)",
    ],
)
def test_yang_bukan_sel_persen_bagi_fungsi_tetap_menjadi_rumus(tmp_path: Path, rumus: str) -> None:
    assert (1, 0, []) == _freeze_satu(tmp_path, rumus, "0.0%")


@pytest.mark.parametrize(
    ("format_sel", "isi", "sebab"),
    [
        ("dd/mm/yyyy", 45000, ["sel A1 berisi tanggal"]),
        ("[h]:mm", 0.5, ["sel A1 berisi tanggal"]),
        ("General", True, ["sel A1 berisi TRUE atau FALSE"]),
    ],
)
@pytest.mark.parametrize("rumus", ["PERSEN_CAPAIAN(A1,B1)", "ANGGARAN_SERAPAN(B1,A1)", "SKM_NILAI(A1:B1)"])
def test_tanggal_dan_logis_yang_ditolak_fungsi_tetap_nilainya(
    tmp_path: Path, rumus: str, format_sel: str, isi: Any, sebab: list[str]
) -> None:
    assert (0, 1, sebab) == _freeze_satu(tmp_path, rumus, format_sel, isi)


def test_nilai_yang_tinggal_sama_dengan_hasil_fungsi_atas_teks_persennya(tmp_path: Path) -> None:
    """Beside it a frozen formula goes on computing from that value."""
    capaian = FUNGSI["PERSEN_CAPAIAN"].evaluate("95%", 100)
    with xlsxwriter.Workbook(tmp_path / "asal.xlsx") as buku:
        lembar = buku.add_worksheet("S")
        lembar.write("A1", 0.95, buku.add_format({"num_format": "0%"}))
        lembar.write_formula("B1", "=PERSEN_CAPAIAN(A1,100)", None, capaian)
        lembar.write_formula("C1", "=KATEGORI_CAPAIAN(B1)", None, "basi")

    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")

    assert (1, 1) == (laporan.rumus, laporan.nilai)
    assert ["lembar S, sel B1"] == [satu.tempat for satu in laporan.rupa]
    assert {("S", "C1"): "Sangat Tinggi"} == recalc_ironcalc(tmp_path / "hasil.xlsx")


def test_format_kolom_dan_baris_berlaku_bagi_sel_yang_tidak_tersimpan(tmp_path: Path) -> None:
    """A cell of its own decides for itself, also one that is plain inside a column of per cent."""
    rumus = {
        "H1": ("SAKIP_PREDIKAT(A9)", "A9"),
        "H2": ("SAKIP_PREDIKAT(A2)", ""),
        "H3": ("SAKIP_PREDIKAT(B3)", "B3"),
        "H4": ("SAKIP_PREDIKAT(B4)", ""),
        "H5": ("SAKIP_PREDIKAT(A5)", ""),
    }
    with xlsxwriter.Workbook(tmp_path / "asal.xlsx") as buku:
        lembar = buku.add_worksheet("S")
        persen, biasa = buku.add_format({"num_format": "0%"}), buku.add_format({"num_format": "0.0"})
        lembar.set_column("A:A", 9, persen)
        lembar.write("A2", 66.5, biasa)
        lembar.set_row(2, None, persen)
        lembar.set_row(4, None, biasa)
        for sel, (satu, _) in rumus.items():
            lembar.write_formula(sel, f"={satu}", None, "B")

    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")

    harap = [(f"lembar S, sel {di}", f"sel {sel} tampak persen") for di, (_, sel) in rumus.items() if sel]
    assert harap == [(satu.tempat, satu.sebab) for satu in laporan.rupa]


def test_lembar_lain_nama_dan_tabel_dibaca_sampai_ke_selnya(tmp_path: Path) -> None:
    persen = {"A1": "SAKIP_PREDIKAT('Data 1'!B3)", "A2": "SAKIP_PREDIKAT(capaian)", "A3": "SAKIP_PREDIKAT(T[@[nilai]])"}
    biasa = {"B1": "SAKIP_PREDIKAT('Data 1'!C3)", "B2": "SAKIP_PREDIKAT(lain)", "B3": "SAKIP_PREDIKAT(T[@[skor]])"}
    with xlsxwriter.Workbook(tmp_path / "asal.xlsx") as buku:
        lembar, data = buku.add_worksheet("S"), buku.add_worksheet("Data 1")
        buku.define_name("capaian", "='Data 1'!$B$3")
        buku.define_name("lain", "='Data 1'!$C$3")
        data.add_table("B2:C5", {"name": "T", "columns": [{"header": "nilai"}, {"header": "skor"}]})
        data.write_column("B3", [0.665, 0.9, 0.7], buku.add_format({"num_format": "0.0%"}))
        data.write_column("C3", [66.5, 90, 70])
        for sel, satu in (persen | biasa).items():
            lembar.write_formula(sel, f"={satu}", None, "B")

    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx")

    assert [f"lembar S, sel {sel}" for sel in persen] == [satu.tempat for satu in laporan.rupa]
    assert {"sel B3 di lembar Data 1 tampak persen"} == {satu.sebab for satu in laporan.rupa}
    assert (3, []) == (laporan.rumus, laporan.sisa)


GAYA = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="10"/>'
    '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
LAIN = {
    "xl/styles.xml": GAYA,
    "xl/_rels/workbook.xml.rels": RELASI.replace(
        "<Relationships>", '<Relationships><Relationship Id="g" Type="x/styles" Target="styles.xml"/>'
    ),
}
BERSAMA = (
    '<c r="B1" t="str"><f t="shared" ref="B1:B2" si="0">SKM_MUTU({acuan})</f><v>C</v></c>'
    '<c r="B2" t="str"><f t="shared" si="0"/><v>D</v></c>'
)


@pytest.mark.parametrize(
    ("acuan", "persen"), [("F1", True), ("F2", False), ("F$1", False), ("$F1", True), ("E1", False)]
)
def test_pengikut_rumus_bersama_dilihat_pada_selnya_sendiri(tmp_path: Path, acuan: str, persen: bool) -> None:
    """F2 is the one that shows per cent; the first cell of the shared formula, or its follower, may look at it."""
    acuan = acuan.replace("F2", "G1")
    sel = BERSAMA.format(acuan=acuan) + '<c r="F1"><v>66.5</v></c><c r="F2" s="1"><v>0.665</v></c>'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel, lain=LAIN))

    assert (2 * persen, 1 - persen, []) == (laporan.nilai, laporan.rumus, laporan.sisa)
    assert persen == ('<c r="B1" t="str"><v>C</v></c><c r="B2" t="str"><v>D</v></c>' in lembar)
    assert {"sel F2 tampak persen"} >= {satu.sebab for satu in laporan.rupa}


@pytest.mark.parametrize(
    ("akhir", "sebab"),
    [
        ('<conditionalFormatting sqref="A1:A9"><cfRule><formula>SKM_MUTU(F1)="D"</formula></cfRule>', "F2"),
        ('<conditionalFormatting sqref="A1"><cfRule><formula>SKM_MUTU(F1)="D"</formula></cfRule>', ""),
        ('<conditionalFormatting sqref="A1:A9"><cfRule><formula>SKM_MUTU(F$1)="D"</formula></cfRule>', ""),
        ('<dataValidation sqref="A1:A2"><formula1>SKM_SAMPEL(F1)</formula1></dataValidation>', ""),
        ("<x14:cfRule><xm:f>SKM_MUTU(F1)=1</xm:f></x14:cfRule>", "A1"),
        ("<x14:cfRule><xm:f>SKM_MUTU($G1)=1</xm:f></x14:cfRule>", ""),
    ],
)
def test_aturan_atas_sel_persen_dilaporkan(tmp_path: Path, akhir: str, sebab: str) -> None:
    """No value could stay. Of newer rules it is not known for which cells they are, so A1 counts as well."""
    if akhir.startswith("<conditionalFormatting"):
        akhir += "</conditionalFormatting>"
    sel = '<c r="F1"><v>66.5</v></c><c r="F2" s="1"><v>0.665</v></c>'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel, akhir=akhir, lain=LAIN))

    assert [f"sel {sebab} tampak persen"] * bool(sebab) == [satu.sebab for satu in laporan.sisa]
    assert (laporan.rumus, akhir in lembar) == (int(not sebab), bool(sebab))


def test_kolom_tabel_atas_kolom_persen_dilaporkan(tmp_path: Path) -> None:
    tabel = (
        '<table name="T" displayName="T" ref="F1:G2"><tableColumns><tableColumn name="nik"/><tableColumn name="mutu">'
        "<calculatedColumnFormula>SKM_MUTU({})</calculatedColumnFormula></tableColumn></tableColumns></table>"
    )
    relasi = '<Relationships><Relationship Id="t" Type="x/table" Target="../tables/table1.xml"/></Relationships>'
    sel = '<c r="F2" s="1"><v>0.665</v></c><c r="G2"><v>5</v></c>'
    for argumen, sisa in (("T[[#This Row],[nik]]", 1), ("F2", 1), ("$F$1", 0), ("T[[#This Row],[mutu]]", 0)):
        lain = {"xl/worksheets/_rels/sheet1.xml.rels": relasi, "xl/tables/table1.xml": tabel.format(argumen)}
        _, _, laporan = freeze_buku(tmp_path, BukuAsal(sel, lain=LAIN | lain))
        (tmp_path / "hasil.xlsx").unlink()

        assert (sisa, 1 - sisa) == (len(laporan.sisa), laporan.rumus)


def test_gaya_dasar_persen_berlaku_bagi_semua_sel(tmp_path: Path) -> None:
    gaya = GAYA.replace('<cellXfs><xf numFmtId="0"/>', '<cellXfs><xf numFmtId="9"/>')
    sel = '<c r="B1" t="str"><f>SKM_MUTU(Z9)</f><v>C</v></c>'

    _, _, laporan = freeze_buku(tmp_path, BukuAsal(sel, lain=LAIN | {"xl/styles.xml": gaya}))

    assert ["sel Z9 tampak persen"] == [satu.sebab for satu in laporan.rupa]


def test_aturan_hari_lain_membiarkan_sel_persen_dan_menyebut_keduanya(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "asal.xlsx") as buku:
        lembar = buku.add_worksheet()
        lembar.write("A1", 0.95, buku.add_format({"num_format": "0%"}))
        lembar.write_formula("B1", "=SAKIP_PREDIKAT(A1)", None, "AA")

    laporan = freeze_pada(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx", pada=HARI_CONTOH, hari_lain=True)

    assert (0, 0) == (laporan.rumus, laporan.nilai)
    assert ["sel A1 tampak persen; hasil yang tersimpan menurut aturan hari lain"] == [x.sebab for x in laporan.sisa]


def test_lembar_besar_dengan_ribuan_panggilan_tetap_cepat(tmp_path: Path) -> None:
    banyak = 5_000
    sel = [
        f'<row r="{i}"><c r="A{i}" s="1"><v>0.6</v></c><c r="B{i}"><v>66</v></c><c r="C{i}" t="str">'
        f'<f t="shared" si="0"{f" ref=%sC1:C{banyak}%s" % (chr(34), chr(34)) if i == 1 else ""}>'
        f'{"SKM_MUTU(B1)" if i == 1 else ""}</f><v>C</v></c><c r="D{i}" t="str"><f>SKM_MUTU(A{i})</f><v>C</v></c></row>'
        for i in range(1, banyak + 1)
    ]
    lembar = (
        f"<worksheet><cols><col min='5' max='9' style='1'/></cols><sheetData>{''.join(sel)}</sheetData></worksheet>"
    )

    mulai = time.process_time()
    _, _, laporan = freeze_buku(tmp_path, BukuAsal(lain=LAIN | {"xl/worksheets/sheet1.xml": lembar}))

    assert (1, banyak, banyak) == (laporan.rumus, laporan.nilai, len(laporan.rupa))
    assert time.process_time() - mulai < 20
