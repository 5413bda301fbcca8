"""No column of money is passed over because a cell of it cannot be read, says that there is none, or is no figure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

import kinerja
from kinerja.anggaran.judul_ragu import read_semua_ciri
from kinerja.errors import DataError
from tests.berkas_anggaran import write_csv, write_xlsx

SEMULA = ["5.000.000", "7.000.000", "9.000.000"]
MENJADI = ["2.500.000", "3.500.000", "4.500.000"]
TANDA_TANGAN = ["Besuki, 5 Januari 2026", "CAMAT BESUKI", "NAMA", "Pembina", "NIP. 19700101 199003 1 001"]


def make(judul: tuple[str, str], satu: list[Any], dua: list[Any], bawah: list[str]) -> list[list[Any]]:
    isi = [[f"7.01.0{n}", f"Program {n}", a, b] for n, (a, b) in enumerate(zip(satu, dua, strict=True), start=1)]
    return [["Kode", "Uraian", *judul], *isi, *(["", "", "", teks] for teks in bawah)]


def read_sumber(folder: Path, petak: list[list[Any]], bentuk: str = "csv") -> tuple[str, list[str]]:
    """Title of the DPA's column that counts, and the findings; the agreement has the first column of amounts."""
    pk = write_csv(folder / "pk.csv", [["Kode", "Uraian", "Pagu"], *(b[:3] for b in petak[1:4])])
    dpa = (write_csv if bentuk == "csv" else write_xlsx)(folder / f"dpa.{bentuk}", petak)
    hasil = kinerja.reconcile(pk, dpa)
    return ", ".join(j for m, j in hasil.sumber["dpa"].bagian[0].pemetaan if m == "pagu"), [
        f"{t.kode} {t.pesan}" for t in hasil.temuan
    ]


@pytest.mark.parametrize(
    "sel", ["3,500,000", "4.5.0", "2.500.000,125", "1.50", "2500.000", "3.500.000*", "+3.500.000", "Rp3,5 juta"]
)
@pytest.mark.parametrize(
    "judul",
    [("Semula", "Menjadi"), ("Belanja Operasi", "Belanja Modal"), ("Anggaran 2023", "Anggaran 2024"), ("PAK", "DPPA")],
)
def test_satu_sel_yang_tidak_terbaca_ditolak_bukan_kolomnya_ditinggalkan(
    tmp_path: Path, sel: str, judul: tuple[str, str]
) -> None:
    with pytest.raises(DataError, match=r"dpa\.csv.*(kolom uang: |baris 3: )|Beberapa kolom sama artinya"):
        read_sumber(tmp_path, make(judul, [*SEMULA], ["2.500.000", sel, "4.500.000"], []))


@pytest.mark.parametrize("sel", [2_500_000.335, 5_000_000 / 3, 1e17, "2.500"])
def test_angka_yang_bukan_rupiah_ditolak_bukan_kolomnya_ditinggalkan(tmp_path: Path, sel: object) -> None:
    petak = make(("Semula", "Menjadi"), [5_000_000, 7_000_000, 9_000_000], [sel, 3_500_000, 4_500_000], [])

    with pytest.raises(DataError, match=r"kolom Menjadi, baris 2: "):
        read_sumber(tmp_path, petak, "xlsx")


@pytest.mark.parametrize("sel", ["2.500.000*", "+2.500.000", "Rp2,5 juta", "2'500'000", "Rp. 2.500.000,- (dua juta)"])
@pytest.mark.parametrize("banyak", [2, 3])
def test_angka_bertanda_di_sebagian_besar_kolom_ditolak(tmp_path: Path, sel: str, banyak: int) -> None:
    petak = make(("Semula", "Menjadi"), [*SEMULA], [sel] * banyak + ["4.500.000"] * (3 - banyak), [])

    with pytest.raises(DataError, match=r"kolom Menjadi, baris 2: .* tidak terbaca sebagai angka"):
        read_sumber(tmp_path, petak)


