"""Rumusan is written by itself where the data set says nothing; Rujukan speaks to the kecamatan that reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import Indikator
from kinerja.rumus.tahun import Metode
from tests.contoh import (
    MANFAAT,
    MEDAN,
    MEDAN_BARU,
    SAKIP,
    SKM,
    TRANTIBUM,
    make_perjanjian,
    make_program,
    write_perjanjian,
)
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

SURAT = Indikator("Surat", jenis.PERSEN, "%", pembilang="Surat tepat waktu", penyebut="Semua surat")


def list_penjelasan(i: Indikator) -> list[str]:
    """The paragraphs beside an indikator."""
    lembar = build_perjanjian(Bahan(make_perjanjian((i,), make_program(1)), responden=1)).get_lembar("Rumusan")
    return [str(s.nilai) for s in lembar.sel if s.gaya.startswith("alinea") and s.nilai is not None]


@pytest.mark.parametrize(
    ("indikator", "kalimat"),
    [
        (SURAT, ["Persentase = Surat tepat waktu / Semua surat × 100%."]),
        (replace(SURAT, metode=Metode.JUMLAH), ["jumlah pembilang keempat triwulan / jumlah penyebutnya × 100%"]),
        (TRANTIBUM, ["laporan yang ditangani / jumlah laporan yang masuk × 100%", "tidak ada laporan"]),
        (MANFAAT, ["Persentase = (a + b + c) / 3.", "b = jumlah orang penerima manfaat Pemberdayaan / target orang"]),
        (SKM, ["× 25", "1 / jumlah unsur", "Waktu Penyelesaian", "Peraturan Menteri PANRB 14/2017"]),
        (SAKIP, ["jumlah nilai 4 komponen", "Peraturan Menteri PANRB 88/2021"]),
        (Indikator("Opini", jenis.PREDIKAT, "predikat", urutan=("WTP", "WDP")), ["menurut urutannya: WTP; WDP."]),
        (Indikator("Lama", jenis.NILAI, "hari", arah="turun_rasio", metode=Metode.AKHIR),
         ["Makin rendah makin baik.", "dalam satuan hari", "angka triwulan terakhir"]),
        (Indikator("Dokumen", jenis.NILAI, "dokumen"), ["dipilih pada lembar Indikator"]),
    ],
)  # fmt: skip
def test_penjelasan_yang_kosong_ditulis_sendiri(indikator: Indikator, kalimat: list[str]) -> None:
    alinea = list_penjelasan(replace(indikator, penjelasan=""))

    for satu in kalimat:
        assert any(satu in x for x in alinea), (satu, alinea)
    assert "-" not in alinea


def test_penjelasan_yang_ditulis_penerbit_tetap_apa_adanya() -> None:
    assert ["Menurut Perwal 5/2024."] == list_penjelasan(replace(SURAT, penjelasan="Menurut Perwal 5/2024."))


def test_tabel_menyusul_kalimat_yang_mengumumkannya() -> None:
    lembar = build_perjanjian(Bahan(make_perjanjian((SKM,), make_program(1)), responden=1)).get_lembar("Rumusan")
    baris = {str(s.nilai): s.baris for s in lembar.sel if s.nilai is not None}

    (umum,) = (r for teks, r in baris.items() if teks.startswith("Mutu pelayanan menurut"))
    assert umum + 1 == baris["Nilai persepsi"]


def test_rujukan_tidak_memuat_dokumen_tempat_lain_catatan_kami_atau_kolom_kosong(tmp_path: Path) -> None:
    pk = MEDAN["12.71.01"]
    lembar = openpyxl.load_workbook(write_perjanjian(pk, tmp_path / "buku.xlsx", responden=1))["Rujukan"]
    isi = [str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value is not None]

    for kata in (
        "Medan Baru",
        "Dibaca dari",
        "dari kinerja",
        "belum dicocokkan",
        "hasil pindai",
        "Sampang",
        "Banda Aceh",
    ):
        assert not [x for x in isi if kata in x], kata
    assert any("Peraturan Menteri PANRB 14/2017, Lampiran" in x and "dua sumber atau lebih" in x for x in isi)
    for kepala in ("Kode", "Nilai", "Bobot"):
        for sel in (s for baris in lembar.iter_rows() for s in baris if s.value == kepala):
            assert lembar.cell(sel.row + 1, sel.column).value is not None, sel.coordinate


def test_rumusan_medan_baru_seperti_naskahnya() -> None:
    lembar = build_perjanjian(Bahan(MEDAN_BARU, responden=1)).get_lembar("Rumusan")
    teks = " ".join(str(s.nilai) for s in lembar.sel)

    assert "SKM = (Total dari Nilai Persepsi Per Unsur" in " ".join(teks.split())
    assert "Nilai IKM (NIK)" not in teks
