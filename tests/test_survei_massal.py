"""Survey answers by kecamatan: exact totals, one rounding, wrong answers counted and named."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.cli import main
from kinerja.errors import DataError
from kinerja.rumus.skm import compute_skm_totals
from kinerja.survei.wilayah import JawabanSalah, TotalSurvei, read_survei_wilayah

PADA = date(2024, 12, 31)
UNSUR = [f"U{n}" for n in range(1, 10)]


def tulis(path: Path, baris: Sequence[Sequence[object]], pemisah: str = ",") -> Path:
    isi = [["kecamatan", *UNSUR], *baris]
    path.write_text("\n".join(pemisah.join("" if s is None else str(s) for s in b) for b in isi) + "\n")
    return path


def compute_by_hand(baris: Sequence[Sequence[int | None]]) -> Decimal:
    """NIK as the regulation says it, in fractions: 25 × the mean of the unsur averages, rounded once."""
    kolom = [[n for n in k if n is not None] for k in zip(*baris, strict=True)]
    nik = sum((Fraction(sum(k), len(k)) for k in kolom), Fraction(0)) / 9 * 25
    return (Decimal(nik.numerator) / Decimal(nik.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)


@given(
    st.lists(st.lists(st.lists(st.integers(1, 4), min_size=9, max_size=9), min_size=1, max_size=6), max_size=5),
    st.randoms(),
)
@settings(max_examples=40, deadline=None)
def test_setiap_kecamatan_sama_dengan_hitungan_pecahan(
    tmp_path_factory: pytest.TempPathFactory, kelompok: list[list[list[int]]], acak: random.Random
) -> None:
    kelompok = [*kelompok, [[3] * 9] * 3 + [[2] * 9] * 2]  # 117 of 180: exactly 65,00
    semua: list[list[object]] = [[f"12.71.{n:02}", *baris] for n, k in enumerate(kelompok) for baris in k]
    acak.shuffle(semua)
    folder = tmp_path_factory.mktemp("skm")
    csv = tulis(folder / "a.csv", semua)
    pl.read_csv(csv).write_parquet(folder / "a.parquet")

    for path in (csv, folder / "a.parquet"):
        survei = read_survei_wilayah(path, pada=PADA)
        assert [f"12.71.{n:02}" for n in range(len(kelompok))] == [t.kunci for t in survei.total]
        assert [len(k) for k in kelompok] == [t.responden for t in survei.total]
        nik = [compute_skm_totals(t.jumlah, t.terisi, pada=PADA).nik for t in survei.total]
        assert [compute_by_hand(k) for k in kelompok] == nik
        assert () == survei.salah


def test_jawaban_di_luar_skala_dihitung_dan_disebut(tmp_path: Path) -> None:
    path = tulis(
        tmp_path / "a.csv",
        [
            ["12.71.17", 4, 4, 4, 4, 4, 4, 4, 4, 4],
            ["12.71.17", 5, "baik", None, 3, 3, 3, 3, 3, "2,5".replace(",", ".")],
            ["12.71.17", 5, 0, "-", 3, 3, 3, 3, 3, 3],
            ["12.71.18", 3, 3, 3, 3, 3, 3, 3, 3, "3.0"],
        ],
    )

    survei = read_survei_wilayah(path, pada=PADA)

    assert (
        TotalSurvei("12.71.17", 3, (4, 4, 4, 10, 10, 10, 10, 10, 7), (1, 1, 1, 3, 3, 3, 3, 3, 2), 2),
        TotalSurvei("12.71.18", 1, (3,) * 9, (1,) * 9, 0),
    ) == survei.total
    assert [("U1", "5", 2), ("U2", "0", 1), ("U2", "baik", 1), ("U9", "2.5", 1)] == [
        (s.unsur.split()[0], s.jawaban, s.banyak) for s in survei.salah
    ]
    assert {"12.71.17"} == {s.kunci for s in survei.salah}


@pytest.mark.parametrize("teks", ["nan", "NaN", "inf", "-inf", "1e400", "12345678901234567890123"])
def test_yang_bukan_bilangan_disebut_sebagai_jawaban_salah(teks: str, tmp_path: Path) -> None:
    path = tulis(tmp_path / "a.csv", [["12.71.17", *[3] * 8, teks], ["12.71.17", *[3] * 9]])

    survei = read_survei_wilayah(path, pada=PADA)

    assert (JawabanSalah("12.71.17", "U9 Sarana dan Prasarana", teks, 1),) == survei.salah
    assert (TotalSurvei("12.71.17", 2, (*[6] * 8, 3), (*[2] * 8, 1), 1),) == survei.total


def test_angka_saja_dan_berkas_parquet_memberi_salah_yang_sama(tmp_path: Path) -> None:
    csv = tulis(tmp_path / "a.csv", [["12.71.17", 1, 2, 3, 4, 5, 1, 1, 1, 1], ["12.71.17", *[1] * 8, None]])
    pl.read_csv(csv).write_parquet(tmp_path / "a.parquet")
    pl.read_csv(csv).with_columns(pl.col(UNSUR).cast(pl.Float64)).write_parquet(tmp_path / "b.parquet")

    a, b, c = (read_survei_wilayah(tmp_path / nama, pada=PADA) for nama in ("a.csv", "a.parquet", "b.parquet"))

    assert (JawabanSalah("12.71.17", "U5 Produk Spesifikasi Jenis Pelayanan", "5", 1),) == a.salah == b.salah
    assert a.total == b.total == c.total
    assert (2, 3, 4, 5, 1, 2, 2, 2, 1) == a.total[0].jumlah


def test_kode_yang_ditulis_lain_menjadi_satu_dan_pemisah_titik_koma_dikenal(tmp_path: Path) -> None:
    path = tulis(tmp_path / "a.csv", [["12.71.17", *[4] * 9], ["127117", *[3] * 9], ["", *[1] * 9]], ";")

    survei = read_survei_wilayah(path, pada=PADA)

    assert [("", 1), ("12.71.17", 2)] == [(t.kunci, t.responden) for t in survei.total]
    assert (7,) * 9 == survei.total[1].jumlah


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("kode;U1\n1;2\n", "Kolom 'kecamatan' tidak ada"),
        ("kecamatan,U1,U3\n1,2,3\n", "tidak ada"),
        ("", "tidak dapat dibaca"),
        (None, "tidak ditemukan"),
    ],
)
def test_berkas_yang_tidak_dapat_dipakai_ditolak(isi: str | None, pesan: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    if isi is not None:
        path.write_text(isi)

    with pytest.raises(DataError, match=pesan):
        read_survei_wilayah(path, pada=PADA)


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("jawaban.csv", b"", "Berkas kosong"),
        ("jawaban.parquet", b"", "Berkas kosong"),
        ("jawaban.csv", b"kecamatan,U1,U2\n", "Tidak ada jawaban"),
        ("jawaban.csv", b"\x7fELF\x02\0\0,\n1,2\n", "Ini berkas yang tidak dikenal; di sini hanya"),
        ("jawaban.xlsx", b"PK\x03\x04,\n1,2\n", "Ini buku kerja; di sini hanya"),
        ("jawaban.parquet", b"PAR1xx", "Berkas parquet rusak dan tidak dapat dibaca"),
    ],
)
def test_berkas_kosong_atau_rusak_ditolak_dengan_kalimat_indonesia(
    nama: str, isi: bytes, pesan: str, tmp_path: Path
) -> None:
    path = tmp_path / nama
    path.write_bytes(isi)

    with pytest.raises(DataError, match=pesan):
        read_survei_wilayah(path, pada=PADA)


def test_perintah_menampilkan_setiap_kecamatan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tulis(tmp_path / "a.csv", [["12.71.17", *[3] * 9]] * 3 + [["12.71.17", *[2] * 9]] * 2)

    assert 0 == main(["hitung", "skm", str(path), "--per", "kecamatan"])

    assert "12.71.17 Medan Baru  5 responden, NIK 65,00, mutu C (Kurang Baik)\n" == capsys.readouterr().out


def test_perintah_keluar_satu_bila_ada_jawaban_salah(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tulis(tmp_path / "a.csv", [["12.71.17", *[3] * 8, 9], ["12.71.18", *[3] * 8, None]])

    assert 1 == main(["hitung", "skm", str(path), "--per", "kecamatan", "--json"])

    keluaran = capsys.readouterr()
    hasil = json.loads(keluaran.out)
    assert [None, None] == [k["nik"] for k in hasil["kelompok"]]
    assert ["12.71.17"] == [s["kunci"] for s in hasil["salah"]]
    assert "'9' (1 kali)" in keluaran.err
