"""Host: LibreOffice Calc, open documents: what is typed, pasted, filled or undone is repaired at once."""

from __future__ import annotations

from typing import Any

from addin.hosts.calc_perbaiki import repair_dokumen

DIPANTAU: dict[str, Pantau] = {}
"""Open documents by the name that LibreOffice gives each."""


class Pantau:
    """One open document, and its formulas that are known to need no repair."""

    def __init__(self, dokumen: Any) -> None:
        self.dokumen = dokumen
        self._beres: set[str] = set()
        self._sibuk = False

    def repair(self, *, muat: bool = False) -> None:
        """Look at every formula; what is entered here is no step of its own for undo, and calls this again in vain."""
        if self._sibuk:
            return
        self._sibuk = True
        batal = self.dokumen.getUndoManager()
        batal.lock()
        try:
            self._beres = repair_dokumen(self.dokumen, self._beres, muat=muat)
        finally:
            batal.unlock()
            self._sibuk = False
