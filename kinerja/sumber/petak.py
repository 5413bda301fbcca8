"""A grid of cells: when one is blank, when two titles are one; and how a CSV file, as it is written here, gives one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence

from kinerja.errors import DataError

Petak = Sequence[Sequence[object]]
"""Rows of cells; a blank cell is None or an empty text."""

TERDALAM = 15
"""The header must stand in the first rows; above it there may be a title."""

PEMISAH = ";,\t|"
TEKS = frozenset([".csv", ".tsv", ".txt"])
"""Endings of text files."""


def normalize_judul(judul: object) -> str:
    """What two spellings of a header have in common.

    >>> normalize_judul(" Kode  Kabupaten / Kota"), normalize_judul("kode_kabupaten_kota")
    ('kode kabupaten kota', 'kode kabupaten kota')
    """
    return " ".join(re.findall(r"[^\W_]+", str(judul).casefold()))


def is_kosong(nilai: object) -> bool:
    """Nothing, or nothing but spaces."""
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())


def get_sel(baris: Sequence[object], kolom: int) -> object:
    """A cell of a row; None where it is blank or the row ends before it."""
    nilai = baris[kolom] if kolom < len(baris) else None
    return None if is_kosong(nilai) else nilai


def parse_csv(isi: bytes, tempat: str, choose: Callable[[str], str] | None = None) -> list[list[str]]:
    """The cells of a CSV file; comma, semicolon, tab or bar, UTF-8 or Windows-1252.

    Args:
        choose: from the text to its delimiter; without it, the one that the first line has most.

    Raises:
        DataError: not text, or broken quotes.

    >>> parse_csv(b"kode;nama;anggaran\\n7.01.04;Trantib;1.500,50\\n", "program.csv")
    [['kode', 'nama', 'anggaran'], ['7.01.04', 'Trantib', '1.500,50']]
    """
    teks = decode_csv(isi, tempat)
    pemisah = (choose or choose_pemisah)(teks)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    try:
        return list(pembaca)
    except csv.Error as galat:
        raise DataError(
            "Berkas CSV rusak.", tempat=f"{tempat}, baris {pembaca.line_num}", saran="Periksa tanda kutipnya."
        ) from galat


def choose_pemisah(teks: str) -> str:
    """The delimiter that the first line has most."""
    return max(PEMISAH, key=next((b for b in teks.splitlines() if b.strip()), "").count)


def decode_csv(isi: bytes, tempat: str) -> str:
    """The text of a CSV file, UTF-8, UTF-16 or Windows-1252.

    Raises:
        DataError: it is not text.
    """
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        return isi.decode("utf-16", errors="replace")
    if isi.startswith(b"PK") or b"\0" in isi:
        raise DataError("Ini bukan berkas CSV.", tempat=tempat, saran="Simpan sebagai CSV (UTF-8).")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")
