"""Advice on columns and sheets of budget files, followed with the very options that the message offers."""

from __future__ import annotations

import re
import shlex
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.anggaran.banding import perbandingan
from tests.alat.jalan_rekon import DUA, HARAP, JUDUL, Petak, Rekon
from tests.alat.saran import follow

LEMBAR = 'Sebutkan yang dipakai, contoh: --lembar {}="{}".'
PER_SUMBER = 'Sebutkan lembarnya per sumber, contoh: --lembar perjanjian="{}" --lembar dpa="…".'
PILIHAN = "Sebutkan yang dipakai, contoh: {}."
HURUF = 'Sebutkan hurufnya, contoh: --kolom {}="kolom {}".'
RUPIAH = "Sebutkan kolom yang berisi rupiah."
SATU = "Sebutkan yang dipakai, contoh: --kolom {}={}."
BERANGKA = "Sebutkan kolomnya dengan --kolom {}=JUDUL; yang berisi angka: {}."
CONTOH = 'Sebutkan kolomnya, contoh: --kolom {}="{}".'
SATU_TAHUN = "Pakai tabel dari satu tahun, atau sebutkan kolomnya dengan --kolom."
EJAAN_KOLOM = "Periksa ejaan judul kolomnya; yang terbaca sebagai {}: {}."
EJAAN_LEMBAR = "Periksa ejaannya; yang berisi tabel: {}."
TANPA_LEMBAR = "Hapus --lembar: sumbernya tidak berlembar."
KOLOM_KODE = "Periksa kolom kodenya; kolom lain disebut dengan --kolom kode=JUDUL."
TAMBAH = (
    "Tulis 'SKPD : nama kecamatan' di atas judul tabelnya, tambahkan kolom kode_kecamatan, atau sebutkan kolomnya: "
    '--kolom kecamatan="…".'
)
LAIN = [(kode, nama, 2 * pagu) for kode, nama, pagu in DUA]
HARAP_LAIN = {kode: 2 * pagu for kode, pagu in HARAP.items()}


@pytest.fixture
def rekon(folder_kerja: Path, capsys: pytest.CaptureFixture[str]) -> Rekon:
    return Rekon(folder_kerja, capsys)


def read_opsi(galat: str) -> list[list[str]]:
    """The options that a message offers, each as a shell hands it over."""
    return [shlex.split(satu) for satu in re.findall(r'--(?:kolom|lembar) \S+?="[^"…]*"', galat)]


@follow(LEMBAR)
def test_lembar_yang_ditawarkan_disebutkan(rekon: Rekon) -> None:
    rekon.put("dpa.xlsx", {"Murni": [JUDUL, *LAIN], "DPA 2024": [JUDUL, *DUA]})
    (opsi,) = read_opsi(rekon.refuse(LEMBAR, dpa="dpa.xlsx"))
    assert opsi == ["--lembar", "dpa=DPA 2024"]
    assert rekon.read(*opsi, dpa="dpa.xlsx") == HARAP
    assert rekon.read("--lembar", "dpa=Murni", dpa="dpa.xlsx") == HARAP_LAIN


@follow(PER_SUMBER, EJAAN_LEMBAR, TANPA_LEMBAR)
def test_lembar_disebutkan_per_sumber_dan_menurut_ejaannya(rekon: Rekon) -> None:
    rekon.put("buku.xlsx", {"Perjanjian": [JUDUL, *DUA], "DPA": [JUDUL, *LAIN]})
    dua = {"pk": "buku.xlsx", "dpa": "buku.xlsx"}
    (opsi,) = read_opsi(rekon.refuse(PER_SUMBER, "--lembar", "Perjanjian", **dua))
    assert rekon.read(*opsi, "--lembar", "dpa=DPA", **dua) == HARAP_LAIN
    rekon.put("satu.xlsx", [JUDUL, *DUA], "DPA 2024")
    galat = rekon.refuse(EJAAN_LEMBAR, "--lembar", "dpa=DPA 2023", dpa="satu.xlsx")
    (ada,) = re.findall(r"berisi tabel: (.+)\.", galat)
    assert rekon.read("--lembar", f"dpa={ada}", dpa="satu.xlsx") == HARAP
    rekon.put("dpa.csv", [JUDUL, *DUA])
    rekon.refuse(TANPA_LEMBAR, "--lembar", "DPA")
    assert rekon.read() == HARAP


SENDIRI = "Sebutkan berkas DPA-nya; kolom lain di berkas ini disebut dengan --kolom dpa.pagu=JUDUL."


