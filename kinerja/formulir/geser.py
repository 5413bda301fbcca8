"""Where rows and references of a form come to lie when rows are repeated; rows and columns count from 0.

A reference follows what it refers to. A range or a name that touches a repeated row takes in all its copies, so a total
stays a total. In a copy itself a relative reference to its own row is that of the copy, one to the row directly above
that of the copy before (running sums), and one to the row of another table of the same list the same item's. There a
range with both rows fixed, `D$5:D$5`, is the whole list: its sum in a share, its figures in a rank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kinerja.alamat import MAKS_BARIS, Kotak, a1, column_letters, quote_sheet, unquote_lembar
from kinerja.workbook.token import TOKEN
from kinerja.workbook.token import split_sel as split_token

_PENJUMLAH = frozenset(
    ("SUM", "COUNT", "COUNTA", "COUNTBLANK", "AVERAGE", "AVERAGEA", "MIN", "MAX", "MEDIAN", "PRODUCT", "SUBTOTAL")
)
"""Functions for which one cell is as good as a range: a repeated cell in them means all of its copies."""
_BARIS = re.compile(r"(\$?)([1-9][0-9]{0,6}):(\$?)([1-9][0-9]{0,6})(?![\w.])")
_SEL = re.compile(r":(\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?![\w.(])")


class Ulangan(NamedTuple):
    """A repeated row: which, of what list, how many copies stand in its place (1 at least)."""

    baris: int
    daftar: str
    banyak: int


class Letak(NamedTuple):
    """The cell of a formula: its sheet and row in the form, and which copy of that row, from 0."""

    lembar: str
    baris: int
    salinan: int = 0


class Acuan(NamedTuple):
    """A cell as a formula names it."""

    kolom_mutlak: bool
    kolom: int
    baris_mutlak: bool
    baris: int


class AcuanBerulangError(Exception):
    """A single reference to a row that is repeated, where nothing says which of its copies is meant."""


class PetaBaris:
    """Where the rows of one sheet come to lie."""

    def __init__(self, ulangan: Sequence[Ulangan]) -> None:
        self._ulangan = {u.baris: u for u in sorted(ulangan)}

    def get(self, baris: int) -> Ulangan | None:
        """How a row is repeated, if it is."""
        return self._ulangan.get(baris)

    def list_ulangan(self) -> list[Ulangan]:
        """The repeated rows, from above."""
        return [*self._ulangan.values()]

    def awal(self, baris: int) -> int:
        """The row, of a repeated one the first copy; the last row of a sheet stays the last.

        >>> PetaBaris([Ulangan(4, "program", 3)]).awal(5)
        7
        """
        geser = sum(u.banyak - 1 for u in self._ulangan.values() if u.baris < baris)
        return min(baris + geser, max(baris, MAKS_BARIS - 1))

    def akhir(self, baris: int) -> int:
        """The same, of a repeated one the last copy."""
        ulangan = self.get(baris)
        return min(self.awal(baris) + (ulangan.banyak - 1 if ulangan else 0), max(baris, MAKS_BARIS - 1))

    def move_kotak(self, kotak: Kotak) -> Kotak:
        """A range with all copies of the rows that it touches."""
        b, k, b_akhir, k_akhir = kotak
        return self.awal(b), k, self.akhir(b_akhir), k_akhir


DIAM = PetaBaris(())
"""A sheet in which nothing is repeated."""


def move_acuan(acuan: str, peta: Mapping[str, PetaBaris]) -> str:
    """What a defined name leads to: a formula in which single cells grow too.

    >>> move_acuan("Program!$D$5", {"Program": PetaBaris([Ulangan(4, "program", 3)])})
    'Program!$D$5:$D$7'
    """
    return _Pemindah(peta, None, tumbuh=True).move(acuan)


def move_rumus(rumus: str, peta: Mapping[str, PetaBaris], di: Letak) -> str:
    """A formula, without `=`, as it stands in its cell's new place.

    Raises:
        AcuanBerulangError: with the reference, that has no single meaning.

    >>> peta = {"A": PetaBaris([Ulangan(4, "program", 3)])}
    >>> move_rumus("SUM(D5:D5)+D6", peta, Letak("A", 5)), move_rumus("D5/D$7+F4", peta, Letak("A", 4, 2))
    ('SUM(D5:D7)+D8', 'D7/D$9+F6')
    """
    return _Pemindah(peta, di, tumbuh=False).move(rumus)


def split_sel(teks: str) -> Acuan | None:
    """A cell as a formula names it, taken apart; None outside a sheet."""
    bagian = split_token(teks)
    return Acuan(*bagian) if bagian else None


class _Pemindah:
    """Walks over the tokens of one formula."""

    def __init__(self, peta: Mapping[str, PetaBaris], di: Letak | None, *, tumbuh: bool) -> None:
        self._peta = {nama.casefold(): satu for nama, satu in peta.items()}
        self._di, self._tumbuh = di, tumbuh
        self._ulangan = self._get_peta(di.lembar).get(di.baris) if di else None

    def move(self, rumus: str) -> str:
        """The formula with all of its references moved."""
        hasil: list[str] = []
        dalam: list[str] = []
        fungsi, lembar, letak = "", None, 0
        while cocok := TOKEN.match(rumus, letak):
            jenis, teks, akhir = cocok.lastgroup, cocok[0], cocok.end()
            if teks == "[":  # columns of a table, which may be called like a cell
                akhir = _skip_kurung(rumus, letak)
                teks = rumus[letak:akhir]
            if jenis == "lembar":
                if self._peta and (":" in teks or rumus[:letak].endswith(":")):
                    raise AcuanBerulangError(f"{teks}, beberapa lembar sekaligus")
                lembar = teks
            else:
                di = unquote_lembar(lembar[:-1]) if lembar else self._di.lembar if self._di else ""
                if baris := _BARIS.match(rumus, letak):
                    teks, akhir = self._move_baris(baris, di), baris.end()
                elif jenis == "sel" and (acuan := split_sel(teks)):
                    kedua = _SEL.match(rumus, akhir)
                    if kedua and (ujung := split_sel(kedua[1])):
                        teks, akhir = self._move_rentang(acuan, ujung, di), kedua.end()
                    else:
                        sendiri = _stands_alone(rumus, letak - len(lembar or ""), akhir)
                        tumbuh = self._tumbuh or (sendiri and bool(dalam) and dalam[-1] in _PENJUMLAH)
                        teks = self._move_satu(acuan, di, tumbuh=tumbuh)
                lembar = None
            if teks == "(":
                dalam.append(fungsi)
            elif teks == ")" and dalam:
                dalam.pop()
            fungsi = cocok[0].upper() if jenis == "fungsi" else fungsi if jenis == "jeda" else ""
            hasil.append(teks)
            letak = akhir
        return "".join(hasil)

    def _get_peta(self, lembar: str) -> PetaBaris:
        return self._peta.get(lembar.casefold(), DIAM)

    def _move_baris(self, cocok: re.Match[str], lembar: str) -> str:
        """Whole rows, `5:7`."""
        peta = self._get_peta(lembar)
        awal, akhir = sorted((int(cocok[2]) - 1, int(cocok[4]) - 1))
        return f"{cocok[1]}{peta.awal(awal) + 1}:{cocok[3]}{peta.akhir(akhir) + 1}"

    def _move_satu(self, acuan: Acuan, lembar: str, *, tumbuh: bool) -> str:
        tetap = self._find_salinan(acuan, lembar, butir=True)
        if tetap is not None:
            return _write(acuan, tetap)
        peta = self._get_peta(lembar)
        awal, akhir = peta.awal(acuan.baris), peta.akhir(acuan.baris)
        if peta.get(acuan.baris) and not tumbuh:
            raise AcuanBerulangError(f"{quote_sheet(lembar)}!{a1(acuan.baris, acuan.kolom)}")
        return _write(acuan, awal) if awal == akhir else f"{_write(acuan, awal)}:{_write(acuan, akhir)}"

    def _move_rentang(self, satu: Acuan, dua: Acuan, lembar: str) -> str:
        """A range: its upper end is the first copy of its row, its lower end the last."""
        butir = satu.baris == dua.baris and satu.kolom != dua.kolom  # of several columns of one item
        peta, tukar = self._get_peta(lembar), satu.baris > dua.baris
        semua = (
            satu.baris_mutlak and dua.baris_mutlak
        )  # in a repeated row, too, all copies: the whole of a share, a rank
        awal, akhir = (None if semua else self._find_salinan(x, lembar, butir=butir) for x in (satu, dua))
        awal = (peta.akhir if tukar else peta.awal)(satu.baris) if awal is None else awal
        akhir = (peta.awal if tukar else peta.akhir)(dua.baris) if akhir is None else akhir
        return f"{_write(satu, awal)}:{_write(dua, akhir)}"

    def _find_salinan(self, acuan: Acuan, lembar: str, *, butir: bool) -> int | None:
        """The row of a reference that goes with the copy in which it stands; None for any other."""
        di, ulangan = self._di, self._ulangan
        if di is None or ulangan is None:
            return None
        peta = self._get_peta(lembar)
        if lembar.casefold() == di.lembar.casefold():
            if acuan.baris == di.baris:
                return peta.awal(di.baris) + (0 if acuan.baris_mutlak else di.salinan)
            if acuan.baris == di.baris - 1 and not acuan.baris_mutlak:
                return peta.awal(di.baris) - 1 + di.salinan
        lain = peta.get(acuan.baris)
        if butir and lain and lain.daftar == ulangan.daftar and not acuan.baris_mutlak:
            return peta.awal(acuan.baris) + di.salinan
        return None


def _skip_kurung(rumus: str, letak: int) -> int:
    """Where a bracket that opens there is closed; the end of the text where it is not."""
    dalam = 0
    for n in range(letak, len(rumus)):
        dalam += (rumus[n] == "[") - (rumus[n] == "]")
        if not dalam:
            return n + 1
    return len(rumus)


def _stands_alone(rumus: str, awal: int, akhir: int) -> bool:
    """Whether a reference is all of an argument."""
    return rumus[:awal].rstrip()[-1:] in ("(", ",") and rumus[akhir:].lstrip()[:1] in (")", ",")


def _write(acuan: Acuan, baris: int) -> str:
    return f"{'$' * acuan.kolom_mutlak}{column_letters(acuan.kolom)}{'$' * acuan.baris_mutlak}{baris + 1}"
