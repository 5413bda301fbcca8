"""Cell addresses: columns as letters and numbers, boxes, the grid."""

import re

BARIS_AKHIR = 1_048_576
KOLOM_AKHIR = 16_384

Kotak = tuple[int, int, int, int]
"""First row, first column, last row, last column, all counted from 1."""


def column_number(huruf: str) -> int:
    """A = 1, XFD = 16384, and on beyond the grid.

    >>> column_number("XFD")
    16384
    """
    nomor = 0
    for h in huruf.upper():
        nomor = nomor * 26 + ord(h) - ord("A") + 1
    return nomor


def column_letters(nomor: int) -> str:
    """The inverse of `column_number`.

    >>> column_letters(16384)
    'XFD'
    """
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def cell_position(alamat: str) -> tuple[int, int]:
    """Row and column of an address such as "C7" or "$C$7"; ValueError when it is none.

    >>> cell_position("$C$7")
    (7, 3)
    """
    cocok = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})", alamat)
    if cocok is None:
        raise ValueError(f"bukan alamat sel: {alamat!r}")
    return int(cocok[2]), column_number(cocok[1])


def box(rujukan: str) -> Kotak:
    """Corners of "A1", "A1:C3", "A:C" or "1:3" (missing sides reach the end of the grid).

    >>> box("$B$2:C3"), box("A:B")
    ((2, 2, 3, 3), (1, 1, 1048576, 2))
    """
    awal, _, akhir = rujukan.replace("$", "").partition(":")
    akhir = akhir or awal
    if awal.isdigit():
        return int(awal), 1, int(akhir), KOLOM_AKHIR
    if awal.isalpha():
        return 1, column_number(awal), BARIS_AKHIR, column_number(akhir)
    return *cell_position(awal), *cell_position(akhir)


def overlap(a: Kotak, b: Kotak) -> bool:
    """Whether two boxes share a cell."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def in_grid(kotak: Kotak) -> bool:
    """Whether a box lies wholly within Excel's grid and is not turned round."""
    return 1 <= kotak[0] <= kotak[2] <= BARIS_AKHIR and 1 <= kotak[1] <= kotak[3] <= KOLOM_AKHIR


def looks_like_cell(nama: str) -> bool:
    """Whether Excel would read a name as a cell in A1 or R1C1 style, and so refuse it.

    Also R2D2 and R1C1x, which bring up the repair dialog (rust_xlsxwriter issue 189).

    >>> [looks_like_cell(n) for n in ("PK2024", "rc", "R2D2", "XFE1", "isian_1")]
    [True, True, True, False, False]
    """
    if re.fullmatch(r"(?i)r|c|rc", nama) or re.match(r"(?i)[rc]\d", nama):
        return True
    cocok = re.fullmatch(r"([A-Za-z]{1,3})(\d{1,7})", nama)
    return bool(cocok) and in_grid((*cell_position(nama), *cell_position(nama)))
