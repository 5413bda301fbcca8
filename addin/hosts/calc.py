"""Host: LibreOffice Calc. Translates between UNO values and neutral ones; runs inside LibreOffice's own Python.

Calc keeps an error in a cell as a NaN whose low word is its error number, and hands a blank single cell over as 0.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from addin.daftar import Deklarasi
from addin.ejaan import get_metode
from addin.fungsi import DAFTAR
from addin.nilai import Galat, map_sel
from addin.spec import Fungsi

NOMOR = {"#N/A": 0x7FFF, "#VALUE!": 519, "#DIV/0!": 532, "#NUM!": 503, "#REF!": 524, "#NAME?": 525, "#NULL!": 521}
KODE = {nomor: kode for kode, nomor in NOMOR.items()}
NAN = 0x7FF8_0000_0000_0000


def make_method(deklarasi: Deklarasi, larik: Callable[[str, Any], Any]) -> Callable[..., Any]:
    """The method of the UNO object that computes a function under the law of the day of the call.

    Args:
        larik: makes what carries a matrix, of its UNO type and rows.
    """

    def method(self: object, *mentah: Any) -> Any:
        hasil = deklarasi.evaluate_today(lambda fungsi: map_sel(_to_neutral, _trim(fungsi, mentah)))
        return larik(*_to_matriks(hasil)) if isinstance(hasil, list) else _to_uno(hasil)

    return method


METODE = {get_metode(nama): deklarasi for nama, deklarasi in DAFTAR.items()}


def to_nan(kode: str) -> float:
    """The NaN that Calc shows as this error.

    >>> hex(struct.unpack("<Q", struct.pack("<d", to_nan("#N/A")))[0])
    '0x7ff8000000007fff'
    """
    return float(struct.unpack("<d", struct.pack("<Q", NAN | NOMOR[kode]))[0])


def _trim(fungsi: Fungsi, mentah: tuple[Any, ...]) -> tuple[Any, ...]:
    """Arguments as typed: Calc fills omitted ones with None, and packs repeating ones in a tuple."""
    if fungsi.ulang:
        return (*mentah[:-1], *(mentah[-1] or ()))
    while mentah and mentah[-1] is None:
        mentah = mentah[:-1]
    return mentah


def _to_neutral(sel: Any) -> Any:
    if isinstance(sel, float) and sel != sel:
        nomor = struct.unpack("<Q", struct.pack("<d", sel))[0] & 0xFFFF
        return Galat(KODE.get(nomor, "#VALUE!"))
    return None if sel == "" else sel


def _to_matriks(baris: list[list[Any]]) -> tuple[str, tuple[tuple[Any, ...], ...]]:
    """UNO type and rows of a matrix.

    Text inside a mixed matrix equals nothing in Calc (COUNTIF and ="B" would quietly go wrong), so a matrix of text
    travels as text, and an error in it is the text of its code.
    """
    teks = [[sel.kode if isinstance(sel, Galat) else sel or "" for sel in satu] for satu in baris]
    if all(isinstance(sel, str) for satu in teks for sel in satu):
        return "[][]string", tuple(map(tuple, teks))
    return "[][]any", tuple(tuple(map(_to_uno, satu)) for satu in baris)


def _to_uno(sel: Any) -> Any:
    if isinstance(sel, Galat):
        return to_nan(sel.kode)
    if sel is None:
        return ""
    return sel if isinstance(sel, str) else float(sel)
