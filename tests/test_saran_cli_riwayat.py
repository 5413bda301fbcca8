"""Every advice of `kinerja riwayat` and `kinerja rekap`, followed."""

from __future__ import annotations

import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kinerja.terbit.register import NAMA_REGISTER
from tests.alat.perintah import BARU
from tests.alat.saran import follow
from tests.alat.saran_cli import Tampung, advise, succeed

pytestmark = pytest.mark.usefixtures("folder_kerja")
BUAT = ("buat", "--kecamatan", "12.71.17", "--responden", "3")
BUKU = Path("hasil", BARU)
AMBIL = ("riwayat", "hasil", "--ambil", "12.71.17")


@follow(
    "Tambahkan --ambil KODE.", "Tambahkan, contoh: --keluar terbitan.xlsx.", "Contoh: --keluar terbitan.xlsx.",
    "Pakai salah satu.",
)  # fmt: skip
def test_pilihan_riwayat_dilengkapi_seperti_disarankan(capsys: Tampung) -> None:
    succeed(capsys, *BUAT)
    advise(capsys, "Tambahkan --ambil KODE.", "riwayat", "hasil", "--revisi", "1")
    advise(capsys, "Tambahkan, contoh: --keluar terbitan.xlsx.", "riwayat", "hasil", "--ambil", "12.71.17")
    advise(capsys, "Contoh: --keluar terbitan.xlsx.", *AMBIL, "--keluar", "terbitan.pdf")
    advise(capsys, "Pakai salah satu.", *AMBIL, "--keluar", "terbitan.xlsx", "--json")

    succeed(capsys, *AMBIL, "--revisi", "1", "--keluar", "terbitan.xlsx")

    assert Path("terbitan.xlsx").read_bytes() == BUKU.read_bytes()
    assert '"kode": "12.71.17"' in succeed(capsys, "riwayat", "hasil", "--json")


@follow("Lihat yang ada: {}")
@pytest.mark.parametrize("register", [(), ("--register", "register saya.sqlite")])
def test_yang_ada_dilihat_dengan_perintahnya_lalu_diambil(register: tuple[str, ...], capsys: Tampung) -> None:
    folder = "hasil 2024"
    succeed(capsys, *BUAT, "--keluar", folder, *register)
    ambil = ("riwayat", folder, *register, "--keluar", "a.xlsx", "--ambil")
    galat = advise(capsys, "Lihat yang ada: {}", *ambil, "12.71.01")

    kinerja, *perintah = shlex.split(galat.strip().rpartition("Lihat yang ada: ")[2])
    assert kinerja == "kinerja"
    (kode,) = re.findall(r"^(\S+) +Medan Baru", succeed(capsys, *perintah), re.MULTILINE)
    succeed(capsys, *ambil, kode)

    assert Path("a.xlsx").read_bytes() == Path(folder, BARU).read_bytes()


@follow("Tambahkan {}.")
def test_dari_dua_jenis_dipilih_dengan_pilihan_yang_disebut(capsys: Tampung) -> None:
    succeed(capsys, *BUAT)
    succeed(capsys, *BUAT, "--jenis", "perubahan")
    galat = advise(capsys, "Tambahkan {}.", *AMBIL, "--keluar", "a.xlsx")

    (pilihan,) = re.findall(r"Tambahkan (--\w+)\.$", galat.strip())
    for jenis in ("murni", "perubahan"):
        succeed(capsys, *AMBIL, pilihan, jenis, "--keluar", f"{jenis}.xlsx")

    assert Path("murni.xlsx").read_bytes() == BUKU.read_bytes()
    assert Path("perubahan.xlsx").read_bytes() == next(Path("hasil").glob("*perubahan*")).read_bytes()


SIMPANAN = (
    "Jalankan kinerja buat dengan data, pilihan, dan versi yang sama: simpanannya dipulihkan;"
    " atau ambil revisi lain dengan --revisi."
)


@follow(SIMPANAN)
@pytest.mark.parametrize("folder", ["hasil", "folder baru"])
@pytest.mark.parametrize("kertas", ["f4", "a4"])
def test_simpanan_yang_rusak_pulih_bila_dibuat_lagi(kertas: str, folder: str, capsys: Tampung) -> None:
    """Either revision, also where the workbooks stand no more."""
    isi = {}
    for ukuran in ("f4", "a4"):
        succeed(capsys, *BUAT, "--kertas", ukuran)
        isi[ukuran] = BUKU.read_bytes()
    revisi = ("--revisi", {"f4": "1", "a4": "2"}[kertas])
    if folder != "hasil":
        BUKU.unlink()
    with closing(sqlite3.connect(Path("hasil", NAMA_REGISTER))) as basis, basis:
        basis.execute("UPDATE isi SET simpanan = x'00', dasar = NULL")
    advise(capsys, SIMPANAN, *AMBIL, *revisi, "--keluar", "a.xlsx")

    succeed(capsys, *BUAT, "--kertas", kertas)
    succeed(capsys, *AMBIL, *revisi, "--keluar", "a.xlsx")

    assert Path("a.xlsx").read_bytes() == isi[kertas]


@follow(SIMPANAN)
def test_dari_simpanan_yang_rusak_diambil_revisi_lain(capsys: Tampung) -> None:
    for ukuran in ("f4", "a4"):
        succeed(capsys, *BUAT, "--kertas", ukuran)
    with closing(sqlite3.connect(Path("hasil", NAMA_REGISTER))) as basis, basis:
        basis.execute("UPDATE isi SET simpanan = x'00' WHERE dasar IS NOT NULL")
    advise(capsys, SIMPANAN, *AMBIL, "--keluar", "a.xlsx")

    succeed(capsys, *AMBIL, "--revisi", "1", "--keluar", "a.xlsx")

    succeed(capsys, *BUAT, "--kertas", "f4", "--keluar", "lain")
    assert Path("a.xlsx").read_bytes() == Path("lain", BARU).read_bytes()


@follow("Pilih nama lain, atau pakai --timpa: yang ada dipindahkan ke folder lama.")
def test_rekap_ditulis_dengan_nama_lain_atau_menimpa(capsys: Tampung) -> None:
    succeed(capsys, *BUAT)
    Path("rekap.html").write_text("milik saya", "utf-8")
    saran = "Pilih nama lain, atau pakai --timpa: yang ada dipindahkan ke folder lama."
    advise(capsys, saran, "rekap", "hasil")

    succeed(capsys, "rekap", "hasil", "--keluar", "lain.xlsx")
    assert "Medan Baru" in Path("lain.html").read_text("utf-8")
    assert Path("rekap.html").read_text("utf-8") == "milik saya"
    succeed(capsys, "rekap", "hasil", "--timpa")
    assert "Medan Baru" in Path("rekap.html").read_text("utf-8")
    assert [p.read_text("utf-8") for p in Path("lama").iterdir()] == ["milik saya"]


@follow("Yang ada: {}.")
def test_rekap_yang_diminta_dipilih_dari_yang_ada(capsys: Tampung) -> None:
    succeed(capsys, *BUAT)
    galat = advise(capsys, "Yang ada: {}.", "rekap", "hasil", "--tahun", "2031")

    jenis, tahun = re.findall(r"Yang ada: (\S+) (\d+)\.$", galat.strip())[0]
    galat = succeed(capsys, "rekap", "hasil", "--tahun", tahun, "--jenis", jenis)

    assert "perjanjian murni 2024.\n0 dari 1 kecamatan sudah kembali" in galat
