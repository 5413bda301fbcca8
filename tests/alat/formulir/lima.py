"""Five sheets: survey (400 respondents), SAKIP, budget, activities, recap; our functions typed in them.

The survey is laid out as published reports do: a row a respondent, U1 to U9, below them sum and average by unsur,
the weighted average, the index. Made with XlsxWriter.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

import xlsxwriter

from tests.alat.formulir.berkas import still

RESPONDEN = 400
AWAL, AKHIR = 8, 407
"""Rows of the first and the last respondent."""
KEGIATAN, PROGRAM, INDIKATOR = 6, 7, 9
"""Rows that are repeated on the sheets Kegiatan, Anggaran, Rekap, as the form has them."""
KOMPONEN = (
    ("Perencanaan Kinerja", 30),
    ("Pengukuran Kinerja", 30),
    ("Pelaporan Kinerja", 15),
    ("Evaluasi Internal", 25),
)
"""Of SAKIP, after PermenPANRB 88/2021."""
Gaya = dict[str, Any]


@lru_cache(maxsize=1)
def make_lima() -> bytes:
    """The form as a file."""
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(wadah, {"in_memory": True}) as buku:
        gaya = _make_gaya(buku)
        _put_skm(buku.add_worksheet("Survei"), gaya)
        _put_sakip(buku.add_worksheet("SAKIP"), gaya)
        _put_anggaran(buku.add_worksheet("Anggaran"), gaya)
        _put_kegiatan(buku.add_worksheet("Kegiatan"), gaya)
        _put_rekap(buku.add_worksheet("Rekap"), gaya)
        for nama, acuan in (
            ("isian_skm_jawaban", f"Survei!$B${AWAL}:$J${AKHIR}"), ("isian_skm_populasi", "Survei!$M$12"),
            ("hasil_skm_nik", "Survei!$M$8"), ("hasil_sakip_nilai", "SAKIP!$D$10"),
            ("jumlah_kegiatan", "Kegiatan!$A$6:$G$6"),
        ):  # fmt: skip
            buku.define_name(nama, f"={acuan}")
    return still(wadah.getvalue())


def _make_gaya(buku: xlsxwriter.Workbook) -> Gaya:
    bingkai = {"font_name": "Arial", "font_size": 9, "border": 1, "valign": "vcenter"}
    pakai = {
        "judul": {"font_name": "Arial", "font_size": 12, "bold": True, "align": "center"},
        "polos": {"font_name": "Arial", "font_size": 9},
        "kepala": {**bingkai, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#E2EFDA"},
        "teks": {**bingkai, "text_wrap": True},
        "bulat": {**bingkai, "num_format": "#,##0"},
        "angka": {**bingkai, "num_format": "0.00"},
        "rinci": {**bingkai, "num_format": "0.0000"},
        "isian": {**bingkai, "bg_color": "#FFF2CC", "locked": False},
        "uang": {**bingkai, "bg_color": "#FFF2CC", "num_format": "#,##0", "locked": False},
        "merah": {"font_color": "#C00000"},
    }
    return {nama: buku.add_format(isi) for nama, isi in pakai.items()}


def _put_judul(lembar: Any, akhir: str, teks: str, gaya: Gaya) -> None:
    lembar.merge_range(f"A1:{akhir}1", teks, gaya["judul"])
    lembar.merge_range(f"A2:{akhir}2", "KECAMATAN {{kecamatan.nama}} {{kecamatan.kabkota}}", gaya["judul"])
    lembar.merge_range(f"A3:{akhir}3", "TAHUN {{tahun}}", gaya["judul"])


def _put_skm(lembar: Any, gaya: Gaya) -> None:
    _put_judul(lembar, "M", "PENGOLAHAN SURVEI KEPUASAN MASYARAKAT", gaya)
    lembar.set_column("A:A", 12)
    lembar.set_column("B:J", 7)
    lembar.set_column("L:M", 18)
    lembar.merge_range("A6:A7", "Nomor Responden", gaya["kepala"])
    lembar.merge_range("B6:J6", "Nilai Unsur Pelayanan", gaya["kepala"])
    for nomor, kolom in enumerate("BCDEFGHIJ", start=1):
        lembar.write(f"{kolom}7", f"U{nomor}", gaya["kepala"])
        isi = f"{kolom}${AWAL}:{kolom}${AKHIR}"
        for geser, rumus, rupa in (
            (1, f"SUM({isi})", "bulat"), (2, f"AVERAGE({isi})", "rinci"), (3, f"AVERAGE({isi})/9", "rinci"),
        ):  # fmt: skip
            lembar.write_formula(f"{kolom}{AKHIR + geser}", f'=IF(COUNT({isi})=0,"",{rumus})', gaya[rupa], "")
    for baris in range(AWAL, AKHIR + 1):
        lembar.write(f"A{baris}", baris - AWAL + 1, gaya["bulat"])
        for kolom in "BCDEFGHIJ":
            lembar.write_blank(f"{kolom}{baris}", None, gaya["isian"])
    for geser, teks in enumerate(("Jumlah nilai", "NRR", "NRR tertimbang"), start=1):
        lembar.write(f"A{AKHIR + geser}", teks, gaya["kepala"])
    for baris, teks, rumus in (
        (8, "IKM", f"=SKM_INDEKS(B{AWAL}:J{AKHIR})"), (9, "Mutu pelayanan", "=SKM_MUTU(M8)"),
        (10, "Kinerja unit", "=SKM_KINERJA(M8)"), (11, "Responden", f"=COUNT(B{AWAL}:B{AKHIR})"),
        (13, "Sampel yang perlu", "=SKM_SAMPEL(M12)"), (14, "Jumlah tertimbang", f"=SUM(B{AKHIR + 3}:J{AKHIR + 3})"),
    ):  # fmt: skip
        lembar.write(f"L{baris}", teks, gaya["teks"])
        lembar.write_formula(f"M{baris}", rumus, gaya["angka"], "")
    lembar.write("L12", "Populasi", gaya["teks"])
    lembar.write_blank("M12", None, gaya["isian"])
    lembar.freeze_panes(7, 1)
    lembar.repeat_rows(5, 6)
    lembar.fit_to_pages(1, 0)
    lembar.conditional_format(
        f"B{AWAL}:J{AKHIR}", {"type": "cell", "criteria": "=", "value": 1, "format": gaya["merah"]}
    )


def _put_sakip(lembar: Any, gaya: Gaya) -> None:
    _put_judul(lembar, "D", "NILAI SAKIP", gaya)
    lembar.set_column("A:D", 20)
    for kolom, teks in zip("ABCD", ("No", "Komponen", "Bobot", "Nilai"), strict=True):
        lembar.write(f"{kolom}5", teks, gaya["kepala"])
    for nomor, (nama, bobot) in enumerate(KOMPONEN, start=1):
        for kolom, isi, rupa in (
            ("A", nomor, "bulat"),
            ("B", nama, "teks"),
            ("C", bobot, "bulat"),
            ("D", None, "isian"),
        ):
            lembar.write(f"{kolom}{5 + nomor}", isi, gaya[rupa])
        lembar.data_validation(
            f"D{5 + nomor}", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": f"=$C${5 + nomor}"}
        )
    lembar.write("B10", "Jumlah", gaya["kepala"])
    lembar.write_formula("C10", "=SUM(C6:C9)", gaya["bulat"], 100)
    lembar.write_formula("D10", '=IF(COUNT(D6:D9)<4,"",SAKIP_NILAI(D6,D7,D8,D9))', gaya["angka"], "")
    lembar.write("B11", "Predikat", gaya["kepala"])
    lembar.write_formula("D11", "=SAKIP_PREDIKAT(D10)", gaya["teks"], "")
    lembar.write("B13", "Nilai menurut LHE", gaya["teks"])
    lembar.write_string("D13", "{{isian_sakip_nilai}}", gaya["isian"])
    lembar.write("B14", "Predikat menurut LHE", gaya["teks"])
    lembar.write_string("D14", "{{isian_sakip_predikat}}", gaya["isian"])


def _put_anggaran(lembar: Any, gaya: Gaya) -> None:
    _put_judul(lembar, "H", "ANGGARAN PROGRAM", gaya)
    lembar.set_column("A:A", 5)
    lembar.set_column("B:C", 26)
    lembar.set_column("D:H", 19)
    for kolom, teks in zip("ABCDEFGH", (
        "No", "Kode", "Program", "Perjanjian", "DPA", "Realisasi", "Serapan (%)", "Selisih",
    ), strict=True):  # fmt: skip
        lembar.merge_range(f"{kolom}5:{kolom}6", teks, gaya["kepala"])
    for kolom, teks, rupa in (
        ("A", "{{program.nomor}}", "bulat"), ("B", "{{program.kode}}", "teks"), ("C", "{{program.nama}}", "teks"),
        ("D", "{{program.anggaran}}", "bulat"), ("E", "{{isian_dpa}}", "uang"), ("F", "{{isian_realisasi}}", "uang"),
    ):  # fmt: skip
        lembar.write_string(f"{kolom}7", teks, gaya[rupa])
    lembar.write_formula("G7", "=ANGGARAN_SERAPAN(F7,E7)", gaya["angka"], "")
    lembar.write_formula("H7", "=ANGGARAN_SELISIH(D7,E7)", gaya["bulat"], "")
    lembar.merge_range("A8:C8", "Jumlah", gaya["kepala"])
    for kolom in "DEF":
        lembar.write_formula(f"{kolom}8", f"=SUM({kolom}7:{kolom}7)", gaya["bulat"], 0)
    lembar.write_formula("G8", '=IF(E8=0,"",ANGGARAN_SERAPAN(F8,E8))', gaya["angka"], "")
    lembar.merge_range("A9:H9", "Terbilang: {{anggaran.terbilang}}", gaya["teks"])
    lembar.fit_to_pages(1, 0)
    lembar.set_landscape()


def _put_kegiatan(lembar: Any, gaya: Gaya) -> None:
    _put_judul(lembar, "G", "DAFTAR KEGIATAN", gaya)
    lembar.set_column("A:A", 5)
    lembar.set_column("B:C", 34)
    lembar.set_column("D:G", 13)
    for kolom, teks in zip("ABCDEFG", ("No", "Daftar", "Uraian", "Kelurahan", "Target", "Realisasi", "%"), strict=True):
        lembar.write(f"{kolom}5", teks, gaya["kepala"])
    for kolom, teks, rupa in (
        ("A", "{{kegiatan.nomor}}", "bulat"), ("B", "{{kegiatan.daftar}}", "teks"),
        ("C", "{{kegiatan.uraian}}", "teks"),
        ("D", "{{kegiatan.kelurahan}}", "teks"), ("E", "{{kegiatan.target}}", "bulat"),
        ("F", "{{isian_realisasi}}", "isian"),
    ):  # fmt: skip
        lembar.write_string(f"{kolom}6", teks, gaya[rupa])
    lembar.write_formula("G6", '=IF(N(E6)=0,"",ROUND(N(F6)/E6*100,2))', gaya["angka"], "")
    lembar.merge_range("A7:D7", "Jumlah {{kecamatan.nama}}", gaya["kepala"])
    for kolom in "EF":
        lembar.write_formula(f"{kolom}7", f"=SUM({kolom}6:{kolom}6)", gaya["bulat"], 0)
    lembar.write_formula("G7", '=IF(E7=0,"",ROUND(F7/E7*100,2))', gaya["angka"], "")
    lembar.repeat_rows(4)
    lembar.print_area("A1:G7")
    lembar.fit_to_pages(1, 0)


def _put_rekap(lembar: Any, gaya: Gaya) -> None:
    _put_judul(lembar, "H", "REKAP CAPAIAN", gaya)
    lembar.set_column("A:A", 5)
    lembar.set_column("B:C", 30)
    lembar.set_column("D:H", 15)
    for kolom, teks in zip("ABCDEFGH", (
        "No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori",
    ), strict=True):  # fmt: skip
        lembar.merge_range(f"{kolom}7:{kolom}8", teks, gaya["kepala"])
    for kolom, teks, rupa in (
        ("A", "{{indikator.nomor}}", "bulat"), ("B", "{{indikator.sasaran}}", "teks"),
        ("C", "{{indikator.nama}}", "teks"),
        ("D", "{{indikator.satuan}}", "teks"), ("E", "{{indikator.target}}", "angka"),
        ("F", "{{isian_realisasi}}", "isian"),
    ):  # fmt: skip
        lembar.write_string(f"{kolom}9", teks, gaya[rupa])
    lembar.write_formula("G9", '=IF(ISNUMBER(E9),PERSEN_CAPAIAN(F9,E9),"")', gaya["angka"], "")
    lembar.write_formula("H9", "=KATEGORI_CAPAIAN(G9)", gaya["teks"], "")
    lembar.merge_range("A10:F10", "Rata-rata", gaya["kepala"])
    lembar.write_formula("G10", '=IF(COUNT(G9:G9)=0,"",ROUND(AVERAGE(G9:G9),2))', gaya["angka"], "")
    for baris, teks, rumus in (
        (12, "IKM dan mutunya", '=Survei!M8&" / "&Survei!M9'), (13, "Nilai SAKIP", "=SAKIP!D10"),
        (14, "Anggaran", "=Anggaran!D8"), (15, "Serapan (%)", "=Anggaran!G8"),
        (16, "Banyak kegiatan", "=COUNTA(Kegiatan!C6:C6)"),
        (17, "Target kegiatan", "=SUM(Kegiatan!E6:E6)"), (18, "Baris kegiatan", "=ROWS(jumlah_kegiatan)"),
    ):  # fmt: skip
        lembar.write(f"C{baris}", teks, gaya["teks"])
        lembar.write_formula(f"D{baris}", rumus, gaya["angka"], "")
    for baris, kiri, kanan in (
        (20, "{{pihak_kedua.jabatan}}", "{{pihak_pertama.jabatan}}"),
        (24, "{{pihak_kedua.nama}}", "{{pihak_pertama.nama}}"),
    ):
        lembar.merge_range(f"A{baris}:C{baris}", kiri, gaya["judul"])
        lembar.merge_range(f"E{baris}:H{baris}", kanan, gaya["judul"])
    lembar.write_string("E25", "{{pihak_pertama.nip}}", gaya["polos"])
    lembar.fit_to_pages(1, 0)
