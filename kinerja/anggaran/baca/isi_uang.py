"""What the cells of a column come to as money: figures, blanks, and what was meant as a figure and cannot be read."""

from __future__ import annotations

from kinerja.anggaran.arti import is_nomor_kolom
from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.baca.uang import read_sen
from kinerja.anggaran.sel_uang import is_mirip_uang, is_tiada, is_uang
from kinerja.errors import DataError
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak

IsiKolom = tuple[int | None, ...]
TAK_TERBACA = 10**40
"""In sen, a figure like no other: no rule passes a column over for it, and who reads the column says what is wrong."""


def read_isi_kolom(petak: Petak, kepala: Kepala, kolom: int) -> IsiKolom | None:
    """Amounts in sen of the rows below the header; None where no cell was meant as one.

    One cell that cannot be read leaves the others as they are: a column that counts must not be lost for it.
    """
    sel = _list_sel(petak, kepala, kolom)
    mirip = [s is not None and is_mirip_uang(s) for s in sel]
    if not any(mirip):
        return None
    uang = [s if is_uang(s) else None for s in sel]
    try:
        isi = read_sen(uang, kepala.baris + 1, "")
    except DataError:
        isi = [None if s is None else _read_satu(s) for s in uang]
    return tuple(TAK_TERBACA if n is None and m else n for n, m in zip(isi, mirip, strict=True))


def holds_uang(petak: Petak, kepala: Kepala, kolom: int) -> bool:
    """Most of what stands in a column, down to its last figure, is amounts; a signature below it says nothing."""
    sel = _list_sel(petak, kepala, kolom)
    akhir = max((n for n, s in enumerate(sel) if is_uang(s)), default=-1)
    ada = [s for s in sel[: akhir + 1] if s is not None]
    return bool(ada) and sum(map(is_uang, ada)) * 2 >= len(ada)


def _list_sel(petak: Petak, kepala: Kepala, kolom: int) -> list[object]:
    """The cells below the header; None for blanks, dashes and the row that numbers the columns."""
    semua = [get_sel(b, kolom) for b in petak[kepala.baris :]]
    for n, baris in enumerate(petak[kepala.baris : kepala.baris + 3]):
        if is_nomor_kolom(baris, True):
            semua[n] = None
    return [None if is_tiada(s) else s for s in semua]


def _read_satu(sel: object) -> int | None:
    """A cell by itself, as its column has no one reading."""
    try:
        return read_sen([sel], 1, "")[0]
    except DataError:
        return None
