"""The rules of input cells as an issued workbook states them: what kind of value, between which bounds."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.alamat import Kotak
from kinerja.angka import JenisAngka
from kinerja.perjanjian.kembali.kelompok import write_nilai
from kinerja.tabel.xlsx_penuh import AturanSel
from kinerja.workbook.eksak import BILANGAN, MAKS_BULAT

_UANG = re.compile(r"<=([0-9]+),ROUND\(")
"""The rule of rupiah is a formula of its own: from 0 to a bound, nothing finer than a sen."""
_ANGKA = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Batas:
    """What may be typed.

    Attributes:
        angka: how a number typed as text is read; empty where a text is meant.
        bawah, atas: bounds of a number, or of the letters of a text; None where there is none that is a constant.
        bulat: whole numbers only.
    """

    angka: JenisAngka | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    bulat: bool = False

    def refuse(self, nilai: Any) -> str:
        """Why a number or text cannot be there; empty where it can.

        >>> Batas("bilangan", Decimal(1), Decimal(4), bulat=True).refuse(5)
        'Isinya 5, sedangkan batasnya 1 sampai 4'
        >>> Batas("bilangan", bulat=True).refuse(Fraction(1, 3))
        'Isinya 0,333333333333333, sedangkan yang diminta bilangan bulat'
        """
        if type(nilai) not in BILANGAN or self.angka is None:
            return ""
        if self.bulat and nilai.denominator != 1:
            return f"Isinya {write_nilai(nilai)}, sedangkan yang diminta bilangan bulat"
        if self.angka == "uang" and (nilai * 100).denominator != 1:
            return f"Isinya {write_nilai(nilai)}, lebih teliti dari sen"
        rendah = self.bawah is not None and nilai < Fraction(self.bawah)
        if rendah or (self.atas is not None and nilai > Fraction(self.atas)):
            bawah, atas = (write_nilai(Fraction(n)) if n is not None else "…" for n in (self.bawah, self.atas))
            return f"Isinya {write_nilai(nilai)}, sedangkan batasnya {bawah} sampai {atas}"
        return ""

    def find_bulat(self) -> tuple[int, int]:
        """The smallest and the largest whole number that can be there, of those that a cell keeps to the last digit.

        >>> Batas("bilangan", Decimal("0.5"), Decimal(4), bulat=True).find_bulat(), Batas().find_bulat()[1]
        ((1, 4), 999999999999999)
        """
        batas = MAKS_BULAT - 1
        bawah = -batas if self.bawah is None or self.angka is None else max(math.ceil(self.bawah), -batas)
        atas = batas if self.atas is None or self.angka is None else min(math.floor(self.atas), batas)
        return bawah, atas


def find_batas(aturan: Iterable[AturanSel], baris: int, kolom: int) -> tuple[Kotak, Batas]:
    """The rule of a cell and the range in which it holds; of a cell without a rule, anything in that cell alone."""
    for a in aturan:
        for kotak in a.wilayah:
            if kotak[0] <= baris <= kotak[2] and kotak[1] <= kolom <= kotak[3] and a.jenis != "none":
                return kotak, _make(a)
    return (baris, kolom, baris, kolom), Batas()


def _make(a: AturanSel) -> Batas:
    if a.jenis == "custom" and (cocok := _UANG.search(a.bawah)):
        return Batas("uang", Decimal(0), Decimal(cocok[1]))
    if a.jenis not in ("whole", "decimal"):
        return Batas()
    bawah, atas = (Decimal(teks) if _ANGKA.fullmatch(teks) else None for teks in (a.bawah, a.atas))
    return Batas("bilangan" if a.jenis == "whole" else "nilai", bawah, atas, a.jenis == "whole")
