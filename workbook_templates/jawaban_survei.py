"""The workbook of survey answers: one sheet, in the order of the regulation, to be pasted as values into sheet SKM."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.workbook.layout import Buku, Cetak
from workbook_templates.gaya import GAYA
from workbook_templates.penyusun import Penyusun

JUDUL = "Jawaban survei"
"""How the title of the file begins."""
LEMBAR = "Jawaban"


def build_jawaban(unsur: Sequence[str], jawaban: Sequence[Sequence[int | None]], tanggal: tuple[int, int, int]) -> Buku:
    """The plan: names of the unsur in the first row, one row a respondent, nothing where there is no answer.

    Args:
        tanggal: year, month, day stamped into the file.
    """
    p = Penyusun(LEMBAR, [16] * len(unsur), Cetak(mendatar=True, baris_berulang=(0, 0), selebar=True))
    p.put_kepala(0, 0, unsur)
    for nomor, baris in enumerate(jawaban, start=1):
        for u, nilai in enumerate(baris):
            if nilai is not None:
                p.put_teks(nomor, u, nilai, "sel_tengah")
    return Buku(judul=JUDUL, lembar=(p.finish(beku=(1, 0)),), gaya=GAYA, nama=(), tanggal=tanggal, kaki=JUDUL)
