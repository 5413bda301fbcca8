"""Sheets of which nothing is new to expat: all around the cells was read before, and so was every row.

A sheet is three pieces: up to its rows, the rows, and what follows. Expat has let pass the first and the last around
other rows, and rows like these (`xlsx_penuh_rangka`) inside others, each as a whole; so it would let pass all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kinerja.tabel.batas import MAKS_ELEMEN
from kinerja.tabel.xlsx_penuh import DataMentah, LembarPenuh, SelPenuh
from kinerja.tabel.xlsx_penuh_ekor import AKHIR
from kinerja.tabel.xlsx_penuh_ingat import INGATAN
from kinerja.tabel.xlsx_penuh_rangka import RANGKA
from kinerja.tabel.xlsx_polos import AKHIR_BARIS, DATA

_KAKI = re.compile(
    rb"<oddFooter>(?:[ -%'-;=?-~]|&(?:amp|quot|apos|lt|gt);"
    rb"|[\xc2-\xdf][\x80-\xbf]|\xe2\x80[\x80-\xbf]){1,999}+</oddFooter>"
)
"""What is printed below a page, in letters that XML has and that need no more than two or three bytes."""
_BANYAK, _PANJANG = 256, 64_000
"""Sheets of which all but the cells is remembered, and its bytes."""
_Tepi = tuple[bytes, bytes]
_INGATAN: dict[_Tepi, _Luar] = {}


@dataclass(frozen=True, slots=True)
class _Luar:
    """A sheet without its cells, and how many other elements it has."""

    lembar: LembarPenuh
    elemen: int


def read_kenal(isi: bytes, tempat: str, teks: Sequence[str]) -> LembarPenuh | None:
    """A sheet whose pieces are all known; else None.

    Raises:
        DataError: a shared text that is not there.
    """
    if (bagian := _split(isi)) is None:
        return None
    tepi, semua = bagian
    luar = _INGATAN.get(tepi)
    if luar is None:
        return None
    data = INGATAN.find(semua) or _read_data(semua)
    if data is None or luar.elemen + data.elemen > MAKS_ELEMEN:
        return None
    sel = data.resolve(teks, tempat)
    return replace(luar.lembar, sel=sel, baris_sembunyi=data.baris_sembunyi, berumus=data.berumus)


def keep_luar(isi: bytes, lembar: LembarPenuh, elemen: int) -> None:
    """Remember what is around the cells of a sheet that was read by expat, all rows of it apart.

    Args:
        elemen: how many elements that is.
    """
    if (bagian := _split(isi)) is None or sum(map(len, bagian[0])) > _PANJANG:
        return
    if len(_INGATAN) >= _BANYAK:
        del _INGATAN[next(iter(_INGATAN))]
    _INGATAN[bagian[0]] = _Luar(replace(lembar, sel={}, baris_sembunyi=frozenset(), berumus=()), elemen)


def _split(isi: bytes) -> tuple[_Tepi, bytes] | None:
    """The edges of a sheet, without what is printed below its pages, and its rows."""
    awal = isi.find(DATA) + len(DATA)
    akhir = isi.find(AKHIR, awal)
    if awal < len(DATA) or akhir < 0:
        return None
    ekor = isi[akhir:]
    if b"<!" not in ekor and b"<?" not in ekor:  # a comment may not hold what a footer may
        ekor = _KAKI.sub(b"<oddFooter/>", ekor)
    return (isi[:awal], ekor), isi[awal:akhir]


def _read_data(isi: bytes) -> DataMentah | None:
    """Rows all of which are of a skeleton that is known, one after the other; else None."""
    *semua, sisa = isi.split(AKHIR_BARIS)
    if sisa:
        return None
    sel: dict[tuple[int, int], SelPenuh] = {}
    bersama: list[tuple[tuple[int, int], int]] = []
    sembunyi: set[int] = set()
    nomor = elemen = 0
    for satu in semua:
        baris = RANGKA.take(satu, nomor, sel, bersama)
        if baris is None:
            return None
        nomor = baris.nomor
        elemen += baris.elemen
        sembunyi.update(baris.sembunyi)
    data = DataMentah(sel, bersama, frozenset(sembunyi), elemen)
    INGATAN.put(isi, data)
    return data
