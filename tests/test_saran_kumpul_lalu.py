"""Every advice about files beside others: of one kecamatan, of an earlier quarter, of an older issue; followed."""

from __future__ import annotations

import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.terbit.register import NAMA_REGISTER
from tests.alat.perintah import BARU, run_utama
from tests.alat.pulang import Isi, fill
from tests.alat.saran import follow, match_saran
from tests.alat.saran_cli import advise, succeed
from tests.alat.saran_kumpul import (
    DUA,
    REALISASI,
    Tampung,
    answer,
    compute_belanja,
    draw,
    kumpul,
    list_kode,
    read_belanja,
    rekap,
)
from tests.buku_kembali import change
from tests.test_kumpul import save_at
from tests.test_kumpul_bawa_cli import KETIK, NILAI, ketik, read_isi

PENJELASAN = "isian_cek_penjelasan"


def put(nama: str, isi: bytes, kapan: str = "2025-04-07T08:00:00Z") -> Path:
    """A file as it came, saved at a moment by its own word."""
    path = Path(nama)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(save_at(isi, kapan))
    return path


def alter(sampai: int, isi: Isi) -> bytes:
    """What the first kecamatan typed, and something else of it."""
    pk, semua = draw(sampai=sampai)
    return fill(pk, {**semua, **isi})


def raise_realisasi(sampai: int) -> bytes:
    """One rupiah more in the first quarter."""
    baris = [list(b) for b in draw(sampai=sampai)[1][REALISASI]]
    assert baris[0][0] == 10
    baris[0][0] = 11
    return alter(sampai, {REALISASI: tuple(map(tuple, baris))})


@follow("Pastikan berkas mana yang berlaku, hapus yang lain.")
@pytest.mark.parametrize(("berlaku", "nilai"), [("a", 0), ("b", 1)])
def test_dari_dua_berkas_yang_tidak_berlaku_dihapus(berlaku: str, nilai: int, kirim: Path, capsys: Tampung) -> None:
    semua = {"a": put("kirim/a.xlsx", answer()), "b": put("kirim/b.xlsx", raise_realisasi(1), "2025-04-08T08:00:00Z")}
    data = kumpul(capsys, kirim)
    saran = "Pastikan berkas mana yang berlaku, hapus yang lain."
    assert {n: list_kode(b, saran) for n, b in data.items()} == {"a.xlsx": ["KU06"], "b.xlsx": ["KU06"]}

    semua[({"a", "b"} - {berlaku}).pop()].unlink()
    pilihan = ("--ganti",) if berlaku == "a" else ()
    data = kumpul(capsys, kirim, *pilihan)

    assert not list_kode(data[f"{berlaku}.xlsx"], saran)
    assert read_belanja(data[f"{berlaku}.xlsx"]) == compute_belanja() + nilai


@follow("Tidak perlu apa-apa; dihitung sekali.", "Tidak perlu apa-apa; dipakai sebagai pembanding.")
def test_salinan_dan_triwulan_lalu_dibiarkan(kirim: Path, capsys: Tampung) -> None:
    put("kirim/a.xlsx", answer())
    put("kirim/b.xlsx", answer())
    put("kirim/c.xlsx", raise_realisasi(2), "2025-07-08T08:00:00Z")

    data = kumpul(capsys, kirim)

    assert list_kode(data["b.xlsx"], "Tidak perlu apa-apa; dihitung sekali.") == ["KU07"]
    assert list_kode(data["a.xlsx"], "Tidak perlu apa-apa; dipakai sebagai pembanding.") == ["KU66"]
    assert read_belanja(data["c.xlsx"]) == compute_belanja(sampai=2) + 1
    (t,) = (t for t in data["c.xlsx"]["temuan"] if t["kode"] == "KU60")
    assert (t["terbit"], t["datang"]) == ("10", "11")


LALU = "Tanyakan sebabnya; bila keliru, minta dibetulkan dan dikirim lagi."
UBAH = "Tanyakan bila tidak diduga; bila keliru, minta dikirim lagi."


