"""A formula as a file holds it, in pieces: its tokens, and the same formula moved to another cell."""

from __future__ import annotations

import re
from functools import lru_cache

from kinerja.alamat import MAKS_BARIS, MAKS_KOLOM, column_letters, find_kolom

TOKEN = re.compile(
    r"""(?P<jeda>[\ \t\r\n]+) | (?P<teks>"(?:[^"]|"")*") | (?P<galat>\#[A-Z/0!?]+[!?A]?)
    | (?P<lembar>(?:'(?:[^']|''){1,300}'|[^\W\d][\w.]*|\[\d+\][\w.]*)!)
    | (?P<fungsi>[A-Za-z_][\w.]*+)(?=[\ \t\r\n]*+\()
    | (?P<sel>\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w.(])) | (?P<nama>[^\W\d][\w.\\?]*)
    | (?P<angka>(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?) | (?P<banding><>|<=|>=) | (?P<lain>.)""",
    re.VERBOSE | re.DOTALL,
)
"""Every text is a row of these; what is no formula of ours ends in `lain`."""
_SEL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")


def split_sel(teks: str) -> tuple[bool, int, bool, int] | None:
    """Of `$B7`: whether its column is absolute, which (from 0), whether its row is, which; None outside a sheet.

    >>> split_sel("$b7"), split_sel("XFE1"), split_sel("A0")
    ((True, 1, False, 6), None, None)
    """
    cocok = _SEL.fullmatch(teks)
    kolom = find_kolom(cocok[2].upper()) if cocok else 0
    if not cocok or not kolom or not 1 <= int(cocok[4]) <= MAKS_BARIS:
        return None
    return bool(cocok[1]), kolom - 1, bool(cocok[3]), int(cocok[4]) - 1


@lru_cache(maxsize=4096)
def shift_rumus(rumus: str, baris: int, kolom: int) -> str:
    """A formula as it stands so many rows down and columns right; `#REF!` where a reference leaves the sheet.

    >>> shift_rumus('IF(A1="A1",$B2,Lain!C$3)', 2, 1), shift_rumus("A1", -1, 0)
    ('IF(B3="A1",$B4,Lain!D$3)', '#REF!')
    """

    def shift(bagian: tuple[bool, int, bool, int]) -> str:
        kolom_tetap, k, baris_tetap, b = bagian
        k, b = k if kolom_tetap else k + kolom, b if baris_tetap else b + baris
        if not (0 <= k < MAKS_KOLOM and 0 <= b < MAKS_BARIS):
            return "#REF!"
        return f"{'$' * kolom_tetap}{column_letters(k)}{'$' * baris_tetap}{b + 1}"

    return "".join([satu if isinstance(satu, str) else shift(satu) for satu in _cut(rumus)])


@lru_cache(maxsize=64)
def _cut(rumus: str) -> tuple[str | tuple[bool, int, bool, int], ...]:
    """A formula in pieces: cells taken apart, all else as it stands."""
    hasil: list[str | tuple[bool, int, bool, int]] = []
    letak = 0
    for cocok in TOKEN.finditer(rumus):
        if cocok.lastgroup == "sel" and (bagian := split_sel(cocok[0])) is not None:
            hasil += (rumus[letak : cocok.start()], bagian)
            letak = cocok.end()
    return (*hasil, rumus[letak:])
