"""From which data a batch is: a digest of what is read as data, and of nothing else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kinerja.errors import DataError
from kinerja.terbit.asal import read_asal


def test_sidik_berkas_adalah_sidik_bitanya(tmp_path: Path) -> None:
    (tmp_path / "induk.toml").write_bytes(b"isi" * 999_999)

    assert read_asal(tmp_path / "induk.toml") == ("induk.toml", hashlib.sha256(b"isi" * 999_999).hexdigest())


def test_sidik_folder_menurut_berkas_csv_saja(tmp_path: Path) -> None:
    for nama in ("umum.csv", "Kecamatan.CSV"):
        (tmp_path / nama).write_text(nama)
    nama, sidik = read_asal(tmp_path)

    baris = "".join(f"{hashlib.sha256(n.encode()).hexdigest()}  {n}\n" for n in ("Kecamatan.CSV", "umum.csv"))
    assert (nama, sidik) == (tmp_path.name, hashlib.sha256(baris.encode()).hexdigest())
    (tmp_path / "foto.jpg").write_bytes(b"besar")
    (tmp_path / "folder").mkdir()
    assert read_asal(tmp_path) == (nama, sidik)
    (tmp_path / "umum.csv").write_text("lain")
    assert read_asal(tmp_path) != (nama, sidik)


def test_yang_terlalu_besar_atau_tidak_ada_ditolak(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as berkas:
        berkas.truncate(64_000_001)

    with pytest.raises(DataError, match="lebih besar dari 64 MB"):
        read_asal(tmp_path)
    with pytest.raises(DataError, match="tidak ditemukan"):
        read_asal(tmp_path / "tiada.toml")
