"""The cells of the sheets of a workbook; what the reader would show as blank is refused by its place."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Sequence

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from kinerja.errors import DataError
from kinerja.sumber.petak import Petak

MAKS_BITA = 80_000_000
MAKS_BARIS, MAKS_KOLOM = 20_000, 500
"""A stray cell far away would make the reader build a grid of everything before it."""

_SEL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
SIMPAN = "Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."
OLE = b"\xd0\xcf\x11\xe0"
"""How files of the old formats begin."""
_ALAMAT = re.compile(rb'\br="([A-Z]+)([0-9]+)"')
_GALAT = re.compile(rb"\bt=[\"']e[\"']")
_RUMUS = re.compile(rb"<(?:\w+:)?f\b")
_NILAI = re.compile(rb"<(?:\w+:)?v>[^<]")


def read_lembar(
    isi: bytes, berkas: str, choose: Callable[[Sequence[str]], Collection[str]] = tuple, maks_baris: int = MAKS_BARIS
) -> dict[str, Petak]:
    """The cells of sheets, by the name of the sheet.

    Args:
        choose: from the names of all sheets to those wanted.
        maks_baris: cells farther down are refused.

    Raises:
        DataError: not a workbook, too large, error values, formulas that were never computed.
    """
    _check_jenis(isi, berkas)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            bagian = map_lembar(arsip, berkas)
            dipilih = choose(list(bagian))
            for nama in dipilih:
                _check_sel(arsip.read(bagian[nama]), f"{berkas}, lembar {nama}", maks_baris)
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        return {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in dipilih}
    except PasswordError:
        raise refuse_sandi(berkas) from None
    except (zipfile.BadZipFile, zlib.error, CalamineError, KeyError, OSError, RuntimeError):
        raise DataError(
            "Berkas rusak dan tidak dapat dibaca.",
            tempat=berkas,
            saran="Buka dengan Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx.",
        ) from None


def _check_jenis(isi: bytes, berkas: str) -> None:
    """Name what the file is when it is no .xlsx."""
    if not isi:
        raise DataError("Berkas kosong.", tempat=berkas, saran="Periksa pengiriman atau penyalinannya.")
    if is_sandi(isi):
        raise refuse_sandi(berkas)
    if isi.startswith(OLE):
        raise DataError("Ini berkas Excel lama (.xls).", tempat=berkas, saran=SIMPAN)
    if isi.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise DataError("Ini halaman web atau XML, bukan berkas .xlsx.", tempat=berkas, saran=SIMPAN)
    if not isi.startswith(b"PK"):
        raise DataError("Ini bukan berkas .xlsx.", tempat=berkas, saran=SIMPAN)


def is_sandi(isi: bytes) -> bool:
    """An encrypted workbook: its zip stands in the container of the old formats."""
    return isi.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in isi


def refuse_sandi(berkas: str) -> DataError:
    """The error for a workbook that opens with a password only."""
    return DataError("Berkas terkunci sandi.", tempat=berkas, saran="Hapus sandinya di Excel, lalu simpan.")


def map_lembar(arsip: zipfile.ZipFile, berkas: str) -> dict[str, str]:
    """Names of the sheets and the zip members that hold them; chart sheets are left out.

    Raises:
        DataError: no workbook inside, or too large.
    """
    nama_bagian = set(arsip.namelist())
    if "xl/workbook.xml" not in nama_bagian:
        raise DataError(
            "Ini bukan buku kerja .xlsx.", tempat=berkas, saran="Simpan sebagai .xlsx (Excel 2007 ke atas)."
        )
    if sum(b.file_size for b in arsip.infolist()) > MAKS_BITA:
        raise DataError("Isi berkas terlalu besar.", tempat=berkas, saran="Salin datanya ke buku kerja baru.")
    tujuan = {
        _attribute(elemen, "Id"): _attribute(elemen, "Target")
        for elemen in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", arsip.read("xl/_rels/workbook.xml.rels"))
    }
    lembar = {
        _attribute(elemen, "name"): tujuan.get(_attribute(elemen, r"\w+:id"), "")
        for elemen in re.findall(rb"<(?:\w+:)?sheet\b[^>]*>", arsip.read("xl/workbook.xml"))
    }
    return {n: t.removeprefix("/") if t.startswith("/") else f"xl/{t}" for n, t in lembar.items() if "worksheets/" in t}


def _attribute(elemen: bytes, nama: str) -> str:
    cocok = re.search(rb"\b%s=(\"[^\"]*\"|'[^']*')" % nama.encode(), elemen)
    return html.unescape(cocok[1][1:-1].decode("utf-8", "replace")) if cocok else ""


def _check_sel(xml: bytes, tempat: str, maks_baris: int) -> None:
    """Refuse what the reader would show as blank: error values and formulas without a result."""
    for sel in _SEL.finditer(xml):
        alamat, atribut, isi = _ALAMAT.search(sel[1]), sel[1], sel[2] or b""
        if not alamat:
            continue
        kolom, baris = 0, int(alamat[2])
        for huruf in alamat[1]:
            kolom = kolom * 26 + huruf - 64
        if baris > maks_baris or kolom > MAKS_KOLOM:
            raise DataError(
                "Ada sel terisi atau berformat jauh di luar tabel.",
                tempat=f"{tempat}, baris {baris}",
                saran="Hapus baris dan kolom di luar tabel, lalu simpan.",
            )
        if _GALAT.search(atribut):
            galat = re.search(rb"<(?:\w+:)?v>(.*?)</", isi)
            nilai = html.unescape(galat[1].decode("utf-8", "replace")) if galat else "galat"
            raise DataError(
                f"Sel berisi {nilai}.", tempat=f"{tempat}, baris {baris}", saran="Perbaiki rumus di sel itu."
            )
        if _RUMUS.search(isi) and b't="str"' not in atribut and not _NILAI.search(isi):
            raise DataError(
                "Sel berisi rumus yang belum dihitung.",
                tempat=f"{tempat}, baris {baris}",
                saran="Buka dengan Excel atau LibreOffice, lalu simpan ulang.",
            )
