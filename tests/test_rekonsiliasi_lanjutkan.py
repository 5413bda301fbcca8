"""`--lanjutkan`: an earlier result that people explained, saved again, sorted, copied; and files that are none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.cli import main
from tests.alat.libreoffice import convert
from tests.alat.lint import lint
from tests.alat.mesin import compare, recalc_ironcalc
from tests.berkas_anggaran import write_csv, write_xlsx
from tests.test_rekonsiliasi_buku import read_tabel
from tests.test_rekonsiliasi_temuan import BAKU, change, drop

SUMBER = ["rekonsiliasi", "--perjanjian", "perjanjian.xlsx", "--dpa", "dpa.csv"]
LANJUT = [*SUMBER, "--lanjutkan", "rekonsiliasi.xlsx"]
BUKU = Path("rekonsiliasi.xlsx")
BEDA = change(change(BAKU, "7.01.04", 191_200_001), "7.01.05", 5)


@pytest.fixture(autouse=True)
def folder_kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A result with two RK03: 7.01.04 and 7.01.05."""
    monkeypatch.chdir(tmp_path)
    write_xlsx(tmp_path / "perjanjian.xlsx", BAKU)
    write_csv(tmp_path / "dpa.csv", BEDA)
    assert main(SUMBER) == 1
    return tmp_path


def explain(**penjelasan: str | float) -> None:
    """Type explanations as a person does, by the last digits of the code, and save with another program."""
    buku = openpyxl.load_workbook(BUKU)
    sheet = buku["Temuan"]
    for baris in sheet.iter_rows(min_row=7):
        kunci = f"_{str(baris[2].value)[-2:]}"
        if kunci in penjelasan and baris[0].value:
            baris[5].value = penjelasan[kunci]
            if str(penjelasan[kunci]).startswith("="):
                baris[5].data_type = "s"  # typed into a cell for text
    buku.save(BUKU)


def list_isi(path: Path = BUKU, *judul: str) -> list[tuple[Any, ...]]:
    """Columns of the sheet of findings, without rows that have none."""
    kolom = judul or ("Di mana", "Penjelasan")
    isi = [tuple(b[k] for k in kolom) for b in read_tabel(path, "Temuan")]
    return [b for b in isi if any(sel is not None for sel in b)]


def test_penjelasan_dibawa_dan_dihitung_terpisah(capsys: pytest.CaptureFixture[str]) -> None:
    explain(_04="Menunggu DPA perubahan; surat 12/2025")

    assert main([*LANJUT, "--json"]) == 1
    keluaran = capsys.readouterr()
    assert "Sejak hasil sebelumnya: 2 tetap." in keluaran.err
    assert keluaran.err.splitlines()[-1] == (
        "2 galat, 1 di antaranya sudah dijelaskan; 0 peringatan; 0 info. Rinciannya ada di rekonsiliasi.xlsx."
    )
    temuan = json.loads(keluaran.out)["temuan"]
    assert [t.get("penjelasan") for t in temuan] == ["Menunggu DPA perubahan; surat 12/2025", None]
    assert "kunci" not in temuan[0]
    assert list_isi() == [("7.01.04", "Menunggu DPA perubahan; surat 12/2025"), ("7.01.05", None)]
    ringkasan = openpyxl.load_workbook(BUKU, data_only=True)["Ringkasan"]
    assert [r[:3] for r in ringkasan.iter_rows(values_only=True) if r[0] == "RK03"] == [("RK03", 2, 1)]


def test_yang_lama_pindah_ke_lama_dan_dua_kali_berturut_turut_tetap_sama(folder_kerja: Path) -> None:
    explain(_04="a", _05="=1+1")
    terisi = BUKU.read_bytes()

    assert main(SUMBER) == 2  # not without being asked
    assert main(LANJUT) == 1
    (lama,) = (folder_kerja / "lama").iterdir()
    assert lama.read_bytes() == terisi
    sekali = BUKU.read_bytes()
    assert main(LANJUT) == 1
    assert BUKU.read_bytes() == sekali
    assert len(list((folder_kerja / "lama").iterdir())) == 1


def test_keluaran_lain_membiarkan_yang_lama(folder_kerja: Path) -> None:
    explain(_04="a")
    terisi = BUKU.read_bytes()

    assert main([*LANJUT, "--keluar", "maret.xlsx"]) == 1
    assert BUKU.read_bytes() == terisi
    assert list_isi(Path("maret.xlsx")) == [("7.01.04", "a"), ("7.01.05", None)]


