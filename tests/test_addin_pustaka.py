"""A folder that a builder replaces: whole, or as it was."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from addin.build.pustaka import copy_isi, replace_folder
from addin.build.rilis import dist
from addin.build.rilis.dist import SHA256SUMS, build_dist, check_milik
from kinerja.errors import BerkasError, DataError


@pytest.fixture
def lama(tmp_path: Path) -> Path:
    folder = tmp_path / "excel-web"
    folder.mkdir()
    (folder / "isi.txt").write_text("lama")
    return folder


def _fill(lama: Path, isi: Callable[[Path], object]) -> None:
    with replace_folder(lama, ".uji-") as baru:
        (baru / "isi.txt").write_text("baru")
        isi(baru)


def _fail(*argumen: object) -> object:
    raise OSError(*argumen)


@pytest.mark.parametrize("gagal", ["mengisi", "menaruh"])
def test_folder_yang_gagal_diganti_tetap_seperti_semula(
    lama: Path, monkeypatch: pytest.MonkeyPatch, gagal: str
) -> None:
    rename = Path.rename

    def refuse_baru(path: Path, tujuan: Path) -> Path:
        if path.name == "baru":
            raise PermissionError(13, "dipakai program lain")
        return rename(path, tujuan)

    monkeypatch.setattr(Path, "rename", refuse_baru)
    with pytest.raises(BerkasError, match=r"excel-web: (Penyimpanan penuh|Folder .* tidak dapat ditulisi)"):
        _fill(lama, lambda _: _fail(errno.ENOSPC, "penuh") if gagal == "mengisi" else None)

    assert "lama" == (lama / "isi.txt").read_text()
    assert ["excel-web"] == [satu.name for satu in lama.parent.iterdir()]


def test_yang_lama_tetap_ada_walau_dihentikan_di_antara_kedua_nama(lama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def stop(path: Path, tujuan: Path) -> Path:
        if path.name == "baru":
            raise KeyboardInterrupt
        return rename(path, tujuan)

    monkeypatch.setattr(Path, "rename", stop)
    with pytest.raises(KeyboardInterrupt):
        _fill(lama, lambda _: None)

    assert "lama" == (lama / "isi.txt").read_text()
    assert ["excel-web"] == [satu.name for satu in lama.parent.iterdir()]


@pytest.mark.parametrize(
    "galat",
    [
        (errno.EACCES, "", "{baru}/x"),
        (errno.ENOSPC, "", "/sumber", None, "{baru}/x"),  # as a copy says it
    ],
)
def test_yang_tidak_dapat_ditulis_disebut_dengan_nama_folder_tujuannya(
    lama: Path, galat: tuple[str | int | None, ...]
) -> None:
    def fail(baru: Path) -> object:
        return _fail(*(satu.format(baru=baru) if isinstance(satu, str) else satu for satu in galat))

    with pytest.raises(BerkasError, match=rf"^{lama}: (Penyimpanan penuh|Folder .* tidak dapat ditulisi)"):
        _fill(lama, fail)


def test_sumber_yang_tidak_terbaca_disebut_namanya_bukan_folder_tujuan(lama: Path, tmp_path: Path) -> None:
    hilang = tmp_path / "sumber" / "pyodide.mjs"
    with pytest.raises(DataError, match=rf"^{hilang}: Berkas tidak ditemukan"):
        _fill(lama, lambda baru: shutil.copy(hilang, baru))

    assert "lama" == (lama / "isi.txt").read_text()


def test_yang_lama_yang_tidak_terhapus_bukan_kegagalan(lama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a file that another program has open can be renamed with its folder, not deleted."""
    unlink = "os.unlink"
    monkeypatch.setattr(unlink, lambda *_, **__: _fail(errno.EACCES, "sedang dibuka"))
    _fill(lama, lambda _: None)

    assert "baru" == (lama / "isi.txt").read_text()


def test_folder_yang_jadi_menggantikan_yang_lama_seluruhnya(lama: Path) -> None:
    (lama / "sisa.txt").touch()
    _fill(lama, lambda _: None)

    assert ["isi.txt"] == [satu.name for satu in lama.iterdir()]
    assert ["excel-web"] == [satu.name for satu in lama.parent.iterdir()]


@pytest.mark.parametrize("tautan", [True, False])
def test_tautan_disalin_sebagai_tautan_atau_sebagai_isinya(lama: Path, tmp_path: Path, tautan: bool) -> None:
    (lama / "dalam").mkdir()
    (lama / "dalam" / "ke.txt").symlink_to(lama / "isi.txt")
    copy_isi(lama, tmp_path / "salinan", tautan=tautan)

    salinan = tmp_path / "salinan" / "dalam" / "ke.txt"
    assert (tautan, "lama") == (salinan.is_symlink(), salinan.read_text())


def test_nama_folder_yang_dipakai_sebuah_berkas_disebut(tmp_path: Path) -> None:
    berkas = tmp_path / "dist"
    berkas.touch()
    with pytest.raises(BerkasError, match=r"dist: Nama itu sudah dipakai oleh sebuah berkas\. Pilih nama lain\."):
        check_milik(berkas)


def test_berkas_yang_ditaruh_selama_rilis_dibuat_tidak_hilang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    for nama in ("build_xlam_murni", "build_oxt", "build_rumus", "build_roda"):
        monkeypatch.setattr(dist, nama, lambda baru: None)
    monkeypatch.setattr(dist, "pack_web", lambda *_: b"")
    monkeypatch.setattr(dist, "write_panduan", str)
    monkeypatch.setattr(dist, "print_pdf", lambda html: (folder / "catatan.txt").write_bytes(b"orang") and b"")
    with pytest.raises(BerkasError, match=r"bukan dari `make rilis`.*: catatan\.txt"):
        build_dist(folder, tmp_path)

    assert b"orang" == (folder / "catatan.txt").read_bytes()
    (folder / "catatan.txt").unlink()
    monkeypatch.setattr(dist, "print_pdf", lambda html: b"")
    assert (build_dist(folder, tmp_path) / SHA256SUMS).is_file()
