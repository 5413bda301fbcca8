"""Build the kinerja.xlam that needs no Python: our VBA, and one sheet that says what it is."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from addin.build import keterangan
from addin.build.murni import write_modules
from addin.build.petunjuk import EXCEL
from addin.build.pustaka import pack
from addin.build.xlam_isi import LEMBAR_MURNI, NAMA_BERKAS
from addin.build.xlam_proyek import build_proyek, write_pita
from addin.daftar import list_fungsi
from addin.hari_ini import hari_ini
from kinerja import __version__
from kinerja.berkas import write_atomic

URAIAN = "Fungsi lembar kerja untuk kecamatan, seperti =SAKIP_PREDIKAT(66,5); tanpa Python, tanpa jaringan."
PETUNJUK = (f"Fungsi Kinerja {__version__}, tanpa Python", URAIAN, *EXCEL)
"""The lines of the sheet; how to install as `kinerja addin bangun` says it."""
KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_LEMBAR = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_JENIS = {
    "/xl/workbook.xml": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    "/xl/worksheets/sheet1.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
    "/xl/styles.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
    "/xl/vbaProject.bin": "application/vnd.ms-office.vbaProject",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_HUBUNGAN = {
    "xl/workbook.xml": f"{_OFFICE}/relationships/officeDocument",
    "docProps/core.xml": f"{_PAKET}/relationships/metadata/core-properties",
    "customUI/customUI.xml": "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
}
_HUBUNGAN_BUKU = {
    "worksheets/sheet1.xml": f"{_OFFICE}/relationships/worksheet",
    "styles.xml": f"{_OFFICE}/relationships/styles",
    "vbaProject.bin": "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
    f"../{keterangan.BAGIAN}": keterangan.HUBUNGAN,
}
_BUKU = f"""<workbook xmlns="{_LEMBAR}" xmlns:r="{_OFFICE}/relationships"><workbookPr codeName="ThisWorkbook"/>\
<bookViews><workbookView visibility="hidden"/></bookViews><sheets>\
<sheet name="{LEMBAR_MURNI}" sheetId="1" r:id="rId1"/></sheets><extLst>{{}}</extLst></workbook>"""
_GAYA = f"""<styleSheet xmlns="{_LEMBAR}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
</fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1">\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>"""
_SIFAT = f"""<cp:coreProperties xmlns:cp="{_PAKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title>Fungsi Kinerja</dc:title><dc:creator>kinerja</dc:creator><dc:description>{escape(URAIAN)}</dc:description>\
</cp:coreProperties>"""


def build_xlam_murni(folder: Path) -> Path:
    """Write kinerja.xlam into `folder`; equal sources under one law give equal bytes."""
    daftar = list_fungsi(pada=hari_ini())
    isi = {
        "[Content_Types].xml": _write_jenis(),
        "_rels/.rels": _write_hubungan(_HUBUNGAN),
        "customUI/customUI.xml": write_pita(),
        keterangan.BAGIAN: keterangan.write_intellisense(daftar),
        "docProps/core.xml": KEPALA + _SIFAT,
        "xl/_rels/workbook.xml.rels": _write_hubungan(_HUBUNGAN_BUKU),
        "xl/styles.xml": KEPALA + _GAYA,
        "xl/workbook.xml": KEPALA + _BUKU.format(keterangan.write_ekstensi(daftar)),
        "xl/worksheets/sheet1.xml": KEPALA + _write_lembar(),
    }
    bagian = {nama: teks.encode() for nama, teks in isi.items()}
    tujuan = folder / NAMA_BERKAS
    write_atomic(tujuan, pack({**bagian, "xl/vbaProject.bin": build_proyek(write_modules())}))
    return tujuan


def _write_jenis() -> str:
    ubah = "".join(f'<Override PartName="{nama}" ContentType="{jenis}"/>' for nama, jenis in _JENIS.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{KEPALA}<Types xmlns="{_PAKET}/content-types">{rels}{xml}{ubah}</Types>'


def _write_hubungan(semua: dict[str, str]) -> str:
    isi = "".join(
        f'<Relationship Id="rId{nomor}" Type="{jenis}" Target="{tujuan}"/>'
        for nomor, (tujuan, jenis) in enumerate(semua.items(), start=1)
    )
    return f'{KEPALA}<Relationships xmlns="{_PAKET}/relationships">{isi}</Relationships>'


def _write_lembar() -> str:
    baris = "".join(
        f'<row r="{nomor}"><c r="A{nomor}" t="inlineStr"><is><t>{escape(teks)}</t></is></c></row>'
        for nomor, teks in enumerate(PETUNJUK, start=1)
    )
    return f'<worksheet xmlns="{_LEMBAR}"><sheetPr codeName="Sheet2"/><sheetData>{baris}</sheetData></worksheet>'
