"""The office's own form, for `buat --templat` and `templat periksa`: read, our functions frozen, found sound."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.errors import DataError, gather

if TYPE_CHECKING:
    from kinerja.formulir.baca import Formulir
    from kinerja.perjanjian.model import PerjanjianKinerja


SIMPANAN = "; hasil yang tersimpan"
"""Begins what a reason says of the value in the file, which a form does not need."""


def open_formulir(path: Path, pada: date) -> Formulir:
    """A form that can be filled in.

    Args:
        pada: the day whose law functions of ours follow in it.

    Raises:
        DataError: it cannot be used; BanyakError: for several reasons.
        BerkasError: there is no such file.
    """
    from kinerja.formulir.baca import check_berkas, read_formulir
    from kinerja.formulir.rangka import check_rumus
    from kinerja.tabel.pintu import read_bita

    asli = read_bita(path)
    check_berkas(asli, path.name)
    formulir = read_formulir(_freeze(asli, path.name, pada), path.name, asli)
    if salah := check_rumus(formulir):
        raise gather(salah)
    return formulir


def find_pada(perjanjian: Sequence[PerjanjianKinerja]) -> date:
    """The day whose law the functions of a form follow: a data set is of one year."""
    return perjanjian[0].pada


def _freeze(isi: bytes, tempat: str, pada: date) -> bytes:
    """The form with ordinary formulas instead of functions of ours.

    Raises:
        DataError: one of them has no ordinary formula.
    """
    from addin.bekukan_bagian import Cara
    from addin.bekukan_berkas import freeze_isi

    hasil, laporan = freeze_isi(isi, tempat, Cara(pada, nilai_saja=False, hari_lain=True))
    pesan = "Fungsi kinerja di sini tidak dapat menjadi rumus biasa"
    saran = "Ubah rumusnya; kecamatan membuka buku kerja tanpa add-in."
    salah = [
        DataError(
            f"{pesan}: {sisa.rumus[:80]}: {sisa.sebab.partition(SIMPANAN)[0]}.",
            tempat=f"{tempat}, {sisa.tempat}",
            saran=saran,
        )
        for sisa in (*laporan.rupa, *laporan.sisa)
    ]
    if salah:
        raise gather(salah)
    return hasil
