"""The spreadsheet functions that our formulas use, under their own names, as parts of expressions.

Each is what Excel 2010 and later, LibreOffice and IronCalc agree on; what they do not agree on is not here.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from kinerja.bilangan import divide_half_up
from kinerja.workbook import eksak
from kinerja.workbook.deret import Deret
from kinerja.workbook.eksak import BILANGAN, MAKS_BULAT, fail, make_syarat, to_bilangan, to_teks, try_nilai
from kinerja.workbook.ekspresi import Isi, Rentang, X, to_x

_BANYAK = 32
"""Cells from which on each value is judged once."""
_LIMA_BELAS = Context(prec=15, rounding=ROUND_HALF_UP)


def IF(syarat: X, ya: Any, lain: Any) -> X:
    """Only the branch that is taken is computed."""
    a, b = to_x(ya), to_x(lain)
    uji, benar, salah = syarat.compute, a.compute, b.compute

    def compute(s: Isi) -> Any:
        putus = uji(s)
        if putus is True:
            return benar(s)
        return salah(s) if putus is False or not to_bilangan(putus) else benar(s)

    return X(_write("IF", syarat, a, b), compute)


def AND(*syarat: X) -> X:
    """All are computed, so an error in any of them is the result."""
    return _decide("AND", syarat, semua=True)


def OR(*syarat: X) -> X:
    """As AND."""
    return _decide("OR", syarat, semua=False)


def _decide(fungsi: str, syarat: tuple[X, ...], *, semua: bool) -> X:
    uji = [x.compute for x in syarat]

    def compute(s: Isi) -> bool:
        hasil = semua
        for h in uji:
            putus = h(s)
            if (putus if putus.__class__ is bool else bool(to_bilangan(putus))) is not semua:
                hasil = not semua
        return hasil

    return X(_write(fungsi, *syarat), compute)


def ISNUMBER(x: X) -> X:
    """Neither blank nor text."""
    h = x.compute

    def compute(s: Isi) -> bool:
        try:
            return type(h(s)) in BILANGAN
        except eksak.GalatSelError:  # seldom: most are asked of sound cells
            return type(try_nilai(h, s)) in BILANGAN

    return X(_write("ISNUMBER", x), compute)


def ISBLANK(x: X) -> X:
    """Nothing at all; an empty text is something."""
    return X(_write("ISBLANK", x), lambda s: try_nilai(x.compute, s) is None)


def ISTEXT(x: X) -> X:
    """Neither blank nor number nor TRUE."""
    return X(_write("ISTEXT", x), lambda s: type(try_nilai(x.compute, s)) is str)


def ISLOGICAL(x: X) -> X:
    """TRUE or FALSE. LibreOffice takes them for numbers, and tells them apart only in cells of the format General."""
    h = x.compute
    return X(_write("ISLOGICAL", x), lambda s: isinstance(try_nilai(h, s), bool))


def ROUND(x: X, desimal: int) -> X:
    """Half-up, away from zero, from the 15 digits that the programs keep of a quotient.

    >>> ROUND(to_x(-1.005), 2).compute(Isi()), ROUND(to_x(8.00039999999999) / 8 * 100, 2).compute(Isi())
    (Fraction(-101, 100), Fraction(10001, 100))
    """
    h = x.compute

    def compute(s: Isi) -> Any:
        nilai = h(s)
        if type(nilai) is int or type(nilai := to_bilangan(nilai)) is int:
            return nilai
        pembilang, penyebut = nilai.numerator * 10**desimal, nilai.denominator
        if abs(pembilang) < MAKS_BULAT * penyebut:  # of a longer number, 15 digits would lose what is to be kept
            pembilang, penyebut = _LIMA_BELAS.divide(Decimal(pembilang), Decimal(penyebut)).as_integer_ratio()
        return Fraction(divide_half_up(pembilang, penyebut), 10**desimal)

    return X(_write("ROUND", x, to_x(desimal)), compute)


def INT(x: X) -> X:
    """Down to the next whole number."""
    return X(_write("INT", x), lambda s: math.floor(to_bilangan(x.compute(s))))


def FIXED(x: X) -> X:
    """A whole number, rounded as by ROUND, with the thousands signs of the PC's language; in English, as here, commas.

    >>> FIXED(to_x(29_432_849_010.5)).compute(Isi()), FIXED(to_x(999)).compute(Isi())
    ('29,432,849,011', '999')
    """
    bulat = ROUND(x, 0)

    def compute(s: Isi) -> str:
        n = int(bulat.compute(s))
        return f"{n if abs(n) <= MAKS_BULAT else int(_LIMA_BELAS.create_decimal(n)):,}"

    return X(_write("FIXED", x, to_x(0)), compute)


def SUM(*daftar: X) -> X:
    """Of the numbers in ranges; texts and blanks do not count."""
    return _over_angka("SUM", daftar, sum)


def COUNT(*daftar: X) -> X:
    """How many numbers."""
    return _over_angka("COUNT", daftar, len)


def AVERAGE(*daftar: X) -> X:
    """Mean of the numbers."""
    return _over_angka("AVERAGE", daftar, lambda n: Fraction(sum(n), len(n)) if n else fail("#DIV/0!"))


def MIN(*daftar: X) -> X:
    """The smallest number, 0 where there is none."""
    return _over_angka("MIN", daftar, lambda n: min(n, default=0))


def MAX(*daftar: X) -> X:
    """The largest number, 0 where there is none."""
    return _over_angka("MAX", daftar, lambda n: max(n, default=0))


def COUNTA(wilayah: X) -> X:
    """How many cells that are not blank."""
    return X(_write("COUNTA", wilayah), lambda s: len(_list(wilayah.compute(s))))


def COUNTBLANK(wilayah: Rentang) -> X:
    """How many cells that are blank or hold an empty text."""
    return X(_write("COUNTBLANK", wilayah), lambda s: sum(n is None or n == "" for n in wilayah.list_sel(s)))


def ROWS(wilayah: Rentang) -> X:
    """How many rows."""
    return X(_write("ROWS", wilayah), lambda _: wilayah.kotak[2] - wilayah.kotak[0] + 1)


def COLUMNS(wilayah: Rentang) -> X:
    """How many columns."""
    return X(_write("COLUMNS", wilayah), lambda _: wilayah.kotak[3] - wilayah.kotak[1] + 1)


def SUMIF(wilayah: Rentang, syarat: Any, jumlah: Rentang) -> X:
    """Sum of the numbers in one range that stand beside a cell of another that meets the condition."""
    uji = to_x(syarat)

    def compute(s: Isi) -> Any:
        cocok, pasangan = make_syarat(uji.compute(s)), zip(wilayah.list_sel(s), jumlah.list_sel(s), strict=True)
        return sum(n for satu, n in pasangan if type(n) in BILANGAN and cocok(satu))

    return X(_write("SUMIF", wilayah, uji, jumlah), compute)


def COUNTIF(wilayah: X, syarat: Any) -> X:
    """Cells that equal a number or a word, or that are numbers on one side of a whole bound (">=0")."""
    return COUNTIFS(wilayah, syarat, _nama="COUNTIF")


def COUNTIFS(wilayah: X, *syarat: Any, _nama: str = "COUNTIFS") -> X:
    """Cells of one range that meet all conditions."""
    h, semua = wilayah.compute, [to_x(x) for x in syarat]
    tetap = [make_syarat(u.tetap) for u in semua if u.tetap is not None]
    angka = semua[0].tetap if len(semua) == 1 and type(semua[0].tetap) is int else None

    def compute(s: Isi) -> int:
        isi = h(s)
        deret = isi if type(isi) is Deret else Deret(_list(isi))
        if angka is not None and bool not in deret.jenis:
            return deret.count(angka)
        uji = tetap if len(tetap) == len(semua) else [make_syarat(u.compute(s)) for u in semua]
        if bool in deret.jenis or len(deret) < _BANYAK:  # TRUE is no 1
            return sum(all(cocok(n) for cocok in uji) for n in deret)
        hasil: Mapping[Any, int] = deret.count_semua()
        for cocok in uji:
            hasil = {n: banyak for n, banyak in hasil.items() if cocok(n)}
        return sum(hasil.values())

    return X(_write(_nama, *(x for u in semua for x in (wilayah, u))), compute)


def MATCH(kata: str, wilayah: Rentang) -> X:
    """Place, from 1, of the first cell that holds a word; #N/A where none does."""
    cocok = make_syarat(kata)

    def compute(s: Isi) -> Any:
        return next((n for n, isi in enumerate(wilayah.list_sel(s), start=1) if cocok(isi)), None) or fail("#N/A")

    return X(_write("MATCH", to_x(kata), wilayah, to_x(0)), compute)


