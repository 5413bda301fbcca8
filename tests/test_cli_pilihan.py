"""Options that do not apply, are empty or contradict each other are refused: exit 2, one sentence, nothing written."""

from pathlib import Path

import pytest

from kinerja.cli import main

REKON = ["rekonsiliasi", "--perjanjian", "a.xlsx", "--dpa", "b.csv"]
BANGUN = ["addin", "bangun", "--untuk"]
INDUK = ["data-induk", "--kabkota", "12.71", "--tahun", "2025"]

BERTENTANGAN: list[tuple[list[str], str]] = [
    (["buat", "--tahun", "2025"], "--tahun hanya untuk --semua"),
    (["buat", "--data", "x.toml", "--tahun", "2025"], "--tahun hanya untuk --semua"),
    (["buat", "--semua"], "Tahun perjanjian belum disebut"),
    (["buat", "--semua", "--tahun", "2025", "--data", "x.toml"], "--semua tidak dapat bersama"),
    (["buat", "--semua", "--tahun", "2025", "--kecamatan", "12.71.17"], "--semua tidak dapat bersama"),
    (["buat", "--proses", "2", "--dask", "tcp://127.0.0.1:1"], "--proses tidak dapat bersama --dask"),
    (["hitung", "skm", "--nrr", "3", "3", "--per", "kecamatan"], "--per tidak dapat bersama --nrr"),
    (["hitung", "skm", "x.csv", "--nrr", "3"], "tidak boleh bersama"),
    (["hitung", "skm", "--nrr", "3", "--kolom", "U1=Syarat"], "--kolom tidak dapat bersama --nrr"),
    (["hitung", "skm", "--nrr", "3", "--keluar", "x.xlsx"], "--keluar tidak dapat bersama --nrr"),
    (["hitung", "skm", "x.csv", "--per", "desa", "--keluar", "x.xlsx"], "--keluar tidak dapat bersama --per"),
    (["hitung", "skm", "x.csv", "--timpa"], "--timpa hanya untuk --keluar"),
    (["hitung", "skm"], "salah satu dari ini wajib ada"),
    (["hitung", "skm", "x.csv", "--kecamatan", "12.71.17"], "tidak dikenal"),
    (["periksa", "--semua"], "tidak dikenal"),
    ([*BANGUN, "calc", "--alamat", "https://a.go.id"], "hanya untuk excel-web"),
    ([*BANGUN, "excel-python", "--pyodide", "py"], "hanya untuk excel-web"),
    (["addin", "pasang", "--keluar", "x"], "tidak dikenal"),
    (["addin", "lepas", "--json"], "tidak dikenal"),
    ([*REKON, "--kolom", "kode=A", "--kolom", "kode=B"], "--kolom menyebut kode lebih dari satu kali"),
    ([*REKON, "--kolom", "dpa.pagu=A", "--kolom", "dpa.pagu=A"], "--kolom menyebut dpa.pagu lebih dari"),
]
"""What contradicts, or has nothing to act on; an option that a command does not have is argparse's to refuse."""

DUA_KALI: list[list[str]] = [
    ["buat", "--data", "a", "--data", "b"],
    ["buat", "--keluar", "a", "--keluar", "b"],
    ["buat", "--kertas", "a4", "--kertas", "f4"],
    [*INDUK, "--tahun", "2026"],
    [*REKON, "--dpa", "c.csv"],
    ["hitung", "skm", "x.csv", "--per", "a", "--per", "b"],
    ["hitung", "skm", "x.csv", "--keluar", "a.xlsx", "--keluar", "b.xlsx"],
    ["hitung", "capaian", "1", "2", "--arah", "naik", "--arah", "naik"],
    ["jelaskan", "sakip", "60", "--pada", "2024-01-01", "--pada", "2025-01-01"],
    ["addin", "bekukan", "x.xlsx", "--keluar", "a", "--keluar", "b"],
]
"""Of two, argparse would silently take the last."""

