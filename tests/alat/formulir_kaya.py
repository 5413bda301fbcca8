"""Forms that hold what openpyxl loses: by XlsxWriter where it can, else by hand, as Excel writes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter
from PIL import Image

RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MS = "http://schemas.microsoft.com/office"
X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
XM = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
LEMBAR, BUKU, GAYA = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"
Isi = Callable[[Any, Any], object]


def draw_png() -> io.BytesIO:
    """A small picture."""
    berkas = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(berkas, "PNG")
    return io.BytesIO(berkas.getvalue())


def write_form(put: Isi | None = None) -> bytes:
    """A workbook of a sheet `Isi` with a name, a number and a formula, and what `put` puts on it."""
    berkas = io.BytesIO()
    with xlsxwriter.Workbook(berkas, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Isi")
        lembar.write("A1", "Kecamatan {{kecamatan.nama}}")
        lembar.write("B2", 5)
        lembar.write_formula("B3", "=B2*2", None, 10)
        if put:
            put(buku, lembar)
    return berkas.getvalue()


def patch(isi: bytes, *sisipan: tuple[str, str, str], bagian: Mapping[str, str | bytes] | None = None) -> bytes:
    """The same package with texts put in: part, the text before which it goes, the new text; and with new parts."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        semua: dict[str, str | bytes] = {nama: arsip.read(nama) for nama in arsip.namelist()}
    semua.update(bagian or {})
    for nama, tanda, baru in sisipan:
        lama = semua[nama]
        teks = lama.decode() if isinstance(lama, bytes) else lama
        assert tanda in teks, (nama, tanda)
        semua[nama] = teks.replace(tanda, baru + tanda, 1)
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi_bagian in semua.items():
            arsip.writestr(nama, isi_bagian)
    return berkas.getvalue()


def relate(*semua: tuple[str, str, str]) -> str:
    """A part of relationships: id, type (whole, or of ECMA-376), target; a target with `://` is outside."""
    isi = "".join(
        f'<Relationship Id="{id_}" Type="{jenis if "://" in jenis else f"{RELASI}/{jenis}"}" Target="{tujuan}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '://' in tujuan else ''}/>"
        for id_, jenis, tujuan in semua
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{isi}</Relationships>'


def add_sheet(xml: str, *relasi: tuple[str, str, str], bagian: Mapping[str, str | bytes] | None = None) -> bytes:
    """The form with something more at the end of its sheet, and parts to which the sheet leads."""
    lain = dict(bagian or {})
    if relasi:
        lain["xl/worksheets/_rels/sheet1.xml.rels"] = relate(*relasi)
    return patch(write_form(), (LEMBAR, "</worksheet>", xml), bagian=lain)


def add_buku(xml: str, *relasi: tuple[str, str, str], bagian: Mapping[str, str | bytes] | None = None) -> bytes:
    """The form with something more at the end of its workbook part, and parts to which that leads."""
    semua = "".join(
        f'<Relationship Id="{i}" Type="{j if "://" in j else f"{RELASI}/{j}"}" Target="{t}"/>' for i, j, t in relasi
    )
    return patch(
        write_form(),
        (BUKU, "</workbook>", xml),
        ("xl/_rels/workbook.xml.rels", "</Relationships>", semua),
        bagian=bagian,
    )


def add_ext(isi: str) -> bytes:
    """The form with an extension of its sheet, as Excel 2010 and later write it."""
    return add_sheet(f'<extLst><ext uri="{{X}}" {X14} {XM}>{isi}</ext></extLst>')


def draw(bentuk: str, *relasi: tuple[str, str, str], bagian: Mapping[str, str | bytes] | None = None) -> bytes:
    """The form with a drawing that holds one anchored thing at D4."""
    jangkar = (
        "<xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff>"
        "</xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row>"
        "<xdr:rowOff>0</xdr:rowOff></xdr:to>"
    )
    xml = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
        f' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {MC}>'
        f"<xdr:twoCellAnchor>{jangkar}{bentuk}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
    lain = {"xl/drawings/drawing1.xml": xml, **(bagian or {})}
    if relasi:
        lain["xl/drawings/_rels/drawing1.xml.rels"] = relate(*relasi)
    return add_sheet('<drawing r:id="rId1"/>', ("rId1", "drawing", "../drawings/drawing1.xml"), bagian=lain)


def write_checkbox_buku() -> bytes:
    """The form with a control of Excel 2010, which stands in three parts at once."""
    xml = (
        f'<legacyDrawing r:id="rId1"/><mc:AlternateContent {MC}'
        ' xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><mc:Choice Requires="x14">'
        '<controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1025" r:id="rId2" name="Kotak">'
        '<controlPr defaultSize="0"><anchor><from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row>'
        "<xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>4</xdr:col><xdr:row>5</xdr:row></to></anchor></controlPr>"
        "</control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>"
    )
    return add_sheet(
        xml,
        ("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ("rId2", "ctrlProp", "../ctrlProps/ctrlProp1.xml"),
        bagian={
            "xl/drawings/vmlDrawing1.vml": '<xml><v:shape><x:ClientData ObjectType="Checkbox"></x:ClientData></xml>',
            "xl/ctrlProps/ctrlProp1.xml": '<formControlPr objectType="CheckBox"/>',
        },
    )


def write_tautan_luar() -> bytes:
    """The form with a formula that reads another file."""
    ns = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELASI}"'
    buku = add_buku(
        '<externalReferences><externalReference r:id="rId91"/></externalReferences>',
        ("rId91", "externalLink", "externalLinks/externalLink1.xml"),
        bagian={
            "xl/externalLinks/externalLink1.xml": f'<externalLink {ns}><externalBook r:id="rId1"><sheetNames>'
            '<sheetName val="S"/></sheetNames></externalBook></externalLink>',
            "xl/externalLinks/_rels/externalLink1.xml.rels": relate(("rId1", "externalLinkPath", "file:///C:/a.xlsx")),
        },
    )
    return patch(buku, (LEMBAR, "</sheetData>", '<row r="9"><c r="B9"><f>[1]S!A1</f><v>7</v></c></row>'))


def write_tanda_tangan() -> bytes:
    """The form, signed."""
    jenis = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
    return patch(
        write_form(),
        (
            "_rels/.rels",
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{jenis}/origin" Target="_xmlsignatures/origin.sigs"/>',
        ),
        bagian={
            "_xmlsignatures/origin.sigs": b"",
            "_xmlsignatures/_rels/origin.sigs.rels": relate(("rId1", f"{jenis}/signature", "sig1.xml")),
            "_xmlsignatures/sig1.xml": "<Signature/>",
        },
    )


def draw_gambar(isi: str, nama: str, gambar: bytes, *relasi: tuple[str, str, str]) -> bytes:
    """The form with a picture; `isi` goes into the element that names it."""
    pic = (
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="P" descr="Lambang"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        f'<xdr:blipFill><a:blip xmlns:r="{RELASI}" r:embed="rId1">{isi}</a:blip><a:srcRect l="10000"/><a:stretch>'
        '<a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="ellipse"/></xdr:spPr></xdr:pic>'
    )
    bagian = {f"xl/media/{nama}": gambar, "xl/media/image2.svg": b"<svg/>"}
    return draw(pic, ("rId1", "image", f"../media/{nama}"), *relasi, bagian=bagian)