def RANK(x: X, wilayah: Rentang) -> X:
    """Place of a number among those of a range, the largest is 1; equal ones share it. #N/A where it is not there."""
    urut = lru_cache(maxsize=1)(lambda s: sorted(n for n in wilayah.compute(s) if type(n) in BILANGAN))

    def compute(s: Isi) -> Any:
        n, semua = to_bilangan(x.compute(s)), urut(s)
        tempat = bisect_right(semua, n)
        return len(semua) - tempat + 1 if tempat and semua[tempat - 1] == n else fail("#N/A")

    return X(_write("RANK", x, wilayah), compute)


def TRIM(x: X) -> X:
    """Without blanks around, single ones inside."""
    return X(_write("TRIM", x), lambda s: " ".join(filter(None, to_teks(x.compute(s)).split(" "))))


def LEN(x: X) -> X:
    """Letters of a text."""
    return X(_write("LEN", x), lambda s: len(to_teks(x.compute(s))))


def RIGHT(x: X, banyak: int) -> X:
    """So many letters from the end of a text, or all that it has."""
    return X(_write("RIGHT", x, to_x(banyak)), lambda s: to_teks(x.compute(s))[-banyak:])


def SUBSTITUTE(x: X, lama: str | X, baru: str) -> X:
    """With every `lama` of a text replaced."""
    cari = to_x(lama)
    rumus = _write("SUBSTITUTE", x, cari, to_x(baru))
    return X(rumus, lambda s: to_teks(x.compute(s)).replace(to_teks(cari.compute(s)), baru))


