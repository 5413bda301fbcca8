"""The register: what it remembers, how large it is, and what it says when it cannot be used."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from kinerja.errors import BerkasError
from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.pangkalan import replace_rusak
from kinerja.terbit.pembuatan import OpsiTerbit
from kinerja.terbit.penerbitan import StatusTerbit, Tujuan, issue_workbooks, place_by_wilayah
from kinerja.terbit.register import NAMA_REGISTER, Register, Terbitan, open_lama, open_register
from kinerja.terbit.susunan import SUSUNAN
from tests.alat.terbit import ASAL, nama, terbitkan

HARI = date(2025, 1, 2)
BARU = Identitas("12.71.17", 2024, "murni")


def catat(register: Register, isi: bytes, identitas: Identitas = BARU, folder: str = "") -> str:
    sidik = hashlib.sha256(isi).hexdigest()
    with register.transaction():
        register.add(Terbitan(identitas, "Medan Baru", folder, "a.xlsx", sidik, "2025", "0.0", "x", ""), isi)
    return sidik


def test_semua_yang_terbit_tercatat_dan_berkasnya_dapat_dibaca_kembali(tmp_path: Path) -> None:
    semua = list(issue_workbooks(islice(list_nasional(2025), 5), Tujuan(tmp_path, place=place_by_wilayah), asal=ASAL))

    with open_lama(tmp_path / NAMA_REGISTER) as register:
        terbitan = register.list_terbitan()
        assert [c.sidik for c in terbitan] == [t.sha256 for t in semua]
        assert [register.read_isi(t.sha256) for t in semua] == [t.path.read_bytes() for t in semua]
    satu = terbitan[0]
    assert (satu.identitas, satu.nama) == (Identitas("11.01.01", 2025, "murni"), "Bakongan")
    assert (satu.folder, satu.berkas) == ("aceh/kabupaten-aceh-selatan", semua[0].path.name)
    assert (satu.sumber, satu.sidik_sumber, satu.revisi) == ("contoh.toml", "ab" * 32, 1)
    assert satu.waktu == "2025-01-02T03:04:05+00:00"


def test_register_100_kecamatan_tidak_lebih_dari_sepersepuluh_berkasnya_dan_dua_kalinya(tmp_path: Path) -> None:
    semua = list(issue_workbooks(islice(list_nasional(2025), 100), Tujuan(tmp_path, place=place_by_wilayah), asal=ASAL))
    besar = sum(t.path.stat().st_size for t in semua)

    assert (tmp_path / NAMA_REGISTER).stat().st_size <= 0.10 * besar
    with open_lama(tmp_path / NAMA_REGISTER) as register:
        for t in semua:
            assert register.read_isi(t.sha256) == t.path.read_bytes()


def test_revisi_menghitung_terbitan_yang_berbeda(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.sqlite", HARI) as register:
        for isi in (b"satu", b"satu", b"dua", b"satu"):
            catat(register, isi)
        catat(register, b"satu", folder="lain")
        catat(register, b"perubahan", identitas=replace(BARU, jenis="perubahan"))

        hasil = [(c.identitas.jenis, c.revisi, c.folder) for c in register.list_terbitan()]

    assert hasil == [("murni", 1, ""), ("murni", 2, ""), ("murni", 3, ""), ("murni", 3, "lain"), ("perubahan", 1, "")]


def test_dikenal_hanya_untuk_perjanjiannya(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.sqlite", HARI) as register:
        sidik = catat(register, b"satu")

        assert register.knows(BARU, sidik)
        assert not register.knows(replace(BARU, kode="12.71.01"), sidik)
        assert not register.knows(BARU, "00" * 32)


def test_yang_gagal_di_tengah_tidak_tercatat_sama_sekali(tmp_path: Path) -> None:
    with open_register(tmp_path / "r.sqlite", HARI) as register:
        with pytest.raises(ZeroDivisionError), register.transaction():
            register.add(Terbitan(BARU, "", "", "a", hashlib.sha256(b"1").hexdigest(), "", "", "", ""), b"1")
            1 / 0  # noqa: B018

        assert register.list_terbitan() == []
        assert register.read_isi(catat(register, b"1")) == b"1"


def rusak_kepala(path: Path) -> None:
    path.write_bytes(b"bukan basis data sama sekali" * 9)


def rusak_potong(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def rusak_pendek(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def rusak_tengah(path: Path) -> None:
    isi = bytearray(path.read_bytes())
    for awal in range(16_384, len(isi), 16_384):
        isi[awal : awal + 200] = os.urandom(200)
    path.write_bytes(isi)


def rusak_tabel(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE terbit")
    db.close()


@pytest.mark.parametrize("rusakkan", [rusak_kepala, rusak_potong, rusak_pendek, rusak_tengah, rusak_tabel])
def test_register_rusak_disisihkan_dan_semua_tidak_dikenal(tmp_path: Path, rusakkan: Callable[[Path], None]) -> None:
    terbitkan(tmp_path)
    path = tmp_path / NAMA_REGISTER
    rusakkan(path)
    rusak = path.read_bytes()

    with open_register(path, HARI) as register:
        assert "rusak dan disisihkan" in register.pesan
        assert register.list_terbitan() == []
    assert (tmp_path / "register-kinerja-rusak-2025-01-02.sqlite").read_bytes() == rusak
    assert {s for _, s in terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))} == {StatusTerbit.DITOLAK}
    assert (tmp_path / nama(1)).read_bytes() == b"91.71.01 f4 400 None"


def test_jurnal_register_rusak_ikut_disisihkan(tmp_path: Path) -> None:
    for nama_berkas in (NAMA_REGISTER, f"{NAMA_REGISTER}-journal", "register-kinerja-rusak-2025-01-02.sqlite"):
        (tmp_path / nama_berkas).write_text(nama_berkas)

    kini = replace_rusak(tmp_path / NAMA_REGISTER, HARI)

    assert kini is not None
    assert kini.name == "register-kinerja-rusak-2025-01-02-2.sqlite"
    assert kini.read_text() == NAMA_REGISTER
    assert kini.with_name(f"{kini.name}-journal").read_text() == f"{NAMA_REGISTER}-journal"
    assert len(list(tmp_path.iterdir())) == 3


def test_register_baru_dari_proses_lain_tidak_ikut_disisihkan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two runs find it damaged; the other one is done with it just before this one moves it."""
    path = tmp_path / NAMA_REGISTER
    path.write_bytes(b"bukan basis data" * 99)

    def sela(path: Path, hari: date) -> Path | None:
        monkeypatch.undo()
        with open_register(path, hari) as lain:
            assert "disisihkan" in lain.pesan
            catat(lain, b"dari proses lain")
            kini = replace_rusak(path, hari)
            catat(lain, b"sesudahnya")
        return kini

    monkeypatch.setattr("kinerja.terbit.register.replace_rusak", sela)
    with open_register(path, HARI) as register:
        assert register.pesan == ""
        assert [t.revisi for t in register.list_terbitan()] == [1, 2]
    rusak = tmp_path / "register-kinerja-rusak-2025-01-02.sqlite"
    assert sorted(tmp_path.iterdir()) == sorted([path, rusak])
    assert rusak.read_bytes() == b"bukan basis data" * 99


