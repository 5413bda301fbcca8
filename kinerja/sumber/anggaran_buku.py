"""Files of budgets as grids, whatever their ending says; agreement workbooks of ours by the names of their blocks."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from kinerja.errors import DataError
from kinerja.rumus.angka import to_decimal
from kinerja.sumber.anggaran_tabel import Bagian, Peran, TabelAnggaran, make_isi
from kinerja.sumber.anggaran_uang import read_sen
from kinerja.sumber.petak import TEKS, Petak, get_sel, parse_csv
from kinerja.sumber.petak_xlsx import OLE, SIMPAN, is_sandi, map_lembar, read_lembar, refuse_sandi
from kinerja.workbook.alamat import parse_range

AKHIRAN = frozenset([".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".parquet"])
MAKS_BARIS = 1_048_576
_ZIP = b"PK\x03\x04"
_LEMBAR = {"Pernyataan", "Lampiran", "Anggaran", "Capaian", "Identitas"}
_KODE, _NAMA = 1, 2
"""Columns B and C of the budget sheet, beside its blocks."""
_DEFINISI = re.compile(rb"<(?:\w+:)?definedName\b[^>]*\bname=\"((?:isian_anggaran|identitas)_\w+)\"[^>]*>([^<]*)<")


def read_petak_semua(
    isi: bytes, path: Path, choose: Callable[[str], str], lembar: Sequence[str] = ()
) -> dict[str, Petak]:
    """The grids of a file by sheet; a text file is one grid without a name.

    Args:
        choose: from a text to its delimiter.
        lembar: sheets that are read even if hidden; other hidden ones are left out.

    Raises:
        DataError: empty, encrypted, a web page under a false ending, broken, or of a kind that is not read.
    """
    if not isi.strip():
        raise DataError("Berkas kosong.", tempat=path.name, saran="Periksa pengiriman atau penyalinannya.")
    if isi.startswith((OLE, _ZIP)):
        return _read_spreadsheet(isi, path, lembar)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<", isi):
        raise DataError(
            f"Ini halaman web atau XML yang diberi akhiran {path.suffix}, bukan lembar kerja.",
            tempat=path.name,
            saran=SIMPAN,
        )
    if path.suffix.casefold() not in TEKS:
        raise DataError("Isi berkas ini tidak dikenal sebagai lembar kerja.", tempat=path.name, saran=SIMPAN)
    petak: Petak = parse_csv(isi, path.name, choose)
    return {"": petak}


def _read_spreadsheet(isi: bytes, path: Path, lembar: Sequence[str]) -> dict[str, Petak]:
    if is_sandi(isi):
        raise refuse_sandi(path.name)
    xlsx = isi.startswith(_ZIP) and _read_part(isi, "xl/workbook.xml")
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        tampak = [m.name for m in buku.sheets_metadata if m.visible == SheetVisibleEnum.Visible or m.name in lembar]
        if not xlsx:
            return {n: buku.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in tampak}
    except PasswordError:
        raise refuse_sandi(path.name) from None
    except (CalamineError, OSError, KeyError, ValueError):
        raise DataError("Berkas rusak dan tidak dapat dibaca.", tempat=path.name, saran=SIMPAN) from None
    return read_lembar(isi, path.name, lambda ada: [n for n in ada if n in tampak], MAKS_BARIS)


def list_lembar(isi: bytes, *, tampak: bool = False) -> list[str]:
    """Names of the sheets, or only of those that are not hidden; empty for a file that is no sound spreadsheet."""
    if not isi.startswith((OLE, _ZIP)):
        return []
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        return [m.name for m in buku.sheets_metadata if not tampak or m.visible == SheetVisibleEnum.Visible]
    except (CalamineError, PasswordError, OSError, KeyError, ValueError):
        return []


def count_tersembunyi(isi: bytes, berkas: str, lembar: Collection[str]) -> int:
    """Rows on these sheets of an xlsx file that are hidden by hand or by a filter; they are read like all others."""
    if not _read_part(isi, "xl/workbook.xml"):
        return 0
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        bagian = [arsip.read(n) for nama, n in map_lembar(arsip, berkas).items() if nama in lembar]
    return sum(len(re.findall(rb"<(?:\w+:)?row\b[^>]*\bhidden=\"(?:1|true)\"", xml)) for xml in bagian)


def find_nama(isi: bytes) -> dict[str, str]:
    """References by defined name; empty when the file is none of our workbooks."""
    buku = _read_part(isi, "xl/workbook.xml")
    return {m[1].decode(): html.unescape(m[2].decode("utf-8", "replace")) for m in _DEFINISI.finditer(buku)}


def is_hasil(isi: bytes) -> bool:
    """A result of an earlier reconciliation."""
    return b"<dc:title>Rekonsiliasi anggaran</dc:title>" in _read_part(isi, "docProps/core.xml")


def _read_part(isi: bytes, nama: str) -> bytes:
    """A part of a zip file; empty where the file or the part is not there or not sound."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            return arsip.read(nama)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError):
        return b""


