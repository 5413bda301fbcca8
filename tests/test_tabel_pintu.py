"""The door: files as bytes, kinds by content, archives and XML whose parts are judged before they are unpacked."""

from __future__ import annotations

import io
import os
import tracemalloc
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest

from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.pintu import JenisBerkas, find_jenis, look_awal, read_bita
from kinerja.tabel.xml import Penangan, parse_xml


def zip_isi(bagian: dict[str, bytes], cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", cara) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return wadah.getvalue()


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        (b"", JenisBerkas.KOSONG),
        (b" \r\n\0", JenisBerkas.KOSONG),
        (b"PK\3\4", JenisBerkas.ZIP),
        (b"PK\5\6", JenisBerkas.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", JenisBerkas.OLE),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), JenisBerkas.SANDI),
        (b"PAR1", JenisBerkas.PARQUET),
        (b"%PDF-1.7", JenisBerkas.PDF),
        (b"\x89PNG\r\n", JenisBerkas.GAMBAR),
        (b"\xef\xbb\xbf <html>", JenisBerkas.XML),
        ("<a/>".encode("utf-16"), JenisBerkas.XML),
        ("kode;pagu".encode("utf-16"), JenisBerkas.TEKS),
        (b"kode;pagu\n", JenisBerkas.TEKS),
        (b"kode\0pagu", JenisBerkas.BINER),
    ],
)
def test_jenis_berkas_menurut_isinya(isi: bytes, jenis: JenisBerkas) -> None:
    assert jenis is find_jenis(isi)


def test_pipa_perangkat_folder_dan_nama_yang_mustahil_ditolak_tanpa_menunggu(tmp_path: Path) -> None:
    pipa = tmp_path / "pipa.csv"
    os.mkfifo(pipa)
    for path, kata in (
        (pipa, "bukan berkas biasa"),
        (Path("/dev/zero"), "bukan berkas biasa"),
        (tmp_path, "Ini folder"),
        (tmp_path / "tidak-ada", "tidak ditemukan"),
        (tmp_path / ("n" * 300), "nama terlalu panjang"),
        (Path("a\0b"), "tidak sah"),
    ):
        with pytest.raises(DataError, match=kata):
            read_bita(path)
        with pytest.raises(DataError, match=kata):
            look_awal(path)


def test_berkas_yang_terlalu_besar_ditolak_sebelum_dibaca(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    with path.open("wb") as berkas:
        berkas.truncate(3_000_000_000)
    tracemalloc.start()
    with pytest.raises(DataError, match="lebih besar dari 64 MB"):
        read_bita(path)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
    assert (b"\0" * 10, 3_000_000_000) == look_awal(path, 10)


def test_tautan_ke_berkas_biasa_dibaca(tmp_path: Path) -> None:
    (tmp_path / "asli.csv").write_bytes(b"kode")
    (tmp_path / "tautan.csv").symlink_to(tmp_path / "asli.csv")

    assert b"kode" == read_bita(tmp_path / "tautan.csv")


def test_bagian_ganda_ditolak_juga_bila_hanya_beda_huruf_besar() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wadah = io.BytesIO()
        with zipfile.ZipFile(wadah, "w") as arsip:
            arsip.writestr("xl/a.xml", b"1")
            arsip.writestr("xl/a.xml", b"2")
    with pytest.raises(DataError, match=r"a\.xlsx: Ada bagian yang tersimpan dua kali"):
        Arsip(wadah.getvalue(), "a.xlsx")
    with pytest.raises(DataError, match="dua kali"):
        Arsip(zip_isi({"xl/a.xml": b"1", "XL/A.xml": b"2"}), "a.xlsx")


@pytest.mark.parametrize("nama", ["../x.xml", "/etc/x", "xl\\..\\..\\x", "C:/x"])
def test_bagian_yang_menunjuk_ke_luar_ditolak(nama: str) -> None:
    with pytest.raises(DataError, match="menunjuk ke luar berkas"):
        Arsip(zip_isi({nama: b"x"}), "a.xlsx")


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("xl/vbaProject.bin", "makro"),
        ("xl/macrosheets/sheet1.xml", "makro"),
        ("xl/externalLinks/externalLink1.xml", "tautan ke berkas lain"),
        ("xl/connections.xml", "sambungan ke data luar"),
    ],
)
def test_makro_dan_tautan_ditolak_dengan_namanya_kecuali_isinya_tidak_dibaca(nama: str, kata: str) -> None:
    isi = zip_isi({nama: b"x"})

    with pytest.raises(DataError, match=f"Berkas berisi {kata}"):
        Arsip(isi, "a.xlsx")
    assert (nama,) == Arsip(isi, "a.xlsx", bebas=True).nama


