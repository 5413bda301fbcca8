"""Every advice about what is issued, where it is kept, and what stands in the way, followed."""

from __future__ import annotations

import re
import shlex
import sqlite3
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.errors import KinerjaError
from kinerja.terbit import pangkalan
from kinerja.terbit.pembuatan import OpsiTerbit, make_dask, make_serial
from kinerja.terbit.register import NAMA_REGISTER, Register
from kinerja.terbit.susunan import SUSUNAN
from tests.alat.formulir_pulang import make_formulir
from tests.alat.perintah import BARU
from tests.alat.pip import check_pip
from tests.alat.saran import expect_saran, follow, match_saran
from tests.alat.saran_cli import Tampung, advise, succeed
from tests.alat.terbit import buat_perjanjian

pytestmark = pytest.mark.usefixtures("folder_kerja")
BUAT = ("buat", "--kecamatan", "12.71.17", "--responden", "3")
BUKU = Path("hasil", BARU)
REGISTER = Path("hasil", NAMA_REGISTER)


def is_utuh(capsys: Tampung, folder: object = "hasil", *pilihan: object) -> bool:
    """Whether the register knows the workbook of Medan Baru, and it stands there as issued."""
    keluar = succeed(capsys, "riwayat", folder, *pilihan)
    return re.search(r"12\.71\.17 +Medan Baru .* utuh$", keluar, re.MULTILINE) is not None


def ubah(perintah: str, path: Path = REGISTER) -> None:
    with closing(sqlite3.connect(path)) as basis, basis:
        basis.execute(perintah)


@follow("Sebutkan register lain dengan --register.")
def test_register_milik_folder_lain_diganti_register_lain(capsys: Tampung) -> None:
    succeed(capsys, *BUAT)
    advise(capsys, "Sebutkan register lain dengan --register.", *BUAT, "--keluar", "dua", "--register", REGISTER)

    succeed(capsys, *BUAT, "--keluar", "dua", "--register", "dua.sqlite")

    assert is_utuh(capsys, "dua", "--register", "dua.sqlite") and is_utuh(capsys)


@follow("Tambahkan --register {}")
def test_folder_di_dalam_folder_terbitan_memakai_registernya(capsys: Tampung) -> None:
    folder = Path("hasil 2025", "kota")
    succeed(capsys, *BUAT, "--keluar", folder, "--register", folder.parent / NAMA_REGISTER)
    lend_register(folder.parent / NAMA_REGISTER)
    galat = advise(capsys, "Tambahkan --register {}", "riwayat", folder)

    tambahan = shlex.split(galat.strip().rpartition("Tambahkan ")[2])
    assert is_utuh(capsys, folder, *tambahan)


def lend_register(path: Path) -> None:
    """Let the register be that of the folder above, as if all had been issued there."""
    ubah("UPDATE terbit SET folder = 'kota'", path)
    ubah("UPDATE akar SET letak = '.'", path)


@follow(
    "Buat foldernya dahulu.", "Sebutkan berkas lain.", "Pilih nama lain.", "Sebutkan folder yang dibuat kinerja buat."
)
def test_register_di_tempat_yang_tidak_mungkin_diberi_tempat_lain(capsys: Tampung) -> None:
    buat = (*BUAT, "--register")
    advise(capsys, "Buat foldernya dahulu.", *buat, "tiada/r.sqlite")
    Path("catatan.txt").write_text("milik saya", "utf-8")
    advise(capsys, "Sebutkan berkas lain.", *buat, "catatan.txt")
    Path("folder").mkdir()
    advise(capsys, "Pilih nama lain.", *buat, "folder")
    ubah("CREATE TABLE buku_alamat(nama)", Path("alamat.sqlite"))
    asing = Path("alamat.sqlite").rename(NAMA_REGISTER)
    advise(capsys, "Pilih nama lain.", *buat, asing)
    assert not BUKU.exists()

    Path("tiada").mkdir()
    succeed(capsys, *buat, "tiada/r.sqlite")

    assert is_utuh(capsys, "hasil", "--register", "tiada/r.sqlite")
    advise(capsys, "Sebutkan folder yang dibuat kinerja buat.", "riwayat", "tiada")
    succeed(capsys, *BUAT, "--keluar", "lain")
    assert is_utuh(capsys, "lain")
    assert Path("catatan.txt").read_text("utf-8") == "milik saya"


