"""Settings of all tests."""

from pathlib import Path

import pytest
from hypothesis import settings

from kinerja.workbook.kunci import Kunci
from kinerja.workbook.writer import render_workbook
from tests.buku_lengkap import BUKU, SALT

# A shared machine pauses at will; a slow example is no fault of the rule that it tests.
settings.register_profile("kinerja", deadline=None)
settings.load_profile("kinerja")


@pytest.fixture
def folder_kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a command runs, with no password lying about."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KINERJA_SANDI", raising=False)
    return tmp_path


@pytest.fixture(scope="session")
def lengkap() -> bytes:
    """The workbook with everything that a plan can say, locked with a password."""
    return render_workbook(BUKU, Kunci.from_sandi("sandi", SALT))
