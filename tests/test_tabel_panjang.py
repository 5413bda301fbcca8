"""Long tables from outside: refused quickly and in one sentence, whatever they are."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from kinerja.errors import DataError
from kinerja.survei.wilayah import read_survei_wilayah
from kinerja.tabel import pintu

PADA = date(2024, 12, 31)
KEPALA = b"kecamatan," + b",".join(b"U%d" % n for n in range(1, 10)) + b"\n"
BARIS = b"12.71.17," + b",".join([b"4"] * 9) + b"\n"
BENAR = {"kecamatan": ["12.71.17"], **{f"U{n}": [4] for n in range(1, 10)}}


def refuse(path: Path) -> str:
    awal = time.monotonic()
    with pytest.raises(DataError) as galat:
        read_survei_wilayah(path, pada=PADA)
    assert time.monotonic() - awal < 40  # a process starts, beside whatever else runs here
    assert str(path.name) in str(galat.value)
    assert "\n" not in str(galat.value)
    return galat.value.pesan


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (lambda: KEPALA + BARIS + b"\n" * 30_000_000, "Tabel terlalu luas"),
        (lambda: KEPALA + b"12.71.17," + b"A" * 60_000_000 + b"\n", "Baris 2 terlalu panjang"),
        (lambda: b"A" * 30_000_000, "terlalu panjang"),
        (lambda: b"kecamatan" + b",x" * 20_000 + b"\n", "20.001 kolom"),
        (lambda: b"kecamatan" + b",x" * 1_000_000 + b"\n", "Baris 1 terlalu panjang"),
        (lambda: ("\ufeff" + (KEPALA + BARIS).decode()).encode("utf-16-le") + b"A", "Ini bukan berkas CSV"),
        (lambda: ("\ufeff" + (KEPALA + BARIS * 1_500_000).decode()).encode("utf-16-be"), "lebih besar dari 64 MB"),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "Ini gambar; di sini hanya .csv dan .parquet"),
        (lambda: b"PK\x03\x04" + b"\0" * 50, "Ini buku kerja; di sini hanya .csv dan .parquet"),
        (lambda: b"<html><table>", "Ini halaman web atau XML"),
        (lambda: b"\n \n", "Berkas kosong"),
        (lambda: KEPALA + b"12.71.17,\xff\xfe" + BARIS[9:], "rusak"),
    ],
)
def test_csv_yang_buruk_ditolak_dengan_satu_kalimat(isi: Callable[[], bytes], pesan: str, tmp_path: Path) -> None:
    path = tmp_path / "jawaban.csv"
    path.write_bytes(isi())
    assert re.search(pesan, refuse(path))


@pytest.mark.parametrize("sandi", ["utf-16-le", "utf-16-be"])
def test_csv_utf_16_dibaca_seperti_utf_8(sandi: str, tmp_path: Path) -> None:
    path = tmp_path / "jawaban [1].csv"  # no pattern either
    isi = (KEPALA + BARIS + BARIS.replace(b"12.71.17", "Médan".encode())).decode().replace(",", ";")
    path.write_bytes(("\ufeff" + isi).encode(sandi))

    total = read_survei_wilayah(path, pada=PADA).total

    assert [("12.71.17", (4,) * 9), ("Médan", (4,) * 9)] == [(t.kunci, t.jumlah) for t in total]


def test_jenis_menurut_isi_bukan_nama(tmp_path: Path) -> None:
    pl.DataFrame(BENAR).write_parquet(tmp_path / "a.csv")
    (tmp_path / "b.parquet").write_bytes(KEPALA + BARIS)
    (tmp_path / "c.dat").write_bytes(KEPALA + BARIS)
    for nama in ("a.csv", "b.parquet", "c.dat"):
        (satu,) = read_survei_wilayah(tmp_path / nama, pada=PADA).total
        assert (satu.kunci, satu.jumlah) == ("12.71.17", (4,) * 9)


@pytest.mark.parametrize(
    ("nama", "deret"),
    [
        ("u64", pl.Series([2**64 - 1], dtype=pl.UInt64)),
        ("daftar", pl.Series([[1]])),
        ("gabungan", pl.Series([{"a": 1}])),
        ("biner", pl.Series([b"1"])),
        ("lama", pl.Series([1], dtype=pl.Duration)),
    ],
)
def test_parquet_bertipe_lain_ditolak(nama: str, deret: pl.Series, tmp_path: Path) -> None:
    path = tmp_path / "jawaban.parquet"
    pl.DataFrame({**BENAR, nama: deret}).write_parquet(path)
    assert refuse(path).startswith(f"Kolom '{nama}' berisi ")


def test_parquet_kecil_yang_berisi_sangat_banyak_ditolak_dari_keterangannya(tmp_path: Path) -> None:
    path = tmp_path / "jawaban.parquet"
    nol = pl.select(pl.repeat(4, 7_000_000, dtype=pl.UInt8)).to_series()
    pl.DataFrame({"kecamatan": nol, **{f"U{n}": nol for n in range(1, 10)}}).write_parquet(path)
    assert path.stat().st_size < 1_000_000
    assert refuse(path) == "Tabel terlalu luas: 7.000.000 baris, 10 kolom."


def test_satu_nilai_yang_mengembang_dihentikan(tmp_path: Path) -> None:
    path = tmp_path / "jawaban.parquet"
    besar = "x" * 400_000_000
    pl.DataFrame({**BENAR, "kecamatan": [besar]}).write_parquet(path, statistics=False)
    del besar
    assert path.stat().st_size < 1_000_000
    assert "terlalu banyak memori" in refuse(path)


def test_parquet_yang_diubah_sembarang_tidak_menjatuhkan_program(tmp_path: Path) -> None:
    path = tmp_path / "jawaban.parquet"
    pl.DataFrame(BENAR).write_parquet(path)
    asli = path.read_bytes()
    for letak in range(4, len(asli), 23):
        path.write_bytes(asli[:letak] + bytes([asli[letak] ^ 0xFF]) + asli[letak + 1 :])
        try:
            read_survei_wilayah(path, pada=PADA)
        except DataError as galat:
            assert "jawaban.parquet" in str(galat)


def test_pipa_dan_alat_bukan_berkas(tmp_path: Path) -> None:
    path = tmp_path / "pipa"
    os.mkfifo(path)
    assert refuse(path) == "Ini bukan berkas biasa."
    with pytest.raises(DataError, match="Ini bukan berkas biasa"):
        pintu.look_awal(Path(os.devnull))


def test_look_awal_memberi_awal_dan_besar(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 1000)
    assert pintu.look_awal(path, 3) == (b"xxx", 1000)
    with pytest.raises(DataError, match="folder"):
        pintu.look_awal(tmp_path)
    with pytest.raises(DataError, match="tidak ditemukan"):
        pintu.look_awal(tmp_path / "tiada")
