"""Sheet Anggaran: budgets of each kecamatan, and how much of each programme was spent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.workbook.ekspresi import X, di_kolom, rentang, sel
from kinerja.workbook.layout import Lembar
from workbook_templates.penyusun import Penyusun
from workbook_templates.rekap.bersama import (
    ANGGARAN,
    AWAL,
    JUMLAH,
    MAKS_KOLOM,
    RINCIAN_ANGGARAN,
    Bahan,
    Kolom,
    count_baris,
    finish,
    measure_uang,
    put_kosong,
    refer,
    start,
)
from workbook_templates.rekap.capaian import write_judul
from workbook_templates.rekap.program import LembarProgram
from workbook_templates.rekap.rincian_anggaran import PAGU, REALISASI, SERAPAN, Kunci, LembarRincianAnggaran, show_sen
from workbook_templates.rumus import jumlah_bila_ada, serapan_bila_ada


@dataclass(frozen=True, slots=True)
class LembarAnggaran:
    """The sheet by kecamatan, its columns by title, its last row."""

    p: Penyusun
    lembar: Lembar
    kolom: Mapping[str, int]
    akhir: int


def list_kunci(rincian: LembarRincianAnggaran) -> tuple[list[Kunci], int]:
    """The programmes that have a column: the most frequent ones, by code; how many there are."""
    banyak = Counter(kunci for _, kunci in rincian.baris)
    return sorted(kunci for kunci, _ in banyak.most_common(MAKS_KOLOM)), len(banyak)


def build_anggaran(k: Bahan, rincian: LembarRincianAnggaran, program: LembarProgram) -> LembarAnggaran:
    """A kecamatan in each row: its sums, and at the right the absorption of each programme."""
    kunci, semua = list_kunci(rincian)
    uang, c0 = measure_uang(k.rekap), len(k.kolom_kecamatan)
    kolom: list[Kolom] = [*k.kolom_kecamatan, *((judul, uang) for judul in (PAGU, REALISASI)), (SERAPAN, 11.0)]
    letak = {judul: c for c, (judul, _) in enumerate(kolom)}
    kolom += [(write_judul(f"Serapan {kode} (%)", ke), 11.0) for kode, ke in kunci]
    p = start(k, ANGGARAN, kolom, kolom_berulang=(0, 1))
    if semua > MAKS_KOLOM:
        teks = f"Ada {semua} program: {MAKS_KOLOM} yang terbanyak ada di sini, semuanya di lembar {RINCIAN_ANGGARAN}."
        p.put_teks(2, 2, teks, "catatan")
    akhir = count_baris(AWAL + len(k.rekap.baris))
    for n, b in enumerate(k.rekap.baris):
        k.put_kecamatan(p, AWAL + n, b)
        _put_jumlah(p, AWAL + n, rincian, rincian.kecamatan.get(n), letak)
        p.put_rumus(
            AWAL + n, letak[SERAPAN], _absorb(k, di_kolom(letak[REALISASI]), di_kolom(letak[PAGU])), "hasil_desimal"
        )
        _put_serapan(p, (AWAL + n, letak[SERAPAN] + 1), rincian, n, kunci)
    if not k.rekap.baris:
        put_kosong(p, kolom, "Belum ada.")
    k.put_jumlah(p, "Jumlah")
    for judul in (PAGU, REALISASI):
        c = letak[judul]
        nama = {PAGU: "hasil_rekap_pagu", REALISASI: "hasil_rekap_realisasi"}.get(judul)
        p.put_rumus(JUMLAH, c, jumlah_bila_ada(rentang(AWAL, c, akhir, c)), "hasil_rupiah", nama=nama)
    jumlah = _absorb(k, sel(JUMLAH, letak[REALISASI]), sel(JUMLAH, letak[PAGU]))
    p.put_rumus(JUMLAH, letak[SERAPAN], jumlah, "hasil_desimal", nama="hasil_rekap_serapan")
    for c, (kode, ke) in enumerate(kunci, start=letak[SERAPAN] + 1):
        serapan = program.refer_serapan(kode) if ke == 1 else None
        if serapan is None:
            p.put_teks(JUMLAH, c, None, "hasil_desimal")
        else:
            p.put_rumus(JUMLAH, c, serapan, "hasil_desimal")
    show_sen(p, (JUMLAH, c0, JUMLAH, letak[REALISASI]))
    show_sen(p, (AWAL, c0, akhir, letak[REALISASI]))
    return LembarAnggaran(p, finish(p, kolom, akhir, "#BF8F00"), letak, akhir)


def _absorb(k: Bahan, realisasi: X, pagu: X) -> X:
    return serapan_bila_ada(realisasi, pagu, k.pada)


def _put_jumlah(
    p: Penyusun, r: int, rincian: LembarRincianAnggaran, baris: tuple[int, int] | None, letak: Mapping[str, int]
) -> None:
    for judul in (PAGU, REALISASI):
        if baris is None:
            p.put_teks(r, letak[judul], None, "hasil_rupiah")
        else:
            p.put_rumus(
                r, letak[judul], rincian.p.export(jumlah_bila_ada(rincian.refer(judul, *baris))), "hasil_rupiah"
            )


def _put_serapan(
    p: Penyusun, tempat: tuple[int, int], rincian: LembarRincianAnggaran, n: int, kunci: Sequence[Kunci]
) -> None:
    r, c0 = tempat
    for c, satu in enumerate(kunci, start=c0):
        ada = rincian.baris.get((n, satu))
        if ada is None or ada[1].serapan is None:
            p.put_teks(r, c, None, "sel_desimal")
        else:
            acuan = refer(RINCIAN_ANGGARAN, ada[0], rincian.kolom[SERAPAN], ada[1].serapan)
            p.put_rumus(r, c, acuan, "sel_desimal")
