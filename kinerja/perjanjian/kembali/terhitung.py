"""A workbook of ours by itself, read and recomputed: for who looks into a file without its issue at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja.errors import DataError
from kinerja.perjanjian.hasil import HasilBuku
from kinerja.perjanjian.kembali.berkas import Identitas, need_identitas
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.hasil_baca import read_hasil
from kinerja.perjanjian.kembali.isian import Isian, read_isian
from kinerja.perjanjian.kembali.peta import Peta, stay
from kinerja.perjanjian.kembali.terbatas import compute_terbatas
from kinerja.perjanjian.model import AWALAN_NAMA
from kinerja.tabel.buku import open_buku
from kinerja.tabel.pintu import JenisBerkas, find_jenis, read_bita
from kinerja.workbook.isi_buku import IsiBuku

SARAN = "Sebutkan buku kerja .xlsx yang diterbitkan kinerja buat, sudah diisi atau belum."


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
    peta = stay(buku)
    isian = read_isian(buku, buku, peta)
    isi = compute_terbatas(buku, isian)
    return Terhitung(buku, identitas, peta, isian, isi, read_hasil(buku, isi))
