"""The honest files from which hostile ones are made, each by another library than the one that reads it."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

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
def buku() -> bytes:
    """Our own issued workbook of the honest input."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "induk.toml"
        path.write_text(TOML, encoding="utf-8")
        (pk,) = read_induk(path)
    return render_workbook(build_perjanjian(Bahan(pk)))
