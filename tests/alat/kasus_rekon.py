"""Boundary cases of ANGGARAN_REKON, and tables drawn at random: titles, codes, totals, levels, accounts, owners."""

import itertools
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.alat.kasus_ragu import list_ragu

Panggilan = tuple[str, tuple[Any, ...]]
Tabel = list[list[Any]]

KEPALA: list[Any] = ["Kode", "Nama", "Pagu"]
SATU: Tabel = [KEPALA, ["7.01.01", "Penunjang", 500], ["7.01.02", "Pelayanan", 700]]
POHON: Tabel = [
    KEPALA,
    *(["7.01.01", "Penunjang", 500], ["7.01.01.2.01", "Rencana", 300], ["7.01.01.2.01.0001", "Renstra", 300]),
    *(["7.01.01.2.02", "Keuangan", 200], ["7.01.02", "Pelayanan", 700], ["7.01.02.2.01", "Koordinasi", 700]),
]
JUDUL_UANG = (
    "Pagu", "Pagu (Rp)", "Pagu Anggaran", "Anggaran", "Jumlah", "Jumlah (Rp)", "Total", "Nilai", "Rp", "Rupiah",
    "DPA", "Pagu DPA 2024", "Anggaran 2023", "Tahun 2024", "APBD", "RAPBD", "P-APBD", "Pagu Perubahan",
    "Perubahan Anggaran", "Perubahan APBD", "Perubahan", "Semula", "Menjadi", "Sebelum Perubahan",
    "Setelah Perubahan", "Pagu Murni", "PAK", "Pergeseran", "Bertambah/(Berkurang)", "Belanja Operasi",
    "Belanja Modal", "Tak Terduga", "Transfer", "Pegawai", "Barang dan Jasa", "Barang Jasa", "Operasi", "Modal",
    "Januari", "Realisasi Januari", "TW I", "Triwulan 2", "Realisasi", "Realisasi (Rp)", "Realisasi (%)",
    "Realisasi s.d. Juni", "SP2D", "Pencairan", "Serapan", "Sisa", "Anggaran T-1", "Pagu N-1", "Anggaran N+1",
    "Prakiraan Maju", "Anggaran Tahun Lalu", "Pagu tahun depan", "Pagu (dalam ribuan rupiah)", "Jumlah (Rp juta)",
    "Pagu (000)", "Pagu x 1.000", "Jumlah dalam jutaan", "Rp ribu", "Terbilang ribuan", "Anggaran (dua juta rupiah)",
    "Volume", "Harga Satuan", "Target Kinerja", "Besaran", "Biaya",
    "Kebutuhan dana belanja untuk kegiatan sosialisasi modal usaha masyarakat",
    "Pagu Operasi yang direncanakan dinas",
)  # fmt: skip
JUDUL_LAIN = (
    "Kode", "Kode Rekening", "Kd", "No Rekening", "Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan",
    "kode_sub_giat", "Kode Bidang Urusan", "Kode Urusan", "Nama", "Uraian", "Nama Program", "Nama Kegiatan",
    "Sub Kegiatan", "Program", "Kegiatan", "Nomenklatur", "Nama Bidang", "Kecamatan", "Nama SKPD", "Kode SKPD",
    "Kode Wilayah", "Perangkat Daerah", "Nama Sub Unit", "Sumber Dana", "Kode Akun", "Nama Akun", "Uraian Rekening",
    "No SP2D", "Bulan", "Kelurahan", "Nama Paket", "Jenis Belanja", "Tahun", "Tahun Anggaran", "TA", "Keterangan",
    "Koefisien", "No", "Nomor", "Kode 1",
)  # fmt: skip
KODE = (
    "7.01.01", "07.01.01", "7.01.1", "7-01-01", "7 01 01", "7.01.01.", " 7.01.01 ", "7. 01 .01", "7..01", "7.01.4x",
    "7.O1.04", "7.01.01.201.1", "7.01.01.2.01.0001", "7.01.01.2.01.1", "7.01.01.2.01.12345", "7.01.01.2",
    "7.01.01.201", "7.01", "7", "5", "4", "6", "5.1", "5.1.02", "5.01.02", "5.1.02.01.001.00024", "5.1.02.01.01.0001",
    "4.1.01", "01", "1", "06", "70101", "701.01", "070101", "100", "X.XX.01", "x.xx.01", "XX",
    "7.01.0.00.0.00.17.0000", "7.01.0.00.0.00.17.0001", "7.01.7.01.0.00.0.00.17.0000.7.01.04",
    "7.01.0.00.0.00.17.0000.7.01.04.2.01.0001", "7.01.01.2.01.0001 5.1.02", "7.01.01.2.01.0001.5.1.02.01",
    "7.01.04 PROGRAM KOORDINASI", "7.01.04 - Koordinasi", "7.01.04-Koordinasi",
    "Program Koordinasi Ketenteraman dan Ketertiban Umum", "PROGRAM LAIN", "Kegiatan 1", "7.01.01" + ".1" * 22,
    "7" * 90, "99.01.01", "7.010.01", "1.02.02", "1.02.02.2.10", "07/01/2001", "TOTAL2024", "5.1.2.3.4.5.6.7",
    "7.01.01.2.01.0001.9.9", "-7.01.01", "7.01.01-", ".7.01.01", "O7.01", "abc", 7, 7.01, 7.1, 5.1, 5, 70101, 0, -7,
    1e20, 7.0105, 12.5, True, False, date(2024, 1, 7),
)  # fmt: skip
NAMA_JUMLAH = (
    "Jumlah", "JUMLAH", "J U M L A H", "Jlh.", "Sub Total", "Sub-Jumlah", "GRAND TOTAL", "Jumlah Seluruhnya",
    "Total :", "Jumlah Program", "Jumlah Kegiatan Perencanaan", "Jumlah Belanja", "Keseluruhan",
    "Dipindahkan ke halaman 2", "Pindahan", "Bawaan", "A. Jumlah", "1. Total", "iv) Jumlah", "BELANJA",
    "Belanja Daerah", "PENDAPATAN", "Penerimaan", "PEMBIAYAAN", "Pembiayaan netto", "SURPLUS/(DEFISIT)", "SiLPA",
    "Sisa lebih pembiayaan", "Persentase", "Capaian (%)", "% serapan", "Sisa Anggaran", "Pagu", "Realisasi",
    "Kecamatan Medan Baru", "Kec. Medan", "Dinas Sosial", "Bagian", "Program Desa",
    "Program Pembinaan dan Pengawasan Pemerintahan Desa", "Makan minum", "Unsur Kewilayahan", "", None,
)  # fmt: skip
UANG = (
    0, 500, 500.5, 0.005, 1 / 3, 499.9999, 1e15, 1e18, 123456789012345, -5, -0.5, "500", "1.500", "1,500", "1.500.000",
    "1,500,000.00", "Rp 500", "Rp 1.500", "(500)", "500,-", "-", "Rp -", "", "  ", "abc", "5 juta", "1.5", "1,50",
    "1500.123", "1.500,123", "5%", True, date(2024, 7, 8), None, "9" * 45, "500\u00a0", "12.5", "1.50", "007", "--",
    "1e3",
)  # fmt: skip
ISI_KOLOM: dict[str, list[Any]] = {
    "Sumber Dana": ["PAD", "DAU", ""], "Kecamatan": ["A", "A", "A", "", "Semua"], "No SP2D": ["1", "2", ""],
    "Sub Unit": ["Kel A", "B", ""], "Kode Akun": ["5.1.01", "5.1.02", "5.2", ""], "Nama Paket": ["Meja", "Kursi", ""],
    "Kode Program": ["7.01.01", "", "", "", ""], "Ket": ["x", None],
}  # fmt: skip
"""Further columns of tables that are drawn, and what may stand in them."""


