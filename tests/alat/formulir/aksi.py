"""Action plan and monitoring by quarter, as kecamatan print it: heads of two rows, averages, the budget below.

Columns in their usual order: No, Sasaran, Indikator, Satuan, target of the year, target by quarter, realisation by
quarter, capaian, obstacles, what is done about them. Made with XlsxWriter.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import xlsxwriter

from tests.alat.formulir.berkas import make_gambar, still

TRIWULAN = ("I", "II", "III", "IV")
INDIKATOR, PROGRAM = 7, 14
"""Rows of the first sheet that are repeated, as the form has them."""
KATEGORI = ((91, 100, "Sangat Baik"), (76, 90, "Baik"), (66, 75, "Cukup"), (51, 65, "Kurang"))
Gaya = dict[str, Any]


@lru_cache(maxsize=1)
def make_aksi() -> bytes:
    """The form as a file."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        gaya = _make_gaya(buku)
        _put_monitoring(buku, gaya)
        _put_catatan(buku.add_worksheet("Catatan Indikator"), gaya)
        _put_rekap(buku.add_worksheet("Rekap"), gaya)
        buku.define_name("hasil_capaian_rerata", "=Monitoring!$R$8")
        buku.define_name("anggaran_program", "=Monitoring!$E$14:$E$14")
    return still(wadah.getvalue())


def _make_gaya(buku: xlsxwriter.Workbook) -> Gaya:
    dasar = {"font_name": "Calibri", "font_size": 9, "valign": "top", "text_wrap": True}
    bingkai = {**dasar, "border": 1}
    pakai = {
        "judul": {**dasar, "font_size": 13, "bold": True, "align": "center", "text_wrap": False},
        "polos": {**dasar, "text_wrap": False},
        "kepala": {
            **bingkai,
            "bold": True,
            "align": "center",
            "valign": "vcenter",
            "bg_color": "#1F4E79",
            "font_color": "#FFFFFF",
        },
        "teks": bingkai,
        "angka": {**bingkai, "num_format": "#,##0.00"},
        "rupiah": {**bingkai, "num_format": '"Rp"#,##0'},
        "persen": {**bingkai, "num_format": "0.00", "align": "right"},
        "isian": {**bingkai, "num_format": "#,##0.00", "bg_color": "#FFF9DB", "locked": False},
        "jumlah": {**bingkai, "bold": True, "num_format": '"Rp"#,##0', "top": 6},
        "rerata": {**bingkai, "bold": True, "num_format": "0.00", "top": 6},
        "merah": {"bg_color": "#F8CBAD"},
        "hijau": {"bg_color": "#C6E0B4"},
    }
    return {nama: buku.add_format(isi) for nama, isi in pakai.items()}


def _put_monitoring(buku: xlsxwriter.Workbook, gaya: Gaya) -> None:
    lembar = buku.add_worksheet("Monitoring")
    lembar.set_column("A:A", 4)
    lembar.set_column("B:C", 30)
    lembar.set_column("D:D", 9)
    lembar.set_column("E:R", 19)
    lembar.set_column("S:T", 20)
    lembar.merge_range("A1:T1", "RENCANA AKSI DAN MONITORING PERJANJIAN KINERJA", gaya["judul"])
    lembar.merge_range("A2:T2", "KECAMATAN {{kecamatan.nama}}, {{kecamatan.kabkota}}", gaya["judul"])
    lembar.merge_range("A3:T3", "TAHUN {{tahun}} ({{jenis}})", gaya["judul"])
    _put_indikator(lembar, gaya)
    _put_program(lembar, gaya)
    _put_bawah(lembar, gaya)
    _put_aturan(lembar, gaya)
    lembar.freeze_panes(6, 3)
    lembar.repeat_rows(4, 5)
    lembar.print_area("A1:T25")
    lembar.set_h_pagebreaks([10])
    lembar.set_landscape()
    lembar.set_paper(14)
    lembar.fit_to_pages(1, 0)
    lembar.set_footer("&LKecamatan&RHalaman &P dari &N")


