"""The advice of `make rilis`, followed."""

import shutil
from pathlib import Path

import pytest

from addin.build.rilis.chromium import print_pdf
from addin.build.rilis.dist import check_milik
from tests.alat.saran import expect_saran, follow

PINDAH = "Pindahkan isinya dahulu, atau sebut folder lain dengan --keluar, lalu ulangi."
CHROMIUM = "Pasang chromium, atau jalankan `make rilis` sebagai root."


@follow(PINDAH)
def test_berkas_orang_dipindahkan_lalu_foldernya_boleh_diganti(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "laporan.xlsx").touch()
    with expect_saran(PINDAH):
        check_milik(folder)
    check_milik(tmp_path / "lain")
    (folder / "laporan.xlsx").rename(tmp_path / "laporan.xlsx")
    check_milik(folder)

    assert [] == list(folder.iterdir())


@follow(CHROMIUM)
def test_setelah_chromium_dipasang_panduan_tercetak(tmp_path: Path) -> None:
    halaman = tmp_path / "a.html"
    halaman.write_text("<p>satu", "utf-8")
    with pytest.MonkeyPatch.context() as kosong, expect_saran(CHROMIUM):
        kosong.setattr(shutil, "which", lambda nama: None)
        print_pdf(halaman)

    assert print_pdf(halaman).startswith(b"%PDF-")
