"""Which cell styles of an .xlsx workbook show a number as a date, a duration or per cent (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from collections.abc import Callable

from kinerja.tabel.xml import Penangan

_BAKU = {
    **{str(n): "tanggal" for n in (*range(14, 23), *range(27, 37), 45, 47, *range(50, 59))},
    "46": "durasi",
    "9": "persen",
    "10": "persen",
}
BUKAN_HURUF = re.compile(r'"[^"]*"?|\\.|_.|\*.')
"""What of a format stands for itself: text in quotes, a letter behind a sign."""
_KURUNG = re.compile(r"\[([^\[\]]*)\]")


def judge_format(kode: str) -> str:
    """What a number format makes of a number: `tanggal`, `durasi`, `persen`, or nothing.

    >>> [judge_format(k) for k in ("d mmmm yyyy", "[h]:mm", '#,##0 "hari"', "[$-421]dd/mm/yy", "0.0%", 'General"%"')]
    ['tanggal', 'durasi', '', 'tanggal', 'persen', '']
    """
    kode = BUKAN_HURUF.sub("", kode[:1_000]).casefold()
    if any(isi.strip("hms") == "" and isi for isi in _KURUNG.findall(kode)):
        return "durasi"
    polos = _KURUNG.sub("", kode).partition(";")[0].replace("general", "").replace("e+", "")
    if "%" in polos:
        return "persen"
    return "tanggal" if any(h in polos for h in "dmyhs") else ""


class PembacaGaya(Penangan):
    """`styles.xml`: the number format of each cell style, as `judge` sees it."""

    def __init__(self, judge: Callable[[str], str] = judge_format) -> None:
        self._judge = judge
        self._format: dict[str, str] = {}
        self._xf: list[str] = []
        self._di_sel = False

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """An element begins."""
        if nama == "numFmt":
            self._format[atribut.get("numFmtId", "")] = self._judge(atribut.get("formatCode", ""))
        elif nama == "cellXfs":
            self._di_sel = True
        elif nama == "xf" and self._di_sel:
            self._xf.append(atribut.get("numFmtId", "0"))

    def end(self, nama: str, dalam: int) -> None:
        """An element ends."""
        if nama == "cellXfs":
            self._di_sel = False

    def finish(self) -> list[str]:
        """By number of the style."""
        return [self._format.get(nomor, _BAKU.get(nomor, "")) for nomor in self._xf]