@follow(SENDIRI)
def test_berkas_yang_sama_dua_kali_tidak_cocok_dengan_dirinya(rekon: Rekon) -> None:
    rekon.put(
        "dua.csv", [(*JUDUL[:2], "pagu", "dpa"), *((*satu, lain[2]) for satu, lain in zip(DUA, LAIN, strict=True))]
    )
    dua = {"pk": "dua.csv", "dpa": "dua.csv"}
    rekon.refuse(SENDIRI, "--kolom", "pagu=pagu", **dua)
    assert rekon.read("--kolom", "perjanjian.pagu=pagu", "--kolom", "dpa.pagu=dpa", **dua) == HARAP_LAIN
    rekon.put("dpa.csv", [JUDUL, *LAIN])
    assert rekon.read("--kolom", "pagu=pagu", pk="dua.csv") == HARAP_LAIN


@follow("Yang dikenal: {}.")
def test_arti_kolom_yang_dikenal_dipakai(rekon: Rekon) -> None:
    rekon.put("dpa.csv", [("kode", "nama", "uang"), *DUA])
    galat = rekon.refuse("Yang dikenal: {}.", "--kolom", "jumlah=uang")
    assert "pagu" in re.findall(r"Yang dikenal: (.+)\.", galat)[0].split(", ")
    assert rekon.read("--kolom", "dpa.pagu=uang") == HARAP


@follow(PILIHAN)
def test_setiap_bacaan_yang_ditawarkan_dapat_disebutkan(rekon: Rekon) -> None:
    rekon.put("dpa.csv", [(*JUDUL, "pagu indikatif"), *((*satu, 2 * satu[2]) for satu in DUA)])
    semua = read_opsi(rekon.refuse(PILIHAN))
    assert len(semua) >= 2
    assert [rekon.read(*opsi) for opsi in semua[:2]] == [HARAP, HARAP_LAIN]


@follow("Periksa kolom jumlahnya.")
@pytest.mark.parametrize(
    "salah",
    [
        [(*JUDUL, "pagu indikatif"), (*DUA[0][:2], "1,500.00", "3,000.00"), (*DUA[1][:2], "250,5", "500,5")],
        [JUDUL, *((f"7.01.{n:02}", "Program", 9 * 10**14) for n in range(1, 99)), ("7.02.01", "Program", 9 * 10**14),
         ("7.02.02", "Program", 9 * 10**14), ("7.02.03", "Program", 9 * 10**14)],
    ],
    ids=["keduanya tidak terbaca", "semuanya terlalu besar"],
)  # fmt: skip
def test_kolom_jumlah_diperiksa_dan_dibetulkan(salah: Petak, rekon: Rekon) -> None:
    rekon.put("dpa.xlsx", salah)
    rekon.refuse("Periksa kolom jumlahnya.", dpa="dpa.xlsx")
    rekon.put("dpa.xlsx", [JUDUL, *DUA])
    assert rekon.read(dpa="dpa.xlsx") == HARAP


@follow(HURUF, RUPIAH, "Sebutkan sekali saja.")
def test_kolom_disebut_dengan_hurufnya_sekali_dan_yang_berisi_rupiah(rekon: Rekon) -> None:
    judul = ("kode", "nama", "jumlah", "jumlah", "persentase")
    rekon.put("dpa.csv", [judul, *((kode, nama, pagu, 2 * pagu, 100) for kode, nama, pagu in DUA)])
    (opsi,) = read_opsi(rekon.refuse(HURUF, "--kolom", "dpa.pagu=jumlah"))
    assert opsi == ["--kolom", "dpa.pagu=kolom C"]
    assert rekon.read(*opsi) == HARAP
    assert rekon.read("--kolom", "dpa.pagu=kolom D") == HARAP_LAIN
    rekon.refuse(RUPIAH, "--kolom", "dpa.pagu=persentase")
    rekon.put("dpa.csv", [JUDUL, *DUA])
    rekon.refuse("Sebutkan sekali saja.", *opsi, "--kolom", "dpa.pagu=pagu")
    assert rekon.read(*opsi) == HARAP


@follow(SATU)
def test_satu_dari_dua_kolom_nama_disebutkan(rekon: Rekon) -> None:
    rekon.put("dpa.csv", [("kode", "kode", "nama", "pagu"), *(("7.02.01", *satu) for satu in DUA[:1]), ("", *DUA[1])])
    (opsi,) = read_opsi(rekon.refuse(SATU))
    assert opsi == ["--kolom", "kode=kolom A"]
    assert rekon.read("--kolom", "kode=kolom B") == HARAP


