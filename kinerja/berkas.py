"""Files that appear whole or not at all, and names for them that every system takes."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from kinerja.errors import BerkasError, DataError

MAKS_NAMA = 60
HASIL = Path("hasil")
"""Where workbooks are issued, and looked for, when nothing is said."""
LAMA = "lama"
"""Folder of what had to make room, inside the folder where it stood."""
MODE = 0o666
"""Who may do what with a new file, less what the user's mask takes away."""
_SEMENTARA = ".kinerja-{}-{}.tmp"
_POLA_SEMENTARA = re.compile(r"\.kinerja-(?:([0-9]{1,9})-)?[0-9a-f]{16}\.tmp")
"""With the number of the process that writes it; without one it is of version 0.2.0 or before."""
_KASAR = 2
"""Seconds within which some file systems tell when a file was written."""
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


def write_atomic(path: Path, data: bytes, *, mode: int = MODE) -> None:
    """Write a file so that nobody, not even after a power cut, sees half of it.

    The bytes go to a temporary name in the same folder and to the disk; then the file is renamed. What else has the
    name of a hard link to the older file keeps it.

    Raises:
        BerkasError: the file cannot be written. Nothing new is left behind, and an older file stays as it was.
    """
    put_sementara(write_sementara(path, data, mode=mode), path, data, mode=mode)


def write_baru(path: Path, data: bytes) -> None:
    """Write a file where nothing is: whole or not at all, and never over what somebody put there meanwhile.

    Raises:
        BerkasError: the name is taken, or the file cannot be written.
    """
    with explain_oserror(path):
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "")  # before all that work
    _put(write_sementara(path, data), path, data, MODE, _link_baru)


def write_sementara(path: Path, data: bytes, *, mode: int = MODE) -> Path:
    """The first half of `write_atomic`: the temporary file, on the disk, and from its first byte with that mode.

    Raises:
        BerkasError: as `write_atomic`.
    """
    sementara = path.with_name(_SEMENTARA.format(os.getpid(), os.urandom(8).hex()))
    with explain_oserror(path):
        try:
            with open(sementara, "xb", opener=lambda nama, tanda: os.open(nama, tanda, mode)) as berkas:
                berkas.write(data)
                berkas.flush()
                os.fsync(berkas.fileno())
        except BaseException:
            sementara.unlink(missing_ok=True)
            raise
    return sementara


def put_sementara(sementara: Path, path: Path, data: bytes, *, mode: int = MODE) -> None:
    """The second half: rename. A temporary file that somebody cleared away meanwhile is written again, once.

    Raises:
        BerkasError: as `write_atomic`.
    """
    _put(sementara, path, data, mode, lambda dari, ke: dari.replace(ke))


def _put(sementara: Path, path: Path, data: bytes, mode: int, rename: Callable[[Path, Path], object]) -> None:
    try:
        with explain_oserror(path):
            try:
                rename(sementara, path)
            except FileNotFoundError:
                sementara = write_sementara(path, data, mode=mode)
                rename(sementara, path)
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def _link_baru(sementara: Path, path: Path) -> None:
    try:
        os.link(sementara, path)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:  # a file system without links, as on a memory stick
        move_baru(sementara, path)


def move_baru(path: Path, tujuan: Path) -> None:
    """Rename a file to a name that nothing has.

    Raises:
        FileExistsError: something has it.
        OSError: it cannot be renamed; it stays where it is.
    """
    if os.name == "nt":
        path.rename(tujuan)  # Windows itself refuses a name that is taken
        return
    # Not a link, then unlink: what another program saved under the name in between would be lost.
    tujuan.open("xb").close()
    try:
        path.replace(tujuan)
    except BaseException:
        tujuan.unlink(missing_ok=True)
        raise


def read_sidik(path: Path) -> str | None:
    """SHA-256 of a file, hexadecimal: None is no file there, empty is something that cannot be read as one.

    >>> read_sidik(Path("tidak-ada")), read_sidik(Path(os.devnull))
    (None, '')
    """
    import hashlib  # loads OpenSSL

    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for ever for somebody to write into it
            return ""
        with path.open("rb") as berkas:
            return hashlib.file_digest(berkas, "sha256").hexdigest()
    except FileNotFoundError:
        return "" if path.is_symlink() else None
    except OSError:
        return ""


