"""Sheet Pernyataan: the statement page as signed, and beside it (not printed) the inputs it still needs."""

from __future__ import annotations

from functools import cache

from kinerja.perjanjian.model import DIGIT_NIP
from kinerja.workbook.ekspresi import X, add_up, di_kolom, rentang, sel
from kinerja.workbook.fungsi import AND, COUNTIF, IF, ISTEXT, LEN, SUBSTITUTE, TRIM
from kinerja.workbook.layout import Cetak, Gambar
from kinerja.workbook.ukuran import TINGGI_BAKU, row_height
from workbook_templates.penyusun import STATUS, read_teks
from workbook_templates.perjanjian_kinerja.bahan import Bahan, Tampak, to_kolom
from workbook_templates.perjanjian_kinerja.lembar.tanda_tangan import TITIK, drop_angka, list_isian, put_tanda_tangan
from workbook_templates.perjanjian_kinerja.lembar_kerja import TEKS, Bagian, Kata, LembarKerja, Pertanyaan
from workbook_templates.rumus import BELUM, OK, PERIKSA, copy, status

KATA = Kata("Pernyataan", "Halaman pernyataan yang ditandatangani; siap cetak.")
CEK_ISIAN = Pertanyaan(
    "Pernyataan: nama, pangkat, alamat, tempat, dan tanggal terisi",
    "Isi kolom kuning di sebelah kanan halaman pernyataan, sebagai teks; kolom Cek di sebelahnya menunjuk barisnya.",
)
CEK_NIP = Pertanyaan(
    "Pernyataan: NIP camat berisi tepat {digit} angka",
    "Ketik NIP sebagai teks: {digit} angka, dengan atau tanpa spasi, tanpa huruf dan tanpa tanda lain.",
)
LEBAR = (14, 3, 25, 14, 14, 14)
PANEL = 7
"""Column of the inputs, outside the print area."""
SELA = 10.0
"""Points between two paragraphs: what an empty line of their own cells leaves, in print."""
AWAL, BARIS_NIP, AKHIR = 2, 5, 8
"""Rows of the inputs: the first, that of the NIP, the last."""
_ISI = di_kolom(PANEL + 1)
_ALAMAT = "Alamat Kantor : " & copy("isian_alamat", TITIK)


def build_pernyataan(b: Tampak, bahan: Bahan) -> Bagian:
    """The statement: letterhead, parties, promises, date, signatures (pihak kedua left, pihak pertama right)."""
    pk = bahan.pk
    p = LembarKerja(b, KATA, (*LEBAR, 3, 30, 52, 12))
    _put_panel(p, bahan)
    p.check(CEK_ISIAN, AWAL, PANEL + 1, _check_isian(p.nama_lembar))
    p.check(CEK_NIP, BARIS_NIP, PANEL + 1, sel(BARIS_NIP, PANEL + 2, lembar=p.nama_lembar), digit=DIGIT_NIP)
    _put_kop(p, bahan)
    teks = read_teks(TEKS)["pernyataan"]
    p.put_teks(4, 0, b.nama_perjanjian, "judul_cetak", lebar=6)
    p.set_tinggi(4, 30)
    p.put_teks(6, 0, teks["pembuka"], "alinea", lebar=6)
    p.set_tinggi(7, SELA)
    r = _put_pihak(p, 8, "isian_camat_nama", pk.pihak_pertama.jabatan, teks["pertama"])
    r = _put_pihak(p, r, "isian_atasan_nama", pk.pihak_kedua.jabatan, teks["kedua"])
    # In one cell, for lines are estimated high: what is left over stands below, not between them.
    p.put_teks(r, 0, "\n\n".join((teks["janji_pertama"], teks["janji_kedua"])), "alinea", lebar=6)
    janji = r
    _, r = put_tanda_tangan(p, r + 2, (0, 3), (3, 3))
    p.keep(janji, r)  # never the signatures alone
    p.cetak = Cetak(bahan.kertas, area=(0, 0, r, 5))
    return p.finish_bagian(warna_tab="#1F3864")


@cache
def _check_isian(lembar: str) -> X:
    """The word of all fields but the NIP, which has a row of its own."""
    bagian = ((AWAL, BARIS_NIP - 1), (BARIS_NIP + 1, AKHIR))
    kolom = [rentang(a, PANEL + 2, z, PANEL + 2, lembar=lembar) for a, z in bagian]
    periksa, benar = (add_up(COUNTIF(w, kata) for w in kolom) for kata in (PERIKSA, OK))
    return status(periksa > 0, benar == AKHIR - AWAL)


@cache
def _check_baris(nip: bool) -> X:
    """The word of one field: a text that is more than blanks, of a NIP its digits."""
    angka, sah = SUBSTITUTE(_ISI, " ", ""), ISTEXT(_ISI)
    if nip:
        sah = AND(sah, LEN(angka) == DIGIT_NIP, drop_angka(angka) == "")
    return IF(TRIM(_ISI) == "", BELUM, IF(sah, OK, PERIKSA))


def _put_panel(p: LembarKerja, bahan: Bahan) -> None:
    """The texts that the page needs: known ones locked, unknown ones to be typed."""
    p.put_teks(0, PANEL, "Isian pernyataan (tidak dicetak)", "bagian")
    p.put_kembali(1, PANEL)
    p.color(AWAL, PANEL + 2, AKHIR, STATUS)
    for r, (isian, label, terbit) in enumerate(list_isian(bahan.pk), start=AWAL):
        p.put_teks(r, PANEL, label, "sel")
        p.put_rumus(r, PANEL + 2, _check_baris(r == BARIS_NIP), "hasil_tengah")
        p.put_blok(isian, (r, PANEL + 1), (1, 1), to_kolom([terbit]))


def _put_kop(p: LembarKerja, bahan: Bahan) -> None:
    awal = 1 if bahan.logo else 0
    p.put_teks(0, awal, f"PEMERINTAH {bahan.kop_kabkota}", "kop_1", lebar=6 - awal)
    p.put_teks(1, awal, bahan.kop_kecamatan, "kop_2", lebar=6 - awal)
    p.put_rumus(2, awal, _ALAMAT, "kop_3", lebar=6 - awal)
    if bahan.logo:
        p.put_teks(2, 0, None, "kop_garis")
        p.gambar.append(Gambar(0, 0, bahan.logo, 84, 84))
    for r, tinggi in enumerate((24, 28, 22)):
        p.set_tinggi(r, tinggi)


def _put_pihak(p: LembarKerja, r: int, isian: str, jabatan: str, sebutan: str) -> int:
    for geser, label in enumerate(("Nama", "Jabatan")):
        p.put_baris(r + geser, 0, (label, ":"), "alinea_kiri")
    p.put_rumus(r, 2, copy(isian, TITIK), "alinea_nama", lebar=4)
    sebaris = row_height(jabatan, LEBAR[2:], 10) == TINGGI_BAKU
    p.put_teks(r + 1, 2, jabatan, "alinea_susut" if sebaris else "alinea_kiri", lebar=4)
    p.put_teks(r + 2, 0, sebutan, "alinea_kiri", lebar=6)
    p.set_tinggi(r + 3, SELA)
    return r + 4
