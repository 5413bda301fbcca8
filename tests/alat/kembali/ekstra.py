"""Parts that a tampered workbook has beside its sheets, and elements put where the schema wants them."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.alat.kembali.paket import BUKU, PAKET, RELASI, UTAMA, Paket, R, U, add_bagian, find_relasi
from tests.alat.kembali.ubahan import Langkah

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
URUTAN_BUKU = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences "
    "definedNames calcPr oleSize customWorkbookViews pivotCaches extLst"
)
URUTAN_LEMBAR = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios "
    "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting "
    "dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties "
    "cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls "
    "webPublishItems tableParts extLst"
)


def get_anak(akar: Any, nama: str, urutan: str) -> Any:
    """The child element of that name, made in its place where there is none."""
    anak = akar.find(f"{U}{nama}")
    if anak is None:
        anak = add_anak(akar, nama, urutan)
    return anak


def add_anak(akar: Any, nama: str, urutan: str) -> Any:
    """A new child element, after all that the schema puts before it and after others of its name."""
    sampai = set(urutan.split()[: urutan.split().index(nama) + 1])
    di = max((n + 1 for n, x in enumerate(akar) if _local(x) in sampai), default=0)
    anak = etree.Element(f"{U}{nama}")
    akar.insert(di, anak)
    return anak


def _local(elemen: Any) -> str:
    return etree.QName(elemen).localname if isinstance(elemen.tag, str) else ""


def link_luar(nilai: float) -> Langkah:
    """A link to another workbook, [1], whose Sheet1!A1 is remembered to hold `nilai`."""

    def ubah(paket: Paket) -> Paket:
        nama = "xl/externalLinks/externalLink1.xml"
        isi = (
            f'<externalLink xmlns="{UTAMA}"><externalBook xmlns:r="{RELASI}" r:id="rId1"><sheetNames>'
            '<sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1">'
            f"<v>{nilai}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
        )
        relasi = (
            f'<Relationships xmlns="{PAKET}"><Relationship Id="rId1" Type="{RELASI}/externalLinkPath" '
            'Target="anggaran.xlsx" TargetMode="External"/></Relationships>'
        )
        paket, nomor = add_bagian(paket, BUKU, "externalLink", nama, isi.encode(), f"{_SPREADSHEET}.externalLink+xml")
        akar = paket.tree(BUKU)
        daftar = get_anak(akar, "externalReferences", URUTAN_BUKU)
        etree.SubElement(daftar, f"{U}externalReference").set(f"{R}id", nomor)
        return paket.put(find_relasi(nama), relasi.encode()).put_tree(BUKU, akar)

    return ubah


def add_lembar(paket: Paket, nama: str, sel: str, keadaan: str = "") -> Paket:
    """A new sheet at the end; `sel` is the XML of its row 1."""
    bagian = "xl/worksheets/sheetUbah1.xml"
    isi = f'<worksheet xmlns="{UTAMA}"><sheetData><row r="1">{sel}</row></sheetData></worksheet>'
    paket, nomor = add_bagian(paket, BUKU, "worksheet", bagian, isi.encode(), f"{_SPREADSHEET}.worksheet+xml")
    akar = paket.tree(BUKU)
    daftar = akar.find(f"{U}sheets")
    baru = etree.SubElement(daftar, f"{U}sheet", name=nama)
    baru.set("sheetId", str(max(int(s.get("sheetId")) for s in daftar if s is not baru) + 1))
    if keadaan:
        baru.set("state", keadaan)
    baru.set(f"{R}id", nomor)
    return paket.put_tree(BUKU, akar)


def add_kotak_teks(paket: Paket, lembar: str, teks: str, sel: tuple[int, int, int, int]) -> Paket:
    """A white text box over cells: first column and row, last column and row, from 0."""
    xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    titik = [
        f"<xdr:{apa}><xdr:col>{k}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{b}</xdr:row>"
        f"<xdr:rowOff>0</xdr:rowOff></xdr:{apa}>"
        for apa, k, b in (("from", sel[0], sel[1]), ("to", sel[2] + 1, sel[3] + 1))
    ]
    isi = (
        f'<xdr:wsDr xmlns:xdr="{xdr}" xmlns:a="{a}"><xdr:twoCellAnchor>{"".join(titik)}<xdr:sp macro="" textlink="">'
        '<xdr:nvSpPr><xdr:cNvPr id="2" name="Kotak"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></xdr:spPr><xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="id-ID"/><a:t>{teks}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/>'
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
    bagian, tipe = paket.get_lembar(lembar), "application/vnd.openxmlformats-officedocument.drawing+xml"
    paket, nomor = add_bagian(paket, bagian, "drawing", "xl/drawings/drawingUbah1.xml", isi.encode(), tipe)
    akar = paket.tree(bagian)
    add_anak(akar, "drawing", URUTAN_LEMBAR).set(f"{R}id", nomor)
    return paket.put_tree(bagian, akar)
