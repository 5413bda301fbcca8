"""Host: Excel for Windows, classic xlwings UDFs. This module is the "UDF module": xlwings looks the functions up here.

xlwings names a function after its Python name, takes the wizard texts from the declaration, and has no error values:
errors leave as the text of their code, and the VBA wrappers (`addin.build.vba`) turn that text into CVErr.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import xlwings

from addin.fungsi import DAFTAR
from addin.hosts.udf import make_udf
from addin.nilai import KODE, Galat, map_sel
from addin.spec import KATEGORI

SCODE = {nomor - 0x7FF6_0000: kode for kode, nomor in KODE.items()}
"""Error cells as pywin32 hands them over, 0x800A0000 + number as a signed int; real numbers are never int here."""


def _to_neutral(sel: Any) -> Any:
    if isinstance(sel, int) and not isinstance(sel, bool) and sel in SCODE:
        return Galat(SCODE[sel])
    return None if sel == "" else sel


def _to_excel(sel: Any) -> Any:
    if isinstance(sel, Galat):
        return sel.kode
    return "" if sel is None else sel  # Excel shows an empty result as 0


for _nama, _deklarasi in DAFTAR.items():
    _udf = make_udf(_deklarasi, _to_neutral, partial(map_sel, _to_excel), xlwings.arg)
    globals()[_nama] = xlwings.func(category=KATEGORI)(_udf)
