"""TRUE typed for a figure of an indikator is wrong in every program; LibreOffice takes it for 1 at times."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.rumus.tahun import Metode
from tests.alat.jujur import list_cek
from tests.alat.ketik import is_benar_lo, write_ketikan
from tests.alat.libreoffice import Lokal
from tests.alat.mesin import (
    Values,
    compare,
    find_errors,
    read_cached,
    recalc_formulon,
    recalc_ironcalc,
    recalc_libreoffice,
)
from tests.alat.sampel import PENUH
from tests.contoh import Isian, make_perjanjian, make_program
from tests.isian_makna import (
    DIPILIH,
    DOKUMEN,
    IKM,
    KASUS_TURUN,
    OPINI,
    PERIKSA,
    PERSEN,
    POSISI,
    RASIO,
    RERATA,
    SAKIP,
    SKM,
    satu,
    tanpa_target,
    tw,
)
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar.cek import AWAL

POLA_PERSEN = replace(PERSEN, metode=Metode.RATA_RATA)
TURUN_TANPA_TARGET = tanpa_target(KASUS_TURUN)
BENAR: dict[str, tuple[Any, Isian, str]] = {
    "angka triwulan": (DOKUMEN, tw(3, True, 4, 5), "Indikator 1: realisasi berupa"),
    "angka yang terakhir": (POSISI, tw(3, 4, 5, True), "Indikator 1: realisasi berupa"),
    "angka yang dirata-rata": (RERATA, tw(False, 4), "Indikator 1: realisasi berupa"),
    "angka perbandingan": (RASIO, tw(True), "Indikator 1: realisasi berupa"),
    "pembilang": (PERSEN, satu("pembilang", True) | satu("penyebut", 9), "Indikator 1: pembilang dan"),
    "penyebut": (POLA_PERSEN, satu("pembilang", 1, 1) | satu("penyebut", 9, True), "Indikator 1: pembilang dan"),
    "predikat": (OPINI, satu("predikat", "WTP", True), "Indikator 1: realisasi sesuai"),
    "cara setahun": (DIPILIH, tw(3) | satu("metode", True), "Indikator 1: realisasi berupa"),
    "target IKM": (SKM, satu("target", True), "Capaian, indikator 1: target"),
    "target SAKIP": (SAKIP, satu("target", True), "Capaian, indikator 1: target"),
    "target dokumen": (tanpa_target(DOKUMEN), satu("target", True) | tw(3), "Capaian, indikator 1: target"),
    "target kasus": (TURUN_TANPA_TARGET, satu("target", False) | tw(0), "Capaian, indikator 1: target"),
    "target opini": (tanpa_target(OPINI), satu("target", True), "Capaian, indikator 1: target"),
    "tahun lalu": (DOKUMEN, satu("lalu", True), "Capaian, indikator 1: realisasi tahun"),
    "tahun lalu opini": (OPINI, satu("lalu", True), "Capaian, indikator 1: realisasi tahun"),
    "Renstra": (IKM, satu("renstra", True), "Capaian, indikator 1: realisasi tahun"),
    "target triwulan": (POSISI, satu("target_triwulan", 3, 6, True, 12) | tw(1, 1, 1, 1), "Rencana Aksi, indikator 1"),
    "target triwulan perbandingan": (RASIO, satu("target_triwulan", True) | tw(30), "Rencana Aksi, indikator 1"),
    "target triwulan opini": (OPINI, satu("target_triwulan", True), "Rencana Aksi, indikator 1"),
    "target triwulan satu": (tanpa_target(DOKUMEN), satu("target_triwulan", True), "Rencana Aksi, indikator 1"),
}


def make_bahan(indikator: Any, isi: Isian) -> Bahan:
    return Bahan(make_perjanjian((indikator,), make_program(1, Decimal(1000))), isi, responden=3)


@pytest.fixture(scope="module")
def semua(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, dict[str, Values]]]:
    """Each workbook, and what each program makes of it; LibreOffice computes every other one in each language."""
    folder = tmp_path_factory.mktemp("benar")
    paths = {}
    for n, (nama, (indikator, isi, _)) in enumerate(BENAR.items()):
        paths[nama] = write_ketikan(build_perjanjian(make_bahan(indikator, isi)), folder / f"{n}.xlsx")
    lokal: tuple[Lokal, ...] = ("id-ID", "en-US")
    lo = {satu: recalc_libreoffice(list(paths.values())[n :: 1 if PENUH else 2], satu) for n, satu in enumerate(lokal)}
    return {
        nama: (
            path,
            {
                "ironcalc": recalc_ironcalc(path),
                "formulon": recalc_formulon(path),
                **{satu: values[path] for satu, values in lo.items() if path in values},
            },
        )
        for nama, path in paths.items()
    }


@pytest.mark.parametrize("nama", BENAR)
def test_true_harus_diperiksa_di_setiap_program(nama: str, semua: dict[str, tuple[Path, dict[str, Values]]]) -> None:
    indikator, isi, awal = BENAR[nama]
    path, mesin = semua[nama]
    cek = list_cek(build_perjanjian(make_bahan(indikator, isi)))

    (nomor,) = (n for n, teks in enumerate(cek) if teks.startswith(awal))

    kata = {apa: values["Cek", f"D{AWAL + nomor + 1}"] for apa, values in {"kami": read_cached(path), **mesin}.items()}
    assert {PERIKSA} == set(kata.values()), kata


@pytest.mark.parametrize("nama", BENAR)
def test_true_tidak_menjadi_angka_di_program_mana_pun(
    nama: str, semua: dict[str, tuple[Path, dict[str, Values]]]
) -> None:
    path, mesin = semua[nama]

    assert [] == [b for b in compare(path, **mesin) if not is_benar_lo(b)]
    assert not any(find_errors(values) for values in (read_cached(path), *mesin.values()))


def test_isian_angka_berformat_umum(tmp_path: Path) -> None:
    """LibreOffice tells TRUE from 1 in the format General only; on Indikator a condition gives numbers their look."""
    isi = make_bahan(tanpa_target(DOKUMEN), {})
    buku = openpyxl.load_workbook(write_ketikan(build_perjanjian(isi), tmp_path / "a.xlsx"))

    assert {"General"} == {
        buku[lembar][alamat].number_format
        for lembar, alamat in (("Indikator", "E7"), ("Capaian", "G7"), ("Rencana Aksi", "F7"))
    }
    (aturan,) = (
        r
        for x in buku["Indikator"].conditional_formatting
        for r in x.rules
        if "E7" in x.sqref and "ISNUMBER" in r.formula[0]
    )
    assert "#,##0.00########" == aturan.dxf.numFmt.formatCode
