"""Advice on what is given to a reconciliation, by a programmer or on the command line, and on an earlier result."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja import reconcile
from tests.alat.jalan_rekon import DUA, HARAP, JUDUL, Petak, Rekon
from tests.alat.saran import expect_saran, follow
from tests.berkas_anggaran import write_xlsx

NAMA = "Sebutkan nama berkas atau foldernya."
LEMBAR = 'Contoh: lembar=["DPA"].'
KOLOM = 'Contoh: kolom={"pagu": "Jumlah (Rp)"}.'
SATU = "Sebutkan satu judul; hanya kolom pagu dan realisasi yang dapat dijumlahkan."
TOLERANSI = 'Contoh: toleransi=1 atau Decimal("0.5").'
NOL_KE_ATAS = "Isi 0 atau lebih, misalnya 1."
HASIL = "Sebutkan rekonsiliasi.xlsx dari perbandingan sebelumnya, atau jalankan tanpa --lanjutkan."
TANPA_LANJUT = "Jalankan tanpa --lanjutkan, lalu isi kolom Penjelasan di hasil yang baru."
PINDAHKAN = "Pindahkan penjelasan itu ke baris temuannya, atau kosongkan."
BEDA: Petak = [JUDUL, DUA[0], (*DUA[1][:2], 251)]


@pytest.fixture
def rekon(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Rekon:
    return Rekon(folder_kerja, capsys)


@follow(NAMA, LEMBAR, KOLOM, SATU, TOLERANSI)
@pytest.mark.parametrize(
    ("saran", "salah", "betul"),
    [
        (LEMBAR, {"lembar": "DPA"}, {"lembar": ["DPA"]}),
        (KOLOM, {"kolom": ["pagu", "Jumlah (Rp)"]}, {"kolom": {"pagu": "Jumlah (Rp)"}}),
        (KOLOM, {"kolom": {"pagu": 3}}, {"kolom": {"pagu": "Jumlah (Rp)"}}),
        (SATU, {"kolom": {"kode": ["kode", "nama"]}}, {"kolom": {"kode": "kode"}}),
        (TOLERANSI, {"toleransi": 0.5}, {"toleransi": Decimal("0.5")}),
        (TOLERANSI, {"toleransi": "1"}, {"toleransi": 1}),
    ],
)
def test_argumen_ditulis_seperti_contohnya(
    saran: str, salah: dict[str, Any], betul: dict[str, Any], tmp_path: Path
) -> None:
    pk = write_xlsx(tmp_path / "pk.xlsx", [JUDUL, *DUA])
    dpa = write_xlsx(tmp_path / "dpa.xlsx", [("kode", "nama", "Jumlah (Rp)"), *DUA], "DPA")
    with expect_saran(saran):
        reconcile(pk, dpa, **salah)
    with expect_saran(NAMA):
        reconcile(None, dpa, **betul)
    hasil = reconcile(pk, str(dpa), **betul)
    assert {b.kode: b.dpa for b in hasil.baris} == HARAP
    assert hasil.temuan == ()


@follow(NOL_KE_ATAS)
def test_toleransi_ditulis_seperti_contohnya(rekon: Rekon) -> None:
    rekon.put("dpa.csv", BEDA)
    rekon.refuse(NOL_KE_ATAS, "--toleransi=-1")
    assert rekon.list_kode("--toleransi", "0") == ["RK03"]
    assert rekon.list_kode("--toleransi", "1") == []
    with expect_saran(NOL_KE_ATAS):
        reconcile("pk.csv", "dpa.csv", toleransi=Decimal("0.001"))
    assert reconcile("pk.csv", "dpa.csv", toleransi=1).temuan == ()


def change_temuan(path: Path, change: Callable[[Any], object]) -> None:
    buku = openpyxl.load_workbook(path)
    change(buku["Temuan"])
    buku.save(path)


def find_sel(sheet: Any, judul: str, *, bawah: int = 1) -> Any:
    """The cell so many rows below a title."""
    return next(s for baris in sheet.iter_rows() for s in baris if s.value == judul).offset(bawah)


@follow(HASIL, TANPA_LANJUT)
def test_hasil_sebelumnya_disebutkan_atau_dimulai_lagi(rekon: Rekon) -> None:
    rekon.put("dpa.csv", BEDA)
    assert rekon.list_kode("--keluar", "januari.xlsx") == ["RK03"]
    rekon.put("lain.xlsx", BEDA)
    rekon.refuse(HASIL, "--lanjutkan", "lain.xlsx")
    hasil = rekon.folder / "januari.xlsx"
    change_temuan(hasil, lambda sheet: setattr(find_sel(sheet, "Penjelasan"), "value", "salah ketik"))
    assert [t["penjelasan"] for t in rekon.answer("--lanjutkan", "januari.xlsx")["temuan"]] == ["salah ketik"]

    change_temuan(hasil, lambda sheet: sheet.delete_cols(find_sel(sheet, "Penjelasan").column))
    rekon.refuse(TANPA_LANJUT, "--lanjutkan", "januari.xlsx")
    assert rekon.list_kode("--keluar", "baru.xlsx") == ["RK03"]
    change_temuan(rekon.folder / "baru.xlsx", lambda sheet: setattr(find_sel(sheet, "Penjelasan"), "value", "lagi"))
    assert [t["penjelasan"] for t in rekon.answer("--lanjutkan", "baru.xlsx")["temuan"]] == ["lagi"]


@follow(PINDAHKAN)
@pytest.mark.parametrize("dipindahkan", [True, False])
def test_penjelasan_di_luar_temuan_dipindahkan_atau_dikosongkan(dipindahkan: bool, rekon: Rekon) -> None:
    rekon.put("dpa.csv", BEDA)
    assert rekon.list_kode("--keluar", "januari.xlsx") == ["RK03"]
    hasil = rekon.folder / "januari.xlsx"
    change_temuan(hasil, lambda sheet: setattr(find_sel(sheet, "Penjelasan", bawah=4), "value", "salah ketik"))
    rekon.refuse(PINDAHKAN, "--lanjutkan", "januari.xlsx")

    def mend(sheet: Any) -> None:
        find_sel(sheet, "Penjelasan", bawah=4).value = None
        if dipindahkan:
            find_sel(sheet, "Penjelasan").value = "salah ketik"

    change_temuan(hasil, mend)
    (temuan,) = rekon.answer("--lanjutkan", "januari.xlsx")["temuan"]
    assert temuan.get("penjelasan") == ("salah ketik" if dipindahkan else None)
