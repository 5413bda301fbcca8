"""The tables as shipped against the printed regulation, and their formulas in another engine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import KosongError, MasukanError, PeraturanError, RentangError
from kinerja.peraturan import KEYAKINAN, PARAMETER, TABEL, Komponen, Unsur, get_parameter, get_tabel
from kinerja.peraturan.jenjang import Batas
from kinerja.peraturan.loader import parse_tabel
from kinerja.perjanjian.model import TAHUN

PADA = date(2024, 12, 31)

# --- the figures, as printed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "tercetak"),
    [
        (
            "skm_mutu",
            {
                "A": ("Sangat Baik", "88,31 – 100,00"),
                "B": ("Baik", "76,61 – 88,30"),
                "C": ("Kurang Baik", "65,00 – 76,60"),
                "D": ("Tidak Baik", "25,00 – 64,99"),
            },
        ),
        (
            "sakip_predikat",
            {
                "AA": ("Sangat Memuaskan", ">90 – 100"),
                "A": ("Memuaskan", ">80 – 90"),
                "BB": ("Sangat Baik", ">70 – 80"),
                "B": ("Baik", ">60 – 70"),
                "CC": ("Cukup (Memadai)", ">50 – 60"),
                "C": ("Kurang", ">30 – 50"),
                "D": ("Sangat Kurang", ">0 – 30"),
                "E": ("Tidak ada nilai", "0"),
            },
        ),
        (
            "capaian_kategori",
            {
                "ST": ("Sangat Tinggi", "≥ 91"),
                "T": ("Tinggi", "76 – 90"),
                "S": ("Sedang", "66 – 75"),
                "R": ("Rendah", "51 – 65"),
                "SR": ("Sangat Rendah", "≤ 50"),
            },
        ),
    ],
)
def test_jenjang_seperti_tercetak(nama: str, tercetak: dict[str, tuple[str, str]]) -> None:
    assert tercetak == {j.kode: (j.sebutan, j.teks) for j in get_tabel(nama, pada=PADA).jenjang}


def test_setiap_batas_interval_ni_adalah_batas_nik_dibagi_25() -> None:
    jenjang = get_tabel("skm_mutu", pada=PADA).jenjang
    tepi = [[Decimal(x.replace(",", ".")) for x in j.teks_ni.split(" – ")] for j in jenjang]

    assert [j.teks_ni for j in jenjang] == ["3,5324 – 4,00", "3,0644 – 3,532", "2,60 – 3,064", "1,00 – 2,5996"]
    assert [[x * 25 for x in batas] for batas in tepi] == [
        [Decimal(x.replace(",", ".")) for x in j.teks.split(" – ")] for j in jenjang
    ]
    assert {j.teks_ni for nama in TABEL if nama != "skm_mutu" for j in get_tabel(nama, pada=PADA).jenjang} == {""}


def test_interval_ni_pada_sebagian_jenjang_ditolak() -> None:
    teks = files("kinerja.peraturan").joinpath("skm_mutu.toml").read_text(encoding="utf-8")
    parse_tabel("skm_mutu", teks)
    for rusak in (teks.replace(',  teks_ni = "2,60 – 3,064"', ""), teks.replace('"2,60 – 3,064"', '" "')):
        with pytest.raises(PeraturanError, match="`teks_ni`"):
            parse_tabel("skm_mutu", rusak)


def test_nilai_huruf_kriteria() -> None:
    tabel = get_tabel("sakip_kriteria", pada=PADA)

    nilai = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
    assert nilai == {kode: int(tabel.get(kode).bawah) for kode in nilai}


def test_bobot_88_2021_dan_12_2015() -> None:
    baru = get_parameter("sakip_bobot", pada=date(2024, 1, 1)).daftar("komponen", Komponen)
    lama = get_parameter("sakip_bobot", pada=date(2020, 1, 1)).daftar("komponen", Komponen)

    assert [k.bobot for k in baru] == [30, 30, 15, 25]
    assert [k.bobot for k in lama] == [30, 25, 15, 10, 20]
    subkomponen = [[s.bobot for s in k.subkomponen] for k in baru]
    setengah = Decimal("0.5")
    assert subkomponen == [[6, 9, 15], [6, 9, 15], [3, 4 + setengah, 7 + setengah], [5, 7 + setengah, 12 + setengah]]


def test_sembilan_unsur_menurut_urutan_peraturan() -> None:
    parameter = get_parameter("skm", pada=PADA)

    unsur = tuple(u.nama for u in parameter.daftar("unsur", Unsur))
    assert len(unsur) == 9
    assert unsur[0] == "Persyaratan"
    assert unsur[7:] == ("Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana")
    assert (parameter.bilangan("faktor_konversi"), parameter.bilangan("desimal")) == (25, 2)


def test_hitungan_persen_berlaku_untuk_setiap_tahun_perjanjian() -> None:
    for tahun in TAHUN:
        assert get_parameter("persen", pada=date(tahun, 1, 1)).bilangan("desimal") == 2
        assert get_tabel("skm_mutu", pada=date(tahun, 1, 1)).find(65).kode == "C"
    tanggal = next(r for r in get_parameter("persen", pada=PADA).rujukan if r.perihal == "persen")
    assert (tanggal.keyakinan, "dari kinerja" in tanggal.catatan) == ("L", True)


def test_keyakinan_setiap_rujukan_punya_arti() -> None:
    semua = [r for nama in TABEL for r in get_tabel(nama, pada=PADA).rujukan]
    semua += [r for nama in PARAMETER for r in get_parameter(nama, pada=PADA).rujukan]

    assert {"H", "M", "L"} == set(KEYAKINAN)
    assert {r.keyakinan for r in semua} <= set(KEYAKINAN)


def test_rumus_manfaat_disebut_simpulan_bukan_bunyi_peraturan() -> None:
    keyakinan = {r.perihal: r.keyakinan for r in get_parameter("persen", pada=PADA).rujukan}

    assert keyakinan["manfaat"] == "L"


def test_predikat_e_punya_rujukan_sendiri() -> None:
    jenjang = get_tabel("sakip_predikat", pada=PADA).find(0)

    assert [r.keyakinan for r in jenjang.rujukan] == ["M"]


@pytest.mark.parametrize("nama", TABEL)
def test_setiap_tabel_punya_rujukan(nama: str) -> None:
    rujukan = get_tabel(nama, pada=PADA).rujukan

    assert rujukan
    assert all(r.peraturan and r.letak and r.dibaca_dari for r in rujukan)


@pytest.mark.parametrize(
    ("nama", "dasar"),
    [
        ("skm_mutu", "Peraturan Menteri PANRB 14/2017, Lampiran"),
        ("sakip_predikat", "Peraturan Menteri PANRB 88/2021, Lampiran"),
        ("capaian_kategori", "Peraturan Menteri Dalam Negeri 54/2010, dipertahankan dalam 86/2017"),
        ("skm_sampel", "Peraturan Menteri PANRB 14/2017, Lampiran; Krejcie dan Morgan (1970)"),
        ("anggaran", "Peraturan Menteri PANRB 53/2014, Lampiran, akuntabilitas keuangan"),
    ],
)
def test_dasar_disebut_dalam_satu_baris(nama: str, dasar: str) -> None:
    versi = get_tabel(nama, pada=PADA) if nama in TABEL else get_parameter(nama, pada=PADA)

    assert dasar == versi.dasar


# --- versions ---------------------------------------------------------------------------------------------------


def test_versi_berganti_tepat_pada_tanggal_berlaku() -> None:
    sebelum = get_tabel("sakip_predikat", pada=date(2021, 12, 30)).rujukan[0].peraturan
    sejak = get_tabel("sakip_predikat", pada=date(2021, 12, 31)).rujukan[0].peraturan

    assert sebelum == "Peraturan Menteri PANRB 12/2015"
    assert sejak == "Peraturan Menteri PANRB 88/2021"


def test_sebelum_versi_tertua_ditolak_dengan_tanggalnya() -> None:
    with pytest.raises(PeraturanError, match="Pakai tanggal 31-12-2021 atau sesudahnya"):
        get_tabel("sakip_kriteria", pada=date(2021, 12, 30))


def test_nama_tak_dikenal_ditolak_dengan_daftar() -> None:
    with pytest.raises(PeraturanError, match="skm_mutu, sakip_predikat"):
        get_tabel("skm", pada=PADA)
    with pytest.raises(PeraturanError, match=", ".join(PARAMETER)):
        get_parameter("skm_mutu", pada=PADA)


def test_parameter_dibaca_menurut_jenisnya() -> None:
    parameter = get_parameter("skm_sampel", pada=PADA)

    assert parameter.angka("lambda_kuadrat") == Decimal("3.841")
    with pytest.raises(TypeError):
        parameter.bilangan("lambda_kuadrat")
    with pytest.raises(TypeError):
        parameter.daftar("lambda_kuadrat", str)
    with pytest.raises(TypeError):
        parameter.teks("lambda_kuadrat")
    with pytest.raises(TypeError):
        get_parameter("skm", pada=PADA).angka("unsur")


# --- find -------------------------------------------------------------------------------------------------------


def test_pecahan_dinilai_persis_di_dekat_batas() -> None:
    tabel = get_tabel("sakip_predikat", pada=PADA)

    assert tabel.find(Fraction(180, 3) + Fraction(1, 10**30)).kode == "B"
    assert tabel.find(60 - Fraction(1, 10**30)).kode == "CC"


def test_derau_pecahan_biner_tidak_menaikkan_predikat() -> None:
    assert get_tabel("sakip_predikat", pada=PADA).find(60.00000000000001).kode == "CC"


@pytest.mark.parametrize("nilai", [Fraction(301, 3), float("inf"), float("nan"), True, "66"])
def test_nilai_mustahil_ditolak(nilai: float) -> None:
    with pytest.raises(MasukanError):
        get_tabel("sakip_predikat", pada=PADA).find(nilai)


def test_nilai_kosong_bukan_nol() -> None:
    with pytest.raises(KosongError):
        get_tabel("sakip_predikat", pada=PADA).find(None)  # type: ignore[arg-type]


@given(
    batas=st.sampled_from(["bawah_tertutup", "bawah_terbuka"]),
    pembulatan=st.sampled_from([None, 0, 1, 2, 3]),
    desimal=st.integers(0, 3),
    tepi=st.decimals(2, 98, places=2) | st.integers(2, 98).map(Decimal),
)
def test_awal_jenjang_adalah_angka_terkecil_di_jenjang_itu(
    batas: Batas, pembulatan: int | None, desimal: int, tepi: Decimal
) -> None:
    asal = get_tabel("sakip_predikat", pada=PADA)
    atas, bawah = replace(asal.jenjang[0], bawah=tepi), replace(asal.jenjang[1], bawah=Decimal(0))
    tabel = replace(asal, batas=batas, desimal=pembulatan, jenjang=(atas, bawah))

    awal = tabel.compute_awal(atas, desimal)

    assert awal == round(awal, desimal)
    assert (atas, bawah) == (tabel.find(awal), tabel.find(awal - Decimal(1).scaleb(-desimal)))


def test_galat_rentang_menyebut_nilai_dan_rentangnya() -> None:
    with pytest.raises(RentangError, match=r"Nilai 100,333333 di luar rentang 0 sampai 100"):
        get_tabel("sakip_predikat", pada=PADA).find(Fraction(301, 3))
