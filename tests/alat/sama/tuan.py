"""The hosts: each takes calls, and gives what its cells show."""

from __future__ import annotations

import contextlib
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from addin.baca import SEL_TUNGGAL
from addin.bekukan import freeze_formula
from addin.build.oxt import build_oxt
from addin.daftar import DAFTAR
from addin.ejaan import LAYANAN_CALC, get_metode
from addin.hari_ini import hari_ini
from addin.rumus_biasa import TanpaRumusError
from kinerja.alamat import a1
from tests.alat import bernama
from tests.alat.addin import blank
from tests.alat.calc import run_calc
from tests.alat.murni import KOLOM_ARGUMEN, Persen, _write_cell, run_vba, shape
from tests.alat.peramban import Peramban
from tests.alat.perintah import prepare
from tests.alat.program import AKAR, ProgramError
from tests.alat.sama.aturan import Panggilan
from tests.alat.sama.batas import HANYA_NILAI, is_tertulis, to_seri
from tests.alat.web import read_outcome, to_cells

SEKALIGUS = 200
"""Cells that Excel computes together."""


def run_murni(semua: Sequence[Panggilan], bentuk: Sequence[Any], folder: Path) -> list[Any]:
    """VBA without Python, from cells, in LibreOffice's VBA."""
    return run_vba(semua, folder, map(shape, bentuk))


def run_com(semua: Sequence[Panggilan]) -> list[Any]:
    """xlwings' COM server on stand-ins for pywin32, in a process of its own."""
    proses = subprocess.run(
        [sys.executable, "-m", "tests.alat.sama.com"],
        input=pickle.dumps([(nama, _unwrap(masukan)) for nama, masukan in semua]),
        capture_output=True,
        env=prepare({}),
        cwd=AKAR,
        timeout=300,
        check=False,
    )
    if proses.returncode:
        raise ProgramError(proses.stderr.decode()[-2000:])
    hasil: list[Any] = json.loads(proses.stdout.splitlines()[-1])
    return [blank(satu) for satu in hasil]


def _unwrap(masukan: Sequence[Any]) -> Any:
    if isinstance(masukan, Persen):
        return masukan.nilai
    return type(masukan)(map(_unwrap, masukan)) if isinstance(masukan, list | tuple) else masukan


def run_oxt(semua: Sequence[Panggilan], bentuk: Sequence[Any], folder: Path) -> list[Any]:
    """The extension in LibreOffice, from cells."""
    alamat = []
    with xlsxwriter.Workbook(folder / "oxt.xlsx") as buku:
        lembar, gaya, baris = buku.add_worksheet(), _make_gaya(buku), 0
        for (nama, masukan), hasil in zip(semua, bentuk, strict=True):
            argumen, tinggi = _put_args(lembar, gaya, baris, masukan, [False] * len(masukan))
            rumus = f"={LAYANAN_CALC.upper()}.{get_metode(nama).upper()}({','.join(argumen)})"
            ukuran = shape(hasil) or (1, 1)
            alamat.append(xl_range(baris, 0, baris + ukuran[0] - 1, ukuran[1] - 1))
            if ":" in alamat[-1]:
                lembar.write_array_formula(alamat[-1], f"{{{rumus}}}")
            else:
                lembar.write_formula(alamat[-1], rumus)
            baris += max(tinggi, ukuran[0])
    nilai = run_calc([{"buka": str(folder / "oxt.xlsx"), "baca": alamat}], build_oxt(folder))[0]["nilai"]
    return [nilai[satu] for satu in alamat]


def _make_gaya(buku: Any) -> dict[str, Any]:
    return {"persen": buku.add_format({"num_format": "0.00%"}), "tanggal": buku.add_format({"num_format": "d/m/yyyy"})}


def _put_args(
    lembar: Any, gaya: dict[str, Any], baris: int, masukan: Sequence[Any], blok: Sequence[bool]
) -> tuple[list[str], int]:
    """Put arguments into the cells from a row on: how each is written, and how many rows were taken.

    Args:
        blok: whether an argument is written as a range, be it of one cell.
    """
    argumen, kolom, tinggi = [], KOLOM_ARGUMEN, 1
    for nilai, is_blok in zip(masukan, blok, strict=True):
        isi = nilai if isinstance(nilai, list) else [[nilai]]
        for i, satu in enumerate(isi):
            for j, sel in enumerate(satu):
                _write_cell(lembar, gaya, baris + i, kolom + j, sel)
        ujung = xl_rowcol_to_cell(baris, kolom), xl_rowcol_to_cell(baris + len(isi) - 1, kolom + len(isi[0]) - 1)
        argumen.append(":".join(ujung) if is_blok or isinstance(nilai, list) else ujung[0])
        kolom, tinggi = kolom + len(isi[0]), max(tinggi, len(isi))
    return argumen, tinggi


