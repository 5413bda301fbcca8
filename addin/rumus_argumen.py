"""Arguments of a frozen formula: expressions, choices, blocks of cells; and how a formula counts a block."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, NoReturn

from addin.baca import SEL_TUNGGAL
from addin.spec import Arg
from kinerja.alamat import column_letters, parse_range
from kinerja.errors import DataError, KinerjaError
from kinerja.rumus.target import Target
from kinerja.workbook.ekspresi import Isi, Rentang, X, add_up, sel, to_x
from kinerja.workbook.fungsi import AVERAGE, COLUMNS, COUNT, COUNTBLANK, COUNTIF, MAX, MIN, OR, ROWS, SUM

UNSUR_TERBANYAK = 40

TEKS = re.compile(r'"((?:[^"]|"")*)"')
ANGKA = re.compile(r"-?\d+(\.\d+)?")
LEMBAR = re.compile(r"(?:'(?:[^']|'')+'|[\w.]+)!")


class TanpaRumusError(Exception):
    """There is no ordinary formula for this call; the reason, an Indonesian clause."""


class Kolom(NamedTuple):
    """The columns of a block: how many, the sum of their averages, whether one of them is without a number."""

    banyak: X | int
    rata: X
    lowong: X


@dataclass(frozen=True, slots=True)
class Blok:
    """A block of cells as a formula counts it: cells, numbers, blanks, their sum and ends, what equals a value."""

    sel: X
    angka: X
    kosong: X
    jumlah: X
    terkecil: X
    terbesar: X
    cocok: Callable[[Any], X]
    split: Callable[[], Kolom]

    @classmethod
    def from_rentang(cls, r: Rentang) -> Blok:
        """A range of cells, counted by functions that every program has."""
        return cls(
            ROWS(r) * COLUMNS(r),
            COUNT(r),
            COUNTBLANK(r),
            SUM(r),
            MIN(r),
            MAX(r),
            lambda nilai: COUNTIF(r, nilai),
            lambda: _split_columns(r),
        )


def prepare(arg: Arg, teks: str) -> Any:
    """An argument as typed: an expression, a block, a choice as text, a target, or None; a literal is what it means.

    Raises:
        TanpaRumusError: no ordinary formula can take this.
    """
    acuan = _read_acuan(teks)
    if arg.jenis not in SEL_TUNGGAL:
        if acuan is None:
            raise TanpaRumusError(f"argumen {arg.nama} bukan rentang sel")
        return Blok.from_rentang(acuan)
    literal = TEKS.fullmatch(teks)
    if not teks or (literal and not literal[1].strip()):
        if arg.wajib or (teks and arg.kosong_tetap):
            raise TanpaRumusError(f"argumen {arg.nama} tidak diisi")
        return to_x(arg.bawaan) if isinstance(arg.bawaan, Decimal) else arg.bawaan
    if literal or ANGKA.fullmatch(teks):
        try:
            nilai = arg.read(literal[1].replace('""', '"') if literal else float(teks))
        except KinerjaError:
            raise TanpaRumusError(f"argumen {arg.nama} tidak terbaca") from None
        if isinstance(nilai, Target) and nilai.angka is not None:
            nilai = nilai.angka
        return to_x(nilai) if isinstance(nilai, Decimal) else nilai
    if not arg.wajib and not arg.kosong_tetap:
        raise TanpaRumusError(f"argumen {arg.nama} bukan angka atau teks yang tetap")
    return X(f"({teks})", refuse) if acuan is None else X(teks, sel(*acuan.kotak[:2]).compute)


def refuse(_: Isi) -> NoReturn:
    """In place of the value of what is written here and computed only by a spreadsheet program."""
    raise NotImplementedError("an expression of the user's own")


def _read_acuan(teks: str) -> Rentang | None:
    """A cell or a range as it was typed, with its sheet and its $; None for anything else."""
    lembar = LEMBAR.match(teks)
    try:
        return Rentang(teks, parse_range(teks[lembar.end() if lembar else 0 :].upper()))
    except DataError:
        return None


def _split_columns(r: Rentang) -> Kolom:
    """The columns of a range, each written as the range was."""
    baris, awal, baris_akhir, akhir = r.kotak
    if akhir - awal >= UNSUR_TERBANYAK:
        raise TanpaRumusError("terlalu banyak kolom")
    lembar, tanda, alamat = r.rumus.rpartition("!")
    if len({sudut.startswith("$") for sudut in alamat.split(":")}) > 1:
        raise TanpaRumusError("rentangnya melebar bila rumus disalin")
    kolom = [
        Rentang(f"{lembar}{tanda}{re.sub('[A-Za-z]+', column_letters(k), alamat)}", (baris, k, baris_akhir, k))
        for k in range(awal, akhir + 1)
    ]
    return Kolom(len(kolom), add_up(map(AVERAGE, kolom)), OR(*(COUNT(satu) == 0 for satu in kolom)))
