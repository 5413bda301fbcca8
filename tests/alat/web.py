"""The web add-in under test: built, served, opened in a browser; and how its values compare with the core's."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from addin.build.halaman import ContohHalaman
from addin.build.sajikan import make_server
from addin.build.sertifikat import find_certificate
from addin.build.web import build_web
from addin.nilai import Galat
from kinerja.alamat import a1, parse_range
from tests.alat.peramban import Peramban
from tests.alat.program import AKAR
from tests.alat.server import run_server

PYODIDE = AKAR / ".alat" / "node_modules" / "pyodide"
GALAT_EXCEL = {"Null": "#NULL!", "Div0": "#DIV/0!", "Value": "#VALUE!", "Ref": "#REF!", "Name": "#NAME?"}
GALAT_EXCEL |= {"Num": "#NUM!", "NotAvailable": "#N/A"}

BACA_CONTOH = """(akar) => [...akar.querySelectorAll('.contoh > li')].map((li) => [
    li.querySelector('.panggilan').textContent,
    [...li.querySelectorAll('.letak')].map((x) => x.textContent),
    [...li.querySelectorAll('table')].map((t) => [...t.rows].map((r) => [...r.cells].map((c) => c.textContent)))])"""
"""Reads the examples of a function off a page; compare with `show_contoh`."""


def show_contoh(contoh: ContohHalaman) -> list[Any]:
    """An example as a page shows it: the call, which blocks stand below it, all tables cell by cell."""
    sebab = f": {contoh.sebab}" if contoh.sebab else ""
    keluaran = [[list(isi) for _, isi in contoh.keluaran.baris]] if contoh.keluaran else []
    sel = [[["", *satu.kolom], *([str(n), *isi] for n, isi in satu.baris)] for satu in contoh.sel]
    return [
        f"{contoh.rumus} → {contoh.hasil}{sebab}",
        [f"{satu.letak} berisi:" for satu in contoh.sel],
        [*keluaran, *sel],
    ]


def read_folder(folder: Path) -> dict[str, bytes]:
    """What is in a built folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def open_folder(folder: Path, sertifikat: Path) -> Iterator[str]:
    """A built folder behind https; gives its address. POST is refused."""
    with make_server(folder, 0, sertifikat) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"https://localhost:{server.server_port}"
        server.shutdown()


@contextmanager
def open_excel(cara: str, sementara: Path) -> Iterator[Peramban]:
    """A browser in which the add-in's page stands open; `cara`: "server" (xlwings Server) or "folder" (Wasm)."""
    sertifikat = find_certificate(sementara)
    if cara == "server":
        tempat = run_server(sertifikat, sementara / "server.log")
    else:
        tempat = open_folder(build_web(sementara, pyodide=PYODIDE), sertifikat)
    with tempat as alamat, Peramban(sertifikat) as peramban:
        peramban.alamat = alamat
        peramban.open(f"{alamat}/taskpane.html")
        yield peramban


def call(excel: Peramban, nama: str, *argumen: Any) -> Any:
    """What the cells of a formula show."""
    return read_outcome(excel.call(nama, *argumen))


def refuse(excel: Peramban, nama: str, *argumen: Any) -> tuple[Any, Any]:
    """What the cells show, and the sentence of the error."""
    hasil = excel.call(nama, *argumen)
    return read_outcome(hasil), hasil.get("pesan")


def to_cells(nilai: Any, letak: str = "Lembar1!A1", format_sel: Any = None) -> dict[str, Any]:
    """An argument that stands in cells, from that cell on (or in that range), shown in that format, or a format each.

    >>> to_cells([[1], [2]], "Data!A2")
    {'letak': 'Data!A2:A3', 'nilai': [[1], [2]], 'format': None}
    """
    isi = nilai if isinstance(nilai, list) else [[nilai]]
    lembar, _, sel = letak.rpartition("!")
    if ":" not in sel and (len(isi), len(isi[0])) != (1, 1):
        baris, kolom, _, _ = parse_range(sel)
        letak = f"{lembar}!{sel}:{a1(baris + len(isi) - 1, kolom + len(isi[0]) - 1)}"
    return {"letak": letak, "nilai": to_js(isi), "format": format_sel}


def to_js(nilai: Any) -> Any:
    """A value as Office.js hands it over: an error is a data type of its own."""
    if isinstance(nilai, list | tuple):
        return [to_js(satu) for satu in nilai]
    if isinstance(nilai, Galat):
        return {"type": "Error", "basicValue": nilai.kode, "basicType": "Error"}
    return nilai


def read_outcome(jawaban: dict[str, Any]) -> Any:
    """What the cells show: rows, with errors as their code and blanks as None; a single error is its code."""
    if "hasil" not in jawaban:
        return jawaban.get("galat", "ditolak")
    return [[_read_sel(sel) for sel in baris] for baris in jawaban["hasil"]]


def _read_sel(sel: Any) -> Any:
    if isinstance(sel, dict):
        return GALAT_EXCEL[sel["errorType"]]
    if isinstance(sel, int) and not isinstance(sel, bool):
        return float(sel)
    return None if sel == "" else sel
