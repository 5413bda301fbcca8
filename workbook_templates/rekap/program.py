"""Sheet Program: budgets and absorption of each programme, over all kecamatan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.perjanjian.hasil import HasilProgram
from kinerja.workbook.ekspresi import X, di_kolom, luar, rentang, sel
from kinerja.workbook.fungsi import IF, SUMIF
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    AWAL,
    JUMLAH,
    MAKS_KELOMPOK,
    PROGRAM,
    Bahan,
    Kolom,
    count_baris,
    finish,
    measure_uang,
    put_kosong,
    refer,
    start,
    to_isi,
)
from workbook_templates.rekap.rincian_anggaran import (
    BERPAGU,
    NO_PROGRAM,
    PAGU,
    REALISASI,
    SERAPAN,
    TERISI,
    LembarRincianAnggaran,
    show_sen,
)
from workbook_templates.rumus import jumlah_bila_ada, serapan_bila_ada

_BERPAGU, _PAGU, _TERISI, _REALISASI, _SERAPAN = range(2, 7)
_ASAL = {_PAGU: (_BERPAGU, BERPAGU, PAGU, "pagu"), _REALISASI: (_TERISI, TERISI, REALISASI, "jumlah")}
"""By column of an amount: where its rows are counted, both columns of the details, and the field."""


@dataclass(frozen=True, slots=True)
class LembarProgram:
    """The sheet, and the row of each programme that has one of its own, by code."""

    p: Penyusun
    lembar: Lembar
    baris: Mapping[str, int]

    def refer_serapan(self, kode: str) -> X | None:
        """The absorption of a programme, for another sheet; None where it stands with others."""
        r = self.baris.get(kode)
        return None if r is None else refer(PROGRAM, r, _SERAPAN, self.p.isi.get(r, _SERAPAN))


def build_program(k: Bahan, rincian: LembarRincianAnggaran) -> LembarProgram:
    """A programme in each row, by code; sums by the numbers at the right of the details."""
    uang = measure_uang(k.rekap)
    kolom: list[Kolom] = [("Kode", 11.0), ("Program", 56.0), ("Banyak pagu", 11.0), (PAGU, uang)]
    kolom += [("Banyak realisasi", 11.0), (REALISASI, uang), (SERAPAN, 11.0)]
    p = start(k, PROGRAM, kolom)
    milik: defaultdict[int, list[HasilProgram]] = defaultdict(list)
    for _, i in rincian.baris.values():
        milik[rincian.program[i.kode]].append(i)
    lebih = len(rincian.program) - MAKS_KELOMPOK
    nomor = rincian.refer(NO_PROGRAM)
    for r, n in enumerate(sorted(milik), start=AWAL):
        lain = lebih > 0 and n == MAKS_KELOMPOK
        p.put_teks(r, 0, None if lain else to_isi(milik[n][0].kode), "sel")
        p.put_teks(r, 1, f"{lebih + 1} program lain" if lain else to_isi(milik[n][0].nama), "sel_lipat")
        for c, (hitung, ada, jumlah, nama) in _ASAL.items():
            nilai = [Fraction(x) for i in milik[n] if (x := getattr(i, nama)) is not None]
            p.put_rumus(r, hitung, luar(SUMIF(nomor, n, rincian.refer(ada)).rumus, len(nilai)), "hasil_angka")
            semua = luar(SUMIF(nomor, n, rincian.refer(jumlah)).rumus, sum(nilai, Fraction(0)))
            p.put_rumus(r, c, IF(di_kolom(hitung) == 0, "", semua), "hasil_rupiah")
        p.put_rumus(r, _SERAPAN, serapan_bila_ada(di_kolom(_REALISASI), di_kolom(_PAGU), k.pada), "hasil_desimal")
    if not milik:
        put_kosong(p, kolom, "Belum ada.")
    akhir = count_baris(AWAL + len(milik))
    p.put_teks(JUMLAH, 0, "Jumlah", "hasil_teks", lebar=2)
    for c in (_BERPAGU, _PAGU, _TERISI, _REALISASI):
        gaya = "hasil_rupiah" if c in _ASAL else "hasil_angka"
        p.put_rumus(JUMLAH, c, jumlah_bila_ada(rentang(AWAL, c, akhir, c)), gaya)
    serapan = serapan_bila_ada(sel(JUMLAH, _REALISASI), sel(JUMLAH, _PAGU), k.pada)
    p.put_rumus(JUMLAH, _SERAPAN, serapan, "hasil_desimal")
    for c in _ASAL:
        show_sen(p, (JUMLAH, c, JUMLAH, c))
        show_sen(p, (AWAL, c, akhir, c))
    lembar = finish(p, kolom, akhir, "#BF8F00")
    sendiri = {kode: AWAL + n - 1 for kode, n in rincian.program.items() if n < MAKS_KELOMPOK or lebih <= 0}
    return LembarProgram(p, lembar, sendiri)
