"""Sheet Indikator: figures of the generic kinds `persen`, `nilai`, `predikat` by quarter, and the year's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kinerja.alamat import range_of
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import TRIWULAN, Metode
from kinerja.rumus_sel import persen
from kinerja.workbook.ekspresi import X, add_up, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, COUNTIF, IF, ISNUMBER, ROUND, SUM, SUMIF
from kinerja.workbook.layout import Aturan
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar.indikator_cek import (
    CARA,
    KEADAAN,
    SESUAI,
    TW,
    check_nilai,
    check_persen,
    check_predikat,
    choose_cara,
    list_triwulan,
    write_keadaan,
)
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    KATA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.perjanjian_kinerja.penilaian import widen
from workbook_templates.rumus import ISIAN_SALAH, pick_akhir

KATA = Kata(
    "Indikator",
    "Realisasi indikator lain per triwulan.",
    "Realisasi Indikator Lain",
    f"{KATA_TRIWULAN} Tahun ini dihitung menurut kolom Setahun.",
)
DESIMAL_JUMLAH = 9
"""Of a sum of quarters: what lies behind is the programs' binary noise, to which 0,1 + 0,2 - 0,3 is not 0."""
TANPA = "tidak terukur"
"""Shown where the denominator is zero: there is nothing to measure."""
AWAL, TAHUN = 6, 8
LEBAR = (4, 28, 11, 14, *[12.5] * 5, 13)
_NILAI = Aturan("desimal", "Realisasi", "Ketik realisasi triwulan itu saja, angka saja.", -1e15, 1e15)
_RASIO = Aturan("desimal", "Realisasi", "Ketik angka di belakang 1 banding, misalnya 30 untuk 1 : 30.", 0, 1e15)
_BILANGAN = Aturan("desimal", "Angka triwulan", "Ketik angka triwulan itu saja; 0 bila tidak ada.", 0, 1e15)
_ARTI = {
    Metode.JUMLAH: "Keempat triwulan dijumlahkan; persen: jumlah pembilang dibagi jumlah penyebut.",
    Metode.AKHIR: "Triwulan terakhir yang terisi.",
    Metode.RATA_RATA: "Rata-rata triwulan yang terisi.",
}