def NA() -> X:
    """The error #N/A."""
    return X("NA()", lambda _: fail("#N/A"))


def ACOS(x: X) -> X:
    """The error #NUM! of a constant beyond 1; other angles are not exact, and not here."""
    if not isinstance(x.tetap, int) or abs(x.tetap) <= 1:
        raise ValueError("ACOS stands for #NUM! only")
    return X(_write("ACOS", x), lambda _: fail("#NUM!"))


def HYPERLINK(alamat: Any, tampak: str) -> X:
    """A cell that leads elsewhere; it shows `tampak`."""
    return X(_write("HYPERLINK", to_x(alamat), to_x(tampak)), lambda _: tampak)


def _write(fungsi: str, *argumen: X) -> str:
    return f"{fungsi}({','.join([x.rumus for x in argumen])})"


def _list(nilai: Any) -> list[Any]:
    return nilai if isinstance(nilai, list) else [] if nilai is None else [nilai]


def _over_angka(fungsi: str, daftar: tuple[X, ...], compute: Callable[[list[Any]], Any]) -> X:
    """A function of the numbers in ranges and cells."""
    semua = [x.compute for x in daftar]
    if len(semua) == 1:
        h = semua[0]
        return X(_write(fungsi, *daftar), lambda s: compute(_list_angka(h(s))))
    return X(_write(fungsi, *daftar), lambda s: compute([n for h in semua for n in _list_angka(h(s))]))


def _list_angka(nilai: Any) -> list[Any]:
    return nilai.angka if type(nilai) is Deret else [n for n in _list(nilai) if type(n) in BILANGAN]
