"""Sheet Grafik: bars by kecamatan and by indikator with a line at 100%, as long as there are few enough to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kinerja.alamat import a1, quote_sheet, range_of
from kinerja.bilangan import format_angka
from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.workbook.layout import Grafik, Lembar, Seri
from kinerja.workbook.ukuran import TINGGI_BAKU, count_piksel
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.anggaran import LembarAnggaran
from workbook_templates.rekap.bersama import ANGGARAN, AWAL, GRAFIK, JUMLAH, KEPALA, Bahan, start
from workbook_templates.rekap.capaian import Matriks
from workbook_templates.rekap.rincian_anggaran import SERAPAN

MAKS_BATANG = 40
"""Bars that a page shows legibly."""
_LEBAR = (11.0,) * 7
_BIRU, _HIJAU, _KUNING = "#1F3864", "#548235", "#BF8F00"
_FORMAT = "#,##0.00;-#,##0.00;;"
"""An empty text is 0 in charts of some programs: zeros have no label."""


def build_grafik(k: Bahan, tahun: Matriks, triwulan: Matriks | None, anggaran: LembarAnggaran) -> Lembar:
    """The charts below each other.

    Args:
        triwulan: of the last quarter that counts.
    """
    p = start(k, GRAFIK, [("", x) for x in _LEBAR], mendatar=False, baris_berulang=None)
    r = KEPALA
    for judul, lembar, seri, banyak in _list_seri(k, tahun, triwulan, anggaran):
        r = _put_grafik(p, r, judul, lembar, seri, banyak)
    if r == KEPALA:
        p.put_teks(r, 0, "Belum ada angka untuk digambar.", "sel", lebar=len(_LEBAR))
    p.cetak = replace(p.cetak, area=(0, 0, r, len(_LEBAR) - 1))
    return p.finish(warna_tab="#548235")


def _put_grafik(p: Penyusun, r: int, judul: str, lembar: str, seri: Seri, banyak: int) -> int:
    """A chart, or why there is none; returns the row below it."""
    if banyak > MAKS_BATANG:
        teks = f"{judul}: {format_angka(banyak, 0)} batang tidak terbaca dalam satu grafik; lihat lembar {lembar}."
        p.put_teks(r, 0, teks, "teks_lipat", lebar=len(_LEBAR))
        return r + 2
    tinggi = 130 + 24 * max(banyak, 4)
    uraian = f"Grafik batang: {judul.lower()}, dengan garis putus-putus pada 100%. Angkanya di lembar {lembar}."
    lebar = count_piksel(_LEBAR)
    p.grafik.append(Grafik(r, 0, judul, (seri,), lebar=lebar, tinggi=tinggi, uraian=uraian, garis=100, format=_FORMAT))
    bawah = r + int(-(-tinggi * 0.75 // TINGGI_BAKU))
    p.keep(r - 1, bawah + 1)  # programs differ a little on where rows end
    return bawah + 3


def _list_seri(
    k: Bahan, tahun: Matriks, triwulan: Matriks | None, anggaran: LembarAnggaran
) -> Iterator[tuple[str, str, Seri, int]]:
    """Title, sheet, series and number of bars of each chart that has any."""
    banyak = len(k.rekap.baris)
    for m in (tahun, triwulan):
        if m is None or m.p.isi.get(JUMLAH, m.rerata) == "":
            continue
        masa = "setahun" if m.tw is None else f"triwulan {TRIWULAN[m.tw]}"
        nama = m.lembar.nama
        per_kecamatan = Seri(
            "Rata-rata", range_of(nama, 1, AWAL, m.akhir), range_of(nama, m.rerata, AWAL, m.akhir), _BIRU
        )
        yield f"Rata-rata capaian {masa} setiap kecamatan (%)", nama, per_kecamatan, banyak
        label, nilai = (_range_baris(nama, r, m.kolom, m.rerata - 1) for r in (KEPALA, JUMLAH))
        yield (
            f"Rata-rata capaian {masa} setiap indikator (%)",
            nama,
            Seri("Rata-rata", label, nilai, _HIJAU),
            len(m.kunci),
        )
    c, akhir = anggaran.kolom[SERAPAN], anggaran.akhir
    if anggaran.p.isi.get(JUMLAH, c) != "":
        seri = Seri("Serapan", range_of(ANGGARAN, 1, AWAL, akhir), range_of(ANGGARAN, c, AWAL, akhir), _KUNING)
        yield "Serapan anggaran setiap kecamatan (%)", ANGGARAN, seri, banyak


def _range_baris(lembar: str, r: int, awal: int, akhir: int) -> str:
    return f"{quote_sheet(lembar)}!{a1(r, awal, mutlak=True)}:{a1(r, akhir, mutlak=True)}"
