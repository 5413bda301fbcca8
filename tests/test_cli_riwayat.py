"""`kinerja riwayat`: what was issued, what has become of it, and an issued file again; `buat --register`, `--timpa`."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from kinerja.cli import main
from tests.alat.perintah import BARU, run_buat, run_python

BERAT = ("pandas", "numpy", "polars", "openpyxl", "xlwings", "python_calamine", "xlsxwriter", "rich", "psutil")


@pytest.fixture
def hasil(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with the workbook of Medan Baru in three revisions, the second the one that stands there."""
    for kertas in ("f4", "a4"):
        run_buat(capsys, "--kertas", kertas)
    return folder_kerja / "hasil"


def riwayat(capsys: pytest.CaptureFixture[str], *argumen: str) -> tuple[int, str, str]:
    kode = main(["riwayat", *argumen])
    keluaran = capsys.readouterr()
    return kode, keluaran.out, keluaran.err


def test_daftar_menyebut_setiap_terbitan_dan_keadaannya(hasil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, galat = riwayat(capsys, "hasil")

    kepala, *baris = keluar.splitlines()
    assert (kode, galat) == (0, "")
    assert kepala.split() == ["Kode", "Kecamatan", "Tahun", "Jenis", "Revisi", "Kapan", "Versi", "Berkas", "Keadaan"]
    assert [b.split()[:6] for b in baris] == [["12.71.17", "Medan", "Baru", "2024", "murni", n] for n in "12"]
    assert [b.split()[-1] for b in baris] == ["diganti", "utuh"]


@pytest.mark.parametrize(("ubah", "keadaan"), [("isi", "berubah"), ("hapus", "tidak ada"), ("", "utuh")])
def test_json_dengan_sumber_dan_keadaan(
    hasil: Path, capsys: pytest.CaptureFixture[str], ubah: str, keadaan: str
) -> None:
    sidik = hashlib.sha256((hasil / BARU).read_bytes()).hexdigest()
    if ubah == "isi":
        (hasil / BARU).write_bytes(b"diisi")
    elif ubah == "hapus":
        (hasil / BARU).unlink()

    terbitan = json.loads(riwayat(capsys, "hasil", "--json")[1])["terbitan"]

    assert [t["keadaan"] for t in terbitan] == ["diganti", keadaan]
    assert terbitan[1] | {"kapan": "", "versi": ""} == {
        "kode": "12.71.17", "kecamatan": "Medan Baru", "tahun": 2024, "jenis": "murni", "revisi": 2, "kapan": "",
        "versi": "", "berkas": BARU, "keadaan": keadaan, "sha256": sidik, "sumber": "bawaan medan_2024",
        "sha256_sumber": "",
    }  # fmt: skip


def test_ambil_menulis_bita_yang_sama_dan_tidak_pernah_menimpa(hasil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    isi = (hasil / BARU).read_bytes()
    (hasil / BARU).write_bytes(b"diisi")

    assert riwayat(capsys, "hasil", "--ambil", "127117", "--keluar", "kembali.xlsx")[0] == 0
    assert Path("kembali.xlsx").read_bytes() == isi
    kode, _, galat = riwayat(capsys, "hasil", "--ambil", "12.71.17", "--keluar", "kembali.xlsx", "--revisi", "1")
    assert kode == 2
    assert "kembali.xlsx: Nama itu sudah dipakai oleh sebuah berkas." in galat
    assert Path("kembali.xlsx").read_bytes() == isi


def test_ambil_revisi_lama_dan_pilihan_antara_murni_dan_perubahan(
    hasil: Path, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_buat(capsys, "--keluar", "satu")
    run_buat(capsys, "--jenis", "perubahan")
    ambil = ("hasil", "--ambil", "12.71.17", "--keluar", "a.xlsx")

    kode, _, galat = riwayat(capsys, *ambil)
    assert kode == 2
    assert "Ada beberapa yang bisa dimaksud: murni 2024, perubahan 2024. Tambahkan --jenis." in galat
    assert riwayat(capsys, *ambil, "--jenis", "murni", "--revisi", "1")[0] == 0
    assert Path("a.xlsx").read_bytes() == (folder_kerja / "satu" / BARU).read_bytes()


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["tiada"], "Tidak ada register terbitan di sini."),
        (["hasil", "--ambil", "12.71.01", "--keluar", "x.xlsx"], "Tidak ada terbitan untuk 12.71.01."),
        (
            ["hasil", "--ambil", "12.71.17", "--keluar", "x.xlsx", "--tahun", "2025"],
            "Tidak ada terbitan 2025 untuk 12.71.17.",
        ),
        (
            ["hasil", "--ambil", "12.71.17", "--keluar", "x.xlsx", "--jenis", "murni", "--revisi", "3"],
            "Tidak ada terbitan murni revisi 3 untuk 12.71.17.",
        ),
        (["hasil", "--ambil", "12.71.17", "--keluar", "x.pdf"], "x.pdf tidak berakhiran .xlsx."),
        (["hasil", "--ambil", "12.71.17"], "Berkas tujuan belum disebut."),
        (["hasil", "--tahun", "2024"], "--tahun hanya berarti bersama --ambil."),
        (["hasil", "--keluar", "x.xlsx"], "--keluar hanya berarti bersama --ambil."),
        (["hasil", "--ambil", "12.71.17", "--keluar", "x.xlsx", "--json"], "--json tidak dapat bersama --ambil."),
    ],
)
def test_yang_tidak_dapat_dijalankan_dijawab_kalimat(
    hasil: Path, capsys: pytest.CaptureFixture[str], argumen: list[str], kata: str
) -> None:
    kode, keluar, galat = riwayat(capsys, *argumen)

    assert (kode, keluar) == (2, "")
    assert kata in galat
    assert not Path("x.xlsx").exists()


