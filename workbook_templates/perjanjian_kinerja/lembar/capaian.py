"""Sheet Capaian: target, the year's realisation, capaian, category, last year and Renstra."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from kinerja.alamat import a1
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.capaian import list_arah
from kinerja.rumus.target import Target
from kinerja.workbook.ekspresi import X, nama, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, IF, ISNUMBER, ROUND, SUM
from kinerja.workbook.layout import Aturan, Nilai
from kinerja.workbook.ukuran import MAKS_TINGGI, text_height
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak, to_kolom
from workbook_templates.perjanjian_kinerja.lembar.capaian_cek import (
    AWAL,
    BELANJA,
    CAPAIAN,
    HURUF,
    INDIKATOR,
    JAUH,
    KALI,
    KATA,
    KATEGORI,
    KETERANGAN,
    KUMULATIF,
    LALU,
    MAKS_RUKUN,
    MENUJU,
    REALISASI,
    RENSTRA,
    TANPA_AKHIR,
    TARGET,
    check,
    check_serapan,
    is_berkala,
)
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    Bagian,
    Isian,
    LembarKerja,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.perjanjian_kinerja.penilaian import (
    JANGGAL,
    TERLAMPAUI,
    Penilai,
    collect_realisasi,
    gaya_angka,
    gaya_realisasi,
    gaya_terkunci,
    list_warna,
    to_sel,
    widen,
)

__all__ = [
    "AWAL",
    "BELANJA",
    "CAPAIAN",
    "KATA",
    "KATEGORI",
    "KETERANGAN",
    "REALISASI",
    "TARGET",
    "build_capaian",
    "make_isian",
    "name_isian",
    "note_setahun",
    "tell_target",
]

BELUM_SETAHUN = "belum setahun"
"""The word of what is measured, but whose fourth quarter does not stand yet."""
PETIK = ("hasil_capaian_persen", "hasil_capaian_kategori", "hasil_capaian_keterangan")
"""What other sheets show."""
LEBAR_PANJANG = 26
LEBAR = (4, 21, 21, 8, 8, 10, 10, 10, 9, 10, 12, 14, 10, 10)


def build_capaian(b: Tampak, ukur: tuple[Bagian, ...], belanja: tuple[Any, Any]) -> Bagian:
    """The result sheet: `isian_indikator_<n>_target`, `_lalu`, `_renstra`; `hasil_capaian_persen`, `_kategori`.

    Args:
        ukur: the sheets that measure the indikator.
        belanja: what stands in `BELANJA`.
    """
    semua = b.indikator
    realisasi = collect_realisasi(ukur, b.indikator, pada=b.pada)
    lebar = widen(_fit_lebar(b), (LALU, TARGET, REALISASI, RENSTRA), semua)
    kata = KATA.fill(dasar=get_tabel(b.cara.kategori, pada=b.pada).dasar)
    p = start_lembar(
        b, kata, lebar, baris_berulang=(AWAL - 1, AWAL - 1), kolom_berulang=(0, INDIKATOR), lanjut_kolom=(RENSTRA,)
    )
    p.put_kepala(
        AWAL - 1,
        0,
        (
            *("No", "Sasaran", "Indikator", "Satuan", "Arah", "Realisasi tahun lalu", "Target", "Realisasi"),
            *("Predikat", "Capaian (%)", "Kategori", "Keterangan", "Target akhir Renstra", "Terhadap Renstra (%)"),
        ),
    )
    for acuan, nilai in zip(BELANJA, belanja, strict=True):
        p.tell(acuan, nilai)
    sasaran = [s.uraian for s in b.sasaran for _ in s.indikator]
    for n, i in enumerate(semua):
        _put_baris(p, Penilai(i, b.cara, b.pada), n, sasaran[n], realisasi[n])
    akhir = AWAL + len(semua) - 1
    p.color(AWAL, KATEGORI, akhir, list_warna(get_tabel(b.cara.kategori, pada=b.pada)))
    p.name_sel("hasil_capaian_persen", AWAL, CAPAIAN, len(semua))
    p.name_sel("hasil_capaian_kategori", AWAL, KATEGORI, len(semua))
    p.name_sel("hasil_capaian_keterangan", AWAL, KETERANGAN, len(semua))
    _put_rerata(p, b, akhir + 1)
    berkala = any(is_berkala(i, r) for i, r in zip(semua, realisasi, strict=True))
    check_serapan(p, len(semua), berkala=berkala)
    return p.finish_bagian(beku=(AWAL, 3), warna_tab="#548235", hasil=PETIK)


def _fit_lebar(b: Tampak) -> tuple[float, ...]:
    """The widths of the columns, wider where a sasaran or a name would not fit in one row."""
    teks = {1: [s.uraian for s in b.sasaran], INDIKATOR: [i.nama for i in b.indikator]}
    return tuple(
        LEBAR_PANJANG if any(text_height(t, (x,), indentasi=1) > MAKS_TINGGI for t in teks.get(c, ())) else x
        for c, x in enumerate(LEBAR)
    )


def _read_target(b: Tampak, nomor: int) -> Nilai:
    """What stands in the cell of a target."""
    i = b.indikator[nomor]
    return b.get_matriks(name_isian(nomor, "target"), 1, terbit=to_kolom([to_sel(i.target)]))[0][0]


def tell_target(p: Penyusun, b: Tampak, nomor: int) -> str:
    """Where a target stands, which is made known to the formulas of another sheet."""
    letak = f"{KATA.nama}!{a1(AWAL + nomor, TARGET, mutlak=True)}"
    p.tell(letak, _read_target(b, nomor))
    return letak


def name_isian(nomor: int, apa: str) -> str:
    """Name of an input of an indikator, whose number counts from 0."""
    return f"isian_indikator_{nomor + 1}_{apa}"


def make_isian(b: Tampak, nomor: int, i: Indikator, kata: tuple[str, str], terbit: Sequence[Target | None]) -> Isian:
    """An input in the indikator's own unit, that takes what its kind can have.

    Args:
        kata: how its name ends, and what it is called.
        terbit: what the issuer knows of it, which is locked.
    """
    apa, kata_ = kata
    if i.jenis.berurutan:
        petunjuk = f"Ketik {kata_} persis seperti dalam daftarnya: {'; '.join(i.urutan)}."
        aturan = Aturan("teks", kata_.capitalize()[:32], petunjuk[:255], 1, max(map(len, i.urutan)))
        return Isian(name_isian(nomor, apa), aturan, "isian_tengah", "sel_tengah_lipat")
    bawah, atas = i.jenis.get_rentang(pada=b.pada)
    if i.arah != "naik":
        bawah = min(bawah, Decimal(0))
    batas = (float(bawah), float(atas) if atas.is_finite() else 1e15)
    banding = f"Ketik {kata_}: angka di belakang 1 banding, misalnya 30 untuk 1 : 30."
    petunjuk = banding if i.berrasio else f"Ketik {kata_} dalam satuan {i.satuan}, angka saja."
    return Isian(
        name_isian(nomor, apa),
        Aturan("desimal", kata_.capitalize()[:32], petunjuk, *batas),
        f"isian_{gaya_angka(i, None)}",
        gaya_terkunci(i, terbit),
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
        p.put_blok(make_isian(p.b, nomor, i, (apa, kata), [satu]), (r, kolom), (1, 1), to_kolom([to_sel(satu)]))
    x, c = sel(r, REALISASI), sel(r, CAPAIAN)
    t = n.pick_target(i.target, sel(r, TARGET))
    p.put_rumus(r, REALISASI, realisasi.tahun, gaya_realisasi(i))
    _put_huruf(p, n, r)
    p.put_rumus(r, CAPAIAN, n.capaian(x, t), "hasil_desimal")
    terukur = IF(ISNUMBER(c), n.kategori(c), "")
    belum = IF(x == "", "", BELUM_SETAHUN)
    if realisasi.lengkap is not None:
        terukur = IF(realisasi.lengkap, terukur, belum)
    elif (akhir := realisasi.triwulan[-1]) is not None:
        terukur = IF(akhir == "", belum, terukur)
    p.put_kata(r, KATEGORI, terukur, (*n.list_kategori(), BELUM_SETAHUN))
    keterangan = (*JANGGAL, TERLAMPAUI, JAUH, KUMULATIF, TANPA_AKHIR)
    p.put_kata(r, KETERANGAN, _write_keterangan(n, r, t, realisasi), keterangan)
    menuju = n.capaian(x, n.pick_target(i.renstra, sel(r, RENSTRA)))
    p.put_rumus(r, MENUJU, menuju, "hasil_desimal")
    check(p, n, nomor)


def _put_huruf(p: LembarKerja, n: Penilai, r: int) -> None:
    huruf = n.jenjang(sel(r, REALISASI))
    if huruf is None:
        p.put_teks(r, HURUF, "–", "sel_tengah")
    else:
        p.put_rumus(r, HURUF, huruf, "hasil_tengah")


def _write_keterangan(n: Penilai, r: int, t: X | Target, realisasi: Realisasi) -> X:
    """What a reader must know, and what is odd in the year as a whole."""
    x, c, tw = sel(r, REALISASI), sel(r, CAPAIAN), realisasi.triwulan
    biasa, setahun = n.keterangan(x, t, c), note_setahun(n, (x, t, c), tw)
    if (akhir := tw[-1]) is not None:
        setahun = IF(akhir == "", IF(AND(x != "", ISNUMBER(nama(BELANJA[1]))), TANPA_AKHIR, ""), setahun)
    return IF(biasa == "", setahun, biasa)


def note_setahun(n: Penilai, nilai: tuple[X, X | Target, X], tw: Sequence[X | None]) -> X:
    """What is odd in a whole year: another unit, quarters that only rise.

    Args:
        nilai: the realisation, the target, the capaian.
        tw: the quarters; None where one is not measured.
    """
    (x, t, c), i, setahun = nilai, n.indikator, to_x("")
    if i.jenis.berurutan:
        return setahun
    if i.arah != "turun_selisih":
        setahun = IF(AND(c > 0, c <= KALI), JAUH, "")
    elif i.jenis.bebas and not isinstance(t, Target):  # so low a figure is another unit; of a share it is luck
        setahun = IF(AND(x > 0, ROUND(x * KALI - t, 6) <= 0), JAUH, "")
    if not i.arah.startswith("turun") and all(q is not None for q in tw):
        q1, q2, q3, q4 = (q for q in tw if q is not None)
        naik = AND(ISNUMBER(q4), q1 <= q2, q2 <= q3, q3 <= q4, q1 < q4, x > q4)
        setahun = IF(AND(naik, n.lift_batas(x, t, c) > MAKS_RUKUN), KUMULATIF, setahun)
    return IF(ISNUMBER(c), setahun, "")


def _put_rerata(p: LembarKerja, b: Tampak, r: int) -> None:
    """The mean of what was measured in numbers, and of how many that is.

    Predicates are not in it: one that is missed has no percentage, so a mean with those that are reached would rise.
    """
    w = rentang(AWAL, CAPAIAN, r - 1, CAPAIAN)
    predikat = [sel(AWAL + n, CAPAIAN) for n, i in enumerate(b.indikator) if i.jenis.berurutan]
    jumlah, banyak = SUM(w), COUNT(w)
    for x in predikat:
        jumlah, banyak = jumlah - IF(ISNUMBER(x), x, 0), banyak - IF(ISNUMBER(x), 1, 0)
    kata = "Rata-rata capaian indikator yang terukur" + (", tanpa predikat" if predikat else "")
    p.put_baris(r, 0, (None, None, kata, *[None] * 6), "hasil_lipat")
    desimal = get_parameter("capaian", pada=b.pada).bilangan("desimal")
    # Rounded first: the programs' sum of rounded percentages is off by a little, which an edge would show.
    rerata: X = IF(banyak == 0, "", ROUND(ROUND(jumlah, desimal) / banyak, desimal))
    p.put_rumus(r, CAPAIAN, rerata, "hasil_desimal", nama="hasil_capaian_rerata")
    p.put_rumus(r, KATEGORI, banyak & f" dari {len(b.indikator) - len(predikat)} indikator", "hasil_lipat")
    p.put_baris(r, KETERANGAN, [None] * 3, "hasil_teks")
