"""A year of three kecamatan by the commands alone: issued, collected, summed up, revised, carried over, collected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.alat.perintah import run_utama
from tests.alat.pulang import draw_isian, fill, issue, send
from tests.alat.pulang import gather as collect
from tests.test_kumpul_bawa_cli import Ketik, ketik

TIGA = {"12.71.01": "medan-kota", "12.71.17": "medan-baru", "12.71.19": "medan-petisah"}
KOTA, BARU, PETISAH = TIGA
PAGU_BARU = 15_435_519_078
"""Of programme 7.01.01 of Medan Baru in its agreement of 2024."""
DIUBAH = [("Anggaran", "H7", "3.000.000.000", "3.100.000.000")]
"""What quarter I was, and what it is since quarter II."""
TW1: Ketik = {
    "Pernyataan": {"I5": "Pembina"},
    "Rencana Aksi": {"F19": 80, "G19": 90, "H19": 90, "I19": 100},
    "Anggaran": {"H7": 3_000_000_000},
    "Trantibum": {"C7": 10, "C8": 10, "C9": 20, "D7": 10, "D8": 10, "D9": 16},
}
TW2: Ketik = {"Anggaran": {"I7": 4_000_000_000}, "Trantibum": {f"{k}{r}": 5 for k in "CD" for r in (10, 11, 12)}}
TW3: Ketik = {"Anggaran": {"J7": 1_500_000_000}}


def name(kode: str, jenis: str = "") -> str:
    return f"{kode}-{TIGA[kode]}-perjanjian-kinerja-{jenis}2024.xlsx"


def gather(capsys: pytest.CaptureFixture[str], folder: str) -> dict[str, Any]:
    """Collect a folder; every file by its name."""
    kode, keluar, _ = run_utama(capsys, "kumpul", folder, "--json")
    berkas = {b["berkas"]: b for b in json.loads(keluar)["berkas"]}
    assert kode == int(any(b["status"] != "diterima" for b in berkas.values()))
    return berkas


def sum_up(capsys: pytest.CaptureFixture[str], *pilihan: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The recap, and of it every kecamatan by its code."""
    kode, keluar, _ = run_utama(capsys, "rekap", "--json", *pilihan)
    assert kode == 0
    rekap = json.loads(keluar)
    return rekap, {k["kode"]: k for k in rekap["kecamatan"]}


def get_program(kecamatan: dict[str, Any], kode: str = "7.01.01") -> dict[str, Any]:
    (satu,) = (p for p in kecamatan["hasil"]["program"] if p["kode"] == kode)
    return dict(satu)


def list_beda(berkas: dict[str, Any], kode: str) -> list[tuple[str, str, str, str]]:
    return [(t["lembar"], t["sel"], t["terbit"], t["datang"]) for t in berkas["temuan"] if t["kode"] == kode]


def list_berubah(berkas: dict[str, Any]) -> list[Any]:
    return [t for b in berkas.values() for t in b["temuan"] if t["tingkat"] == "berubah"]


