"""What lies on the sheets of a workbook besides values, in plain texts: merges, heights, rules, pages, pictures."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from tests.alat.formulir.buku import Terbaca


@dataclass(frozen=True, slots=True)
class Susunan:
    """Of one sheet."""

    gabung: frozenset[str]
    tinggi: dict[int, float]
    aturan: frozenset[tuple[str, str, str, str]]
    syarat: frozenset[tuple[str, str]]
    cetak: str
    judul: str
    patah: tuple[int, ...]
    beku: str
    saring: str
    tabel: dict[str, str]
    gambar: tuple[tuple[int, int, str], ...]


def read_susunan(ada: Terbaca, lembar: str) -> Susunan:
    """All of it as openpyxl reads it, `$` left out of ranges of pages."""
    ws = ada.rumus[lembar]
    return Susunan(
        frozenset(str(r) for r in ws.merged_cells.ranges),
        {b: u.height for b, u in ws.row_dimensions.items() if u.height is not None},
        frozenset(
            (str(a.sqref), a.type or "", str(a.formula1), str(a.formula2)) for a in ws.data_validations.dataValidation
        ),
        frozenset((str(s.sqref), str(r.formula[0])) for s in ws.conditional_formatting for r in s.rules),
        str(ws.print_area or "").rpartition("!")[2].replace("$", ""),
        (ws.print_title_rows or "").replace("$", ""),
        tuple(sorted(p.id for p in ws.row_breaks.brk)),
        str(ws.freeze_panes or ""),
        str(ws.auto_filter.ref or ""),
        _list_tabel(ws),
        tuple(_read_gambar(g) for g in ws._images),  # type: ignore[attr-defined]
    )


def _list_tabel(ws: object) -> dict[str, str]:
    return {tabel.name: tabel.ref for tabel in ws.tables.values()}  # type: ignore[attr-defined]


def _read_gambar(gambar: object) -> tuple[int, int, str]:
    """First and last row, from 1, and a digest of the picture."""
    jangkar = gambar.anchor  # type: ignore[attr-defined]
    data = gambar._data()  # type: ignore[attr-defined]
    return jangkar._from.row + 1, jangkar.to.row + 1, hashlib.sha256(data).hexdigest()[:12]
