"""Reconciliation of files that only native code reads, in the child; arguments of the API; long tables; paths."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import kinerja
from kinerja.anggaran.banding import Rekonsiliasi, masukan, perbandingan, reconcile
from kinerja.anggaran.pasangan import Kelompok
from kinerja.errors import DataError, KinerjaError, MasukanError, RentangError
from kinerja.tabel import anak
from tests.alat.xls import label, make_aliran, make_ole, number

ISI: Mapping[str, Any] = {"kode": ["7.01.01", "7.01.02"], "nama": ["PROGRAM A", "PROGRAM B"], "pagu": [100, 250]}


@pytest.fixture(autouse=True)
def tanpa_sisa() -> Iterator[None]:
    yield
    anak.close()


def write(folder: Path, nama: str, isi: Mapping[str, Any]) -> Path:
    path = folder / nama
    bingkai = pl.DataFrame(isi)
    if nama.endswith(".parquet"):
        bingkai.write_parquet(path)
    else:
        bingkai.write_csv(path)
    return path


def test_parquet_dibandingkan_di_anak_dan_hasilnya_sama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a = write(tmp_path, "a.csv", ISI)
    b = write(tmp_path, "b.parquet", {**ISI} | {"pagu": [100, 251], "nama": ["PROGRAM A", "PROGRAM LAIN"]})
    hasil = reconcile(a, b)
    assert anak._anak is not None
    minta = masukan.read_permintaan({"perjanjian": a, "dpa": b}, 0, None, ())
    sendiri = perbandingan.reconcile_permintaan(minta)
    assert hasil.to_dict() == sendiri.to_dict()
    assert hasil.pasangan.sort("kode").equals(sendiri.pasangan.sort("kode"))
    assert hasil.pasangan.schema == sendiri.pasangan.schema
    assert hasil.baris[1].selisih == -1


def test_berkas_kecil_tidak_memerlukan_anak(tmp_path: Path) -> None:
    assert reconcile(write(tmp_path, "a.csv", ISI), write(tmp_path, "b.csv", ISI)).temuan == ()
    assert anak._anak is None


def test_xls_dibandingkan_di_anak(tmp_path: Path) -> None:
    sel = label(0, 0, "kode") + label(0, 1, "nama") + label(0, 2, "pagu")
    sel += label(1, 0, "7.01.01") + label(1, 1, "PROGRAM A") + number(1, 2, 100)
    dua = tmp_path / "pk.xls", tmp_path / "dpa.xls"
    for path in dua:
        path.write_bytes(make_ole(make_aliran([("DPA", 0, sel)])))
    assert reconcile(*dua).temuan == ()
    assert anak._anak is not None


@pytest.mark.parametrize(
    "deret", [pl.Series([2**64 - 1, 1], dtype=pl.UInt64), pl.Series([[1], [2]]), pl.Series([b"1", b"2"])]
)
def test_parquet_bertipe_lain_ditolak(deret: pl.Series, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({**ISI} | {"pagu": deret}).write_parquet(path)
    with pytest.raises(DataError, match=r"a\.parquet: Kolom 'pagu' berisi .*, yang tidak dibaca"):
        reconcile(path, path)


def test_csv_panjang_yang_buruk_ditolak(tmp_path: Path) -> None:
    a, path = write(tmp_path, "a.csv", ISI), tmp_path / "b.csv"
    for isi, pesan in ((b"A" * 20_000_000, "Baris 2 terlalu panjang"), (b"\n" * 30_000_000, "Tabel terlalu luas")):
        path.write_bytes(b"kode,nama,pagu\n7.01.01," + isi if isi[0] == 65 else b"kode,nama,pagu\n" + isi)
        with pytest.raises(DataError, match=pesan):
            reconcile(a, path)


def test_pipa_sebagai_sumber_ditolak_tanpa_menunggu(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "b.csv")
    with pytest.raises(DataError, match="Ini bukan berkas biasa"):
        reconcile(write(tmp_path, "a.csv", ISI), tmp_path / "b.csv")


@pytest.mark.parametrize("toleransi", ["abc", 0.1, None, True, math.nan, "1", [1]])
def test_toleransi_bukan_bilangan_persis_ditolak(toleransi: Any) -> None:
    with pytest.raises(MasukanError, match="Toleransi harus int atau Decimal"):
        reconcile("a.csv", "b.csv", toleransi=toleransi)


@pytest.mark.parametrize("toleransi", [Decimal("NaN"), Decimal("Infinity"), -1, Decimal("0.001"), 10**20])
def test_toleransi_di_luar_rentang_ditolak(toleransi: Any) -> None:
    with pytest.raises(RentangError, match="Toleransi harus 0 rupiah atau lebih"):
        reconcile("a.csv", "b.csv", toleransi=toleransi)


@pytest.mark.parametrize(
    "pilihan",
    [
        {"kolom": ["pagu"]}, {"kolom": "pagu"}, {"kolom": {"pagu": 1}}, {"lembar": "DPA"}, {"lembar": b"DPA"},
        {"lembar": [1]}, {"lembar": None}, {"dpa": ""}, {"dpa": "a\0b"}, {"dpa": None}, {"perjanjian": b"x"},
        {"realisasi": ""}, {"dpa": "x" * 300},
    ],
)  # fmt: skip
def test_argumen_lain_ditolak_dengan_kalimat(pilihan: dict[str, Any], tmp_path: Path) -> None:
    a = write(tmp_path, "a.csv", ISI)
    with pytest.raises(KinerjaError) as galat:
        kinerja.reconcile(**({"perjanjian": a, "dpa": a} | pilihan))
    assert "\n" not in str(galat.value)


@pytest.fixture(scope="module")
def lepas(tmp_path_factory: pytest.TempPathFactory) -> Rekonsiliasi:
    """44.000 rows that only the DPA has, and two that only the agreement has."""
    folder = tmp_path_factory.mktemp("lepas")
    n = range(44_000)
    b = {
        "kode": [f"7.01.{1 + i % 99:02}.2.{1 + i // 99 % 99:02}.{1 + i // 9801:04}" for i in n],
        "nama": [f"Kegiatan {i}" for i in n],
        "pagu": [i + 1 for i in n],
    }
    a = {"kode": ["7.01.99.2.99.9998", "7.01.99.2.99.9999"], "nama": ["X", "Y"], "pagu": [5, 7]}
    return reconcile(write(folder, "a.csv", a), write(folder, "b.csv", b))


def test_temuan_yang_sangat_banyak_diringkas_dengan_jumlah_persis(lepas: Rekonsiliasi) -> None:
    rk02 = [t for t in lepas.temuan if t.kode == "RK02"]
    assert len(rk02) == 1001
    assert rk02[-1].pesan.startswith("43.000 baris lagi hanya ada di DPA (DPA Rp")
    assert sum(t.dpa or 0 for t in rk02) == sum(range(44_001)) == lepas.count(Kelompok.HANYA_DPA)[2]
    assert len(lepas.baris) == 44_002


def test_usulan_nama_dibatasi_dan_itu_disebut(tmp_path: Path) -> None:
    n = range(2_100)
    sisi = [
        {
            "kode": [f"7.01.01.2.{awal + i // 100:02}.{i:04}" for i in n],
            "nama": [f"{k} {i}" for i in n],
            "pagu": list(n),
        }
        for awal, k in ((1, "Pembangunan jalan"), (50, "Rehabilitasi gedung"))
    ]
    awal = time.process_time()
    hasil = reconcile(write(tmp_path, "a.csv", sisi[0]), write(tmp_path, "b.csv", sisi[1]))
    assert anak._anak is None  # else it would not be our processor time
    assert time.process_time() - awal < 20
    (satu,) = [t for t in hasil.temuan if t.kode == "RK13"]
    assert satu.pesan.startswith("Nama yang mirip tidak dicari pada 2.100 baris perjanjian")
