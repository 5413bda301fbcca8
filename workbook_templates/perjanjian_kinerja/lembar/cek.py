"""Sheet Cek: one row a live check with a link to its cell, then the findings on the agreement's data."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.temuan import Temuan
from kinerja.workbook.ekspresi import X, di_kolom, luar, rentang
from kinerja.workbook.fungsi import AND, COUNTIF, IF, TRIM
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import STATUS
from workbook_templates.perjanjian_kinerja.bahan import Tampak, to_kolom
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, BarisCek, Isian, Kata
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import BELUM, DIJELASKAN, OK, PERIKSA

KATA = Kata(
    "Cek",
    "Pemeriksaan isian: apa yang salah dan apa yang belum diisi.",
    "Cek – Pemeriksaan Isian",
    "OK berarti benar; PERIKSA berarti ada yang harus dibetulkan; BELUM berarti masih ada yang belum diisi. Yang "
    "memang begitu adanya dijelaskan di kolom kuning, dan menjadi DIJELASKAN; baris yang penuh boleh ditinggikan.",
)
BANYAK_PERIKSA, BANYAK_BELUM, BANYAK_DIJELASKAN = "hasil_cek_periksa", "hasil_cek_belum", "hasil_cek_dijelaskan"
AWAL, HASIL, PENJELASAN = 6, 3, 5
_ATURAN = Aturan("teks", "Penjelasan", "Tulis mengapa memang begitu adanya, dan dasarnya bila ada.", 1, 500)
ISIAN = Isian("isian_cek_penjelasan", _ATURAN, "isian_teks", "sel_tengah")
TANPA = "–"
"""Stands where nothing is to be explained: what is wrong there can only be mended."""


def build_cek(b: Tampak, cek: Sequence[BarisCek], temuan: Sequence[Temuan]) -> Bagian:
    """The checks, `isian_cek_penjelasan` beside them, and how many are open or explained: `hasil_cek_…`."""
    p = start_lembar(b, KATA, (7, 38, 13, 15, 42, 42), baris_berulang=(AWAL - 1, AWAL - 1))
    kepala = ("No", "Yang diperiksa", "Lembar", "Hasil", "Apa yang dilakukan", "Penjelasan (diisi bila perlu)")
    p.put_kepala(AWAL - 1, 0, kepala)
    terkunci = to_kolom(None if any(baris.boleh) else TANPA for baris in cek)
    p.put_blok(ISIAN, (AWAL, PENJELASAN), (len(cek), 1), terkunci)
    for nomor, baris in enumerate(cek):
        r = AWAL + nomor
        p.put_baris(r, 0, (nomor + 1, baris.teks), ("sel_tengah", "sel_lipat"))
        p.put_tautan(r, 2, baris.alamat.split("!", maxsplit=1)[0].strip("'"), baris.alamat, "sel_tautan")
        p.put_rumus(r, HASIL, _explain(luar(baris.rumus, baris.nilai), baris.boleh), "hasil_tengah")
        p.put_teks(r, 4, baris.saran, "sel_lipat")
    akhir = AWAL + len(cek) - 1
    p.color(AWAL, HASIL, akhir, {**STATUS, DIJELASKAN: "dijelaskan"})
    r = akhir + 2
    for teks, kata, nama in (
        ("Perlu diperiksa", PERIKSA, BANYAK_PERIKSA),
        ("Belum diisi", BELUM, BANYAK_BELUM),
        ("Sudah dijelaskan", DIJELASKAN, BANYAK_DIJELASKAN),
    ):
        p.put_teks(r, 1, teks, "sel")
        p.put_rumus(r, HASIL, COUNTIF(rentang(AWAL, HASIL, akhir, HASIL), kata), "hasil_tengah", nama=nama)
        r += 1
    r += 1
    p.put_teks(r, 0, "Temuan pada data perjanjian saat berkas ini dibuat", "bagian")
    p.keep(r, r + 1)
    if not temuan:
        p.put_teks(r + 1, 1, "Tidak ada temuan.", "teks")
    gaya = ("sel_tengah", "sel_lipat", "sel", "sel_tengah", "sel_lipat")
    for nomor, t in enumerate(temuan, start=r + 1):  # in the columns of the checks, whose head is on every page
        p.put_baris(nomor, 0, (t.kode, f"{t.tempat}: {t.pesan}", None, str(t.tingkat), t.saran), gaya)
    banyak = (BANYAK_PERIKSA, BANYAK_BELUM, BANYAK_DIJELASKAN)
    return p.finish_bagian(beku=(AWAL, 0), warna_tab="#C00000", hasil=banyak)


def _explain(hasil: X, boleh: tuple[bool, bool]) -> X:
    """The word of a check; what is typed beside it answers the words that may be explained, and nothing else."""
    if not any(boleh):
        return hasil
    terbuka = hasil != OK if all(boleh) else hasil == (PERIKSA if boleh[0] else BELUM)
    return IF(AND(terbuka, TRIM(di_kolom(PENJELASAN)) != ""), DIJELASKAN, hasil)
