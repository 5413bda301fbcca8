"""Whose register it is: the one output folder, with all below it, that a register remembers.

The folder is kept as seen from the register, so that both may move together. A register lies in its folder unless the
user said another place.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from kinerja.berkas import explain_oserror
from kinerja.errors import BerkasError
from kinerja.terbit.pangkalan import NAMA_REGISTER, Sambungan, connect_lama, explain_sqlite, has_tabel

_ADA = "SELECT 1 FROM terbit WHERE folder = :letak OR substr(folder, 1, length(:letak) + 1) = :letak || '/' LIMIT 1"


def use_akar(sambungan: Sambungan, path: Path, folder: Path) -> str:
    """Where a folder lies within that of the register, with `/`; the first folder that is issued into becomes it.

    A folder that was moved is known by its files: the place that is remembered is gone, and one of them is here.

    Raises:
        BerkasError: the register is of another folder.
    """
    with explain_sqlite(path):
        sambungan.execute("BEGIN IMMEDIATE")
        try:
            akar = read_akar(sambungan, path, folder)
            letak = find_letak(akar, folder)
            if letak is None and not akar.is_dir() and _holds(sambungan, folder):
                akar, letak = _nyata(folder), ""
            if letak is None:
                raise _asing(path, akar)
            _write_akar(sambungan, path, akar)
            sambungan.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                sambungan.execute("ROLLBACK")
            raise
    return letak


def see_akar(sambungan: Sambungan, path: Path, folder: Path) -> str:
    """The same, only to read: nothing is remembered.

    Raises:
        BerkasError: the register is of another folder, which is there.
    """
    with explain_sqlite(path):
        akar = read_akar(sambungan, path, folder)
    letak = find_letak(akar, folder)
    if letak is None and akar.is_dir():
        raise _asing(path, akar)
    return letak or ""


def read_akar(sambungan: Sambungan, path: Path, folder: Path) -> Path:
    """The folder of a register; where none is remembered yet, the one that is asked for or holds it."""
    tempat = _nyata(path.parent)
    if has_tabel(sambungan, "akar"):
        baris = sambungan.execute("SELECT letak FROM akar").fetchone()
        if baris:
            return Path(os.path.normpath(tempat / str(baris[0])))
    letak = find_letak(tempat, folder)
    if path.name == NAMA_REGISTER and letak and sambungan.execute(_ADA, {"letak": letak}).fetchone():
        return tempat
    return _nyata(folder)


def find_letak(akar: Path, folder: Path) -> str | None:
    """Where a folder lies within another, with `/`; empty is that folder itself, None is outside."""
    nyata = _nyata(folder)
    if not nyata.is_relative_to(akar):
        return None
    letak = nyata.relative_to(akar)
    return letak.as_posix() if letak.parts else ""


def find_induk(folder: Path, kabar: Callable[[str], object]) -> Path | None:
    """The register in a folder above that remembers files of this one, as a path from here; None when there is none."""
    nyata = _nyata(folder)
    for atas in nyata.parents:
        path = atas / NAMA_REGISTER
        with suppress(BerkasError), explain_oserror(path):  # whatever else it is, it is nothing to us
            if path.is_file() and _remembers(path, find_letak(atas, nyata), kabar):
                return _from_here(path)
    return None


def _remembers(path: Path, letak: str | None, kabar: Callable[[str], object]) -> bool:
    with closing(connect_lama(path, kabar)) as sambungan, explain_sqlite(path):
        return sambungan.execute(_ADA, {"letak": letak}).fetchone() is not None


def _from_here(path: Path) -> Path:
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # another drive
        return path


def _write_akar(sambungan: Sambungan, path: Path, akar: Path) -> None:
    try:
        letak = os.path.relpath(akar, _nyata(path.parent))
    except ValueError:  # another drive
        letak = str(akar)
    sambungan.execute("CREATE TABLE IF NOT EXISTS akar(letak TEXT NOT NULL)")
    if sambungan.execute("SELECT letak FROM akar").fetchall() != [(letak,)]:
        sambungan.execute("DELETE FROM akar")
        sambungan.execute("INSERT INTO akar(letak) VALUES (?)", (letak,))


def _holds(sambungan: Sambungan, folder: Path) -> bool:
    """Whether a file that was issued stands in a folder."""
    return any(
        (folder / letak / nama).is_file() for letak, nama in sambungan.execute("SELECT folder, berkas FROM terbit")
    )


def _nyata(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _asing(path: Path, akar: Path) -> BerkasError:
    return BerkasError(
        f"Register ini milik folder {akar}.", tempat=str(path), saran="Sebutkan register lain dengan --register."
    )
