"""An .xlsx workbook: its sheets, defined names and title; of a sheet the cells, by one checking pass that gives them.

ECMA-376 part 1, 18.2 and 18.3. What a cell without `r` means, or a shared string of several runs, is said there.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from kinerja.alamat import show_nama
from kinerja.errors import DataError
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.batas import MAKS_NAMA
from kinerja.tabel.pintu import SIMPAN
from kinerja.tabel.sel import IsiLembar
from kinerja.tabel.teks import unescape_teks
from kinerja.tabel.xlsx_gaya import PembacaGaya
from kinerja.tabel.xlsx_lembar import PembacaLembar
from kinerja.tabel.xlsx_teks import read_teks
from kinerja.tabel.xml import Penangan, get_atribut, is_ya, parse_xml

P = TypeVar("P", bound=Penangan)
_MAKS_LEMBAR = 1_000
_MAKS_POLOS = 1_000_000
"""Bytes of shared strings that are looked at whole."""
_KECIL = 64_000
"""Bytes of a part that is remembered: those that say what there is are the same in all workbooks of one form."""


class BukuXlsx:
    """A workbook whose archive has been found sound; parts are read when they are asked for.

    Attributes:
        lembar: whether each sheet can be seen, by its name, in order; chart sheets are left out.
        nama: references by defined name, those of the whole workbook.
        nama_lokal: the same of names that only one sheet knows, by (sheet, name).
        keadaan: of each sheet, chart sheets too: `visible`, `hidden`, `veryHidden`.
        hitung: how it is computed, as `calcPr` says.
        sejak_1904: its days count from 1904.
        bagian: the part of each sheet, by its name.

    Raises:
        DataError: no workbook, or a broken one.
    """

    def __init__(self, arsip: Arsip) -> None:
        self.tempat = arsip.tempat
        self._arsip = arsip
        pokok = self._read_relasi("").get("officeDocument", {}).values()
        self._pokok = next(iter(pokok), "xl/workbook.xml")
        if self._pokok.casefold().endswith(".bin"):
            raise DataError("Ini buku kerja .xlsb.", tempat=self.tempat, saran=SIMPAN)
        if self._pokok not in arsip:
            raise DataError("Ini bukan buku kerja .xlsx.", tempat=self.tempat, saran=SIMPAN)
        isi = self._read_kenal(self._pokok, _PembacaBuku)
        self._relasi = self._read_relasi(self._pokok)
        bagian = self._relasi.get("worksheet", {})
        semua = [(nama, bagian[kunci], tampak) for nama, kunci, tampak in isi.lembar if kunci in bagian]
        self.bagian: Mapping[str, str] = {nama: tujuan for nama, tujuan, _ in semua}
        if len({n.casefold() for n in self.bagian}) < len(semua) or len(semua) > _MAKS_LEMBAR:
            raise DataError("Daftar lembar di dalam berkas rusak.", tempat=self.tempat, saran=SIMPAN)
        self.lembar: Mapping[str, bool] = {nama: tampak for nama, _, tampak in semua}
        self.nama: Mapping[str, str] = isi.nama
        urut = [nama for nama, *_ in isi.lembar]
        self.nama_lokal: Mapping[tuple[str, str], str] = {
            (urut[n], nama): acuan for (n, nama), acuan in isi.nama_lokal.items() if n < len(urut)
        }
        self.keadaan: Mapping[str, str] = isi.keadaan
        self.hitung: Mapping[str, str] = isi.hitung
        self.sejak_1904 = isi.sejak_1904

    @property
    def judul(self) -> str:
        """The title among the document's properties; empty where there is none."""
        bagian = "docProps/core.xml"
        if bagian not in self._arsip:
            return ""
        isi = _PembacaTeks("title", 2, "title")
        isi.satu_ruang = False  # there the title has a prefix of its own
        self._parse(bagian, isi)
        return "".join(isi.semua[:1])

    def read(self, lembar: str) -> IsiLembar:
        """The cells of a sheet.

        Raises:
            DataError: broken, too large, cells that stand twice.
        """
        bagian = self.bagian[lembar]
        tempat = f"{self.tempat}, lembar {lembar}"
        if bagian not in self._arsip:
            raise DataError("Isi lembar ini tidak ada di dalam berkas.", tempat=tempat, saran=SIMPAN)
        isi = PembacaLembar(tempat, self.teks, self._gaya, sejak_1904=self.sejak_1904)
        return isi.read(self._arsip.stream(bagian))

    def list_relasi(self, jenis: str, bagian: str = "") -> list[str]:
        """Parts of a kind (`styles`, `table`) that a part, or the workbook itself, leads to."""
        return list((self._read_relasi(bagian) if bagian else self._relasi).get(jenis, {}).values())

    @cached_property
    def teks(self) -> list[str]:
        """The shared strings."""
        isi = _PembacaTeks("si", 2, "t")
        for bagian in self._relasi.get("sharedStrings", {}).values():
            polos = None
            if bagian in self._arsip and self._arsip.measure(bagian) <= _MAKS_POLOS:
                polos = read_teks(self._arsip.read(bagian), self.tempat)
            if polos is None:
                self._parse(bagian, isi)
            else:
                isi.semua += polos
        return [unescape_teks(teks) for teks in isi.semua]

    @cached_property
    def _gaya(self) -> list[str]:
        """What each cell style makes of a number: `tanggal`, `durasi`, or nothing."""
        isi = PembacaGaya()
        for bagian in self._relasi.get("styles", {}).values():
            self._parse(bagian, isi)
        return isi.finish()

    def _read_relasi(self, bagian: str) -> dict[str, dict[str, str]]:
        """Parts that a part (or the package) leads to, by kind and Id."""
        folder, nama = posixpath.split(bagian)
        relasi = posixpath.join(folder, "_rels", f"{nama}.rels")
        return self._read_kenal(relasi, _PembacaRelasi, folder).relasi if relasi in self._arsip else {}

    def _read_kenal(self, bagian: str, jenis: Callable[..., P], *pilihan: str) -> P:
        """A part by its reader, which may have read the same bytes before: nobody may change what it holds."""
        if self._arsip.measure(bagian) > _KECIL:
            penangan = jenis(*pilihan)
            self._parse(bagian, penangan)
            return penangan
        try:
            hasil: P = _read_bita(self._arsip.read(bagian), jenis, *pilihan)  # type: ignore[assignment]
        except DataError as galat:
            raise DataError(galat.pesan, tempat=self.tempat, saran=galat.saran) from None
        return hasil

    def _parse(self, bagian: str, penangan: Penangan) -> None:
        parse_xml(self._arsip.stream(bagian), self.tempat, penangan)


