"""The press itself: one workbook of a form is written, the others are stamped."""

from __future__ import annotations

from kinerja.errors import DataError
from kinerja.workbook.kunci import Kunci
from kinerja.workbook.layout import Buku
from kinerja.workbook.press.beda import LainBentuk
from kinerja.workbook.press.pola import Pola

BANYAK_POLA = 24
"""Forms kept; some 1 MB each."""


class Mesin:
    """A press with the forms that it has seen last."""

    def __init__(self, kunci: Kunci | None = None) -> None:
        self._kunci = kunci
        self._pola: list[Pola] = []

    def render(self, buku: Buku) -> bytes:
        """The workbook of a plan, the same bytes as by `render_workbook`.

        Raises:
            DataError: the plan holds something that a workbook cannot hold.
        """
        for nomor, pola in enumerate(self._pola):
            try:
                isi = pola.stamp(buku)
            except (LainBentuk, DataError):  # what cannot be written, the ordinary writer refuses with its place
                continue
            if nomor:
                self._pola.insert(0, self._pola.pop(nomor))
            return isi
        baru = Pola(buku, self._kunci)
        self._pola[BANYAK_POLA - 1 :] = []
        self._pola.insert(0, baru)
        return baru.isi
