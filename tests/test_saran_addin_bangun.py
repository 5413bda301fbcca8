"""Advice of those who build and serve the add-in, followed."""

from __future__ import annotations

import json
import re
import socket
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from addin.build import halaman, pustaka, sajikan
from addin.build.halaman import write_skrip
from addin.build.pustaka import find_paket
from addin.build.sajikan import make_server
from addin.build.sertifikat import find_certificate
from addin.build.xlam_isi import read_xlam
from addin.build.xlam_murni import build_xlam_murni
from kinerja.errors import KinerjaError
from tests.alat.buku_beku import write_zip
from tests.alat.manifes import list_urls
from tests.alat.perintah import run_utama
from tests.alat.pip import check_pip
from tests.alat.program import AKAR
from tests.alat.saran import expect_saran, follow, match_saran
from tests.alat.web import PYODIDE

Tampung = pytest.CaptureFixture[str]
ALAMAT = "https://kinerja.contoh.go.id/fungsi"


PIP = "Jalankan: pip install {}"
FOLDER = 'Jalankan di folder kinerja: pip install ".[{}]"'


@follow(PIP)
def test_paket_yang_belum_terpasang_dipasang_dengan_perintahnya(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Tampung
) -> None:
    with monkeypatch.context() as tanpa, pytest.raises(KinerjaError) as galat:
        tanpa.setattr(pustaka, "find_spec", lambda _: None)
        find_paket(*halaman.SERVER)
    assert match_saran(PIP, str(galat.value)) and '"xlwings-server' in str(galat.value)
    check_pip(str(galat.value))
    assert (find_paket(*halaman.SERVER) / halaman.ASLI).is_file()

    bangun = ("addin", "bangun", "--untuk", "excel", "--keluar", tmp_path)
    with monkeypatch.context() as tanpa:
        tanpa.setattr("kinerja.cli.addin.import_module", _fail)
        kode, _, kalimat = run_utama(capsys, *bangun)
    assert (kode, match_saran(PIP, kalimat)) == (2, True)
    check_pip(kalimat)
    assert run_utama(capsys, *bangun)[:2] == (0, f"{tmp_path / 'kinerja.xlam'}\n")


