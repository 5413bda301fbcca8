"""Boundary cases of ANGGARAN_REKON's choice of columns where a title alone does not say it: the figures must."""

import itertools
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

Tabel = list[list[Any]]

SATU: Tabel = [["Kode", "Nama", "Pagu"], ["7.01.01", "Penunjang", 500], ["7.01.02", "Pelayanan", 700]]
JUDUL = (
    "Pagu Setelah Efisiensi 50%", "Pagu (20%)", "Realisasi (%)", "Persentase Anggaran", "Anggaran Termasuk PPN", "PPN",
    "Jumlah PPN", "Jumlah Setelah PPN", "Rp Setelah PPN", "Jumlah (Rp/satuan)", "Harga Anggaran",
    "Setelah Efisiensi 50%",
    "Anggaran sumber dana PAD", "Serapan Anggaran", "Serapan", "Sisa Anggaran", "Lebih Bayar Anggaran", "TW I (%)",
    "Pagu Setelah Bertambah/(Berkurang)", "Sisa Sesudah Perubahan", "Setelah Perubahan Harga", "Rp 50%", "Nomor Pagu",
    "Target Akhir Renstra", "Target Setelah Efisiensi (Rp)", "PPN Setelah Perubahan", "Capaian Setelah Perubahan",
    "Volume Anggaran", "Realisasi Fisik dan Keuangan (Rp)", "Anggaran N+1 (%)", "Kode Anggaran", "Tahun 2024 (%)",
)  # fmt: skip
"""Titles of an amount and of something else."""
ISI: tuple[list[Any], ...] = (
    [5_000_000, 700_000], [4_000_000, "3.500.000"], [50, 100], [101, 100], [101, 1], [None, 250_000], ["50%", "20 %"],
    ["Rp 5.000.000", "Rp. 700"], ["5.000.000,00", "1,500"], ["1.50", "20,5"], ["-", 5_000_000], [" Rp-  ", "7.000.000"],
    ["\u2014", "(300.000)"], ["\u22125.000", " IDR 900 "], ["naik", 5_000_000], ["2.500.000*", "+3'500'000"],
    ["2.500.000 lagi", 100], [5_000_000, "lunas"], ["naik", "turun"],
    [date(2024, 7, 8), 300], [True, 300], ["Rp\u00a05.000", "300,-"], ["123456789012345678", 500], [".500.", "--"],
    [-5_000, 100], [0.4, 0.6], [0, 0],
)  # fmt: skip


def list_ragu() -> Iterator[tuple[Any, ...]]:
    """Columns of doubtful titles, alone and beside certain ones; titles that are years, parts, or stand elsewhere."""
    acak = random.Random(15)
    for judul, isi in itertools.product(JUDUL, ISI):
        pasti = acak.choice(["Pagu", "Anggaran", "Realisasi", "Jumlah"])
        besar = acak.choice([600, 5_000_000, 5_001, "300.000"])
        tabel: Tabel = [["Kode", pasti, judul], ["7.01.01", besar, isi[0]], ["7.01.02", 700, isi[1]]]
        yield acak.choice([(SATU, tabel), (SATU, SATU, tabel), ([[b[0], b[2]] for b in tabel], SATU)])
    yield from _list_contoh()
    yield from _list_bagian()
    yield from _list_kepala()
    for judul, isi in itertools.product(("Jumlah", "Jumlah (Rp)", "Total", "Nilai"), (20, 999, 1_000, 7_000, 0, "x")):
        for sebelah, besar in (("Pagu", 1_000_000), ("Semula", 999_000), ("Pagu", 19_999)):
            baris = [["7.01.01", isi, "x", besar], ["7.01.02", 0, "x", 1]]
            yield SATU, [["Kode", judul, acak.choice(["Satuan", "Ket", "Sat."]), sebelah], *baris]
    yield from list(_list_tak_terbaca())[::5]


def _list_contoh() -> Iterator[tuple[Any, ...]]:
    """Long columns: figures below many blanks, the last that is looked at, words below the last figure."""
    kepala = ["Kode", "Pagu", "Pagu Setelah Efisiensi 50%"]
    for isi in (
        [None] * 205 + [9_000_000],
        [5_000_000] * 101 + [1] * 99,
        [5_000_000] * 100 + [1] * 100,
        [1] * 101 + [5_000_000] * 100,
        [5_000_000, 4_000_000, *["NIP"] * 5],
        ["x"] * 3 + [5_000_000, 4_000_000],
    ):
        yield SATU, [kepala, *([f"7.01.02.2.01.{n:04}", 5_000_000, x] for n, x in enumerate(isi, start=1))]


