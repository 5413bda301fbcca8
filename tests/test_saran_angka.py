"""Advice on numbers, targets and files, followed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from kinerja.angka import JenisAngka, read_angka, read_kolom_uang
from kinerja.bentuk_target import read_bentuk, read_realisasi
from kinerja.bilangan import round_half_up, to_decimal
from kinerja.errors import MasukanError
from kinerja.rumus.target import Target
from kinerja.tabel.pintu import list_berkas, read_bita
from tests.alat.saran import expect_saran, follow

SEPERTI = 'Tulis seperti "1.250.000" atau "66,50".'
RANCU = "Tulis {}."
PERBANDINGAN = 'Tulis realisasi sebagai perbandingan, misalnya "1:30", atau nilainya, misalnya 0,0333.'


@follow(SEPERTI)
@pytest.mark.parametrize("salah", ["satu juta", "1.250,000,5", "--5"])
def test_angka_ditulis_seperti_contohnya(salah: str) -> None:
    with expect_saran(SEPERTI):
        read_angka(salah, "bilangan")
    assert [read_angka("1.250.000", "uang"), read_angka("66,50", "nilai")] == [1_250_000, Decimal("66.50")]


@follow(RANCU)
@pytest.mark.parametrize(
    ("teks", "jenis", "arti"),
    [
        ("1.500", "uang", ["1500", "1.5"]),
        ("1.234", "uang", ["1234"]),  # rupiah have no third decimal
        ("1,234", "uang", ["1234"]),
        ("1.234", "bilangan", ["1234", "1.234"]),
        ("1,250", "bilangan", ["1.25", "1250"]),
        ("-1,234", "bilangan", ["-1.234", "-1234"]),
        ("12.345", "nilai", ["12345", "12.345"]),
        ("88.500", "nilai", ["88500", "88.5"]),
    ],
)
def test_angka_rancu_ditulis_menurut_salah_satu_tawarannya(teks: str, jenis: JenisAngka, arti: list[str]) -> None:
    with pytest.raises(MasukanError, match="bisa berarti") as galat:
        read_angka(teks, jenis)
    tawaran = galat.value.saran.removeprefix("Tulis ").removesuffix(".").split(" atau ")
    assert [read_angka(satu.strip('"'), jenis) for satu in tawaran] == [Decimal(satu) for satu in arti]
    if jenis == "uang":
        with expect_saran(RANCU):
            read_kolom_uang([teks])
        assert [read_kolom_uang([satu.strip('"')]) for satu in tawaran] == [(Decimal(satu),) for satu in arti]


@follow("Samakan penulisan angka di kolom itu.")
def test_kolom_uang_ditulis_dengan_satu_gaya() -> None:
    with expect_saran("Samakan penulisan angka di kolom itu."):
        read_kolom_uang(["4.510.000", "3151363319.00"])
    assert read_kolom_uang(["4.510.000", "3.151.363.319,00"]) == (Decimal(4_510_000), Decimal(3_151_363_319))


@follow("Isi dengan angka.")
def test_yang_bukan_angka_diisi_dengan_angka() -> None:
    for salah in (True, float("inf"), Decimal("NaN")):
        with expect_saran("Isi dengan angka."):
            to_decimal(salah)
    with expect_saran("Isi dengan angka."):
        to_decimal("66,5")  # type: ignore[arg-type]
    assert to_decimal(66.5) == Decimal("66.5")


@follow("Bulatkan dahulu.")
def test_pecahan_tanpa_akhir_dibulatkan() -> None:
    with expect_saran("Bulatkan dahulu."):
        to_decimal(Fraction(200, 3))
    assert to_decimal(round_half_up(Fraction(200, 3), 2)) == Decimal("66.67")


@follow("Periksa angkanya.")
def test_angka_yang_terlalu_panjang_diperiksa_dan_dibetulkan() -> None:
    with expect_saran("Periksa angkanya."):
        to_decimal(Decimal("6.65E+2000"))
    assert to_decimal(Decimal("6.65E+1")) == Decimal("66.5")


@follow("Tulis angkanya. Predikat tercapai atau belum; capaiannya ada di buku kerja.")
def test_target_predikat_ditulis_angkanya() -> None:
    with expect_saran("Tulis angkanya. Predikat tercapai atau belum; capaiannya ada di buku kerja."):
        read_bentuk("BB")
    assert read_bentuk("70,01") == Target.from_angka(Decimal("70.01"))


@follow("Tulis angka yang dicapai.", PERBANDINGAN)
def test_realisasi_ditulis_angkanya_atau_sebagai_perbandingan() -> None:
    rentang, rasio = read_bentuk("80–90"), read_bentuk("1:32")
    with expect_saran("Tulis angka yang dicapai."):
        read_realisasi(read_bentuk("80–90"), rentang)
    assert read_realisasi(read_bentuk("85"), rentang) == 85
    with expect_saran(PERBANDINGAN):
        read_realisasi(read_bentuk("30"), rasio)
    hasil = [read_realisasi(read_bentuk(teks), rasio) for teks in ("1:30", "0,0333")]
    assert hasil == [Fraction(1, 30), Fraction("0.0333")]


@follow("Tulis misalnya 1:32.", "Tulis yang kecil lebih dahulu, misalnya 80–90.", "Tulis 80–90, atau ≥ 80.")
@pytest.mark.parametrize(
    ("salah", "saran", "betul", "arti"),
    [
        ("2:32", "Tulis misalnya 1:32.", "1:32", Target(Decimal(32), Decimal(32), rasio=True)),
        ("90-80", "Tulis yang kecil lebih dahulu, misalnya 80–90.", "80–90", Target(Decimal(80), Decimal(90))),
        ("≥ 80-90", "Tulis 80–90, atau ≥ 80.", "80–90", Target(Decimal(80), Decimal(90))),
        ("≥ 80-90", "Tulis 80–90, atau ≥ 80.", "≥ 80", Target(Decimal(80), None)),
    ],
)
def test_target_ditulis_seperti_contohnya(salah: str, saran: str, betul: str, arti: Target) -> None:
    with expect_saran(saran):
        read_bentuk(salah)
    assert read_bentuk(betul) == arti


@follow("Periksa nama dan foldernya.", "Sebutkan berkasnya.", "Periksa berkas dan izinnya.")
def test_nama_folder_dan_izin_berkas_dibetulkan(tmp_path: Path) -> None:
    berkas = tmp_path / "data" / "dpa.csv"
    berkas.parent.mkdir()
    berkas.write_bytes(b"kode;pagu\n")
    with expect_saran("Periksa nama dan foldernya."):
        read_bita(tmp_path / "dpa.csv")
    with expect_saran("Sebutkan berkasnya."):
        read_bita(berkas.parent)
    with expect_saran("Periksa berkas dan izinnya."):
        read_bita(berkas / "dpa.csv")  # a file is named where a folder should be
    with expect_saran("Periksa berkas dan izinnya."):
        list_berkas(berkas)
    assert read_bita(berkas) == b"kode;pagu\n"
    assert list_berkas(berkas.parent) == [berkas]
