"""The amount cell C2 of a budget (.xlsx) in every spelling that has been seen to go wrong, and what it must mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.alat.serangan import dasar
from tests.alat.serangan.arsip import compress, edit, find_nama, repack
from tests.alat.serangan.asal import LEMBAR, swap
from tests.alat.serangan.dasar import TOTAL, A, B
from tests.alat.serangan.kasus import Harap, Serangan

SEL_C2 = re.compile(rb'<c r="C2"[^>]*><v>15435519078</v></c>')
TOLAK = {
    "galat": b'<c r="C2" t="e"><v>#DIV/0!</v></c>',
    "galat_petik": b"<c r='C2' t='e'><v>#DIV/0!</v></c>",
    "galat_petik_campur": b"<c r='C2' t=\"e\"><v>#DIV/0!</v></c>",
    "galat_spasi": b'<c r = "C2" t = "e"><v>#DIV/0!</v></c>',
    "galat_tanpa_r": b'<c t="e"><v>#DIV/0!</v></c>',
    "galat_teks": b'<c r="C2" t="str"><f>1/0</f><v>#DIV/0!</v></c>',
    "rumus": b'<c r="C2"><f>1+1</f></c>',
    "rumus_v_tutup": b'<c r="C2"><f>1+1</f><v></v></c>',
    "rumus_v_kosong": b'<c r="C2"><f>1+1</f><v/></c>',
    "rumus_v_spasi": b'<c r="C2"><f>1+1</f><v> </v></c>',
    "rumus_petik": b"<c r='C2'><f>1+1</f></c>",
    "rumus_tanpa_r": b"<c><f>1+1</f></c>",
    "tanggal": b'<c r="C2" t="d"><v>2024-01-01</v></c>',
    "benar": b'<c r="C2" t="b"><v>1</v></c>',
    "heksa": b'<c r="C2"><v>0x10</v></c>',
    "inf": b'<c r="C2"><v>INF</v></c>',
    "nan": b'<c r="C2"><v>NaN</v></c>',
    "1e400": b'<c r="C2"><v>1e400</v></c>',
    "abc": b'<c r="C2"><v>abc</v></c>',
    "dua_v": b'<c r="C2"><v>1</v><v>15435519078</v></c>',
    "ganda": b'<c r="C2"><v>15435519078</v></c><c r="C2"><v>1</v></c>',
    "mundur": b'<c r="C2"><v>15435519078</v></c><c r="A1" t="inlineStr"><is><t>kode</t></is></c>',
    "spasi_2000": b'<c r="C2" t="inlineStr"><is><t>-%sx</t></is></c>' % (b" " * 2_000),
    "angka_30000": b'<c r="C2" t="inlineStr"><is><t>%s</t></is></c>' % (b"9" * 30_000),
}
SAMA = {
    "eksponen": (b'<c r="C2"><v>1.5435519078E10</v></c>', TOTAL),
    "komentar": (b'<c r="C2"><v>1<!-- 000 -->5435519078</v></c>', TOTAL),
    "cdata": (b'<c r="C2"><v><![CDATA[15435519078]]></v></c>', TOTAL),
    "entitas": (b'<c r="C2"><v>&#49;5435519078</v></c>', TOTAL),
    "teks_kaya": (b'<c r="C2" t="inlineStr"><is><r><t>15.435.</t></r><r><t>519.078</t></r></is></c>', TOTAL),
    "fonetik": (b'<c r="C2" t="inlineStr"><is><t>15.435.519.078</t><rPh><t>9</t></rPh></is></c>', TOTAL),
    "sel_dikomentari": (b'<!--<c r="C2"><v>15435519078</v></c>--><c r="C2"><v>5</v></c>', B + 5),
    "rumus_nol": (b'<c r="C2"><f>SUM(D1:D9)</f><v>0</v></c>', B),
}
BOLEH = {
    "spasi": (b'<c r="C2"><v> 15435519078 </v></c>', TOTAL),
    "plus": (b'<c r="C2"><v>+15435519078</v></c>', TOTAL),
    "rumus_teks": (b'<c r="C2" t="str"><f>""</f></c>', B),  # a formula whose result is no text: a blank, with a finding
}
BARIS = {
    "tersembunyi": b'<row r="3" hidden="1"',
    "tersembunyi_petik": b"<row r=\"3\" hidden='1'",
    "tersembunyi_true": b'<row r="3" hidden="true"',
    "setinggi_nol": b'<row r="3" ht="0" customHeight="1"',
}


def list_sel() -> Iterator[Serangan]:
    """All of them."""
    for nama, sel in TOLAK.items():
        yield Serangan(f"sel_{nama}.xlsx", _put(sel), "anggaran", Harap.TOLAK)
    for harap, daftar in ((Harap.SAMA, SAMA), (Harap.BOLEH, BOLEH)):
        for nama, (sel, nilai) in daftar.items():
            yield Serangan(f"sel_{nama}.xlsx", _put(sel), "anggaran", harap, (nilai,))
    lembar = find_nama(dasar.anggaran(), LEMBAR)
    for nama, baris in BARIS.items():
        isi = edit(dasar.anggaran(), lembar, swap(b'<row r="3"', baris))
        yield Serangan(f"baris_{nama}.xlsx", isi, "anggaran", Harap.SAMA, (TOTAL,))
    dde = repack(
        edit(
            dasar.anggaran(), lembar, lambda x: SEL_C2.sub(b"<c r=\"C2\"><f>cmd|'/C calc'!A0</f><v>%d</v></c>" % A, x)
        ),
        {},
        [compress("xl/externalLinks/externalLink1.xml", b"<externalLink/>")],
    )
    yield Serangan("sel_dde.xlsx", dde, "anggaran", Harap.BOLEH, (TOTAL,))


def _put(sel: bytes) -> bytes:
    return edit(dasar.anggaran(), find_nama(dasar.anggaran(), LEMBAR), lambda x: SEL_C2.sub(lambda _: sel, x))
