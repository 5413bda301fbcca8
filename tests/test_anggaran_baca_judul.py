"""Which column of a budget table is the amount, the code and the kecamatan: titles as they occur in real exports."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.anggaran.baca.berkas import read_anggaran
from kinerja.anggaran.sumber import Peran
from kinerja.errors import DataError
from tests.berkas_anggaran import Petak, read_kode, write_csv, write_xlsx

PAGU, REALISASI = Decimal(300_000_000), Decimal(150_000_000)

JUDUL: dict[str, tuple[Peran, Petak, Decimal]] = {
    "persen di depan": (
        "realisasi",
        [["Kode", "Anggaran", "% Realisasi", "Realisasi (Rp)"], ["7.01.03", 300_000_000, 50, 150_000_000]],
        REALISASI,
    ),
    "rupiah dan persen": (
        "realisasi",
        [["Kode", "Realisasi (Rp)", "Realisasi (%)"], ["7.01.03", 150_000_000, 50]],
        REALISASI,
    ),
    "rupiah dan persen di baris kedua": (
        "realisasi",
        [
            ["Kode", "Anggaran", "Realisasi", None],
            [None, None, "Rp", "%"],
            ["7.01.03", 300_000_000, 150_000_000, 50],
        ],
        REALISASI,
    ),
    "keuangan dan fisik": (
        "realisasi",
        [
            ["Kode", "Pagu", "Realisasi", None, None],
            [None, None, "Keuangan (Rp)", "Persentase", "Fisik (%)"],
            ["7.01.03", 300_000_000, 150_000_000, 50, 48],
        ],
        REALISASI,
    ),
    "koefisien sampai jumlah": (
        "dpa",
        [
            ["Kode", "Uraian", "Sebelum Perubahan", None, None, "Setelah Perubahan", None, None, None, None],
            [None, None, "Koefisien", "Harga", "Jumlah", "Koefisien", "Satuan", "Harga", "PPN", "Jumlah"],
            ["7.01.03", "A", 1, 2, 200_000_000, 1, 2, 3, 4, 300_000_000],
        ],
        PAGU,
    ),
    "pagu indikatif di samping jumlah barang": (
        "dpa",
        [["Kode", "Jumlah", "Pagu Indikatif (Rp)"], ["7.01.03", 12, 300_000_000]],
        PAGU,
    ),
    "perubahan anggaran adalah selisih": (
        "dpa",
        [["Kode", "Anggaran", "Perubahan Anggaran"], ["7.01.03", 300_000_000, 7]],
        PAGU,
    ),
    "bertambah berkurang adalah selisih": (
        "dpa",
        [["Kode", "Anggaran", "Anggaran Bertambah/(Berkurang)"], ["7.01.03", 300_000_000, 7]],
        PAGU,
    ),
    "pagu perubahan adalah pagu": (
        "dpa",
        [["Kode", "Pagu Murni", "Pagu Perubahan"], ["7.01.03", 7, 300_000_000]],
        PAGU,
    ),
    "tahun sebelum dan sesudah": (
        "dpa",
        [
            ["Kode", "Uraian", "Jumlah", None, None],
            [None, None, "T-1", "Jumlah", "T+1"],
            ["7.01.03", "A", 7, 300_000_000, 8],
        ],
        PAGU,
    ),
}


@pytest.mark.parametrize("nama", JUDUL)
def test_kolom_yang_berisi_rupiah_yang_dimaksud_terpilih(nama: str, tmp_path: Path) -> None:
    peran, petak, harap = JUDUL[nama]

    assert read_kode(write_xlsx(tmp_path / "a.xlsx", petak), peran) == {"7.01.03": harap}


DUA: Petak = [["Kode", "Realisasi TW I (Rp)", "Realisasi TW II"], ["7.01.03", 5, 6]]


def test_usul_kolom_menyebut_yang_berisi_rupiah(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r'Beberapa kolom.*Rp11.*Rp6.*--kolom realisasi="Realisasi TW II"'):
        read_anggaran(write_csv(tmp_path / "a.csv", DUA), "realisasi")


def test_kolom_persen_tidak_diusulkan_dan_ditolak_bila_disebut(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Kode", "Realisasi (%)", "Serapan Keuangan"], ["7.01.03", 50, 5]])

    with pytest.raises(DataError, match=r'--kolom realisasi="(?!Realisasi)'):
        read_anggaran(path, "realisasi")
    with pytest.raises(DataError, match=r"'Realisasi \(%\)' berisi persen, bukan rupiah"):
        read_anggaran(path, "realisasi", kolom={"realisasi": "realisasi (%)"})


def test_judul_yang_disebut_tepat_didahulukan_dan_yang_mendua_ditolak(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [["Kode", "Angka-Final", "Angka Final"], ["7.01.03", 5, 6]])

    assert read_kode(path, kolom={"pagu": "Angka Final"}) == {"7.01.03": Decimal(6)}
    with pytest.raises(DataError, match=r"'angka_final' bisa .* \(kolom B\), 'Angka Final' \(kolom C\)"):
        read_anggaran(path, "dpa", kolom={"pagu": "angka_final"})


BERPOTONG = ["7.01.03", "7.01.03.2.02", "7.01.03.2.02.0001"]
POTONGAN: dict[str, Petak] = {
    "lima kolom di bawah kode": [
        ["Kode", None, None, None, None, "Uraian", "Jumlah (Rp)"],
        ["Urusan", "Bidang Urusan", "Program", "Kegiatan", "Sub Kegiatan", None, None],
        ["7", "01", "03", None, None, "P", 5],
        ["7", "01", "03", "2.02", None, "K", 5],
        ["7", "01", "03", "2.02", "0001", "S", 5],
        [None, None, None, None, None, "Jumlah", 5],
    ],
    "angka di sel": [
        ["Kode Urusan", "Kode Bidang Urusan", "Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan", "Uraian", "Pagu"],
        [1, 2, 3, 4, 5, 6, 7],
        [7, 1, 3, None, None, "P", 5],
        [7, 1, 3, 2.02, None, "K", 5],
        [7, 1, 3, 2.02, 1, "S", 5],
    ],
    "potongan di bawah induknya": [
        ["Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan", "Uraian", "Pagu"],
        ["7.01.03", None, None, "P", 5],
        [None, "2.02", None, "K", 5],
        [None, None, "0001", "S", 5],
    ],
    "potongan di samping induknya": [
        ["Kode Program", "Kode Kegiatan", "Kode Sub Kegiatan", "Uraian", "Pagu"],
        ["7.01.03", None, None, "P", 5],
        ["7.01.03", "2.02", None, "K", 5],
        ["7.01.03", "2.02", "0001", "S", 5],
    ],
    "kode utuh di setiap kolom": [
        ["kode_urusan", "nama_urusan", "kode_program", "kode_giat", "kode_sub_giat", "nama", "pagu"],
        ["7", "UNSUR", "7.01.03", None, None, "P", 5],
        ["7", "UNSUR", "7.01.03", "7.01.03.2.02", None, "K", 5],
        ["7", "UNSUR", "7.01.03", "7.01.03.2.02", "7.01.03.2.02.0001", "S", 5],
    ],
}


@pytest.mark.parametrize("nama", POTONGAN)
def test_potongan_kode_per_kolom_disambung(nama: str, tmp_path: Path) -> None:
    isi = read_anggaran(write_xlsx(tmp_path / "a.xlsx", POTONGAN[nama]), "dpa").isi

    assert [k.replace(".02.01", ".02.0001") for k in isi["kode"]] == BERPOTONG
    assert isi["nama"].to_list() == ["P", "K", "S"]


def test_kegiatan_sepuluh_yang_menjadi_angka_tidak_menjadi_kegiatan_satu(tmp_path: Path) -> None:
    petak = [["Kode Program", "Kode Kegiatan", "Pagu"], ["7.01.03", 2.1, 5], ["7.01.03", 2.01, 6]]

    assert list(read_kode(write_xlsx(tmp_path / "a.xlsx", petak))) == ["7.01.03.2.10", "7.01.03.2.01"]


def test_potongan_kode_tanpa_induk_ditolak(tmp_path: Path) -> None:
    petak = [["Kode Program", "Kode Kegiatan", "Pagu"], [None, "2.02", 5], ["7.01.03", "2.02", 5]]

    with pytest.raises(
        DataError, match=r"a\.xlsx, lembar Lembar1, baris 2: Potongan kode '2\.02' tidak jelas induknya"
    ):
        read_anggaran(write_xlsx(tmp_path / "a.xlsx", petak), "dpa")


SKPD = ("7.01.0.00.0.00.17.0000", "Kecamatan Medan Baru")
SUB = ("7.01.0.00.0.00.17.0001", "Kelurahan Babura")


@pytest.mark.parametrize("sub_dahulu", [True, False])
def test_skpd_mengalahkan_sub_skpd_di_kolom_mana_pun(sub_dahulu: bool, tmp_path: Path) -> None:
    skpd, sub = (["kode_skpd", "nama_skpd"], list(SKPD)), (["kode_sub_skpd", "nama_sub_skpd"], list(SUB))
    kiri, kanan = (sub, skpd) if sub_dahulu else (skpd, sub)
    petak = [[*kiri[0], *kanan[0], "kode_program", "pagu"], [*kiri[1], *kanan[1], "7.01.03", "5"]]
    tabel = read_anggaran(write_csv(tmp_path / "a.csv", petak), "dpa")

    assert tabel.isi["kecamatan"].to_list() == [SKPD[1]]
    assert tabel.nama_kecamatan == dict([SKPD])


def test_nama_kelurahan_di_samping_kode_skpd_bukan_kecamatan(tmp_path: Path) -> None:
    petak = [["nama_sub_skpd", "kode_skpd", "kode_program", "pagu"], [SUB[1], SKPD[0], "7.01.03", "5"]]

    assert read_anggaran(write_csv(tmp_path / "a.csv", petak), "dpa").isi["kecamatan"].to_list() == [SKPD[0]]
