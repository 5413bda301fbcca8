"""How cells of an .xlsx workbook look, as far as a look can hide or disguise what stands in them (ECMA-376, 18.8)."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeVar

from kinerja.tabel.xlsx_gaya import BUKAN_HURUF
from kinerja.tabel.xml import Penangan

T = TypeVar("T")
PUTIH, HITAM = "FFFFFF", "000000"
_TEMA = {"0": PUTIH, "1": HITAM}
_INDEKS = {"0": HITAM, "8": HITAM, "64": HITAM, "1": PUTIH, "9": PUTIH, "65": PUTIH}
_ANGKA = re.compile(r'"[^"]*[0-9][^"]*"|\\[0-9]')
"""Digits that a format writes by itself."""


class Rupa(NamedTuple):
    """A look: number format, colours of letters and ground (six hexadecimal digits, or `?`), size in points.

    Attributes:
        terkunci: nothing can be typed there while the sheet is protected.
    """

    format: str
    warna: str
    latar: str
    ukuran: float
    terkunci: bool = True

    @property
    def tersembunyi(self) -> bool:
        """Nobody can read it: letters of the colour of their ground, or too small, or no format for it."""
        sama = self.warna == self.latar != "?"
        bagian = self.format.split(";")
        kosong = len(bagian) >= 3 and not any(bagian[:3])
        return sama or self.ukuran < 4 or kosong

    @property
    def menyamar(self) -> bool:
        """The format writes figures of its own, or shows a value in thousands or so."""
        polos = BUKAN_HURUF.sub("", self.format)
        return bool(_ANGKA.search(self.format)) or bool(re.search("[0#?],+(?![0#?,])", polos))


BIASA = Rupa("General", HITAM, PUTIH, 11.0)
"""How a cell without a style looks."""


class PembacaRupa(Penangan):
    """`styles.xml`: the look of each cell style."""

    def __init__(self) -> None:
        self._format: dict[str, str] = {}
        self._huruf: list[tuple[str, float]] = []
        self._latar: list[str] = []
        self._xf: list[dict[str, str]] = []
        self._bebas: set[int] = set()
        self._induk = ""

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        """An element begins."""
        if dalam == 2:
            self._induk = nama
        elif nama == "numFmt" and self._induk == "numFmts":
            self._format[atribut.get("numFmtId", "")] = atribut.get("formatCode", "")[:1_000]
        elif self._induk == "fonts":
            self._start_huruf(nama, atribut)
        elif self._induk == "fills":
            if nama == "fill":
                self._latar.append(PUTIH)
            elif nama == "patternFill" and self._latar and atribut.get("patternType", "none") not in ("none", "solid"):
                self._latar[-1] = "?"
            elif nama == "fgColor" and self._latar and self._latar[-1] == PUTIH:
                self._latar[-1] = _read_warna(atribut, PUTIH)
        elif nama == "xf" and self._induk == "cellXfs":
            self._xf.append(atribut)
        elif nama == "protection" and self._induk == "cellXfs" and atribut.get("locked") in ("0", "false"):
            self._bebas.add(len(self._xf) - 1)

    def _start_huruf(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "font":
            self._huruf.append((HITAM, 11.0))
        elif self._huruf and nama == "color":
            self._huruf[-1] = _read_warna(atribut, HITAM), self._huruf[-1][1]
        elif self._huruf and nama == "sz":
            try:
                self._huruf[-1] = self._huruf[-1][0], float(atribut.get("val", "11"))
            except ValueError:
                return

    def finish(self) -> tuple[Rupa, ...]:
        """By number of the style."""
        return tuple(self._make(xf, terkunci=n not in self._bebas) for n, xf in enumerate(self._xf))

    def _make(self, xf: dict[str, str], *, terkunci: bool) -> Rupa:
        warna, ukuran = _pick(self._huruf, xf.get("fontId"), (HITAM, 11.0))
        latar = _pick(self._latar, xf.get("fillId"), PUTIH)
        return Rupa(self._format.get(xf.get("numFmtId", "0"), ""), warna, latar, ukuran, terkunci)


def _pick(semua: list[T], nomor: str | None, lain: T) -> T:
    return semua[int(nomor)] if nomor and nomor.isdecimal() and len(nomor) < 9 and int(nomor) < len(semua) else lain


def _read_warna(atribut: dict[str, str], bawaan: str) -> str:
    """Six digits; `?` where it cannot be told."""
    if rgb := atribut.get("rgb", ""):
        return rgb[-6:].upper()
    if atribut.get("auto"):
        return bawaan
    if atribut.get("tint", "0") not in ("0", ""):
        return "?"
    if tema := atribut.get("theme", ""):
        return _TEMA.get(tema, "?")
    return _INDEKS.get(atribut.get("indexed", ""), "?")
