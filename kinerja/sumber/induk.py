"""Agreements from input data: a TOML file, a workbook, or a folder of CSV files."""

from __future__ import annotations

from pathlib import Path

from kinerja.berkas import explain_read
from kinerja.errors import DataError
from kinerja.perjanjian import PerjanjianKinerja
from kinerja.sumber.berkas_csv import read_csv_folder
from kinerja.sumber.berkas_toml import parse_toml
from kinerja.sumber.berkas_xlsx import parse_xlsx
from kinerja.sumber.susun import build_perjanjian


def read_induk(path: Path) -> tuple[PerjanjianKinerja, ...]:
    """The agreements in a `.toml` or `.xlsx` file or a folder of CSV files, one for each row of the kecamatan table.

    Raises:
        DataError: whatever cannot be used, with file, sheet and row.
    """
    with explain_read(path):
        if path.is_dir():
            folder = path if path.name else path.resolve()  # `.` has no name of its own
            return build_perjanjian(read_csv_folder(folder), folder.name or str(folder))
        isi = path.read_bytes()
    if path.suffix.casefold() == ".toml":
        return build_perjanjian(parse_toml(_decode(isi, path.name), path.name), path.name)
    if path.suffix.casefold() == ".csv":
        raise DataError(
            "Data CSV dibaca sebagai folder, bukan satu berkas.",
            tempat=path.name,
            saran="Sebutkan foldernya, yang berisi umum.csv, kecamatan.csv, indikator.csv, dan program.csv.",
        )
    return build_perjanjian(parse_xlsx(isi, path.name), path.name)


def _decode(isi: bytes, berkas: str) -> str:
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(
            "Berkas TOML harus bersandi UTF-8.", tempat=berkas, saran="Simpan ulang sebagai UTF-8."
        ) from None
