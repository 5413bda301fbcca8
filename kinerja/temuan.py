"""Findings are data: what a check saw, how grave it is, where, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    """How grave a finding is, in the words that the user reads."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding.

    Attributes:
        kode: stable code, letters and two digits, such as `PK01`.
        tingkat: severity.
        tempat: where, in the user's words (kode kecamatan, list, row, cell).
        pesan: what is wrong, one Indonesian sentence.
        saran: what to do, one Indonesian sentence.
    """

    kode: str
    tingkat: Tingkat
    tempat: str
    pesan: str
    saran: str

    def to_dict(self) -> dict[str, str]:
        """Plain strings, in the order of the JSON contract."""
        return {kunci: str(nilai) for kunci, nilai in asdict(self).items()}
