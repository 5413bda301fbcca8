"""A collection that is killed anywhere, or runs twice at once, leaves a whole register, and the next one goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alat.perintah import run_modul
from tests.alat.sampel import choose_banyak


@pytest.mark.parametrize(("cara", "banyak"), [("berdua", choose_banyak(2, 4)), ("dibunuh", 51)])
def test_dibunuh_atau_berdua_register_tetap_utuh(tmp_path: Path, cara: str, banyak: int) -> None:
    jalan = run_modul("tests.alat.kumpul_bersama", cara, str(banyak), str(tmp_path))

    assert jalan.kode == 0, jalan.galat
