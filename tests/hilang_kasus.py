"""Forms that openpyxl does not keep whole, each with what is lost."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from kinerja.formulir.hilang import Hilang
from tests.alat.formulir_kaya import (
    LEMBAR,
    MS,
    add_buku,
    add_ext,
    add_sheet,
    draw,
    draw_gambar,
    draw_png,
    patch,
    write_checkbox_buku,
    write_form,
    write_tanda_tangan,
    write_tautan_luar,
)


def put_grafik(buku: Any, lembar: Any, **isi: object) -> None:
    grafik = buku.add_chart({"type": "column"})
    grafik.add_series({"values": "=Isi!$B$2:$B$3", **isi})
    lembar.insert_chart("D5", grafik)


def _put_tabel_grafik(buku: Any, lembar: Any) -> None:
    grafik = buku.add_chart({"type": "column"})
    grafik.add_series({"values": "=Isi!$B$2:$B$3"})
    grafik.set_table()
    lembar.insert_chart("D5", grafik)


def put_sparkline(_: Any, lembar: Any) -> None:
    for baris in (1, 2):
        lembar.add_sparkline(baris, 5, {"range": f"Isi!A{baris}:B{baris}"})


def _put_makro(buku: Any, _: Any) -> None:
    buku.add_vba_project(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), is_stream=True)


def _put_kepala(_: Any, lembar: Any) -> None:
    lembar.set_header("&L&G", {"image_left": "a.png", "image_data_left": draw_png()})


def _put_rentang(_: Any, lembar: Any) -> None:
    lembar.protect()
    lembar.unprotect_range("B5:B9", "Isian")


OLE = '<oleObjects><oleObject progId="Word.Document.12" shapeId="1025" r:id="rId1"/></oleObjects>'
GARIS = '<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="2" name="L"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr/></xdr:cxnSp>'
DIAGRAM = (
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="D"/><xdr:cNvGraphicFramePr/>'
    '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:graphic></xdr:graphicFrame>'
)
VALIDASI = (
    '<x14:dataValidations count="2">'
    + "".join(
        f'<x14:dataValidation type="list"><x14:formula1><xm:f>Lain!$A$1</xm:f></x14:formula1><xm:sqref>{sel}</xm:sqref>'
        "</x14:dataValidation>"
        for sel in ("C7", "B5:B6")
    )
    + "</x14:dataValidations>"
)
UTAS = "".join(f'<threadedComment ref="{sel}" id="{{1}}"><text>halo</text></threadedComment>' for sel in ("B2", "B3"))
BALIK = (
    (LEMBAR, "</sheetData>", '<row r="9"><c r="B9"><v>1</v></c><c r="C9"><v>2</v></c></row>'),
    (LEMBAR, "<pageMargins", '<mergeCells count="1"><mergeCell ref="B9:C9"/></mergeCells>'),
)
SVG = '<a:extLst><a:ext uri="{9}"><b:svgBlip xmlns:b="x" r:embed="rId2"/></a:ext></a:extLst>'

KASUS: dict[str, tuple[Callable[[], bytes], Hilang]] = {
    "kotak teks": (
        lambda: write_form(lambda _, s: s.insert_textbox("D4", "x")),
        Hilang("bentuk dan kotak teks", "Isi", "D4", 1),
    ),
    "garis": (lambda: draw(GARIS), Hilang("bentuk dan kotak teks", "Isi", "D4", 1)),
    "diagram": (
        lambda: draw(
            DIAGRAM, ("rId1", "diagramData", "../diagrams/data1.xml"), bagian={"xl/diagrams/data1.xml": "<a/>"}
        ),
        Hilang("diagram (SmartArt)", "Isi", "", 1),
    ),
    "tabel data grafik": (
        lambda: write_form(_put_tabel_grafik),
        Hilang("rupa grafik (label, warna, atau tabel datanya)", "Isi", "", 1),
    ),
    "tombol": (
        lambda: write_form(lambda _, s: s.insert_button("D4", {"macro": "x"})),
        Hilang("kontrol formulir", "Isi", "", 1),
    ),
    "kontrol": (write_checkbox_buku, Hilang("kontrol formulir", "Isi", "D4", 1)),
    "kotak centang": (
        lambda: write_form(lambda _, s: s.insert_checkbox("D4", True)),
        Hilang("kotak centang di dalam sel", "", "", 1),
    ),
    "objek": (
        lambda: add_sheet(OLE, ("rId1", "package", "../embeddings/a.docx"), bagian={"xl/embeddings/a.docx": b"PK"}),
        Hilang("objek dari program lain", "Isi", "", 1),
    ),
    "makro": (lambda: write_form(_put_makro), Hilang("makro", "", "", 1)),
    "tautan luar": (write_tautan_luar, Hilang("tautan ke berkas lain", "", "", 1)),
    "sambungan": (
        lambda: add_buku(
            "", ("rId91", "connections", "connections.xml"), bagian={"xl/connections.xml": "<connections/>"}
        ),
        Hilang("sambungan ke data luar", "", "", 1),
    ),
    "pemotong": (
        lambda: add_ext('<x14:slicerList><x14:slicer r:id="rId1"/></x14:slicerList>'),
        Hilang("pemotong (slicer)", "Isi", "", 1),
    ),
    "sparkline": (lambda: write_form(put_sparkline), Hilang("grafik mini (sparkline)", "Isi", "F2", 2)),
    "gambar kepala": (lambda: write_form(_put_kepala), Hilang("gambar di kepala atau kaki halaman", "Isi", "", 1)),
    "gambar latar": (
        lambda: write_form(lambda _, s: s.set_background(draw_png())),
        Hilang("gambar latar lembar", "Isi", "", 1),
    ),
    "gambar emf": (
        lambda: draw_gambar("", "image1.emf", b"\x01\0\0\0" + bytes(84)),
        Hilang("gambar (misalnya EMF)", "Isi", "D4", 1),
    ),
    "gambar svg": (
        lambda: draw_gambar(SVG, "image1.png", draw_png().getvalue(), ("rId2", "image", "../media/image2.svg")),
        Hilang("ketajaman gambar SVG", "Isi", "D4", 1),
    ),
    "tautan gambar": (
        lambda: write_form(
            lambda _, s: s.insert_image("D4", "a.png", {"image_data": draw_png(), "url": "https://a.go.id"})
        ),
        Hilang("tautan pada gambar", "Isi", "D4", 1),
    ),
    "format bersyarat": (
        lambda: write_form(lambda _, s: s.conditional_format("B2:B3", {"type": "data_bar", "data_bar_2010": True})),
        Hilang("format bersyarat jenis baru", "Isi", "B2", 1),
    ),
    "validasi": (lambda: add_ext(VALIDASI), Hilang("validasi jenis baru (daftar di lembar lain)", "Isi", "B5", 2)),
    "komentar berutas": (
        lambda: add_sheet(
            "",
            ("rId1", f"{MS}/2017/10/relationships/threadedComment", "../threadedComments/a.xml"),
            bagian={"xl/threadedComments/a.xml": f"<ThreadedComments>{UTAS}</ThreadedComments>"},
        ),
        Hilang("komentar berutas", "Isi", "B2", 2),
    ),
    "tanda tangan": (write_tanda_tangan, Hilang("tanda tangan digital", "", "", 1)),
    "rentang": (lambda: write_form(_put_rentang), Hilang("rentang berizin khusus", "Isi", "B5", 1)),
    "tampilan": (
        lambda: add_buku(
            '<customWorkbookViews><customWorkbookView name="a" guid="{00000000-0000-0000-0000-000000000001}"'
            ' windowWidth="1" windowHeight="1" activeSheetId="1"/></customWorkbookViews>'
        ),
        Hilang("tampilan khusus", "", "", 1),
    ),
    "konsolidasi": (
        lambda: add_sheet(
            '<dataConsolidate><dataRefs count="1"><dataRef ref="A1:B2" sheet="Isi"/></dataRefs></dataConsolidate>'
        ),
        Hilang("pengaturan konsolidasi", "Isi", "", 1),
    ),
    "larik": (
        lambda: write_form(lambda _, s: s.write_dynamic_array_formula("H1:H2", "=UNIQUE(B2:B3)")),
        Hilang("rumus larik dinamis", "Isi", "H1", 1),
    ),
    "gambar sel": (
        lambda: patch(
            write_form(), (LEMBAR, "</sheetData>", '<row r="9"><c r="B9" t="e" vm="1"><v>#VALUE!</v></c></row>')
        ),
        Hilang("gambar atau data di dalam sel", "Isi", "B9", 1),
    ),
    "balik gabungan": (lambda: patch(write_form(), *BALIK), Hilang("isi di balik sel gabungan", "Isi", "C9", 1)),
    "yang belum dikenal": (lambda: add_sheet("<hologram/>"), Hilang("bagian lain: hologram", "Isi", "", 1)),
    "ekstensi yang belum dikenal": (
        lambda: add_ext("<x14:hologram><x14:a/></x14:hologram>"),
        Hilang("bagian lain: hologram", "Isi", "", 1),
    ),
}
