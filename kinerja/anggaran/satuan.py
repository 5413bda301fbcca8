"""Whether a table says that its amounts are thousands or millions: above it, in a title, or in a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.errors import DataError

_KELIPATAN = r"(?:ribu|ribuan|juta|jutaan|miliar|miliaran|milyar|milyaran)"
_UJUNG = r"(?=\s*(?:rp\b|rupiah\b|[).,;*]|$))"
"""What may follow a unit; words such as `hari` or `pelaku usaha` may not."""
_SATUAN = re.compile(
    rf"\b(?:dalam|satuan|per)\b[\s:(]*(?:rp\.?\s*|rupiah\s*)?[\s(]*{_KELIPATAN}{_UJUNG}"
    rf"|^[\s(*:]*(?:ribuan|jutaan|miliaran|milyaran){_UJUNG}|\b(?:ribuan|jutaan|miliaran|milyaran)\s+(?:rp\b|rupiah\b)"
    rf"|\(\s*(?:rp\.?\s*)?{_KELIPATAN}\s*(?:rp\.?|rupiah)?\s*\)|\b(?:rp\.?|x)\s*\(?{_KELIPATAN}\b"
    rf"|^[\s*(]*{_KELIPATAN}\s+(?:rp\b|rupiah\b)"
    rf"|\b(?:satuan|dalam|x|kali)\b[\s:(]*(?:rp\.?\s*)?1\.?000(?:\.?000)?(?![.,]?[0-9]){_UJUNG}"
    r"|^[\s(*]*(?:rp\.?|rupiah|x)\s*\(?1?\.?000\)?(?:,-|,00)?[\s)]*$"
    r"|\(\s*(?:rp\.?\s*)?[x']?\s*1?\.?0{3}(?:\.0{3})?(?:,-)?\s*(?:rp\.?|rupiah)?\s*\)|^\s*'?0{3}\s*(?:rp|rupiah)",
    re.IGNORECASE,
)
_ANGKA = r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus|se(?:puluh|belas|ratus))"
_BILANGAN = re.compile(rf"\b{_ANGKA}(?:\s+{_ANGKA})*\s+{_KELIPATAN}\b", re.IGNORECASE)
"""A number in words: how much, not in what."""


def find_satuan(sel: Iterable[object]) -> str | None:
    """The text among these cells that says thousands or millions; None where none does.

    An amount written out in words says how much, not in what.

    >>> [find_satuan([t]) for t in ("(dalam jutaan rupiah)", "Satuan: Rp 1.000", "(000 Rp)", "Rp 1.000.000")]
    ['(dalam jutaan rupiah)', 'Satuan: Rp 1.000', '(000 Rp)', None]
    >>> find_satuan(["Terbilang: dua juta rupiah", "Jumlah: Rp19.162.437.281 (sembilan belas miliar ... rupiah)"])
    """
    for s in sel:
        if isinstance(s, str) and len(s) < 400 and _SATUAN.search(s):
            polos = _BILANGAN.sub(" ", s)
            if "terbilang" not in s.casefold() and _SATUAN.search(polos):
                return s.strip()
    return None


def refuse_satuan(sel: Iterable[object], tempat: str = "") -> None:
    """Amounts in thousands or millions would differ from everything else by that factor.

    Raises:
        DataError: naming the text.
    """
    if (teks := find_satuan(sel)) is not None:
        raise DataError(
            f"Jumlahnya tidak dalam rupiah penuh: {teks[:60]!r}.",
            tempat=tempat,
            saran="Pakai tabel dalam rupiah penuh.",
        )