def _put_indikator(lembar: Any, gaya: Gaya) -> None:
    for kolom, teks in zip("ABCDERST", (
        "No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Tahunan", "Capaian Tahun (%)", "Kendala",
        "Tindak Lanjut",
    ), strict=True):  # fmt: skip
        lembar.merge_range(f"{kolom}5:{kolom}6", teks, gaya["kepala"])
    for awal, akhir, teks in (
        ("F", "I", "Target Triwulan"),
        ("J", "M", "Realisasi Triwulan"),
        ("N", "Q", "Capaian (%)"),
    ):
        lembar.merge_range(f"{awal}5:{akhir}5", teks, gaya["kepala"])
    for kolom, teks in zip("FGHIJKLMNOPQ", TRIWULAN * 3, strict=True):
        lembar.write(f"{kolom}6", teks, gaya["kepala"])
    bidang = ("nomor", "sasaran_sekali", "nama", "satuan", "target", "target_1", "target_2", "target_3", "target_4")
    for kolom, nama in zip("ABCDEFGHI", bidang, strict=True):
        lembar.write_string(f"{kolom}7", f"{{{{indikator.{nama}}}}}", gaya["angka" if kolom >= "E" else "teks"])
    for kolom, nomor in zip("JKLM", (1, 2, 3, 4), strict=True):
        lembar.write_string(f"{kolom}7", f"{{{{isian_realisasi_{nomor}}}}}", gaya["isian"])
    for kolom, target, nyata in zip("NOPQ", "FGHI", "JKLM", strict=True):
        rumus = (
            f'=IF(AND(ISNUMBER({target}7),ISNUMBER({nyata}7)),IF({target}7=0,"",ROUND({nyata}7/{target}7*100,2)),"")'
        )
        lembar.write_formula(f"{kolom}7", rumus, gaya["persen"], "")
        lembar.write_formula(f"{kolom}8", _write_rerata(kolom), gaya["rerata"], "")
    lembar.write_formula("R7", '=IF(COUNT(N7:Q7)=0,"",ROUND(AVERAGE(N7:Q7),2))', gaya["persen"], "")
    lembar.write_string("S7", "{{isian_kendala}}", gaya["isian"])
    lembar.write_string("T7", "{{isian_tindak_lanjut}}", gaya["isian"])
    lembar.set_row(6, 52)
    lembar.merge_range("A8:M8", "Rata-rata capaian", gaya["rerata"])
    lembar.write_formula("R8", _write_rerata("R"), gaya["rerata"], "")
    lembar.merge_range("A9:D9", "Indikator yang sudah diukur", gaya["polos"])
    lembar.write_formula("E9", "=COUNT(R7)", gaya["polos"], 0)
    lembar.write_formula("F9", '=IF(SUM(E7:E7)=0,"",MAX($E$7:E7))', gaya["polos"], 0)


def _write_rerata(kolom: str) -> str:
    return f'=IF(COUNT({kolom}7:{kolom}7)=0,"",ROUND(AVERAGE({kolom}7:{kolom}7),2))'


