"""Findings on a workbook that came back, beside what was issued: evidence, questions, notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

_RINGKAS = 400
"""Letters of a sentence that a screen or a page shows."""


class Bobot(StrEnum):
    """What a finding is worth: evidence of a change, a question that a person decides, a note."""

    BERUBAH = "berubah"
    PERIKSA = "periksa"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True)
class TemuanKumpul:
    """One finding.

    Attributes:
        kode: `KU` and two digits.
        lembar: the sheet, or empty; `sel` a cell or range on it, or empty.
        terbit: what was issued there, as a reader sees it (a formula with `=`); empty where that says nothing.
        datang: what came.
        pesan: what is wrong, one Indonesian sentence.
        saran: what to do, one Indonesian sentence.
    """

    kode: str
    tingkat: Bobot
    lembar: str
    sel: str
    terbit: str
    datang: str
    pesan: str
    saran: str

    @property
    def ringkas(self) -> str:
        """The sentence as a screen or a page shows it: of a long list its beginning; JSON and register have it whole.

        >>> pesan = "9 isian diubah: " + "; ".join(["A1: 1 → 2"] * 99) + "."
        >>> TemuanKumpul("", Bobot.CATATAN, "", "", "", "", pesan, "").ringkas[-40:]
        'A1: 1 → 2; …; selengkapnya dalam --json.'
        """
        if len(self.pesan) <= _RINGKAS:
            return self.pesan
        awal = self.pesan[:_RINGKAS]
        return f"{awal.rpartition('; ')[0] or awal}; …; selengkapnya dalam --json."

    def to_dict(self) -> dict[str, str]:
        """Plain strings, in the order of the JSON contract."""
        return {kunci: str(nilai) for kunci, nilai in asdict(self).items()}


def is_diperiksa(temuan: Iterable[TemuanKumpul]) -> bool:
    """Whether somebody has to look at a workbook with these findings: one of them is more than a note.

    >>> from dataclasses import replace
    >>> satu = TemuanKumpul("", Bobot.CATATAN, "", "", "", "", "Disimpan ulang.", "")
    >>> is_diperiksa([]), is_diperiksa([satu]), is_diperiksa([satu, replace(satu, tingkat=Bobot.PERIKSA)])
    (False, False, True)
    """
    return any(t.tingkat is not Bobot.CATATAN for t in temuan)
