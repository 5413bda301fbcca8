"""Values into cells of openpyxl: numbers stay numbers, texts stay texts, and nothing becomes a formula by accident."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import copy
from decimal import Decimal
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.writer.excel import ExcelWriter

from kinerja.formulir.nama import NAMA, NamaForm, Nilai
from kinerja.rumus.target import Target
from kinerja.rumus_sel import teks_rupiah
from kinerja.tabel.xlsx_gaya import judge_format
from kinerja.workbook.ekspresi import X
from kinerja.workbook.teks import check_text

MAKS_KUTIP = 255
"""Letters of a text inside a formula."""


def put_nilai(sel: Any, nilai: Nilai, tempat: str) -> None:
    """What is all of a cell: a number, or a target that is one, as such; another target and texts as texts.

    A target of 88,3 in a cell that shows per cent is 0,883 there, and shows 88,3%.

    Raises:
        DataError: a text that no cell can hold; `tempat` is where.
    """
    if isinstance(nilai, Target):
        nilai = nilai.write() if nilai.angka is None else nilai.angka
        if isinstance(nilai, Decimal):
            desimal = -int(nilai.as_tuple().exponent)
            if judge_format(sel.number_format) == "persen":
                nilai /= 100
            elif sel.number_format == "General" and desimal > 0:  # never fewer digits than were agreed
                sel.number_format = f"0.{'0' * desimal}"
    if isinstance(nilai, Decimal):
        sel.value = int(nilai) if nilai == int(nilai) else float(nilai)
    elif isinstance(nilai, str) and nilai:
        put_teks(sel, nilai, tempat)
    else:
        sel.value = None if nilai == "" else nilai


def put_teks(sel: Any, teks: str, tempat: str) -> None:
    """A text, also one that looks like a formula or an error.

    Raises:
        DataError: as `put_nilai`.
    """
    sel.value = check_text(teks, tempat)
    sel.data_type = "s"


def fill_teks(sel: Any, asal: Any, teks: str, read: Callable[[str], str], tempat: str) -> None:
    """A text with names in it.

    Args:
        asal: what the form holds in that cell; of a text in several looks each piece keeps its own, unless a name is
            cut in two by them.
        teks: the same as plain text.
        read: what a name in braces becomes.

    Raises:
        DataError: as `put_nilai`.
    """
    if isinstance(asal, CellRichText) and all("{{" not in NAMA.sub("", str(x)) for x in asal):
        potong = [_fill_potong(x, read) for x in asal]
        check_text("".join(map(str, potong)), tempat)
        sel.value = CellRichText(potong)
    else:
        put_teks(sel, NAMA.sub(lambda cocok: read(cocok[1]), teks), tempat)


def _fill_potong(potong: str | TextBlock, read: Callable[[str], str]) -> str | TextBlock:
    if isinstance(potong, TextBlock):
        baru = copy(potong)
        baru.text = NAMA.sub(lambda cocok: read(cocok[1]), potong.text)
        return baru
    return NAMA.sub(lambda cocok: read(cocok[1]), potong)


def quote(teks: str) -> str:
    """A text as a formula writes it, in pieces where it is long.

    >>> print(quote('Camat "Baru" di'), len(quote("a" * 300)))
    "Camat ""Baru"" di" 305
    """
    potong = [teks[n : n + MAKS_KUTIP] for n in range(0, len(teks), MAKS_KUTIP)] or [""]
    return "&".join('"' + satu.replace('"', '""') + '"' for satu in potong)


def write_acuan(acuan: str, nama: NamaForm) -> str:
    """What is typed in a cell, as the rest of a formula shows it in a text: as it would be printed."""
    bidang = nama.get_bidang()
    if bidang is not None and bidang.uang:
        return f'IF({acuan}="","","Rp"&{teks_rupiah(X(acuan, lambda _: None)).rumus})'
    return f'SUBSTITUTE({acuan},".",",")' if nama.daftar == "indikator" else acuan


def write_buku(wb: Any) -> io.BytesIO:
    """A workbook as openpyxl writes it, nothing compressed and without the hour."""
    for ws in wb.worksheets:  # openpyxl keeps merged ranges in a set, and writes them in the order of the day
        vars(ws.merged_cells)["ranges"] = ws.merged_cells.sorted()
    wadah = io.BytesIO()
    ExcelWriter(wb, zipfile.ZipFile(wadah, "w", zipfile.ZIP_STORED)).save()
    return wadah
