"""The words of formulas that only Excel with LAMBDA knows, spelled as files saved by Excel have them.

A parameter is declared `_xlpm.x`, one that may be left out `_xlop.x`; both are used as `_xlpm.x`. A function younger
than Excel 2010 has `_xlfn.` before it. Typed, they are `x`, `[x]` and the bare name (`show_ketikan`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from addin.rumus_argumen import Blok, Kolom, refuse
from kinerja.workbook.ekspresi import X, to_x
from kinerja.workbook.fungsi import AND, COUNT, IF, MAX, MIN, NA, OR, SUM, TRIM

_BERKAS = re.compile(r'("(?:[^"]|"")*")|_xlop\.(\w+)|_xl(?:fn|pm)\.')


def par(nama: str) -> X:
    """A parameter, or a name of LET, where it is used."""
    return write(f"_xlpm.{nama}")


def write(rumus: str) -> X:
    """A formula that is written here and computed only by Excel."""
    return X(rumus, refuse)


def call(fungsi: str, *argumen: X) -> X:
    """A call of a function of the program, or of a LAMBDA that LET has named."""
    return write(f"{fungsi}({','.join(x.rumus for x in argumen)})")


def LAMBDA(isi: X, wajib: Iterable[str], opsional: Iterable[str] = ()) -> X:
    """A function of these parameters.

    >>> LAMBDA(par("a") + par("b"), ["a"], ["b"]).rumus
    '_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a+_xlpm.b)'
    """
    return call("_xlfn.LAMBDA", *map(par, wajib), *(write(f"_xlop.{nama}") for nama in opsional), isi)


def LET(isi: X, **makna: X) -> X:
    """A formula in which names have a meaning, each of which may use those before it."""
    pasangan = [x for nama, arti in makna.items() for x in (par(nama), arti)]
    return call("_xlfn.LET", *pasangan, isi) if pasangan else isi


def ISOMITTED(parameter: X) -> X:
    """Whether a parameter was left out."""
    return call("_xlfn.ISOMITTED", parameter)


def OF_COLUMNS(blok: X, isi: X, nama: str) -> X:
    """A row with the value of a formula for each column of a block; the column is called by that name in it."""
    return call("_xlfn.BYCOL", blok, LAMBDA(isi, [nama]))


def SEL(blok: X) -> X:
    """How many cells a value has; 1 of a single one."""
    return call("ROWS", blok) * call("COLUMNS", blok)


def larik(baris: Sequence[Sequence[str]]) -> X:
    """A table of texts as a constant.

    >>> larik([["a", "b"], ["c", "d"]]).rumus
    '{"a","b";"c","d"}'
    """
    return write("{" + ";".join(",".join(to_x(satu).rumus for satu in isi) for isi in baris) + "}")


def make_blok(blok: X, sel: X, kosong: X) -> Blok:
    """A block for the expressions of frozen formulas, counted so that it may also be what another formula gives.

    COUNTIF and COUNTBLANK take cells only. These compare cell by cell, and so can trim each.

    Args:
        sel: how many cells it has.
        kosong: how many blanks, `count_kosong` of it.
    """

    def cocok(nilai: Any) -> X:
        satu = TRIM(blok) if isinstance(nilai, str) else blok
        return SUM(IF(satu == nilai, 1, 0))

    def split() -> Kolom:
        kolom = par("kolom")
        terisi = OF_COLUMNS(blok, SUM(IF(TRIM(kolom) == "", 0, 1)), "kolom")
        return Kolom(call("COLUMNS", blok), SUM(make_rata(blok)), MIN(terisi) == 0)

    return Blok(sel, COUNT(blok), kosong, SUM(blok), MIN(blok), MAX(blok), cocok, split)


def count_kosong(blok: X) -> X:
    """How many cells of a block are blank, or hold spaces only."""
    return SUM(IF(TRIM(blok) == "", 1, 0))


def make_rata(blok: X) -> X:
    """A row with the average of each column."""
    return OF_COLUMNS(blok, call("AVERAGE", par("kolom")), "kolom")


def spread(hitung: X, parameter: Sequence[X]) -> X:
    """A function of single cells over ranges: one row or one column repeats, what does not fit is #N/A.

    Args:
        hitung: the LAMBDA of one cell a parameter.
    """
    nama = par("hitung")
    if len(parameter) == 1:
        (satu,) = parameter
        return LET(IF(SEL(satu) == 1, call(nama.rumus, satu), call("_xlfn.MAP", satu, nama)), hitung=hitung)
    banyak = MAX(*map(SEL, parameter))
    tinggi, lebar = (MAX(*(call(kata, x) for x in parameter)) for kata in ("ROWS", "COLUMNS"))
    baris, kolom = par("baris"), par("kolom")
    petik = [call(par("petik").rumus, x, baris, kolom) for x in parameter]
    larik = call("_xlfn.MAKEARRAY", tinggi, lebar, LAMBDA(call(nama.rumus, *petik), ["baris", "kolom"]))
    return LET(IF(banyak == 1, call(nama.rumus, *parameter), larik), hitung=hitung, petik=_pick())


def _pick() -> X:
    """The cell of a range that belongs to a row and a column of the result."""
    isi, baris, kolom = par("isi"), par("baris"), par("kolom")
    tinggi, lebar = call("ROWS", isi), call("COLUMNS", isi)
    luar = OR(AND(tinggi > 1, baris > tinggi), AND(lebar > 1, kolom > lebar))
    sel = call("INDEX", isi, IF(tinggi == 1, 1, baris), IF(lebar == 1, 1, kolom))
    return LAMBDA(IF(SEL(isi) == 1, isi, IF(luar, NA(), sel)), ["isi", "baris", "kolom"])


def show_ketikan(rumus: str) -> str:
    """A formula of a file as one types it, but for the signs of the PC's language.

    >>> show_ketikan('_xlfn.LAMBDA(_xlpm.a,_xlop.b,IF(_xlfn.ISOMITTED(_xlpm.b),"_xlpm.",_xlpm.a))')
    'LAMBDA(a,[b],IF(ISOMITTED(b),"_xlpm.",a))'
    """
    return _BERKAS.sub(lambda cocok: cocok[1] or (f"[{cocok[2]}]" if cocok[2] else ""), rumus)