@pytest.mark.parametrize(
    "strip", ["Rp-   ", "Rp -", "Rp. -", "Rp –", "IDR -", "—", "\u2212", "--", "- ", "\u00a0-\u00a0"]
)
def test_strip_di_sebagian_besar_kolom_berarti_tidak_ada_bukan_kolom_kata(tmp_path: Path, strip: str) -> None:
    petak = make(("Belanja Operasi", "Belanja Modal"), [*SEMULA], [strip, strip, "2.500.000"], [])
    _, temuan = read_sumber(tmp_path, petak)

    assert "RK03 Program 3: perjanjian Rp9.000.000, DPA Rp11.500.000, selisih -Rp2.500.000." in temuan
    dipakai, _ = read_sumber(tmp_path, make(("Pagu", "Pagu Setelah Efisiensi 50%"), [*SEMULA], [strip, strip, 9e6], []))
    assert "Pagu Setelah Efisiensi 50%" == dipakai


@pytest.mark.parametrize("judul", [("Semula", "Menjadi"), ("Pagu Awal", "Pagu Setelah Efisiensi 50%")])
@pytest.mark.parametrize("lagi", [0, 20])
def test_tanda_tangan_di_bawah_jumlah_tidak_menghilangkan_kolomnya(
    tmp_path: Path, judul: tuple[str, str], lagi: int
) -> None:
    petak = make(judul, [*SEMULA], [*MENJADI], ["10.500.000", *TANDA_TANGAN, *["catatan"] * lagi])
    petak[4][1:3] = ["JUMLAH", "21.000.000"]
    dipakai, temuan = read_sumber(tmp_path, petak)

    assert judul[1] == dipakai
    assert any(t.startswith("RK17") and f"tidak dipakai '{judul[0]}' Rp21.000.000" in t for t in temuan)


@pytest.mark.parametrize(
    "judul",
    ["Setelah Efisiensi 50%", "Rp (Setelah Efisiensi 50%)", "Pagu Setelah Bertambah/(Berkurang)", "Rp Setelah PPN"],
)
def test_yang_sesudah_dipakai_dan_yang_sebelum_disebut(tmp_path: Path, judul: str) -> None:
    dipakai, temuan = read_sumber(tmp_path, make(("Pagu", judul), [*SEMULA], [*MENJADI], []))

    assert judul == dipakai
    assert any("tidak dipakai 'Pagu' Rp21.000.000" in t for t in temuan)


def test_kolom_ragu_yang_baru_terisi_di_bawah_tidak_terlewat(tmp_path: Path) -> None:
    """A sample of the first rows would not see it."""
    kosong = [[f"7.01.02.2.01.{n:04}", "A", "1.000.000", ""] for n in range(1, 260)]
    isi = [["7.01.02.2.02.0001", "B", "1.000.000", "9.000.000"]]
    for judul, disebut in (("Pagu Setelah Efisiensi 50%", "dipakai '{}'"), ("Hasil Asistensi", "tidak dipakai '{}'")):
        petak = [["Kode", "Uraian", "Pagu", judul], *kosong, *isi]
        _, temuan = read_sumber(tmp_path, petak)
        assert any(disebut.format(judul) in t for t in temuan), temuan


@pytest.mark.parametrize("sel", [10**400, float("nan"), float("inf")])
def test_angka_yang_melampaui_batas_tidak_mengganggu(sel: object) -> None:
    petak: list[list[Any]] = [["Kode", "Pagu", "Pagu (%)"], ["7.01.01", 5_000_000, sel], ["7.01.02", 5_000_000, 20]]
    assert [1] == list(read_semua_ciri(petak, 1, {0: ("Kode",), 1: ("Pagu",), 2: ("Pagu (%)",)}))


@pytest.mark.parametrize(
    "isi", [["########"] * 3, ["1,5E+07"] * 3, ["lima juta rupiah"] * 3, ["Rp. dua", "2,5 juta", "2M"], ["#REF!"] * 3]
)
def test_kolom_yang_seluruhnya_gagal_ditulis_ditolak(tmp_path: Path, isi: list[Any]) -> None:
    """As Excel writes a column that is too narrow into a text file."""
    with pytest.raises(DataError, match=r"baris 2: .*(tidak terbaca|#REF!)"):
        read_sumber(tmp_path, make(("Semula", "Menjadi"), [*SEMULA], isi, []))