def _put_program(lembar: Any, gaya: Gaya) -> None:
    lembar.merge_range("A11:O11", "ANGGARAN DAN REALISASI PROGRAM", gaya["judul"])
    for awal, akhir, teks in (
        ("A", "A", "No"), ("B", "B", "Kode"), ("C", "D", "Program"), ("E", "E", "Anggaran"), ("F", "F", "DPA"),
        ("K", "K", "Jumlah"), ("L", "L", "Serapan (%)"), ("M", "M", "Sisa"), ("N", "N", "Bagian (%)"),
        ("O", "O", "Kumulatif"),
    ):  # fmt: skip
        lembar.merge_range(f"{awal}12:{akhir}13", teks, gaya["kepala"])
    lembar.merge_range("G12:J12", "Realisasi Triwulan", gaya["kepala"])
    for kolom, teks in zip("GHIJ", TRIWULAN, strict=True):
        lembar.write(f"{kolom}13", teks, gaya["kepala"])
    lembar.write_string("A14", "{{program.nomor}}", gaya["teks"])
    lembar.write_string("B14", "{{program.kode}}", gaya["teks"])
    lembar.merge_range("C14:D14", "{{program.nama}}", gaya["teks"])
    lembar.write_string("E14", "{{program.anggaran}}", gaya["rupiah"])
    for kolom, nama in zip("FGHIJ", ("dpa", "realisasi_1", "realisasi_2", "realisasi_3", "realisasi_4"), strict=True):
        lembar.write_string(f"{kolom}14", f"{{{{isian_{nama}}}}}", gaya["isian"])
    for kolom, rumus in (
        ("K", "=SUM(G14:J14)"), ("L", '=IF(N(E14)=0,"",ROUND(K14/E14*100,2))'), ("M", "=N(E14)-K14"),
        ("N", '=IF($E$15=0,"",ROUND(E14/$E$15*100,2))'), ("O", "=SUM(O13,E14)"),
    ):  # fmt: skip
        lembar.write_formula(f"{kolom}14", rumus, gaya["persen" if kolom in "LN" else "rupiah"], 0)
    lembar.set_row(13, 27)
    lembar.merge_range("A15:D15", "Jumlah", gaya["jumlah"])
    for kolom in "EFGHIJKM":
        lembar.write_formula(f"{kolom}15", f"=SUM({kolom}14:{kolom}14)", gaya["jumlah"], 0)
    lembar.write_formula("L15", '=IF(E15=0,"",ROUND(K15/E15*100,2))', gaya["rerata"], "")


def _put_bawah(lembar: Any, gaya: Gaya) -> None:
    """Remarks that the office left unlocked, a seal, two who sign."""
    lembar.write("B17", "Catatan kecamatan:", gaya["polos"])
    lembar.merge_range("C17:I17", None, gaya["isian"])
    lembar.insert_image("B19", "lambang.png", {"image_data": io.BytesIO(make_gambar()), "object_position": 1})
    for baris, kiri, kanan in (
        (19, "Mengetahui,", "{{tempat}}, {{tanggal}}"), (20, "{{pihak_kedua.jabatan}}", "{{pihak_pertama.jabatan}}"),
        (24, "{{pihak_kedua.nama}}", "{{pihak_pertama.nama}}"), (25, None, "NIP {{pihak_pertama.nip}}"),
    ):  # fmt: skip
        lembar.merge_range(f"C{baris}:E{baris}", kiri, gaya["judul"])
        lembar.merge_range(f"N{baris}:R{baris}", kanan, gaya["judul"])
    lembar.set_row(21, 33)


