"""Sheet Lampiran: the annex as signed - sasaran with targets, programmes with budgets and their sum."""

from __future__ import annotations

from typing import Any

from kinerja.alamat import a1
from kinerja.workbook.ekspresi import nama
from kinerja.workbook.fungsi import IF, ISNUMBER
from kinerja.workbook.layout import Cetak
from kinerja.workbook.ukuran import row_height
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import anggaran
from workbook_templates.perjanjian_kinerja.lembar.target import name_indikator, put_target
from workbook_templates.perjanjian_kinerja.lembar_kerja import KOP_KABKOTA, KOP_KECAMATAN, Bagian, Kata, LembarKerja
from workbook_templates.rumus import copy

KATA = Kata("Lampiran", "Sasaran, indikator, target, program, dan anggaran; siap cetak.")
_JUMLAH = IF(ISNUMBER(nama(anggaran.JUMLAH_PERJANJIAN)), nama(anggaran.JUMLAH_PERJANJIAN), "")
LEBAR = (5, 30, 18, 18, 6.5, 7.5)


def build_lampiran(b: Tampak, jumlah: Any) -> Bagian:
    """The annex; budgets and their sum follow the Anggaran sheet, unknown targets follow the Capaian sheet."""
    p = LembarKerja(b, KATA, (*LEBAR, 3, 24))
    p.put_teks(0, 0, b.nama_perjanjian, "judul_cetak", lebar=6)
    p.put_rumpang(1, 0, KOP_KECAMATAN, "judul_cetak", lebar=6)
    p.put_rumpang(2, 0, KOP_KABKOTA, "judul_cetak", lebar=6)
    for r in range(3):
        p.set_tinggi(r, 20)
    p.put_kembali(0, 7)
    r = _put_sasaran(p, b, 4)
    r = _put_program(p, b, r + 2, jumlah)
    satu = len(b.indikator) + len(b.program) <= 16
    p.cetak = Cetak(b.kertas, area=(0, 0, r, 5), satu_halaman=satu)
    return p.finish_bagian(warna_tab="#1F3864")


def _put_sasaran(p: LembarKerja, b: Tampak, r: int) -> int:
    p.put_bentang(r, 0, (("NO", 1), ("SASARAN", 1), ("INDIKATOR KINERJA", 2), ("TARGET", 2)), "kepala_cetak")
    p.set_tinggi(r, 22)
    r += 1
    nomor = 0
    for urut, sasaran in enumerate(b.sasaran, start=1):
        n = len(sasaran.indikator)
        p.put_teks(r, 0, urut, "cetak_tengah", tinggi=n)
        p.put_teks(r, 1, sasaran.uraian, "cetak", tinggi=n)
        perlu = row_height(sasaran.uraian, LEBAR[1:2])
        for geser, indikator in enumerate(sasaran.indikator):
            p.put_teks(r + geser, 2, name_indikator(indikator), "cetak", lebar=2)
            p.set_tinggi(r + geser, max(perlu / n, 32))
            put_target(p, b, (r + geser, 4), nomor)
            nomor += 1
        r += n
    return r - 1


def _put_program(p: LembarKerja, b: Tampak, r: int, jumlah: Any) -> int:
    p.put_bentang(r, 0, (("NO", 1), ("PROGRAM", 2), ("ANGGARAN (Rp)", 1), ("KETERANGAN", 2)), "kepala_cetak")
    p.set_tinggi(r, 22)
    n = len(b.program)
    isi = anggaran.list_anggaran(b)
    for geser, x in enumerate(b.program):
        baris = r + 1 + geser
        tempat = f"{anggaran.KATA.nama}!{a1(anggaran.AWAL + geser, anggaran.PERJANJIAN, mutlak=True)}"
        p.tell(tempat, isi[geser][0])
        p.put_teks(baris, 0, geser + 1, "cetak_tengah")
        p.put_teks(baris, 1, x.nama, "cetak", lebar=2)
        p.put_rumus(baris, 3, copy(tempat), "cetak_rupiah")
        p.put_teks(baris, 4, x.keterangan or "-", "cetak_tengah", lebar=2)
        p.set_tinggi(baris, 32)
    akhir = r + 1 + n
    p.tell(anggaran.JUMLAH_PERJANJIAN, jumlah)
    p.put_teks(akhir, 0, "JUMLAH", "cetak_tebal", lebar=3)
    p.put_rumus(akhir, 3, _JUMLAH, "cetak_jumlah")
    p.put_teks(akhir, 4, None, "cetak_tengah", lebar=2)
    p.set_tinggi(akhir, 20)
    return akhir
