"""What the cells of a column come to as money: figures, blanks, and what was meant as a figure and cannot be read."""

from __future__ import annotations

import re

from kinerja.anggaran.arti import is_nomor_kolom
from kinerja.anggaran.baca.kepala import Kepala
from kinerja.anggaran.baca.uang import read_sen
from kinerja.anggaran.sel_uang import is_tiada, is_uang, is_upaya
from kinerja.errors import DataError
from kinerja.tabel.petak import get_sel
from kinerja.tabel.sel import Petak

IsiKolom = tuple[int | None, ...]
_RIBUAN = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
TAK_TERBACA = 10**40
"""In sen, a figure like no other: no rule passes a column over for it, and who reads the column says what is wrong."""


def read_isi_kolom(petak: Petak, kepala: Kepala, kolom: int) -> IsiKolom | None:
    """Amounts in sen of the rows below the header; None where no cell was meant as one.

    One cell that cannot be read leaves the others as they are: a column that counts must not be lost for it. Where
    none can be read, codes and dates are no amounts.
    """
    sel = _list_sel(petak, kepala, kolom)
    uang = [s if is_uang(s) else None for s in sel]
    try:
        isi = read_sen(uang, kepala.baris + 1, "")
    except DataError:
        isi = [None if s is None else _read_satu(s) for s in uang]
    upaya = [s is not None and is_upaya(s) for s in sel]
    if not any(upaya) and all(n is None for n in isi):
        return None
    return tuple(
        TAK_TERBACA if n is None and (u is not None or a) else n for n, u, a in zip(isi, uang, upaya, strict=True)
    )


def holds_uang(petak: Petak, kepala: Kepala, kolom: int) -> bool:
    """Most of what stands in a column beside amounts of the budget is amounts; a signature below says nothing."""
    sel = [
        s
        for b, s in zip(petak[kepala.baris :], _list_sel(petak, kepala, kolom), strict=True)
        if s is not None and any(is_uang(get_sel(b, k)) for k in kepala.uang)
    ]
    return bool(sel) and sum(map(is_uang, sel)) * 2 >= len(sel)


def holds_kata(petak: Petak, kepala: Kepala, kolom: int) -> bool:
    """Something stands in a column, whatever it is."""
    return any(s is not None for s in _list_sel(petak, kepala, kolom))


def _list_sel(petak: Petak, kepala: Kepala, kolom: int) -> list[object]:
    """The cells below the header; None for blanks, dashes and the row that numbers the columns."""
    semua = [get_sel(b, kolom) for b in petak[kepala.baris :]]
    for n, baris in enumerate(petak[kepala.baris : kepala.baris + 3]):
        if is_nomor_kolom(baris, True):
            semua[n] = None
    return [None if is_tiada(s) else s for s in semua]


def _read_satu(sel: object) -> int | None:
    """A cell by itself, as its column has no one reading; what may be thousands is taken as such for comparing."""
    try:
        return read_sen([sel], 1, "")[0]
    except DataError:
        return int(re.sub("[.,]", "", sel)) * 100 if isinstance(sel, str) and _RIBUAN.fullmatch(sel) else None
