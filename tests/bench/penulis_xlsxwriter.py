"""The same plan by XlsxWriter as it comes: every cell by its own methods, its own rows, its own zip.

The writer of kinerja is a subclass of XlsxWriter that shortens these ways; here they are put back.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kinerja.workbook.layout import Buku
from kinerja.workbook.teks import check_text
from kinerja.workbook.writer import fill_xlsx
from kinerja.workbook.xlsx import BukuXlsx, LembarXlsx


class LembarPolos(LembarXlsx):
    """A worksheet with XlsxWriter's own methods."""

    _write_rows = Worksheet._write_rows
    _write_blank = Worksheet._write_blank
    _prepare_formula = Worksheet._prepare_formula

    def write_teks(self, baris: int, kolom: int, teks: str, gaya: Any) -> None:
        self.write_string(baris, kolom, check_text(teks), gaya)

    def write_angka(self, baris: int, kolom: int, angka: float, gaya: Any) -> None:
        self.write_number(baris, kolom, angka, gaya)

    def write_kosong(self, baris: int, kolom: int, gaya: Any) -> None:
        self.write_blank(baris, kolom, None, gaya)

    def write_blanks(self, baris: int, kolom: Iterable[int], gaya: Any) -> None:
        for k in kolom:
            self.write_kosong(baris, k, gaya)

    def write_rumus(self, baris: int, kolom: int, rumus: str, nilai: Any, gaya: Any) -> None:
        self.write_formula(baris, kolom, f"={rumus}", gaya, nilai)


class BukuPolos(BukuXlsx):
    """A workbook that XlsxWriter packs itself."""

    worksheet_class = LembarPolos
    _get_packager = xlsxwriter.Workbook._get_packager


def render_xlsxwriter(buku: Buku) -> bytes:
    """The workbook of a plan as bytes."""
    xlsx = BukuPolos(None)
    keluaran: BytesIO = xlsx.filename
    fill_xlsx(buku, xlsx).close()
    return keluaran.getvalue()
