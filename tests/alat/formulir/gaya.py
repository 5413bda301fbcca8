"""Looks that forms made with openpyxl share: borders, alignments, fonts."""

from __future__ import annotations

from typing import Any

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

TIPIS = Side(style="thin", color="FF000000")
BINGKAI = Border(left=TIPIS, right=TIPIS, top=TIPIS, bottom=TIPIS)
TENGAH = Alignment(horizontal="center", vertical="center", wrap_text=True)
KIRI = Alignment(horizontal="left", vertical="top", wrap_text=True)
KANAN = Alignment(horizontal="right", vertical="top")
KEPALA = PatternFill("solid", fgColor="FFD9E2D5")
KUNING = PatternFill("solid", fgColor="FFFFF7D6")
TERBUKA = Protection(locked=False)
RUPIAH = "#,##0"


def put(lembar: Worksheet, alamat: str, nilai: Any, **gaya: Any) -> Cell:
    """A cell with looks; a range `B3:D3` is merged and framed, its first cell is given back."""
    awal, _, akhir = alamat.partition(":")
    if akhir:
        lembar.merge_cells(alamat)
    sel: Cell = lembar[awal]
    sel.value = nilai
    for satu in lembar[alamat][0] if akhir else (sel,):
        for nama, isi in gaya.items():
            setattr(satu, nama, isi)
    return sel


def put_kepala(lembar: Worksheet, alamat: str, nilai: str) -> None:
    """A head of a table, over one row or several."""
    put(lembar, alamat, nilai, font=Font(name="Arial", size=10, bold=True), fill=KEPALA, alignment=TENGAH)
    for baris in lembar[alamat] if ":" in alamat else ((lembar[alamat],),):
        for satu in baris:
            satu.border = BINGKAI


def set_lebar(lembar: Worksheet, lebar: str) -> None:
    """Widths of columns from A on: `5 12 30`."""
    for nomor, isi in enumerate(lebar.split()):
        lembar.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[nomor]].width = float(isi)
