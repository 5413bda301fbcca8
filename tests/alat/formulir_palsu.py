"""Workbooks as a form of an office would give them, made by hand with openpyxl: two layouts, filled or blank."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja import __version__
from kinerja.alamat import Kotak, a1
from kinerja.formulir.hasil import plan_hasil
from kinerja.formulir.hasil_acuan import quote
from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.terbit.pembuatan import identify
from kinerja.terbit.penerbitan import name_workbook
from kinerja.terbit.register import NAMA_REGISTER, Terbitan, open_register
from kinerja.workbook.ekspresi import X
from kinerja.workbook.layout import Matriks
from tests.alat.terbit import ASAL
from workbook_templates.perjanjian_kinerja.bahan import to_kolom
from workbook_templates.perjanjian_kinerja.penilaian import to_sel

Isi = Mapping[str, Matriks]
LEMBAR = "Monev '24"
"""A sheet's name that must be quoted."""


@dataclass
class Pembuat:
    """A workbook under construction."""

    pk: PerjanjianKinerja
    isi: Isi
    nama: dict[str, tuple[str, Kotak]] = field(default_factory=dict)
    buku: openpyxl.Workbook = field(default_factory=openpyxl.Workbook)

    def put(self, lembar: Worksheet, baris: int, *nilai: Any, kolom: int = 0) -> None:
        """Values of a row; a text never becomes a formula unless it begins with `==`."""
        for c, satu in enumerate(nilai, start=kolom):
            sel = lembar.cell(baris + 1, c + 1)
            if isinstance(satu, str) and satu.startswith("=="):
                sel.value = satu[1:]
            elif satu is not None:
                _type(sel, satu)

    def ask(self, lembar: Worksheet, nama: str, kotak: Kotak, *, angka: bool = False) -> None:
        """An input with its name, and what was typed into it."""
        b, k, b2, k2 = kotak
        self.nama[nama] = (lembar.title, kotak)
        isi = self.isi.get(nama, ())
        if angka:
            aturan = DataValidation("decimal", operator="between", formula1="0", formula2="1000000000000000")
            aturan.add(f"{a1(b, k)}:{a1(b2, k2)}")
            lembar.add_data_validation(aturan)
        for r in range(b, b2 + 1):
            for c in range(k, k2 + 1):
                sel = lembar.cell(r + 1, c + 1)
                sel.protection = Protection(locked=False)
                if r - b < len(isi) and isi[r - b][c - k] is not None:
                    _type(sel, isi[r - b][c - k])

    def finish(self, sidik: str, formulir: str) -> bytes:
        """With its hidden sheet."""
        hasil = plan_hasil(self.pk, self.nama, (sidik, formulir))
        lembar = self.buku.create_sheet("Identitas")
        lembar.sheet_state = "hidden"
        for r, c, nilai in hasil.sel:
            sel = lembar.cell(r + 1, c + 1)
            if isinstance(nilai, X):
                sel.value = f"={nilai.rumus}"
            else:
                _type(sel, nilai)
        for nama, (milik, (b, k, b2, k2)) in self.nama.items():
            self._name(nama, f"{quote(milik)}!{a1(b, k, mutlak=True)}:{a1(b2, k2, mutlak=True)}")
        for nama, r, c, tinggi in hasil.nama:
            self._name(nama, f"Identitas!{a1(r, c, mutlak=True)}:{a1(r + tinggi - 1, c, mutlak=True)}")
        for satu in self.buku.worksheets:
            satu.protection.sheet = True
        keluar = io.BytesIO()
        self.buku.save(keluar)
        return keluar.getvalue()

    def _name(self, nama: str, acuan: str) -> None:
        awal, _, akhir = acuan.rpartition("!")
        kiri, _, kanan = akhir.partition(":")
        self.buku.defined_names[nama] = DefinedName(nama, attr_text=f"{awal}!{kiri if kiri == kanan else akhir}")


def _type(sel: Cell | MergedCell, nilai: Any) -> None:
    sel.value = nilai
    if isinstance(nilai, str):
        sel.data_type = "s"


def make_formulir(
    pk: PerjanjianKinerja, isi: Isi | None = None, *, susun: str = "a", sidik: str = "", formulir: str = ""
) -> bytes:
    """A workbook of layout `a` (quarters; formulas that our engine has not) or `b` (years, in another order)."""
    p = Pembuat(pk, isi or {})
    (_put_a if susun == "a" else _put_b)(p)
    return p.finish(sidik or f"{susun}-{pk.kecamatan.kode}-{pk.jenis}", formulir or susun * 64)


