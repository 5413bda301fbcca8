"""The upper table of sheet Lampiran: sasaran and indikator with their targets, of a perubahan beside what they were."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kinerja.perjanjian.model import Indikator
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar.target import format_target, name_indikator, put_target
from workbook_templates.perjanjian_kinerja.lembar_kerja import LembarKerja

TIADA = "–"
"""Stands where a row is new, or is no more."""


class _Baris(NamedTuple):
    """An indikator, its number from 0 (None: it is no more), and what it was (None: it is new)."""

    indikator: Indikator
    nomor: int | None
    semula: Indikator | None


def put_sasaran(p: LembarKerja, b: Tampak, r: int) -> int:
    """The table from row r on; gives its last row."""
    target = (("TARGET SEMULA", 1), ("TARGET MENJADI", 2)) if b.semula else (("TARGET", 2),)
    p.put_bentang(r, 0, (("NO", 1), ("SASARAN", 1), ("INDIKATOR KINERJA", 2), *target), "kepala_cetak")
    p.set_tinggi(r, 22)
    p.keep(r, r + 1)
    r += 1
    for urut, (uraian, baris) in enumerate(_list_sasaran(b), start=1):
        n = len(baris)
        p.put_gabung(range(r, r + n), 0, urut, "cetak_tengah")
        p.put_gabung(range(r, r + n), 1, uraian, "cetak")
        for geser, satu in enumerate(baris):
            _put_indikator(p, b, r + geser, satu)
            p.set_tinggi(r + geser, 32)
        r += n
    return r - 1


def _list_sasaran(b: Tampak) -> Iterator[tuple[str, list[_Baris]]]:
    """Each sasaran with its rows: its own, then those that it has no more; at the end sasaran that are no more."""
    lama = iter(b.semula.indikator if b.semula else [None] * len(b.indikator))
    dicabut = {s.uraian: [_Baris(i, None, i) for i in s.indikator] for s in (b.semula.dicabut if b.semula else ())}
    nomor = 0
    for s in b.sasaran:
        baris = [_Baris(i, nomor + n, next(lama)) for n, i in enumerate(s.indikator)]
        nomor += len(baris)
        yield s.uraian, baris + dicabut.pop(s.uraian, [])
    yield from dicabut.items()


def _put_indikator(p: LembarKerja, b: Tampak, r: int, x: _Baris) -> None:
    p.put_teks(r, 2, name_indikator(x.indikator), "cetak", lebar=2)
    if b.semula:
        p.put_teks(r, 4, format_target(x.semula, b) if x.semula else TIADA, "cetak_tengah")
    c = 5 if b.semula else 4
    if x.nomor is None:
        p.put_teks(r, c, TIADA, "cetak_tengah", lebar=2)
    else:
        put_target(p, b, (r, c), x.nomor)
