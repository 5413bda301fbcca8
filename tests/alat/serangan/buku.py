"""Attacks on the parts of an .xlsx file, whatever it holds: bombs, false archives, malformed and far-reaching XML."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import msoffcrypto

from tests.alat.serangan.arsip import Anggota, compress, edit, find_nama, inflate, lie, repack, unpack
from tests.alat.serangan.asal import ASAL, LEMBAR, Asal, swap
from tests.alat.serangan.kasus import Harap, Serangan

BOLEH, TOLAK = Harap.BOLEH, Harap.TOLAK
TAWA = b'<!DOCTYPE x [<!ENTITY a "ha">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)
)
"""A billion laughs."""
XXE = b'<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
SEL_LAUGH = b'<row r="9"><c r="A9" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData>'
TEKS = b'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
EJAAN_SEL = {  # what stands before </sheetData>
    "redos_c": (b'<c r="A9">' * 20_000, TOLAK),
    "redos_lt": (b"<c " * 1_000_000, TOLAK),
    "jauh": (b'<row r="1048576"><c r="SF1048576" t="n"><v>1</v></c></row>', BOLEH),
    "jauh_20000": (b'<row r="20000"><c r="SF20000" t="n"><v>1</v></c></row>', BOLEH),
    "jauh_petik": (b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", BOLEH),
    "tengah_petik": (b"<row r='100000'><c r='ZZ100000'><v>1</v></c></row>", BOLEH),
    "jauh_spasi": (b'<row r="1048576"><c r = "XFD1048576"><v>1</v></c></row>', BOLEH),
    "jauh_kecil": (b'<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>', BOLEH),
    "baris_0": (b'<row r="0"><c r="A0"><v>1</v></c></row>', BOLEH),
    "baris_tanpa_r": (b'<row r="1048570"/>' + b"<row><c><v>1</v></c></row>" * 20, BOLEH),
    "sel_tanpa_r": (b'<row r="9">' + b"<c/>" * 16_000 + b"<c><v>1</v></c></row>", BOLEH),
    "sel_tanpa_r_jauh": (b'<row r="1000000">' + b"<c/>" * 400 + b"<c><v>1</v></c></row>", BOLEH),
    "kolom_raksasa": (b'<row r="9"><c r="AAAAAAAAAAAAAAAAAAAAAAAAA9"><v>1</v></c></row>', BOLEH),
    "baris_5000_angka": (b'<row r="9"><c r="A' + b"9" * 5000 + b'"><v>1</v></c></row>', BOLEH),
    "baris_11_angka": (b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>', BOLEH),
    "teks_tiada": (b'<row r="9"><c r="A9" t="s"><v>99999999</v></c></row>', TOLAK),
    "teks_minus": (b'<row r="9"><c r="A9" t="s"><v>-1</v></c></row>', TOLAK),
    "gaya_minus": (b'<row r="9"><c r="A9" s="-1"/></row>', BOLEH),
    "rumus_bersama": (b'<row r="9"><c r="A9"><f t="shared" ref="A9:XFD1048576" si="0">B9</f><v>1</v></c></row>', BOLEH),
    "teks_raksasa": (b'<row r="9"><c r="A9" t="inlineStr"><is><t>%s</t></is></c></row>' % (b"x" * 60_000_000), TOLAK),
    "luas": (b"".join(b'<row r="%d"><c r="SF%d"/></row>' % (r, r) for r in range(10, 120_000, 10)), BOLEH),
}
AKHIR_LEMBAR = {  # what follows </sheetData>
    "gabung_penuh": b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    "gabung_kolom": b'<mergeCells count="1"><mergeCell ref="A1:A1048576"/></mergeCells>',
    "dalam": b"<extLst>" + b"<ext>" * 300_000 + b"</ext>" * 300_000 + b"</extLst>",
    "validasi_penuh": b'<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576">'
    b"<formula1>1</formula1></dataValidation></dataValidations>",
    "tautan_penuh": b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>',
}


def list_buku(nama: str) -> Iterator[Serangan]:
    """All of them, made of one of the honest workbooks."""
    asal = ASAL[nama]
    yield from _list_bom(asal)
    yield from _list_arsip(asal)
    yield from _list_lembar(asal)
    yield from _list_bagian(asal)


def _list_bom(asal: Asal) -> Iterator[Serangan]:
    isi = unpack(asal.isi)
    lembar, kosong = find_nama(asal.isi, LEMBAR), b" " * 1_000_000
    potong = {
        "xl/sharedStrings.xml": (TEKS, b"<si><t>x</t></si>" * 60_000, b"</sst>"),
        "xl/workbook.xml": (*_split(isi["xl/workbook.xml"], b"</workbook>", kosong),),
        "docProps/core.xml": (b'<?xml version="1.0"?><a>', kosong, b"</a>"),
        "xl/styles.xml": (*_split(isi["xl/styles.xml"], b"</styleSheet>", b"<x/>" * 250_000),),
        lembar: (*_split(isi[lembar], b"</sheetData>", b"<row><c><v>1</v></c></row>" * 40_000),),
    }
    for nama, (awal, tengah, akhir) in potong.items():
        bom = inflate(nama, awal, tengah, 1000, akhir)
        pendek = nama.rpartition("/")[2].removesuffix(".xml")
        yield asal.spoil(f"bom_{pendek}", repack(asal.isi, {nama: bom}, () if nama in isi else [bom]))
        if pendek in ("sharedStrings", "sheet1"):
            dusta = lie(bom, 1000)
            harap = BOLEH if nama not in isi else TOLAK  # a part that nothing leads to is not read
            yield asal.spoil(f"dusta_{pendek}", repack(asal.isi, {nama: dusta}, () if nama in isi else [dusta]), harap)


def _split(xml: bytes, tutup: bytes, tengah: bytes) -> tuple[bytes, bytes, bytes]:
    awal, _, akhir = xml.rpartition(tutup)
    return awal, tengah, tutup + akhir


def _list_arsip(asal: Asal) -> Iterator[Serangan]:
    lembar = find_nama(asal.isi, LEMBAR)
    xml = unpack(asal.isi)[lembar]
    satu = compress(lembar, xml)
    ganti = partial(repack, asal.isi)
    sandi = io.BytesIO()
    msoffcrypto.OfficeFile(io.BytesIO(asal.isi)).encrypt("rahasia", sandi)
    vba = compress("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"0" * 100)
    jahat = [compress(n, b"x") for n in ("../../../JAHAT.txt", "/abs/jahat", "xl\\worksheets\\..\\jahat")]
    yield asal.spoil("ganda", ganti({}, [compress(lembar, xml.replace(b"<v>1", b"<v>2"))]))
    yield asal.spoil("ganda_buku", ganti({}, [compress("xl/workbook.xml", unpack(asal.isi)["xl/workbook.xml"])]))
    yield asal.spoil("terpotong", asal.isi[:-200])
    yield asal.spoil("setengah", asal.isi[: len(asal.isi) // 2])
    yield asal.spoil("crc", ganti({lembar: replace(satu, crc=satu.crc ^ 1)}))
    yield asal.spoil("deflasi_rusak", ganti({lembar: replace(satu, data=satu.data[:40] + b"\xff" * 40)}))
    yield asal.spoil("deflasi_terpotong", ganti({lembar: replace(satu, data=satu.data[:-20])}))
    yield asal.spoil("ukuran_kurang", ganti({lembar: lie(satu, 10)}))
    yield asal.spoil("ukuran_lebih", ganti({lembar: lie(satu, satu.ukuran + 10)}), BOLEH)
    yield asal.spoil("metode_99", ganti({lembar: replace(satu, metode=99)}))
    yield asal.spoil("bersandi_zip", ganti({lembar: replace(satu, bendera=1)}))
    yield asal.spoil("bersandi", sandi.getvalue())
    yield asal.spoil("vba", ganti({}, [vba]))
    yield asal.spoil("keluar_folder", ganti({}, jahat), BOLEH)
    yield asal.spoil("60000_bagian", ganti({}, [Anggota(f"xl/x{i}.xml", b"", 0, 0, 0) for i in range(60_000)]), BOLEH)
    yield asal.spoil("tanpa_lembar", ganti({lembar: None}))
    yield asal.spoil("tanpa_relasi", ganti({"xl/_rels/workbook.xml.rels": None}))
    yield asal.spoil("html", b"<html><table><tr><td>1</td></tr></table></html>")
    yield asal.spoil("kosong", b"")
    yield asal.spoil("kepala_saja", b"PK\x03\x04" + b"\0" * 100)
    yield replace(asal.spoil("3gb", b"PK\x03\x04"), panjang=3_000_000_000)


def _list_lembar(asal: Asal) -> Iterator[Serangan]:
    lembar, tutup = find_nama(asal.isi, LEMBAR), b"</sheetData>"
    ubah = partial(edit, asal.isi, lembar)
    for nama, (sel, harap) in EJAAN_SEL.items():
        yield asal.spoil(nama, ubah(swap(tutup, sel + tutup)), harap)
    for nama, akhir in AKHIR_LEMBAR.items():
        yield asal.spoil(nama, ubah(swap(tutup, tutup + akhir)), BOLEH)
    for nama, dtd in (("tawa", TAWA), ("xxe", XXE)):
        yield asal.spoil(f"{nama}_lembar", edit(ubah(partial(_declare, dtd=dtd)), lembar, swap(tutup, SEL_LAUGH)))
    utf16 = ubah(lambda x: re.sub(rb"^(<\?xml[^>]*\?>)?", b"", _declare(x, TAWA)).decode().encode("utf-16"))
    yield asal.spoil("tawa_utf16", utf16)
    kolom = b"<cols>" + b"".join(b'<col min="%d" max="16384" width="9"/>' % i for i in range(1, 2000)) + b"</cols>"
    yield asal.spoil("kolom_lebar", ubah(lambda x: x.replace(b"<sheetData>", kolom + b"<sheetData>")), BOLEH)
    dimensi = re.compile(rb'<dimension ref="[^"]*"')
    yield asal.spoil("dimensi_penuh", ubah(lambda x: dimensi.sub(b'<dimension ref="A1:XFD1048576"', x)), BOLEH)
    yield asal.spoil("bukan_utf8", ubah(lambda x: x.replace(tutup, b"<!--\xff\xfe-->" + tutup)))
    yield asal.spoil("lembar_terpotong", ubah(lambda x: x[: len(x) * 2 // 3]))


def _declare(xml: bytes, dtd: bytes) -> bytes:
    return b'<?xml version="1.0"?>' + dtd + re.sub(rb"^<\?xml[^>]*\?>", b"", xml)


def _list_bagian(asal: Asal) -> Iterator[Serangan]:
    buku, relasi = partial(edit, asal.isi, "xl/workbook.xml"), partial(edit, asal.isi, "xl/_rels/workbook.xml.rels")

    def sisip(nama: str, ubah: partial[bytes], tutup: bytes, isi: bytes) -> Serangan:
        return asal.spoil(nama, ubah(swap(tutup, isi + tutup)))

    def arahkan(tujuan: bytes) -> bytes:
        return relasi(lambda x: re.sub(rb'Target="[^"]*sheet1.xml"', b'Target="%s"' % tujuan, x))

    ulang = b'<definedName name="isian_anggaran_dpa" ' + b'name="isian_anggaran_dpa" ' * 60_000
    yield sisip("redos_relasi", relasi, b"</Relationships>", b"<Relationship " * 1_000_000)
    yield sisip("redos_lembar", buku, b"</workbook>", b"<sheet " * 1_000_000)
    yield sisip("redos_nama", buku, b"</workbook>", b"<definedName " * 300_000)
    yield sisip("redos_atribut", buku, b"</workbook>", ulang)
    yield asal.spoil("tawa_buku", buku(lambda x: _declare(x, TAWA).replace(b'name="', b'name="&j;', 1)))
    yield asal.spoil("relasi_melingkar", arahkan(b"worksheets/../workbook.xml"))
    yield asal.spoil("relasi_keluar", arahkan(b"../../../../../../etc/hostname"))
    gaya = b'<cellXfs count="300000">' + b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * 300_000
    styles = edit(asal.isi, "xl/styles.xml", lambda x: re.sub(rb"<cellXfs[^>]*>", gaya, x))
    yield asal.spoil("gaya_300000", styles, BOLEH)
