"""Formulas of an office that our engine does not know: what depends on one is not computed, and no error either."""

from __future__ import annotations

from typing import Any

from kinerja.alamat import Kotak
from kinerja.tabel.sel import SelGalat
from kinerja.tabel.xlsx_penuh import SelPenuh
from kinerja.workbook.eksak import GalatSelError, fail, to_eksak
from kinerja.workbook.urai import parse_rumus
from kinerja.workbook.urai_batas import is_pasti
from kinerja.workbook.urai_fungsi import UraiError

ASING = "rumus formulir yang tidak dihitung di sini"
"""What a formula leans on that comes to nothing here."""
_TANPA = ""
"""The code of an error that is none: programs compute the cell, we do not."""
TAK_TERHITUNG = SelGalat(_TANPA)
"""What such a cell comes to."""


class NamaFormulir(dict[str, tuple[str, Kotak]]):
    """What names of a form lead to; one that leads to no cells may be a constant or a formula of the office."""

    def get(self, kunci: str, lain: Any = None) -> Any:
        """Sheet and cells.

        Raises:
            GalatSelError: it leads to none.
        """
        return self[kunci] if kunci in self else fail(_TANPA)


def to_nilai_formulir(sel: SelPenuh, lembar: str, milik: str = "") -> Any:
    """What a cell of a form holds: a value, an expression, an error, or what is not computed here.

    Args:
        milik: the sheet whose formulas are ours.

    >>> str(to_nilai_formulir(SelPenuh(None, "VLOOKUP(A1,B:C,2,0)", 0), "Monev"))
    ''
    """
    if sel.rumus is not None:
        if lembar != milik and not is_pasti(sel.rumus):
            return GalatSelError(_TANPA)
        try:
            return parse_rumus(sel.rumus, lembar)
        except (UraiError, ValueError):
            return GalatSelError(_TANPA)
    return GalatSelError(sel.nilai.teks) if isinstance(sel.nilai, SelGalat) else to_eksak(sel.nilai)


def is_tak_terhitung(nilai: object) -> bool:
    """Whether a cell comes to nothing that we could compute.

    >>> is_tak_terhitung(TAK_TERHITUNG), is_tak_terhitung(SelGalat("#N/A")), is_tak_terhitung("")
    (True, False, False)
    """
    return isinstance(nilai, SelGalat) and nilai.teks == _TANPA
