"""Find the outside programs that the tests need; a missing one is an error, never a skip."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

AKAR = Path(__file__).parents[2]


class ProgramError(RuntimeError):
    """An outside program is missing, failed, or took too long."""


def find(program: str, paket: str) -> str:
    """Path of `program`; raise ProgramError that names the Debian package `paket`."""
    path = shutil.which(program)
    if path is None:
        raise ProgramError(
            f"Program {program} tidak ada, padahal pengujian ini memerlukannya. "
            f"Jalankan `make uji` sebagai root, atau pasang {paket}."
        )
    return path


def run(perintah: Sequence[str], *, detik: float, boleh: Sequence[int] = (0,)) -> str:
    """Run a command and return its stdout; raise ProgramError unless its exit code is in `boleh`.

    The command gets a session of its own: soffice is a shell script around the real program, and only
    killing the whole group ends both when the time (`detik`, seconds) is up.
    """
    nama = Path(perintah[0]).name
    with subprocess.Popen(
        perintah,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as proses:
        try:
            keluar, galat = proses.communicate(timeout=detik)
        except subprocess.TimeoutExpired:
            os.killpg(proses.pid, signal.SIGKILL)
            raise ProgramError(f"{nama} belum selesai setelah {detik:.0f} detik.") from None
    if proses.returncode not in boleh:
        raise ProgramError(f"{nama} berakhir dengan kode {proses.returncode}: {(galat or keluar)[-500:]}")
    return keluar
