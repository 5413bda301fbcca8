"""Parts of a written workbook, cut at their values so that others can be put in."""

from __future__ import annotations

import re

from kinerja.alamat import parse_range
from kinerja.workbook.press.beda import BedaLembar, LainBentuk, Ubah, is_teks
from kinerja.workbook.sel import check_cached, check_formula, check_number
from kinerja.workbook.xlsx import render_blank, render_formula, render_number, render_row

_SEL = re.compile(r'(<row r="[0-9]+".*?>|<c r="[A-Z]+[0-9]+" s="[0-9]+"(?:/>|.*?</c>))', re.DOTALL)
_KEPALA = re.compile(r'<c r="([A-Z]+[0-9]+)" s="[0-9]+"')
_BARIS = re.compile(r'<row r="([0-9]+)"')


class BagianPola:
    """A part cut at each of its elements of one name."""

    def __init__(self, isi: bytes, elemen: str) -> None:
        self._potong = re.split(f"(<{elemen}[ >].*?</{elemen}>)", isi.decode(), flags=re.DOTALL)

    def stamp(self, ganti: dict[int, str]) -> bytes:
        """The part with some of its elements replaced, counted from 0."""
        potong = self._potong.copy()
        for nomor, elemen in ganti.items():
            potong[2 * nomor + 1] = elemen
        return "".join(potong).encode()


class LembarPola:
    """A sheet cut at its rows and cells."""

    def __init__(self, isi: bytes, luwes: frozenset[int]) -> None:
        self._luwes = luwes
        self._potong = _SEL.split(isi.decode())
        self._kepala: dict[tuple[int, int], tuple[int, str]] = {}
        self._baris: dict[int, int] = {}
        for nomor, potong in enumerate(self._potong):
            if cocok := _KEPALA.match(potong):
                baris, kolom, _, _ = parse_range(cocok[1])
                self._kepala[baris, kolom] = (nomor, cocok[0])
            elif cocok := _BARIS.match(potong):
                self._baris[int(cocok[1]) - 1] = nomor

    def stamp(self, beda: BedaLembar) -> bytes | None:
        """The sheet with other values and heights; None where it stays, for a shared string keeps its number.

        Raises:
            LainBentuk: a row comes or goes.
            DataError: a value that a cell cannot hold.
        """
        potong = None
        for ubah in beda.sel:
            if ubah.rumus is not None or not is_teks(ubah.baru):
                potong = potong or self._potong.copy()
                nomor, kepala = self._kepala[ubah.baris, ubah.kolom]
                potong[nomor] = kepala + _render(ubah)
        for baris, tinggi in beda.tinggi.items():
            potong = potong or self._potong.copy()
            letak = self._baris.get(baris)
            if letak is None:
                raise LainBentuk
            kosong = potong[letak].endswith("/>")
            if kosong and tinggi is None:  # a row without cells stands there for its height only
                raise LainBentuk
            potong[letak] = render_row(baris, tinggi, kosong=kosong, luwes=baris in self._luwes)
        return "".join(potong).encode() if potong else None


def _render(ubah: Ubah) -> str:
    """What follows the head of a cell that is not a shared string."""
    if ubah.rumus is not None:
        return render_formula(check_formula(ubah.rumus), check_cached(ubah.baru))
    if ubah.baru is None or isinstance(ubah.baru, str):
        return render_blank()
    return render_number(check_number(ubah.baru))
