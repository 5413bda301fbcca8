"""Sheet SAKIP: a letter or a score for each sub-component, the score, its predikat, the next one; last year beside."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.alamat import a1
from kinerja.bilangan import write_angka
from kinerja.peraturan import Komponen, Subkomponen, TabelJenjang, get_parameter, get_tabel, list_berlaku
from kinerja.rumus_sel import naik_jenjang, nilai_huruf, nilai_sakip, pick_jenjang
from kinerja.workbook.ekspresi import X, di_kolom, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, COUNTIF, IF, ISNUMBER, ROUND, SUM
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import STATUS
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    TANPA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import OK, PERIKSA, is_di_antara, status

KATA = Kata(
    "SAKIP",
    "Predikat atau nilai subkomponen, nilai SAKIP, predikat.",
    "SAKIP – Akuntabilitas Kinerja",
    "{cara} menurut Lembar Kerja Evaluasi, dari 0 sampai bobotnya.",
)
CARA_HURUF = "Pilih predikat (huruf) setiap subkomponen dari daftar, atau ketik nilainya"
CARA_NILAI = "Ketik nilai setiap baris"
CATATAN_HURUF = "Isi salah satu saja; bila huruf dan nilai sama-sama diisi, keduanya harus cocok."
CATATAN = "Nilai SAKIP muncul setelah semua baris terisi. Nilai tahun lalu boleh dikosongkan."
CEK_NILAI = Pertanyaan(
    "SAKIP: {banyak} nilai terisi, {cara} 0 sampai bobotnya",
    "Pada baris PERIKSA: nilai (juga tahun lalu) dari 0 sampai bobotnya; huruf dari daftar, dan cocok dengan nilainya "
    "bila keduanya diisi.",
    boleh_kosong=True,
)
AWAL, BOBOT, HURUF, NILAI, DIPAKAI, CEK, LALU, SELISIH = 6, 3, 4, 5, 6, 7, 8, 9
LEBAR = (10, 34, 22, 9, 13, 13, 13, 12, 13, 12)
KEPALA = ("No", "Komponen", "Subkomponen", "Bobot", "Predikat (dipilih)", "Nilai (diketik)", "Nilai dipakai", "Cek",
          "Nilai tahun lalu (diketik)", "Selisih")  # fmt: skip
UTUH = "Seluruh komponen"
"""Stands for the parts of a component where the regulation has none (12/2015)."""
TERTINGGI = "sudah predikat tertinggi"
_ATURAN = Aturan("desimal", "Nilai", "Ketik nilai dari 0 sampai bobotnya, {atas}.")
# In the format General: LibreOffice takes TRUE for 1 in cells of any other (see ISLOGICAL).
ISIAN = Isian("isian_sakip_subkomponen", _ATURAN, "isian_umum")
ISIAN_LALU = Isian("isian_sakip_lalu", _ATURAN, "isian_umum")


def build_sakip(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    """The SAKIP sheet: a letter (`isian_sakip_predikat`) or a score (`isian_sakip_subkomponen`) for each part, last
    year's score (`isian_sakip_lalu`), and the `hasil_sakip_…` names.
    """
    komponen = b.bobot_sakip
    baris = [(x, s) for x in komponen for s in _list_bagian(x)]
    akhir = AWAL + len(baris) - 1
    kriteria = get_tabel("sakip_kriteria", pada=b.pada) if list_berlaku(pada=b.pada)["sakip_kriteria"] else None
    p = start_lembar(b, KATA.fill(cara=CARA_HURUF if kriteria else CARA_NILAI), LEBAR, milik=milik[0])
    p.put_teks(4, 0, f"{CATATAN_HURUF} {CATATAN}" if kriteria else CATATAN, "catatan")
    p.put_kepala(AWAL - 1, 0, KEPALA)
    arti = _put_kriteria(p, kriteria, akhir, akhir + len(komponen) + 14) if kriteria else []
    rumus = _make_rumus(b, arti)
    for r, (x, s) in enumerate(baris, start=AWAL):
        isi = (r - AWAL + 1, x.nama, s.nama, float(s.bobot), *([] if kriteria else [None]))
        p.put_baris(r, 0, isi, ("sel_tengah", "sel_lipat", "sel_lipat", "sel_umum", "sel"))
        for kolom, satu in rumus.items():
            p.put_rumus(r, kolom, satu, "hasil_tengah" if kolom == CEK else "hasil_desimal")
    for isian, kolom in ((ISIAN, NILAI), (ISIAN_LALU, LALU)):
        p.put_blok(isian, (AWAL, kolom), (len(baris), 1), batas=[float(s.bobot) for _, s in baris])
    for kolom in (CEK, SELISIH):
        p.color(AWAL, kolom, akhir, STATUS)
    _put_komponen(p, akhir + 3, komponen)
    _put_nilai(p, b, akhir, akhir + len(komponen) + 5)
    cek, selisih = (rentang(AWAL, c, akhir, c, lembar=p.nama_lembar) for c in (CEK, SELISIH))
    hasil = status(COUNTIF(cek, PERIKSA) + COUNTIF(selisih, PERIKSA) > 0, COUNTIF(cek, OK) == len(baris))
    cara = "dari predikat atau" if kriteria else "masing-masing"
    p.check(CEK_NILAI, AWAL, HURUF if kriteria else NILAI, hasil, banyak=len(baris), cara=cara)
    p.realisasi[milik[0].nomor] = Realisasi(TANPA_TRIWULAN, p.refer("hasil_sakip_nilai"))
    return p.finish_bagian(beku=(AWAL, 0), warna_tab="#BF8F00")


def _list_bagian(x: Komponen) -> tuple[Subkomponen, ...]:
    return x.subkomponen or (Subkomponen(UTUH, x.bobot),)


def _put_kriteria(p: LembarKerja, tabel: TabelJenjang, akhir: int, r: int) -> list[tuple[X, X]]:
    """What the letters mean, and the block in which one of them is chosen; gives the cells of each and its value."""
    p.put_teks(r, 0, "Arti predikat subkomponen", "bagian")
    p.keep(r, r + len(tabel.jenjang) + 2)
    p.put_bentang(r + 1, 0, (("Predikat", 1), ("Artinya", 2), ("Nilai", 1)), "kepala")
    awal = r + 2
    for nomor, j in enumerate(tabel.jenjang, start=awal):
        p.put_teks(nomor, 0, j.kode, "sel_tengah")
        p.put_teks(nomor, 1, j.sebutan, "sel_lipat", lebar=2)
        p.put_teks(nomor, BOBOT, float(j.bawah), "sel_umum")
    tutup = awal + len(tabel.jenjang)
    kata = f"Nilai subkomponen = nilai predikat / {write_angka(tabel.rentang[1])} × bobot. Menurut {tabel.dasar}."
    p.put_teks(tutup, 0, kata, "catatan")
    daftar = ", ".join(f"{j.kode} ({write_angka(j.bawah)})" for j in tabel.jenjang)
    sumber = f"{a1(awal, 0, mutlak=True)}:{a1(tutup - 1, 0, mutlak=True)}"
    petunjuk = f"Pilih salah satu: {daftar}. Kosongkan bila nilainya yang diketik."
    isian = Isian("isian_sakip_predikat", Aturan("pilihan", "Predikat", petunjuk, pilihan_dari=sumber), "isian_tengah")
    p.put_blok(isian, (AWAL, HURUF), (akhir - AWAL + 1, 1))
    return [(sel(n, 0, mutlak=True), sel(n, BOBOT, mutlak=True)) for n in range(awal, tutup)]


def _make_rumus(b: Tampak, arti: Sequence[tuple[X, X]]) -> dict[int, X]:
    """By column: the score that counts (blank where the row is wrong), the check, the difference to last year's."""
    bobot, huruf, nilai, dipakai, lalu = map(di_kolom, (BOBOT, HURUF, NILAI, DIPAKAI, LALU))
    desimal = get_parameter("sakip_bobot", pada=b.pada).bilangan("desimal")
    dari_huruf, bulat = nilai_huruf(huruf, bobot, arti, b.pada), ROUND(nilai, desimal)
    diketik = IF(huruf == "", nilai, IF(bulat == dari_huruf, bulat, ""))
    beda = IF(ISNUMBER(dipakai), ROUND(ROUND(dipakai, desimal) - ROUND(lalu, desimal), desimal), "")
    return {
        DIPAKAI: IF(nilai == "", dari_huruf, IF(is_di_antara(nilai, 0, bobot), diketik, "")),
        CEK: IF(AND(huruf == "", nilai == ""), "", IF(ISNUMBER(dipakai), OK, PERIKSA)),
        SELISIH: IF(lalu == "", "", IF(is_di_antara(lalu, 0, bobot), beda, PERIKSA)),
    }


