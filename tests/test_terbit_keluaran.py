"""`rekonsiliasi --keluar` and `data-induk`: only our own file, as we wrote it, is replaced."""

from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pytest

from kinerja.anggaran.temuan import JUDUL_HASIL
from kinerja.cli import main
from kinerja.perjanjian.induk.skema import JUDUL_INDUK
from kinerja.terbit.identitas import is_utuh, read_judul
from tests.berkas_anggaran import write_csv, write_xlsx
from tests.test_rekonsiliasi_temuan import BAKU

INDUK = ["data-induk", "--kabkota", "12.71", "--tahun", "2025", "--keluar", "keluar.xlsx"]
REKON = ["rekonsiliasi", "--perjanjian", "pk.xlsx", "--dpa", "dpa.csv", "--keluar", "keluar.xlsx"]
per_perintah = pytest.mark.parametrize("perintah", [INDUK, REKON], ids=["data-induk", "rekonsiliasi"])


def buntu(path: Path) -> None:
    path.symlink_to("disk-yang-dicabut")


@pytest.fixture(autouse=True)
def sumber(folder_kerja: Path) -> Path:
    write_xlsx(folder_kerja / "pk.xlsx", BAKU)
    write_csv(folder_kerja / "dpa.csv", BAKU)
    return folder_kerja


@per_perintah
def test_yang_belum_disentuh_diganti_tanpa_bertanya(perintah: list[str]) -> None:
    assert [main(perintah), main(perintah)] == [0, 0]

    isi = Path("keluar.xlsx").read_bytes()
    assert is_utuh(isi)
    assert read_judul(isi).startswith((JUDUL_INDUK, JUDUL_HASIL))
    assert not Path("lama").exists()


@per_perintah
def test_yang_ditambah_lembar_ditolak_dan_dengan_timpa_pindah_ke_lama(
    perintah: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(perintah)
    buku = openpyxl.load_workbook("keluar.xlsx")
    buku.create_sheet("Catatan pemeriksa")
    buku.save("keluar.xlsx")
    isi = Path("keluar.xlsx").read_bytes()
    capsys.readouterr()

    assert main(perintah) == 2
    assert "Berkas sudah ada dan sudah diisi atau disimpan ulang sejak dibuat." in capsys.readouterr().err
    assert Path("keluar.xlsx").read_bytes() == isi
    assert main([*perintah, "--timpa"]) == 0
    (lama,) = Path("lama").iterdir()
    assert lama.read_bytes() == isi
    assert f"keluar.xlsx yang lama dipindahkan ke {lama}." in capsys.readouterr().err


@pytest.mark.parametrize("perintah", [INDUK, REKON])
@pytest.mark.parametrize("buat", [Path.mkdir, os.mkfifo, buntu], ids=["folder", "pipa", "tautan buntu"])
def test_folder_pipa_dan_tautan_buntu_ditolak_juga_dengan_timpa(
    perintah: list[str], buat: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(buat)
    buat(Path("keluar.xlsx"))

    assert main([*perintah, "--timpa"]) == 2
    assert "bukan milik sebuah berkas" in capsys.readouterr().err


@pytest.mark.parametrize("jenis", ["keras", "lunak"])
@pytest.mark.parametrize("sumber_perjanjian", ["pk.xlsx", "folder"])
def test_tautan_ke_sumber_ditolak(
    jenis: str, sumber_perjanjian: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder_kerja / "folder").mkdir()
    asli = folder_kerja / "folder" / "a.xlsx"
    (folder_kerja / "pk.xlsx").rename(asli) if sumber_perjanjian == "folder" else None
    asli = asli if asli.exists() else folder_kerja / "pk.xlsx"
    tautan = folder_kerja / "keluar.xlsx"
    tautan.hardlink_to(asli) if jenis == "keras" else tautan.symlink_to(asli)
    isi = asli.read_bytes()
    perintah = ["rekonsiliasi", "--perjanjian", sumber_perjanjian, *REKON[3:]]

    assert main([*perintah, "--timpa"]) == 2
    assert "Keluaran akan menimpa sumber" in capsys.readouterr().err
    assert asli.read_bytes() == isi


def test_tautan_keras_ke_hasil_lama_tidak_ditulisi(folder_kerja: Path) -> None:
    main(REKON)
    lama = (folder_kerja / "keluar.xlsx").read_bytes()
    (folder_kerja / "arsip.xlsx").hardlink_to(folder_kerja / "keluar.xlsx")
    write_csv(folder_kerja / "dpa.csv", [BAKU[0], *((k, n, p + 1) for k, n, p in BAKU[1:])])

    assert main(REKON) == 1
    assert (folder_kerja / "arsip.xlsx").read_bytes() == lama
    assert (folder_kerja / "keluar.xlsx").read_bytes() != lama
