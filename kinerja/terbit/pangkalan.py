"""The SQLite file of the register: opened, made, refused, set aside when it is damaged; what SQLite says in sentences.

A rollback journal (the default) and not a write-ahead log, which needs memory shared by all that use it: output folders
lie on network shares.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from kinerja.berkas import explain_oserror, move_baru, set_aside
from kinerja.errors import BerkasError
from kinerja.terbit.susunan import SALAH, SALAH_FORMULIR, SALAH_KEMBALI, SKEMA, SUSUNAN

NAMA_REGISTER = "register-kinerja.sqlite"
_APLIKASI = 0x4B4E524A
_DIAM, _TUNGGU = 2.0, 60.0
"""Seconds that another program may keep the register: before the user is told, and in all. A run of ours holds it for a
group of files, not for the whole run."""
_HALAMAN = 16_384
"""Bytes a page: three or four files a page, told by what differs, so that little of it stays empty."""


class RusakError(BerkasError):
    """The register is no sound SQLite file."""


@contextmanager
def explain_sqlite(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a BerkasError that names the register; RusakError where it is damaged."""
    try:
        yield
    except sqlite3.Error as galat:
        raise _explain(galat, path) from galat


class Sambungan(sqlite3.Connection):
    """A connection that tells, once, that it waits for another program."""

    kabar: Callable[[str], object]
    kosong = False
    """Whether the file was there, and had nothing in it."""

    def execute(self, perintah: str, nilai: Any = (), /) -> sqlite3.Cursor:
        """As SQLite does; a register in use is waited for."""
        try:
            return super().execute(perintah, nilai)
        except sqlite3.OperationalError as galat:
            (kini,) = super().execute("PRAGMA busy_timeout").fetchone()
            if _get_jenis(galat) != sqlite3.SQLITE_BUSY or kini > _DIAM * 1000:
                raise
        self.kabar(f"Register terbitan sedang dipakai program lain; ditunggu sampai {_TUNGGU:.0f} detik.")
        super().execute(f"PRAGMA busy_timeout={int((_TUNGGU - _DIAM) * 1000)}")
        return super().execute(perintah, nilai)


def connect(path: Path, kabar: Callable[[str], object]) -> Sambungan:
    """Open the register, or make it.

    Raises:
        RusakError: it is damaged.
        BerkasError: it cannot be opened or made, is no register of ours, or is of a later version.
    """
    baru = _claim(path)
    try:
        with explain_sqlite(path):
            return _connect(path, kabar, baru=baru)
    except BaseException:
        with suppress(OSError):
            if baru and path.stat().st_size == 0:
                path.unlink()
        raise


def connect_lama(path: Path, kabar: Callable[[str], object]) -> Sambungan:
    """Open a register that is there, to read it.

    Raises:
        BerkasError: as `connect`; there is none, or nothing in it.
    """
    if not path.exists():
        raise BerkasError(
            "Tidak ada register terbitan di sini.", tempat=str(path), saran="Sebutkan folder yang dibuat kinerja buat."
        )
    _check_nama(path)
    with explain_sqlite(path):
        sambungan = _open(path, kabar)
        try:
            if _check(sambungan, path) == 0:
                raise BerkasError("Register kosong: semua berkas tidak dikenal.", tempat=str(path))
        except BaseException:
            sambungan.close()
            raise
    return sambungan


def has_tabel(sambungan: Sambungan, nama: str) -> bool:
    """Whether a register has a table; some are made when they are first needed."""
    tanya = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return sambungan.execute(tanya, (nama,)).fetchone() is not None


def is_register(path: Path) -> bool:
    """Whether a file may be taken for a register, sound or not: by its header, or by our name for it."""
    if path.name == NAMA_REGISTER:
        return True
    with explain_oserror(path), path.open("rb") as berkas:
        kepala = berkas.read(72)
    return kepala.startswith(b"SQLite format 3\0") and kepala[68:] == _APLIKASI.to_bytes(4, "big")


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
        with explain_sqlite(path), closing(_open(path, lambda _: None)) as sambungan:
            _check(sambungan, path)
    except RusakError:
        return True
    except BerkasError:  # whatever it is, nothing says that it is damaged
        return False
    return False


