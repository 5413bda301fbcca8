"""What an advice tells to install: tried without a network, where all that it names is there already."""

from __future__ import annotations

import re
import subprocess
import sys


def check_pip(kalimat: str) -> None:
    """`pip` understands the command in a sentence; the extras and versions that it names are those of this Python."""
    cocok = re.search(r"Jalankan: pip (install (?:\"[^\"]+\"|[^\s\"]+[^\s\".]))\.?$", kalimat)
    assert cocok, kalimat
    perintah = [satu.strip('"') for satu in cocok[1].split()]
    pilihan = ("--dry-run", "--no-index", "--disable-pip-version-check")
    jalan = subprocess.run(
        [sys.executable, "-m", "pip", *perintah, *pilihan], capture_output=True, text=True, timeout=60, check=False
    )
    assert jalan.returncode == 0, jalan.stderr
    assert "does not provide the extra" not in jalan.stderr
    assert "Would install" not in jalan.stdout
