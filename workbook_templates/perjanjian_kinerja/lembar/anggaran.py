"""Sheet Anggaran: programmes with agreement, DPA, realisation per quarter, difference, absorption, status."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from kinerja.alamat import a1
from kinerja.rumus.tahun import TRIWULAN
from kinerja.rumus_sel import selisih, to_sen
from kinerja.workbook.ekspresi import X, di_kolom, rentang, sel
from kinerja.workbook.fungsi import AND, COUNT, COUNTIF, IF, INT, ISNUMBER, SUM
from kinerja.workbook.layout import Aturan, Matriks
from kinerja.workbook.ukuran import fit_column
from workbook_templates.perjanjian_kinerja.bahan import Tampak, to_kolom
from workbook_templates.perjanjian_kinerja.lembar_kerja import (
    KATA_TRIWULAN,
    Bagian,
    Isian,
    Kata,
    LembarKerja,
    Pertanyaan,
)
from workbook_templates.perjanjian_kinerja.mulai import start_lembar
from workbook_templates.rumus import BELUM, ISIAN_SALAH, OK, PERIKSA, beda, count_salah, serapan_bila_ada, status

KATA = Kata(
    "Anggaran",
    "Anggaran perjanjian, DPA, realisasi, selisih, serapan.",
    "Anggaran dan Realisasi",
    f"{KATA_TRIWULAN} Serapan dihitung terhadap DPA; selama DPA belum diisi, terhadap anggaran di perjanjian.",
)
AWAL = 6
KODE, NAMA, PERJANJIAN, DPA, PAGU, SELISIH, TW, REALISASI, SISA, SERAPAN, STATUS = 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14
"""Columns of the sheet; the four quarters begin at TW."""
JUMLAH_PERJANJIAN, REALISASI_ANGGARAN = "hasil_anggaran_perjanjian", "hasil_anggaran_realisasi"
REALISASI_AKHIR = "hasil_anggaran_triwulan_iv"
PETIK = (JUMLAH_PERJANJIAN, REALISASI_ANGGARAN, REALISASI_AKHIR)
"""Totals that other sheets show."""
LEBIH, BEDA, SESUAI = "Realisasi melebihi pagu", "DPA berbeda", "Sesuai"
MIN_DIGIT = 11
"""Figures that fit in an amount's column at least."""
PERLU_DILIHAT = (ISIAN_SALAH, LEBIH, BEDA)
_KEPALA = (
    "No",
    "Kode",
    "Program",
    "Perjanjian (Rp)",
    "DPA (Rp)",
    "Pagu acuan (Rp)",
    "Selisih perjanjian − DPA (Rp)",
    "Jumlah realisasi (Rp)",
    "Sisa pagu (Rp)",
    "Serapan (%)",
    "Keadaan",
)
_SUDUT = sel(AWAL, PERJANJIAN)
_RUPIAH = Aturan("rupiah", "Rupiah", "Ketik angka saja, tanpa Rp dan tanpa titik ribuan.", 0, 1e15)
CEK_PERJANJIAN = Pertanyaan(
    "Anggaran: setiap program punya anggaran di perjanjian",
    "Ketik anggaran menurut perjanjian yang ditandatangani.",
)
CEK_DPA = Pertanyaan("Anggaran: DPA setiap program terisi", "Ketik pagu menurut DPA, angka saja.")
CEK_SAMA = Pertanyaan(
    "Anggaran: DPA sama dengan perjanjian",
    "Lihat kolom Selisih; betulkan angka yang salah ketik.",
    boleh_dijelaskan=True,
)
CEK_REALISASI = Pertanyaan(
    "Anggaran: realisasi mulai diisi, semuanya berupa angka", "Ketik belanja triwulan itu per program, angka saja."
)
CEK_LEBIH = Pertanyaan(
    "Anggaran: realisasi tidak melebihi pagu",
    "Lihat kolom Keadaan; periksa apakah angkanya kumulatif atau salah ketik.",
    boleh_dijelaskan=True,
)
CEK_TERCANTUM = Pertanyaan(
    "Anggaran: jumlah yang tercantum di perjanjian sama dengan jumlah programnya",
    "Cocokkan anggaran setiap program dengan dokumen yang ditandatangani.",
    boleh_dijelaskan=True,
)
ISIAN_PERJANJIAN = Isian("isian_anggaran_perjanjian", _RUPIAH, "isian_rupiah", "sel_rupiah")
ISIAN_DPA = Isian("isian_anggaran_dpa", _RUPIAH, "isian_rupiah")
ISIAN_REALISASI = Isian("isian_anggaran_realisasi", _RUPIAH, "isian_rupiah")


