"""Sheet Lampiran: the annex as signed - sasaran with targets, programmes with budgets and their sum, signatures.

Where a perubahan knows its murni, both tables show what was (semula) and what becomes of it (menjadi).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Any

from kinerja.alamat import a1
from kinerja.perjanjian.model import Program, Semula
from kinerja.rumus_sel import selisih, teks_bertanda
from kinerja.workbook.ekspresi import Isi, nama, to_x
from kinerja.workbook.layout import Cetak
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import anggaran
from workbook_templates.perjanjian_kinerja.lembar.lampiran_sasaran import TIADA, put_sasaran
from workbook_templates.perjanjian_kinerja.lembar.tanda_tangan import put_tanda_tangan
from workbook_templates.perjanjian_kinerja.lembar_kerja import KOP_KABKOTA, KOP_KECAMATAN, Bagian, Kata, LembarKerja
from workbook_templates.rumus import rupiah_bila_ada

KATA = Kata("Lampiran", "Sasaran, indikator, target, program, dan anggaran; siap cetak.")
LEBAR = (5, 30, 18, 18, 6.5, 7.5)
LEBAR_PERUBAHAN = (5, 21, 9, 19.5, 19.5, 20.5, 13)
"""Of a perubahan: room for three amounts of 15 figures; one page wide on A4 its letters are still above 8 points."""


def build_lampiran(b: Tampak, jumlah: Any) -> Bagian:
    """The annex; budgets and their sum follow the Anggaran sheet, unknown targets follow the Capaian sheet."""
    lebar = LEBAR_PERUBAHAN if b.semula else LEBAR
    n = len(lebar)
    p = LembarKerja(b, KATA, (*lebar, 3, 24))
    p.put_teks(0, 0, b.nama_perjanjian, "judul_cetak", lebar=n)
    p.put_rumpang(1, 0, KOP_KECAMATAN, "judul_cetak", lebar=n)
    p.put_rumpang(2, 0, KOP_KABKOTA, "judul_cetak", lebar=n)
    for r in range(3):
        p.set_tinggi(r, 20)
    p.put_kembali(0, n + 1)
    r = put_sasaran(p, b, 4)
    p.tell(anggaran.JUMLAH_PERJANJIAN, jumlah)
    p.set_tinggi(r + 1, 9)
    r = _put_program(p, b, r + 2)
    if b.tanda_tangan_lampiran:
        tengah = _find_tengah(lebar)
        akhir, (_, r) = r, put_tanda_tangan(p, r + 2, (0, tengah), (tengah, n - tengah))
        p.keep(akhir - 1, r)  # never the signatures alone
    p.cetak = Cetak(b.kertas, area=(0, 0, r, n - 1))
    return p.finish_bagian(warna_tab="#1F3864")


def _find_tengah(lebar: Sequence[float]) -> int:
    """How many columns make the left half."""
    kiri = list(accumulate(lebar))
    return 1 + min(range(len(kiri)), key=lambda c: abs(kiri[c] - kiri[-1] / 2))


def _put_program(p: LembarKerja, b: Tampak, r: int) -> int:
    """The table of programmes; gives its last row."""
    s = b.semula
    uang = (
        (("SEMULA (Rp)", 1), ("MENJADI (Rp)", 1), ("BERTAMBAH / (BERKURANG) (Rp)", 1)) if s else (("ANGGARAN (Rp)", 1),)
    )
    p.put_bentang(
        r, 0, (("NO", 1), ("PROGRAM", 2), *uang, ("KETERANGAN", len(p.lebar) - 5 - len(uang))), "kepala_cetak"
    )
    p.set_tinggi(r, 34 if s else 22)
    p.keep(r, r + 1)
    isi = anggaran.list_anggaran(b)
    for nomor, x in enumerate(b.program):
        baris = r + 1 + nomor
        tempat = f"{anggaran.KATA.nama}!{a1(anggaran.AWAL + nomor, anggaran.PERJANJIAN, mutlak=True)}"
        p.tell(tempat, isi[nomor][0])
        _put_nama(p, baris, nomor, x)
        if s:
            lama = s.program[nomor]
            _put_uang(p, baris, tempat, lama.anggaran if lama else Decimal(0), "cetak_rupiah", baru=lama is None)
        else:
            p.put_rumus(baris, 3, rupiah_bila_ada(nama(tempat)), "cetak_rupiah")
    akhir = r + 1 + len(b.program)
    if s:
        akhir = _put_dicabut(p, akhir, s)
    p.put_teks(akhir, 0, "JUMLAH", "cetak_tebal", lebar=3)
    if s:
        _put_uang(p, akhir, anggaran.JUMLAH_PERJANJIAN, s.anggaran, "cetak_jumlah")
    else:
        p.put_rumus(akhir, 3, rupiah_bila_ada(nama(anggaran.JUMLAH_PERJANJIAN)), "cetak_jumlah")
    _put_keterangan(p, akhir, None)
    p.set_tinggi(akhir, 20)
    return akhir


def _put_nama(p: LembarKerja, r: int, nomor: int, x: Program) -> None:
    p.put_teks(r, 0, nomor + 1, "cetak_tengah")
    p.put_teks(r, 1, x.nama, "cetak", lebar=2)
    _put_keterangan(p, r, x.keterangan or "-")
    p.set_tinggi(r, 32)


def _put_keterangan(p: LembarKerja, r: int, teks: str | None) -> None:
    """In all columns behind the amounts."""
    c = 6 if p.b.semula else 4
    p.put_teks(r, c, teks, "cetak_tengah", lebar=len(p.lebar) - 2 - c)


def _put_uang(p: LembarKerja, r: int, tempat: str, semula: Decimal | None, gaya: str, *, baru: bool = False) -> None:
    """What an amount was, what it is, and by how much it grew; of what is new all of it."""
    p.put_teks(r, 3, TIADA if baru else _write(semula), gaya)
    p.put_rumus(r, 4, rupiah_bila_ada(nama(tempat)), gaya)
    if semula is None:
        p.put_teks(r, 5, None, gaya)
    else:
        p.put_rumus(r, 5, rupiah_bila_ada(nama(tempat), selisih(nama(tempat), to_x(semula))), gaya)


def _put_dicabut(p: LembarKerja, r: int, s: Semula) -> int:
    """Programmes that are no more, under those that are; gives the row behind them."""
    for geser, x in enumerate(s.program_dicabut):
        _put_nama(p, r + geser, len(s.program) + geser, x)
        hilang = None if x.anggaran is None else -x.anggaran
        p.put_baris(r + geser, 3, (_write(x.anggaran), TIADA, _write(hilang)), "cetak_rupiah")
    return r + len(s.program_dicabut)


def _write(uang: Decimal | None) -> str | None:
    """An amount that is known, as the formulas write theirs."""
    return None if uang is None else str(teks_bertanda(to_x(uang)).compute(Isi()))
