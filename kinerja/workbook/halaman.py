"""Where pages of a sheet begin: one scale for all, rows that belong together, columns that go on beside them.

A spreadsheet that fits a sheet to the page's width puts its page breaks where it likes, across merged cells, and as
small as it must. So the scale is computed here, never below what keeps the smallest letters at 8 points, and with it
every break.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from kinerja.workbook.layout import Cetak
from kinerja.workbook.ukuran import TINGGI_BAKU, column_points

TERKECIL = 8
"""Points of the smallest letters on paper."""
KERTAS = {"f4": (612, 936), "a4": (595, 842)}
"""Width and height in points; 216 × 330 mm is what Indonesian offices call F4."""
SISI, ATAS_BAWAH = 0.6, 0.75
"""Margins in inches: at least 15 mm at the sides, so that a page set for F4 also fits paper cut 210 mm wide."""
_AMAN_LEBAR, _AMAN_TINGGI = 0.97, 0.97
"""Programs draw columns up to 3 % wider than Excel; a row that does not fit would stand alone on a page."""


def goes_beside(cetak: Cetak, lebar: Sequence[float], *, ukuran: float = 11) -> bool:
    """Whether columns of these widths, or those of its area, go on beside the page."""
    area = cetak.area or (0, 0, 0, len(lebar) - 1)
    sebaris = replace(cetak, area=area, baris_berulang=None)
    return bool(paginate(sebaris, lebar, {}, ukuran=ukuran).patah_kolom)


def paginate(
    cetak: Cetak,
    lebar: Sequence[float],
    tinggi: Mapping[int, float],
    *,
    ukuran: float = 11,
    jaga: Iterable[tuple[int, int]] = (),
) -> Cetak:
    """The print set-up with its scale and page breaks.

    Args:
        cetak: its area is given.
        lebar: width of each column, in characters.
        tinggi: height of rows in points where it differs from the default.
        ukuran: size of the smallest letters on the sheet.
        jaga: first and last row of what must not be torn apart.
    """
    if cetak.satu_halaman or cetak.selebar or cetak.area is None:
        return cetak
    lebar_kertas, tinggi_kertas = KERTAS[cetak.kertas][:: -1 if cetak.mendatar else 1]
    ruang = (lebar_kertas - 144 * SISI) * _AMAN_LEBAR
    titik = [column_points(x) for x in lebar]
    minimal = math.ceil(100 * TERKECIL / ukuran)
    kolom = _break_columns(cetak, titik, ruang * 100 / minimal)
    _, kiri, _, kanan = cetak.area
    ulang = _measure_ulang(cetak, titik)
    bagian = [sum(titik[a:z]) + (ulang if a > kiri else 0) for a, z in pairwise((kiri, *kolom, kanan + 1))]
    terbesar = max(minimal, min(100, math.floor(ruang * 100 / max(bagian))))
    setinggi = (tinggi_kertas - 144 * ATAS_BAWAH) * _AMAN_TINGGI * 100
    atas, _, bawah, _ = cetak.area
    balok = _list_balok(atas, bawah, jaga)
    # As large as it can be on as few pages as can be: with the scale, pages only grow in number.
    tersedikit = len(_break_rows(cetak, tinggi, setinggi / minimal, balok))
    semua = range(terbesar, minimal - 1, -1)
    letak = bisect_left(semua, True, key=lambda s: len(_break_rows(cetak, tinggi, setinggi / s, balok)) <= tersedikit)
    skala = semua[letak]
    patah = _break_rows(cetak, tinggi, setinggi / skala, balok)
    return replace(cetak, skala=skala, patah=patah, patah_kolom=kolom)


def _measure_ulang(cetak: Cetak, titik: Sequence[float]) -> float:
    if cetak.kolom_berulang is None:
        return 0
    awal, akhir = cetak.kolom_berulang
    return sum(titik[awal : akhir + 1])


def _break_columns(cetak: Cetak, titik: Sequence[float], ruang: float) -> tuple[int, ...]:
    """First columns of the pages beside the first: none if all fit, else those that were asked for, and as needed."""
    assert cetak.area
    _, kiri, _, kanan = cetak.area
    if sum(titik[kiri : kanan + 1]) <= ruang:
        return ()
    ulang = _measure_ulang(cetak, titik)
    patah: list[int] = []
    isi = 0.0
    for k in range(kiri, kanan + 1):
        if k > kiri and (k in cetak.lanjut_kolom or isi + titik[k] > ruang):
            patah.append(k)
            isi = ulang
        isi += titik[k]
    return tuple(patah)


def _break_rows(
    cetak: Cetak, tinggi: Mapping[int, float], ruang: float, balok: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """First rows of the pages after the first."""
    assert cetak.area
    atas, _, bawah, _ = cetak.area
    ukur = [tinggi.get(r, TINGGI_BAKU) for r in range(atas, bawah + 1)]
    jumlah = [0.0, *accumulate(ukur)]  # heights above each row, so that a stretch is one subtraction
    kepala = 0.0
    if cetak.baris_berulang:
        awal, akhir = cetak.baris_berulang
        kepala = jumlah[akhir + 1 - atas] - jumlah[awal - atas]
    patah: list[int] = []
    mulai, muat = atas, ruang
    for a, z in balok:
        if jumlah[z + 1 - atas] - jumlah[mulai - atas] <= muat:
            continue
        if a > mulai:
            patah.append(a)
            mulai, muat = a, ruang - kepala
        for r in range(a + 1, z + 1):  # what is longer than a page is torn after all
            if jumlah[r + 1 - atas] - jumlah[mulai - atas] > muat:
                patah.append(r)
                mulai, muat = r, ruang - kepala
    return tuple(patah)


def _list_balok(atas: int, bawah: int, jaga: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Rows, and stretches of rows that stay together; stretches that share a row are one."""
    balok: list[tuple[int, int]] = []
    utuh = sorted((max(a, atas), min(z, bawah)) for a, z in jaga if a <= bawah and z >= atas)
    r, nomor = atas, 0
    while r <= bawah:
        akhir = r
        while nomor < len(utuh) and utuh[nomor][0] <= akhir:
            akhir = max(akhir, utuh[nomor][1])
            nomor += 1
        balok.append((r, akhir))
        r = akhir + 1
    return balok
