"""Filled agreement workbooks for tests: those kept of every version and program, and how one is spoiled by hand."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from kinerja.perjanjian.kembali.berkas import Kembali, read_kembali
from kinerja.perjanjian.kembali.cek import BELUM, OK, PERIKSA
from kinerja.perjanjian.kembali.temuan import check_kembali
from kinerja.tabel.buku import open_buku
from kinerja.temuan import Temuan
from tests.alat.program import AKAR
from tests.alat.terbitan import TERBITAN

BERKAS = sorted(TERBITAN.glob("*/*.xlsx"))
ULANG = sorted((AKAR / "tests" / "kasus" / "simpan-ulang" / "0.1.0").glob("*.xlsx"))
TANPA_NILAI = {"openpyxl", "populate"}
"""Programs that keep formulas and drop their values."""
BARU = TERBITAN / "0.1.0" / "medan-baru.xlsx"
HASIL_BARU = [BELUM] * 5 + [OK, BELUM, PERIKSA, BELUM, OK, BELUM, BELUM, BELUM, OK]
"""Sheet Cek of the workbook of Medan Baru as issued by 0.1.0, read off the screen."""
BELUM_DIHITUNG = "Hasil Cek belum dihitung: buka berkas ini di Excel atau LibreOffice, simpan, lalu ulangi."

Ubah = Callable[[Workbook], object]


def change(isi: bytes, ubah: Ubah) -> bytes:
    """The same workbook, changed with another program."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    ubah(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def read(isi: bytes | Path) -> Kembali:
    bita = isi.read_bytes() if isinstance(isi, Path) else isi
    return read_kembali(open_buku(bita, "a.xlsx"), "a.xlsx")


def spoil(ubah: Ubah, asal: Path = BARU) -> bytes:
    """A workbook with its values typed in, names and links kept, and then changed."""
    buku = openpyxl.load_workbook(asal, data_only=True)
    ubah(buku)
    isi = io.BytesIO()
    buku.save(isi)
    return isi.getvalue()


def put(*sel: tuple[str, Any], lembar: str = "Cek") -> Ubah:
    def ubah(buku: Workbook) -> None:
        for alamat, nilai in sel:
            buku[lembar][alamat] = nilai

    return ubah


def find(isi: bytes, *kode: str) -> list[Temuan]:
    return [t for t in check_kembali(read(isi), "12.71.17 Medan Baru") if t.kode in kode]
