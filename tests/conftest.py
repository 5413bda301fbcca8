"""Settings of all tests."""

from pathlib import Path

import pytest
from hypothesis import settings

# A shared machine pauses at will; a slow example is no fault of the rule that it tests.
settings.register_profile("kinerja", deadline=None)
settings.load_profile("kinerja")


@pytest.fixture
def folder_kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a command runs, with no password lying about."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KINERJA_SANDI", raising=False)
    return tmp_path
