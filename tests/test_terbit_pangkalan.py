"""The SQLite file of the register: which file may be one, what is waited for, and what SQLite says in sentences."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from kinerja.cli import main
from kinerja.errors import BerkasError
from kinerja.terbit import pangkalan
from kinerja.terbit.penerbitan import StatusTerbit
from kinerja.terbit.register import NAMA_REGISTER, open_lama, open_register
from tests.alat.perintah import run_buat
from tests.alat.terbit import nama, terbitkan
from tests.test_terbit_register import BARU, HARI, catat


@pytest.fixture(autouse=True)
def segera(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pangkalan, "_DIAM", 0.2)


def tulis(path: Path, perintah: str, nilai: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(perintah, nilai)


@pytest.mark.parametrize("isi", [b"PK\3\4 buku orang", b"kode;nama\n", b"", b"SQLite format 3\0" + bytes(200)])
def test_berkas_orang_tidak_pernah_dianggap_register_rusak(tmp_path: Path, isi: bytes) -> None:
    path = tmp_path / "milikku"
    path.write_bytes(isi)

    with pytest.raises(BerkasError, match="Ini bukan register kinerja"), open_register(path, HARI):
        pass
    with pytest.raises(BerkasError, match="Ini bukan register kinerja") as galat, open_lama(path):
        pass
    assert "kinerja buat" not in str(galat.value)
    assert [p.name for p in tmp_path.iterdir()] == ["milikku"]
    assert path.read_bytes() == isi


def test_basis_data_program_lain_dengan_nama_lain_ditolak(tmp_path: Path) -> None:
    path = tmp_path / "alamat.sqlite"
    tulis(path, "CREATE TABLE buku_alamat(nama)")

    with pytest.raises(BerkasError, match="Ini bukan register kinerja"), open_register(path, HARI):
        pass


def test_register_kami_yang_rusak_disisihkan_juga_dengan_nama_lain(tmp_path: Path) -> None:
    path = tmp_path / "medan.sqlite"
    with open_register(path, HARI) as register:
        catat(register, os.urandom(90_000))
    path.write_bytes(path.read_bytes()[:40_000])

    with open_register(path, HARI) as register:
        assert "rusak dan disisihkan" in register.pesan


@pytest.mark.parametrize("register", ["induk.xlsx", "sama", "hasil/SHA256SUMS", "baru.XLSX", "tautan"])
def test_register_tidak_boleh_sumber_atau_nama_keluaran_lain(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], register: str
) -> None:
    main(["data-induk", "--kabkota", "12.71", "--tahun", "2025"])
    (folder_kerja / "sama").hardlink_to("induk.xlsx")
    (folder_kerja / "tautan").symlink_to("tiada")
    isi = (folder_kerja / "induk.xlsx").read_bytes()

    kode, _, galat = run_buat(capsys, "--data", "induk.xlsx", "--register", register)

    assert kode == 2
    assert "bukan register kinerja" in galat or "bukan nama berkas" in galat
    assert (folder_kerja / "induk.xlsx").read_bytes() == isi
    assert not list(folder_kerja.glob("**/*rusak*"))


def test_register_kosong_disebut(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_buat(capsys)
    path = folder_kerja / "hasil" / NAMA_REGISTER
    path.write_bytes(b"")

    assert main(["riwayat", "hasil"]) == 2
    assert "Register kosong: semua berkas tidak dikenal." in capsys.readouterr().err
    kode, _, galat = run_buat(capsys, "--kertas", "a4")
    assert kode == 2
    assert "Register kosong: semua berkas tidak dikenal" in galat
    assert main(["riwayat", "hasil"]) == 0
    assert "Register kosong: belum ada yang tercatat." in capsys.readouterr().err


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE isi SET sidik = 'teks'",
        "UPDATE isi SET sidik = x'00'",
        "UPDATE isi SET simpanan = 7",
        "UPDATE terbit SET revisi = 'dua'",
        "UPDATE terbit SET revisi = 9223372036854775807",
        "UPDATE terbit SET tahun = 'lalu'",
        "UPDATE terbit SET berkas = CAST(x'610062' AS TEXT)",
        "UPDATE terbit SET waktu = x'00ff'",
        "UPDATE terbit SET nama = 7.5 || x'ff'",
    ],
)
def test_sel_yang_salah_jenis_adalah_register_rusak(tmp_path: Path, perintah: str) -> None:
    terbitkan(tmp_path, 1)
    path = tmp_path / NAMA_REGISTER
    tulis(path, perintah)

    with pytest.raises(BerkasError, match="Register terbitan rusak"), open_lama(path) as register:
        register.list_terbitan()


def test_simpanan_rusak_dipulihkan_saat_terbit_lagi_juga_untuk_yang_menumpang(tmp_path: Path) -> None:
    path = tmp_path / NAMA_REGISTER
    dasar = os.urandom(50_000)
    with open_register(path, HARI) as register:
        sidik = catat(register, b"PK\3\4" + dasar)
        tumpang = catat(register, b"PK\3\4" + dasar + b"PK\3\4beda")
    tulis(path, "UPDATE isi SET simpanan = x'00'")

    with open_register(path, HARI) as register:
        catat(register, b"PK\3\4" + dasar)
        assert register.read_isi(sidik) == b"PK\3\4" + dasar
        catat(register, b"PK\3\4" + dasar + b"PK\3\4beda")
        assert hashlib.sha256(register.read_isi(tumpang)).hexdigest() == tumpang
        assert len({t.sidik for t in register.list_terbitan()}) == 2


def test_simpanan_rusak_berkas_yang_sudah_ada_dipulihkan(tmp_path: Path) -> None:
    terbitkan(tmp_path, 1)
    tulis(tmp_path / NAMA_REGISTER, "UPDATE isi SET simpanan = x'00'")

    assert terbitkan(tmp_path, 1) == [(nama(1), StatusTerbit.SUDAH_ADA)]
    with open_lama(tmp_path / NAMA_REGISTER) as register:
        assert register.read_isi(register.list_terbitan()[0].sidik) == (tmp_path / nama(1)).read_bytes()


def test_ambil_simpanan_rusak_menyebut_revisi_dan_jalan_keluarnya(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_buat(capsys)
    tulis(folder_kerja / "hasil" / NAMA_REGISTER, "UPDATE isi SET simpanan = x'00'")
    ambil = ["riwayat", "hasil", "--ambil", "12.71.17", "--keluar", "x.xlsx"]

    assert main(ambil) == 2
    assert "Simpanan 12.71.17 murni 2024 revisi 1 rusak. Jalankan kinerja buat dengan" in capsys.readouterr().err
    run_buat(capsys)
    assert main(ambil) == 0


def test_jurnal_yang_ternyata_folder_dijawab_kalimat_dan_tidak_meninggalkan_apa_apa(tmp_path: Path) -> None:
    (tmp_path / f"{NAMA_REGISTER}-journal").mkdir()

    with pytest.raises(BerkasError, match="Register terbitan tidak dapat") as galat:
        terbitkan(tmp_path, 1)
    assert "I/O" not in str(galat.value)
    assert [p.name for p in tmp_path.iterdir()] == [f"{NAMA_REGISTER}-journal"]


@pytest.mark.parametrize("lama", [0.8, 9.0])
def test_register_yang_dipakai_program_lain_ditunggu_dan_dikatakan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lama: float
) -> None:
    monkeypatch.setattr(pangkalan, "_TUNGGU", 2.0)
    terbitkan(tmp_path, 1)
    path = tmp_path / NAMA_REGISTER
    kabar: list[str] = []
    lepas = threading.Event()

    def tahan() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("BEGIN EXCLUSIVE")
            dipegang.set()
            lepas.wait(lama)

    dipegang = threading.Event()
    utas = threading.Thread(target=tahan)
    utas.start()
    dipegang.wait()
    awal = time.monotonic()
    try:
        if lama < 2:
            with open_register(path, HARI, kabar.append) as register:
                assert register.knows(BARU, "00" * 32) is False
        else:
            with pytest.raises(BerkasError, match="sedang dipakai proses lain"), open_lama(path, kabar.append):
                pass
            assert 1.5 < time.monotonic() - awal < 4
    finally:
        lepas.set()
        utas.join()
    assert kabar == ["Register terbitan sedang dipakai program lain; ditunggu sampai 2 detik."]
