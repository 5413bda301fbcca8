"""The table of outcomes (docs/hasil-fungsi.md): every cell of it, run in the host of its column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.alat.bernama import agree
from tests.alat.dok_hasil import AKHIR, AWAL, DOK, update_dok
from tests.alat.sama.aturan import flatten
from tests.alat.sama.jalan import (
    run_beku_tabel,
    run_calc_tabel,
    run_excel_tabel,
    run_lambda_tabel,
    run_murni_tabel,
    run_python_tabel,
    run_web_tabel,
    to_nilai,
)
from tests.alat.sama.tabel import TABEL, TIDAK_ADA, TUAN, Baris, Beda, Kolom, Tuan
from tests.alat.web import open_excel

KOLOM_UTUH = [baris for baris in TABEL if any(isinstance(satu, Kolom) for satu in baris.panggilan.argumen)]
MESIN = ("ironcalc", "formulon")


def list_beda(tuan: Tuan, baris: Sequence[Baris], dapat: Sequence[Any], mesin: str = "") -> list[Any]:
    """Rows whose outcome in a host is another than the table says."""
    hasil = []
    for satu, nilai in zip(baris, dapat, strict=True):
        harap = satu.expect(tuan)
        if isinstance(harap, Beda):
            harap = harap.calc if mesin == "calc" else harap.umum
        harap, nilai = flatten(to_nilai(harap)), flatten(nilai)
        if not _is_sama(harap, nilai):
            hasil.append((satu.isi, harap, nilai))
    return hasil


def _is_sama(harap: Any, nilai: Any) -> bool:
    if isinstance(harap, list) and isinstance(nilai, list):
        return len(harap) == len(nilai) and all(map(_is_sama, harap, nilai))
    return agree(harap, nilai) if isinstance(harap, str | float | None) else bool(harap == nilai)


def test_excel_tanpa_python(tmp_path: Path) -> None:
    assert [] == list_beda("murni", TABEL, run_murni_tabel(TABEL, tmp_path))


def test_excel_dengan_python(tmp_path: Path) -> None:
    assert [] == list_beda("excel", TABEL, run_excel_tabel(TABEL, tmp_path))


def test_office_js(tmp_path: Path) -> None:
    with open_excel("folder", tmp_path) as excel:
        dapat = run_web_tabel(TABEL, excel)

    assert [] == list_beda("web", TABEL, dapat)


def test_libreoffice(tmp_path: Path) -> None:
    assert [] == list_beda("calc", TABEL, run_calc_tabel(TABEL, tmp_path))


@pytest.mark.parametrize("mesin", MESIN)
def test_lambda(mesin: str, tmp_path: Path) -> None:
    baris = [satu for satu in TABEL if satu.is_dihitung(mesin) and satu not in KOLOM_UTUH]

    assert [] == list_beda("lambda", baris, run_lambda_tabel(mesin, baris, tmp_path))


def test_lambda_atas_kolom_utuh(tmp_path: Path) -> None:
    for satu in KOLOM_UTUH:
        assert satu.is_dihitung("ironcalc")
        assert [] == list_beda("lambda", [satu], run_lambda_tabel("ironcalc", [satu], tmp_path))


def test_rumus_beku(tmp_path: Path) -> None:
    for mesin, dapat in run_beku_tabel(TABEL, tmp_path).items():
        assert [] == list_beda("beku", TABEL, dapat, mesin), mesin


def test_python() -> None:
    assert [] == list_beda("python", TABEL, run_python_tabel(TABEL))
    assert 10 > sum(satu.expect("python") == TIDAK_ADA for satu in TABEL) > 0


def test_setiap_baris_lambda_dihitung_sebuah_mesin() -> None:
    assert all(any(satu.is_dihitung(mesin) for mesin in MESIN) for satu in TABEL)
    assert all(TIDAK_ADA != satu.expect(tuan) for satu in TABEL for tuan in TUAN if tuan != "python")


def test_hasil_lain_dari_tabel_ditemukan() -> None:
    dapat = [to_nilai(satu.expect("murni")) for satu in TABEL]
    assert [] == list_beda("murni", TABEL, dapat)
    for nomor in range(len(TABEL)):
        salah = [*dapat[:nomor], "C", *dapat[nomor + 1 :]]
        assert [TABEL[nomor].isi] == [isi for isi, _, _ in list_beda("murni", TABEL, salah)]


def test_dokumen_ditulis_dari_tabel() -> None:
    """After a change: python -m tests.alat.dok_hasil"""
    teks = DOK.read_text("utf-8")

    assert (1, 1) == (teks.count(AWAL), teks.count(AKHIR))
    assert teks == update_dok(teks)
    assert len({satu.isi for satu in TABEL}) == len(TABEL)
