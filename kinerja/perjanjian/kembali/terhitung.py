"""A workbook of ours by itself, read and recomputed: for who looks into a file without its issue at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja.alamat import Kotak
from kinerja.errors import DataError
from kinerja.perjanjian.hasil import HasilBuku
from kinerja.perjanjian.kembali.berkas import Identitas, need_identitas
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.hasil_baca import read_hasil
from kinerja.perjanjian.kembali.hitung import compute_isi
from kinerja.perjanjian.kembali.isian import Isian, read_isian
from kinerja.perjanjian.kembali.peta import Peta, stay
from kinerja.perjanjian.model import AWALAN_NAMA
from kinerja.tabel.buku import open_buku
from kinerja.tabel.pintu import JenisBerkas, find_jenis, read_bita
from kinerja.workbook.ekspresi import Deret
from kinerja.workbook.isi_buku import MAKS_LUAS, IsiBuku, count_luas

SARAN = "Sebutkan buku kerja .xlsx yang diterbitkan kinerja buat, sudah diisi atau belum."

MAKS_RUMUS = 100_000
"""Formulas; a survey of 20.000 has as many."""
_SATU = 5
"""What computing one formula costs, beside one cell of a range."""
JATAH = 30_000_000
"""Cells that formulas may read in all; a survey of 20.000 needs 4.000.000."""


class _IsiTerbatas(IsiBuku):
    """Cells whose formulas nobody has seen before: computing them ends, whatever they ask for."""

    __slots__ = ("jatah", "tempat")

    def __init__(self, isi: IsiBuku, tempat: str) -> None:
        super().__init__(isi.lembar, isi.acuan, isi.baca)
        self.jatah, self.tempat = JATAH, tempat

    def settle(self, lembar: str, letak: tuple[int, int]) -> Any:
        """Compute the formula of a cell."""
        self._take(_SATU)
        return super().settle(lembar, letak)

    def read_kotak(self, lembar: str, kotak: Kotak) -> Deret:
        """What is not blank in a range; whoever asks goes through all of it."""
        hasil = super().read_kotak(lembar, kotak)
        self._take(len(hasil) + 1)
        return hasil

    def list_sel(self, lembar: str, kotak: Kotak) -> list[Any]:
        """The cells of a range; of a huge one all of the sheet is looked through."""
        self._take(min(count_luas(kotak), MAKS_LUAS))
        return super().list_sel(lembar, kotak)

    def _take(self, banyak: int) -> None:
        self.jatah -= banyak
        if self.jatah < 0:
            raise _refuse_berat(self.tempat)


def _refuse_berat(tempat: str) -> DataError:
    return DataError("Rumus di buku kerja ini terlalu berat untuk dihitung.", tempat=tempat, saran=SARAN)


@dataclass(frozen=True, slots=True)
class Terhitung:
    """A workbook with what it comes to.

    Attributes:
        peta: its own places: it serves as its issue.
        isi: its cells, formulas computed as they are asked for.
    """

    buku: BukuUtuh
    identitas: Identitas
    peta: Peta
    isian: Isian
    isi: IsiBuku
    hasil: HasilBuku


def read_terhitung(path: Path, tempat: str = "") -> Terhitung:
    """The workbook in a file.

    Args:
        tempat: how it is called; its name where nothing is said.

    Raises:
        DataError: no workbook of ours, or one that cannot be read.
    """
    isi, nama = read_bita(path), tempat or path.name
    if find_jenis(isi) is not JenisBerkas.ZIP:
        open_buku(isi, nama, boleh_xls=False)  # says what it is instead
    return compute_terhitung(read_buku(isi, nama))


def compute_terhitung(buku: BukuUtuh) -> Terhitung:
    """The same of a workbook that is read.

    Raises:
        DataError: it is none of ours, does not say whose it is, or has far too many formulas.
    """
    if not any(nama.startswith(AWALAN_NAMA) for nama in buku.nama):
        raise DataError("Ini bukan buku kerja perjanjian kinerja.", tempat=buku.tempat, saran=SARAN)
    identitas = need_identitas(buku.identitas, buku.tempat)
    if sum(s.rumus is not None for isi in buku.lembar.values() for s in isi.sel.values()) > MAKS_RUMUS:
        raise _refuse_berat(buku.tempat)
    peta = stay(buku)
    isian = read_isian(buku, buku, peta)
    isi = _IsiTerbatas(compute_isi(buku, isian), buku.tempat)
    return Terhitung(buku, identitas, peta, isian, isi, read_hasil(buku, isi))
