"""xlwings Server itself, on loopback TLS, with the project that we ship."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from addin.build.halaman import PROYEK
from tests.alat.perintah import prepare
from tests.alat.program import ProgramError


@contextmanager
def run_server(sertifikat: Path, log: Path) -> Iterator[str]:
    """Start it, wait until it listens, give its address, end it. What it says goes to `log`."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    perintah = [sys.executable, "-m", "uvicorn", "xlwings_server.main:main_app", "--host=127.0.0.1", f"--port={port}"]
    perintah += [f"--ssl-certfile={sertifikat}", f"--ssl-keyfile={sertifikat}"]
    lingkungan = {k: v for k, v in prepare({}).items() if not k.startswith("XLWINGS_")}
    lingkungan["XLWINGS_PROJECT_DIR"] = str(PROYEK)
    with log.open("wb") as keluar:
        proses = subprocess.Popen(
            perintah, stdin=subprocess.DEVNULL, stdout=keluar, stderr=keluar, env=lingkungan, cwd=log.parent
        )
        try:
            _wait(proses, port, log)
            yield f"https://localhost:{port}"
        finally:
            proses.terminate()
            proses.wait(20)


def _wait(proses: subprocess.Popen[bytes], port: int, log: Path) -> None:
    akhir = time.monotonic() + 60
    while time.monotonic() < akhir and proses.poll() is None:
        with socket.socket() as soket:
            if soket.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise ProgramError(f"xlwings Server tidak jalan: {log.read_text()[-2000:]}")
