"""Sheets Temuan (the findings) and Sumber (what was read, and how)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.alamat import column_letters
from kinerja.anggaran.sen import to_sen
from kinerja.anggaran.sumber import SEBUTAN, Peran
from kinerja.anggaran.temuan import (
    BELUM_PASTI,
    JUDUL_KODE,
    JUDUL_LAMA,
    JUDUL_PENJELASAN,
    JUDUL_PESAN,
    JUDUL_SARAN,
    JUDUL_SIDIK,
    JUDUL_TEMPAT,
    JUDUL_TINGKAT,
    SELESAI,
    TemuanAnggaran,
    TemuanLama,
    write_sidik,
)
from kinerja.bilangan import format_angka
from kinerja.temuan import Tingkat
from kinerja.workbook.ekspresi import di_kolom, rentang, sel
from kinerja.workbook.fungsi import IF, LEN, TRIM
from kinerja.workbook.layout import Aturan, Blok, Cetak, Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekonsiliasi.bersama import (
    AWAL,
    JUDUL_UANG,
    KERTAS,
    KOLOM_ALAMAT,
    SUMBER,
    TEMUAN,
    Bahan,
    show_sen,
    uang,
)

JUDUL_KEADAAN, JUDUL_SELISIH, JUDUL_LETAK, JUDUL_DIJELASKAN = "Keadaan", "Selisih (Rp)", "Letak", "Dijelaskan"
_ATURAN = Aturan(
    "teks",
    JUDUL_PENJELASAN,
    "Ketik mengapa berbeda dan apa tindak lanjutnya; --lanjutkan membawanya ke hasil berikutnya.",
    0,
    2_000,
)
_BELUM_PASTI = "Mungkin masih ada: {}. Penjelasannya tidak dibawa, hanya disimpan di sini."
_KOLOM_SUMBER = (
    ("No", 6), ("Sumber", 14), ("Berkas", 36), ("Lembar", 20), ("Kolom jumlah", 14), ("Tahun", 9),
    ("Kolom yang dibaca", 62), ("Alamat", 50),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LembarTemuan:
    """The sheet, the last row of its table and the column that has 1 where a finding is explained (from 0)."""

    lembar: Lembar
    akhir: int
    dijelaskan: int


def build_temuan(k: Bahan) -> LembarTemuan:
    """Every finding with both amounts and the places, and room to explain it; then what is settled."""
    kolom = _list_kolom(k)
    letak = {judul: c for c, judul in enumerate(kolom)}
    tulis = k.hasil.temuan[: k.maks_baris]
    lebih = len(k.hasil.temuan) - len(tulis)
    akhir = AWAL + max(len(tulis) + (lebih > 0), 1) - 1
    bawah = akhir + sum(len(lama) + 2 for _, lama in _list_lama(k))
    # What is read back at the right is not printed.
    p = k.start(
        TEMUAN,
        list(kolom.values()),
        Cetak(KERTAS, True, (0, 0, bawah, letak[JUDUL_LETAK]), (AWAL - 1, AWAL - 1), selebar=True),
    )
    p.put_kepala(AWAL - 1, 0, kolom)
    for nomor, t in enumerate(tulis):
        _put_temuan(p, k, AWAL + nomor, nomor, t, letak)
    if tulis:
        isi = tuple((t.penjelasan,) for t in tulis)
        tempat = AWAL, letak[JUDUL_PENJELASAN], len(isi), 1
        p.put_isian(Blok("isian_rekon_penjelasan", *tempat, "isian_tulisan", _ATURAN, isi, gaya_terkunci="sel"))
    else:
        p.put_baris(AWAL, 0, ["Tidak ada temuan." if judul == JUDUL_PESAN else None for judul in kolom], "sel")
    if lebih:
        teks = f"{format_angka(lebih, 0)} temuan lain tidak ditulis di sini."
        p.put_baris(akhir, 0, [teks if judul == JUDUL_PESAN else None for judul in kolom], "sel")
    r = akhir
    for judul, lama in _list_lama(k):
        r = _put_lama(p, r, judul, lama, letak)
    show_sen(p, AWAL, letak[JUDUL_SELISIH] - len(_list_uang(k)), akhir, letak[JUDUL_SELISIH])
    p.set_bersyarat(rentang(AWAL, 1, akhir, 1).rumus, sel(AWAL, 1) == Tingkat.GALAT.value, "periksa")
    lembar = p.finish(beku=(AWAL, 2), filter_=rentang(AWAL - 1, 0, akhir, len(kolom) - 1).rumus, warna_tab="#C00000")
    return LembarTemuan(lembar, akhir, letak[JUDUL_DIJELASKAN])


def _list_lama(k: Bahan) -> list[tuple[str, tuple[TemuanLama, ...]]]:
    """The blocks below the table, with their titles."""
    if k.lanjutan is None:
        return []
    blok = (("Selesai sejak hasil sebelumnya", k.lanjutan.selesai), ("Belum pasti selesai", k.lanjutan.belum_pasti))
    return [(judul, lama) for judul, lama in blok if lama]


def _list_uang(k: Bahan) -> list[Peran]:
    return [s for s in JUDUL_UANG if s in k.peran]


def _list_kolom(k: Bahan) -> dict[str, float]:
    """Widths by title."""
    kolom: dict[str, float] = {
        JUDUL_KODE: 8,
        JUDUL_TINGKAT: 12,
        JUDUL_TEMPAT: 34 if k.banyak_kecamatan else 16,
        JUDUL_PESAN: 54,
        JUDUL_SARAN: 32,
    }
    kolom |= {JUDUL_PENJELASAN: 40}
    kolom |= {JUDUL_KEADAAN: 11, JUDUL_LAMA: 32} if k.lanjutan is not None else {}
    kolom |= {JUDUL_UANG[s]: k.lebar_uang for s in _list_uang(k)} | {JUDUL_SELISIH: k.lebar_uang}
    return kolom | {JUDUL_LETAK: 40, JUDUL_DIJELASKAN: 12, JUDUL_SIDIK: 34}


def _put_temuan(p: Penyusun, k: Bahan, r: int, nomor: int, t: TemuanAnggaran, letak: Mapping[str, int]) -> None:
    """One finding; its explanation is an input of its own."""
    p.put_baris(r, 0, (t.kode, str(t.tingkat)), "sel_tengah")
    p.put_baris(r, 2, (t.tempat, t.pesan, t.saran), "sel_lipat")
    if k.lanjutan is not None:
        p.put_teks(r, letak[JUDUL_KEADAAN], str(k.lanjutan.keadaan[nomor]), "sel_tengah")
        p.put_teks(r, letak[JUDUL_LAMA], k.lanjutan.lama[nomor] or None, "sel_lipat")
    for judul, nilai in (*((JUDUL_UANG[s], getattr(t, s)) for s in _list_uang(k)), (JUDUL_SELISIH, t.selisih)):
        p.put_teks(r, letak[judul], uang(None if nilai is None else to_sen(nilai)), "sel_rupiah")
    p.put_teks(r, letak[JUDUL_LETAK], _write_letak(t), "sel_lipat")
    p.put_rumus(r, letak[JUDUL_DIJELASKAN], IF(LEN(TRIM(di_kolom(letak[JUDUL_PENJELASAN]))) > 0, 1, 0), "sel_tengah")
    p.put_teks(r, letak[JUDUL_SIDIK], write_sidik(t), "sel")


def _put_lama(p: Penyusun, r: int, judul: str, lama: Sequence[TemuanLama], letak: Mapping[str, int]) -> int:
    """What was there in the earlier result, below the table, with what was said about it; returns the last row."""
    p.put_teks(r + 2, 0, judul, "bagian")
    for n, t in enumerate(lama, start=r + 3):
        tingkat, saran = (SELESAI, t.selesai) if t.selesai else (BELUM_PASTI, _BELUM_PASTI.format(t.sebab))
        isi = {
            JUDUL_KODE: t.kode,
            JUDUL_TINGKAT: tingkat,
            JUDUL_TEMPAT: t.tempat,
            JUDUL_PESAN: t.pesan,
            JUDUL_SARAN: saran,
            JUDUL_SIDIK: t.sidik,
        }
        isi |= {JUDUL_PENJELASAN: t.penjelasan, JUDUL_LAMA: t.lama}
        gaya = {JUDUL_KODE: "sel_tengah", JUDUL_TINGKAT: "sel_tengah", JUDUL_SIDIK: "sel"}
        for satu, c in letak.items():
            p.put_teks(n, c, isi.get(satu) or None, gaya.get(satu, "sel_lipat"))
    return r + 2 + len(lama)


def _write_letak(t: TemuanAnggaran) -> str:
    return "; ".join(s for s in (t.tempat_perjanjian, t.tempat_dpa, t.tempat_realisasi) if s)


def build_sumber(k: Bahan) -> Lembar:
    """One row a file and sheet; the last column is what the links of the other sheets lead to."""
    p = k.start(SUMBER, [lebar for _, lebar in _KOLOM_SUMBER])
    p.put_kepala(AWAL - 1, 0, [judul for judul, _ in _KOLOM_SUMBER])
    r = AWAL
    for peran, sumber in k.hasil.sumber.items():
        for bagian in sumber.bagian:
            alamat = k.alamat.get(bagian.path, bagian.berkas)
            lembar = "'" + bagian.lembar.replace("'", "''") + "'!" if bagian.cell(1) else ""
            kolom = "" if bagian.kolom is None else column_letters(bagian.kolom)
            dibaca = "; ".join(f"{makna} = {judul}" for makna, judul in bagian.pemetaan)
            p.put_baris(r, 0, (r - AWAL + 1, SEBUTAN[peran]), "sel_tengah")
            p.put_baris(r, 2, (bagian.berkas, bagian.lembar), "sel_lipat")
            p.put_baris(r, 4, (kolom, bagian.tahun or ""), "sel_tengah")
            p.put_teks(r, 6, dibaca, "sel_lipat")
            p.put_teks(r, KOLOM_ALAMAT, f"{alamat}#{lembar}" if lembar else alamat, "sel_lipat")
            r += 1
    _put_catatan(p, r + 1, [c for s in k.hasil.sumber.values() for c in s.catatan])
    return p.finish(beku=(AWAL, 2), filter_=rentang(AWAL - 1, 0, r - 1, KOLOM_ALAMAT).rumus, warna_tab="#7F7F7F")


def _put_catatan(p: Penyusun, r: int, catatan: Sequence[str]) -> None:
    if catatan:
        p.put_teks(r, 0, "Catatan pembacaan", "bagian")
    for nomor, satu in enumerate(catatan, start=r + 1):
        p.put_teks(nomor, 1, satu, "teks")