def test_riwayat_register_rusak_dijawab_kalimat_dan_tidak_menyentuhnya(
    hasil: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = hasil / "register-kinerja.sqlite"
    path.write_bytes(b"rusak" * 999)

    assert "Register terbitan rusak." in riwayat(capsys, "hasil")[2]
    assert path.read_bytes() == b"rusak" * 999
    kode, _, galat = run_buat(capsys, "--kertas", "a4")
    assert kode == 0
    assert "Register terbitan rusak dan disisihkan sebagai hasil/register-kinerja-rusak-" in galat


def test_register_di_tempat_lain(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_buat(capsys, "--register", "register.sqlite")[0] == 0

    assert not (folder_kerja / "hasil" / "register-kinerja.sqlite").exists()
    assert riwayat(capsys, "hasil")[0] == 2
    assert "utuh" in riwayat(capsys, "hasil", "--register", "register.sqlite")[1]
    assert run_buat(capsys, "--register", "register.sqlite", "--kertas", "a4")[0] == 0


def test_timpa_mengatakan_ke_mana_yang_lama_pindah(hasil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hasil / BARU).write_bytes(b"diisi")

    kode, _, galat = run_buat(capsys, "--timpa")

    (lama,) = (hasil / "lama").iterdir()
    assert (kode, lama.read_bytes()) == (0, b"diisi")
    assert f"{BARU} dipindahkan ke hasil/lama/{lama.name}." in galat


def test_sumber_data_pengguna_dicatat_dengan_sidiknya(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["data-induk", "--kabkota", "12.71", "--tahun", "2025"])
    run_buat(capsys, "--data", "induk.xlsx")

    (satu,) = json.loads(riwayat(capsys, "hasil", "--json")[1])["terbitan"]

    sidik = hashlib.sha256((folder_kerja / "induk.xlsx").read_bytes()).hexdigest()
    assert (satu["sumber"], satu["sha256_sumber"]) == ("induk.xlsx", sidik)


def test_riwayat_tidak_memuat_pustaka_berat(hasil: Path, folder_kerja: Path) -> None:
    program = (
        "import sys; from kinerja.cli import main; main(['riwayat', 'hasil']);"
        f"print([m for m in {BERAT!r} if m in sys.modules], file=sys.stderr)"
    )

    assert run_python(program, folder=folder_kerja).galat == "[]\n"
