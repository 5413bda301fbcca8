"""A cell with a formula, as freezing needs it."""

from __future__ import annotations

from dataclasses import dataclass

from addin.bekukan_xml import Elemen
from kinerja.alamat import a1, parse_range
from kinerja.errors import DataError

DALAM_SEL = 4
"""worksheet, sheetData, row, c: elsewhere a `c` is no cell."""
MAKS_SEL = 200_000
"""Cells of one sheet that are kept at a time: those that call us, and followers of shared formulas that may."""

Tempat = tuple[int, int]
"""First byte of an element, and the byte at which what it holds ends."""


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell with a formula.

    `rumus` is empty for a follower of the shared formula `bersama`, which is empty where none is shared. `ada_nilai`:
    it stores a result that can stay alone; `tanpa_nama`: it stores the #NAME? of a program without the add-in;
    `nol`: it stores the number 0, as programs do that compute nothing; `blok`: the range of its array formula.
    """

    alamat: str
    awal: int
    rumus: str
    tempat_rumus: Tempat
    bersama: str
    tempat_nilai: Tempat | None
    ada_nilai: bool
    tanpa_nama: bool
    nol: bool
    blok: str


def read_sel(elemen: Elemen, alamat: str) -> Sel | None:
    """The cell that an element is; None without a formula."""
    rumus, nilai = (_first(elemen, nama) for nama in "fv")
    if rumus is None:
        return None
    jenis = elemen.atribut.get("t", "")
    teks = nilai.teks.strip() if nilai else ""
    tanpa_nama = jenis == "e" and "#NAME?" in teks
    return Sel(
        alamat,
        elemen.awal,
        rumus.teks if rumus.teks.strip() else "",
        (rumus.awal, rumus.tutup),
        _read_bersama(rumus),
        (nilai.awal, nilai.tutup) if nilai else None,
        # openpyxl writes an empty result for every formula; only text may be empty
        nilai is not None and not tanpa_nama and (jenis == "str" or bool(teks)),
        tanpa_nama,
        is_nol(elemen),
        rumus.atribut.get("ref", "") if rumus.atribut.get("t") == "array" else "",
    )


def is_nol(sel: Elemen) -> bool:
    """Whether a cell stores the number 0."""
    nilai = _first(sel, "v")
    return nilai is not None and sel.atribut.get("t", "n") in ("", "n") and nilai.teks.strip() == "0"


def list_blok(sel: Sel) -> list[str]:
    """The other cells of its array formula; of a range that cannot be read, or is too large, one that is nowhere."""
    if ":" not in sel.blok:
        return []
    try:
        baris, kolom, baris_akhir, kolom_akhir = parse_range(sel.blok.upper())
    except DataError:
        return [sel.blok]
    if (baris_akhir - baris + 1) * (kolom_akhir - kolom + 1) > MAKS_SEL:
        return [sel.blok]
    semua = [a1(i, j) for i in range(baris, baris_akhir + 1) for j in range(kolom, kolom_akhir + 1)]
    return [alamat for alamat in semua if alamat != sel.alamat]


def _first(elemen: Elemen, nama: str) -> Elemen | None:
    return next((anak for anak in elemen.anak if anak.nama == nama and anak.dalam == elemen.dalam + 1), None)


def _read_bersama(rumus: Elemen) -> str:
    """Number of a shared formula, the same in every spelling."""
    if rumus.atribut.get("t") != "shared" or not (nomor := rumus.atribut.get("si", "").strip()):
        return ""
    return nomor.lstrip("0") or "0"


class Letak:
    """Addresses of cells in the order of the sheet; one that names none is the next in its row."""

    def __init__(self) -> None:
        self._baris = 0
        self._acuan = ""
        self._geser = 0

    def start_baris(self, atribut: dict[str, str]) -> None:
        """A row begins."""
        nomor = atribut.get("r", "")
        self._baris = int(nomor) if nomor.isdecimal() and len(nomor) < 8 else self._baris + 1
        self._acuan, self._geser = "", 0

    @property
    def baris(self) -> int:
        """The number, from 1, of the row that began last."""
        return self._baris

    def start_sel(self, atribut: dict[str, str]) -> None:
        """A cell begins."""
        if alamat := atribut.get("r"):
            self._acuan, self._geser = alamat, 0
        else:
            self._geser += 1

    def get_alamat(self) -> str:
        """The address of the cell that began last.

        >>> letak, semua = Letak(), []
        >>> letak.start_baris({"r": "9"})
        >>> for sel in ({}, {}, {"r": "E9"}, {}):
        ...     letak.start_sel(sel)
        ...     semua.append(letak.get_alamat())
        >>> semua
        ['A9', 'B9', 'E9', 'F9']
        """
        if self._acuan and not self._geser:
            return self._acuan
        try:
            baris, kolom, *_ = parse_range(self._acuan) if self._acuan else (self._baris - 1, -1)
        except DataError:  # what the cell before calls its address is none
            return ""
        return a1(baris, kolom + self._geser)
