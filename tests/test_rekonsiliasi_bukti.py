"""A reading whose amounts are not all accounted for is never passed over: RK19, and no word of proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.baca.tabel import TabelAnggaran
from kinerja.anggaran.banding import Rekonsiliasi, compare
from kinerja.anggaran.sumber import Peran
from tests.berkas_anggaran import write_csv

ISI = (("7.01.01", "Satu", 3_000_000), ("7.01.02", "Dua", 2_000_000))
SEN = 500_000_000


def read(folder: Path, peran: Peran, isi: Sequence[Sequence[object]] = ISI) -> TabelAnggaran:
    return read_anggaran(write_csv(folder / f"{peran}.csv", [("Kode", "Uraian", "Pagu"), *isi]), peran)


def compare_terbaca(folder: Path, peran: Peran, terbaca: tuple[int, int]) -> Rekonsiliasi:
    """Two equal tables, of which one came from cells with other amounts."""
    tabel: dict[Peran, TabelAnggaran] = {p: read(folder, p) for p in ("perjanjian", "dpa")}
    (bagian,) = tabel[peran].bagian
    tabel[peran] = replace(tabel[peran], bagian=(replace(bagian, terbaca=terbaca),))
    return compare(tabel)


def test_pembacaan_yang_menutup_tidak_bertemuan(tmp_path: Path) -> None:
    hasil = compare_terbaca(tmp_path, "dpa", (2, SEN))

    assert hasil.temuan == ()
    assert all(s.bukti.utuh and s.bukti.terbaca == (2, SEN) for s in hasil.sumber.values())


@pytest.mark.parametrize("peran", ["perjanjian", "dpa"])
@pytest.mark.parametrize("terbaca", [(3, SEN), (1, SEN), (2, SEN + 1), (2, SEN - 1), (0, 0)])
def test_pembacaan_yang_tidak_menutup_dilaporkan_walau_semuanya_cocok(
    peran: Peran, terbaca: tuple[int, int], tmp_path: Path
) -> None:
    hasil = compare_terbaca(tmp_path, peran, terbaca)
    (temuan,) = hasil.temuan

    assert (temuan.kode, temuan.tingkat.value) == ("RK19", "galat")
    assert f"{terbaca[0]} baris berjumlah" in temuan.pesan
    assert "2 baris berjumlah Rp5.000.000" in temuan.pesan
    assert {p: s.bukti.utuh for p, s in hasil.sumber.items()} == {p: p != peran for p in hasil.sumber}


def test_sumber_yang_tidak_berisi_apa_pun_untuk_dibandingkan_tidak_pernah_terbukti(tmp_path: Path) -> None:
    dpa = read(tmp_path, "dpa")
    (bagian,) = dpa.bagian
    kosong = replace(dpa, isi=dpa.isi.clear(), bagian=(replace(bagian, terbaca=(0, 0)),))
    hasil = compare({"perjanjian": read(tmp_path, "perjanjian"), "dpa": kosong})

    assert not hasil.sumber["dpa"].bukti.utuh
    assert ["RK19"] == [t.kode for t in hasil.temuan if "dibandingkan" in t.pesan]


@pytest.mark.parametrize("tambahan", [("", "Jumlah", 5_000_001), ("7.01.01.2.01", "Kegiatan", 2_999_999)])
def test_jumlah_atau_induk_yang_salah_menutup_tetapi_tidak_utuh(tambahan: Sequence[object], tmp_path: Path) -> None:
    """What is wrong is a finding of its own; no amount is lost by it."""
    hasil = compare({"perjanjian": read(tmp_path, "perjanjian"), "dpa": read(tmp_path, "dpa", (*ISI, tambahan))})
    bukti = hasil.sumber["dpa"].bukti

    assert (bukti.tertutup, bukti.utuh, bukti.salah) == (True, False, 1)
    assert {"RK06", "RK07"} & {t.kode for t in hasil.temuan}
    assert "RK19" not in {t.kode for t in hasil.temuan}
