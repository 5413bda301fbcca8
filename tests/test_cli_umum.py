"""What holds for every command: start, help, exit codes, streams, interruption."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinerja import __version__
from kinerja.cli import main
from tests.alat.perintah import prepare, run_kinerja, run_python

BERAT = (
    *("pandas", "numpy", "polars", "openpyxl", "xlwings", "python_calamine", "xlsxwriter", "rich"),
    *("asyncio", "concurrent", "ctypes", "email", "hashlib", "html", "http", "logging", "multiprocessing", "pydoc"),
    *("socket", "sqlite3", "ssl", "subprocess", "unittest", "xml"),
)
"""Libraries, and modules of Python that cost as much; what the start takes in all, `make laju` says."""
RINGAN = (
    ["--help"],
    ["--versi"],
    ["hitung", "--help"],
    ["hitung", "sakip", "24,5", "21", "10,5", "16,25"],
    ["hitung", "skm", "survei.csv"],
    ["jelaskan", "sakip", "66,5"],
)


@pytest.fixture
def survei(tmp_path: Path) -> Path:
    (tmp_path / "survei.csv").write_text("U1;U2\n3;4\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("argumen", RINGAN, ids=" ".join)
def test_perintah_ringan_tidak_memuat_pustaka_berat(argumen: list[str], survei: Path) -> None:
    program = (
        f"import json, sys; from kinerja.cli import main; kode = main({argumen!r});"
        f"print(json.dumps([kode, [m for m in {BERAT!r} if m in sys.modules]]), file=sys.stderr)"
    )

    jalan = run_python(program, folder=survei)

    assert json.loads(jalan.galat.splitlines()[-1]) == [0, []]


def test_perintah_hanya_memuat_modulnya_sendiri() -> None:
    program = (
        "import json, sys; from kinerja.cli import PERINTAH, main; main(['jelaskan', 'sakip', '66,5']);"
        "modul = {p: 'kinerja.cli.' + p.replace('-', '_') for p in PERINTAH};"
        "print(json.dumps([p for p in PERINTAH if modul[p] in sys.modules]), file=sys.stderr)"
    )

    assert json.loads(run_python(program).galat.splitlines()[-1]) == ["jelaskan"]


def test_versi_tercetak(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--versi"]) == 0
    assert capsys.readouterr().out == f"kinerja {__version__}\n"


def test_tanpa_perintah_menampilkan_bantuan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert "buat buku kerja perjanjian kinerja" in keluaran.err


@pytest.mark.parametrize("perintah", ["buat", "periksa", "data-induk", "hitung", "jelaskan"])
def test_bantuan_menyebut_kode_keluar(perintah: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([perintah, "--help"]) == 0
    assert "Kode keluar: 0" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        (["buta"], "kinerja: PERINTAH: 'buta' tidak dikenal (pilih: 'buat'"),
        (["hitung"], "kinerja hitung: yang ini wajib ada: ATURAN."),
        (["buat", "--kertas", "a5"], "kinerja buat: --kertas: 'a5' tidak dikenal"),
        (["buat", "--responden", "0"], "kinerja buat: --responden: '0' bukan bilangan bulat 1 sampai 20.000."),
        (["buat", "--responden", "20001"], "kinerja buat: --responden: '20001' bukan"),
        (["buat", "--sandi", "rahasia"], "kinerja buat: tidak dikenal: rahasia."),
        (["data-induk", "--kabkota", "12.71"], "kinerja data-induk: yang ini wajib ada: --tahun."),
        (["data-induk", "--kabkota", "12.71", "--tahun", "25"], "kinerja data-induk: --tahun: '25' bukan"),
        (
            ["data-induk", "--kabkota", "12.71", "--tahun", "2017"],
            "kinerja data-induk: --tahun: '2017' bukan bilangan bulat 2018 sampai 2100; sebelum 2018 peraturan",
        ),
        (["jelaskan", "sakip", "60", "--pada", "31-02-2024"], "kinerja jelaskan: --pada: '31-02-2024' bukan tanggal"),
    ],
)
def test_salah_ketik_perintah_dijawab_satu_kalimat(
    argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argumen) == 2
    keluaran = capsys.readouterr()
    assert keluaran.out == ""
    assert keluaran.err.startswith(kata)
    assert keluaran.err.count("\n") == 1


@pytest.mark.parametrize(("kunci", "nilai"), [("LC_ALL", "C"), ("PYTHONIOENCODING", "cp1252")])
def test_keluaran_utf8_di_lokal_apa_pun(kunci: str, nilai: str) -> None:
    # The range of the best category is printed with a sign that neither ASCII nor Windows-1252 knows.
    lingkungan = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", kunci: nilai}

    jalan = run_kinerja("jelaskan", "capaian", "95", lingkungan=lingkungan)

    assert jalan.kode == 0
    assert "≥ 91" in jalan.keluar


def test_nama_berkas_yang_rusak_tidak_menghentikan_pesan(tmp_path: Path) -> None:
    program = [sys.executable.encode(), b"-m", b"kinerja", b"hitung", b"skm", b"\xff\xfe.csv"]

    selesai = subprocess.run(program, cwd=tmp_path, capture_output=True, env=prepare({}), timeout=60, check=False)

    assert selesai.returncode == 2
    assert selesai.stderr == b"kinerja: ??.csv: Berkas tidak ditemukan. Periksa nama dan foldernya.\n"


def test_pembaca_yang_berhenti_tidak_memunculkan_jejak() -> None:
    baca, tulis = os.pipe()
    os.close(baca)
    selesai = subprocess.run(
        [sys.executable, "-m", "kinerja", "hitung", "terbilang", "5"],
        stdout=tulis, stderr=subprocess.PIPE, env=prepare({}), timeout=60, check=False,
    )  # fmt: skip
    os.close(tulis)

    assert (selesai.returncode, selesai.stderr) == (141, b"")


def test_keluaran_ke_penyimpanan_penuh_dijawab_satu_kalimat() -> None:
    with Path("/dev/full").open("wb") as penuh:
        selesai = subprocess.run(
            [sys.executable, "-m", "kinerja", "hitung", "terbilang", "5"],
            stdout=penuh, stderr=subprocess.PIPE, env=prepare({}), timeout=60, check=False, encoding="utf-8",
        )  # fmt: skip

    assert selesai.returncode == 2
    assert selesai.stderr.startswith("kinerja: Hasil tidak dapat ditulis (penyimpanan penuh).")
    assert selesai.stderr.count("\n") == 1


def test_ctrl_c_dijawab_satu_kalimat_dan_kode_130(tmp_path: Path) -> None:
    """All of the country, so that the run is in its middle when the signal comes, however busy the machine."""
    perintah = ["buat", "--semua", "--tahun", "2026", "--proses", "1", "--keluar", str(tmp_path)]
    with subprocess.Popen(
        [sys.executable, "-m", "kinerja", *perintah],
        stderr=subprocess.PIPE, env=prepare({}), encoding="utf-8",
    ) as proses:  # fmt: skip
        while not any(tmp_path.rglob("*.xlsx")):
            assert proses.poll() is None
            time.sleep(0.01)
        os.kill(proses.pid, signal.SIGINT)
        _, galat = proses.communicate(timeout=60)

    assert proses.returncode == 130
    assert galat == (
        "\nkinerja: Dihentikan. Semua berkas yang sudah jadi utuh; jalankan lagi perintah yang sama untuk meneruskan.\n"
    )
    assert [p.name for p in tmp_path.rglob("*") if p.name.startswith(".")] == []


def test_keluaran_yang_bukan_berkas_pun_ditulisi(monkeypatch: pytest.MonkeyPatch) -> None:
    layar = io.StringIO()
    monkeypatch.setattr(sys, "stdout", layar)

    assert main(["hitung", "terbilang", "5"]) == 0
    assert layar.getvalue() == "Terbilang  lima\n"
