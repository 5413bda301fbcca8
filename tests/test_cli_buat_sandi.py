"""`kinerja buat --sandi`: where the password comes from, and that it locks."""

import base64
from pathlib import Path

import pytest

from kinerja.workbook.kunci import Kunci
from tests.alat.berkas import read_part
from tests.alat.perintah import BARU, run_buat, run_kinerja

pytestmark = pytest.mark.usefixtures("folder_kerja")


def sandi_terpasang(path: Path, sandi: str) -> bool:
    """Whether the structure lock of a workbook was made with this password (ECMA-376 part 1, 18.2.29)."""
    xml = read_part(path, "xl/workbook.xml")
    atribut = dict(
        bagian.split("=", 1) for bagian in xml.split("<workbookProtection ")[1].split("/>")[0].split() if "=" in bagian
    )
    isi = {k.removeprefix("workbook"): v.strip('"') for k, v in atribut.items()}
    salt = base64.b64decode(isi["SaltValue"])
    return Kunci.from_sandi(sandi, salt).hash == isi["HashValue"]


def test_sandi_dari_variabel_lingkungan_mengunci_buku(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KINERJA_SANDI", "rahasia dé")

    assert run_buat(capsys, "--sandi")[0] == 0

    assert sandi_terpasang(folder_kerja / "hasil" / BARU, "rahasia dé")
    assert not sandi_terpasang(folder_kerja / "hasil" / BARU, "rahasia")


def test_sandi_ditanyakan_dua_kali(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    jawaban = iter(["satu", "satu", "satu", "dua"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: next(jawaban))

    assert run_buat(capsys, "--sandi")[0] == 0
    assert sandi_terpasang(folder_kerja / "hasil" / BARU, "satu")
    kode, _, galat = run_buat(capsys, "--sandi")
    assert (kode, galat) == (2, "kinerja: Kedua sandi tidak sama. Jalankan lagi dan ketik ulang.\n")


@pytest.mark.parametrize("sandi", ["", "x" * 256, "\udcff"])
def test_sandi_yang_tidak_dapat_dipakai_ditolak(
    sandi: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KINERJA_SANDI", sandi)

    kode, _, galat = run_buat(capsys, "--sandi")

    assert kode == 2
    assert galat.startswith("kinerja: Sandi kosong, terlalu panjang, atau berisi karakter yang rusak.")
    assert not (folder_kerja / "hasil").exists()


def test_sandi_tanpa_terminal_menyebut_variabelnya(folder_kerja: Path) -> None:
    jalan = run_kinerja("buat", "--sandi", folder=folder_kerja)

    assert jalan.kode == 2
    assert jalan.galat == (
        "kinerja: Sandi tidak dapat ditanyakan di luar jendela perintah. Isi variabel lingkungan KINERJA_SANDI.\n"
    )
