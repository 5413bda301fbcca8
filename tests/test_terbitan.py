"""What was issued stays readable: digests of this version, and today's readers on the workbooks of every version."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import kinerja
from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.sumber import Peran
from kinerja.errors import DataError
from kinerja.tabel.buku import open_buku
from tests.alat import terbitan
from tests.alat.mesin import compare, find_errors, read_cached, recalc_formulon, recalc_ironcalc, same
from tests.alat.sampel import choose_contoh
from tests.alat.sidik import digest_isi, list_sidik
from tests.alat.terbitan import HARAP, LIBREOFFICE, SIDIK, TERBITAN, VERSI, read_harap, read_sidik, write_terbitan

BERKAS = [path for folder in VERSI for path in sorted(folder.glob("*.xlsx"))]
PERAN: tuple[Peran, ...] = ("perjanjian", "dpa", "realisasi")
SARAN = "Naikkan versi (kinerja/__init__.py), lalu `python -m tests.alat.terbitan`."

per_buku = pytest.mark.parametrize("path", BERKAS, ids=lambda path: f"{path.parent.name}-{path.stem}")

per_buku_sebagian = pytest.mark.parametrize(
    "path", choose_contoh(BERKAS, 24), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
"""Half a second a workbook and more; the readers above see every one."""


def list_beda(lama: dict[str, str], kini: dict[str, str]) -> str:
    """A sentence naming the workbooks that differ; empty when none does."""
    beda = [nama for nama in lama | kini if lama.get(nama) != kini.get(nama)]
    return f"Buku yang berubah sejak {kinerja.__version__} terbit: {', '.join(beda)}. {SARAN}" if beda else ""


def read_nama(path: Path) -> dict[str, list[list[Any]]]:
    """Values of every defined name of ours, row by row, as any reader of xlsx files gets them."""
    buku = openpyxl.load_workbook(path, data_only=True)
    hasil = {}
    for nama, definisi in buku.defined_names.items():
        if nama.startswith(("isian_", "hasil_", "identitas_")):
            ((lembar, wilayah),) = definisi.destinations
            sel: Any = buku[lembar][wilayah]
            hasil[nama] = [[s.value for s in b] for b in sel] if isinstance(sel, tuple) else [[sel.value]]
    return hasil


def test_versi_ini_masih_menerbitkan_bita_yang_sama() -> None:
    folder = TERBITAN / kinerja.__version__

    assert (folder / SIDIK).is_file(), f"Versi {kinerja.__version__} belum punya folder. {SARAN}"
    beda = list_beda(read_sidik(folder), list_sidik())
    assert not beda, beda


def test_folder_versi_ini_adalah_yang_ditulis_perintahnya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lama, baru = TERBITAN / kinerja.__version__, tmp_path / kinerja.__version__
    monkeypatch.setattr(terbitan, "list_sidik", lambda: read_sidik(lama))

    write_terbitan(baru)

    assert sorted(p.name for p in lama.iterdir()) == sorted(p.name for p in baru.iterdir())
    for path in baru.iterdir():
        if path.suffix != ".xlsx":
            assert path.read_text("utf-8") == (lama / path.name).read_text("utf-8"), path.name
        elif not path.stem.endswith(LIBREOFFICE):  # it writes other bytes each time
            assert digest_isi(path.read_bytes()) == digest_isi((lama / path.name).read_bytes()), path.name


def test_buku_yang_berubah_disebut_dan_folder_lama_tidak_disentuh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "0.1.0"
    shutil.copytree(TERBITAN / "0.1.0", folder)
    lama = read_sidik(folder)
    kini = lama | {"12.71.17": "0" * 64, "buku baru": "1" * 64}
    monkeypatch.setattr(terbitan, "list_sidik", lambda: kini)

    assert "terbit: 12.71.17, buku baru. Naikkan versi" in list_beda(lama, kini)
    with pytest.raises(FileExistsError, match="sudah lengkap"):
        write_terbitan(folder)
    (folder / HARAP).unlink()
    with pytest.raises(FileExistsError, match="sidik buku lain"):
        write_terbitan(folder)
    assert read_sidik(folder) == lama


@pytest.mark.parametrize("folder", VERSI, ids=lambda folder: folder.name)
def test_setiap_versi_menyimpan_tiga_buku_terbit_dan_tiga_terisi(folder: Path) -> None:
    berkas = [path.name for path in sorted(folder.glob("*.xlsx"))]

    assert sorted(read_harap(folder)) == berkas
    assert (len(berkas), sum("-terisi" in nama for nama in berkas)) == (6, 3)
    assert sum(nama.endswith(f"{LIBREOFFICE}.xlsx") for nama in berkas) == 1


@per_buku
def test_pembaca_kini_mendapat_anggaran_dari_buku_lama(path: Path) -> None:
    harap = read_harap(path.parent)[path.name]
    for peran in PERAN:
        sen: dict[str, int | None] = harap["anggaran"][peran]
        if set(sen.values()) == {None}:
            with pytest.raises(DataError, match=f"Kolom {peran} belum diisi"):
                read_anggaran(path, peran)
            continue

        tabel = read_anggaran(path, peran)

        assert dict(zip(tabel.isi["kode"], tabel.isi["sen"], strict=True)) == sen
        identitas = harap["identitas"]
        assert tabel.nama_kecamatan == {identitas["identitas_kode"]: identitas["identitas_kecamatan"]}
        assert str(tabel.bagian[0].tahun) == identitas["identitas_tahun"]


@per_buku
def test_buku_lama_tetap_dapat_direkonsiliasi(path: Path) -> None:
    sen = read_harap(path.parent)[path.name]["anggaran"]
    if None in (*sen["perjanjian"].values(), *sen["dpa"].values(), *sen["realisasi"].values()):
        with pytest.raises(DataError, match="belum diisi"):
            kinerja.reconcile(path, path, path)
        return

    hasil = kinerja.reconcile(path, path, path)

    assert [int(hasil.sumber[p].sen) for p in PERAN] == [sum(sen[p].values()) for p in PERAN]


@per_buku_sebagian
def test_nama_buku_lama_lengkap_dan_memberi_nilainya(path: Path) -> None:
    harap = read_harap(path.parent)[path.name]
    nama = read_nama(path)

    assert open_buku(path.read_bytes(), path.name).nama.keys() >= harap["identitas"].keys()
    assert nama.keys() == harap["identitas"].keys() | harap["hasil"].keys() | harap["isian"].keys()
    for satu, isi in harap["identitas"].items():
        assert nama[satu] == [[isi]]
    for satu, isi in harap["hasil"].items():
        sel = [n for baris in nama[satu] for n in baris]
        assert all(same(a, b) for a, b in zip(sel, isi, strict=True)), (satu, sel, isi)
    for satu, isi in harap["isian"].items():
        kosong = [[None] * len(nama[satu][0])] * (len(nama[satu]) - len(isi))
        assert nama[satu] == [*isi, *kosong], satu


@per_buku_sebagian
def test_mesin_menghitung_nilai_yang_tersimpan_di_buku_lama(path: Path) -> None:
    """These bytes never change: formulon, a second a workbook, computes some of them."""
    mesin = {"ironcalc": recalc_ironcalc(path)}
    if path in choose_contoh(BERKAS, 8, benih=1):
        mesin["formulon"] = recalc_formulon(path)

    assert [] == compare(path, **mesin)
    assert not find_errors(read_cached(path))
