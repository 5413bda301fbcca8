"""The plan of a workbook: frozen data that one writer turns into a file.

A sheet is made of locked cells (`Sel`: text, number, or formula **with the value that the core computed**) and of
input blocks (`Blok`: a name, a validation rule, an Indonesian prompt). Illegal states cannot be built: a formula has
a value, an input has a name and a rule. Rows and columns count from 0; `a1` gives the address that a user reads.
The plan knows no file, and the writer has no opinion. What a workbook has many of is a `Struct`: a frozen dataclass
that is made, compared and turned into JSON several times as fast.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

import msgspec
from msgspec import Struct

from kinerja.alamat import Kotak, a1, name_kotak
from kinerja.workbook.larik import Larik, RumusBernama

Nilai = str | int | float | None
"""What a cell can hold. `None` is blank; a number is never a text."""
Matriks = tuple[tuple[Nilai, ...], ...]
"""Values of a block, row by row."""

MAKS_TEKS = 32_767
"""Characters in one cell (Excel specifications and limits); more would be cut without a word."""


@dataclass(frozen=True, slots=True)
class Gaya:
    """A cell style; `terkunci` follows from the kind of cell, not from the style."""

    tebal: bool = False
    miring: bool = False
    garis_bawah: bool = False
    ukuran: float = 11
    warna: str = "#000000"
    latar: str | None = None
    bingkai: Literal["", "tipis", "ganda_bawah", "kiri", "kanan", "sambung", "sambung_awal", "sambung_akhir"] = ""
    datar: Literal["left", "center", "right", "justify"] = "left"
    tegak: Literal["top", "vcenter", "bottom", "vjustify"] = "vcenter"
    lipat: bool = False
    susut: bool = False
    format: str = "General"
    indentasi: int = 0


class Sel(Struct, frozen=True, array_like=True, gc=False):
    """A locked cell, merged to the right over `lebar` columns and down over `tinggi` rows.

    Attributes:
        rumus: native formula without the leading `=`; then `nilai` is the value that the core computed.
        tautan: a sheet address such as `SKM!A1` that a click leads to.
    """

    baris: int
    kolom: int
    nilai: Nilai
    gaya: str
    rumus: str | None = None
    tautan: str | None = None
    lebar: int = 1
    tinggi: int = 1

    @property
    def a1(self) -> str:
        """Address of the first cell."""
        return a1(self.baris, self.kolom)


class Aturan(Struct, frozen=True):
    """What may be typed into an input block, and the prompt that says so (title <= 32, text <= 255).

    Attributes:
        jenis: `bulat`, `desimal`, `rupiah` (nothing finer than a sen), `teks` (length within the limits), or `pilihan`
            (one of `pilihan_dari`, a range).
        atas_sel: address, relative to the block's first cell, of a cell that holds the upper limit instead of `atas`.
        tegas: stop on a wrong value, or only warn.
        di_kepala: the prompt stands in the cells above the block, where it does not hide the cells that are typed in.
    """

    jenis: Literal["bulat", "desimal", "rupiah", "teks", "pilihan"]
    judul: str
    petunjuk: str
    bawah: float = 0
    atas: float = 0
    atas_sel: str = ""
    pilihan_dari: str = ""
    tegas: bool = True
    di_kepala: bool = False


class Blok(Struct, frozen=True):
    """A block of cells with one meaning: inputs, or figures that the issuer has already agreed.

    Attributes:
        nama: defined name, `isian_…`; the workbook's public interface.
        nilai: rows × columns of values; shorter rows and missing rows are blank, more than the cells is a ValueError.
        terkunci: (row, column) inside the block that are locked: what the issuer filled.
        batas: the upper limit of each row, where the rule's `atas` is not that of all; its prompt names it as `{atas}`.
        tinggi: number of rows.
        lebar: number of columns.
    """

    nama: str
    baris: int
    kolom: int
    tinggi: int
    lebar: int
    gaya: str
    aturan: Aturan
    nilai: tuple[tuple[Nilai, ...], ...] = ()
    terkunci: frozenset[tuple[int, int]] = frozenset()
    gaya_terkunci: str = ""
    batas: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.batas and len(self.batas) != self.tinggi:
            raise ValueError(f"Batas {self.nama} tidak sebanyak barisnya.")
        if len(self.nilai) > self.tinggi or max(map(len, self.nilai), default=0) > self.lebar:
            raise ValueError(f"Nilai {self.nama} lebih banyak daripada selnya.")

    def value(self, baris: int, kolom: int) -> Nilai:
        """The value at a place inside the block; blank where none was given."""
        if baris < len(self.nilai) and kolom < len(self.nilai[baris]):
            return self.nilai[baris][kolom]
        return None

    @property
    def kotak(self) -> Kotak:
        """Its first and last cell."""
        return self.baris, self.kolom, self.baris + self.tinggi - 1, self.kolom + self.lebar - 1

    @property
    def wilayah(self) -> str:
        """Address of the block, `$A$1:$B$9`, without its sheet."""
        return name_kotak(self.kotak, mutlak=True)


class FormatBersyarat(Struct, frozen=True):
    """Cells of `wilayah` take `gaya` while `rumus` (relative to its first cell, without `=`) is true."""

    wilayah: str
    rumus: str
    gaya: str


@dataclass(frozen=True, slots=True)
class Seri:
    """One series of a chart: ranges of its labels and values, with the values for the chart's cache."""

    nama: str
    label: str
    nilai: str
    warna: str


