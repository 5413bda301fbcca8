"""What stands in a workbook's package, counted: parts by what relates them, and in each its elements and attributes.

Two packages can so be compared without a list of all that Excel knows. A kind of thing is a path: how its part is
reached (`worksheet>drawing>chart`), after a colon the elements (`worksheet:sheetPr/tabColor`), after `@` an attribute.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from typing import NamedTuple

from kinerja.alamat import a1
from kinerja.tabel.arsip import Arsip
from kinerja.tabel.xml import Penangan, get_atribut, parse_xml

Kandungan = dict[tuple[str, str], Counter[str]]
"""By sheet (empty: of the workbook) and kind: how many there are, by cell; an empty cell where none can be named."""

TEKS, SEL, KEPALA = "sharedStrings", "worksheet:sheetData/row/c", "worksheet:headerFooter/"
_SAMA = ("", "0", "false", "none")
"""Values of an attribute that say what its absence says."""
_UTUH = {"theme", "pivotTable", "pivotCacheDefinition", "pivotCacheRecords", "externalLink", "core-properties"}
"""Parts that are counted, not looked into: what a program keeps of them it keeps whole."""
_TANPA_JALAN = ("", "officeDocument")
"""Whose parts are named by their kind alone."""
_ATRIBUT_SEL = ("cm", "vm")
"""Attributes of a cell that are more than its own spelling."""
_OBJEK = re.compile(rb'ObjectType="(\w{1,40})"')
_SEL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class Relasi(NamedTuple):
    """A relationship: its kind (the last word of its type) and the part it leads to, empty where that is outside."""

    id: str
    jenis: str
    tujuan: str


class _PembacaRelasi(Penangan):
    def __init__(self, folder: str) -> None:
        self.semua: list[Relasi] = []
        self._folder = folder

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        if nama == "Relationship":
            luar = atribut.get("TargetMode") == "External"
            tujuan = "" if luar else posixpath.normpath(posixpath.join("/", self._folder, atribut.get("Target", "")))
            jenis = atribut.get("Type", "").rpartition("/")[2]
            self.semua.append(Relasi(atribut.get("Id", ""), jenis, tujuan.lstrip("/")))


class _Pembaca(Penangan):
    """Counts the elements and attributes of one part; of a workbook part also remembers which sheet is whose.

    Args:
        kosong: numbers of the shared strings without a letter; filled by their part, asked by the sheets.

    Attributes:
        lembar_lain: names of sheets by the id of their relationship.
    """

    def __init__(self, isi: Kandungan, lembar: str, jalan: str, kosong: set[str]) -> None:
        self.lembar_lain: dict[str, str] = {}
        self._kosong, self._nomor, self._ada, self._bersama = kosong, 0, False, False
        self._isi, self._lembar, self._awal = isi, lembar, f"{jalan}:"
        self._jalan: list[str] = []
        self._sel: list[str] = []
        self._huruf: list[str] = []
        self._kolom = ""  # of an anchor, once it is known

    def start(self, nama: str, atribut: dict[str, str], dalam: int) -> None:
        self._huruf.clear()
        induk = self._jalan[-1] if self._jalan else ""
        self._jalan.append(f"{induk}/{nama}" if dalam > 2 else self._awal + (nama if dalam == 2 else ""))
        self._sel.append(_find_sel(atribut) or (self._sel[-1] if self._sel else ""))
        if nama in ("c", "si"):
            self._ada, self._bersama = False, atribut.get("t") == "s"
        if nama == "sheet":
            self.lembar_lain[get_atribut(atribut, "id")] = atribut.get("name", "")
        self._count(nama, atribut)

    def _count(self, nama: str, atribut: dict[str, str]) -> None:
        jalan = self._jalan[-1]
        if jalan.startswith(SEL):
            kirim = {n: x for n, x in atribut.items() if jalan == SEL and n in _ATRIBUT_SEL}
            self._ada |= jalan == f"{SEL}/f"
            if jalan not in (SEL, f"{SEL}/f", f"{SEL}/v", f"{SEL}/is"):  # a value may be written in many ways
                self._add(jalan.replace(f"{SEL}/is", f"{TEKS}:si"))
        else:
            kirim = atribut
        if not jalan.startswith((SEL, KEPALA)):
            self._add(f"{jalan} {atribut.get('name', '')}" if nama == "definedName" else jalan)
        for satu, nilai in kirim.items():
            if ":" not in satu and satu != "xmlns" and nilai.casefold() not in _SAMA:
                self._add(f"{jalan}@{satu}")

    def text(self, teks: str) -> None:
        self._huruf.append(teks)

    def end(self, nama: str, dalam: int) -> None:
        teks = "".join(self._huruf).strip()
        self._huruf.clear()
        induk = self._jalan[-2] if dalam > 1 else ""
        if teks:
            self._ada |= not (nama == "v" and self._bersama and teks in self._kosong)
            if self._jalan[-1].startswith(KEPALA):
                self._add(self._jalan[-1])
        if nama == "si":
            self._kosong |= set() if self._ada else {str(self._nomor)}
            self._nomor += 1
        elif nama == "c" and self._jalan[-1] == SEL and self._ada:
            self._add(f"{SEL}=")
        elif nama == "sqref":
            self._place(teks.partition(" ")[0].partition(":")[0], 2)
        elif nama == "col" and induk.endswith("/from"):
            self._kolom = teks
        elif nama == "row" and induk.endswith("/from") and teks.isdecimal() and self._kolom.isdecimal():
            self._place(a1(int(teks), int(self._kolom)), 5)
        self._jalan.pop()
        self._sel.pop()

    def _add(self, jalan: str) -> None:
        lembar = "" if jalan.startswith(TEKS) else self._lembar
        cacah = self._isi.setdefault((lembar, jalan), Counter())
        cacah[self._sel[-1]] += 1

    def _place(self, sel: str, dalam: int) -> None:
        """The cell of the innermost open elements becomes known: that of a rule, or of an anchor and what holds it."""
        for n in range(len(self._sel) - 1, max(0, len(self._sel) - 1 - dalam), -1):
            if self._sel[n]:
                break
            self._sel[n] = sel
            cacah = self._isi.get((self._lembar, self._jalan[n]))
            if cacah and cacah[""]:
                cacah[""] -= 1
                cacah[sel] += 1


def list_kandungan(arsip: Arsip) -> Kandungan:
    """All that can be reached from the package's root.

    Raises:
        DataError: a part is broken, or breaks a limit of the door.
    """
    isi: Kandungan = {}
    lihat: set[str] = set()
    kosong: set[str] = set()
    tunggu = [("", "", "")]
    while tunggu:
        bagian, jalan, lembar = tunggu.pop()
        lembar_lain = _read_bagian(arsip, (bagian, jalan, lembar), isi, kosong)
        for id_, jenis, tujuan in sorted(_list_relasi(arsip, bagian), key=lambda r: r.jenis == TEKS):  # read first
            milik = lembar_lain.get(id_, lembar)
            anak = jenis if jalan in _TANPA_JALAN else f"{jalan}>{jenis}"
            isi.setdefault((milik, anak), Counter())[""] += 1
            if tujuan in arsip and tujuan not in lihat:
                lihat.add(tujuan)
                tunggu.append((tujuan, anak, milik))
    return isi


def _read_bagian(arsip: Arsip, letak: tuple[str, str, str], isi: Kandungan, kosong: set[str]) -> dict[str, str]:
    """Count what is in a part; the names of sheets by relationship, where it is the workbook's."""
    bagian, jalan, lembar = letak
    jenis = jalan.rpartition(">")[2]
    if jenis == "vmlDrawing":  # Excel's own spelling, which need not be XML
        for cocok in _OBJEK.finditer(arsip.read(bagian)):
            isi.setdefault((lembar, f"{jalan}:{cocok[1].decode()}"), Counter())[""] += 1
    if jenis in _UTUH or not bagian.endswith(".xml"):
        return {}
    pembaca = _Pembaca(isi, lembar, jalan, kosong)
    parse_xml(arsip.stream(bagian), arsip.tempat, pembaca)
    return pembaca.lembar_lain


def _list_relasi(arsip: Arsip, bagian: str) -> list[Relasi]:
    folder, nama = posixpath.split(bagian)
    path = posixpath.join(folder, "_rels", f"{nama}.rels")
    if path not in arsip:
        return []
    pembaca = _PembacaRelasi(folder)
    parse_xml(arsip.stream(path), arsip.tempat, pembaca)
    return pembaca.semua


def _find_sel(atribut: dict[str, str]) -> str:
    for nama in ("r", "ref", "sqref"):
        if cocok := _SEL.match(atribut.get(nama, "")):
            return cocok[1] + cocok[2]
    return ""
