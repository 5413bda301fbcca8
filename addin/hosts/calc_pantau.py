"""Host: LibreOffice Calc, open documents: what is typed, pasted, filled or undone is repaired at once."""

from __future__ import annotations

from typing import Any

from addin.hosts.calc_perbaiki import list_nama, repair_dokumen

DIPANTAU: dict[str, Pantau] = {}
"""Open documents by the name that LibreOffice gives each."""


class Pantau:
    """One open document, and its formulas that are known to need no repair."""

    def __init__(self, dokumen: Any) -> None:
        self.dokumen = dokumen
        self._beres: set[str] = set()
        self._nama: list[tuple[str, ...]] = []
        self._sibuk = False

    def repair(self, *, muat: bool = False) -> None:
        """Look at every formula; what is entered here is no step of its own for undo, and calls this again in vain."""
        if self._sibuk:
            return
        self._sibuk = True
        batal = self.dokumen.getUndoManager()
        batal.lock()
        try:
            nama = list_nama(self.dokumen)
            beres = self._beres if nama == self._nama else set()  # what was no name may now be that of cells
            self._beres, self._nama = repair_dokumen(self.dokumen, beres, muat=muat), nama
        finally:
            batal.unlock()
            self._sibuk = False
