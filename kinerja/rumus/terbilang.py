"""Numbers and months in Indonesian words."""

from __future__ import annotations

from decimal import Decimal

from kinerja.bilangan import Angka, to_decimal
from kinerja.errors import RentangError

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
"""Names of the months, January first."""

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_KELOMPOK = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")


def terbilang(x: Angka) -> str:
    """A number in words; decimals are read digit by digit, those of a Decimal with its trailing zeros.

    Raises:
        RentangError: 10^18 or more in size.

    >>> terbilang(1_001_000), terbilang(Decimal("-66.50"))
    ('satu juta seribu', 'minus enam puluh enam koma lima nol')
    """
    nilai = to_decimal(x)
    if abs(nilai) >= Decimal("1E18"):
        raise RentangError("Angka terlalu besar untuk disebut dengan kata.", saran="Pakai angka di bawah 10^18.")
    bulat, _, desimal = f"{nilai.copy_abs():f}".partition(".")
    kata = _spell(int(bulat))
    if desimal:
        kata += ["koma", *(_SATUAN[int(angka)] for angka in desimal)]
    return " ".join(["minus", *kata] if nilai < 0 else kata)


def _spell(n: int) -> list[str]:
    if n == 0:
        return ["nol"]
    kata: list[str] = []
    for pangkat in range(len(_KELOMPOK) - 1, -1, -1):
        ratusan = n // 1000**pangkat % 1000
        if ratusan == 1 and pangkat == 1:
            kata.append("seribu")
        elif ratusan:
            kata += [*_spell_ratusan(ratusan), *filter(None, [_KELOMPOK[pangkat]])]
    return kata


def _spell_ratusan(n: int) -> list[str]:
    """1..999."""
    ratus, sisa = divmod(n, 100)
    kata = ["seratus"] if ratus == 1 else [_SATUAN[ratus], "ratus"] if ratus else []
    if sisa in (10, 11):
        return [*kata, "sepuluh" if sisa == 10 else "sebelas"]
    if 12 <= sisa <= 19:
        return [*kata, _SATUAN[sisa - 10], "belas"]
    puluh, satuan = divmod(sisa, 10)
    if puluh:
        kata += [_SATUAN[puluh], "puluh"]
    return [*kata, _SATUAN[satuan]] if satuan else kata
