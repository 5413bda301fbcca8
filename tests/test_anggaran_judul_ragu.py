"""A title suggests and the figures decide: a per cent sign or a unit in a title hides no money."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

import kinerja
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.errors import DataError
from tests.berkas_anggaran import ENAM, read_kode, write_csv, write_xlsx
from tests.test_anggaran_kolom import LIMA, TUJUH, choose

JUTA = 1_000_000
RAGU = [
    "Pagu Setelah Efisiensi 50%",
    "Pagu Setelah Efisiensi (20%)",
    "Anggaran 2024 setelah pemotongan 10%",
    "Pagu Satuan Kerja",
    "Pagu Setelah PPN",
    "Pagu Lebih Lanjut",
    "Pagu Kinerja",
    "Anggaran sesuai Perda Nomor 5",
    "Efisiensi 50%",
    "Jumlah Harga",
    "Sisa",
    "Selisih",
    "Perubahan Anggaran",
]


def make(judul: str, beda: int = 100 * JUTA) -> list[list[object]]:
    """The agreement's budgets, and beside them a column that is higher in its first row."""
    isi = [[k, n, u, u + beda * (k == "7.01.01")] for k, n, u in ENAM]
    return [["Kode", "Uraian", "Pagu", judul], *isi]


@pytest.mark.parametrize("judul", RAGU)
@pytest.mark.parametrize("bentuk", ["csv", "xlsx", "parquet"])
def test_kolom_uang_tidak_tersembunyi_di_balik_kata_judulnya(tmp_path: Path, judul: str, bentuk: str) -> None:
    petak, dpa = make(judul), tmp_path / f"dpa.{bentuk}"
    if bentuk == "parquet":
        pl.DataFrame(petak[1:], schema=[str(j) for j in petak[0]], orient="row").write_parquet(dpa)
    else:
        (write_csv if bentuk == "csv" else write_xlsx)(dpa, petak)
    pk = write_csv(tmp_path / "pk.csv", [b[:3] for b in petak])

    try:
        pesan = [t.pesan for t in kinerja.reconcile(pk, dpa).temuan]
    except DataError as galat:
        pesan = [str(galat)]

    assert any(repr(judul) in satu for satu in pesan), pesan


def test_yang_ditanyakan_dapat_disebut_dengan_judulnya(tmp_path: Path) -> None:
    dpa = write_csv(tmp_path / "dpa.csv", make("Pagu Satuan Kerja (50%)"))
    with pytest.raises(DataError, match=r"Beberapa kolom sama artinya") as galat:
        read_kode(dpa)

    (*_, judul) = re.findall(r'--kolom dpa\.pagu="(.+?)"', str(galat.value))
    assert judul == "Pagu Satuan Kerja (50%)"
    assert read_kode(dpa, kolom={"pagu": judul})["7.01.01"] == Decimal(ENAM[0][2] + 100 * JUTA)


def test_satu_satunya_kolom_berisi_uang_dibaca_walau_berjudul_persen(tmp_path: Path) -> None:
    isi = [["Kode", "Uraian", "Anggaran (100%)"], *map(list, ENAM)]

    assert read_kode(write_csv(tmp_path / "a.csv", isi)) == {k: Decimal(u) for k, _, u in ENAM}


@pytest.mark.parametrize(
    ("judul", "isi"),
    [
        ("Pagu (%)", (85.25, 100)),
        ("Persentase Anggaran", ("98,5", "101,25")),
        ("Serapan Anggaran (%)", ("85,123", "91,5")),
        ("Volume Anggaran", (12, 1_200)),
        ("Pagu Satuan", (1, 4)),
        ("Pagu Kinerja", (1_250, 300)),
    ],
)
def test_persen_dan_banyaknya_tetap_bukan_pilihan(tmp_path: Path, judul: str, isi: tuple[object, object]) -> None:
    petak = [["Kode", "Uraian", "Pagu", judul], ["7.01.01", "A", 5_000 * JUTA, isi[0]], ["7.01.02", "B", JUTA, isi[1]]]
    bagian = read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa").bagian[0]

    assert (("pagu", "Pagu") in bagian.pemetaan, bagian.pilihan) == (True, "")


