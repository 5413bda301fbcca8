"""The folder dist: all that is handed out, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from addin.build.oxt import build_oxt
from addin.build.pustaka import AKAR
from addin.build.rilis.arsip_web import PENGGANTI, pack_web
from addin.build.rilis.chromium import print_pdf
from addin.build.rilis.panduan import NAMA_HTML, NAMA_PDF, NAMA_WEB, write_panduan
from addin.build.rumus import build_rumus
from addin.build.xlam_murni import build_xlam_murni
from kinerja.berkas import explain_oserror
from kinerja.errors import BerkasError

SHA256SUMS = "SHA256SUMS"
HARI = "1735689600"
"""Date of the files inside the wheel, the same as in our zips: 2025-01-01."""


def build_dist(folder: Path, pyodide: Path, alamat: str = PENGGANTI) -> Path:
    """Fill `folder`; an older one of ours is replaced once the new one is complete.

    The same sources on the same day, with the same programs, give the same bytes: the day is that of the law.

    Args:
        pyodide: folder of the npm package.
        alamat: https address for which the web folder is built.

    Raises:
        BerkasError: a part cannot be built, or there are files in the folder that are not of an earlier run.
    """
    check_milik(folder)
    with explain_oserror(folder), tempfile.TemporaryDirectory(prefix=".kinerja-rilis-", dir=folder.parent) as sementara:
        baru = Path(sementara, "baru")
        baru.mkdir()
        (baru / NAMA_WEB).write_bytes(pack_web(pyodide, alamat))
        for build in (build_xlam_murni, build_oxt, build_rumus, build_roda):
            build(baru)
        (baru / NAMA_HTML).write_text(write_panduan(), "utf-8")
        (baru / NAMA_PDF).write_bytes(print_pdf(baru / NAMA_HTML))
        _write_sums(baru)
        if folder.exists():
            folder.rename(Path(sementara, "lama"))
        baru.rename(folder)
    return folder


def build_roda(folder: Path) -> Path:
    """Write the wheel of this checkout into `folder`.

    Raises:
        BerkasError: pip cannot build it; says what pip said.
    """
    perintah = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(AKAR)]
    lingkungan = os.environ | {"SOURCE_DATE_EPOCH": HARI}
    selesai = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if selesai.returncode:
        raise BerkasError("pip tidak dapat membuat paket.", tempat=str(AKAR), rincian=selesai.stderr.splitlines()[-8:])
    (roda,) = folder.glob("*.whl")
    return roda


def check_milik(folder: Path) -> None:
    """See that everything in a folder that will be replaced is of an earlier run.

    Raises:
        BerkasError: there is something else, or `folder` is no folder.
    """
    if not folder.exists():
        return
    with explain_oserror(folder):
        ada = {path.name for path in folder.iterdir()}
        daftar = (folder / SHA256SUMS).read_text("utf-8") if SHA256SUMS in ada else ""
    if lain := sorted(ada - {SHA256SUMS} - {baris[66:] for baris in daftar.splitlines()}):
        pesan = f"Di folder ini ada yang bukan dari `make rilis`: {', '.join(lain[:5])}."
        raise BerkasError(pesan, tempat=str(folder), saran="Pindahkan dahulu, lalu ulangi.")


def _write_sums(folder: Path) -> None:
    """The digests of all files, for `sha256sum -c`."""
    sidik = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}
    (folder / SHA256SUMS).write_text("".join(f"{satu}  {nama}\n" for nama, satu in sidik.items()), "utf-8")
