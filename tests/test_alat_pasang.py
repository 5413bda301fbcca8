"""pasang.sh: silent and offline when all is there, clear when it may not install."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.alat.program import AKAR

PASANG = AKAR / "tests" / "alat" / "pasang.sh"


def jalankan(path: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash")
    assert bash
    return subprocess.run([bash, str(PASANG)], env=os.environ | {"PATH": path}, capture_output=True, text=True)


def pura_pura(folder: Path, nama: str, isi: str) -> None:
    berkas = folder / nama
    berkas.write_text(f"#!/bin/sh\n{isi}\n")
    berkas.chmod(0o755)


def test_pasang_diam_dan_tanpa_jaringan_bila_semua_sudah_ada(tmp_path: Path) -> None:
    for program in ("apt-get", "npm"):
        pura_pura(tmp_path, program, "exit 9")
    hasil = jalankan(f"{tmp_path}:{os.environ['PATH']}")
    assert (hasil.returncode, hasil.stdout, hasil.stderr) == (0, "", "")


def test_pasang_bukan_sebagai_root_menyebut_yang_kurang(tmp_path: Path) -> None:
    """With a PATH that holds next to nothing, nothing is installed as far as the script can see."""
    dirname = shutil.which("dirname")
    assert dirname
    (tmp_path / "dirname").symlink_to(dirname)
    pura_pura(tmp_path, "id", "echo 1000")
    hasil = jalankan(str(tmp_path))
    assert hasil.returncode == 1
    assert "yang belum ada: libreoffice-calc gnumeric poppler-utils chromium nodejs npm" in hasil.stderr
    assert "Jalankan `make uji` sebagai root" in hasil.stderr
