"""ANGGARAN_REKON chooses columns as `kinerja rekonsiliasi` does with the same table, or refuses; never another."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.nilai import Galat
from kinerja.anggaran.banding import reconcile
from kinerja.errors import DataError
from tests.alat.addin import FUNGSI
from tests.alat.kasus_ragu import JUDUL
from tests.alat.kasus_rekon import JUDUL_UANG
from tests.alat.sampel import choose_banyak
from tests.berkas_anggaran import write_csv
from tests.test_addin_rekon_rentang import SATU, gagal, rekon

PK = [["Kode", "Uraian", "Pagu"], ["7.01.01", "A", "5.000.000"], ["7.01.02", "B", "7.000.000"]]
BERIKUT = ("2024", "TW II", "Februari", "Semester II", "Tahun 2023", "Modal")


@pytest.mark.parametrize("peran", ["dpa", "realisasi"])
@given(
    st.sampled_from((*JUDUL_UANG, *JUDUL)),
    st.sampled_from((*JUDUL_UANG, *JUDUL, *BERIKUT)),
    st.sampled_from([("3.000.000", "2.000.000"), ("5.000.000", "-"), ("30", "20"), ("3.000.000", "Rp -")]),
)
@settings(max_examples=choose_banyak(100, 2_000))
def test_angka_di_sel_sama_dengan_angka_berkas_atau_ditolak(
    peran: str, satu: str, dua: str, isi: tuple[str, str]
) -> None:
    petak = [[*PK[0][:2], satu, dua], *([*b, n] for b, n in zip(PK[1:], isi, strict=True))]
    sel = evaluate(PK, petak) if peran == "dpa" else evaluate(PK, PK, petak)
    if isinstance(sel, Galat):
        return
    with TemporaryDirectory() as folder:
        pk, dpa = (write_csv(Path(folder, f"{nama}.csv"), PK) for nama in ("pk", "dpa"))
        berkas = write_csv(Path(folder, "berkas.csv"), petak)
        try:
            hasil = reconcile(pk, berkas) if peran == "dpa" else reconcile(pk, dpa, berkas)
        except DataError as galat:
            pytest.fail(f"cell {sel}, file: {galat}")

    angka = [None if (n := getattr(b, peran)) is None else float(n) for b in hasil.baris]
    assert angka == [b[3 if peran == "dpa" else 4] for b in sel[1 : len(angka) + 1]]


def evaluate(*rentang: Any) -> Any:
    return FUNGSI["ANGGARAN_REKON"].evaluate(*rentang)


@pytest.mark.parametrize(
    ("judul", "isi", "peran"),
    [
        (["Realisasi TW I", "TW II"], [5e6, 3e6], "realisasi"),
        (["Realisasi TW I", "TW II", "TW III", "TW IV"], [1e6, 1e6, 1e6, 1e6], "realisasi"),
        (["Realisasi Januari", "Februari"], [5e6, 3e6], "realisasi"),
        (["Anggaran 2023", 2024], [5e6, 3e6], "dpa"),
        (["Anggaran 2023", "2024"], [5e6, 3e6], "dpa"),
        (["Pagu", 2024.0], [5e6, 3e6], "dpa"),
        (["Pagu", "Perubahan"], [5e6, 1e6], "dpa"),
        (["Realisasi Pegawai", "Realisasi Barang dan Jasa"], [1e6, 1e6], "realisasi"),
    ],
)
def test_kolom_yang_mungkin_dimaksud_ditanyakan_bukan_dilewati(judul: list[Any], isi: list[float], peran: str) -> None:
    tabel = [["Kode", "Uraian", *judul], ["7.01.01", "A", *isi]]
    pesan = gagal(SATU, tabel) if peran == "dpa" else gagal(SATU, SATU, tabel)

    assert pesan.startswith(peran)
    assert "Beberapa kolom bisa berarti jumlahnya" in pesan


@pytest.mark.parametrize(
    "judul", ["Sisa Pagu", "%", "Volume", "Harga Satuan", "PPN", "Bertambah/Berkurang", "Target", "Perubahan Anggaran"]
)
def test_kolom_terakhir_yang_bukan_anggaran_tidak_dipakai_karena_letaknya(judul: str) -> None:
    assert gagal(SATU, [["Kode", "Uraian", judul], *SATU[1:]]) == (
        f"dpa: Judul kolom jumlah tidak dikenal: 'Kode' (kolom 1), 'Uraian' (kolom 2), '{judul}' (kolom 3). "
        'Beri judul seperti "Pagu" atau "Realisasi".'
    )
    assert "sama" == rekon(SATU, [["Kode", "Uraian", "Besaran"], *SATU[1:]])[0][6]


def test_kelompok_belanja_yang_sama_besar_dijumlahkan() -> None:
    dpa = [["Kode", "Operasi", "Modal"], ["7.01.01", 5_000_000, 5_000_000], ["7.01.02", 7_000_000, 7_000_000]]

    assert [10_000_000.0, 14_000_000.0] == [b[3] for b in rekon(SATU, dpa)]


@pytest.mark.parametrize(("isi", "dipakai"), [((20, 999), 7_000_000.0), ((20, 1_000), None), ((20, "x"), None)])
def test_jumlah_yang_menghitung_barang_bukan_pagu(isi: tuple[Any, Any], dipakai: float | None) -> None:
    tabel = [["Kode", "Pagu", "Jumlah"], ["7.01.01", 7_000_000, isi[0]], ["7.01.02", 5_000_000, isi[1]]]

    if dipakai is None:
        assert "'Pagu' (kolom 2), 'Jumlah' (kolom 3)" in gagal(SATU, tabel)
    else:
        assert dipakai == rekon(SATU, tabel)[0][3]