@follow(LALU, UBAH)
def test_angka_triwulan_lalu_yang_keliru_dibetulkan_dan_dikirim_lagi(kirim: Path, capsys: Tampung) -> None:
    kumpul(capsys, put("kirim/tw1.xlsx", answer()))
    dpa = draw()[1]["isian_anggaran_dpa"]
    lain = alter(2, {"isian_anggaran_dpa": ((5_000.0,), *dpa[1:])})
    (buku,) = kumpul(capsys, put("kirim/tw2.xlsx", raise_realisasi(2), "2025-07-08T08:00:00Z")).values()
    assert list_kode(buku, LALU) == ["KU60"]
    (buku,) = kumpul(capsys, put("kirim/tw2b.xlsx", lain, "2025-07-09T08:00:00Z")).values()
    assert list_kode(buku, UBAH) == ["KU61"]

    (buku,) = kumpul(capsys, put("kirim/tw2c.xlsx", answer(sampai=2), "2025-07-10T08:00:00Z")).values()

    assert not list_kode(buku, LALU)
    (t,) = (t for t in buku["temuan"] if t["kode"] == "KU61")
    assert "Anggaran!E7: 5000 → 0" in t["pesan"]
    assert read_belanja(buku) == compute_belanja(sampai=2)


@follow("Minta kecamatan membetulkannya.", "Ingatkan kecamatan melengkapinya.")
def test_yang_perlu_diperiksa_dibetulkan_dan_yang_kurang_dilengkapi(kirim: Path, capsys: Tampung) -> None:
    def drop_saran(buku: Any) -> None:
        for baris in buku["Cek"].iter_rows(min_col=5, max_col=5, min_row=5):
            baris[0].value = None

    succeed(capsys, "buat", "--kecamatan", "12.71.17", "--responden", "3", "--keluar", "lain")
    tanpa = alter(1, {PENJELASAN: tuple((None,) for _ in draw()[1][PENJELASAN])})
    (buku,) = kumpul(capsys, put("kirim/a.xlsx", change(tanpa, drop_saran)), "--terbit", "lain").values()
    assert list_kode(buku, "Minta kecamatan membetulkannya.") == ["KU62"]
    (buku,) = kumpul(capsys, put("kirim/b.xlsx", answer(DUA[1]))).values()
    assert list_kode(buku, "Ingatkan kecamatan melengkapinya.") == ["KU63"]

    benar = put("kirim/a.xlsx", answer(), "2025-04-09T08:00:00Z")
    lengkap = put("kirim/b.xlsx", answer(DUA[1], 4), "2025-12-30T08:00:00Z")
    data = {p.stem: next(iter(kumpul(capsys, p).values())) for p in (benar, lengkap)}

    assert not {t["kode"] for t in data["a"]["temuan"]} & {"KU62"}
    assert not {t["kode"] for t in data["b"]["temuan"]} & {"KU63"}
    assert rekap(capsys)[DUA[1]]["status"] == "lengkap"


@follow("Bila berkas ini yang berlaku, ulangi dengan --ganti.")
def test_berkas_lama_yang_berlaku_diulangi_dengan_ganti(kirim: Path, capsys: Tampung) -> None:
    saran = "Bila berkas ini yang berlaku, ulangi dengan --ganti."
    kumpul(capsys, put("kirim/b.xlsx", raise_realisasi(1), "2025-04-08T08:00:00Z"))
    lama = put("kirim/a.xlsx", answer())
    (buku,) = kumpul(capsys, lama).values()
    assert (list_kode(buku, saran), buku["dihitung"]) == (["KU06"], False)

    (buku,) = kumpul(capsys, lama, "--ganti").values()

    assert read_belanja(buku) == compute_belanja()
    assert rekap(capsys)[DUA[0]]["berkas"] == "kirim/a.xlsx"


