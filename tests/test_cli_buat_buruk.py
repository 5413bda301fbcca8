"""`kinerja buat` with bad input of every kind: one sentence, nothing half-written."""

import os
from pathlib import Path

import pytest

from kinerja.cli import main
from tests.alat.perintah import BARU, run_buat

pytestmark = pytest.mark.usefixtures("folder_kerja")


def test_kecamatan_yang_tidak_ada_disertai_saran(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kode, saran in (("12.17.17", "Mungkin maksudnya 12.71.17 (Medan Baru)."),
                        ("12.71.99", "Yang ada: 12.71.01 sampai 12.71.21."),
                        ("medan baru", "Mungkin maksudnya 12.71.17 (Medan Baru)."),
                        ("xyz", "Yang ada: 12.71.01 sampai 12.71.21.")):  # fmt: skip
        assert main(["buat", "--kecamatan", kode]) == 2
        assert capsys.readouterr().err == (
            f"kinerja: Kecamatan {kode} tidak ada dalam data bawaan Medan 2024. {saran}\n"
        )
    assert not (folder_kerja / "hasil").exists()


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("tidak-ada.xlsx", None, "tidak-ada.xlsx: Berkas tidak ditemukan."),
        ("rusak.toml", "[umum\n", "rusak.toml, baris 1, karakter ke-6: Berkas TOML rusak."),
        ("kosong.toml", "", "kosong.toml: Berkas kosong."),
        ("kunci.toml", "[umum]\nthun = 2024\n", "kunci.toml, umum: Kunci 'thun' tidak dikenal."),
        ("bukan.xlsx", "halo", "bukan.xlsx: Ini teks, bukan berkas .xlsx."),
        ("satu.csv", "kode\n", "satu.csv: Data CSV dibaca sebagai folder"),
    ],
)  # fmt: skip
def test_data_buruk_dijawab_satu_kalimat_tanpa_berkas_setengah_jadi(
    nama: str, isi: str | None, kata: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if isi is not None:
        (folder_kerja / nama).write_text(isi, encoding="utf-8")

    assert main(["buat", "--data", nama]) == 2

    galat = capsys.readouterr().err
    assert kata in galat
    assert galat.count("\n") == 1
    assert not (folder_kerja / "hasil").exists()


@pytest.mark.parametrize("tujuan", ["berkas", "berkas/hasil"])
def test_folder_tujuan_yang_tidak_dapat_ditulisi_ditolak(
    tujuan: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder_kerja / "berkas").write_bytes(b"penting")

    kode, _, galat = run_buat(capsys, "--keluar", tujuan)

    assert kode == 2
    assert galat.startswith(f"kinerja: {tujuan}: ")
    assert galat.count("\n") == 1
    assert (folder_kerja / "berkas").read_bytes() == b"penting"


def test_penyimpanan_penuh_dijawab_satu_kalimat_dan_ulangan_menyelesaikan(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(_: int) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as m:
        m.setattr("os.fsync", penuh)
        kode, _, galat = run_buat(capsys)

    assert kode == 2
    assert galat == f"kinerja: hasil/{BARU}: Penyimpanan penuh. Kosongkan ruang penyimpanan, lalu jalankan lagi.\n"
    assert list((folder_kerja / "hasil").glob("*.xlsx")) == []
    assert run_buat(capsys)[0] == 0


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        (("[[program]]", "[[kegiatan]]"), "Tidak ada satu pun program."),
        (('kecamatan = ""', 'kecamatan = "12.71.01"'), "Tidak ada satu pun indikator."),
        (('jenis = "nilai"', 'jenis = "manfaat"'), "Ada indikator berjenis manfaat, tetapi tidak ada daftar kegiatan."),
    ],
)
@pytest.mark.parametrize("perintah", [["periksa"], ["buat", "--data"]])
def test_perjanjian_yang_tidak_punya_bagian_wajib_ditolak_sebelum_ada_berkas(
    perintah: list[str], ganti: tuple[str, str], kata: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    teks = (
        'umum.kabkota = "12.71"\numum.tahun = 2025\numum.jenis = "murni"\n'
        'kecamatan = [{kode = "12.71.01"}, {kode = "12.71.17"}]\n'
        '[[indikator]]\nkecamatan = ""\nsasaran = "S"\nindikator = "I"\njenis = "nilai"\nsatuan = "n"\n'
        '[[program]]\nnama = "P"\n'
    )
    isi = teks.replace(*ganti) if ganti[0] != "[[program]]" else teks[: teks.index("[[program]]")]
    (folder_kerja / "data.toml").write_text(isi, encoding="utf-8")

    assert main([*perintah, "data.toml"]) == 2

    galat = capsys.readouterr().err
    baris = "ke-2 (12.71.17 Medan Baru)" if "indikator." in kata else "ke-1 (12.71.01 Medan Kota)"
    assert galat.startswith(f"kinerja: data.toml, kecamatan {baris}: {kata} Isi tabel ")
    assert not (folder_kerja / "hasil").exists()


def test_folder_data_titik_tetap_punya_nama_dalam_pesan(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder_kerja / "medan").mkdir()
    monkeypatch.chdir(folder_kerja / "medan")

    assert main(["buat", "--data", "."]) == 2
    kalimat = "kinerja: medan: Tabel Umum, Kecamatan, dan Indikator tidak ada atau kosong."
    assert capsys.readouterr().err.startswith(kalimat)
    (folder_kerja / "medan" / "lain.csv").write_text("a\n", encoding="utf-8")
    assert main(["buat", "--data", "."]) == 2
    assert capsys.readouterr().err.startswith("kinerja: medan/lain.csv: Berkas 'lain' tidak dikenal.")
