"""Sheet SAKIP: scores of the sub-components, component totals, score, predikat."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.alamat import a1
from kinerja.peraturan import Komponen, Subkomponen, get_tabel
from kinerja.rumus_sel import nilai_sakip, pick_jenjang
from kinerja.workbook.ekspresi import X, di_kolom, nama, rentang
from kinerja.workbook.fungsi import AND, COUNTIF, IF, ISNUMBER, SUM
from kinerja.workbook.layout import Aturan
from workbook_templates.penyusun import STATUS, Penyusun
from workbook_templates.perjanjian_kinerja.bahan import Tampak, Terukur
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    TANPA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    Pertanyaan,
    Realisasi,
    start_lembar,
)
from workbook_templates.rumus import OK, PERIKSA, status

KATA = Kata(
    "SAKIP",
    "Nilai subkomponen, nilai SAKIP, predikat.",
    "SAKIP – Akuntabilitas Kinerja",
    "Ketik nilai setiap subkomponen menurut Lembar Kerja Evaluasi, dari 0 sampai bobotnya. Nilai SAKIP muncul "
    "setelah semua nilai terisi.",
)
CEK_NILAI = Pertanyaan(
    "SAKIP: {banyak} nilai terisi, masing-masing 0 sampai bobotnya",
    "Ketik angka yang tidak melebihi bobot subkomponennya.",
)
AWAL, BOBOT, NILAI, CEK = 6, 3, 4, 5
UTUH = "Seluruh komponen"
"""Stands for the parts of a component where the regulation has none (12/2015)."""
_ATURAN = Aturan("desimal", "Nilai", "Ketik nilai dari 0 sampai bobotnya, misalnya 4,5.", 0, atas_sel=a1(AWAL, BOBOT))
ISIAN = Isian("isian_sakip_subkomponen", _ATURAN, "isian_desimal")


def build_sakip(b: Tampak, milik: Sequence[Terukur]) -> Bagian:
    """The SAKIP sheet: `isian_sakip_subkomponen` (a score for each part) and the `hasil_sakip_…` names."""
    komponen = b.bobot_sakip
    baris_ = [(x, s) for x in komponen for s in _list_bagian(x)]
    p = start_lembar(b, KATA, (5, 42, 34, 10, 14, 12), mendatar=False)
    p.put_kepala(AWAL - 1, 0, ("No", "Komponen", "Subkomponen", "Bobot", "Nilai (diisi)", "Cek"))
    for r, (x, s) in enumerate(baris_, start=AWAL):
        isi = (r - AWAL + 1, x.nama, s.nama, float(s.bobot))
        p.put_baris(r, 0, isi, ("sel_tengah", "sel_lipat", "sel_lipat", "sel_umum"))
        p.put_rumus(r, CEK, _CEK, "hasil_tengah")
    akhir = AWAL + len(baris_) - 1
    p.put_blok(ISIAN, (AWAL, NILAI), (len(baris_), 1))
    p.color(AWAL, CEK, akhir, STATUS)
    _put_komponen(p, akhir + 3, komponen)
    _put_nilai(p, b, akhir + 5 + len(komponen), COUNTIF(rentang(AWAL, CEK, akhir, CEK), OK) == len(baris_))
    w = rentang(AWAL, CEK, akhir, CEK, lembar=KATA.nama)
    hasil = status(COUNTIF(w, PERIKSA) > 0, COUNTIF(w, OK) == len(baris_))
    p.check(CEK_NILAI, AWAL, NILAI, hasil, banyak=len(baris_))
    p.realisasi[milik[0].nomor] = Realisasi(TANPA_TRIWULAN, p.refer("hasil_sakip_nilai"))
    return p.finish_bagian(beku=(AWAL, 0), warna_tab="#BF8F00")


def _list_bagian(x: Komponen) -> tuple[Subkomponen, ...]:
    return x.subkomponen or (Subkomponen(UTUH, x.bobot),)


def _check(nilai: X, bobot: X) -> X:
    """Whether a score lies within its weight."""
    sah = IF(AND(nilai >= 0, nilai <= bobot), OK, PERIKSA)
    return IF(nilai == "", "", IF(ISNUMBER(nilai), sah, PERIKSA))


_CEK = _check(di_kolom(NILAI), di_kolom(BOBOT))


def _put_komponen(p: Penyusun, kepala: int, komponen: Sequence[Komponen]) -> None:
    p.put_kepala(kepala - 1, 1, ("Nilai per komponen", "", "Bobot", "Nilai"))
    atas = AWAL
    for r, x in enumerate(komponen, start=kepala):
        n = len(_list_bagian(x))
        nilai, cek = (rentang(atas, c, atas + n - 1, c) for c in (NILAI, CEK))
        p.put_baris(r, 1, (x.nama, None, float(x.bobot)), ("sel", "sel", "sel_umum"))
        p.put_rumus(r, NILAI, IF(COUNTIF(cek, OK) == n, SUM(nilai), ""), "hasil_desimal")
        atas += n


def _put_nilai(p: Penyusun, b: Tampak, r: int, lengkap: X) -> None:
    tabel = get_tabel("sakip_predikat", pada=b.pada)
    nilai = nama("hasil_sakip_nilai")
    predikat, sebutan = (IF(ISNUMBER(nilai), pick_jenjang(nilai, tabel, x), "") for x in ("kode", "sebutan"))
    jumlah = IF(lengkap, nilai_sakip(SUM(nama(ISIAN.nama)), b.pada), "")
    p.put_berlabel((r, 1), "Nilai SAKIP", jumlah, "hasil_desimal", nama="hasil_sakip_nilai")
    p.put_berlabel((r + 1, 1), "Predikat", predikat, "hasil_teks", nama="hasil_sakip_predikat")
    p.put_berlabel((r + 2, 1), "Interpretasi", sebutan, "hasil_teks", nama="hasil_sakip_interpretasi")
