"""Host: Office.js (Excel 2021, Microsoft 365, Mac, web), through xlwings on a server or in the browser itself.

xlwings knows one error only and no reason; ours leave as an XlwingsError "#NUM!|sentence", which the script in the
browser (`addin/web/skrip/`) turns into that error with that sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlwings import XlwingsError

from addin.fungsi import DAFTAR
from addin.hosts.udf import make_udf
from addin.nilai import KODE, Galat, map_sel, to_hari


def make_functions(func: Callable[..., Any], arg: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """Every declared function by name, decorated for Office.js.

    Args:
        func: `xlwings.server.func`.
        arg: `xlwings.server.arg`.
    """
    return {nama: func(make_udf(satu, _to_neutral, _to_excel, arg)) for nama, satu in DAFTAR.items()}


def _to_neutral(sel: Any) -> Any:
    """One cell; a blank one is "" (null is what Office.js gives for an argument that was not written).

    Which numbers are days is decided in the script alone (KINERJA_HARI): "Tanggal" lies from 0 to before 1-1-10000.

    >>> _to_neutral({"type": "Tanggal", "basicValue": 2958465.9999999995}).year
    9999
    """
    if isinstance(sel, dict):  # a data type of Excel: error, formatted number, entity
        dasar: Any = sel.get("basicValue")
        if "Error" in (sel.get("type"), sel.get("basicType")):
            return Galat(dasar if dasar in KODE else "#VALUE!")
        return to_hari(dasar) if sel.get("type") == "Tanggal" else dasar
    return None if sel == "" else sel


def _to_excel(hasil: Any) -> Any:
    if isinstance(hasil, Galat):
        raise XlwingsError(f"{hasil.kode}|{hasil.pesan}")
    return map_sel(lambda sel: sel.kode if isinstance(sel, Galat) else sel, hasil)