def test_ukuran_yang_dinyatakan_ditolak_dan_yang_bohong_tidak_membengkak() -> None:
    satu = zlib.compressobj(9, zlib.DEFLATED, -15)
    mampat = satu.compress(b"\0" * 300_000_000) + satu.flush()
    info = zipfile.ZipInfo("xl/besar.xml")
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr(info, mampat)
    isi = bytearray(wadah.getvalue())
    for awal, letak in ((isi.find(b"PK\1\2"), 10), (isi.find(b"PK\3\4"), 8)):
        isi[awal + letak : awal + letak + 2] = (8).to_bytes(2, "little")  # say that it is deflated
    besar = bytes(isi)
    pusat = besar.find(b"PK\1\2")

    def declare(ukuran: int) -> bytes:
        return besar[: pusat + 24] + ukuran.to_bytes(4, "little") + besar[pusat + 28 :]

    with pytest.raises(DataError, match="Isi berkas terlalu besar"):
        Arsip(declare(300_000_000), "a.xlsx")
    tracemalloc.start()
    with pytest.raises(DataError, match="rusak"):
        Arsip(declare(1_000), "a.xlsx").read("xl/besar.xml")
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_arsip_terpotong_bersandi_atau_bercrc_salah_ditolak() -> None:
    utuh = zip_isi({"xl/a.xml": b"<a>1</a>" * 100}, zipfile.ZIP_STORED)
    salah = utuh.replace(b"<a>1</a>", b"<a>2</a>", 1)
    bersandi = bytearray(utuh)
    bersandi[utuh.find(b"PK\1\2") + 8] |= 1

    with pytest.raises(DataError, match="rusak"):
        Arsip(utuh[:-10], "a.xlsx")
    with pytest.raises(DataError, match="rusak"):
        Arsip(salah, "a.xlsx").read("xl/a.xml")
    with pytest.raises(DataError, match="terkunci sandi"):
        Arsip(bytes(bersandi), "a.xlsx")
    with pytest.raises(DataError, match=r"xl/b\.xml tidak ada"):
        Arsip(utuh, "a.xlsx").read("xl/b.xml")


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DTD"),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"), "DTD"),
        (b"<a>" * 101 + b"</a>" * 101, "terlalu rumit"),
        (b"<a>" + b"x" * 1_000_001 + b"</a>", "teks yang terlalu panjang"),
        (b'<a b="' + b"x" * 1_200_000 + b'"/>', "keterangan yang terlalu panjang"),
        (b"<a><b></a>", "rusak"),
        (b"<a>\xff</a>", "rusak"),
        (b'<?xml version="1.0" encoding="aneh"?><a/>', "rusak"),
        (b"", "rusak"),
    ],
)
def test_xml_yang_berbahaya_atau_rusak_ditolak(isi: bytes, kata: str) -> None:
    with pytest.raises(DataError, match=rf"^a\.xlsx: .*{kata}"):
        parse_xml([isi[n : n + 65_536] for n in range(0, len(isi), 65_536)], "a.xlsx", Penangan())