@follow("Pasang kinerja yang terbaru.")
def test_register_versi_baru_dibuka_versi_baru(capsys: Tampung, monkeypatch: pytest.MonkeyPatch) -> None:
    succeed(capsys, *BUAT)
    ubah(f"PRAGMA user_version = {SUSUNAN + 1}")
    advise(capsys, "Pasang kinerja yang terbaru.", "riwayat", "hasil")

    monkeypatch.setattr(pangkalan, "SUSUNAN", SUSUNAN + 1)  # the version that made it

    assert is_utuh(capsys)


@follow("Jalankan kinerja buat: register ini disisihkan dan yang baru dimulai.")
def test_register_rusak_diganti_yang_baru(capsys: Tampung) -> None:
    succeed(capsys, *BUAT)
    rusak = b"rusak" * 999
    REGISTER.write_bytes(rusak)
    advise(capsys, "Jalankan kinerja buat: register ini disisihkan dan yang baru dimulai.", "riwayat", "hasil")

    assert "1 berkas sudah ada" in succeed(capsys, *BUAT)

    assert is_utuh(capsys)
    assert [p.read_bytes() for p in Path("hasil").glob("register-kinerja-rusak-*")] == [rusak]


@follow(
    "Periksa izin foldernya, atau taruh register di tempat lain dengan --register.",
    "Periksa penyimpanan dan batas besar berkas, atau taruh register di tempat lain dengan --register.",
)
@pytest.mark.parametrize(
    ("nomor", "saran"),
    [
        (sqlite3.SQLITE_READONLY, "Periksa izin foldernya, atau taruh register di tempat lain dengan --register."),
        (
            sqlite3.SQLITE_IOERR,
            "Periksa penyimpanan dan batas besar berkas, atau taruh register di tempat lain dengan --register.",
        ),
    ],
)
def test_register_yang_tidak_dapat_ditulisi_ditaruh_di_tempat_lain(
    nomor: int, saran: str, capsys: Tampung, monkeypatch: pytest.MonkeyPatch
) -> None:
    add: Callable[..., Any] = Register._add_isi

    def gagal_di_hasil(register: Register, *argumen: Any) -> Any:
        if register.path == REGISTER:
            galat = sqlite3.OperationalError("gagal")
            galat.sqlite_errorcode = nomor
            raise galat
        return add(register, *argumen)

    monkeypatch.setattr(Register, "_add_isi", gagal_di_hasil)
    advise(capsys, saran, *BUAT)
    assert not BUKU.exists()

    succeed(capsys, *BUAT, "--register", "lain.sqlite")

    assert is_utuh(capsys, "hasil", "--register", "lain.sqlite")


@follow("Tunggu selesai, lalu jalankan lagi.")
def test_register_yang_sedang_dipakai_ditunggu_selesai(capsys: Tampung, monkeypatch: pytest.MonkeyPatch) -> None:
    succeed(capsys, *BUAT, "--kertas", "a4")
    monkeypatch.setattr(pangkalan, "_DIAM", 0.1)
    monkeypatch.setattr(pangkalan, "_TUNGGU", 0.2)
    with closing(sqlite3.connect(REGISTER, isolation_level=None)) as lain:
        lain.execute("BEGIN EXCLUSIVE")
        advise(capsys, "Tunggu selesai, lalu jalankan lagi.", *BUAT)
        lain.execute("ROLLBACK")

    assert "1 berkas dibuat" in succeed(capsys, *BUAT)

    assert is_utuh(capsys)


@follow("Pindahkan dahulu.")
def test_yang_bernama_sha256sums_dipindahkan(capsys: Tampung) -> None:
    Path("hasil", "SHA256SUMS").mkdir(parents=True)
    advise(capsys, "Pindahkan dahulu.", *BUAT)

    Path("hasil", "SHA256SUMS").rename("lain")
    succeed(capsys, *BUAT)

    assert BARU in Path("hasil", "SHA256SUMS").read_text("utf-8")


