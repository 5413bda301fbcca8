"""CSV files: what a spreadsheet would take for a formula is a text in each of them."""

from __future__ import annotations

import csv
import io

import pytest

from kinerja.kumpul.tabel_csv import write_sel_csv, write_tabel_csv

RUMUS = (
    "=1+1", "+62", "-A1", "-1-1", "--5", "- 5", "-5,2,5", "@SUM(1)", "\tx", "\t=1", "\rx", "\r=1", "\n=1", " =1+1",
    "\u00a0=1", "\u200b=1", "\ufeff@A1", "＝1+1",
)  # fmt: skip
BUKAN = ("-5", "-5,25", "-1250000", "-1.250.000", "-1.250.000,5", "5", "Kendala: =1", " x", "a\nb", "'=1", "", " ")


@pytest.mark.parametrize("teks", RUMUS)
def test_yang_dapat_dikira_rumus_menjadi_teks(teks: str) -> None:
    assert write_sel_csv(teks) == f"'{teks}"


@pytest.mark.parametrize("teks", BUKAN)
def test_angka_negatif_dan_teks_biasa_tetap(teks: str) -> None:
    assert write_sel_csv(teks) == teks


def test_yang_tidak_dapat_disimpan_atau_menyesatkan_tampak_sebagai_tanya() -> None:
    assert write_sel_csv("a\x00b\u202ec\ud800") == "a?b?c?"
    assert write_sel_csv("\x07=1") == "?=1"


def test_tabel_terbaca_kembali_sel_demi_sel() -> None:
    isi = write_tabel_csv(("A", "B"), [[teks, "x;y"] for teks in (*RUMUS, *BUKAN)])

    assert isi.startswith(b"\xef\xbb\xbfA;B\r\n")
    baris = list(csv.reader(io.StringIO(isi.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert baris[1:] == [[f"'{t}", "x;y"] for t in RUMUS] + [[t, "x;y"] for t in BUKAN]
