"""A sheet of an .xlsx workbook whole: formulas and looks beside the values, what is hidden, what may be typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kinerja.alamat import Kotak, a1
from kinerja.errors import DataError
from kinerja.tabel.pintu import SIMPAN


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


class LembarMentah:
    """A sheet as its bytes alone say: shared texts are but numbers.

    Args:
        lembar: cells with such a text have no value.
        bersama: where these stand, and the numbers of their texts.
    """

    def __init__(self, lembar: LembarPenuh, bersama: Sequence[tuple[tuple[int, int], int]]) -> None:
        self.lembar = self._jadi = lembar
        self._letak = [letak for letak, _ in bersama]
        self._nomor = [nomor for _, nomor in bersama]
        self._teks: list[str] = []

    def resolve(self, teks: Sequence[str], tempat: str) -> LembarPenuh:
        """With the texts of a workbook; once more with the same texts, the same sheet.

        Raises:
            DataError: there is no such text.
        """
        try:
            pakai = [teks[nomor] for nomor in self._nomor]
        except IndexError:
            salah = next(n for n, nomor in enumerate(self._nomor) if nomor >= len(teks))
            raise refuse_teks(self._letak[salah], str(self._nomor[salah]), tempat) from None
        if pakai != self._teks:
            sel = dict(self.lembar.sel)
            for letak, isi in zip(self._letak, pakai, strict=True):
                lama = sel[letak]
                if isi or lama.rumus is not None:
                    sel[letak] = SelPenuh(isi or None, lama.rumus, lama.gaya)
                else:
                    del sel[letak]
            self._jadi, self._teks = replace(self.lembar, sel=sel), pakai
        return self._jadi


def refuse_teks(letak: tuple[int, int], nomor: str, tempat: str) -> DataError:
    """The error for a cell whose text is not there."""
    pesan = f"Sel {a1(*letak)} menunjuk teks yang tidak ada: {nomor[:20]!r}."
    return DataError(pesan, tempat=f"{tempat}, baris {letak[0] + 1}", saran=SIMPAN)
