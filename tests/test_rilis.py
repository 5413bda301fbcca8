"""What `make rilis` hands out: every file is opened, and does what it is for."""

import email
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest

from addin.build.rilis import dist
from addin.build.rilis.arsip_web import PENGGANTI, pack_web
from addin.build.rilis.dist import SHA256SUMS, build_dist, check_milik
from addin.build.web import BACA_DULU, CONTOH, build_web
from addin.build.xlam_isi import read_xlam
from addin.daftar import DAFTAR
from addin.rumus_lambda import TANPA
from kinerja import __version__
from kinerja.errors import BerkasError
from tests.alat.berkas import read_cached, read_formulas
from tests.alat.manifes import check_manifest, list_urls
from tests.alat.mesin import recalc_ironcalc
from tests.alat.perintah import run_modul
from tests.alat.program import AKAR, run
from tests.alat.web import PYODIDE, read_folder

RODA = f"kinerja-{__version__}-py3-none-any.whl"
NAMA = {
    RODA, "kinerja.xlam", "kinerja.oxt", "fungsi-kinerja.xlsx", "kinerja-excel-web.zip",
    "panduan.html", "panduan.pdf",
}  # fmt: skip
ISI_PAKET = ("kinerja", "workbook_templates", "addin")


def list_sumber() -> set[str]:
    """The files of the product in this checkout, as a clone has them."""
    semua = run(["git", "-C", str(AKAR), "ls-files", *ISI_PAKET], detik=30).splitlines()
    return {nama for nama in semua if (AKAR / nama).is_file()}


def test_isi_folder_dan_sidiknya_benar(rilis: Path) -> None:
    benar = run(["env", "-C", str(rilis), "LC_ALL=C", "sha256sum", "--strict", "-c", SHA256SUMS], detik=30)

    assert NAMA | {SHA256SUMS} == {path.name for path in rilis.iterdir()}
    assert sorted(f"{nama}: OK" for nama in NAMA) == sorted(benar.splitlines())


def test_roda_memuat_setiap_berkas_produk_dan_bukan_yang_lain(rilis: Path) -> None:
    with zipfile.ZipFile(rilis / RODA) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    milik = {nama: data for nama, data in isi.items() if ".dist-info/" not in nama}
    info = f"kinerja-{__version__}.dist-info"
    sumber = {nama for nama in list_sumber() if not nama.startswith("addin/build/rilis/")}

    assert {"kinerja/peraturan/skm.toml", "addin/web/.env", "addin/web/templates/manifest.xml"} < sumber
    assert sumber == milik.keys()
    assert {} == {nama: "lain" for nama, data in milik.items() if data != (AKAR / nama).read_bytes()}
    meta = email.message_from_bytes(isi[f"{info}/METADATA"])
    assert ("kinerja", __version__, ">=3.11") == (meta["Name"], meta["Version"], meta["Requires-Python"])
    assert "kinerja = kinerja.cli:main" in isi[f"{info}/entry_points.txt"].decode()
    assert (AKAR / "LICENSE").read_bytes() == isi[f"{info}/licenses/LICENSE"]


