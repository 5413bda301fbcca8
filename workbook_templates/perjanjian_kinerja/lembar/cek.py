"""Sheet Cek: one row a live check with a link to its cell, then the findings on the agreement's data."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.temuan import Temuan
from kinerja.workbook.ekspresi import luar, rentang
from kinerja.workbook.fungsi import COUNTIF
from workbook_templates.penyusun import STATUS
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar_kerja import Bagian, BarisCek, Kata, start_lembar
from workbook_templates.rumus import BELUM, PERIKSA

KATA = Kata(
    "Cek",
    "Pemeriksaan isian: apa yang salah dan apa yang belum diisi.",
    "Cek – Pemeriksaan Isian",
    "OK berarti benar; PERIKSA berarti ada yang harus dibetulkan; BELUM berarti masih ada yang belum diisi.",
)
BANYAK_PERIKSA, BANYAK_BELUM = "hasil_cek_periksa", "hasil_cek_belum"
AWAL = 6


def build_cek(b: Tampak, cek: Sequence[BarisCek], temuan: Sequence[Temuan]) -> Bagian:
    """The checks; `hasil_cek_periksa` and `hasil_cek_belum` count what is open."""
    p = start_lembar(b, KATA, (6, 66, 16, 14, 76))
    p.put_kepala(AWAL - 1, 0, ("No", "Yang diperiksa", "Lembar", "Hasil", "Apa yang dilakukan"))
    for nomor, baris in enumerate(cek):
        r = AWAL + nomor
        p.put_baris(r, 0, (nomor + 1, baris.teks), ("sel_tengah", "sel_lipat"))
        p.put_tautan(r, 2, baris.alamat.split("!", maxsplit=1)[0].strip("'"), baris.alamat, "sel_tautan")
        p.put_rumus(r, 3, luar(baris.rumus, baris.nilai), "hasil_tengah")
        p.put_teks(r, 4, baris.saran, "sel_lipat")
    akhir = AWAL + len(cek) - 1
    p.color(AWAL, 3, akhir, STATUS)
    r = AWAL + len(cek) + 1
    for geser, (teks, kata, nama) in enumerate(
        (("Perlu diperiksa", PERIKSA, BANYAK_PERIKSA), ("Belum diisi", BELUM, BANYAK_BELUM))
    ):
        p.put_teks(r + geser, 1, teks, "sel")
        p.put_rumus(r + geser, 3, COUNTIF(rentang(AWAL, 3, akhir, 3), kata), "hasil_tengah", nama=nama)
    r += 3
    p.put_teks(r, 0, "Temuan pada data perjanjian saat berkas ini dibuat", "bagian")
    if not temuan:
        p.put_teks(r + 1, 1, "Tidak ada temuan.", "teks")
    else:
        p.put_kepala(r + 1, 0, ("No", "Temuan", "Kode", "Tingkat", "Saran"))
        for nomor, t in enumerate(temuan, start=1):
            baris_temuan = (nomor, f"{t.tempat}: {t.pesan}", t.kode, str(t.tingkat), t.saran)
            p.put_baris(r + 1 + nomor, 0, baris_temuan, "sel_lipat")
    hasil = (BANYAK_PERIKSA, BANYAK_BELUM)
    return p.finish_bagian(beku=(AWAL, 0), warna_tab="#C00000", hasil=hasil)
