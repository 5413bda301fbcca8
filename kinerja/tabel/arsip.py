"""The parts of a zip archive: its directory is judged before a part is unpacked, and unpacking is bounded once more."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from kinerja.errors import DataError
from kinerja.tabel.batas import MAKS_ANGGOTA, MAKS_BAGIAN, MAKS_BITA
from kinerja.tabel.pintu import SIMPAN

_SUAP = 65_536
RUSAK = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError, OSError,
)  # fmt: skip
"""What a broken archive makes the standard library raise."""


class _Terlarang(NamedTuple):
    """A part by what its name holds, what it is, and how it is got rid of."""

    tanda: str
    isi: str
    saran: str


_TERLARANG = (
    _Terlarang("vbaproject.bin", "makro", saran="Simpan sebagai .xlsx, tanpa makro."),
    _Terlarang("xl/macrosheets/", "makro", saran="Simpan sebagai .xlsx, tanpa makro."),
    _Terlarang(
        "xl/externallinks/",
        "tautan ke berkas lain",
        saran="Di Excel: Data, Edit Tautan, Putuskan Tautan (Edit Links, Break Link); lalu simpan. Atau salin nilainya"
        " saja ke buku kerja baru.",
    ),
    _Terlarang(
        "xl/connections.xml",
        "sambungan ke data luar",
        saran="Di Excel: Data, Kueri & Koneksi (Queries & Connections), hapus; lalu simpan. Atau salin nilainya saja ke"
        " buku kerja baru.",
    ),
)


class Arsip:
    """A zip archive whose directory has been found sound.

    Args:
        isi: its bytes.
        tempat: name of the file, for messages.
        bebas: macros, links to other files and the like may be in it, since nothing of them is read.

    Raises:
        DataError: broken, cut off, encrypted, too large, parts of one name or with names that lead elsewhere.
    """

    def __init__(self, isi: bytes, tempat: str, *, bebas: bool = False) -> None:
        self.tempat = tempat
        self._terbaca = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(isi))
        except RUSAK:
            raise self._refuse_rusak() from None
        semua = self._zip.infolist()
        self.nama = tuple(satu.filename for satu in semua)
        self._check_isi(semua)
        self._letak = {satu.filename.casefold(): satu for satu in semua}  # case does not count
        if not bebas:
            self._check_terlarang()

    def __contains__(self, nama: str) -> bool:
        return nama.casefold() in self._letak

    @property
    def anggota(self) -> list[zipfile.ZipInfo]:
        """The directory."""
        return self._zip.infolist()

    def measure(self, nama: str) -> int:
        """Bytes of a part that is there, unpacked, as the directory says; no more are ever given."""
        return self._letak[nama.casefold()].file_size

    def read(self, nama: str, maks: int = MAKS_BAGIAN) -> bytes:
        """The bytes of a part.

        Raises:
            DataError: no such part, broken, or larger than `maks`.
        """
        return b"".join(self.stream(nama, maks))

    def read_awal(self, nama: str, banyak: int) -> bytes:
        """The first bytes of a part; none where it is not there.

        Raises:
            DataError: broken.
        """
        return next(self.stream(nama), b"")[:banyak] if nama in self else b""

    def stream(self, nama: str, maks: int = MAKS_BAGIAN) -> Iterator[bytes]:
        """The bytes of a part, some at a time.

        Raises:
            DataError: as `read`.
        """
        if nama not in self:
            raise DataError(f"Bagian {nama} tidak ada.", tempat=self.tempat, saran=SIMPAN)
        satu = self._letak[nama.casefold()]
        if satu.file_size > maks:
            raise self._refuse_besar()
        try:
            with self._zip.open(satu) as bagian:  # gives no more than the directory says
                while suap := bagian.read(_SUAP):
                    self._terbaca += len(suap)
                    if self._terbaca > MAKS_BITA:
                        raise self._refuse_besar()
                    yield suap
        except RUSAK:
            raise self._refuse_rusak() from None

    def _check_isi(self, semua: list[zipfile.ZipInfo]) -> None:
        if len(semua) > MAKS_ANGGOTA or sum(satu.file_size for satu in semua) > MAKS_BITA:
            raise self._refuse_besar()
        if len({satu.filename.casefold() for satu in semua}) < len(semua):
            raise DataError("Ada bagian yang tersimpan dua kali di dalam berkas.", tempat=self.tempat, saran=SIMPAN)
        for satu in semua:
            if satu.flag_bits & 0x1:
                raise refuse_sandi(self.tempat)
            if satu.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise self._refuse_rusak()
            jalur = satu.orig_filename.replace("\\", "/")
            if jalur.startswith("/") or ".." in jalur.split("/") or ":" in jalur or "\0" in jalur:
                raise DataError("Ada bagian yang menunjuk ke luar berkas.", tempat=self.tempat, saran=SIMPAN)

    def _check_terlarang(self) -> None:
        for nama in self.nama:
            for satu in _TERLARANG:
                if satu.tanda in nama.casefold():
                    raise DataError(f"Berkas berisi {satu.isi}.", tempat=self.tempat, saran=satu.saran)

    def _refuse_rusak(self) -> DataError:
        return DataError("Berkas rusak dan tidak dapat dibaca.", tempat=self.tempat, saran=SIMPAN)

    def _refuse_besar(self) -> DataError:
        return DataError("Isi berkas terlalu besar.", tempat=self.tempat, saran="Salin datanya ke buku kerja baru.")


def refuse_sandi(tempat: str) -> DataError:
    """The error for a file that opens with a password only."""
    return DataError(
        "Berkas terkunci sandi.",
        tempat=tempat,
        saran="Buka dengan Excel atau LibreOffice, hapus sandinya, lalu simpan.",
    )
