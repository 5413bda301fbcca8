"""The add-in without Python in LibreOffice's VBA: thousands of calls from cells of one workbook, in one run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import xlsxwriter
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from addin.build.murni import write_modules
from addin.build.ovba import Proyek
from addin.daftar import DAFTAR
from addin.hari_ini import hari_ini
from addin.nilai import KODE, Galat
from addin.spec import Arg, Fungsi
from tests.alat.calc import run_calc
from tests.alat.libreoffice import Lokal
from tests.alat.vba import TEMPLAT

KOLOM_ARGUMEN = 30
"""Results stand left of this column, arguments from it on."""
HARI_INI = "tanggal = Date\n"


@dataclass(frozen=True, slots=True)
class Persen:
    """A number in a cell formatted as per cent."""

    nilai: float


@dataclass(frozen=True, slots=True)
class Tertulis:
    """An argument as it is typed: a constant or a reference."""

    rumus: str
    nilai: Any = None


def write_proyek(path: Path, tambahan: str = "", hari: date | None = None) -> None:
    """The VBA project of a workbook with the add-in's modules, and `tambahan` as one more; `hari` is today."""
    proyek = Proyek(ZipFile(TEMPLAT / "quickstart.xlsm").read("xl/vbaProject.bin"))
    proyek.remove("Module1")
    for nama, kode in write_modules().items():
        if hari and nama == "kinerja_hukum":
            assert HARI_INI in kode
            kode = kode.replace(HARI_INI, f"tanggal = DateSerial({hari.year}, {hari.month}, {hari.day})\n")
        proyek.add(nama, kode)
    proyek.add("uji", f"Option Explicit\n{tambahan}")
    path.write_bytes(proyek.to_bytes())


def run_vba(
    panggilan: Sequence[tuple[str, tuple[Any, ...]]],
    folder: Path,
    bentuk: Iterable[tuple[int, int] | None] = (),
    *,
    tambahan: str = "",
    hari: date | None = None,
    lokal: Lokal = "en-US",
) -> list[Any]:
    """What each call gives in a cell, errors as their code.

    Args:
        panggilan: name and arguments; a list of rows is a range, Persen a formatted cell, Tertulis stands in the
            formula.
        bentuk: rows and columns of the result of each call; None is one cell.
    """
    write_proyek(folder / "vba.bin", tambahan, hari)
    ukuran = list(bentuk) or [None] * len(panggilan)
    with xlsxwriter.Workbook(folder / "uji.xlsm") as buku:
        buku.add_vba_project(str(folder / "vba.bin"))
        alamat = _write_calls(buku, panggilan, ukuran)
    nilai = run_calc([{"buka": str(folder / "uji.xlsm"), "baca": alamat}], lokal=lokal)[0]["nilai"]
    return [_to_code(nilai[satu]) for satu in alamat]


def _write_calls(buku: Any, panggilan: Sequence[tuple[str, tuple[Any, ...]]], ukuran: Sequence[Any]) -> list[str]:
    lembar = buku.add_worksheet()
    bentuk_angka = {"persen": "0.00%", "tanggal": "dd/mm/yyyy"}
    gaya = {nama: buku.add_format({"num_format": satu}) for nama, satu in bentuk_angka.items()}
    alamat, baris = [], 0
    for (nama, masukan), bentuk in zip(panggilan, ukuran, strict=True):
        kolom, tinggi, argumen = KOLOM_ARGUMEN, 1, []
        for nilai in masukan:
            if isinstance(nilai, Tertulis):
                argumen.append(nilai.rumus)
                continue
            blok = nilai if isinstance(nilai, list) else [[nilai]]
            for i, satu in enumerate(blok):
                for j, sel in enumerate(satu):
                    _write_cell(lembar, gaya, baris + i, kolom + j, sel)
            argumen.append(xl_range(baris, kolom, baris + len(blok) - 1, kolom + len(blok[0]) - 1))
            kolom, tinggi = kolom + len(blok[0]), max(tinggi, len(blok))
        rumus = f"={nama}({','.join(argumen)})"
        if bentuk is None:
            lembar.write_formula(baris, 0, rumus)
            alamat.append(xl_rowcol_to_cell(baris, 0))
        else:
            satu_alamat = xl_range(baris, 0, baris + bentuk[0] - 1, bentuk[1] - 1)
            lembar.write_array_formula(satu_alamat, f"{{{rumus}}}")
            alamat.append(satu_alamat)
            tinggi = max(tinggi, bentuk[0])
        baris += tinggi
    return alamat


def _write_cell(lembar: Any, gaya: dict[str, Any], i: int, j: int, sel: Any) -> None:
    if isinstance(sel, Persen):
        lembar.write_number(i, j, sel.nilai, gaya["persen"])
    elif isinstance(sel, date):
        lembar.write_datetime(i, j, sel, gaya["tanggal"])
    elif isinstance(sel, str):
        lembar.write_string(i, j, sel)
    elif isinstance(sel, bool):
        lembar.write_boolean(i, j, sel)
    elif sel is not None:
        lembar.write_number(i, j, sel)


def _to_code(nilai: Any) -> Any:
    """LibreOffice shows a CVErr of VBA as a text."""
    if isinstance(nilai, list):
        return [_to_code(sel) for sel in nilai]
    return GALAT_VBA.get(nilai, nilai) if isinstance(nilai, str) else nilai


GALAT_VBA = {f"Error {nomor}": kode for kode, nomor in KODE.items()}


def to_core(fungsi: Fungsi, masukan: tuple[Any, ...]) -> list[Any]:
    """Arguments as the core takes them: a cell that shows 66,5% is that text where per cent counts."""
    args = [fungsi.args[min(i, len(fungsi.args) - 1)] for i in range(len(masukan))]
    nama = getattr(masukan[0], "nilai", masukan[0]) if masukan else ""
    if fungsi.nama == "KINERJA_ALASAN" and (satu := DAFTAR.get(str(nama).upper())):
        dalam = satu.at(hari_ini())
        args[1:] = [dalam.args[min(i, len(dalam.args) - 1)] for i in range(len(masukan) - 1) if dalam.args]
    return [_to_core(arg, nilai) for arg, nilai in zip(args, masukan, strict=True)]


def _to_core(arg: Arg, nilai: Any) -> Any:
    if isinstance(nilai, list):
        return [[_to_core(arg, sel) for sel in baris] for baris in nilai]
    if isinstance(nilai, Tertulis):
        return nilai.nilai
    if isinstance(nilai, Persen):
        return show_persen(nilai.nilai) if arg.persen else nilai.nilai
    return nilai


def show_persen(nilai: float) -> str:
    """The text that a cell of this number shows as per cent, with all its 15 digits.

    >>> [show_persen(x) for x in (0.665, 1, -0.00125, 0)]
    ['66,5%', '100%', '-0,125%', '0%']
    """
    teks = f"{Decimal(f'{nilai:.15g}').scaleb(2):f}"
    return f"{teks.rstrip('0').rstrip('.') if '.' in teks else teks}%".replace(".", ",")


def shape(hasil: Any) -> tuple[int, int] | None:
    """Rows and columns of a result that is a range."""
    return (len(hasil), len(hasil[0])) if isinstance(hasil, list) else None


def show(hasil: Any) -> Any:
    """A result of the core as a cell shows it."""
    if isinstance(hasil, list):
        return [[show(sel) for sel in baris] for baris in hasil]
    if isinstance(hasil, Galat):
        return hasil.kode
    return None if hasil == "" else float(hasil) if isinstance(hasil, int) else hasil
