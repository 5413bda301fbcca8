"""Rows of the table of outcomes as formulas over cells: each row has a sheet of its own, results stand on the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_range, xl_rowcol_to_cell

from addin.nilai import KODE, Galat
from tests.alat.murni import _write_cell
from tests.alat.sama.tabel import Baris, Gabungan, Hilang, Kolom, Panggil, Tulis

HASIL, GALAT = 0, 40
"""Columns of the results, and of whether each is an error."""
Ejaan = Callable[[str], str]


@dataclass
class Lembar:
    """The arguments of one row: what stands in which cell of its sheet, and how each argument is written."""

    nama: str
    sel: dict[tuple[int, int], Any] = field(default_factory=dict)
    kolom: int = 0

    def write(self, nilai: Any, ejaan: Ejaan) -> str:
        """An argument in a formula; its cells are kept."""
        match nilai:
            case Panggil():
                return f"{ejaan(nilai.nama)}({','.join(self.write(satu, ejaan) for satu in nilai.argumen)})"
            case Hilang():
                return ""
            case Tulis(nilai=isi):
                return f'"{isi}"' if isinstance(isi, str) else str(isi)
            case Gabungan(bagian=bagian):
                return f"({','.join(f'{self.nama}!{self.put(satu)}' for satu in bagian)})"
            case Kolom(isi=isi):
                huruf = xl_col_to_name(self.kolom)
                self.put([[satu] for satu in isi])
                return f"{self.nama}!{huruf}:{huruf}"
            case list():
                return f"{self.nama}!{self.put(nilai)}"
            case _:
                return f"{self.nama}!{self.put([[nilai]])}"

    def put(self, blok: Sequence[Sequence[Any]]) -> str:
        """Keep a block in the next free columns; gives its address."""
        for i, isi in enumerate(blok):
            for j, nilai in enumerate(isi):
                self.sel[i, self.kolom + j] = nilai
        alamat = str(xl_range(0, self.kolom, len(blok) - 1, self.kolom + len(blok[0]) - 1))
        self.kolom += len(blok[0]) + 1
        return alamat


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a result stands: its cells, and those that tell whether each is an error."""

    hasil: str
    galat: str


def write_buku(
    path: Path,
    rumus: dict[int, tuple[str, Lembar, tuple[int, int]]],
    *,
    vba: bytes = b"",
    nama: dict[str, str] | None = None,
    dinamis: bool = False,
) -> dict[int, Tempat]:
    """A workbook of the formulas of some rows; each with its arguments and the size of its result."""
    hasil: dict[int, Tempat] = {}
    with xlsxwriter.Workbook(path) as buku:
        if vba:
            path.with_suffix(".bin").write_bytes(vba)
            buku.add_vba_project(str(path.with_suffix(".bin")))
        for satu, isi in (nama or {}).items():
            buku.define_name(satu, f"={isi}")
        utama, baris = buku.add_worksheet("H"), 0
        gaya = {"persen": buku.add_format({"num_format": "0.0%"}), "tanggal": buku.add_format({"num_format": "d-mmm"})}
        for nomor, (teks, lembar, (tinggi, lebar)) in rumus.items():
            _write_sel(buku.add_worksheet(lembar.nama), gaya, lembar.sel)
            akhir = baris + tinggi - 1
            tempat = xl_range(baris, HASIL, akhir, lebar - 1)
            if dinamis:
                utama.write_dynamic_array_formula(tempat, f"={teks}", None, "basi")
            elif (tinggi, lebar) == (1, 1):
                utama.write_formula(tempat, f"={teks}", None, "basi")
            else:
                utama.write_array_formula(tempat, f"{{={teks}}}", None, "basi")
            for i in range(baris, akhir + 1):
                for j in range(lebar):
                    utama.write_formula(i, GALAT + j, f"=ISERROR({xl_rowcol_to_cell(i, j)})", None, "basi")
            hasil[nomor] = Tempat(tempat, xl_range(baris, GALAT, akhir, GALAT + lebar - 1))
            baris += tinggi
    return hasil


def _write_sel(lembar: Any, gaya: dict[str, Any], semua: dict[tuple[int, int], Any]) -> None:
    for (i, j), sel in semua.items():
        if isinstance(sel, Galat):
            assert sel.kode == "#DIV/0!"
            lembar.write_formula(i, j, "=1/0", None, sel.kode)
        elif sel == "":
            lembar.write_formula(i, j, '=""', None, "")
        else:
            _write_cell(lembar, gaya, i, j, sel)


def write_vba(nomor: int, baris: Baris, lembar: Lembar) -> str:
    """A function in VBA that makes the call of a row: what no cell of LibreOffice hands over as Excel does."""
    isi: list[str] = []
    argumen = [_write_argumen(satu, lembar, isi, k) for k, satu in enumerate(baris.panggilan.argumen)]
    while argumen and not argumen[-1]:
        argumen.pop()
    nama = f"uji_{nomor}"
    return "\n".join(
        [f"Public Function {nama}() As Variant", *isi, f"    {nama} = {baris.panggilan.nama}({', '.join(argumen)})",
         "End Function", ""]
    )  # fmt: skip


def _write_argumen(nilai: Any, lembar: Lembar, isi: list[str], k: int) -> str:
    match nilai:
        case Hilang():
            return ""
        case Tulis(nilai=tetap):
            return f'"{tetap}"' if isinstance(tetap, str) else str(tetap)
        case Galat():  # LibreOffice takes a bare one for an argument that was left out
            return _write_argumen([[nilai]], lembar, isi, k)
        case Gabungan(bagian=bagian):
            alamat = ",".join(lembar.put(satu) for satu in bagian)
        case list() if any(isinstance(sel, Galat) for satu in nilai for sel in satu):
            isi.append(f"    Dim t{k}(1 To {len(nilai)}, 1 To {len(nilai[0])}) As Variant")
            for i, satu in enumerate(nilai, start=1):
                for j, sel in enumerate(satu, start=1):
                    isi.append(f"    t{k}({i}, {j}) = {f'CVErr({KODE[sel.kode]})' if isinstance(sel, Galat) else sel}")
            return f"t{k}"
        case list():
            alamat = lembar.put(nilai)
        case _:
            alamat = lembar.put([[nilai]])
    return f'ThisWorkbook.Worksheets("{lembar.nama}").Range("{alamat}")'


def need_vba(baris: Baris) -> bool:
    """Whether LibreOffice hands an argument of this row over otherwise than Excel: 0 for one left out or an error."""
    return any(
        isinstance(satu, Hilang | Gabungan | Galat)
        or (isinstance(satu, list) and any(isinstance(sel, Galat) for x in satu for sel in x))
        for satu in baris.panggilan.argumen
    )
