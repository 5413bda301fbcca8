"""Forms of an office for the way back: two layouts, issued with the engine, filled in by hand with openpyxl."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.alamat import split_acuan
from kinerja.formulir.baca import Formulir, read_formulir
from kinerja.formulir.isi import fill_formulir
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import Tujuan, issue_workbooks
from kinerja.workbook.layout import Matriks
from tests.alat.formulir.berkas import save_openpyxl
from tests.alat.terbit import ASAL

LEMBAR = "Monev '24"
"""A sheet's name that must be quoted."""
SUSUN_A: Mapping[str, Any] = {
    "A1": "MONITORING KECAMATAN {{kecamatan.nama}} TAHUN {{tahun}}",
    "A2": "NIP camat",
    "B2": "{{pihak_pertama.nip}}",
    "A3": "Catatan umum",
    "B3": "{{isian_catatan_umum}}",
    "A6": "No", "B6": "Indikator", "C6": "Satuan", "D6": "Target", "E6": "Triwulan I", "F6": "Triwulan II",
    "G6": "Triwulan III", "H6": "Triwulan IV", "I6": "Capaian", "J6": "Kendala",
    "A7": "{{indikator.nomor}}", "B7": "{{indikator.nama}}", "C7": "{{indikator.satuan}}", "D7": "{{indikator.target}}",
    "E7": "{{isian_realisasi_1}}", "F7": "{{isian_realisasi_2}}", "G7": "{{isian_realisasi_3}}",
    "H7": "{{isian_realisasi_4}}", "I7": '=IFERROR(VLOOKUP(B7,B7:H7,7,FALSE)/D7,"")', "J7": "{{isian_kendala_2}}",
    "A10": "No", "B10": "Kode", "C10": "Program", "D10": "Anggaran", "E10": "I", "F10": "II", "G10": "III", "H10": "IV",
    "I10": "Jumlah", "J10": "DPA",
    "A11": "{{program.nomor}}", "B11": "{{program.kode}}", "C11": "{{program.nama}}", "D11": "{{program.anggaran}}",
    "E11": "{{isian_realisasi_1}}", "F11": "{{isian_realisasi_2}}", "G11": "{{isian_realisasi_3}}",
    "H11": "{{isian_realisasi_4}}", "I11": "=SUM(E11:H11)", "J11": "{{isian_dpa}}",
    "C12": "JUMLAH", "I12": "=SUM(I11:I11)", "J12": "=TODAY()",
    "C13": "Rasio", "I13": "=IFERROR(I12/J12,0)",
    "A15": "Tempat rapat",
}  # fmt: skip
"""Quarters, and formulas that our engine has not; `B15` is open and has no name."""
SUSUN_B: Mapping[str, Any] = {
    "A1": "DPA", "B1": "Nama program", "C1": "Kode", "D1": "Realisasi",
    "A2": "{{isian_dpa}}", "B2": "{{program.nama}}", "C2": "{{program.kode}}", "D2": "{{isian_realisasi}}",
    "A5": "{{indikator.nama}}", "B5": "{{isian_realisasi}}", "C5": "{{isian_kendala_2}}",
    "A8": "Bebas", "B8": "{{isian_catatan_umum}}", "C8": "{{pihak_pertama.nip}}",
}  # fmt: skip
"""The year's figures, in another order."""


@cache
def make_formulir(susun: str = "a") -> Formulir:
    """A form."""
    buku = openpyxl.Workbook()
    lembar: Worksheet = buku.active  # type: ignore[assignment]
    lembar.title = LEMBAR if susun == "a" else "Kinerja"
    for alamat, nilai in (SUSUN_A if susun == "a" else SUSUN_B).items():
        lembar[alamat] = nilai
    if susun == "a":
        saring = buku.create_sheet("Saring")  # LibreOffice gives it a drawing in which nothing lies
        saring["A1"], saring["A2"], saring.auto_filter.ref = "Nama", "{{kecamatan.nama}}", "A1:A2"
        lembar["B15"].protection = Protection(locked=False)
        for nama, alamat in (("hasil_belanja", "$I$12"), ("hasil_rasio", "$I$13")):
            buku.defined_names[nama] = DefinedName(nama, attr_text=f"'Monev ''24'!{alamat}")
    return read_formulir(save_openpyxl(buku), f"{susun}.xlsx")


def _save(buku: openpyxl.Workbook) -> bytes:
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def fill(pk: PerjanjianKinerja, isi: Mapping[str, Matriks] | None = None, susun: str = "a") -> bytes:
    """The workbook of an agreement, and what was typed into it and saved by a program that computes nothing."""
    return type_isi(fill_formulir(make_formulir(susun), pk).isi, isi or {})


def type_isi(terbit: bytes, isi: Mapping[str, Matriks]) -> bytes:
    """A workbook with values typed into inputs, by name."""
    buku = openpyxl.load_workbook(io.BytesIO(terbit))
    for nama, matriks in isi.items():
        lembar, (b, k, *_) = split_acuan(buku.defined_names[nama].value)
        for r, baris in enumerate(matriks, start=b + 1):
            for c, nilai in enumerate(baris, start=k + 1):
                if nilai is not None:
                    sel = buku[lembar].cell(r, c)
                    assert not sel.protection.locked, f"{nama} terkunci"
                    sel.value = nilai
                    if isinstance(nilai, str) and not nilai.startswith("=="):
                        sel.data_type = "s"
                    elif isinstance(nilai, str):
                        sel.value = nilai[1:]
    return _save(buku)


def issue(folder: Path, *pk: PerjanjianKinerja, susun: str = "a") -> None:
    """Issue workbooks into a folder."""
    opsi = OpsiTerbit(templat=make_formulir(susun))
    assert all(t.sha256 for t in issue_workbooks(list(pk), Tujuan(folder), asal=ASAL, opsi=opsi))


def draw_isi(pk: PerjanjianKinerja, benih: int, sampai: int = 4) -> dict[str, Matriks]:
    """What somebody types into layout `a`, up to a quarter: nonsense, but of the right kind."""
    acak = Random(benih)
    isi: dict[str, Matriks] = {"isian_catatan_umum": (("=1+1 bukan rumus",),), "isian_monev_24_b15": (("Aula",),)}
    for n, i in enumerate(pk.indikator, start=1):
        for q in range(1, sampai + 1):
            x = acak.choice(i.urutan) if i.jenis.berurutan else acak.randint(2600, 9000) / 100
            isi[f"isian_indikator_{n}_realisasi_{q}"] = ((x,),)
    for q in range(1, sampai + 1):
        isi[f"isian_program_realisasi_{q}"] = tuple((acak.randint(1, 10**8),) for _ in pk.program)
    isi["isian_program_dpa"] = tuple((10**10 + n,) for n, _ in enumerate(pk.program))
    isi["isian_indikator_1_kendala_2"] = (("Hujan terus-menerus",),)
    return isi
