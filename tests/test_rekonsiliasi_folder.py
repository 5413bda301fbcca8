"""Folders and files of our own: workbooks that nobody has filled in, earlier results, other forms, named sheets."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.banding import reconcile
from kinerja.anggaran.pasangan import Kelompok
from kinerja.errors import DataError
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.terbit.keluaran import write_workbook
from tests.alat.libreoffice import convert
from tests.berkas_anggaran import new_sheet, read_kode, write_csv, write_xlsx
from tests.test_rekonsiliasi_temuan import BAKU, SATU
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.rekonsiliasi import Bahan as BahanRekon
from workbook_templates.rekonsiliasi import build_rekonsiliasi

ISI = {"12.71.01": (1, 2, 3, 4, 5, 6), "12.71.02": (), "12.71.03": ()}


def write_folder(folder: Path, isi: dict[str, tuple[int, ...]]) -> Path:
    """Workbooks of kecamatan in Medan; an empty tuple is one that nobody has filled in."""
    folder.mkdir()
    for pk in (p for p in load_bundled() if p.kecamatan.kode in isi):
        blok: dict[str, Any] = {"isian_anggaran_perjanjian": tuple((n,) for n in isi[pk.kecamatan.kode])}
        bahan = Bahan(pk, blok if isi[pk.kecamatan.kode] else {}, responden=10)
        write_workbook(build_perjanjian(bahan), folder / f"{pk.kecamatan.kode}.xlsx")
    return folder


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("buku") / "hasil", ISI)


@pytest.fixture
def hasil(buku: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(buku, tmp_path / "hasil"))


def write_kota(folder: Path) -> Path:
    isi = [["kode_kecamatan", "kode", "pagu"], *([k, f"7.01.0{n}", n] for k in ISI for n in range(1, 7))]
    return write_csv(folder / "dpa.csv", isi)


def test_buku_kerja_yang_belum_diisi_disebut_dan_yang_lain_dibandingkan(hasil: Path, tmp_path: Path) -> None:
    rekon = reconcile(hasil, write_kota(tmp_path))
    belum = [t for t in rekon.temuan if t.kode == "RK14"]

    assert rekon.count(Kelompok.COCOK) == (6, Decimal(21), Decimal(21))
    assert [t.tempat for t in belum] == ["12.71.02 Medan Sunggal", "12.71.03 Medan Helvetia"]
    assert belum[0].pesan == "Anggaran perjanjian belum diisi: 6 baris tanpa jumlah."
    assert belum[0].tempat_perjanjian == "12.71.02.xlsx, lembar Anggaran, sel D7"
    assert {t.kode for t in rekon.temuan} <= {"RK10", "RK14"}
    assert rekon.sumber["perjanjian"].catatan == ("2 dari 3 buku kerja belum diisi: 12.71.02.xlsx, 12.71.03.xlsx.",)


def test_folder_yang_belum_diisi_sama_sekali_ditolak(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "hasil", {"12.71.02": (), "12.71.03": ()})

    with pytest.raises(DataError, match="Kolom perjanjian belum diisi di satu pun dari 2 buku kerja"):
        read_anggaran(folder, "perjanjian")


def write_rekon(path: Path) -> Path:
    dua = [write_xlsx(path.parent / f"sumber-{nama}.xlsx", BAKU) for nama in ("pk", "dpa")]
    write_workbook(build_rekonsiliasi(BahanRekon(reconcile(*dua), {}, (2024, 12, 31))), path)
    for sumber in dua:
        sumber.unlink()
    return path


def test_hasil_rekonsiliasi_dan_berkas_lain_di_folder_buku_kerja_dilewati(hasil: Path) -> None:
    sebelum = read_anggaran(hasil, "perjanjian")
    write_rekon(hasil / "rekonsiliasi.xlsx")
    write_csv(hasil / "catatan.csv", [["Rapat", "Senin"]])
    write_xlsx(hasil / "dpa.xlsx", BAKU)
    sesudah = read_anggaran(hasil, "perjanjian")

    assert sesudah.isi.equals(sebelum.isi)
    assert sesudah.catatan[:3] == (
        "catatan.csv dilewati: ini bukan buku kerja perjanjian.",
        "dpa.xlsx dilewati: ini bukan buku kerja perjanjian.",
        "rekonsiliasi.xlsx dilewati: ini hasil rekonsiliasi.",
    )


def test_hasil_rekonsiliasi_bukan_sumber(tmp_path: Path) -> None:
    path = write_rekon(tmp_path / "lama.xlsx")

    with pytest.raises(DataError, match=r"lama\.xlsx: Ini hasil rekonsiliasi, bukan sumber anggaran"):
        read_anggaran(path, "dpa")
    with pytest.raises(DataError, match="Folder hanya berisi hasil rekonsiliasi"):
        read_anggaran(tmp_path, "dpa")


def test_buku_kerja_yang_rusak_di_folder_tidak_dilewati(hasil: Path) -> None:
    isi = (hasil / "12.71.01.xlsx").read_bytes()
    (hasil / "12.71.01.xlsx").write_bytes(isi[: len(isi) // 2])

    with pytest.raises(DataError, match=r"12\.71\.01\.xlsx: Berkas rusak"):
        read_anggaran(hasil, "perjanjian")


@pytest.mark.parametrize(("akhiran", "saringan"), [("ods", "ods:calc8"), ("xls", "xls:MS Excel 97")])
def test_buku_kerja_dalam_bentuk_lain_diminta_disimpan_sebagai_xlsx(akhiran: str, saringan: str, hasil: Path) -> None:
    with convert([hasil / "12.71.01.xlsx"], saringan, akhiran, "id-ID") as keluaran:
        (path,) = keluaran.values()
        shutil.copy(path, hasil / f"12.71.01.{akhiran}")
    for sumber in (hasil / f"12.71.01.{akhiran}", hasil):
        with pytest.raises(DataError, match=r"Ini buku kerja perjanjian kinerja .* Simpan sebagai \.xlsx"):
            read_anggaran(sumber, "perjanjian")


def test_lembar_yang_disebut_harus_ada_di_salah_satu_sumber(tmp_path: Path) -> None:
    a, b = write_xlsx(tmp_path / "a.xlsx", SATU, "PK"), write_xlsx(tmp_path / "b.xlsx", SATU, "DPA 2024")

    assert reconcile(a, b, lembar=["DPA 2024"]).temuan == ()
    with pytest.raises(DataError, match=r"Lembar 'DPA 2023' tidak ada .*yang berisi tabel: DPA 2024, PK\."):
        reconcile(a, b, lembar=["DPA 2024", "DPA 2023"])
    with pytest.raises(DataError, match=r"Lembar 'X' tidak ada .*sumbernya tidak berlembar\."):
        reconcile(*[write_csv(tmp_path / "a.csv", SATU)] * 2, lembar=["X"])


def test_lembar_tersembunyi_yang_disebut_dibaca_dengan_catatan(tmp_path: Path) -> None:
    lembar, _ = new_sheet(BAKU, "Baru")
    lain = lembar.create_sheet("Lama")
    for baris in SATU:
        lain.append(list(baris))
    lain.sheet_state = "hidden"
    lembar.save(tmp_path / "a.xlsx")

    assert read_kode(tmp_path / "a.xlsx", lembar=["Lama"]) == {"7.01.04": Decimal(1000)}
    assert read_anggaran(tmp_path / "a.xlsx", "dpa", lembar=["Lama"]).catatan == (
        "a.xlsx: lembar tersembunyi Lama dibaca karena disebutkan.",
    )
    assert len(read_kode(tmp_path / "a.xlsx")) == 6