def list_rekon(pada: date) -> Iterator[Panggilan]:
    """Cases at every edge that is read, proved or compared."""
    semua = (_list_judul, list_ragu, _list_kode, _list_jumlah, _list_uang, _list_pemilik, _list_bentuk)
    for isi in itertools.chain.from_iterable(satu() for satu in semua):
        yield "ANGGARAN_REKON", isi


def _list_judul() -> Iterator[tuple[Any, ...]]:
    acak = random.Random(11)
    for judul in JUDUL_UANG:
        tabel = [["Kode", "Uraian", judul], ["7.01.01", "Penunjang", 500], ["7.01.02", "", 700]]
        yield (tabel, SATU, tabel) if acak.random() < 0.4 else (tabel, SATU)
        dua = acak.choice(JUDUL_UANG)
        yield SATU, [["Kode", judul, dua], ["7.01.01", 500, acak.choice([500, None, 300])], ["7.01.02", 700, 700]]
        tiga = [judul, *acak.sample(JUDUL_UANG, 2)]
        isi: list[Any] = [acak.randint(1, 9) for _ in range(3)]
        isi[acak.randrange(3)] = acak.choice([sum(isi), isi[0], "1.500", "x"])
        yield [["Kode", *tiga], ["7.01.01", *isi]], SATU, [["Kode", *tiga[::-1]], ["7.01.01", *isi]]
    for judul in JUDUL_LAIN:
        isi_ = "7.01.02" if "ode" in judul else "5.1.02" if "kun" in judul else acak.choice(["PAD", 2024, None])
        yield [["Kode", "Nama", judul, "Pagu"], ["7.01.02", "Desa", isi_, 5], ["7.01.02", "", isi_, 6]], SATU
        yield [[judul, "Pagu"], [isi_, 5], ["7.01.03", 5]], SATU
        yield [["Pagu", "Nama", judul], [5, "Program Desa", isi_], [6, "Jumlah", None]], SATU
    for atas in (
        ["", "", ""],
        ["1", "2", "3"],
        ["a", "b", "c"],
        ["(1)", "(2)", "(3)=(1)"],
        ["I", "II", "III"],
        [1, 2, 3],
    ):
        yield [KEPALA, atas, *SATU[1:]], SATU
        yield [atas, *SATU[1:]], SATU
    for ketiga in (1000, 1000.5, "1.000", "-", " ", None, True, date(2024, 7, 8), "PAD", "2024", "(5)", 0):
        yield [["7.01.01", "Penunjang", ketiga, 5], ["7.01.02", "Desa", None, 7]], SATU
        yield [["Kode", "Nama", "x", "y"], ["7.01.01", "A", None, 5], ["7.01.02", "B", ketiga, 7]], SATU
    yield [["Kode", None, None, "Uraian", "Pagu"], ["7", "01", "01", "A", 5], ["7", 1, 2, "B", 7]], SATU
    yield (
        [
            ["Kode", "", "", "", "Uraian", "Pagu"],
            [7, 1, 4, 2.01, "A", 5],
            ["7.01.0.00.0.00.17.0000", "7.01.01", "", 5, "B", 7],
        ],
        SATU,
    )


