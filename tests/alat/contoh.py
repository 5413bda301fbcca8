"""A sound workbook with a little of everything, and tools to plant faults in its XML."""

import re
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import xlsxwriter

from tests.alat.lint import lint

LEMBAR1 = "xl/worksheets/sheet1.xml"
BUKU = "xl/workbook.xml"
GAYA = "xl/styles.xml"
TEKS = "xl/sharedStrings.xml"
TIPE = "[Content_Types].xml"
RELASI1 = "xl/worksheets/_rels/sheet1.xml.rels"


def write_sound(path: Path) -> None:
    """A file with a little of all that the lint looks at, and with right cached values."""
    with xlsxwriter.Workbook(path) as buku:
        isi, lain = buku.add_worksheet("Isi"), buku.add_worksheet("Di lain")
        buku.add_worksheet("Sisa")
        tebal, tanggal = buku.add_format({"bold": True}), buku.add_format({"num_format": "d mmmm yyyy"})
        merah = buku.add_format({"font_color": "#9C0006"})
        isi.set_column("A:A", 20)
        isi.set_row(0, 30)
        isi.merge_range("A1:C1", "Judul", tebal)
        isi.write_rich_string("D1", "biasa ", tebal, "tebal")
        for baris in range(2, 6):
            isi.write_number(baris - 1, 0, baris)
        isi.write_number("B2", 45292, tanggal)
        isi.write_formula("B3", "=A3>2", None, True)
        isi.write_blank("B5", None, tebal)
        isi.write_formula("C2", "=A2*2", None, 4)
        isi.write_formula("C3", '=IF(A3="","",SUM(A2:A5))', None, 14)
        isi.write_formula("C4", "=VLOOKUP(A2,isian_tabel,1,TRUE)", None, 2)
        isi.write_formula("C5", '=HYPERLINK("#\'Di lain\'!A1","Ke sana")', None, "Ke sana")
        isi.write_formula("C6", '=IF(B5="","",1)', None, "")
        isi.data_validation(
            "A2", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100, "input_title": "Nilai"}
        )
        isi.data_validation("A3", {"validate": "list", "source": ["Ada", "Tidak"]})
        isi.data_validation("A4", {"validate": "list", "source": "='Di lain'!$A$2:$A$4"})
        isi.data_validation("A5", {"validate": "custom", "value": "=ISNUMBER(A5)"})
        isi.conditional_format("A2:A5", {"type": "formula", "criteria": "=$A2>3", "format": merah})
        isi.conditional_format("B2:B5", {"type": "cell", "criteria": "==", "value": '"PERIKSA"', "format": merah})
        isi.set_header("&LKecamatan&RHalaman &P")
        isi.write_url("A7", "internal:'Di lain'!A1", string="Ke sana")
        isi.write_url("A8", "https://contoh.id/", string="Laman")
        isi.print_area("A1:D8")
        isi.repeat_rows(0)
        isi.protect()
        lain.write_column("A1", ["Judul", "satu", "dua", "tiga"])
        lain.write_formula("B1", "=COUNTIFS(A2:A4,Isi!A2,A2:A4,\"satu\")+'Di lain'!B2", None, -0.02)
        lain.write_formula("B2", "=ROUND(-isian_nilai%,2)", None, -0.02)
        lain.add_table("D1:E3", {"columns": [{"header": "Kode"}, {"header": "Nama"}]})
        lain.add_table("G1:G3", {"columns": [{"header": "Kode"}]})
        buku.define_name("isian_nilai", "=Isi!$A$2")
        buku.define_name("isian_tabel", "=Isi!$A$2:$B$5")
        buku.define_name("hasil_kali", "=Isi!$C$2")
        grafik = buku.add_chart({"type": "bar"})
        grafik.add_series({"values": "=Isi!$A$2:$A$5", "categories": "='Di lain'!$A$1:$A$4"})
        lain.insert_chart("A10", grafik)


@cache
def sound_parts() -> dict[str, bytes]:
    """The parts of the sound file by name."""
    with tempfile.TemporaryDirectory(prefix="kinerja-contoh-") as folder:
        path = Path(folder) / "baik.xlsx"
        write_sound(path)
        with zipfile.ZipFile(path) as arsip:
            return {n: arsip.read(n) for n in arsip.namelist()}


def save(path: Path, bagian: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return path


def spoil(parts: dict[str, bytes], bagian: str, lama: str, baru: str) -> dict[str, bytes]:
    """Replace the first match; a pattern that matches nothing would plant nothing."""
    isi, kali = re.subn(lama, baru, parts[bagian].decode(), count=1, flags=re.DOTALL)
    assert kali == 1, (bagian, lama)
    return parts | {bagian: isi.encode()}


def codes(path: Path) -> set[str]:
    return {cacat.kode for cacat in lint(path)}