def _check_nama(path: Path) -> None:
    """Refuse what is there and is no register: nobody's file is ever touched.

    Raises:
        BerkasError: it is none; there is no such folder.
    """
    with explain_oserror(path):
        if not path.parent.is_dir():
            raise BerkasError(f"Folder {path.parent} tidak ada.", tempat=str(path), saran="Buat foldernya dahulu.")
        if (path.exists() or path.is_symlink()) and not path.is_file():
            raise BerkasError("Nama register ini bukan nama berkas.", tempat=str(path), saran="Pilih nama lain.")
        batas = time.monotonic() + _DIAM
        while path.exists() and path.stat().st_size == 0 and time.monotonic() < batas:
            time.sleep(0.05)  # another run may be making it
    if path.exists() and not is_register(path):
        raise BerkasError("Ini bukan register kinerja.", tempat=str(path), saran="Sebutkan berkas lain.")


def _claim(path: Path) -> bool:
    """Whether there was no register, and its name is now taken by an empty file of ours."""
    if not (path.exists() or path.is_symlink()) and path.parent.is_dir():
        with explain_oserror(path), suppress(FileExistsError):
            path.open("xb").close()
            return True
    _check_nama(path)
    return False


def _connect(path: Path, kabar: Callable[[str], object], *, baru: bool) -> Sambungan:
    sambungan = _open(path, kabar)
    try:
        sambungan.execute(f"PRAGMA page_size={_HALAMAN}")
        sambungan.execute("BEGIN IMMEDIATE")
        if _check(sambungan, path) == 0:
            sambungan.kosong = not baru
            for perintah in SKEMA.split(";\n"):
                sambungan.execute(perintah)
            sambungan.execute(f"PRAGMA application_id={_APLIKASI}")
            sambungan.execute(f"PRAGMA user_version={SUSUNAN}")
        sambungan.execute("COMMIT")
    except BaseException:
        sambungan.close()
        raise
    return sambungan


def _open(path: Path, kabar: Callable[[str], object]) -> Sambungan:
    sambungan = sqlite3.connect(path, timeout=_DIAM, isolation_level=None, factory=Sambungan)
    sambungan.kabar = kabar
    return sambungan


def _check(sambungan: Sambungan, path: Path) -> int:
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
    if susunan < SUSUNAN or not tabel or sambungan.execute(SALAH).fetchone():
        raise _rusak(path)
    for tabel, salah in (("kembali", SALAH_KEMBALI), ("formulir", SALAH_FORMULIR)):
        if has_tabel(sambungan, tabel) and sambungan.execute(salah).fetchone():
            raise _rusak(path)
    return SUSUNAN


def _rusak(path: Path) -> RusakError:
    return RusakError(
        "Register terbitan rusak.",
        tempat=str(path),
        saran="Jalankan kinerja buat: register ini disisihkan dan yang baru dimulai.",
    )


def _get_jenis(galat: sqlite3.Error) -> int:
    """What kind SQLite says it is: the lowest byte of its own number."""
    return (getattr(galat, "sqlite_errorcode", None) or sqlite3.SQLITE_ERROR) & 0xFF


def _explain(galat: sqlite3.Error, path: Path) -> BerkasError:
    """In the user's words; what SQLite says is English."""
    match _get_jenis(galat):
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_ERROR | sqlite3.SQLITE_CONSTRAINT:
            return _rusak(path)
        case sqlite3.SQLITE_FULL:
            pesan, saran = "Penyimpanan penuh.", "Kosongkan ruang penyimpanan, lalu jalankan lagi."
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            pesan, saran = "Register terbitan sedang dipakai proses lain.", "Tunggu selesai, lalu jalankan lagi."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            pesan = "Register terbitan tidak dapat dibuka atau ditulisi."
            saran = "Periksa izin foldernya, atau taruh register di tempat lain dengan --register."
        case jenis:
            sebab = "gangguan pada penyimpanan" if jenis == sqlite3.SQLITE_IOERR else f"kesalahan SQLite nomor {jenis}"
            pesan = f"Register terbitan tidak dapat dipakai ({sebab})."
            saran = "Periksa penyimpanan dan batas besar berkas, atau taruh register di tempat lain dengan --register."
    return BerkasError(pesan, tempat=str(path), saran=saran)
