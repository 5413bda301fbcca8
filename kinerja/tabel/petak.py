"""A grid of cells, and how a CSV file, as it is written here, gives one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from kinerja.alamat import MAKS_KOLOM
from kinerja.errors import DataError
from kinerja.judul import is_kosong
from kinerja.tabel.batas import MAKS_TEKS
from kinerja.tabel.panjang import PEMISAH
from kinerja.tabel.pintu import is_utf_16

TERDALAM = 15
"""The header must stand in the first rows; above it there may be a title."""

MAKS_SEL = 8_000_000
"""Cells of a text file that is read cell by cell."""
_AWAL = 65_536


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
    pembaca = csv.reader(_list_baris(teks, tempat), delimiter=pemisah, strict=True)
    hasil: list[list[str]] = []
    sel = 0
    try:
        for baris in pembaca:
            hasil.append(baris)
            sel += max(len(baris), 4)  # a row costs what it costs
            if sel > MAKS_SEL or len(baris) > MAKS_KOLOM:
                raise DataError(
                    "Tabel terlalu besar untuk dibaca.",
                    tempat=f"{tempat}, baris {pembaca.line_num}",
                    saran="Hapus baris dan kolom kosong, atau bagi menjadi beberapa berkas.",
                )
    except csv.Error as galat:
        panjang = "field larger" in str(galat)
        raise DataError(
            "Ada sel yang terlalu panjang." if panjang else "Berkas CSV rusak.",
            tempat=f"{tempat}, baris {pembaca.line_num}",
            saran="Periksa tanda kutipnya.",
        ) from None
    return hasil


def _list_baris(teks: str, tempat: str) -> Iterator[str]:
    """The lines of a text with their ends; none of them so long that it must be a mistake."""
    sisa, nomor = "", 1
    for awal in range(0, len(teks), _AWAL):  # as a whole, StringIO would take four bytes a letter
        baris = list(io.StringIO(sisa + teks[awal : awal + _AWAL], newline=""))
        sisa = "" if awal + _AWAL >= len(teks) else baris.pop()
        yield from baris
        nomor += len(baris)
        if len(sisa) > MAKS_TEKS:
            raise DataError(
                "Baris terlalu panjang untuk sebuah tabel.",
                tempat=f"{tempat}, baris {nomor}",
                saran="Simpan ulang tabelnya sebagai CSV UTF-8.",
            )


def choose_pemisah(teks: str) -> str:
    """The delimiter that the first line has most."""
    return max(PEMISAH, key=next((b for b in teks[:_AWAL].splitlines() if b.strip()), "").count)


def count_rata(baris: Sequence[Sequence[str]]) -> int:
    """How many of these rows are as wide as the first, of tables with more than one column: those of its delimiter are.

    >>> count_rata([["a", "b"], ["1", "2"], ["1"]]), count_rata([["a"], ["b"]])
    (2, 0)
    """
    lebar = len(baris[0]) if baris else 0
    return sum(len(satu) == lebar for satu in baris) if lebar > 1 else 0


def decode_csv(isi: bytes, tempat: str) -> str:
    """The text of a CSV file, UTF-8, UTF-16 or Windows-1252.

    Raises:
        DataError: it is not text.
    """
    bukan = DataError("Ini bukan berkas CSV.", tempat=tempat, saran="Simpan ulang tabelnya sebagai CSV UTF-8.")
    utf16 = is_utf_16(isi)
    if not utf16 and (isi.startswith(b"PK") or b"\0" in isi):
        raise bukan
    for sandi in ("utf-16",) if utf16 else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return isi.decode(sandi)
    raise bukan