def _put_a(p: Pembuat) -> None:
    lembar: Worksheet = p.buku.active  # type: ignore[assignment]
    lembar.title = LEMBAR
    pk, r = p.pk, 6
    p.put(lembar, 0, f"MONITORING KECAMATAN {pk.kecamatan.nama.upper()} TAHUN {pk.tahun}")
    p.put(lembar, 1, "Nama camat", pk.pihak_pertama.nama)
    p.put(lembar, 2, "NIP camat")
    p.ask(lembar, "isian_camat_nip", (2, 1, 2, 1))
    p.put(lembar, 3, "Catatan umum")
    p.ask(lembar, "isian_catatan_umum", (3, 1, 3, 1))
    p.put(lembar, 5, "No", "Kode", "Indikator", "Satuan", "Target", "I", "II", "III", "IV", "Jumlah", "Kendala")
    for n, i in enumerate(pk.indikator, start=1):
        p.put(lembar, r, n, None, i.nama, i.satuan, to_kolom([to_sel(i.target)])[0][0])
        if i.target is None:
            p.ask(lembar, f"isian_indikator_{n}_target", (r, 4, r, 4), angka=not i.jenis.berurutan)
        for q in range(4):
            nama = f"isian_indikator_{n}_realisasi_{q + 1}"
            p.ask(lembar, nama, (r, 5 + q, r, 5 + q), angka=not i.jenis.berurutan)
            p.ask(lembar, f"isian_indikator_{n}_kendala_{q + 1}", (r, 10 + q, r, 10 + q))
        p.put(lembar, r, f'==IFERROR(VLOOKUP(C{r + 1},$C$7:$I$90,7,FALSE)/E{r + 1},"")', kolom=9)
        r += 1
    r += 2
    p.put(lembar, r - 1, "No", "Kode", "Program", "Ket", "Anggaran", "I", "II", "III", "IV", "Jumlah", "DPA")
    awal, n = r, len(pk.program)
    for k, x in enumerate(pk.program):
        p.put(lembar, awal + k, k + 1, x.kode, x.nama, None, to_kolom([x.anggaran])[0][0])
        p.put(lembar, awal + k, f"==SUM(F{awal + k + 1}:I{awal + k + 1})", kolom=9)
    if any(x.anggaran is None for x in pk.program):
        p.nama["isian_program_perjanjian"] = (LEMBAR, (awal, 4, awal + n - 1, 4))
    for q in range(4):
        p.ask(lembar, f"isian_program_realisasi_{q + 1}", (awal, 5 + q, awal + n - 1, 5 + q), angka=True)
    p.ask(lembar, "isian_program_dpa", (awal, 10, awal + n - 1, 10), angka=True)
    p.put(lembar, awal + n, "JUMLAH", f"==SUM(J{awal + 1}:J{awal + n})", "==TODAY()")
    p.nama["hasil_belanja"] = (LEMBAR, (awal + n, 1, awal + n, 1))
    p.put(lembar, awal + n + 1, "Rasio", f"==IFERROR(B{awal + n + 1}/SUM(E{awal + 1}:E{awal + n}),0)")
    p.nama["hasil_rasio"] = (LEMBAR, (awal + n + 1, 1, awal + n + 1, 1))


def _put_b(p: Pembuat) -> None:
    uang: Worksheet = p.buku.active  # type: ignore[assignment]
    uang.title = "Keuangan"
    lembar = p.buku.create_sheet("Kinerja")
    pk, n = p.pk, len(p.pk.program)
    p.put(uang, 0, "NIP")
    p.ask(uang, "isian_camat_nip", (0, 3, 0, 3))
    p.put(uang, 1, "DPA", "Nama Program", "Kode")
    for k, x in enumerate(pk.program):
        p.put(uang, 2 + k, None, x.nama, x.kode)
    p.ask(uang, "isian_program_dpa", (2, 0, 1 + n, 0), angka=True)
    p.ask(uang, "isian_program_realisasi", (2, 3, 1 + n, 3), angka=True)
    for k, i in enumerate(pk.indikator, start=1):
        p.put(lembar, 4 * k, i.nama, i.satuan)
        p.ask(lembar, f"isian_indikator_{k}_realisasi", (4 * k, 2, 4 * k, 2), angka=not i.jenis.berurutan)
        p.ask(lembar, f"isian_indikator_{k}_kendala", (4 * k + 1, 2, 4 * k + 1, 2))


def issue_formulir(folder: Path, pk: PerjanjianKinerja, susun: str = "a") -> bytes:
    """The same as an issue in the register of a folder."""
    isi = make_formulir(pk, susun=susun)
    folder.mkdir(parents=True, exist_ok=True)
    nama = name_workbook(pk)
    (folder / nama).write_bytes(isi)
    waktu = ASAL.waktu.isoformat(timespec="seconds")
    sidik = hashlib.sha256(isi).hexdigest()
    satu = Terbitan(identify(pk), pk.kecamatan.nama, "", nama, sidik, waktu, __version__, "uji", "")
    with open_register(folder / NAMA_REGISTER, ASAL.waktu.date()) as register, register.transaction():
        register.add(satu, isi)
    return isi


def draw_isi(pk: PerjanjianKinerja, benih: int, sampai: int = 4) -> dict[str, Matriks]:
    """What somebody types into layout `a`, up to a quarter; nonsense, but of the right kind."""
    acak, isi = Random(benih), dict[str, Matriks]({"isian_camat_nip": (("197001011990011001",),)})
    for n, i in enumerate(pk.indikator, start=1):
        for q in range(1, sampai + 1):
            x = acak.choice(i.urutan) if i.jenis.berurutan else acak.randint(1, 9000) / 100
            isi[f"isian_indikator_{n}_realisasi_{q}"] = ((x,),)
    for q in range(1, sampai + 1):
        isi[f"isian_program_realisasi_{q}"] = tuple((acak.randint(1, 10**8),) for _ in pk.program)
    isi["isian_program_dpa"] = tuple((10**10,) for _ in pk.program)
    isi["isian_indikator_1_kendala_2"] = (("Hujan terus-menerus",),)
    isi["isian_catatan_umum"] = (("=1+1 bukan rumus",),)
    return isi