@pytest.mark.parametrize(
    "judul", ["Selisih", "Bertambah/(Berkurang)", "Sisa Anggaran", "Lebih/Kurang", "Perubahan Pagu"]
)
def test_selisih_dua_kolom_lain_tidak_disebut(judul: str) -> None:
    beda = tuple((b or 0) - (a or 0) for a, b in zip(LIMA, TUJUH, strict=True))

    assert choose(("Semula", LIMA), ("Menjadi", TUJUH), (judul, beda)) == ("Menjadi",)


def test_selisih_yang_benar_tidak_masuk_rk17_dan_yang_bukan_selisih_masuk(tmp_path: Path) -> None:
    kepala = ["Kode", "Uraian", "Semula", "Menjadi", "Bertambah/Berkurang"]
    isi = [["7.01.01", "A", 5 * JUTA, 7 * JUTA, 2 * JUTA], ["7.01.02", "B", 9 * JUTA, 8 * JUTA, -JUTA]]

    def tell() -> str:
        return read_anggaran(write_csv(tmp_path / "a.csv", [kepala, *isi]), "dpa").bagian[0].pilihan

    assert "Bertambah" not in tell()
    isi = [[*b[:4], 50 * JUTA] for b in isi]
    assert "'Bertambah/Berkurang' Rp100.000.000 (judulnya selisih, tetapi isinya bukan" in tell()


def test_serapan_berisi_uang_adalah_realisasi_bukan_pagu(tmp_path: Path) -> None:
    petak = [["Kode", "Uraian", "Pagu", "Serapan Anggaran"], ["7.01.01", "A", 9 * JUTA, 4 * JUTA]]
    path = write_csv(tmp_path / "a.csv", petak)

    assert read_kode(path) == {"7.01.01": Decimal(9 * JUTA)}
    assert read_kode(path, "realisasi") == {"7.01.01": Decimal(4 * JUTA)}


def test_yang_disebut_tetapi_berisi_persen_ditolak(tmp_path: Path) -> None:
    petak = [["Kode", "Uraian", "Pagu", "Pagu (%)"], ["7.01.01", "A", 9 * JUTA, 40]]
    with pytest.raises(DataError, match=r"'Pagu \(%\)' berisi persen, bukan rupiah"):
        read_kode(write_csv(tmp_path / "a.csv", petak), kolom={"pagu": "Pagu (%)"})


@pytest.mark.parametrize("judul", ["Pagu Validasi\\", 'Pagu "Validasi"'])
def test_judul_yang_tidak_dapat_diketik_disebut_dengan_hurufnya(tmp_path: Path, judul: str) -> None:
    """On Windows the quote after a backslash belongs to the text, and the next argument with it."""
    petak = make(judul)
    petak[0][2] = "Pagu Definitif"
    dpa = write_csv(tmp_path / "dpa.csv", petak)
    with pytest.raises(DataError, match=r"Beberapa kolom sama artinya") as galat:
        read_kode(dpa)

    assert re.findall(r'--kolom dpa\.pagu="(.+?)"', str(galat.value)) == ["Pagu Definitif", "kolom D"]
    assert read_kode(dpa, kolom={"pagu": "kolom D"})["7.01.01"] == Decimal(ENAM[0][2] + 100 * JUTA)


def test_saran_tidak_memuat_judul_yang_tidak_dapat_diketik(tmp_path: Path) -> None:
    petak = [["Kode", "Uraian", "Besaran\\"], ["7.01.01", "A", 9 * JUTA]]
    with pytest.raises(DataError, match="Tabel DPA tidak ditemukan") as galat:
        read_kode(write_csv(tmp_path / "dpa.csv", petak))

    assert '\\"' not in str(galat.value)
