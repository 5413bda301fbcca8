"""Advice on tables in text and in parquet files, followed; long ones by limits that are drawn near."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from kinerja.survei.wilayah import read_survei_wilayah
from kinerja.tabel import panjang, petak
from kinerja.tabel.petak import parse_csv
from tests.alat.saran import expect_saran, follow
from tests.berkas_anggaran import read_kode, write_xlsx

UTF_8 = "Simpan ulang sebagai CSV UTF-8."
TABEL = "Simpan ulang tabelnya sebagai CSV UTF-8."
LEMBAR = "Simpan lembarnya sebagai CSV UTF-8."
TIPE = "Simpan kolom itu sebagai teks, bilangan, atau tanggal."
BAGI = "Hapus baris dan kolom kosong, atau bagi menjadi beberapa berkas."
SURVEI = [["kecamatan", *(f"U{n}" for n in range(1, 10))], ["Médan Baru", *"444444443"], ["Médan Baru", *"333333334"]]
JUMLAH = [("Médan Baru", 2, (7,) * 9)]
ISI = {"kode": ["7.01.01", "7.01.04"], "nama": ["Penunjang", "Trantib"], "pagu": [1500, 250]}
HARAP = {"7.01.01": Decimal(1500), "7.01.04": Decimal(250)}


def join(baris: list[list[str]], akhir: str = "\n") -> str:
    return "".join(";".join(satu) + akhir for satu in baris)


def total(path: Path) -> list[tuple[str, int, tuple[int, ...]]]:
    """What a survey of many kecamatan comes to."""
    return [(t.kunci, t.responden, t.jumlah) for t in read_survei_wilayah(path, pada=date(2024, 12, 31)).total]


def write_lembar(path: Path) -> None:
    write_xlsx(path, SURVEI)


@follow(UTF_8, LEMBAR, "Periksa pengiriman atau penyalinannya.")
@pytest.mark.parametrize(
    ("write", "saran"),
    [
        (lambda p: p.write_text(join(SURVEI), encoding="cp1252"), UTF_8),
        (lambda p: p.write_text(join([SURVEI[0], *SURVEI[1:] * 2_000], "\r"), encoding="utf-8"), UTF_8),
        (write_lembar, LEMBAR),
        (lambda p: p.write_bytes(b""), "Periksa pengiriman atau penyalinannya."),
    ],
)
def test_survei_wilayah_disimpan_ulang_sebagai_csv_utf_8(
    write: Callable[[Path], object], saran: str, tmp_path: Path
) -> None:
    path = tmp_path / "jawaban.csv"
    write(path)
    with expect_saran(saran):
        total(path)
    path.write_text("\ufeff" + join(SURVEI, "\r\n"), encoding="utf-8")  # as Excel saves it
    assert total(path) == JUMLAH


@follow("Ganti namanya.")
def test_nama_berkas_yang_rusak_diganti(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"jawaban-\xe9.csv")
    path.write_text(join(SURVEI), encoding="utf-8")
    with expect_saran("Ganti namanya."):
        total(path)
    assert total(path.rename(tmp_path / "jawaban.csv")) == JUMLAH


@follow("Salin kolom yang perlu saja.")
def test_kolom_yang_perlu_saja_disalin(tmp_path: Path) -> None:
    path = tmp_path / "jawaban.csv"
    path.write_text(join([[*satu, *["x"] * 2_000] for satu in SURVEI]), encoding="utf-8")
    with expect_saran("Salin kolom yang perlu saja."):
        total(path)
    path.write_text(join(SURVEI), encoding="utf-8")
    assert total(path) == JUMLAH


@follow(TIPE)
@pytest.mark.parametrize(
    ("salah", "betul"),
    [
        (pl.Series(["2024"] * 2).cast(pl.Binary), pl.Series(["2024"] * 2)),
        (pl.Series([[1], [2]]), pl.Series([1, 2])),
        (pl.Series([1, 2], dtype=pl.Duration), pl.Series([date(2024, 1, 2)] * 2)),
    ],
)
def test_kolom_parquet_disimpan_sebagai_jenis_yang_dikenal(salah: pl.Series, betul: pl.Series, tmp_path: Path) -> None:
    path = tmp_path / "dpa.parquet"
    pl.DataFrame({**ISI, "lain": salah}).write_parquet(path)
    with expect_saran(TIPE):
        read_kode(path)
    pl.DataFrame({**ISI, "lain": betul}).write_parquet(path)
    assert read_kode(path) == HARAP


@follow("Bagi menjadi beberapa berkas.")
def test_tabel_yang_terlalu_luas_dibagi_di_satu_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panjang, "MAKS_LUAS_TABEL", 5)
    pl.DataFrame(ISI).write_parquet(tmp_path / "dpa.parquet")
    with expect_saran("Bagi menjadi beberapa berkas."):
        read_kode(tmp_path / "dpa.parquet")
    bagi = tmp_path / "bagi"
    bagi.mkdir()
    for n in range(2):
        pl.DataFrame(ISI)[n : n + 1].write_parquet(bagi / f"{n}.parquet")
    assert read_kode(bagi) == HARAP


@follow(BAGI)
def test_baris_dan_kolom_kosong_dihapus_atau_tabelnya_dibagi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    baris = [["kode", "nama", "pagu"], ["7.01.01", "Penunjang", "1500"], ["7.01.04", "Trantib", "250"]]
    path = tmp_path / "dpa.csv"
    path.write_text(join([[*satu, *[""] * 17_000] for satu in baris]))
    with expect_saran(BAGI):
        read_kode(path)
    path.write_text(join(baris))
    assert read_kode(path) == HARAP

    monkeypatch.setattr(petak, "MAKS_SEL", 11)
    path.write_text(join([*baris, [""]]))
    with expect_saran(BAGI):
        read_kode(path)
    bagi = tmp_path / "bagi"
    bagi.mkdir()
    for n in (1, 2):
        (bagi / f"{n}.csv").write_text(join([baris[0], baris[n]]))
    assert read_kode(bagi) == HARAP


@follow("Periksa tanda kutipnya.")
@pytest.mark.parametrize("salah", ['7.01.01;"Penunjang;1500', '7.01.01;"Penunjang" Urusan;1500'])
def test_tanda_kutip_dibetulkan(salah: str, tmp_path: Path) -> None:
    path = tmp_path / "dpa.csv"
    path.write_text(f"kode;nama;pagu\n{salah}\n7.01.04;Trantib;250\n")
    with expect_saran("Periksa tanda kutipnya."):
        read_kode(path)
    path.write_text('kode;nama;pagu\n7.01.01;"Penunjang ""Urusan""";1500\n7.01.04;Trantib;250\n')
    assert read_kode(path) == HARAP


@follow(TABEL)
@pytest.mark.parametrize("salah", [b'{"kode": "7.01.01"}' * 60_000, b"kode;nama;pagu\n\0\0\n"])
def test_yang_bukan_tabel_disimpan_ulang_sebagai_csv(salah: bytes, tmp_path: Path) -> None:
    with expect_saran(TABEL):
        parse_csv(salah, "dpa.csv")
    path = tmp_path / "dpa.csv"
    pl.DataFrame(ISI).write_csv(path, separator=";", include_bom=True)
    assert [satu[2] for satu in parse_csv(path.read_bytes(), "dpa.csv")] == ["pagu", "1500", "250"]
    assert read_kode(path) == HARAP
