"""Sheet Indikator: figures of the generic kinds `persen` and `nilai`, position at the end of each quarter."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.perjanjian.model import Indikator
from kinerja.rumus_sel import persen
from kinerja.workbook.ekspresi import X, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, COUNTA, IF, ISNUMBER
from kinerja.workbook.layout import Aturan
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    LEBAR_ANGKA,
    TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
    Realisasi,
    start_lembar,
)
from workbook_templates.rumus import BELUM, OK, PERIKSA, count_salah, status

KATA = Kata(
    "Indikator",
    "Realisasi indikator lain per triwulan.",
    "Indikator – Realisasi Indikator Lain",
    "Isi angka kumulatif sampai dengan triwulan itu. Realisasi tahun ini adalah triwulan terakhir yang sudah terisi.",
)
CEK_PERSEN = Pertanyaan(
    "Indikator {nomor}: pembilang dan penyebut terisi berpasangan",
    "Isi kedua baris pada triwulan yang sama dengan angka 0 atau lebih.",
)
CEK_NILAI = Pertanyaan("Indikator {nomor}: realisasi berupa angka", "Ketik angka saja, tanpa satuan.")
TANPA = "tidak terukur"
"""Shown where the denominator is zero: there is nothing to measure."""
AWAL, TW, TAHUN = 6, 3, 7
_NILAI = Aturan("desimal", "Realisasi", "Ketik realisasi sampai dengan triwulan itu, angka saja.", -1e15, 1e15)
_BILANGAN = Aturan("desimal", "Angka kumulatif", "Ketik angka sampai dengan triwulan itu; 0 bila tidak ada.", 0, 1e15)


def build_indikator(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    """The generic sheet: `isian_indikator_<n>_pembilang/_penyebut/_nilai` (4 quarters), `hasil_indikator_<n>`."""
    p = start_lembar(b, KATA, (5, 62, 16, *[LEBAR_ANGKA] * 5))
    tw = [f"s.d. triwulan {t}" for t in TRIWULAN]
    p.put_kepala(AWAL - 1, 0, ("No", "Indikator dan datanya", "Satuan", *tw, "Tahun ini"))
    baris = AWAL
    for nomor, i in milik:
        p.put_baris(baris, 0, (nomor + 1, i.nama, i.satuan), ("sel_lipat", "sel_lipat", "sel_tengah_lipat"))
        baris = _put_persen(p, b, baris, nomor, i) if i.jenis.berpenyebut else _put_nilai(p, baris, nomor)
    return p.finish_bagian(beku=(AWAL, 0), warna_tab="#BF8F00")


def _put_persen(p: LembarKerja, b: Tampak, r: int, nomor: int, i: Indikator) -> int:
    for geser, (jenis, judul) in enumerate((("pembilang", i.pembilang), ("penyebut", i.penyebut)), 1):
        isian = Isian(f"isian_indikator_{nomor + 1}_{jenis}", _BILANGAN, "isian_desimal")
        p.put_baris(r + geser, 0, (None, judul or jenis.capitalize(), "diisi"), ("sel", "sel_lipat", "sel_tengah"))
        p.put_blok(isian, (r + geser, TW), (1, 4))
        p.put_teks(r + geser, TAHUN, None, "sel")
    salah = count_salah(rentang(r + 1, TW, r + 2, TW + 3))
    for c in range(TW, TW + 4):
        x, y = sel(r + 1, c), sel(r + 2, c)
        bagi = IF(y > 0, persen(x, y, b.pada), TANPA)
        p.put_rumus(r, c, IF(AND(ISNUMBER(x), ISNUMBER(y), salah == 0), bagi, ""), "hasil_desimal")
    _put_tahun(p, r, nomor, [sel(r, c) != "" for c in range(TW, TW + 4)])
    p.realisasi[nomor] = Realisasi(tuple(map(p.export, _list_triwulan(r))), p.refer(f"hasil_indikator_{nomor + 1}"))
    semua = rentang(r + 1, TW, r + 2, TW + 3, lembar=KATA.nama)
    pasangan = zip(_list_triwulan(r + 1), _list_triwulan(r + 2), strict=True)
    genap = AND(*(ISNUMBER(x) == ISNUMBER(y) for x, y in pasangan))
    hasil = IF(count_salah(semua) > 0, PERIKSA, IF(genap, IF(COUNT(semua) > 0, OK, BELUM), PERIKSA))
    p.check(CEK_PERSEN, r + 1, TW, hasil, nomor=nomor + 1)
    return r + 4


def _put_nilai(p: LembarKerja, r: int, nomor: int) -> int:
    p.put_blok(Isian(f"isian_indikator_{nomor + 1}_nilai", _NILAI, "isian_desimal"), (r, TW), (1, 4))
    _put_tahun(p, r, nomor, [ISNUMBER(sel(r, c)) for c in range(TW, TW + 4)])
    triwulan = (p.export(IF(ISNUMBER(s), s, "")) for s in _list_triwulan(r))
    p.realisasi[nomor] = Realisasi(tuple(triwulan), p.refer(f"hasil_indikator_{nomor + 1}"))
    w = rentang(r, TW, r, TW + 3, lembar=KATA.nama)
    p.check(CEK_NILAI, r, TW, status(COUNTA(w) > COUNT(w), COUNT(w) > 0), nomor=nomor + 1)
    return r + 2


def _put_tahun(p: LembarKerja, r: int, nomor: int, ada: list[X]) -> None:
    """The year's figure: the last quarter that has one."""
    terakhir = to_x("")
    for c, uji in enumerate(ada, start=TW):
        terakhir = IF(uji, sel(r, c), terakhir)
    p.put_rumus(r, TAHUN, terakhir, "hasil_desimal", nama=f"hasil_indikator_{nomor + 1}")


def _list_triwulan(r: int) -> list[X]:
    """The cells of the four quarters, for another sheet."""
    return [sel(r, c, lembar=KATA.nama) for c in range(TW, TW + 4)]