def test_kolom_kata_berjudul_anggaran_disebut(tmp_path: Path) -> None:
    dipakai, temuan = read_sumber(tmp_path, make(("Semula", "Menjadi"), [*SEMULA], ["tetap", "tetap", "dihapus"], []))

    assert "Semula" == dipakai
    assert any("tidak dipakai 'Menjadi' (isinya bukan angka)" in t for t in temuan)


def test_rumus_yang_belum_dihitung_di_seluruh_kolom_ditolak(tmp_path: Path) -> None:
    buku = Workbook()
    assert buku.active is not None
    for baris in make(("Semula", "Menjadi"), [5e6, 7e6, 9e6], ["=D2*1", "=D3*1", "=1/0"], []):
        buku.active.append(baris)
    buku.save(tmp_path / "dpa.xlsx")
    pk = write_csv(tmp_path / "pk.csv", [["Kode", "Pagu"], ["7.01.01", 5e6], ["7.01.02", 7e6], ["7.01.03", 9e6]])

    with pytest.raises(DataError, match=r"dpa\.xlsx.*[D]2"):
        kinerja.reconcile(pk, tmp_path / "dpa.xlsx")


@pytest.mark.parametrize(
    ("judul", "isi"),
    [
        ("Tanggal DPA", ["05/01/2026", "06/01/2026", "07/01/2026"]),
        ("Realisasi Tgl", ["05.01.2026", "06.01.2026", "07.01.2026"]),
        ("Rekening Belanja", ["5.1.02.01.01.0024", "5.1.02.01.01.0025", "5.1.02.01.01.0026"]),
        ("Kuasa Pengguna Anggaran", ["197001011990031001"] * 3),
        ("Jumlah Peserta", ["1.250 orang", "2.000 orang", "30 orang"]),
        ("Renja", ["2025/2026"] * 3),
        ("Target Akhir Renstra", [35_000, 12_000, 9_000]),
        ("Capaian Kinerja Akhir Tahun 2025", [35_000, 12_000, 9_000]),
    ],
)
def test_tanggal_kode_dan_banyaknya_tidak_ditanyakan_sebagai_uang(tmp_path: Path, judul: str, isi: list[Any]) -> None:
    dipakai, _ = read_sumber(tmp_path, make(("Pagu", judul), ["25.000.000", "18.000.000", "9.000.000"], isi, []))

    assert "Pagu" == dipakai


def test_pajak_setelah_perubahan_bukan_pilihan(tmp_path: Path) -> None:
    petak = make(("PPN Setelah Perubahan", "Jumlah Setelah Perubahan"), ["1.250.000"] * 3, [*MENJADI], [])

    assert "Jumlah Setelah Perubahan" == read_sumber(tmp_path, petak)[0]


def test_bagian_yang_hanya_dapat_berarti_ribuan_tidak_menghalangi_jumlahnya(tmp_path: Path) -> None:
    petak = [
        ["Kode", "Uraian", "Belanja Operasi", "Belanja Modal", "Jumlah"],
        ["7.01.01", "A", "4.250.000", "750.000", "5.000.000"],
        ["7.01.02", "B", "7.000.000", "-", "7.000.000"],
        ["7.01.03", "C", "9.000.000", "-", "9.000.000"],
    ]
    dipakai, _ = read_sumber(tmp_path, petak)

    assert "Jumlah" == dipakai


@pytest.mark.parametrize("sel", ["2.500.000*", "+2'500'000"])
def test_angka_bertanda_di_kolom_berjudul_ragu_ditolak(tmp_path: Path, sel: str) -> None:
    petak = make(("Pagu", "Pagu Setelah Efisiensi 50%"), [*SEMULA], [sel, sel, "4.500.000"], [])

    with pytest.raises(DataError, match=r"kolom Pagu Setelah Efisiensi 50%, baris 2: "):
        read_sumber(tmp_path, petak)


def test_keterangan_dengan_satu_angka_tidak_disebut(tmp_path: Path) -> None:
    petak = [[*b, k] for b, k in zip(make(("Semula", "Menjadi"), [*SEMULA], [*MENJADI], []), KETERANGAN, strict=True)]

    assert not any("Keterangan" in t for t in read_sumber(tmp_path, petak)[1])


KETERANGAN = ["Keterangan", "2.500.000", "lihat catatan", "selesai"]
