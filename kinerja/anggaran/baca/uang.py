"""Columns of rupiah as whole sen, exact; the style of writing is decided by the column as a whole."""

from __future__ import annotations

import re
from decimal import Decimal

import polars as pl

from kinerja.anggaran.baca.tabel import MAKS_SEN
from kinerja.anggaran.sen import to_sen
from kinerja.angka import read_kolom_uang
from kinerja.errors import DataError, MasukanError

_DIGIT = re.compile(r"[0-9]{1,15}")
_RIBUAN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){0,4}")


def read_sen(values: list[object], baris_pertama: int, tempat: str) -> list[int | None]:
    """Amounts of consecutive rows in sen.

    Args:
        values: texts and numbers as they stand; None, blank and "-" are no amount.

    Raises:
        DataError: not an amount, a column that can be read in two ways, fractions of a sen, more than 10^15 rupiah.

    >>> read_sen(["1.500.000", "350.000,25", "-"], 7, "dpa.csv")
    [150000000, 35000025, None]
    >>> read_sen(["1.500", "2.500"], 7, "dpa.csv")
    Traceback (most recent call last):
    kinerja.errors.DataError: dpa.csv, baris 7: '1.500' bisa berarti 1500 (gaya Indonesia) atau 1,5 (gaya Inggris). Tulis "1500" atau "1,5".
    """  # noqa: E501
    if (cepat := _read_polos(values)) is not None:
        return cepat
    try:
        jumlah = read_kolom_uang(values, baris_pertama)
    except MasukanError as galat:
        raise DataError(galat.pesan, tempat=f"{tempat}, {galat.tempat}", saran=galat.saran) from None
    return [None if x is None else _need_sen(x, f"{tempat}, baris {n}") for n, x in enumerate(jumlah, baris_pertama)]


def _read_polos(values: list[object]) -> list[int | None] | None:
    """Columns of digits only, or of dotted thousands where one has two dots; both can be read in one way only."""
    teks = [v for v in values if v is not None and v != ""]
    if not all(isinstance(v, str) for v in teks):
        return None
    bertitik = any(v.count(".") > 1 for v in teks)  # type: ignore[attr-defined]
    if not all(map((_RIBUAN if bertitik else _DIGIT).fullmatch, teks)):  # type: ignore[arg-type]
        return None
    return [int(v.replace(".", "")) * 100 if isinstance(v, str) and v else None for v in values]


def _need_sen(x: Decimal, tempat: str) -> int:
    sen = to_sen(x)
    if sen is None:
        raise DataError(f"{x} bukan jumlah uang: ada pecahan sen.", tempat=tempat, saran="Bulatkan ke rupiah.")
    if abs(sen) > MAKS_SEN:
        raise DataError("Jumlah lebih dari 1.000 triliun rupiah.", tempat=tempat, saran="Periksa angkanya.")
    return sen


def read_sen_cepat(kolom: pl.Series) -> pl.Series | None:
    """The same for a long column without anything doubtful in it: whole rupiah; None for all other columns."""
    if kolom.null_count():
        return None
    if kolom.dtype == pl.String:
        if kolom.str.contains(r"^[1-9][0-9]{0,2}(?:\.[0-9]{3}){0,4}$").all() and kolom.str.contains(r"\..*\.").any():
            kolom = kolom.str.replace_all(".", "", literal=True)  # thousands: one has two dots
        if not kolom.str.contains(r"^[0-9]{1,15}$").all():
            return None
        return kolom.cast(pl.Int64) * 100
    if kolom.dtype.is_integer():
        bulat = kolom.cast(pl.Int64)
        return None if (bulat.abs() > MAKS_SEN // 100).any() else bulat * 100
    return None
