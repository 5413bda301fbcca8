"""What runs in the child for `mesin`: formulon itself, which is loaded before the child's memory is measured."""

from __future__ import annotations

from collections.abc import Sequence

import formulon

from kinerja.errors import DataError


def compute_sel(isi: bytes, sel: Sequence[tuple[str, int, int]]) -> list[str | float | bool | None]:
    """What cells of a workbook, by sheet, row and column from 0, come to.

    Raises:
        DataError: formulon cannot read the workbook.
    """
    try:
        with formulon.Workbook.load(isi) as buku:
            buku.recalc()
            nomor = {buku.sheet_name(i): i for i in range(buku.sheet_count())}
            return [_read(buku.get_value(nomor[lembar], baris, kolom)) for lembar, baris, kolom in sel]
    except (formulon.FormulonError, ValueError, KeyError) as galat:
        raise DataError("Rumusnya tidak dapat dihitung.") from galat


def _read(nilai: formulon.Value) -> str | float | bool | None:
    if nilai.error_code is not None:  # it may be but what formulon does not know
        return None
    isi = nilai.to_python()
    return isi if isinstance(isi, str | float | bool | int) else None


with formulon.Workbook.create_default() as _kosong:  # it sets itself up with the first one
    _kosong.recalc()
