"""Chromium as a printer: a page that stands in a file becomes a PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from kinerja.errors import BerkasError

DETIK = 120
_TETAP = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars")
_HARI = re.compile(rb"(?<=Date \(D:)[^)]*(?=\))")
"""When the PDF was made: the only bytes in which two prints of one page differ."""


def print_pdf(halaman: Path) -> bytes:
    """The page as PDF, of the paper that its style sheet names; the same bytes each time.

    Raises:
        BerkasError: there is no Chromium, or it wrote nothing.
    """
    data = run_chromium(halaman, "pdf", "--no-pdf-header-footer", "--print-to-pdf={}")
    return _HARI.sub(lambda satu: b"20250101000000+00'00'".ljust(len(satu[0]))[: len(satu[0])], data)


def run_chromium(halaman: Path, akhiran: str, *opsi: str) -> bytes:
    """What Chromium makes of the page with these options; `{}` in one is the file that it writes.

    Raises:
        BerkasError: as `print_pdf`.
    """
    program = shutil.which("chromium")
    if program is None:
        saran = "Pasang chromium, atau jalankan `make rilis` sebagai root."
        raise BerkasError("Chromium belum terpasang.", saran=saran)
    with tempfile.TemporaryDirectory(prefix="kinerja-cetak-", ignore_cleanup_errors=True) as folder:
        keluar = Path(folder, f"hasil.{akhiran}")
        perintah = [program, *_TETAP, f"--user-data-dir={folder}/profil", *(satu.format(keluar) for satu in opsi)]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run([*perintah, halaman.resolve().as_uri()], check=False, capture_output=True, timeout=DETIK)  # noqa: S603 - our own words
        if not keluar.is_file():
            raise BerkasError("Chromium tidak menghasilkan apa pun.", tempat=str(halaman))
        return keluar.read_bytes()
