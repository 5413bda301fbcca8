"""The spreadsheet functions that our formulas use, under their own names, as parts of expressions.

Each is what Excel 2010 and later, LibreOffice and IronCalc agree on; what they do not agree on is not here.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, NoReturn

from kinerja.bilangan import divide_half_up
from kinerja.workbook.ekspresi import (
    BILANGAN,
    GalatSelError,
    Isi,
    Rentang,
    X,
    is_bilangan,
    to_bilangan,
    to_eksak,
    to_x,
    write_teks,
)


def IF(syarat: X, ya: Any, lain: Any) -> X:
    """Only the branch that is taken is computed."""
    a, b = to_x(ya), to_x(lain)
    uji, benar, salah = syarat.hitung, a.hitung, b.hitung

    def hitung(s: Isi) -> Any:
        putus = uji(s)
        if putus is True:
            return benar(s)
        return salah(s) if putus is False or not to_bilangan(putus) else benar(s)

    return X(f"IF({syarat.rumus},{a.rumus},{b.rumus})", hitung)


def AND(*syarat: X) -> X:
    """All are computed, so an error in any of them is the result."""
    return _decide("AND", syarat, semua=True)


def OR(*syarat: X) -> X:
    """As AND."""
    return _decide("OR", syarat, semua=False)


def _decide(fungsi: str, syarat: tuple[X, ...], *, semua: bool) -> X:
    uji = [x.hitung for x in syarat]

    def hitung(s: Isi) -> bool:
        hasil = semua
        for h in uji:
            putus = h(s)
            if (putus if putus.__class__ is bool else bool(to_bilangan(putus))) is not semua:
                hasil = not semua
        return hasil

    return X(_write(fungsi, *syarat), hitung)


def ISNUMBER(x: X) -> X:
    """Neither blank nor text."""
    h = x.hitung
    return X(_write("ISNUMBER", x), lambda s: type(h(s)) in BILANGAN)


def ROUND(x: X, desimal: int) -> X:
    """Half-up, away from zero.

    >>> ROUND(to_x(Decimal("-1.005")), 2).hitung(Isi())
    Fraction(-101, 100)
    """
    h = x.hitung

    def hitung(s: Isi) -> Any:
        nilai = h(s)
        if type(nilai) is int or type(nilai := to_bilangan(nilai)) is int:
            return nilai
        return Fraction(divide_half_up(nilai.numerator * 10**desimal, nilai.denominator), 10**desimal)

    return X(_write("ROUND", x, to_x(desimal)), hitung)


def INT(x: X) -> X:
    """Down to the next whole number."""
    h = x.hitung
    return X(_write("INT", x), lambda s: math.floor(to_bilangan(h(s))))


def SUM(*daftar: X) -> X:
    """Of the numbers in ranges; texts and blanks do not count."""
    return X(_write("SUM", *daftar), _over(daftar, lambda isi: sum([n for n in isi if type(n) in BILANGAN])))


def COUNT(*daftar: X) -> X:
    """How many numbers."""
    return X(_write("COUNT", *daftar), _over(daftar, lambda isi: len([n for n in isi if type(n) in BILANGAN])))


def COUNTA(wilayah: X) -> X:
    """How many cells that are not blank."""
    return X(_write("COUNTA", wilayah), _over((wilayah,), len))


def COUNTBLANK(wilayah: Rentang) -> X:
    """How many cells that are blank or hold an empty text."""
    return X(_write("COUNTBLANK", wilayah), lambda s: sum(n is None or n == "" for n in wilayah.list_sel(s)))


def ROWS(wilayah: Rentang) -> X:
    """How many rows."""
    baris, _, baris_akhir, _ = wilayah.kotak
    return X(_write("ROWS", wilayah), lambda _: baris_akhir - baris + 1)


def COLUMNS(wilayah: Rentang) -> X:
    """How many columns."""
    _, kolom, _, kolom_akhir = wilayah.kotak
    return X(_write("COLUMNS", wilayah), lambda _: kolom_akhir - kolom + 1)


def AVERAGE(*daftar: X) -> X:
    """Mean of the numbers."""
    return X(_write("AVERAGE", *daftar), _over(daftar, _average))


def MIN(*daftar: X) -> X:
    """The smallest number, 0 where there is none."""
    return X(_write("MIN", *daftar), _over(daftar, lambda isi: min(filter(is_bilangan, isi), default=0)))


def MAX(*daftar: X) -> X:
    """The largest number, 0 where there is none."""
    return X(_write("MAX", *daftar), _over(daftar, lambda isi: max(filter(is_bilangan, isi), default=0)))


def SUMIF(wilayah: Rentang, syarat: Any, jumlah: Rentang) -> X:
    """Sum of the numbers in one range that stand beside a cell of another that meets the condition."""
    uji = to_x(syarat)

    def hitung(s: Isi) -> Any:
        cocok = _condition(uji.hitung(s))
        pasangan = zip(wilayah.list_sel(s), jumlah.list_sel(s), strict=True)
        return sum(n for satu, n in pasangan if is_bilangan(n) and cocok(satu))

    return X(_write("SUMIF", wilayah, uji, jumlah), hitung)


def COUNTIF(wilayah: X, syarat: Any) -> X:
    """Cells that equal a number or a word, or that are numbers on one side of a bound (">=0")."""
    return COUNTIFS(wilayah, syarat, _nama="COUNTIF")


def COUNTIFS(wilayah: X, *syarat: Any, _nama: str = "COUNTIFS") -> X:
    """Cells of one range that meet all conditions."""
    h, semua = wilayah.hitung, [to_x(x) for x in syarat]
    pasangan = [x for u in semua for x in (wilayah, u)]
    tetap = [None if u.tetap is None else _condition(u.tetap) for u in semua]

    def hitung(s: Isi) -> int:
        hasil = _list(h(s))
        for u, uji in zip(semua, tetap, strict=True):
            cocok = uji or _condition(u.hitung(s))
            hasil = [n for n in hasil if cocok(n)]
        return len(hasil)

    return X(_write(_nama, *pasangan), hitung)


def TRIM(x: X) -> X:
    """Without blanks around, single ones inside."""
    h = x.hitung
    return X(_write("TRIM", x), lambda s: _trim(write_teks(h(s))))


def LEN(x: X) -> X:
    """Letters of a text."""
    h = x.hitung
    return X(_write("LEN", x), lambda s: len(write_teks(h(s))))


def NA() -> X:
    """The error #N/A."""
    return X("NA()", lambda _: _fail("#N/A"))


