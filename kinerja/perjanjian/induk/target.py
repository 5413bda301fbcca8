"""How a target is written: a number, with the letter of its grade, and with its unit when the column says the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from kinerja.perjanjian.induk.baris import Baris
from kinerja.rumus.terbilang import terbilang

MAKS_TARGET = 120
"""Characters of a target that are looked at: a letter, a number of at most 40, its words and its unit."""
_SAMA = {
    "%": "persen", "persentase": "persen", "prosen": "persen", "prosentase": "persen",
    "rp": "rupiah", "idr": "rupiah", "km2": "km\u00b2", "m2": "m\u00b2", "m3": "m\u00b3",
}  # fmt: skip
"""Words of units that are written in more than one way."""
_BERANGKA = re.compile(r"(?P<depan>(?:Rp|IDR)\.?)?\s*(?P<angka>-?[0-9][0-9.,]*)(?P<lain>.*)", re.IGNORECASE)
_PEMISAH = "()/ .,;:=-\u2013\u2014\u00b0"


def read_target(b: Baris, huruf: Sequence[str]) -> tuple[str | None, Decimal | None]:
    """Letter (one of `huruf`) and number of the target of a row; None for what it does not have.

    `B (88,30)`, `88,30 (B)`, `88,30`, `B`, `100%`, `15 menit`, `1 (satu) dokumen` and `Rp 1.500.000` are read. Every
    word beside the number must be understood, and a unit must be the row's own: nothing is left out silently.

    >>> read_target(Baris("x", {"target": "85,5 (B)", "satuan": "nilai"}, {}), ("A", "B"))
    ('B', Decimal('85.5'))
    """
    nilai = b.isi.get("target")
    teks = b.read_teks("target") or "" if isinstance(nilai, str) else ""
    if not teks or len(teks) > MAKS_TARGET:
        return None, b.read_angka("target")
    if cocok := re.fullmatch(rf"({'|'.join(map(re.escape, huruf))})(?![A-Za-z])(.*)", teks, re.IGNORECASE):
        belakang, angka = _read_berangka(b, cocok[2].strip(_PEMISAH), ())
        return belakang or cocok[1].upper(), angka
    return _read_berangka(b, teks, huruf)


def _read_berangka(b: Baris, teks: str, huruf: Collection[str]) -> tuple[str | None, Decimal | None]:
    """A number and what stands beside it: its words, the row's unit, one of the letters."""
    cocok = _BERANGKA.fullmatch(teks)
    if not cocok:
        return None, _read_angka(b, teks)
    satuan = set(_list_kata(b.read_teks("satuan") or ""))
    samping = f"{cocok['depan'] or ''} {cocok['lain']}".strip()
    kata = _list_kata(samping)
    angka = _read_angka(b, cocok["angka"].rstrip(".,"), uang=cocok["depan"] is not None or kata == ["rupiah"])
    if angka is not None:
        ejaan = terbilang(angka).casefold().split()
        kata = kata if not set(ejaan) <= set(kata) else [k for k in kata if k not in ejaan or k in satuan]
    if not kata or set(kata) == satuan:
        return None, angka
    if kata[-1].upper() in huruf and set(kata[:-1]) in (set(), satuan):
        return kata[-1].upper(), angka
    if not satuan:  # it stands in the row below this one, or is missed by itself
        return None, angka
    return b.refuse(
        "target",
        f"Di samping angka target tertulis {samping}, sedangkan satuan baris ini {b.read_teks('satuan')}.",
        "Tulis angkanya dalam satuan itu, atau betulkan kolom Satuan.",
    )


def _list_kata(teks: str) -> list[str]:
    """The words of a unit, each in its one spelling."""
    semua = (kata.strip(_PEMISAH) for kata in re.split(r"[\s()/]+|(%)", teks.casefold()) if kata)
    return [_SAMA.get(kata, kata) for kata in semua if kata]


def _read_angka(b: Baris, teks: str, *, uang: bool = False) -> Decimal | None:
    """The number of the target; of rupiah the dots are thousands."""
    sendiri = Baris(b.tempat, {"target": f"Rp {teks}" if uang else teks}, b.judul)
    return sendiri.read_rupiah("target") if uang else sendiri.read_angka("target")
