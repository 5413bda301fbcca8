"""What Python callers hand over beyond plain values: scalars, arrays, Series and tables of numpy and pandas.

Neither is imported here: whoever has a value of theirs has loaded them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from addin.nilai import Nilai, is_rentang
from kinerja.errors import MasukanError


def call_python(fungsi: Callable[..., Nilai], aman: Callable[..., Nilai], masukan: Sequence[Any], nama: str) -> Any:
    """Call with values of Python's world; a Series in gives a Series out, of the same index.

    Args:
        fungsi: takes neutral values and raises.
        aman: the same, but an error is a `Galat`; for a Series, of which one bad cell must not spoil the others.
        nama: of the Series that comes out.

    Raises:
        KinerjaError: as `fungsi`, or two Series of which the indexes differ.
    """
    deret = [satu for satu in masukan if _is_pandas(satu, "Series")]
    if any(not satu.index.equals(deret[0].index) for satu in deret[1:]):
        raise MasukanError("Indeks kedua Series tidak sama.", saran="Ambil keduanya dari satu tabel.")
    if deret and not len(deret[0]):
        return deret[0].__class__([], index=deret[0].index, name=nama, dtype=object)
    siap = [to_neutral(satu) for satu in masukan]
    if not deret:
        return fungsi(*siap)
    hasil = aman(*siap) if len(deret[0]) == 1 else fungsi(*siap)
    baris = hasil if is_rentang(hasil) else [[hasil]]
    if len(baris) != len(deret[0]) or len(baris[0]) != 1:
        return hasil
    return deret[0].__class__([satu[0] for satu in baris], index=deret[0].index, name=nama, dtype=object)


def to_neutral(nilai: Any) -> Any:
    """A value with numpy's and pandas' types as plain ones; what is not available (NaN, NA, NaT) is blank.

    Raises:
        MasukanError: an array of more than two dimensions.

    >>> import numpy, pandas
    >>> to_neutral(numpy.float32(88.3)), to_neutral(pandas.Series([70, pandas.NA])), to_neutral(numpy.array([1, 2]))
    (Decimal('88.3'), [[70], [None]], [1, 2])
    """
    if isinstance(nilai, list | tuple):
        return [to_neutral(satu) for satu in nilai]
    asal = type(nilai).__module__.partition(".")[0]
    if asal == "pandas":
        nilai = _from_pandas(nilai)
    if type(nilai).__module__.partition(".")[0] == "numpy":
        return _from_numpy(nilai)
    kosong = nilai.is_nan() if isinstance(nilai, Decimal) else isinstance(nilai, float) and math.isnan(nilai)
    return None if kosong else nilai


def _is_pandas(nilai: Any, jenis: str) -> bool:
    return type(nilai).__module__.partition(".")[0] == "pandas" and type(nilai).__name__ == jenis


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
    if nilai.dtype.kind == "M":  # nanoseconds would leave as a whole number
        return to_neutral(nilai.astype("datetime64[us]").tolist())
    if nilai.dtype.kind == "f" and nilai.dtype.itemsize < 8:  # 88.3 in half as many bits is 88.3, not 88.30000305
        return _map_numpy(nilai, lambda x: to_neutral(Decimal(str(x))))
    if nilai.dtype.kind == "f":
        return _map_numpy(nilai, lambda x: to_neutral(float(x)))
    return to_neutral(nilai.tolist())


def _map_numpy(nilai: Any, ubah: Callable[[Any], Any]) -> Any:
    return ubah(nilai) if nilai.ndim == 0 else [_map_numpy(satu, ubah) for satu in nilai]
