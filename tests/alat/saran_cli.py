"""Commands that advise: what they said, once it is sure that the advice stands in it."""

from __future__ import annotations

import pytest

from tests.alat.perintah import run_utama
from tests.alat.saran import match_saran

Tampung = pytest.CaptureFixture[str]


def advise(capsys: Tampung, saran: str, *argumen: object, kode: int = 2) -> str:
    """Run a command that fails, or finds something, with this advice; both of its streams."""
    hasil, keluar, galat = run_utama(capsys, *argumen)
    assert (hasil, match_saran(saran, galat + keluar)) == (kode, True), (saran, keluar, galat)
    return galat + keluar


def succeed(capsys: Tampung, *argumen: object) -> str:
    """Run a command that must end well; both of its streams."""
    hasil, keluar, galat = run_utama(capsys, *argumen)
    assert hasil == 0, galat
    return galat + keluar