def build_anggaran(b: Tampak) -> Bagian:
    """The budget sheet: `isian_anggaran_…` per programme and the `hasil_anggaran_…` totals."""
    program = b.program
    n = len(program)
    p = start_lembar(
        b, KATA, _list_lebar(b), baris_berulang=(AWAL - 1, AWAL - 1), kolom_berulang=(0, NAMA), lanjut_kolom=(TW,)
    )
    tw = [f"Realisasi triwulan {t} (Rp)" for t in TRIWULAN]
    p.put_kepala(AWAL - 1, 0, (*_KEPALA[:7], *tw, *_KEPALA[7:]))
    for nomor, x in enumerate(program):
        p.put_baris(AWAL + nomor, 0, (nomor + 1, x.kode, x.nama), ("sel_tengah", "sel_tengah_lipat", "sel_lipat"))
        *angka, (c_keadaan, keadaan, _) = _list_rumus(b.pada)
        for c, rumus, gaya in angka:
            p.put_rumus(AWAL + nomor, c, rumus, gaya)
        p.put_kata(AWAL + nomor, c_keadaan, keadaan, PERLU_DILIHAT)
    p.put_blok(ISIAN_PERJANJIAN, (AWAL, PERJANJIAN), (n, 1), to_kolom(x.anggaran for x in program))
    p.put_blok(ISIAN_DPA, (AWAL, DPA), (n, 1))
    p.put_blok(ISIAN_REALISASI, (AWAL, TW), (n, 4))
    _put_total(p, b, AWAL + n, n)
    p.set_bersyarat(f"{_SUDUT.rumus}:{a1(AWAL + n, SISA)}", INT(_SUDUT) != _SUDUT, "bersen")
    p.color(AWAL, STATUS, AWAL + n - 1, {SESUAI: "baik", **dict.fromkeys(PERLU_DILIHAT, "periksa")})
    for cek in _list_cek(n, b.anggaran_tercantum, p.nama_lembar):
        p.check(*cek)
    p.check_urut(AWAL + n, STATUS, [sel(AWAL + n, TW + c) for c in range(4)], apa="Anggaran", waktu="triwulan")
    return p.finish_bagian(beku=(AWAL, 3), warna_tab="#BF8F00", hasil=PETIK)


def _list_lebar(b: Tampak) -> tuple[float, ...]:
    """Widths of the columns: those of amounts show what is agreed in all; a larger one is shown smaller."""
    jumlah = sum((x.anggaran or Decimal(0) for x in b.program), Decimal(0))
    sen = ".00" if any(x.anggaran and x.anggaran % 1 for x in b.program) else ""
    rupiah = fit_column(f"{max(int(jumlah), 10**MIN_DIGIT - 1):,}{sen}", tebal=True, indentasi=1)
    return (4, 9, 24, *[rupiah] * 10, 9, 17)


def list_anggaran(b: Tampak) -> Matriks:
    """What stands in the cells of the agreed budgets, one row a programme."""
    terbit = to_kolom(x.anggaran for x in b.program)
    return b.get_matriks(ISIAN_PERJANJIAN.nama, len(b.program), terbit=terbit)


@lru_cache(maxsize=8)
def _list_rumus(pada: date) -> tuple[tuple[int, X, str], ...]:
    """Column, formula and style of each computed cell, to be filled into every programme's row.

    The ceiling that absorption is measured against is the DPA, or the agreement while that is blank.
    """
    a, d, c, t, s = map(di_kolom, (PERJANJIAN, DPA, PAGU, REALISASI, SELISIH))
    a_sen, d_sen = to_sen(a), to_sen(d)  # a paste brings what the validation refuses
    tw = di_kolom(TW, TW + 3)
    return (
        (PAGU, IF(ISNUMBER(d), d_sen, IF(ISNUMBER(a), a_sen, "")), "hasil_rupiah"),
        (SELISIH, IF(AND(ISNUMBER(a), ISNUMBER(d)), selisih(a_sen, d_sen), ""), "hasil_rupiah"),
        (REALISASI, IF(COUNT(tw) == 0, "", to_sen(SUM(tw))), "hasil_rupiah"),
        (SISA, beda(c, t), "hasil_rupiah"),
        (SERAPAN, serapan_bila_ada(t, c, pada), "hasil_desimal"),
        (STATUS, _status(a, d, c, t, s, count_salah(di_kolom(PERJANJIAN, DPA)) + count_salah(tw)), "hasil_lipat"),
    )