@follow("Jalankan kinerja buat dengan formulir yang sama: simpanannya dipulihkan.", "Ambil tanpa --formulir.")
def test_formulir_yang_rusak_di_register_pulih_bila_dibuat_lagi(capsys: Tampung) -> None:
    Path("form.xlsx").write_bytes(make_formulir().asli)
    buat = ("buat", "--kecamatan", "12.71.17", "--templat", "form.xlsx")
    ambil = ("riwayat", "hasil", "--ambil", "12.71.17", "--keluar")
    succeed(capsys, *buat)
    ubah("UPDATE formulir SET simpanan = x'00'")
    saran = "Jalankan kinerja buat dengan formulir yang sama: simpanannya dipulihkan."
    advise(capsys, saran, *ambil, "f.xlsx", "--formulir")

    succeed(capsys, *buat)
    succeed(capsys, *ambil, "f.xlsx", "--formulir")

    assert Path("f.xlsx").read_bytes() == Path("form.xlsx").read_bytes()
    succeed(capsys, *BUAT, "--keluar", "biasa")
    tanpa = ("riwayat", "biasa", *ambil[2:], "b.xlsx")
    advise(capsys, "Ambil tanpa --formulir.", *tanpa, "--formulir")
    succeed(capsys, *tanpa)
    assert Path("b.xlsx").read_bytes() == Path("biasa", BARU).read_bytes()


@follow("Jalankan lagi dengan --proses 1, atau tutup program lain.")
def test_proses_yang_mati_diganti_satu_proses(capsys: Tampung, monkeypatch: pytest.MonkeyPatch) -> None:
    def mati(*_: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr("kinerja.terbit.terbagi.ProcessPoolExecutor.submit", mati)
    advise(capsys, "Jalankan lagi dengan --proses 1, atau tutup program lain.", *BUAT, "--proses", "2")

    succeed(capsys, *BUAT, "--proses", "1")

    assert is_utuh(capsys)


@follow("Jalankan: pip install {}", "Periksa alamatnya.")
@pytest.mark.filterwarnings("ignore")  # what Dask says of itself
def test_dask_dipasang_dan_alamatnya_dibetulkan(monkeypatch: pytest.MonkeyPatch) -> None:
    from dask.distributed import LocalCluster

    pk, opsi = buat_perjanjian(1), OpsiTerbit(responden=3)
    with monkeypatch.context() as tanpa, pytest.raises(KinerjaError) as galat:
        tanpa.setitem(__import__("sys").modules, "dask.distributed", None)
        list(make_dask(pk, opsi, alamat="tcp://127.0.0.1:1"))
    assert match_saran("Jalankan: pip install {}", str(galat.value))
    check_pip(str(galat.value))
    with expect_saran("Periksa alamatnya."):
        list(make_dask(pk, opsi, alamat="127.0.0.1"))

    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None, protocol="tcp"
    ) as klaster:
        assert list(make_dask(pk, opsi, alamat=klaster.scheduler_address)) == list(make_serial(pk, opsi))


INDUK = ("data-induk", "--kabkota", "12.71", "--tahun", "2025", "--keluar")


@follow(
    "Pilih nama lain dengan --keluar, atau pakai --timpa: yang ada dipindahkan ke folder lama.{}", "Pilih nama lain."
)
def test_berkas_yang_sudah_diisi_diberi_nama_lain_atau_ditimpa(capsys: Tampung) -> None:
    Path("folder.xlsx").mkdir()
    advise(capsys, "Pilih nama lain.", *INDUK, "folder.xlsx")
    succeed(capsys, *INDUK, "induk.xlsx")
    baru = Path("induk.xlsx").read_bytes()
    buku = openpyxl.load_workbook("induk.xlsx")
    buku.save("induk.xlsx")
    diisi = Path("induk.xlsx").read_bytes()
    saran = "Pilih nama lain dengan --keluar, atau pakai --timpa: yang ada dipindahkan ke folder lama.{}"
    advise(capsys, saran, *INDUK, "induk.xlsx")

    succeed(capsys, *INDUK, "lain.xlsx")
    assert (Path("lain.xlsx").read_bytes(), Path("induk.xlsx").read_bytes()) == (baru, diisi)
    succeed(capsys, *INDUK, "induk.xlsx", "--timpa")
    assert Path("induk.xlsx").read_bytes() == baru
    assert [p.read_bytes() for p in Path("lama").iterdir()] == [diisi]
