"""Two workbooks beside each other: nothing where nothing differs, every change with its sheet and cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.perjanjian.kembali.beda_buku import Selisih, list_selisih
from kinerja.perjanjian.kembali.beda_buku_butir import ANGGARAN, BAGIAN, HASIL, ISIAN, KATA, TARGET
from kinerja.perjanjian.kembali.terhitung import read_terhitung
from tests.alat.mesin import same
from tests.alat.terbitan import CUPLIKAN, VERSI
from tests.buku_kembali import BARU, ULANG

KINI = VERSI[-1] / "medan-baru-terisi.xlsx"
NAMA = ("medan-baru", "perubahan")


def compare(a: Path, b: Path) -> tuple[Selisih, ...]:
    return list_selisih(read_terhitung(a), read_terhitung(b))


def list_isian(path: Path) -> dict[tuple[str, str], Any]:
    """What stands in the input cells, as openpyxl reads them."""
    buku = openpyxl.load_workbook(path, data_only=True)
    hasil = {}
    for nama, definisi in buku.defined_names.items():
        if nama.startswith("isian_"):
            ((lembar, wilayah),) = definisi.destinations
            sel: Any = buku[lembar][wilayah]
            for satu in [s for baris in sel for s in baris] if isinstance(sel, tuple) else [sel]:
                if satu.value is not None:
                    hasil[lembar, satu.coordinate] = satu.value
    return hasil


@pytest.mark.parametrize("folder", CUPLIKAN, ids=lambda p: p.name)
@pytest.mark.parametrize("nama", [*NAMA, "medan-baru-terisi", "medan-kota-terisi-libreoffice"])
def test_buku_yang_sama_tidak_berbeda(nama: str, folder: Path) -> None:
    assert compare(folder / f"{nama}.xlsx", folder / f"{nama}.xlsx") == ()


@pytest.mark.parametrize("path", ULANG, ids=lambda p: p.stem)
def test_yang_hanya_disimpan_ulang_program_lain_tidak_berbeda(path: Path) -> None:
    assert compare(BARU, path) == ()


@pytest.mark.parametrize("folder", CUPLIKAN, ids=lambda p: p.name)
@pytest.mark.parametrize("nama", NAMA)
def test_setiap_isian_yang_diketik_disebut_dengan_lembar_dan_selnya(nama: str, folder: Path) -> None:
    kosong, terisi = folder / f"{nama}.xlsx", folder / f"{nama}-terisi.xlsx"
    lama, baru = list_isian(kosong), list_isian(terisi)
    harap = {letak: n for letak, n in baru.items() if lama.get(letak) != n}

    beda = [s for s in compare(kosong, terisi) if s.bagian in (TARGET, ANGGARAN, KATA, ISIAN)]

    assert {(s.lembar, s.sel) for s in beda} == harap.keys()
    assert len(beda) == len(harap) > 10
    for s in beda:
        assert same(s.menjadi if isinstance(s.menjadi, str) else float(s.menjadi), harap[s.lembar, s.sel]), s
        assert s.semula is None or same(float(s.semula), lama[s.lembar, s.sel]), s


@pytest.mark.parametrize("folder", CUPLIKAN, ids=lambda p: p.name)
@pytest.mark.parametrize("nama", NAMA)
def test_setiap_hasil_yang_berubah_seperti_yang_dihitung_mesin_lain(nama: str, folder: Path) -> None:
    """The values that are stored there were computed by LibreOffice or checked by two engines (test_terbitan)."""
    kosong, terisi = folder / f"{nama}.xlsx", folder / f"{nama}-terisi.xlsx"
    lama, baru = (openpyxl.load_workbook(p, data_only=True) for p in (kosong, terisi))

    beda = [s for s in compare(kosong, terisi) if s.bagian == HASIL]

    assert len(beda) > 10
    for s in beda:
        for nilai, buku in ((s.semula, lama), (s.menjadi, baru)):
            ada: Any = buku[s.lembar][s.sel].value
            if nilai is None:
                assert ada in (None, "", "–"), s
            else:
                assert same(nilai if isinstance(nilai, str) else float(nilai), ada), s


UBAHAN: dict[str, tuple[str, str, Any, str, object]] = {
    "target": ("Capaian", "G7", 80, TARGET, 80),
    "target yang tercetak": ("Lampiran", "E6", "B (80,00)", KATA, "B (80,00)"),
    "anggaran": ("Anggaran", "D8", 1_000_000, ANGGARAN, 1_000_000),
    "dpa": ("Anggaran", "E8", 1_000_000, ANGGARAN, 1_000_000),
    "realisasi anggaran": ("Anggaran", "H8", 5, ISIAN, 5),
    "capaian diketik": ("Capaian", "J7", 120, HASIL, 120),
    "NIK diketik": ("Capaian", "H7", 95, HASIL, 95),
    "realisasi triwulan diketik": ("Triwulan", "F15", 99, HASIL, 99),
    "serapan diketik": ("Anggaran", "N9", 100, HASIL, 100),
    "Cek diketik": ("Cek", "D22", "OK", HASIL, "OK"),
    "angka rujukan": ("Rujukan", "C30", 16, KATA, 16),
    "nama indikator": ("Capaian", "C7", "Indeks Lain", KATA, "Indeks Lain"),
    "nama program": ("Anggaran", "C8", "PROGRAM LAIN", KATA, "PROGRAM LAIN"),
    "kode program": ("Anggaran", "B8", "7.01.99", KATA, "7.01.99"),
    "camat": ("Pernyataan", "I4", "ORANG LAIN", KATA, "ORANG LAIN"),
    "kalimat pernyataan": ("Pernyataan", "A11", "Selanjutnya lain.", KATA, "Selanjutnya lain."),
    "jawaban survei": ("SKM", "C9", 1, ISIAN, 1),
    "penerima manfaat": ("Manfaat", "F8", 21, ISIAN, 21),
    "laporan trantibum": ("Trantibum", "C9", 50, ISIAN, 50),
    "nilai SAKIP": ("SAKIP", "F9", 15, ISIAN, 15),
    "bobot SAKIP": ("SAKIP", "D9", 20, KATA, 20),
    "penjelasan": ("Cek", "F31", "Sebab lain.", ISIAN, "Sebab lain."),
    "versi": ("Identitas", "B3", "0.6.9", "Identitas", "0.6.9"),
}


@pytest.mark.parametrize("nama", UBAHAN)
def test_satu_sel_yang_diubah_tangan_disebut_dengan_lembar_dan_selnya(nama: str, tmp_path: Path) -> None:
    lembar, sel, nilai, bagian, menjadi = UBAHAN[nama]
    buku = openpyxl.load_workbook(KINI)
    assert buku[lembar][sel].value != nilai
    buku[lembar][sel] = nilai
    buku.save(tmp_path / "ubah.xlsx")

    beda = compare(KINI, tmp_path / "ubah.xlsx")

    (satu,) = (s for s in beda if (s.lembar, s.sel, s.bagian) == (lembar, sel, bagian))
    assert satu.menjadi == menjadi
    assert satu.semula != menjadi
    assert satu.beda == (None if isinstance(nilai, str) else satu.menjadi - satu.semula)
    lain = [s for s in beda if s is not satu and s.bagian != HASIL]
    assert lain == []


def test_perbedaan_terurut_menurut_bagian() -> None:
    beda = compare(VERSI[0] / "medan-baru-terisi.xlsx", KINI)

    urutan = [BAGIAN.index(s.bagian) for s in beda]
    assert urutan == sorted(urutan)
    assert len(set(urutan)) > 2


def test_versi_lain_dengan_isian_yang_sama_tidak_berbeda_target_atau_anggaran() -> None:
    for folder in CUPLIKAN[:-1]:
        beda = compare(folder / KINI.name, KINI)

        assert [s for s in beda if s.bagian in (TARGET, ANGGARAN)] == [], folder
        hilang = [s for s in beda if s.bagian == ISIAN and s.semula is not None]
        assert hilang == [], folder
