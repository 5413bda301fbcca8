"""The checks of sheet Indikator: figures by quarter, each row's word first."""

from __future__ import annotations

from functools import lru_cache

from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from kinerja.workbook.ekspresi import X, di_kolom, rentang, sel, to_x
from kinerja.workbook.fungsi import AND, COUNT, COUNTA, COUNTIF, IF, ISNUMBER, MAX, MIN, OR, ROUND
from workbook_templates.perjanjian_kinerja.lembar_kerja import LembarKerja, Pertanyaan
from workbook_templates.rumus import BELUM, ISIAN_SALAH, OK, PERIKSA, count_kata, count_logis, is_salah, status

CEK_PERSEN = Pertanyaan(
    "Indikator {nomor}: pembilang dan penyebut terisi berpasangan, cara setahun dipilih",
    "Isi kedua baris pada triwulan yang sama dengan angka 0 atau lebih; pilih cara di kolom Setahun.",
    boleh_kosong=True,
)
CEK_NILAI = Pertanyaan(
    "Indikator {nomor}: realisasi berupa angka, cara setahun dipilih",
    "Ketik angka saja, tanpa satuan; pilih cara di kolom Setahun.",
    boleh_kosong=True,
)
CEK_PREDIKAT = Pertanyaan(
    "Indikator {nomor}: realisasi sesuai daftar predikatnya", "Pilih dari daftar.", boleh_kosong=True
)
CEK_LEBIH = Pertanyaan(
    "Indikator {nomor}: pembilang tidak melebihi penyebut",
    "Betulkan angka yang terbalik atau salah ketik.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
CEK_WAJAR = Pertanyaan(
    "Indikator {nomor}: angka triwulan {apa}",
    "Periksa angka yang negatif, atau yang lebih dari {kali} kali angka triwulan lain: koma, satuan, salah ketik.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
CEK_URUT = Pertanyaan(
    "Indikator {nomor}: triwulan terisi berurutan",
    "Isi triwulan yang terlewat; 0 bila tidak ada.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
CEK_TURUN = Pertanyaan(
    "Indikator {nomor}: angka tidak turun dari triwulan sebelumnya",
    "Periksa angka triwulan yang lebih rendah daripada sebelumnya.",
    boleh_dijelaskan=True,
    boleh_kosong=True,
)
CARA, TW, KEADAAN = 3, 4, 9
"""Columns: how quarters become the year, the first quarter, the word of a row."""
SESUAI = "Terbaca"
KALI = 10
"""A position of one quarter that is more times another's is mostly a slip."""


def list_triwulan(r: int, *, lembar: str = "") -> list[X]:
    """The cells of the four quarters of a row; with `lembar`, for another sheet."""
    return [sel(r, c, lembar=lembar) for c in range(TW, TW + 4)]


def write_keadaan(i: Indikator) -> X:
    """In words, whether what stands in the quarters of a row can be used; nothing where none is filled."""
    return _write_keadaan(i.jenis.berpenyebut, i.berrasio, i.urutan)


@lru_cache(maxsize=64)
def _write_keadaan(pecahan: bool, rasio: bool, urutan: tuple[str, ...]) -> X:
    w = di_kolom(TW, TW + 3)
    if urutan:
        salah = COUNTA(w) > count_kata((di_kolom(c) for c in range(TW, TW + 4)), urutan)
    elif pecahan:
        salah = is_salah(TW, TW + 3)
    else:  # a growth may be negative; of a ratio nothing stands behind `1 :` but what is above 0
        banyak = COUNTA(w) - COUNT(w) + count_logis(di_kolom(c) for c in range(TW, TW + 4))
        salah = (banyak + COUNTIF(w, "<=0") if rasio else banyak) > 0
    return IF(COUNTA(w) == 0, "", IF(salah, ISIAN_SALAH, SESUAI))


def choose_cara(cara: X, i: Indikator, hasil: dict[Metode, X], lain: X) -> X:
    """What belongs to the method of an indikator, typed in the cell `cara` or known; `lain` while none is chosen."""
    if i.metode is not None:
        return hasil[i.metode]
    pilih = lain
    for metode, x in reversed(hasil.items()):
        pilih = IF(cara == metode.sebutan, x, pilih)
    return pilih


def check_persen(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    """Numerators in row `r`, denominators in the next."""
    atas, bawah = (list_triwulan(r + n, lembar=p.nama_lembar) for n in (0, 1))
    benar = COUNTIF(rentang(r, KEADAAN, r + 1, KEADAAN, lembar=p.nama_lembar), ISIAN_SALAH) == 0
    ada = COUNTA(rentang(r, TW, r + 1, TW + 3, lembar=p.nama_lembar)) > 0
    genap = AND(*(ISNUMBER(x) == ISNUMBER(y) for x, y in zip(atas, bawah, strict=True)))
    rapi = IF(genap, IF(ada, _need_cara(p, r - 1, i), BELUM), PERIKSA)
    p.check(CEK_PERSEN, r, TW, IF(benar, rapi, PERIKSA), nomor=nomor + 1)
    lebih = OR(*(AND(ISNUMBER(x), ISNUMBER(y), x > y) for x, y in zip(atas, bawah, strict=True)))
    p.check(CEK_LEBIH, r, TW, status(AND(benar, lebih), ada), nomor=nomor + 1)
    _check_urut(p, (r - 1, r), nomor, i)


def check_nilai(p: LembarKerja, r: int, nomor: int, i: Indikator) -> None:
    """Figures in row `r`: numbers, nothing below 0, positions within reach of each other and in order."""
    keadaan = sel(r, KEADAAN, lembar=p.nama_lembar)
    hasil = IF(keadaan == SESUAI, _need_cara(p, r, i), BELUM)
    p.check(CEK_NILAI, r, TW, IF(keadaan == ISIAN_SALAH, PERIKSA, hasil), nomor=nomor + 1)
    w = rentang(r, TW, r, TW + 3, lembar=p.nama_lembar)
    apa, janggal = "tidak negatif", MIN(w) < 0
    if i.metode is not Metode.JUMLAH:
        apa = f"{apa}, dan sebanding bila tidak dijumlahkan"
        posisi = OR(_is_cara(p, r, i, Metode.AKHIR), _is_cara(p, r, i, Metode.RATA_RATA))
        janggal = OR(janggal, AND(posisi, MIN(w) > 0, ROUND(MAX(w) - MIN(w) * KALI, 6) > 0))
    salah = AND(keadaan == SESUAI, janggal)
    p.check(CEK_WAJAR, r, TW, status(salah, keadaan != ""), nomor=nomor + 1, apa=apa, kali=KALI)
    _check_urut(p, (r, r), nomor, i)
    if i.metode in (None, Metode.AKHIR) and i.arah == "naik" and not i.berrasio:
        turun = []
        for k in range(1, 4):
            dulu, kini = rentang(r, TW, r, TW + k - 1, lembar=p.nama_lembar), sel(r, TW + k, lembar=p.nama_lembar)
            turun.append(AND(COUNT(dulu) > 0, ISNUMBER(kini), kini < MAX(dulu)))
        salah = AND(keadaan == SESUAI, _is_cara(p, r, i, Metode.AKHIR), OR(*turun))
        p.check(CEK_TURUN, r, TW, status(salah, keadaan != ""), nomor=nomor + 1)


def check_predikat(p: LembarKerja, r: int, nomor: int) -> None:
    """Predicates in row `r`, each of the list."""
    keadaan = sel(r, KEADAAN, lembar=p.nama_lembar)
    p.check(CEK_PREDIKAT, r, TW, status(keadaan == ISIAN_SALAH, keadaan == SESUAI), nomor=nomor + 1)


def _need_cara(p: LembarKerja, r: int, i: Indikator) -> X:
    """OK once the method is known."""
    if i.metode is not None:
        return to_x(OK)
    dipilih = OR(*(_is_cara(p, r, i, m) for m in Metode))
    return IF(sel(r, CARA, lembar=p.nama_lembar) == "", BELUM, IF(dipilih, OK, PERIKSA))


def _is_cara(p: LembarKerja, r: int, i: Indikator, metode: Metode) -> X:
    """Whether that is the method, known or chosen."""
    return sel(r, CARA, lembar=p.nama_lembar) == metode.sebutan if i.metode is None else to_x(i.metode is metode)


def _check_urut(p: LembarKerja, baris: tuple[int, int], nomor: int, i: Indikator) -> None:
    """No quarter is skipped, unless it is the last that counts; `baris` of the method and of the figures."""
    if i.metode is not Metode.AKHIR:
        tw = list_triwulan(baris[1], lembar=p.nama_lembar)
        lewat = OR(*(AND(tw[k] == "", tw[k + 1] != "") for k in range(3)))
        ada = OR(*(x != "" for x in tw))
        if i.metode is None:
            lewat = AND(lewat, sel(baris[0], CARA, lembar=p.nama_lembar) != Metode.AKHIR.sebutan)
        p.check(CEK_URUT, baris[1], TW, status(lewat, ada), nomor=nomor + 1)
