"""Issued anew, a workbook never loses without a word what its last issue carries; each advice about that, followed."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.perintah import BARU, run_utama
from tests.alat.saran import follow, match_saran
from tests.alat.saran_cli import Tampung, advise, succeed
from tests.test_kumpul_bawa_cli import KETIK, NILAI, ketik, read_isi

BAWA = "Bawa isiannya dengan {}, atau pakai --timpa: yang ada dipindahkan ke folder lama."
KEMBALI = "Terbitkan kembali yang terakhir, lalu ulangi: {}"
KOTA = BARU.replace("12.71.17-medan-baru", "12.71.01-medan-kota")
BUAT = ("buat", "--kecamatan", "12.71.17", "--responden", "5")
LAIN = ("--kertas", "a4")
"""What makes the new issue another file."""
DUA = (*BUAT, "--kecamatan", "12.71.01")


@pytest.fixture
def terbitan(folder_kerja: Path, capsys: Tampung) -> Path:
    """An issue that carries four inputs, and in `kiriman` the return that they are from."""
    succeed(capsys, *BUAT)
    ketik(Path("hasil", BARU), Path("kiriman", "a.xlsx"), KETIK)
    succeed(capsys, *BUAT, "--isi-dari", "kiriman")
    path = Path("hasil", BARU)
    assert len(read_isi(path)) == 4
    return path


def list_revisi() -> list[tuple[str, int]]:
    with open_lama(Path("hasil", NAMA_REGISTER)) as register:
        return [(t.identitas.kode, t.revisi) for t in register.list_terbitan()]


def read_pilihan(galat: str) -> list[str]:
    """The options that the advice names."""
    return shlex.split(galat.split("Bawa isiannya dengan ")[1].split(", atau pakai")[0])


def test_terbit_ulang_tanpa_isian_ditolak_dan_tidak_menulis_apa_pun(terbitan: Path, capsys: Tampung) -> None:
    isi, revisi = terbitan.read_bytes(), list_revisi()

    kode, keluar, galat = run_utama(capsys, *BUAT, *LAIN, "--json")

    assert kode == 2
    assert "12.71.17 Medan Baru: 4 isian di terbitan terakhirnya tidak ada di buku yang baru.\n" in galat
    assert f"1 buku kerja tidak ditulis: isian yang dibawa terbitan terakhirnya tidak ikut ({BARU})." in galat
    (satu,) = json.loads(keluar)["ditolak"]
    assert (satu["kode"], Path(satu["path"])) == ("12.71.17", terbitan)
    assert (terbitan.read_bytes(), list_revisi()) == (isi, revisi)


def test_terbitan_yang_sama_sekali_lagi_bukan_kehilangan(terbitan: Path, capsys: Tampung) -> None:
    assert "1 berkas sudah ada" in succeed(capsys, *BUAT, "--isi-dari", "kiriman")
    assert "1 berkas dibuat" in succeed(capsys, *BUAT, *LAIN, "--isi-dari", "kiriman")


def test_kiriman_lama_yang_isiannya_kurang_ditolak(terbitan: Path, capsys: Tampung) -> None:
    """The first issue filled in but for one cell: not what the last issue was made from."""
    with open_lama(Path("hasil", NAMA_REGISTER)) as register:
        pertama = register.read_isi(register.list_terbitan()[0].sidik)
    Path("pertama.xlsx").write_bytes(pertama)
    kurang = {"Pernyataan": KETIK["Pernyataan"], "Anggaran": {"E7": 5}}
    ketik(Path("pertama.xlsx"), Path("lama", "a.xlsx"), kurang)

    kode, _, galat = run_utama(capsys, *BUAT, *LAIN, "--isi-dari", "lama")

    assert (kode, "12.71.17 Medan Baru: 1 isian di terbitan terakhirnya" in galat) == (2, True)
    assert "isian dibawa dari" not in galat
    assert read_isi(terbitan)["isian_anggaran_dpa"] == 1_000


def test_yang_dihapus_kecamatan_di_terbitan_itu_boleh_hilang(terbitan: Path, capsys: Tampung) -> None:
    ketik(terbitan, Path("lagi", "a.xlsx"), {"Anggaran": {"E7": None}}, "2024-07-15T09:00:00Z")

    succeed(capsys, *BUAT, *LAIN, "--isi-dari", "lagi")

    assert len(read_isi(terbitan)) == 3


def test_yang_kosong_terbit_ulang_seperti_biasa(terbitan: Path, capsys: Tampung) -> None:
    """Only the one with inputs is refused; a murni's inputs are no matter for its perubahan."""
    succeed(capsys, *BUAT, "--jenis", "perubahan")
    succeed(capsys, "buat", "--kecamatan", "12.71.01", "--responden", "5")
    kode, keluar, _ = run_utama(capsys, *DUA, *LAIN, "--json")

    data = json.loads(keluar)

    assert (kode, [b["kode"] for b in data["berkas"]], [b["kode"] for b in data["ditolak"]]) == (
        2,
        ["12.71.01"],
        ["12.71.17"],
    )