def _list_kode() -> Iterator[tuple[Any, ...]]:
    acak = random.Random(12)
    for kode in KODE:
        yield [KEPALA, [kode, "Penunjang", 500], ["7.01.02", "Pelayanan", 700]], SATU
        yield (
            SATU,
            [["7.01.01", "A", 500], [kode, acak.choice(["", "Belanja", "Program Desa"]), acak.choice([None, 200])]],
        )
        yield [["Kode", "Kode Akun", "Pagu"], ["7.01.01.2.01.0001", kode, 5], [kode, "5.1.02", 7]], SATU
    for atas, bawah in itertools.product((*KODE[:12], "5.1", "01"), ("7.01.01.2.01", "2.01", "5.1.02.01", "02", 2.1)):
        yield [["Kode", None, "Uraian", "Pagu"], [atas, bawah, "A", 500]], SATU


def _list_jumlah() -> Iterator[tuple[Any, ...]]:
    acak = random.Random(13)
    for nama in NAMA_JUMLAH:
        for jumlah in (1200, 700, acak.choice([1201, 0, None, -5, 1900])):
            tabel = [*SATU, [None, nama, jumlah]]
            acak_tabel = [KEPALA, *acak.sample([*tabel[1:], *acak.sample(POHON[1:], 3)], 6)]
            yield tabel, SATU
            yield POHON, [*POHON[:4], [None, nama, acak.choice([300, 500, 800])], *POHON[4:], [None, nama, jumlah]]
            yield SATU, acak_tabel
        yield [[nama, 5], ["Program A", 3], ["Program B", 2]], [["Program B", 2], [nama, 5]]
        yield [KEPALA, ["5", nama, 1200], *SATU[1:]], [KEPALA, ["4.1", nama, 9], [None, nama, 9], *SATU[1:]]


