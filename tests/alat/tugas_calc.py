"""Sheets of LibreOffice Calc and what is done in them, for `test_addin_calc_sel`; `calc` carries them out."""

from pathlib import Path
from typing import Any

import xlsxwriter

Hasil = dict[str, Any]
SEL = "ID.KINERJA.FUNGSI.KINERJASEL"


def write_excel(path: Path, *, terkunci: bool = False) -> Path:
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


def write_komentar(path: Path) -> Path:
    """Three formulas one below the other, of which one has a comment."""
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write_column("A1", [66.5, 66.5, 66.5])
        for i in (1, 2, 3):
            lembar.write_formula(f"B{i}", f"=_xldudf_SAKIP_PREDIKAT(A{i})", None, "basi")
        lembar.write_comment("B2", "Sudah diperiksa")
    return path


def write_nama(path: Path) -> Path:
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


def write_larik(path: Path) -> Path:
    """An array formula as an older version of this add-in left it, a reference to a blank cell bare in it."""
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write_array_formula("B1:B2", "{=ID.KINERJA.FUNGSI.SAKIPPREDIKAT(A1)}", None, "basi")
        lembar.write_formula("C1", "=ID.KINERJA.FUNGSI.SAKIPPREDIKAT(A1)", None, "basi")
    return path


def ketik(sel: str, rumus: str) -> list[Any]:
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
        "C13": "=SAKIP_NILAI(20;19;10;A3>1)",
        "C14": "=SAKIP_NILAI(20;19;10;A9)",
        "D1": "=SAKIP_PREDIKAT(A1:A2~A4:A5)",
        "D2": "=SAKIP_PREDIKAT((A1~A5))",
        "D3": "=SKM_INDEKS(Gabung)",
        "D4": '=SAKIP_PREDIKAT(A1)&{"x"}',
    },
    "nama": {"Gabung": "$Sheet1.$A$1~$Sheet1.$A$5"},
    "larik": {"B1:B5": "=SAKIP_PREDIKAT(A1:A5)", "E4:E6": '=SAKIP_PREDIKAT(IF(A3:A5<>9;A3:A5;""))'},
    "baca": ["B1:B5", "E4:E6", *(f"C{i}" for i in range(1, 15)), "D1", "D2", "D3", "D4"],
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


def make_ketik(folder: Path) -> Hasil:
    """What a user does with menus and keys, and the files that are saved then."""
    return {
        "tampil": True,
        "isi": {"A2": 0, "A3": 66.5, "C2": 66.5, "C3": 0},
        "gerak": [
            ketik("B1", "=SAKIP_PREDIKAT(A1)"),
            ["FillDown", "B1:B3", {}],
            ketik("C1", "=SAKIP_PREDIKAT($Sheet1.$A$1)"),
            ["Copy", "B1", {}],
            ["Paste", "D1:D3", {}],  # refers to C1:C3
            ketik("E1", "=SAKIP_PREDIKAT(A1)"),
            ["Undo", "A9", {}],
            ketik("F1", "=SAKIP_PREDIKAT(A1)"),
            ["Undo", "A9", {}],
            ["Redo", "A9", {}],
        ],
        "baca": ["B1:B3", "C1", "D1:D3", "E1", "F1"],
        "simpan": {str(folder / "a.ods"): "calc8", str(folder / "a.xlsx"): "Calc MS Excel 2007 XML"},
    }
