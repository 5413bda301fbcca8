"""Sheet Lampiran: the annex as signed - sasaran with targets, programmes with budgets and their sum."""

from __future__ import annotations

from typing import Any

from kinerja.workbook.ekspresi import nama
from kinerja.workbook.fungsi import IF, ISNUMBER
from kinerja.workbook.layout import Cetak
from kinerja.workbook.ukuran import row_height
from workbook_templates.perjanjian_kinerja import anggaran
from workbook_templates.perjanjian_kinerja.konteks import Bagian, Konteks, LembarKerja
from workbook_templates.perjanjian_kinerja.target import name_indikator, put_target
from workbook_templates.rumus import copy

_JUMLAH = IF(ISNUMBER(nama("hasil_anggaran_perjanjian")), nama("hasil_anggaran_perjanjian"), "")
LEBAR = (5, 30, 18, 18, 6.5, 7.5)


def build_lampiran(k: Konteks, jumlah: Any) -> Bagian:
    """The annex; budgets and their sum follow the Anggaran sheet, unknown targets follow the Capaian sheet."""
    p = LembarKerja(k, "Lampiran", (*LEBAR, 3, 24), Cetak(k.kertas))
    for r, teks in enumerate((k.nama_perjanjian, None, None)):
        p.put_teks(r, 0, teks, "judul_cetak", lebar=6)
        p.set_tinggi(r, 20)
    p.put_kembali(0, 7)
    r = _put_sasaran(p, k, 4)
    r = _put_program(p, k, r + 2, jumlah)
    satu = len(k.pk.indikator) + len(k.pk.program) <= 16
    p.cetak = Cetak(k.kertas, area=(0, 0, r, 5), satu_halaman=satu)
    return p.finish_bagian(warna_tab="#1F3864", label=((1, "kop_kecamatan"), (2, "kop_kabkota")))


def _put_sasaran(p: LembarKerja, k: Konteks, r: int) -> int:
    p.put_bentang(r, 0, (("NO", 1), ("SASARAN", 1), ("INDIKATOR KINERJA", 2), ("TARGET", 2)), "kepala_cetak")
    p.set_tinggi(r, 22)
    r += 1
    nomor, target = 0, k.matriks("isian_target", len(k.pk.indikator))
    for urut, sasaran in enumerate(k.pk.sasaran, start=1):
        n = len(sasaran.indikator)
        p.put_teks(r, 0, urut, "cetak_tengah", tinggi=n)
        p.put_teks(r, 1, sasaran.uraian, "cetak", tinggi=n)
        perlu = row_height(sasaran.uraian, LEBAR[1:2])
        for geser, indikator in enumerate(sasaran.indikator):
            p.put_teks(r + geser, 2, name_indikator(indikator), "cetak", lebar=2)
            p.set_tinggi(r + geser, max(perlu / n, 32))
            put_target(p, k, r + geser, 4, nomor, indikator, target[nomor][0])
            nomor += 1
        r += n
    return r - 1


def _put_program(p: LembarKerja, k: Konteks, r: int, jumlah: Any) -> int:
    p.put_bentang(r, 0, (("NO", 1), ("PROGRAM", 2), ("ANGGARAN (Rp)", 1), ("KETERANGAN", 2)), "kepala_cetak")
    p.set_tinggi(r, 22)
    n = len(k.pk.program)
    isi = k.matriks("isian_anggaran_perjanjian", n)
    for geser, x in enumerate(k.pk.program):
        baris = r + 1 + geser
        acuan = f"Anggaran!$D${anggaran.AWAL + geser + 1}"
        p.tell(acuan, isi[geser][0])
        p.put_teks(baris, 0, geser + 1, "cetak_tengah")
        p.put_teks(baris, 1, x.nama, "cetak", lebar=2)
        p.put_rumus(baris, 3, copy(acuan), "cetak_rupiah")
        p.put_teks(baris, 4, x.keterangan or "-", "cetak_tengah", lebar=2)
        p.set_tinggi(baris, 32)
    akhir = r + 1 + n
    p.tell("hasil_anggaran_perjanjian", jumlah)
    p.put_teks(akhir, 0, "JUMLAH", "cetak_tebal", lebar=3)
    p.put_rumus(akhir, 3, _JUMLAH, "cetak_jumlah")
    p.put_teks(akhir, 4, None, "cetak_tengah", lebar=2)
    p.set_tinggi(akhir, 20)
    return akhir
