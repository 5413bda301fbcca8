"""The grouping column of a survey: what cannot be seen goes and that is said; wrong answers beyond the list."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kinerja.cli import main
from kinerja.errors import DataError
from kinerja.survei import wilayah as survei_wilayah
from kinerja.survei.hitung import MAKS_SALAH
from kinerja.survei.wilayah import JawabanSalah, read_survei_wilayah
from kinerja.tabel.anak_dalam import find_fungsi
from kinerja.tabel.panjang import check_csv

PADA = date(2024, 12, 31)
UNSUR = [f"U{n}" for n in range(1, 10)]


def write(path: Path, kunci: list[Any], judul: str = "kecamatan", **jawaban: list[Any]) -> Path:
    """A respondent for each key: 4 throughout but for the answers given."""
    bingkai = pl.DataFrame({judul: kunci} | {u: jawaban.get(u, [4] * len(kunci)) for u in UNSUR})
    if path.suffix == ".parquet":
        bingkai.write_parquet(path)
    else:
        bingkai.write_csv(path)
    return path


@pytest.mark.parametrize("nama", ["a.csv", "a.parquet"])
def test_huruf_yang_tidak_tampak_dihapus_dan_kelompoknya_menjadi_satu(nama: str, tmp_path: Path) -> None:
    kunci = ["12.71.17", "12.71.17\u200b", "\ufeff12.71.17", "127117", "Medan Baru", "Medan\u00a0Baru", "\u200b", None]
    path = write(tmp_path / nama, kunci, U1=[5, 5, 5, 5, 4, 4, 4, 4])

    survei = read_survei_wilayah(path, pada=PADA)

    assert [("", 2), ("12.71.17", 4), ("Medan Baru", 2)] == [(t.kunci, t.responden) for t in survei.total]
    assert (0,) + (16,) * 8 == survei.total[1].jumlah
    assert (JawabanSalah("12.71.17", "U1 Persyaratan", "5", 4),) == survei.salah
    (catatan,) = survei.catatan
    assert catatan.startswith(f"{nama}, kolom kecamatan: karakter yang tidak tampak dihapus, contoh pada ")


def test_kunci_yang_bersih_tidak_dicatat(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["12.71.17", "Médan", " Medan ", None])
    assert () == read_survei_wilayah(path, pada=PADA).catatan


@pytest.mark.parametrize(
    ("kunci", "pesan"),
    [("12.71\x07.17", r"Ada karakter terlarang U\+0007"), ("x" * 2001, "Teks terlalu panjang: 2.001")],
)
def test_kunci_yang_tidak_boleh_ada_ditolak_dengan_berkas_dan_kolomnya(kunci: str, pesan: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["12.71.17", kunci])
    with pytest.raises(DataError, match=rf"^a\.csv, kolom kecamatan: {pesan}"):
        read_survei_wilayah(path, pada=PADA)


@pytest.mark.parametrize(
    ("kunci", "nama"),
    [
        (pl.Series(["a", None], dtype=pl.Categorical), ["", "a"]),
        (pl.Series(["b", "a"], dtype=pl.Enum(["b", "a"])), ["a", "b"]),
        (pl.Series([1.5, float("nan")]), ["1.5", "nan"]),
        (pl.Series([True, None]), ["", "True"]),
        (pl.Series([None, None], dtype=pl.Null), [""]),
        (pl.Series([date(2024, 5, 6), None]), ["", "2024-05-06"]),
    ],
)
def test_kunci_bertipe_apa_pun_menghitung_jawaban_salah(kunci: pl.Series, nama: list[str], tmp_path: Path) -> None:
    path = write(tmp_path / "a.parquet", kunci, U2=[9, 9])  # type: ignore[arg-type]
    survei = read_survei_wilayah(path, pada=PADA)
    assert nama == [t.kunci for t in survei.total] == [s.kunci for s in survei.salah]
    assert 2 == sum(s.banyak for s in survei.salah) == survei.banyak_salah


@pytest.mark.parametrize("judul", ["salah", "responden", "j0", "ejaan", "kunci", "unsur", "jawaban"])
def test_judul_kolom_kelompok_boleh_apa_saja(judul: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["x", "y"], judul, U1=[4, 5])
    survei = read_survei_wilayah(path, judul, pada=PADA)
    assert [("x", 0), ("y", 1)] == [(t.kunci, t.salah) for t in survei.total]
    assert ["y"] == [s.kunci for s in survei.salah]


def test_jawaban_salah_yang_sangat_banyak_dihitung_semua_dan_disebut_yang_pertama(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    n = 30_000
    path = write(tmp_path / "a.csv", ["12.71.17"] * 2 * n, U1=[f"x{i:05}" for i in range(n)] * 2, U2=["y"] * 2 * n)

    hasil = []
    for _ in range(2):
        assert main(["hitung", "skm", str(path), "--per", "kecamatan", "--json"]) == 1
        hasil.append(capsys.readouterr())

    data = json.loads(hasil[0].out)
    assert hasil[0] == hasil[1]
    assert (4 * n, n + 1) == (data["banyak_salah"], data["macam_salah"])
    assert [f"x{i:05}" for i in range(MAKS_SALAH)] == [s["jawaban"] for s in data["salah"]]
    assert {2} == {s["banyak"] for s in data["salah"]}
    assert "120.000 jawaban bukan 1, 2, 3, atau 4." in hasil[0].err
    assert "dan 29.981 macam lagi; --json menyebut 10.000 macam yang pertama." in hasil[0].err
    assert 2 * n == data["kelompok"][0]["salah"]


def test_semua_macam_yang_muat_ada_dalam_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.csv", ["12.71.17"] * 25, U1=[f"x{i}" for i in range(25)])
    assert main(["hitung", "skm", str(path), "--per", "kecamatan", "--json"]) == 1
    keluaran = capsys.readouterr()
    assert 25 == len(json.loads(keluaran.out)["salah"])
    assert "dan 5 macam lagi; semuanya dalam --json." in keluaran.err


def test_berkas_hanya_diperiksa_sekali(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diperiksa = []

    def check(path: Path) -> int:
        diperiksa.append(path)
        return check_csv(path)

    monkeypatch.setattr("kinerja.survei.hitung.check_csv", check)
    monkeypatch.setattr(survei_wilayah, "call", lambda nama, *isi, **_: find_fungsi(nama)(*isi))  # in this process
    path = write(tmp_path / "a.csv", ["x"])
    assert read_survei_wilayah(path, pada=PADA).total
    assert [path] == diperiksa


def test_banyak_jawaban_lima_tidak_disuruh_kosongkan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "a.csv", ["12.71.17"] * 5, U1=[5, 5, 5, 4, 3])

    assert main(["hitung", "skm", str(path), "--per", "kecamatan"]) == 1
    kalimat = capsys.readouterr().err.splitlines()[-2]
    assert "3 jawaban bukan 1, 2, 3, atau 4. Peraturan tidak mengatur cara mengubahnya." in kalimat
    assert "kosongkan" not in kalimat
