"""The register: the memory of what was issued into a folder and those below it, the files themselves included."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kinerja.errors import BerkasError
from kinerja.perintah import write_perintah
from kinerja.terbit.akar import find_induk, see_akar, use_akar
from kinerja.terbit.beda import Beda, Dasar, split_potong
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.pangkalan import NAMA_REGISTER as NAMA_REGISTER
from kinerja.terbit.pangkalan import RusakError, Sambungan, connect, connect_lama, explain_sqlite, replace_rusak

BANYAK_DASAR = 24
"""Files kept whole that a new one is compared with, the last used first; the press remembers as many forms."""
CUKUP, TERLALU = 0.15, 0.5
"""Shares of a file that are new: with less the search for a base ends, with more the file is kept whole."""
_TERBIT = "kode, tahun, jenis, nama, folder, berkas, sidik, waktu, versi, sumber, sidik_sumber, revisi"


@dataclass(frozen=True, slots=True)
class Terbitan:
    """One issue.

    Attributes:
        nama: of the kecamatan.
        folder: within the folder of the run, with `/`; empty is that folder itself.
        berkas: name of the file.
        sidik: SHA-256 of the file, hexadecimal.
        waktu: ISO 8601 with its offset.
        versi: of the program that made it.
        sumber: from which data.
        sidik_sumber: SHA-256 of them; empty when they ship with the program.
        revisi: 1, 2, ... counts the files that differ, by kecamatan, year and kind.
    """

    identitas: Identitas
    nama: str
    folder: str
    berkas: str
    sidik: str
    waktu: str
    versi: str
    sumber: str
    sidik_sumber: str
    revisi: int = 0


class SimpananError(BerkasError):
    """What the register keeps of a file does not give that file."""


class Register:
    """An open register; `open_register` makes one."""

    def __init__(self, path: Path, sambungan: Sambungan, pesan: str = "", letak: str = "") -> None:
        self.path = path
        self.letak = letak
        """Where the folder of the run lies within that of the register, with `/`; empty is the same."""
        self.pesan = pesan
        """What the user should know of how it was opened; empty is nothing."""
        self._sambungan = sambungan
        self._dasar: list[tuple[int, Dasar]] | None = None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is added inside is kept, on the disk, or nothing of it.

        Raises:
            BerkasError: it cannot be written.
        """
        with explain_sqlite(self.path):
            self._sambungan.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._sambungan.execute("COMMIT")
            except BaseException:
                self._dasar = None  # what was added is not there
                with suppress(sqlite3.Error):
                    self._sambungan.execute("ROLLBACK")
                raise

    def knows(self, identitas: Identitas, sidik: str) -> bool:
        """Whether a file of that digest was issued for that agreement."""
        i, tanya = identitas, "SELECT 1 FROM terbit JOIN isi ON isi.id = terbit.isi"
        baris = self.read(
            f"{tanya} WHERE kode = ? AND tahun = ? AND jenis = ? AND sidik = ? LIMIT 1",
            (i.kode, i.tahun, i.jenis, bytes.fromhex(sidik)),
        )
        return bool(baris)

    def knows_berkas(self, folder: str, berkas: str, sidik: str) -> bool:
        """Whether a file of that digest was issued, for whatever agreement, under that name in that folder."""
        baris = self.read(
            "SELECT 1 FROM terbit JOIN isi ON isi.id = terbit.isi"
            " WHERE folder = ? AND berkas = ? AND sidik = ? LIMIT 1",
            (folder, berkas, bytes.fromhex(sidik)),
        )
        return bool(baris)

    def add(self, terbitan: Terbitan, isi: bytes) -> None:
        """Remember an issue, inside a transaction; the same again is no other one, and a file that differs a revision.

        Args:
            terbitan: its `revisi` is not looked at.
        """
        t, i = terbitan, terbitan.identitas
        terakhir = self.read(
            "SELECT revisi, sidik, folder, berkas FROM terbit JOIN isi ON isi.id = terbit.isi"
            " WHERE kode = ? AND tahun = ? AND jenis = ? ORDER BY revisi DESC, terbit.id DESC",
            (i.kode, i.tahun, i.jenis),
        )
        nomor = self._add_isi(t.sidik, isi)
        sama = [baris for baris in terakhir if baris[0] == terakhir[0][0] and baris[1].hex() == terbitan.sidik]
        if any(baris[2:] == (terbitan.folder, terbitan.berkas) for baris in sama):
            return
        revisi = terakhir[0][0] + (not sama) if terakhir else 1
        kolom = _TERBIT.replace("sidik,", "isi,", 1)
        nilai = (i.kode, i.tahun, i.jenis, t.nama, t.folder, t.berkas, nomor)
        self._sambungan.execute(
            f"INSERT INTO terbit({kolom}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",  # noqa: S608
            (*nilai, t.waktu, t.versi, t.sumber, t.sidik_sumber, revisi),
        )

    def list_terbitan(self) -> list[Terbitan]:
        """All issues into the folder of the run and those below it, by kecamatan, year, kind and revision."""
        dalam = f"{self.letak}/" if self.letak else ""
        tanya = f"SELECT {_TERBIT} FROM terbit JOIN isi ON isi.id = terbit.isi"  # noqa: S608
        return [
            Terbitan(Identitas(kode, tahun, jenis), nama, folder[len(dalam) :], berkas, sidik.hex(), *sisa)
            for kode, tahun, jenis, nama, folder, berkas, sidik, *sisa in self.read(
                f"{tanya} ORDER BY kode, tahun, jenis, revisi, terbit.id"
            )
            if f"{folder}/".startswith(dalam)
        ]

    def list_folder(self, folder: str) -> dict[str, str]:
        """Digest of what was issued last under each name in a folder."""
        baris = self.read(
            "SELECT berkas, sidik FROM terbit JOIN isi ON isi.id = terbit.isi WHERE folder = ? ORDER BY terbit.id",
            (folder,),
        )
        return {nama: sidik.hex() for nama, sidik in baris}

    def read_isi(self, sidik: str) -> bytes:
        """The file of a digest, byte for byte.

        Raises:
            SimpananError: what is kept of it is damaged.
            BerkasError: it is not in the register.
        """
        tanya = "SELECT a.simpanan, a.dasar, b.simpanan FROM isi a LEFT JOIN isi b ON b.id = a.dasar WHERE a.sidik = ?"
        baris = self.read(tanya, (bytes.fromhex(sidik),))
        if not baris:
            raise BerkasError("Berkas itu tidak ada di register.", tempat=str(self.path))
        simpanan, dasar, isi_dasar = baris[0]
        isi: bytes | None = simpanan
        if dasar is not None:
            isi = None
            with suppress(BerkasError):
                isi = Beda.decode(simpanan).apply(isi_dasar or b"")
        if isi is None or hashlib.sha256(isi).hexdigest() != sidik:
            saran = "Jalankan kinerja buat dengan data, pilihan, dan versi yang sama: simpanannya dipulihkan."
            raise SimpananError("Simpanan di register rusak.", tempat=str(self.path), saran=saran)
        return isi

    def read(self, tanya: str, nilai: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows that a question in SQL is answered with."""
        with explain_sqlite(self.path):
            return self._sambungan.execute(tanya, nilai).fetchall()

    def write(self, perintah: str, nilai: tuple[object, ...] = ()) -> int:
        """Run a statement in SQL, inside a transaction; the number of the row that it put in."""
        assert self._sambungan.in_transaction
        return int(self._sambungan.execute(perintah, nilai).lastrowid or 0)

    def _add_isi(self, sidik: str, isi: bytes) -> int:
        """The number of a file, kept when it was not; whole, when what was kept of it is damaged."""
        kunci = bytes.fromhex(sidik)
        ada = self._sambungan.execute("SELECT id FROM isi WHERE sidik = ?", (kunci,)).fetchone()
        if ada:
            try:
                self.read_isi(sidik)
            except SimpananError:
                self._sambungan.execute("UPDATE isi SET dasar = NULL, simpanan = ? WHERE id = ?", (isi, ada[0]))
            return int(ada[0])
        potong = split_potong(isi)
        dasar, beda = self._find_dasar(potong, len(isi))
        simpanan = isi if beda is None else beda.encode()
        masuk = self._sambungan.execute(
            "INSERT INTO isi(sidik, panjang, dasar, simpanan) VALUES (?,?,?,?)", (kunci, len(isi), dasar, simpanan)
        )
        nomor = int(masuk.lastrowid or 0)
        if beda is None:
            self._get_dasar().insert(0, (nomor, Dasar(potong)))
            del self._get_dasar()[BANYAK_DASAR:]
        return nomor

    def _find_dasar(self, potong: list[bytes], panjang: int) -> tuple[int | None, Beda | None]:
        """The base by which a file is told shortest; none when it is to be kept whole."""
        semua = self._get_dasar()
        terpilih: tuple[int, Beda] | None = None
        for letak, (_, dasar) in enumerate(semua):
            beda = dasar.find_beda(potong)
            if terpilih is None or len(beda.baru) < len(terpilih[1].baru):
                terpilih = letak, beda
            if len(beda.baru) <= CUKUP * panjang:
                break
        if terpilih is None or len(terpilih[1].baru) > TERLALU * panjang:
            return None, None
        semua.insert(0, semua.pop(terpilih[0]))
        return semua[0][0], terpilih[1]

    def _get_dasar(self) -> list[tuple[int, Dasar]]:
        """Files kept whole, the newest first; one that is damaged serves nobody."""
        if self._dasar is None:
            baris = self._sambungan.execute(
                "SELECT id, simpanan, sidik FROM isi WHERE dasar IS NULL ORDER BY id DESC LIMIT ?", (BANYAK_DASAR,)
            )
            self._dasar = [
                (nomor, Dasar(split_potong(isi)))
                for nomor, isi, sidik in baris
                if hashlib.sha256(isi).digest() == sidik
            ]
        return self._dasar


@contextmanager
def open_register(
    path: Path, hari: date, kabar: Callable[[str], object] = lambda _: None, folder: Path | None = None
) -> Iterator[Register]:
    """The register, made when there is none. A damaged one is set aside, and `pesan` of the new one says so.

    Args:
        folder: that is issued into; without it the one where the register lies.
        kabar: is told that another program is waited for.

    Raises:
        BerkasError: it cannot be opened, is no register of ours, is of another folder, or of a later version.
    """
    folder = folder or path.parent
    _check_induk(path, folder, kabar)
    pesan = ""
    try:
        try:
            sambungan = connect(path, kabar)
        except RusakError:
            sambungan = connect(path, kabar)  # another run may just have set it aside
    except RusakError:
        if kini := replace_rusak(path, hari):
            pesan = f"Register terbitan rusak dan disisihkan sebagai {kini}. Berkas yang sudah ada tidak dikenal lagi."
        sambungan = connect(path, kabar)
    if sambungan.kosong:
        pesan = f"Register kosong: semua berkas tidak dikenal ({path})."
    try:
        yield Register(path, sambungan, pesan, use_akar(sambungan, path, folder))
    finally:
        sambungan.close()


@contextmanager
def open_lama(
    path: Path, kabar: Callable[[str], object] = lambda _: None, folder: Path | None = None
) -> Iterator[Register]:
    """A register that is there, to be read; the arguments are those of `open_register`.

    Raises:
        BerkasError: as `open_register`; there is none, or it is damaged or empty.
    """
    folder = folder or path.parent
    _check_induk(path, folder, kabar)
    sambungan = connect_lama(path, kabar)
    try:
        yield Register(path, sambungan, letak=see_akar(sambungan, path, folder))
    finally:
        sambungan.close()


def _check_induk(path: Path, folder: Path, kabar: Callable[[str], object]) -> None:
    """Refuse to begin a second register in a folder that one above remembers.

    Raises:
        BerkasError: it names that one.
    """
    if not path.exists() and path == folder / NAMA_REGISTER and (induk := find_induk(folder, kabar)):
        saran = f"Tambahkan --register {write_perintah([str(induk)])}"
        raise BerkasError(f"Folder ini tercatat di register {induk}.", tempat=str(folder), saran=saran)