JALUR: list[list[str]] = [
    ["buat", "--data"],
    ["buat", "--keluar"],
    ["buat", "--logo"],
    ["periksa"],
    [*INDUK, "--keluar"],
    ["rekonsiliasi", "--dpa", "b.csv", "--perjanjian"],
    ["rekonsiliasi", "--perjanjian", "a.xlsx", "--dpa"],
    [*REKON, "--realisasi"],
    [*REKON, "--keluar"],
    ["hitung", "skm"],
    ["hitung", "skm", "x.csv", "--keluar"],
    [*BANGUN, "calc", "--keluar"],
    [*BANGUN, "excel-web", "--pyodide"],
    ["addin", "sajikan", "--pyodide"],
    ["addin", "bekukan"],
    ["addin", "bekukan", "x.xlsx", "--keluar"],
]
"""Every place where a path is given; the path comes last."""

BURUK = {
    "kosong": "",
    "spasi": "  ",
    "NUL": "a\0b",
    "256 bita": "x" * 256,
    "128 huruf dua bita": "é" * 128,
    "folder panjang": "a/" + "x" * 256 + "/b",
    "semuanya panjang": "a/" * 2_100,
}

TEKS: list[list[str]] = [
    ["buat", "--kecamatan"],
    ["periksa", "--kecamatan"],
    ["buat", "--dask"],
    [*REKON, "--lembar"],
    [*REKON, "--kolom"],
    [*REKON, "--toleransi"],
    ["hitung", "skm", "x.csv", "--per"],
    ["hitung", "skm", "x.csv", "--kolom"],
    ["hitung", "skm", "x.csv", "--penimbang"],
    ["hitung", "capaian", "1", "2", "--arah"],
    ["hitung", "capaian", "1", "2", "--batas"],
    ["hitung", "capaian", "1", "2", "--lantai"],
    ["hitung", "terbilang"],
    ["jelaskan", "sakip"],
    ["jelaskan", "kriteria"],
    ["jelaskan", "sakip", "60", "--pada"],
    ["data-induk", "--tahun", "2025", "--kabkota"],
    [*BANGUN, "excel-web", "--alamat"],
]
"""Every place where a text is given; the text comes last."""


pytestmark = pytest.mark.usefixtures("folder_kerja")


def _refuse(argumen: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Its sentence, when a command refuses as it should."""
    assert main(argumen) == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert keluaran.err.count("\n") == 1
    assert keluaran.err.startswith("kinerja")
    assert "terduga" not in keluaran.err
    assert len(keluaran.err) < 400
    assert list(Path().iterdir()) == []
    return keluaran.err


@pytest.mark.parametrize(("argumen", "kata"), BERTENTANGAN, ids=lambda x: " ".join(x) if isinstance(x, list) else "")
def test_pilihan_yang_tidak_berlaku_ditolak(argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert kata in _refuse(argumen, capsys)


@pytest.mark.parametrize("argumen", DUA_KALI, ids=" ".join)
def test_pilihan_yang_ditulis_dua_kali_ditolak(argumen: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "hanya boleh ditulis satu kali" in _refuse(argumen, capsys)


@pytest.mark.parametrize("buruk", BURUK.values(), ids=BURUK)
@pytest.mark.parametrize("argumen", JALUR, ids=" ".join)
def test_jalur_yang_tidak_mungkin_ada_ditolak(
    argumen: list[str], buruk: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kalimat = _refuse([*argumen, buruk], capsys)

    assert any(kata in kalimat for kata in ("kosong", "U+0000", "terlalu panjang"))


@pytest.mark.parametrize("kosong", ["", "  "])
@pytest.mark.parametrize("argumen", TEKS, ids=" ".join)
def test_nilai_kosong_ditolak(argumen: list[str], kosong: str, capsys: pytest.CaptureFixture[str]) -> None:
    _refuse([*argumen, kosong], capsys)


def test_yang_boleh_diulang_tetap_boleh(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", "--kecamatan", "12.71.17", "--kecamatan", "12.71.01", "--json"]) in (0, 1)
    assert "temuan" in capsys.readouterr().out
    assert "tidak ditemukan" in _refuse([*REKON, "--kolom", "pagu=A", "--kolom", "dpa.pagu=B"], capsys)
