"""Rows that a pattern reads and rows that expat reads are the same rows, however a file is spelled and cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.tabel import xlsx_lembar
from kinerja.tabel.xlsx_lembar import PembacaLembar

TEKS = ("kode", "", "Medan Baru")
GAYA = ("", "tanggal")
KEPALA = b'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x">'
EKOR = b"</sheetData></worksheet>"

POTONGAN = (
    '<row r="1">', '<row r="2" spans="1:2">', '<row r="3" hidden="1">', "<row r='4'>", '<row r="5" r="5">', "<row>",
    '<row r="07">', '<row r="1048577">', "</row>", "</row >", '<c r="A1"><v>1</v></c>', '<c r="A2"><v>2.5</v></c>',
    '<c r="B2" s="1"><v>45292</v></c>', '<c r="A3" t="s"><v>0</v></c>', '<c r="C3" t="s"><v>1</v></c>',
    '<c r="B3" t="s"><v>9</v></c>', '<c r="B3" t="s"><v>-1</v></c>', '<c r="A2"/>', '<c r="B2"></c>', "<c/>",
    '<c r="A2"><f>B2&lt;1</f><v>1E3</v></c>', '<c r="A2"><f t="shared" si="0"/><v>4</v></c>', '<c r="A2"><f>1</f></c>',
    '<c r="A2"><font>1</font><v>4</v></c>', '<c r="A2" t="str"><v>a</v></c>', '<c r="XFE2"><v>1</v></c>',
    '<c r="A2"><v>1-2</v></c>', '<c r="A2"><v>1</v><v>2</v></c>', '<c r="B2"><v>&amp;</v></c>', " ", "\n", "<!--",
    "-->", "<![CDATA[", "]]>", "<extLst>", "</extLst>", "<sheetData>", "</sheetData>",
)  # fmt: skip
BARIS = tuple(
    f'<row r="{n}">{isi}</row>' for n in range(1, 5) for isi in (f'<c r="A{n}"><v>{n}</v></c>', f'<c r="B{n}" s="1"/>')
)


def _read(isi: bytes, suap: int) -> object:
    def cut() -> Iterator[bytes]:
        yield from (isi[n : n + suap] for n in range(0, len(isi), suap))

    try:
        hasil = PembacaLembar("a.xlsx", TEKS, GAYA, sejak_1904=False).read(cut())
    except DataError as galat:
        return str(galat)
    return [list(b) for b in hasil.petak], hasil.tersembunyi


def _read_expat(isi: bytes) -> object:
    with pytest.MonkeyPatch.context() as tempel:
        tempel.setattr(xlsx_lembar, "split_baris", lambda _: None)
        return _read(isi, 65_536)


@given(
    st.lists(st.one_of(st.sampled_from(POTONGAN), st.sampled_from(BARIS)), max_size=12),
    st.sampled_from(
        [b"<sheetData>", b"<!--<sheetData>--><sheetData>", b"<sheetData >", b"<sheetData><!-- <sheetData> "]
    ),
    st.sampled_from([7, 64, 65_536]),
)
def test_pola_dan_expat_membaca_sel_yang_sama(potongan: list[str], awal: bytes, suap: int) -> None:
    isi = KEPALA + awal + "".join(potongan).encode() + EKOR

    assert _read(isi, suap) == _read_expat(isi)


@pytest.mark.parametrize(
    "sela",
    [
        '<!-- <row r="2"><c r="A2"><v>9</v></c></row> -->',
        '<row r="2"><!-- </row><row r="3"><c r="A3"><v>9</v></c></row> --></row>',
        '<row r="2"><c r="A2" t="inlineStr"><is><t>'
        '<![CDATA[</row><row r="3"><c r="A3"><v>9</v></c></row>]]></t></is></c></row>',
        '<row r="2"></row ><!-- </row><row r="3"><c r="A3"><v>9</v></c></row> -->',
        '<?x </row><row r="3"><c r="A3"><v>9</v></c></row> ?>',
    ],
)
def test_baris_di_dalam_komentar_atau_cdata_bukan_baris(sela: str) -> None:
    satu, empat = '<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="4"><c r="A4"><v>4</v></c></row>'
    isi = KEPALA + f"<sheetData>{satu}{sela}{empat}".encode() + EKOR

    hasil = _read(isi, 65_536)

    assert isinstance(hasil, tuple)
    assert (hasil[0][0], hasil[0][-1]) == ([1.0], [4.0])
    assert [9.0] not in hasil[0]


def test_baris_yang_tidak_utuh_menurut_xml_ditolak() -> None:
    isi = KEPALA + b'<sheetData><row r="1" x="1" x="2"><c r="A1"><v>1</v></c></row>' + EKOR

    assert "rusak" in str(_read(isi, 65_536))
