"""Defined names: what Excel accepts without offering a repair."""

from __future__ import annotations

import re

from kinerja.alamat import quote_sheet
from kinerja.errors import DataError
from kinerja.workbook.acuan import split_reference
from kinerja.workbook.layout import Buku
from kinerja.workbook.teks import check_text, utf16_length

MAKS_URAIAN = 255
_NAMA = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,254}")
# A1 references, and everything that begins like R1C1: Excel offers a repair for R1C1x too.
_SEPERTI_SEL = re.compile(r"[A-Z]{1,3}[0-9]+|[RC][0-9]+.*|R|C|RC|TRUE|FALSE", re.IGNORECASE)


def check_nama(nama: str) -> str:
    """Return a defined name if Excel takes it.

    Raises:
        DataError: characters or length not allowed, or it looks like a cell reference.

    >>> check_nama("isian_skm_jawaban")
    'isian_skm_jawaban'
    >>> check_nama("PK2024")
    Traceback (most recent call last):
    kinerja.errors.DataError: Nama PK2024 tampak seperti alamat sel. Pakai garis bawah, misalnya Pk_2024.
    """
    if not _NAMA.fullmatch(nama):
        raise DataError(
            f"Nama {nama!r} tidak sah.",
            saran="Pakai huruf, angka, dan garis bawah, diawali huruf, paling banyak 255 karakter.",
        )
    if _SEPERTI_SEL.fullmatch(nama):
        raise DataError(f"Nama {nama} tampak seperti alamat sel.", saran="Pakai garis bawah, misalnya Pk_2024.")
    return nama


def collect_names(buku: Buku) -> list[tuple[str, str]]:
    """Every defined name of the plan with its reference: those of the blocks, then the others.

    Raises:
        DataError: a bad name, one used twice (case does not count), or a reference to what is not there.
    """
    nama = [(blok.nama, f"{quote_sheet(satu.nama)}!{blok.wilayah}") for satu in buku.lembar for blok in satu.blok]
    nama += buku.nama
    lembar_ada = frozenset(lembar.nama for lembar in buku.lembar)
    terpakai: set[str] = set()
    for satu in (*(satu for satu, _ in nama), *(satu.nama for satu in buku.rumus)):
        if check_nama(satu).casefold() in terpakai:
            raise DataError(f"Nama {satu} dipakai dua kali.")
        terpakai.add(satu.casefold())
    for _, acuan in nama:
        split_reference(acuan, lembar_ada)
    return nama


def check_uraian(teks: str) -> str:
    """Return the comment of a name if Excel takes it: it opens no file with one of more than 255 characters.

    Raises:
        DataError: too long, or a character that XML does not know.
    """
    if utf16_length(teks) > MAKS_URAIAN or "\n" in teks:
        raise DataError(f"Uraian nama lebih dari {MAKS_URAIAN} karakter, atau lebih dari satu baris.")
    return check_text(teks)
