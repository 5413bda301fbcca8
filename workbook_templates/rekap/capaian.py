"""Sheets Capaian and Triwulan: kecamatan by indikator, with means and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from kinerja.perjanjian.hasil import TRIWULAN
from kinerja.workbook.ekspresi import rentang
from kinerja.workbook.layout import Lembar
from kinerja.workbook.teks import fit_text
from workbook_templates.penyusun import Penyusun, read_teks
from workbook_templates.rekap.bersama import (
    AWAL,
    CAPAIAN,
    JUMLAH,
    MAKS_JUDUL,
    MAKS_KOLOM,
    RINCIAN,
    TEKS,
    TRIWULAN_,
    Bahan,
    Kolom,
    count_baris,
    finish,
    peringkat,
    put_kosong,
    refer,
    rerata,
    show_kurang,
    start,
)
from workbook_templates.rekap.rincian import Kunci, LembarRincian, get_capaian, name_capaian


@dataclass(frozen=True, slots=True)
class Matriks:
    """One sheet, and where things stand on it.

    Attributes:
        tw: the quarter from 0; None for the year.
        kunci: the indikator that have a column.
        kolom: the first of these columns.
        rerata: the column of the means.
        akhir: last row.
    """

    p: Penyusun
    lembar: Lembar
    tw: int | None
    kunci: Sequence[Kunci]
    kolom: int
    rerata: int
    akhir: int


def list_kunci(rincian: LembarRincian) -> tuple[list[Kunci], int]:
    """The indikator that have a column: the most frequent ones, as they first appear; and how many there are."""
    banyak = Counter(kunci for _, kunci in rincian.baris)
    sering = {kunci for kunci, _ in banyak.most_common(MAKS_KOLOM)}
    return [kunci for kunci in banyak if kunci in sering], len(banyak)


def build_capaian(k: Bahan, rincian: LembarRincian, tw: int | None = None) -> Matriks:
    """The sheet of the year, or of a quarter (from 0)."""
    kunci, semua = list_kunci(rincian)
    c0 = len(k.kolom_kecamatan)
    lebar = 18.0 if len(kunci) <= 4 else 13.0
    kolom: list[Kolom] = [*k.kolom_kecamatan, *((write_judul(*satu), lebar) for satu in kunci)]
    kolom += [("Rata-rata (%)", 11.0), ("Peringkat", 11.0)]
    p = _start(k, kolom, tw, semua)
    akhir = count_baris(AWAL + len(k.rekap.baris))
    kanan = c0 + len(kunci)
    tempat = peringkat(kanan, akhir)
    for n, b in enumerate(k.rekap.baris):
        k.put_kecamatan(p, AWAL + n, b)
        _put_capaian(p, rincian, n, (AWAL + n, c0), kunci, tw)
        p.put_rumus(AWAL + n, kanan + 1, tempat, "hasil_desimal_0")
    if not k.rekap.baris:
        put_kosong(p, kolom, "Belum ada.")
    k.put_jumlah(p, "Rata-rata")
    for c in range(c0, kanan + 1):
        p.put_rumus(JUMLAH, c, rerata(rentang(AWAL, c, akhir, c)), "hasil_desimal")
    p.name_sel(f"hasil_rekap_capaian{'' if tw is None else f'_tw_{tw + 1}'}", JUMLAH, kanan)
    p.put_teks(JUMLAH, kanan + 1, None, "hasil_teks")
    show_kurang(p, (AWAL, c0, akhir, kanan))
    lembar = finish(p, kolom, akhir, "#548235" if tw is None else "#A9D18E")
    return Matriks(p, lembar, tw, kunci, c0, kanan, akhir)


def _start(k: Bahan, kolom: list[Kolom], tw: int | None, semua: int) -> Penyusun:
    kata = read_teks(TEKS)[CAPAIAN if tw is None else TRIWULAN_]
    nama = CAPAIAN
    if tw is not None:
        nama = f"{TRIWULAN_} {TRIWULAN[tw]}"
        kata = kata | {"judul": f"{kata['judul']} {TRIWULAN[tw]}"}
    if semua > MAKS_KOLOM:
        lebih = f"{kata['catatan']} Ada {semua} indikator: {MAKS_KOLOM} yang terbanyak dipakai ada di sini, "
        kata = kata | {"catatan": f"{lebih}semuanya di lembar {RINCIAN}."}
    return start(k, nama, kolom, kata=kata, kolom_berulang=(0, 1))


def _put_capaian(
    p: Penyusun, rincian: LembarRincian, n: int, tempat: tuple[int, int], kunci: Sequence[Kunci], tw: int | None
) -> None:
    """The figures of a kecamatan, each from its row of the details, and the mean of all, with a column or not."""
    (r, c0), judul = tempat, name_capaian(tw)
    for c, satu in enumerate(kunci, start=c0):
        ada = rincian.baris.get((n, satu))
        nilai = get_capaian(ada[1], tw) if ada else None
        if ada is None or nilai is None:
            p.put_teks(r, c, None, "sel_desimal")
        else:
            p.put_rumus(r, c, refer(RINCIAN, ada[0], rincian.kolom[judul], nilai), "sel_desimal")
    c = c0 + len(kunci)
    if n in rincian.kecamatan:
        p.put_rumus(r, c, rincian.p.export(rerata(rincian.refer(judul, *rincian.kecamatan[n]))), "hasil_desimal")
    else:
        p.put_teks(r, c, None, "hasil_desimal")


def write_judul(nama: str, ke: int) -> str:
    """A name above a narrow column, with its number where a kecamatan has several of that name.

    >>> write_judul("Indeks", 1), write_judul("Indeks", 2)
    ('Indeks', 'Indeks (2)')
    """
    pendek = fit_text(shorten(nama, MAKS_JUDUL, placeholder=" …"))
    return pendek if ke == 1 else f"{pendek} ({ke})"
