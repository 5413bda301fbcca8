"""Read formula cells straight from the XML of an xlsx file: fast, and without a library's own mending."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from tests.alat.alamat import Kotak, box, cell_position

Nilai = float | bool | str
Sel = tuple[str, str]
"""Sheet name and address: ("SKM", "C7")."""
Values = dict[Sel, Nilai]

# Kinds of error in the file format, and those that IronCalc adds.
GALAT = frozenset(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]) | frozenset(
    ["#SPILL!", "#CALC!", "#CIRC!", "#ERROR!", "#N/IMPL!"]
)

UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read_cached(path: Path) -> Values:
    """Cached value of every formula cell; "" for an empty one, "#N/A" and so on for errors."""
    with zipfile.ZipFile(path) as arsip:
        teks = _shared_strings(arsip)
        return {(sheet, sel.get("r")): _value(sel, teks) for sheet, sel, _ in _formula_cells(arsip)}


def read_formulas(path: Path) -> dict[Sel, str]:
    """Text of every formula, without "=". Followers of a shared formula (we write none) have the text ""."""
    with zipfile.ZipFile(path) as arsip:
        return {(sheet, sel.get("r")): rumus for sheet, sel, rumus in _formula_cells(arsip)}


def find_errors(values: Values) -> dict[Sel, str]:
    """The cells of `values` that hold an error value; a blank workbook must have none in any engine."""
    return {sel: nilai for sel, nilai in values.items() if isinstance(nilai, str) and nilai in GALAT}


def sheet_parts(arsip: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name -> part name in the zip, in the order of the tabs."""
    daftar = etree.fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
    relasi = {r.get("Id"): r.get("Target") for r in daftar}
    buku = etree.fromstring(arsip.read("xl/workbook.xml"))
    return {
        sheet.get("name"): posixpath.normpath(posixpath.join("/xl", relasi[sheet.get(f"{RELASI}id")]))[1:]
        for sheet in buku.iterfind(f"{UTAMA}sheets/{UTAMA}sheet")
    }


def read_printed_texts(path: Path) -> dict[Sel, str]:
    """Texts, typed or computed, that stand in the print area of a visible sheet, hidden rows and columns left out."""
    hasil: dict[Sel, str] = {}
    with zipfile.ZipFile(path) as arsip:
        teks = _shared_strings(arsip)
        buku = etree.fromstring(arsip.read("xl/workbook.xml"))
        keadaan = [sheet.get("state", "visible") for sheet in buku.iterfind(f"{UTAMA}sheets/{UTAMA}sheet")]
        daerah = {
            int(nama.get("localSheetId")): nama.text.rpartition("!")[2]
            for nama in buku.iter(f"{UTAMA}definedName")
            if nama.get("name") == "_xlnm.Print_Area"
        }
        for nomor, (sheet, bagian) in enumerate(sheet_parts(arsip).items()):
            if keadaan[nomor] != "visible":
                continue
            akar = etree.fromstring(arsip.read(bagian))
            kotak = box(daerah.get(nomor, "A1:XFD1048576"))
            for sel in _shown_cells(akar, kotak):
                nilai = _value(sel, teks)
                if isinstance(nilai, str):
                    hasil[sheet, sel.get("r")] = nilai
    return hasil


def _shown_cells(akar: Any, kotak: Kotak) -> Iterator[Any]:
    tersembunyi = {
        k
        for kolom in akar.iterfind(f"{UTAMA}cols/{UTAMA}col[@hidden='1']")
        for k in range(int(kolom.get("min")), int(kolom.get("max")) + 1)
    }
    for baris in akar.iterfind(f"{UTAMA}sheetData/{UTAMA}row"):
        if baris.get("hidden") != "1":
            for sel in baris:
                b, k = cell_position(sel.get("r"))
                if kotak[0] <= b <= kotak[2] and kotak[1] <= k <= kotak[3] and k not in tersembunyi:
                    yield sel


def _formula_cells(arsip: zipfile.ZipFile) -> Iterator[tuple[str, Any, str]]:
    for sheet, bagian in sheet_parts(arsip).items():
        for rumus in etree.fromstring(arsip.read(bagian)).iter(f"{UTAMA}f"):
            yield sheet, rumus.getparent(), rumus.text or ""


def _shared_strings(arsip: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in arsip.namelist():
        return []
    akar = etree.fromstring(arsip.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in si.iter(f"{UTAMA}t")) for si in akar.iterfind(f"{UTAMA}si")]


def _value(sel: Any, teks: list[str]) -> Nilai:
    isi = sel.findtext(f"{UTAMA}v") or ""
    match sel.get("t", "n"):
        case "b":
            return isi == "1"
        case "s":
            return teks[int(isi)]
        case "n" if isi:
            return float(isi)
        case _:
            return str(isi)


def read_part(isi: Path | bytes, nama: str) -> str:
    """A part of a workbook, in a file or in memory, as text."""
    with zipfile.ZipFile(io.BytesIO(isi) if isinstance(isi, bytes) else isi) as arsip:
        return arsip.read(nama).decode()
