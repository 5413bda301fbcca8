"""Files as they come in: folders, zips and single files, one after the other as bounded bytes.

Nothing is unpacked to the disk, no file is opened for what its name says, and none is left out in silence but what
systems put beside files by themselves (`.DS_Store`, `desktop.ini`, `__MACOSX`, hidden files).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from kinerja.berkas import LAMA, explain_read
from kinerja.errors import DataError
from kinerja.kumpul.rupa import (
    BONGKAR,
    clean_nama,
    is_bernama_buku,
    is_sisa,
    judge_isi,
    judge_nama,
    judge_ole,
    judge_zip,
    open_zip,
)  # fmt: skip
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.batas import MAKS_ANGGOTA, MAKS_BERKAS, MAKS_BITA
from kinerja.tabel.pintu import look_awal, read_bita

DALAM = " › "
"""Between the name of a zip and that of what is in it."""
_MAKS_FOLDER = 50
"""Folders inside each other."""


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One file that came in: a workbook perhaps, or why it is none.

    Attributes:
        nama: how it is shown: its path, and `kiriman.zip › 12.71.17.xlsx` inside a zip; printable letters only.
        isi: its bytes; empty where there is a `galat` or it was left out.
        sidik: SHA-256 of them, hexadecimal; copies have the same.
        waktu_ubah: when the file says to have been changed, ISO 8601 without a zone, as the clock of the place showed
            it; empty where it does not say.
        galat: why it cannot be read.
        lewat: what it is, in a few words, where it is no workbook and was left out.
    """

    nama: str
    isi: bytes = b""
    sidik: str = ""
    waktu_ubah: str = ""
    galat: DataError | None = None
    lewat: str = ""


def list_kiriman(sumber: Sequence[Path]) -> Iterator[Kiriman]:
    """The files in folders, with all below them, in zips, and those that are named, in order of their names.

    A file that cannot be read is given with its `galat`, and the others follow. One and the same file is given once,
    also where it is named twice or a link leads to it. In the memory is one file, and the zips that it is in.

    Args:
        sumber: names below the only one, if it is a folder, are shown as seen from it; all others as they are here.
    """
    lihat: set[str] = set()
    for satu in sumber:
        tampak = "" if len(sumber) == 1 and os.path.isdir(satu) else str(satu)  # noqa: PTH112 - Path.is_dir may raise
        for kiriman in _walk(satu, tampak, lihat):
            if isinstance(kiriman, Kiriman):
                yield kiriman
            else:
                yield from _read_path(*kiriman)


def _walk(sumber: Path, tampak: str, lihat: set[str]) -> Iterator[Kiriman | tuple[str, Path]]:
    """Files by the names to show, and what is said of what is left out; links to folders are not followed."""
    sisa = [(tampak, sumber, 0)]
    while sisa:
        nama, path, dalam = sisa.pop()
        if path is not sumber and is_sisa(path.name):
            continue
        folder = os.path.isdir(path)  # noqa: PTH112 - Path.is_dir may raise
        if lewat := _judge_letak(path, folder=folder, bawah=path is not sumber):
            yield Kiriman(clean_nama(nama), lewat=lewat)
            continue
        nyata = str(path) if "\0" in str(path) else os.path.realpath(path)
        if nyata in lihat:
            continue
        lihat.add(nyata)
        if not folder:
            yield nama, path
        else:
            try:
                if dalam > _MAKS_FOLDER:
                    raise DataError("Folder ini terlalu dalam.", saran="Pindahkan isinya ke folder di atasnya.")
                with explain_read(path):
                    isi = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 - names, not a Path for each
            except DataError as galat:
                yield _refuse(nama or str(path), galat)
            else:
                sisa += [(f"{nama}/{satu}" if nama else satu, path / satu, dalam + 1) for satu in isi]


def _judge_letak(path: Path, *, folder: bool, bawah: bool) -> str:
    """Why what stands below a folder, or was named, is left out unseen; empty where it is looked at."""
    if folder and bawah and path.is_symlink():
        return "tautan ke folder lain, tidak diikuti"
    return judge_nama(path.name, folder=folder) if bawah or not folder else ""


