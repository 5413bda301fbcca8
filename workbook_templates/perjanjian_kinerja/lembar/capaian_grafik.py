"""The chart of sheet Capaian, and the small table that it is drawn from: a series for each word of the scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from kinerja.alamat import range_of
from kinerja.peraturan import get_tabel
from kinerja.perjanjian.model import Indikator
from kinerja.workbook.ekspresi import X, sel, to_x
from kinerja.workbook.fungsi import AND, IF, ISNUMBER
from kinerja.workbook.layout import Grafik, Seri
from kinerja.workbook.ukuran import TINGGI_BAKU, count_piksel
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar.capaian_cek import AWAL, CAPAIAN, INDIKATOR, KATA, KATEGORI
from workbook_templates.perjanjian_kinerja.lembar_kerja import LembarKerja
from workbook_templates.perjanjian_kinerja.penilaian import list_warna_batang

BELUM_SETAHUN = "belum setahun"
"""The word of what is measured, but whose fourth quarter does not stand yet."""
_WARNA_BELUM = "#D9D9D9"
MAKS_NAMA = 80
"""Letters of an indikator's name beside its bar; the whole name stands in the table."""
_PIKSEL = TINGGI_BAKU / 0.75
_LABEL, _SERI = 1, 3


def put_grafik(p: LembarKerja, b: Tampak, r: int) -> None:
    """Place the chart from row `r` on, over the whole width, and below it, not printed, its table."""
    semua = b.indikator
    tinggi = 130 + 50 * len(semua)
    akhir = r + int(-(-tinggi // _PIKSEL))
    p.cetak = replace(p.cetak, area=(0, 0, akhir, len(p.lebar) - 1))
    warna = {**list_warna_batang(get_tabel(b.cara.kategori, pada=b.pada)), BELUM_SETAHUN: _WARNA_BELUM}
    awal, kolom = akhir + 5, range(_SERI, _SERI + len(warna))
    _put_data(p, semua, awal, tuple(warna))
    label, *nilai = (range_of(KATA.nama, c, awal, awal + len(semua) - 1) for c in (_LABEL, *kolom))
    seri = tuple(Seri(kata, label, satu, w) for (kata, w), satu in zip(warna.items(), nilai, strict=True))
    uraian = (
        "Grafik batang: capaian setiap indikator dalam persen, dengan garis putus-putus pada 100% (target tercapai). "
        f"Warna batang menurut kategori, yang tertulis di samping nama indikator: {', '.join(warna)}. "
        "Angkanya sama dengan kolom Capaian (%) pada tabel di atas."
    )
    grafik = Grafik(
        r,
        0,
        "Capaian per indikator (%) menurut kategori",
        seri,
        lebar=count_piksel(p.lebar),
        tinggi=tinggi,
        uraian=uraian,
        garis=100,
        tindih=True,
        format="#,##0.00;-#,##0.00;;",  # an empty text is 0 in charts of some programs: zeros have no label
        huruf=13,
    )
    p.grafik.append(grafik)


def _put_data(p: LembarKerja, semua: Sequence[Indikator], awal: int, kata: Sequence[str]) -> None:
    """A row an indikator: what stands beside its bar, and its capaian in the column of its kategori."""
    p.put_teks(awal - 3, 0, "Data grafik", "bagian")
    p.put_teks(awal - 2, 0, "Dihitung sendiri dari tabel di atas; tidak ikut tercetak.", "catatan")
    p.put_bentang(awal - 1, 0, (("No", 1), ("Tulisan pada grafik", 2), *((satu, 1) for satu in kata)), "kepala")
    for n, i in enumerate(semua):
        r, c, kategori = awal + n, sel(AWAL + n, CAPAIAN), sel(AWAL + n, KATEGORI)
        p.put_teks(r, 0, n + 1, "sel_tengah")
        pendek = shorten(i.nama, MAKS_NAMA, placeholder="…")
        nama = sel(AWAL + n, INDIKATOR) if len(i.nama) <= MAKS_NAMA else to_x(pendek)
        p.put_rumus(r, _LABEL, _write_label(nama, c, kategori), "hasil_lipat", lebar=2)
        for k, satu in enumerate(kata, start=_SERI):
            p.put_rumus(r, k, IF(ISNUMBER(c), IF(AND(kategori == satu, c > 0), c, ""), ""), "hasil_desimal")


def _write_label(nama: X, c: X, kategori: X) -> X:
    """An indikator with its word, and what no bar shows: 0, and what is below."""
    tanpa_batang = IF(ISNUMBER(c), IF(c > 0, "", IF(c == 0, " (0%)", " (di bawah 0%)")), "")
    return nama & IF(kategori == "", "", ": " & kategori & tanpa_batang)
