"""Attacks on filled agreement workbooks: names that lead nowhere, masses of links, texts and rows."""

from __future__ import annotations

from collections.abc import Iterator

from tests.alat.serangan import dasar
from tests.alat.serangan.arsip import edit, find_nama
from tests.alat.serangan.asal import ASAL, LEMBAR, swap
from tests.alat.serangan.kasus import Harap, Serangan

_NAMA, _DATA = b"</definedNames>", b"</sheetData>"
_SEL = b'<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>'


def list_kembali() -> Iterator[Serangan]:
    """Beside what `list_buku` does to any workbook."""
    asal, isi = ASAL["kembali"], dasar.kembali()
    lembar = find_nama(isi, LEMBAR)
    kode = b"Identitas!$B$3"
    for nama, tujuan in (
        ("kode_jauh", b"Identitas!$XFD$1048576"),
        ("kode_hilang", b"Hilang!$B$3"),
        ("kode_galat", b"#REF!"),
        ("kode_buku_lain", b"[1]Identitas!$B$3"),
        ("kode_panjang", b"Identitas!$B$" + b"3" * 5_000),
    ):
        yield asal.spoil(nama, edit(isi, "xl/workbook.xml", swap(kode, tujuan)))
    jauh = edit(isi, "xl/workbook.xml", swap(b"Cek!$D$8", b"Cek!$XFD$1048576"))
    yield asal.spoil("hitungan_jauh", jauh, Harap.BOLEH)
    lagi = b"".join(b'<definedName name="identitas_x%d">Cek!$A$1</definedName>' % n for n in range(100_000))
    yield asal.spoil("nama_100000", edit(isi, "xl/workbook.xml", swap(_NAMA, lagi + _NAMA)), Harap.BOLEH)
    tautan = b"".join(b'<hyperlink ref="C%d" location="Cek!A1"/>' % n for n in range(300_000))
    sisip = _DATA + b"<hyperlinks>" + tautan + b"</hyperlinks>"
    yield asal.spoil("tautan_300000", edit(isi, lembar, swap(_DATA, sisip)), Harap.BOLEH)
    petak = b"".join(
        b'<row r="%d">%s</row>' % (r, b"".join(_SEL % (k, r, "é".encode() * 3_000) for k in (b"A", b"B", b"C")))
        for r in range(13, 1_500)
    )
    yield asal.spoil("teks_banyak", edit(isi, lembar, swap(_DATA, petak + _DATA)))
    baris = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (r, r) for r in range(13, 3_000))
    yield asal.spoil("baris_3000", edit(isi, lembar, swap(_DATA, baris + _DATA)))
