"""Sheet Capaian: target, the year's realisation, capaian, category, last year and Renstra, and a chart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kinerja.alamat import range_of
from kinerja.bilangan import format_angka
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.perjanjian.jenis import guess_koma
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.capaian import list_arah
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from kinerja.workbook.ekspresi import X, nama, rentang, sel, to_x
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
    start_lembar,
)
from workbook_templates.perjanjian_kinerja.penilaian import JANGGAL, Penilai, collect_realisasi, gaya_realisasi, to_sel
from workbook_templates.rumus import BELUM, OK, PERIKSA, is_angka

KATA = Kata(
    "Capaian",
    "Target, realisasi setahun, capaian, dan kategori setiap indikator.",
    "Capaian Kinerja",
    "Realisasi datang sendiri dari lembar masing-masing. Kategori menurut {dasar} (lihat Rujukan), muncul setelah "
    "triwulan IV terisi. Indikator yang tidak dapat diukur tidak ikut dalam rata-rata.",
)
AWAL = 6
BELANJA = ("hasil_anggaran_realisasi", "hasil_anggaran_triwulan_iv")
"""Where sheet Anggaran says what was spent: so far, and in the last quarter."""
SASARAN, INDIKATOR, SATUAN, ARAH, LALU, TARGET, REALISASI, HURUF, CAPAIAN, KATEGORI, KETERANGAN, RENSTRA, MENUJU = (
    range(1, 14)
)
"""Columns of the sheet."""
LEBAR = (4, 24, 34, 10, 15, 12, 13, 13, 9, 11, 15, 19, 12, 12)
BELUM_SETAHUN = "belum setahun"
KUMULATIF, JAUH, TANPA_AKHIR = "tampak kumulatif", "jauh dari target", "triwulan IV belum diisi"
"""Also odd, in a whole year: quarters that only rise and sum to far more than the target; another unit; a gap."""
MAKS_NAIK, KALI = 150, 10
"""Per cent that rising quarters may come to; so many times (or per cent) is far from the target."""
CEK_TARGET = Pertanyaan(
    "Capaian, indikator {nomor}: target terisi, {bawah} sampai {atas}",
    "Ketik target menurut perjanjian yang ditandatangani, dalam satuan {satuan}.",
    boleh_dijelaskan=True,
)
CEK_REALISASI = Pertanyaan(
    "Capaian, indikator {nomor}: realisasi masuk akal terhadap targetnya",
    "Lihat kolom Keterangan: betulkan realisasi, satuan, atau target.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
CEK_LALU = Pertanyaan(
    "Capaian, indikator {nomor}: realisasi tahun lalu dan target Renstra, bila diisi, sebanding dengan target",
    "Ketik dalam satuan {satuan}, seperti target: periksa koma, satuan, dan salah ketik.",
    boleh_dijelaskan=True,
)
CEK_SERAPAN = Pertanyaan(
    "Capaian: realisasi indikator dan realisasi anggaran sama-sama terisi, sampai triwulan IV",
    "Isi realisasi indikator, atau belanja setiap triwulan pada lembar Anggaran.",
    boleh_dijelaskan=True,
)


def build_capaian(b: Tampak, ukur: tuple[Bagian, ...], belanja: tuple[Any, Any]) -> Bagian:
    """The result sheet: `isian_indikator_<n>_target`, `_lalu`, `_renstra`; `hasil_capaian_persen`, `_kategori`.

    Args:
        ukur: the sheets that measure the indikator.
        belanja: what stands in `BELANJA`.
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
    for acuan, nilai in zip(BELANJA, belanja, strict=True):
        p.tell(acuan, nilai)
    sasaran = [s.uraian for s in b.sasaran for _ in s.indikator]
    for n, i in enumerate(semua):
        _put_baris(p, Penilai(i, b.cara, b.pada), n, sasaran[n], realisasi[n])
    akhir = AWAL + len(semua) - 1
    p.name_sel("hasil_capaian_persen", AWAL, CAPAIAN, len(semua))
    p.name_sel("hasil_capaian_kategori", AWAL, KATEGORI, len(semua))
    _put_rerata(p, b, akhir + 1, len(semua))
    label, nilai = (range_of(KATA.nama, c, AWAL, akhir) for c in (INDIKATOR, CAPAIAN))
    seri, tinggi = (Seri("Capaian (%)", label, nilai, "#2F5597"),), 110 + 46 * len(semua)
    p.grafik.append(Grafik(akhir + 3, 1, "Capaian per indikator (%)", seri, "bar", 860, tinggi))
    berkala = any(_is_berkala(i, r) for i, r in zip(semua, realisasi, strict=True))
    _check_serapan(p, len(semua), berkala=berkala)
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
    banding = f"Ketik {kata}: angka di belakang 1 banding, misalnya 30 untuk 1 : 30."
    petunjuk = banding if i.berrasio else f"Ketik {kata} dalam satuan {i.satuan}, angka saja."
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
    p.put_rumus(r, KETERANGAN, _write_keterangan(n, r, t, realisasi), "hasil_lipat")
    menuju = n.capaian(x, n.pick_target(i.renstra, sel(r, RENSTRA)))
    p.put_rumus(r, MENUJU, menuju, "hasil_desimal")
    _check(p, n, nomor)


