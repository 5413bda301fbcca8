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
_HURUF = r"({})(?![A-Za-z+\u2013-])\s*(?:[:=]|[-/\u2013\u2014]\s)?[ (]*(.*)"
_BERANGKA = re.compile(
    r"(?P<depan>(?:Rp|IDR)\.?)?\s*(?P<angka>-?[0-9](?:[0-9.,]*[0-9])?)(?P<ekor>,--?|[.,])?(?P<lain>.*)", re.IGNORECASE
)
_GARIS = "-\u2013\u2014"


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
    if cocok := re.fullmatch(_HURUF.format("|".join(map(re.escape, huruf))), teks, re.IGNORECASE):
        return cocok[1].upper(), _read_berangka(b, cocok[2], ())[1]
    return _read_berangka(b, teks, huruf)


def _read_berangka(b: Baris, teks: str, huruf: Collection[str]) -> tuple[str | None, Decimal | None]:
    """A number and what stands beside it: its words, the row's unit, one of the letters."""
    cocok = _BERANGKA.fullmatch(teks)
    if not cocok:
        return None, _read_angka(b, teks)
    satuan = b.read_teks("satuan")
    milik = _drop_ulang(_list_kata(satuan or ""))
    kata = _list_kata(f"{cocok['lain']} {cocok['depan'] or ''}")
    rupiah = "rupiah" in kata or len(cocok["ekor"] or "") > 1
    angka = _read_angka(b, cocok["angka"], uang=rupiah and milik in ([], ["rupiah"]))
    for sisa in map(_drop_ulang, (kata, _drop_ejaan(kata, angka))):
        if sisa in ([], milik):
            return None, angka
        if satu := _find_huruf(sisa, milik, huruf):
            return satu, angka
    if satuan is None:  # it stands in the row below this one, or is missed by itself
        return None, angka
    return b.refuse(
        "target",
        f"Di samping angka target tertulis {' '.join(teks.replace(cocok['angka'], ' ', 1).split())},"
        f" sedangkan satuan baris ini {satuan}.",
        "Tulis angkanya dalam satuan itu, atau betulkan kolom Satuan.",
    )


def _find_huruf(kata: list[str], satuan: list[str], huruf: Collection[str]) -> str | None:
    """The one word that is a letter, where the others are the unit; not where the unit looks like it (degrees C)."""
    for n, satu in enumerate(kata):
        mungkin = satu.upper() in huruf and [satu] != [k.strip("\u00b0") for k in satuan]
        if mungkin and kata[:n] + kata[n + 1 :] in ([], satuan):
            return satu.upper()
    return None


def _list_kata(teks: str) -> list[str]:
    """The words of a unit, each in its one spelling; a dash between two says nothing."""
    semua = [k.strip(".,;:=") for k in re.split(r"[\s()/]+|(%)", teks.casefold()) if k]
    dekat = [k.lstrip(_GARIS) or k for k in semua if k]
    return [_SAMA.get(k, k) for n, k in enumerate(dekat) if k.strip(_GARIS) or n == len(dekat) - 1]


def _drop_ulang(kata: list[str]) -> list[str]:
    """The words, none twice in a row: `Rupiah (Rp)` is rupiah."""
    return [k for n, k in enumerate(kata) if n == 0 or k != kata[n - 1]]


def _drop_ejaan(kata: list[str], angka: Decimal | None) -> list[str]:
    """The words without those that spell the number, in their order."""
    ejaan = terbilang(angka).casefold().split() if angka is not None else []
    for n in range(len(kata) - len(ejaan) + 1):
        if ejaan and kata[n : n + len(ejaan)] == ejaan:
            return [*kata[:n], *kata[n + len(ejaan) :]]
    return kata


def _read_angka(b: Baris, teks: str, *, uang: bool = False) -> Decimal | None:
    """The number of the target; of rupiah the dots are thousands."""
    sendiri = Baris(b.tempat, {"target": f"Rp {teks}" if uang else teks}, b.judul)
    return sendiri.read_rupiah("target") if uang else sendiri.read_angka("target")
