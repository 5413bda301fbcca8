"""Input data as a folder of CSV files, one a table, as spreadsheet programs write them in Indonesia or elsewhere."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from kinerja.errors import DataError
from kinerja.sumber.baris import Baris
from kinerja.sumber.kepala import find_tabel, read_petak, refuse_tabel

PEMISAH = ";,\t|"


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


def parse_csv(isi: bytes, tempat: str, choose: Callable[[str], str] | None = None) -> list[list[str]]:
    """The cells of a CSV file; comma, semicolon, tab or bar, UTF-8 or Windows-1252.

    Args:
        choose: from the text to its delimiter; without it, the one that the first line has most.

    Raises:
        DataError: not text, or broken quotes.

    >>> parse_csv(b"kode;nama;anggaran\\n7.01.04;Trantib;1.500,50\\n", "program.csv")
    [['kode', 'nama', 'anggaran'], ['7.01.04', 'Trantib', '1.500,50']]
    """
    teks = _decode(isi, tempat)
    pemisah = (choose or _choose_pemisah)(teks)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    try:
        return list(pembaca)
    except csv.Error as galat:
        raise DataError(
            "Berkas CSV rusak.", tempat=f"{tempat}, baris {pembaca.line_num}", saran="Periksa tanda kutipnya."
        ) from galat


def _choose_pemisah(teks: str) -> str:
    return max(PEMISAH, key=next((b for b in teks.splitlines() if b.strip()), "").count)


def _decode(isi: bytes, tempat: str) -> str:
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        return isi.decode("utf-16", errors="replace")
    if isi.startswith(b"PK") or b"\0" in isi:
        raise DataError("Ini bukan berkas CSV.", tempat=tempat, saran="Simpan sebagai CSV (UTF-8).")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")