def _status(a: X, d: X, c: X, t: X, s: X, salah: X) -> X:
    """In words, what a reader must look at first."""
    sama = IF(s == 0, SESUAI, BEDA)
    terisi = IF(d == "", "DPA belum diisi", IF(a == "", "Perjanjian belum diisi", sama))
    wajar = IF(AND(ISNUMBER(t), t > c), LEBIH, terisi)
    return IF(salah > 0, ISIAN_SALAH, IF(c == "", "", wajar))


def _put_total(p: LembarKerja, b: Tampak, r: int, n: int) -> None:
    """Totals under the columns."""
    p.put_baris(r, 0, (None, None, "JUMLAH"), "hasil_teks")
    for c, rumus, nama in _list_total(n, b.pada):
        p.put_rumus(r, c, rumus, "hasil_desimal" if c == SERAPAN else "hasil_rupiah", nama=nama)


@lru_cache(maxsize=64)
def _list_total(n: int, pada: date) -> tuple[tuple[int, X, str | None], ...]:
    """Column, formula and name of each total: a budget only once every programme has its figure, realisation as far
    as it goes.
    """
    nama = {PERJANJIAN: JUMLAH_PERJANJIAN, DPA: "hasil_anggaran_dpa", REALISASI: REALISASI_ANGGARAN}
    nama[TW + 3] = REALISASI_AKHIR
    kolom = {c: rentang(AWAL, c, AWAL + n - 1, c) for c in range(PERJANJIAN, SISA)}
    acuan, realisasi = di_kolom(PAGU), di_kolom(REALISASI)
    return (
        *((c, _jumlah(w, n if c < TW else 1), nama.get(c)) for c, w in kolom.items()),
        (SISA, beda(acuan, realisasi), None),
        (SERAPAN, serapan_bila_ada(realisasi, acuan, pada), "hasil_anggaran_serapan"),
    )


def _jumlah(w: X, perlu: int) -> X:
    return IF(COUNT(w) < perlu, "", to_sen(SUM(w)))


@lru_cache(maxsize=64)
def _list_cek(n: int, tercantum: Decimal | None, lembar: str) -> tuple[tuple[Pertanyaan, int, int, X], ...]:
    """The checks of `n` programmes, for `check`.

    Args:
        tercantum: the sum that the agreement states.
    """
    akhir = AWAL + n - 1
    w, dpa, selisih_, keadaan = (rentang(AWAL, c, akhir, c, lembar=lembar) for c in (PERJANJIAN, DPA, SELISIH, STATUS))
    mulai = COUNT(rentang(AWAL, TW, akhir, TW + 3, lembar=lembar)) > 0
    beda_ = COUNTIF(selisih_, ">0") + COUNTIF(selisih_, "<0")
    cek = [
        (CEK_PERJANJIAN, AWAL, PERJANJIAN, status(count_salah(w) > 0, COUNT(w) == n)),
        (CEK_DPA, AWAL, DPA, status(count_salah(dpa) > 0, COUNT(dpa) == n)),
        (CEK_SAMA, AWAL, SELISIH, status(beda_ > 0, COUNT(selisih_) == n)),
        (CEK_REALISASI, AWAL, TW, status(COUNTIF(keadaan, ISIAN_SALAH) > 0, mulai)),
        (CEK_LEBIH, AWAL, STATUS, status(COUNTIF(keadaan, LEBIH) > 0, mulai)),
    ]
    if tercantum is not None:
        sama = IF(to_sen(SUM(w)) == tercantum, OK, PERIKSA)
        cek.append((CEK_TERCANTUM, AWAL + n, PERJANJIAN, IF(COUNT(w) < n, BELUM, sama)))
    return tuple(cek)
