"""The cells of a whole workbook while its formulas are computed, and the expressions that read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from types import NoneType
from typing import Any

from kinerja.alamat import Kotak
from kinerja.workbook.deret import Deret
from kinerja.workbook.eksak import BILANGAN, GalatSelError, fail, to_eksak
from kinerja.workbook.ekspresi import Isi, Rentang, X

Letak = tuple[int, int]
Bentuk = tuple[tuple[str, object], ...]
"""A formula as tokens, cells without their row."""
SelLembar = dict[Letak, Any]
"""Cells of a sheet by row and column."""
MAKS_LUAS = 1_000_000
"""Cells of a range that are asked for one by one; none of ours is so large."""
_JADI = frozenset({int, Fraction, str, bool, NoneType})
"""What a cell holds in the end, unless it is an error."""
_SEDERHANA = frozenset({int, str, NoneType})
_MAKS_ANGKA = 10**308
"""No cell holds a number as large."""
_MELINGKAR = GalatSelError("#REF!")
"""Stands in a cell while it is computed, should it lead to itself."""
_MAKS_INGAT = 32_768
"""Rows that a formula remembers."""


class IsiBuku(Isi):
    """The cells of all sheets of a workbook; what `Isi` is to one.

    Attributes:
        lembar: by name; values, expressions that nobody asked for yet, and what only `baca` understands.
        acuan: what defined names lead to, by name in small letters.
        baca: makes a value, an expression or a GalatSelError of what is none of these, given with its sheet.
    """

    __slots__ = ("_terbaca", "acuan", "baca", "lembar")

    def __init__(
        self,
        lembar: Mapping[str, SelLembar],
        acuan: Mapping[str, tuple[str, Kotak]],
        baca: Callable[[Any, str], Any] = lambda nilai, _: nilai,
    ) -> None:
        super().__init__()
        self.lembar, self.acuan, self.baca = lembar, acuan, baca
        self._terbaca: dict[tuple[str, Kotak], Deret] = {}

    def get_sel(self, lembar: str, baris: int, kolom: int) -> Any:
        """What a cell holds; GalatSelError where that is an error value, or leads to itself."""
        isi = self.lembar.get(lembar)
        if isi is None:
            fail("#REF!")
        nilai = isi.get((baris, kolom))
        return nilai if type(nilai) in _JADI else self.settle(lembar, (baris, kolom))

    def settle(self, lembar: str, letak: Letak) -> Any:
        """Compute the formula of a cell, which holds its value from then on."""
        isi = self.lembar[lembar]
        nilai = asal = isi.get(letak)
        if type(nilai) in _JADI:
            return nilai
        if not isinstance(nilai, (X, GalatSelError)):
            nilai = self.baca(nilai, lembar)
        if isinstance(nilai, X):
            isi[letak] = _MELINGKAR
            try:
                hasil = nilai.compute(self)
                nilai = 0 if hasil is None else hasil
            except GalatSelError as galat:
                nilai = galat
            except (TypeError, ValueError, AttributeError, ArithmeticError):  # typed, and programs differ on it
                nilai = GalatSelError("#VALUE!")
            except RecursionError:  # as if nobody had asked
                isi[letak] = asal
                raise
            else:
                nilai = _limit(nilai)
        isi[letak] = nilai
        if isinstance(nilai, GalatSelError):
            raise GalatSelError(*nilai.args)  # the same object would gather a trace of all who asked
        return nilai

    def read_kotak(self, lembar: str, kotak: Kotak) -> Deret:
        """What is not blank in a range, column by column; nobody may change the list."""
        hasil = self._terbaca.get((lembar, kotak))
        if hasil is None:
            hasil = Deret([n for n in self.list_sel(lembar, kotak) if n is not None])
            self._terbaca[lembar, kotak] = hasil
        return hasil

    def list_sel(self, lembar: str, kotak: Kotak) -> list[Any]:
        """The cells of a range column by column, the blank ones too; of a huge one those that are not blank."""
        semua = self.lembar.get(lembar)
        if semua is None:
            fail("#REF!")
        letak = _list_pendek(kotak) or (
            list_letak(kotak) if count_luas(kotak) <= MAKS_LUAS else find_letak(semua, kotak)
        )
        nilai = [*map(semua.get, letak)]
        if _JADI.issuperset(map(type, nilai)):
            return nilai
        berdua = zip(letak, nilai, strict=True)
        return [n if type(n) in _JADI else self._settle(lembar, semua, satu) for satu, n in berdua]

    def _settle(self, lembar: str, semua: SelLembar, letak: Letak) -> Any:
        """As `settle`; a formula that is filled down a column is looked up first, where hundreds of cells are asked."""
        rumus = semua.get(letak)
        if not isinstance(rumus, (X, GalatSelError)) and type(rumus) not in _JADI:
            rumus = semua[letak] = self.baca(rumus, lembar)
        if type(rumus) is Sebaris and type(nilai := rumus.find(semua)) is str:
            semua[letak] = nilai
            return nilai
        return self.settle(lembar, letak)


def _limit(nilai: Any) -> Any:
    """What a cell can hold: no list, no number beyond those of a program, no endless fraction."""
    if isinstance(nilai, list):
        return GalatSelError("#VALUE!")
    if type(nilai) in BILANGAN:
        if not -_MAKS_ANGKA < nilai < _MAKS_ANGKA:
            return GalatSelError("#NUM!")
        if nilai.denominator > _MAKS_ANGKA:
            return to_eksak(float(nilai))
    return nilai


class RentangBuku(Rentang):
    """A range on a sheet of the workbook."""

    __slots__ = ("lembar",)

    def __init__(self, rumus: str, lembar: str, kotak: Kotak) -> None:
        super().__init__(rumus, kotak)
        self.lembar = lembar
        self.compute = lambda s: s.read_kotak(lembar, kotak)  # type: ignore[attr-defined]

    def list_sel(self, s: Isi) -> list[Any]:
        """Its cells column by column, the blank ones too."""
        assert isinstance(s, IsiBuku)
        if count_luas(self.kotak) > MAKS_LUAS:
            fail("#NUM!")
        return s.list_sel(self.lembar, self.kotak)


def make_sel(teks: str, lembar: str, baris: int, kolom: int) -> X:
    """A cell of a sheet of the workbook."""
    letak = baris, kolom

    def compute(s: Any) -> Any:  # `IsiBuku.get_sel`, once more for speed
        isi = s.lembar.get(lembar)
        if isi is None:
            fail("#REF!")
        nilai = isi.get(letak)
        return nilai if type(nilai) in _JADI else s.settle(lembar, letak)

    return X(teks, compute)


class Sebaris(X):
    """A formula that depends on some cells of its sheet alone, computed once for all rows in which they hold the same.

    Args:
        bentuk: the formula without its row: those of one `bentuk` compute the same of the same values.
    """

    __slots__ = ("_ingatan", "_letak")

    def __init__(self, x: X, lembar: str, letak: tuple[Letak, ...], bentuk: Bentuk) -> None:
        ingatan, asli = _get_ingatan(bentuk), x.compute
        self._ingatan, self._letak = ingatan, letak

        def compute(s: Any) -> Any:
            isi = s.lembar.get(lembar)
            if isi is None:
                fail("#REF!")
            nilai = tuple(map(isi.get, letak))
            if not _SEDERHANA.issuperset(map(type, nilai)):  # formulas, fractions, and TRUE, which would be 1
                return asli(s)
            hasil = ingatan.get(nilai)
            if hasil is None:
                if len(ingatan) >= _MAKS_INGAT:
                    ingatan.clear()
                hasil = ingatan[nilai] = asli(s)
            return hasil

        super().__init__(x.rumus, compute, x.kuat, x.tetap)

    def find(self, isi: SelLembar) -> Any:
        """What it came to before, of what these cells hold; None where that is not known."""
        nilai = tuple(map(isi.get, self._letak))
        return self._ingatan.get(nilai) if _SEDERHANA.issuperset(map(type, nilai)) else None


@lru_cache(maxsize=64)
def _get_ingatan(bentuk: Bentuk) -> dict[tuple[Any, ...], Any]:
    """What a formula came to, by the values of its cells."""
    return {}


def make_nama(teks: str) -> X:
    """A defined name, of one cell or of several."""
    kunci = teks.casefold()

    def compute(s: Any) -> Any:
        lembar, kotak = s.acuan.get(kunci) or fail("#NAME?")
        if kotak[:2] == kotak[2:]:
            return s.get_sel(lembar, *kotak[:2])
        return s.read_kotak(lembar, kotak)

    return X(teks, compute)


def count_luas(kotak: Kotak) -> int:
    """Cells of a range."""
    b, k, b_akhir, k_akhir = kotak
    return (b_akhir - b + 1) * (k_akhir - k + 1)


def _list_letak(kotak: Kotak) -> tuple[Letak, ...]:
    b, k, b_akhir, k_akhir = kotak
    return tuple((r, c) for c in range(k, k_akhir + 1) for r in range(b, b_akhir + 1))


_list_panjang = lru_cache(maxsize=32)(_list_letak)


@lru_cache(maxsize=2_048)
def _list_pendek(kotak: Kotak) -> tuple[Letak, ...] | None:
    return _list_letak(kotak) if count_luas(kotak) < 64 else None


def list_letak(kotak: Kotak) -> tuple[Letak, ...]:
    """The cells of a range, column by column; made once for all who ask, unless it is very long.

    >>> list_letak((4, 1, 5, 2))
    ((4, 1), (5, 1), (4, 2), (5, 2))
    """
    return _list_pendek(kotak) or (_list_panjang if count_luas(kotak) < 4_096 else _list_letak)(kotak)


def find_letak(isi: SelLembar, kotak: Kotak) -> list[Letak]:
    """Those of a range in which something stands."""
    b, k, b_akhir, k_akhir = kotak
    ada = [(c, r) for r, c in isi if b <= r <= b_akhir and k <= c <= k_akhir]
    return [(r, c) for c, r in sorted(ada)]
