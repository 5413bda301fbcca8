"""Formulas of an issue as they should stand where rows, columns or sheets have moved; what formulas refer to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kinerja.alamat import Kotak, column_letters, quote_sheet, unquote_lembar
from kinerja.perjanjian.kembali.peta import Peta
from kinerja.workbook.token import TOKEN, split_sel

_HILANG = "#REF!"


class _Acuan(NamedTuple):
    """A reference in a formula: its sheet, and its corners as `split_sel` gives them; one corner for a cell."""

    lembar: str
    sudut: tuple[tuple[bool, int, bool, int], ...]

    @property
    def kotak(self) -> Kotak:
        """The range of it."""
        baris, kolom = [s[3] for s in self.sudut], [s[1] for s in self.sudut]
        return min(baris), min(kolom), max(baris), max(kolom)


def move_rumus(rumus: str, lembar: str, peta: Peta) -> str:
    """A formula of that sheet as it stands in the return, when nobody changed it.

    >>> move_rumus('SUM(B5:$B$6)&"B5"', "SKM", Peta({"SKM": "SKM"}, {"SKM": {4: 4, 5: 6}}))
    'SUM(B5:$B$7)&"B5"'
    """
    return "".join(x if isinstance(x, str) else _write(x, lembar, peta) for x in _split(rumus, lembar))


def list_acuan(rumus: str, lembar: str) -> Iterator[tuple[str, Kotak]]:
    """Sheets and ranges that a formula of that sheet reads, those of names left out.

    >>> list(list_acuan("B5+SUM(Lain!A1:A3)", "SKM"))
    [('SKM', (4, 1, 4, 1)), ('Lain', (0, 0, 2, 0))]
    """
    return ((x.lembar, x.kotak) for x in _split(rumus, lembar) if isinstance(x, _Acuan))


@lru_cache(maxsize=16_384)
def _split(rumus: str, lembar: str) -> tuple[str | _Acuan, ...]:
    """A formula as references and what stands between them."""
    return tuple(_walk(rumus, lembar))


def _walk(rumus: str, lembar: str) -> Iterator[str | _Acuan]:
    token = [(m.lastgroup or "", m[0]) for m in TOKEN.finditer(rumus)]
    milik, n = "", 0
    while n < len(token):
        jenis, teks = token[n]
        sudut = split_sel(teks) if jenis == "sel" else None
        if jenis == "lembar" and n + 1 < len(token) and token[n + 1][0] == "sel":
            milik = unquote_lembar(teks[:-1])
        elif sudut is None:
            yield teks
        else:
            lain = split_sel(token[n + 2][1]) if n + 2 < len(token) and token[n + 1][1] == ":" else None
            yield _Acuan(milik or lembar, (sudut, lain) if lain else (sudut,))
            milik, n = "", n + 2 * (lain is not None)
        n += 1


def _write(acuan: _Acuan, lembar: str, peta: Peta) -> str:
    letak = peta.find_kotak(acuan.lembar, acuan.kotak)
    if letak is None:
        return _HILANG
    tujuan, (b, k, b_akhir, k_akhir) = letak
    teks = []
    for (kolom_tetap, _, baris_tetap, _), baris, kolom in zip(acuan.sudut, (b, b_akhir), (k, k_akhir), strict=False):
        teks.append(f"{'$' * kolom_tetap}{column_letters(kolom)}{'$' * baris_tetap}{baris + 1}")
    return ("" if acuan.lembar == lembar else f"{quote_sheet(tujuan)}!") + ":".join(teks)
