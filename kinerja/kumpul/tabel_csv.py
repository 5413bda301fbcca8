"""CSV files for spreadsheets here: UTF-8 with its mark, semicolons, decimal commas, and no text that is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_RUMUS = frozenset("=+-@＝＋－＠")
"""How a text begins that a program may take for a formula; in some languages the wide ones, too."""
_NEGATIF = re.compile(r"-(\d+|\d{1,3}(\.\d{3})+)(,\d+)?", re.ASCII)
# What no cell can hold, or shows otherwise than it is stored: controls (but tab, LF, CR), bidi overrides, surrogates.
_TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def write_tabel_csv(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> bytes:
    """A table with its titles; each cell as `write_sel_csv` writes it."""
    isi = io.StringIO(newline="")
    tulis = csv.writer(isi, delimiter=";")
    tulis.writerow(kepala)
    tulis.writerows([write_sel_csv(teks) for teks in satu] for satu in baris)
    return isi.getvalue().encode("utf-8-sig")


def write_sel_csv(teks: str) -> str:
    """A text for a cell, with an apostrophe in front where it could be a formula; a negative number stays one.

    >>> write_sel_csv("=1+1"), write_sel_csv(" =1+1"), write_sel_csv("-1.250,5"), write_sel_csv("--5")
    ("'=1+1", "' =1+1", '-1.250,5', "'--5")
    """
    bersih = _TERLARANG.sub("?", teks)
    awal = next((huruf for huruf in bersih if huruf != " " and huruf.isprintable()), "")
    rumus = awal in _RUMUS and not _NEGATIF.fullmatch(bersih)
    return f"'{bersih}" if rumus or bersih.startswith(("\t", "\r", "\n")) else bersih