def set_aside(path: Path, tujuan: Path) -> Path | None:
    """Move a file to a name that nothing has: `tujuan`, or that with `-2`, `-3` ... before its ending.

    Raises:
        BerkasError: it cannot be moved; it stays where it is.

    Returns:
        Where it is now; None when it was gone already.
    """
    with explain_oserror(tujuan):
        tujuan.parent.mkdir(exist_ok=True)
    with explain_oserror(path):
        nomor, bebas = 1, tujuan
        while True:
            try:
                move_baru(path, bebas)
            except FileExistsError:
                nomor += 1
                bebas = tujuan.with_stem(f"{tujuan.stem}-{nomor}")
            except FileNotFoundError:
                return None
            else:
                return bebas


def move_to_lama(path: Path, hari: date) -> Path | None:
    """Move somebody's file to the folder `lama` beside it, with the day before its name.

    Raises:
        BerkasError: as `set_aside`.

    Returns:
        Where it is now; None when it was gone already.
    """
    return set_aside(path, path.parent / LAMA / f"{hari.isoformat()}-{path.name}")


@contextmanager
def explain_oserror(path: Path) -> Iterator[None]:
    """Turn what the system says when a file or folder cannot be written into a BerkasError that names it."""
    try:
        yield
    except OSError as galat:
        raise _explain(galat, path) from galat


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
    """Remove temporary files whose process is gone; call it before a batch.

    The numbers of processes mean this machine only. A file of a run on another one, in a shared folder, may go too, and
    `put_sementara` writes it again there; one that the system keeps, as it is open, stays.
    """
    for sisa in folder.glob(".kinerja-*.tmp"):
        cocok = _POLA_SEMENTARA.fullmatch(sisa.name)
        if cocok and not (cocok[1] and _is_writing(int(cocok[1]), sisa)):
            with suppress(OSError):
                sisa.unlink(missing_ok=True)


def _is_writing(pid: int, sementara: Path) -> bool:
    """Whether the process that made a temporary file still runs; a later one may have got its number."""
    import psutil  # here, since a leftover is rare and hosts without processes have no psutil

    try:
        return bool(psutil.Process(pid).create_time() <= sementara.stat().st_mtime + _KASAR)
    except psutil.AccessDenied:  # it is there, and somebody else's
        return True
    except (psutil.Error, OSError):
        return False


def slug(teks: str) -> str:
    """A file name (without ending) of `a-z`, `0-9` and single `-`, at most 60 characters.

    >>> slug("Kec. Médan Baru / 2024"), slug("CON"), slug("???")
    ('kec-medan-baru-2024', 'berkas-con', 'tanpa-nama')
    """
    huruf = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode("ascii").lower()
    nama = re.sub(r"[^a-z0-9]+", "-", huruf).strip("-")[:MAKS_NAMA].rstrip("-")
    return f"berkas-{nama}" if nama in _CADANGAN else nama or "tanpa-nama"


def _explain(galat: OSError, path: Path) -> BerkasError:
    """What went wrong and what to do, in the user's words."""

    def explain(pesan: str, *, saran: str) -> BerkasError:
        return BerkasError(pesan, tempat=str(path), saran=saran)

    match galat.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return explain("Penyimpanan penuh.", saran="Kosongkan ruang penyimpanan, lalu jalankan lagi.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return explain(
                f"Folder {path.parent} tidak dapat ditulisi, atau berkas itu sedang dibuka.",
                saran="Tutup berkas itu, atau pilih folder lain.",
            )
        case errno.ENOTDIR if not path.is_file():
            return explain("Salah satu folder di atasnya ternyata sebuah berkas.", saran="Pilih folder lain.")
        case errno.EEXIST | errno.ENOTDIR:
            return explain("Nama itu sudah dipakai oleh sebuah berkas.", saran="Pilih nama lain.")
        case errno.ENOENT:
            return explain(f"Folder {path.parent} tidak ada.", saran="Buat foldernya dahulu, atau pilih folder lain.")
        case errno.EISDIR:
            return explain("Nama itu sudah dipakai oleh sebuah folder.", saran="Pilih nama lain.")
        case errno.ENAMETOOLONG:
            return explain("Nama berkas terlalu panjang.", saran="Pilih nama atau folder yang lebih pendek.")
        case _:
            return explain(
                f"Berkas tidak dapat ditulis ({describe_oserror(galat)}).",
                saran="Periksa penyimpanan, lalu jalankan lagi.",
            )