def _put_komponen(p: LembarKerja, kepala: int, komponen: Sequence[Komponen]) -> None:
    p.put_kepala(kepala - 1, 1, ("Nilai per komponen", "", "Bobot", "Nilai"))
    atas = AWAL
    for r, x in enumerate(komponen, start=kepala):
        n = len(_list_bagian(x))
        nilai, cek = (rentang(atas, c, atas + n - 1, c) for c in (DIPAKAI, CEK))
        p.put_baris(r, 1, (x.nama, None, float(x.bobot)), ("sel", "sel", "sel_umum"))
        p.put_rumus(r, HURUF, IF(COUNTIF(cek, OK) == n, SUM(nilai), ""), "hasil_desimal")
        atas += n


def _put_nilai(p: LembarKerja, b: Tampak, akhir: int, r: int) -> None:
    """The score of this year and of the last, each only when all of it is there; what this one lacks to be better."""
    tabel, n = get_tabel("sakip_predikat", pada=b.pada), akhir - AWAL + 1
    dipakai, cek, lalu, selisih = (rentang(AWAL, c, akhir, c) for c in (DIPAKAI, CEK, LALU, SELISIH))
    nilai, kurang, nilai_lalu = (sel(r + x, 2) for x in (0, 3, 4))
    desimal = get_parameter("sakip_bobot", pada=b.pada).bilangan("desimal")
    jarak, menuju = naik_jenjang(nilai, tabel, desimal)

    jumlah = IF(COUNTIF(cek, OK) == n, nilai_sakip(SUM(dipakai), b.pada), "")
    jumlah_lalu = IF(AND(COUNT(lalu) == n, COUNTIF(selisih, PERIKSA) == 0), nilai_sakip(SUM(lalu), b.pada), "")
    kedua = AND(ISNUMBER(nilai), ISNUMBER(nilai_lalu))
    isi = (
        ("Nilai SAKIP", jumlah, "desimal", "nilai"),
        ("Predikat", _show(nilai, pick_jenjang(nilai, tabel)), "teks", "predikat"),
        ("Interpretasi", _show(nilai, pick_jenjang(nilai, tabel, "sebutan")), "teks", "interpretasi"),
        ("Nilai yang masih kurang", _show(nilai, jarak), "desimal", "kurang"),
        ("Nilai SAKIP tahun lalu", jumlah_lalu, "desimal", "lalu"),
        ("Predikat tahun lalu", _show(nilai_lalu, pick_jenjang(nilai_lalu, tabel)), "teks", "lalu_predikat"),
        ("Selisih dari tahun lalu", IF(kedua, ROUND(nilai - nilai_lalu, desimal), ""), "desimal", "selisih"),
    )
    for nomor, (label, rumus, gaya, nama) in enumerate(isi, start=r):
        p.put_berlabel((nomor, 1), label, rumus, f"hasil_{gaya}", nama=f"hasil_sakip_{nama}")
    p.put_rumus(r + 3, 3, _show(nilai, IF(kurang == "", TERTINGGI, "menuju " & menuju)), "hasil_teks", lebar=3)


def _show(nilai: X, apa: X) -> X:
    return IF(ISNUMBER(nilai), apa, "")
