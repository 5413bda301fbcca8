"""`kinerja buat --isi-dari`: from folders, zips, files and registers into new issues."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.cli import main
from kinerja.kumpul.pemindahan import TERSISA
from kinerja.perjanjian.kembali.buku import read_buku
from kinerja.terbit.identitas import Identitas
from kinerja.terbit.kiriman import read_isi_kembalian
from kinerja.terbit.pembuatan import Isi, OpsiTerbit, identify, make_parallel, make_serial
from kinerja.terbit.register import NAMA_REGISTER, open_lama
from tests.alat.bawa import list_letak, read
from tests.alat.perintah import BARU, run_buat
from tests.alat.terbit import buat_perjanjian

Ketik = dict[str, dict[str, Any]]
"""By sheet and cell."""
PERUBAHAN = BARU.replace("kinerja-2024", "kinerja-perubahan-2024")
KETIK: Ketik = {"Pernyataan": {"I5": "Pembina", "I6": "198001012005011001"}, "Anggaran": {"E7": 1_000, "H7": 12.5}}
NILAI = {"isian_camat_pangkat": "Pembina", "isian_camat_nip": "198001012005011001", "isian_anggaran_dpa": 1_000}


def ketik(dari: Path, ke: Path, isi: Ketik, kapan: str = "2024-04-15T09:00:00Z") -> Path:
    """Type into an issue with another program, and say when that was."""
    buku = openpyxl.load_workbook(dari)
    for lembar, sel in isi.items():
        for alamat, nilai in sel.items():
            buku[lembar][alamat] = nilai
    ke.parent.mkdir(exist_ok=True)
    buku.save(ke)
    with zipfile.ZipFile(ke) as arsip:
        semua = {n: arsip.read(n) for n in arsip.namelist()}
    inti = semua["docProps/core.xml"].decode()
    awal, _, sisa = inti.partition("<dcterms:modified")
    tanda, akhir = sisa[: sisa.index(">")], sisa[sisa.index("</") :]
    semua["docProps/core.xml"] = f"{awal}<dcterms:modified{tanda}>{kapan}{akhir}".encode()
    with zipfile.ZipFile(ke, "w") as arsip:
        for nama, bita in semua.items():
            arsip.writestr(nama, bita)
    return ke


def read_isi(path: Path) -> dict[str, object]:
    """What was typed into a workbook that was issued with it: of each block the first value."""
    isian = read(path.read_bytes())[1]
    letak = list_letak({nama: blok.isi for nama, blok in isian.blok.items()})
    return {nama: nilai for (nama, _, _), nilai in reversed(letak.items())}


@pytest.fixture
def kiriman(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A murni issued into `hasil`, and what came back of it in `kiriman`."""
    assert run_buat(capsys, "--responden", "5")[0] == 0
    return ketik(Path("hasil", BARU), Path("kiriman", "dari-camat.xlsx"), KETIK)


