"""Workbooks of ours of one kecamatan side by side: the perubahan counts, two of one kind are a question."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.banding import reconcile
from kinerja.errors import DataError

TERBITAN = Path(__file__).parent / "kasus" / "terbitan" / "0.3.0"
ULANG = Path(__file__).parent / "kasus" / "simpan-ulang" / "0.1.0"


def put(folder: Path, **berkas: Path) -> Path:
    for nama, asal in berkas.items():
        shutil.copyfile(asal, folder / f"{nama}.xlsx")
    return folder


def test_dua_buku_kerja_satu_kecamatan_tidak_pernah_dijumlahkan(tmp_path: Path) -> None:
    put(tmp_path, satu=TERBITAN / "medan-baru.xlsx", dua=ULANG / "openpyxl.xlsx")

    with pytest.raises(DataError, match=r"Ada 2 buku kerja .*: dua\.xlsx \(disimpan [0-9-]+ [0-9.]+\); satu"):
        read_anggaran(tmp_path, "perjanjian")


def make_murni(perubahan: Path, tujuan: Path) -> Path:
    """The same workbook as a murni, as an office would have both."""
    import openpyxl

    buku = openpyxl.load_workbook(perubahan)
    for baris in buku["Identitas"].iter_rows():
        for sel in baris:
            if sel.value == "perubahan":
                sel.value = "murni"
    buku.save(tujuan)
    return tujuan


def test_dari_murni_dan_perubahan_yang_berlaku_perubahannya(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    murni = make_murni(TERBITAN / "perubahan-terisi.xlsx", tmp_path / "murni.xlsx")
    put(folder, a=murni, b=TERBITAN / "perubahan-terisi.xlsx")
    tabel, satu = read_anggaran(folder, "perjanjian"), read_anggaran(TERBITAN / "perubahan-terisi.xlsx", "perjanjian")

    assert tabel.isi["sen"].to_list() == satu.isi["sen"].to_list()
    assert "a.xlsx tidak dipakai: perubahannya ada di b.xlsx." in tabel.catatan


@pytest.mark.parametrize("nama", sorted(p.name for p in ULANG.glob("*.xlsx")))
def test_buku_kerja_yang_disimpan_ulang_program_lain_tetap_dibaca_menurut_identitasnya(
    nama: str, tmp_path: Path
) -> None:
    acuan = read_anggaran(ULANG / "lo.xlsx", "perjanjian").isi.drop("baris")
    lain = tmp_path / "berkas kiriman.xlsx"
    shutil.copyfile(ULANG / nama, lain)

    assert read_anggaran(lain, "perjanjian").isi.drop("baris").equals(acuan)


def test_buku_murni_dibandingkan_dengan_kolom_semula(tmp_path: Path) -> None:
    from tests.berkas_anggaran import write_xlsx

    murni = make_murni(TERBITAN / "perubahan-terisi.xlsx", tmp_path / "pk.xlsx")
    isi = read_anggaran(murni, "perjanjian").isi.select("kode", "sen").drop_nulls().rows()
    petak = [["Kode", "Semula", "Menjadi"], *([kode, sen / 100, sen / 100 + 5] for kode, sen in isi)]
    hasil = reconcile(murni, write_xlsx(tmp_path / "dpa.xlsx", petak))

    assert [b.selisih for b in hasil.baris if b.dpa is not None] == [0] * len(isi)
    assert any("dipakai 'Semula'" in t.pesan for t in hasil.temuan if t.kode == "RK17")


def make_tahun(asal: Path, tahun: int, tujuan: Path) -> Path:
    """The same workbook as issued for another year, in the same folder as the year before."""
    import openpyxl

    buku = openpyxl.load_workbook(asal)
    for baris in buku["Identitas"].iter_rows():
        for sel in baris:
            if sel.value in (2024, "2024"):
                sel.value = tahun if isinstance(sel.value, int) else str(tahun)
    buku.save(tujuan)
    return tujuan


def test_folder_dua_tahun_dibandingkan_dengan_tahun_dpa(tmp_path: Path) -> None:
    """Added up, every amount would be double: the DPA says which year is meant, or it is a question."""
    from tests.berkas_anggaran import write_xlsx

    folder = tmp_path / "hasil"
    folder.mkdir()
    asal = TERBITAN / "perubahan-terisi.xlsx"
    put(folder, lama=asal)
    make_tahun(asal, 2025, folder / "baru.xlsx")
    isi = read_anggaran(asal, "perjanjian").isi.select("kode", "sen").drop_nulls().rows()
    petak = [["Kode", "Pagu"], *([kode, sen / 100] for kode, sen in isi)]
    tanpa, dengan = (write_xlsx(tmp_path / f"{n}.xlsx", p) for n, p in (("a", petak), ("b", [["TAHUN 2025"], *petak])))

    with pytest.raises(DataError, match=r"hasil: Folder ini berisi buku kerja tahun 2024 dan 2025\. Salin buku kerja"):
        reconcile(folder, tanpa)
    hasil = reconcile(folder, dengan)
    assert [b.selisih for b in hasil.baris if b.dpa is not None] == [0] * len(isi)
    assert {t.bagian[0].tahun for t in (read_anggaran(folder, "perjanjian", tahun=2024),)} == {2024}
    assert any("1 buku kerja tahun 2024 tidak dipakai" in c for c in hasil.sumber["perjanjian"].catatan)