@follow(BAWA)
def test_isian_terbitan_terakhir_dibawa_dari_berkasnya(terbitan: Path, capsys: Tampung) -> None:
    pilihan = read_pilihan(advise(capsys, BAWA, *BUAT, *LAIN))
    assert pilihan == ["--kecamatan", "12.71.17", "--isi-dari", str(terbitan)]

    succeed(capsys, "buat", "--responden", "5", *LAIN, *pilihan)

    isi = read_isi(terbitan)
    assert len(isi) == 4 and {nama: isi[nama] for nama in NILAI} == NILAI


def test_isian_beberapa_terbitan_dibawa_dari_foldernya(terbitan: Path, capsys: Tampung) -> None:
    succeed(capsys, "buat", "--kecamatan", "12.71.01", "--responden", "5")
    kota = Path("hasil", KOTA)
    ketik(kota, Path("kota", "b.xlsx"), {"Anggaran": {"E7": 77}})
    succeed(capsys, "buat", "--kecamatan", "12.71.01", "--responden", "5", "--isi-dari", "kota")
    pilihan = read_pilihan(advise(capsys, BAWA, *DUA, *LAIN))
    assert pilihan == ["--isi-dari", "hasil"]

    succeed(capsys, *DUA, *LAIN, *pilihan)

    assert (read_isi(terbitan)["isian_anggaran_dpa"], read_isi(kota)["isian_anggaran_dpa"]) == (1_000, 77)


def test_kiriman_lama_yang_terkumpul_tidak_mengalahkan_isian_terbitan_terakhir(terbitan: Path, capsys: Tampung) -> None:
    """A folder's collected return goes before its files; where that is the poorer one, the file itself is named."""
    ketik(terbitan, Path("penuh", "a.xlsx"), {"Anggaran": {"E8": 20}})
    ketik(terbitan, Path("kurang", "b.xlsx"), {"Anggaran": {"E7": None}})
    run_utama(capsys, "kumpul", "kurang")
    succeed(capsys, *BUAT, "--isi-dari", "penuh")
    assert len(read_isi(terbitan)) == 4  # blocks: E8 is of the same as E7
    sebelum = terbitan.read_bytes()
    pilihan = read_pilihan(advise(capsys, BAWA, *BUAT, *LAIN, "--isi-dari", Path("hasil").absolute()))
    assert terbitan.read_bytes() == sebelum
    assert pilihan == ["--kecamatan", "12.71.17", "--isi-dari", str(terbitan)]

    succeed(capsys, "buat", "--responden", "5", *LAIN, *pilihan)

    assert read_isi(terbitan)["isian_anggaran_dpa"] == 1_000


def test_dengan_timpa_terbitan_berisi_dipindahkan_ke_folder_lama(terbitan: Path, capsys: Tampung) -> None:
    isi = terbitan.read_bytes()

    galat = succeed(capsys, *BUAT, *LAIN, "--timpa")

    assert "4 isian di terbitan terakhirnya tidak ada di buku yang baru." in galat
    assert f"{BARU} dipindahkan ke " in galat
    assert [p.read_bytes() for p in Path("hasil", "lama").iterdir()] == [isi]
    assert not read_isi(terbitan)
    succeed(capsys, *BUAT, "--kertas", "f4")  # now the last one is blank


@follow(KEMBALI)
def test_terbitan_berisi_yang_berkasnya_tidak_ada_diambil_kembali_dahulu(terbitan: Path, capsys: Tampung) -> None:
    terbitan.rename("terkirim.xlsx")
    galat = advise(capsys, KEMBALI, *BUAT, *LAIN)
    assert match_saran(KEMBALI, galat)

    succeed(capsys, *shlex.split(galat.split("ulangi: ")[1].strip())[1:])
    pilihan = read_pilihan(advise(capsys, BAWA, *BUAT, *LAIN))
    succeed(capsys, "buat", "--responden", "5", *LAIN, *pilihan)

    assert len(read_isi(terbitan)) == 4