@pytest.mark.usefixtures("folder_kerja")
def test_setahun_terbit_kumpul_rekap_ubah_bawa_dan_rekap_lagi(capsys: pytest.CaptureFixture[str]) -> None:
    terbit = ("buat", "--responden", "5", *(x for kode in TIGA for x in ("--kecamatan", kode)))
    assert run_utama(capsys, *terbit)[0] == 0
    awal = sum_up(capsys)[0]
    assert (awal["sampai"], [k["status"] for k in awal["kecamatan"]]) == (0, ["belum kembali"] * 3)

    # Quarter I: two of three, under names that say nothing, one of them twice.
    tw1 = ketik(Path("hasil", name(BARU)), Path("tw1", "WA0012.xlsx"), TW1, "2024-04-10T02:00:00Z")
    Path("tw1", "WA0012 (1).xlsx").write_bytes(tw1.read_bytes())
    ketik(Path("hasil", name(KOTA)), Path("tw1", "final fix.xlsx"), {"Anggaran": {"H7": 1e9}}, "2024-04-11T02:00:00Z")
    berkas = gather(capsys, "tw1")
    assert {n: (b["kode"], b["dihitung"], b["triwulan"]) for n, b in berkas.items()} == {
        "WA0012 (1).xlsx": (BARU, True, 1),
        "WA0012.xlsx": (BARU, False, 1),
        "final fix.xlsx": (KOTA, True, 1),
    }
    assert not list_berubah(berkas)
    rekap, kecamatan = sum_up(capsys)
    assert (rekap["jenis"], rekap["sampai"], kecamatan[PETISAH]["status"]) == ("murni", 1, "belum kembali")
    program = get_program(kecamatan[BARU])
    assert (program["jumlah"], program["serapan"]) == (3e9, round(3e9 / PAGU_BARU * 100, 2))
    (trantibum,) = (i for i in kecamatan[BARU]["hasil"]["indikator"] if i["nomor"] == 4)
    assert [(t["target"], t["realisasi"], t["capaian"]) for t in trantibum["triwulan"]] == [
        (80, 90, 112.5),  # 36 of 40 reports
        *((target, None, None) for target in (90, 90, 100)),
    ]

    # Quarter II: the third comes; Medan Baru has changed a figure of quarter I.
    ketik(tw1, Path("tw2", "a.xlsx"), TW2 | {"Anggaran": {"H7": 3_100_000_000, "I7": 4e9}}, "2024-07-10T02:00:00Z")
    ketik(Path("hasil", name(PETISAH)), Path("tw2", "b.xlsx"), {"Anggaran": {"H7": 1, "I7": 2}})
    berkas = gather(capsys, "tw2")
    assert list_beda(berkas["a.xlsx"], "KU60") == DIUBAH
    assert (berkas["a.xlsx"]["status"], berkas["a.xlsx"]["dihitung"]) == ("perlu diperiksa", True)
    assert not list_berubah(berkas) and not list_beda(berkas["b.xlsx"], "KU60")
    rekap, kecamatan = sum_up(capsys)
    assert (rekap["sampai"], kecamatan[BARU]["status"]) == (2, "perlu diperiksa")
    assert get_program(kecamatan[BARU])["jumlah"] == 7_100_000_000
    (trantibum,) = (i for i in kecamatan[BARU]["hasil"]["indikator"] if i["nomor"] == 4)
    assert [t["realisasi"] for t in trantibum["triwulan"]] == [90, 100, None, None]

    # The perubahan takes over what was collected last, and is what is summed up from now on.
    kode, _, galat = run_utama(capsys, *terbit, "--jenis", "perubahan", "--isi-dari", "hasil")
    assert kode == 0
    assert "12.71.17 Medan Baru: " in galat and "isian dibawa dari a.xlsx" in galat
    murni = sum_up(capsys, "--jenis", "murni", "--keluar", "murni.xlsx")[1]
    assert murni == kecamatan
    rekap, _ = sum_up(capsys)
    assert (rekap["jenis"], [k["status"] for k in rekap["kecamatan"]]) == ("perubahan", ["belum kembali"] * 3)

    # Quarter III, typed into the perubahan.
    ketik(Path("hasil", name(BARU, "perubahan-")), Path("tw3", "c.xlsx"), TW3, "2024-10-10T02:00:00Z")
    berkas = gather(capsys, "tw3")
    assert not list_berubah(berkas)
    assert list_beda(berkas["c.xlsx"], "KU60") == DIUBAH
    rekap, kecamatan = sum_up(capsys)
    assert (rekap["jenis"], rekap["sampai"]) == ("perubahan", 3)
    program = get_program(kecamatan[BARU])
    assert (program["jumlah"], program["realisasi"]) == (8_600_000_000, [3.1e9, 4e9, 1.5e9, None])
    buku = openpyxl.load_workbook("rekap.xlsx", read_only=True)
    assert "Medan Petisah" in {sel for baris in buku["Pengingat"].iter_rows(values_only=True) for sel in baris}


def test_jawaban_survei_triwulan_lalu_yang_diubah_adalah_temuan_di_setiap_unsur(tmp_path: Path) -> None:
    """Sheet SKM 2 is the survey of quarter I; above its columns stands no quarter, only on the sheet."""
    pk, isi = draw_isian(504, 2)
    nama = "isian_skm_2_jawaban"
    issue(tmp_path / "hasil", pk)
    judul = openpyxl.load_workbook(next(tmp_path.glob("hasil/*.xlsx")))["SKM 2"]["C3"].value
    assert str(judul).endswith(", triwulan I")
    collect(tmp_path / "hasil", send(tmp_path / "tw2", a=fill(pk, isi)))
    ubah = [list(baris) for baris in isi[nama]]
    lama = [ubah[0][k] for k in (0, 3, 8)]
    for k in (0, 3, 8):
        ubah[0][k] = 1 if ubah[0][k] == 4 else 4

    kumpulan = collect(tmp_path / "hasil", send(tmp_path / "lagi", a=fill(pk, {**isi, nama: tuple(map(tuple, ubah))})))

    lalu = [(t.lembar, t.sel, t.terbit) for t in kumpulan.buku[0].temuan if t.kode == "KU60"]
    assert lalu == [("SKM 2", f"{k}7", str(n)) for k, n in zip("BEJ", lama, strict=True)]
