"""Sheets of .ods workbooks: repeated cells cost what they hold, errors are no blanks, notes are no text."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kinerja.errors import DataError
from kinerja.tabel.buku import open_buku
from kinerja.tabel.sel import BELUM_DIHITUNG, Persen, Petak, SelGalat
from tests.alat.lembar_xml import write_ods

CATATAN = "<office:annotation><text:p>catatan</text:p></office:annotation>"
ANGKA = '<table:table-cell office:value-type="float" office:value="7"{}/>'


def read(isi: str) -> Petak:
    return open_buku(write_ods(f'<table:table table:name="DPA">{isi}</table:table>'), "a.ods").read("DPA").petak


def row(isi: str, tanda: str = "") -> str:
    return f"<table:table-row{tanda}>{isi}</table:table-row>"


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        (' office:value-type="float" office:value="15435519078"><text:p>x</text:p>', 15435519078.0),
        (' office:value-type="currency" office:value="5000"><text:p>Rp5.000</text:p>', 5000.0),
        (' office:value-type="percentage" office:value="0.5">', Persen(0.5)),
        (' office:value-type="boolean" office:boolean-value="true">', True),
        (' office:value-type="date" office:date-value="2024-01-02">', date(2024, 1, 2)),
        (' office:value-type="date" office:date-value="2024-01-02T03:04:05">', datetime(2024, 1, 2, 3, 4, 5)),
        (' office:value-type="time" office:time-value="PT36H00M00S">', timedelta(hours=36)),
        (' office:value-type="string"><text:p>a<text:s text:c="3"/>b</text:p><text:p>c</text:p>', "a   b\nc"),
        (' office:value-type="string"><text:p>a<text:span>b</text:span><text:line-break/>c</text:p>', "ab\nc"),
        (f' office:value-type="string">{CATATAN}<text:p>P</text:p>', "P"),
        (' office:value-type="string" office:string-value="penuh"><text:p>p…</text:p>', "penuh"),
        (' table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error">'
         "<text:p>#DIV/0!</text:p>", SelGalat("#DIV/0!")),
        (' table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p>',
         SelGalat("#DIV/0!")),
        (' table:formula="of:=X()" office:value-type="string"><text:p>Err:508</text:p>', SelGalat("Err:508")),
        (' table:formula="of:=1+1" office:value-type="float">', BELUM_DIHITUNG),
        (' table:formula="of:=1+1">', BELUM_DIHITUNG),
    ],
)  # fmt: skip
def test_satu_sel_menurut_jenisnya(sel: str, nilai: object) -> None:
    ((hasil,),) = read(row(f"<table:table-cell{sel}</table:table-cell>"))

    assert nilai == hasil
    assert type(nilai) is type(hasil)


def test_ulangan_kosong_tidak_berharga_dan_ulangan_berisi_dihitung() -> None:
    kosong = '<table:table-cell table:number-columns-repeated="16380"/>'
    isi = (
        row(ANGKA.format(' table:number-columns-repeated="2"') + kosong)
        + row(kosong, ' table:number-rows-repeated="1048570"')
    )  # fmt: skip

    assert [[7.0, 7.0]] == read(isi)
    assert [[7.0], [7.0], [], [7.0]] == read(
        row(ANGKA.format(""), ' table:number-rows-repeated="2"') + row("<table:table-cell/>") + row(ANGKA.format(""))
    )


@pytest.mark.parametrize(
    "isi",
    [
        row(ANGKA.format(' table:number-columns-repeated="2147483648"')),
        row(ANGKA.format(""), ' table:number-rows-repeated="2147483648"'),
        row('<table:table-cell table:number-columns-repeated="2147483648"/>' + ANGKA.format("")),
        row("<table:table-cell/>", ' table:number-rows-repeated="1000000000"') + row(ANGKA.format("")),
        row(ANGKA.format(' table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048576"'),
        (row(ANGKA.format(' table:number-columns-repeated="1000"')) * 2 + "</table:table><table:table>") * 1001,
    ],
)
def test_ulangan_yang_terlalu_luas_ditolak_dengan_tempatnya(isi: str) -> None:
    with pytest.raises(DataError, match=r"^a\.ods, lembar .*, baris .* jauh di luar tabel"):
        read(isi)


@pytest.mark.parametrize("banyak", ["-1", "0", "x", "9" * 12, "1.5"])
def test_banyak_ulangan_yang_rusak_ditolak(banyak: str) -> None:
    with pytest.raises(DataError, match="Banyak ulangan rusak"):
        read(row(ANGKA.format(f' table:number-columns-repeated="{banyak}"')))


@pytest.mark.parametrize("nilai", ["NaN", "INF", "1e400", "abc", "1_0"])
def test_angka_yang_rusak_bukan_kosong(nilai: str) -> None:
    ((hasil,),) = read(row(f'<table:table-cell office:value-type="float" office:value="{nilai}"/>'))

    assert isinstance(hasil, SelGalat)
    assert f"nilai yang rusak: {nilai!r}" == hasil.teks


@pytest.mark.parametrize(
    "isi",
    [
        "<draw:custom-shape><text:p>Catatan</text:p></draw:custom-shape><text:p>7.01</text:p>",
        "<draw:frame><draw:text-box><text:p>Catatan</text:p></draw:text-box></draw:frame><text:p>7.01</text:p>",
        "<text:p>7.01<text:note><text:note-body><text:p>kaki</text:p></text:note-body></text:note></text:p>",
        "<text:p><text:ruby><text:ruby-base>7.01</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby></text:p>",
        "<text:p>7<draw:frame><text:p>x</text:p></draw:frame>.01</text:p>",
    ],
)
def test_catatan_dan_gambar_yang_menempel_bukan_isi_sel(isi: str) -> None:
    assert [["7.01"]] == read(row(f'<table:table-cell office:value-type="string">{isi}</table:table-cell>'))


def test_spasi_yang_dinyatakan_dua_miliar_ditolak() -> None:
    with pytest.raises(DataError, match="teks yang terlalu panjang"):
        read(row('<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2000000000"/></text:p>'
                 "</table:table-cell>"))  # fmt: skip


def test_baris_dan_lembar_tersembunyi() -> None:
    gaya = "".join(
        f'<style:style style:name="{nama}" style:family="table"><style:table-properties table:display="{tampak}"/>'
        "</style:style>"
        for nama, tampak in (("ta1", "false"), ("ta2", "true"))
    )
    satu, lipat = row(ANGKA.format("")), row(ANGKA.format(""), ' table:visibility="collapse"')
    isi = (
        f'<table:table table:name="Rahasia" table:style-name="ta1">{satu}</table:table>'
        f'<table:table table:name="DPA" table:style-name="ta2"><table:table-row-group>{satu}{lipat}'
        "</table:table-row-group></table:table>"
    )
    buku = open_buku(write_ods(isi, gaya=gaya), "a.ods")

    assert {"Rahasia": False, "DPA": True} == buku.lembar
    assert 1 == buku.read("DPA").tersembunyi
    assert 2 == len(buku.read("DPA").petak)


def test_tabel_di_dalam_sel_dan_di_luar_lembar_bukan_isi_lembar() -> None:
    satu = ANGKA.format("")
    lain = f"<table:table>{row(satu)}</table:table>"
    isi = row(f"<table:table-cell>{lain}</table:table-cell>{satu}")
    luar = f"<table:dde-links><table:dde-link>{lain}</table:dde-link></table:dde-links>"
    buku = open_buku(write_ods(f'<table:table table:name="DPA">{isi}</table:table>{luar}'), "a.ods")

    assert [[None, 7.0]] == buku.read("DPA").petak


def test_ods_tersandi_disebut_terkunci() -> None:
    with pytest.raises(DataError, match=r"^a\.ods: Berkas terkunci sandi"):
        open_buku(write_ods("", manifes="<manifest:encryption-data/>"), "a.ods")
