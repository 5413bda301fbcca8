"""The agreement: a letterhead and a statement, its annex with two tables, a total in words, two signatures each.

The annex has sasaran beside indikator and target, programmes with budgets below; the superior signs on the left, the
camat on the right, as in agreements of kecamatan after the model of PermenPANRB 53/2014.
"""

from __future__ import annotations

from functools import lru_cache

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from tests.alat.formulir.berkas import save_openpyxl
from tests.alat.formulir.gaya import BINGKAI, KANAN, KIRI, RUPIAH, TENGAH, put, put_kepala, set_lebar

BIASA = Font(name="Times New Roman", size=11)
TEBAL = Font(name="Times New Roman", size=11, bold=True)
BESAR = Font(name="Times New Roman", size=14, bold=True)
GARIS = Border(bottom=Side(style="double"))
INDIKATOR, PROGRAM = 9, 14
"""Rows of the annex that are repeated, as the form has them."""


@lru_cache(maxsize=1)
def make_pk() -> bytes:
    """The form as a file."""
    buku = Workbook()
    lembar = buku.active
    assert isinstance(lembar, Worksheet)
    lembar.title = "Perjanjian"
    _put_pernyataan(lembar)
    _put_lampiran(buku.create_sheet("Lampiran PK"))
    buku.defined_names["jumlah_anggaran"] = DefinedName("jumlah_anggaran", attr_text="'Lampiran PK'!$F$15")
    buku.defined_names["daftar_program"] = DefinedName("daftar_program", attr_text="'Lampiran PK'!$B$14:$G$14")
    return save_openpyxl(buku)


def _put_pernyataan(lembar: Worksheet) -> None:
    set_lebar(lembar, "6 14 3 18 18 6 12 18")
    put(lembar, "A1:H1", "PEMERINTAH {{kecamatan.kabkota}}", font=BESAR, alignment=TENGAH)
    put(lembar, "A2:H2", "KECAMATAN {{ Kecamatan.Nama }}", font=BESAR, alignment=TENGAH)
    put(lembar, "A3:H3", "{{kecamatan.alamat}}", font=BIASA, alignment=TENGAH, border=GARIS)
    put(lembar, "A5:H5", "PERJANJIAN KINERJA TAHUN {{tahun}}", font=BESAR, alignment=TENGAH)
    kata = (
        "Agar pemerintahan di Kecamatan {{kecamatan.nama}} ({{kecamatan.kode}}), {{kecamatan.kabkota}}, Provinsi "
        "{{kecamatan.provinsi}}, berjalan efektif, terbuka, dan bertanggung jawab, kami:"
    )
    put(lembar, "A7:H7", kata, font=BIASA, alignment=KIRI)
    lembar.row_dimensions[7].height = 34
    for baris, pihak, sebutan in ((9, "pihak_pertama", "pertama"), (13, "pihak_kedua", "kedua")):
        for geser, (label, bidang) in enumerate((("Nama", "nama"), ("Jabatan", "jabatan"))):
            put(lembar, f"B{baris + geser}", label, font=BIASA)
            put(lembar, f"C{baris + geser}", ":", font=BIASA)
            put(lembar, f"D{baris + geser}:H{baris + geser}", f"{{{{{pihak}.{bidang}}}}}", font=BIASA)
        put(lembar, f"A{baris + 2}:H{baris + 2}", f"selanjutnya disebut pihak {sebutan};", font=BIASA)
    kata = (
        "Pihak pertama berjanji mewujudkan target {{tahun}} menurut lampiran dengan anggaran {{anggaran.jumlah}} "
        "({{anggaran.terbilang}}). Pihak kedua melakukan supervisi dan evaluasi atas capaian kinerja itu."
    )
    put(lembar, "A17:H17", kata, font=BIASA, alignment=KIRI)
    lembar.row_dimensions[17].height = 48
    _put_tanda_tangan(lembar, 19, ("A", "D"), ("F", "H"))
    lembar.page_setup.paperSize = 9
    lembar.page_setup.fitToHeight = 1
    _fit_lebar(lembar)
    lembar.print_area = "A1:H27"
    lembar.page_margins.left = lembar.page_margins.right = 0.6
    assert lembar.oddFooter is not None and lembar.oddFooter.center is not None
    lembar.oddFooter.center.text = "Perjanjian Kinerja, halaman &P"


def _fit_lebar(lembar: Worksheet) -> None:
    """One page wide."""
    assert lembar.sheet_properties.pageSetUpPr is not None
    lembar.sheet_properties.pageSetUpPr.fitToPage = True


