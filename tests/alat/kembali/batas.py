"""What a workbook allows in its inputs: data validations as an officer meets them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from tests.alat.alamat import Kotak, box, cell_position, column_letters
from tests.alat.kembali.paket import Paket, U
from tests.alat.kembali.sel import list_sel
from tests.alat.kembali.ubahan import read_nilai


@dataclass(frozen=True, slots=True)
class Batas:
    """A validation: `whole`, `decimal`, `textLength`, `list` or `custom`, with its two formulas as written."""

    jenis: str
    kotak: tuple[Kotak, ...]
    pertama: str
    kedua: str


@lru_cache(64)
def _read(xml: bytes) -> tuple[Batas, ...]:
    semua = etree.fromstring(xml).iterfind(f"{U}dataValidations/{U}dataValidation")
    return tuple(
        Batas(
            satu.get("type", "none"),
            tuple(box(rentang) for rentang in satu.get("sqref").split()),
            satu.findtext(f"{U}formula1") or "",
            satu.findtext(f"{U}formula2") or "",
        )
        for satu in semua
    )


def find_batas(paket: Paket, lembar: str, alamat: str) -> Batas | None:
    """The validation of a cell, its references moved as the program does it."""
    r, k = cell_position(alamat)
    for satu in _read(paket.bagian[paket.get_lembar(lembar)]):
        for a, b, c, d in satu.kotak:
            if a <= r <= c and b <= k <= d:
                geser = (r - satu.kotak[0][0], k - satu.kotak[0][1])
                return Batas(satu.jenis, satu.kotak, _move(satu.pertama, *geser), _move(satu.kedua, *geser))
    return None


def _move(rumus: str, baris: int, kolom: int) -> str:
    """Relative references moved.

    >>> _move("D7", 2, 0), _move("$A$38:$A$45", 2, 0)
    ('D9', '$A$38:$A$45')
    """

    def ganti(cocok: re.Match[str]) -> str:
        r, k = cell_position(cocok[0])
        return f"{column_letters(k + kolom)}{r + baris}"

    return re.sub(r"(?<![$A-Z0-9])[A-Z]{1,3}[0-9]+\b", ganti, rumus)


def read_angka(paket: Paket, lembar: str, rumus: str, jika: float) -> float:
    """What a limit comes to: a number, or a cell of the sheet; `jika` where that cell is blank."""
    try:
        return float(rumus)
    except ValueError:
        bagian = paket.get_lembar(lembar)
        alamat = rumus.replace("$", "")
        nilai = read_nilai(paket, bagian, alamat) if alamat in list_sel(paket.bagian[bagian]) else None
        return nilai if isinstance(nilai, int | float) else jika


def list_pilihan(paket: Paket, lembar: str, rumus: str) -> list[str]:
    """The texts of a drop-down list."""
    nama, _, rentang = rumus.rpartition("!")
    bagian = paket.get_lembar(nama.strip("'") or lembar)
    a, b, c, d = box(rentang)
    sel = [f"{column_letters(k)}{r}" for r in range(a, c + 1) for k in range(b, d + 1)]
    return [str(nilai) for satu in sel if (nilai := read_nilai(paket, bagian, satu)) is not None]
