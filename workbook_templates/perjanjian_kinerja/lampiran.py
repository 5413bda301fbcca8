"""Sheet Lampiran: the annex as signed - sasaran with targets, programmes with budgets and their sum."""

from __future__ import annotations

from typing import Any

from kinerja.workbook.ekspresi import nama
from kinerja.workbook.fungsi import IF, ISNUMBER
from kinerja.workbook.ukuran import row_height
from workbook_templates.penyusun import Penyusun
from workbook_templates.perjanjian_kinerja import anggaran
from workbook_templates.perjanjian_kinerja.konteks import Bagian, Konteks, salin
from workbook_templates.perjanjian_kinerja.target import name_indikator, susun_target

_JUMLAH = IF(ISNUMBER(nama("hasil_anggaran_perjanjian")), nama("hasil_anggaran_perjanjian"), "")
LEBAR = (5, 30, 18, 18, 6.5, 7.5)


def build_lampiran(k: Konteks, jumlah: Any) -> Bagian:
    """The annex; budgets and their sum follow the Anggaran sheet, unknown targets follow the Capaian sheet."""
    p = Penyusun("Lampiran", (*LEBAR, 3, 24), k.cetak(satu_halaman=True))
    for r, teks in enumerate((k.nama_perjanjian, None, None)):
        p.teks(r, 0, teks, "judul_cetak", lebar=6)
        p.tinggi(r, 20)
    p.teks(0, 7, "← Kembali ke Petunjuk", "tautan", tautan="Petunjuk!A1")
    r = _susun_sasaran(p, k, 4)
    r = _susun_program(p, k, r + 2, jumlah)
    satu = len(k.pk.indikator) + len(k.pk.program) <= 16
    p.cetak = k.cetak(area=(0, 0, r, 5), satu_halaman=satu)
    return Bagian(p.selesai(warna_tab="#1F3864"), tuple(p.nama), label=((1, "kop_kecamatan"), (2, "kop_kabkota")))


def _susun_sasaran(p: Penyusun, k: Konteks, r: int) -> int:
    for c, lebar, teks in ((0, 1, "NO"), (1, 1, "SASARAN"), (2, 2, "INDIKATOR KINERJA"), (4, 2, "TARGET")):
        p.teks(r, c, teks, "kepala_cetak", lebar=lebar)
    p.tinggi(r, 22)
    r += 1
    nomor, target = 0, k.target()
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


def _susun_program(p: Penyusun, k: Konteks, r: int, jumlah: Any) -> int:
    for c, lebar, teks in ((0, 1, "NO"), (1, 2, "PROGRAM"), (3, 1, "ANGGARAN (Rp)"), (4, 2, "KETERANGAN")):
        p.teks(r, c, teks, "kepala_cetak", lebar=lebar)
    p.tinggi(r, 22)
    n = len(k.pk.program)
    isi = k.anggaran_perjanjian()
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
