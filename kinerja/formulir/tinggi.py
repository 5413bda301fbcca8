"""Heights of rows: what is filled in may need more lines than its name in braces did, and no program sees to that.

openpyxl fixes every height that a form states, and LibreOffice fits none in a file that says it is Excel's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.dimensions import RowDimension

from kinerja.formulir.sel import Worksheet
from kinerja.workbook.ukuran import MAKS_TINGGI, text_height

_LEBAR_BIASA = 9.14
"""Width of a column of which a sheet says nothing, as the file has it."""
Sel = tuple[int, int]


def grow_tinggi(ws: Worksheet, terisi: Iterable[Sel]) -> None:
    """Make rows as high as their wrapped texts need; never lower.

    A row of which the form states no height and in which texts are typed is left to the program, so that it grows.

    Args:
        terisi: cells that were filled in, rows and columns from 0.
    """
    gabung = {(r.min_row, r.min_col): r for r in ws.merged_cells.ranges}
    lebar = _list_lebar(ws)
    perlu: dict[int, float] = {}
    for baris, kolom in ((b + 1, k + 1) for b, k in terisi):
        sel = ws.cell(baris, kolom)
        wilayah = gabung.get((baris, kolom))
        tegak = wilayah is not None and wilayah.max_row > baris
        if (
            tegak
            or not isinstance(sel.value, str | CellRichText)
            or sel.data_type == "f"
            or not sel.alignment.wrap_text
        ):
            continue
        akhir = wilayah.max_col if wilayah else kolom
        ruang = tuple(lebar.get(k, _to_huruf(_LEBAR_BIASA)) for k in range(kolom, akhir + 1))
        tinggi = text_height(str(sel.value), ruang, float(sel.font.sz or 11), bool(sel.font.b))
        perlu[baris] = max(perlu.get(baris, 0), min(tinggi, MAKS_TINGGI))
    for baris, tinggi in perlu.items():
        ukuran = ws.row_dimensions.get(baris) or RowDimension(ws, index=baris)
        ada = ukuran.height
        if tinggi > (ada or ws.sheet_format.defaultRowHeight or 15) and (ada or not _is_diketik(ws, baris)):
            ukuran.height = tinggi
            ws.row_dimensions[baris] = ukuran


def _is_diketik(ws: Worksheet, baris: int) -> bool:
    """Whether texts of several lines may be typed in a row."""
    return any(not sel.protection.locked and sel.alignment.wrap_text for sel in ws[baris])


def _list_lebar(ws: Worksheet) -> Mapping[int, float]:
    """Widths of columns, from 1, as `text_height` counts them."""
    return {
        kolom: _to_huruf(ukuran.width)
        for ukuran in ws.column_dimensions.values()
        if ukuran.width and ukuran.min
        for kolom in range(ukuran.min, min(ukuran.max or ukuran.min, 256) + 1)
    }


def _to_huruf(lebar: float) -> float:
    """A width as files have it, of digits of 7 pixels, in characters of 8 pixels beside 5 of margin.

    >>> _to_huruf(20)
    16.875
    """
    return max(1.0, (lebar * 7 - 5) / 8)