def _list_uang() -> Iterator[tuple[Any, ...]]:
    acak = random.Random(14)
    for uang in UANG:
        yield [KEPALA, ["7.01.01", "A", uang], ["7.01.02", "B", 700]], SATU, [["7.01.01", acak.choice([5, 501, "600"])]]
        yield [["7.01.01", uang], ["7.01.02", acak.choice(UANG)], ["7.01.03", acak.choice(UANG)]], SATU
        yield SATU, [["Kode", "Operasi", "Modal"], ["7.01.01", uang, 5], ["7.01.02", 1, acak.choice(UANG)]]
        yield SATU, SATU, [["Kode", "Realisasi"], [None, None], ["7.01.01", uang], ["7.01.01", uang]]


def _list_pemilik() -> Iterator[tuple[Any, ...]]:
    nama = (
        "Kec. Medan Baru",
        "KECAMATAN MEDAN BARU",
        "Kantor Camat",
        "12.71.02",
        "7.01.0.00.0.00.17.0000",
        "Medan Kota",
        "",
        5,
    )
    for satu, dua in itertools.product(nama, nama):
        isi = [[["Kode", "Kecamatan", "Pagu"], ["7.01.01", x, 5], ["7.01.02", None, 7]] for x in (satu, dua)]
        yield isi[0], isi[1]
    for semua in ("Semua Kecamatan", "Kota Medan", "Jumlah", "A"):
        baris = [
            ["7.01.01", semua, 9],
            ["7.01.01", "B", 4],
            ["7.01.01", "C", 5],
            ["7.01.02", semua, 3],
            ["7.01.02", "C", 3],
        ]
        yield [["Kode", "Kecamatan", "Pagu"], *baris], SATU
    beda = ("No SP2D", "Bulan", "Sumber Dana", "Nama Sub Unit", "Kode Akun", "Nama Paket")
    for judul, (a, b, c) in itertools.product(beda, [(400, 250, 150), (400, 250, 151), (250, 250, 250), (0, 0, 0)]):
        isi = [["7.01.02", "", a], ["7.01.02", "5.1.01", b], ["7.01.02", "5.1.02", c], ["7.01.04", "5.1.01", 5]]
        yield [["Kode", judul, "Pagu"], *isi], SATU
        yield [["Kode", judul, "Pagu"], *isi, ["", "", a + b + c + 5], ["", "5.1.02", c]], SATU


def _list_bentuk() -> Iterator[tuple[Any, ...]]:
    unit = ["7.01.0.00.0.00.17.0001", "Kelurahan Babura", 500]
    akun = [["5.1", "Operasi", 300], ["5.2", "Modal", 200]]
    yield from ((isi, SATU) for isi in (5, None, [[None, None]], [["7.01.01"]], [[None, None], ["7.01.01", "x"]]))
    yield from ((SATU, isi, SATU) for isi in (SATU, POHON, [["7.01", 9]], [["7.01.01", None]]))
    yield SATU, SATU, None
    yield (SATU,)
    yield SATU, SATU, SATU, SATU
    yield SATU, [KEPALA, unit, SATU[1], ["7.01.0.00.0.00.17.0000", "Kec. Medan", 700], SATU[2]]
    yield SATU, [*SATU[:2], *akun, SATU[2], ["5.1", "Operasi", 700]]
    yield SATU, [*SATU[:2], *akun, SATU[2], ["5.1", "Operasi", 1000], ["5.2", "Modal", 200]]
    yield SATU, [KEPALA, ["7.01.01", "A", None], *akun, ["7.01.02", "B", 700]]
    yield SATU, [KEPALA, *akun]
    yield SATU, [*SATU, ["7.01.02.2", "Kelompok", 700], ["7.01.02.2.01", "Koordinasi", 700]]
    yield SATU, [*POHON, *akun, ["7.01.02.2.02", "", 5], ["5.1", "x", 705]]
    yield (
        SATU,
        [
            ["Kode", "Uraian", "Koefisien", "Pagu"],
            ["7.01.01", "A", "", 500],
            *([None, "Kertas", "1", n] for n in (300, 150)),
        ],
    )
    yield (
        SATU,
        [
            ["Kode", "Uraian", "Pagu"],
            ["7.01.01", "A", 500],
            [None, "Kertas", 300],
            [None, "Tinta", 200],
            ["7.01.02", "B", 7],
        ],
    )
    yield [["7.01.01", 3], ["7.01.01", 4]], [["7.01.01", 7]], [["01", "PENUNJANG", 8]]
    yield [["Penunjang", 5], ["penunjang ", 6]], [["PROGRAM PENUNJANG", 11]]
    yield [["Program A", 5], ["Program B", 6], ["Program C", 11]], SATU
    yield [["O'Hara", 5], ['kata "a"', 6], ["x\\y", 11]], SATU
    yield [["Café 5 m²", 5], ["Âna-ana", 6]], SATU
    yield [["Kode", "Tahun", "Pagu"], ["7.01.01", 2023, 5], ["7.01.02", 2024, 5]], SATU


