"""Sheet Indikator: figures of the generic kinds `persen`, `nilai`, `predikat` by quarter, and the year's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kinerja.alamat import range_of
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from kinerja.rumus_sel import persen
from kinerja.workbook.ekspresi import X, add_up, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, COUNTA, COUNTIF, IF, ISNUMBER, OR, ROUND, SUM, SUMIF
from kinerja.workbook.layout import Aturan
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    KATA_TRIWULAN,
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
    f"{KATA_TRIWULAN} Tahun ini dihitung menurut kolom Setahun.",
)
CEK_PERSEN = Pertanyaan(
    "Indikator {nomor}: pembilang dan penyebut terisi berpasangan, cara setahun dipilih",
    "Isi kedua baris pada triwulan yang sama dengan angka 0 atau lebih; pilih cara di kolom Setahun.",
)
CEK_NILAI = Pertanyaan(
    "Indikator {nomor}: realisasi berupa angka, cara setahun dipilih",
    "Ketik angka saja, tanpa satuan; pilih cara di kolom Setahun.",
)
CEK_PREDIKAT = Pertanyaan("Indikator {nomor}: realisasi sesuai daftar predikatnya", "Pilih dari daftar.")
CEK_LEBIH = Pertanyaan(
    "Indikator {nomor}: pembilang tidak melebihi penyebut",
    "Betulkan angka yang terbalik atau salah ketik.",
    boleh_dijelaskan=True,
)
CEK_URUT = Pertanyaan(
    "Indikator {nomor}: triwulan terisi berurutan",
    "Isi triwulan yang terlewat; 0 bila tidak ada.",
    boleh_dijelaskan=True,
)
CEK_TURUN = Pertanyaan(
    "Indikator {nomor}: angka tidak turun dari triwulan sebelumnya",
    "Periksa angka triwulan yang lebih rendah daripada sebelumnya.",
    boleh_dijelaskan=True,
)
DESIMAL_JUMLAH = 9
"""Of a sum of quarters: what lies behind is the programs' binary noise, to which 0,1 + 0,2 - 0,3 is not 0."""
TANPA = "tidak terukur"
"""Shown where the denominator is zero: there is nothing to measure."""
AWAL, CARA, TW, TAHUN = 6, 3, 4, 8
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
    p = start_lembar(b, KATA, (5, 50, 14, 17, *[LEBAR_ANGKA] * 5))
    tw = [f"Triwulan {t}" for t in TRIWULAN]
    p.put_kepala(AWAL - 1, 0, ("No", "Indikator dan datanya", "Satuan", "Setahun", *tw, "Tahun ini"))
    baris, akhir = AWAL, AWAL + sum(_count_baris(i) for _, i, *_ in milik)
    for nomor, i, *_ in milik:
        p.put_baris(baris, 0, (nomor + 1, i.nama, i.satuan), ("sel_lipat", "sel_lipat", "sel_tengah_lipat"))
        if i.jenis.berurutan:
            _put_predikat(p, baris, nomor, i)
        else:
            _put_cara(p, (baris, akhir), nomor, i)
            (_put_persen if i.jenis.berpenyebut else _put_nilai)(p, baris, nomor, i)
        baris += _count_baris(i)
    if any(i.metode is None and not i.jenis.berurutan for _, i, *_ in milik):
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


def _choose(r: int, i: Indikator, hasil: dict[Metode, X], lain: X, *, lembar: str = "") -> X:
    """What belongs to the method of an indikator; `lain` while none is chosen."""
    if i.metode is not None:
        return hasil[i.metode]
    pilih = lain
    for metode, x in reversed(hasil.items()):
        pilih = IF(sel(r, CARA, lembar=lembar) == metode.sebutan, x, pilih)
    return pilih