def _read_path(nama: str, path: Path) -> Iterator[Kiriman]:
    """A file of the disk; of one that is no workbook only the head is read."""
    saran = ""
    try:
        awal, _ = look_awal(path)
        if lewat := judge_isi(path.name, awal):
            yield Kiriman(clean_nama(nama), lewat=lewat)
            return
        if awal.startswith(b"PK") and not is_bernama_buku(path.name):
            saran = BONGKAR
        isi = read_bita(path)
        with explain_read(path):
            waktu = _write_waktu(path.stat().st_mtime)
    except DataError as galat:
        yield _refuse(nama, galat, saran)
    else:
        yield from _give(nama, isi, waktu, _Jatah())


class _Jatah:
    """What may still be unpacked of one file and of the zips in it."""

    def __init__(self) -> None:
        self.anggota, self.bita = MAKS_ANGGOTA, MAKS_BITA

    def take(self, arsip: Arsip) -> None:
        """Count an archive.

        Raises:
            DataError: it would be too much.
        """
        self.anggota -= len(arsip.anggota)
        self.bita -= sum(satu.file_size for satu in arsip.anggota)
        if self.anggota < 0 or self.bita < 0:
            raise DataError("Isi zip ini terlalu banyak.", tempat=arsip.tempat, saran=BONGKAR)


def _give(nama: str, isi: bytes, waktu: str, jatah: _Jatah, dalam: int = 0) -> Iterator[Kiriman]:
    """A workbook, or the members of a zip; `dalam` is in how many zips it is."""
    try:
        lewat = judge_isi(nama, isi) or judge_ole(nama, isi)
        arsip = open_zip(nama, isi)
        if arsip is not None and not (lewat := judge_zip(arsip, dalam)):
            jatah.take(arsip)
    except DataError as galat:
        yield _refuse(nama, galat)
        return
    if lewat:
        yield Kiriman(clean_nama(nama), lewat=lewat)
    elif arsip is None:
        yield Kiriman(clean_nama(nama), isi, hashlib.sha256(isi).hexdigest(), waktu)
    else:
        yield from _list_anggota(nama, arsip, jatah, dalam + 1)


def _list_anggota(nama: str, arsip: Arsip, jatah: _Jatah, dalam: int) -> Iterator[Kiriman]:
    lama: set[tuple[str, ...]] = set()
    for satu in sorted(arsip.anggota, key=lambda a: a.filename):
        jalur = PurePosixPath(satu.filename.replace("\\", "/"))
        bagian = jalur.parts
        if satu.is_dir() or not bagian or any(map(is_sisa, bagian)):
            continue
        folder = next((bagian[: n + 1] for n, b in enumerate(bagian[:-1]) if b.casefold() == LAMA), ())
        if folder in lama:
            continue
        tampak = f"{nama}{DALAM}{'/'.join(folder or bagian)}"
        if lewat := judge_nama((folder or bagian)[-1], folder=bool(folder)):
            lama |= {folder} - {()}
            yield Kiriman(clean_nama(tampak), lewat=lewat)
            continue
        try:
            isi = arsip.read(satu.filename, MAKS_BERKAS)
        except DataError as galat:
            yield _refuse(tampak, galat, BONGKAR)
        else:
            yield from _give(tampak, isi, _write_waktu_zip(satu), jatah, dalam)


def _refuse(nama: str, galat: DataError, saran: str = "") -> Kiriman:
    tampak = clean_nama(nama)
    return Kiriman(tampak, galat=DataError(galat.pesan, tempat=tampak, saran=saran or galat.saran))


def _write_waktu(mtime: float) -> str:
    """When a file was changed.

    >>> _write_waktu(1e20)
    ''
    """
    try:
        return datetime.fromtimestamp(mtime).isoformat(timespec="seconds")
    except (OSError, OverflowError, ValueError):  # a year that no calendar has
        return ""


def _write_waktu_zip(satu: ZipInfo) -> str:
    """When a member was changed; the first moment that a zip can say means that none was known.

    >>> _write_waktu_zip(ZipInfo("a")), _write_waktu_zip(ZipInfo("a", (2024, 4, 15, 9, 30, 0)))
    ('', '2024-04-15T09:30:00')
    """
    try:
        waktu = datetime(*satu.date_time)
    except ValueError:
        return ""
    return "" if waktu == datetime(1980, 1, 1) else waktu.isoformat()
