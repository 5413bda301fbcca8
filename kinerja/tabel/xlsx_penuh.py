"""A sheet of an .xlsx workbook whole: formulas and looks beside the values, what is hidden, what may be typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kinerja.alamat import Kotak, a1, parse_range
from kinerja.errors import DataError
from kinerja.tabel.pintu import SIMPAN

MAKS_RENTANG = 65_530
"""Merged cells, rules and the like of a sheet."""


class SelPenuh(NamedTuple):
    """A cell: value (None, text, float, bool, SelGalat), formula without `=` (None where there is none), its style.

    A formula that fills several cells (an array formula) has braces around it.
    """

    nilai: object
    rumus: str | None
    gaya: int


class AturanSel(NamedTuple):
    """A rule for what may be typed: ranges, kind (`decimal`, `whole`, `list` …), operator, both bounds as formulas."""

    wilayah: tuple[Kotak, ...]
    jenis: str
    tanda: str
    bawah: str
    atas: str


@dataclass(frozen=True, slots=True)
class LembarPenuh:
    """All of a sheet that says something.

    Attributes:
        sel: cells with a value or a formula, by row and column from 0.
        baris_sembunyi: rows that cannot be seen, from 0; so `kolom_sembunyi`.
        gabung: merged ranges.
        syarat: where a rule changes the look, and to which (from 0); -1 where it hides the value.
        tautan: where links inside the workbook lead, by cell.
        terkunci: whether the sheet is protected.
        gambar: whether pictures, charts, text boxes or comments lie on it.
        berumus: the cells with a formula, in order.
    """

    sel: Mapping[tuple[int, int], SelPenuh]
    baris_sembunyi: frozenset[int]
    kolom_sembunyi: frozenset[int]
    gabung: tuple[Kotak, ...]
    aturan: tuple[AturanSel, ...]
    syarat: tuple[tuple[tuple[Kotak, ...], int], ...]
    tautan: Mapping[str, str]
    terkunci: bool
    gambar: bool
    berumus: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class DataMentah:
    """The cells of a sheet as its bytes alone say: shared texts are but numbers.

    Attributes:
        sel: cells with such a text have no value.
        bersama: where these stand, and the numbers of their texts.
        baris_sembunyi: rows that cannot be seen, from 0.
        elemen: how many the bytes have.
    """

    sel: Mapping[tuple[int, int], SelPenuh]
    bersama: Sequence[tuple[tuple[int, int], int]]
    baris_sembunyi: frozenset[int]
    elemen: int
    _berumus: tuple[tuple[int, int], ...] | None = None
    _teks: Sequence[str] = ()
    _jadi: Mapping[tuple[int, int], SelPenuh] | None = None

    @property
    def berumus(self) -> tuple[tuple[int, int], ...]:
        """Where formulas stand."""
        if self._berumus is None:
            self._berumus = tuple([letak for letak, satu in self.sel.items() if satu[1] is not None])
        return self._berumus

    def resolve(self, teks: Sequence[str], tempat: str) -> Mapping[tuple[int, int], SelPenuh]:
        """The cells with the texts of a workbook; once more with the same texts, the same object.

        Raises:
            DataError: there is no such text.
        """
        try:
            pakai = [teks[nomor] for _, nomor in self.bersama]
        except IndexError:
            letak, nomor = next(satu for satu in self.bersama if satu[1] >= len(teks))
            raise refuse_teks(letak, str(nomor), tempat) from None
        if self._jadi is None or pakai != self._teks:
            self._jadi, self._teks = self._put(pakai), pakai
        return self._jadi

    def _put(self, teks: Sequence[str]) -> Mapping[tuple[int, int], SelPenuh]:
        sel = dict(self.sel)
        for (letak, _), isi in zip(self.bersama, teks, strict=True):
            lama = sel[letak]
            if isi or lama.rumus is not None:
                sel[letak] = SelPenuh(isi or None, lama.rumus, lama.gaya)
            else:
                del sel[letak]
        return sel


def refuse_teks(letak: tuple[int, int], nomor: str, tempat: str) -> DataError:
    """The error for a cell whose text is not there."""
    pesan = f"Sel {a1(*letak)} menunjuk teks yang tidak ada: {nomor[:20]!r}."
    return DataError(pesan, tempat=f"{tempat}, baris {letak[0] + 1}", saran=SIMPAN)


def split_wilayah(teks: str) -> list[Kotak]:
    """The ranges of a list with blanks between; what is none is left out.

    >>> split_wilayah("A1 B2:C3 salah")
    [(0, 0, 0, 0), (1, 1, 2, 2)]
    """
    hasil = []
    for satu in teks.split()[:MAKS_RENTANG]:
        try:
            hasil.append(parse_range(satu))
        except DataError:
            continue
    return hasil