def _put_persen(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    for geser, (jenis, judul) in enumerate((("pembilang", i.pembilang), ("penyebut", i.penyebut)), 1):
        isian = Isian(f"isian_indikator_{nomor + 1}_{jenis}", _BILANGAN, "isian_persis")
        kiri = (None, judul or jenis.capitalize(), "diisi", None)
        p.put_baris(r + geser, 0, kiri, ("sel", "sel_lipat", "sel_tengah", "sel"))
        p.put_blok(isian, (r + geser, TW), (1, 4))
        p.put_teks(r + geser, TAHUN, None, "sel")
    atas, bawah = _list_triwulan(r + 1), _list_triwulan(r + 2)
    salah = count_salah(rentang(r + 1, TW, r + 2, TW + 3))
    for c, x, y in zip(range(TW, TW + 4), atas, bawah, strict=True):
        bagi = IF(y > 0, persen(x, y, p.b.pada), TANPA)
        p.put_rumus(r, c, IF(AND(ISNUMBER(x), ISNUMBER(y), salah == 0), bagi, ""), "hasil_desimal")
    _put_tahun(p, r, nomor, _write_tahun_persen(r, i, p.b.pada))
    luar = [_list_triwulan(r + n, lembar=KATA.nama) for n in range(3)]
    p.realisasi[nomor] = Realisasi(tuple(map(p.export, luar[0])), p.refer(f"hasil_indikator_{nomor + 1}"))
    semua = rentang(r + 1, TW, r + 2, TW + 3, lembar=KATA.nama)
    genap = AND(*(ISNUMBER(x) == ISNUMBER(y) for x, y in zip(luar[1], luar[2], strict=True)))
    rapi = IF(genap, IF(COUNT(semua) > 0, _need_cara(r, i), BELUM), PERIKSA)
    p.check(CEK_PERSEN, r + 1, TW, IF(count_salah(semua) > 0, PERIKSA, rapi), nomor=nomor + 1)
    lebih = OR(*(AND(ISNUMBER(x), ISNUMBER(y), x > y) for x, y in zip(luar[1], luar[2], strict=True)))
    p.check(CEK_LEBIH, r + 1, TW, status(lebih, COUNT(semua) > 0), nomor=nomor + 1)
    _check_urut(p, r, nomor, i, luar[1])


def _write_tahun_persen(r: int, i: Indikator, pada: date) -> X:
    """The year's percentage: sums divided once, the last quarter, or the mean of unrounded quarters.

    Only quarters that could be measured count: half a pair, or a denominator of 0, is in no sum.
    """
    w, hasil = rentang(r, TW, r, TW + 3), _list_triwulan(r)
    atas, bawah = (SUMIF(w, ">=0", rentang(r + n, TW, r + n, TW + 3)) for n in (1, 2))
    rasio = add_up(
        IF(ISNUMBER(h), x / y, 0) for h, x, y in zip(hasil, _list_triwulan(r + 1), _list_triwulan(r + 2), strict=True)
    )
    terukur = _choose(
        r,
        i,
        {
            Metode.JUMLAH: persen(atas, bawah, pada),
            Metode.AKHIR: _pick_akhir(hasil),
            Metode.RATA_RATA: persen(rasio, COUNT(w), pada),
        },
        to_x(""),
    )
    return IF(COUNT(w) > 0, terukur, IF(COUNTIF(w, TANPA) > 0, TANPA, ""))


def _put_nilai(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    rasio = i.berrasio
    gaya = "isian_rasio" if rasio else "isian_persis"
    p.put_blok(Isian(f"isian_indikator_{nomor + 1}_nilai", _RASIO if rasio else _NILAI, gaya), (r, TW), (1, 4))
    w, semua = rentang(r, TW, r, TW + 3), _list_triwulan(r)
    jumlah = ROUND(SUM(w), DESIMAL_JUMLAH)
    pilih = {Metode.JUMLAH: jumlah, Metode.AKHIR: _pick_akhir(semua), Metode.RATA_RATA: jumlah / COUNT(w)}
    _put_tahun(
        p, r, nomor, IF(COUNT(w) > 0, _choose(r, i, pilih, to_x("")), ""), "hasil_rasio" if rasio else "hasil_empat"
    )
    luar = _list_triwulan(r, lembar=KATA.nama)
    triwulan = (p.export(IF(ISNUMBER(s), s, "")) for s in luar)
    p.realisasi[nomor] = Realisasi(tuple(triwulan), p.refer(f"hasil_indikator_{nomor + 1}"))
    w = rentang(r, TW, r, TW + 3, lembar=KATA.nama)
    hasil = IF(COUNTA(w) > COUNT(w), PERIKSA, IF(COUNT(w) > 0, _need_cara(r, i), BELUM))
    p.check(CEK_NILAI, r, TW, hasil, nomor=nomor + 1)
    _check_urut(p, r, nomor, i, luar)


def _put_predikat(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    """Drop-downs of the quarters, and under them the list that the data set names."""
    p.put_teks(r, CARA, Metode.AKHIR.sebutan, "sel_tengah_lipat")
    p.put_teks(r + 1, 1, "Pilihan, terbaik lebih dahulu:", "catatan")
    for n, kata in enumerate(i.urutan, start=r + 2):
        p.put_teks(n, 1, kata, "sel")
    pilihan = range_of(p.nama_lembar, 1, r + 2, r + 1 + len(i.urutan))
    aturan = Aturan("pilihan", "Realisasi", "Pilih predikat triwulan itu.", pilihan_dari=pilihan)
    p.put_blok(Isian(f"isian_indikator_{nomor + 1}_predikat", aturan, "isian_tengah"), (r, TW), (1, 4))
    _put_tahun(p, r, nomor, _pick_akhir(_list_triwulan(r), kosong=True), "hasil_tengah")
    luar = _list_triwulan(r, lembar=KATA.nama)
    triwulan = tuple(p.export(IF(s == "", "", s)) for s in luar)
    p.realisasi[nomor] = Realisasi(triwulan, p.refer(f"hasil_indikator_{nomor + 1}"))
    w = rentang(r, TW, r, TW + 3, lembar=KATA.nama)
    cocok = add_up(IF(OR(*(s == kata for kata in i.urutan)), 1, 0) for s in luar)  # COUNTIF would take * for any text
    p.check(CEK_PREDIKAT, r, TW, status(COUNTA(w) > cocok, cocok > 0), nomor=nomor + 1)


def _need_cara(r: int, i: Indikator) -> X:
    """OK once the method is known."""
    if i.metode is not None:
        return to_x(OK)
    dipilih = OR(*(sel(r, CARA, lembar=KATA.nama) == m.sebutan for m in Metode))
    return IF(sel(r, CARA, lembar=KATA.nama) == "", BELUM, IF(dipilih, OK, PERIKSA))


def _check_urut(p: LembarKerja, r: int, nomor: int, i: Indikator, tw: Sequence[X]) -> None:
    """No quarter is skipped where quarters add up; a position that should rise does not fall from one to the next."""
    lewat = OR(*(AND(tw[k] == "", tw[k + 1] != "") for k in range(3)))
    ada = OR(*(x != "" for x in tw))
    if i.metode is not Metode.AKHIR:
        salah = _choose(
            r, i, {Metode.JUMLAH: lewat, Metode.AKHIR: to_x(1) == 0, Metode.RATA_RATA: lewat}, lewat, lembar=KATA.nama
        )
        p.check(CEK_URUT, r, TW, status(salah, ada), nomor=nomor + 1)
    elif i.arah == "naik" and not i.jenis.berpenyebut and not i.berrasio:
        turun = []
        for k in range(1, 4):
            sebelum = _pick_akhir(tw[:k])
            turun.append(AND(ISNUMBER(sebelum), ISNUMBER(tw[k]), tw[k] < sebelum))
        p.check(CEK_TURUN, r, TW, status(OR(*turun), ada), nomor=nomor + 1)


def _pick_akhir(semua: Sequence[X], *, kosong: bool = False) -> X:
    """The last that holds a number; with `kosong` the last that is not blank."""
    terakhir = to_x("")
    for x in semua:
        terakhir = IF(x != "" if kosong else ISNUMBER(x), x, terakhir)
    return terakhir


def _put_tahun(p: LembarKerja, r: int, nomor: int, rumus: X, gaya: str = "hasil_desimal") -> None:
    p.put_rumus(r, TAHUN, rumus, gaya, nama=f"hasil_indikator_{nomor + 1}")


def _list_triwulan(r: int, *, lembar: str = "") -> list[X]:
    """The cells of the four quarters; with `lembar`, for another sheet."""
    return [sel(r, c, lembar=lembar) for c in range(TW, TW + 4)]
