"""How cells of an .xlsx workbook look, as far as a look can hide or disguise what stands in them (ECMA-376, 18.8)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, TypeVar

from kinerja.tabel.xlsx_gaya import BUKAN_HURUF
from kinerja.tabel.xml import Penangan

T = TypeVar("T")
PUTIH, HITAM = "FFFFFF", "000000"
_TEMA = {"0": PUTIH, "1": HITAM}
_INDEKS = {"0": HITAM, "8": HITAM, "64": HITAM, "1": PUTIH, "9": PUTIH, "65": PUTIH}
_TAMPAK = re.compile("[0#?@]|general|[dmyhs]", re.IGNORECASE)
"""Places in a format where the value itself is shown."""
_KONTRAS = 1.2
"""Below this nobody reads letters on their ground (1 to 21 as WCAG 2 counts; 4,5 is what it asks for)."""


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
        """Nobody can read it: letters nearly of the colour of their ground, or too small, or no format for numbers.

        >>> Rupa("0", "FFFFFE", PUTIH, 11).tersembunyi, Rupa(";;;", HITAM, PUTIH, 11).tersembunyi, BIASA.tersembunyi
        (True, True, False)
        """
        bagian = self.format.split(";")
        kosong = len(bagian) > 1 and not any(bagian[:3])
        return kosong or self.ukuran < 4 or count_kontras(self.warna, self.latar) < _KONTRAS

    @property
    def menyamar(self) -> bool:
        """The format writes figures of its own, or words instead of the value, or shows it in thousands or so.

        >>> [Rupa(f, HITAM, PUTIH, 11).menyamar for f in ('"95"', '"A"', "0,", '"("0.00")"', '#,##0" org";-#,##0;"-"')]
        [True, True, True, False, False]
        """
        lepas = BUKAN_HURUF.findall(self.format)
        bagian = BUKAN_HURUF.sub("~", self.format).split(";")
        kata = [b for n, b in enumerate(bagian) if n != 2 and "~" in b and not _TAMPAK.search(b)]
        ribuan = any(re.search("[0#?],+(?![0#?,])", b) for b in bagian)
        return any(huruf.isdecimal() for satu in lepas for huruf in satu) or bool(kata) or ribuan


@lru_cache(maxsize=256)
def count_kontras(satu: str, lain: str) -> float:
    """How far two colours are apart, 1 to 21; 21 where one is not known.

    >>> count_kontras(PUTIH, HITAM), count_kontras(PUTIH, PUTIH), count_kontras(PUTIH, "?")
    (21.0, 1.0, 21.0)
    """
    if "?" in (satu, lain):
        return 21.0
    terang = sorted((_measure_terang(satu), _measure_terang(lain)))
    return (terang[1] + 0.05) / (terang[0] + 0.05)


def _measure_terang(warna: str) -> float:
    bagian = [int(warna[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    merah, hijau, biru = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in bagian)
    return 0.2126 * merah + 0.7152 * hijau + 0.0722 * biru


def lay(rupa: Rupa, atas: Rupa) -> Rupa:
    """A look with that of a rule over it.

    >>> lay(BIASA, Rupa("", PUTIH, "", 0)).tersembunyi
    True
    """
    return rupa._replace(
        format=atas.format or rupa.format, warna=atas.warna or rupa.warna, latar=atas.latar or rupa.latar
    )


BIASA = Rupa("General", HITAM, PUTIH, 11.0)
"""How a cell without a style looks."""


class PembacaRupa(Penangan):
    """`styles.xml`: the look of each cell style.

    Attributes:
        syarat: looks that rules put over others; what they leave as it is is empty, or 0.
    """

    def __init__(self) -> None:
        self.syarat: list[Rupa] = []
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
        elif self._induk == "dxfs":
            self._start_syarat(nama, atribut, dalam)
        elif nama == "numFmt" and self._induk == "numFmts":
            self._format[atribut.get("numFmtId", "")] = atribut.get("formatCode", "")[:1_000]
        elif self._induk == "fonts":
            self._start_huruf(nama, atribut)
        elif self._induk == "fills":
            self._start_latar(nama, atribut)
        elif nama == "xf" and self._induk == "cellXfs":
            self._xf.append(atribut)
        elif nama == "protection" and self._induk == "cellXfs" and atribut.get("locked") in ("0", "false"):
            self._bebas.add(len(self._xf) - 1)

    def _start_latar(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "fill":
            self._latar.append(PUTIH)
        elif nama == "patternFill" and self._latar and atribut.get("patternType", "none") not in ("none", "solid"):
            self._latar[-1] = "?"
        elif nama == "fgColor" and self._latar and self._latar[-1] == PUTIH:
            self._latar[-1] = _read_warna(atribut, PUTIH)

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

    def _start_syarat(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "dxf":
            self.syarat.append(Rupa("", "", "", 0.0))
        elif self.syarat and nama == "numFmt":
            self.syarat[-1] = self.syarat[-1]._replace(format=atribut.get("formatCode", "")[:1_000])
        elif self.syarat and nama == "color" and dalam == 5:  # deeper stands that of a border
            self.syarat[-1] = self.syarat[-1]._replace(warna=_read_warna(atribut, HITAM))
        elif self.syarat and (nama == "bgColor" or (nama == "fgColor" and not self.syarat[-1].latar)):
            self.syarat[-1] = self.syarat[-1]._replace(latar=_read_warna(atribut, PUTIH))

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
        return rgb[-6:].upper() if re.fullmatch("[0-9A-Fa-f]{6,8}", rgb) else "?"
    if atribut.get("auto"):
        return bawaan
    if atribut.get("tint", "0") not in ("0", ""):
        return "?"
    if tema := atribut.get("theme", ""):
        return _TEMA.get(tema, "?")
    return _INDEKS.get(atribut.get("indexed", ""), "?")
