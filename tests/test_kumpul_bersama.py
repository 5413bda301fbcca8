"""A collection that is killed anywhere, or runs twice at once, leaves a whole register, and the next one goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.alat.perintah import prepare


@pytest.mark.parametrize(("cara", "banyak"), [("berdua", 4), ("dibunuh", 51)])
def test_dibunuh_atau_berdua_register_tetap_utuh(tmp_path: Path, cara: str, banyak: int) -> None:
    selesai = subprocess.run(
        [sys.executable, "-m", "tests.alat.kumpul_bersama", cara, str(banyak), str(tmp_path)],
        env=prepare({}),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )

    assert selesai.returncode == 0, selesai.stderr
