"""Sheet Triwulan: each quarter judged against its own target, with what hindered, what is done, what proves it."""

from __future__ import annotations

from kinerja.peraturan import get_tabel
from kinerja.rumus.tahun import TRIWULAN
from kinerja.rumus.target import Target
from kinerja.workbook.ekspresi import X, sel
from kinerja.workbook.fungsi import IF, ISNUMBER
from kinerja.workbook.layout import Aturan
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import rencana_aksi
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Realisasi,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.perjanjian_kinerja.penilaian import (
    JANGGAL,
    TERLAMPAUI,
    Penilai,
    collect_realisasi,
    gaya_angka,
    gaya_realisasi,
    list_warna,
    widen,
)
from workbook_templates.rumus import copy_target

KATA = Kata(
    "Triwulan",
    "Capaian setiap triwulan terhadap targetnya; kendala, tindak lanjut, dan bukti dukung.",
    "Capaian Setiap Triwulan",
    "Angka setiap baris adalah angka triwulan itu saja. Triwulan yang tidak punya target sendiri (lembar Rencana Aksi) "
    "tidak dinilai. Kendala, tindak lanjut, dan bukti dukung (teks atau tautan) boleh diisi.",
)
AWAL = 6
INDIKATOR, SATUAN, TW, TARGET, REALISASI, CAPAIAN, KATEGORI, KETERANGAN, CATATAN = range(1, 10)
"""Columns of the sheet; the three notes begin at CATATAN."""
LEBAR = (4, 22, 9, 8.5, 10, 10, 10, 16, 17, 18, 18, 16)
BELUM_DINILAI = "belum dinilai"
_NAMA = ("kendala", "tindak lanjut", "bukti dukung")


def build_triwulan(b: Tampak, ukur: tuple[Bagian, ...]) -> Bagian:
    """The quarters: `isian_triwulan_kendala`, `_tindak_lanjut`, `_bukti_dukung` (4 rows an indikator)."""
    realisasi = collect_realisasi(ukur, b.indikator, pada=b.pada)
    lebar = widen(LEBAR, (TARGET, REALISASI), b.indikator)
    p = start_lembar(
        b, KATA, lebar, baris_berulang=(AWAL - 1, AWAL - 1), kolom_berulang=(0, TW), lanjut_kolom=(CATATAN,)
    )
    p.put_kepala(
        AWAL - 1,
        0,
        (
            *("No", "Indikator", "Satuan", "Triwulan", "Target", "Realisasi", "Capaian (%)", "Kategori"),
            *("Keterangan", *(kata.capitalize() for kata in _NAMA)),
        ),
    )
    for nomor, i in enumerate(b.indikator):
        _put_indikator(p, Penilai(i, b.cara, b.pada), nomor, realisasi[nomor])
    banyak = len(TRIWULAN) * len(b.indikator)
    p.color(AWAL, KATEGORI, AWAL + banyak - 1, list_warna(get_tabel(b.cara.kategori, pada=b.pada)))
    for geser, kata in enumerate(_NAMA):
        aturan = Aturan("teks", kata.capitalize(), f"Ketik {kata} triwulan itu; boleh kosong.", 0, 1000)
        isian = Isian(f"isian_triwulan_{kata.replace(' ', '_')}", aturan, "isian_teks")
        p.put_blok(isian, (AWAL, CATATAN + geser), (banyak, 1))
    return p.finish_bagian(beku=(AWAL, 3), warna_tab="#548235")


def _put_indikator(p: LembarKerja, n: Penilai, nomor: int, realisasi: Realisasi) -> None:
    i = n.indikator
    isi = rencana_aksi.read_triwulan(p.b, nomor)
    awal, banyak = AWAL + len(TRIWULAN) * nomor, len(TRIWULAN)
    p.put_gabung(range(awal, awal + banyak), 0, nomor + 1, "cetak_tengah")
    p.put_gabung(range(awal, awal + banyak), INDIKATOR, i.nama, "cetak")
    p.put_gabung(range(awal, awal + banyak), SATUAN, i.satuan, "cetak_tengah")
    p.keep(awal, awal + banyak - 1)
    for k, nama_tw in enumerate(TRIWULAN):
        r = awal + k
        p.put_teks(r, TW, nama_tw, "sel_tengah")
        letak = rencana_aksi.find_triwulan(p.b, nomor, k)
        p.tell(letak, isi[k])
        p.put_rumus(r, TARGET, copy_target(letak), f"hasil_{gaya_angka(i, i.triwulan[k])}")
        _put_nilai(p, n, r, realisasi.triwulan[k], n.pick_target(i.triwulan[k], sel(r, TARGET)))


def _put_nilai(p: LembarKerja, n: Penilai, r: int, realisasi: X | None, t: X | Target) -> None:
    """Realisation and how it is judged; a quarter without a target of its own is not."""
    if realisasi is None:
        p.put_baris(r, REALISASI, ("–",) * 4, "sel_tengah")
        return
    x, c = sel(r, REALISASI), sel(r, CAPAIAN)
    p.put_rumus(r, REALISASI, realisasi, gaya_realisasi(n.indikator))
    p.put_rumus(r, CAPAIAN, n.capaian(x, t), "hasil_desimal")
    tanpa = IF(x == "", "", BELUM_DINILAI)
    terukur = IF(ISNUMBER(c), n.kategori(c), "" if n.indikator.jenis.berurutan else tanpa)
    kategori = terukur if isinstance(t, Target) else IF(t == "", tanpa, terukur)
    p.put_kata(r, KATEGORI, kategori, (*n.list_kategori(), BELUM_DINILAI))
    p.put_kata(r, KETERANGAN, n.keterangan_triwulan(x, t, c), (*JANGGAL, TERLAMPAUI))
