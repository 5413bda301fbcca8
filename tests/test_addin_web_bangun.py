"""The web folder as a file tree, its manifest, the certificate, and `kinerja addin sajikan`."""

import io
import json
import re
import signal
import socket
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest

from addin.build import halaman, pustaka
from addin.build.sajikan import make_server
from addin.build.sertifikat import find_certificate
from addin.build.web import PYODIDE as BERKAS_PYODIDE
from addin.build.web import build_web
from addin.daftar import DAFTAR
from kinerja.errors import BerkasError
from tests.alat.manifes import check_manifest, list_urls
from tests.alat.perintah import prepare, run_kinerja
from tests.alat.program import AKAR
from tests.alat.web import PYODIDE, open_folder, read_folder

ALAMAT = "https://kinerja.contoh.go.id/fungsi"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_web(tmp_path_factory.mktemp("web"), f"{ALAMAT}/", PYODIDE)


@pytest.fixture(scope="module")
def sertifikat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return find_certificate(tmp_path_factory.mktemp("sertifikat"))


@pytest.fixture(scope="module")
def alamat(folder: Path, sertifikat: Path) -> Iterator[str]:
    with open_folder(folder, sertifikat) as satu:
        yield satu


def _fetch(url: str, sertifikat: Path, *, data: bytes | None = None) -> tuple[bytes, Message]:
    """Over TLS that is verified against this certificate alone."""
    bahan = ssl.create_default_context(cafile=str(sertifikat))
    with urllib.request.urlopen(url, data, timeout=10, context=bahan) as jawaban:
        return jawaban.read(), jawaban.headers


def test_folder_memuat_semua_yang_disebut_halaman(folder: Path) -> None:
    halaman_panel = (folder / "taskpane.html").read_text("utf-8")
    rujukan = re.findall(r'(?:src|href)="([^"]+)"', halaman_panel)

    assert 9 == len(rujukan)
    assert [satu for satu in rujukan if not (folder / satu).is_file()] == []
    assert {f"static/kinerja/pyodide/{nama}" for nama in BERKAS_PYODIDE} <= read_folder(folder).keys()


def test_folder_membawa_lisensi_dan_hanya_pustaka_baku(folder: Path) -> None:
    modul = zipfile.ZipFile(io.BytesIO((folder / "static/kinerja/pustaka.zip").read_bytes())).namelist()
    lisensi = (folder / "lisensi" / "xlwings-server-LICENSE.md").read_text("utf-8")

    assert "PolyForm Noncommercial License 1.0.0" in lisensi
    assert {"addin", "kinerja", "xlwings", "mulai.py"} == {nama.split("/")[0] for nama in modul}
    berat = ("workbook", "perjanjian", "survei", "anggaran/baca", "anggaran/banding", "terbit", "tabel", "cli")
    assert [] == [nama for nama in modul if nama.startswith(tuple(f"kinerja/{satu}" for satu in berat))]
    assert all(any((AKAR / "kinerja" / satu).rglob("*.py")) for satu in berat)


def test_skrip_mendaftarkan_setiap_fungsi_sekali(folder: Path) -> None:
    skrip = (folder / halaman.SKRIP).read_text("utf-8")

    assert list(DAFTAR) == re.findall(r'CustomFunctions\.associate\("(\w+)"', skrip)
    assert "placeholder_xlwings" not in skrip
    assert "placeholder_custom" not in skrip


def test_pilihan_dan_bantuan_disebut_di_daftar_untuk_excel(folder: Path) -> None:
    isi = (folder / halaman.DAFTAR).read_bytes()
    daftar = json.loads(isi)
    arah = next(f for f in daftar["functions"] if f["name"] == "PERSEN_CAPAIAN")["parameters"][2]
    pilihan = {satu["id"]: satu["values"] for satu in daftar["enums"]}

    assert f"{ALAMAT}/index.html#SKM_INDEKS" in {f["helpUrl"] for f in daftar["functions"]}
    assert {"SKM_INDEKS.PENIMBANG", "SKM_NILAI.PENIMBANG", "PERSEN_CAPAIAN.ARAH", "ANGKA.JENIS"} == pilihan.keys()
    assert ("PERSEN_CAPAIAN.ARAH", "any", "matrix") == (arah["customEnumId"], arah["type"], arah["dimensionality"])
    assert {"name": "turun_rasio", "stringValue": "turun_rasio", "tooltip": "Makin rendah: target / realisasi"} == (
        pilihan["PERSEN_CAPAIAN.ARAH"][2]
    )
    assert [{"name": "persis", "stringValue": "persis"}] == pilihan["SKM_NILAI.PENIMBANG"][:1]
    assert ["rupiah", "skor atau persen", "angka lain"] == [satu["tooltip"] for satu in pilihan["ANGKA.JENIS"]]
    assert isi == (folder / "xlwings" / "custom-functions-meta.json").read_bytes()  # for a manifest given out before


