"""Input data as a folder of CSV files, one a table, as spreadsheet programs write them in Indonesia or elsewhere."""

from __future__ import annotations

from pathlib import Path

from kinerja.errors import DataError
from kinerja.sumber.baris import Baris
from kinerja.sumber.kepala import find_tabel, read_petak, refuse_tabel
from kinerja.sumber.petak_csv import parse_csv


def read_csv_folder(folder: Path) -> dict[str, list[Baris]]:
    """The rows of each table, by its key; files that do not end in `.csv` are left alone.

    Raises:
        DataError: a CSV file that is none of the tables, twice the same table, or one that cannot be read.
    """
    hasil: dict[str, list[Baris]] = {}
    for berkas in sorted(p for p in folder.iterdir() if p.suffix.casefold() == ".csv"):
        tempat = f"{folder.name}/{berkas.name}"
        tabel = find_tabel(berkas.stem)
        if tabel is None:
            raise refuse_tabel(berkas.stem, tempat, "Berkas")
        if tabel.kunci in hasil:
            raise DataError(f"Tabel {tabel.kunci} ada dalam dua berkas.", tempat=tempat, saran="Hapus salah satu.")
        hasil[tabel.kunci] = read_petak(tabel, parse_csv(berkas.read_bytes(), tempat), tempat)
    return hasil
