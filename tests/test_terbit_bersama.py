"""Runs at once and runs that are killed: only whole files, nothing of anybody's lost, and the next run finishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alat.perintah import run_modul
from tests.alat.sampel import choose_banyak


@pytest.mark.parametrize(("cara", "banyak"), [("berdua", choose_banyak(6, 20)), ("dibunuh", choose_banyak(15, 50))])
def test_berdua_sekaligus_atau_dibunuh_kapan_pun_folder_tetap_benar(tmp_path: Path, cara: str, banyak: int) -> None:
    jalan = run_modul("tests.alat.terbit_bersama", cara, str(banyak), str(tmp_path))

    assert jalan.kode == 0, jalan.galat
