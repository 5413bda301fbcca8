"""Files of spreadsheets and text as grids; what a file really is counts, not its ending."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from kinerja.errors import DataError
from kinerja.sumber.petak import TEKS, Petak, parse_csv
from kinerja.sumber.petak_xlsx import OLE, is_sandi, map_lembar, read_lembar, refuse_sandi

AKHIRAN = frozenset([".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".parquet"])
MAKS_BARIS = 1_048_576
_ZIP = b"PK\x03\x04"
_SIMPAN = "Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx."


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
            saran=_SIMPAN,
        )
    if path.suffix.casefold() not in TEKS:
        raise DataError("Isi berkas ini tidak dikenal sebagai lembar kerja.", tempat=path.name, saran=_SIMPAN)
    petak: Petak = parse_csv(isi, path.name, choose)
    return {"": petak}


def _read_spreadsheet(isi: bytes, path: Path, lembar: Sequence[str]) -> dict[str, Petak]:
    if is_sandi(isi):
        raise refuse_sandi(path.name)
    xlsx = isi.startswith(_ZIP) and _is_xlsx(isi)
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        tampak = [m.name for m in buku.sheets_metadata if m.visible == SheetVisibleEnum.Visible or m.name in lembar]
        if not xlsx:
            return {n: buku.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in tampak}
    except PasswordError:
        raise refuse_sandi(path.name) from None
    except (CalamineError, OSError, KeyError, ValueError):
        raise DataError("Berkas rusak dan tidak dapat dibaca.", tempat=path.name, saran=_SIMPAN) from None
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
    if not _is_xlsx(isi):
        return 0
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        bagian = [arsip.read(n) for nama, n in map_lembar(arsip, berkas).items() if nama in lembar]
    return sum(len(re.findall(rb"<(?:\w+:)?row\b[^>]*\bhidden=\"(?:1|true)\"", xml)) for xml in bagian)


def _is_xlsx(isi: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            return "xl/workbook.xml" in arsip.namelist()
    except zipfile.BadZipFile:
        return False
