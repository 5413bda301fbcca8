"""Issue the workbooks of a batch of agreements into a folder: whole files, never over somebody's work.

`SHA256SUMS` in the folder (checked by `sha256sum -c`) is the memory of what was issued. A file whose digest stands
there is ours and untouched, so it may be replaced; any other may hold what a user typed and is left alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from kinerja.berkas import explain_oserror, remove_leftovers, slug, write_atomic
from kinerja.percetakan import Cetak, Cetakan, OpsiTerbit, print_serial
from kinerja.perjanjian import JenisPerjanjian, PerjanjianKinerja
from kinerja.temuan import Temuan

CATATAN = "SHA256SUMS"
_BARIS = re.compile(r"([0-9a-f]{64}) [ *](.+)")


class StatusTerbit(StrEnum):
    """What became of one workbook."""

    DIBUAT = "dibuat"
    SUDAH_ADA = "sudah ada"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True)
class Terbit:
    """One workbook of the batch.

    Attributes:
        kode: code of the kecamatan.
        nama: its name.
        sha256: digest of the workbook in `path`, hexadecimal; empty when it was refused and another file stands there.
        temuan: findings on the agreement.
    """

    kode: str
    nama: str
    path: Path
    sha256: str
    status: StatusTerbit
    temuan: tuple[Temuan, ...]


def name_workbook(pk: PerjanjianKinerja) -> str:
    """File name of an agreement's workbook: `12.71.17-medan-baru-perjanjian-kinerja-2024.xlsx`."""
    perubahan = "-perubahan" if pk.jenis is JenisPerjanjian.PERUBAHAN else ""
    return f"{pk.kecamatan.kode}-{slug(pk.kecamatan.nama)}-perjanjian-kinerja{perubahan}-{pk.tahun}.xlsx"


def place_by_wilayah(pk: PerjanjianKinerja) -> Path:
    """Folder of an agreement among those of the whole country: `sumatera-utara/kota-medan`."""
    return Path(slug(pk.kecamatan.provinsi), slug(pk.kecamatan.kabkota))


def issue_workbooks(
    perjanjian: Iterable[PerjanjianKinerja],
    folder: Path,
    *,
    opsi: OpsiTerbit | None = None,
    cetak: Cetak = print_serial,
    place: Callable[[PerjanjianKinerja], Path] = lambda _: Path(),
) -> Iterator[Terbit]:
    """Make the workbooks in order; one kecamatan has at most one agreement of a kind and year.

    Stopped at any point it leaves only whole files, and the next run finishes: what is there and right is kept.

    Args:
        folder: made when it is not there.
        cetak: how they are printed: `kinerja.percetakan.choose_cetak`.
        place: the folder inside `folder` for an agreement. It has its own `SHA256SUMS`; agreements of one follow each
            other.

    Raises:
        BerkasError: the folder or a file cannot be written.
        DataError: an agreement holds something that no workbook can hold.
    """
    opsi = opsi or OpsiTerbit()
    _prepare(folder)
    for tempat, cetakan in groupby(cetak(perjanjian, opsi), lambda satu: folder / place(satu.pk)):
        _prepare(tempat)
        catatan = _Catatan(tempat / CATATAN)
        for satu in cetakan:
            yield _issue(satu, tempat, catatan, opsi)
        catatan.settle()


def _prepare(folder: Path) -> None:
    with explain_oserror(folder):
        folder.mkdir(parents=True, exist_ok=True)
        remove_leftovers(folder)


def _issue(cetakan: Cetakan, folder: Path, catatan: _Catatan, opsi: OpsiTerbit) -> Terbit:
    kecamatan, temuan = cetakan.pk.kecamatan, cetakan.temuan
    path, sha256 = folder / name_workbook(cetakan.pk), hashlib.sha256(cetakan.isi).hexdigest()
    ada = _digest(path)
    if ada is not None and ada != sha256 and not opsi.timpa and not catatan.owns(path.name, ada):
        return Terbit(kecamatan.kode, kecamatan.nama, path, "", StatusTerbit.DITOLAK, temuan)
    # Noted before it is written: killed in between, the file is still known as ours.
    catatan.add(path.name, sha256)
    if ada != sha256:
        write_atomic(path, cetakan.isi)
    status = StatusTerbit.SUDAH_ADA if ada == sha256 else StatusTerbit.DIBUAT
    return Terbit(kecamatan.kode, kecamatan.nama, path, sha256, status, temuan)


def _digest(path: Path) -> str | None:
    """Digest of what stands there: None is nothing, empty is something that cannot be read as a file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError:
        return ""


class _Catatan:
    """The `SHA256SUMS` of a folder: lines are added during a run, and put in order when it ends.

    After an interrupted run a name may have several lines; a line that was cut off means nothing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with explain_oserror(path):
            teks = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        self._lama = teks
        self._sambung = "" if teks.endswith("\n") or not teks else "\n"
        self._digest: dict[str, set[str]] = {}
        self._kini: dict[str, str] = {}
        for cocok in map(_BARIS.fullmatch, teks.splitlines()):
            if cocok:
                self._digest.setdefault(cocok[2], set()).add(cocok[1])

    def owns(self, nama: str, sha256: str) -> bool:
        """Whether a file of that name and digest was issued here."""
        return sha256 in self._digest.get(nama, ())

    def add(self, nama: str, sha256: str) -> None:
        """Note a file, on the disk too."""
        self._kini[nama] = sha256
        if not self.owns(nama, sha256):
            with explain_oserror(self._path), self._path.open("a", encoding="utf-8", newline="\n") as berkas:
                berkas.write(f"{self._sambung}{sha256}  {nama}\n")
            self._sambung = ""
            self._digest.setdefault(nama, set()).add(sha256)

    def settle(self) -> None:
        """One line a name for what this run made; the lines of other names stay."""
        semua = self._digest | {nama: {sha256} for nama, sha256 in self._kini.items()}
        teks = "".join(f"{s}  {nama}\n" for nama in sorted(semua) for s in sorted(semua[nama]))
        if teks != self._lama:
            write_atomic(self._path, teks.encode())
