"""A formula's text as an expression: what reading back our own formulas needs, to compare and to compute them.

Two spellings of one formula (`25.00` or `25`, `FALSE` or `FALSE()`, blanks, case, brackets that are not needed) give
expressions of one text (`X.rumus`); `compute` gives the value over the cells of a whole workbook (`IsiBuku`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from kinerja.alamat import Kotak, quote_sheet, unquote_lembar
from kinerja.errors import MasukanError
from kinerja.workbook.eksak import fail, to_bilangan
from kinerja.workbook.ekspresi import BANDING, KALI, SAMBUNG, TAMBAH, X, kurung, to_x
from kinerja.workbook.isi_buku import Bentuk, Letak, RentangBuku, Sebaris, list_letak, make_nama, make_sel
from kinerja.workbook.token import TOKEN, split_sel
from kinerja.workbook.urai_ejaan import spell_rumus
from kinerja.workbook.urai_fungsi import FUNGSI, UraiError

MAKS_DALAM = 64
"""Brackets inside each other (Excel specifications and limits)."""


@lru_cache(maxsize=16_384)
def parse_rumus(rumus: str, lembar: str) -> X:
    """The expression of a formula (without `=`) that stands on a sheet.

    Raises:
        UraiError: a function, an operator or a reference that our formulas do not have; no formula at all.

    >>> parse_rumus("if( (A1)>25.00 , false(), \\"x\\")", "SKM").rumus, parse_rumus("FALSE", "SKM").rumus
    ('IF(A1>25,FALSE,"x")', 'FALSE')
    """
    try:
        pengurai = _Pengurai(rumus, lembar)
        x = pengurai.parse()
        sebaris = pengurai.find_sebaris()
        return Sebaris(x, lembar, *sebaris) if sebaris else x
    except (TypeError, AttributeError, IndexError, OverflowError, MasukanError, RecursionError) as galat:
        # arguments that a function does not take, numbers that no cell holds, two thousand signs
        raise UraiError(rumus) from galat


def normalize_rumus(rumus: str, lembar: str) -> str:
    """One text for all spellings of a formula, also of one that is none of ours."""
    try:
        return parse_rumus(rumus, lembar).rumus
    except (UraiError, ValueError):
        return spell_rumus(rumus, lembar)


class _Pengurai:
    """Descends through a formula by how tightly its signs bind: = <> < >, &, + -, * /, sign."""

    def __init__(self, rumus: str, lembar: str) -> None:
        self._token = [(m.lastgroup or "", m[0]) for m in TOKEN.finditer(rumus) if m.lastgroup != "jeda"]
        self._lembar = lembar
        self._letak = self._dalam = 0
        self._kotak: list[Kotak] = []

    def parse(self) -> X:
        hasil = self._parse_operasi()
        if self._letak < len(self._token):
            raise UraiError(self._token[self._letak][1])
        return hasil

    def find_sebaris(self) -> tuple[tuple[Letak, ...], Bentuk] | None:
        """All cells that the formula reads, and itself without their row; None unless they are several in one row."""
        baris = {b for kotak in self._kotak for b in (kotak[0], kotak[2])}
        lebar = sum(kotak[3] - kotak[1] + 1 for kotak in self._kotak)
        if len(baris) != 1 or not 4 <= lebar <= 256 or any(map(_is_luar, self._token)):
            return None
        letak = dict.fromkeys(satu for kotak in self._kotak for satu in list_letak(kotak))
        bentuk = ((jenis, _drop_baris(teks) if jenis == "sel" else teks) for jenis, teks in self._token)
        return tuple(letak), tuple(bentuk)

    def _see(self) -> str:
        return self._token[self._letak][1] if self._letak < len(self._token) else ""

    def _take(self, *tanda: str) -> str:
        """The next sign if it is one of these; else nothing."""
        kini = self._see()
        if kini and kini in tanda and self._token[self._letak][0] in ("lain", "banding"):
            self._letak += 1
            return kini
        return ""

    def _need(self, tanda: str) -> None:
        if not self._take(tanda):
            raise UraiError(tanda)

    def _parse_operasi(self, kuat: int = BANDING) -> X:
        """Terms joined by signs that bind at least so tightly; those that bind alike from the left."""
        kiri = self._parse_tanda()
        while True:
            jenis, teks = self._token[self._letak] if self._letak < len(self._token) else ("", "")
            tanda = _OPERASI.get(teks) if jenis in ("lain", "banding") else None
            if tanda is None or tanda[0] < kuat:
                return kiri
            self._letak += 1
            kiri = tanda[1](kiri, self._parse_operasi(tanda[0] + 1))

    def _parse_tanda(self) -> X:
        if self._take("+"):
            return self._parse_tanda()
        if self._take("-"):
            x = self._parse_tanda()
            if isinstance(x.tetap, bool) or x.tetap is None or isinstance(x.tetap, str):
                return X(f"-{kurung(x).rumus}", lambda s: -to_bilangan(x.compute(s)))
            return to_x(-x.tetap)
        return self._parse_atom()

    def _parse_atom(self) -> X:
        if self._letak >= len(self._token):
            raise UraiError("")
        jenis, teks = self._token[self._letak]
        if self._take("("):
            self._sink()
            hasil = self._parse_operasi()
            self._need(")")
            self._dalam -= 1
            return hasil
        self._letak += 1
        match jenis:
            case "angka":
                return to_x(int(teks) if teks.isdigit() else float(teks))
            case "teks":
                return to_x(teks[1:-1].replace('""', '"'))
            case "lembar":
                return self._parse_acuan(unquote_lembar(teks[:-1]), teks)
            case "sel":
                self._letak -= 1
                return self._parse_acuan(self._lembar, "")
            case "fungsi":
                return self._call(teks.upper().removeprefix("_XLFN.").removeprefix("_XLFN_"))
            case "nama":
                return to_x(teks.upper() == "TRUE") if teks.upper() in ("TRUE", "FALSE") else make_nama(teks)
            case "galat":
                return X(teks, lambda _: fail(teks))
        raise UraiError(teks)

    def _sink(self) -> None:
        self._dalam += 1
        if self._dalam > MAKS_DALAM:
            raise UraiError("(")

    def _parse_acuan(self, lembar: str, tertulis: str) -> X:
        """A cell, or a range, of a sheet; written without its name where the formula stands on it."""
        if tertulis.startswith("["):
            raise UraiError(tertulis)
        awalan = "" if lembar == self._lembar else f"{quote_sheet(lembar)}!"
        teks, b, k = self._take_sel()
        if not self._take(":"):
            self._kotak.append((b, k, b, k))
            return make_sel(awalan + teks, lembar, b, k)
        teks_akhir, b_akhir, k_akhir = self._take_sel()
        if b_akhir < b or k_akhir < k:
            raise UraiError(f"{teks}:{teks_akhir}")
        self._kotak.append((b, k, b_akhir, k_akhir))
        return RentangBuku(f"{awalan}{teks}:{teks_akhir}", lembar, (b, k, b_akhir, k_akhir))

    def _take_sel(self) -> tuple[str, int, int]:
        jenis, teks = self._token[self._letak]
        bagian = split_sel(teks) if jenis == "sel" else None
        if bagian is None:
            raise UraiError(teks)
        self._letak += 1
        return teks.upper(), bagian[3], bagian[1]

    def _call(self, fungsi: str) -> X:
        self._need("(")
        self._sink()
        argumen: list[X] = []
        if not self._take(")"):
            argumen.append(self._parse_operasi())
            while self._take(","):
                argumen.append(self._parse_operasi())
            self._need(")")
        self._dalam -= 1
        if fungsi not in FUNGSI:
            raise UraiError(fungsi)
        return FUNGSI[fungsi](argumen)


def _drop_baris(sel: str) -> object:
    """What of a cell's address is the same in every row."""
    bagian = split_sel(sel)
    return bagian and bagian[1]


def _is_luar(token: tuple[str, str]) -> bool:
    return token[0] == "lembar" or (token[0] == "nama" and token[1].upper() not in ("TRUE", "FALSE"))


_OPERASI: Mapping[str, tuple[int, Callable[[X, X], X]]] = {
    "=": (BANDING, lambda a, b: a == b),
    "<>": (BANDING, lambda a, b: a != b),
    "<": (BANDING, lambda a, b: a < b),
    "<=": (BANDING, lambda a, b: a <= b),
    ">": (BANDING, lambda a, b: a > b),
    ">=": (BANDING, lambda a, b: a >= b),
    "&": (SAMBUNG, lambda a, b: a & b),
    "+": (TAMBAH, lambda a, b: a + b),
    "-": (TAMBAH, lambda a, b: a - b),
    "*": (KALI, lambda a, b: a * b),
    "/": (KALI, lambda a, b: a / b),
}
