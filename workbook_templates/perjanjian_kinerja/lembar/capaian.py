"""Sheet Capaian: target, realisation per quarter, capaian, category, and a chart."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kinerja.alamat import range_of
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.capaian import list_arah
from kinerja.rumus_sel import pick_jenjang, rasio_capaian, rasio_persen
from kinerja.workbook.ekspresi import X, di_kolom, rentang
from kinerja.workbook.fungsi import AND, COUNT, COUNTIF, IF, ISNUMBER, ROUND, SUM
from kinerja.workbook.layout import Aturan, Grafik, Matriks, Seri
from workbook_templates.perjanjian_kinerja.bahan import Tampak, to_kolom
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
from workbook_templates.rumus import count_salah, status

KATA = Kata(
    "Capaian",
    "Target, realisasi, capaian, dan kategori setiap indikator.",
    "Capaian Kinerja",
    "Realisasi datang sendiri dari lembar masing-masing. Kategori menurut {dasar} (lihat Rujukan). Indikator yang "
    "tidak dapat diukur tidak ikut dalam rata-rata.",
)
AWAL = 6
INDIKATOR, TARGET, TW, REALISASI, CAPAIAN, KATEGORI = 1, 4, 5, 9, 10, 11
_TARGET = Aturan("desimal", "Target", "Ketik target menurut perjanjian yang ditandatangani, angka saja.", 0, 1e15)
ISIAN_TARGET = Isian("isian_target", _TARGET, "isian_desimal", "sel_desimal")
CEK_TARGET = Pertanyaan(
    "Capaian: target setiap indikator terisi dan lebih dari nol",
    "Ketik target menurut perjanjian yang ditandatangani.",
)


def build_capaian(b: Tampak, ukur: tuple[Bagian, ...]) -> Bagian:
    """The result sheet: `isian_target` (one row an indikator), `hasil_capaian_persen`, `hasil_capaian_kategori`.

    Args:
        ukur: the sheets that measure the indikator.
    """
    semua = b.indikator
    realisasi = {nomor: r for bagian in ukur for nomor, r in bagian.realisasi.items()}
    lebar = LEBAR_ANGKA if any(i.jenis.bebas for i in semua) else 13
    dasar = get_tabel("capaian_kategori", pada=b.pada).dasar
    p = start_lembar(b, KATA, (5, 56, 14, 26, *[lebar] * 6, 12, 18), dasar=dasar)
    tw = [f"s.d. triwulan {t}" for t in TRIWULAN]
    p.put_kepala(
        AWAL - 1, 0, ("No", "Indikator", "Satuan", "Arah", "Target", *tw, "Realisasi", "Capaian (%)", "Kategori")
    )
    for n, i in enumerate(semua):
        _put_baris(p, b, AWAL + n, n, i, realisasi[n])
    p.put_blok(ISIAN_TARGET, (AWAL, TARGET), (len(semua), 1), to_kolom(i.target for i in semua))
    akhir = AWAL + len(semua) - 1
    p.name_sel("hasil_capaian_persen", AWAL, CAPAIAN, len(semua))
    p.name_sel("hasil_capaian_kategori", AWAL, KATEGORI, len(semua))
    w = rentang(AWAL, CAPAIAN, akhir, CAPAIAN)
    p.put_baris(akhir + 1, 0, (None, "Rata-rata capaian indikator yang terukur", *[None] * 8), "hasil_teks")
    # Rounded first: the programs' sum of rounded percentages is off by a little, which an edge would show.
    jumlah = ROUND(SUM(w), _desimal(b.pada))
    rerata = IF(COUNT(w) == 0, "", ROUND(jumlah / COUNT(w), _desimal(b.pada)))
    p.put_rumus(akhir + 1, CAPAIAN, rerata, "hasil_desimal", nama="hasil_capaian_rerata")
    p.put_teks(akhir + 1, KATEGORI, None, "hasil_teks")
    label, nilai = (range_of(KATA.nama, c, AWAL, akhir) for c in (INDIKATOR, CAPAIAN))
    seri, tinggi = (Seri("Capaian (%)", label, nilai, "#2F5597"),), 110 + 46 * len(semua)
    p.grafik.append(Grafik(akhir + 3, 1, "Capaian per indikator (%)", seri, "bar", 860, tinggi))
    target = rentang(AWAL, TARGET, akhir, TARGET, lembar=KATA.nama)
    salah = count_salah(target) + COUNTIF(target, 0) > 0
    p.check(CEK_TARGET, AWAL, TARGET, status(salah, COUNT(target) == len(semua)))
    return p.finish_bagian(beku=(AWAL, 2), warna_tab="#548235")


def list_target(b: Tampak) -> Matriks:
    """What stands in the cells of the targets, one row an indikator."""
    return b.get_matriks(ISIAN_TARGET.nama, len(b.indikator), terbit=to_kolom(i.target for i in b.indikator))


def _desimal(pada: date) -> int:
    return get_parameter("capaian", pada=pada).bilangan("desimal")


@lru_cache(maxsize=8)
def _arah(pada: date) -> dict[str, str]:
    return {a.kode: a.sebutan for a in list_arah(pada=pada)}


def _put_baris(p: LembarKerja, b: Tampak, r: int, nomor: int, i: Indikator, realisasi: Realisasi) -> None:
    isi = (nomor + 1, i.nama, i.satuan, _arah(b.pada)[i.arah])
    p.put_baris(r, 0, isi, ("sel_tengah", "sel_lipat", "sel_tengah_lipat", "sel_lipat"))
    for c, rumus in enumerate((*realisasi.triwulan, realisasi.tahun), start=TW):
        if rumus is None:
            p.put_teks(r, c, "–", "sel_tengah")
        else:
            p.put_rumus(r, c, rumus, "hasil_desimal")
    p.put_rumus(r, CAPAIAN, _capaian(i.arah, b.pada), "hasil_desimal")
    p.put_rumus(r, KATEGORI, _kategori(b.pada), "hasil_teks")


@lru_cache(maxsize=32)
def _capaian(arah: str, pada: date) -> X:
    """Capaian in per cent; nothing where it cannot be measured."""
    t, x = di_kolom(TARGET), di_kolom(REALISASI)
    persen = rasio_persen(rasio_capaian(x, t, arah), _desimal(pada))
    if arah == "turun_rasio":
        persen = IF(x > 0, persen, "")
    return IF(AND(ISNUMBER(t), ISNUMBER(x)), IF(t > 0, persen, ""), "")


@lru_cache(maxsize=32)
def _kategori(pada: date) -> X:
    c = di_kolom(CAPAIAN)
    return IF(ISNUMBER(c), pick_jenjang(c, get_tabel("capaian_kategori", pada=pada), "sebutan"), "")