@follow(BERANGKA, CONTOH, "Periksa judul kolomnya.")
@pytest.mark.parametrize(
    ("judul", "saran"),
    [(("kode", "nama", "titipan", "cadangan"), BERANGKA), (("kode", "nama", "pago"), CONTOH)],
)
def test_kolom_yang_tidak_dikenal_judulnya_disebutkan(judul: tuple[str, ...], saran: str, rekon: Rekon) -> None:
    rekon.put("dpa.csv", [judul, *((*satu, 2 * satu[2])[: len(judul)] for satu in DUA)])
    galat = rekon.refuse(saran)
    if saran == BERANGKA:
        semua = [["--kolom", f"pagu={j}"] for j in re.findall(r"'([^']+)'", galat.partition("angka:")[2])]
        assert [rekon.read(*opsi) for opsi in semua] == [HARAP, HARAP_LAIN]
    else:
        (opsi,) = read_opsi(galat)
        assert rekon.read(*opsi) == HARAP


@follow("Periksa judul kolomnya.")
def test_judul_kolom_ditulis(rekon: Rekon) -> None:
    rekon.put("dpa.csv", [("Daftar", "hadir", "rapat"), ("a", "b", "c")])
    rekon.refuse("Periksa judul kolomnya.")
    rekon.put("dpa.csv", [JUDUL, *DUA])
    assert rekon.read() == HARAP


@follow(SATU_TAHUN)
def test_kolom_tahun_lain_disebutkan_atau_tabel_setahun_dipakai(rekon: Rekon) -> None:
    judul = ("kode", "nama", "pagu 2023")
    rekon.put("dpa.xlsx", [("DPA TAHUN ANGGARAN 2024",), judul, *DUA])
    rekon.refuse(SATU_TAHUN, dpa="dpa.xlsx")
    assert rekon.read("--kolom", "dpa.pagu=pagu 2023", dpa="dpa.xlsx") == HARAP
    rekon.put("dpa.xlsx", [("DPA TAHUN ANGGARAN 2024",), ("kode", "nama", "pagu 2024"), *DUA])
    assert rekon.read(dpa="dpa.xlsx") == HARAP


@follow(EJAAN_KOLOM)
def test_ejaan_judul_kolom_dibetulkan(rekon: Rekon) -> None:
    rekon.put("dpa.csv", [("kode", "nama", "Pagu (Rp)", "catatan"), *((*satu, "") for satu in DUA)])
    galat = rekon.refuse(EJAAN_KOLOM, "--kolom", "dpa.pagu=Pagu Rupiah")
    (ada,) = re.findall(r"terbaca sebagai pagu: '(.+)'\.", galat)
    assert rekon.read("--kolom", f"dpa.pagu={ada}") == HARAP


@follow(KOLOM_KODE)
def test_kolom_kode_lain_disebutkan(rekon: Rekon, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit of three codes stands for the one of 200.000: numbers of rows were read as codes."""
    monkeypatch.setattr(perbandingan, "MAKS_RAGAM_KODE", 3)
    baris = [(f"7.01.{n + 1:02}", DUA[n % 2][0], DUA[n % 2][1], 10) for n in range(4)]
    rekon.put("dpa.csv", [("kode", "penanda", "nama", "pagu"), *baris])
    rekon.refuse(KOLOM_KODE)
    assert rekon.read("--kolom", "dpa.kode=penanda") == {"7.01.01": Decimal(20), "7.01.04": Decimal(20)}


@follow("Isi kecamatannya.", TAMBAH)
def test_kecamatan_diisi_ditambahkan_atau_kolomnya_disebutkan(rekon: Rekon) -> None:
    kota = [("Medan Baru", *DUA[0]), ("Medan Kota", *DUA[1])]
    rekon.put("pk.csv", [("kecamatan", *JUDUL), *kota])
    rekon.put("dpa.csv", [("kecamatan", *JUDUL), kota[0], ("", *DUA[1]), kota[1]])
    rekon.refuse("Isi kecamatannya.")
    rekon.put("dpa.csv", [("kecamatan", *JUDUL), kota[0], kota[1]])
    assert rekon.read() == HARAP

    rekon.put("dpa.csv", [("tempat", *JUDUL), *kota])
    rekon.refuse(TAMBAH)
    assert rekon.read("--kolom", "dpa.kecamatan=tempat") == HARAP
    rekon.put("dpa.csv", [("SKPD : Kecamatan Medan Baru",), JUDUL, DUA[0]])
    assert rekon.read() == {"7.01.01": HARAP["7.01.01"]}
    kode = {"Medan Baru": "12.71.17", "Medan Kota": "12.71.05"}
    rekon.put("pk.csv", [("kode_kecamatan", *JUDUL), *((kode[k], *s) for k, *s in kota)])
    rekon.put("dpa.csv", [("kode_kecamatan", *JUDUL), *((kode[k], *s) for k, *s in kota)])
    assert rekon.read() == HARAP
    assert rekon.list_kode() == []
