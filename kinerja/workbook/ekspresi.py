"""Formulas as expressions: one tree gives the text for the cell and the exact value for its cache.

    beda = IF(AND(ISNUMBER(a), ISNUMBER(b)), ROUND(a - b, 2), "")    # functions: `kinerja.workbook.fungsi`

reads as the formula does. An expression (`X`) has no value of its own: `compute` gives it over the cells of one sheet
(`Isi`), with whole numbers and fractions, as a spreadsheet would if it had no binary rounding. So that both agree, an
expression rounds before it compares what it has computed.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Any, NoReturn

from kinerja.alamat import Kotak, a1, column_letters, quote_sheet
from kinerja.bilangan import to_decimal
from kinerja.workbook.eksak import BILANGAN, Eksak, compare, fail, to_bilangan, to_eksak, to_teks

BANDING, SAMBUNG, TAMBAH, KALI, ATOM = range(5)
"""How tightly the outermost sign of an expression binds; brackets are written only where they are needed."""
_BARIS = "\0"
"""Stands in a text for the number of the row that a formula is filled into."""


class Isi:
    """The cells of one sheet by place, what its names mean, and the row that a formula is being filled into.

    A formula is computed when somebody asks for its cell, and once; so cells may come in any order.
    """

    __slots__ = ("baris", "nama", "sel")

    def __init__(self) -> None:
        self.sel: defaultdict[int, dict[int, Any]] = defaultdict(dict)
        """By column, then by row: values, and formulas (X) that nobody asked for yet; blank cells are not in it."""
        self.nama: dict[str, Any] = {}
        """What names mean: cells (X) of this sheet, or values that are known to stand on another."""
        self.baris = 0

    def put_blok(self, baris: int, kolom: int, nilai: Sequence[Sequence[Any]]) -> None:
        """Put what was typed; a float is taken with 15 digits, as everywhere."""
        for b, isi in enumerate(nilai, start=baris):
            for k, satu in enumerate(isi, start=kolom):
                if satu is not None:
                    self.sel[k][b] = to_eksak(satu)

    def get(self, baris: int, kolom: int) -> Any:
        """What a cell holds."""
        nilai = self.sel[kolom].get(baris)
        return self.compute(baris, kolom, nilai) if type(nilai) is X else nilai

    def read(self, baris: int, kolom: int, baris_akhir: int, kolom_akhir: int) -> list[Eksak]:
        """What is not blank in a range."""
        semua_kolom = range(kolom, kolom_akhir + 1)
        if baris == baris_akhir:
            hasil = [isi[baris] for c in semua_kolom if (isi := self.sel.get(c)) and baris in isi]
        else:
            semua_baris = range(baris, baris_akhir + 1)
            hasil = [isi[r] for c in semua_kolom if (isi := self.sel.get(c)) for r in semua_baris if r in isi]
        if hasil and X in map(type, hasil):
            semua = [(r, c) for c in range(kolom, kolom_akhir + 1) for r in range(baris, baris_akhir + 1)]
            return [n for tempat in semua if (n := self.get(*tempat)) is not None]
        return hasil

    def compute(self, baris: int, kolom: int, rumus: X) -> Any:
        """Compute the formula of a cell, which holds its value from then on (RecursionError if it leads to itself)."""
        lama, self.baris = self.baris, baris
        try:
            hasil = rumus.compute(self)
        finally:
            self.baris = lama
        if hasil is None:
            hasil = 0  # a reference to a blank cell gives zero
        self.sel[kolom][baris] = hasil
        return hasil


class X:
    """A node: how it is written (`rumus`, without `=`) and what it gives (`compute`). Operators build further nodes.

    Attributes:
        tetap: the value of a constant; None for all else.
    """

    __slots__ = ("compute", "kuat", "rumus", "tetap")

    def __init__(self, rumus: str, compute: Callable[[Isi], Any], kuat: int = ATOM, tetap: Eksak = None) -> None:
        self.rumus, self.compute, self.kuat, self.tetap = rumus, compute, kuat, tetap

    def __add__(self, lain: Any) -> X:
        return _operate("+", TAMBAH, self, lain, operator.add)

    def __sub__(self, lain: Any) -> X:
        return _operate("-", TAMBAH, self, lain, operator.sub)

    def __mul__(self, lain: Any) -> X:
        return _operate("*", KALI, self, lain, operator.mul)

    def __truediv__(self, lain: Any) -> X:
        return _operate("/", KALI, self, lain, lambda x, y: Fraction(x, y) if y else fail("#DIV/0!"))

    def __and__(self, lain: Any) -> X:
        return _operate("&", SAMBUNG, self, lain, operator.add, to_teks)

    def __rsub__(self, lain: Any) -> X:
        return to_x(lain) - self

    def __rmul__(self, lain: Any) -> X:
        return to_x(lain) * self

    def __rtruediv__(self, lain: Any) -> X:
        return to_x(lain) / self

    def __rand__(self, lain: Any) -> X:
        return to_x(lain) & self

    def __gt__(self, lain: Any) -> X:
        return _compare(">", self, lain, operator.gt)

    def __ge__(self, lain: Any) -> X:
        return _compare(">=", self, lain, operator.ge)

    def __lt__(self, lain: Any) -> X:
        return _compare("<", self, lain, operator.lt)

    def __le__(self, lain: Any) -> X:
        return _compare("<=", self, lain, operator.le)

    def __eq__(self, lain: Any) -> X:  # type: ignore[override]  # an expression, as the other comparisons
        return _compare("=", self, lain, operator.eq)

    def __ne__(self, lain: Any) -> X:  # type: ignore[override]
        return _compare("<>", self, lain, operator.ne)

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> NoReturn:
        raise TypeError("an expression has no truth of its own; write IF, AND, OR")

    def fill(self, baris: int) -> str:
        """The text as it stands in row `baris` (from 0)."""
        return _fill(self.rumus, baris)


class Rentang(X):
    """A range on one sheet; it can stand only where a function takes a range."""

    __slots__ = ("kotak",)

    def __init__(self, rumus: str, kotak: Kotak) -> None:
        super().__init__(rumus, lambda s: s.read(*kotak))
        self.kotak = kotak

    def list_sel(self, s: Isi) -> list[Any]:
        """Its cells column by column, the blank ones too."""
        baris, kolom, baris_akhir, kolom_akhir = self.kotak
        return [s.get(r, c) for c in range(kolom, kolom_akhir + 1) for r in range(baris, baris_akhir + 1)]


def to_x(nilai: Any) -> X:
    """A constant as an expression: a text in quotes, a number without trailing zeros.

    >>> from decimal import Decimal
    >>> to_x("Jum\\"at").rumus, to_x(Decimal("25.00")).rumus, to_x(0.5).rumus
    ('"Jum""at"', '25', '0.5')
    """
    if isinstance(nilai, X):
        return nilai
    if isinstance(nilai, str):
        teks = '"' + nilai.replace('"', '""') + '"'
    elif isinstance(nilai, bool):
        teks = str(nilai).upper()
    else:
        teks = f"{to_decimal(nilai).normalize():f}"
    eksak = to_eksak(nilai)
    return X(teks, lambda _: eksak, tetap=eksak)


def sel(baris: int, kolom: int, *, mutlak: bool = False, lembar: str = "") -> X:
    """A cell. `lembar` is written before it where another sheet shows the formula; it is read here all the same.

    >>> sel(6, 3).rumus, sel(6, 3, mutlak=True, lembar="Data Induk").rumus
    ('D7', "'Data Induk'!$D$7")
    """

    def compute(s: Isi) -> Any:  # `Isi.get`, once more for speed: nearly all time goes into reading cells
        nilai = s.sel[kolom].get(baris)
        return s.compute(baris, kolom, nilai) if type(nilai) is X else nilai

    return X(_place(lembar) + a1(baris, kolom, mutlak=mutlak), compute)


def rentang(
    baris: int, kolom: int, baris_akhir: int, kolom_akhir: int, *, mutlak: bool = False, lembar: str = ""
) -> Rentang:
    """A range, as `sel`."""
    teks = f"{a1(baris, kolom, mutlak=mutlak)}:{a1(baris_akhir, kolom_akhir, mutlak=mutlak)}"
    return Rentang(_place(lembar) + teks, (baris, kolom, baris_akhir, kolom_akhir))


@lru_cache(maxsize=256)
def di_kolom(kolom: int, kolom_akhir: int | None = None) -> X:
    """The cell of a column, or the range of several, in the row that the formula is filled into.

    >>> (di_kolom(3) - di_kolom(4)).fill(6)
    'D7-E7'
    """
    awal = f"{column_letters(kolom)}{_BARIS}"

    def compute(s: Isi) -> Any:
        nilai = s.sel[kolom].get(s.baris)
        return s.compute(s.baris, kolom, nilai) if type(nilai) is X else nilai

    if kolom_akhir is None:
        return X(awal, compute)
    return X(f"{awal}:{column_letters(kolom_akhir)}{_BARIS}", lambda s: s.read(s.baris, kolom, s.baris, kolom_akhir))


@lru_cache(maxsize=1024)
def nama(teks: str) -> X:
    """A defined name, or a cell of another sheet, whose meaning the sheet that computes the expression knows."""

    def compute(s: Isi) -> Any:
        nilai = s.nama[teks]
        return nilai.compute(s) if isinstance(nilai, X) else nilai

    return X(teks, compute)


def luar(teks: str, nilai: Any) -> X:
    """A formula, name or cell of another sheet, and the value that is known to stand there."""
    eksak = to_eksak(nilai)
    return X(teks, lambda _: eksak)


def kurung(x: X) -> X:
    """The same in brackets that are not needed."""
    return X(f"({x.rumus})", x.compute)


def add_up(suku: Iterable[X]) -> X:
    """All of them with + between."""
    return reduce(operator.add, suku)


def _operate(
    tanda: str,
    kuat: int,
    kiri: Any,
    kanan: Any,
    compute: Callable[[Any, Any], Any],
    baca: Callable[[Any], Any] = to_bilangan,
) -> X:
    a, b = to_x(kiri), to_x(kanan)
    x, y = a.compute, b.compute

    def compute_operasi(s: Isi) -> Any:
        m, n = x(s), y(s)
        polos = baca is to_bilangan and type(m) is type(n) is int  # nearly all
        return compute(m, n) if polos else compute(baca(m), baca(n))

    return X(_join(tanda, kuat, a, b), compute_operasi, kuat)


def _compare(tanda: str, kiri: X, kanan: Any, putus: Callable[[Any, Any], bool]) -> X:
    b = to_x(kanan)
    x, y, tetap = kiri.compute, b.compute, b.tetap

    def compute(s: Isi) -> bool:
        m, n = x(s), y(s)
        polos = type(m) in BILANGAN and type(n) in BILANGAN
        return putus(m, n) if polos else putus(compare(m, n), 0)

    def compute_tetap(s: Isi) -> bool:  # with a constant, as most comparisons are
        m = x(s)
        if type(m) in BILANGAN and type(tetap) in BILANGAN:
            return putus(m, tetap)
        return putus("", "") if m is None and tetap == "" else putus(compare(m, tetap), 0)

    return X(_join(tanda, BANDING, kiri, b), compute if tetap is None else compute_tetap, BANDING)


def _join(tanda: str, kuat: int, a: X, b: X) -> str:
    """Both sides with the sign between, in brackets where they bind less tightly than it."""
    lekat = b.kuat > kuat or (b.kuat == kuat and tanda in "+&")
    return (a.rumus if a.kuat >= kuat else f"({a.rumus})") + tanda + (b.rumus if lekat else f"({b.rumus})")


def _place(lembar: str) -> str:
    return f"{quote_sheet(lembar)}!" if lembar else ""


@lru_cache(maxsize=8192)
def _fill(rumus: str, baris: int) -> str:
    return rumus.replace(_BARIS, str(baris + 1))
