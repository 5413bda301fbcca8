"""Cells of whole sheets, remembered by their bytes: those of one form are often the same."""

from __future__ import annotations

from kinerja.tabel.xlsx_penuh import DataMentah

_INGAT_BITA, _INGAT_SEL, _INGAT_LEMBAR = 1_000_000, 60_000, 256
"""Sheets whose cells are remembered: bytes of one, cells of all, and how many."""


class Ingatan:
    """Cells by the bytes between `<sheetData>` and `</sheetData>`, those that were asked for last at the end."""

    def __init__(self) -> None:
        self._semua: dict[bytes, DataMentah] = {}
        self._banyak = 0

    def find(self, isi: bytes) -> DataMentah | None:
        """The cells in some bytes, if they are remembered."""
        data = self._semua.pop(isi, None) if len(isi) <= _INGAT_BITA else None
        if data is not None:
            self._semua[isi] = data
        return data

    def put(self, isi: bytes, data: DataMentah) -> None:
        """Remember cells, and forget those that nobody has asked for."""
        if len(isi) > _INGAT_BITA or isi in self._semua:
            return
        self._semua[isi] = data
        self._banyak += len(data.sel)
        while self._banyak > _INGAT_SEL or len(self._semua) > _INGAT_LEMBAR:
            self._banyak -= len(self._semua.pop(next(iter(self._semua))).sel)


INGATAN = Ingatan()