def _list_bagian() -> Iterator[tuple[Any, ...]]:
    """Quarters, months, years, and what `Perubahan` may be."""
    acak = random.Random(16)
    judul = (
        ("Realisasi TW I", "TW II"), ("Realisasi TW I", "TW II", "TW III", "TW IV"), ("Realisasi Januari", "Februari"),
        ("Realisasi TW I", "Semester II"), ("TW I", "TW II"), ("Operasi", "Modal"), ("Realisasi", "TW II"),
        ("Realisasi Modal", "Operasi"),
        ("Anggaran 2023", 2024), ("Anggaran 2023", "2024"), ("Pagu", 2024), (2023, 2024.0), (2024,), ("Pagu", 2124),
        ("Pagu", "Perubahan"), ("Semula", "Perubahan", "Menjadi"), ("Perubahan",), ("Pagu", "Perubahan Pagu"),
    )  # fmt: skip
    for satu in judul:
        for besar in (1, 1_000_000):
            baris = [["7.01.01", "A", *(besar * acak.randint(1, 9) for _ in satu)] for _ in range(2)]
            yield SATU, [["Kode", "Uraian", *satu], *baris]
            yield SATU, SATU, [["Uraian", "Kode", *satu], *([b[1], b[0], *b[2:]] for b in baris)]
        yield SATU, [["Kode", "Uraian", *satu], ["7.01.01", "A", *[5] * len(satu)]]


def _list_tak_terbaca() -> Iterator[tuple[Any, ...]]:
    """A cell that is no figure in one of several columns: whatever the rest comes to, it is not passed over."""
    judul = ("Total", "Operasi", "Modal", "Transfer")
    for urut in itertools.permutations(judul, 3):
        for isi in itertools.permutations(("7.000.000", "7.000.000", "x")):
            yield SATU, [["Kode", *urut], ["7.01.01", *isi], ["7.01.02", 1, 1, 1]]


def _list_kepala() -> Iterator[tuple[Any, ...]]:
    """Titles below a letterhead, in two rows, or of a last column that is no budget."""
    surat: Tabel = [["PEMERINTAH KOTA", None, None], ["Tahun 2024", None, None]]
    yield SATU, [*surat, *SATU]
    yield SATU, [*surat, ["No", "Satu", "Dua"], *SATU[1:]]
    yield SATU, [*surat * 7, *SATU]
    yield SATU, [*SATU, SATU[0]]
    for bawah in (
        [None, None, "Semula"],
        [None, None, "Rp"],
        [None, "A", "Semula"],
        [None, None, 5],
        ["x", None, "Rp"],
    ):
        yield SATU, [["Kode", "Uraian", "Anggaran"], bawah, *SATU[1:]]
    for kepala in (["Kode dan Uraian", "Menjadi", "Semula"], ["Apa", "Pagu", "Realisasi"], ["Apa", "Siapa", "Pagu"]):
        yield [kepala, ["7.01.01", 500, 600], ["7.01.02", 700, 800]], SATU
        yield SATU, SATU, [kepala, ["7.01.01", "A", 600], ["7.01.02", "B", 800]]
    for kepala in (["Apa", "Siapa", "Pagu (20%)"], ["Apa", "Pagu (20%)", "Catatan"], ["Apa", "Siapa", "TW II (%)"]):
        yield SATU, [kepala, ["7.01.01", 5_000_000, 600_000], ["7.01.02", 7_000_000, 800_000]]
    lain = ("Sisa Pagu", "%", "Volume", "Harga Satuan", "PPN", "Selisih", "Target Kinerja", "Perubahan Anggaran")
    for judul in (*lain, "Serapan", "Nomor", "Besaran", "Biaya", "Perubahan APBD", "Perubahan"):
        yield SATU, [["Kode", "Uraian", judul], *SATU[1:]]
        yield SATU, [["Apa", "Siapa", judul], *SATU[1:]]