def run_web(excel: Peramban, semua: Sequence[Panggilan]) -> list[Any]:
    """Office.js in Chromium, with the stand-in for Excel around it.

    Many cells at a time, as when a formula is filled down: the grid is asked once for all of them.
    """
    hasil: list[Any] = []
    for mulai in range(0, len(semua), SEKALIGUS):
        panggilan, baris = [], 0
        for nama, masukan in semua[mulai : mulai + SEKALIGUS]:
            panggilan.append([nama, _put_cells(masukan, baris)])
            baris += max((len(nilai) for nilai in masukan if isinstance(nilai, list)), default=1)
        jawaban = excel.run(f"excel.serentak({json.dumps(panggilan)})", detik=300)["hasil"]
        hasil += map(read_outcome, jawaban)
    return hasil


def _put_cells(masukan: Sequence[Any], baris: int) -> list[dict[str, Any]]:
    """Each argument in columns of its own from a row on, with the format of each cell."""
    hasil, kolom = [], 0
    for nilai in masukan:
        isi = nilai if isinstance(nilai, list) else [[nilai]]
        bentuk = [[_find_bentuk(sel) for sel in satu] for satu in isi]
        polos = [[to_seri(sel) for sel in satu] for satu in _unwrap(isi)]
        hasil.append(to_cells(polos, f"Data!{a1(baris, kolom)}", bentuk))
        kolom += len(isi[0])
    return hasil


def _find_bentuk(sel: Any) -> str:
    return "0.00%" if isinstance(sel, Persen) else "d/m/yyyy" if isinstance(sel, date) else "General"


def run_lambda(nama_mesin: str, semua: Sequence[Panggilan], bentuk: Sequence[Any], folder: Path) -> list[Any]:
    """LAMBDA names: each result is a dynamic array."""
    panggilan = bernama.Panggilan()
    for (nama, masukan), hasil in zip(semua, bentuk, strict=True):
        argumen, kolom = [], 0
        for nilai in _unwrap(masukan):
            blok = nilai if isinstance(nilai, list) else [[nilai]]
            argumen.append(panggilan.put(blok, kolom))
            kolom += len(blok[0])
        panggilan.call(f"{nama}({','.join(argumen)})", *(shape(hasil) or (1, 1)))
    return bernama.compute(panggilan, nama_mesin, folder, hari_ini())


def run_beku(semua: Sequence[Panggilan], folder: Path, **dihitung: Callable[[Path], Any]) -> dict[str, list[Any]]:
    """Frozen formulas in some engines; HANYA_NILAI where there is none."""
    sel: dict[int, str] = {}
    with xlsxwriter.Workbook(folder / "beku.xlsx") as buku:
        lembar, gaya, baris = buku.add_worksheet("L"), _make_gaya(buku), 0
        for nomor, (nama, masukan) in enumerate(semua):
            args = list(zip(DAFTAR[nama].at(hari_ini()).args, masukan, strict=False))
            tertulis = [is_tertulis(arg, nilai) for arg, nilai in args]
            # A block of one cell is written as a range; IronCalc counts in no other.
            blok = [arg.jenis not in SEL_TUNGGAL for arg, _ in args]
            di_sel, tinggi = _put_args(lembar, gaya, baris, [x for _, x in args], blok)
            argumen = [_write_literal(x) if t else s for t, s, (_, x) in zip(tertulis, di_sel, args, strict=True)]
            with contextlib.suppress(TanpaRumusError):
                rumus = freeze_formula(f"{nama}({','.join(argumen)})", pada=hari_ini())
                lembar.write_formula(baris, 0, f"={rumus}", None, "basi")
                sel[nomor] = xl_rowcol_to_cell(baris, 0)
            baris += tinggi
    hasil = {}
    for satu, hitung in dihitung.items():
        nilai = hitung(folder / "beku.xlsx")
        hasil[satu] = [blank(nilai["L", sel[n]]) if n in sel else HANYA_NILAI for n in range(len(semua))]
    return hasil


def _write_literal(nilai: Any) -> str:
    return "" if nilai is None else f'"{nilai}"' if isinstance(nilai, str) else str(nilai)
