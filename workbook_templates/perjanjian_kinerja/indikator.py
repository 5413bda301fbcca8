"""Sheet Indikator: figures of the generic kinds `persen` and `nilai`, position at the end of each quarter."""

from __future__ import annotations

from kinerja.perjanjian import Indikator, JenisIndikator
from kinerja.workbook.ekspresi import X, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, COUNTA, IF, ISNUMBER
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.konteks import (
    BELUM,
    LEBAR_ANGKA,
    OK,
    PERIKSA,
    TRIWULAN,
    Bagian,
    BarisCek,
    Konteks,
    Realisasi,
    cacah_salah,
    make_cek,
    persen,
    read_teks,
    status,
)

JENIS_UMUM = (JenisIndikator.PERSEN, JenisIndikator.NILAI)
TANPA = "tidak terukur"
"""Shown where the denominator is zero: there is nothing to measure."""
AWAL, TW, TAHUN = 6, 3, 7
LEMBAR = "Indikator"
_NILAI = Aturan("desimal", "Realisasi", "Ketik realisasi sampai dengan triwulan itu, angka saja.", -1e15, 1e15)
_BILANGAN = Aturan("desimal", "Angka kumulatif", "Ketik angka sampai dengan triwulan itu; 0 bila tidak ada.", 0, 1e15)


def build_indikator(k: Konteks) -> Bagian:
    """The generic sheet: `isian_indikator_<n>_pembilang/_penyebut/_nilai` (4 quarters), `hasil_indikator_<n>`."""
    p = k.susun(LEMBAR, "Indikator – Realisasi Indikator Lain", (5, 62, 16, *[LEBAR_ANGKA] * 5))
    p.teks(3, 0, read_teks()["indikator"]["catatan"], "catatan")
    tw = [f"s.d. triwulan {t}" for t in TRIWULAN]
    p.kepala(AWAL - 1, 0, ("No", "Indikator dan datanya", "Satuan", *tw, "Tahun ini"))
    baris = AWAL
    cek: list[BarisCek] = []
    realisasi: dict[int, Realisasi] = {}
    for nomor, i in enumerate(k.pk.indikator):
        if i.jenis in JENIS_UMUM:
            susun = _susun_persen if i.jenis is JenisIndikator.PERSEN else _susun_nilai
            realisasi[nomor], baris_cek = susun(p, k, baris, nomor, i)
            cek.append(baris_cek)
            baris += 4 if i.jenis is JenisIndikator.PERSEN else 2
    return Bagian(p.selesai(beku=(AWAL, 0), warna_tab="#BF8F00"), tuple(p.nama), tuple(cek), realisasi)


def _susun_persen(p: Penyusun, k: Konteks, r: int, nomor: int, i: Indikator) -> tuple[Realisasi, BarisCek]:
    p.baris(r, 0, (nomor + 1, i.nama), "sel_lipat")
    p.teks(r, 2, i.satuan, "sel_tengah_lipat")
    for geser, (jenis, judul) in enumerate((("pembilang", i.pembilang), ("penyebut", i.penyebut)), 1):
        nama = f"isian_indikator_{nomor + 1}_{jenis}"
        p.teks(r + geser, 0, None, "sel")
        p.teks(r + geser, 1, judul or jenis.capitalize(), "sel_lipat")
        p.teks(r + geser, 2, "diisi", "sel_tengah")
        p.isian(nama, r + geser, TW, k.matriks(nama, 1, 4), _BILANGAN, "isian_desimal")
        p.teks(r + geser, TAHUN, None, "sel")
    salah = cacah_salah(rentang(r + 1, TW, r + 2, TW + 3))
    for c in range(TW, TW + 4):
        x, y = sel(r + 1, c), sel(r + 2, c)
        bagi = IF(y > 0, persen(x, y, k.pada), TANPA)
        p.rumus(r, c, IF(AND(ISNUMBER(x), ISNUMBER(y), salah == 0), bagi, ""), "hasil_desimal")
    tahun = _susun_tahun(p, r, nomor, [sel(r, c) != "" for c in range(TW, TW + 4)])
    semua = rentang(r + 1, TW, r + 2, TW + 3, lembar=LEMBAR)
    genap = AND(*(_is_angka(r + 1, c) == _is_angka(r + 2, c) for c in range(TW, TW + 4)))
    triwulan = tuple(p.luar(sel(r, c, lembar=LEMBAR)) for c in range(TW, TW + 4))
    return Realisasi(triwulan, tahun), make_cek(
        p,
        f"Indikator {nomor + 1}: pembilang dan penyebut terisi berpasangan",
        r + 1,
        TW,
        IF(cacah_salah(semua) > 0, PERIKSA, IF(genap, IF(COUNT(semua) > 0, OK, BELUM), PERIKSA)),
        "Isi kedua baris pada triwulan yang sama dengan angka 0 atau lebih.",
    )


def _is_angka(r: int, c: int) -> X:
    return ISNUMBER(sel(r, c, lembar=LEMBAR))


def _susun_nilai(p: Penyusun, k: Konteks, r: int, nomor: int, i: Indikator) -> tuple[Realisasi, BarisCek]:
    nama = f"isian_indikator_{nomor + 1}_nilai"
    p.baris(r, 0, (nomor + 1, i.nama), "sel_lipat")
    p.teks(r, 2, i.satuan, "sel_tengah_lipat")
    p.isian(nama, r, TW, k.matriks(nama, 1, 4), _NILAI, "isian_desimal")
    tahun = _susun_tahun(p, r, nomor, [ISNUMBER(sel(r, c)) for c in range(TW, TW + 4)])
    w = rentang(r, TW, r, TW + 3, lembar=LEMBAR)
    semua = [sel(r, c, lembar=LEMBAR) for c in range(TW, TW + 4)]
    triwulan = tuple(p.luar(IF(ISNUMBER(s), s, "")) for s in semua)
    return Realisasi(triwulan, tahun), make_cek(
        p,
        f"Indikator {nomor + 1}: realisasi berupa angka",
        r,
        TW,
        status(COUNTA(w) > COUNT(w), COUNT(w) > 0),
        "Ketik angka saja, tanpa satuan.",
    )


def _susun_tahun(p: Penyusun, r: int, nomor: int, ada: list[X]) -> X:
    """The year's figure: the last quarter that has one."""
    terakhir = to_x("")
    for c, uji in enumerate(ada, start=TW):
        terakhir = IF(uji, sel(r, c), terakhir)
    nama = f"hasil_indikator_{nomor + 1}"
    p.rumus(r, TAHUN, terakhir, "hasil_desimal", nama=nama)
    return p.acuan(nama)