def test_roda_dipasang_dengan_pip_dan_menyebut_versinya(rilis: Path, tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-compile"]
    run([*pip, "--target", str(tmp_path), str(rilis / RODA)], detik=60)
    versi = subprocess.run(
        [sys.executable, "-m", "kinerja", "--versi"], cwd=tmp_path, env={}, capture_output=True, text=True, check=True
    )

    assert (tmp_path / "bin" / "kinerja").is_file()
    assert f"kinerja {__version__}\n" == versi.stdout


def test_sdist_memuat_semua_yang_ada_di_puncak() -> None:
    setelan = tomllib.loads((AKAR / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["sdist"]
    puncak = {nama.split("/")[0] for nama in run(["git", "-C", str(AKAR), "ls-files"], detik=30).splitlines()}

    assert set() == {nama for nama in puncak if not nama.startswith(".")} - {*setelan["include"], "pyproject.toml"}


def test_xlam_berisi_vba_kita_semua_fungsi_dan_saat_dibuka_hanya_membetulkan_tautan(rilis: Path) -> None:
    kode = run([sys.executable, "-m", "oletools.olevba", "-c", str(rilis / "kinerja.xlam")], detik=60)

    assert read_xlam(rilis / "kinerja.xlam").murni
    assert list(DAFTAR) == re.findall(r"^Public Function ([A-Z_]+)\(", kode, re.MULTILINE)
    assert ["Workbook_Open"] == re.findall(r"\b(Auto_?Open|Workbook_\w+|Shell|CreateObject|Declare)\b", kode)
    (awal,) = re.findall(r"(?ms)^Private Sub Workbook_Open\(\)\n(.*?)^End Sub", kode)
    isi = [baris for baris in map(str.strip, awal.splitlines()) if not re.match("Dim|For|Next|On Error", baris)]
    assert ["Set pantau = Application", "betulkan_tautan buku"] == isi


def test_oxt_menyebut_versi_dan_memuat_yang_didaftarkannya(rilis: Path) -> None:
    with zipfile.ZipFile(rilis / "kinerja.oxt") as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    uraian = ElementTree.fromstring(isi["description.xml"])
    daftar = ElementTree.fromstring(isi["META-INF/manifest.xml"])
    versi = uraian.find("{*}version")
    masuk = {nilai for entri in daftar for kunci, nilai in entri.items() if kunci.endswith("full-path")}
    nama = re.findall(r'name="DisplayName"><value xml:lang="en">([A-Z_]+)<', isi["CalcAddIns.xcu"].decode())

    assert versi is not None
    assert __version__ == versi.get("value")
    assert {"kinerja.idl", "kinerja_calc.py", "CalcAddIns.xcu", "Jobs.xcu"} == masuk
    assert masuk < isi.keys()
    assert set(DAFTAR) <= set(nama)
    assert "pythonpath/kinerja/peraturan/sakip_predikat.toml" in isi


def test_buku_fungsi_dihitung_ironcalc_seperti_peraturannya(rilis: Path) -> None:
    """66,5 is B by the table of 88/2021: above 60, up to 70."""
    path = rilis / "fungsi-kinerja.xlsx"
    rumus = {sel: isi for sel, isi in read_formulas(path).items() if "SAKIP_PREDIKAT(66.5)" in isi}
    hasil = recalc_ironcalc(path)

    assert ["B"] * len(rumus) == [hasil[sel] for sel in rumus]
    assert len(rumus) >= 1
    assert {nama for nama in DAFTAR if f"{nama}(" in " ".join(read_formulas(path).values())} == set(DAFTAR) - set(TANPA)
    assert "B" in read_cached(path).values()


def read_web(rilis: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(rilis / "kinerja-excel-web.zip") as arsip:
        return {nama.removeprefix("excel-web/"): arsip.read(nama) for nama in arsip.namelist()}


def test_zip_web_memuat_semua_fungsi_dan_manifest_yang_baik(rilis: Path) -> None:
    isi = read_web(rilis)
    manifes = isi["manifest.xml"].decode()
    daftar = json.loads(isi["xlwings/kinerja-fungsi.json"])

    assert sorted(DAFTAR) == sorted(satu["name"] for satu in daftar["functions"])
    assert [] == check_manifest(manifes)
    assert {PENGGANTI} == {url[: len(PENGGANTI)] for url in list_urls(manifes)}
    assert 10_000_000 < len(isi["static/kinerja/pyodide/pyodide.asm.wasm"])
    assert b"PolyForm Noncommercial" in isi["lisensi/xlwings-server-LICENSE.md"]


def test_baca_dulu_yang_diikuti_memberi_folder_untuk_alamat_itu(rilis: Path, tmp_path: Path) -> None:
    isi = read_web(rilis)
    teks = isi.pop(BACA_DULU).decode()
    berkas = [nama.strip().replace("\\", "/") for nama in re.findall(r"^ {7}(\S+)\r$", teks, re.MULTILINE)]
    cari = re.findall(r"cari (\S+)\r$", teks, re.MULTILINE)
    for nama in berkas:
        for lama, baru in zip(cari, (CONTOH, "https://kinerja.contoh.go.id"), strict=True):
            isi[nama] = isi[nama].replace(lama.encode(), baru.encode())
    langsung = build_web(tmp_path, CONTOH, PYODIDE)

    assert teks.count("\n") == teks.count("\r\n")
    assert read_folder(langsung) == isi


def test_dibangun_lagi_sama_bitanya_dan_mengganti_yang_lama(rilis: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(rilis, tmp_path / "dist")
    lama = (folder / "kinerja.xlam").read_bytes()
    (folder / "kinerja.xlam").write_bytes(b"yang lama")
    sidik = (folder / SHA256SUMS).read_text().replace(sha256(lama).hexdigest(), sha256(b"yang lama").hexdigest())
    (folder / SHA256SUMS).write_text(sidik)
    hasil = run_modul("addin.build.rilis", "--keluar", str(folder), "--pyodide", str(PYODIDE))

    assert (0, "") == (hasil.kode, hasil.galat)
    assert sorted(NAMA | {SHA256SUMS}) == [Path(baris.split()[1]).name for baris in hasil.keluar.splitlines()]
    assert {satu.name: satu.read_bytes() for satu in rilis.iterdir()} == {
        p.name: p.read_bytes() for p in folder.iterdir()
    }
    assert ["dist"] == [path.name for path in tmp_path.iterdir()]


def test_untuk_alamat_yang_diketahui_tidak_ada_yang_perlu_diganti(tmp_path: Path) -> None:
    (tmp_path / "kinerja-excel-web.zip").write_bytes(pack_web(PYODIDE, f"{CONTOH}/"))
    isi = read_web(tmp_path)

    assert f"Folder ini dibuat untuk {CONTOH}. Bila alamatnya lain" in isi[BACA_DULU].decode()
    assert {CONTOH} == {url[: len(CONTOH)] for url in list_urls(isi["manifest.xml"].decode())}
    assert [] == [nama for nama, data in isi.items() if PENGGANTI.encode() in data]


def test_alamat_tanpa_https_ditolak_dengan_satu_kalimat(tmp_path: Path) -> None:
    pilihan = ["--keluar", str(tmp_path / "dist"), "--pyodide", str(PYODIDE), "--alamat", "http://a.go.id"]
    hasil = run_modul("addin.build.rilis", *pilihan)

    assert (2, []) == (hasil.kode, list(tmp_path.iterdir()))
    assert "Alamat http://a.go.id bukan https. Pakai alamat yang diawali https://.\n" == hasil.galat


def test_yang_gagal_di_tengah_jalan_membiarkan_yang_lama(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "kinerja.oxt").write_bytes(b"utuh")
    (folder / SHA256SUMS).write_text(f"{sha256(b'utuh').hexdigest()}  kinerja.oxt\n")
    monkeypatch.setattr(dist, "pack_web", lambda *_: b"")
    monkeypatch.setattr(dist, "AKAR", tmp_path)
    with pytest.raises(BerkasError, match="pip tidak dapat membuat paket") as galat:
        build_dist(folder, PYODIDE)

    assert "pyproject.toml" in str(galat.value)
    assert ["dist"] == [path.name for path in tmp_path.iterdir()]
    assert b"utuh" == (folder / "kinerja.oxt").read_bytes()


def write_sums(folder: Path, **isi: bytes) -> None:
    """Files by their name with `_` for a point, and their digests as `sha256sum` writes them."""
    folder.mkdir(exist_ok=True)
    baris = ""
    for nama, data in isi.items():
        (folder / nama.replace("_", ".")).write_bytes(data)
        baris += f"{sha256(data).hexdigest()}  {nama.replace('_', '.')}\n"
    (folder / SHA256SUMS).write_text(baris)


def _add(folder: Path) -> None:
    (folder / "catatan.txt").touch()


def _add_folder(folder: Path) -> None:
    (folder / "panduan.pdf").mkdir()


def _change(folder: Path) -> None:
    (folder / "kinerja.oxt").write_bytes(b"disunting")


def _lose(folder: Path) -> None:
    (folder / "kinerja.oxt").unlink()


def _rename(folder: Path) -> None:
    write_sums(folder, kinerja_oxt=b"a", skripsi_docx=b"b")


def _drop_sums(folder: Path) -> None:
    (folder / SHA256SUMS).unlink()


def _spoil_sums(folder: Path) -> None:
    (folder / SHA256SUMS).write_bytes(b"\xff bukan sidik")


@pytest.mark.parametrize("ubah", [_add, _add_folder, _change, _lose, _rename, _drop_sums, _spoil_sums])
def test_folder_yang_bukan_seluruhnya_milik_kami_dibiarkan(tmp_path: Path, ubah: Callable[[Path], None]) -> None:
    """SHA256SUMS is a name that anybody gives a file; a folder of ours is one that nothing was done to."""
    folder = tmp_path / "iso"
    write_sums(folder, kinerja_oxt=b"a", kinerja_xlam=b"b")
    check_milik(folder)
    ubah(folder)
    ada = sorted(folder.iterdir())
    with pytest.raises(BerkasError, match="Di folder ini ada yang bukan dari `make rilis`, atau sudah diubah"):
        build_dist(folder, PYODIDE)

    assert ada == sorted(folder.iterdir())


def test_roda_dibuat_dari_yang_disimpan_git_saja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checkout with a secret and a note beside its files; without git all that lies there is taken."""
    akar = tmp_path / "akar"
    for nama in ("kinerja", "addin", "workbook_templates"):
        (akar / nama).mkdir(parents=True)
        (akar / nama / "__init__.py").write_text('__version__ = "1.0"\n')
    for nama in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(AKAR / nama, akar)
    git = ["git", "-C", str(akar)]
    run([*git, "init", "-q"], detik=30)
    run([*git, "add", "."], detik=30)
    (akar / "kinerja" / ".env").write_text("SANDI=rahasia")
    (akar / "addin" / "catatan.txt").write_text("catatan")
    monkeypatch.setattr(dist, "AKAR", akar)

    def list_isi(folder: Path) -> set[str]:
        folder.mkdir()
        with zipfile.ZipFile(dist.build_roda(folder)) as arsip:
            return {nama for nama in arsip.namelist() if ".dist-info/" not in nama}

    milik = {f"{nama}/__init__.py" for nama in ("kinerja", "addin", "workbook_templates")}
    assert milik == list_isi(tmp_path / "satu")
    shutil.rmtree(akar / ".git")
    assert milik | {"kinerja/.env", "addin/catatan.txt"} == list_isi(tmp_path / "dua")


def test_berkas_orang_di_folder_itu_tidak_hilang(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "laporan.xlsx").touch()
    with pytest.raises(BerkasError, match=r"bukan dari `make rilis`, atau .*: laporan\.xlsx\..*Pindahkan isinya"):
        build_dist(folder, PYODIDE)

    assert ["laporan.xlsx"] == [path.name for path in folder.iterdir()]
