"""Sheet Rencana Aksi: per indikator the targets of the quarters and what is done, with what, by whom; to be signed."""

from __future__ import annotations

from kinerja.alamat import a1, quote_sheet
from kinerja.perjanjian.model import Indikator
from kinerja.workbook.layout import Aturan, Cetak, Nilai
from kinerja.workbook.ukuran import text_height
from workbook_templates.perjanjian_kinerja.bahan import Tampak, to_kolom
from workbook_templates.perjanjian_kinerja.lembar import capaian
from workbook_templates.perjanjian_kinerja.lembar.tanda_tangan import put_tanda_tangan
from workbook_templates.perjanjian_kinerja.lembar.target import format_target
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    KATA_TRIWULAN,
    TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    start_lembar,
)
from workbook_templates.perjanjian_kinerja.penilaian import to_sel, widen
from workbook_templates.rumus import copy

KATA = Kata(
    "Rencana Aksi",
    "Target setiap triwulan, langkah, program, anggaran, dan penanggung jawab setiap indikator; siap cetak.",
    "Rencana Aksi",
    f"{KATA_TRIWULAN} Target triwulan juga untuk triwulan itu saja.",
)
AWAL = 6
SASARAN, INDIKATOR, SATUAN, TARGET, TW, AKSI, PROGRAM, ANGGARAN, PELAKSANA = 1, 2, 3, 4, 5, 9, 10, 11, 12
"""Columns of the sheet; the four quarters begin at TW."""
LEBAR = (4, 20, 26, 9, 12, 10, 10, 10, 10, 36, 26, 19, 20)
CADANGAN, CADANGAN_KOSONG = 1, 3
"""Spare rows behind the steps that the issuer knows, and rows where he knows none."""
MUAT = 24
"""Rows of steps that fit on one page with the signatures."""
_RUPIAH = Aturan("rupiah", "Anggaran", "Ketik angka saja, tanpa Rp dan tanpa titik ribuan.", 0, 1e15)
_TEKS = (
    (AKSI, "aksi", Aturan("teks", "Rencana aksi", "Ketik satu langkah.", 1, 255)),
    (PROGRAM, "aksi_program", Aturan("teks", "Program atau kegiatan", "Ketik program atau kegiatannya.", 1, 200)),
    (PELAKSANA, "aksi_pelaksana", Aturan("teks", "Penanggung jawab", "Ketik jabatannya.", 1, 100)),
)


def build_rencana_aksi(b: Tampak) -> Bagian:
    """The action plan: `isian_indikator_<n>_target_triwulan` (4 quarters), `_aksi`, `_aksi_program` and so on."""
    p = start_lembar(b, KATA, widen(LEBAR, range(TW, TW + 4), b.indikator), berulang=(AWAL - 2, AWAL - 1))
    p.put_bentang(AWAL - 2, 0, ((None, TW), ("Target triwulan", 4), (None, len(LEBAR) - TW - 4)), "kepala")
    tw = (f"{t}" for t in TRIWULAN)
    kanan = ("Rencana aksi", "Program atau kegiatan", "Anggaran (Rp)", "Penanggung jawab")
    p.put_kepala(AWAL - 1, 0, ("No", "Sasaran", "Indikator", "Satuan", "Target", *tw, *kanan))
    sasaran = [s.uraian for s in b.sasaran for _ in s.indikator]
    for nomor, i in enumerate(b.indikator):
        _put_indikator(p, nomor, i, sasaran[nomor])
    akhir = find_baris(b, len(b.indikator))
    r = put_tanda_tangan(p, akhir + 1, (SASARAN, 3), (AKSI + 1, 3))
    p.cetak = Cetak(
        b.kertas,
        mendatar=True,
        area=(0, 0, r, len(LEBAR) - 1),
        baris_berulang=(AWAL - 2, AWAL - 1),
        satu_halaman=akhir - AWAL <= MUAT,
    )
    return p.finish_bagian(beku=(AWAL, 3), warna_tab="#1F3864")


