"""One output file of ours (not a batch): what may be replaced, and what has to make room.

No register knows these files. Evidence that one is ours and nobody has typed into it are its title and its container:
whatever program saves it again writes another one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kinerja.berkas import explain_oserror, move_to_lama, write_atomic
from kinerja.errors import BerkasError
from kinerja.tabel.batas import MAKS_BERKAS
from kinerja.terbit.identitas import is_utuh, read_judul
from kinerja.workbook.layout import Buku
from kinerja.workbook.writer import render_workbook


def write_workbook(buku: Buku, path: Path) -> None:
    """Write the workbook of a plan to a file, whole or not at all.

    Raises:
        DataError: the plan holds something that a workbook cannot hold; sheet and cell are named.
        BerkasError: the file cannot be written.
    """
    write_atomic(path, render_workbook(buku))


def check_keluaran(path: Path, judul: str, *, timpa: bool) -> bool:
    """Whether the file may be replaced as it is; with `timpa`, whether it need not make room first.

    Args:
        judul: how the title of our own file begins.

    Raises:
        BerkasError: something else stands there, or our file was filled in or saved again since.
    """
    with explain_oserror(path):
        if not (path.exists() or path.is_symlink()):
            return True
        if not path.is_file():
            raise BerkasError("Nama itu bukan milik sebuah berkas.", tempat=str(path), saran="Pilih nama lain.")
        isi = path.read_bytes() if path.stat().st_size <= MAKS_BERKAS else b""
    kami = read_judul(isi).startswith(judul)
    if kami and is_utuh(isi):
        return True
    if timpa:
        return False
    raise BerkasError(
        "Berkas sudah ada dan sudah diisi atau disimpan ulang sejak dibuat."
        if kami
        else f"Berkas sudah ada dan bukan {judul.strip().lower()} buatan kinerja.",
        tempat=str(path),
        saran="Pilih nama lain dengan --keluar, atau pakai --timpa: yang ada dipindahkan ke folder lama."
        + (" Penjelasan di dalamnya dibawa serta dengan --lanjutkan." if kami and "Rekonsiliasi" in judul else ""),
    )


def make_room(path: Path, judul: str, *, timpa: bool, hari: date) -> Path | None:
    """Just before it is written: look again, and move what is not ours to `lama/`.

    Raises:
        BerkasError: as `check_keluaran`; it cannot be moved.

    Returns:
        Where what stood there is now; None when nothing was moved.
    """
    return None if check_keluaran(path, judul, timpa=timpa) else move_to_lama(path, hari)


def is_sama(path: Path, lain: Path) -> bool:
    """Whether two names, of files that need not be there, are of one file (also by links)."""
    if os.path.realpath(path) == os.path.realpath(lain):  # unlike resolve(), it takes links that lead in a circle
        return True
    return path.exists() and lain.exists() and path.samefile(lain)


def is_sumber(path: Path, sumber: Iterable[Path]) -> bool:
    """Whether an output is one of the sources, by whatever name (also a link), or would lie among them."""
    tujuan = Path(os.path.realpath(path))  # unlike resolve(), it takes links that lead in a circle
    for satu in sumber:
        if Path(os.path.realpath(satu)) in (tujuan, tujuan.parent):
            return True
        berkas = satu.iterdir() if satu.is_dir() else [satu]
        if path.exists() and any(p.exists() and path.samefile(p) for p in berkas):
            return True
    return False
