"""Checks of the activity lists: doubles, and the kelurahan that an activity names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.perjanjian.model import (
    Kecamatan,
    Kegiatan,
    PerjanjianKinerja,
)
from kinerja.temuan import Tingkat
from kinerja.wilayah.desa import list_kelurahan
from tests.perjanjian_bersih import (
    BERSIH,
    JALAN,
    LATIHAN,
    codes,
    the_one,
    with_kegiatan,
)


def test_pk13_kegiatan_ganda_dalam_satu_daftar() -> None:
    temuan = the_one(with_kegiatan(LATIHAN, JALAN, replace(LATIHAN, uraian="Pelatihan  Tata Boga")))

    assert (temuan.kode, temuan.tingkat) == ("PK13", Tingkat.PERINGATAN)
    assert "nomor 1 dan 3" in temuan.pesan
    assert codes(with_kegiatan(LATIHAN, replace(LATIHAN, kelurahan="Babura"))) == []


def test_pk13_menyebut_hanya_baris_yang_sama_kelurahannya() -> None:
    temuan = the_one(with_kegiatan(LATIHAN, replace(LATIHAN, kelurahan="Babura"), LATIHAN))

    assert "nomor 1 dan 3" in temuan.pesan


def test_pk14_kelurahan_tak_terdaftar_dengan_saran() -> None:
    temuan = the_one(with_kegiatan(LATIHAN, replace(JALAN, kelurahan="Titi Rantai")))

    assert (temuan.kode, temuan.tingkat) == ("PK14", Tingkat.PERINGATAN)
    assert temuan.tempat.endswith("kegiatan 2")
    assert temuan.saran == "Mungkin maksudnya Titi Rante."
    assert codes(with_kegiatan(replace(JALAN, kelurahan="titi rante"))) == []
    tanpa_daftar = replace(BERSIH.kecamatan, kelurahan=())
    assert codes(replace(with_kegiatan(replace(JALAN, kelurahan="Mana Saja")), kecamatan=tanpa_daftar)) == []


@pytest.mark.parametrize(
    "uraian",
    [
        "Pembangunan Jalan di Jl. Bahagia Lingkungan VIII Kelurahan Titi Rantai",
        "Drainase Kel. Titi Rantai, Lk II",
        "Drainase kelurahan titi rantai Tahap II",
        "Drainase Desa Titi Rantai Kec. Medan Baru",
    ],
)
def test_pk14_membaca_kelurahan_dari_uraian_bila_kolomnya_kosong(uraian: str) -> None:
    temuan = the_one(with_kegiatan(LATIHAN, Kegiatan(uraian, 20)))

    assert (temuan.kode, temuan.saran) == ("PK14", "Mungkin maksudnya Titi Rante.")
    assert temuan.pesan.casefold().startswith("kelurahan titi rantai tidak terdaftar")


@pytest.mark.parametrize(
    ("uraian", "kode"),
    [
        ("Pelatihan tata boga Kelurahan Padang Bulan", []),
        ("Pelatihan Nail Art Kelurahan darat", []),
        ("Pelatihan Kel.Padang Bulan Tahap II", []),
        ("PELATIHAN KELURAHAN DAN DESA DI KELURAHAN DARAT", []),
        ("Pelatihan Kelurahan Sukamaju", ["PK14"]),
        ("Sosialisasi bagi kelurahan setempat", ["PK15"]),
        ("Pemberdayaan Masyarakat di Kelurahan", ["PK15"]),
        ("Peningkatan Kapasitas Kelurahan dan Desa", ["PK15"]),
    ],
)
def test_kegiatan_yang_menyebut_kelurahan_dalam_uraian_tidak_disebut_tanpa_tempat(uraian: str, kode: list[str]) -> None:
    assert codes(with_kegiatan(LATIHAN, Kegiatan(uraian, 20))) == kode


def test_nama_kelurahan_yang_memuat_kata_kota_terbaca_utuh() -> None:
    area = Kecamatan("12.71.10", "Medan Area", "Kota Medan", "Sumatera Utara", list_kelurahan("12.71.10"), "Kelurahan")
    pk = replace(with_kegiatan(Kegiatan("Drainase Kelurahan Kota Matsum I", 20)), kecamatan=area)

    assert "Kota Matsum I" in area.kelurahan
    assert codes(pk) == []


@pytest.mark.parametrize("kolom", ["Kel. Darat", "Kelurahan Darat", "KELURAHAN DARAT", "Desa Darat", "kel darat"])
def test_awalan_kelurahan_pada_kolomnya_tidak_mengganggu(kolom: str) -> None:
    assert codes(with_kegiatan(replace(LATIHAN, kelurahan=kolom))) == []
    assert codes(with_kegiatan(replace(LATIHAN, kelurahan="Kelurahan Titi Rantai"))) == ["PK14"]


def test_pk15_tanpa_kelurahan_peringatan_bila_tanpa_tempat_sama_sekali() -> None:
    buta = the_one(with_kegiatan(LATIHAN, replace(LATIHAN, uraian="Sosialisasi pencegahan stunting", kelurahan=None)))
    berjalan = the_one(with_kegiatan(LATIHAN, replace(JALAN, kelurahan=None)))

    assert (buta.kode, buta.tingkat) == ("PK15", Tingkat.PERINGATAN)
    assert (berjalan.kode, berjalan.tingkat) == ("PK15", Tingkat.INFO)
    assert codes(with_kegiatan(LATIHAN, JALAN)) == []


def at_wilayah(uraian: str, sebutan: str, *kelurahan: str, kolom: str | None = None) -> PerjanjianKinerja:
    """One activity of a kecamatan whose villages are called so."""
    kecamatan = replace(BERSIH.kecamatan, kelurahan=kelurahan, sebutan_desa=sebutan)
    return replace(with_kegiatan(Kegiatan(uraian, 20, kolom)), kecamatan=kecamatan)


@pytest.mark.parametrize(
    ("uraian", "sebutan"),
    [
        ("Rabat beton Gampong Kedai", "Gampong"),
        ("Rabat beton Gp. Kedai", "Gampong"),
        ("Rabat beton Nagari Kedai", "Nagari"),
        ("Rabat beton Kampung Kedai", "Kampung"),
        ("Rabat beton Kp. Kedai", "Kelurahan/Kampung"),
        ("Rabat beton Kel. Kedai", "Kelurahan/Kampung"),
        ("Rabat beton Pekon Kedai", "Pekon/Kelurahan"),
        ("Rabat beton Desa Kedai", "Gampong"),
        ("Rabat beton Desa Adat Kedai", "Desa Adat"),
    ],
)
def test_pk14_menyebut_desa_menurut_sebutan_kecamatannya(uraian: str, sebutan: str) -> None:
    kolom = uraian.removeprefix("Rabat beton ")
    for temuan in (
        the_one(at_wilayah(uraian, sebutan, "Keude", "Ujong Padang")),
        the_one(at_wilayah("Rabat beton", sebutan, "Keude", kolom=kolom)),
    ):
        assert temuan.kode == "PK14"
        assert temuan.pesan == f"{sebutan} Kedai tidak terdaftar di Kecamatan Medan Baru."
    assert codes(at_wilayah(uraian.replace("Kedai", "Keude"), sebutan, "Keude", "Ujong Padang")) == []
    assert codes(at_wilayah("Rabat beton", sebutan, "Keude", kolom=kolom.replace("Kedai", "Keude"))) == []


@pytest.mark.parametrize("uraian", ["Jalan Kampung Nelayan", "Jalan Nagari Raya", "Jalan Pekon Indah", "Jl. Gp. Baro"])
def test_sebutan_daerah_lain_bukan_awalan_nama_kelurahan(uraian: str) -> None:
    temuan = the_one(at_wilayah(uraian, "Kelurahan", "Darat"))

    assert (temuan.kode, temuan.tingkat) == ("PK15", Tingkat.INFO)


def test_nama_yang_diawali_sebutannya_sendiri_terbaca_utuh() -> None:
    gampong = ("Gampong Baro", "Ujong Padang")

    assert codes(at_wilayah("Rabat beton Gampong Baro", "Gampong", *gampong)) == []
    assert codes(at_wilayah("Jalan", "Gampong", *gampong, kolom="Gampong Baro")) == []
    assert codes(at_wilayah("Jalan", "Gampong", *gampong, kolom="Gampong Barat")) == ["PK14"]
    assert codes(at_wilayah("Jalan", "Kelurahan", "Aur", "Kampung Baru", kolom="Kampung Baru")) == []
    assert codes(at_wilayah("Jalan di Kel. Kampung Baru", "Kelurahan", "Aur", "Kampung Baru")) == []


def test_kampung_kb_bukan_nama_kampung() -> None:
    assert codes(at_wilayah("Sosialisasi Kampung KB", "Kampung", "Yoka")) == ["PK15"]


def test_pk15_menyebut_desa_menurut_sebutan_kecamatannya() -> None:
    buta = the_one(at_wilayah("Sosialisasi stunting", "Nagari"))
    berjalan = the_one(at_wilayah("Pembetonan Jl. Mawar", "Desa/Kelurahan"))

    assert buta.pesan == "Kegiatan nomor 1 tidak menyebut nagari atau tempat lain."
    assert buta.saran == "Lengkapi nagarinya."
    assert berjalan.pesan == "Kegiatan nomor 1 menyebut jalan atau lingkungan, tetapi tidak desa/kelurahannya."
