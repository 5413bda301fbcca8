"""Cells in LibreOffice Calc as they stand: blanks, whole columns, errors, per cent; typed, filled, undone, loaded."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin.build.oxt import build_oxt
from tests.alat.calc import run_calc

Hasil = dict[str, Any]
SEL = "ID.KINERJA.FUNGSI.KINERJASEL"


def _write_excel(path: Path, *, terkunci: bool = False) -> Path:
    """A file as an Excel with the add-in leaves it: A1 and A3 blank, A2 zero; cached results that are false."""
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write("A2", 0)
        lembar.write("A4", 0.665, buku.add_format({"num_format": "0.0%"}))
        for i in range(1, 5):
            lembar.write_formula(f"B{i}", f"=_xldudf_SAKIP_PREDIKAT(A{i})", None, "basi")
        lembar.write_formula("B5", '=IF(A2>=0,_xldudf_SAKIP_PREDIKAT($A$1),"")', None, "basi")
        lembar.write_formula("B6", "=_xldudf_SAKIP_PREDIKAT(_xldudf_SAKIP_NILAI(A1,A2,A3,A2))", None, "basi")
        if terkunci:
            lembar.protect("rahasia")
    return path


def _write_komentar(path: Path) -> Path:
    """Three formulas one below the other, of which one has a comment."""
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write_column("A1", [66.5, 66.5, 66.5])
        for i in (1, 2, 3):
            lembar.write_formula(f"B{i}", f"=_xldudf_SAKIP_PREDIKAT(A{i})", None, "basi")
        lembar.write_comment("B2", "Sudah diperiksa")
    return path


def _write_nama(path: Path) -> Path:
    """Names that Excel allows: with a dot, and of another sheet."""
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        buku.add_worksheet("Data").write("A1", 0.665, buku.add_format({"num_format": "0.0%"}))
        nama = {"Data.Titik": "$A$1", "Data!Lokal": "$A$1", "Data!Kosong": "$A$9"}
        for satu, isi in nama.items():
            buku.define_name(satu, f"=Data!{isi}")
        lembar.write_formula("B1", "=_xldudf_PERSEN_CAPAIAN(Data.Titik,100)", None, "basi")
        lembar.write_formula("B2", "=_xldudf_PERSEN_CAPAIAN(Data!Lokal,100)", None, "basi")
        lembar.write_formula("B3", "=_xldudf_SAKIP_PREDIKAT(Data!Kosong)", None, "basi")
    return path


def _write_larik(path: Path) -> Path:
    """An array formula as an older version of this add-in left it, a reference to a blank cell bare in it."""
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write_array_formula("B1:B2", "{=ID.KINERJA.FUNGSI.SAKIPPREDIKAT(A1)}", None, "basi")
        lembar.write_formula("C1", "=ID.KINERJA.FUNGSI.SAKIPPREDIKAT(A1)", None, "basi")
    return path


def _type(sel: str, rumus: str) -> list[Any]:
    return ["EnterString", sel, {"StringName": rumus}]


RUMUS = {
    "Z1": "=SAKIP_PREDIKAT(Nilai)",
    "Z2": '=SAKIP_PREDIKAT(INDIRECT("A9"))',
    "Z3": "=SAKIP_PREDIKAT(INDEX(A1:A9;9))",
    "Z4": "=SAKIP_PREDIKAT(OFFSET(A1;8;0))",
    "Z5": "=SAKIP_PREDIKAT(IF(1;A9;A1))",
    "Z6": "=SAKIP_PREDIKAT(+(A9))",
    "Z7": "=SAKIP_PREDIKAT(CHOOSE(1;A9;A1))",
    "Z8": "=SAKIP_PREDIKAT(A1:A9!A9:B9)",
    "Z9": "=SAKIP_PREDIKAT(SAKIP_NILAI(A9;A1;A1;A1))",
    "Z10": '=IF(A9>=0;SKM_MUTU(A9);"")',
}
NOL = {
    "Y1": "=SAKIP_PREDIKAT(A2)",
    "Y2": "=SAKIP_PREDIKAT(A2*1)",
    "Y3": "=SAKIP_PREDIKAT(0)",
    "Y4": "=SAKIP_PREDIKAT(A2:A2)",
}


RAGU: Hasil = {
    "isi": {"A1": 20, "B2": 0},
    "rumus": {
        "C1": "=SAKIP_PREDIKAT(VLOOKUP(20;A1:B1;2;0))",
        "C2": '=KINERJA_ALASAN("SAKIP_PREDIKAT";VLOOKUP(20;A1:B1;2;0))',
        "C3": "=SAKIP_PREDIKAT(VLOOKUP(20;A1:B1;2;0)+0)",
        "C4": "=SAKIP_PREDIKAT(0)",
        "C5": "=SAKIP_PREDIKAT(VLOOKUP(20;A1:B1;1;0))",
        "C6": "=SAKIP_PREDIKAT(Tetap)",
        "C7": "=SAKIP_PREDIKAT(LOOKUP(20;A1:A2;B1:B2)*1)",
        "C8": "=SAKIP_PREDIKAT(IF(A9>0;A9))",
        "C9": '=SAKIP_PREDIKAT(IF(A9>0;A9;""))',
        "C10": "=SAKIP_PREDIKAT(IFERROR(VLOOKUP(20;A1:B1;2;0);0))",
        "C11": "=SAKIP_PREDIKAT(IFERROR(INDEX(A:A;MATCH(20;A1:A3;0)+8);0))",
        "C12": "=SAKIP_PREDIKAT(IFERROR(IF(COUNT(A1:A3)>0;A9;0);0))",
        "C13": "=SAKIP_PREDIKAT(IFNA(VLOOKUP(20;A1:B1;2;0);0))",
        "C14": "=SAKIP_PREDIKAT(IFERROR(A8:A9;0))",
    },
    "nama": {"Tetap": "66.5"},
    "larik": {"D1:D2": "=SAKIP_PREDIKAT(VLOOKUP({20;20};A1:B1;2;0))", "D3:D4": "=SAKIP_PREDIKAT(IFERROR(A8:A9;0))"},
    "baca": ["D1:D2", "D3:D4", *(f"C{i}" for i in range(1, 15))],
}

GALAT: Hasil = {
    "isi": {"A1": 66.5, "A3": 101, "A5": 0.665, "A6": 0.05, "A7": 45511, "A8": 0.0639, "A9": 1, "A10": 90.5},
    "format": {"A5": "0.0%", "A6": "0%", "A7": "D-MMM", "A8": "H:MM", "A9": "BOOLEAN", "A10": "#,##0.00"},
    "rumus": {
        "A2": "=1/0",
        "C1": "=SAKIP_PREDIKAT(A2)",
        "C2": '=KINERJA_ALASAN("SKM_INDEKS";A1:A2)',
        "C3": "=SAKIP_PREDIKAT(IFERROR(A2;0))",
        "C4": "=SAKIP_PREDIKAT(A5)",
        "C5": "=SKM_SAMPEL(1200;A6)",
        "C6": '=KINERJA_ALASAN("SAKIP_PREDIKAT";A5)',
        "C7": "=PERSEN_CAPAIAN(7;A7)",
        "C8": "=PERSEN_CAPAIAN(7;A8)",
        "C9": '=KINERJA_ALASAN("KATEGORI_CAPAIAN";A9)',
        "C10": '=KINERJA_ALASAN("PERSEN_CAPAIAN";7;A7)',
        "C11": "=SAKIP_PREDIKAT(A10)",
        "C12": "=TERBILANG(A7)",
        "D1": "=SAKIP_PREDIKAT(A1:A2~A4:A5)",
        "D2": "=SAKIP_PREDIKAT((A1~A5))",
        "D3": "=SKM_INDEKS(Gabung)",
        "D4": '=SAKIP_PREDIKAT(A1)&{"x"}',
    },
    "nama": {"Gabung": "$Sheet1.$A$1~$Sheet1.$A$5"},
    "larik": {"B1:B5": "=SAKIP_PREDIKAT(A1:A5)", "E4:E6": '=SAKIP_PREDIKAT(IF(A3:A5<>9;A3:A5;""))'},
    "baca": ["B1:B5", "E4:E6", *(f"C{i}" for i in range(1, 13)), "D1", "D2", "D3", "D4"],
}

BAGIAN = ['0.0%;-0.0%;"-"', "0%;0", "[<=1]0%;0", '[=0]"-";0.0%', '_(* 0.00%_);_(* (0.00%);_(* "-"??_);_(@_)']
"""Formats in several sections, of which Calc does not tell the kind; 0,665 shows per cent in each."""
BUKAN = ['0.0"%";"-"', "0;0%", "[>1]0%;0.0", '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)']
CAMPUR: Hasil = {
    "isi": {f"A{i}": 0.665 for i in range(1, 6)} | {f"A{i}": 0.5 for i in range(6, 10)} | {"A10": 45511, "A11": 66.5},
    "format": dict(zip([f"A{i}" for i in range(1, 12)], [*BAGIAN, *BUKAN, "D/M;0", "[<=1]0%;0"], strict=True)),
    "rumus": {f"B{i}": f"=PERSEN_CAPAIAN(A{i};100)" for i in range(1, 12)},
    "larik": {"C1:C11": "=PERSEN_CAPAIAN(A1:A11;100)"},
    "baca": ["C1:C11", *(f"B{i}" for i in range(1, 12))],
}

LEMBAR: Hasil = {
    "isi": {"A1": 4, "A2": 4},
    "lembar": {
        "Data": {
            "isi": {"A1": 0.665, "A2": 4},
            "format": {"A1": "0.0%"},
            "nama": {"Lokal": "$Data.$A$1", "Kosong": "$Data.$A$9"},
        }
    },
    "nama": {"Tiga": "$Sheet1.$A$1:$Data.$A$2"},
    "rumus": {
        "B1": "=SKM_INDEKS(Sheet1.A1:Data.A2)",
        "B2": "=SKM_INDEKS(Tiga)",
        "B3": "=SKM_NILAI(Sheet1.A1:Data.A1)",
        "B4": '=KINERJA_ALASAN("SKM_INDEKS";Sheet1.A1:Data.A2)',
        "B5": "=PERSEN_CAPAIAN(Data.Lokal;100)",
        "B6": "=SAKIP_PREDIKAT($Data.Kosong)",
        "B7": "=PERSEN_CAPAIAN($Data.A1;100)",
    },
    "baca": [f"B{i}" for i in range(1, 8)],
}

PERSEN: Hasil = {
    "isi": {"A1": 0.665, "A2": 0.665},
    "format": {"A1": "0.0%", "A2": "0.0%"},
    "rumus": {
        "B1": "=PERSEN_CAPAIAN(A2:INDEX(A:A;2);100)",
        "B2": "=PERSEN_CAPAIAN(A1:OFFSET(A1;0;0);100)",
        "B3": "=PERSEN_CAPAIAN(INDEX((A1:A3);1);100)",
        "B4": "=PERSEN_CAPAIAN(IF(1;A1);100)",
        "B5": "=PERSEN_CAPAIAN(INDEX(IF(1;A1:A3;C1:C3);1);100)",
        "B6": "=PERSEN_CAPAIAN(INDEX(CHOOSE(1;A1:A3);1);100)",
        "B7": "=PERSEN_CAPAIAN(INDEX((C1:C3~A1:A3);1;1;2);100)",
        "B8": "=PERSEN_CAPAIAN(Hitung;100)",
        "C1": "=SAKIP_PREDIKAT(A3:INDEX(A:A;3))",
        "C2": "=SAKIP_PREDIKAT(INDEX((A1:A3);3))",
        "C3": "=SAKIP_PREDIKAT(IF(1;A3))",
    },
    "nama": {"Hitung": "INDEX($Sheet1.$A$1:$A$3;1)"},
    "baca": [*(f"B{i}" for i in range(1, 9)), "C1", "C2", "C3"],
}

TERPISAH: Hasil = {
    "blok_rumus": {"B1:B4000": [[f"=A{i}*2" if i % 2 else ""] for i in range(1, 4001)]},
    "rumus": {"C1": "=SAKIP_PREDIKAT(A1)"},
    "ubah": [10, 20, 30, 40, 66.5],
    "baca": ["C1", "B1"],
}
LARIK: Hasil = {
    "blok": {"A1:A4000": [[66.5]] * 4000},
    "larik": {"B1:B4000": "=SAKIP_PREDIKAT(A1:A4000)"},
    "rumus": {"C1": '=COUNTIF(B1:B4000;"B")'},
    "baca": ["C1"],
}
SELANG: Hasil = {
    "blok": {"A1:A1000": [[0.665]] * 1000},
    "format": {f"A{i}": "0.0%" for i in range(1, 1001, 2)},
    "larik": {"B1:B1000": "=PERSEN_CAPAIAN(A1:A1000;100)"},
    "baca": ["B1:B1000"],
}

KOLOM: Hasil = {
    "blok": {"A1:A100": [[i] for i in range(1, 101)]},
    "rumus": {"C1": "=SAKIP_PREDIKAT(A:A)", "C2": "=SAKIP_PREDIKAT(1:1)", "C3": "=SKM_NILAI(A101:A1048576)"},
    "larik": {"B1:B100": "=SAKIP_PREDIKAT(A:A)"},
    "baca": ["C1", "C2", "C3", "B1:B100"],
}


def _make_ketik(folder: Path) -> Hasil:
    """What a user does with menus and keys, and the files that are saved then."""
    return {
        "tampil": True,
        "isi": {"A2": 0, "A3": 66.5, "C2": 66.5, "C3": 0},
        "gerak": [
            _type("B1", "=SAKIP_PREDIKAT(A1)"),
            ["FillDown", "B1:B3", {}],
            _type("C1", "=SAKIP_PREDIKAT($Sheet1.$A$1)"),
            ["Copy", "B1", {}],
            ["Paste", "D1:D3", {}],  # refers to C1:C3
            _type("E1", "=SAKIP_PREDIKAT(A1)"),
            ["Undo", "A9", {}],
            _type("F1", "=SAKIP_PREDIKAT(A1)"),
            ["Undo", "A9", {}],
            ["Redo", "A9", {}],
        ],
        "baca": ["B1:B3", "C1", "D1:D3", "E1", "F1"],
        "simpan": {str(folder / "a.ods"): "calc8", str(folder / "a.xlsx"): "Calc MS Excel 2007 XML"},
    }


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Hasil]:
    folder = tmp_path_factory.mktemp("sel")
    isi = {"A1": 66.5, "A2": 0, "A4": 0.665, "A5": 0.665, "A6": 0.05}
    tugas: dict[str, Hasil] = {
        "acuan": {"isi": isi, "nama": {"Nilai": "$Sheet1.$A$9"}, "baca": [*RUMUS, *NOL]},
        "api": {"isi": isi, "rumus": {k: v for k, v in (RUMUS | NOL).items() if k != "Z1"}},
        "ketik": _make_ketik(folder),
        "ragu": RAGU,
        "galat": GALAT,
        "kolom": KOLOM,
        "komentar": {
            "buka": str(_write_komentar(folder / "c.xlsx")),
            "baca": ["B1:B3"],
            "simpan": {str(folder / "c.ods"): "calc8"},
        },
        "terpisah": TERPISAH,
        "larik": LARIK,
        "selang": SELANG,
        "campur": CAMPUR,
        "persen": PERSEN,
        "lembar": LEMBAR,
        "titik": {"buka": str(_write_nama(folder / "n.xlsx")), "baca": ["B1", "B2", "B3"]},
        "excel": {"buka": str(_write_excel(folder / "e.xlsx")), "hitung": False},
        "terkunci": {"buka": str(_write_excel(folder / "k.xlsx", terkunci=True)), "tampil": True, "hitung": False},
        "tetap": {"buka": str(_write_larik(folder / "l.xlsx")), "baca_saja": True, "baca": ["B1", "C1"]},
        "lama": {"buka": str(folder / "l.xlsx"), "baca": ["B1", "C1"]},
        "ods": {"buka": str(folder / "a.ods"), "baca": ["B1:B3", "C1", "D1:D3"]},
        "xlsx": {"buka": str(folder / "a.xlsx"), "baca": ["B1:B3", "C1", "D1:D3"]},
    }
    tugas["acuan"]["rumus"] = NOL
    tugas["acuan"]["gerak"] = [_type(sel, rumus) for sel, rumus in RUMUS.items()]
    tugas["acuan"]["tampil"] = True
    tugas["api"]["baca"] = [*tugas["api"]["rumus"]]
    for nama in ("excel", "terkunci"):
        tugas[nama]["baca"] = [f"B{i}" for i in range(1, 7)]
    hasil = dict(zip(tugas, run_calc(list(tugas.values()), build_oxt(folder)), strict=True))
    hasil["komentar"]["ods"] = zipfile.ZipFile(folder / "c.ods").read("content.xml").decode()
    return hasil


@pytest.mark.parametrize("sel", RUMUS)
def test_sel_kosong_memberi_sel_kosong_dengan_cara_apa_pun_dirujuk(calc: dict[str, Hasil], sel: str) -> None:
    assert calc["acuan"]["nilai"][sel] is None
    assert sel == "Z1" or calc["api"]["nilai"][sel] is None


def test_nol_yang_sungguh_nol_tetap_predikat_e(calc: dict[str, Hasil]) -> None:
    for nilai in (calc["acuan"]["nilai"], calc["api"]["nilai"]):
        assert ["E"] * 4 == [nilai[sel] for sel in NOL]


def test_rumus_yang_diketik_diisikan_ke_bawah_dan_ditempel(calc: dict[str, Hasil]) -> None:
    nilai = calc["ketik"]["nilai"]

    assert [[None], ["E"], ["B"]] == nilai["B1:B3"]
    assert nilai["C1"] is None
    assert [[None], ["B"], ["E"]] == nilai["D1:D3"]
    assert f"=ID.KINERJA.FUNGSI.SAKIPPREDIKAT({SEL}($Sheet1.$A$1))" == calc["ketik"]["rumus"]["C1"]


def test_batal_satu_langkah_menghapus_rumus_dan_ulang_mengembalikannya(calc: dict[str, Hasil]) -> None:
    rumus = calc["ketik"]["rumus"]

    assert ("", f"=ID.KINERJA.FUNGSI.SAKIPPREDIKAT({SEL}(A1))") == (rumus["E1"], rumus["F1"])


@pytest.mark.parametrize("jenis", ["ods", "xlsx"])
def test_berkas_yang_disimpan_dibuka_lagi_sama(calc: dict[str, Hasil], jenis: str) -> None:
    for sel in ("B1:B3", "C1", "D1:D3"):
        assert calc["ketik"]["nilai"][sel] == calc[jenis]["nilai"][sel]
        assert calc["ketik"]["rumus"][sel] == calc[jenis]["rumus"][sel]
    assert calc[jenis]["diubah"] is False


@pytest.mark.parametrize("berkas", ["excel", "terkunci"])
def test_berkas_dari_excel_yang_dibuka_tanpa_jendela_atau_terkunci(calc: dict[str, Hasil], berkas: str) -> None:
    assert [None, "E", None, "B", None, None] == list(calc[berkas]["nilai"].values())


@pytest.mark.parametrize("cara", ["tetap", "lama"])
def test_rumus_larik_dari_add_in_yang_lama_diperbaiki_juga_bila_hanya_dibaca(calc: dict[str, Hasil], cara: str) -> None:
    assert {"B1": None, "C1": None} == calc[cara]["nilai"]


def test_kosong_dari_rumus_lain_bukan_predikat_melainkan_na_dengan_alasan(calc: dict[str, Hasil]) -> None:
    nilai = calc["ragu"]["nilai"]

    assert ("#N/A", "E", "E", "D") == tuple(nilai[f"C{i}"] for i in (1, 3, 4, 5))
    assert ("B", "E", "#N/A", None) == tuple(nilai[f"C{i}"] for i in (6, 7, 8, 9))
    assert "#N/A Angka 0 di sini mungkin sel kosong. Bila memang angka, tulis +0 di belakangnya." == nilai["C2"]


def test_sel_galat_dalam_rentang_tidak_merusak_baris_lain(calc: dict[str, Hasil]) -> None:
    nilai = calc["galat"]["nilai"]

    assert [["B"], ["#DIV/0!"], ["#NUM!"], [None], ["B"]] == nilai["B1:B5"]
    assert [["#NUM!"], [None], ["B"]] == nilai["E4:E6"]
    assert ("#DIV/0!", "E") == (nilai["C1"], nilai["C3"])
    assert "#DIV/0! jawaban, baris 2 kolom 1: Sel masukan berisi #DIV/0!." == nilai["C2"]


def test_sel_berformat_persen_dibaca_seperti_tampaknya(calc: dict[str, Hasil]) -> None:
    """291 respondents of 1.200 at 5 per cent is in the table of Krejcie and Morgan: there a share stays a share."""
    nilai = calc["galat"]["nilai"]

    assert ("B", 291.0, "tidak ada galat") == (nilai["C4"], nilai["C5"], nilai["C6"])


def test_tanggal_dan_true_di_sel_ditolak_bukan_dihitung(calc: dict[str, Hasil]) -> None:
    """7-8 typed into a cell is the 7th of August; as a number it would be a target of 45.511."""
    nilai = calc["galat"]["nilai"]

    assert ["#VALUE!"] * 3 == [nilai["C7"], nilai["C8"], nilai["C12"]]
    assert "#VALUE! persen: Di sini harus angka, bukan TRUE/FALSE." == nilai["C9"]
    assert nilai["C10"].startswith("#VALUE! target: Isinya sudah menjadi tanggal atau waktu (07-08-2024).")
    assert "AA" == nilai["C11"]


def test_rumus_yang_berakhir_dengan_larik_tetap_utuh(calc: dict[str, Hasil]) -> None:
    assert "Bx" == calc["galat"]["nilai"]["D4"]


def test_gabungan_rentang_ditolak_tidak_dibaca_sebagian(calc: dict[str, Hasil]) -> None:
    nilai = calc["galat"]["nilai"]

    assert ["Err:504"] * 3 == [nilai["D1"], nilai["D2"], nilai["D3"]]


def test_kolom_utuh_dipotong_sampai_akhir_isi_lembar(calc: dict[str, Hasil]) -> None:
    """Three whole columns or rows and a hundred results; copying one column alone took a minute."""
    kolom = calc["kolom"]

    assert ("#NUM!", "#NUM!", None) == (kolom["nilai"]["C1"], kolom["nilai"]["C2"], kolom["nilai"]["C3"])
    assert [["#NUM!"], ["D"], ["C"], ["AA"]] == [kolom["nilai"]["B1:B100"][i] for i in (0, 29, 30, 99)]
    assert kolom["detik"] < 3


def test_format_dalam_beberapa_bagian_dibaca_seperti_tampaknya(calc: dict[str, Hasil]) -> None:
    """Of 66,5% of 100 the achievement is 66,5; a number without per cent, 0,5 of 100, is 0,5; 7-8 is a day."""
    nilai = calc["campur"]["nilai"]
    harap = [66.5] * 5 + [0.5] * 4 + ["#VALUE!", 66.5]

    assert harap == [nilai[f"B{i}"] for i in range(1, 12)] == [satu for (satu,) in nilai["C1:C11"]]


def test_titik_dua_di_dalam_iferror_bukan_berarti_rentang(calc: dict[str, Hasil]) -> None:
    nilai = calc["ragu"]["nilai"]

    assert ("#N/A", None, None, "#N/A") == tuple(nilai[f"C{i}"] for i in (10, 11, 12, 13))
    assert [[None], [None]] == nilai["D3:D4"]


def test_nol_yang_mungkin_kosong_ditandai_juga_di_dalam_larik(calc: dict[str, Hasil]) -> None:
    assert [["#N/A"], ["#N/A"]] == calc["ragu"]["nilai"]["D1:D2"]


def test_rentang_yang_melintasi_lembar_ditolak(calc: dict[str, Hasil]) -> None:
    nilai = calc["lembar"]["nilai"]

    assert ["#VALUE!"] * 3 == [nilai[f"B{i}"] for i in (1, 2, 3)]
    assert nilai["B4"].startswith("#VALUE! ") and "satu lembar" in nilai["B4"]


def test_nama_milik_lembar_lain_dan_nama_bertitik_adalah_acuan(calc: dict[str, Hasil]) -> None:
    nilai = calc["lembar"]["nilai"]

    assert (66.5, None, 66.5) == tuple(nilai[f"B{i}"] for i in (5, 6, 7))
    assert {"B1": 66.5, "B2": 66.5, "B3": None} == calc["titik"]["nilai"]


def test_acuan_yang_dirangkai_tetap_membawa_persen_dan_sel_kosong(calc: dict[str, Hasil]) -> None:
    nilai = calc["persen"]["nilai"]

    assert [66.5] * 8 == [nilai[f"B{i}"] for i in range(1, 9)]
    assert [None] * 3 == [nilai[f"C{i}"] for i in (1, 2, 3)]


def test_dua_ribu_rumus_yang_terpisah_tidak_memperlambat_ketikan(calc: dict[str, Hasil]) -> None:
    """Five changes; each once took 1,4 seconds."""
    assert {"C1": "B", "B1": 133.0} == calc["terpisah"]["nilai"]
    assert calc["terpisah"]["detik_ubah"] < 3.5


def test_rumus_larik_yang_panjang_dimasukkan_sekali(calc: dict[str, Hasil]) -> None:
    """Each row of it once took 1,7 milliseconds."""
    assert {"C1": 4000.0} == calc["larik"]["nilai"]
    assert calc["larik"]["detik_isi"] < 3


def test_format_yang_berselang_seling_dibaca_sekaligus(calc: dict[str, Hasil]) -> None:
    """Each of the thousand parts once took 3,2 milliseconds."""
    assert [[66.5], [0.67]] * 500 == calc["selang"]["nilai"]["B1:B1000"]
    assert calc["selang"]["detik"] < 1.5


def test_komentar_pada_sel_tetap_ada_sesudah_rumusnya_diperbaiki(calc: dict[str, Hasil]) -> None:
    assert [["B"]] * 3 == calc["komentar"]["nilai"]["B1:B3"]
    assert "Sudah diperiksa" in calc["komentar"]["ods"]
