"""Budgets as .xls (BIFF8): damaged containers, far cells, error cells, formulas that were never computed."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator

import xlwt

from tests.alat.serangan.dasar import ANGGARAN, TOTAL, B
from tests.alat.serangan.kasus import Harap, Serangan

_TEKS_KOSONG = b"\x03\x00\x00\x00\x00\x00\xff\xff"
"""The stored result of a formula: an empty text; xlwt stores no other, as it computes nothing."""
_GALAT_0 = b"\x02\x00\x07\x00\x00\x00\xff\xff"
"""#DIV/0!, by [MS-XLS] 2.5.133 FormulaValue."""


def write_xls(tambah: Callable[[xlwt.Worksheet], object] | None = None) -> bytes:
    """The honest budget by xlwt, with something more on its sheet."""
    buku = xlwt.Workbook()
    lembar = buku.add_sheet("DPA", cell_overwrite_ok=True)
    for b, isi in enumerate(ANGGARAN):
        for k, sel in enumerate(isi):
            lembar.write(b, k, sel)
    if tambah:
        tambah(lembar)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _store(isi: bytes, hasil: bytes) -> bytes:
    """The file with another stored result in the formula of C2.

    Raises:
        ValueError: no formula, or several.
    """
    (letak,) = (cocok.start() for cocok in re.finditer(rb"\x06\x00..\x01\x00\x02\x00", isi, re.DOTALL))
    return isi[: letak + 10] + hasil + isi[letak + 18 :]


def list_xls() -> Iterator[Serangan]:
    """All of them."""
    wajar = write_xls()
    rumus = write_xls(lambda lembar: lembar.write(1, 2, xlwt.Formula("1/0")))
    fat = bytearray(wajar)
    fat[512:516] = b"\0" * 4
    for nama, isi in {
        "sampah": wajar[:8] + bytes(range(256)) * 20,
        "terpotong": wajar[:1500],
        "kepala": wajar[:8],
        "nol": wajar[:512] + bytes(len(wajar) - 512),
        "fat_melingkar": bytes(fat),
        "sandi": wajar[:8] + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1000,
        "galat": write_xls(lambda lembar: lembar.row(1).set_cell_error(2, "#DIV/0!")),
        "rumus_galat": _store(rumus, _GALAT_0),
        "benar": write_xls(lambda lembar: lembar.write(1, 2, True)),
        "html": b"<html><table><tr><td>1</td></tr></table></html>",
        "ole_panjang": wajar[:48] + b"\xff" * 100 + wajar[148:],
    }.items():
        yield Serangan(f"{nama}.xls", isi, "anggaran", Harap.TOLAK)
    yield Serangan("wajar.xls", wajar, "anggaran", Harap.SAMA, (TOTAL,))
    dua = _store(rumus, struct.pack("<d", 2.0))
    yield Serangan("rumus_dihitung.xls", dua, "anggaran", Harap.SAMA, (B + 2,))
    # The format can say "the result is an empty text", and xlwt says so of all it never computed: a blank at best.
    yield Serangan("rumus.xls", _store(rumus, _TEKS_KOSONG), "anggaran", Harap.BOLEH, (B,))
    jauh = write_xls(lambda lembar: lembar.write(65_535, 255, 1))
    yield Serangan("jauh.xls", jauh, "anggaran", Harap.BOLEH, (TOTAL,))
