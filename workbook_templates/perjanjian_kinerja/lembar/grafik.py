"""Sheet Grafik: a bar an indikator, and the small table that it is drawn from: a series for each word of the scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten
from typing import Any

from kinerja.alamat import a1, range_of
from kinerja.peraturan import get_tabel
from kinerja.workbook.ekspresi import X, nama, to_x
from kinerja.workbook.fungsi import AND, IF, ISNUMBER
from kinerja.workbook.layout import Grafik, Seri
from kinerja.workbook.ukuran import TINGGI_BAKU, count_piksel
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import capaian
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, Kata, LembarKerja
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.perjanjian_kinerja.penilaian import list_warna_batang

KATA = Kata(
    "Grafik",
    "Capaian setiap indikator sebagai grafik batang.",
    "Grafik Capaian Kinerja",
    "Dihitung sendiri dari lembar Capaian. Garis putus-putus di 100% berarti target tercapai.",
)
_WARNA_BELUM = "#D9D9D9"
MAKS_NAMA = 80
"""Letters of an indikator's name beside its bar; the whole name stands on sheet Capaian."""
_PETIK = (capaian.CAPAIAN, capaian.KATEGORI, capaian.KETERANGAN)
AWAL, _LABEL, _SERI = 5, 1, 2
LEBAR = (5, 40, *[10] * 6)
MAKS_TINGGI = 1120
"""Pixels of a chart that fills the page."""


def build_grafik(b: Tampak, *hasil: Sequence[Any]) -> Bagian:
    """The chart over the width of the page, and below it, not printed, its table.

    Args:
        hasil: by indikator what sheet Capaian shows: its capaian, the word of its kategori, what is noted.
    """
    warna = {**list_warna_batang(get_tabel(b.cara.kategori, pada=b.pada)), capaian.BELUM_SETAHUN: _WARNA_BELUM}
    p = start_lembar(b, KATA, LEBAR, mendatar=False)
    tinggi = min(130 + 50 * len(b.indikator), MAKS_TINGGI)
    akhir = AWAL + int(-(-tinggi * 0.75 // TINGGI_BAKU))
    awal = akhir + 5
    _put_data(p, b, awal, tuple(warna), hasil)
    p.cetak = replace(p.cetak, area=(0, 0, akhir, len(p.lebar) - 1))
    label, *nilai = (
        range_of(KATA.nama, c, awal, awal + len(b.indikator) - 1) for c in range(_LABEL, _SERI + len(warna))
    )
    seri = tuple(Seri(kata, label, satu, w) for (kata, w), satu in zip(warna.items(), nilai, strict=True))
    uraian = (
        "Grafik batang: capaian setiap indikator dalam persen, dengan garis putus-putus pada 100% (target tercapai). "
        f"Warna batang menurut kategori, yang tertulis di samping nama indikator: {', '.join(warna)}. "
        "Angkanya sama dengan kolom Capaian (%) pada lembar Capaian."
    )
    p.grafik.append(
        Grafik(
            AWAL,
            0,
            "Capaian per indikator (%) menurut kategori",
            seri,
            lebar=count_piksel(p.lebar),
            tinggi=tinggi,
            uraian=uraian,
            garis=100,
            tindih=True,
            format="#,##0.00;-#,##0.00;;",  # an empty text is 0 in charts of some programs: zeros have no label
            huruf=12,
        )
    )
    return p.finish_bagian(warna_tab="#548235")


def _put_data(p: LembarKerja, b: Tampak, awal: int, kata: Sequence[str], isi: Sequence[Sequence[Any]]) -> None:
    """A row an indikator: what stands beside its bar, and its capaian in the column of its kategori."""
    p.put_teks(awal - 3, 0, "Data grafik", "bagian")
    p.put_teks(awal - 2, 0, "Dihitung sendiri dari lembar Capaian; tidak ikut tercetak.", "catatan")
    p.put_kepala(awal - 1, 0, ("No", "Tulisan pada grafik", *kata))
    for n, i in enumerate(b.indikator):
        r, letak = awal + n, capaian.AWAL + n
        tempat = [f"{capaian.KATA.nama}!{a1(letak, c, mutlak=True)}" for c in _PETIK]
        for satu, nilai in zip(tempat, isi, strict=True):
            p.tell(satu, nilai[n])
        c, kategori, keterangan = map(nama, tempat)
        if i.jenis.berurutan:  # a predicate that is missed has no percentage
            kategori = IF(kategori == "", keterangan, kategori)
        p.put_teks(r, 0, n + 1, "sel_tengah")
        tulisan = _write_label(shorten(i.nama, MAKS_NAMA, placeholder="…"), c, kategori)
        p.put_rumus(r, _LABEL, tulisan, "hasil_lipat")
        for k, satu in enumerate(kata, start=_SERI):
            p.put_rumus(r, k, IF(ISNUMBER(c), IF(AND(kategori == satu, c > 0), c, ""), ""), "hasil_desimal")


def _write_label(judul: str, c: X, kategori: X) -> X:
    """An indikator with its word, and what no bar shows: 0, and what is below."""
    tanpa_batang = IF(ISNUMBER(c), IF(c > 0, "", IF(c == 0, " (0%)", " (di bawah 0%)")), "")
    return to_x(judul) & IF(kategori == "", "", ": " & kategori & tanpa_batang)