def test_register_rusak_yang_sudah_disisihkan_proses_lain(tmp_path: Path) -> None:
    assert replace_rusak(tmp_path / NAMA_REGISTER, HARI) is None
    assert list(tmp_path.iterdir()) == []


def test_register_versi_baru_dan_basis_data_program_lain_ditolak(tmp_path: Path) -> None:
    path = tmp_path / NAMA_REGISTER
    terbitkan(tmp_path)
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version={SUSUNAN + 1}")
    db.close()
    isi = path.read_bytes()

    with pytest.raises(BerkasError, match="lebih baru"):
        terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))
    assert path.read_bytes() == isi
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE buku_alamat(nama)")
    db.close()
    with pytest.raises(BerkasError, match="program lain"):
        terbitkan(tmp_path)
    assert (tmp_path / nama(1)).read_bytes() == b"91.71.01 f4 400 None"


@pytest.mark.parametrize(
    ("nomor", "kata"),
    [
        (sqlite3.SQLITE_FULL, "Penyimpanan penuh"),
        (sqlite3.SQLITE_READONLY, "tidak dapat dibuka atau ditulisi"),
        (sqlite3.SQLITE_CANTOPEN, "tidak dapat dibuka atau ditulisi"),
        (sqlite3.SQLITE_BUSY, "sedang dipakai proses lain"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "tidak dapat dipakai"),
    ],
)
def test_yang_dikatakan_sqlite_menjadi_kalimat_dan_tidak_ada_berkas_yang_berubah(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nomor: int, kata: str
) -> None:
    def gagal(*_: object) -> None:
        galat = sqlite3.OperationalError("gagal")
        galat.sqlite_errorcode = nomor
        raise galat

    terbitkan(tmp_path)
    with monkeypatch.context() as m:
        m.setattr(Register, "_add_isi", gagal)
        with pytest.raises(BerkasError, match=kata):
            terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))

    assert (tmp_path / nama(1)).read_bytes() == b"91.71.01 f4 400 None"
    assert not list(tmp_path.glob(".kinerja-*"))
    assert {s for _, s in terbitkan(tmp_path, opsi=OpsiTerbit(kertas="a4"))} == {StatusTerbit.DIBUAT}


def test_register_yang_tidak_dapat_dibuka_dijawab_kalimat(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    for path, kata in ((tmp_path / "folder", "bukan nama berkas"), (tmp_path / "tiada" / "r", "tidak ada")):
        with pytest.raises(BerkasError, match=kata), open_register(path, HARI):
            pass
    with pytest.raises(BerkasError, match="Tidak ada register"), open_lama(tmp_path / "tiada"):
        pass


def test_simpanan_yang_berubah_tidak_pernah_diberikan(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    with open_register(path, HARI) as register:
        sidik = catat(register, b"isi yang benar")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE isi SET simpanan = ?", (b"isi yang salah",))
    db.close()

    with open_lama(path) as register, pytest.raises(BerkasError, match="rusak"):
        register.read_isi(sidik)