def test_ranah_aplikasi_hanya_nama_dan_port(folder: Path) -> None:
    manifes = (folder / "manifest.xml").read_text("utf-8")

    assert ["https://kinerja.contoh.go.id"] == re.findall(r"<AppDomain>(.*)</AppDomain>", manifes)
    assert "<Id>6f5f3c1e-5b1b-4c62-9c0e-2f7d2a8f4b35</Id>" in manifes


def test_manifest_folder_baik_dan_beralamat_yang_diminta(folder: Path) -> None:
    manifes = (folder / "manifest.xml").read_text("utf-8")

    assert [] == check_manifest(manifes)
    assert {ALAMAT} == {url[: len(ALAMAT)] for url in list_urls(manifes)}
    assert "<Namespace" not in manifes


@pytest.mark.parametrize(
    ("lama", "baru", "temuan"),
    [
        ("<ProviderName>kinerja</ProviderName>", "", "ProviderName tidak ada"),
        (r"<Id>[^<]*</Id>", "<Id>kinerja</Id>", "Id bukan UUID"),
        (r"<Version>[^<]*</Version>", "<Version>0.1</Version>", "Version bukan"),
        ('resid="Skrip.Url"', 'resid="Lain.Url"', "resid tidak ada: Lain.Url"),
        ('resid="Skrip.Url"', 'resid="Panel.Url"', "sumber tidak dipakai: Skrip.Url"),
        ('"Skrip.Url"', f'"{"S" * 33}"', "id lebih dari 32 huruf"),
        ("https://kinerja", "http://kinerja", "bukan https"),
        ("go.id</AppDomain>", "go.id/fungsi</AppDomain>", "AppDomain dengan jalur"),
        (r'(id="Grup.Label" DefaultValue=)"[^"]*"', rf'\1"{"x" * 126}"', "panjang teks: Grup.Label"),
        (r'(id="Panel.Uraian" DefaultValue=)"[^"]*"', r'\1""', "panjang teks: Panel.Uraian"),
        (r"(<Hosts>.*?</Hosts>)\s*(<Requirements>.*?</Requirements>)", r"\2\1", "anak OfficeApp"),
        (r"(<Title [^>]*/>)\s*(<Description [^>]*/>)", r"\2\1", "anak Supertip"),
        ('size="80"', 'size="64"', "Icon tanpa ukuran"),
        ("</Metadata>", '</Metadata><Namespace resid="Grup.Label"/>', "tanpa Namespace"),
        (r'(<Description DefaultValue=)"[^"]*"', rf'\1"{"x" * 251}"', "Description tidak 1 sampai 250"),
    ],
)
def test_pemeriksa_manifest_menemukan_setiap_cacat(folder: Path, lama: str, baru: str, temuan: str) -> None:
    asli = (folder / "manifest.xml").read_text("utf-8")
    rusak = re.sub(lama, baru, asli, flags=re.DOTALL)

    assert rusak != asli
    assert [satu for satu in check_manifest(rusak) if satu.startswith(temuan) or temuan in satu] != []


def test_alamat_bukan_https_ditolak(tmp_path: Path) -> None:
    with pytest.raises(BerkasError, match="bukan https"):
        build_web(tmp_path, "http://kinerja.contoh.go.id", PYODIDE)


def test_tanpa_pyodide_dijelaskan_apa_yang_harus_dilakukan(tmp_path: Path) -> None:
    (tmp_path / "pyodide.mjs").touch()
    hasil = run_kinerja("addin", "bangun", "--untuk", "excel-web", folder=tmp_path)

    assert 2 == hasil.kode
    assert "node_modules/pyodide: Pyodide (Python untuk peramban) tidak ditemukan" in hasil.galat
    assert "npm install pyodide@" in hasil.galat
    with pytest.raises(BerkasError, match="tidak lengkap"):
        build_web(tmp_path, ALAMAT, tmp_path)


def test_tanpa_xlwings_server_dijelaskan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pustaka, "find_spec", lambda nama: None)

    with pytest.raises(BerkasError, match=r'xlwings-server belum terpasang.*"xlwings-server'):
        build_web(tmp_path, ALAMAT, PYODIDE)


def test_skrip_xlwings_yang_berubah_ditolak_saat_dibangun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halaman, "DIPERLUKAN", ("function lain(",))

    with pytest.raises(BerkasError, match="belum dikenal"):
        build_web(tmp_path, ALAMAT, PYODIDE)