@follow("Kumpulkan lagi {}.", "Kumpulkan lagi berkas {}.")
@pytest.mark.parametrize(("isi", "saran"), [("'[]'", "Kumpulkan lagi {}."), ("'{'", "Kumpulkan lagi berkas {}.")])
def test_simpanan_kiriman_yang_rusak_dikumpulkan_lagi(isi: str, saran: str, kirim: Path, capsys: Tampung) -> None:
    kumpul(capsys, put("kirim/dari camat.xlsx", answer()))
    with closing(sqlite3.connect(Path("hasil", NAMA_REGISTER))) as basis, basis:
        basis.execute(f"UPDATE kembali SET hasil = {isi}")
    galat = advise(capsys, saran, "rekap", "hasil")

    (berkas,) = re.findall(r"Kumpulkan lagi (?:berkas )?(.*)\.$", galat.strip())
    kumpul(capsys, berkas)

    assert read_belanja({"dihitung": True, "temuan": [], **rekap(capsys)[DUA[0]]}) == compute_belanja()


BUAT = ("buat", "--kecamatan", "12.71.17", "--responden", "3")


@pytest.fixture
def kiriman(folder_kerja: Path, capsys: Tampung) -> Path:
    """Medan Baru issued into `hasil`, and what came back of it in `kiriman`."""
    succeed(capsys, *BUAT)
    return ketik(Path("hasil", BARU), Path("kiriman", "dari-camat.xlsx"), KETIK)


def read_nilai(path: Path) -> dict[str, object]:
    """What of the inputs of the return stands in a workbook."""
    return {nama: nilai for nama, nilai in read_isi(path).items() if nama in NILAI}


@follow("Jalankan kinerja buat dengan data, pilihan, dan versi yang sama: simpanannya dipulihkan.")
def test_terbitan_yang_rusak_di_register_dipulihkan_lalu_dikumpulkan(kiriman: Path, capsys: Tampung) -> None:
    with closing(sqlite3.connect(Path("hasil", NAMA_REGISTER))) as basis, basis:
        basis.execute("UPDATE isi SET simpanan = x'00', dasar = NULL")
    saran = "Jalankan kinerja buat dengan data, pilihan, dan versi yang sama: simpanannya dipulihkan."
    (buku,) = kumpul(capsys, kiriman).values()
    assert list_kode(buku, saran) == ["KU01"]

    succeed(capsys, *BUAT)
    (buku,) = kumpul(capsys, kiriman).values()

    assert buku["dihitung"] and buku["hasil"]["program"][0]["dpa"] == 1_000


PINDAH = "Bila belum, pindahkan isiannya ke terbitan terakhir, dengan pilihan yang sama: {}"
SAMA = ("--responden", "3", "--kertas", "a4")
"""What the register does not tell of an issue."""


def read_pindah(capsys: Tampung) -> list[str]:
    """The command that KU05 advises for the only file that came, with its source."""
    (buku,) = kumpul(capsys, "kiriman").values()
    (saran,) = (str(t["saran"]) for t in buku["temuan"] if t["kode"] == "KU05")
    assert match_saran(PINDAH, saran)
    return saran.partition(": kinerja ")[2].replace("SUMBER", "kiriman").split()


@follow(PINDAH, "Bila belum, pindahkan isiannya ke terbitan terakhir: kinerja buat --kecamatan KODE --isi-dari SUMBER.")
def test_isian_terbitan_lama_dipindahkan_ke_yang_terakhir(kiriman: Path, capsys: Tampung) -> None:
    succeed(capsys, *BUAT, "--kertas", "a4")
    saran = PINDAH

    succeed(capsys, *read_pindah(capsys), *SAMA)

    assert read_nilai(Path("hasil", BARU)) == NILAI
    lagi = ketik(Path("hasil", BARU), Path("lagi", "a.xlsx"), {"Anggaran": {"E7": 2_000}}, "2024-07-15T09:00:00Z")
    (buku,) = kumpul(capsys, lagi).values()
    assert not list_kode(buku, saran) and buku["dihitung"]
    assert read_nilai(lagi) == NILAI | {"isian_anggaran_dpa": 2_000}


