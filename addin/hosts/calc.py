"""Host: LibreOffice Calc. Translates between UNO values and neutral ones; runs inside LibreOffice's own Python.

Calc keeps an error in a cell as a NaN whose low word is its error number, and hands a blank single cell over as 0
unless it stands in KINERJA_SEL.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from addin.baca import read_argumen
from addin.daftar import Deklarasi
from addin.ejaan import METODE_NOL, METODE_SEL, NAMA_NOL, NAMA_SEL, get_metode
from addin.fungsi import DAFTAR
from addin.hari_ini import hari_ini
from addin.hosts.calc_sel import (
    TANDA_GALAT,
    TANDA_LEMBAR,
    TANDA_LOGIS,
    TANDA_NOL,
    TANDA_PERSEN,
    TANDA_TANGGAL,
    read_rentang,
    write_persen,
)
from addin.nilai import Galat, map_sel, to_hari
from addin.spec import Arg, Fungsi

NOMOR = {"#N/A": 0x7FFF, "#VALUE!": 519, "#DIV/0!": 532, "#NUM!": 503, "#REF!": 524, "#NAME?": 525, "#NULL!": 521}
KODE = {nomor: kode for kode, nomor in NOMOR.items()}
NAN = 0x7FF8_0000_0000_0000


def make_method(deklarasi: Deklarasi, larik: Callable[[str, Any], Any]) -> Callable[..., Any]:
    """The method of the UNO object that computes a function under the law of the day of the call.

    Args:
        larik: makes what carries a matrix, of its UNO type and rows.
    """

    def method(self: object, *mentah: Any) -> Any:
        hasil = deklarasi.evaluate_today(lambda fungsi: _to_masukan(fungsi, _trim(fungsi, mentah)))
        return larik(*_to_matriks(hasil)) if isinstance(hasil, list) else _to_uno(hasil)

    return method


class Bantu(NamedTuple):
    """A function of this host alone, as the function wizard shows it."""

    nama: str
    uraian: str
    args: tuple[Arg, ...]


BANTU = {
    METODE_SEL: Bantu(
        NAMA_SEL,
        "Isi sel apa adanya; dipasang sendiri oleh add-in pada setiap sel atau rentang dalam fungsi Kinerja.",
        (Arg("rentang", "Sel atau rentang.", "tabel"),),
    ),
    METODE_NOL: Bantu(
        NAMA_NOL,
        "Nilai apa adanya; 0 menjadi #N/A karena mungkin sel kosong. Dipasang sendiri oleh add-in.",
        (Arg("nilai", "Nilai.", "sel"),),
    ),
}
METODE = {get_metode(nama): deklarasi for nama, deklarasi in DAFTAR.items()}


RAGU = Galat("#N/A", "Angka 0 di sini mungkin sel kosong. Bila memang angka, tulis +0 di belakangnya.")

LEMBAR = Galat("#VALUE!", "Rentang ini melintasi beberapa lembar. Pakai rentang pada satu lembar.")


def to_nan(kode: str) -> float:
    """The NaN that Calc shows as this error.

    >>> hex(struct.unpack("<Q", struct.pack("<d", to_nan("#N/A")))[0])
    '0x7ff8000000007fff'
    """
    return _to_nan_nomor(NOMOR[kode])


def hand_over(rentang: Any) -> tuple[tuple[Any, ...], ...]:
    """What KINERJA_SEL gives: the cells of a range as `_to_neutral` reads them; the error of a single cell itself."""
    baris = read_rentang(rentang)
    awal = baris[0][0]
    if len(baris) == len(baris[0]) == 1 and isinstance(awal, str) and awal.startswith(TANDA_GALAT):
        return ((_to_nan_nomor(int(awal[1:])),),)
    return baris


def mark_nol(nilai: Any, larik: Callable[[str, Any], Any]) -> Any:
    """What KINERJA_NOL gives: a value as it is, a 0 as `_to_neutral` reads one that may be a blank cell."""
    if isinstance(nilai, tuple):
        return larik("[][]any", tuple(tuple(map(_mark_nol, satu)) for satu in nilai))
    return _mark_nol(nilai)


def _mark_nol(sel: Any) -> Any:
    return TANDA_NOL if isinstance(sel, float) and sel == 0 else sel


def _to_nan_nomor(nomor: int) -> float:
    return float(struct.unpack("<d", struct.pack("<Q", NAN | nomor))[0])


def _trim(fungsi: Fungsi, mentah: tuple[Any, ...]) -> tuple[Any, ...]:
    """Arguments as typed: Calc fills omitted ones with None, and packs repeating ones in a tuple."""
    if fungsi.ulang:
        return (*mentah[:-1], *(mentah[-1] or ()))
    while mentah and mentah[-1] is None:
        mentah = mentah[:-1]
    return mentah


def _to_masukan(fungsi: Fungsi, mentah: tuple[Any, ...]) -> list[Any]:
    """Arguments as neutral values."""
    args = _list_arg(fungsi, mentah)
    persen = [i < len(args) and args[i].persen for i in range(len(mentah))]
    return [map_sel(partial(_to_neutral, persen=p), satu) for satu, p in zip(mentah, persen, strict=True)]


def _list_arg(fungsi: Fungsi, mentah: tuple[Any, ...]) -> tuple[Arg, ...]:
    """The declared arguments; KINERJA_ALASAN passes its own on to the function that it is asked about."""
    lain = DAFTAR.get(str(read_argumen(mentah[0])).strip().upper()) if fungsi.ulang and mentah else None
    return (*fungsi.args[:1], *lain.at(hari_ini()).args) if lain else fungsi.args


def _to_neutral(sel: Any, *, persen: bool) -> Any:
    if isinstance(sel, str) and sel in UTUH:
        return UTUH[sel]
    if isinstance(sel, str) and sel[:1] in ARTI:
        return ARTI[sel[0]](sel[1:]) if persen or sel[0] != TANDA_PERSEN else float(sel[1:])
    if isinstance(sel, float) and sel != sel:
        nomor = struct.unpack("<Q", struct.pack("<d", sel))[0] & 0xFFFF
        return Galat(KODE.get(nomor, "#VALUE!"))
    return None if sel == "" else sel


UTUH = {TANDA_NOL: RAGU, TANDA_LEMBAR: LEMBAR}
"""Signs that stand alone."""
ARTI: dict[str, Callable[[str], Any]] = {
    TANDA_GALAT: lambda nomor: Galat(KODE.get(int(nomor), "#VALUE!")),
    TANDA_PERSEN: write_persen,
    TANDA_TANGGAL: lambda angka: to_hari(float(angka)),
    TANDA_LOGIS: lambda angka: float(angka) != 0,
}
"""What stands behind a sign of KINERJA_SEL."""


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
