"""The strict loader of the tables: one broken file per defect."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.errors import PeraturanError
from kinerja.peraturan import Arah, Unsur
from kinerja.peraturan.loader import parse_parameter, parse_tabel

RUJUKAN = 'rujukan = [{ peraturan = "P 1/2020", letak = "L", dibaca_dari = "D", keyakinan = "H" }]'
TERBUKA = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
dasar = "P 1/2020, L"
satuan = "S"
rentang = ["0", "100"]
batas = "bawah_terbuka"
jenjang = [
  {{ kode = "X", sebutan = "Tinggi", bawah = "50", atas = "100" }},
  {{ kode = "Y", sebutan = "Rendah", bawah = "0", atas = "50" }},
  {{ kode = "Z", sebutan = "Nol", bawah = "0", atas = "0" }},
]
{RUJUKAN}
"""
TERTUTUP = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
dasar = "P 1/2020"
satuan = "S"
rentang = ["25.00", "100.00"]
batas = "bawah_tertutup"
desimal = 2
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
        (TERBUKA, 'satuan = "S"', 'satuan = "S"\nbulat = 2', "versi ke-1: kunci tidak dikenal: bulat"),
        (TERBUKA, 'uraian = "U"', 'uraian = "U"\ndesimal = 2', "uji.toml: kunci tidak dikenal: desimal"),
        (TERBUKA, 'dasar = "P 1/2020, L"', "", "versi ke-1: kunci `dasar` tidak ada"),
        (TERBUKA, 'dasar = "P 1/2020, L"', 'dasar = "P 2/2020, L"', "`dasar` harus diawali `peraturan` salah satu"),
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


def test_jenjang_tanpa_ujung_harus_membawa_tulisannya_sendiri() -> None:
    tanpa_ujung = TERBUKA.replace('"100"', '"Infinity"')

    with pytest.raises(PeraturanError, match="jenjang ke-1: kunci `teks` tidak ada"):
        parse_tabel("uji", tanpa_ujung)
    assert parse_tabel("uji", tanpa_ujung.replace('"Infinity" }', '"Infinity", teks = ">50" }'))


