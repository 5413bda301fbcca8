"""The web folder where one stands already: ours is new, what its keeper laid beside it stays."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from addin.build.rilis.arsip_web import pack_web
from addin.build.web import build_web
from kinerja.errors import DataError
from tests.alat.web import PYODIDE, read_folder

ALAMAT = "https://kinerja.contoh.go.id/fungsi"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_web(tmp_path_factory.mktemp("web"), f"{ALAMAT}/", PYODIDE)


def test_dibangun_dua_kali_sama_bitanya_dan_mengganti_yang_lama(folder: Path, tmp_path: Path) -> None:
    lama = build_web(tmp_path, "https://lama.contoh.go.id", PYODIDE)
    (lama / "static" / "sisa.js").touch()

    assert read_folder(folder) == read_folder(build_web(tmp_path, ALAMAT, PYODIDE))
    assert ["excel-web"] == [satu.name for satu in tmp_path.iterdir()]


def test_berkas_penjaga_server_di_sampingnya_tetap(folder: Path, tmp_path: Path) -> None:
    lama = build_web(tmp_path, ALAMAT, PYODIDE)
    (lama / "web.config").write_text("<configuration/>")
    (lama / ".well-known").mkdir()
    (lama / ".well-known" / "a.txt").touch()
    (lama / ".well-known" / "putus").symlink_to("tidak-ada")
    (lama / "log").symlink_to("/tidak/ada")
    (lama / "unduhan").symlink_to(tmp_path)
    (lama / "manifest.xml").write_text("lama")
    baru = build_web(tmp_path, ALAMAT, PYODIDE)

    tambahan = {"web.config": b"<configuration/>", ".well-known/a.txt": b""}
    tautan = {satu: (baru / satu).readlink() for satu in (".well-known/putus", "log", "unduhan")}
    assert {".well-known/putus": Path("tidak-ada"), "log": Path("/tidak/ada"), "unduhan": tmp_path} == tautan
    (baru / "unduhan").unlink()
    assert read_folder(folder) | tambahan == read_folder(baru)


def test_tautan_ke_folder_yang_disajikan_tetap_tautan_dan_foldernya_yang_diganti(folder: Path, tmp_path: Path) -> None:
    disajikan = tmp_path / "www" / "fungsi"
    disajikan.mkdir(parents=True)
    (tmp_path / "excel-web").symlink_to(disajikan)
    build_web(tmp_path, ALAMAT, PYODIDE)

    assert (tmp_path / "excel-web").readlink() == disajikan
    assert read_folder(folder) == read_folder(disajikan)
    assert ["fungsi"] == [satu.name for satu in disajikan.parent.iterdir()]


def test_petunjuk_dari_rilis_tidak_tinggal_di_folder_yang_dibangun_dengan_alamatnya(
    folder: Path, tmp_path: Path
) -> None:
    """It says that the addresses are still to be replaced."""
    with zipfile.ZipFile(io.BytesIO(pack_web(PYODIDE))) as arsip:
        arsip.extractall(tmp_path)
    assert (tmp_path / "excel-web" / "BACA-DULU.txt").is_file()

    assert read_folder(folder) == read_folder(build_web(tmp_path, ALAMAT, PYODIDE))


def test_berkas_penjaga_yang_tidak_terbaca_disebut_namanya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lama = build_web(tmp_path, ALAMAT, PYODIDE)
    (lama / "web.config").write_text("<configuration/>")
    ada = read_folder(lama)
    salin = shutil.copy2

    def refuse_config(dari: Path, ke: Path, **opsi: bool) -> object:
        if dari.name == "web.config":
            raise PermissionError(13, "Permission denied", str(dari))
        return salin(dari, ke, **opsi)

    monkeypatch.setattr(shutil, "copy2", refuse_config)
    with pytest.raises(DataError, match=rf"{lama / 'web.config'}: Berkas tidak dapat dibaca \(tidak diizinkan\)"):
        build_web(tmp_path, ALAMAT, PYODIDE)

    assert ada == read_folder(lama)
    assert ["excel-web"] == [satu.name for satu in tmp_path.iterdir()]
