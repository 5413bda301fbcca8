"""Print set-up of a sheet: Indonesian paper, its scale and page breaks, a footer with its own page numbers."""

from __future__ import annotations

import math

from kinerja.errors import DataError
from kinerja.workbook.halaman import ATAS_BAWAH, SISI
from kinerja.workbook.layout import Cetak
from kinerja.workbook.teks import check_text, utf16_length
from kinerja.workbook.xlsx import FON, LembarXlsx, render_element

# 14 is Folio; 9 is A4.
_KERTAS = {"f4": 14, "a4": 9}
MAKS_KAKI = 255
_POIN = 9
"""Size of the footer's letters on paper."""


def set_print(xlsx: LembarXlsx, cetak: Cetak, kaki: str) -> None:
    """Set paper, margins, footer, repeated rows and print area.

    Raises:
        DataError: a character that a footer cannot hold.
        UserWarning: the footer is longer than 255 characters with its codes (under the writer's filter).
    """
    xlsx.set_paper(_KERTAS[cetak.kertas])
    if cetak.mendatar:
        xlsx.set_landscape()
    if cetak.skala:
        xlsx.set_print_scale(cetak.skala)
        xlsx.set_h_pagebreaks(cetak.patah)
        xlsx.set_v_pagebreaks(cetak.patah_kolom)
        if cetak.patah_kolom:
            xlsx.print_across()
    else:
        xlsx.fit_to_pages(1, 1 if cetak.satu_halaman else 0)
    xlsx.set_margins(SISI, SISI, ATAS_BAWAH, ATAS_BAWAH)
    xlsx.center_horizontally()
    xlsx.set_footer(_write_isi_kaki(kaki, count_poin(cetak)))
    xlsx.set_start_page(1)
    if cetak.baris_berulang:
        xlsx.repeat_rows(*cetak.baris_berulang)
    if cetak.kolom_berulang:
        xlsx.repeat_columns(*cetak.kolom_berulang)
    if cetak.area:
        xlsx.print_area(*cetak.area)


def count_poin(cetak: Cetak) -> int:
    """Size of the footer's letters: it shrinks with the page (LibreOffice knows no other way), so it is set larger.

    >>> count_poin(Cetak()), count_poin(Cetak(skala=73))
    (9, 13)
    """
    return math.ceil(_POIN * 100 / (cetak.skala or 100))


def write_kaki(kaki: str, poin: int) -> str:
    """The element of a sheet's footer, as the writer gives it.

    Raises:
        DataError: it is too long, holds what a footer cannot, or a `&`, for which the writer looks out.
    """
    isi = _write_isi_kaki(kaki, poin)
    if "&" in kaki or utf16_length(isi) > MAKS_KAKI:
        raise DataError("Kaki halaman memuat & atau terlalu panjang.")
    return f"<headerFooter>{render_element('oddFooter', isi)}</headerFooter>"


def _write_isi_kaki(kaki: str, poin: int) -> str:
    # Pages are counted sheet by sheet, as they are printed and signed; of how many, only a print of all would know.
    # Font, then size, as Excel itself writes them. A size straight before a digit would take it for its own: &9 and
    # 2024 are a size of 92024.
    kiri = (" " if kaki[:1].isdecimal() else "") + check_text(kaki).replace("&", "&&")
    huruf = f'&"{FON},Regular"&{poin}'
    return f"&L{huruf}{kiri}&R{huruf}&A, halaman &P"