@follow(FOLDER)
def test_di_folder_yang_tidak_dikenal_pip_ekstranya_disebut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.ekstra.requires", lambda _: None)
    monkeypatch.setattr(pustaka, "find_spec", lambda _: None)
    with pytest.raises(KinerjaError) as galat:
        find_paket(*halaman.SERVER)
    assert match_saran(FOLDER, str(galat.value))

    (ekstra,) = re.findall(r'pip install "\.\[(.*)\]"$', str(galat.value))
    punya = tomllib.loads((AKAR / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert any(satu.startswith("xlwings-server") for nama in ekstra.split(",") for satu in punya[nama])


def _fail(_: str) -> Any:
    raise ModuleNotFoundError(name="xlwings")


@follow("Jalankan: pip install xlwings-server=={}")
def test_xlwings_server_yang_tidak_dikenal_diganti_yang_dikenal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    skrip = tmp_path / halaman.ASLI
    skrip.parent.mkdir(parents=True)
    skrip.write_text("function lain() {}", "utf-8")
    with monkeypatch.context() as lain, pytest.raises(KinerjaError) as galat:
        lain.setattr(halaman, "find_paket", lambda *_: tmp_path)
        write_skrip("")
    assert match_saran("Jalankan: pip install xlwings-server=={}", str(galat.value))
    check_pip(str(galat.value))

    assert version("xlwings-server") == halaman.VERSI_SERVER
    assert 'associate("SKM_INDEKS"' in write_skrip("")


def build(*argumen: object) -> tuple[object, ...]:
    return ("addin", "bangun", "--untuk", "excel-web", *argumen)


PINDAHKAN = "Pindahkan dahulu, atau sebut folder lain dengan --keluar."


@follow(PINDAHKAN)
@pytest.mark.parametrize("berkas", [True, False])
def test_folder_web_tidak_menggantikan_yang_bukan_buatan_kinerja(
    folder_kerja: Path, monkeypatch: pytest.MonkeyPatch, capsys: Tampung, berkas: bool
) -> None:
    monkeypatch.setattr("addin.build.web._copy", lambda baru, _: None)
    lama = Path("excel-web") if berkas else Path("excel-web", "static", "foto.txt")
    lama.parent.mkdir(parents=True, exist_ok=True)
    lama.write_text("milik orang")
    bangun = build("--pyodide", PYODIDE)
    kode, _, galat = run_utama(capsys, *bangun)
    assert (kode, match_saran(PINDAHKAN, galat), lama.read_text()) == (2, True, "milik orang")

    assert run_utama(capsys, *bangun, "--keluar", "lain")[0] == 0
    Path("excel-web").rename("pindah")
    assert run_utama(capsys, *bangun)[0] == 0
    assert Path("excel-web", "manifest.xml").is_file() and Path("pindah").exists()


KEMBALIKAN = "Pindahkan folder itu kembali ke {}, lalu ulangi."


@follow(KEMBALIKAN)
def test_folder_lama_yang_tidak_dapat_dikembalikan_disimpan_dan_disebut_tempatnya(
    folder_kerja: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program takes hold of the name as soon as it is free."""
    lama = folder_kerja / "excel-web"
    lama.mkdir()
    (lama / "web.config").write_text("milik penjaga")
    rename = Path.rename

    def refuse_lama(path: Path, tujuan: Path) -> Path:
        if tujuan == lama:
            raise PermissionError(13, "dipakai program lain")
        return rename(path, tujuan)

    with monkeypatch.context() as dipakai, pytest.raises(KinerjaError) as galat:
        dipakai.setattr(Path, "rename", refuse_lama)
        with pustaka.replace_folder(lama, ".uji-") as baru:
            (baru / "index.html").touch()
    assert match_saran(KEMBALIKAN, str(galat.value))
    (tempat,) = re.findall(r"isinya utuh di (.*?)\. ", str(galat.value))
    Path(tempat).rename(lama)

    assert (lama / "web.config").read_text() == "milik penjaga"
    with pustaka.replace_folder(lama, ".uji-") as baru:
        (baru / "index.html").touch()
    assert ["index.html"] == [satu.name for satu in lama.iterdir()]


NAMA_SERVER = "Pakai nama server dan folder saja, tanpa spasi dan tanda lain, seperti {}."


@follow(
    "Pakai alamat yang diawali https://.",
    NAMA_SERVER,
    "Jalankan `npm install pyodide@0.27.7` di folder ini, atau sebut foldernya dengan --pyodide FOLDER.",
)
def test_folder_web_dibangun_dengan_alamat_https_dan_pyodide(
    folder_kerja: Path, monkeypatch: pytest.MonkeyPatch, capsys: Tampung
) -> None:
    monkeypatch.setattr("addin.build.web._copy", lambda baru, _: None)
    kode, _, galat = run_utama(capsys, *build("--alamat", "http://kinerja.contoh.go.id/fungsi"))
    assert (kode, match_saran("Pakai alamat yang diawali https://.", galat)) == (2, True)
    kode, _, galat = run_utama(capsys, *build("--alamat", "https://nama kota.go.id"))
    assert (kode, match_saran(NAMA_SERVER, galat)) == (2, True)
    kode, _, galat = run_utama(capsys, *build("--alamat", ALAMAT))
    saran = "Jalankan `npm install pyodide@0.27.7` di folder ini, atau sebut foldernya dengan --pyodide FOLDER."
    assert (kode, match_saran(saran, galat)) == (2, True)

    assert run_utama(capsys, *build("--alamat", ALAMAT, "--pyodide", PYODIDE, "--keluar", "satu"))[0] == 0
    Path("node_modules").mkdir()
    Path("node_modules", "pyodide").symlink_to(PYODIDE)  # what npm puts there
    assert run_utama(capsys, *build("--alamat", ALAMAT, "--keluar", "dua"))[0] == 0

    for folder in ("satu", "dua"):
        manifes = Path(folder, "excel-web", "manifest.xml").read_text("utf-8")
        assert {url[: len(ALAMAT)] for url in list_urls(manifes)} == {ALAMAT}
    paket = json.loads((AKAR / "tests" / "alat" / "package.json").read_text("utf-8"))
    assert paket["dependencies"]["pyodide"] == re.findall(r"pyodide@([\d.]+)", saran)[0]


@pytest.fixture
def terpakai() -> Iterator[int]:
    """A port at which another program listens."""
    with socket.socket() as lain:
        lain.bind(("127.0.0.1", 0))
        lain.listen()
        yield lain.getsockname()[1]


@follow("Pilih port lain dengan --port.")
def test_port_yang_terpakai_diganti_port_lain(
    terpakai: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Tampung
) -> None:
    with socket.socket() as bebas:
        bebas.bind(("127.0.0.1", 0))
        lain = bebas.getsockname()[1]
    disajikan: list[int] = []
    monkeypatch.setattr(sajikan, "FOLDER_SERTIFIKAT", tmp_path / "sertifikat")
    monkeypatch.setattr(sajikan, "build_web", lambda folder, *_: folder)
    monkeypatch.setattr(sajikan, "_clean_up_when_ended", lambda: None)
    monkeypatch.setattr(sajikan.Server, "serve_forever", lambda satu: disajikan.append(satu.server_port))

    kode, _, galat = run_utama(capsys, "addin", "sajikan", "--port", terpakai)
    assert (kode, match_saran("Pilih port lain dengan --port.", galat)) == (2, True)

    kode, _, galat = run_utama(capsys, "addin", "sajikan", "--port", lain)
    assert (kode, disajikan) == (0, [lain])
    assert f"https://localhost:{lain}/" in galat


@follow("Hapus berkas itu.")
def test_sertifikat_rusak_dihapus_lalu_dibuat_baru(tmp_path: Path) -> None:
    sertifikat = find_certificate(tmp_path)
    sertifikat.write_bytes(b"rusak")
    with expect_saran("Hapus berkas itu."):
        make_server(tmp_path, 0, sertifikat)

    sertifikat.unlink()

    with make_server(tmp_path, 0, find_certificate(tmp_path)) as server:
        assert server.server_port > 0


@follow("Pindahkan sendiri ke folder lain, lalu ulangi.")
def test_berkas_orang_di_tempat_add_in_dipindahkan_lalu_dibangun(tmp_path: Path) -> None:
    path = tmp_path / "kinerja.xlam"
    bagian = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/vbaProject.bin")
    asing = write_zip(path, dict.fromkeys(bagian, "milik orang")).read_bytes()
    with expect_saran("Pindahkan sendiri ke folder lain, lalu ulangi."):
        read_xlam(path)

    (tmp_path / "lain").mkdir()
    path.rename(tmp_path / "lain" / "kinerja.xlam")

    assert read_xlam(build_xlam_murni(tmp_path)).murni
    assert (tmp_path / "lain" / "kinerja.xlam").read_bytes() == asing
