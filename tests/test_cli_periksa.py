"""`kinerja periksa` and `kinerja data-induk`."""

import json
from pathlib import Path

import pytest

from kinerja.cli import main
from kinerja.temuan import Temuan, Tingkat

pytestmark = pytest.mark.usefixtures("folder_kerja")


def test_medan_baru_punya_temuan_dan_kode_keluar_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "--kecamatan", "12.71.17"]) == 1

    keluaran = capsys.readouterr()
    baris = keluaran.out.splitlines()
    assert baris[0] == "galat PK01  12.71.17 Medan Baru, daftar Pemberdayaan Masyarakat di Kelurahan"
    assert baris[1].startswith("  Jumlah tertulis 855 orang, sedangkan 26 kegiatannya berjumlah 930 orang.")
    assert keluaran.err.startswith("1 perjanjian diperiksa: 1 galat, ")


def test_json_berisi_setiap_temuan_setiap_kecamatan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "--json"]) == 1

    temuan = json.loads(capsys.readouterr().out)["temuan"]
    assert [t["kode"] for t in temuan].count("PK19") == 20
    assert list(temuan[0]) == ["kode", "tingkat", "tempat", "pesan", "saran"]


@pytest.mark.parametrize(
    ("tingkat", "kode"), [(None, 0), (Tingkat.INFO, 0), (Tingkat.PERINGATAN, 1), (Tingkat.GALAT, 1)]
)
def test_kode_keluar_menurut_tingkat_temuan(
    tingkat: Tingkat | None, kode: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    temuan = () if tingkat is None else (Temuan("PK99", tingkat, "12.71.17 Medan Baru", "Contoh.", ""),)
    monkeypatch.setattr("kinerja.perjanjian.periksa.check_perjanjian", lambda _: temuan)

    assert main(["periksa", "--kecamatan", "12.71.17"]) == kode
    assert capsys.readouterr().out == ("" if tingkat is None else f"{tingkat} PK99  12.71.17 Medan Baru\n  Contoh.\n")


def test_data_yang_tidak_ada_kode_keluar_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "induk.xlsx"]) == 2
    assert capsys.readouterr().err == "kinerja: induk.xlsx: Berkas tidak ditemukan. Periksa nama dan foldernya.\n"


def test_data_induk_dapat_dibangun_kembali(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["data-induk", "--kabkota", "1271", "--tahun", "2025"]) == 0
    assert main(["buat", "--data", "induk.xlsx", "--kecamatan", "12.71.17"]) == 0

    assert (folder_kerja / "hasil" / "12.71.17-medan-baru-perjanjian-kinerja-2025.xlsx").is_file()
    assert capsys.readouterr().out == ""


def test_data_induk_yang_sudah_ada_tidak_ditimpa(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder_kerja / "isian.xlsx"
    path.write_bytes(b"sudah diisi")
    perintah = ["data-induk", "--kabkota", "12.71", "--tahun", "2025", "--keluar", "isian.xlsx"]

    assert main(perintah) == 2
    assert capsys.readouterr().err.startswith("kinerja: isian.xlsx: Berkas sudah ada dan")
    assert path.read_bytes() == b"sudah diisi"
    assert main([*perintah, "--timpa"]) == 0
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["--kabkota", "99.99"], "Kode kabupaten/kota 99.99 tidak terdaftar."),
        (["--kabkota", "12.71", "--keluar", "induk.csv"], "induk.csv: Nama berkas harus berakhiran .xlsx."),
        (["--kabkota", "12.71", "--keluar", "tidak/ada/induk.xlsx"], "Folder tidak/ada tidak ada."),
    ],
)
def test_data_induk_yang_tidak_dapat_dibuat_ditolak(
    argumen: list[str], kata: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["data-induk", "--tahun", "2025", *argumen]) == 2
    galat = capsys.readouterr().err
    assert kata in galat
    assert galat.count("\n") == 1
    assert list(folder_kerja.iterdir()) == []
