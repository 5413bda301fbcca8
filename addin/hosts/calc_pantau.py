"""Host: LibreOffice Calc, open documents: what is typed, pasted, filled or undone is repaired at once."""

from __future__ import annotations

from typing import Any

from addin.hosts.calc_perbaiki import repair_dokumen

DIPANTAU: dict[str, Pantau] = {}
"""Open documents by the name that LibreOffice gives each."""


class Pantau:
    """One open document, and our functions that are called in it with what may be a blank cell arriving as 0."""

    def __init__(self, dokumen: Any) -> None:
        self.dokumen = dokumen
        self.ragu: set[str] = set()
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
            sisa, self._beres = repair_dokumen(self.dokumen, self._beres, muat=muat)
            lama, self.ragu = self.ragu, {nama for satu in sisa for nama in satu.nama}
            for satu in sisa:
                if satu.nama - lama and not satu.sel.Formula.startswith("{"):
                    satu.sel.setFormula(satu.sel.Formula)  # computed before it was known to be in doubt
        finally:
            batal.unlock()
            self._sibuk = False


def is_ragu(nama: str) -> bool:
    """Whether a bare 0 that this function is called with may be a blank cell."""
    return any(nama in satu.ragu for satu in DIPANTAU.values())
