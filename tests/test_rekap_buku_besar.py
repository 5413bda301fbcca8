"""rekap.xlsx of the whole country: every kecamatan has its row, the sheets keep to what programs hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku
from tests.alat.mesin import compare, recalc_ironcalc
from tests.alat.rekap import HARI, make_rekap
from workbook_templates.rekap import build_rekap

NASIONAL = 7_285
MAKS_TAUTAN = 65_530
"""Links of one sheet (Excel specifications and limits)."""


@pytest.fixture(scope="module")
def nasional() -> tuple[Rekap, Buku]:
    rekap = make_rekap(NASIONAL, sampai=1)
    return rekap, build_rekap(rekap)


def test_7285_kecamatan_menjadi_satu_buku(nasional: tuple[Rekap, Buku], tmp_path: Path) -> None:
    rekap, rencana = nasional
    path = tmp_path / "rekap.xlsx"

    write_workbook(rencana, path)

    buku = CalamineWorkbook.from_path(path)
    kode = [b.kode for b in rekap.baris]
    for lembar in ("Pengembalian", "Capaian", "Triwulan I", "Anggaran"):
        baris = buku.get_sheet_by_name(lembar).to_python(skip_empty_area=False)
        assert kode == [b[0] for b in baris[6:]], lembar
    status = Counter(str(b.status) for b in rekap.baris)
    ringkasan = {b[0]: b[1] for b in buku.get_sheet_by_name("Ringkasan").to_python()}
    assert {str(s): status[s] for s in StatusKembali} == {str(s): ringkasan[str(s)] for s in StatusKembali}


def test_grafik_yang_tidak_terbaca_diganti_kalimat(nasional: tuple[Rekap, Buku]) -> None:
    lembar = nasional[1].get_lembar("Grafik")
    teks = [s.nilai for s in lembar.sel if isinstance(s.nilai, str) and "tidak terbaca" in s.nilai]

    assert 3 == len(teks)
    assert all("7.285 batang" in str(satu) and "lihat lembar" in str(satu) for satu in teks)
    assert ["Rata-rata capaian setahun setiap indikator (%)", "Rata-rata capaian triwulan I setiap indikator (%)"] == [
        g.judul for g in lembar.grafik
    ]


def test_tautan_setiap_lembar_tidak_melebihi_yang_dibuka_excel(nasional: tuple[Rekap, Buku]) -> None:
    banyak = {lembar.nama: sum(s.tautan is not None for s in lembar.sel) for lembar in nasional[1].lembar}

    assert 1_000 < banyak["Pengembalian"]
    assert max(banyak.values()) <= MAKS_TAUTAN


def test_pengingat_untuk_semua_menyebut_sisanya(nasional: tuple[Rekap, Buku]) -> None:
    rekap, rencana = nasional
    semua = next(s.nilai for s in rencana.get_lembar("Pengingat").sel if (s.baris, s.kolom) == (4, 3))

    assert f"dan {len(rekap.belum) - 200:,} kecamatan lain".replace(",", ".") in str(semua)


def test_temuan_yang_tidak_ditulis_tetap_dihitung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet of 5 findings instead of 50.000: what is beyond is said, and counted in both places."""
    monkeypatch.setattr("workbook_templates.rekap.temuan.MAKS_TEMUAN", 5)
    satu = TemuanKumpul("KU01", Bobot.BERUBAH, "Capaian", "G7", "1", "2", "Diubah.", "Tanya.")
    temuan = (satu, replace(satu, tingkat=Bobot.CATATAN))
    baris = tuple(
        BarisRekap(f"12.01.{n:02}", f"Kecamatan {n}", "Kota", StatusKembali.DIPERIKSA, "a.xlsx", "", None, temuan * 2)
        for n in range(3)
    )
    path = tmp_path / "rekap.xlsx"
    write_workbook(build_rekap(Rekap(2024, "murni", HARI, 0, baris)), path)

    buku = CalamineWorkbook.from_path(path)
    isi = {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in buku.sheet_names}
    assert "7 temuan lain tidak ditulis di sini." in isi["Temuan"][2]
    assert [[2, 0, 2]] * 3 == [b[5:8] for b in isi["Pengembalian"][6:]]
    assert {"berubah": 6, "periksa": 0, "catatan": 6} == {b[0]: b[1] for b in isi["Ringkasan"] if b[0] in list(Bobot)}
    assert [] == compare(path, ironcalc=recalc_ironcalc(path))
