"""The table of outcomes as data: kinds of input, and what each host makes of them.

`docs/hasil-fungsi.md` is written from this, and `tests/test_addin_sama_tabel.py` runs every cell of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from addin.nilai import DIV0
from tests.alat.murni import Persen

Tuan = Literal["murni", "excel", "web", "calc", "lambda", "beku", "python"]
TUAN: dict[Tuan, str] = {
    "murni": "Excel tanpa Python",
    "excel": "Excel dengan Python",
    "web": "Office.js",
    "calc": "LibreOffice",
    "lambda": "LAMBDA",
    "beku": "rumus beku",
    "python": "Python",
}


@dataclass(frozen=True, slots=True)
class Tulis:
    """A constant in the formula; everything else stands in cells."""

    nilai: Any


@dataclass(frozen=True, slots=True)
class Hilang:
    """Nothing between two separators."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A whole column, of which the first cells hold these."""

    isi: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Gabungan:
    """Two blocks as one argument."""

    bagian: tuple[list[list[Any]], list[list[Any]]]


@dataclass(frozen=True, slots=True)
class Panggil:
    """A call of ours; arguments are cells, blocks (lists of rows), or one of the kinds above."""

    nama: str
    argumen: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Beda:
    """An outcome of frozen formulas in most programs, and another where LibreOffice computes."""

    umum: Any
    calc: Any


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Words in place of an outcome."""

    kalimat: str


NILAI_SAJA = Keadaan("nilainya saja")
DITOLAK = Keadaan("rumus ditolak Excel")
TIDAK_ADA = Keadaan("–")
LIMA_RATUS_EMPAT = "Err:504"


@dataclass(frozen=True, slots=True)
class Baris:
    """A kind of input: how it is called, the call, the outcome, and the outcomes of hosts where it is another."""

    isi: str
    panggilan: Panggil
    hasil: Any
    lain: Mapping[Tuan, Any] = field(default_factory=dict)

    def is_dihitung(self, mesin: str) -> bool:
        """Whether an engine can compute the call as a LAMBDA.

        IronCalc reads no union of ranges; formulon needs half a minute for a whole column.
        """
        tanpa = {"ironcalc": Gabungan, "formulon": Kolom}.get(mesin, ())
        return not any(isinstance(satu, tanpa) for satu in self.panggilan.argumen)

    def expect(self, tuan: Tuan) -> Any:
        """The outcome in a host."""
        return self.lain.get(tuan, self.hasil)


def _satu(isi: str, nama: str, sel: Any, hasil: Any, **lain: Any) -> Baris:
    return Baris(isi, Panggil(nama, (sel,)), hasil, _hosts(lain))


def _banyak(isi: str, nama: str, argumen: tuple[Any, ...], hasil: Any, **lain: Any) -> Baris:
    return Baris(isi, Panggil(nama, argumen), hasil, _hosts(lain))


def _hosts(lain: dict[str, Any]) -> dict[Tuan, Any]:
    """`lambda` is a word of Python: lambda_. `rumus` stands for LAMBDA and frozen formulas."""
    hasil: dict[Any, Any] = {nama.rstrip("_"): nilai for nama, nilai in lain.items()}
    if "rumus" in hasil:
        hasil = {"lambda": hasil["rumus"], "beku": hasil["rumus"], **hasil}
        del hasil["rumus"]
    return hasil


TANGGAL = date(2024, 7, 8)
TANPA_LAPORAN = "tidak ada laporan"
REKON = [
    ["Kode", "Nama", "Perjanjian", "DPA", "Realisasi", "Selisih", "Status"],
    ["7.01.01", None, 100.0, 90.0, None, 10.0, "berbeda"],
]
TABEL: tuple[Baris, ...] = (
    # numbers and texts
    _satu("angka", "SAKIP_PREDIKAT", 66.5, "B"),
    _satu('teks berisi angka "66,5"', "SAKIP_PREDIKAT", "66,5", "B", rumus="#VALUE!"),
    _satu('teks berisi angka bertitik "66.5"', "SAKIP_PREDIKAT", "66.5", "B", rumus="#VALUE!"),
    _satu('teks rupiah "Rp 21.540.000"', "RUPIAH_TEKS", "Rp 21.540.000", "Rp21.540.000",
          lambda_="#NAME?", beku=NILAI_SAJA),
    _banyak('teks bermakna ganda "1.500"', "ANGGARAN_SERAPAN", ("1.500", 3000), "#VALUE!"),
    _satu("teks yang bukan angka", "SAKIP_PREDIKAT", "enam puluh", "#VALUE!"),
    _satu("angka 0", "SAKIP_PREDIKAT", 0, "E"),
    _satu("angka di atas 0 sampai 1", "SAKIP_PREDIKAT", 0.5, "#NUM!"),
    _satu("angka 1, capaian", "KATEGORI_CAPAIAN", 1, "#NUM!"),
    _satu('teks "0,5": memang setengah', "SAKIP_PREDIKAT", "0,5", "D", rumus="#VALUE!"),
    _satu("angka di luar rentang", "SAKIP_PREDIKAT", 101, "#NUM!"),
    # per cent
    _satu("sel berformat persen, tampak 66,5%", "SAKIP_PREDIKAT", Persen(0.665), "B",
          rumus="#NUM!", python=TIDAK_ADA),
    _banyak("sel berformat persen untuk bilangan 0 sampai 1", "SKM_SAMPEL", (1200, Persen(0.05)), 291.0,
            beku=NILAI_SAJA, python=TIDAK_ADA),
    _satu('teks dengan tanda persen "66,5%"', "SAKIP_PREDIKAT", "66,5%", "B", rumus="#VALUE!"),
    # blanks
    _satu("sel kosong", "SAKIP_PREDIKAT", None, None),
    _satu('sel berisi teks kosong ("")', "SAKIP_PREDIKAT", "", None),
    _satu("sel berisi spasi", "SAKIP_PREDIKAT", "  ", None),
    _banyak("sel kosong, satu dari dua yang wajib", "ANGGARAN_SELISIH", (None, 5), None),
    _satu("sel kosong di fungsi di dalam fungsi", "KATEGORI_CAPAIAN", Panggil("PERSEN_CAPAIAN", (None, 100)), None),
    _banyak("sel kosong di dalam blok jawaban", "SKM_INDEKS", ([[4, None], [2, 3]],), 75.0),
    _banyak("sel berisi spasi di dalam blok jawaban", "SKM_INDEKS", ([[4, "  "], [2, 3]],), 75.0, beku="#VALUE!"),
    _banyak("satu unsur tanpa jawaban", "SKM_INDEKS", ([[4, None], [2, None]],), "#N/A"),
    # other cells
    _satu("sel galat", "SAKIP_PREDIKAT", DIV0, "#DIV/0!", python=TIDAK_ADA),
    _banyak("sel galat di dalam rentang", "SAKIP_PREDIKAT", ([[66.5], [DIV0]],), [["B"], ["#DIV/0!"]],
            calc=[["B"], ["teks #DIV/0!"]], beku=NILAI_SAJA, python=TIDAK_ADA),
    _banyak("sel galat di dalam blok jawaban", "SKM_INDEKS", ([[4, DIV0]],), "#DIV/0!", python=TIDAK_ADA),
    _satu("TRUE", "SAKIP_PREDIKAT", True, "#VALUE!", beku=Beda("#VALUE!", "#NUM!")),
    _satu("tanggal", "SAKIP_PREDIKAT", TANGGAL, "#VALUE!", rumus="#NUM!"),
    _banyak("target yang oleh Excel menjadi tanggal", "PERSEN_CAPAIAN", (6.5, TANGGAL), "#VALUE!", rumus=0.01),
    _banyak("huruf kriteria diapit spasi", "SAKIP_SUBKOMPONEN", ([[" bb "]], 9), 7.2, beku="#VALUE!"),
    # ranges
    _banyak("rentang", "SAKIP_PREDIKAT", ([[66.5], [None], [30]],), [["B"], [None], ["D"]], beku=NILAI_SAJA),
    _banyak("rentang sebaris", "SAKIP_PREDIKAT", ([[66.5, 90.5]],), [["B", "AA"]], beku=NILAI_SAJA),
    _banyak("rentang yang satu selnya salah", "SAKIP_PREDIKAT", ([[66.5], [101]],), [["B"], ["#NUM!"]],
            calc=[["B"], ["teks #NUM!"]], beku=NILAI_SAJA),
    _banyak("rentang angka yang satu selnya salah", "ANGGARAN_SELISIH", ([[5], ["x"]], 3), [[2.0], ["#VALUE!"]],
            beku=NILAI_SAJA),
    _banyak("dua rentang yang tidak sama panjang", "ANGGARAN_SELISIH", ([[5], [6], [7]], [[1], [2]]),
            [[4.0], [4.0], ["#N/A"]], beku=NILAI_SAJA),
    _banyak("kolom utuh", "SAKIP_PREDIKAT", (Kolom((66.5, 30, 90.5)),), [["B"], ["D"], ["AA"]],
            beku=NILAI_SAJA, python=TIDAK_ADA),
    _banyak("gabungan rentang", "SAKIP_PREDIKAT", (Gabungan(([[66.5], [30]], [[90.5]])),), "#VALUE!",
            calc=LIMA_RATUS_EMPAT, beku=NILAI_SAJA, python=TIDAK_ADA),
    _banyak("hasil sebaris", "SKM_NRR", ([[4, 2], [3, None]],), [[3.5, 2.0]], beku=NILAI_SAJA),
    _banyak("hasil berupa tabel campuran", "ANGGARAN_REKON", ([["7.01.01", 100]], [["7.01.01", 90]]), REKON,
            lambda_="#NAME?", beku=NILAI_SAJA),
    # arguments
    _banyak("argumen opsional di akhir tidak ditulis", "PERSEN_CAPAIAN", (5, 10), 50.0),
    _banyak("argumen opsional di tengah tidak ditulis", "PERSEN_CAPAIAN", (150, 100, Hilang(), Tulis(120)), 120.0),
    _banyak("argumen opsional berupa sel kosong", "PERSEN_CAPAIAN", (5, 10, None), 50.0, beku=NILAI_SAJA),
    _banyak("tanpa argumen: tabel predikat", "SAKIP_PREDIKAT", (), "tabel", beku=NILAI_SAJA),
    _banyak("argumen wajib tidak ditulis", "PERSEN_CAPAIAN", (5,), "#N/A",
            excel=DITOLAK, web=DITOLAK, lambda_="#VALUE!", beku=NILAI_SAJA),
    _banyak("terlalu banyak argumen", "SAKIP_PREDIKAT", (5, 6), DITOLAK,
            calc=LIMA_RATUS_EMPAT, lambda_="#VALUE!", beku=NILAI_SAJA, python="#VALUE!"),
    _banyak("pilihan yang tidak dikenal", "PERSEN_CAPAIAN", (5, 10, Tulis("mundur")), "#VALUE!", beku=NILAI_SAJA),
    _banyak("pilihan dengan huruf besar", "PERSEN_CAPAIAN", (3, 4, Tulis("TURUN_SELISIH")), 125.0),
    # outcomes
    _banyak("pembagi nol", "PERSEN_CAPAIAN", (5, 0), "#DIV/0!"),
    _banyak('target berupa teks "80-90" di sel', "PERSEN_CAPAIAN", (92, "80-90"), 102.22, rumus="#VALUE!"),
    _banyak('target berupa teks "80-90" di rumus', "PERSEN_CAPAIAN", (92, Tulis("80-90")), 102.22, lambda_="#VALUE!"),
    _banyak("tanpa laporan", "PERSEN_TRANTIBUM", (0, 0), TANPA_LAPORAN),
    _satu('"tidak ada laporan" sebagai capaian', "KATEGORI_CAPAIAN", TANPA_LAPORAN, TANPA_LAPORAN),
    _banyak('"tidak ada laporan" sebagai realisasi', "PERSEN_CAPAIAN", (TANPA_LAPORAN, 90), TANPA_LAPORAN),
    _satu("tanpa laporan, fungsi di dalam fungsi", "KATEGORI_CAPAIAN", Panggil("PERSEN_TRANTIBUM", (0, 0)),
          TANPA_LAPORAN),
    _satu("angka dengan kata", "TERBILANG", 21_540_000, "dua puluh satu juta lima ratus empat puluh ribu",
          lambda_="#NAME?", beku=NILAI_SAJA),
    _banyak("alasan sebuah galat", "KINERJA_ALASAN", (Tulis("ANGGARAN_SERAPAN"), 5, 0),
            "#DIV/0! Pagu nol; serapan tidak dapat dihitung. Isi pagunya.",
            lambda_="#NAME?", beku=NILAI_SAJA),
)  # fmt: skip
