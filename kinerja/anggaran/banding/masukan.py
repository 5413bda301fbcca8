"""What is given to a reconciliation, before anything is read: paths, tolerance, titles, sheets; and how heavy it is.

Nothing here loads polars: what is heavy is left to a child process, which loads it while it is loaded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kinerja.anggaran.sen import to_sen
from kinerja.anggaran.sumber import Peran
from kinerja.berkas import explain_read
from kinerja.errors import MasukanError, RentangError
from kinerja.tabel.pintu import JenisBerkas, find_jenis, list_berkas, look_awal

DIJUMLAHKAN = frozenset(["pagu", "realisasi"])
"""Meanings of which several columns are added up."""
_KEPALA = 4096
"""Bytes that tell the kind of a file."""
_ASLI = (JenisBerkas.OLE, JenisBerkas.SANDI, JenisBerkas.PARQUET)
"""Kinds that only parsers in native code read."""


@dataclass(frozen=True, slots=True)
class Permintaan:
    """A reconciliation that was asked for.

    Attributes:
        kolom: column titles by meaning, as `kinerja.reconcile` takes them; several are added up.
    """

    path: dict[Peran, Path]
    toleransi: Decimal
    kolom: dict[str, tuple[str, ...]]
    lembar: tuple[str, ...]


def read_permintaan(path: Mapping[Peran, object], toleransi: object, kolom: object, lembar: object) -> Permintaan:
    """The arguments of `kinerja.reconcile`, checked.

    Raises:
        MasukanError: of another kind than they should be.
        RentangError: a tolerance below zero, or finer than a sen.
    """
    judul = _read_kolom(kolom)
    if isinstance(lembar, (str, bytes)) or not (
        isinstance(lembar, Sequence) and all(isinstance(n, str) for n in lembar)
    ):
        raise MasukanError("Argumen lembar harus berupa daftar nama lembar.", saran='Contoh: lembar=["DPA"].')
    sumber = {peran: _read_path(satu, peran) for peran, satu in path.items()}
    return Permintaan(sumber, read_toleransi(toleransi), judul, tuple(lembar))


def _read_kolom(kolom: object) -> dict[str, tuple[str, ...]]:
    """Titles by meaning; one title, or several to be added up."""
    salah = MasukanError("Argumen kolom harus berupa dict teks.", saran='Contoh: kolom={"pagu": "Jumlah (Rp)"}.')
    if kolom is None:
        return {}
    if not isinstance(kolom, Mapping):
        raise salah
    hasil = {}
    for kunci, judul in kolom.items():
        semua = (judul,) if isinstance(judul, str) else tuple(judul) if isinstance(judul, (list, tuple)) else ()
        if not isinstance(kunci, str) or not semua or not all(isinstance(j, str) for j in semua):
            raise salah
        if len(semua) > 1 and kunci.rpartition(".")[2] not in DIJUMLAHKAN:
            raise MasukanError(
                f"Kolom {kunci} hanya boleh satu.",
                saran="Sebutkan satu judul; hanya kolom pagu dan realisasi yang dapat dijumlahkan.",
            )
        hasil[kunci] = semua
    return hasil


def read_toleransi(toleransi: object) -> Decimal:
    """A tolerance in rupiah.

    Raises:
        MasukanError, RentangError: as `read_permintaan`.

    >>> read_toleransi(Decimal("0.5"))
    Decimal('0.5')
    """
    if isinstance(toleransi, bool) or not isinstance(toleransi, (int, Decimal)):
        raise MasukanError("Toleransi harus int atau Decimal.", saran='Contoh: toleransi=1 atau Decimal("0.5").')
    satu = Decimal(toleransi)
    if not satu.is_finite() or satu < 0 or satu > 10**15 or to_sen(satu) is None:
        raise RentangError("Toleransi harus 0 rupiah atau lebih, sampai sen.", saran="Isi 0 atau lebih, misalnya 1.")
    return satu


def list_berat(path: Mapping[Peran, Path]) -> dict[Path, int]:
    """Files for parsers in native code, with their bytes.

    Long text is not among them: its lines and columns are bounded first, and a million rows would take half as long
    again if they had to travel.

    Raises:
        DataError: a source that is not there or no regular file.
    """
    berat = {}
    for satu in _list_berkas(path.values()):
        awal, ukuran = look_awal(satu, _KEPALA)
        if find_jenis(awal) in _ASLI:
            berat[satu] = ukuran
    return berat


def _list_berkas(sumber: Iterable[Path]) -> Iterator[Path]:
    for satu in dict.fromkeys(sumber):
        with explain_read(satu):
            folder = satu.is_dir()
        if folder:
            yield from list_berkas(satu)
        else:
            yield satu


def _read_path(path: object, peran: Peran) -> Path:
    teks = str(path) if isinstance(path, (str, Path)) else ""
    if not teks or "\0" in teks:
        raise MasukanError(
            f"Sumber {peran} bukan nama berkas atau folder.", saran="Sebutkan nama berkas atau foldernya."
        )
    return Path(teks)
