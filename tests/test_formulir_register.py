"""The register keeps the form with what was issued from it, and gives it back byte for byte."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kinerja.cli import main
from kinerja.errors import BerkasError
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import Tujuan, issue_workbooks
from kinerja.terbit.register import NAMA_REGISTER, SimpananError, open_lama, open_register
from kinerja.terbit.simpanan_formulir import add_formulir, read_formulir_lama
from tests.alat import pulang
from tests.alat.formulir_pulang import issue, make_formulir
from tests.alat.pulang import draw_isian
from tests.alat.terbit import ASAL

KODE = "91.71.01"


def read_tabel(folder: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(folder / NAMA_REGISTER)) as sambungan, sambungan:
        return sambungan.execute("SELECT berkas, panjang FROM formulir ORDER BY id").fetchall()


def spoil(folder: Path, perintah: str, *nilai: object) -> None:
    with closing(sqlite3.connect(folder / NAMA_REGISTER)) as sambungan, sambungan:
        sambungan.execute(perintah, nilai)


def test_formulir_disimpan_sekali_dan_kembali_persis(tmp_path: Path) -> None:
    pk = draw_isian(3)[0]
    issue(tmp_path, pk)
    issue(tmp_path, pk)
    formulir = make_formulir()

    with open_lama(tmp_path / NAMA_REGISTER) as register:
        assert read_formulir_lama(register, formulir.sidik) == ("a.xlsx", formulir.asli)
    assert read_tabel(tmp_path) == [("a.xlsx", len(formulir.asli))]


def test_setiap_formulir_disimpan_dan_buku_kerja_biasa_tidak_punya(tmp_path: Path) -> None:
    pk = draw_isian(3)[0]
    pulang.issue(tmp_path / "biasa", pk)
    for susun in "ab":
        issue(tmp_path / "dua", pk, susun=susun)

    assert [nama for nama, _ in read_tabel(tmp_path / "dua")] == ["a.xlsx", "b.xlsx"]
    with open_lama(tmp_path / "biasa" / NAMA_REGISTER) as register, pytest.raises(BerkasError, match="tidak ada di"):
        read_formulir_lama(register, make_formulir().sidik)


def test_formulir_tidak_disimpan_bila_semua_bukunya_ditolak(tmp_path: Path) -> None:
    pk = draw_isian(3)[0]
    pulang.issue(tmp_path, pk)
    (berkas,) = tmp_path.glob("*.xlsx")
    berkas.write_bytes(b"diisi orang")
    opsi = OpsiTerbit(templat=make_formulir())

    (terbit,) = issue_workbooks([pk], Tujuan(tmp_path), asal=ASAL, opsi=opsi)

    assert terbit.sumbatan
    with closing(sqlite3.connect(tmp_path / NAMA_REGISTER)) as sambungan:
        assert not sambungan.execute("SELECT 1 FROM sqlite_master WHERE name = 'formulir'").fetchall()


def test_simpanan_yang_rusak_dikatakan_lalu_dipulihkan(tmp_path: Path) -> None:
    pk = draw_isian(3)[0]
    issue(tmp_path, pk)
    formulir = make_formulir()
    spoil(tmp_path, "UPDATE formulir SET simpanan = ?", b"bukan itu")

    with open_lama(tmp_path / NAMA_REGISTER) as register, pytest.raises(SimpananError, match="Simpanan formulir"):
        read_formulir_lama(register, formulir.sidik)
    issue(tmp_path, pk)
    with open_lama(tmp_path / NAMA_REGISTER) as register:
        assert read_formulir_lama(register, formulir.sidik)[1] == formulir.asli


def test_baris_yang_bukan_buatan_kami_membuat_register_rusak(tmp_path: Path) -> None:
    issue(tmp_path, draw_isian(3)[0])
    spoil(tmp_path, "UPDATE formulir SET berkas = ?", b"x")

    with pytest.raises(BerkasError, match="rusak"), open_lama(tmp_path / NAMA_REGISTER):
        pass


def test_yang_dibatalkan_tidak_meninggalkan_apa_pun(tmp_path: Path) -> None:
    isi = b"formulir" * 999
    sidik = hashlib.sha256(isi).hexdigest()
    with open_register(tmp_path / NAMA_REGISTER, date(2024, 1, 2)) as register:
        with pytest.raises(KeyboardInterrupt), register.transaction():
            add_formulir(register, sidik, "f.xlsx", isi)
            raise KeyboardInterrupt
        with pytest.raises(BerkasError, match="tidak ada"):
            read_formulir_lama(register, sidik)
        with register.transaction():
            add_formulir(register, sidik, "nama\0\n.xlsx", isi)
        assert read_formulir_lama(register, sidik) == ("nama??.xlsx", isi)


def riwayat(capsys: pytest.CaptureFixture[str], *argumen: object) -> tuple[int, str]:
    kode = main(["riwayat", *map(str, argumen)])
    return kode, capsys.readouterr().err


def test_riwayat_memberi_formulirnya_kembali(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issue(tmp_path / "hasil", draw_isian(3)[0])
    keluar = tmp_path / "formulir.xlsx"

    kode, kata = riwayat(capsys, tmp_path / "hasil", "--ambil", KODE, "--formulir", "--keluar", keluar)

    assert (kode, keluar.read_bytes()) == (0, make_formulir().asli)
    assert "formulir a.xlsx" in kata


def test_riwayat_mengatakan_bila_tidak_ada_formulirnya(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pulang.issue(tmp_path / "hasil", draw_isian(3)[0])

    kode, kata = riwayat(capsys, tmp_path / "hasil", "--ambil", KODE, "--formulir", "--keluar", tmp_path / "f.xlsx")

    assert (kode, (tmp_path / "f.xlsx").exists()) == (2, False)
    assert "Revisi 1 untuk 91.71.01 tidak dibuat dari formulir." in kata
    kode, kata = riwayat(capsys, tmp_path / "hasil", "--formulir")
    assert (kode, "--formulir hanya berarti bersama --ambil." in kata) == (2, True)
