"""Sheet Lampiran: the annex as signed - sasaran with targets, programmes with budgets and their sum."""

from __future__ import annotations

from typing import Any

from kinerja.workbook.ekspresi import nama
from kinerja.workbook.fungsi import IF, ISNUMBER
from kinerja.workbook.layout import Cetak
from kinerja.workbook.ukuran import row_height
from workbook_templates.perjanjian_kinerja import anggaran
from workbook_templates.perjanjian_kinerja.konteks import Bagian, Konteks, LembarKerja
from workbook_templates.perjanjian_kinerja.target import name_indikator, susun_target
from workbook_templates.rumus import salin

_JUMLAH = IF(ISNUMBER(nama("hasil_anggaran_perjanjian")), nama("hasil_anggaran_perjanjian"), "")
LEBAR = (5, 30, 18, 18, 6.5, 7.5)


def build_lampiran(k: Konteks, jumlah: Any) -> Bagian:
    """The annex; budgets and their sum follow the Anggaran sheet, unknown targets follow the Capaian sheet."""
    p = LembarKerja(k, "Lampiran", (*LEBAR, 3, 24), Cetak(k.kertas))
    for r, teks in enumerate((k.nama_perjanjian, None, None)):
        p.teks(r, 0, teks, "judul_cetak", lebar=6)
        p.tinggi(r, 20)
    p.kembali(0, 7)
    r = _susun_sasaran(p, k, 4)
    r = _susun_program(p, k, r + 2, jumlah)
    satu = len(k.pk.indikator) + len(k.pk.program) <= 16
    p.cetak = Cetak(k.kertas, area=(0, 0, r, 5), satu_halaman=satu)
    return p.bagian(warna_tab="#1F3864", label=((1, "kop_kecamatan"), (2, "kop_kabkota")))


def _susun_sasaran(p: LembarKerja, k: Konteks, r: int) -> int:
    p.bentang(r, 0, (("NO", 1), ("SASARAN", 1), ("INDIKATOR KINERJA", 2), ("TARGET", 2)), "kepala_cetak")
    p.tinggi(r, 22)
    r += 1
    nomor, target = 0, k.matriks("isian_target", len(k.pk.indikator))
    for urut, sasaran in enumerate(k.pk.sasaran, start=1):
        n = len(sasaran.indikator)
        p.teks(r, 0, urut, "cetak_tengah", tinggi=n)
        p.teks(r, 1, sasaran.uraian, "cetak", tinggi=n)
        perlu = row_height(sasaran.uraian, LEBAR[1:2])
        for geser, indikator in enumerate(sasaran.indikator):
            p.teks(r + geser, 2, name_indikator(indikator), "cetak", lebar=2)
            p.tinggi(r + geser, max(perlu / n, 32))
            susun_target(p, k, r + geser, 4, nomor, indikator, target[nomor][0])
            nomor += 1
        r += n
    return r - 1


def _susun_program(p: LembarKerja, k: Konteks, r: int, jumlah: Any) -> int:
    p.bentang(r, 0, (("NO", 1), ("PROGRAM", 2), ("ANGGARAN (Rp)", 1), ("KETERANGAN", 2)), "kepala_cetak")
    p.tinggi(r, 22)
    n = len(k.pk.program)
    isi = k.matriks("isian_anggaran_perjanjian", n)
    for geser, x in enumerate(k.pk.program):
        baris = r + 1 + geser
        acuan = f"Anggaran!$D${anggaran.AWAL + geser + 1}"
        p.kenalkan(acuan, isi[geser][0])
        p.teks(baris, 0, geser + 1, "cetak_tengah")
        p.teks(baris, 1, x.nama, "cetak", lebar=2)
        p.rumus(baris, 3, salin(acuan), "cetak_rupiah")
        p.teks(baris, 4, x.keterangan or "-", "cetak_tengah", lebar=2)
        p.tinggi(baris, 32)
    akhir = r + 1 + n
    p.kenalkan("hasil_anggaran_perjanjian", jumlah)
    p.teks(akhir, 0, "JUMLAH", "cetak_tebal", lebar=3)
    p.rumus(akhir, 3, _JUMLAH, "cetak_jumlah")
    p.teks(akhir, 4, None, "cetak_tengah", lebar=2)
    p.tinggi(akhir, 20)
    return akhir
