"""What Python callers hand over beyond plain values: scalars, arrays, Series and tables of numpy and pandas.

Neither is imported here: whoever has a value of theirs has loaded them.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from addin.nilai import Galat, is_rentang
from addin.spec import Fungsi
from kinerja.errors import MasukanError

BIASA = (str, bool, int, float, Decimal, Fraction, date, Galat, type(None))
"""What a cell may be."""


def call_python(fungsi: Fungsi, masukan: Sequence[Any]) -> Any:
    """Call with values of Python's world; a Series in gives a Series out, of the same index.

    Beside a Series a flat list or array of its length is a column too. The titles of a pandas table are its first row
    where the argument is a table.

    Raises:
        KinerjaError: as `Fungsi.call`, or a Series and another one, or a list, that do not belong together.
    """
    deret = [satu for satu in masukan if _is_pandas(satu, "Series")]
    siap = [_to_argumen(fungsi, i, satu) for i, satu in enumerate(masukan)]
    if not deret or not fungsi.dipetakan:
        return fungsi.call(*siap)
    fungsi.check_banyak(len(siap))
    siap = [_align(satu, asal, deret[0]) for satu, asal in zip(siap, masukan, strict=True)]
    baris = [[satu[i][0] if is_rentang(satu) else satu for satu in siap] for i in range(len(deret[0]))]
    hasil = [fungsi.evaluate(*satu) for satu in baris]  # one bad cell must not spoil the others
    angka = {type(satu) for satu in hasil} in ({float}, {float, type(None)})
    return deret[0].__class__(hasil, index=deret[0].index, name=fungsi.nama, dtype=float if angka else object)


def _to_argumen(fungsi: Fungsi, nomor: int, nilai: Any) -> Any:
    arg = fungsi.args[min(nomor, len(fungsi.args) - 1)] if fungsi.args else None
    try:
        return _read_argumen(nilai, tabel=arg is not None and arg.jenis == "tabel")
    except MasukanError as galat:
        galat.tempat = galat.tempat or (arg.nama if arg else "")
        raise


def _read_argumen(nilai: Any, *, tabel: bool) -> Any:
    if tabel and _is_pandas(nilai, "DataFrame"):
        nama = [*(nilai.index.names if any(nilai.index.names) else ()), *nilai.columns]
        isi = nilai.reset_index() if any(nilai.index.names) else nilai
        return [*([nama] if all(isinstance(satu, str) for satu in nilai.columns) else []), *to_neutral(isi)]
    return to_neutral(nilai)


def _align(nilai: Any, asal: Any, deret: Any) -> Any:
    """An argument beside a Series: a column as long as that is, or one value."""
    if _is_pandas(asal, "Series"):
        if not asal.index.equals(deret.index):
            raise MasukanError("Indeks kedua Series tidak sama.", saran="Ambil keduanya dari satu tabel.")
        return nilai
    if not is_rentang(nilai):
        return nilai
    kolom = [[satu] for satu in nilai] if not any(map(is_rentang, nilai)) else nilai
    if len(kolom) != len(deret) or any(len(satu) != 1 for satu in kolom):
        pesan = f"Di samping Series berisi {len(deret)} baris harus satu nilai, atau daftar sepanjang itu."
        raise MasukanError(pesan, saran="Ambil semuanya dari satu tabel.")
    return kolom


def to_neutral(nilai: Any) -> Any:
    """A value with numpy's and pandas' types as plain ones; what is not available (NaN, NA, NaT) is blank.

    Raises:
        MasukanError: an array of more than two dimensions, or a type that is none of these.

    >>> import numpy, pandas
    >>> to_neutral(numpy.float32(88.3)), to_neutral(pandas.Series([70, pandas.NA])), to_neutral(numpy.array([1, 2]))
    (Decimal('88.3'), [[70], [None]], [1, 2])
    """
    if isinstance(nilai, list | tuple):
        hasil = [to_neutral(satu) for satu in nilai]
        if any(is_rentang(sel) for satu in hasil if is_rentang(satu) for sel in satu):
            raise MasukanError("Daftar bertingkat lebih dari dua bukan rentang.", saran="Beri baris dan kolom saja.")
        return hasil
    if "pandas" in dict(_list_jenis(nilai)):
        nilai = _from_pandas(nilai)
    if "numpy" in dict(_list_jenis(nilai)):
        return _from_numpy(nilai)
    if not isinstance(nilai, BIASA):
        saran = "Beri angka, teks, daftar, atau nilai numpy atau pandas."
        raise MasukanError(f"Nilai berjenis {type(nilai).__name__} tidak dikenal di sini.", saran=saran)
    kosong = nilai.is_nan() if isinstance(nilai, Decimal) else isinstance(nilai, float) and math.isnan(nilai)
    return None if kosong else nilai


def _list_jenis(nilai: Any) -> list[tuple[str, str]]:
    """Package and name of a value's type and of all that it descends from."""
    return [(satu.__module__.partition(".")[0], satu.__name__) for satu in type(nilai).__mro__]


def _is_pandas(nilai: Any, jenis: str) -> bool:
    return ("pandas", jenis) in _list_jenis(nilai)


def _from_pandas(nilai: Any) -> Any:
    """A Series as a column of numpy, a table and any other array as what numpy makes of it; None for NA and NaT."""
    if type(nilai).__name__ in ("NAType", "NaTType"):
        return None
    if _is_pandas(nilai, "Series") or _is_pandas(nilai, "Index"):
        return nilai.to_numpy().reshape(-1, 1)
    return nilai.to_numpy() if hasattr(nilai, "shape") else nilai


def _from_numpy(nilai: Any) -> Any:
    if nilai.ndim > 2:
        raise MasukanError(f"Larik berdimensi {nilai.ndim} bukan rentang.", saran="Beri baris dan kolom saja.")
    if hasattr(nilai, "mask"):
        return to_neutral(nilai.tolist())  # what is masked is None
    nilai = sys.modules["numpy"].asarray(nilai)  # a row of a matrix would be a matrix
    jenis = nilai.dtype.kind
    if jenis in "mM":  # nanoseconds would leave as a whole number
        return to_neutral(nilai.astype(f"{jenis}8[us]").tolist())
    if jenis == "f" and nilai.dtype.itemsize < 8:
        # 88.3 in half as many bits is 88.3, not 88.30000305; a whole number is what it is
        return to_neutral([_from_numpy(satu) for satu in nilai] if nilai.ndim else _shorten(nilai))
    if jenis == "f" and nilai.dtype.itemsize > 8:
        nilai = nilai.astype("f8")
    return to_neutral(nilai.tolist())


def _shorten(nilai: Any) -> float | Decimal:
    angka = float(nilai)
    return angka if not math.isfinite(angka) or angka.is_integer() else Decimal(str(nilai))
