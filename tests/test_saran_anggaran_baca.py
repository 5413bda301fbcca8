"""Advice on budget files and their tables, followed: another file, other rows, other cells."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.terbit.keluaran import write_workbook
from tests.alat.jalan_rekon import DUA, HARAP, JUDUL, Petak, Rekon
from tests.alat.saran import follow
from tests.contoh import make_medan
from tests.formulir_isi import fill, make_form, perjanjian
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

KUTIP = "Simpan ulang dengan pemisah titik koma, atau apit jumlahnya dengan tanda kutip."
PISAHKAN = "Pisahkan kedua tabel ke dua berkas atau dua lembar."
SKPD = "Tulis 'SKPD : nama kecamatan' di atas judul itu, atau hapus baris di antaranya."
ISI_DAHULU = "Isi dahulu, atau pakai berkas lain."
TERBITAN = "Pakai berkas yang diterbitkan, tanpa mengubah lembar dan namanya."
FORMAT_ANGKA = "Ubah format sel menjadi Angka, lalu ketik lagi."
POTONGAN = "Isi kode program di baris itu atau di atasnya."
BULAN = "Sisakan baris bulan terakhir."
SATU_SUB = "Pakai ekspor dengan satu baris per sub-kegiatan, atau yang memuat kolom nilai rinciannya."


@pytest.fixture
def rekon(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Rekon:
    return Rekon(folder_kerja, capsys)


@follow(KUTIP)
@pytest.mark.parametrize("betul", ['7.01.01,Penunjang,"1,500,000"\n', ""])
def test_jumlah_diapit_atau_pemisahnya_titik_koma(betul: str, rekon: Rekon) -> None:
    path = rekon.folder / "dpa.csv"
    path.write_text("kode,nama,pagu\n7.01.01,Penunjang,1,500,000\n")
    rekon.refuse(KUTIP)
    path.write_text(f"kode,nama,pagu\n{betul}" if betul else "kode;nama;pagu\n7.01.01;Penunjang;1,500,000\n")
    assert rekon.read() == {"7.01.01": Decimal(1_500_000)}


@follow("Isi dengan .xlsx, .xls, .ods, atau .csv.", "Sebutkan folder sumbernya.", "Sebutkan berkas sumbernya.")
def test_sumbernya_disebutkan_bukan_hasil_sebelumnya(rekon: Rekon) -> None:
    (rekon.folder / "sumber").mkdir()
    rekon.refuse("Isi dengan .xlsx, .xls, .ods, atau .csv.", dpa="sumber")
    rekon.put("sumber/dpa.csv", [JUDUL, *DUA])
    assert rekon.read("--keluar", "rekonsiliasi.xlsx", dpa="sumber") == HARAP
    rekon.refuse("Sebutkan berkas sumbernya.", "--keluar", "baru.xlsx", dpa="rekonsiliasi.xlsx")
    (rekon.folder / "hasil").mkdir()
    (rekon.folder / "rekonsiliasi.xlsx").rename(rekon.folder / "hasil" / "rekonsiliasi.xlsx")
    rekon.refuse("Sebutkan folder sumbernya.", dpa="hasil")
    assert [rekon.read(dpa=satu) for satu in ("sumber", "sumber/dpa.csv")] == [HARAP, HARAP]


@follow("Sisakan satu tahun anggaran.")
def test_satu_tahun_yang_tinggal(rekon: Rekon) -> None:
    judul, tahun = ("tahun", *JUDUL), [(2023, "7.01.01", "Penunjang", 7), *((2024, *satu) for satu in DUA)]
    rekon.put("dpa.csv", [judul, *tahun])
    rekon.refuse("Sisakan satu tahun anggaran.")
    rekon.put("dpa.csv", [judul, *tahun[1:]])
    assert rekon.read() == HARAP


@follow(PISAHKAN)
@pytest.mark.parametrize(
    "salah",
    [
        [("No", *JUDUL), (1, *DUA[0]), ("SKPD : Medan Kota",), JUDUL, DUA[1]],
        [JUDUL, DUA[0], ("SKPD : Medan Kota",), ("Kecamatan", *JUDUL), ("Medan Kota", *DUA[1])],
    ],
    ids=["susunannya lain", "yang kedua lebih lengkap"],
)
def test_dua_tabel_dipisahkan_ke_dua_berkas_atau_dua_lembar(salah: Petak, rekon: Rekon) -> None:
    rekon.put("dpa.xlsx", salah)
    rekon.refuse(PISAHKAN, dpa="dpa.xlsx")
    dua = {"Satu": [JUDUL, DUA[0]], "Dua": [JUDUL, DUA[1]]}
    for nama, isi in dua.items():
        rekon.put(f"dua/{nama}.xlsx", isi)
    assert rekon.read(dpa="dua") == HARAP
    rekon.put("dpa.xlsx", dua)
    assert rekon.read("--lembar", "dpa=Satu", "--lembar", "dpa=Dua", dpa="dpa.xlsx") == HARAP


@follow(SKPD)
def test_skpd_tabel_kedua_ditulis_atau_barisnya_dihapus(rekon: Rekon) -> None:
    def write(*antara: Sequence[Any]) -> None:
        rekon.put("dpa.xlsx", [("SKPD : Medan Baru",), JUDUL, DUA[0], *antara, JUDUL, DUA[1]])

    rekon.put("pk.csv", [("kecamatan", *JUDUL), ("Medan Baru", *DUA[0]), ("Medan Kota", *DUA[1])])
    write(("Tabel 2",))
    rekon.refuse(SKPD, dpa="dpa.xlsx")
    write(("SKPD : Medan Kota",))
    isi = rekon.answer(dpa="dpa.xlsx")["baris"]
    assert {(satu["kecamatan"], satu["kode"]) for satu in isi if satu["dpa"]} == {
        ("MEDAN BARU", "7.01.01"),
        ("MEDAN KOTA", "7.01.04"),
    }
    rekon.put("pk.csv", [JUDUL, *DUA])
    write()
    assert rekon.read(dpa="dpa.xlsx") == HARAP


def write_buku(path: Path, isi: dict[str, Any] | None = None) -> None:
    write_workbook(build_perjanjian(Bahan(make_medan(), isi or {}, responden=10)), path)


ENAM_DPA = {"isian_anggaran_dpa": tuple((1000 * n,) for n in range(1, 7))}
HARAP_ENAM = {f"7.01.0{n}": Decimal(1000 * n) for n in range(1, 7)}


@follow(ISI_DAHULU)
@pytest.mark.parametrize("sumber", ["buku/buku.xlsx", "buku"])
def test_buku_kerja_diisi_dahulu_atau_dipakai_berkas_lain(sumber: str, rekon: Rekon) -> None:
    path = rekon.folder / "buku" / "buku.xlsx"
    path.parent.mkdir()
    write_buku(path)
    rekon.refuse(ISI_DAHULU, dpa=sumber)
    rekon.put("lain.csv", [JUDUL, *DUA])
    assert rekon.read(dpa="lain.csv") == HARAP
    path.unlink()
    write_buku(path, ENAM_DPA)
    assert rekon.read(dpa=sumber) == HARAP_ENAM


@follow(ISI_DAHULU, "Pakai berkas lain untuk sumber itu.", TERBITAN)
def test_buku_kerja_dari_formulir_diisi_atau_dipakai_berkas_lain(rekon: Rekon) -> None:
    form = make_form({"A1": "{{kecamatan.nama}}", "A3": "{{program.nama}}", "B3": "{{isian_program_dpa}}"})
    kosong, isi = fill(form), {"isian_program_dpa": tuple((1000 * n,) for n in range(1, 7))}
    path = rekon.folder / "buku.xlsx"
    path.write_bytes(kosong.isi)
    rekon.refuse(ISI_DAHULU, dpa="buku.xlsx")
    terisi = fill(form, isi=isi).isi
    path.write_bytes(terisi)
    rekon.refuse("Pakai berkas lain untuk sumber itu.", "--realisasi", "buku.xlsx", dpa="buku.xlsx")
    assert [p.kode for p in perjanjian().program] == [*HARAP_ENAM]
    buku = openpyxl.load_workbook(io.BytesIO(terisi))
    del buku.defined_names["identitas_kode"]
    buku.save(path)
    rekon.refuse(TERBITAN, dpa="buku.xlsx")
    path.write_bytes(terisi)
    rekon.put("lra.csv", [("kode", "nama", "realisasi"), *DUA])
    assert rekon.read("--realisasi", "lra.csv", dpa="buku.xlsx") == HARAP_ENAM
    assert rekon.read("--realisasi", "lra.csv", dpa="buku.xlsx", sisi="realisasi") == HARAP


@follow(TERBITAN)
def test_buku_kerja_yang_diterbitkan_dipakai(rekon: Rekon) -> None:
    path = rekon.folder / "buku.xlsx"
    write_buku(path, ENAM_DPA)
    asli = path.read_bytes()
    buku = openpyxl.load_workbook(path)
    del buku.defined_names["identitas_tahun"]
    buku.save(path)
    rekon.refuse(TERBITAN, dpa="buku.xlsx")
    path.write_bytes(asli)
    assert rekon.read(dpa="buku.xlsx") == HARAP_ENAM


@follow("Sisakan yang berlaku, atau sebutkan satu berkas.")
def test_satu_dari_dua_buku_kerja_yang_sama_dipakai(rekon: Rekon) -> None:
    for nama, kali in (("a", 1), ("b", 7)):
        (rekon.folder / "buku").mkdir(exist_ok=True)
        isi = {"isian_anggaran_dpa": tuple((kali * 1000 * n,) for n in range(1, 7))}
        write_buku(rekon.folder / "buku" / f"{nama}.xlsx", isi)
    rekon.refuse("Sisakan yang berlaku, atau sebutkan satu berkas.", dpa="buku")
    assert rekon.read(dpa="buku/a.xlsx") == HARAP_ENAM
    (rekon.folder / "buku" / "b.xlsx").unlink()
    assert rekon.read(dpa="buku") == HARAP_ENAM


SATU_TAHUN = "Salin buku kerja satu tahun ke folder lain, lalu sebutkan folder itu."


@follow(SATU_TAHUN)
def test_buku_kerja_satu_tahun_disalin_ke_folder_lain(rekon: Rekon) -> None:
    lain, tahun = rekon.folder / "buku" / "2030.xlsx", rekon.folder / "satu-tahun"
    lain.parent.mkdir()
    write_buku(lain, {"isian_anggaran_dpa": tuple((7000 * n,) for n in range(1, 7))})
    buku = openpyxl.load_workbook(lain)
    lembar, sel = next(buku.defined_names["identitas_tahun"].destinations)
    buku[lembar][sel].value = 2030
    buku.save(lain)
    write_buku(rekon.folder / "buku" / "asli.xlsx", ENAM_DPA)
    rekon.refuse(SATU_TAHUN, dpa="buku")
    tahun.mkdir()
    (rekon.folder / "buku" / "asli.xlsx").rename(tahun / "asli.xlsx")
    assert rekon.read(dpa="satu-tahun") == HARAP_ENAM


SAMPAI = ("bulan", "kode", "nama", "pagu s.d. bulan ini")


@follow("Periksa kolom dan lembarnya.", FORMAT_ANGKA, "Sisakan baris yang berlaku.", POTONGAN, BULAN)
@pytest.mark.parametrize(
    ("salah", "saran", "betul"),
    [
        ([JUDUL, ("7.01.01", "Penunjang", None)], "Periksa kolom dan lembarnya.", [JUDUL, *DUA]),
        ([JUDUL, (*DUA[0][:2], date(1904, 2, 8)), DUA[1]], FORMAT_ANGKA, [JUDUL, *DUA]),
        (
            [("tahapan", *JUDUL), *(("Murni", *satu) for satu in DUA), *(("Perubahan", *satu) for satu in DUA)],
            "Sisakan baris yang berlaku.",
            [("tahapan", *JUDUL), *(("Perubahan", *satu) for satu in DUA)],
        ),
        (
            [("kode program", "kode kegiatan", "nama", "pagu"), (None, "2.02", "Kegiatan", 1500)],
            POTONGAN,
            [
                ("kode program", "kode kegiatan", "nama", "pagu"),
                ("7.01.01", "2.02", "Kegiatan", 1500),
                ("7.01.04", None, "Program", 250),
            ],
        ),
        (
            [SAMPAI, *((b, *s) for b in ("Januari", "Februari") for s in DUA)],
            BULAN,
            [SAMPAI, *(("Februari", *s) for s in DUA)],
        ),
    ],
)  # fmt: skip
def test_isi_tabel_dibetulkan_menurut_sarannya(salah: Petak, saran: str, betul: Petak, rekon: Rekon) -> None:
    rekon.put("dpa.xlsx", salah)
    rekon.refuse(saran, dpa="dpa.xlsx")
    rekon.put("dpa.xlsx", betul)
    assert rekon.read(dpa="dpa.xlsx") == HARAP


@follow("Bulatkan ke rupiah.", "Periksa angkanya.")
@pytest.mark.parametrize(("salah", "saran"), [(1500.125, "Bulatkan ke rupiah."), (15 * 10**16, "Periksa angkanya.")])
def test_jumlah_dibulatkan_atau_diperiksa(salah: float, saran: str, rekon: Rekon) -> None:
    rekon.put("dpa.xlsx", [JUDUL, (*DUA[0][:2], salah), DUA[1]])
    rekon.refuse(saran, dpa="dpa.xlsx")
    rekon.put("dpa.xlsx", [JUDUL, (*DUA[0][:2], 1500), DUA[1]])
    assert rekon.read(dpa="dpa.xlsx") == HARAP


@follow(SATU_SUB)
def test_ekspor_dengan_satu_baris_per_sub_atau_dengan_nilai_rincian(rekon: Rekon) -> None:
    judul = ("kode sub kegiatan", "nama sub kegiatan", "kode rekening", "pagu")
    sub = "7.01.01.2.01.0001"
    akun = [(sub, "Sub", f"5.1.02.01.01.000{n}", 1500) for n in (1, 2)]
    rekon.put("dpa.csv", [judul, *akun])
    rekon.refuse(SATU_SUB)
    rekon.put("dpa.csv", [judul, akun[0]])
    assert rekon.read() == {"7.01.01": Decimal(1500)}
    rekon.put("dpa.csv", [(*judul, "rincian"), (*akun[0], 1000), (*akun[1], 500)])
    assert rekon.read() == {"7.01.01": Decimal(1500)}
    rekon.put("dpa.csv", [(*judul, "nilai rincian"), (*akun[0], 1000), (*akun[1], 500)])
    galat = rekon.refuse("Sebutkan yang dipakai, contoh: {}.")
    for satu in re.findall(r'--kolom (\S+="[^"]*")', galat):
        assert rekon.read("--kolom", satu.replace('"', "")) == {"7.01.01": Decimal(1500)}