def test_perintah_bangun_menyebut_foldernya(tmp_path: Path) -> None:
    hasil = run_kinerja(
        *("addin", "bangun", "--untuk", "excel-web", "--alamat", ALAMAT),
        *("--pyodide", str(PYODIDE), "--keluar", str(tmp_path)),
    )

    assert (0, f"{tmp_path / 'excel-web'}\n") == (hasil.kode, hasil.keluar)
    assert f"{ALAMAT}/taskpane.html" in (tmp_path / "excel-web" / "manifest.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "jenis"),
    [
        ("", "text/html"),
        ("taskpane.html", "text/html"),
        ("xlwings/kinerja-fungsi.json", "application/json"),
        ("static/kinerja/pyodide/pyodide.mjs", "text/javascript"),
        ("static/kinerja/pyodide/pyodide.asm.wasm", "application/wasm"),
    ],
)
def test_disajikan_dengan_jenis_dan_kepala_yang_diperlukan_excel(
    alamat: str, folder: Path, sertifikat: Path, path: str, jenis: str
) -> None:
    isi, kepala = _fetch(f"{alamat}/{path}", sertifikat)

    assert (folder / (path or "index.html")).read_bytes() == isi
    assert [jenis, "*", "no-cache"] == [
        kepala[nama] for nama in ("Content-Type", "Access-Control-Allow-Origin", "Cache-Control")
    ]


@pytest.mark.parametrize(
    ("path", "kode"), [("static/", 404), ("../../../../etc/passwd", 404), ("%2e%2e/%2e%2e/etc/passwd", 404)]
)
def test_isi_folder_dan_berkas_di_luarnya_tidak_disajikan(alamat: str, sertifikat: Path, path: str, kode: int) -> None:
    with pytest.raises(urllib.error.HTTPError) as galat:
        _fetch(f"{alamat}/{path}", sertifikat)
    halaman_galat = galat.value.read().decode()
    galat.value.close()

    assert kode == galat.value.code
    assert '<html lang="id">' in halaman_galat
    assert "<p>Halaman atau berkas ini tidak ada." in halaman_galat
    assert [] == re.findall(r"(?i)\b(error|file|found|response|message|nothing)\b", halaman_galat)


def test_post_ditolak(alamat: str, sertifikat: Path) -> None:
    with pytest.raises(urllib.error.HTTPError) as galat:
        _fetch(f"{alamat}/xlwings/custom-functions-call", sertifikat, data=b"{}")
    galat.value.close()

    assert 501 == galat.value.code


def test_pemanggil_yang_diam_atau_bukan_tls_tidak_menghambat(
    alamat: str, sertifikat: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    port = int(alamat.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)), socket.create_connection(("127.0.0.1", port)) as polos:
        polos.sendall(b"GET / HTTP/1.1\r\n\r\n")
        isi, _ = _fetch(f"{alamat}/taskpane.html", sertifikat)

    assert b"<h1>Fungsi Kinerja</h1>" in isi
    assert "Traceback" not in capfd.readouterr().err


def test_hanya_mendengar_di_komputer_sendiri_dan_port_terpakai_dijelaskan(folder: Path, sertifikat: Path) -> None:
    with make_server(folder, 0, sertifikat) as server:
        assert "127.0.0.1" == server.server_address[0]
        with pytest.raises(BerkasError, match=rf"Port {server.server_port} sedang dipakai program lain\..*--port"):
            make_server(folder, server.server_port, sertifikat)


@pytest.mark.parametrize(
    ("sinyal", "kode"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str
)
def test_perintah_sajikan_jalan_sampai_dihentikan(tmp_path: Path, sinyal: signal.Signals, kode: int) -> None:
    """However it is ended, nothing stays in the folder for temporary files."""
    (tmp_path / "sementara").mkdir()
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    perintah = [sys.executable, "-m", "kinerja", "addin", "sajikan", "--port", str(port), "--pyodide", str(PYODIDE)]
    lingkungan = prepare({"HOME": str(tmp_path), "TMPDIR": str(tmp_path / "sementara")})
    with subprocess.Popen(perintah, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=lingkungan) as proses:
        assert proses.stderr
        baris: list[str] = []
        while not baris or "Ctrl+C" not in baris[-1]:
            baris.append(proses.stderr.readline())
            assert baris[-1], baris
        isi, _ = _fetch(f"https://localhost:{port}/manifest.xml", tmp_path / ".kinerja" / "sertifikat-localhost.pem")
        assert any((tmp_path / "sementara").iterdir())
        proses.send_signal(sinyal)
        proses.wait(20)

    assert f"https://localhost:{port}/taskpane.html" in isi.decode()
    assert (kode, []) == (proses.returncode, list((tmp_path / "sementara").iterdir()))
    assert f"https://localhost:{port}/taskpane.html" in baris[0]
    assert baris[1].endswith(f"Cara memasang dan daftar fungsi: https://localhost:{port}/\n")
