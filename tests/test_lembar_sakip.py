"""The rows of the sheet SAKIP as people fill them in: letters, scores, both; rightly and wrongly, in every engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.alat.ketik import is_benar_lo, write_ketikan
from tests.alat.libreoffice import Lokal
from tests.alat.mesin import compare, find_errors, read_cached, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.sampel import choose_banyak
from tests.contoh import make_2019
from tests.lembar_sakip import BOBOT, LHE, TANGGAL, make_bahan, make_lke, show, spread
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

KASUS: tuple[tuple[Any, Any, Any, str], ...] = (
    (None, None, "", ""),
    # letters: value / 100 x 6
    ("AA", None, 6, "OK"),
    ("A", None, 5.4, "OK"),
    ("BB", None, 4.8, "OK"),
    ("B", None, 4.2, "OK"),
    ("CC", None, 3.6, "OK"),
    ("C", None, 3, "OK"),
    ("D", None, 1.8, "OK"),
    ("E", None, 0, "OK"),
    ("bB", None, 4.8, "OK"),
    # what is no letter of the table
    ("AB", None, "", "PERIKSA"),
    ("B ", None, "", "PERIKSA"),
    (" ", None, "", "PERIKSA"),
    ("*", None, "", "PERIKSA"),
    ("?", None, "", "PERIKSA"),
    ("<>", None, "", "PERIKSA"),
    ("90", None, "", "PERIKSA"),
    ("TRUE", None, "", "PERIKSA"),
    (True, None, "", "PERIKSA"),
    (False, None, "", "PERIKSA"),
    (90, None, "", "PERIKSA"),
    (0, None, "", "PERIKSA"),
    (TANGGAL, None, "", "PERIKSA"),
    # scores, from 0 to the weight
    (None, 0, 0, "OK"),
    (None, 6, 6, "OK"),
    (None, 5.405, 5.405, "OK"),
    (None, 6.01, "", "PERIKSA"),
    (None, 6.004, "", "PERIKSA"),
    (None, -0.01, "", "PERIKSA"),
    (None, TANGGAL, "", "PERIKSA"),
    (None, True, "", "PERIKSA"),
    (None, False, "", "PERIKSA"),
    (None, "4,5", "", "PERIKSA"),
    (None, "TRUE", "", "PERIKSA"),
    (None, "BB", "", "PERIKSA"),
    (None, " ", "", "PERIKSA"),
    # both: they agree when rounded to two decimals
    ("A", 5.4, 5.4, "OK"),
    ("A", 5.404, 5.4, "OK"),
    ("A", 5.395, 5.4, "OK"),
    ("A", 5.405, "", "PERIKSA"),
    ("A", 5.394, "", "PERIKSA"),
    ("A", 4.8, "", "PERIKSA"),
    ("A", 0, "", "PERIKSA"),
    ("E", 0, 0, "OK"),
    ("E", 0.004, 0, "OK"),
    ("E", -0.004, "", "PERIKSA"),
    ("AA", 6.004, "", "PERIKSA"),
    ("AB", 5.4, "", "PERIKSA"),
    ("A", "5.4", "", "PERIKSA"),
    ("A", True, "", "PERIKSA"),
    (True, 5.4, "", "PERIKSA"),
    (False, 0, "", "PERIKSA"),
    (90, 5.4, "", "PERIKSA"),
    (TANGGAL, TANGGAL, "", "PERIKSA"),
)
PER_BUKU = 16
ENAM = make_lke(*["6"] * PER_BUKU, "4")
"""Sixteen parts that weigh 6 each."""


def list_buku() -> Iterator[tuple[Bahan, tuple[tuple[Any, Any, Any, str], ...]]]:
    """All cases, sixteen to a workbook."""
    for n in range(0, len(KASUS), PER_BUKU):
        kasus = KASUS[n : n + PER_BUKU]
        yield make_bahan(ENAM, [k[0] for k in kasus], [k[1] for k in kasus]), kasus


@pytest.mark.parametrize(("huruf", "nilai", "dipakai", "cek"), KASUS)
def test_baris_memakai_huruf_atau_nilai_yang_sah(huruf: Any, nilai: Any, dipakai: Any, cek: str) -> None:
    tampak = show(make_bahan(ENAM, [huruf], [nilai]))

    assert (dipakai, cek) == (tampak.sel("G7"), tampak.sel("H7"))
    assert {"PERIKSA": "PERIKSA"}.get(cek, "BELUM") == tampak.cek()


def list_isian() -> list[Bahan]:
    """Every case of this file that has something peculiar typed into it."""
    lalu = [6, 9.01, -1, "x", True, False, TANGGAL, "", None, 5, 7.5, "12,5"]
    return [
        *(bahan for bahan, _ in list_buku()),
        make_bahan(huruf=LHE, lalu=BOBOT),
        make_bahan(nilai=spread("66.5"), lalu=lalu),
        make_bahan(huruf=["AA"] * 12, lalu=[True] * 12),
        make_bahan(nilai=[5.4, 7.204, 5.005], lalu=[5.395, 7.195, 5]),
        make_bahan(make_2019(), nilai=[30, True, TANGGAL, "x", 0], lalu=[30, 25, 15, 10, 20]),
        make_bahan(),
    ]


def test_setiap_mesin_menghitung_seperti_yang_tersimpan(tmp_path: Path) -> None:
    paths = [
        write_ketikan(build_perjanjian(bahan), tmp_path / f"{n}.xlsx") for n, bahan in enumerate(list_isian(), start=1)
    ]
    lokal: tuple[Lokal, ...] = ("en-US", "id-ID")
    lo = {satu: recalc_libreoffice(paths[n :: choose_banyak(2, 1)], satu) for n, satu in enumerate(lokal)}

    for n, path in enumerate(paths):
        mesin = {"ironcalc": recalc_ironcalc(path)}
        if n % choose_banyak(3, 1) == 0:
            mesin["formulon"] = recalc_formulon(path)
        mesin |= {satu: hasil[path] for satu, hasil in lo.items() if path in hasil}
        beda = [b for b in compare(path, **mesin) if b.sheet == "SAKIP"]
        assert [] == [b for b in beda if not is_benar_lo(b)], path.name
        assert {} == {sel: n for sel, n in find_errors(read_cached(path)).items() if sel[0] == "SAKIP"}


def test_isian_nilai_berformat_umum_agar_true_dikenali_libreoffice(tmp_path: Path) -> None:
    """In a cell of a format such as 0.00 LibreOffice holds TRUE for 1, and says so to ISLOGICAL too."""
    buku = openpyxl.load_workbook(write_ketikan(build_perjanjian(make_bahan()), tmp_path / "a.xlsx"))

    assert {"General"} == {buku["SAKIP"][f"{k}{r}"].number_format for k in "EFI" for r in range(7, 19)}