def _put_aturan(lembar: Any, gaya: Gaya) -> None:
    lembar.data_validation("J7:M7", {"validate": "decimal", "criteria": ">=", "value": 0, "error_title": "Realisasi"})
    lembar.data_validation("F14:J14", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": "=$E$15"})
    lembar.data_validation("C17", {"validate": "length", "criteria": "<=", "value": 200})
    lembar.conditional_format("N7:R8", {"type": "cell", "criteria": "<", "value": 50, "format": gaya["merah"]})
    lembar.conditional_format("A14:O14", {"type": "formula", "criteria": "=$K14>$E14", "format": gaya["merah"]})
    lembar.conditional_format("L15", {"type": "cell", "criteria": ">=", "value": "=$R$8", "format": gaya["hijau"]})


def _put_catatan(lembar: Any, gaya: Gaya) -> None:
    """Indikator once more, item by item; the steps of the plan, of which there may be none; a table of its own."""
    lembar.set_column("A:A", 5)
    lembar.set_column("B:F", 24)
    lembar.merge_range("A1:F1", "Catatan atas indikator", gaya["judul"])
    _put_deret(lembar, 3, ("No", "Indikator", "Capaian (%)", "Keadaan", "Bukti dukung", "Penjelasan"), gaya["kepala"])
    lembar.write_string("A4", "{{indikator.nomor}}", gaya["teks"])
    lembar.write_string("B4", "{{indikator.nama}}", gaya["teks"])
    lembar.write_formula("C4", "=Monitoring!R7", gaya["persen"], "")
    lembar.write_formula("D4", '=IF(C4="","belum diukur",IF(C4>=100,"tercapai","belum tercapai"))', gaya["teks"], "")
    lembar.write_string("E4", "{{isian_bukti_dukung}}", gaya["isian"])
    lembar.write_string("F4", "{{indikator.penjelasan}}", gaya["teks"])
    lembar.write_formula("C5", '=COUNTIF(D4:D4,"tercapai")', gaya["polos"], 0)
    _put_deret(lembar, 7, ("No", "Langkah", "Indikator", "Anggaran", "Pelaksana", "Bagian"), gaya["kepala"])
    for kolom, nama in zip("ABCDE", ("nomor", "uraian", "indikator", "anggaran", "pelaksana"), strict=True):
        lembar.write_string(f"{kolom}8", f"{{{{rencana_aksi.{nama}}}}}", gaya["rupiah" if kolom == "D" else "teks"])
    lembar.write_formula("F8", '=IF($D$9=0,"",ROUND(D8/$D$9*100,2))', gaya["persen"], "")
    lembar.merge_range("A9:C9", "Jumlah", gaya["jumlah"])
    lembar.write_formula("D9", "=SUM(D8:D8)", gaya["jumlah"], 0)
    kepala = [{"header": h} for h in ("Dari", "Sampai", "Sebutan")]
    lembar.add_table("B11:D15", {"name": "TabelKategori", "data": KATEGORI, "columns": kepala})
    lembar.write_formula("B17", "=SUM(TabelKategori[Dari])", gaya["polos"], 0)
    lembar.fit_to_pages(1, 0)
    lembar.print_area("A1:F17")


def _put_deret(lembar: Any, baris: int, teks: tuple[str, ...], gaya: Any) -> None:
    for kolom, satu in zip("ABCDEF", teks, strict=False):
        lembar.write(f"{kolom}{baris}", satu, gaya)


def _put_rekap(lembar: Any, gaya: Gaya) -> None:
    """What the other two sheets come to, and each programme once more."""
    lembar.set_column("A:A", 34)
    lembar.set_column("B:E", 18)
    lembar.write("A1", "Rekap Kecamatan {{kecamatan.nama}} Tahun {{tahun}}", gaya["polos"])
    for baris, teks, rumus in (
        (3, "Banyak indikator", "=COUNTA(Monitoring!C7:C7)"), (4, "Capaian rata-rata", "=Monitoring!R8"),
        (5, "Anggaran", "=SUM(Monitoring!E14:E14)"), (6, "Realisasi", "=Monitoring!K15"),
        (7, "Program terbesar", "=MAX(anggaran_program)"), (8, "Tercapai", "='Catatan Indikator'!C5"),
        (9, "Serapan di bawah 50%", '=SUMIF(Monitoring!L14:L14,"<50",Monitoring!E14:E14)'),
        (10, "Selisih anggaran", "=B5-Monitoring!E15"),
    ):  # fmt: skip
        lembar.write(f"A{baris}", teks, gaya["teks"])
        lembar.write_formula(f"B{baris}", rumus, gaya["angka"], 0)
    _put_deret(lembar, 12, ("Program", "Anggaran", "Realisasi", "Kumulatif", "Lebih"), gaya["kepala"])
    lembar.write_string("A13", "{{program.nama}}", gaya["teks"])
    for kolom, rumus in (
        ("B", "=Monitoring!E14"),
        ("C", "=Monitoring!K14"),
        ("D", "=SUM(D12,B13)"),
        ("E", "=MAX(0,C13-B13)"),
    ):
        lembar.write_formula(f"{kolom}13", rumus, gaya["rupiah"], 0)
    lembar.write("A14", "Jumlah", gaya["jumlah"])
    for kolom in "BCE":
        lembar.write_formula(f"{kolom}14", f"=SUM({kolom}13:{kolom}13)", gaya["jumlah"], 0)
    lembar.autofilter("A12:E13")
    lembar.fit_to_pages(1, 0)
