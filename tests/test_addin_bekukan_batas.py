"""Freezing has an end: nested calls, endless formulas, brackets without end."""

import time
from datetime import date

import pytest

from addin.bekukan import PANJANG_RUMUS, TINGKAT, freeze_formula
from addin.ejaan import has_call
from addin.rumus_biasa import TanpaRumusError

HARI = date(2024, 12, 31)


def _nest(nama: str, dalam: int, sisa: str = "") -> str:
    return f"{nama}(" * dalam + "A1" + f"{sisa})" * dalam


BERAT = {
    "12 tingkat": _nest("SKM_MUTU", 12),
    "60 tingkat": _nest("SKM_MUTU", 60),
    "60 tingkat, dua argumen": _nest("PERSEN_CAPAIAN", 60, ",B1"),
    "65 tingkat": _nest("SKM_MUTU", TINGKAT + 1),
    "3.000 tingkat": _nest("SKM_MUTU", 3_000),
    "60 IF di luar": "IF(A1>0," * 60 + "SKM_MUTU(A1)" + ",1)" * 60,
    "panjang": "+".join(["SKM_MUTU(A1)"] * 60),
    "tanpa tutup": "SKM_MUTU(" * 900,
    "kurung biasa": f"SKM_MUTU({'(' * 4_000}A1{')' * 4_000})",
    "petik tunggal": "SKM_MUTU(A1)+" + "'" * 16_001,
    "kurung tabel": "SKM_MUTU(A1)+" + "['" * 8_000,
    "tanda hubung": "SKM_MUTU(A1)+" + "a-" * 8_000,
    "1 MB": "SKM_MUTU(A1)+" + "1+" * 500_000,
}


@pytest.mark.parametrize("nama", BERAT)
def test_rumus_yang_melewati_batas_ditolak_dalam_satu_detik(nama: str) -> None:
    awal = time.process_time()

    with pytest.raises(TanpaRumusError, match=r"karakter|bersarang|kurung"):
        freeze_formula(BERAT[nama], pada=HARI)

    assert time.process_time() - awal < 1


@pytest.mark.parametrize(
    "rumus",
    [
        "'" * 16_001,
        "['" * 8_000,
        "a-" * 8_000,
        '"' * 16_001,
        "x[" * 8_000,
        " " * 1_000_000,
        "a" * 100_000,
        "SKM_MUTU " * 99_999,
        "!  " * 99_999,
        "'!" * 8_001,
    ],
)
def test_mencari_panggilan_dalam_rumus_jahat_tetap_cepat(rumus: str) -> None:
    awal = time.process_time()

    assert not has_call(rumus)
    assert time.process_time() - awal < 1


def test_yang_masih_muat_di_excel_dibekukan() -> None:
    dalam = "IF(A1>0," * 50 + "SKM_MUTU(A1)" + ",1)" * 50

    beku = freeze_formula(dalam, pada=HARI)

    assert not has_call(beku)
    assert len(beku) <= PANJANG_RUMUS
    assert beku.startswith("IF(A1>0,IF(")


def test_nama_kolom_tabel_yang_panjang_tetap_dikenal() -> None:
    kolom = f"Tabel1[[#This Row],[{'k' * 255}]]"

    assert kolom in freeze_formula(f"SKM_MUTU({kolom})", pada=HARI)
