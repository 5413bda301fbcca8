"""A minimal .xlsx, written as text, to be frozen."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from addin.bekukan_bagian import Laporan
from tests.alat.addin import freeze_file

LEMBAR = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<cols><col min="1" max="1" width="9"/></cols><sheetData><row r="1"><c r="A1" s="1"/><c r="A2"><v>66.5</v></c>{sel}'
    "</row></sheetData>{akhir}</worksheet>"
)
BUKU = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>'
    '<sheet name="S" sheetId="1" id="s"/></sheets>{nama}<calcPr calcId="1"/></workbook>'
)
RANTAI = '<Relationship Id="r" Target="calcChain.xml"/>'
RELASI = (
    f'<Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/>{RANTAI}</Relationships>'
)


def write_zip(path: Path, isi: Mapping[str, str | bytes]) -> Path:
    """An archive of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as arsip:
        for bagian, satu in isi.items():
            arsip.writestr(bagian, satu)
    return path


@dataclass(frozen=True, slots=True)
class BukuAsal:
    """A workbook of one sheet: cells of its row, what follows its data, defined names, further parts or others."""

    sel: str = ""
    akhir: str = ""
    nama: str = ""
    lain: Mapping[str, str] = field(default_factory=dict)

    @property
    def bagian(self) -> dict[str, str]:
        """Every part by name."""
        return {
            "[Content_Types].xml": '<Types><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>',
            "xl/workbook.xml": BUKU.format(nama=self.nama),
            "xl/_rels/workbook.xml.rels": RELASI,
            "xl/worksheets/sheet1.xml": LEMBAR.format(sel=self.sel, akhir=self.akhir),
            "xl/calcChain.xml": '<calcChain><c r="B1" i="1"/></calcChain>',
            "xl/media/gambar.bin": "SKM_MUTU(A1)",
            **self.lain,
        }


def freeze_buku(
    tmp_path: Path, asal: BukuAsal, *, nilai: bool = False, hari_lain: bool = False
) -> tuple[str, dict[str, str], Laporan]:
    """Freeze a minimal file; its sheet afterwards, all its parts, and the report."""
    write_zip(tmp_path / "asal.xlsx", asal.bagian)
    laporan = freeze_file(tmp_path / "asal.xlsx", tmp_path / "hasil.xlsx", nilai=nilai, hari_lain=hari_lain)
    with zipfile.ZipFile(tmp_path / "hasil.xlsx") as arsip:
        hasil = {bagian: arsip.read(bagian).decode() for bagian in arsip.namelist()}
    return hasil["xl/worksheets/sheet1.xml"], hasil, laporan
