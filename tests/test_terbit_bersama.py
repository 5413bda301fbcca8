"""Runs at once and runs that are killed: only whole files, nothing of anybody's lost, and the next run finishes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alat.perintah import run_modul


@pytest.mark.parametrize(("cara", "banyak"), [("berdua", 20), ("dibunuh", 50)])
def test_berdua_sekaligus_atau_dibunuh_kapan_pun_folder_tetap_benar(tmp_path: Path, cara: str, banyak: int) -> None:
    jalan = run_modul("tests.alat.terbit_bersama", cara, str(banyak), str(tmp_path))

    assert jalan.kode == 0, jalan.galat
