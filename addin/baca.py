"""Read one argument as its declared kind; a value that cannot be read raises, it is never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from addin.nilai import Galat, SelGalatError, is_rentang, list_galat, name_cell
from kinerja.angka import read_angka
from kinerja.bentuk_target import read_bentuk
from kinerja.bilangan import to_decimal, write_angka
from kinerja.errors import KinerjaError, MasukanError, RentangError
from kinerja.judul import is_kosong
from kinerja.rumus.target import Target

JenisArg = Literal[
    "nilai",  # score or per cent
    "uang",  # rupiah
    "bilangan",  # any other number
    "target",  # a number, or a text such as 80-90, >= 90, 1:32
    "teks",
    "pilihan",
    "sel",  # one cell as it stands
    "daftar_nilai",  # numbers in a row or column, blanks kept
    "daftar_teks",
    "matriks",  # block of numbers
    "tabel",  # rows as they stand
    "apa_saja",
]
SEL_TUNGGAL: frozenset[JenisArg] = frozenset(("nilai", "uang", "bilangan", "target", "teks", "pilihan", "sel"))
"""Kinds that take one cell; given a range, the function is computed for each of its cells."""


@dataclass(frozen=True, slots=True)
class Rentang:
    """The numbers that an argument takes; a bound of None is no bound, `terbuka` leaves the bounds themselves out."""

    bawah: Decimal | None
    atas: Decimal | None
    terbuka: bool = False

    def __contains__(self, nilai: Decimal) -> bool:
        if self.terbuka and nilai in (self.bawah, self.atas):
            return False
        return (self.bawah is None or nilai >= self.bawah) and (self.atas is None or nilai <= self.atas)


_BENTUK = re.compile(
    r"(?P<a>A) sampai (?P<b>A)|(?P<c>A) ke atas|antara (?P<d>A) dan (?P<e>A)|di bawah 10\^(?P<f>A)".replace(
        "A", r"-?\d+(?:,\d+)?"
    )
)


@cache
def read_rentang(teks: str) -> Rentang:
    """The range that a declaration shows to the user, as bounds: one text for the help and for the check.

    Raises:
        ValueError: a text in another form.

    >>> read_rentang("0 sampai 7,5"), read_rentang("0 ke atas").atas
    (Rentang(bawah=Decimal('0'), atas=Decimal('7.5'), terbuka=False), None)
    """
    cocok = _BENTUK.fullmatch(teks)
    if cocok is None:
        raise ValueError(f"unknown form of a range: {teks}")
    if cocok["f"]:
        return Rentang(None, Decimal(10) ** int(cocok["f"]), terbuka=True)
    bawah, atas = cocok["a"] or cocok["c"] or cocok["d"], cocok["b"] or cocok["e"]
    return Rentang(read_angka(bawah, "nilai"), read_angka(atas, "nilai") if atas else None, terbuka=bool(cocok["d"]))


def read_argumen(nilai: Any, tempat: str = "") -> Any:
    """A value as a host or a Python caller hands it over: a cell, or a range whose rows are equally long.

    A range of one cell is that cell; a flat list is one row.

    Raises:
        MasukanError: a range without cells, or rows of different length; names `tempat`.

    >>> read_argumen([[7]]), read_argumen([7, 8])
    (7, [[7, 8]])
    """
    if not is_rentang(nilai):
        return nilai
    baris: Sequence[Any] = nilai
    banyak_baris = sum(map(is_rentang, baris))
    if baris and not banyak_baris:
        baris = [baris]
    elif banyak_baris != len(baris):
        raise MasukanError("Rentang harus berupa daftar baris, atau satu baris sel.", tempat=tempat)
    panjang = set(map(len, baris))
    if panjang in (set(), {0}):
        raise MasukanError("Rentang tidak berisi sel.", tempat=tempat)
    if len(panjang) > 1:
        pesan = "Baris-baris rentang tidak sama panjang."
        raise MasukanError(pesan, tempat=tempat, saran="Samakan jumlah sel setiap baris.")
    return baris[0][0] if len(baris) == 1 and panjang == {1} else baris


def read_sel(sel: Any, jenis: JenisArg, pilihan: Sequence[str] = ()) -> Any:
    """Read one cell that is not blank: a Decimal, a `Target`, a str, or for the kind `sel` whatever stands in it.

    Raises:
        SelGalatError: the cell holds an error.
        MasukanError: text that is no number, TRUE/FALSE or a date for a number, an unknown choice, a range.

    >>> read_sel("66,5", "nilai"), read_sel(7.0, "teks"), read_sel("Selisih", "pilihan", ("selisih", "rasio"))
    (Decimal('66.5'), '7', 'selisih')
    """
    if isinstance(sel, Galat):
        raise SelGalatError(sel, f"Sel masukan berisi {sel.kode}. Betulkan sel itu dahulu.")
    if is_rentang(sel):
        raise MasukanError("Di sini harus satu sel, bukan rentang.")
    if jenis == "nilai" or jenis == "uang" or jenis == "bilangan":
        return read_number(sel, jenis)
    if jenis == "target":
        return read_target(sel)
    if jenis == "sel":
        return sel
    teks = sel.strip() if isinstance(sel, str) else write_angka(sel) if isinstance(sel, int | float) else str(sel)
    if jenis == "teks":
        return teks
    for satu in pilihan:
        if satu.casefold() == teks.casefold():
            return satu
    raise MasukanError(f"“{teks[:40]}” bukan pilihan yang dikenal.", saran=f"Pilih: {'; '.join(pilihan)}.")


def read_number(sel: Any, jenis: Literal["nilai", "uang", "bilangan"]) -> Decimal:
    """A number from a cell that is a number, or text that can be read in one way only."""
    if isinstance(sel, str):
        return read_angka(sel, jenis)
    if isinstance(sel, bool):
        raise MasukanError("Di sini harus angka, bukan TRUE/FALSE.")
    if isinstance(sel, date):
        raise MasukanError(f"Di sini harus angka, bukan tanggal {sel:%d-%m-%Y}.")
    return to_decimal(sel)


def need_bukan_pecahan(angka: Decimal) -> None:
    """Refuse a number in (0; 1] where 0 to 100 is meant: a cell that shows 66,5% holds 0,665.

    Raises:
        RentangError: with both ways to write what is meant.
    """
    if 0 < angka <= 1:
        tertulis, persen = write_angka(angka), write_angka((angka * 100).normalize())
        pesan = f"{tertulis} tampaknya bagian dari 1, padahal di sini skala 0 sampai 100."
        saran = f'Tulis {persen}; bila memang {tertulis}, tulis sebagai teks: "{tertulis}".'
        raise RentangError(pesan, saran=saran)


def read_target(sel: Any) -> Target:
    """A target from a cell, or a realisasi, which may be a ratio too.

    >>> str(read_target("80-90")), read_target(88.3).angka
    ('80–90', Decimal('88.3'))
    """
    if isinstance(sel, str):
        return read_bentuk(sel)
    if isinstance(sel, date):
        pesan = f"Isinya sudah menjadi tanggal atau waktu ({sel:%d-%m-%Y})."
        raise MasukanError(pesan, saran="Ubah format sel menjadi Teks, lalu ketik lagi, misalnya 7-8 atau 1:32.")
    return Target.from_angka(read_number(sel, "nilai"))


def read_daftar(rentang: Any, jenis: Literal["nilai", "teks"]) -> list[Any]:
    """All cells of a range in reading order; a blank stays None, for the rule to refuse.

    >>> read_daftar([["3,5"], [None]], "nilai")
    [Decimal('3.5'), None]
    """
    return [sel for baris in read_matriks(rentang, jenis) for sel in baris]


def read_matriks(rentang: Any, jenis: Literal["nilai", "teks"] = "nilai") -> list[list[Any]]:
    """A block of cells; blank cells stay None, blank rows too, so that an error names the row of the sheet.

    >>> read_matriks([[4, None], [None, ""], ["3", 2.0]])
    [[Decimal('4'), None], [None, None], [Decimal('3'), Decimal('2')]]
    """
    return [[_read_at(i, j, sel, jenis) for j, sel in enumerate(baris)] for i, baris in enumerate(_rows(rentang))]


def read_tabel(rentang: Any) -> Sequence[Sequence[Any]]:
    """Rows as they stand, blank ones too; an error cell anywhere passes through."""
    for tempat, sel in list_galat(_rows(rentang)):
        raise SelGalatError(sel, f"Sel {tempat} berisi {sel.kode}. Betulkan sel itu dahulu.")
    return _rows(rentang)


def _rows(rentang: Any) -> Sequence[Sequence[Any]]:
    return rentang if is_rentang(rentang) else [[rentang]]


def _read_at(baris: int, kolom: int, sel: Any, jenis: Literal["nilai", "teks"]) -> Any:
    """Read a cell of a block; an error names the cell."""
    if is_kosong(sel):
        return None
    try:
        return read_sel(sel, jenis)
    except KinerjaError as galat:
        galat.tempat = galat.tempat or name_cell(baris, kolom)
        raise
