"""Sheet Lampiran: the annex as signed - sasaran with targets, programmes with budgets and their sum, signatures.

Where a perubahan knows its murni, both tables show what was (semula) and what becomes of it (menjadi).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from kinerja.alamat import a1
from kinerja.bilangan import write_bertanda
from kinerja.perjanjian.model import Program, Semula
from kinerja.rumus_sel import selisih
from kinerja.workbook.ekspresi import X, nama, to_x
from kinerja.workbook.layout import Cetak
from workbook_templates.perjanjian_kinerja.bahan import Tampak
from workbook_templates.perjanjian_kinerja.lembar import anggaran
from workbook_templates.perjanjian_kinerja.lembar.lampiran_sasaran import TIADA, put_sasaran
from workbook_templates.perjanjian_kinerja.lembar.tanda_tangan import put_tanda_tangan
from workbook_templates.perjanjian_kinerja.lembar_kerja import KOP_KABKOTA, KOP_KECAMATAN, Bagian, Kata, LembarKerja
from workbook_templates.rumus import copy_rupiah, rupiah_bila_ada

KATA = Kata("Lampiran", "Sasaran, indikator, target, program, dan anggaran; siap cetak.")
PROGRAM = 1
"""Column of the programmes, which take two."""


class Kolom(NamedTuple):
    """How the sheet is set out: widths, titles of the amounts, the columns of what they become and of remarks."""

    lebar: tuple[float, ...]
    uang: tuple[str, ...]
    menjadi: int
    keterangan: int

    @property
    def semula(self) -> int:
        """Column of the amounts of a murni, left of what they become."""
        return self.menjadi - 1

    @property
    def selisih(self) -> int:
        """Column of the differences, right of it."""
        return self.menjadi + 1

    @property
    def lebar_keterangan(self) -> int:
        """How many columns the remarks take."""
        return len(self.lebar) - self.keterangan


MURNI = Kolom((5, 30, 18, 18, 6.5, 7.5), ("ANGGARAN (Rp)",), menjadi=3, keterangan=4)
PERUBAHAN = Kolom(
    (5, 21, 9, 19.5, 19.5, 20.5, 13),
    ("SEMULA (Rp)", "MENJADI (Rp)", "BERTAMBAH / (BERKURANG) (Rp)"),
    menjadi=4,
    keterangan=6,
)
"""With room for three amounts of 15 figures; one page wide on A4 its letters are still above 8 points."""


def build_lampiran(b: Tampak, jumlah: Any) -> Bagian:
    """The annex; budgets and their sum follow the Anggaran sheet, unknown targets follow the Capaian sheet."""
    k = PERUBAHAN if b.semula else MURNI
    n = len(k.lebar)
    p = LembarKerja(b, KATA, (*k.lebar, 3, 24))
    p.put_teks(0, 0, b.nama_perjanjian, "judul_cetak", lebar=n)
    p.put_rumpang(1, 0, KOP_KECAMATAN, "judul_cetak", lebar=n)
    p.put_rumpang(2, 0, KOP_KABKOTA, "judul_cetak", lebar=n)
    for r in range(3):
        p.set_tinggi(r, 20)
    p.put_kembali(0, n + 1)
    r = put_sasaran(p, b, 4)
    p.tell(anggaran.JUMLAH_PERJANJIAN, jumlah)
    p.set_tinggi(r + 1, 9)
    r = _put_program(p, b, k, r + 2)
    if b.tanda_tangan_lampiran:
        tengah = _find_tengah(k.lebar)
        akhir, (_, r) = r, put_tanda_tangan(p, r + 2, (0, tengah), (tengah, n - tengah))
        p.keep(akhir - 1, r)  # never the signatures alone
    p.cetak = Cetak(b.kertas, area=(0, 0, r, n - 1))
    return p.finish_bagian(warna_tab="#1F3864")


def _find_tengah(lebar: Sequence[float]) -> int:
    """How many columns make the left half."""
    kiri = list(accumulate(lebar))
    return 1 + min(range(len(kiri)), key=lambda c: abs(kiri[c] - kiri[-1] / 2))


def _put_program(p: LembarKerja, b: Tampak, k: Kolom, r: int) -> int:
    """The table of programmes; gives its last row."""
    uang = ((judul, 1) for judul in k.uang)
    p.put_bentang(r, 0, (("NO", 1), ("PROGRAM", 2), *uang, ("KETERANGAN", k.lebar_keterangan)), "kepala_cetak")
    p.set_tinggi(r, 34 if b.semula else 22)
    p.keep(r, r + 1)
    lama = b.semula.program if b.semula else (None,) * len(b.program)
    for nomor, (x, isi, semula) in enumerate(zip(b.program, anggaran.list_anggaran(b), lama, strict=True)):
        tempat = f"{anggaran.KATA.nama}!{a1(anggaran.AWAL + nomor, anggaran.PERJANJIAN, mutlak=True)}"
        p.tell(tempat, isi[0])
        _put_nama(p, k, r + 1 + nomor, nomor, x)
        p.put_rumus(r + 1 + nomor, k.menjadi, copy_rupiah(tempat), "cetak_rupiah")
        if b.semula:
            _put_semula(p, (r + 1 + nomor, k), tempat, semula.anggaran if semula else Decimal(0), baru=semula is None)
    akhir = r + 1 + len(b.program)
    if b.semula:
        akhir = _put_dicabut(p, k, akhir, b.semula)
    p.put_teks(akhir, 0, "JUMLAH", "cetak_tebal", lebar=3)
    p.put_rumus(akhir, k.menjadi, copy_rupiah(anggaran.JUMLAH_PERJANJIAN), "cetak_jumlah")
    if b.semula:
        _put_semula(p, (akhir, k), anggaran.JUMLAH_PERJANJIAN, b.semula.anggaran, gaya="cetak_jumlah")
    p.put_teks(akhir, k.keterangan, None, "cetak_tengah", lebar=k.lebar_keterangan)
    p.set_tinggi(akhir, 20)
    return akhir


def _put_nama(p: LembarKerja, k: Kolom, r: int, nomor: int, x: Program) -> None:
    p.put_teks(r, 0, nomor + 1, "cetak_tengah")
    p.put_teks(r, PROGRAM, x.nama, "cetak", lebar=2)
    p.put_teks(r, k.keterangan, x.keterangan or "-", "cetak_tengah", lebar=k.lebar_keterangan)
    p.set_tinggi(r, 32)


def _put_semula(
    p: LembarKerja,
    tempat: tuple[int, Kolom],
    acuan: str,
    semula: Decimal | None,
    *,
    gaya: str = "cetak_rupiah",
    baru: bool = False,
) -> None:
    """What an amount was, left of what it is, and right of it by how much it grew; of what is new all of it."""
    r, k = tempat
    p.put_teks(r, k.semula, TIADA if baru else _write(semula), gaya)
    if semula is None:
        p.put_teks(r, k.selisih, None, gaya)
    else:
        p.put_rumus(r, k.selisih, _copy_selisih(acuan, semula), gaya)


@lru_cache(maxsize=1024)
def _copy_selisih(acuan: str, semula: Decimal) -> X:
    """By how much an amount of another sheet is more than it was."""
    return rupiah_bila_ada(nama(acuan), selisih(nama(acuan), to_x(semula)))


def _put_dicabut(p: LembarKerja, k: Kolom, r: int, s: Semula) -> int:
    """Programmes that are no more, under those that are; gives the row behind them."""
    for geser, x in enumerate(s.program_dicabut):
        _put_nama(p, k, r + geser, len(s.program) + geser, x)
        hilang = None if x.anggaran is None else -x.anggaran
        p.put_baris(r + geser, k.semula, (_write(x.anggaran), TIADA, _write(hilang)), "cetak_rupiah")
    return r + len(s.program_dicabut)


def _write(uang: Decimal | None) -> str | None:
    return None if uang is None else write_bertanda(uang)
