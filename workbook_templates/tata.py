"""The cells of a sheet set out for paper: heights of rows, pages, and what is merged over rows page by page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from msgspec import structs

from kinerja.workbook.halaman import paginate
from kinerja.workbook.layout import Cetak, Lembar, Nilai, Sel
from kinerja.workbook.ukuran import TINGGI_BAKU, row_height, text_height
from workbook_templates.gaya import GAYA

_BERLIPAT = {nama: gaya for nama, gaya in GAYA.items() if gaya.lipat or gaya.ukuran > 11}
"""Styles whose text may need a higher row."""
_PIKSEL = 0.75
PANJANG = 85
"""Points of a paragraph of six lines and more."""


@dataclass(frozen=True, slots=True)
class Patahan:
    """What of a sheet depends on where its pages end.

    Attributes:
        gabung: the place among the cells of one that is merged downwards, over how many rows, and what stands there on
            further pages.
        sambung: the place of the first of so many cells that are one text.
        jaga: first and last row of what a page break must not tear apart.
        penuh: texts must show fully; else a row is as high as one can be.
    """

    gabung: Sequence[tuple[int, int, Nilai]]
    sambung: Sequence[tuple[int, int]]
    jaga: Sequence[tuple[int, int]]
    penuh: bool


def arrange(lembar: Lembar, s: Patahan) -> Lembar:
    """The sheet with heights, page breaks, merges and frames; its `tinggi` are the least heights of some rows."""
    bentang = {nomor: banyak for nomor, banyak, _ in s.gabung}
    tinggi = _measure(lembar, bentang, penuh=s.penuh)
    besar = [(lembar.sel[nomor], banyak) for nomor, banyak in bentang.items()]
    terisi = _stretch(tinggi, lembar.lebar, besar)
    cetak = _paginate(lembar, tinggi, [*s.jaga, *terisi])
    lembar = structs.replace(lembar, tinggi=tuple(sorted(tinggi.items())), cetak=cetak)
    sel = _merge(_frame(lembar, s.sambung, cetak.patah), s.gabung, cetak.patah)
    return structs.replace(lembar, sel=sel)


def fit_tinggi(semua: Sequence[float], satu: Sel, *, penuh: bool = True) -> float:
    """The height that a cell's text needs, in columns of these widths."""
    gaya = _BERLIPAT.get(satu.gaya)
    if gaya is None or not isinstance(satu.nilai, str):
        return TINGGI_BAKU
    lebar = tuple(semua[satu.kolom : satu.kolom + satu.lebar]) if gaya.lipat else (255.0,)
    return row_height(satu.nilai, lebar, gaya.ukuran, gaya.tebal, gaya.indentasi, penuh=penuh)


def _fit_bentang(semua: Sequence[float], satu: Sel) -> float:
    """The same of a text beside several rows, however high."""
    gaya = _BERLIPAT.get(satu.gaya)
    if gaya is None or not gaya.lipat or not isinstance(satu.nilai, str):
        return TINGGI_BAKU
    lebar = tuple(semua[satu.kolom : satu.kolom + satu.lebar])
    return max(TINGGI_BAKU, text_height(satu.nilai, lebar, gaya.ukuran, gaya.tebal, gaya.indentasi))


def _measure(lembar: Lembar, bentang: dict[int, int], *, penuh: bool) -> dict[int, float]:
    """Heights of the rows that need more than the default."""
    tinggi = dict(lembar.tinggi)
    for nomor, satu in enumerate(lembar.sel):
        if satu.gaya in _BERLIPAT and satu.tinggi == 1 and nomor not in bentang:
            _lift(tinggi, satu.baris, fit_tinggi(lembar.lebar, satu, penuh=penuh))
    for blok in lembar.blok:
        gaya = GAYA[blok.gaya]
        if gaya.lipat:
            for nomor, isi in enumerate(blok.nilai):
                for nilai, lebar in zip(isi, lembar.lebar[blok.kolom :], strict=False):
                    if isinstance(nilai, str):
                        perlu = row_height(nilai, (lebar,), gaya.ukuran, gaya.tebal, gaya.indentasi, penuh=penuh)
                        _lift(tinggi, blok.baris + nomor, perlu)
    return tinggi


def _lift(tinggi: dict[int, float], baris: int, perlu: float) -> None:
    if perlu > max(TINGGI_BAKU, tinggi.get(baris, 0)):
        tinggi[baris] = perlu


def _stretch(
    tinggi: dict[int, float], lebar: Sequence[float], gabung: Sequence[tuple[Sel, int]]
) -> list[tuple[int, int]]:
    """Give merged texts the height that they need, evenly over their rows; gives the rows that each of them fills."""
    perlu = [_fit_bentang(lebar, satu) for satu, _ in gabung]
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


def _frame(lembar: Lembar, sambung: Iterable[tuple[int, int]], patah: Iterable[int]) -> list[Sel]:
    """Cells that are one text, framed together on each page; the lines of long ones spread over their row.

    Programs differ on how high lines are, which shows below many of them as a hole.
    """
    sel = lembar.sel
    semua, mulai, tinggi = list(sel), set(patah), dict(lembar.tinggi)
    for nomor, banyak in sambung:
        for n in range(nomor, nomor + banyak):
            awal = n == nomor or sel[n].baris in mulai
            akhir = n == nomor + banyak - 1 or sel[n + 1].baris in mulai
            gaya = {(True, True): "utuh", (True, False): "awal", (False, True): "akhir"}.get((awal, akhir), "sambung")
            rata = "_rata" if tinggi.get(sel[n].baris, 0) >= PANJANG else ""
            semua[n] = structs.replace(sel[n], gaya=f"alinea_{gaya}{rata}")
    return semua


def _merge(sel: Sequence[Sel], gabung: Iterable[tuple[int, int, Nilai]], patah: Iterable[int]) -> tuple[Sel, ...]:
    """Cells merged downwards, each anew on every page."""
    semua = list(sel)
    for nomor, banyak, lanjut in gabung:
        satu = sel[nomor]
        awal, akhir = satu.baris, satu.baris + banyak
        batas = [awal, *(r for r in patah if awal < r < akhir), akhir]
        semua[nomor] = structs.replace(satu, tinggi=batas[1] - awal)
        semua += (Sel(a, satu.kolom, lanjut, satu.gaya, None, None, satu.lebar, z - a) for a, z in pairwise(batas[1:]))
    return tuple(semua)
