"""Files that appear whole or not at all, and names for them that every system takes."""

from __future__ import annotations

import errno
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja.errors import BerkasError, DataError

MAKS_NAMA = 60
_SEMENTARA = ".kinerja-{}.tmp"
# Windows takes none of these as a file name, with or without an ending (CON.xlsx too).
_CADANGAN = frozenset(["con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))])

_SEBAB = {
    errno.ENOSPC: "penyimpanan penuh",
    errno.EDQUOT: "penyimpanan penuh",
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.EROFS: "penyimpanan hanya dapat dibaca",
    errno.EIO: "gangguan pada penyimpanan",
    errno.EBUSY: "sedang dipakai program lain",
    errno.EFBIG: "berkas terlalu besar",
    errno.ENOENT: "berkas tidak ada",
    errno.EISDIR: "itu sebuah folder",
    errno.ENOTDIR: "salah satu folder di atasnya ternyata sebuah berkas",
    errno.ENAMETOOLONG: "nama terlalu panjang",
    errno.EMFILE: "terlalu banyak berkas terbuka",
}


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file so that nobody, not even after a power cut, sees half of it.

    The bytes go to a temporary name in the same folder and to the disk; then the file is renamed.

    Raises:
        BerkasError: the file cannot be written. Nothing new is left behind, and an older file stays as it was.
    """
    sementara = path.with_name(_SEMENTARA.format(os.urandom(8).hex()))
    with explain_oserror(path):
        try:
            with sementara.open("xb") as berkas:
                berkas.write(data)
                berkas.flush()
                os.fsync(berkas.fileno())
            sementara.replace(path)
        finally:
            sementara.unlink(missing_ok=True)


@contextmanager
def explain_oserror(path: Path) -> Iterator[None]:
    """Turn what the system says when a file or folder cannot be written into a BerkasError that names it."""
    try:
        yield
    except OSError as galat:
        pesan, saran = _explain(galat, path)
        raise BerkasError(pesan, tempat=str(path), saran=saran) from galat


@contextmanager
def explain_read(path: Path) -> Iterator[None]:
    """Turn what the system says when a file cannot be read into a DataError that names it."""
    try:
        yield
    except FileNotFoundError:
        raise DataError("Berkas tidak ditemukan.", tempat=str(path), saran="Periksa nama dan foldernya.") from None
    except IsADirectoryError:
        raise DataError("Ini folder, bukan berkas.", tempat=str(path), saran="Sebutkan berkasnya.") from None
    except OSError as galat:
        pesan = f"Berkas tidak dapat dibaca ({describe_oserror(galat)})."
        raise DataError(pesan, tempat=str(path), saran="Periksa berkas dan izinnya.") from None


def describe_oserror(galat: OSError) -> str:
    """What the system says, in a few Indonesian words for between brackets.

    >>> [describe_oserror(OSError(nomor, "?")) for nomor in (errno.EACCES, errno.ENOENT, 9999)]
    ['tidak diizinkan', 'berkas tidak ada', 'kesalahan sistem nomor 9999']
    """
    return _SEBAB.get(galat.errno or 0, f"kesalahan sistem nomor {galat.errno}")


def remove_leftovers(folder: Path) -> None:
    """Remove what `write_atomic` left in a folder when its process was killed; call it before a batch."""
    for sisa in folder.glob(_SEMENTARA.format("*")):
        sisa.unlink(missing_ok=True)


def slug(teks: str) -> str:
    """A file name (without ending) of `a-z`, `0-9` and single `-`, at most 60 characters.

    >>> slug("Kec. Médan Baru / 2024"), slug("CON"), slug("???")
    ('kec-medan-baru-2024', 'berkas-con', 'tanpa-nama')
    """
    huruf = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode("ascii").lower()
    nama = re.sub(r"[^a-z0-9]+", "-", huruf).strip("-")[:MAKS_NAMA].rstrip("-")
    return f"berkas-{nama}" if nama in _CADANGAN else nama or "tanpa-nama"


def _explain(galat: OSError, path: Path) -> tuple[str, str]:
    """What went wrong and what to do, in the user's words."""
    match galat.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "Penyimpanan penuh.", "Kosongkan ruang, lalu jalankan lagi."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                f"Folder {path.parent} tidak dapat ditulisi, atau berkas itu sedang dibuka.",
                "Tutup berkas itu, atau pilih folder lain.",
            )
        case errno.EEXIST:
            return "Nama itu sudah dipakai oleh sebuah berkas.", "Pilih nama lain."
        case errno.ENOTDIR:
            return "Salah satu folder di atasnya ternyata sebuah berkas.", "Pilih folder lain."
        case errno.ENOENT:
            return f"Folder {path.parent} tidak ada.", "Buat foldernya dahulu, atau pilih folder lain."
        case errno.EISDIR:
            return "Nama itu sudah dipakai oleh sebuah folder.", "Pilih nama lain."
        case errno.ENAMETOOLONG:
            return "Nama berkas terlalu panjang.", "Pilih nama atau folder yang lebih pendek."
        case _:
            return (
                f"Berkas tidak dapat ditulis ({describe_oserror(galat)}).",
                "Periksa penyimpanan, lalu jalankan lagi.",
            )