@lru_cache(maxsize=64)
def _read_bita(isi: bytes, jenis: Callable[..., Penangan], *pilihan: str) -> Penangan:
    penangan = jenis(*pilihan)
    parse_xml((isi,), "", penangan)
    return penangan


class _PembacaRelasi(Penangan):
    """`_rels/*.rels`: targets inside the package, as names of parts."""

    satu_ruang = True

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.relasi: dict[str, dict[str, str]] = {}

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "Relationship" and dalam == 2 and atribut.get("TargetMode") != "External":
            jenis = atribut.get("Type", "").rpartition("/")[2]
            tujuan = posixpath.normpath(posixpath.join("/", self._folder, atribut.get("Target", "")))
            self.relasi.setdefault(jenis, {})[atribut.get("Id", "")] = tujuan.lstrip("/")


class _PembacaBuku(Penangan):
    """`workbook.xml`: sheets (name, relation, seen), defined names, how it is computed, and its day 0."""

    satu_ruang = True

    def __init__(self) -> None:
        self.lembar: list[tuple[str, str, bool]] = []
        self.nama: dict[str, str] = {}
        self.nama_lokal: dict[tuple[int, str], str] = {}
        self.keadaan: dict[str, str] = {}
        self.hitung: dict[str, str] = {}
        self.sejak_1904 = False
        self._kini = self._milik = ""
        self._isi: list[str] = []

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "sheet" and dalam == 3:
            keadaan = atribut.get("state", "visible")
            nama_lembar = show_nama(atribut.get("name", ""))
            self.keadaan[nama_lembar] = keadaan
            self.lembar.append((nama_lembar, get_atribut(atribut, "id"), keadaan == "visible"))
        elif nama == "definedName" and dalam == 3:
            self._kini, self._milik, self._isi = atribut.get("name", ""), atribut.get("localSheetId", ""), []
        elif nama == "calcPr":
            self.hitung = atribut
        elif nama == "workbookPr":
            self.sejak_1904 = is_ya(atribut.get("date1904", ""))

    def end(self, nama: str, dalam: int) -> None:
        if nama == "definedName" and dalam == 3 and self._kini:
            acuan = "".join(self._isi).strip()[:MAKS_NAMA]
            if not self._milik:
                self.nama[self._kini] = acuan
            elif self._milik.isdecimal() and len(self._milik) < 9:
                self.nama_lokal[int(self._milik), self._kini] = acuan
            self._kini = ""

    def text(self, teks: str) -> None:
        if self._kini:
            self._isi.append(teks)


class _PembacaTeks(Penangan):
    """Texts of all elements of one name at one depth: what stands in their leaves `daun`, without phonetic hints."""

    satu_ruang = True

    def __init__(self, nama: str, dalam: int, daun: str) -> None:
        self._nama, self._dalam, self._daun = nama, dalam, daun
        self._isi: list[str] = []
        self._baca = False
        self._lewat = 0
        self.semua: list[str] = []

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == self._nama and dalam == self._dalam:
            self._isi = []
        self._baca = nama == self._daun and not self._lewat
        if nama == "rPh":  # how Japanese programs note the sound of a text
            self._lewat += 1

    def end(self, nama: str, dalam: int) -> None:
        self._baca = False
        if nama == self._nama and dalam == self._dalam:
            self.semua.append("".join(self._isi))
        elif nama == "rPh":
            self._lewat -= 1

    def text(self, teks: str) -> None:
        if self._baca:
            self._isi.append(teks)
