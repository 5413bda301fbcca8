"""The command line as a user runs it: a process of its own, from the installed or checked-out package."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import main
from tests.alat.program import AKAR

BARU = "12.71.17-medan-baru-perjanjian-kinerja-2024.xlsx"
"""The workbook of Medan Baru."""


@dataclass(frozen=True, slots=True)
class Jalan:
    """How a command ended: exit code and what it wrote, decoded as UTF-8."""

    kode: int
    keluar: str
    galat: str


def make_gagal(galat: BaseException) -> Callable[..., Any]:
    """A function that fails like this, in place of one that a command calls."""

    def gagal(*_: object, **__: object) -> object:
        raise galat

    return gagal


def prepare(lingkungan: Mapping[str, str]) -> dict[str, str]:
    """The environment of the process: ours, plus `lingkungan`, and the package on the path."""
    return {**os.environ, "PYTHONPATH": str(AKAR), **lingkungan}


def run_kinerja(*argumen: str, folder: Path | None = None, lingkungan: Mapping[str, str] | None = None) -> Jalan:
    """Run `kinerja` with these arguments in `folder`, without a terminal."""
    return _run([sys.executable, "-m", "kinerja", *argumen], folder, lingkungan or {})


def run_python(program: str, *, folder: Path | None = None) -> Jalan:
    """Run a few lines of Python that import the package."""
    return _run([sys.executable, "-c", program], folder, {})


def _run(perintah: Sequence[str], folder: Path | None, lingkungan: Mapping[str, str], *, batas: int = 120) -> Jalan:
    selesai = subprocess.run(
        perintah,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=prepare(lingkungan),
        timeout=batas,
        check=False,
    )
    return Jalan(selesai.returncode, selesai.stdout.decode(), selesai.stderr.decode())


def run_modul(nama: str, *argumen: str) -> Jalan:
    """Run a module of the tests, which may take minutes."""
    return _run([sys.executable, "-m", nama, *argumen], None, {}, batas=300)


def run_utama(capsys: pytest.CaptureFixture[str], *argumen: object) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command, in this process."""
    kode = main([*map(str, argumen)])
    keluaran = capsys.readouterr()
    return kode, keluaran.out, keluaran.err


def run_buat(capsys: pytest.CaptureFixture[str], *argumen: str) -> tuple[int, str, str]:
    """The same of `kinerja buat` for Medan Baru."""
    return run_utama(capsys, "buat", "--kecamatan", "12.71.17", *argumen)
