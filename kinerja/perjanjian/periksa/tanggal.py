"""The date of an agreement as people write it, for comparing."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

_BULAN = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8, "agt": 8,
    "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip
_ANGKA = re.compile(r"(?<!\d)(?P<hari>\d{1,2})\s*[-/.]\s*(?P<bulan>\d{1,2})\s*[-/.]\s*(?P<tahun>\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<tahun>\d{4})[-/.](?P<bulan>\d{1,2})[-/.](?P<hari>\d{1,2})(?!\d)")
_KATA = re.compile(r"(?:(?<!\d)(?P<hari>\d{1,2})[\s\-/.]*)?\b(?P<kata>[a-z]{3,9})[\s\-/.,]*(?P<tahun>\d{4})(?!\d)")


class Tanggal(NamedTuple):
    """A date whose day may be left for the pen."""

    tahun: int
    bulan: int
    hari: int | None

    def is_sebelum(self, lain: Tanggal) -> bool:
        """Whether it is certainly earlier."""
        if self[:2] != lain[:2]:
            return self[:2] < lain[:2]
        return self.hari is not None and lain.hari is not None and self.hari < lain.hari


def read_tanggal(teks: str | None) -> Tanggal | None:
    """The date in a text; None where there is none, or none that is sure.

    >>> [read_tanggal(x) == (2025, 1, 13) for x in ("13 Januari  2025", "13-01-2025", "13/1/2025", "2025-01-13")]
    [True, True, True, True]
    >>> read_tanggal("… Januari 2025"), read_tanggal("31-02-2025")
    (Tanggal(tahun=2025, bulan=1, hari=None), None)
    """
    isi = " ".join((teks or "").casefold().replace("_", " ").split())
    for pola in (_ISO, _ANGKA):
        if cocok := pola.search(isi):
            return _make(int(cocok["tahun"]), int(cocok["bulan"]), int(cocok["hari"]))
    for cocok in _KATA.finditer(isi):
        if bulan := _BULAN.get(cocok["kata"][:3]):
            return _make(int(cocok["tahun"]), bulan, int(cocok["hari"]) if cocok["hari"] else None)
    return None


def _make(tahun: int, bulan: int, hari: int | None) -> Tanggal | None:
    tahun += 2000 if tahun < 100 else 0
    with suppress(ValueError):
        date(tahun, bulan, hari or 1)
        return Tanggal(tahun, bulan, hari)
    return None
