"""Returns kept by two at once, or by one who is killed: each once, whole, and of a group all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.alat.perintah import run_modul
from tests.alat.sampel import choose_banyak


@pytest.mark.parametrize(("cara", "banyak"), [("berdua", choose_banyak(4, 10)), ("dibunuh", choose_banyak(15, 50))])
def test_berdua_sekaligus_atau_dibunuh_kapan_pun_kiriman_tetap_utuh(tmp_path: Path, cara: str, banyak: int) -> None:
    jalan = run_modul("tests.alat.kiriman_bersama", cara, str(banyak), str(tmp_path))

    assert jalan.kode == 0, jalan.galat
