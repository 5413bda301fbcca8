"""The page about the office's own form says what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.alat.dok_formulir import DOK, update_dok
from tests.alat.perintah import run_utama

TEKS = DOK.read_text("utf-8")
LAYAR = re.findall(r"^```\n\$ kinerja (.+?)\n(.+?)^```", TEKS, re.MULTILINE | re.DOTALL)


def test_tabel_nama_dan_yang_hilang_masih_baru() -> None:
    assert update_dok(TEKS) == TEKS
    assert "| `{{kecamatan.nama}}` | nama kecamatan | kosong |" in TEKS
    assert "- grafik mini (sparkline)\n" in TEKS


def test_perintah_di_halaman_menampilkan_yang_tertulis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In its order; each line that the page shows, shortened as it says, is on the screen."""
    monkeypatch.chdir(tmp_path)
    assert len(LAYAR) == 2
    for perintah, layar in LAYAR:
        kode, keluar, galat = run_utama(capsys, *perintah.split())
        baris = (keluar + galat).splitlines()

        assert kode == 0
        assert [satu for satu in baris if satu in layar.splitlines()] == layar.splitlines()


def test_tautan_di_halaman_menuju_halaman_yang_ada() -> None:
    tautan = re.findall(r"\]\(([\w-]+\.md)\)", TEKS)

    assert tautan
    assert [nama for nama in tautan if not (DOK.parent / nama).is_file()] == []