def test_isian_murni_dipindahkan_ke_perubahannya_saja_beserta_semulanya(kiriman: Path, capsys: Tampung) -> None:
    """Another kecamatan is not issued anew, and the appendix still prints what was before."""
    ubah = ("buat", "--kecamatan", "12.71.17", "--kecamatan", "12.71.01", "--jenis", "perubahan", "--semula", "bawaan")
    succeed(capsys, *ubah, *SAMA)
    baru = Path("hasil", BARU.replace("kinerja-2024", "kinerja-perubahan-2024"))
    semula, lain = read_judul(baru), list_waktu(baru)
    assert any("semula" in satu.casefold() for satu in semula)

    succeed(capsys, *read_pindah(capsys), *SAMA)

    assert (read_judul(baru), list_waktu(baru)) == (semula, lain)
    assert read_nilai(baru) == NILAI


def read_judul(path: Path) -> set[str]:
    """What stands in the appendix, formulas left out."""
    lembar = openpyxl.load_workbook(path)["Lampiran"]
    return {satu for baris in lembar.values for n in baris if not (satu := str(n)).startswith("=")}


def list_waktu(selain: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for p in selain.parent.glob("*.xlsx") if p != selain}


@follow("Periksa --isi-dari.", "Periksa sumber --isi-dari: tahunnya harus sama, dan kecamatannya harus ada di data.")
def test_sumber_isian_yang_salah_diganti_yang_benar(kiriman: Path, capsys: Tampung) -> None:
    advise(capsys, "Periksa --isi-dari.", *BUAT, "--keluar", "baru", "--isi-dari", "kirimn")
    saran = "Periksa sumber --isi-dari: tahunnya harus sama, dan kecamatannya harus ada di data."
    lain = ketik(kiriman, Path("lain", "a.xlsx"), {"Identitas": {"B6": 2023}})
    for sumber, kecamatan in ((lain, "12.71.17"), (kiriman, "12.71.01")):
        advise(capsys, saran, "buat", "--kecamatan", kecamatan, "--keluar", "baru", "--isi-dari", sumber)

    succeed(capsys, *BUAT, "--keluar", "baru", "--isi-dari", "kiriman")

    assert read_nilai(Path("baru", BARU)) == NILAI


@follow("Salin isiannya dengan tangan.")
def test_isian_tanpa_identitas_disalin_dengan_tangan(kiriman: Path, capsys: Tampung) -> None:
    ketik(kiriman, kiriman, {"Identitas": {"B4": None}})
    advise(capsys, "Salin isiannya dengan tangan.", *BUAT, "--keluar", "baru", "--isi-dari", "kiriman")
    assert not Path("baru", BARU).exists()

    succeed(capsys, *BUAT, "--keluar", "baru")
    tangan = ketik(Path("baru", BARU), Path("tangan.xlsx"), KETIK)

    assert read_nilai(tangan) == NILAI


@follow("Kumpulkan dahulu dengan kinerja kumpul, lalu sebutkan folder terbitannya: --isi-dari FOLDER.")
def test_isian_tanpa_tanda_dibawa_lewat_register_terbitannya(kiriman: Path, capsys: Tampung) -> None:
    with zipfile.ZipFile(kiriman) as arsip:
        semua = {n: arsip.read(n) for n in arsip.namelist()}
    semua["xl/styles.xml"] = re.sub(rb"<protection [^>]*/>", b"", semua["xl/styles.xml"])
    with zipfile.ZipFile(kiriman, "w") as arsip:
        for nama, isi in semua.items():
            arsip.writestr(nama, isi)
    saran = "Kumpulkan dahulu dengan kinerja kumpul, lalu sebutkan folder terbitannya: --isi-dari FOLDER."
    kode, _, galat = run_utama(capsys, *BUAT, "--keluar", "baru", "--isi-dari", "kiriman")
    assert (kode, match_saran(saran, galat)) == (2, True)

    assert kumpul(capsys, "kiriman")["dari-camat.xlsx"]["dihitung"]
    succeed(capsys, *BUAT, "--keluar", "baru", "--isi-dari", "hasil")

    assert read_nilai(Path("baru", BARU)) == NILAI
