"""A formula in pieces: its tokens, the arguments of a call, and the cells that an argument hands over as they stand."""

from __future__ import annotations

import re

from addin.ejaan import KOLOM_TABEL, KURUNG_TABEL
from addin.rumus_biasa import TanpaRumusError

TOKEN = re.compile(
    rf"""(?P<teks>"(?:[^"]|"")*") | (?P<lembar>(?:'(?:[^']|''){{1,300}}+'|(?:\[\d+\])?[\w.]+|\[\d+\])!)
    | (?P<tabel>[\w.\\]*{KURUNG_TABEL}) | (?P<fungsi>[A-Za-z_][\w.]*+)(?=[\ \t\r\n]*+\()
    | (?P<sel>\$?[A-Za-z]{{1,3}}\$?\d+(?![\w.(])) | (?P<nama>(?:[^\W\d]|\\)[\w.\\?]*)
    | (?P<angka>\d[\d.]*(?:[Ee][+-]?\d+)?) | (?P<kurung>[()]) | (?P<lain>\.+|.)""",
    re.VERBOSE | re.DOTALL,
)
# One cell of a table column, the one in the row of the formula.
BARIS_INI = re.compile(
    rf"[\w.\\]*\[(?:@\[{KOLOM_TABEL}\]|@[^\[\]'#@,:]+|\[#This\ Row\],\s*\[{KOLOM_TABEL}\])\]", re.IGNORECASE
)
_HITUNG = frozenset("+-*/^&=<>%")
"""Operators: of a cell they make a number, which looks like nothing."""
_MENERUSKAN = frozenset(("", "IF", "IFERROR"))
"""Functions that hand on the cell itself; plain brackets do so too."""


def split_arguments(rumus: str, buka: int) -> tuple[list[str], int]:
    """Arguments of the call whose bracket stands at `buka`, and where the call ends."""
    argumen, dalam, awal = [], 0, buka + 1
    for cocok in TOKEN.finditer(rumus, buka):
        tanda = cocok[0]
        if tanda in "({[":
            dalam += 1
        elif tanda in ")}]":
            dalam -= 1
            if dalam == 0:
                argumen.append(rumus[awal : cocok.start()])
                return ([] if argumen == [""] else argumen), cocok.end()
        elif tanda == "," and dalam == 1:
            argumen.append(rumus[awal : cocok.start()])
            awal = cocok.end()
    raise TanpaRumusError("kurungnya tidak lengkap")


class _Lapis:
    """An open bracket: whether it hands on what stands in it, and what was found in it."""

    def __init__(self, meneruskan: bool, awal: int) -> None:
        self.meneruskan, self.awal = meneruskan, awal
        self.acuan: list[str] = []
        self.dalam: list[str] = []
        self.hitung = self.berkurung = False

    def end_argumen(self, argumen: str, akhir: int) -> None:
        """At a comma or the end."""
        if not self.hitung:
            self.acuan += self.dalam if self.berkurung else [argumen[self.awal : akhir].strip()]
        self.dalam, self.hitung, self.berkurung, self.awal = [], False, False, akhir + 1


def list_acuan(argumen: str) -> list[str]:
    """What an argument may hand over as it stands: each cell or block of cells, and each constant.

    >>> list_acuan("((A1))"), list_acuan("IF(B1>0,$A$1,(Data!C2))"), list_acuan("(A1)*100"), list_acuan("MAX(A1:A9)")
    (['A1'], ['$A$1', 'Data!C2'], [], [])
    """
    lapis = [_Lapis(True, 0)]
    fungsi = ""
    for cocok in TOKEN.finditer(argumen):
        tanda, kini = cocok[0], lapis[-1]
        if cocok.lastgroup == "fungsi":
            fungsi = tanda.upper()
        elif tanda == "(":
            lapis.append(_Lapis(fungsi in _MENERUSKAN, cocok.end()))
            fungsi = ""
        elif tanda == ",":
            kini.end_argumen(argumen, cocok.start())
        elif tanda == ")" and len(lapis) > 1:
            kini.end_argumen(argumen, cocok.start())
            lapis.pop()
            lapis[-1].dalam += kini.acuan if kini.meneruskan else []
            lapis[-1].berkurung = True
        elif tanda in _HITUNG:
            kini.hitung = True
    lapis[0].end_argumen(argumen, len(argumen))
    return lapis[0].acuan