BOBOT = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
dasar = "P 1/2020"
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
dasar = "P 1/2020"
arah = [
  {{ kode = "naik", sebutan = "tinggi", arti = "Tinggi." }},
  {{ kode = "turun_rasio", sebutan = "rendah", arti = "Rendah." }},
]
batas = ["100"]
lantai = ["0"]
desimal = 2
{RUJUKAN}
"""
SKM = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
dasar = "P 1/2020"
unsur = [
  {{ nama = "Biaya/Tarif", kata = ["biaya", "tarif"] }},
  {{ nama = "Waktu Layanan", kata = ["waktu"] }},
]
skala_terendah = 1
skala_tertinggi = 4
faktor_konversi = 25
penimbang = ["persis", "0,5"]
desimal = 2
{RUJUKAN}
"""
DERET = """sifat = ["mahal"]
deret = [{ nama = "d", keyakinan = "L", unsur = ["biaya"], jawaban = ["tidak *", "*"] }]
"""
SAMPEL = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
dasar = "P 1/2020"
lambda_kuadrat = "3.841"
p = "0.5"
galat = "0.05"
{RUJUKAN}
"""
PERSEN = f"""
uraian = "U"
[[versi]]
berlaku = 2020-01-01
dasar = "P 1/2020"
manfaat_dasar = "P 1/2020, no. 3"
trantibum_dasar = "P 1/2020, no. 4"
manfaat_desimal = 2
trantibum_desimal = 2
desimal = 2
{RUJUKAN}
"""


def test_isi_parameter_dibaca_menurut_jenisnya() -> None:
    (skm,), (capaian,) = parse_parameter("skm", SKM), parse_parameter("capaian", CAPAIAN)
    (persen,) = parse_parameter("persen", PERSEN)

    assert skm.daftar("unsur", Unsur) == (Unsur("Biaya/Tarif", ("biaya", "tarif")), Unsur("Waktu Layanan", ("waktu",)))
    assert capaian.daftar("arah", Arah)[1] == Arah("turun_rasio", "rendah", "Rendah.")
    assert (persen.dasar, persen.teks("manfaat_dasar")) == ("P 1/2020", "P 1/2020, no. 3")


@pytest.mark.parametrize(
    ("nama", "dasar", "semula", "rusak", "pesan"),
    [
        (
            "sakip_bobot",
            BOBOT,
            'bobot = "40" },\n',
            'bobot = "41" },\n',
            "versi ke-1: Jumlah bobot komponen 101, seharusnya 100.",
        ),
        ("sakip_bobot", BOBOT, 'bobot = "20"', 'bobot = "21"', "Jumlah bobot subkomponen P 61, seharusnya 60."),
        ("sakip_bobot", BOBOT, 'bobot = "20"', 'bobot = "0"', "Bobot subkomponen P harus lebih dari 0."),
        ("sakip_bobot", BOBOT, 'nama = "K"', 'nama = "K", kode = 1', "subkomponen ke-1: kunci tidak dikenal: kode"),
        ("sakip_bobot", BOBOT, "desimal = 2", "", "versi ke-1: kunci `desimal` tidak ada"),
        ("sakip_bobot", BOBOT, "desimal = 2", "desimal = 2\nskala = 4", "versi ke-1: kunci tidak dikenal: skala"),
        (
            "sakip_bobot",
            BOBOT,
            'dasar = "P 1/2020"',
            'dasar = "1/2020"',
            "`dasar` harus diawali `peraturan` salah satu",
        ),
        ("capaian", CAPAIAN, '"turun_rasio"', '"naik"', "`kode` ganda di antara arah"),
        ("capaian", CAPAIAN, '"rendah"', '"tinggi"', "`sebutan` ganda di antara arah"),
        (
            "capaian",
            CAPAIAN,
            '"turun_rasio"',
            '"turun"',
            "`kode` harus salah satu dari naik, turun_selisih, turun_rasio, tetap",
        ),
        ("capaian", CAPAIAN, '"turun_rasio"', "1", "arah ke-2: `kode` harus teks"),
        ("capaian", CAPAIAN, ', arti = "Rendah."', "", "arah ke-2: kunci `arti` tidak ada"),
        ("capaian", CAPAIAN, '"Rendah."', '"Rendah.", tanda = 1', "arah ke-2: kunci tidak dikenal: tanda"),
        ("skm", SKM, '["waktu"]', "[]", "unsur ke-2: `kata` harus daftar yang berisi"),
        ("skm", SKM, ', kata = ["waktu"]', "", "unsur ke-2: kunci `kata` tidak ada"),
        ("skm", SKM, '["waktu"]', '["Waktu"]', "unsur ke-2: `kata` 'Waktu' tidak ada dalam `nama`"),
        ("skm", SKM, '["waktu"]', '["wak"]', "unsur ke-2: `kata` 'wak' tidak ada dalam `nama`"),
        ("skm", SKM, '["waktu"]', '["waktu"], nomor = 2', "unsur ke-2: kunci tidak dikenal: nomor"),
        ("skm", SKM, '"Waktu Layanan", kata = ["waktu"]', '"Waktu Biaya", kata = ["biaya"]', "'biaya' sudah dipakai"),
        (
            "skm",
            SKM,
            '"Waktu Layanan", kata = ["waktu"]',
            '"Biaya/Tarif", kata = ["biaya"]',
            "`nama` 'Biaya/Tarif' sudah",
        ),
        ("skm", SKM, "desimal = 2", f"desimal = 2\n{DERET}".replace("biaya", "mutu"), "`unsur` 'mutu' bukan `kata`"),
        ("skm", SKM, "desimal = 2", f"desimal = 2\n{DERET}".replace("tidak *", "* / *"), "satu jawaban dua kali"),
        ("skm", SKM, "desimal = 2", f"desimal = 2\n{DERET}".replace('"L"', '"X"'), "salah satu dari H, M, L"),
        ("skm", SKM, '"0,5"', '"persis"', "`penimbang` memuat teks ganda"),
        ("skm", SKM, '"0,5"', '"0.5"', '`penimbang` harus "persis" atau pecahan seperti "0,111", bukan \'0.5\''),
        ("skm", SKM, '"0,5"', '"0,0"', '`penimbang` harus "persis" atau pecahan'),
        (
            "persen",
            PERSEN,
            "P 1/2020, no. 3",
            "P 2/2020, no. 3",
            "`manfaat_dasar` harus diawali `peraturan` salah satu",
        ),
        ("persen", PERSEN, 'trantibum_dasar = "P 1/2020, no. 4"', "", "kunci `trantibum_dasar` tidak ada"),
        ("capaian", CAPAIAN, '["100"]', "[100]", "`batas` harus angka dalam tanda kutip"),
        ("capaian", CAPAIAN, '["100"]', '["0"]', "`batas` harus lebih dari 0"),
        ("capaian", CAPAIAN, '["100"]', '["Infinity"]', "`batas` harus lebih dari 0"),
        ("capaian", CAPAIAN, '"rendah"', '"Tinggi "', "`sebutan` ganda di antara arah"),
        ("skm", SKM, "faktor_konversi = 25", "faktor_konversi = 0", "`faktor_konversi` di luar yang mungkin, 0"),
        ("skm", SKM, "skala_terendah = 1", "skala_terendah = 4", "`skala_terendah` harus di bawah"),
        ("skm_sampel", SAMPEL, '"0.5"', '"1"', "`p` di luar yang mungkin, 1"),
        ("skm_sampel", SAMPEL, '"0.05"', '"0"', "`galat` di luar yang mungkin, 0"),
        ("skm_sampel", SAMPEL, '"3.841"', '"-3.841"', "`lambda_kuadrat` di luar yang mungkin, -3.841"),
        ("skm_sampel", SAMPEL, '"3.841"', '"Infinity"', "`lambda_kuadrat` di luar yang mungkin"),
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
