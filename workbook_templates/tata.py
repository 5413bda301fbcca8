"""The cells of a sheet set out for paper: heights of rows, pages, and what is merged over rows page by page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from msgspec import structs

from kinerja.workbook.halaman import paginate
from kinerja.workbook.layout import Cetak, Lembar, Sel
from kinerja.workbook.ukuran import TINGGI_BAKU, row_height
from workbook_templates.gaya import GAYA

_TINGGI = {nama: gaya for nama, gaya in GAYA.items() if gaya.lipat or gaya.ukuran > 11}
"""Styles whose text may need a higher row."""
_PIKSEL = 0.75


@dataclass(frozen=True, slots=True)
class Susunan:
    """What of a sheet depends on where its pages end.

    Attributes:
        gabung: the place among the cells of one that is merged downwards, and over how many rows.
        sambung: the place of the first of so many cells that are one text.
        jaga: first and last row of what a page break must not tear apart.
        penuh: texts must show fully; else a row is as high as one can be.
    """

    gabung: Sequence[tuple[int, int]]
    sambung: Sequence[tuple[int, int]]
    jaga: Sequence[tuple[int, int]]
    penuh: bool


def arrange(lembar: Lembar, s: Susunan) -> Lembar:
    """The sheet with heights, page breaks, merges and frames; its `tinggi` are the least heights of some rows."""
    bentang = dict(s.gabung)
    tinggi = _measure(lembar, bentang, penuh=s.penuh)
    besar = [(lembar.sel[nomor], banyak) for nomor, banyak in bentang.items()]
    terisi = _stretch(tinggi, lembar.lebar, besar, penuh=s.penuh)
    cetak = _paginate(lembar, tinggi, [*s.jaga, *terisi])
    sel = _merge(_frame(lembar.sel, s.sambung, cetak.patah), bentang, cetak.patah)
    return structs.replace(lembar, sel=sel, tinggi=tuple(sorted(tinggi.items())), cetak=cetak)


def _fit(semua: Sequence[float], satu: Sel, *, penuh: bool) -> float:
    """The height that a cell's text needs, in columns of these widths."""
    gaya = _TINGGI.get(satu.gaya)
    if gaya is None or not isinstance(satu.nilai, str):
        return TINGGI_BAKU
    lebar = tuple(semua[satu.kolom : satu.kolom + satu.lebar]) if gaya.lipat else (255.0,)
    return row_height(satu.nilai, lebar, gaya.ukuran, gaya.tebal, gaya.indentasi, penuh=penuh)


def _measure(lembar: Lembar, bentang: dict[int, int], *, penuh: bool) -> dict[int, float]:
    """Heights of the rows that need more than the default."""
    tinggi = dict(lembar.tinggi)
    for nomor, satu in enumerate(lembar.sel):
        if satu.gaya in _TINGGI and satu.tinggi == 1 and nomor not in bentang:
            _lift(tinggi, satu.baris, _fit(lembar.lebar, satu, penuh=penuh))
    for blok in lembar.blok:
        gaya = GAYA[blok.gaya]
        if gaya.lipat:
            for nomor, isi in enumerate(blok.nilai):
                for nilai, lebar in zip(isi, lembar.lebar[blok.kolom :], strict=False):
                    if isinstance(nilai, str):
                        perlu = row_height(nilai, (lebar,), indentasi=gaya.indentasi, penuh=penuh)
                        _lift(tinggi, blok.baris + nomor, perlu)
    return tinggi


def _lift(tinggi: dict[int, float], baris: int, perlu: float) -> None:
    if perlu > max(TINGGI_BAKU, tinggi.get(baris, 0)):
        tinggi[baris] = perlu


def _stretch(
    tinggi: dict[int, float], lebar: Sequence[float], gabung: Sequence[tuple[Sel, int]], *, penuh: bool
) -> list[tuple[int, int]]:
    """Give merged texts the height that they need, evenly over their rows; gives the rows that each of them fills."""
    perlu = [_fit(lebar, satu, penuh=penuh) for satu, _ in gabung]
    for (satu, banyak), tinggi_teks in zip(gabung, perlu, strict=True):
        baris = range(satu.baris, satu.baris + banyak)
        kurang = tinggi_teks - sum(tinggi.get(r, TINGGI_BAKU) for r in baris)
        if kurang > 0:
            for r in baris:
                tinggi[r] = tinggi.get(r, TINGGI_BAKU) + math.ceil(kurang / banyak / _PIKSEL) * _PIKSEL
    terisi = []
    for (satu, banyak), tinggi_teks in zip(gabung, perlu, strict=True):
        ada = accumulate(tinggi.get(r, TINGGI_BAKU) for r in range(satu.baris, satu.baris + banyak))
        terisi.append((satu.baris, satu.baris + next(n for n, x in enumerate(ada) if x >= tinggi_teks)))
    return terisi


def _paginate(lembar: Lembar, tinggi: dict[int, float], jaga: Iterable[tuple[int, int]]) -> Cetak:
    """The print set-up; a hidden sheet has none, lest it be printed."""
    if lembar.tersembunyi or lembar.cetak.selebar or lembar.cetak.satu_halaman:
        return lembar.cetak
    area = lembar.cetak.area or _find_area(lembar)
    _, kiri, bawah, kanan = area
    ukuran = min((GAYA[s.gaya].ukuran for s in lembar.sel if s.baris <= bawah and kiri <= s.kolom <= kanan), default=11)
    grafik = [(g.baris, g.baris + _count_baris(g.tinggi)) for g in lembar.grafik]
    return paginate(replace(lembar.cetak, area=area), lembar.lebar, tinggi, ukuran=ukuran, jaga=[*jaga, *grafik])


def _find_area(lembar: Lembar) -> tuple[int, int, int, int]:
    """All that holds something, charts included."""
    bawah = [s.baris + s.tinggi - 1 for s in lembar.sel] + [b.baris + b.tinggi - 1 for b in lembar.blok]
    bawah += [g.baris + _count_baris(g.tinggi) for g in lembar.grafik]
    return 0, 0, max(bawah, default=0), len(lembar.lebar) - 1


def _count_baris(piksel: int) -> int:
    """Rows of the default height that a chart covers."""
    return math.ceil(piksel * _PIKSEL / TINGGI_BAKU)


def _frame(sel: Sequence[Sel], sambung: Iterable[tuple[int, int]], patah: Iterable[int]) -> list[Sel]:
    """Cells that are one text, framed together on each page."""
    semua, mulai = list(sel), set(patah)
    for nomor, banyak in sambung:
        for n in range(nomor, nomor + banyak):
            awal = n == nomor or sel[n].baris in mulai
            akhir = n == nomor + banyak - 1 or sel[n + 1].baris in mulai
            gaya = {(True, True): "utuh", (True, False): "awal", (False, True): "akhir"}.get((awal, akhir), "sambung")
            semua[n] = structs.replace(sel[n], gaya=f"alinea_{gaya}")
    return semua


def _merge(sel: Sequence[Sel], bentang: dict[int, int], patah: Iterable[int]) -> tuple[Sel, ...]:
    """Cells merged downwards, each anew on every page."""
    semua = list(sel)
    for nomor, banyak in bentang.items():
        satu = sel[nomor]
        awal, akhir = satu.baris, satu.baris + banyak
        batas = [awal, *(r for r in patah if awal < r < akhir), akhir]
        semua[nomor] = structs.replace(satu, tinggi=batas[1] - awal)
        semua += (Sel(a, satu.kolom, None, satu.gaya, None, None, satu.lebar, z - a) for a, z in pairwise(batas[1:]))
    return tuple(semua)
