"""How a target is written: numbers, with the letter of its grade, and with its unit when the column says the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import time, timedelta
from decimal import Decimal

from kinerja.bentuk_target import ANGKA, BENTUK, make_target
from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import MasukanError
from kinerja.perjanjian.induk.baris import Baris
from kinerja.rumus.target import Target, find_urutan
from kinerja.rumus.terbilang import terbilang
from kinerja.tabel.sel import Persen

MAKS_TARGET = 120
"""Characters of a target that are looked at: a letter, a number of at most 40, its words and its unit."""
_SAMA = {
    "%": "persen", "persentase": "persen", "prosen": "persen", "prosentase": "persen",
    "rp": "rupiah", "idr": "rupiah", "km2": "km\u00b2", "m2": "m\u00b2", "m3": "m\u00b3",
}  # fmt: skip
"""Words of units that are written in more than one way."""
_HURUF = r"({})(?![A-Za-z+\u2013\u2014-])\s*(?:[:=]|[-/\u2013\u2014]\s)?[ (]*(.*)"
_BERANGKA = re.compile(
    rf"(?P<depan>(?:Rp|IDR)\.?)?\s*(?:{BENTUK}|(?P<polos>{ANGKA}))(?P<ekor>,--?|[.,])?(?P<lain>.*)", re.IGNORECASE
)
_GARIS = "-\u2013\u2014"


def read_target(b: Baris, huruf: Sequence[str], kunci: str = "target") -> tuple[str | None, Target | None]:
    """Letter (one of `huruf`) and numbers of the target in a cell of a row; None for what it does not have.

    `B (88,30)`, `88,30 (B)`, `88,30`, `B`, `100%`, `15 menit`, `80–90 %`, `≥ 90`, `1:32`, `1 (satu) dokumen` and
    `Rp 1.500.000` are read. Every word beside the numbers must be understood, and a unit must be the row's own: nothing
    is left out silently. Of a cell that shows per cent, what it shows counts.

    >>> [str(x) for x in read_target(Baris("x", {"target": "85,5 (B)", "satuan": "nilai"}, {}), ("A", "B"))]
    ['B', '85,5']
    """
    nilai = b.isi.get(kunci)
    teks = b.read_teks(kunci) or "" if isinstance(nilai, str) else ""
    if isinstance(nilai, Persen):
        return _read_berangka(b, kunci, f"{write_angka((to_decimal(nilai) * 100).normalize())}%", ())
    if isinstance(nilai, time | timedelta):
        b.refuse(
            kunci, "Target berubah menjadi waktu.", "Ubah format sel menjadi Teks, lalu ketik lagi, misalnya 1:32."
        )
    if not teks or len(teks) > MAKS_TARGET:
        return None, _make(b.read_angka(kunci))
    if cocok := re.fullmatch(_HURUF.format("|".join(map(re.escape, huruf))), teks, re.IGNORECASE):
        return cocok[1].upper(), _read_berangka(b, kunci, cocok[2], ())[1]
    return _read_berangka(b, kunci, teks, huruf)


def _make(angka: Decimal | None) -> Target | None:
    return None if angka is None else Target.from_angka(angka)


def _read_berangka(b: Baris, kunci: str, teks: str, huruf: Collection[str]) -> tuple[str | None, Target | None]:
    """Numbers and what stands beside them: their words, the row's unit, one of the letters."""
    cocok = _BERANGKA.fullmatch(teks)
    if not cocok:
        return None, _make(_read_angka(b, kunci, teks))
    satuan = b.read_teks("satuan")
    milik = _drop_ulang(_list_kata(satuan or ""))
    kata = _list_kata(f"{cocok['lain']} {cocok['depan'] or ''}")
    uang = ("rupiah" in kata or len(cocok["ekor"] or "") > 1) and milik in ([], ["rupiah"])
    target = _read_bentuk(b, kunci, cocok, uang=uang)
    angka = target.angka if target else None
    if _list_kata(cocok["tengah"] or "") in ([], milik):
        for sisa in map(_drop_ulang, (kata, _drop_ejaan(kata, angka))):
            if sisa in ([], milik):
                return None, target
            if satu := _find_huruf(sisa, milik, huruf):
                return satu, target
        if satuan is None:  # it stands in the row below this one, or is missed by itself
            return None, target
    samping = " ".join(cocok[nama] or "" for nama in ("depan", "tengah", "ekor", "lain"))
    return b.refuse(
        kunci,
        f"Di samping angka target tertulis {' '.join(samping.split())}, sedangkan satuan baris ini {satuan}.",
        "Tulis angkanya dalam satuan itu, atau betulkan kolom Satuan.",
    )


def _read_bentuk(b: Baris, kunci: str, cocok: re.Match[str], *, uang: bool) -> Target | None:
    """The target of a match; each of its numbers as strictly as one alone."""
    if cocok["polos"]:
        return _make(_read_angka(b, kunci, cocok["polos"], uang=uang))
    for nama in ("dari", "sampai", "banding", "angka"):
        if cocok[nama]:
            _read_angka(b, kunci, cocok[nama], uang=uang)
    try:
        return make_target(cocok, "uang" if uang else "nilai")
    except MasukanError as galat:
        return b.refuse(kunci, galat.pesan, galat.saran)


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


def _read_angka(b: Baris, kunci: str, teks: str, *, uang: bool = False) -> Decimal | None:
    """A number of the target; of rupiah the dots are thousands."""
    sendiri = Baris(b.tempat, {kunci: f"Rp {teks}" if uang else teks}, b.judul)
    return sendiri.read_rupiah(kunci) if uang else sendiri.read_angka(kunci)


def read_predikat(b: Baris, kunci: str, urutan: Sequence[str]) -> Target | None:
    """A predicate of the row's own list, as the list spells it; None where the cell is blank."""
    teks = b.read_teks(kunci)
    if teks is None:
        return None
    try:
        return Target(predikat=urutan[find_urutan(teks, urutan)])
    except MasukanError as galat:
        return b.refuse(kunci, galat.pesan, galat.saran)


def split_urutan(teks: str) -> tuple[str, ...]:
    """The predicates of a list, the best first.

    >>> split_urutan("WTP > WDP; TW"), split_urutan("Mandiri, Maju")
    (('WTP', 'WDP', 'TW'), ('Mandiri', 'Maju'))
    """
    return tuple(x for x in re.split(r"\s*[;,>\n]\s*", teks.strip()) if x)
