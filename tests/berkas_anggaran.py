"""Budget files as finance staff have them, written by other programs' libraries than the ones that read them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.sen import from_sen
from kinerja.anggaran.sumber import Peran

Petak = Sequence[Any]

# The source document: Perjanjian Kinerja Kecamatan Medan Baru 2024, Lampiran.
ENAM = (
    ("7.01.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", 15_435_519_078),
    ("7.01.02", "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK", 9_695_231_719),
    ("7.01.03", "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN", 3_326_918_203),
    ("7.01.04", "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM", 191_200_000),
    ("7.01.05", "PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM", 762_440_010),
    ("7.01.06", "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA", 21_540_000),
)

# A tree as exported: 7.01.04 = its two kegiatan, each kegiatan = its sub-kegiatan.
POHON: Sequence[Petak] = (
    ("kode", "nama", "pagu"),
    ("7.01.04", "PROGRAM TRANTIB", 1000),
    ("7.01.04.2.01", "Koordinasi", 600),
    ("7.01.04.2.01.0001", "Sinergi", 350),
    ("7.01.04.2.01.0002", "Harmonisasi", 250),
    ("7.01.04.2.02", "Penerapan", 400),
    ("7.01.04.2.02.0001", "Perda", 400),
)


def dots(n: int) -> str:
    """15435519078 as 15.435.519.078."""
    return f"{n:,}".replace(",", ".")


def write_csv(path: Path, petak: Petak, pemisah: str = ",", encoding: str = "utf-8") -> Path:
    with path.open("w", newline="", encoding=encoding) as berkas:
        csv.writer(berkas, delimiter=pemisah).writerows(petak)
    return path


def write_xlsx(path: Path, petak: Petak, lembar: str = "Lembar1") -> Path:
    """Texts as texts, numbers as numbers, None as blank."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as buku:
        sheet = buku.add_worksheet(lembar)
        for b, baris in enumerate(petak):
            for k, sel in enumerate(baris):
                if isinstance(sel, str):
                    sheet.write_string(b, k, sel)
                elif sel is not None:
                    sheet.write(b, k, sel)
    return path


def new_sheet(petak: Petak, lembar: str = "Sheet") -> tuple[Workbook, Worksheet]:
    """A workbook by openpyxl with one sheet; it writes formulas without cached values."""
    buku = Workbook()
    sheet = buku.active
    assert isinstance(sheet, Worksheet)
    sheet.title = lembar
    for baris in petak:
        sheet.append(list(baris))
    return buku, sheet


def read_kode(path: Path, peran: Peran = "dpa", **opsi: object) -> dict[str, Decimal | None]:
    """Amounts by code as read, in rupiah."""
    isi = read_anggaran(path, peran, **opsi).isi  # type: ignore[arg-type]
    return {kode or nama: from_sen(sen) for kode, nama, sen in isi.select("kode", "nama", "sen").iter_rows()}
