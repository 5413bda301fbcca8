"""One sheet of a plan as a worksheet: cells and inputs, then looks, charts and pictures."""

from __future__ import annotations

import struct
from io import BytesIO

from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.image import Image

from kinerja.alamat import a1, parse_range
from kinerja.errors import DataError
from kinerja.workbook.acuan import NilaiRencana
from kinerja.workbook.gaya import KumpulanGaya
from kinerja.workbook.grafik import insert_grafik
from kinerja.workbook.layout import Gambar, Lembar
from kinerja.workbook.sel import write_blok, write_sel
from kinerja.workbook.ukuran import MAKS_TINGGI
from kinerja.workbook.validasi import set_validation
from kinerja.workbook.xlsx import BukuXlsx, LembarXlsx

MAKS_LEBAR = 255
GALAT = (DataError, XlsxWriterException, UserWarning)
"""What a plan that cannot be written raises; XlsxWriter's warnings are exceptions under the writer's filter."""


def write_lembar(
    buku_xlsx: BukuXlsx, xlsx: LembarXlsx, lembar: Lembar, gaya: KumpulanGaya, nilai: NilaiRencana
) -> None:
    """Write everything that a sheet of the plan holds.

    Raises:
        DataError: something cannot be written as planned; the sheet is named, and the cell or block where known.
    """
    tempat, sel = "", None
    try:
        for sel in lembar.sel:
            write_sel(xlsx, sel, gaya, nilai.lembar_ada)
        sel = None
        for blok in lembar.blok:
            tempat = f", blok {blok.nama}"
            write_blok(xlsx, blok, gaya)
            set_validation(xlsx, blok)
        tempat = ""
        xlsx.measure()
        _set_sizes(xlsx, lembar)
        _set_look(xlsx, lembar, gaya)
        _select_first_input(xlsx, lembar)
        for grafik in lembar.grafik:
            tempat = f", grafik {a1(grafik.baris, grafik.kolom)}"
            insert_grafik(buku_xlsx, xlsx, grafik, nilai)
        for gambar in lembar.gambar:
            tempat = f", gambar {a1(gambar.baris, gambar.kolom)}"
            _insert_gambar(xlsx, gambar)
    except GALAT as galat:
        tempat = f", sel {sel.a1}" if sel else tempat
        raise locate(galat, f"lembar {lembar.nama}{tempat}") from galat


def locate(galat: Exception, tempat: str) -> DataError:
    """The same failure with its place; XlsxWriter's own become ours."""
    if isinstance(galat, DataError):
        return galat.at(tempat)
    return DataError(f"Tidak dapat ditulis: {galat}.", tempat=tempat)


def _set_sizes(xlsx: LembarXlsx, lembar: Lembar) -> None:
    for kolom, lebar in enumerate(lembar.lebar):
        if not 0 < lebar <= MAKS_LEBAR or xlsx.set_column(kolom, kolom, lebar):
            raise DataError(f"Kolom ke-{kolom + 1} selebar {lebar} karakter; batasnya {MAKS_LEBAR}.")
    for baris, tinggi in lembar.tinggi:
        if not 0 < tinggi <= MAKS_TINGGI or xlsx.set_row(baris, tinggi):
            raise DataError(f"Baris {baris + 1} setinggi {tinggi} poin; batasnya {MAKS_TINGGI}.")


def _set_look(xlsx: LembarXlsx, lembar: Lembar, gaya: KumpulanGaya) -> None:
    if lembar.beku:
        xlsx.freeze_panes(*lembar.beku)
    if lembar.filter:
        xlsx.autofilter(*parse_range(lembar.filter))
    if not lembar.garis:
        xlsx.hide_gridlines(2)
    if lembar.warna_tab:
        xlsx.set_tab_color(lembar.warna_tab)
    if lembar.tersembunyi:
        xlsx.hide()
    for aturan in lembar.bersyarat:
        opsi = {"type": "formula", "criteria": f"={aturan.rumus}", "format": gaya.get(aturan.gaya)}
        if xlsx.conditional_format(*parse_range(aturan.wilayah), opsi):
            raise DataError(f"Format bersyarat {aturan.wilayah} tidak sah.")


def _select_first_input(xlsx: LembarXlsx, lembar: Lembar) -> None:
    """Put the cursor where typing begins."""
    for blok in sorted(lembar.blok, key=lambda blok: (blok.baris, blok.kolom)):
        for b in range(blok.tinggi):
            for k in range(blok.lebar):
                if (b, k) not in blok.terkunci:
                    baris, kolom = blok.baris + b, blok.kolom + k
                    xlsx.set_selection(baris, kolom, baris, kolom)
                    return


def _insert_gambar(xlsx: LembarXlsx, gambar: Gambar) -> None:
    """Fit the picture into its box, keeping its proportions."""
    try:
        isi = Image(BytesIO(gambar.isi))
    except (XlsxWriterException, struct.error) as galat:
        raise DataError("Gambar tidak dapat dibaca.", saran="Pakai berkas PNG atau JPEG.") from galat
    if isi.image_type not in ("PNG", "JPEG"):
        raise DataError(f"Gambar berjenis {isi.image_type}.", saran="Pakai berkas PNG atau JPEG.")
    # A spreadsheet shows a picture at its own density, with 96 pixels of the screen to an inch.
    skala = min(gambar.lebar * isi.x_dpi, gambar.tinggi * isi.y_dpi * isi.width / isi.height) / (isi.width * 96)
    opsi = {"x_scale": skala, "y_scale": skala, "description": "Logo"}
    if xlsx.insert_image(gambar.baris, gambar.kolom, isi, opsi):
        raise DataError("Gambar di luar lembar.")
