"""A filled form as a file: what the core can compute stands in the cache, and the container is ours.

The parts are openpyxl's; into them go the values of formulas, which openpyxl cannot write. A formula that our engine
does not know, and all that depends on one, stays without a value, and a program computes it when it opens the file.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from functools import partial
from html import escape
from typing import Any, NamedTuple

from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils.datetime import to_excel

from kinerja.alamat import Kotak, find_kolom
from kinerja.formulir.mesin import compute_sisa
from kinerja.formulir.sel import Workbook, get_isi
from kinerja.formulir.tulis import write_buku
from kinerja.workbook.eksak import GalatSelError, to_eksak, to_tampak
from kinerja.workbook.isi_buku import IsiBuku, SelLembar
from kinerja.workbook.paket import Anggota, Potong, pack, split_bagian
from kinerja.workbook.urai import parse_rumus
from kinerja.workbook.urai_batas import is_pasti
from kinerja.workbook.urai_fungsi import UraiError

_SEL_RUMUS = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>]*)>(<f(?:/>| [^>]*/>|[^>]*>[^<]*</f>))<v ?/?>(?:</v>)?</c>'
)
"""A formula as openpyxl writes it: always without a value."""
_BERUBAH = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)\s*\(", re.IGNORECASE)


class TakTerhitungError(RecursionError):
    """A formula that our engine does not know; what it raises leaves no trace in the cells that asked for it."""


class RumusMentah(NamedTuple):
    """A formula as it stands in a cell, without `=`."""

    teks: str


class Simpan(NamedTuple):
    """A value as a cell keeps it: the attribute that says its kind, and its text."""

    jenis: bytes
    isi: bytes


Sel = tuple[int, int]
NilaiLembar = dict[Sel, Simpan | None]


class Simpanan(NamedTuple):
    """A finished file; how many of its formulas have a value in it, and how many have none."""

    isi: bytes
    terhitung: int
    tak_terhitung: int


def save_buku(
    wb: Workbook,
    nama: Mapping[str, tuple[str, Kotak]],
    siapa: tuple[str, str],
    halaman: Mapping[str, Mapping[str, str]],
) -> Simpanan:
    """The bytes of a workbook; the same workbook gives the same bytes.

    Args:
        nama: where its defined names lead.
        siapa: the sheet whose formulas are ours; whose workbook it is, for messages.
        halaman: heads and feet of pages, by sheet and element; openpyxl would lose their lines and sizes.
    """
    kami, tempat = siapa
    hasil = compute_nilai(wb, nama, kami)
    with zipfile.ZipFile(write_buku(wb)) as arsip:
        bagian = [(satu, arsip.read(satu)) for satu in arsip.namelist()]
    letak = {ws.path[1:]: ws.title for ws in wb.worksheets}  # known once it is written
    bagian = [(satu, _put_halaman(data, halaman.get(letak.get(satu, ""), {}))) for satu, data in bagian]
    isi = _pack(bagian, letak, hasil)
    sisa = [(lembar, b, k) for lembar, milik in hasil.items() for (b, k), nilai in milik.items() if nilai is None]
    if sisa and not _is_berubah(wb):
        terhitung = compute_sisa(isi, [(lembar, b - 1, k - 1) for lembar, b, k in sisa], tempat)
        for (lembar, b, k), nilai in zip(sisa, terhitung, strict=True):
            hasil[lembar][b, k] = None if nilai is None else _spell(nilai)
        isi = _pack(bagian, letak, hasil) if any(x is not None for x in terhitung) else isi
    semua = [x for milik in hasil.values() for x in milik.values()]
    tanpa = sum(x is None for x in semua)
    return Simpanan(isi, len(semua) - tanpa, tanpa)


def _put_halaman(data: bytes, halaman: Mapping[str, str]) -> bytes:
    """The part of a sheet with its heads and feet as they are meant."""
    for elemen, teks in halaman.items():
        tanda = elemen.encode()
        isi = b"<%s>%s</%s>" % (tanda, escape(teks, quote=False).encode(), tanda)
        lama = re.search(rb"<%s(?:\s*/>|[^>]*>.*?</%s>)" % (tanda, tanda), data, re.DOTALL)
        if lama is not None:
            data = data[: lama.start()] + isi + data[lama.end() :]
    return data


def _pack(
    bagian: Sequence[tuple[str, bytes]], letak: Mapping[str, str], hasil: Mapping[str, Mapping[Sel, Simpan | None]]
) -> bytes:
    """The file of these parts, values put in; `letak` tells the sheet of a part."""
    anggota = []
    for nama, data in bagian:
        nilai = hasil.get(letak.get(nama, ""))
        potong = split_bagian(nama, _put_nilai(data, nilai) if nilai else data)
        anggota.append(Anggota.from_potong(nama, [Potong.from_isi(x) for x in potong]))
    return pack(anggota)


def _is_berubah(wb: Workbook) -> bool:
    """Whether a formula comes to something else tomorrow, or each time; what hangs on it is not told apart."""
    return any(
        sel.data_type == "f" and _BERUBAH.search(str(get_isi(sel)))
        for ws in wb.worksheets
        for sel in ws._cells.values()
    )


def compute_nilai(wb: Workbook, nama: Mapping[str, tuple[str, Kotak]], kami: str) -> dict[str, NilaiLembar]:
    """For each formula cell, by sheet, row and column from 1, how its value is written; None where it is not known.

    Args:
        kami: the sheet whose formulas are ours.
    """
    lembar: dict[str, SelLembar] = {}
    rumus: list[tuple[str, tuple[int, int]]] = []
    for ws in wb.worksheets:
        milik = lembar[ws.title] = {}
        for (baris, kolom), sel in ws._cells.items():
            nilai = sel.value
            if nilai is None:
                continue
            if sel.data_type == "f":
                rumus.append((ws.title, (baris, kolom)))
                nilai = RumusMentah(str(get_isi(sel)))
            elif isinstance(nilai, date | time | timedelta):
                nilai = float(to_excel(nilai, wb.epoch))  # type: ignore[no-untyped-call]
            milik[baris - 1, kolom - 1] = nilai
    lokal = {satu.casefold() for ws in wb.worksheets for satu in ws.defined_names}  # it hides one of the workbook
    acuan = {satu.casefold(): letak for satu, letak in nama.items() if satu.casefold() not in lokal}
    isi = IsiBuku(lembar, acuan, partial(_to_nilai, kami=kami))
    hasil: dict[str, NilaiLembar] = {}
    for judul, (baris, kolom) in rumus:
        hasil.setdefault(judul, {})[baris, kolom] = _write(isi, judul, baris - 1, kolom - 1)
    return hasil


def _to_nilai(nilai: Any, lembar: str, kami: str) -> Any:
    """What a cell of openpyxl holds, for the engine."""
    if isinstance(nilai, RumusMentah):
        rumus = nilai.teks.removeprefix("=")
        if lembar != kami and not is_pasti(rumus):
            raise TakTerhitungError
        try:
            return parse_rumus(rumus, lembar)
        except (UraiError, ValueError):
            raise TakTerhitungError from None
    if isinstance(nilai, CellRichText):
        return str(nilai)
    return to_eksak(nilai)


def _write(isi: IsiBuku, lembar: str, baris: int, kolom: int) -> Simpan | None:
    try:
        nilai = isi.get_sel(lembar, baris, kolom)
    except (RecursionError, GalatSelError):  # an error may be but what our engine makes of a formula of the office
        return None
    return _spell(to_tampak(nilai))


def _spell(nilai: str | float | bool) -> Simpan:
    """A value as a cell keeps it."""
    if isinstance(nilai, bool):
        return Simpan(b' t="b"', b"%d" % nilai)
    if isinstance(nilai, str):
        return Simpan(b' t="str"', escape(nilai, quote=False).encode())
    return Simpan(b"", repr(nilai).encode())


def _put_nilai(data: bytes, nilai: Mapping[tuple[int, int], Simpan | None]) -> bytes:
    """The part of a sheet with values in its formula cells."""
    sisa = len(nilai)

    def put(cocok: re.Match[bytes]) -> bytes:
        nonlocal sisa
        sisa -= 1
        huruf, baris, gaya, rumus = cocok.groups()
        simpan = nilai[int(baris), find_kolom(huruf.decode())]
        jenis, isi = (b"", b"") if simpan is None else (simpan.jenis, b"<v>%s</v>" % simpan.isi)
        return b'<c r="%s%s"%s%s>%s%s</c>' % (huruf, baris, gaya, jenis, rumus, isi)

    data = _SEL_RUMUS.sub(put, data)
    assert sisa == 0, "openpyxl writes formulas in another spelling"
    return data
