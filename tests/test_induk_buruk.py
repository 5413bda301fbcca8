"""Bad input data is one Indonesian sentence with file, sheet and row, never a silent value."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kinerja.errors import DataError
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.induk.skema import TABEL, Tabel
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.survei.jawaban import read_survei
from kinerja.workbook.writer import render_workbook
from tests.berkas_induk import (
    Data,
    added,
    changed,
    read_xlsx,
    small,
    tabulate,
    write_csv,
    write_xlsx,
)
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian


@pytest.mark.parametrize(
    ("data", "pesan"),
    [
        (changed("program", 0, anggaran="lima juta"), r"Program, baris 2, kolom Anggaran: 'lima juta' tidak terbaca"),
        (changed("program", 0, anggaran=True), r"baris 2, kolom Anggaran: True bukan angka"),
        (changed("program", 0, anggaran=10**15), r"baris 2, kolom Anggaran: Angka terlalu besar"),
        (changed("program", 0, anggaran=1.555), r"baris 2, kolom Anggaran: 1,555 lebih teliti daripada sen"),
        (changed("program", 0, nama=None), r"baris 2, kolom Nama program: Sel ini wajib diisi"),
        (changed("kegiatan", 0, target=2.5), r"Kegiatan, baris 2, kolom Target: 2,5 bukan bilangan bulat"),
        (changed("kegiatan", 0, target=-1), r"kolom Target: -1.* bukan bilangan bulat"),
        (changed("kegiatan", 0, daftar="sarpas"), r"Tidak ada daftar 'sarpas' .*Mungkin maksudnya 'sarpras'"),
        (
            changed("kegiatan", 0, kecamatan="12.71.18"),
            r"baris 2, kolom Kecamatan: 12.71.18 tidak ada pada tabel Kecam",
        ),
        (changed("kegiatan", 0, kecamatan="12.71.17 Medan Kota"), r"12.71.17 adalah Medan Baru, bukan Medan Kota"),
        (changed("daftar", 0, kunci="Sar pras"), r"Daftar, baris 2, kolom Kunci: Kunci 'Sar pras' tidak dapat dipakai"),
        (added("daftar", kunci="sarpras", nama="Lain", satuan="KK"), r"Kunci daftar kegiatan dipakai dua kali"),
        (added("kecamatan", kode="12.71.17"), r"baris 4, kolom Kode: Kode 12.71.17 sudah ada di .*baris 2"),
        (
            added("kecamatan", kode="12.71.77"),
            r"baris 4, kolom Kode: Kode kecamatan 12.71.77 tidak terdaftar.*kinerja daftar kecamatan 12.71$",
        ),
        (
            added("kecamatan", kode="12.10.01"),
            r"baris 4, kolom Kode: 12.10.01 \(.*\) terletak di Kabupaten .*bukan Kota",
        ),
        (added("kecamatan", camat="Tanpa kode"), r"baris 4, kolom Kode: Sel ini wajib diisi"),
        (changed("kecamatan", 0, nip=198001012005011001), r"baris 2, kolom NIP: NIP tersimpan sebagai angka"),
        (changed("indikator", 0, jenis="manfat"), r"'manfat' tidak dikenal. Mungkin maksudnya 'manfaat'"),
        (changed("indikator", 0, arah="atas"), r"kolom Arah: Arah 'atas' tidak dikenal. Pilih: naik"),
        (changed("indikator", 0, target="tinggi"), r"baris 2, kolom Target: 'tinggi' tidak terbaca"),
        (changed("indikator", 0, target="1.250"), r"baris 2, kolom Target: '1.250' bisa berarti"),
        (
            changed("indikator", 0, jenis="persen"),
            r"Daftar, baris 2, kolom Kunci: Ada daftar kegiatan, tetapi tidak ada",
        ),
        (
            added("indikator", kecamatan="12.71.17", indikator="Muta", target=1),
            r"Muta tidak ada pada baris umum.*'Mutu'",
        ),
        (
            changed("umum", 0, tahun=2017),
            r"Umum, kolom Tahun \(baris 2\): Tahun harus 2018 sampai 2100; .* peraturan yang dimuat belum berlaku",
        ),
        (changed("umum", 0, tahun=2101), r"Umum, kolom Tahun \(baris 2\): Tahun harus 2018 sampai 2100"),
        (changed("umum", 0, tahun=2025.5), r"Umum, kolom Tahun \(baris 2\): 2025,5 bukan bilangan bulat"),
        (
            changed("program", 0, kecamatan="12.71.01"),
            r"Kecamatan, baris 2 \(12.71.17 Medan Baru\): Tidak ada satu pun program. Isi tabel Program: baris tanpa",
        ),
        (
            {**small(), "daftar": [], "kegiatan": []},
            r"Kecamatan, baris 2 \(12.71.17 Medan Baru\): Ada indikator berjenis manfaat, tetapi tidak ada daftar",
        ),
        (
            changed("kecamatan", 0, alamat="x" * 161),
            r"Kecamatan, baris 2, kolom Alamat kantor: Teks terlalu panjang: 161 karakter. Persingkat menjadi "
            r"paling banyak 160 karakter",
        ),
        (
            changed("umum", 0, kabkota="12.88"),
            r"Umum, kolom Kode kabupaten/kota \(baris 1\): Kode .* 12.88 tidak terdaftar",
        ),
        (changed("umum", 0, jenis="awal"), r"kolom Jenis perjanjian \(baris 3\): 'awal' tidak dikenal. Pilih: murni"),
    ],
)
def test_isian_buruk_ditolak_dengan_berkas_lembar_dan_baris(tmp_path: Path, data: Data, pesan: str) -> None:
    with pytest.raises(DataError, match=rf"^induk.xlsx, lembar .*{pesan}"):
        read_xlsx(tmp_path, data)


@pytest.mark.parametrize("tahun", [2018, 2100])
def test_tahun_pertama_dan_terakhir_diterima(tahun: int, tmp_path: Path) -> None:
    assert read_xlsx(tmp_path, changed("umum", 0, tahun=tahun))[0].tahun == tahun


SATU: dict[str, dict[str, object]] = {
    "lke": {"komponen": "Kinerja", "bobot": 100},
    "aksi": {"indikator": "Mutu", "aksi": "Survei"},
}
"""A row of the tables that the least data set lacks."""
LEBAR = "WWWWWW "
"""The widest letter in words that waste the most room of a narrow column."""


@pytest.mark.parametrize("tabel", [t for t in TABEL if any(k.maks for k in t.kolom)], ids=lambda t: t.kunci)
def test_teks_sepanjang_batasnya_muat_di_setiap_lembar_dan_lebihnya_ditolak(tabel: Tabel, tmp_path: Path) -> None:
    for kolom in (k for k in tabel.kolom if k.maks):
        penuh = (LEBAR * kolom.maks)[: kolom.maks - 1] + "W"
        data = small()
        data["indikator"].append({"sasaran": "T", "indikator": "P", "jenis": "persen", "satuan": "%"})
        for baris in data.setdefault(tabel.kunci, [dict(SATU[tabel.kunci])] if tabel.kunci in SATU else []):
            baris[kolom.kunci] = penuh
        if kolom.kunci == "indikator" and tabel.kunci == "daftar":  # it must be one that is there
            data["indikator"][0]["indikator"] = penuh
        if kolom.kunci == "indikator" and tabel.kunci == "aksi":
            data["indikator"][1]["indikator"] = penuh
        if (tabel.kunci, kolom.kunci) == ("indikator", "indikator"):  # one name only, or the checks call it a double
            data["indikator"] = data["indikator"][:1]
        pk = read_xlsx(tmp_path, data)[0]
        buku = build_perjanjian(Bahan(pk, responden=5, temuan=check_perjanjian(pk)))
        assert render_workbook(buku).startswith(b"PK")

        data[tabel.kunci][0][kolom.kunci] = penuh + "W"
        panjang = f"{kolom.maks + 1:,}".replace(",", ".")
        with pytest.raises(DataError, match=rf"kolom .*Teks terlalu panjang: {panjang} karakter"):
            read_xlsx(tmp_path, data)


def test_berkas_bernama_kecamatan_tidak_mengaburkan_tempat_galat(tmp_path: Path) -> None:
    data = changed("program", 0, anggaran="lima juta")
    with pytest.raises(DataError, match=r"^kecamatan baru.xlsx, lembar Program, baris 2, kolom Anggaran: "):
        read_induk(write_xlsx(tmp_path / "kecamatan baru.xlsx", tabulate(data)))


@pytest.mark.parametrize(
    ("nomor", "kata"), [(errno.EIO, "gangguan pada penyimpanan"), (9999, "kesalahan sistem nomor 9999")]
)
@pytest.mark.parametrize("read", [read_induk, partial(read_survei, pada=date(2024, 12, 31))])
def test_galat_sistem_disebut_dalam_bahasa_indonesia(
    read: Callable[[Path], object], nomor: int, kata: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_: object) -> int:
        raise OSError(nomor, "Input/output error")

    monkeypatch.setattr(os, "open", gagal)
    with pytest.raises(DataError, match=rf"a\.toml: Berkas tidak dapat dibaca \({kata}\)\."):
        read(tmp_path / "a.toml")


def test_huruf_kendali_ditolak_dengan_tempatnya(tmp_path: Path) -> None:
    data = changed("program", 0, nama="a\x07b")
    with pytest.raises(DataError, match=r"program.csv, baris 2: Sel C2 berisi karakter terlarang U\+0007"):
        read_induk(write_csv(tmp_path / "csv", tabulate(data)))


def test_kode_yang_diubah_excel_menjadi_tanggal_ditolak(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"baris 2, kolom Kode: Kode berubah menjadi tanggal 11-01-2001"):
        read_xlsx(tmp_path, changed("kecamatan", 0, kode=date(2001, 1, 11)))


def test_tanggal_bertipe_tanggal_ditulis_dalam_bahasa_indonesia(tmp_path: Path) -> None:
    assert read_xlsx(tmp_path, changed("kecamatan", 0, tanggal=date(2025, 1, 3)))[0].tanggal == "3 Januari 2025"
