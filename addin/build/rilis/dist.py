"""The folder dist: all that is handed out, whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from addin.build import oxt, rumus
from addin.build.oxt import build_oxt
from addin.build.pustaka import AKAR, replace_folder
from addin.build.rilis.arsip_web import PENGGANTI, pack_web
from addin.build.rilis.chromium import print_pdf
from addin.build.rilis.panduan import NAMA_HTML, NAMA_PDF, NAMA_WEB, write_panduan
from addin.build.rumus import build_rumus
from addin.build.web import clean_alamat
from addin.build.xlam_isi import NAMA_BERKAS as XLAM
from addin.build.xlam_murni import build_xlam_murni
from kinerja.berkas import explain_oserror, read_sidik
from kinerja.errors import BerkasError

SHA256SUMS = "SHA256SUMS"
HARI = "1735689600"
"""Date of the files inside the wheel, the same as in our zips: 2025-01-01."""
NAMA = {XLAM, oxt.NAMA_BERKAS, rumus.NAMA_BERKAS, NAMA_WEB, NAMA_HTML, NAMA_PDF}
"""What is handed out, beside the wheel and the digests."""
_RODA = re.compile(r"kinerja-[\w.+!]+-py3-none-any\.whl")
_SIDIK = re.compile(r"([0-9a-f]{64})  (.+)")


def build_dist(folder: Path, pyodide: Path, alamat: str = PENGGANTI) -> Path:
    """Fill `folder`; an older one of ours is replaced once the new one is complete.

    The same sources on the same day, with the same programs, give the same bytes: the day is that of the law.

    Args:
        pyodide: folder of the npm package.
        alamat: https address for which the web folder is built.

    Raises:
        BerkasError: a part cannot be built, or there are files in the folder that are not of an earlier run.
    """
    clean_alamat(alamat)
    check_milik(folder)
    with replace_folder(folder, ".kinerja-rilis-") as baru:
        (baru / NAMA_WEB).write_bytes(pack_web(pyodide, alamat))
        for build in (build_xlam_murni, build_oxt, build_rumus, build_roda):
            build(baru)
        (baru / NAMA_HTML).write_text(write_panduan(), "utf-8")
        (baru / NAMA_PDF).write_bytes(print_pdf(baru / NAMA_HTML))
        _write_sums(baru)
        check_milik(folder)  # a minute has passed
    return folder


def build_roda(folder: Path) -> Path:
    """Write the wheel of this checkout into `folder`: of what git keeps, where there is git.

    Raises:
        BerkasError: pip cannot build it; says what pip said.
    """
    with tempfile.TemporaryDirectory(prefix="kinerja-roda-") as sementara:
        sumber = _copy_sumber(Path(sementara, "sumber"))
        perintah = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(sumber)]
        lingkungan = os.environ | {"SOURCE_DATE_EPOCH": HARI}
        selesai = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if selesai.returncode:
        raise BerkasError("pip tidak dapat membuat paket.", tempat=str(AKAR), rincian=selesai.stderr.splitlines()[-8:])
    (roda,) = folder.glob("*.whl")
    return roda


def _copy_sumber(tujuan: Path) -> Path:
    """A copy of the files that git keeps: notes and secrets beside them stay out. The checkout itself without git."""
    daftar = ["git", "-C", str(AKAR), "ls-files", "-z"]
    try:
        selesai = subprocess.run(daftar, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    except (OSError, subprocess.CalledProcessError):
        return AKAR
    berkas = [nama for nama in selesai.stdout.split("\0") if nama and (AKAR / nama).is_file()]
    if "pyproject.toml" not in berkas:  # unpacked into a folder of somebody else's repository
        return AKAR
    for nama in berkas:
        (tujuan / nama).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(AKAR / nama, tujuan / nama)
    return tujuan


def check_milik(folder: Path) -> None:
    """See that a folder that will be replaced is an earlier one of ours, whole and untouched, or empty.

    Raises:
        BerkasError: something is missing, added or changed, or `folder` is no folder.
    """
    if not folder.exists():
        return
    with explain_oserror(folder):
        if not (ada := {path.name: path for path in folder.iterdir()}):
            return
        lain = [nama for nama, path in ada.items() if not (_is_nama_kami(nama) and path.is_file())]
        sidik = {} if lain or SHA256SUMS not in ada else _read_sums(ada[SHA256SUMS])
        lain += [] if lain else [nama for nama in ada.keys() - {SHA256SUMS} if sidik.get(nama) != read_sidik(ada[nama])]
    if lain or ada.keys() != {SHA256SUMS, *sidik}:
        sebut = f": {', '.join(sorted(lain)[:5])}" if lain else ""
        pesan = f"Di folder ini ada yang bukan dari `make rilis`, atau sudah diubah{sebut}."
        saran = "Pindahkan isinya dahulu, atau sebut folder lain dengan --keluar, lalu ulangi."
        raise BerkasError(pesan, tempat=str(folder), saran=saran)


def _is_nama_kami(nama: str) -> bool:
    """Whether we write a file of that name.

    >>> [_is_nama_kami(x) for x in ("kinerja.oxt", "kinerja-0.9.1-py3-none-any.whl", "skripsi.docx")]
    [True, True, False]
    """
    return nama in NAMA | {SHA256SUMS} or _RODA.fullmatch(nama) is not None


def _read_sums(path: Path) -> dict[str, str]:
    """Name -> digest; nothing where a line is none of ours."""
    baris = [_SIDIK.fullmatch(satu) for satu in path.read_text("utf-8", "replace").splitlines()]
    return {satu[2]: satu[1] for satu in baris if satu} if all(baris) else {}


def _write_sums(folder: Path) -> None:
    """The digests of all files, for `sha256sum -c`."""
    sidik = {path.name: read_sidik(path) for path in sorted(folder.iterdir())}
    (folder / SHA256SUMS).write_text("".join(f"{satu}  {nama}\n" for nama, satu in sidik.items()), "utf-8")