def find_baris(b: Tampak, nomor: int) -> int:
    """First row of an indikator, whose number counts from 0."""
    return AWAL + sum(_count_baris(i) for i in b.indikator[:nomor])


def find_triwulan(b: Tampak, nomor: int, triwulan: int) -> str:
    """Where the target of a quarter 0..3 stands, for formulas of other sheets."""
    return f"{quote_sheet(KATA.nama)}!{a1(find_baris(b, nomor), TW + triwulan, mutlak=True)}"


def read_triwulan(b: Tampak, nomor: int) -> tuple[Nilai, ...]:
    """What stands in the cells of an indikator's quarters."""
    i = b.indikator[nomor]
    terbit = tuple(satu[0] for satu in to_kolom(map(to_sel, i.triwulan)))
    return b.get_matriks(capaian.name_isian(nomor, "target_triwulan"), 1, 4, (terbit,))[0]


def _count_baris(i: Indikator) -> int:
    return len(i.aksi) + CADANGAN if i.aksi else CADANGAN_KOSONG


def _put_indikator(p: LembarKerja, nomor: int, i: Indikator, sasaran: str) -> None:
    r, n = find_baris(p.b, nomor), _count_baris(i)
    p.put_teks(r, 0, nomor + 1, "cetak_tengah", tinggi=n)
    p.put_teks(r, SASARAN, sasaran, "cetak", tinggi=n)
    p.put_teks(r, INDIKATOR, i.nama, "cetak", tinggi=n)
    p.put_teks(r, SATUAN, i.satuan, "cetak_tengah", tinggi=n)
    perlu = max(text_height(sasaran, LEBAR[1:2]), text_height(i.nama, LEBAR[2:3]))
    for geser in range(n):
        p.set_tinggi(r + geser, max(perlu / n, 18))
    _put_target(p, r, nomor, i, n)
    isian = capaian.make_isian(p.b, nomor, i, "target_triwulan", "target triwulan")
    terbit = tuple(satu[0] for satu in to_kolom(map(to_sel, i.triwulan)))
    p.put_blok(isian, (r, TW), (1, 4), (terbit,))
    for geser in range(1, n):
        p.put_baris(r + geser, TW, (None,) * 4, "cetak")
    _put_aksi(p, r, nomor, i, n)


def _put_aksi(p: LembarKerja, r: int, nomor: int, i: Indikator, n: int) -> None:
    """The steps: known ones locked, and rows to be filled in."""
    isi: dict[int, list[Nilai]] = {AKSI: [], PROGRAM: [], PELAKSANA: []}
    for x in i.aksi:
        for c, teks in zip(isi, (x.uraian, x.program, x.pelaksana), strict=True):
            isi[c].append(teks)
    for c, apa, aturan in _TEKS:
        isian = Isian(capaian.name_isian(nomor, apa), aturan, "isian_teks", "sel_lipat")
        p.put_blok(isian, (r, c), (n, 1), to_kolom(isi[c]))
    rupiah = Isian(capaian.name_isian(nomor, "aksi_anggaran"), _RUPIAH, "isian_rupiah", "sel_rupiah")
    p.put_blok(rupiah, (r, ANGGARAN), (n, 1), to_kolom(x.anggaran for x in i.aksi))


def _put_target(p: LembarKerja, r: int, nomor: int, i: Indikator, n: int) -> None:
    """The year's target, which follows sheet Capaian while it is not known."""
    tercetak = format_target(i, p.b)
    if tercetak is not None:
        p.put_teks(r, TARGET, tercetak, "cetak_tengah", tinggi=n)
        return
    letak = f"{capaian.KATA.nama}!{a1(capaian.AWAL + nomor, capaian.TARGET, mutlak=True)}"
    p.tell(letak, capaian.read_target(p.b, nomor))
    p.put_rumus(r, TARGET, copy(letak), "cetak_umum")
    for geser in range(1, n):
        p.put_teks(r + geser, TARGET, None, "cetak")