def build_indikator(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    """The generic sheet: `isian_indikator_<n>_pembilang/_penyebut/_nilai/_predikat` (4 quarters), `_metode`.

    The year's figure is `hasil_indikator_<n>`.
    """
    lebar = widen(LEBAR, range(TW, TAHUN + 1), [i for _, i, *_ in milik])
    p = start_lembar(b, KATA, lebar, baris_berulang=(AWAL - 1, AWAL - 1), kolom_berulang=(0, 1), lanjut_kolom=(TAHUN,))
    tw = [f"Triwulan {t}" for t in TRIWULAN]
    p.put_kepala(AWAL - 1, 0, ("No", "Indikator dan datanya", "Satuan", "Setahun", *tw, "Tahun ini", "Keadaan"))
    baris, akhir = AWAL, AWAL + sum(_count_baris(i) for _, i, *_ in milik)
    for nomor, satu, *_ in milik:
        i = replace(satu, metode=Metode.AKHIR) if satu.berrasio else satu  # ratios neither add up nor have a mean
        p.put_baris(baris, 0, (nomor + 1, i.nama, i.satuan), ("sel_lipat", "sel_lipat", "sel_tengah_lipat"))
        if i.jenis.berurutan:
            _put_predikat(p, baris, nomor, i)
        else:
            _put_cara(p, (baris, akhir), nomor, i)
            (_put_persen if i.jenis.berpenyebut else _put_nilai)(p, baris, nomor, i)
        p.keep(baris, baris + _count_baris(i) - 2)
        baris += _count_baris(i)
    p.color(AWAL, KEADAAN, akhir, {SESUAI: "baik", ISIAN_SALAH: "periksa"})
    if any(i.metode is None and not i.jenis.berurutan and not i.berrasio for _, i, *_ in milik):
        p.put_teks(akhir, 1, "Pilihan kolom Setahun", "bagian")
        for r, metode in enumerate(Metode, start=akhir + 1):
            p.put_teks(r, 1, metode.sebutan, "sel")
            p.put_teks(r, 2, _ARTI[metode], "teks")
    return p.finish_bagian(beku=(AWAL, 0), warna_tab="#BF8F00")


def _count_baris(i: Indikator) -> int:
    """Rows of its block, the blank one behind it included."""
    if i.jenis.berurutan:
        return len(i.urutan) + 3
    return 4 if i.jenis.berpenyebut else 2


def _put_cara(p: LembarKerja, tempat: tuple[int, int], nomor: int, i: Indikator) -> None:
    """How quarters become the year: known, or to be chosen from the table at the end of the sheet."""
    r, akhir = tempat
    if i.metode is not None:
        p.put_teks(r, CARA, i.metode.sebutan, "sel_tengah_lipat")
        return
    pilihan = range_of(p.nama_lembar, 1, akhir + 1, akhir + len(Metode))
    petunjuk = "Pilih bagaimana empat triwulan menjadi angka setahun."
    aturan = Aturan("pilihan", "Cara setahun", petunjuk, pilihan_dari=pilihan)
    p.put_blok(Isian(f"isian_indikator_{nomor + 1}_metode", aturan, "isian_tengah"), (r, CARA), (1, 1))


def _put_persen(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    for geser, (jenis, judul) in enumerate((("pembilang", i.pembilang), ("penyebut", i.penyebut)), 1):
        isian = Isian(f"isian_indikator_{nomor + 1}_{jenis}", _BILANGAN, "isian_persis")
        kiri = (None, judul or jenis.capitalize(), "diisi", None)
        p.put_baris(r + geser, 0, kiri, ("sel", "sel_lipat", "sel_tengah", "sel"))
        p.put_blok(isian, (r + geser, TW), (1, 4))
        p.put_teks(r + geser, TAHUN, None, "sel")
        p.put_rumus(r + geser, KEADAAN, write_keadaan(i), "hasil_teks")
    atas, bawah = list_triwulan(r + 1), list_triwulan(r + 2)
    benar = COUNTIF(rentang(r + 1, KEADAAN, r + 2, KEADAAN), ISIAN_SALAH) == 0
    for c, x, y in zip(range(TW, TW + 4), atas, bawah, strict=True):
        bagi = IF(y > 0, persen(x, y, p.b.pada), TANPA)
        p.put_rumus(r, c, IF(AND(ISNUMBER(x), ISNUMBER(y), benar), bagi, ""), "hasil_desimal")
    p.put_teks(r, KEADAAN, None, "hasil_teks")
    _put_tahun(p, r, nomor, _write_tahun_persen(r, i, p.b.pada))
    luar = list_triwulan(r, lembar=KATA.nama)
    p.realisasi[nomor] = Realisasi(tuple(map(p.export, luar)), p.refer(f"hasil_indikator_{nomor + 1}"))
    check_persen(p, r + 1, nomor, i)


def _write_tahun_persen(r: int, i: Indikator, pada: date) -> X:
    """The year's percentage: sums divided once, the last quarter, or the mean of unrounded quarters.

    Only quarters that could be measured count: half a pair, or a denominator of 0, is in no sum.
    """
    w, hasil = rentang(r, TW, r, TW + 3), list_triwulan(r)
    atas, bawah = (SUMIF(w, ">=0", rentang(r + n, TW, r + n, TW + 3)) for n in (1, 2))
    rasio = add_up(
        IF(ISNUMBER(h), x / y, 0) for h, x, y in zip(hasil, list_triwulan(r + 1), list_triwulan(r + 2), strict=True)
    )
    terukur = choose_cara(
        sel(r, CARA),
        i,
        {
            Metode.JUMLAH: persen(atas, bawah, pada),
            Metode.AKHIR: pick_akhir(hasil),
            Metode.RATA_RATA: persen(rasio, COUNT(w), pada),
        },
        to_x(""),
    )
    return IF(COUNT(w) > 0, terukur, IF(COUNTIF(w, TANPA) > 0, TANPA, ""))


def _put_nilai(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    rasio = i.berrasio
    gaya = "isian_rasio" if rasio else "isian_persis"
    p.put_blok(Isian(f"isian_indikator_{nomor + 1}_nilai", _RASIO if rasio else _NILAI, gaya), (r, TW), (1, 4))
    w, semua = rentang(r, TW, r, TW + 3), list_triwulan(r)
    p.put_rumus(r, KEADAAN, write_keadaan(i), "hasil_teks")
    jumlah = ROUND(SUM(w), DESIMAL_JUMLAH)
    pilih = {Metode.JUMLAH: jumlah, Metode.AKHIR: pick_akhir(semua), Metode.RATA_RATA: jumlah / COUNT(w)}
    _put_tahun(
        p,
        r,
        nomor,
        IF(sel(r, KEADAAN) == SESUAI, choose_cara(sel(r, CARA), i, pilih, to_x("")), ""),
        "hasil_rasio" if rasio else "hasil_empat",
    )
    luar, keadaan = list_triwulan(r, lembar=KATA.nama), sel(r, KEADAAN, lembar=KATA.nama)
    triwulan = (p.export(IF(AND(ISNUMBER(s), keadaan == SESUAI), s, "")) for s in luar)
    p.realisasi[nomor] = Realisasi(tuple(triwulan), p.refer(f"hasil_indikator_{nomor + 1}"))
    check_nilai(p, r, nomor, i)


def _put_predikat(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    """Drop-downs of the quarters, and under them the list that the data set names."""
    p.put_teks(r, CARA, Metode.AKHIR.sebutan, "sel_tengah_lipat")
    p.put_teks(r + 1, 1, "Pilihan, terbaik lebih dahulu:", "catatan")
    for n, kata in enumerate(i.urutan, start=r + 2):
        p.put_teks(n, 1, kata, "sel")
    pilihan = range_of(p.nama_lembar, 1, r + 2, r + 1 + len(i.urutan))
    aturan = Aturan("pilihan", "Realisasi", "Pilih predikat triwulan itu.", pilihan_dari=pilihan)
    p.put_blok(Isian(f"isian_indikator_{nomor + 1}_predikat", aturan, "isian_tengah"), (r, TW), (1, 4))
    p.put_rumus(r, KEADAAN, write_keadaan(i), "hasil_teks")
    tahun = IF(sel(r, KEADAAN) == SESUAI, pick_akhir(list_triwulan(r), lambda x: x != ""), "")
    _put_tahun(p, r, nomor, tahun, "hasil_tengah")
    luar, keadaan = list_triwulan(r, lembar=KATA.nama), sel(r, KEADAAN, lembar=KATA.nama)
    triwulan = tuple(p.export(IF(AND(s != "", keadaan == SESUAI), s, "")) for s in luar)
    p.realisasi[nomor] = Realisasi(triwulan, p.refer(f"hasil_indikator_{nomor + 1}"))
    check_predikat(p, r, nomor)


def _put_tahun(p: LembarKerja, r: int, nomor: int, rumus: X, gaya: str = "hasil_desimal") -> None:
    p.put_rumus(r, TAHUN, rumus, gaya, nama=f"hasil_indikator_{nomor + 1}")
