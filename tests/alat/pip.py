"""What an advice tells to install: tried without a network, where all that it names is there already."""

from __future__ import annotations

import shlex
import subprocess
import sys


def check_pip(kalimat: str) -> None:
    """`pip` takes the command in a sentence as it stands; what it names is in this Python already."""
    perintah = shlex.split(kalimat.strip().rpartition("Jalankan: ")[2])
    assert perintah[:2] == ["pip", "install"] and len(perintah) > 2, kalimat
    pilihan = ("--dry-run", "--no-index", "--disable-pip-version-check")
    jalan = subprocess.run(
        [sys.executable, "-m", *perintah, *pilihan], capture_output=True, text=True, timeout=60, check=False
    )
    assert jalan.returncode == 0, jalan.stderr
    assert "does not provide the extra" not in jalan.stderr
    assert "Would install" not in jalan.stdout
