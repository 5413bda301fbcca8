"""`kinerja rekonsiliasi`: exit codes, what it prints, what it writes, what it refuses to write over."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from kinerja.anggaran.banding import reconcile
from kinerja.cli import main
from tests.berkas_anggaran import write_csv, write_xlsx
from tests.test_rekonsiliasi_temuan import BAKU, REALISASI, change

SUMBER = ["rekonsiliasi", "--perjanjian", "perjanjian.xlsx", "--dpa", "dpa.csv"]


@pytest.fixture(autouse=True)
def folder_kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_xlsx(tmp_path / "perjanjian.xlsx", BAKU)
    write_csv(tmp_path / "dpa.csv", change(BAKU, "7.01.04", "191200001"))
    return tmp_path


def test_temuan_di_stdout_ringkasan_di_stderr_dan_kode_keluar_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(SUMBER) == 1

    keluaran = capsys.readouterr()
    assert keluaran.out.splitlines() == [
        "galat RK03  7.01.04  perjanjian.xlsx, lembar Lembar1, sel C5  dpa.csv, baris 5",
        "  PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM: perjanjian Rp191.200.000, DPA Rp191.200.001,"
        " selisih -Rp1. Tanyakan mana yang berlaku, lalu samakan.",
    ]
    galat = keluaran.err.splitlines()
    assert galat[2] == "DPA: dpa.csv, 6 baris; kolom kode='kode', nama='nama', pagu='pagu'"
    assert galat[3] == "  terbukti: 6 baris berjumlah di berkas: 6 dibandingkan"
    assert galat[4].split() == ["Kelompok", "Baris", "Perjanjian", "DPA", "Selisih"]
    assert galat[6].split() == ["Berbeda", "1", "Rp191.200.000", "Rp191.200.001", "-Rp1"]
    assert galat[-1] == "1 galat, 0 peringatan, 0 info. Rinciannya ada di rekonsiliasi.xlsx."


def test_buku_kerja_ditulis_dengan_tautan_relatif(folder_kerja: Path) -> None:
    (folder_kerja / "laporan").mkdir()
    main([*SUMBER, "--keluar", "laporan/beda.xlsx"])
    buku = openpyxl.load_workbook(folder_kerja / "laporan" / "beda.xlsx")

    assert buku.sheetnames == [
        "Ringkasan", "Cocok", "Berbeda", "Hanya di perjanjian", "Hanya di DPA", "Temuan", "Per tingkat", "Sumber"
    ]  # fmt: skip
    assert [buku["Sumber"][f"H{r}"].value for r in (7, 8)] == ["../perjanjian.xlsx#'Lembar1'!", "../dpa.csv"]


def test_tanpa_perbedaan_kode_keluar_0(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_xlsx(folder_kerja / "lra.xlsx", REALISASI)

    assert main([*SUMBER, "--toleransi", "1", "--realisasi", "lra.xlsx"]) == 0
    assert capsys.readouterr().out == ""


def test_json_memuat_baris_dan_temuan(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SUMBER, "--json"]) == 1

    data = json.loads(capsys.readouterr().out)
    assert data == reconcile(folder_kerja / "perjanjian.xlsx", folder_kerja / "dpa.csv").to_dict()
    assert data["baris"][3] == {
        "kecamatan": "", "kode": "7.01.04", "nama": "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM",
        "perjanjian": "191200000", "dpa": "191200001", "realisasi": None, "selisih": "-1", "status": "berbeda",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["--realisasi", "tiada.csv"], "tiada.csv: Berkas tidak ditemukan."),
        (["--toleransi", "1.5"], "--toleransi: '1.5'"),
        (["--kolom", "pagu"], "'pagu' tidak berbentuk arti=judul"),
        (["--kolom", "pagu=Jumlah"], "Kolom 'Jumlah' tidak ada di sumber mana pun."),
        (["--kolom", "lain.pagu=pagu"], "Kunci kolom 'lain.pagu' tidak dikenal."),
        (["--lembar", "RKA 2024"], "Lembar 'RKA 2024' tidak ada di sumber mana pun"),
        (["--keluar", "hasil.pdf"], "harus berakhiran .xlsx"),
        (["--keluar", "perjanjian.xlsx", "--timpa"], "Keluaran akan menimpa sumber"),
        (["--keluar", "lain.xlsx"], "Berkas sudah ada dan bukan rekonsiliasi anggaran buatan kinerja."),
        (["--keluar", "tiada/beda.xlsx"], "tiada tidak ada"),
    ],
)
def test_yang_tidak_dapat_dijalankan_kode_keluar_2(
    argumen: list[str], pesan: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lain = write_xlsx(folder_kerja / "lain.xlsx", BAKU).read_bytes()

    assert main([*SUMBER, *argumen]) == 2
    keluaran = capsys.readouterr()
    assert pesan in keluaran.err
    assert keluaran.out == ""
    assert (folder_kerja / "lain.xlsx").read_bytes() == lain


def test_hasil_lama_diganti_dan_berkas_lain_hanya_dengan_timpa(folder_kerja: Path) -> None:
    write_xlsx(folder_kerja / "lain.xlsx", BAKU)

    assert [main(SUMBER), main(SUMBER)] == [1, 1]
    assert main([*SUMBER, "--keluar", "lain.xlsx", "--timpa"]) == 1
    assert openpyxl.load_workbook(folder_kerja / "lain.xlsx").sheetnames[0] == "Ringkasan"


def test_kolom_dapat_disebut_untuk_satu_sumber(folder_kerja: Path) -> None:
    isi = [("kode", "pagu", "Angka Final"), *((k, 1, n) for k, _, n in BAKU[1:])]
    write_csv(folder_kerja / "dpa.csv", isi)

    assert main([*SUMBER, "--kolom", "dpa.pagu=Angka Final"]) == 0


def test_temuan_yang_banyak_dipotong_di_layar_dan_disebut(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja.cli.rekonsiliasi.TERBANYAK", 1)
    write_csv(folder_kerja / "dpa.csv", [BAKU[0], *((k, n, p + 1) for k, n, p in BAKU[1:])])

    assert main(SUMBER) == 1
    keluaran = capsys.readouterr()
    assert keluaran.out.count("RK03") == 1
    assert "… dan 5 temuan lain; semuanya ada di rekonsiliasi.xlsx." in keluaran.err


def test_kolom_realisasi_tanpa_nama_sumber_seperti_yang_disarankan(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_csv(folder_kerja / "dpa.csv", BAKU)
    isi = [("kode", "Realisasi TW I", "Realisasi TW II"), *((k, 1, n // 2) for k, _, n in BAKU[1:])]
    write_csv(folder_kerja / "lra.csv", isi)
    argumen = [*SUMBER, "--realisasi", "lra.csv"]

    assert main(argumen) == 2
    assert '--kolom realisasi="Realisasi TW II"' in capsys.readouterr().err
    assert main([*argumen, "--kolom", "realisasi=Realisasi TW II"]) == 0


def test_realisasi_tanpa_anggaran_tidak_terhitung_berbeda(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_csv(folder_kerja / "dpa.csv", BAKU)
    write_csv(folder_kerja / "lra.csv", [*REALISASI, ("7.01.09", "PROGRAM LAIN", 5)])
    main([*SUMBER, "--realisasi", "lra.csv"])
    ringkasan = [baris.rsplit(maxsplit=4)[:2] for baris in capsys.readouterr().err.splitlines() if "Rp" in baris]

    assert ringkasan == [
        ["Cocok", "6"], ["Berbeda", "0"], ["Hanya di perjanjian", "0"], ["Hanya di DPA", "0"],
        ["Hanya di realisasi", "1"], ["Jumlah", "7"],
    ]  # fmt: skip