@dataclass(frozen=True, slots=True)
class Grafik:
    """A plain bar chart with direct labels, placed at a cell.

    Attributes:
        uraian: what it shows, for those who cannot see it; its title where there is none.
        garis: distance of the lines across, with the figures and a sign at them; 0 for none.
        tindih: series stand in one place, where each category has a value in one of them only.
        format: of the labels; "" as in the cells.
        huruf: size of all its texts in points.
    """

    baris: int
    kolom: int
    judul: str
    seri: tuple[Seri, ...]
    jenis: Literal["bar", "column"] = "bar"
    lebar: int = 640
    tinggi: int = 320
    uraian: str = ""
    garis: int = 0
    tindih: bool = False
    format: str = ""
    huruf: int = 10


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture fitted into a box of pixels at a cell; the bytes are PNG or JPEG."""

    baris: int
    kolom: int
    isi: bytes
    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True)
class Cetak:
    """How a sheet prints: paper, orientation, area, repeated rows and columns.

    Attributes:
        satu_halaman: all of it on one page, however small.
        selebar: one page wide, however small; for tables of many columns that are worked on, not printed.
        lanjut_kolom: columns with which a page should begin where one is too narrow for all.
        skala: per cent; 0 is as small as one page's width asks for. `halaman.paginate` sets it and the breaks.
        patah: rows with which a page begins.
        patah_kolom: columns with which a page begins.
    """

    kertas: Literal["f4", "a4"] = "f4"
    mendatar: bool = False
    area: tuple[int, int, int, int] | None = None
    baris_berulang: tuple[int, int] | None = None
    kolom_berulang: tuple[int, int] | None = None
    satu_halaman: bool = False
    selebar: bool = False
    lanjut_kolom: tuple[int, ...] = ()
    skala: int = 0
    patah: tuple[int, ...] = ()
    patah_kolom: tuple[int, ...] = ()


class Lembar(Struct, frozen=True):
    """One sheet of the plan.

    Attributes:
        lebar: width of each column from A on, in characters of the default font.
        tinggi: heights of rows in points where they differ from the default.
        beku: first row and column that scroll.
        filter: range with filter buttons, which work on the locked sheet.
    """

    nama: str
    lebar: tuple[float, ...]
    sel: tuple[Sel, ...] = ()
    blok: tuple[Blok, ...] = ()
    tinggi: tuple[tuple[int, float], ...] = ()
    beku: tuple[int, int] | None = None
    cetak: Cetak = Cetak()
    bersyarat: tuple[FormatBersyarat, ...] = ()
    grafik: tuple[Grafik, ...] = ()
    gambar: tuple[Gambar, ...] = ()
    filter: str = ""
    tersembunyi: bool = False
    garis: bool = False
    warna_tab: str = ""


@dataclass(frozen=True, slots=True)
class Buku:
    """The plan of one workbook.

    Attributes:
        gaya: the styles that cells name.
        nama: defined names besides those of the blocks: (name, reference such as `SKM!$C$20`).
        tanggal: year, month, day stamped as the creation date, so that equal plans give equal bytes.
        kaki: left text of the footer of every sheet.
        rumus: functions as names.
        larik: formulas that fill several cells.
        bebas: nothing is locked, so that its sheets can be copied into other workbooks.
    """

    judul: str
    lembar: tuple[Lembar, ...]
    gaya: dict[str, Gaya]
    nama: tuple[tuple[str, str], ...]
    tanggal: tuple[int, int, int]
    sifat: tuple[tuple[str, str], ...] = ()
    kaki: str = ""
    rumus: tuple[RumusBernama, ...] = ()
    larik: tuple[Larik, ...] = ()
    bebas: bool = False

    def get_lembar(self, nama: str) -> Lembar:
        """The sheet of that name.

        Raises:
            KeyError: no such sheet.
        """
        for lembar in self.lembar:
            if lembar.nama == nama:
                return lembar
        raise KeyError(nama)


_JSON = msgspec.json.Encoder(order="deterministic")


def digest(isi: object) -> str:
    """SHA-256 over the canonical JSON of a plan or a part of one.

    >>> digest(Sel(0, 0, "Medan", "teks")) == hashlib.sha256(b'[0,0,"Medan","teks",null,null,1,1]').hexdigest()
    True
    """
    return hashlib.sha256(_JSON.encode(isi)).hexdigest()
