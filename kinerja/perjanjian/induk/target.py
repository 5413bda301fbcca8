"""How a target is written: a number, with the letter of its grade, and with its unit when the column says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from kinerja.perjanjian.induk.baris import Baris

MAKS_TARGET = 60
"""Characters of a target: a letter, a number of at most 40, and its unit."""
_PERSEN = re.compile(r"%|p(er|ro)sen")  # "persentase" and "persen (%)" too
_RUPIAH = ("rp", "rp.", "idr", "rupiah")
_BERSATUAN = re.compile(
    r"(?P<depan>Rp\.?|IDR)?\s*(?P<angka>[^A-Za-z%]*[0-9][^A-Za-z%(]*?)\s*(?P<satuan>[A-Za-z%(].*)?", re.I
)


def read_target(b: Baris, huruf: Iterable[str]) -> tuple[str | None, Decimal | None]:
    """Letter (one of `huruf`) and number of the target of a row; None for what it does not have.

    `B (88,30)`, `88,30 (B)`, `88,30`, `B`, `100%`, `15 menit` and `Rp 1.500.000` are read; a unit that is not the
    row's own is refused, because a target in another unit is another target.

    >>> read_target(Baris("x", {"target": "85,5 (B)", "satuan": "nilai"}, {}), ("A", "B"))
    ('B', Decimal('85.5'))
    """
    nilai = b.isi.get("target")
    teks = b.read_teks("target") or "" if isinstance(nilai, str) else ""
    if not teks or len(teks) > MAKS_TARGET:
        return None, b.read_angka("target")
    milik, angka = _split_huruf(teks, huruf)
    return milik, _read_bersatuan(b, angka)


def _split_huruf(teks: str, huruf: Iterable[str]) -> tuple[str | None, str]:
    """The letter that stands before or behind the number, and what is left."""
    satu = "|".join(map(re.escape, huruf))
    for pola in (
        rf"({satu})\s*(?:\((.+)\)|([^A-Z]*))",
        rf"(?=.*\b({satu})\)?$)(?:(.*[0-9]%?)\s*\(\w+\)|(.*[0-9]%?) \w+)",
    ):
        if cocok := re.fullmatch(pola, teks, re.IGNORECASE | re.ASCII):
            return cocok[1].upper(), (cocok[2] or cocok[3] or "").strip()
    return None, teks


def _read_bersatuan(b: Baris, teks: str) -> Decimal | None:
    """The number of a text; a unit beside it must be the row's."""
    cocok = _BERSATUAN.fullmatch(teks)
    if not cocok or not (tertulis := cocok["satuan"] or cocok["depan"]):
        return _read_angka(b, teks)
    satuan = b.read_teks("satuan") or tertulis
    if {_name(s) for s in (cocok["satuan"], cocok["depan"]) if s} != {_name(satuan)}:
        b.refuse(
            "target",
            f"Target {teks!r} bersatuan {tertulis}, sedangkan satuan baris ini {satuan}.",
            "Samakan satuannya, atau tulis angkanya saja.",
        )
    return _read_angka(b, f"Rp {cocok['angka']}" if _name(satuan) == "rupiah" else cocok["angka"])


def _name(satuan: str) -> str:
    """One name for a unit that is written in several ways."""
    nama = " ".join(satuan.casefold().split())
    if _PERSEN.search(nama):
        return "persen"
    return "rupiah" if nama in _RUPIAH else nama


def _read_angka(b: Baris, teks: str) -> Decimal | None:
    """The number of the target; what has the sign of rupiah is money, whose dots are thousands."""
    sendiri = Baris(b.tempat, {"target": teks}, b.judul)
    return sendiri.read_rupiah("target") if teks.startswith("Rp ") else sendiri.read_angka("target")
