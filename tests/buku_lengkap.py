"""A plan that uses every type and field of the layout, for tests of whatever reads or writes workbooks."""

import base64
import io
from typing import Any

import openpyxl

from kinerja.workbook.layout import (
    Aturan,
    Blok,
    Buku,
    Cetak,
    FormatBersyarat,
    Gambar,
    Gaya,
    Grafik,
    Lembar,
    Nilai,
    Sel,
    Seri,
)

SALT = bytes(range(16))
# A PNG of 1 × 1 pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

GAYA = {
    "teks": Gaya(),
    "kepala": Gaya(tebal=True, warna="#FFFFFF", latar="#1F3864", bingkai="tipis", datar="center", lipat=True),
    "isian": Gaya(warna="#0000FF", latar="#FFF2CC", bingkai="tipis", datar="right", format="#,##0"),
    "isian_teks": Gaya(warna="#0000FF", latar="#FFF2CC", bingkai="sambung", lipat=True),
    "terkunci": Gaya(latar="#D9D9D9", bingkai="tipis", datar="right", format="#,##0"),
    "hasil": Gaya(tebal=True, latar="#F2F2F2", bingkai="ganda_bawah", format="#,##0.00"),
    "catatan": Gaya(miring=True, ukuran=9, indentasi=1, tegak="top", datar="justify", lipat=True),
    "baik": Gaya(tebal=True, warna="#006100", latar="#C6EFCE"),
    "salah": Gaya(tebal=True, warna="#9C0006", latar="#FFC7CE"),
}

PETUNJUK = Lembar(
    "Petunjuk",
    (4, 30, 12),
    (
        Sel(0, 0, "Contoh & <uji> “lengkap”", "kepala", lebar=3),
        Sel(1, 1, "Buka SKM", "teks", tautan="SKM!B4"),
        Sel(2, 1, "OK", "baik", rumus='IF(COUNT(SKM!B4:D8)>3,"OK","PERIKSA")', tautan="'Data Induk'!A1"),
        Sel(3, 1, "Satu baris\ndan satu lagi, dengan spasi di ujung  ", "catatan", lebar=2, tinggi=2),
        Sel(5, 1, None, "hasil"),
    ),
    tinggi=((0, 24.0), (3, 40.5)),
    cetak=Cetak(kertas="a4"),
    bersyarat=(FormatBersyarat("B3", 'B3="PERIKSA"', "salah"),),
    gambar=(Gambar(6, 0, PNG, 60, 90),),
    warna_tab="#1F3864",
)

JUMLAH: tuple[Nilai, ...] = (9, 7, 3, "", "")

SKM = Lembar(
    "SKM",
    (6, 12, 12, 12, 14),
    (
        Sel(2, 0, "No.", "kepala"),
        *(Sel(2, 1 + k, f"Unsur {k + 1}", "kepala") for k in range(3)),
        Sel(2, 4, "Jumlah", "kepala"),
        *(Sel(3 + b, 0, b + 1, "terkunci") for b in range(5)),
        *(
            Sel(3 + b, 4, jumlah, "hasil", rumus=f'IF(COUNT(B{4 + b}:D{4 + b})=0,"",SUM(B{4 + b}:D{4 + b}))')
            for b, jumlah in enumerate(JUMLAH)
        ),
    ),
    (
        Blok(
            "isian_skm_jawaban",
            3,
            1,
            5,
            3,
            "isian",
            Aturan("bulat", "Jawaban", "Ketik 1, 2, 3, atau 4.", 1, 4),
            ((4, 3, 2), (1, 2, 4), (3,)),
            frozenset({(0, 0), (0, 1)}),
            "terkunci",
        ),
        Blok(
            "isian_skm_catatan",
            9,
            1,
            2,
            1,
            "isian_teks",
            Aturan("teks", "Catatan", "Paling banyak 200 karakter.", 0, 200, tegas=False),
            (("=1+1",),),
        ),
        Blok("isian_skm_bobot", 12, 1, 1, 1, "isian", Aturan("desimal", "Bobot", "Antara 0 dan 1.", 0, 0.5)),
        Blok(
            "isian_skm_jenis",
            13,
            1,
            1,
            1,
            "isian_teks",
            Aturan("pilihan", "Jenis", "Pilih dari daftar.", pilihan_dari="'Data Induk'!$A$2:$A$3"),
        ),
    ),
    beku=(3, 1),
    cetak=Cetak(mendatar=True, area=(0, 0, 14, 4), baris_berulang=(2, 2), satu_halaman=True),
    filter="A3:E8",
    grafik=(
        Grafik(16, 0, "Jumlah per responden", (Seri("Jumlah", "SKM!$A$4:$A$8", "SKM!$E$4:$E$8", "#1F3864"),)),
        Grafik(
            34,
            0,
            "",
            (
                Seri("Satu", "SKM!$B$3:$D$3", "SKM!$B$4:$D$4", "#1F3864"),
                Seri("Dua", "SKM!$B$3:$D$3", "SKM!$B$5:$D$5", "#A6A6A6"),
            ),
            jenis="column",
            lebar=400,
            tinggi=200,
        ),
    ),
    garis=True,
)

INDUK = Lembar(
    "Data Induk",
    (20,),
    (Sel(0, 0, "Jenis", "kepala"), Sel(1, 0, "Murni", "teks"), Sel(2, 0, "Perubahan", "teks")),
    tersembunyi=True,
)

BUKU = Buku(
    "Contoh & lengkap",
    (INDUK, PETUNJUK, SKM),
    GAYA,
    (("hasil_skm_jumlah", "SKM!$E$4:$E$8"), ("Hasil_Status", "Petunjuk!$B$3")),
    (2024, 1, 31),
    (("templat", "contoh"), ("sidik", "0" * 64)),
    "2024 & Kecamatan Medan Baru",
)
"""Its first sheet is hidden, so the second must open."""


def sebuah_buku(*sel: Sel, **lain: Any) -> Buku:
    """A plan of one sheet, A, with a style "n"."""
    return Buku("Uji", (Lembar("A", (20,), sel, **lain),), {"n": Gaya()}, (), (2024, 1, 31))


def read_openpyxl(isi: bytes, **opsi: bool) -> Any:
    return openpyxl.load_workbook(io.BytesIO(isi), **opsi)
