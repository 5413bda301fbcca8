"""One register, one output folder with all below it, wherever they move."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kinerja.cli import main
from kinerja.terbit.penerbitan import Tujuan, issue_workbooks
from kinerja.terbit.register import NAMA_REGISTER
from tests.alat.perintah import BARU, run_buat
from tests.alat.terbit import ASAL, buat_perjanjian, cetak

LUAR = ("--register", "medan.sqlite")


def keadaan(capsys: pytest.CaptureFixture[str], *argumen: str) -> list[tuple[str, str]]:
    assert main(["riwayat", *argumen, "--json"]) == 0
    return [(t["berkas"], t["keadaan"]) for t in json.loads(capsys.readouterr().out)["terbitan"]]


def test_satu_register_untuk_dua_folder_ditolak(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_buat(capsys, *LUAR, "--keluar", "satu")

    kode, _, galat = run_buat(capsys, *LUAR, "--keluar", "dua")

    assert kode == 2
    assert f"medan.sqlite: Register ini milik folder {folder_kerja / 'satu'}." in galat
    assert not list((folder_kerja / "dua").iterdir())
    assert main(["riwayat", "dua", *LUAR]) == 2
    assert keadaan(capsys, "satu", *LUAR) == [(BARU, "utuh")]


def test_folder_yang_berpindah_dikenal_dari_berkasnya(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_buat(capsys, *LUAR, "--keluar", "satu")
    (folder_kerja / "satu").rename("dua")

    assert run_buat(capsys, *LUAR, "--keluar", "tiga")[0] == 2
    assert keadaan(capsys, "dua", *LUAR) == [(BARU, "utuh")]
    assert run_buat(capsys, *LUAR, "--keluar", "dua", "--kertas", "a4")[0] == 0
    assert keadaan(capsys, "dua", *LUAR) == [(BARU, "diganti"), (BARU, "utuh")]


@pytest.mark.parametrize("cara", ["pindah", "salin"])
def test_register_di_folder_tujuan_ikut_ke_mana_pun(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], cara: str
) -> None:
    run_buat(capsys)
    shutil.copytree("hasil", "arsip") if cara == "salin" else (folder_kerja / "hasil").rename("arsip")

    assert run_buat(capsys, "--keluar", "arsip", "--kertas", "a4")[0] == 0
    assert keadaan(capsys, "arsip") == [(BARU, "diganti"), (BARU, "utuh")]


@pytest.fixture
def kota(folder_kerja: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a city below one with the register; we are in it."""
    list(
        issue_workbooks(
            buat_perjanjian(2),
            Tujuan(Path("hasil"), place=lambda _: Path("sumut", "kota-medan")),
            asal=ASAL,
            make=cetak,
        )
    )
    kota = folder_kerja / "hasil" / "sumut" / "kota-medan"
    monkeypatch.chdir(kota)
    return kota


def test_folder_kota_menyebut_register_induknya(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    induk = Path("..", "..", NAMA_REGISTER)
    isi = sorted(p.name for p in kota.iterdir())

    assert main(["riwayat", "."]) == 2
    assert f"Tambahkan --register {induk}\n" in capsys.readouterr().err
    kode, _, galat = run_buat(capsys, "--keluar", ".")
    assert kode == 2
    assert f"Folder ini tercatat di register {induk}. Tambahkan --register {induk}\n" in galat
    assert sorted(p.name for p in kota.iterdir()) == isi


def test_folder_kota_dengan_register_induknya(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    induk = ("--register", f"../../{NAMA_REGISTER}")

    assert [k for _, k in keadaan(capsys, ".", *induk)] == ["utuh", "utuh"]
    assert run_buat(capsys, "--keluar", ".", *induk)[0] == 0
    assert keadaan(capsys, ".", *induk)[0] == (BARU, "utuh")
    assert keadaan(capsys, "../..")[0] == (f"sumut/kota-medan/{BARU}", "utuh")
    assert len((kota / "SHA256SUMS").read_text().splitlines()) == 3


def test_folder_di_bawah_yang_tidak_tercatat_mendapat_registernya_sendiri(
    kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_buat(capsys, "--keluar", "lain")[0] == 0
    assert (kota / "lain" / NAMA_REGISTER).is_file()


def test_register_versi_lama_tanpa_akar_diteruskan(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = kota.parents[1] / NAMA_REGISTER
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DROP TABLE akar")

    assert [k for _, k in keadaan(capsys, ".", "--register", str(path))] == ["utuh", "utuh"]
    assert run_buat(capsys, "--keluar", ".", "--register", str(path))[0] == 0
    assert len(keadaan(capsys, "../..")) == 3
