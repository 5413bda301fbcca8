"""Sheet Capaian: target, the year's realisation, capaian, category, last year and Renstra, and a chart."""

from __future__ import annotations

from typing import Any

from kinerja.alamat import range_of
from kinerja.bilangan import format_angka
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.capaian import list_arah
from kinerja.workbook.ekspresi import X, nama, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, COUNTBLANK, IF, ISNUMBER, OR, ROUND, SUM
from kinerja.workbook.layout import Aturan, Grafik, Nilai, Seri
from workbook_templates.perjanjian_kinerja.bahan import Tampak, to_kolom
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
    Realisasi,
    collect_realisasi,
    start_lembar,
)
from workbook_templates.perjanjian_kinerja.penilaian import JANGGAL, Penilai, gaya_realisasi, list_warna, to_sel
from workbook_templates.rumus import BELUM, OK, PERIKSA

KATA = Kata(
    "Capaian",
    "Target, realisasi setahun, capaian, dan kategori setiap indikator.",
    "Capaian Kinerja",
    "Realisasi datang sendiri dari lembar masing-masing. Kategori menurut {dasar} (lihat Rujukan), muncul setelah "
    "triwulan IV terisi. Indikator yang tidak dapat diukur tidak ikut dalam rata-rata.",
)
AWAL = 6
SASARAN, INDIKATOR, SATUAN, ARAH, LALU, TARGET, REALISASI, HURUF, CAPAIAN, KATEGORI, KETERANGAN, RENSTRA, MENUJU = (
    range(1, 14)
)
"""Columns of the sheet."""
LEBAR = (4, 24, 34, 10, 18, 12, 13, 13, 9, 11, 15, 19, 12, 12)
BELUM_SETAHUN = "belum setahun"
CEK_TARGET = Pertanyaan(
    "Capaian, indikator {nomor}: target terisi, {bawah} sampai {atas}",
    "Ketik target menurut perjanjian yang ditandatangani, dalam satuan {satuan}.",
    boleh_dijelaskan=True,
)
CEK_REALISASI = Pertanyaan(
    "Capaian, indikator {nomor}: realisasi masuk akal terhadap targetnya",
    "Lihat kolom Keterangan: betulkan realisasi, satuan, atau target.",
    boleh_dijelaskan=True,
)
CEK_SERAPAN = Pertanyaan(
    "Capaian: realisasi indikator dan realisasi anggaran sama-sama mulai terisi",
    "Isi realisasi indikator, atau belanja pada lembar Anggaran.",
    boleh_dijelaskan=True,
)


def build_capaian(b: Tampak, ukur: tuple[Bagian, ...], serapan: Any) -> Bagian:
    """The result sheet: `isian_indikator_<n>_target`, `_lalu`, `_renstra`; `hasil_capaian_persen`, `_kategori`.

    Args:
        ukur: the sheets that measure the indikator.
        serapan: what stands in `hasil_anggaran_realisasi`.
    """
    semua = b.indikator
    realisasi = collect_realisasi(ukur, b.indikator)
    p = start_lembar(
        b, KATA.fill(dasar=get_tabel(b.cara.kategori, pada=b.pada).dasar), LEBAR, berulang=(AWAL - 1, AWAL - 1)
    )
    p.put_kepala(
        AWAL - 1,
        0,
        (
            *("No", "Sasaran", "Indikator", "Satuan", "Arah", "Realisasi tahun lalu", "Target", "Realisasi"),
            *("Predikat", "Capaian (%)", "Kategori", "Keterangan", "Target akhir Renstra", "Terhadap Renstra (%)"),
        ),
    )
    sasaran = [s.uraian for s in b.sasaran for _ in s.indikator]
    for n, i in enumerate(semua):
        _put_baris(p, Penilai(i, b.cara, b.pada), n, sasaran[n], realisasi[n])
    akhir = AWAL + len(semua) - 1
    p.color(AWAL, KATEGORI, akhir, list_warna(get_tabel(b.cara.kategori, pada=b.pada)))
    p.name_sel("hasil_capaian_persen", AWAL, CAPAIAN, len(semua))
    p.name_sel("hasil_capaian_kategori", AWAL, KATEGORI, len(semua))
    _put_rerata(p, b, akhir + 1, len(semua))
    label, nilai = (range_of(KATA.nama, c, AWAL, akhir) for c in (INDIKATOR, CAPAIAN))
    seri, tinggi = (Seri("Capaian (%)", label, nilai, "#2F5597"),), 110 + 46 * len(semua)
    p.grafik.append(Grafik(akhir + 3, 1, "Capaian per indikator (%)", seri, "bar", 860, tinggi))
    terisi = len(semua) - COUNTBLANK(rentang(AWAL, REALISASI, akhir, REALISASI, lembar=KATA.nama)) > 0
    p.tell("hasil_anggaran_realisasi", serapan)
    belanja = ISNUMBER(nama("hasil_anggaran_realisasi"))
    p.check(CEK_SERAPAN, AWAL, REALISASI, IF(terisi == belanja, IF(terisi, OK, BELUM), PERIKSA))
    return p.finish_bagian(beku=(AWAL, 3), warna_tab="#548235")


