"""A sheet of an .xlsx workbook whole: formulas and looks beside the values, what is hidden, what may be typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kinerja.alamat import MAKS_KOLOM, Kotak, parse_range
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.sel import BELUM_DIHITUNG
from kinerja.tabel.xlsx import BukuXlsx
from kinerja.tabel.xlsx_lembar import PembacaLembar
from kinerja.tabel.xlsx_nilai import read_nilai
from kinerja.tabel.xml import feed, is_ya
from kinerja.workbook.token import shift_rumus

_MAKS_RENTANG = 65_530
"""Merged cells, rules and the like of a sheet."""
_HARI_NOL = datetime(1899, 12, 30)
TABEL_DATA = "{TABEL DATA}"
"""Stands for a formula that only a what-if table has."""


class SelPenuh(NamedTuple):
    """A cell: value (None, text, float, bool, SelGalat), formula without `=` (None where there is none), its style.

    A formula that fills several cells (an array formula) has braces around it.
    """

    nilai: object
    rumus: str | None
    gaya: int


class AturanSel(NamedTuple):
    """A rule for what may be typed: ranges, kind (`decimal`, `whole`, `list` …), operator, both bounds as formulas."""

    wilayah: tuple[Kotak, ...]
    jenis: str
    tanda: str
    bawah: str
    atas: str


@dataclass(frozen=True, slots=True)
class LembarPenuh:
    """All of a sheet that says something.

    Attributes:
        sel: cells with a value or a formula, by row and column from 0.
        baris_sembunyi: rows that cannot be seen, from 0; so `kolom_sembunyi`.
        gabung: merged ranges.
        syarat: where a rule changes the look, and to which (from 0); -1 where it hides the value.
        tautan: where links inside the workbook lead, by cell.
        terkunci: whether the sheet is protected.
        gambar: whether pictures, charts, text boxes or comments lie on it.
    """

    sel: Mapping[tuple[int, int], SelPenuh]
    baris_sembunyi: frozenset[int]
    kolom_sembunyi: frozenset[int]
    gabung: tuple[Kotak, ...]
    aturan: tuple[AturanSel, ...]
    syarat: tuple[tuple[tuple[Kotak, ...], int], ...]
    tautan: Mapping[str, str]
    terkunci: bool
    gambar: bool


def read_penuh(buku: BukuXlsx, arsip: Arsip, lembar: str) -> LembarPenuh:
    """All of a sheet.

    Raises:
        DataError: broken, too large, cells that stand twice.
    """
    bagian = buku.bagian[lembar]
    tempat = f"{buku.tempat}, lembar {lembar}"
    if bagian not in arsip:
        raise DataError("Isi lembar ini tidak ada di dalam berkas.", tempat=tempat, saran=SIMPAN)
    return _PembacaPenuh(tempat, buku.teks).read_penuh(arsip.stream(bagian))


class _PembacaPenuh(PembacaLembar):
    """Listens where `PembacaLembar` does, which also holds it to the order and limits of a sheet, and keeps more."""

    def __init__(self, tempat: str, teks: Sequence[str]) -> None:
        super().__init__(tempat, teks, (), sejak_1904=False)
        self.semua: dict[tuple[int, int], SelPenuh] = {}
        self._rumus: list[str] = []
        self._ciri: dict[str, str] = {}
        self._bersama: dict[str, tuple[str, int, int]] = {}
        self._baris_sembunyi: set[int] = set()
        self._kolom_sembunyi: set[int] = set()
        self._gabung: list[Kotak] = []
        self._aturan: list[AturanSel] = []
        self._batas: list[list[str]] = [[], []]
        self._aturan_kini: dict[str, str] = {}
        self._syarat: list[tuple[tuple[Kotak, ...], int]] = []
        self._wilayah: tuple[Kotak, ...] = ()
        self._terkunci = self._gambar = False

    def read_penuh(self, potongan: Iterator[bytes]) -> LembarPenuh:
        """All of the sheet in these bytes."""
        feed(self._pembaca, potongan, self._tempat)
        return LembarPenuh(
            self.semua,
            frozenset(self._baris_sembunyi),
            frozenset(self._kolom_sembunyi),
            tuple(self._gabung),
            tuple(self._aturan),
            tuple(self._syarat),
            self._tautan,
            self._terkunci,
            self._gambar,
        )

    def _start(self, nama: str, atribut: dict[str, str]) -> None:
        ada_rumus = self._ada_rumus
        super()._start(nama, atribut)
        if self._ada_rumus and not ada_rumus:
            self._ciri = atribut
            self._rumus = self._baca = []
        elif not self._di_data:
            self._start_luar(self._lokal[nama], atribut)

    def _start_luar(self, nama: str, atribut: dict[str, str]) -> None:
        """Before or behind the cells."""
        if nama == "col":
            if is_ya(atribut.get("hidden", "")) or _is_nol(atribut.get("width")):
                awal, akhir = _to_bulat(atribut.get("min")), min(_to_bulat(atribut.get("max")), MAKS_KOLOM)
                self._kolom_sembunyi.update(range(max(awal, 1) - 1, akhir))
        elif nama == "mergeCell" and len(self._gabung) < _MAKS_RENTANG:
            self._gabung += _split_wilayah(atribut.get("ref", ""))
        elif nama == "dataValidation":
            self._aturan_kini, self._batas = atribut, [[], []]
        elif nama in ("formula1", "formula2"):
            self._baca = self._batas[nama == "formula2"]
        elif nama in ("conditionalFormatting", "cfRule", "iconSet", "dataBar"):
            self._start_syarat(nama, atribut)
        elif nama == "sheetProtection":
            self._terkunci = is_ya(atribut.get("sheet", ""))
        elif nama in ("drawing", "legacyDrawing", "oleObjects", "controls"):
            self._gambar = True

    def _start_syarat(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "conditionalFormatting":
            self._wilayah = tuple(_split_wilayah(atribut.get("sqref", "")))
        elif len(self._syarat) < _MAKS_RENTANG:
            if nama == "cfRule" and atribut.get("dxfId"):
                self._syarat.append((self._wilayah, _to_bulat(atribut["dxfId"])))
            elif atribut.get("showValue") in ("0", "false"):
                self._syarat.append((self._wilayah, -1))

    def _end(self, nama: str) -> None:
        if not self._di_data:
            self._baca = None
            if self._lokal[nama] == "dataValidation" and len(self._aturan) < _MAKS_RENTANG:
                self._end_aturan()
        super()._end(nama)

    def _end_aturan(self) -> None:
        a = self._aturan_kini
        bawah, atas = ("".join(satu).strip() for satu in self._batas)
        wilayah = tuple(_split_wilayah(a.get("sqref", "")))
        self._aturan.append(AturanSel(wilayah, a.get("type", "none"), a.get("operator", "between"), bawah, atas))

    def _start_baris(self, atribut: dict[str, str]) -> None:
        super()._start_baris(atribut)
        if self._sembunyi or _is_nol(atribut.get("ht")):
            self._baris_sembunyi.add(self._baris - 1)

    def _end_sel(self) -> None:
        teks = "".join(self._nilai) if self._nilai else ""
        jenis = self._sel.get("t", "n")
        rumus = self._make_rumus() if self._ada_rumus else None
        if jenis == "s":
            nilai: object = self._get_bersama(teks)
        elif jenis == "n" and teks and rumus is None and teks.isdigit():
            nilai = float(teks)
        else:
            nilai = read_nilai(teks, jenis, "", _HARI_NOL, ada_rumus=self._ada_rumus)
        self._nilai, self._ada_rumus = None, False
        if nilai is not None or rumus is not None:
            gaya = self._sel.get("s", "0")
            kosong = nilai is BELUM_DIHITUNG
            self.semua[self._baris - 1, self._kolom - 1] = SelPenuh(None if kosong else nilai, rumus, _to_bulat(gaya))

    def _make_rumus(self) -> str:
        """The formula of the cell that ends."""
        teks = "".join(self._rumus).strip()
        jenis = self._ciri.get("t", "normal")
        if jenis == "shared":
            kunci = self._ciri.get("si", "")
            if teks:
                self._bersama[kunci] = teks, self._baris, self._kolom
            elif kunci in self._bersama:
                induk, baris, kolom = self._bersama[kunci]
                return shift_rumus(induk, self._baris - baris, self._kolom - kolom)
        if jenis == "dataTable":
            return TABEL_DATA
        return f"{{{teks}}}" if jenis == "array" else teks


def _to_bulat(teks: str | None) -> int:
    """A whole number from 0; 0 for anything else."""
    return int(teks) if teks and teks.isascii() and teks.isdecimal() and len(teks) < 9 else 0


def _is_nol(teks: str | None) -> bool:
    """Whether a height or width is so small that nobody sees what stands there."""
    try:
        return teks is not None and float(teks) < 1
    except ValueError:
        return False


def _split_wilayah(teks: str) -> list[Kotak]:
    """The ranges of a list with blanks between; what is none is left out.

    >>> _split_wilayah("A1 B2:C3 salah")
    [(0, 0, 0, 0), (1, 1, 2, 2)]
    """
    hasil = []
    for satu in teks.split()[:_MAKS_RENTANG]:
        try:
            hasil.append(parse_range(satu))
        except DataError:
            continue
    return hasil
