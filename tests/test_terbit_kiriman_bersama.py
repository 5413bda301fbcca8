"""Returns kept by two at once, or by one who is killed: each once, whole, and of a group all or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.alat.perintah import prepare


@pytest.mark.parametrize(("cara", "banyak"), [("berdua", 10), ("dibunuh", 50)])
def test_berdua_sekaligus_atau_dibunuh_kapan_pun_kiriman_tetap_utuh(tmp_path: Path, cara: str, banyak: int) -> None:
    selesai = subprocess.run(
        [sys.executable, "-m", "tests.alat.kiriman_bersama", cara, str(banyak), str(tmp_path)],
        env=prepare({}),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )

    assert selesai.returncode == 0, selesai.stderr
