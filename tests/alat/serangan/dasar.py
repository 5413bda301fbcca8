"""The honest files from which hostile ones are made, each by another library than the one that reads it."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.workbook.writer import render_workbook
from tests.berkas_induk import Data, tabulate
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

NAMA_A = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
NAMA_B = "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK"
A, B = 15_435_519_078, 350_000_000
TOTAL = A + B
ANGGARAN: list[list[object]] = [["kode", "nama", "pagu"], ["7.01.01", NAMA_A, A], ["7.01.02", NAMA_B, B]]

JAWABAN = ((4, 4, 3, 4, 3, 4, 4, 3, 4), (3, 3, 3, 3, 3, 3, 3, 3, 3), (4, 3, 4, 3, 4, 3, 4, 3, 4))
SURVEI: list[list[object]] = [
    ["kecamatan", *(f"U{n}" for n in range(1, 10))],
    *(["12.71.17", *baris] for baris in JAWABAN),
]
INDUK: Data = {
    "umum": [{"kabkota": "12.71", "tahun": 2025, "jenis": "murni"}],
    "kecamatan": [{"kode": "12.71.17", "nama": "Medan Baru"}],
    "indikator": [{"sasaran": "Satu", "indikator": "Mutu", "jenis": "skm", "satuan": "nilai", "target": "B (88,30)"}],
    "program": [{"kode": "7.01.01", "nama": NAMA_A, "anggaran": A}],
}
TOML = f"""[umum]
kabkota = "12.71"
tahun = 2025
jenis = "murni"
[[kecamatan]]
kode = "12.71.17"
nama = "Medan Baru"
[[indikator]]
sasaran = "Satu"
indikator = "Mutu"
jenis = "skm"
satuan = "nilai"
target = "B (88,30)"
[[program]]
kode = "7.01.01"
nama = "{NAMA_A}"
anggaran = {A}
"""


def write_buku(lembar: dict[str, list[list[object]]]) -> bytes:
    """A workbook by openpyxl."""
    buku = openpyxl.Workbook()
    assert buku.active is not None
    buku.remove(buku.active)
    for nama, petak in lembar.items():
        halaman = buku.create_sheet(nama)
        for baris in petak:
            halaman.append(baris)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


CEK: list[list[object]] = [
    ["Cek – Pemeriksaan Isian"],
    [],
    ["No", "Yang diperiksa", "Lembar", "Hasil", "Apa yang dilakukan", "Penjelasan"],
    *([n, f"Hal {n}", "Cek", kata, "Lihat.", "Sebab."] for n, kata in enumerate(("OK", "PERIKSA", "DIJELASKAN"), 1)),
    [],
    [None, "Perlu diperiksa", None, 1],
    [None, "Belum diisi", None, 0],
    [],
    ["Temuan pada data perjanjian saat berkas ini dibuat"],
    [None, "Tidak ada temuan."],
]
IDENTITAS: list[list[object]] = [
    ["templat", "perjanjian-kinerja"],
    ["versi", "0.4.0"],
    ["kode", "12.71.17"],
    ["kecamatan", "Medan Baru"],
    ["tahun", "2024"],
    ["jenis", "murni"],
]
HASIL_CEK = "1 OK, 1 PERIKSA, 0 BELUM, 1 DIJELASKAN"


@cache
def kembali() -> bytes:
    """What a reader needs of a filled workbook of ours: sheet Cek with its names, and the identity."""
    buku = openpyxl.load_workbook(io.BytesIO(write_buku({"Cek": CEK, "Identitas": IDENTITAS})))
    acuan = {"hasil_cek_periksa": "Cek!$D$8", "hasil_cek_belum": "Cek!$D$9"}
    acuan |= {f"identitas_{kunci}": f"Identitas!$B${r}" for r, (kunci, _) in enumerate(IDENTITAS, start=1)}
    for nama, tujuan in acuan.items():
        buku.defined_names[nama] = DefinedName(nama, attr_text=tujuan)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


@cache
def anggaran() -> bytes:
    """A budget of two programmes on sheet DPA: cells C2 and C3 are the amounts."""
    return write_buku({"DPA": ANGGARAN})


@cache
def survei() -> bytes:
    """Three respondents."""
    return write_buku({"Survei": SURVEI})


@cache
def induk() -> bytes:
    """One kecamatan, one indikator, one programme."""
    return write_buku(tabulate(INDUK))


@cache
def beku() -> bytes:
    """A workbook with calls of our functions, computed ones and one that never was."""
    return write_buku(
        {"A": [["nilai", 66.5], ["predikat", "=SAKIP_PREDIKAT(B1)"], ["mutu", '=IF(B1>1,SKM_MUTU(B1),"")']]}
    )


@cache
def formulir() -> bytes:
    """An office's own form: a name, a row that is repeated, a total, a function of ours."""
    return write_buku(
        {
            "Formulir": [
                ["Kecamatan {{kecamatan.nama}}", 1],
                ["{{program.nama}}", "{{program.anggaran}}", "=ANGGARAN_SERAPAN(B1,B1)"],
                ["Jumlah", "=SUM(B2:B2)"],
            ]
        }
    )


@cache
def buku() -> bytes:
    """Our own issued workbook of the honest input."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "induk.toml"
        path.write_text(TOML, encoding="utf-8")
        (pk,) = read_induk(path)
    return render_workbook(build_perjanjian(Bahan(pk)))
