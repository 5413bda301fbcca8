"""An opened workbook of openpyxl kept as bytes, to have it again and again: four times as quick as to read its XML.

Three of its containers do not come back from a pickle as they went in; here they do. Whoever keeps a workbook proves by
its parts that nothing has changed (`freeze_buku`), for a later openpyxl may have others.
"""

from __future__ import annotations

import copyreg
import pickle
import zipfile
from typing import Any

from openpyxl.utils.bound_dictionary import BoundDictionary
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.dimensions import DimensionHolder
from openpyxl.worksheet.table import TableList

from kinerja.formulir.sel import Workbook
from kinerja.formulir.tulis import write_buku


def freeze_buku(wb: Workbook) -> bytes | None:
    """The workbook as bytes; None where what comes out of them is not what went in, part by part."""
    beku = pickle.dumps(wb)
    return beku if _list_bagian(wb) == _list_bagian(thaw_buku(beku)) else None


def thaw_buku(beku: bytes) -> Workbook:
    """The workbook in bytes of `freeze_buku`."""
    return pickle.loads(beku)  # noqa: S301 - pickled by this process


def _list_bagian(wb: Workbook) -> list[tuple[str, bytes]]:
    """The parts of a workbook, were it saved."""
    with zipfile.ZipFile(write_buku(wb)) as arsip:
        return [(nama, arsip.read(nama)) for nama in arsip.namelist()]


def _reduce(isi: Any) -> tuple[Any, ...]:
    """How a container is pickled: made empty, then given all that it has, since it leads back to its sheet."""
    daftar = list(isi) if isinstance(isi, list) else list(dict.items(isi))
    state = vars(isi), getattr(isi, "default_factory", None), daftar
    return _make, (type(isi),), state, None, None, _fill


def _make(jenis: Any) -> Any:
    return jenis.__new__(jenis)


def _fill(wadah: Any, state: tuple[dict[str, Any], Any, list[Any]]) -> None:
    """Not by the container's own ways, which drop what is alike, or make addresses of tables."""
    sifat, pabrik, daftar = state
    vars(wadah).update(sifat)
    if isinstance(wadah, list):
        list.extend(wadah, daftar)
        return
    if pabrik is not None:
        wadah.default_factory = pabrik
    dict.update(wadah, daftar)


for _jenis in (BoundDictionary, DimensionHolder, IndexedList, TableList):
    copyreg.pickle(_jenis, _reduce)
