"""Small forms made by openpyxl, filled for Medan Baru, and read again."""

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Protection

from kinerja.formulir.baca import read_formulir
from kinerja.formulir.isi import BukuFormulir, fill_formulir
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.model import PerjanjianKinerja, Program


@lru_cache(maxsize=1)
def perjanjian() -> PerjanjianKinerja:
    return next(pk for pk in load_bundled() if pk.kecamatan.kode == "12.71.17")


def make_form(isi: Mapping[str, Any], *, terbuka: tuple[str, ...] = (), rupa: Mapping[str, str] | None = None) -> bytes:
    """A form of one sheet with these cells; some unlocked, some with a number format."""
    wb = Workbook()
    ws = wb.active
    assert ws is not None
    ws.title = "Form"
    for alamat, nilai in isi.items():
        ws[alamat] = nilai
    for alamat in terbuka:
        ws[alamat].protection = Protection(locked=False)
    for alamat, bentuk in (rupa or {}).items():
        ws[alamat].number_format = bentuk
    return save(wb)


def save(wb: Workbook) -> bytes:
    hasil = io.BytesIO()
    wb.save(hasil)
    return hasil.getvalue()


def fill(form: bytes, pk: PerjanjianKinerja | None = None, **opsi: Any) -> BukuFormulir:
    return fill_formulir(read_formulir(form, "form.xlsx"), pk or perjanjian(), **opsi)


def read(buku: BukuFormulir, *, nilai: bool = False) -> Any:
    """The sheet as openpyxl reads it; with `nilai` what is in the cache."""
    return load_workbook(io.BytesIO(buku.isi), data_only=nilai, rich_text=not nilai)["Form"]


def with_program(*program: Program) -> PerjanjianKinerja:
    return replace(perjanjian(), program=program)