def test_yang_berubah_selesai_dan_baru_diperlihatkan_dan_kembali_bila_muncul_lagi(
    folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    explain(_04="salah ketik", _05="menunggu")
    write_csv(folder_kerja / "dpa.csv", change(drop(BAKU, "7.01.06"), "7.01.05", 6))
    capsys.readouterr()

    assert main(LANJUT) == 1
    assert "Sejak hasil sebelumnya: 1 baru, 1 berubah, 1 selesai." in capsys.readouterr().err
    judul = ("Kode", "Tingkat", "Di mana", "Keadaan", "Penjelasan", "Penjelasan lama")
    assert list_isi(BUKU, *judul) == [
        ("RK01", "galat", "7.01.06", "baru", None, None),
        ("RK03", "galat", "7.01.05", "berubah", None, "menunggu"),
        ("Selesai sejak hasil sebelumnya", None, None, None, None, None),
        ("RK03", "selesai", "7.01.04", None, "salah ketik", None),
    ]
    assert lint(BUKU) == []
    assert compare(BUKU, ironcalc=recalc_ironcalc(BUKU)) == []

    write_csv(folder_kerja / "dpa.csv", BEDA)
    main(LANJUT)
    assert list_isi(BUKU, *judul[1:])[:2] == [
        ("galat", "7.01.04", "kembali", "salah ketik", None),
        ("galat", "7.01.05", "berubah", None, "menunggu"),
    ]


def sort_baris(path: Path) -> None:
    """As a person who lifts the protection, filters and sorts by the amount."""
    buku = openpyxl.load_workbook(path)
    sheet = buku["Temuan"]
    dua = [[sel.value for sel in baris] for baris in sheet.iter_rows(7, 8)]
    for r, isi in enumerate(dua[::-1], start=7):
        for c, nilai in enumerate(isi, start=1):
            sheet.cell(r, c).value = nilai
    sheet.row_dimensions[8].hidden = True
    buku.save(path)


def save_libreoffice(path: Path) -> None:
    with convert([path], "xlsx", "xlsx", "id-ID") as hasil:
        shutil.copyfile(hasil[path], path)


@pytest.mark.parametrize("ubah", [sort_baris, save_libreoffice])
def test_diurutkan_disaring_atau_disimpan_program_lain_tetap_terbaca(ubah: Callable[[Path], None]) -> None:
    explain(_04="baris satu\nbaris dua", _05=12)
    ubah(BUKU)

    assert main(LANJUT) == 1
    assert list_isi() == [("7.01.04", "baris satu\nbaris dua"), ("7.01.05", "12")]


def test_penjelasan_yang_kehilangan_temuannya_disebut(capsys: pytest.CaptureFixture[str]) -> None:
    buku = openpyxl.load_workbook(BUKU)
    buku["Temuan"]["F9"] = "catatan saya"
    buku.save(BUKU)
    isi = BUKU.read_bytes()

    assert main(LANJUT) == 2
    assert "lembar Temuan: Baris 9 berisi penjelasan, tetapi sidik temuannya hilang." in capsys.readouterr().err
    assert BUKU.read_bytes() == isi


def test_rumus_galat_di_penjelasan_ditolak(capsys: pytest.CaptureFixture[str]) -> None:
    explain(_04="#NAME?")

    assert main(LANJUT) == 2
    assert "Sel F7 berisi #NAME?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (None, "Berkas tidak ditemukan"),
        (b"", "Berkas kosong"),
        (
            b"kode;pagu\n7;1\n",
            "Ini teks; --lanjutkan meminta buku kerja yang ditulis kinerja rekonsiliasi --keluar. Sebutkan",
        ),
        (b"%PDF-1.7", "Ini berkas PDF; --lanjutkan meminta buku kerja"),
        (
            "asing",
            "Ini bukan hasil rekonsiliasi buatan kinerja. Sebutkan rekonsiliasi.xlsx dari perbandingan sebelumnya",
        ),
        ("rusak", "rusak"),
        ("tanpa kolom", "Hasil ini tidak punya kolom Penjelasan, sehingga tidak dapat dilanjutkan."),
    ],
)
def test_yang_bukan_hasil_kami_ditolak_sebelum_apa_pun_ditulis(
    isi: bytes | str | None, pesan: str, folder_kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder_kerja / "lain.xlsx"
    if isi == "asing":
        write_xlsx(path, BAKU)
    elif isi == "rusak":
        path.write_bytes(BUKU.read_bytes()[:3_000])
    elif isi == "tanpa kolom":
        buku = openpyxl.load_workbook(BUKU)
        buku["Temuan"].delete_cols(6)
        buku.save(path)
    elif isinstance(isi, bytes):
        path.write_bytes(isi)
    lama = path.read_bytes() if path.exists() else None
    capsys.readouterr()

    assert main([*SUMBER, "--lanjutkan", "lain.xlsx", "--keluar", "lain.xlsx"]) == 2
    galat = capsys.readouterr().err
    assert pesan in galat
    assert galat.count("\n") == 1
    assert (path.read_bytes() if path.exists() else None) == lama


def test_tanpa_temuan_yang_tersisa_kode_keluar_0_dan_penjelasan_tetap_ada(folder_kerja: Path) -> None:
    explain(_04="a")
    write_csv(folder_kerja / "dpa.csv", BAKU)

    assert [main(LANJUT), main(LANJUT)] == [0, 0]
    assert [b[1:] for b in list_isi(BUKU, "Kode", "Di mana", "Penjelasan")][-1:] == [("7.01.04", "a")]


def test_yang_ikut_diringkas_disimpan_di_bloknya_dan_dibawa_bila_muncul_lagi(
    folder_kerja: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    explain(_05="menunggu")
    judul = ("Tingkat", "Di mana", "Penjelasan")
    for modul in ("konteks", "periksa_kembar", "periksa_nama", "periksa_sumber"):
        monkeypatch.setattr(f"kinerja.anggaran.banding.{modul}.MAKS_TEMUAN", 1)

    assert [main(LANJUT), main(LANJUT)] == [1, 1]
    assert "1 penjelasan tidak dibawa karena temuannya diringkas" in capsys.readouterr().err
    assert list_isi(BUKU, *judul) == [
        ("galat", "7.01.04", None), ("galat", "1 baris lagi", None), ("belum pasti", "7.01.05", "menunggu")
    ]  # fmt: skip
    assert lint(BUKU) == []
    monkeypatch.undo()
    monkeypatch.chdir(folder_kerja)
    main(LANJUT)
    assert list_isi(BUKU, *judul)[:2] == [("galat", "7.01.04", None), ("galat", "7.01.05", "menunggu")]
