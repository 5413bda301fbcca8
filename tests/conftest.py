"""Settings of all tests."""

import fcntl
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kinerja.workbook.kunci import Kunci
from kinerja.workbook.writer import render_workbook
from tests.alat.program import AKAR, run
from tests.buku_lengkap import BUKU, SALT

# What a shell starts in the background ignores these, and so would the programs that tests start and stop with them.
for sinyal in (signal.SIGINT, signal.SIGHUP):
    if signal.getsignal(sinyal) is signal.SIG_IGN:
        signal.signal(sinyal, lambda *_: sys.exit(1))

# A shared machine pauses at will; a slow example is no fault of the rule that it tests.
settings.register_profile("kinerja", deadline=None)
settings.load_profile("kinerja")


@pytest.fixture
def folder_kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a command runs, with no password lying about."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KINERJA_SANDI", raising=False)
    return tmp_path


@pytest.fixture
def kerja(asal: Path, folder_kerja: Path) -> Path:
    """A copy of what a module has prepared in its fixture `asal`, as the folder in which a command runs."""
    shutil.copytree(asal, folder_kerja, dirs_exist_ok=True)
    return folder_kerja


@pytest.fixture
def kirim(folder_kerja: Path) -> Path:
    """A folder for what comes in from two kecamatan, beside issues in `hasil`."""
    from tests.alat.saran_kumpul import prepare

    prepare(folder_kerja)
    (folder_kerja / "kirim").mkdir()
    return Path("kirim")


@pytest.fixture(scope="session")
def lengkap() -> bytes:
    """The workbook with everything that a plan can say, locked with a password."""
    return render_workbook(BUKU, Kunci.from_sandi("sandi", SALT))


@pytest.fixture(scope="session")
def com() -> dict[str, Any]:
    """What xlwings' COM server answered, in a process of its own."""
    keluar = run(["env", "-C", str(AKAR), sys.executable, "-m", "tests.alat.com"], detik=60)
    hasil: dict[str, Any] = json.loads(keluar.splitlines()[-1])
    return hasil


@pytest.fixture(scope="session")
def rilis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make rilis` builds: by the first worker that asks, for all of them."""
    from addin.build.rilis.dist import build_dist

    akar = tmp_path_factory.getbasetemp()
    folder = (akar.parent if "PYTEST_XDIST_WORKER" in os.environ else akar) / "dist"
    with folder.with_suffix(".kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        return folder if folder.exists() else build_dist(folder, AKAR / ".alat/node_modules/pyodide")
