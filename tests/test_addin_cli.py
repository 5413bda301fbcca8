"""`kinerja addin` as a user types it."""

import argparse
import json
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from addin import pasang
from kinerja.cli import addin, bahasa, layar
from kinerja.errors import BerkasError, MasukanError


def _run(*argv: str) -> int:
    bahasa.install()
    parser: argparse.ArgumentParser = bahasa.Parser(prog="kinerja")
    addin.register(parser.add_subparsers(required=True))
    args: argparse.Namespace = parser.parse_args(["addin", *argv])
    kode: int = args.run(args)
    return kode


@pytest.mark.parametrize(
    ("untuk", "nama", "isi"),
    [
        ("calc", "kinerja.oxt", "CalcAddIns.xcu"),
        ("excel", "kinerja.xlam", "xl/vbaProject.bin"),
        ("excel-python", "kinerja.xlam", "xl/vbaProject.bin"),
    ],
)
def test_bangun_membuat_berkas_dan_menyebut_tempatnya(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], untuk: str, nama: str, isi: str
) -> None:
    kode = _run("bangun", "--untuk", untuk, "--keluar", str(tmp_path / "baru"))

    assert (0, f"{tmp_path / 'baru' / nama}\n") == (kode, capsys.readouterr().out)
    assert isi in zipfile.ZipFile(tmp_path / "baru" / nama).namelist()


@pytest.mark.parametrize("untuk", ["excel", "excel-python"])
def test_bangun_excel_menulis_keterangan_di_samping_addin(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], untuk: str
) -> None:
    _run("bangun", "--untuk", untuk, "--keluar", str(tmp_path))

    assert ["kinerja.intellisense.xml", "kinerja.xlam"] == sorted(path.name for path in tmp_path.iterdir())
    assert f"{tmp_path / 'kinerja.intellisense.xml'}: keterangan argumen" in capsys.readouterr().err


def test_bangun_program_lain_ditolak_dengan_pilihan_yang_ada(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as keluar:
        _run("bangun", "--untuk", "lotus")

    assert 2 == keluar.value.code
    assert "excel-python" in capsys.readouterr().err


def test_bangun_ke_folder_yang_tidak_dapat_dibuat(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()

    with pytest.raises(BerkasError, match="anak"):
        _run("bangun", "--untuk", "calc", "--keluar", str(tmp_path / "berkas" / "anak"))


def test_alamat_hanya_untuk_addin_web(tmp_path: Path) -> None:
    with pytest.raises(MasukanError, match="hanya untuk excel-web"):
        _run("bangun", "--untuk", "calc", "--alamat", "https://contoh.go.id", "--keluar", str(tmp_path))


def test_bangun_web_menerima_alamat_dan_folder_pyodide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dipanggil: list[tuple[Any, ...]] = []
    monkeypatch.setattr(addin, "_import", lambda *nama: lambda *a, **k: dipanggil.append((*nama, *a, k)))

    _run("bangun", "--untuk", "excel-web", "--alamat", "https://a.go.id", "--keluar", str(tmp_path))
    _run("bangun", "--untuk", "excel-web", "--pyodide", "py", "--keluar", str(tmp_path))
    _run("sajikan", "--port", "9000")

    assert [
        ("addin.build.web", "build_web", tmp_path, {"alamat": "https://a.go.id"}),
        ("addin.build.web", "build_web", tmp_path, {"pyodide": Path("py")}),
        ("addin.build.sajikan", "serve", 9000, layar.say, None, {}),
    ] == dipanggil


@pytest.mark.parametrize("aksi", ["pasang", "lepas", "periksa"])
def test_di_luar_windows_ditolak_dengan_kalimat(aksi: str) -> None:
    with pytest.raises(BerkasError, match="hanya untuk Excel di Windows"):
        _run(aksi)


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    versi = version("xlwings")
    python = tmp_path / "python.exe"
    python.touch()
    (tmp_path / f"xlwings64-{versi}.dll").touch()
    komputer = pasang.Komputer(tmp_path, python, tmp_path, lambda k, n: None, lambda n: True, versi)
    monkeypatch.setattr(pasang, "get_komputer", lambda: komputer)
    return komputer.xlam


def test_pasang_periksa_lepas_di_windows(windows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (0, f"{windows}\n", True) == (_run("pasang"), capsys.readouterr().out, windows.exists())
    assert [windows] == list(windows.parent.iterdir())  # Excel opens whatever else lies there
    assert 0 == _run("periksa")
    assert "SALAH" not in capsys.readouterr().out
    assert (0, False) == (_run("lepas"), windows.exists())
    assert "Add-in dihapus." in capsys.readouterr().err


def test_periksa_menyebut_yang_salah_dan_sarannya(windows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 1 == _run("periksa")
    assert "Jalankan: kinerja addin pasang." in capsys.readouterr().out

    assert 1 == _run("periksa", "--json")
    hasil: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["periksa"]
    assert [False, True, True, True] == [satu["baik"] for satu in hasil]


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "laporan.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet()
        lembar.write("A1", 66.5)
        lembar.write_formula("B1", "=SAKIP_PREDIKAT(A1)", None, "B")
        lembar.write_formula("B2", "=TERBILANG(A1)", None, "enam puluh enam koma lima")
    return path


def test_bekukan_menulis_berkas_di_samping_aslinya(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = _run("bekukan", str(berkas))

    keluar, pesan = capsys.readouterr()
    assert (0, f"{berkas.with_name('laporan-beku.xlsx')}\n") == (kode, keluar)
    assert "1 rumus dibekukan, 1 menjadi nilai, 0 tersisa." in pesan


def test_bekukan_nilai_ke_berkas_yang_disebut(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode = _run("bekukan", str(berkas), "--nilai", "--keluar", str(berkas.with_name("x.xlsx")))

    assert (0, True) == (kode, "0 rumus dibekukan, 2 menjadi nilai" in capsys.readouterr().err)
    assert b"<f>" not in zipfile.ZipFile(berkas.with_name("x.xlsx")).read("xl/worksheets/sheet1.xml")


def test_bekukan_menyebut_yang_tersisa(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nama.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        buku.add_worksheet()
        buku.define_name("KATA", "=TERBILANG(Sheet1!$A$1)")

    assert 1 == _run("bekukan", str(path))
    assert "TERBILANG(Sheet1!$A$1): TERBILANG tidak punya rumus biasa yang setara." in capsys.readouterr().err


def test_bekukan_menurut_hari_sebelum_ada_aturannya_membiarkan_selnya(
    berkas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kode = _run("bekukan", str(berkas), "--pada", "2000-01-01")

    assert (1, True) == (kode, "0 rumus dibekukan, 0 menjadi nilai, 2 tersisa." in capsys.readouterr().err)


def test_bekukan_tidak_menimpa_berkas_yang_ada(berkas: Path) -> None:
    with pytest.raises(BerkasError, match="Berkas tujuan sudah ada"):
        _run("bekukan", str(berkas), "--keluar", str(berkas))
