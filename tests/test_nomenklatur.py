"""Programme codes and names in the spellings that are really seen (Kepmendagri 050-5889/2021, bidang 7.01)."""

import pytest

from kinerja.kode import normalize_kode
from kinerja.nomenklatur import find_nomenklatur, find_program, list_kecocokan, list_program
from kinerja.perjanjian import jenis


def test_enam_program_baku() -> None:
    assert [p.kode for p in list_program()] == [f"7.01.0{n}" for n in range(1, 7)]
    assert list_program()[0].nama == "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("7.01.06", "7.01.06"),
        ("07.01.06", "7.01.06"),
        (" 7.01.6 ", "7.01.06"),
        ("PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM  ", "7.01.04"),
        ("Program Koordinasi Ketenteraman dan Ketertiban Umum", "7.01.04"),
        ("Koordinasi Ketentraman Dan Ketertiban Umum", "7.01.04"),
        ("7.01.02 - PROGRAM PENYELENGGARAAN PEMERINTAH DAN PELAYANAN PUBLIK", "7.01.02"),
        ("program penunjang urusan pemerintah daerah kabupaten / kota", "7.01.01"),
    ],
)
def test_program_ditemukan_dalam_ejaan_yang_beredar(teks: str, kode: str) -> None:
    program = find_program(teks)

    assert program is not None
    assert program.kode == kode


@pytest.mark.parametrize(
    "teks", ["7.01.07", "8.01.04", "7.01", "", "PROGRAM", "PROGRAM PEMBINAAN OLAHRAGA", "12.71.17"]
)
def test_yang_lain_bukan_program_baku(teks: str) -> None:
    assert find_program(teks) is None


def test_subkegiatan_dua_dan_empat_angka_sama() -> None:
    lama, baru = find_nomenklatur("7.01.06.2.01.11"), find_nomenklatur("7.01.06.2.01.0011")

    assert lama is not None
    assert lama == baru
    assert lama.nama == "Fasilitasi Penyelenggaraan Ketenteraman dan Ketertiban Umum"


@pytest.mark.parametrize("kode", ["7.01.06.2.01.0011.05", "PK-01", ""])
def test_yang_bukan_kode_dibiarkan(kode: str) -> None:
    assert normalize_kode(kode) == kode


def test_kecocokan_program_menurut_subkegiatan_dalam_nomenklatur() -> None:
    trantibum, manfaat = (list_kecocokan()[j.kode] for j in (jenis.TRANTIBUM, jenis.MANFAAT))

    assert trantibum.program == find_program("Program Koordinasi Ketenteraman dan Ketertiban Umum")
    assert trantibum.pengecualian == find_nomenklatur("7.01.06.2.01.0011")
    assert manfaat.program == find_program("7.01.03")
    assert manfaat.pengecualian is None
    for kode in ("7.01.03.2.02.0002", "7.01.03.2.02.0003"):
        entri = find_nomenklatur(kode)
        assert entri is not None
        assert f"{kode} {entri.nama}" in manfaat.sumber
    assert set(list_kecocokan()) <= set(jenis.JENIS)
