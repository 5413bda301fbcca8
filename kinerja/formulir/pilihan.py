"""Whether what is filled in is among the choices that the form's own drop-down lists allow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kinerja.alamat import a1, split_acuan
from kinerja.errors import DataError
from kinerja.formulir.sel import Workbook, Worksheet
from kinerja.perjanjian.kembali.isian import list_baris


def has_pilihan(wb: Workbook) -> bool:
    """Whether any cell has a drop-down list."""
    return any(dv.type == "list" for ws in wb.worksheets for dv in ws.data_validations.dataValidation)


def check_pilihan(wb: Workbook, ws: Worksheet, terisi: Iterable[tuple[int, int]], berkas: str) -> None:
    """Refuse a value that its cell's list has not.

    Args:
        terisi: cells that were filled in, from 0.

    Raises:
        DataError: it names the value and the list.
    """
    aturan = [dv for dv in ws.data_validations.dataValidation if dv.type == "list" and dv.formula1]
    if not aturan:
        return
    for baris, kolom in terisi:
        nilai = ws.cell(baris + 1, kolom + 1).value
        for satu in aturan:
            if nilai is None or a1(baris, kolom) not in satu.sqref:
                continue
            pilihan = _list_pilihan(wb, ws, satu.formula1)
            if pilihan is not None and _write(nilai) not in pilihan:
                raise DataError(
                    f"Nilai {str(nilai)[:60]!r} tidak ada dalam daftar pilihan sel itu: {', '.join(pilihan)[:200]}.",
                    tempat=f"{berkas}, lembar {ws.title}, sel {a1(baris, kolom)}",
                    saran="Tambahkan ke daftar pilihan formulir, atau hapus validasinya.",
                )


def _list_pilihan(wb: Workbook, ws: Worksheet, rumus: str) -> list[str] | None:
    """The choices of a list; None where a formula makes them."""
    if rumus.startswith('"'):
        return [teks.strip() for teks in rumus.strip('"').replace('""', '"').split(",")]
    rumus = rumus.removeprefix("=")
    if rumus in wb.defined_names:
        rumus = wb.defined_names[rumus].value
    try:
        lembar, kotak = split_acuan(rumus if "!" in rumus else f"{ws.title}!{rumus}")
    except DataError:
        return None
    if lembar not in wb.sheetnames:
        return None
    isi = (wb[lembar].cell(r + 1, c + 1).value for r, c in list_baris(kotak))
    return [_write(x) for x in isi if x is not None]


def _write(nilai: Any) -> str:
    """As a list compares: numbers by their value."""
    return f"{nilai:.15g}" if isinstance(nilai, int | float) else str(nilai)
