"""Formulas that read other files: their links are not kept, so what they showed last stays, or the rule goes."""

from __future__ import annotations

import io
import re
import warnings

from openpyxl import load_workbook

from kinerja.formulir.sel import Workbook, Worksheet, get_isi, take_syarat

_LUAR = re.compile(r"\[[0-9]+\]")
_TEKS = re.compile(r'"(?:[^"]|"")*"')


def reads_luar(rumus: object) -> bool:
    """Whether a formula reads another file.

    >>> reads_luar("=[1]Data!A1"), reads_luar('="[1]"&A1')
    (True, False)
    """
    return isinstance(rumus, str) and "[" in rumus and _LUAR.search(_TEKS.sub("", rumus)) is not None


def drop_luar(wb: Workbook, isi: bytes) -> None:
    """Take out of a workbook what reads other files; `isi` are its bytes."""
    sel = [
        satu
        for ws in wb.worksheets
        for satu in ws._cells.values()
        if satu.data_type == "f" and reads_luar(get_isi(satu))
    ]
    if sel:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nilai = load_workbook(io.BytesIO(isi), data_only=True)
        for satu in sel:
            satu.value = nilai[satu.parent.title][satu.coordinate].value
    for milik in (wb, *wb.worksheets):
        for nama in [n for n, x in milik.defined_names.items() if reads_luar(x.value)]:
            del milik.defined_names[nama]
    for ws in wb.worksheets:
        _drop_aturan(ws)


def _drop_aturan(ws: Worksheet) -> None:
    aturan = ws.data_validations
    aturan.dataValidation = [x for x in aturan.dataValidation if not (reads_luar(x.formula1) or reads_luar(x.formula2))]
    for wilayah, satu in take_syarat(ws):
        if not any(map(reads_luar, satu.formula)):
            ws.conditional_formatting.add(str(wilayah), satu)
