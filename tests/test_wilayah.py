"""The register: the code is the key, and names come back as they are."""

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.dekat import find_nearest
from kinerja.errors import DataError
from kinerja.wilayah import (
    find_kabkota,
    find_kecamatan,
    list_kabkota,
    list_kecamatan,
    normalize_kode,
)
from kinerja.wilayah.desa import list_kelurahan

SEMUA = list_kecamatan()


def test_jumlah_menurut_sumber_data() -> None:
    assert (len(SEMUA), len(list_kabkota()), len({k.provinsi for k in list_kabkota()})) == (7285, 514, 38)
    assert len({k.kode for k in SEMUA}) == 7285
    assert len({k.nama for k in SEMUA}) == 6906


def test_medan_punya_21_kecamatan_dan_151_kelurahan() -> None:
    medan = list_kecamatan("12.71")

    assert [k.kode for k in medan] == [f"12.71.{n:02}" for n in range(1, 22)]
    assert sum(len(list_kelurahan(k.kode)) for k in medan) == 151
    assert list_kelurahan("11.01.01") == ()


def test_kelurahan_medan_baru_memuat_ejaan_resmi_titi_rante() -> None:
    kelurahan = list_kelurahan("12.71.17")

    assert len(kelurahan) == 6
    assert "Titi Rante" in kelurahan
    assert "Titi Rantai" not in kelurahan


@given(st.sampled_from(SEMUA), st.sampled_from(["", ".", "-", " ", "/"]))
def test_setiap_kode_ditemukan_dalam_ejaan_apa_pun(k, pemisah) -> None:  # type: ignore[no-untyped-def]
    assert find_kecamatan(f" {k.kode.replace('.', pemisah)} ") == k
    assert find_kabkota(k.kode[:5]).nama == k.kabkota


def test_nama_dengan_tanda_khusus_utuh_dan_terpanjang_31_huruf() -> None:
    huruf = {h for k in SEMUA for h in k.nama if not h.isalnum()}

    assert huruf == set("'() -./")
    assert max(len(k.nama) for k in SEMUA) == 31
    assert all(k.nama == k.nama.strip() for k in SEMUA)


def test_berkas_data_tanpa_kutip_dan_koma_supaya_boleh_dipecah_pada_koma() -> None:
    for nama in ("kecamatan.csv", "kabkota.csv", "kelurahan.csv"):
        teks = files("kinerja.wilayah").joinpath(nama).read_text(encoding="utf-8")
        assert list(csv.reader(teks.splitlines())) == [baris.split(",") for baris in teks.splitlines()]


@pytest.mark.parametrize(
    ("kode", "saran"),
    [
        ("12.17.19", "12.17.09 ("),
        ("12.71.77", "kinerja daftar kecamatan 12.71"),
        ("xyz", "Cari kodenya dengan: kinerja daftar"),
    ],
)
def test_kode_tak_dikenal_ditolak_dengan_saran(kode: str, saran: str) -> None:
    with pytest.raises(DataError, match="tidak terdaftar") as galat:
        find_kecamatan(kode)
    assert saran in galat.value.saran


@pytest.mark.parametrize(
    ("kode", "saran"),
    [("12.72.1", "12.72 "), ("Kota Medn", "12.71 (Kota Medan)"), ("", "Cari kodenya dengan: kinerja daftar")],
)
def test_kabkota_tak_dikenal_ditolak_dengan_saran(kode: str, saran: str) -> None:
    with pytest.raises(DataError, match="tidak terdaftar") as galat:
        list_kecamatan(kode)
    assert saran in galat.value.saran


def test_saran_nama_hanya_bila_memang_mirip() -> None:
    kelurahan = list_kelurahan("12.71.17")

    assert find_nearest("Titi Rantai", kelurahan) == "Titi Rante"
    assert find_nearest("PADANG BULAN", kelurahan) == "Padang Bulan"
    assert find_nearest("Polonia", kelurahan) is None


def test_kode_kelurahan_bukan_kode_kecamatan() -> None:
    assert normalize_kode("12.71.17.1001") == "12.71.17.1001"
    with pytest.raises(DataError):
        find_kecamatan("12.71.17.1001")