def is_buku(lembar: Collection[str]) -> bool:
    """The sheets are those of our workbooks."""
    return set(lembar) >= _LEMBAR


def refuse_buatan(isi: bytes, path: Path) -> None:
    """Files of our own that are no source as they stand.

    Raises:
        DataError: an earlier result; a workbook of ours in a form that keeps no names of blocks.
    """
    if is_hasil(isi):
        raise DataError(
            "Ini hasil rekonsiliasi, bukan sumber anggaran.", tempat=path.name, saran="Sebutkan berkas sumbernya."
        )
    if is_buku(list_lembar(isi)):
        raise DataError(
            "Ini buku kerja perjanjian kinerja yang disimpan dalam bentuk lain, sehingga nama bloknya hilang.",
            tempat=path.name,
            saran="Simpan sebagai .xlsx, atau pakai berkas yang diterbitkan.",
        )


def read_buku(
    isi: bytes, path: Path, nama: dict[str, str], peran: Peran, *, boleh_kosong: bool = False
) -> TabelAnggaran:
    """The block of a source in one of our workbooks; realisation is summed over the quarters.

    Args:
        boleh_kosong: a block that nobody has filled in gives rows without amounts.

    Raises:
        DataError: the names point nowhere, text where an amount must be, a block that nobody has filled in.
    """
    try:
        lembar, wilayah = _split(nama[f"isian_anggaran_{peran}"])
        letak = {kunci: _split(nama[f"identitas_{kunci}"]) for kunci in ("kode", "kecamatan", "tahun")}
        awal, kiri, akhir, kanan = parse_range(wilayah)
        sel = read_lembar(isi, path.name, lambda ada: [n for n in ada if n in {lembar, letak["kode"][0]}])
        petak = sel[lembar]
        identitas = {kunci: str(_get(sel[s], *parse_range(a)[:2])).strip() for kunci, (s, a) in letak.items()}
        tahun = int(identitas["tahun"].removesuffix(".0"))
    except (KeyError, ValueError):
        raise DataError(
            "Ini buku kerja perjanjian kinerja, tetapi susunannya sudah berubah.",
            tempat=path.name,
            saran="Pakai berkas yang diterbitkan, tanpa mengubah lembar dan namanya.",
        ) from None
    baris = range(awal, akhir + 1)
    tempat = f"{path.name}, lembar {lembar}"
    sen = [
        read_sen([_get(petak, b, k) for b in baris], awal + 1, f"{tempat}, kolom {k - kiri + 1} blok")
        for k in range(kiri, kanan + 1)
    ]
    jumlah = [
        sum(ada) if (ada := [s for s in baris_ini if s is not None]) else None for baris_ini in zip(*sen, strict=True)
    ]
    if not boleh_kosong and all(j is None for j in jumlah):
        raise DataError(f"Kolom {peran} belum diisi.", tempat=tempat, saran="Isi dahulu, atau pakai berkas lain.")
    bagian = Bagian(path, lembar, kiri if kiri == kanan else None, tahun, ((peran, f"isian_anggaran_{peran}"),))
    isi_tabel = make_isi(
        {
            "bagian": [0] * len(jumlah),
            "baris": [b + 1 for b in baris],
            "kecamatan": [identitas["kode"]] * len(jumlah),
            "kode": [_text(_get(petak, b, _KODE)) for b in baris],
            "nama": [_text(_get(petak, b, _NAMA)) for b in baris],
            "sen": jumlah,
        }
    )
    kosong = isi_tabel.clear()
    return TabelAnggaran(peran, (bagian,), isi_tabel, kosong, (), {identitas["kode"]: identitas["kecamatan"]})


def _split(acuan: str) -> tuple[str, str]:
    lembar, _, wilayah = acuan.rpartition("!")
    return lembar.strip("'").replace("''", "'"), wilayah


def _get(petak: Petak, baris: int, kolom: int) -> object:
    """A cell; None beyond what the reader saw."""
    return get_sel(petak[baris], kolom) if baris < len(petak) else None


def _text(nilai: object) -> str | None:
    if nilai is None:
        return None
    return str(to_decimal(nilai)) if isinstance(nilai, (int, float, Decimal)) else str(nilai).strip()