def _put_huruf(p: LembarKerja, n: Penilai, r: int) -> None:
    huruf = n.jenjang(sel(r, REALISASI))
    if huruf is None:
        p.put_teks(r, HURUF, "–", "sel_tengah")
    else:
        p.put_rumus(r, HURUF, huruf, "hasil_tengah")


def _write_keterangan(n: Penilai, r: int, t: X | Target, realisasi: Realisasi) -> X:
    """What a reader must know, and what is odd in the year as a whole."""
    x, c, tw = sel(r, REALISASI), sel(r, CAPAIAN), realisasi.triwulan
    i, biasa, setahun = n.indikator, n.keterangan(x, t, c), to_x("")
    if not i.jenis.berurutan:
        if i.arah != "turun_selisih":
            setahun = IF(AND(c > 0, c <= KALI), JAUH, "")
        elif i.jenis.bebas and not isinstance(t, Target):  # so low a figure is another unit; of a share it is luck
            setahun = IF(AND(x > 0, ROUND(x * KALI - t, 6) <= 0), JAUH, "")
        if not i.arah.startswith("turun") and all(q is not None for q in tw):
            q1, q2, q3, q4 = (q for q in tw if q is not None)
            naik = AND(ISNUMBER(q4), q1 <= q2, q2 <= q3, q3 <= q4, q1 < q4, x > q4, c > MAKS_NAIK)
            setahun = IF(naik, KUMULATIF, setahun)
        setahun = IF(ISNUMBER(c), setahun, "")
    if (akhir := tw[-1]) is not None:
        setahun = IF(akhir == "", IF(AND(x != "", ISNUMBER(nama(BELANJA[1]))), TANPA_AKHIR, ""), setahun)
    return IF(biasa == "", setahun, biasa)


def _check(p: LembarKerja, n: Penilai, nomor: int) -> None:
    i, r = n.indikator, AWAL + nomor
    x, ket = (sel(r, c, lembar=KATA.nama) for c in (REALISASI, KETERANGAN))
    if is_sel(i.target):
        _check_target(p, n, nomor)
    janggal = OR(*(ket == kata for kata in (*JANGGAL, KUMULATIF, JAUH, TANPA_AKHIR)))
    p.check(CEK_REALISASI, r, KETERANGAN, IF(x == "", BELUM, IF(janggal, PERIKSA, OK)), nomor=nomor + 1)
    salah = [_is_jauh(n, r, c) for c, satu in ((LALU, i.lalu), (RENSTRA, i.renstra)) if is_sel(satu)]
    if salah:
        p.check(CEK_LALU, r, LALU, IF(OR(*salah), PERIKSA, OK), nomor=nomor + 1, satuan=i.satuan)