def test_perubahan_membawa_isian_murninya_dan_diulang_memberi_bita_yang_sama(
    kiriman: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argumen = ("--responden", "5", "--jenis", "perubahan", "--isi-dari", "kiriman")
    kode, _, galat = run_buat(capsys, *argumen)

    assert kode == 0
    assert "12.71.17 Medan Baru: 4 isian dibawa dari dari-camat.xlsx.\n" in galat
    baru = Path("hasil", PERUBAHAN)
    isi = read_isi(baru)
    assert {nama: isi[nama] for nama in NILAI} == NILAI
    assert len(isi) == 4
    assert not Path("hasil", TERSISA).exists()
    lama = baru.read_bytes()
    assert "1 berkas sudah ada" in run_buat(capsys, *argumen)[2]
    assert baru.read_bytes() == lama
    with open_lama(Path("hasil", NAMA_REGISTER)) as register:
        assert register.read_isi(register.list_terbitan()[-1].sidik) == lama


def test_sesudah_perubahan_terbit_buku_kosong_tetap_kosong_dan_yang_dibawa_dihitung(
    kiriman: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A murni nobody touched is no return; a perubahan with last quarter's figures is one, whether or not more came."""
    kosong = Path("hasil", BARU).read_bytes()
    assert run_buat(capsys, "--responden", "5", "--jenis", "perubahan", "--isi-dari", "kiriman")[0] == 0
    Path("lagi").mkdir()
    Path("lagi", "kosong.xlsx").write_bytes(kosong)
    Path("lagi", "dibawa.xlsx").write_bytes(Path("hasil", PERUBAHAN).read_bytes())

    main(["kumpul", "lagi", "--json"])
    buku = {b["berkas"]: b for b in json.loads(capsys.readouterr().out)["berkas"]}

    assert (buku["kosong.xlsx"]["status"], buku["kosong.xlsx"]["dihitung"]) == ("belum diisi", False)
    assert (buku["dibawa.xlsx"]["dihitung"], buku["dibawa.xlsx"]["triwulan"]) == (True, 1)


def test_yang_tidak_terbawa_ditulis_disimpan_dan_tidak_pernah_menimpa(
    kiriman: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ketik(kiriman, kiriman, {"SKM": {f"B{r}": 3 for r in range(7, 12)}, "Anggaran": {"E8": "=1/0"}})
    Path("baru").mkdir()
    Path("baru", TERSISA).write_text("catatan saya", "utf-8")
    argumen = ("--responden", "2", "--isi-dari", "kiriman", "--keluar", "baru", "--json")

    kode, keluar, galat = run_buat(capsys, *argumen)

    assert kode == 0
    assert "6 isian dibawa dari dari-camat.xlsx, 4 tidak menemukan tempat:" in galat
    assert "  SKM!B9: 3 dan 2 sel lagi. Baris kosong di buku baru habis: hanya ada 2.\n" in galat
    (satu,) = json.loads(keluar)["bawaan"]
    assert (satu["kode"], satu["terbawa"], len(satu["tersisa"])) == ("12.71.17", 6, 4)
    tersisa = {s["sel"]: s["nilai"] for s in satu["tersisa"]}
    assert tersisa == {"E8": "#DIV/0!"} | {f"B{r}": "3" for r in (9, 10, 11)}
    assert Path("baru", TERSISA).read_text("utf-8") == "catatan saya"
    daftar = Path("baru", "isian-tersisa-2.csv").read_text("utf-8-sig").splitlines()
    assert daftar[1].startswith("12.71.17;Medan Baru;dari-camat.xlsx;")
    assert len(daftar) == 5
    run_buat(capsys, *argumen)
    assert not Path("baru", "isian-tersisa-3.csv").exists()
    with open_lama(Path("baru", NAMA_REGISTER)) as register:
        ((sidik,),) = register.read("SELECT lower(hex(sidik)) FROM isi_kembali")
        assert read_isi_kembalian(register, sidik) == kiriman.read_bytes()


def test_dari_beberapa_berkas_yang_terbaru_dan_dari_zip(kiriman: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kedua = ketik(kiriman, Path("kiriman", "a-lagi.xlsx"), {"Anggaran": {"E7": 7}}, "2024-07-15T09:00:00Z")
    with zipfile.ZipFile("semua.zip", "w") as arsip:
        for path in (kedua, kiriman):
            arsip.write(path)
    Path("kiriman", "rusak.xlsx").write_bytes(b"PK rusak")

    for sumber in ("kiriman", "semua.zip"):
        kode, _, galat = run_buat(capsys, "--responden", "5", "--keluar", f"ke-{sumber}", "--isi-dari", sumber)

        assert kode == 0
        assert "dari-camat.xlsx tidak dipakai: " in galat
        assert "a-lagi.xlsx lebih baru atau lebih lengkap." in galat
        assert ("rusak.xlsx: " in galat) == (sumber == "kiriman")
        assert read_isi(Path(f"ke-{sumber}", BARU))["isian_anggaran_dpa"] == 7


def test_dari_register_yang_terakhir_dikumpulkan(kiriman: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kumpul", "kiriman"]) in (0, 1)
    kiriman.unlink()

    for sumber in ("hasil", f"hasil/{NAMA_REGISTER}"):
        tujuan = f"ke{len(sumber)}"
        kode, _, galat = run_buat(capsys, "--responden", "9", "--keluar", tujuan, "--isi-dari", sumber)

        assert (kode, "4 isian dibawa dari dari-camat.xlsx." in galat) == (0, True)
        assert read_isi(Path(tujuan, BARU))["isian_anggaran_dpa"] == 1_000


def test_buku_terisi_di_folder_tujuan_hanya_berpindah_bila_diminta(
    kiriman: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terisi = Path("hasil", BARU)
    kiriman.replace(terisi)
    lama = terisi.read_bytes()

    kode, _, galat = run_buat(capsys, "--responden", "6", "--isi-dari", "hasil")
    assert (kode, terisi.read_bytes()) == (2, lama)

    kode, _, galat = run_buat(capsys, "--responden", "6", "--isi-dari", "hasil", "--timpa")
    assert kode == 0
    assert "dipindahkan ke" in galat
    assert [p.read_bytes() for p in Path("hasil", "lama").iterdir()] == [lama]
    assert read_isi(terisi)["isian_anggaran_dpa"] == 1_000


def test_tahun_dan_jenis_lain_ditolak_dengan_kalimat(kiriman: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ketik(kiriman, kiriman, {"Identitas": {"B6": 2023}})
    kode, _, galat = run_buat(capsys, "--responden", "5", "--isi-dari", "kiriman", "--keluar", "baru")

    assert kode == 2
    assert "dari-camat.xlsx tidak dipakai: tahunnya 2023, perjanjian barunya 2024.\n" in galat
    assert "Tidak ada isian yang dapat dibawa ke perjanjian ini." in galat
    assert not Path("baru").exists()

    ketik(kiriman, kiriman, {"Identitas": {"B6": 2024, "B7": "perubahan"}})
    galat = run_buat(capsys, "--responden", "5", "--isi-dari", "kiriman", "--keluar", "baru")[2]
    assert "tidak dipakai: berasal dari perjanjian perubahan, perjanjian barunya murni.\n" in galat


def test_sumber_yang_tidak_ada_dan_tanda_isian_yang_hilang(kiriman: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kode, _, galat = run_buat(capsys, "--isi-dari", "tidak-ada")
    assert (kode, "Tidak ada berkas atau folder itu." in galat) == (2, True)

    with zipfile.ZipFile(kiriman) as arsip:
        semua = {n: arsip.read(n) for n in arsip.namelist()}
    gaya = re.sub(r"<protection [^>]*/>", "", semua["xl/styles.xml"].decode())
    assert gaya.encode() != semua["xl/styles.xml"]
    with zipfile.ZipFile(kiriman, "w") as arsip:
        for nama, isi in (semua | {"xl/styles.xml": gaya.encode()}).items():
            arsip.writestr(nama, isi)
    argumen = ("--responden", "5", "--isi-dari", "kiriman", "--keluar", "baru")
    assert "Tanda sel yang boleh diisi sudah hilang dari berkas ini" in run_buat(capsys, *argumen)[2]
    assert "4 isian dibawa" in run_buat(capsys, "--responden", "7", "--isi-dari", "kiriman")[2]


def test_beberapa_proses_memberi_bita_yang_sama_dengan_satu() -> None:
    semua = buat_perjanjian(3)
    isi: dict[Identitas, Isi] = {identify(pk): {"isian_anggaran_dpa": ((n,),)} for n, pk in enumerate(semua[:2])}
    opsi = replace(OpsiTerbit(responden=3), isi=isi)

    satu = [b.isi for b in make_serial(semua, opsi)]

    assert satu == [b.isi for b in make_parallel(semua, opsi, proses=2)]
    dpa = [read_buku(b, "x").get_sel("Anggaran", 6, 4) for b in satu]
    assert [s and s.nilai for s in dpa] == [0.0, 1.0, None]


def test_register_lama_tidak_berubah_dibaca(kiriman: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is left over, carrying over writes no returns into the register."""
    run_buat(capsys, "--responden", "5", "--jenis", "perubahan", "--isi-dari", "kiriman")

    with sqlite3.connect(Path("hasil", NAMA_REGISTER)) as basis:
        assert not basis.execute("SELECT 1 FROM sqlite_master WHERE name = 'kembali'").fetchall()