def read_target(b: Tampak, nomor: int) -> Nilai:
    """What stands in the cell of a target."""
    i = b.indikator[nomor]
    return b.get_matriks(name_isian(nomor, "target"), 1, terbit=to_kolom([to_sel(i.target)]))[0][0]


def name_isian(nomor: int, apa: str) -> str:
    """Name of an input of an indikator, whose number counts from 0."""
    return f"isian_indikator_{nomor + 1}_{apa}"


def make_isian(b: Tampak, nomor: int, i: Indikator, apa: str, kata: str) -> Isian:
    """An input in the indikator's own unit, for `kata`, that takes what its kind can have."""
    if i.jenis.berurutan:
        petunjuk = f"Ketik {kata} persis seperti dalam daftarnya: {'; '.join(i.urutan)}."
        aturan = Aturan("teks", kata.capitalize()[:32], petunjuk[:255], 1, max(map(len, i.urutan)))
        return Isian(name_isian(nomor, apa), aturan, "isian_tengah", "sel_tengah_lipat")
    bawah, atas = i.jenis.get_rentang(pada=b.pada)
    if i.arah != "naik":
        bawah = min(bawah, bawah * 0)
    batas = (float(bawah), float(atas) if atas.is_finite() else 1e15)
    petunjuk = f"Ketik {kata} dalam satuan {i.satuan}, angka saja."
    if i.berrasio:
        petunjuk = f"Ketik {kata}: angka di belakang 1 banding, misalnya 30 untuk 1 : 30."
    return Isian(
        name_isian(nomor, apa),
        Aturan("desimal", kata.capitalize()[:32], petunjuk, *batas),
        "isian_rasio" if i.berrasio else "isian_persis",
        "sel_persis" if i.target is None or i.target.angka is not None else "sel_tengah_lipat",
    )


