"""Sheet Ringkasan: what agrees and what does not, that no rupiah is lost, findings by code, and a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kinerja.alamat import quote_sheet, range_of
from kinerja.anggaran.sumber import SEBUTAN
from kinerja.rumus_sel import to_sen
from kinerja.workbook.ekspresi import luar, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, COUNTIF, IF, SUM, SUMIF
from kinerja.workbook.layout import Cetak, Grafik, Lembar, Seri
from workbook_templates.penyusun import STATUS, Penyusun, read_teks
from workbook_templates.rekonsiliasi.bersama import (
    AWAL,
    JUDUL_UANG,
    KERTAS,
    PER_TINGKAT,
    RINGKASAN,
    TEKS,
    TEMUAN,
    Bahan,
    jadi,
    show_sen,
    uang,
)
from workbook_templates.rekonsiliasi.pasangan import Daftar
from workbook_templates.rekonsiliasi.temuan import LembarTemuan
from workbook_templates.rekonsiliasi.tingkat import KOLOM_KODE, KOLOM_UANG, Rekap
from workbook_templates.rumus import OK, PERIKSA, beda

MAKS_GRAFIK = 12
"""Programmes that a chart can show legibly."""
_WARNA = {"perjanjian": "#1F3864", "dpa": "#8FAADC", "realisasi": "#A9D18E"}
_NAMA = {"perjanjian": "Perjanjian", "dpa": "DPA", "realisasi": "Realisasi"}


def build_ringkasan(
    k: Bahan, daftar: Sequence[Daftar], rekap: Rekap, temuan: LembarTemuan
) -> tuple[Lembar, list[tuple[str, str]]]:
    """The first sheet and its defined names."""
    uang_ = max(22.0, k.lebar_uang)
    lebar = (24, 12, uang_, uang_, uang_, 14, 52)
    p = k.start(RINGKASAN, lebar, Cetak(KERTAS, True, satu_halaman=True))
    pilihan = [f"{SEBUTAN[s.peran]}: {b.pilihan}" for s in k.hasil.sumber.values() for b in s.bagian if b.pilihan]
    p.put_teks(2, 0, "; ".join(pilihan[:3]) or None, "catatan")
    r = _put_kelompok(p, daftar)
    r = _put_bukti(p, k, r, r + 2)
    r = _put_temuan(p, k, r + 2, temuan)
    p.grafik.append(_make_grafik(k, rekap, r + 2))
    return p.finish(warna_tab="#1F3864"), p.nama


def _put_kelompok(p: Penyusun, daftar: Sequence[Daftar]) -> int:
    """One row a group, all from the sheets; returns the row of the total."""
    p.put_teks(3, 0, "Hasil perbandingan", "bagian")
    p.put_kepala(
        4, 0, ("Kelompok", "Baris", JUDUL_UANG["perjanjian"], JUDUL_UANG["dpa"], "Selisih (Rp)", "Buka", "Arti")
    )
    for r, d in enumerate(daftar, start=5):
        lembar = d.lembar.nama
        p.put_teks(r, 0, lembar, "sel")
        # Every written row has a number in column A; rows that are beyond the sheet are known only here.
        lebih = d.baris - (d.akhir - AWAL) if d.sisa else 0
        banyak = COUNT(rentang(AWAL, 0, d.akhir, 0, mutlak=True, lembar=lembar))
        p.put_rumus(r, 1, luar((banyak + lebih if lebih else banyak).rumus, d.baris), "hasil_angka")
        for c, s in ((2, "perjanjian"), (3, "dpa")):
            if s in d.kolom:
                jumlah = sel(AWAL - 2, d.kolom[s], mutlak=True, lembar=lembar)
                p.put_rumus(r, c, jadi(jumlah, d.sen[s]), "hasil_rupiah")
            else:
                p.put_teks(r, c, None, "hasil_rupiah")
        p.put_rumus(r, 4, beda(sel(r, 2), sel(r, 3)), "hasil_rupiah")
        p.put_tautan(r, 5, "Buka lembar", f"{quote_sheet(lembar)}!A1", "sel_tautan")
        p.put_teks(r, 6, read_teks(TEKS)[lembar]["catatan"], "sel_lipat")
    r = 5 + len(daftar)
    p.put_teks(r, 0, "Jumlah", "hasil_teks")
    p.put_rumus(r, 1, SUM(rentang(5, 1, r - 1, 1)), "hasil_angka")
    for c, s in ((2, "perjanjian"), (3, "dpa")):
        jumlah = to_sen(SUM(rentang(5, c, r - 1, c)))
        p.put_rumus(r, c, jumlah, "hasil_rupiah", nama=f"hasil_rekon_{s}")
    p.put_rumus(r, 4, beda(sel(r, 2), sel(r, 3)), "hasil_rupiah", nama="hasil_rekon_selisih")
    p.put_baris(r, 5, (None, None), "hasil_teks")
    for c in (2, 3, 4):
        show_sen(p, 5, c, r, c)
    return r


_BARIS_BUKTI = (
    ("Terbaca dari sel berkas", "terbaca"),
    ("Dibandingkan (baris terbawah)", "daun"),
    ("Induk baris lain", "induk"),
    ("Baris jumlah", "jumlah"),
    ("Disebut, tidak dibandingkan", "disebut"),
)
"""What the proof tells of a source, row by row; the first is counted apart from all the others."""


def _put_bukti(p: Penyusun, k: Bahan, jumlah: int, r: int) -> int:
    """The proof: where every amount of each source went; returns the row of its verdict.

    Args:
        jumlah: the row with the totals of the groups, which the rows compared must come to.
    """
    p.put_teks(r, 0, "Bukti pembacaan", "bagian")
    p.put_kepala(r + 1, 0, ("Jumlah di berkas", *(t for s in k.peran for t in (f"{_NAMA[s]}: baris", JUDUL_UANG[s]))))
    awal = r + 2
    for n, (sebutan, _) in enumerate(_BARIS_BUKTI, start=awal):
        p.put_teks(n, 0, sebutan, "sel_lipat")
    salah = awal + len(_BARIS_BUKTI)
    p.put_teks(salah, 0, "Jumlah yang tidak cocok", "sel_lipat")
    p.put_teks(salah + 1, 0, "Rupiah dalam perbandingan", "sel_lipat")
    syarat = []
    for c, peran in enumerate(k.peran):
        bukti, kolom = k.hasil.sumber[peran].bukti, 1 + 2 * c
        for n, (_, kunci) in enumerate(_BARIS_BUKTI, start=awal):
            banyak, sen = getattr(bukti, kunci)
            p.put_teks(n, kolom, banyak, "sel_angka")
            p.put_teks(n, kolom + 1, uang(sen), "sel_rupiah")
        p.put_teks(salah, kolom, bukti.salah, "sel_angka")
        p.put_teks(salah, kolom + 1, None, "sel_rupiah")
        p.put_teks(salah + 1, kolom, k.hasil.sumber[peran].baris, "sel_angka")
        p.put_teks(salah + 1, kolom + 1, uang(bukti.dibandingkan), "sel_rupiah")
        baris = SUM(rentang(awal + 1, kolom, salah - 1, kolom)) == sel(awal, kolom)
        rupiah = to_sen(SUM(rentang(awal + 1, kolom + 1, salah - 1, kolom + 1))) == to_sen(sel(awal, kolom + 1))
        sama = to_sen(sel(awal + 1, kolom + 1)) == to_sen(sel(salah + 1, kolom + 1))
        syarat += [baris, rupiah, sama, sel(awal + 1, kolom) > 0, sel(salah, kolom) == 0]
        if peran in _KOLOM_KELOMPOK:
            syarat.append(to_sen(sel(awal + 1, kolom + 1)) == sel(jumlah, _KOLOM_KELOMPOK[peran]))
        show_sen(p, awal, kolom + 1, salah + 1, kolom + 1)
    akhir = salah + 2
    p.put_teks(akhir, 0, "Kesimpulan", "hasil_teks")
    p.put_rumus(akhir, 1, IF(AND(*syarat), OK, PERIKSA), "hasil_tengah", nama="hasil_rekon_kendali")
    kalimat = IF(sel(akhir, 1) == OK, _UTUH, _BELUM)
    p.put_rumus(akhir, 2, kalimat, "hasil_teks", lebar=5)
    p.color(akhir, 1, akhir, STATUS)
    return akhir


_KOLOM_KELOMPOK = {"perjanjian": 2, "dpa": 3}
_UTUH = "Tidak ada rupiah yang hilang atau terhitung dua kali."
_BELUM = "Pembacaan belum terbukti: ada jumlah yang tidak cocok. Lihat temuan."


def _put_temuan(p: Penyusun, k: Bahan, r: int, temuan: LembarTemuan) -> int:
    """Findings by code, and how many of them are explained; returns the last row."""
    p.put_teks(r, 0, "Temuan", "bagian")
    if k.lanjutan is not None:
        p.put_teks(r, 2, k.lanjutan.describe(), "catatan")
    kepala = (("Kode", 1), ("Banyaknya", 1), ("Dijelaskan", 1), ("Arti", 2), ("Buka", 1), ("Yang perlu dilakukan", 1))
    p.put_bentang(r + 1, 0, kepala, "kepala")
    banyak = Counter(t.kode for t in k.hasil.temuan)
    lebih = Counter(t.kode for t in k.hasil.temuan[k.maks_baris :])
    dijelaskan = Counter(t.kode for t in k.hasil.temuan[: k.maks_baris] if t.penjelasan)
    milik, jelas = (
        rentang(AWAL, c, temuan.akhir, c, mutlak=True, lembar=temuan.lembar.nama) for c in (0, temuan.dijelaskan)
    )
    awal = r = r + 2
    for kode in sorted(banyak):
        p.put_teks(r, 0, kode, "sel")
        tertulis = COUNTIF(milik, sel(r, 0))
        semua = tertulis + lebih[kode] if lebih[kode] else tertulis
        p.put_rumus(r, 1, luar(semua.rumus, banyak[kode]), "hasil_angka")
        p.put_rumus(r, 2, luar(SUMIF(milik, sel(r, 0), jelas).rumus, dijelaskan[kode]), "hasil_angka")
        p.put_teks(r, 3, k.hasil.jenis[kode].arti, "sel_lipat", lebar=2)
        p.put_tautan(r, 5, "Buka lembar", f"{TEMUAN}!A1", "sel_tautan")
        p.put_teks(r, 6, k.hasil.jenis[kode].saran, "sel_lipat")
        r += 1
    if banyak:
        p.put_teks(r, 0, "Jumlah", "hasil_teks")
        for c in (1, 2):
            p.put_rumus(r, c, SUM(rentang(awal, c, r - 1, c)), "hasil_angka")
        p.put_bentang(r, 3, ((None, 2), (None, 1), (None, 1)), "hasil_teks")
    else:
        p.put_teks(r, 0, "Tidak ada temuan.", "sel", lebar=7)
    return r


def _make_grafik(k: Bahan, rekap: Rekap, r: int) -> Grafik:
    """Programmes side by side; where there are too many, the groups."""
    awal, akhir = rekap.program
    if akhir - awal < MAKS_GRAFIK:
        kolom = {"perjanjian": KOLOM_UANG, "dpa": KOLOM_UANG + 1, "realisasi": KOLOM_UANG + 3}
        lembar, label, atas, bawah = PER_TINGKAT, KOLOM_KODE, awal, akhir
        judul = "Perjanjian dan DPA per program (rupiah)"
    else:
        kolom = {"perjanjian": 2, "dpa": 3}
        lembar, label, atas, bawah = RINGKASAN, 0, 5, 8
        judul = "Perjanjian dan DPA per kelompok (rupiah)"
    seri = [
        Seri(_NAMA[s], range_of(lembar, label, atas, bawah), range_of(lembar, kolom[s], atas, bawah), _WARNA[s])
        for s in SEBUTAN
        if s in k.peran and s in kolom
    ]
    return Grafik(r, 0, judul, tuple(seri), "bar", 900, 110 + (bawah - atas + 1) * 24 * len(seri))