def ACOS(x: X) -> X:
    """The error #NUM! for what is beyond 1; the angles of all other numbers are not exact, and not here."""
    h = x.hitung

    def hitung(s: Isi) -> NoReturn:
        if abs(to_bilangan(h(s))) <= 1:
            raise NotImplementedError("ACOS")
        _fail("#NUM!")

    return X(_write("ACOS", x), hitung)


def HYPERLINK(alamat: Any, tampak: str) -> X:
    """A cell that leads elsewhere; it shows `tampak`."""
    return X(_write("HYPERLINK", to_x(alamat), to_x(tampak)), lambda _: tampak)


def _write(fungsi: str, *argumen: X) -> str:
    return f"{fungsi}({','.join([x.rumus for x in argumen])})"


def _fail(kode: str) -> NoReturn:
    raise GalatSelError(kode)


def _list(nilai: Any) -> list[Any]:
    return nilai if isinstance(nilai, list) else [] if nilai is None else [nilai]


def _over(daftar: tuple[X, ...], hitung: Callable[[list[Any]], Any]) -> Callable[[Isi], Any]:
    if len(daftar) == 1:
        satu = daftar[0].hitung
        if isinstance(daftar[0], Rentang):
            return lambda s: hitung(satu(s))
        return lambda s: hitung(_list(satu(s)))
    semua = [x.hitung for x in daftar]
    return lambda s: hitung([n for h in semua for n in _list(h(s))])


def _average(isi: list[Any]) -> Fraction:
    angka = [n for n in isi if is_bilangan(n)]
    if not angka:
        _fail("#DIV/0!")
    return Fraction(sum(angka)) / len(angka)


def _trim(teks: str) -> str:
    return " ".join(kata for kata in teks.split(" ") if kata)


@lru_cache(maxsize=256)
def _condition(syarat: Any) -> Callable[[Any], bool]:
    """The test that a condition of COUNTIF makes; a bound holds for numbers only, a word for texts.

    A text that reads as a number equals no number here: programs differ, and our checks name such a text anyway.
    """
    if not isinstance(syarat, str):
        return lambda n: type(n) in BILANGAN and n == syarat
    for tanda, putus in _TANDA.items():
        if syarat.startswith(tanda):
            batas = to_eksak(Decimal(syarat.removeprefix(tanda)))
            return lambda n: type(n) in BILANGAN and putus(n, batas)
    kata = syarat.casefold()
    return lambda n: type(n) is str and n.casefold() == kata


_TANDA: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
