"""How a filled form says what it is: the hidden sheet, and the same among the properties of the file."""

from __future__ import annotations

import hashlib

from openpyxl.packaging.custom import StringProperty

from kinerja.alamat import Kotak
from kinerja.formulir.hasil import JUDUL_LEMBAR, plan_hasil
from kinerja.formulir.kunci import put_nama
from kinerja.formulir.sel import Workbook, find_bernama, get_isi
from kinerja.perjanjian.kembali.buku import AWALAN_ISIAN
from kinerja.perjanjian.kembali.tanda_formulir import FORMULIR
from kinerja.perjanjian.model import AWALAN_SIFAT, PerjanjianKinerja
from kinerja.tabel.xlsx_gaya import judge_format
from kinerja.workbook.ekspresi import X
from workbook_templates.perjanjian_kinerja.lembar.identitas import list_identitas


def put_tanda(wb: Workbook, pk: PerjanjianKinerja, formulir: str) -> str:
    """Add identity and results; the title of the sheet.

    Args:
        formulir: digest of the form.
    """
    sidik = _digest(wb), formulir
    nama = find_bernama(wb)
    judul = _name_lembar(wb.sheetnames)
    lembar = plan_hasil(pk, nama, sidik, judul, {n: b for n, letak in nama.items() if (b := _judge(wb, n, letak))})
    ws = wb.create_sheet(judul)
    ws.sheet_state = "hidden"
    ws.column_dimensions["A"].width, ws.column_dimensions["B"].width = 16, 72
    for baris, kolom, nilai in lembar.sel:
        sel = ws.cell(baris + 1, kolom + 1)
        sel.value = f"={nilai.rumus}" if isinstance(nilai, X) else nilai
        if isinstance(nilai, str):
            sel.data_type = "s"
    for satu, baris, kolom, tinggi in lembar.nama:
        put_nama(wb, satu, judul, (baris, kolom, baris + tinggi - 1, kolom))
    for kunci, isi in (*list_identitas(pk, sidik[0]), (FORMULIR, formulir)):
        wb.custom_doc_props.append(StringProperty(name=f"{AWALAN_SIFAT}{kunci}", value=isi))
    return judul


def _digest(wb: Workbook) -> str:
    """SHA-256 of what stands in the cells of a workbook, hexadecimal."""
    isi = (
        f"{ws.title}\0{baris}\0{kolom}\0{get_isi(sel)}"
        for ws in wb.worksheets
        for (baris, kolom), sel in sorted(ws._cells.items())
        if sel.value is not None
    )
    return hashlib.sha256("\n".join(isi).encode()).hexdigest()


def _name_lembar(ada: list[str]) -> str:
    """A title that the form has not.

    >>> _name_lembar(["PK", "identitas"])
    'Identitas 2'
    """
    kecil = {satu.casefold() for satu in ada}
    calon = (JUDUL_LEMBAR, *(f"{JUDUL_LEMBAR} {n}" for n in range(2, len(kecil) + 3)))
    return next(satu for satu in calon if satu.casefold() not in kecil)


def _judge(wb: Workbook, nama: str, letak: tuple[str, Kotak]) -> str:
    """What an input looks like, where that changes what its figure means."""
    if not nama.casefold().startswith(AWALAN_ISIAN):
        return ""
    lembar, (b, k, *_) = letak
    return judge_format(wb[lembar].cell(b + 1, k + 1).number_format)
