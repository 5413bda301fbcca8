"""`.xls`: its cells, the errors in them, and files that are not what they seem."""

from __future__ import annotations

import io
import random
import struct
from pathlib import Path

import olefile
import openpyxl
import pytest

from kinerja.errors import DataError
from kinerja.tabel.ole import read_aliran
from kinerja.tabel.sel import BELUM_DIHITUNG, SelGalat
from kinerja.tabel.xls import read_xls
from tests.alat import libreoffice
from tests.alat.xls import GALAT_BAGI, TEKS_KOSONG, boolerr, formula, label, make_aliran, make_ole, number, rec

BAGI = "1e01001e000006"
"""=1/0"""
DPA = label(0, 0, "kode") + label(0, 1, "pagu") + label(1, 0, "7.01.01")


def read(sel: bytes) -> list[list[object]]:
    (satu,) = read_xls(make_ole(make_aliran([("DPA", 0, sel)])), "dpa.xls")
    return [list(baris) for baris in satu.petak]


def test_isi_lembar_dan_yang_tersembunyi() -> None:
    isi = make_ole(make_aliran([("DPA", 0, DPA + number(1, 1, 12.5)), ("Lama", 1, number(2, 1, 7))]))
    satu, dua = read_xls(isi, "dpa.xls")
    assert (satu.nama, satu.tampak, satu.petak) == ("DPA", True, [["kode", "pagu"], ["7.01.01", 12.5]])
    assert (dua.nama, dua.tampak, [list(b) for b in dua.petak]) == ("Lama", False, [["", ""], ["", ""], ["", 7.0]])


@pytest.mark.parametrize(
    ("sel", "galat"),
    [
        (formula(1, 1, GALAT_BAGI, BAGI), SelGalat("#DIV/0!")),
        (boolerr(1, 1, 0x2A, True), SelGalat("#N/A")),
        (boolerr(1, 1, 0x17, True), SelGalat("#REF!")),
        # never computed: a quotient, a bracket, SUM by attribute, ROUND cannot be an empty text
        (formula(1, 1, TEKS_KOSONG, BAGI), BELUM_DIHITUNG),
        (formula(1, 1, TEKS_KOSONG, BAGI + "15"), BELUM_DIHITUNG),
        (formula(1, 1, TEKS_KOSONG, "2500000900000000c0" + "19100000"), BELUM_DIHITUNG),
        (formula(1, 1, TEKS_KOSONG, "1e01001e0000" + "411b00"), BELUM_DIHITUNG),
    ],
)
def test_sel_galat_bukan_sel_kosong(sel: bytes, galat: SelGalat) -> None:
    assert read(DPA + sel)[1][1] == galat


@pytest.mark.parametrize(
    "rumus",
    [
        "170000",  # =""
        "2400000000",  # =A1
        "1e0100" + "19020700" + "1e0200" + "19080e00" + "170000" + "19080300" + "42030100",  # =IF(1,2,"")
        "170300060606",  # a text whose letters look like operators
    ],
)
def test_rumus_yang_mungkin_memang_kosong_dibaca_kosong_dan_dihitung(rumus: str) -> None:
    isi = make_ole(make_aliran([("DPA", 0, DPA + formula(1, 1, TEKS_KOSONG, rumus))]))
    (satu,) = read_xls(isi, "dpa.xls")
    assert len(satu.petak[1]) == 1 or satu.petak[1][1] in ("", None)
    assert satu.rumus_kosong == 1


def test_galat_sesudah_grafik_di_lembar_tetap_terlihat() -> None:
    grafik = rec(0x0809, struct.pack("<HHHHII", 0x0600, 0x20, 0, 0, 0, 0)) + rec(0x000A)
    assert read(DPA + grafik + boolerr(5, 2, 0x07, True))[5][2] == SelGalat("#DIV/0!")


def test_boolean_bukan_galat() -> None:
    assert read(DPA + boolerr(1, 1, 1, False))[1][1] is True


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (make_ole(make_aliran([("A", 0, number(65535, 255, 1))])), "Lembar terlalu luas: 65.536 baris, 256 kolom"),
        (make_ole(make_aliran([("A", 0, DPA)], awal=rec(0x002F, bytes(6)))), "terkunci sandi"),
        (make_ole(b"", "WordDocument"), "bukan lembar kerja Excel"),
        (make_ole(make_aliran([("A", 0, DPA)]))[:1500], "rusak atau terpotong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "rusak atau terpotong"),
        (b"PK\x03\x04", "rusak atau terpotong"),
    ],
)
def test_xls_yang_buruk_ditolak_dengan_satu_kalimat(isi: bytes, pesan: str) -> None:
    with pytest.raises(DataError, match=f"^dpa.xls: [^.]*{pesan}"):
        read_xls(isi, "dpa.xls")


def test_rantai_yang_melingkar_berakhir() -> None:
    isi = bytearray(make_ole(make_aliran([("A", 0, DPA)])))
    struct.pack_into("<I", isi, 512 + 4 * 5, 2)
    with pytest.raises(DataError, match="rusak"):
        read_xls(bytes(isi), "dpa.xls")


def test_berkas_yang_diubah_sembarang_selalu_berakhir_dengan_kalimat() -> None:
    acak = random.Random(3)
    asli = make_ole(make_aliran([("DPA", 0, DPA + number(1, 1, 5) + formula(2, 1, GALAT_BAGI, BAGI))]))
    for _ in range(400):
        isi = bytearray(asli)
        for _ in range(acak.choice((1, 2, 8))):
            isi[acak.randrange(1800)] = acak.randrange(256)
        try:
            read_xls(bytes(isi), "dpa.xls")
        except DataError as galat:
            assert str(galat).startswith("dpa.xls: ")


def test_aliran_sama_dengan_olefile_dan_isi_sama_dengan_libreoffice(tmp_path: Path) -> None:
    """A file of LibreOffice: long and short streams, and what it computed."""
    buku = openpyxl.Workbook()
    for baris in (["kode", "pagu"], ["7.01.01", "=1/0"], ["7.01.02", "=1+1"], ["7.01.03", '=IF(1=1,"",1)']):
        buku.worksheets[0].append(baris)
    buku.save(tmp_path / "a.xlsx")
    with libreoffice.convert([tmp_path / "a.xlsx"], "xls:MS Excel 97", "xls", "en-US") as keluaran:
        isi = next(iter(keluaran.values())).read_bytes()
    with olefile.OleFileIO(io.BytesIO(isi)) as ole:
        for nama in ole.listdir():
            if len(nama) == 1:
                assert read_aliran(isi, (nama[0],), "a.xls") == ole.openstream(nama).read()
    (lembar,) = read_xls(isi, "a.xls")
    assert [list(b) for b in lembar.petak] == [
        ["kode", "pagu"], ["7.01.01", SelGalat("#DIV/0!")], ["7.01.02", 2.0], ["7.01.03", ""],
    ]  # fmt: skip
