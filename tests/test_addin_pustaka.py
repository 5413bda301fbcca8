"""A folder that a builder replaces: whole, or as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.build.pustaka import replace_folder
from addin.build.rilis.dist import check_milik
from kinerja.errors import BerkasError


@pytest.mark.parametrize("gagal", ["mengisi", "menaruh"])
def test_folder_yang_gagal_diganti_tetap_seperti_semula(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gagal: str
) -> None:
    lama = tmp_path / "excel-web"
    lama.mkdir()
    (lama / "isi.txt").write_text("lama")
    rename = Path.rename

    def refuse_baru(path: Path, tujuan: Path) -> Path:
        if path.name == "baru":
            raise PermissionError(13, "dipakai program lain")
        return rename(path, tujuan)

    monkeypatch.setattr(Path, "rename", refuse_baru)
    with pytest.raises(BerkasError), replace_folder(lama, ".uji-") as baru:
        (baru / "isi.txt").write_text("baru")
        if gagal == "mengisi":
            raise OSError(28, "penuh")

    assert "lama" == (lama / "isi.txt").read_text()
    assert ["excel-web"] == [satu.name for satu in tmp_path.iterdir()]


def test_folder_yang_jadi_menggantikan_yang_lama_seluruhnya(tmp_path: Path) -> None:
    lama = tmp_path / "excel-web"
    lama.mkdir()
    (lama / "sisa.txt").touch()
    with replace_folder(lama, ".uji-") as baru:
        (baru / "isi.txt").touch()

    assert ["isi.txt"] == [satu.name for satu in lama.iterdir()]
    assert ["excel-web"] == [satu.name for satu in tmp_path.iterdir()]


def test_nama_folder_yang_dipakai_sebuah_berkas_disebut(tmp_path: Path) -> None:
    berkas = tmp_path / "dist"
    berkas.touch()
    with pytest.raises(BerkasError, match=r"dist: Nama itu sudah dipakai oleh sebuah berkas\. Pilih nama lain\."):
        check_milik(berkas)
