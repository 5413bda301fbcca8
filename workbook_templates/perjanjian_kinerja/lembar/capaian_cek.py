"""The checks of sheet Capaian: targets, realisations, last year and Renstra, spending; and where its columns stand."""

from __future__ import annotations

from decimal import Decimal

from kinerja.bilangan import format_angka
from kinerja.perjanjian.jenis import guess_koma
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from kinerja.workbook.ekspresi import X, nama, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNTBLANK, IF, ISNUMBER, OR, ROUND
from workbook_templates.perjanjian_kinerja.lembar import anggaran
from workbook_templates.perjanjian_kinerja.lembar_kerja import Kata, LembarKerja, Pertanyaan, Realisasi
from workbook_templates.perjanjian_kinerja.penilaian import JANGGAL, Penilai, is_sel
from workbook_templates.rumus import BELUM, OK, PERIKSA, is_angka

KATA = Kata(
    "Capaian",
    "Target, realisasi setahun, capaian, dan kategori setiap indikator.",
    "Capaian Kinerja",
    "Realisasi datang sendiri dari lembar masing-masing. Kategori menurut {dasar} (lihat Rujukan), muncul setelah "
    "triwulan IV terisi. Indikator yang tidak dapat diukur tidak ikut dalam rata-rata.",
)
AWAL = 6
BELANJA = (anggaran.REALISASI_ANGGARAN, anggaran.REALISASI_AKHIR)
"""Where sheet Anggaran says what was spent: so far, and in the last quarter."""
SASARAN, INDIKATOR, SATUAN, ARAH, LALU, TARGET, REALISASI, HURUF, CAPAIAN, KATEGORI, KETERANGAN, RENSTRA, MENUJU = (
    range(1, 14)
)
"""Columns of the sheet."""
KUMULATIF, JAUH, TANPA_AKHIR = "tampak kumulatif", "jauh dari target", "triwulan IV belum diisi"
"""Also odd, in a whole year: quarters that only rise and sum to far more than the target; another unit; a gap."""
MAKS_RUKUN, KALI = 150, 10
"""Per cent that rising quarters may come to; so many times (or per cent) is far from the target."""
CEK_ANGKA = Pertanyaan(
    "Capaian, indikator {nomor}: isian tahun lalu, target, dan Renstra berupa {apa}",
    "Ketik angka saja, tanpa satuan; predikat persis seperti dalam daftarnya.",
)
CEK_TARGET = Pertanyaan(
    "Capaian, indikator {nomor}: target terisi, {rentang}",
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


def check(p: LembarKerja, n: Penilai, nomor: int) -> None:
    """The checks of an indikator's row."""
    i, r = n.indikator, AWAL + nomor
    x, ket = (sel(r, c, lembar=KATA.nama) for c in (REALISASI, KETERANGAN))
    if is_sel(i.target):
        _check_target(p, n, nomor)
    _check_angka(p, i, nomor)
    janggal = OR(*(ket == kata for kata in (*JANGGAL, KUMULATIF, JAUH, TANPA_AKHIR)))
    p.check(CEK_REALISASI, r, KETERANGAN, IF(x == "", BELUM, IF(janggal, PERIKSA, OK)), nomor=nomor + 1)
    salah = [_is_jauh(n, r, c) for c, satu in ((LALU, i.lalu), (RENSTRA, i.renstra)) if is_sel(satu)]
    if salah:
        p.check(CEK_LALU, r, LALU, IF(OR(*salah), PERIKSA, OK), nomor=nomor + 1, satuan=i.satuan)


def _check_target(p: LembarKerja, n: Penilai, nomor: int) -> None:
    """A number that its kind can have, and that does not look like a fraction or a lost digit; one of the list."""
    i, r = n.indikator, AWAL + nomor
    t = sel(r, TARGET, lembar=KATA.nama)
    if i.jenis.berurutan:
        benar, tulis = OR(*(t == k for k in i.urutan)), f"salah satu dari {'; '.join(i.urutan)}"
    else:
        bawah, atas = i.jenis.get_rentang(pada=n.pada)
        lebih = atas / KALI if guess_koma in i.jenis.duga else Decimal(1 if i.berpersen else 0)
        atas = min(atas, Decimal(100)) if i.berpersen else atas
        sah = [t > lebih if lebih >= bawah else t >= bawah, *([t <= atas] if atas.is_finite() else [])]
        benar = AND(is_angka(t), AND(*sah) if i.arah == "naik" else OR(t == 0, AND(*sah)))
        tulis = f"lebih dari {format_angka(lebih, 0)}" if lebih >= bawah else format_angka(bawah, 0)
        tulis += f" sampai {format_angka(atas, 0)}" if atas.is_finite() else ""
        tulis += "" if i.arah == "naik" else ", atau 0"
    rumus = IF(t == "", BELUM, IF(benar, OK, PERIKSA))
    p.check(CEK_TARGET, r, TARGET, rumus, nomor=nomor + 1, rentang=tulis, satuan=i.satuan)


def _check_angka(p: LembarKerja, i: Indikator, nomor: int) -> None:
    """What is typed in the row are numbers, or predicates of its list; what is wrong cannot be explained."""
    r = AWAL + nomor
    diisi = [c for c, satu in ((LALU, i.lalu), (TARGET, i.target), (RENSTRA, i.renstra)) if is_sel(satu)]
    if diisi:
        asing = OR(*(_is_asing(i, sel(r, c, lembar=KATA.nama)) for c in diisi))
        apa = "predikat dari daftarnya" if i.jenis.berurutan else "angka"
        p.check(CEK_ANGKA, r, diisi[0], IF(asing, PERIKSA, OK), nomor=nomor + 1, apa=apa)


def _is_asing(i: Indikator, x: X) -> X:
    """Whether something else than a number, or than a predicate of the list, stands in a cell."""
    if i.jenis.berurutan:
        return AND(x != "", *(x != kata for kata in i.urutan))
    return IF(is_angka(x), False, x != "")


def _is_jauh(n: Penilai, r: int, kolom: int) -> X:
    """Whether last year's figure, or that of the Renstra, is none, out of range, or in another unit than the target."""
    i, a, t = n.indikator, sel(r, kolom, lembar=KATA.nama), sel(r, TARGET, lembar=KATA.nama)
    if i.jenis.berurutan:
        return _is_asing(i, a)
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


def is_berkala(i: Indikator, r: Realisasi) -> bool:
    """Whether it is measured every quarter; a position may wait for the last."""
    posisi = i.metode is Metode.AKHIR or i.jenis.berurutan or i.berrasio
    return not posisi and all(x is not None for x in r.triwulan)


def check_serapan(p: LembarKerja, banyak: int, *, berkala: bool) -> None:
    """Figures and money go together; where nothing is measured every quarter, money may come first."""
    terisi = banyak - COUNTBLANK(rentang(AWAL, REALISASI, AWAL + banyak - 1, REALISASI, lembar=KATA.nama)) > 0
    belanja, akhir = (ISNUMBER(nama(acuan)) for acuan in BELANJA)
    tanpa = to_x(PERIKSA) if berkala else IF(akhir, PERIKSA, BELUM)
    rumus = IF(terisi, IF(belanja, IF(akhir, OK, BELUM), PERIKSA), IF(belanja, tanpa, BELUM))
    p.check(CEK_SERAPAN, AWAL, REALISASI, rumus)
