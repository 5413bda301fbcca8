"""Where Excel is told not to put its green triangle: no more and no fewer cells than are meant to be as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kinerja.workbook.abai import list_abai
from kinerja.workbook.layout import Aturan, Blok, Gaya, Lembar, Sel
from kinerja.workbook.writer import render_workbook
from tests.alat.berkas import read_part
from tests.buku_lengkap import BUKU, sebuah_buku
from tests.contoh import make_medan
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

GAYA = {"n": Gaya(), "kode": Gaya(format="@")}
RUPIAH = Aturan("rupiah", "", "", 0, 9)


def rumus(baris: int, kolom: int, teks: str) -> Sel:
    return Sel(baris, kolom, 0, "n", teks)


def abai(*sel: Sel, blok: tuple[Blok, ...] = ()) -> dict[str, str]:
    return list_abai(Lembar("A", (9,), sel, blok), GAYA)


@pytest.mark.parametrize("nilai", ["198001012005011001", "7.01.02", "12,5%", "0812 345", "-5", "007"])
def test_teks_yang_terbaca_sebagai_angka_tidak_ditandai(nilai: str) -> None:
    assert abai(Sel(1, 2, nilai, "n"), Sel(2, 2, nilai, "n")) == {"number_stored_as_text": "C2:C3"}


@pytest.mark.parametrize("nilai", ["Medan 1", "1 : 32", "2024-01-31", "17 Agustus 2024", "", None, 7, 7.5])
def test_kata_dan_angka_bukan_teks_angka(nilai: str | float | None) -> None:
    assert abai(Sel(1, 2, nilai, "n")) == {}


def test_isian_berformat_teks_tidak_ditandai_apa_pun_yang_diketik() -> None:
    tulisan = Blok("isian_a", 1, 1, 3, 2, "kode", Aturan("teks", "", "", 0, 9))
    biasa = Blok("isian_b", 9, 1, 2, 1, "n", Aturan("teks", "", "", 0, 9), (("0811",),))

    assert abai(blok=(tulisan, biasa)) == {"number_stored_as_text": "B2:C4 B10", "two_digit_text_year": "B2:C4"}


def test_jumlah_yang_tidak_mengikutkan_angka_di_sebelahnya_memang_begitu() -> None:
    """Beside the four quarters stands the budget, and their sum itself: only the first is left out of the range."""
    triwulan = Blok("isian_a", 0, 1, 1, 4, "n", RUPIAH)

    jumlah = rumus(0, 5, "SUM(B1:E1)")
    assert abai(jumlah, blok=(triwulan,)) == {}
    assert abai(Sel(0, 0, "Medan", "n"), jumlah, blok=(triwulan,)) == {}
    assert abai(Sel(0, 0, 500, "n"), jumlah, blok=(triwulan,)) == {"formula_range": "F1"}
    assert abai(Sel(0, 0, 500, "n"), rumus(0, 5, 'COUNT(Lain!B1:E1)&"B1:E1"'), blok=(triwulan,)) == {}


def test_rumus_di_antara_dua_yang_sama_memang_lain() -> None:
    tiga = (rumus(1, 0, "B2+C2"), rumus(2, 0, "B3-C3"), rumus(3, 0, "B4+C4"))

    assert abai(*tiga) == {"formula_differs": "A3"}
    assert abai(*tiga[:2]) == {}
    assert abai(tiga[0], rumus(2, 0, "B3+C3"), tiga[2]) == {}
    assert abai(tiga[0], rumus(2, 0, "B4+C4"), tiga[2]) == {"formula_differs": "A3"}
    assert abai(*(rumus(0, k, x) for k, x in enumerate(("A2*$Z$1", "$Z$1", "C2*$Z$1")))) == {"formula_differs": "B1"}


def test_jawaban_survei_dan_realisasi_anggaran_ditemukan_dari_rencananya() -> None:
    buku = build_perjanjian(Bahan(make_medan(), responden=3))
    semua = {lembar.nama: list_abai(lembar, buku.gaya) for lembar in buku.lembar}

    assert "B7:B12" == semua["Anggaran"]["number_stored_as_text"]  # codes of six programmes
    assert "L7:L12 O7:O12" == semua["Anggaran"]["formula_range"]  # four quarters beside the difference
    assert {} == semua["Cek"]


def test_unsurnya_berdiri_di_antara_kaki_halaman_dan_gambar(tmp_path: Path) -> None:
    isi = read_part(render_workbook(BUKU), "xl/worksheets/sheet3.xml")
    angka = read_part(render_workbook(sebuah_buku(Sel(0, 0, "007", "n"))), "xl/worksheets/sheet1.xml")

    unsur = re.findall(r"<(headerFooter|ignoredErrors|drawing)\b", isi)
    assert unsur in (["headerFooter", "drawing"], ["headerFooter", "ignoredErrors", "drawing"])
    assert '</headerFooter><ignoredErrors><ignoredError sqref="A1" numberStoredAsText="1"/></ignoredErrors>' in angka
