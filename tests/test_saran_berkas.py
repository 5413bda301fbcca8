"""Advice on files that cannot be written, and on workbooks with what is not let in, followed."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from kinerja.berkas import write_atomic, write_baru
from tests.alat.lembar_xml import pack
from tests.alat.saran import expect_saran, follow
from tests.berkas_anggaran import read_kode, write_xlsx

RUANG = "Kosongkan ruang penyimpanan, lalu jalankan lagi."
TUTUP = "Tutup berkas itu, atau pilih folder lain."
FOLDER = "Buat foldernya dahulu, atau pilih folder lain."
PENDEK = "Pilih nama atau folder yang lebih pendek."
PENYIMPANAN = "Periksa penyimpanan, lalu jalankan lagi."
MAKRO = "Simpan sebagai .xlsx, tanpa makro."
TAUTAN = (
    "Di Excel: Data, Edit Tautan, Putuskan Tautan (Edit Links, Break Link); lalu simpan. Atau salin nilainya saja ke"
    " buku kerja baru."
)
SAMBUNGAN = (
    "Di Excel: Data, Kueri & Koneksi (Queries & Connections), hapus; lalu simpan. Atau salin nilainya saja ke buku"
    " kerja baru."
)
ISI = b"isi"
Write = Callable[[Path, bytes], None]


@follow(RUANG, TUTUP, PENYIMPANAN)
@pytest.mark.parametrize(
    ("nomor", "saran"),
    [
        (errno.ENOSPC, RUANG), (errno.EDQUOT, RUANG),
        (errno.EACCES, TUTUP), (errno.EPERM, TUTUP), (errno.EROFS, TUTUP),
        (errno.EIO, PENYIMPANAN), (errno.EFBIG, PENYIMPANAN),
    ],
)  # fmt: skip
def test_yang_ditolak_sistem_ditulis_setelah_sebabnya_hilang(
    nomor: int, saran: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says is told by it; whether the room is freed or the file closed, it is then written."""
    lama = tmp_path / "buku.xlsx"
    lama.write_bytes(b"lama")

    def refuse(_: int) -> None:
        raise OSError(nomor, os.strerror(nomor))

    with monkeypatch.context() as sementara:
        sementara.setattr(os, "fsync", refuse)
        with expect_saran(saran):
            write_atomic(lama, ISI)
        assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"lama"]
    lain = tmp_path / "lain"
    lain.mkdir()
    for path in (lama, lain / "buku.xlsx"):
        write_atomic(path, ISI)
        assert path.read_bytes() == ISI


@follow("Pilih nama lain.", "Pilih folder lain.", FOLDER, PENDEK)
@pytest.mark.parametrize(
    ("salah", "saran", "write"),
    [
        ("ada.xlsx", "Pilih nama lain.", write_baru),
        ("folder", "Pilih nama lain.", write_atomic),
        ("ada.xlsx/buku.xlsx", "Pilih folder lain.", write_atomic),
        ("tiada/buku.xlsx", FOLDER, write_atomic),
        (f"{'n' * 260}.xlsx", PENDEK, write_atomic),
    ],
)
def test_nama_atau_folder_lain_dipilih(salah: str, saran: str, write: Write, tmp_path: Path) -> None:
    (tmp_path / "ada.xlsx").write_bytes(b"lama")
    (tmp_path / "folder").mkdir()
    with expect_saran(saran):
        write(tmp_path / salah, ISI)
    betul = ["baru.xlsx", "folder/buku.xlsx"]
    if saran == FOLDER:
        (tmp_path / "tiada").mkdir()
        betul.append(salah)
    for nama in betul:
        write(tmp_path / nama, ISI)
        assert (tmp_path / nama).read_bytes() == ISI
    assert (tmp_path / "ada.xlsx").read_bytes() == b"lama"


@follow(MAKRO, TAUTAN, SAMBUNGAN)
@pytest.mark.parametrize(
    ("bagian", "saran"),
    [
        ("xl/vbaProject.bin", MAKRO),
        ("xl/macrosheets/sheet1.xml", MAKRO),
        ("xl/externalLinks/externalLink1.xml", TAUTAN),
        ("xl/connections.xml", SAMBUNGAN),
    ],
)
def test_makro_tautan_dan_sambungan_dihilangkan(bagian: str, saran: str, tmp_path: Path) -> None:
    """openpyxl saves without macros and connections, as the program in question would when told to."""
    path = write_xlsx(tmp_path / "dpa.xlsx", [["kode", "nama", "pagu"], ["7.01.01", "Penunjang", 1500]])
    with zipfile.ZipFile(path) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    path.write_bytes(pack(isi | {bagian: b"<x/>"}))
    with expect_saran(saran):
        read_kode(path)
    buku = openpyxl.load_workbook(io.BytesIO(path.read_bytes()), keep_vba=False, keep_links=False)
    buku.save(path)
    assert read_kode(path) == {"7.01.01": Decimal(1500)}
    nilai = [[sel.value for sel in baris] for baris in buku.worksheets[0].iter_rows()]
    assert read_kode(write_xlsx(tmp_path / "baru.xlsx", nilai)) == {"7.01.01": Decimal(1500)}
