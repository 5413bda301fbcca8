"""What a village is called, by the register: each rule with the region beside it that has another word."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.errors import DataError
from kinerja.peraturan import KEYAKINAN
from kinerja.perjanjian.induk.nasional import list_nasional
from kinerja.wilayah import list_kabkota
from kinerja.wilayah.desa import MAKS_SEBUTAN, find_sebutan, list_kata, list_sebutan, split_sebutan

AKHIR_2025 = date(2025, 12, 31)
TERLALU_BANYAK = ["Desa A", "Nagari B", "Kalurahan C", "Kelurahan D"]
"""Whose words together are longer than the title of a prompt."""


@pytest.mark.parametrize(
    ("kode", "kata"),
    [
        ("12.71.17", "Kelurahan"),  # Kota Medan
        ("127117", "Kelurahan"),
        ("12.07.26", "Desa/Kelurahan"),  # Kabupaten Deli Serdang, around it
        ("12.77.01", "Desa/Kelurahan"),  # Kota Padangsidimpuan has desa
        ("35.79", "Desa/Kelurahan"),  # Kota Batu, and Kota Malang beside it
        ("35.73", "Kelurahan"),
        ("31.01.01", "Kelurahan"),  # Kepulauan Seribu, the one kabupaten without desa
        ("11.01.01", "Gampong"),
        ("11.71.01", "Gampong"),  # Banda Aceh: in Aceh a kota has them too
        ("11.04.01", "Kampung"),  # Aceh Tengah, Aceh Tamiang, Bener Meriah by their qanun
        ("11.16.01", "Kampung"),
        ("11.17.01", "Kampung"),
        ("11.18.01", "Gampong"),  # Pidie Jaya, the next code
        ("13.06.01", "Nagari"),
        ("13.71.01", "Kelurahan"),  # Kota Padang
        ("13.77.01", "Desa/Kelurahan"),  # Kota Pariaman
        ("13.09.01", "Desa"),  # Kepulauan Mentawai
        ("14.08.01", "Kampung/Kelurahan"),  # Siak, and Rokan Hilir beside it
        ("14.07.01", "Desa/Kelurahan"),
        ("18.06.01", "Pekon/Kelurahan"),  # Tanggamus, Pringsewu, Way Kanan; Lampung Selatan, Bandar Lampung
        ("18.10.01", "Pekon/Kelurahan"),
        ("18.08.01", "Kampung/Kelurahan"),
        ("18.01.04", "Desa/Kelurahan"),
        ("18.71.01", "Kelurahan"),
        ("34.04.01", "Kalurahan"),  # Sleman, and Kota Yogyakarta
        ("34.71.01", "Kelurahan"),
        ("91.03.01", "Kampung"),  # Kabupaten and Kota Jayapura
        ("91.71.01", "Kelurahan/Kampung"),
        ("96.71.01", "Kelurahan/Kampung"),
        ("82.72.01", "Desa/Kelurahan"),  # Tidore, the neighbour of Papua in the codes
    ],
)
def test_sebutan_desa_menurut_wilayah(kode: str, kata: str) -> None:
    assert find_sebutan(kode, pada=AKHIR_2025) == kata


def test_sebutan_kalurahan_sejak_2020() -> None:
    assert find_sebutan("34.04", pada=date(2019, 12, 31)) == "Desa/Kelurahan"
    assert find_sebutan("34.04", pada=date(2020, 12, 31)) == "Kalurahan"


def test_setiap_kecamatan_punya_sebutan_sejak_tahun_pertama() -> None:
    kata = {find_sebutan(k.kode, pada=date(2018, 12, 31)) for k in list_kabkota()}

    assert kata == {s.kata for s in list_sebutan()} - {"Kalurahan"}
    assert {pk.kecamatan.sebutan_desa for pk in list_nasional(2025)} == kata | {"Kalurahan"}


def test_kode_yang_tidak_terdaftar_ditolak() -> None:
    with pytest.raises(DataError, match=r"13\.99 tidak terdaftar"):
        find_sebutan("13.99.01", pada=AKHIR_2025)


def test_tabel_sebutan_bersumber_dan_kodenya_terdaftar() -> None:
    terdaftar = [k.kode for k in list_kabkota()]
    kunci = [(a, s.jenis, s.sejak) for s in list_sebutan() for a in s.awalan]

    assert len(set(kunci)) == len(kunci)
    for s in list_sebutan():
        assert all(any(k.startswith(a) for k in terdaftar) for a in s.awalan)
        assert (s.jenis in {"", "kota", "kabupaten"}, s.keyakinan in KEYAKINAN) == (True, True)
        assert all((s.peraturan, s.letak, s.dibaca_dari))
        assert len(s.kata) <= MAKS_SEBUTAN
        assert {*s.kata.split("/")} <= {*list_kata()}


@pytest.mark.parametrize(
    ("nama", "kata", "tanpa"),
    [
        (["Desa Sumber", "Kelurahan Patokan"], "Desa/Kelurahan", ("Sumber", "Patokan")),
        (["Kelurahan Patokan", "desa  Sumber"], "Desa/Kelurahan", ("Patokan", "Sumber")),
        (["Kel. Darat", "KEL.Babura"], "Kelurahan", ("Darat", "Babura")),
        (["Ds. Sumber", "Desa Patokan"], "Desa", ("Sumber", "Patokan")),
        (["Gp. Baro", "Gampong Drien"], "Gampong", ("Baro", "Drien")),
        (["Kelurahan Kampung Baru"], "Kelurahan", ("Kampung Baru",)),
        (["Aur", "Kampung Baru"], "", ("Aur", "Kampung Baru")),
        (["Desa Sumber", "Patokan"], "", ("Desa Sumber", "Patokan")),
        (["Kelapa Dua", "Kelayan"], "", ("Kelapa Dua", "Kelayan")),
        (["Desa", "Kelurahan"], "", ("Desa", "Kelurahan")),
        (TERLALU_BANYAK, "", tuple(TERLALU_BANYAK)),
        ([], "", ()),
    ],
)
def test_kata_di_depan_nama_desa_hanya_bila_setiap_nama_memilikinya(
    nama: list[str], kata: str, tanpa: tuple[str, ...]
) -> None:
    assert split_sebutan(nama) == (kata, tanpa)
