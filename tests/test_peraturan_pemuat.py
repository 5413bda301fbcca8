"""The strict loader of the tables: one broken file per defect."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.errors import PeraturanError
from kinerja.peraturan.loader import parse_parameter, parse_tabel

RUJUKAN = 'rujukan = [{ peraturan = "P", letak = "L", dibaca_dari = "D", keyakinan = "H" }]'
TERBUKA = f"""
uraian = "U"
satuan = "S"
rentang = ["0", "100"]
batas = "bawah_terbuka"
[[versi]]
berlaku = 2020-01-01
jenjang = [
  {{ kode = "X", sebutan = "Tinggi", bawah = "50", atas = "100" }},
  {{ kode = "Y", sebutan = "Rendah", bawah = "0", atas = "50" }},
  {{ kode = "Z", sebutan = "Nol", bawah = "0", atas = "0" }},
]
{RUJUKAN}
"""
TERTUTUP = f"""
uraian = "U"
satuan = "S"
rentang = ["25.00", "100.00"]
batas = "bawah_tertutup"
desimal = 2
[[versi]]
berlaku = 2020-01-01
jenjang = [
  {{ kode = "X", sebutan = "Tinggi", bawah = "60.01", atas = "100.00" }},
  {{ kode = "Y", sebutan = "Rendah", bawah = "25.00", atas = "60.00" }},
]
{RUJUKAN}
"""
VERSI_KEDUA = TERBUKA[TERBUKA.index("[[versi]]") :]


def test_dasar_uji_pemuat_sah() -> None:
    assert [j.kode for j in parse_tabel("uji", TERBUKA)[0].jenjang] == ["X", "Y", "Z"]
    assert [j.teks for j in parse_tabel("uji", TERTUTUP)[0].jenjang] == ["60,01 – 100,00", "25,00 – 60,00"]


@pytest.mark.parametrize(
    ("dasar", "semula", "rusak", "pesan"),
    [
        (TERBUKA, 'uraian = "U"', 'uraian = "U', "bukan TOML yang sah"),
        (TERBUKA, 'satuan = "S"', "", "kunci `satuan` tidak ada"),
        (TERBUKA, 'satuan = "S"', 'satuan = ""', "`satuan` harus teks"),
        (TERBUKA, 'satuan = "S"', 'satuan = "S"\nbulat = 2', "kunci tidak dikenal: bulat"),
        (
            TERBUKA,
            '"50", atas = "100"',
            '"50", atas = "100", warna = "m"',
            "versi ke-1, jenjang ke-1: kunci tidak dikenal",
        ),
        (TERBUKA, "berlaku = 2020", "dicabut = 2021-01-01\nberlaku = 2020", "versi ke-1: kunci tidak dikenal: dicabut"),
        (TERBUKA, 'letak = "L"', 'letak = "L", hal = "4"', "rujukan ke-1: kunci tidak dikenal: hal"),
        (TERBUKA, '["0", "100"]', '["100", "0"]', "`rentang` harus dua angka"),
        (TERBUKA, '["0", "100"]', '["0"]', "`rentang` harus dua angka"),
        (TERBUKA, '["0", "100"]', '"0"', "`rentang` harus daftar"),
        (TERBUKA, "bawah_terbuka", "terbuka", "`batas` harus salah satu dari bawah_tertutup, bawah_terbuka"),
        (TERBUKA, 'bawah = "50"', "bawah = 50.0", "`bawah` harus angka dalam tanda kutip"),
        (TERBUKA, 'bawah = "50"', 'bawah = "5O"', "`bawah` harus angka dalam tanda kutip"),
        (TERBUKA, 'bawah = "50"', 'bawah = "51"', "celah antara jenjang ke-1 dan ke-2"),
        (TERBUKA, 'bawah = "50"', 'bawah = "49"', "tumpang tindih antara jenjang ke-1 dan ke-2"),
        (TERBUKA, 'atas = "100" }', 'atas = "99" }', "harus menutup seluruh `rentang`"),
        (TERBUKA, '  { kode = "Z", sebutan = "Nol", bawah = "0", atas = "0" },\n', "", "celah: nilai 0 tidak masuk"),
        (
            TERBUKA,
            'bawah = "0", atas = "50"',
            'bawah = "50", atas = "50"',
            "jenjang ke-2: `bawah` harus di bawah `atas`",
        ),
        (TERBUKA, 'bawah = "50", atas = "100"', 'bawah = "101", atas = "100"', "jenjang ke-1: `bawah` harus di bawah"),
        (TERBUKA, 'kode = "Y"', 'kode = "X"', "`kode` ganda"),
        (TERBUKA, '"Rendah"', '"Tinggi"', "`sebutan` ganda"),
        (
            TERBUKA,
            'bawah = "50", atas = "100"',
            'bawah = "Infinity", atas = "100"',
            "jenjang ke-1: `bawah` harus di bawah",
        ),
        (TERBUKA, "2020-01-01", '"2020-01-01"', "`berlaku` harus tanggal"),
        (TERBUKA, "2020-01-01", "2020-01-01T00:00:00", "`berlaku` harus tanggal"),
        (TERBUKA, "berlaku = 2020-01-01", "", "versi ke-1: kunci `berlaku` tidak ada"),
        (TERBUKA, RUJUKAN, "", "versi ke-1: kunci `rujukan` tidak ada"),
        (TERBUKA, RUJUKAN, "rujukan = []", "`rujukan` harus daftar yang berisi"),
        (TERBUKA, RUJUKAN, 'rujukan = ["P"]', "rujukan ke-1: harus berupa tabel"),
        (TERBUKA, 'keyakinan = "H"', 'keyakinan = "pasti"', "`keyakinan` harus salah satu dari H, M, L"),
        (TERBUKA, 'dibaca_dari = "D", ', "", "rujukan ke-1: kunci `dibaca_dari` tidak ada"),
        (TERBUKA, RUJUKAN, RUJUKAN + "\n" + VERSI_KEDUA, "versi ke-2: `berlaku` harus sesudah versi sebelumnya"),
        (TERTUTUP, "desimal = 2", "desimal = -2", "`desimal` harus bilangan bulat"),
        (TERTUTUP, "desimal = 2", 'desimal = "2"', "`desimal` harus bilangan bulat"),
        (TERTUTUP, "desimal = 2", "desimal = true", "`desimal` harus bilangan bulat"),
        (TERTUTUP, "60.01", "60.02", "celah antara jenjang ke-1 dan ke-2"),
        (TERTUTUP, "60.01", "60.00", "tumpang tindih antara jenjang ke-1 dan ke-2"),
        (TERTUTUP, "desimal = 2", "", "celah antara jenjang ke-1 dan ke-2"),
        (TERTUTUP, 'bawah = "25.00"', 'bawah = "26.00"', "harus menutup seluruh `rentang`"),
    ],
)
def test_tabel_rusak_ditolak_dengan_berkas_dan_letaknya(dasar: str, semula: str, rusak: str, pesan: str) -> None:
    assert dasar.count(semula) == 1

    with pytest.raises(PeraturanError) as galat:
        parse_tabel("uji", dasar.replace(semula, rusak))

    assert pesan in str(galat.value)
    assert str(galat.value).startswith("uji.toml")


BOBOT = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
desimal = 2
komponen = [
  {{ nama = "P", bobot = "60", subkomponen = [{{ nama = "K", bobot = "20" }}, {{ nama = "L", bobot = "40" }}] }},
  {{ nama = "Q", bobot = "40" }},
]
{RUJUKAN}
"""
CAPAIAN = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
arah = ["naik", "turun"]
batas = ["100"]
desimal = 2
{RUJUKAN}
"""


@pytest.mark.parametrize(
    ("nama", "dasar", "semula", "rusak", "pesan"),
    [
        (
            "sakip_bobot",
            BOBOT,
            'bobot = "40" },\n',
            'bobot = "41" },\n',
            "jumlah bobot `komponen` tidak sama dengan 100",
        ),
        ("sakip_bobot", BOBOT, 'bobot = "20"', 'bobot = "21"', "komponen ke-1: jumlah bobot `subkomponen`"),
        ("sakip_bobot", BOBOT, 'nama = "K"', 'nama = "K", kode = 1', "subkomponen ke-1: kunci tidak dikenal: kode"),
        ("sakip_bobot", BOBOT, "desimal = 2", "", "versi ke-1: kunci `desimal` tidak ada"),
        ("sakip_bobot", BOBOT, "desimal = 2", "desimal = 2\nskala = 4", "versi ke-1: kunci tidak dikenal: skala"),
        ("capaian", CAPAIAN, '"turun"', '"naik"', "`arah` memuat teks ganda"),
        ("capaian", CAPAIAN, '"turun"', "1", "`arah` harus daftar teks"),
        ("capaian", CAPAIAN, '["100"]', "[100]", "`batas` harus angka dalam tanda kutip"),
        ("capaian", CAPAIAN, RUJUKAN, "", "kunci `rujukan` tidak ada"),
    ],
)
def test_parameter_rusak_ditolak_dengan_berkas_dan_letaknya(
    nama: str, dasar: str, semula: str, rusak: str, pesan: str
) -> None:
    assert dasar.count(semula) == 1
    assert parse_parameter(nama, dasar)[0].berlaku == date(2020, 1, 1)

    with pytest.raises(PeraturanError) as galat:
        parse_parameter(nama, dasar.replace(semula, rusak))

    assert pesan in str(galat.value)
    assert str(galat.value).startswith(f"{nama}.toml")
