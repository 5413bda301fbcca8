"""`kinerja buat --logo`: pictures that fit, and files that are none."""

import base64
import zipfile
from pathlib import Path

import pytest

from kinerja.cli.logo import read_logo
from kinerja.errors import BerkasError
from tests.alat.perintah import BARU, run_buat
from tests.buku_lengkap import PNG

pytestmark = pytest.mark.usefixtures("folder_kerja")


JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgy"
    "PC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q=="
)


def test_logo_masuk_ke_buku(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder_kerja / "logo.png").write_bytes(PNG)

    assert run_buat(capsys, "--logo", "logo.png")[0] == 0

    with zipfile.ZipFile(folder_kerja / "hasil" / BARU) as arsip:
        assert [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/media/")] == [PNG]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "bukan gambar"),
        (b"GIF89a", "bukan gambar"),
        (PNG + b"\0" * 2_000_000, "lebih besar dari 2 MB"),
        (PNG[:-12], "rusak atau terpotong"),  # without its IEND chunk
        (PNG[:-1], "rusak atau terpotong"),
        (PNG[:16] + b"\0\0\0\0" + PNG[20:], "rusak atau terpotong"),  # zero pixels wide
        (b"\xff\xd8\xff\xe0", "rusak atau terpotong"),
        (JPEG[:-1], "rusak atau terpotong"),
        (JPEG[:-2], "rusak atau terpotong"),  # without its end-of-image marker
        (JPEG[:90] + b"\xff\xd9", "rusak atau terpotong"),  # no frame header: no size
    ],
)
def test_logo_yang_bukan_gambar_kecil_yang_utuh_ditolak(tmp_path: Path, isi: bytes, kata: str) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(isi)

    with pytest.raises(BerkasError, match=kata) as galat:
        read_logo(path)

    assert galat.value.tempat == str(path)


def test_logo_jpeg_diterima_dan_masuk_ke_buku(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder_kerja / "logo.jpg").write_bytes(JPEG)

    assert run_buat(capsys, "--logo", "logo.jpg")[0] == 0

    with zipfile.ZipFile(folder_kerja / "hasil" / BARU) as arsip:
        assert [arsip.read(n) for n in arsip.namelist() if n.startswith("xl/media/")] == [JPEG]


def test_gambar_rusak_ditolak_tanpa_meninggalkan_berkas(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder_kerja / "logo.png").write_bytes(PNG[:12])

    kode, _, galat = run_buat(capsys, "--logo", "logo.png")

    assert kode == 2
    assert galat.startswith("kinerja: ")
    assert galat.count("\n") == 1
    assert not (folder_kerja / "hasil").exists()
