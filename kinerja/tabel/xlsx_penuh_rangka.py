"""Rows known by their skeleton: the bytes of a row without the plain texts of its values.

Expat has let pass a row of that skeleton, as a row of cells. What stood in its values and what stands there now are
letters of ASCII that mean nothing to XML, so that the one is as well-formed as the other. Each value is read as in any
row; hundreds of rows of a survey, in all workbooks of one form, have the skeletons of the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import getitem

from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.tabel.xlsx_penuh_baris import BarisPenuh, find_nomor, read_sel
from kinerja.tabel.xlsx_penuh_polos import SEL
from kinerja.tabel.xlsx_polos import find_kolom_bita

Kunci = bytes | tuple[bytes, bytes]
_HURUF = rb"[ -%'-;=?-~]{0,200}+"
"""ASCII but for control characters and & < >."""
_NILAI = re.compile(rb"<v>(" + _HURUF + rb")</v>")
_NILAI_TEKS = re.compile(rb"<([vt])>(" + _HURUF + rb")</\1>")
_PANJANG, _BANYAK, _BANYAK_SEL, _BANYAK_BENTUK = 8_000, 6_000, 100_000, 20_000
"""Bytes of a row whose skeleton is remembered; how many are, of how many cells, and how many spellings of these."""
_PENDEK, _BANYAK_NILAI = 8, 200_000
"""Letters of a value that is remembered, and how many are."""
_BAWAH = 3_000
"""Rows from the top of a sheet up to which they are remembered: no form is longer."""


def split_rangka(isi: bytes) -> tuple[Kunci, Sequence[bytes]]:
    r"""The skeleton of some bytes, and the texts that it lacks; a zero, which XML has not, stands for each.

    Bytes of one skeleton that lack as many texts are alike but for these: none of them has a zero of its own then.

    >>> split_rangka(b'<c r="A1"><v>7</v></c>'), split_rangka(b"<is><t>a</t></is><v/><v>a&amp;b</v>")
    ((b'<c r="A1">\x00</c>', [b'7']), ((b'<is>\x00</is><v/><v>a&amp;b</v>', b't'), [b'a']))
    """
    if b"<t>" not in isi:
        potong = _NILAI.split(isi)
        return b"\0".join(potong[::2]), potong[1::2]
    potong = _NILAI_TEKS.split(isi)
    return (b"\0".join(potong[::3]), b"".join(potong[1::3])), potong[2::3]


class _Bentuk(dict[bytes, SelPenuh]):
    """Cells of one spelling by what stands in their value; KeyError where that is nothing, or no value."""

    def __init__(self, ingatan: Rangka, sebelum: bytes, sesudah: bytes) -> None:
        super().__init__()
        self._ingatan, self._sebelum, self._sesudah = ingatan, sebelum, sesudah

    def __missing__(self, teks: bytes) -> SelPenuh:
        sel, _ = read_sel(self._sebelum + teks + self._sesudah) or (None, -1)
        if sel is None:
            raise KeyError(teks)
        if len(teks) <= _PENDEK:
            self[teks] = sel
            self._ingatan.count_nilai()
        return sel


@dataclass(frozen=True, slots=True)
class BarisRangka:
    """What all rows of a skeleton have in common.

    Attributes:
        awal, nomor, sembunyi, elemen: as in `BarisPenuh`.
        sel: its cells in order, those with values as they were in the first such row.
        letak, bentuk: where the values stand, and what makes a cell of each.
        bersama: where numbers of shared texts stand, and which of the values they are.
    """

    awal: int
    nomor: int
    sembunyi: tuple[int, ...]
    elemen: int
    sel: Mapping[tuple[int, int], SelPenuh]
    letak: Sequence[tuple[int, int]]
    bentuk: Sequence[_Bentuk]
    bersama: Sequence[tuple[tuple[int, int], int]]


class Rangka:
    """Skeletons that expat has let pass; of too many those that came first are forgotten."""

    def __init__(self) -> None:
        self._baris: dict[Kunci, BarisRangka] = {}
        self._bentuk: dict[tuple[bytes, bytes], _Bentuk] = {}
        self._sel = self._banyak = 0

    def take(
        self,
        isi: bytes,
        lama: int,
        semua: dict[tuple[int, int], SelPenuh],
        bersama: list[tuple[tuple[int, int], int]],
    ) -> BarisRangka | None:
        """Read a row without its closing tag; None where its skeleton is not known, and then nothing of it is read.

        Args:
            lama: number of the row before.
            semua, bersama: get its cells, and the numbers of its shared texts.
        """
        if lama >= _BAWAH:
            return None
        rangka, nilai = split_rangka(isi)
        baris = self._baris.get(rangka)
        if baris is None or len(nilai) != len(baris.letak) or baris.awal <= lama:
            return None
        try:
            sel = [*map(getitem, baris.bentuk, nilai)]
        except KeyError:
            return None
        semua.update(baris.sel)
        semua.update(zip(baris.letak, sel, strict=True))
        for letak, n in baris.bersama:
            bersama.append((letak, find_nomor(nilai[n].decode())))
        return baris

    def put(self, isi: bytes, baris: BarisPenuh) -> None:
        """Remember a row that expat has let pass."""
        if len(isi) > _PANJANG or baris.nomor > _BAWAH:
            return
        rangka, nilai = split_rangka(isi)
        if rangka in self._baris:
            return
        letak: list[tuple[int, int]] = []
        bentuk: list[_Bentuk] = []
        for satu in isi.split(SEL)[1:]:
            huruf, _, sisa = satu.partition(b'%d"' % baris.nomor)
            for cocok in _NILAI_TEKS.finditer(sisa):
                kunci = sisa[: cocok.start(2)], sisa[cocok.end(2) :]
                letak.append((baris.nomor - 1, find_kolom_bita(huruf) - 1))
                bentuk.append(self._bentuk.setdefault(kunci, _Bentuk(self, *kunci)))
        urut = {satu: n for n, satu in enumerate(letak)}
        if len(urut) != len(nilai) or not {*urut, *(satu for satu, _ in baris.bersama)} <= baris.sel.keys() & urut:
            return  # a value that says nothing
        if len(self._bentuk) > _BANYAK_BENTUK:  # most of them of rows that are forgotten
            self._forget()
        self._sel += len(baris.sel)
        while self._sel > _BANYAK_SEL or len(self._baris) >= _BANYAK:
            self._sel -= len(self._baris.pop(next(iter(self._baris))).sel)
        bersama = [(satu, urut[satu]) for satu, _ in baris.bersama]
        self._baris[rangka] = BarisRangka(
            baris.awal, baris.nomor, baris.sembunyi, baris.elemen, baris.sel, letak, bentuk, bersama
        )

    def count_nilai(self) -> None:
        """One more value is remembered; of too many all are forgotten, and all rows."""
        self._banyak += 1
        if self._banyak > _BANYAK_NILAI:
            self._forget()

    def _forget(self) -> None:
        self._baris, self._bentuk, self._sel, self._banyak = {}, {}, 0, 0


RANGKA = Rangka()
