"""Sheets of which nothing is new to expat are read as expat would read them, and refused where it would refuse."""

from __future__ import annotations

import re
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.tabel import xlsx_penuh_baca, xlsx_penuh_kenal, xlsx_penuh_rangka
from kinerja.tabel.xlsx_penuh import LembarPenuh
from kinerja.tabel.xlsx_penuh_baca import PembacaPenuh, read_isi
from tests.alat.sampel import choose_banyak

TEKS = ("satu", "", "tiga")
KEPALA = '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x"><sheetViews/>'
BARIS = (
    '<row r="1"><c r="A1" s="1"><v>7</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>7x</v></c></row>',
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>dua</t></is></c><c r="C2"/></row>',
    '<row r="3" hidden="1"><c r="A3" t="b"><v>1</v></c><c r="C3" t="s"><f>B3</f><v>2</v></c><c r="D3" s="2"/></row>',
)
EKOR = (
    '<mergeCells><mergeCell ref="A9:B9"/></mergeCells>'
    "<headerFooter><oddFooter>&amp;LSusoh – é</oddFooter></headerFooter>"
)
LEMBAR = f"{KEPALA}<sheetData>{''.join(BARIS)}</sheetData>{EKOR}</worksheet>"
GANTI = ("\0", "<", ">", "&", "-", "]", '"', "/", "v", "9", " ", "\n", "\r", "–", "\x7f", "\ufffe")
POTONGAN = (
    *BARIS, "<!--", "-->", "<![CDATA[", "]]>", "\0", "\0v", "\0t", "<v>8</v>", "<t>8</t>", "<v>a</t>", "<t>a</v>",
    '<row r="5"><c r="C5"><v></v></c></row>',
    '<row r="4"><c r="A4"><v>4</v></c></row>', '<row r="4"><c r="A4"><v>4.5</v></c></row>', "<v>a--b</v>", "</row>",
    '<row r="4"><c r="A4"><v>9&#57;</v></c></row>', '<row r="4"><c r="A4" t="s"><v>9</v></c></row>', "</sheetData>",
    '<row r="4"><c r="A4" t="s"><v>-1</v></c></row>', '<row r="4"><c r="A4"><v> </v></c></row>', "<sheetData>",
)  # fmt: skip


def read(isi: bytes, *, cepat: bool) -> LembarPenuh | str:
    with pytest.MonkeyPatch.context() as m:
        if not cepat:
            m.setattr(PembacaPenuh, "take_data", lambda *_: False)
            m.setattr(PembacaPenuh, "take_baris", lambda *_: False)
            m.setattr(xlsx_penuh_baca, "split_ekor", lambda _, semua: semua)
        try:
            return read_isi(isi, "a.xlsx", TEKS) if cepat else PembacaPenuh("a.xlsx").read_penuh(iter((isi,)), TEKS)
        except DataError as galat:
            return str(galat.pesan)


def check_sama(isi: bytes) -> None:
    """Both ways say the same; where it is refused, and to what purpose, expat and the rows may tell apart."""
    lambat = read(isi, cepat=False)
    for _ in range(2):
        cepat = read(isi, cepat=True)
        assert cepat == lambat or (isinstance(cepat, str) and isinstance(lambat, str)), isi


