"""Host: Excel for Windows, classic xlwings UDFs. This module is the "UDF module": xlwings looks the functions up here.

xlwings names a function after its Python name, takes the wizard texts from the declaration, and has no error values:
errors leave as the text of their code, and the VBA wrappers (`addin.build.vba`) turn that text into CVErr.
"""

from __future__ import annotations

from typing import Any

import xlwings

from addin.fungsi import DAFTAR
from addin.hosts.udf import HILANG, make_udf
from addin.nilai import Galat
from addin.spec import KATEGORI

# Error cells as pywin32 hands them over; real numbers are never int here.
SCODE = {
    -2146826281: "#DIV/0!",
    -2146826246: "#N/A",
    -2146826259: "#NAME?",
    -2146826288: "#NULL!",
    -2146826252: "#NUM!",
    -2146826265: "#REF!",
    -2146826273: "#VALUE!",
}


def _to_neutral(nilai: Any) -> Any:
    if isinstance(nilai, list | tuple):
        if nilai and not isinstance(nilai[0], list | tuple):
            nilai = (nilai,)  # one row, flattened on the way
        return [[_to_neutral(sel) for sel in baris] for baris in nilai]
    if nilai is HILANG or nilai == "":
        return None
    if isinstance(nilai, int) and not isinstance(nilai, bool) and nilai in SCODE:
        return Galat(SCODE[nilai])
    return nilai


def _to_excel(nilai: Any) -> Any:
    if isinstance(nilai, list):
        return [[_to_excel(sel) for sel in baris] for baris in nilai]
    if isinstance(nilai, Galat):
        return nilai.kode
    return "" if nilai is None else nilai  # Excel shows an empty result as 0


globals().update(
    {
        nama: xlwings.func(category=KATEGORI)(make_udf(deklarasi, _to_neutral, _to_excel, xlwings.arg))
        for nama, deklarasi in DAFTAR.items()
    }
)
