"""Workbooks that older versions issued and a kecamatan filled in, carried over into today's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja.kumpul.bawa import Bawaan, carry_isian
from kinerja.perjanjian.kembali.baris_isian import list_tabel
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.perjanjian.kembali.isian import read_isian
from kinerja.perjanjian.kembali.peta import align
from tests.alat.bawa import render
from tests.alat.terbitan import CUPLIKAN, TERBITAN, describe, read_harap
from tests.isian_wajar import list_wajar
from workbook_templates.perjanjian_kinerja import build_perjanjian

VERSI = [p.name for p in CUPLIKAN]
KUMULATIF = ("0.1.0", "0.2.0", "0.3.0", "0.4.0")
"""On their sheet Indikator stood what was reached up to a quarter; targets were one block."""
WAJAR = {nama: bahan for nama, (bahan, _) in list_wajar().items()}
KASUS = [(v, n) for v in VERSI for n in WAJAR if n != "medan-baru" or v in (VERSI[0], VERSI[-1])]

Isian = dict[str, list[list[Any]]]


def carry(versi: str, nama: str) -> tuple[Bawaan, Isian]:
    """What arrives, and what a reader should get out of the old workbook."""
    folder: Path = TERBITAN / versi
    (terisi,) = folder.glob(f"{nama}-terisi*.xlsx")
    terbit, datang = (read_buku(p.read_bytes(), p.name) for p in (folder / f"{nama}.xlsx", terisi))
    isian = read_isian(terbit, datang, align(terbit, datang))
    harap: Isian = read_harap(folder)[terisi.name]["isian"]
    return carry_isian(terbit, isian, read_buku(render(WAJAR[nama]), "baru.xlsx")), harap


@pytest.mark.parametrize(("versi", "nama"), KASUS)
def test_isian_setiap_versi_sampai_atau_terdaftar(versi: str, nama: str) -> None:
    b, harap = carry(versi, nama)

    kini = describe(build_perjanjian(replace(WAJAR[nama], isi=b.isi)))["isian"]
    sisa: dict[str, list[Any]] = {}
    for s in b.sisa:
        assert (versi in KUMULATIF, s.lembar) == (True, "Indikator")
        triwulan = ("II", "III", "IV")["EFG".index(s.sel[0])]
        kata = f"Angka ini sampai dengan triwulan {triwulan}; buku baru meminta angka triwulan {triwulan} saja."
        assert s.sebab == kata
        sisa.setdefault(s.nama, []).append(s.nilai)
    for n, (satu,) in enumerate(harap.pop("isian_target", []), start=1):
        assert kini[f"isian_indikator_{n}_target"] == ([[satu]] if satu is not None else [])
    for isian, baris in harap.items():
        if versi in KUMULATIF and isian.startswith("isian_indikator_"):
            (triwulan_satu, *lain), *_ = baris
            assert kini[isian] == [[triwulan_satu, None, None, None]]
            assert [float(n) for n in sisa.pop(isian)] == [n for n in lain if n is not None]
        else:
            assert kini[isian] == baris, isian
    assert sisa == {}


def test_kasus_memuat_versi_pertama_dan_semua_bentuk() -> None:
    assert ("0.1.0", "medan-baru") in KASUS
    assert {n for _, n in KASUS} == set(WAJAR)
    assert any(carry("0.1.0", "perubahan")[0].sisa)


def test_pemeriksaan_dikenal_juga_bila_jarak_tanda_persennya_lain() -> None:
    """Until 0.9.0 it was "150 % target", now "150% target": the explanation beside it must find its row."""
    lama, baru = (
        list_tabel(read_buku((TERBITAN / versi / "medan-baru.xlsx").read_bytes(), versi))["isian_cek_penjelasan"]
        for versi in ("0.9.0", "0.10.0")
    )

    assert any("% target" in satu.kunci[-1] for satu in lama.baris if satu.kunci)
    assert {satu.kunci for satu in lama.baris} == {satu.kunci for satu in baru.baris}
