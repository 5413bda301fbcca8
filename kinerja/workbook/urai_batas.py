"""Which formulas of an office our engine may compute: those in which it and the programs are of one mind.

Our own formulas avoid what programs read in their own ways; an office does not. Such a formula is left to the program
that opens the file, rather than given a figure that may be another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kinerja.workbook.token import TOKEN

_PENJUMLAH = frozenset(("SUM", "AVERAGE", "MIN", "MAX", "COUNT"))
_DI_DALAM = frozenset(("SUM", "AVERAGE", "MIN", "MAX", "COUNT", "ROUND"))
"""Functions that give nothing but numbers."""
_LOGIKA = frozenset(("AND", "OR"))
_BERSYARAT = re.compile(r"\b(?:SUMIF|COUNTIFS?)\(", re.IGNORECASE)
_SYARAT = re.compile(
    r"\b(?:SUMIF|COUNTIF)\([^(),\"]*,\s*(?:\"(?:[<>]=?\s*-?\d+|[^\W\d][^\"*?~<>=]*)\"|-?\d+)\s*[,)]", re.IGNORECASE
)
"""A condition that is a bound, a number or a word; cells as conditions, signs for any letter and the like are not."""
_BANDING = frozenset(("<", ">", "=", "<>", "<=", ">="))


@lru_cache(maxsize=4096)
def is_pasti(rumus: str) -> bool:
    """Whether a formula, without `=`, means one thing.

    >>> [is_pasti(x) for x in ('SUM(A1:A3)/B1', 'SUM(A1>0,A2>0)', 'SUMIF(A1:A3,"1",B1:B3)', 'COUNTIF(A1:A3,">=2")')]
    [True, False, False, True]
    >>> [is_pasti(x) for x in ('AND(A1>0,B1>0)', 'AND(A1,B1>0)', 'SUM(IF(A1="",1,2))', 'A1=FALSE')]
    [True, False, False, False]
    """
    if len(_BERSYARAT.findall(rumus)) != len(_SYARAT.findall(rumus)):
        return False
    dalam: list[str] = []
    fungsi = sebelum = ""
    sel_sebelum = False
    for cocok in TOKEN.finditer(rumus):
        jenis, teks = cocok.lastgroup, cocok[0].upper()
        if jenis == "jeda":
            continue
        kini = dalam[-1] if dalam else ""
        if kini in _PENJUMLAH and (teks in _BANDING or teks == "&" or jenis == "teks"):
            return False
        if kini in _PENJUMLAH and jenis == "fungsi" and teks not in _DI_DALAM:
            return False
        if kini in _LOGIKA and sel_sebelum and teks in (",", ")"):
            return False
        if sebelum in _BANDING and teks in ("TRUE", "FALSE"):
            return False
        sel_sebelum = jenis == "sel" and sebelum in ("(", ",")
        if teks == "(":
            dalam.append(fungsi)
        elif teks == ")" and dalam:
            dalam.pop()
        fungsi = teks if jenis == "fungsi" else ""
        sebelum = teks
    return True
