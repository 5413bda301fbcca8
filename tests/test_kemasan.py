"""The built wheel, installed alone into an empty environment, does what the README says."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest


def run(*perintah: str | Path, cwd: Path) -> str:
    hasil = subprocess.run([str(p) for p in perintah], cwd=cwd, capture_output=True, text=True, check=False)
    assert 0 == hasil.returncode, hasil.stderr
    return hasil.stdout


@pytest.fixture(scope="module")
def lingkungan(rilis: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and what it asks for, nothing else."""
    folder = tmp_path_factory.mktemp("kemasan")
    venv.create(folder / "venv")
    (roda,) = rilis.glob("kinerja-*.whl")
    bin_ = folder / "venv/bin"
    run(sys.executable, "-m", "pip", "--python", bin_ / "python", "install", "-q", "--no-compile", roda, cwd=folder)
    return bin_


def test_wheel_sendirian_membuat_21_buku_kerja(lingkungan: Path, tmp_path: Path) -> None:
    run(lingkungan / "kinerja", "buat", cwd=tmp_path)

    berkas = sorted((tmp_path / "hasil").glob("*.xlsx"))
    assert 21 == len(berkas)
    assert "12.71.17-medan-baru-perjanjian-kinerja-2024.xlsx" in {b.name for b in berkas}


def test_wheel_membuat_data_induk_yang_dibaca_kembali(lingkungan: Path, tmp_path: Path) -> None:
    run(
        lingkungan / "kinerja",
        "data-induk",
        "--kabkota",
        "12.71",
        "--tahun",
        "2025",
        "--keluar",
        "induk.xlsx",
        cwd=tmp_path,
    )
    run(lingkungan / "kinerja", "buat", "--data", "induk.xlsx", "--kecamatan", "12.71.01", cwd=tmp_path)

    assert ["12.71.01-medan-kota-perjanjian-kinerja-2025.xlsx"] == [b.name for b in (tmp_path / "hasil").glob("*.xlsx")]


def test_import_kinerja_tidak_memuat_pustaka_berat(lingkungan: Path, tmp_path: Path) -> None:
    kode = (
        "import kinerja, sys; print([m for m in ('pandas', 'openpyxl', 'xlwings', 'xlsxwriter') if m in sys.modules])"
    )

    assert "[]" == run(lingkungan / "python", "-c", kode, cwd=tmp_path).strip()