def list_rekon_acak(banyak: int, benih: int = 21) -> Iterator[Panggilan]:
    """Tables drawn from the same parts: trees of codes with totals, sections and accounts, right and wrong."""
    acak = random.Random(benih)
    for _ in range(banyak):
        judul = acak.choice(["Pagu", "Anggaran", "Jumlah (Rp)"])
        isi = [_draw_tabel(acak, judul), _draw_tabel(acak, judul)]
        if acak.random() < 0.4:
            isi.append(_draw_tabel(acak, acak.choice(["Realisasi", "Realisasi (Rp)", "Jumlah"])))
        yield "ANGGARAN_REKON", tuple(isi)


def _draw_tabel(acak: random.Random, judul: str) -> Tabel:
    kolom = ["Kode", "Nama", *acak.sample(list(ISI_KOLOM), acak.choice([0, 0, 0, 1, 2]))]
    baris = [_draw_baris(acak, kolom) for _ in range(acak.randint(1, 9))]
    if acak.random() < 0.1:
        baris = [[*b[:-1], 5] for b in baris]
    if acak.random() < 0.6:
        baris.sort(key=lambda b: str(b[0] or "9"))
    for _ in range(acak.choice([0, 1, 1, 2])):
        awal, akhir = (
            acak.choice([0, 0, acak.randrange(len(baris))]),
            acak.choice([len(baris), len(baris), acak.randint(1, len(baris))]),
        )
        jumlah = sum(b[-1] for b in baris[awal:akhir] if isinstance(b[-1], int)) + acak.choice([0, 0, 0, 1])
        nama = acak.choice(
            ["Jumlah", "Total", "Jumlah Program", "Grand Total", "BELANJA", "", "Kecamatan A", "Surplus", "Lain"]
        )
        kode = acak.choice([None, None, None, "5", "7.01", "7", "5.1"])
        baris.insert(acak.choice([akhir, len(baris), awal]), [kode, nama, *[None] * (len(kolom) - 2), jumlah])
    if acak.random() < 0.1:
        nol = acak.choice([".000", ".000.000", ",00"])
        for b in baris:
            b[-1] = f"{b[-1]}{nol}" if b[-1] and acak.random() < 0.8 else b[-1]
    tabel: Tabel = [[*kolom, judul], *baris] if len(kolom) > 2 or acak.random() < 0.7 else baris
    urut = acak.sample(range(len(tabel[0])), len(tabel[0])) if tabel[0][-1] == judul else range(len(tabel[0]))
    return [[b[k] for k in urut] for b in tabel]


def _draw_baris(acak: random.Random, kolom: list[str]) -> list[Any]:
    kode: Any = f"7.01.{acak.randint(1, 3):02}.2.{acak.randint(1, 2):02}.{acak.randint(1, 2):04}"
    kode = ".".join(kode.split(".")[: acak.choice([3, 3, 3, 5, 5, 6, 6, 2, 4])])
    if acak.random() < 0.2:
        kode = acak.choice(
            [None, "5.1.02", "5.1", "5.2", "01", "4.1", "5.1.02.01", "7.01.0.00.0.00.17.0001", f"{kode} 5.1"]
        )
    nama = acak.choice(
        ["", "", "Program A", "Desa", "Belanja Pegawai", "Jumlah", "Program Pembinaan dan Pengawasan Pemerintahan Desa"]
    )
    tengah = [acak.choice(ISI_KOLOM[satu]) for satu in kolom[2:]]
    return [kode, nama, *tengah, acak.choice([None, *range(9), *range(1, 5)])]
