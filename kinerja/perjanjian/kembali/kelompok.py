"""Cells that stand together as one range; what stands in a cell as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from kinerja.alamat import Kotak, column_letters
from kinerja.bilangan import TITIK_KOMA
from kinerja.tabel.xlsx_penuh import SelPenuh

_MAKS_TEKS = 200
"""Letters of a text that are shown."""
UTUH = 32_767
"""The same of all that a cell can hold."""
_RIBUAN = 10_000
"""From here on figures have dots; a year has none."""
_PANJANG = 10**21
"""From here on a figure is not written out."""


def group_sel(sel: Iterable[tuple[int, int]]) -> list[Kotak]:
    """Ranges that cover these cells and no other, row by row.

    >>> group_sel([(4, 1), (5, 1), (4, 2), (5, 2), (9, 0)])
    [(4, 1, 5, 2), (9, 0, 9, 0)]
    """
    lajur: list[Kotak] = []
    for b, k in sorted(sel, key=lambda letak: letak[::-1]):
        if lajur and lajur[-1][1] == k and lajur[-1][2] == b - 1:
            lajur[-1] = (lajur[-1][0], k, b, k)
        else:
            lajur.append((b, k, b, k))
    hasil: list[Kotak] = []
    kiri: dict[tuple[int, int, int], int] = {}
    for atas, k, bawah, _ in lajur:
        n = kiri.pop((atas, bawah, k - 1), len(hasil))
        if n == len(hasil):
            hasil.append((atas, k, bawah, k))
        else:
            hasil[n] = (*hasil[n][:3], k)
        kiri[atas, bawah, k] = n
    return sorted(hasil)


def group_urut(nomor: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of numbers that follow each other.

    >>> list(group_urut([7, 3, 4]))
    [(3, 4), (7, 7)]
    """
    for _, k, _, akhir in group_sel((0, n) for n in nomor):
        yield k, akhir


def name_baris(awal: int, akhir: int) -> str:
    """Whole rows, from 0, as formulas write them; `name_kolom` the same of columns.

    >>> name_baris(4, 6), name_kolom(0, 1)
    ('5:7', 'A:B')
    """
    return f"{awal + 1}:{akhir + 1}"


def name_kolom(awal: int, akhir: int) -> str:
    """Whole columns."""
    return f"{column_letters(awal)}:{column_letters(akhir)}"


def write_isi(s: SelPenuh) -> str:
    """What stands in a cell: its formula with `=`, else its value.

    >>> [write_isi(SelPenuh(n, None, 0)) for n in (1250000.5, 2024.0, True, None)], write_isi(SelPenuh(2.0, "1+1", 0))
    (['1.250.000,5', '2024', 'TRUE', '(kosong)'], '=1+1')
    """
    if s.rumus is not None:
        return cut_teks(f"={s.rumus}" if s.rumus[:1] != "{" else f"{{={s.rumus[1:]}")
    return write_nilai(s.nilai)


def write_nilai(nilai: object, maks: int = _MAKS_TEKS) -> str:
    """A value as a reader sees it; of a text no more than so many letters.

    >>> [write_nilai(n) for n in (3_000_000_000, Fraction(24687, 2), Fraction(1, 3), -12_345.5, 2024, 10**400)]
    ['3.000.000.000', '12.343,5', '0,333333333333333', '-12.345,5', '2024', 'terlalu besar']
    >>> write_nilai(10**15), write_nilai(-1234567890123456789), write_nilai(1e21)
    ('1.000.000.000.000.000', '-1.234.567.890.123.460.000', '1e+21')
    """
    if nilai is None or nilai == "":
        return "(kosong)"
    if isinstance(nilai, bool):
        return str(nilai).upper()
    if isinstance(nilai, int | float | Fraction):
        try:
            angka = float(nilai)
        except OverflowError:  # a difference of what cells can just hold
            return "terlalu besar"
        teks = f"{angka:.15g}"
        if "e+" in teks and abs(angka) < _PANJANG:
            teks = f"{Decimal(teks):f}"
        bulat, titik, pecahan = teks.partition(".")
        if abs(angka) >= _RIBUAN and "e" not in teks:
            bulat = f"{int(bulat):,}".translate(TITIK_KOMA)
        return bulat + titik.translate(TITIK_KOMA) + pecahan
    return cut_teks(str(nilai), maks)


def cut_teks(teks: str, maks: int = _MAKS_TEKS) -> str:
    """A text that can be shown: no longer than a sentence, and without letters that nobody sees."""
    tampak = "".join(huruf if huruf.isprintable() else " " for huruf in teks[: maks + 1])
    return tampak if len(tampak) <= maks else f"{tampak[:maks]}…"
