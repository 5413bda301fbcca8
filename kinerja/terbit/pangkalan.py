"""The SQLite file of the register: opened, made, refused, set aside when it is damaged; what SQLite says in sentences.

A rollback journal (the default) and not a write-ahead log, which needs memory shared by all that use it: output folders
lie on network shares.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from kinerja.berkas import explain_oserror, move_baru, set_aside
from kinerja.errors import BerkasError

SUSUNAN = 1
"""Number of the schema; a register with a larger one is of a later version of kinerja."""
_APLIKASI = 0x4B4E524A
_TUNGGU = 60.0
"""Seconds that another run may keep the register; it holds it for a group of files, not for the whole run."""
_HALAMAN = 16_384
"""Bytes a page: three or four files a page, told by what differs, so that little of it stays empty."""
_SKEMA = """
CREATE TABLE isi(
  id INTEGER PRIMARY KEY, sidik BLOB NOT NULL UNIQUE, panjang INTEGER NOT NULL,
  dasar INTEGER REFERENCES isi(id), simpanan BLOB NOT NULL);
CREATE TABLE terbit(
  id INTEGER PRIMARY KEY, kode TEXT NOT NULL, tahun INTEGER NOT NULL, jenis TEXT NOT NULL, revisi INTEGER NOT NULL,
  nama TEXT NOT NULL, folder TEXT NOT NULL, berkas TEXT NOT NULL, isi INTEGER NOT NULL REFERENCES isi(id),
  waktu TEXT NOT NULL, versi TEXT NOT NULL, sumber TEXT NOT NULL, sidik_sumber TEXT NOT NULL,
  UNIQUE(kode, tahun, jenis, revisi, folder, berkas));
CREATE INDEX terbit_folder ON terbit(folder, berkas);
CREATE INDEX isi_dasar ON isi(id) WHERE dasar IS NULL;
"""


class RusakError(BerkasError):
    """The register is no sound SQLite file."""


@contextmanager
def explain_sqlite(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a BerkasError that names the register; RusakError where it is damaged."""
    try:
        yield
    except sqlite3.Error as galat:
        raise _explain(galat, path) from galat


def connect(path: Path) -> sqlite3.Connection:
    """Open the register, or make it.

    Raises:
        RusakError: it is damaged.
        BerkasError: it cannot be opened or made, belongs to another program, or is of a later version.
    """
    with explain_sqlite(path):
        sambungan = _open(path)
        try:
            sambungan.execute(f"PRAGMA page_size={_HALAMAN}")
            sambungan.execute("BEGIN IMMEDIATE")
            if _check(sambungan, path) == 0:
                for perintah in _SKEMA.split(";\n"):
                    sambungan.execute(perintah)
                sambungan.execute(f"PRAGMA application_id={_APLIKASI}")
                sambungan.execute(f"PRAGMA user_version={SUSUNAN}")
            sambungan.execute("COMMIT")
        except BaseException:
            sambungan.close()
            raise
    return sambungan


def connect_lama(path: Path) -> sqlite3.Connection:
    """Open a register that is there, to read it.

    Raises:
        BerkasError: as `connect`; there is none.
    """
    if not path.exists():
        raise BerkasError(
            "Tidak ada register terbitan di sini.", tempat=str(path), saran="Sebutkan folder yang dibuat kinerja buat."
        )
    with explain_sqlite(path):
        sambungan = _open(path)
        try:
            if _check(sambungan, path) == 0:
                raise RusakError("Register ini kosong.", tempat=str(path))
        except BaseException:
            sambungan.close()
            raise
    return sambungan


def replace_rusak(path: Path, hari: date) -> Path | None:
    """Set a damaged register aside, under a name with the day; never deleted.

    Raises:
        BerkasError: it cannot be moved.

    Returns:
        Where it is now; None when another run has done that already.
    """
    kini = set_aside(path, path.with_stem(f"{path.stem}-rusak-{hari.isoformat()}"))
    if kini is None:
        return None
    if not _is_rusak(kini):  # it is the new one, which another run has just made and may be writing to
        with explain_oserror(path):
            move_baru(kini, path)
        return None
    jurnal = path.with_name(f"{path.name}-journal")
    with explain_oserror(jurnal), suppress(FileNotFoundError):
        # It belongs to the damaged file; in a new one of that name it would undo what it never did.
        jurnal.replace(kini.with_name(f"{kini.name}-journal"))
    return kini


def _is_rusak(path: Path) -> bool:
    try:
        with explain_sqlite(path), closing(_open(path)) as sambungan:
            _check(sambungan, path)
    except RusakError:
        return True
    except BerkasError:  # whatever it is, nothing says that it is damaged
        return False
    return False


def _open(path: Path) -> sqlite3.Connection:
    with explain_oserror(path):
        if not path.parent.is_dir():
            raise BerkasError(f"Folder {path.parent} tidak ada.", tempat=str(path), saran="Buat foldernya dahulu.")
        if path.exists() and not path.is_file():
            raise BerkasError("Nama register ini bukan nama berkas.", tempat=str(path), saran="Pilih nama lain.")
    return sqlite3.connect(path, timeout=_TUNGGU, isolation_level=None)


def _check(sambungan: sqlite3.Connection, path: Path) -> int:
    """The number of the schema; 0 is a file without anything."""
    with closing(sambungan.execute("PRAGMA quick_check(1)")) as periksa:
        if periksa.fetchone() != ("ok",):
            raise _rusak(path)
    (aplikasi,), (susunan,), (tabel,) = (
        sambungan.execute(tanya).fetchone()
        for tanya in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    )
    if not (tabel or aplikasi or susunan):
        return 0
    if aplikasi != _APLIKASI:
        raise BerkasError(
            "Ini basis data program lain, bukan register kinerja.", tempat=str(path), saran="Pilih nama lain."
        )
    if susunan > SUSUNAN:
        raise BerkasError(
            f"Register ini dibuat versi kinerja yang lebih baru (susunan {susunan}, yang dikenal {SUSUNAN}).",
            tempat=str(path),
            saran="Pasang kinerja yang terbaru.",
        )
    if susunan < SUSUNAN or not tabel:
        raise _rusak(path)
    return SUSUNAN


def _rusak(path: Path) -> RusakError:
    return RusakError(
        "Register terbitan rusak.",
        tempat=str(path),
        saran="Jalankan kinerja buat: register ini disisihkan dan yang baru dimulai.",
    )


def _explain(galat: sqlite3.Error, path: Path) -> BerkasError:
    """By SQLite's own number: the lowest byte says what kind, the others how."""
    match (getattr(galat, "sqlite_errorcode", None) or sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_ERROR | sqlite3.SQLITE_CONSTRAINT:
            return _rusak(path)
        case sqlite3.SQLITE_FULL:
            pesan, saran = "Penyimpanan penuh.", "Kosongkan ruang, lalu jalankan lagi."
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            pesan, saran = "Register terbitan sedang dipakai proses lain.", "Tunggu selesai, lalu jalankan lagi."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            pesan = "Register terbitan tidak dapat dibuka atau ditulisi."
            saran = "Periksa izin foldernya, atau taruh register di tempat lain dengan --register."
        case _:
            pesan = f"Register terbitan tidak dapat dipakai ({galat})."
            saran = "Periksa penyimpanan, atau taruh register di tempat lain dengan --register."
    return BerkasError(pesan, tempat=str(path), saran=saran)