def _put_tanda_tangan(lembar: Worksheet, baris: int, kiri: tuple[str, str], kanan: tuple[str, str]) -> None:
    """Nine rows: place and date, the parties, room for the pen, name, rank, NIP."""
    isi = (
        (0, "", "{{tempat}}, {{tanggal}}"),
        (1, "Pihak Kedua,", "Pihak Pertama,"),
        (2, "{{pihak_kedua.jabatan}}", "{{pihak_pertama.jabatan}}"),
        (6, "{{pihak_kedua.nama}}", "{{pihak_pertama.nama}}"),
        (7, "", "{{pihak_pertama.pangkat}}"),
        (8, "", "{{pihak_pertama.nip}}"),
    )
    for geser, teks_kiri, teks_kanan in isi:
        huruf = TEBAL if geser == 6 else BIASA
        for (a, b), teks in ((kiri, teks_kiri), (kanan, teks_kanan)):
            put(lembar, f"{a}{baris + geser}:{b}{baris + geser}", teks or None, font=huruf, alignment=TENGAH)
    lembar.row_dimensions[baris + 4].height = 40


def _put_lampiran(lembar: Worksheet) -> None:
    set_lebar(lembar, "5 14 20 20 22 18 16")
    put(lembar, "A1:G1", "LAMPIRAN PERJANJIAN KINERJA", font=TEBAL, alignment=TENGAH)
    judul = "KECAMATAN {{kecamatan.nama}} — TAHUN {{tahun}} ({{jenis}})"
    put(lembar, "A2:G2", judul, font=TEBAL, alignment=TENGAH)
    put(lembar, "A4:C4", "Banyak program:", font=BIASA)
    put(lembar, "D4", "=ROWS(daftar_program)", font=BIASA)
    put(lembar, "E4", "Anggaran semuanya:", font=BIASA)
    put(lembar, "F4", "=F15", font=BIASA, number_format=RUPIAH)
    for alamat, teks in (
        ("A6:A7", "No."), ("B6:C7", "Sasaran"), ("D6:E7", "Indikator Kinerja"), ("F6:G6", "Target"),
        ("F7", "Angka"), ("G7", "Satuan"),
    ):  # fmt: skip
        put_kepala(lembar, alamat, teks)
    for alamat, teks in (("A8", "1"), ("B8:C8", "2"), ("D8:E8", "3"), ("F8", "4"), ("G8", "5")):
        put(lembar, alamat, f"({teks})", font=Font(name="Arial", size=8), alignment=TENGAH, border=BINGKAI)
    for alamat, teks in (
        ("A9", "{{indikator.nomor}}"), ("B9:C9", "{{indikator.sasaran_sekali}}"), ("D9:E9", "{{indikator.nama}}"),
        ("F9", "{{indikator.target}}"), ("G9", "{{indikator.satuan}}"),
    ):  # fmt: skip
        put(lembar, alamat, teks, font=BIASA, alignment=KIRI, border=BINGKAI)
    lembar["F9"].number_format = "0.00"
    lembar.row_dimensions[9].height = 45
    _put_program(lembar)
    _put_tanda_tangan(lembar, 18, ("A", "C"), ("E", "G"))
    lembar.page_setup.paperSize = 9
    lembar.page_setup.fitToHeight = 0
    _fit_lebar(lembar)
    lembar.print_area = "A1:G26"
    lembar.print_title_rows = "6:7"
    lembar.row_breaks.append(Break(id=11))
    lembar.freeze_panes = "A9"


def _put_program(lembar: Worksheet) -> None:
    put(lembar, "A11:G11", "Program dan anggaran", font=TEBAL)
    for alamat, teks in (("A12:A13", "No."), ("B12:E13", "Program"), ("F12:F13", "Anggaran (Rp)"), ("G12:G13", "Ket.")):
        put_kepala(lembar, alamat, teks)
    for alamat, teks in (
        ("A14", "{{program.nomor}}"),
        ("B14:E14", "{{program.nama}}"),
        ("G14", "{{program.keterangan}}"),
    ):
        put(lembar, alamat, teks, font=BIASA, alignment=KIRI, border=BINGKAI)
    put(lembar, "F14", "{{program.anggaran}}", font=BIASA, alignment=KANAN, border=BINGKAI, number_format=RUPIAH)
    lembar.row_dimensions[14].height = 30
    put(lembar, "A15:E15", "Jumlah", font=TEBAL, alignment=Alignment(horizontal="right"), border=BINGKAI)
    put(lembar, "F15", "=SUM(F14:F14)", font=TEBAL, alignment=KANAN, border=BINGKAI, number_format=RUPIAH)
    put(lembar, "G15", None, border=BINGKAI)
    put(lembar, "A16:G16", "Terbilang: {{anggaran.terbilang}}", font=BIASA, alignment=KIRI, border=BINGKAI)
    lembar.row_dimensions[16].height = 28