def is_sel(target: Target | None) -> bool:
    """Whether its cell holds a number or a predicate, or will; else how it is written."""
    return target is None or target.angka is not None or target.predikat != ""


def _check_target(p: LembarKerja, n: Penilai, nomor: int) -> None:
    """A number that its kind can have, and that does not look like a fraction or a lost digit; one of the list."""
    i, r = n.indikator, AWAL + nomor
    t = sel(r, TARGET, lembar=KATA.nama)
    if i.jenis.berurutan:
        benar, tulis = OR(*(t == k for k in i.urutan)), [i.urutan[-1], i.urutan[0]]
    else:
        bawah, atas = i.jenis.get_rentang(pada=n.pada)
        lebih = atas / KALI if guess_koma in i.jenis.duga else Decimal(1 if i.berpersen else 0)
        atas = min(atas, Decimal(100)) if i.berpersen else atas
        sah = [t > lebih if lebih >= bawah else t >= bawah, *([t <= atas] if atas.is_finite() else [])]
        benar = AND(is_angka(t), AND(*sah) if i.arah == "naik" else OR(t == 0, AND(*sah)))
        tulis = [f"lebih dari {format_angka(lebih, 0)}" if lebih >= bawah else format_angka(bawah, 0)]
        tulis.append(format_angka(atas, 0) if atas.is_finite() else "seberapa pun")
    rumus = IF(t == "", BELUM, IF(benar, OK, PERIKSA))
    p.check(CEK_TARGET, r, TARGET, rumus, nomor=nomor + 1, bawah=tulis[0], atas=tulis[1], satuan=i.satuan)


def _is_jauh(n: Penilai, r: int, kolom: int) -> X:
    """Whether last year's figure, or that of the Renstra, is none, out of range, or in another unit than the target."""
    i, a, t = n.indikator, sel(r, kolom, lembar=KATA.nama), sel(r, TARGET, lembar=KATA.nama)
    if i.jenis.berurutan:
        return AND(a != "", *(a != k for k in i.urutan))
    tabel = i.jenis.get_tabel(pada=n.pada)
    luar = [a < tabel.rentang[0], a > tabel.rentang[1]] if tabel else [a < 0]
    if i.target is None or i.target.angka is not None:
        beda = IF(is_angka(t), _compare(a, t, t), False)
    else:
        beda = _compare(a, to_x(min(i.target.batas)), to_x(max(i.target.batas)))
    return IF(is_angka(a), OR(*luar, beda), a != "")


def _compare(a: X, bawah: X, atas: X) -> X:
    """Whether two figures above 0 are more than ten times apart."""
    return AND(a > 0, bawah > 0, OR(ROUND(a * KALI - bawah, 6) < 0, ROUND(a - atas * KALI, 6) > 0))


def _is_berkala(i: Indikator, r: Realisasi) -> bool:
    """Whether it is measured every quarter; a position may wait for the last."""
    posisi = i.metode is Metode.AKHIR or i.jenis.berurutan or i.berrasio
    return not posisi and all(x is not None for x in r.triwulan)


def _check_serapan(p: LembarKerja, banyak: int, *, berkala: bool) -> None:
    """Figures and money go together; where nothing is measured every quarter, money may come first."""
    terisi = banyak - COUNTBLANK(rentang(AWAL, REALISASI, AWAL + banyak - 1, REALISASI, lembar=KATA.nama)) > 0
    belanja, akhir = (ISNUMBER(nama(acuan)) for acuan in BELANJA)
    tanpa = to_x(PERIKSA) if berkala else IF(akhir, PERIKSA, BELUM)
    rumus = IF(terisi, IF(belanja, IF(akhir, OK, BELUM), PERIKSA), IF(belanja, tanpa, BELUM))
    p.check(CEK_SERAPAN, AWAL, REALISASI, rumus)


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
