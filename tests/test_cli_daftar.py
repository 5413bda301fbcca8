"""`kinerja daftar`, and a kabupaten or kota by its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.alat.perintah import run_utama


def test_kabkota_dicari_menurut_nama_dan_awal_kode(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_utama(capsys, "daftar", "kabkota", "Situbondo") == (0, "35.12  Kabupaten Situbondo, Jawa Timur\n", "")
    _, semua, _ = run_utama(capsys, "daftar", "kabkota", "12")
    assert len(semua.splitlines()) == 33
    assert all(baris.startswith("12.") for baris in semua.splitlines())


def test_kecamatan_dicari_menurut_beberapa_kata(capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, _ = run_utama(capsys, "daftar", "kecamatan", "baru", "kota", "medan")

    assert (0, "12.71.17  Medan Baru, Kota Medan, Sumatera Utara\n") == (kode, keluar)


def test_hasil_sebagai_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, keluar, _ = run_utama(capsys, "daftar", "kabkota", "karo", "--json")

    assert {"kabkota": [{"kode": "12.06", "nama": "Kabupaten Karo", "provinsi": "Sumatera Utara"}]} == json.loads(
        keluar
    )


def test_yang_tidak_ada_disebut(capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, galat = run_utama(capsys, "daftar", "kecamatan", "atlantis")

    assert (2, "") == (kode, keluar)
    assert "Tidak ada kecamatan yang cocok dengan 'atlantis'. Coba sebagian namanya saja." in galat


@pytest.mark.parametrize(
    ("apa", "kata", "saran"),
    [
        ("kabkota", "sitobondo", "Mungkin maksudnya 35.12 (Kabupaten Situbondo)."),
        ("kecamatan", "medan baruu", "Mungkin maksudnya 12.71.17 (Medan Baru)."),
        ("kecamatan", "karanganyer", "Mungkin maksudnya Karanganyar."),
    ],
)
def test_nama_yang_salah_eja_disertai_yang_mungkin_dimaksud(
    apa: str, kata: str, saran: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a name that several kecamatan have, no code is guessed."""
    kode, _, galat = run_utama(capsys, "daftar", apa, kata)

    assert (kode, galat.endswith(f"yang cocok dengan {kata!r}. {saran}\n")) == (2, True), galat


def test_data_induk_dibuat_dari_nama_kabupaten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "induk.xlsx"

    kode, _, _ = run_utama(capsys, "data-induk", "--kabkota", "situbondo", "--tahun", "2025", "--keluar", str(berkas))

    assert kode == 0
    lain = tmp_path / "kode.xlsx"
    assert 0 == run_utama(capsys, "data-induk", "--kabkota", "35.12", "--tahun", "2025", "--keluar", str(lain))[0]
    assert berkas.read_bytes() == lain.read_bytes()


@pytest.mark.parametrize(
    ("nama", "pesan"),
    [
        ("Bandung", "Ada 2 kabupaten/kota bernama Bandung: Kabupaten Bandung (32.04) dan Kota Bandung (32.73)."),
        ("Sitobondo", "Tidak ada kabupaten/kota bernama Sitobondo. Mungkin maksudnya 35.12 (Kabupaten Situbondo)."),
        (
            "Atlantis Raya",
            "Tidak ada kabupaten/kota bernama Atlantis Raya. Cari kodenya dengan: kinerja daftar kabkota KATA.",
        ),
        ("99.99", "Kode kabupaten/kota 99.99 tidak terdaftar."),
    ],
)
def test_nama_yang_bukan_satu_kabupaten_ditolak(
    nama: str, pesan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "induk.xlsx"

    kode, _, galat = run_utama(capsys, "data-induk", "--kabkota", nama, "--tahun", "2025", "--keluar", str(berkas))

    assert 2 == kode
    assert pesan in galat
    assert not berkas.exists()