def test_lembar_yang_dikenal_terbaca_tanpa_expat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other figures, texts and another footer make a sheet of the form no less known; what is new does."""
    assert isinstance(read(LEMBAR.encode(), cepat=True), LembarPenuh)
    lain = LEMBAR.replace("<v>7</v>", "<v>12.5</v>").replace("dua", "empat").replace("Susoh", "Kaway XVI")
    lambat = read(lain.encode(), cepat=False)

    monkeypatch.setattr(PembacaPenuh, "__init__", lambda *_: pytest.fail("expat"))

    cepat = read(lain.encode(), cepat=True)
    assert isinstance(cepat, LembarPenuh)
    assert cepat == lambat
    assert (cepat.sel[0, 0].nilai, cepat.sel[1, 0].nilai, cepat.sel[1, 1].nilai) == (12.5, "satu", "empat")
    with pytest.raises(pytest.fail.Exception):
        read(lain.replace("empat", "&amp;").encode(), cepat=True)


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("<v>7</v>", "\0"),
        ("<is><t>dua</t></is>", "<is>\0</is>"),
        ("<is><t>dua</t></is>", "<is><v>dua</v></is>"),
        ("<is><t>dua</t></is></c><c", "<is><v>dua</v></is></c><c"),
        ("<t>dua</t>", "<t>dua</v>"),
        ("<v>7x</v>", "<v>7]]></v>"),
        ("<v>7x</v>", "<v>7</v><v>8</v>"),
        ("<v>0</v>", "<v>-0</v>"),
        ("<v>0</v>", "<v>9</v>"),
        ("<v>0</v>", "<v></v>"),
        (BARIS[0] + BARIS[1], BARIS[1] + BARIS[0]),
        (BARIS[1], BARIS[1] * 2),
        ("</row></sheetData>", "</sheetData>"),
        ("</sheetData>", "<!-- --></sheetData>"),
    ],
)
def test_yang_mirip_lembar_yang_dikenal_terbaca_seperti_oleh_expat(lama: str, baru: str) -> None:
    assert lama in LEMBAR
    assert isinstance(read(LEMBAR.encode(), cepat=True), LembarPenuh)

    check_sama(LEMBAR.replace(lama, baru, 1).encode())


@pytest.mark.parametrize("sela", ["<!-- {} -->", "<?x {}?>", "<![CDATA[{}]]>", '<y x="{}"/>'])
def test_kaki_di_dalam_komentar_bukan_kaki(sela: str) -> None:
    ekor = f"<extLst>{sela}</extLst></worksheet>".format("<oddFooter>a</oddFooter>")
    isi = LEMBAR.replace("</worksheet>", ekor)
    for _ in range(2):
        check_sama(isi.encode())

    for kaki in ("a--b", "a?b", 'a"b', "a]]b", "é"):
        check_sama(isi.replace(">a<", f">{kaki}<").encode())


def test_yang_dilupakan_dibaca_lagi(monkeypatch: pytest.MonkeyPatch) -> None:
    lambat = read(LEMBAR.encode(), cepat=False)
    monkeypatch.setattr(xlsx_penuh_rangka, "_BANYAK", 2)
    monkeypatch.setattr(xlsx_penuh_rangka, "_BANYAK_NILAI", 3)
    monkeypatch.setattr(xlsx_penuh_kenal, "_BANYAK", 1)
    monkeypatch.setattr(xlsx_penuh_kenal, "_INGATAN", {})
    monkeypatch.setattr(xlsx_penuh_baca, "RANGKA", rangka := xlsx_penuh_rangka.Rangka())
    monkeypatch.setattr(xlsx_penuh_kenal, "RANGKA", rangka)

    for n in range(40):
        lain = LEMBAR.replace("<v>7</v>", f"<v>{n % 9}</v>").replace("<sheetViews/>", "<sheetViews/>" * (n % 3))
        assert read(lain.encode(), cepat=True) == read(lain.encode(), cepat=False)
    assert read(LEMBAR.encode(), cepat=True) == lambat


def test_satu_huruf_lain_di_lembar_yang_dikenal_tidak_lolos() -> None:
    """Every letter of a sheet that is known by heart becomes each of those that mean something, or is gone."""
    for letak, ganti in product(range(len(LEMBAR)), ("", *GANTI)):
        if letak % 50 == 0:
            assert isinstance(read(LEMBAR.encode(), cepat=True), LembarPenuh)
        check_sama((LEMBAR[:letak] + ganti + LEMBAR[letak + 1 :]).encode("utf-8", "surrogatepass"))


def test_huruf_yang_bukan_utf8_di_lembar_yang_dikenal_ditolak() -> None:
    isi = LEMBAR.encode()
    assert isinstance(read(isi, cepat=True), LembarPenuh)
    for bita in (b"\x80", b"\xc0\x80", b"\xc3", b"\xe2\x80", b"\xed\xa0\x80", b"\xff"):
        for tempat in (b"Susoh", b"dua", b"7x", b"<v>7</v>"):
            rusak = isi.replace(tempat, tempat + bita if b"<" not in tempat else b"<v>7" + bita + b"</v>")
            assert isinstance(read(rusak, cepat=True), str), (bita, tempat)


@given(
    st.lists(st.sampled_from(POTONGAN), max_size=8),
    st.sampled_from(["", "<!-- <oddFooter>a</oddFooter> -->", "<!-- <oddFooter>a--b</oddFooter> -->", "<!--", EKOR]),
)
def test_baris_yang_dikenal_di_mana_pun_terbaca_seperti_oleh_expat(potongan: list[str], ekor: str) -> None:
    assert isinstance(read(LEMBAR.encode(), cepat=True), LembarPenuh)

    check_sama(f"{KEPALA}<sheetData>{''.join(potongan)}</sheetData>{ekor}</worksheet>".encode())


def test_nilai_apa_pun_di_baris_yang_dikenal_terbaca_seperti_oleh_expat() -> None:
    acak = Random(16)
    huruf = "0123456789.-+eE aZ_x000D()%$#@!?'\"=:;/\\[]{}|~^`*,\t\n"
    for _ in range(choose_banyak(600, 6_000)):
        nilai = "".join(acak.choices(huruf, k=acak.choice((0, 1, 2, 5, 30, 250))))
        polos = nilai.replace("\\", "\\\\")
        check_sama(re.sub("(<([vt])>)[^<]*(</)", rf"\g<1>{polos}\3", LEMBAR).encode())


@pytest.mark.parametrize(
    "kaki", ["Susoh", "Kaway XVI &amp;&quot;Arial&quot;", "a > b", "&#65;", "&lain;", "a\x01", "㐀"]
)
def test_kaki_halaman_tidak_menentukan_apa_yang_terbaca(kaki: str) -> None:
    assert isinstance(read(LEMBAR.encode(), cepat=True), LembarPenuh)

    check_sama(LEMBAR.replace("Susoh", kaki).encode())