def _put_baris(p: LembarKerja, n: Penilai, nomor: int, sasaran: str, realisasi: Realisasi) -> None:
    i, r = n.indikator, AWAL + nomor
    arah = next(a.sebutan for a in list_arah(pada=n.pada) if a.kode == i.arah)
    isi = (nomor + 1, sasaran, i.nama, i.satuan, arah)
    p.put_baris(r, 0, isi, ("sel_tengah", "sel_lipat", "sel_lipat", "sel_tengah_lipat", "sel_lipat"))
    for kolom, apa, kata, satu in (
        (LALU, "lalu", "realisasi tahun lalu", i.lalu),
        (TARGET, "target", "target", i.target),
        (RENSTRA, "renstra", "target akhir Renstra", i.renstra),
    ):
        p.put_blok(make_isian(p.b, nomor, i, apa, kata), (r, kolom), (1, 1), to_kolom([to_sel(satu)]))
    x, c = sel(r, REALISASI), sel(r, CAPAIAN)
    t = n.pick_target(i.target, sel(r, TARGET))
    p.put_rumus(r, REALISASI, realisasi.tahun, gaya_realisasi(i))
    _put_huruf(p, n, r)
    p.put_rumus(r, CAPAIAN, n.capaian(x, t), "hasil_desimal")
    terukur = IF(ISNUMBER(c), n.kategori(c), "")
    akhir = realisasi.triwulan[-1]
    belum = IF(x == "", "", BELUM_SETAHUN)
    p.put_rumus(r, KATEGORI, terukur if akhir is None else IF(akhir == "", belum, terukur), "hasil_lipat")
    p.put_rumus(r, KETERANGAN, n.keterangan(x, t, c), "hasil_lipat")
    menuju = n.capaian(x, n.pick_target(i.renstra, sel(r, RENSTRA)))
    p.put_rumus(r, MENUJU, menuju, "hasil_desimal")
    _check(p, n, nomor)


def _put_huruf(p: LembarKerja, n: Penilai, r: int) -> None:
    huruf = n.jenjang(sel(r, REALISASI))
    if huruf is None:
        p.put_teks(r, HURUF, "–", "sel_tengah")
    else:
        p.put_rumus(r, HURUF, huruf, "hasil_tengah")


def _check(p: LembarKerja, n: Penilai, nomor: int) -> None:
    i, r = n.indikator, AWAL + nomor
    t, x, ket = (sel(r, c, lembar=KATA.nama) for c in (TARGET, REALISASI, KETERANGAN))
    if i.target is None or i.target.angka is not None:
        bawah, atas = i.jenis.get_rentang(pada=n.pada)
        tulis = [format_angka(bawah, 0), format_angka(atas, 0) if atas.is_finite() else "seberapa pun"]
        if not i.jenis.berurutan:
            sah = [t >= bawah, t <= atas] if atas.is_finite() else [t >= 0]
            if i.berpersen:
                sah = [t > 1, *sah[1:]]
            elif i.arah == "naik":
                sah = [t > 0, *sah]
            benar = AND(*sah) if i.arah == "naik" else OR(t == 0, AND(*sah))
            rumus = IF(t == "", BELUM, IF(ISNUMBER(t), IF(benar, OK, PERIKSA), PERIKSA))
        else:
            rumus = IF(t == "", BELUM, IF(OR(*(t == k for k in i.urutan)), OK, PERIKSA))
            tulis = [i.urutan[-1], i.urutan[0]]
        p.check(CEK_TARGET, r, TARGET, rumus, nomor=nomor + 1, bawah=tulis[0], atas=tulis[1], satuan=i.satuan)
    janggal = OR(*(ket == kata for kata in JANGGAL))
    p.check(CEK_REALISASI, r, KETERANGAN, IF(x == "", BELUM, IF(janggal, PERIKSA, OK)), nomor=nomor + 1)


def _put_rerata(p: LembarKerja, b: Tampak, r: int, n: int) -> None:
    """The mean of what could be measured, and of how many that is."""
    w = rentang(AWAL, CAPAIAN, r - 1, CAPAIAN)
    p.put_baris(r, 0, (None, None, "Rata-rata capaian indikator yang terukur", *[None] * 6), "hasil_teks")
    desimal = get_parameter("capaian", pada=b.pada).bilangan("desimal")
    # Rounded first: the programs' sum of rounded percentages is off by a little, which an edge would show.
    rerata: X = IF(COUNT(w) == 0, "", ROUND(ROUND(SUM(w), desimal) / COUNT(w), desimal))
    p.put_rumus(r, CAPAIAN, rerata, "hasil_desimal", nama="hasil_capaian_rerata")
    p.put_rumus(r, KATEGORI, COUNT(w) & f" dari {n} indikator", "hasil_lipat")
    p.put_baris(r, KETERANGAN, [None] * 3, "hasil_teks")
