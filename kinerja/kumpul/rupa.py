"""What a file that came in is: a workbook perhaps, a zip of others, or something to be left out and told."""

from __future__ import annotations

from pathlib import PurePosixPath

from kinerja.berkas import LAMA
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.buku import BUKU
from kinerja.tabel.ods import JENIS as JENIS_ODS
from kinerja.tabel.pintu import JenisBerkas, find_jenis
from kinerja.terbit.pangkalan import NAMA_REGISTER

AKHIRAN_BUKU = frozenset([".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods"])
"""Endings of workbooks: such a file is always given on, whatever is in it, for its reader to say what is wrong."""
_MAKS_DALAM = 2
"""Zips inside each other that are opened."""
_MAKS_NAMA = 300
BONGKAR = "Bongkar menjadi folder, lalu kumpulkan foldernya; bila tidak bisa, minta dikirim ulang."
_SISA_SISTEM = frozenset(["thumbs.db", "desktop.ini", "__macosx"])
_SEMENTARA = ("~$", ".~lock.")
"""How programs call the files that stand beside an open workbook."""
_ARSIP_LAIN = {b"Rar!": "RAR", b"7z\xbc\xaf\x27\x1c": "7z", b"\x1f\x8b": "gzip"}
_DOKUMEN = {"word/": "dokumen Word, bukan buku kerja", "ppt/": "presentasi, bukan buku kerja"}
_OLE_BUKU = tuple(nama.encode("utf-16-le") for nama in ("Workbook", "Book"))


def open_zip(nama: str, isi: bytes) -> Arsip | None:
    """The archive in a file; None where that is a workbook, or by its name should be one.

    Raises:
        DataError: the archive is not sound.
    """
    if not isi.startswith(b"PK"):
        return None
    bernama = is_bernama_buku(nama)
    try:
        arsip = Arsip(isi, clean_nama(nama), bebas=True)
    except DataError as galat:
        if bernama:
            return None
        raise DataError(galat.pesan, tempat=galat.tempat, saran=BONGKAR) from None
    buku = _find_paket(arsip) == "xl/" or arsip.read_awal("mimetype", len(JENIS_ODS)) == JENIS_ODS
    return None if buku or (bernama and not any(map(is_bernama_buku, arsip.nama))) else arsip


def _find_paket(arsip: Arsip) -> str:
    """The folder that says what a package of Office is; empty where the archive is none."""
    if "[Content_Types].xml" not in arsip:
        return ""
    return next((awal for awal in ("xl/", *_DOKUMEN) if any(n.casefold().startswith(awal) for n in arsip.nama)), "")


def judge_zip(arsip: Arsip, dalam: int) -> str:
    """What an archive is that is not opened; empty where its members are to be looked at."""
    if paket := _find_paket(arsip):
        return _DOKUMEN[paket]
    if "mimetype" in arsip and "content.xml" in arsip:
        return "dokumen OpenDocument, bukan buku kerja"
    if any(nama.casefold().endswith(".iwa") for nama in arsip.nama):
        return "berkas Numbers, Pages atau Keynote; minta disimpan sebagai .xlsx"
    if dalam == _MAKS_DALAM:
        return "zip yang terlalu dalam; bongkar dahulu menjadi folder"
    return "" if arsip.nama else "zip tanpa isi"


def judge_nama(nama: str, *, folder: bool) -> str:
    """Why something is left out for its name alone; empty where it is to be looked at.

    >>> [judge_nama(n, folder=False) for n in ("~$12.71.17.xlsx", "SHA256SUMS", "12.71.17.xlsx")]
    ['berkas sementara; buku kerjanya mungkin masih dibuka', 'daftar sidik terbitan', '']
    """
    if folder:
        return "folder berkas lama, tidak dibaca" if nama.casefold() == LAMA else ""
    if nama.startswith(_SEMENTARA):
        return "berkas sementara; buku kerjanya mungkin masih dibuka"
    if nama.startswith(NAMA_REGISTER):
        return "register terbitan"
    return "daftar sidik terbitan" if nama == "SHA256SUMS" else ""


def judge_isi(nama: str, awal: bytes) -> str:
    """What a file is that can be no workbook, by its first bytes; empty where it may be one.

    Raises:
        DataError: an archive that we cannot open; a workbook by its name, in which nothing is.
    """
    if is_bernama_buku(nama):
        if not awal:
            raise DataError("Berkas kosong.", tempat=clean_nama(nama), saran="Minta dikirim ulang.")
        return ""
    for tanda, apa in _ARSIP_LAIN.items():
        if awal.startswith(tanda):
            raise DataError(f"Ini arsip {apa}, yang tidak dapat dibuka.", tempat=clean_nama(nama), saran=BONGKAR)
    if awal.startswith(b"SQLite format 3\0"):
        return "basis data, bukan buku kerja"
    jenis = find_jenis(awal)
    return "" if jenis in BUKU else f"{jenis}, bukan buku kerja"


def judge_ole(nama: str, isi: bytes) -> str:
    """What an old file of Office is that can be no workbook, by all of its bytes; empty where it may be one."""
    if is_bernama_buku(nama) or find_jenis(isi) is not JenisBerkas.OLE or any(n in isi for n in _OLE_BUKU):
        return ""
    return f"{JenisBerkas.OLE}, bukan buku kerja"


def is_bernama_buku(nama: str) -> bool:
    """Whether a name ends as those of workbooks do."""
    return PurePosixPath(nama).suffix.casefold() in AKHIRAN_BUKU


def is_sisa(nama: str) -> bool:
    """Whether systems put a file there by themselves, or hid it."""
    return nama.casefold() in _SISA_SISTEM or (nama.startswith(".") and not nama.startswith(_SEMENTARA))


def clean_nama(nama: str) -> str:
    """A name that can be shown and kept: file systems and zips take any letters, and any number of them.

    >>> clean_nama("a\\x1b[2J\\u202e\\udcff.xlsx")
    'a?[2J??.xlsx'
    """
    tampak = "".join(h if h.isprintable() else "?" for h in nama)
    return tampak if len(tampak) <= _MAKS_NAMA else f"…{tampak[1 - _MAKS_NAMA :]}"
