"""What a data set says of the year: methods, quarters, surveys, scales, caps, action plans; what is refused there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.errors import DataError
from kinerja.peraturan import KATEGORI, get_tabel
from kinerja.perjanjian.cara import Cara
from kinerja.perjanjian.model import Aksi
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from tests.berkas_induk import Data, added, changed, read_xlsx, small
from tests.contoh import angka
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

PADA = date(2025, 12, 31)


def with_indikator(**isi: object) -> Data:
    """The least data set with one more indikator of the kind `nilai`."""
    baku = {"sasaran": "Dua", "indikator": "Lain", "jenis": "nilai", "satuan": "dokumen", "target": 4}
    return added("indikator", **{**baku, **isi})


def test_tahun_sebuah_indikator_dibaca_seluruhnya(tmp_path: Path) -> None:
    isi = {
        "metode": "Jumlah",
        "target_tw1": 1,
        "target_tw3": "3 dokumen",
        "realisasi_lalu": "3,5",
        "target_renstra": 20,
    }
    i = read_xlsx(tmp_path, with_indikator(**isi))[0].indikator[-1]

    assert (i.metode, i.triwulan) == (Metode.JUMLAH, (angka(1), None, angka(3), None))
    assert (i.lalu, i.renstra, i.kali) == (angka("3.5"), angka(20), 1)


def test_predikat_dibaca_seperti_daftarnya(tmp_path: Path) -> None:
    isi = {
        "jenis": "predikat",
        "satuan": "opini",
        "target": "wtp",
        "urutan": "WTP > WDP; TW, TMP",
        "realisasi_lalu": "WDP",
    }
    i = read_xlsx(tmp_path, with_indikator(**isi))[0].indikator[-1]

    assert i.urutan == ("WTP", "WDP", "TW", "TMP")
    assert (i.target, i.lalu) == (Target(predikat="WTP"), Target(predikat="WDP"))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"metode": "rerata"}, "kolom Cara setahun.*'rerata' tidak dikenal"),
        ({"target_tw2": "4 orang"}, "kolom Target triwulan II.*satuan baris ini dokumen"),
        ({"target": "≤ 3"}, "Target ≤ 3 tidak cocok dengan arah naik"),
        ({"target": "≥ 3", "arah": "turun"}, "Target ≥ 3 tidak cocok dengan arah turun"),
        ({"jenis": "predikat", "target": "WTP"}, "Urutan predikat harus sedikitnya dua"),
        ({"jenis": "predikat", "target": "Baik", "urutan": "WTP; WDP"}, "'Baik' tidak ada dalam daftarnya"),
        ({"jenis": "predikat", "target": "WTP", "urutan": "WTP; WDP", "metode": "jumlah"}, "Isi akhir"),
        ({"target": "1:32", "satuan": "rasio", "metode": "rata_rata"}, "Isi akhir"),
        ({"jenis": "trantibum", "satuan": "%", "target": 100, "metode": "jumlah"}, "lembarnya punya cara sendiri"),
        ({"jenis": "predikat", "target": "WTP", "urutan": "WTP; WDP", "arah": "turun"}, "Predikat tidak punya arah"),
        ({"target_tw3": "≤ 3"}, "kolom Target triwulan III: Target ≤ 3 tidak cocok"),
        ({"arah": "menurun"}, "Pilih: naik, turun, tetap"),
        ({"target": "1:32", "satuan": "rasio", "target_tw2": 30}, "harus sama-sama perbandingan"),
        ({"target": "1:32", "satuan": "rasio", "target_renstra": "28-30"}, "harus sama-sama perbandingan"),
        ({"target": 30, "satuan": "rasio", "realisasi_lalu": "1:32"}, "harus sama-sama perbandingan"),
        ({"target": None, "satuan": "rasio", "target_tw4": "1:32"}, "harus sama-sama perbandingan"),
        ({"target": "1:32", "satuan": "rasio", "jenis": "persen"}, "tidak dapat untuk jenis persen"),
        ({"jenis": "predikat", "target": "3", "urutan": "4; 3; 2"}, "Predikat 4 berupa angka"),
        ({"survei": 2}, "kolom Survei setahun.*Hanya untuk jenis skm"),
        ({"jenis": "skm", "target": 80, "satuan": "nilai", "survei": 3}, "Survei setahun 3 kali tidak dikenal"),
        ({"jenis": "skm", "target": 80, "satuan": "nilai", "survei": 2}, "Isi rata_rata atau akhir"),
    ],
)
def test_yang_tidak_dapat_dihitung_ditolak_dengan_kolomnya(isi: dict[str, object], pesan: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=pesan):
        read_xlsx(tmp_path, with_indikator(**isi))


def test_cara_daerah_dibaca_dan_tercetak_di_rujukan(tmp_path: Path) -> None:
    data = with_indikator(arah="turun")
    data["umum"][0] |= {"kategori": "warna", "batas_atas": 120, "batas_bawah": 0, "rumus_turun": "rasio"}
    pk = read_xlsx(tmp_path, data)[0]

    assert pk.cara == Cara("capaian_kategori_warna", Decimal(120), Decimal(0), "turun_rasio")
    assert pk.indikator[-1].arah == "turun_rasio"
    teks = {s.nilai for s in build_perjanjian(Bahan(pk, responden=5)).get_lembar("Rujukan").sel}
    assert {"Hijau", "Kuning", "Merah", "120%", "0%"} <= teks
    assert any("target / realisasi" in str(x) and "(2" not in str(x) for x in teks)


@pytest.mark.parametrize(
    ("kolom", "isi", "pesan"),
    [
        ("kategori", "pelangi", "'pelangi' tidak dikenal"),
        ("batas_atas", 110, "Pilih 100 atau 120"),
        ("batas_bawah", 10, "Pilih 0"),
        ("rumus_turun", "pangkat", "'pangkat' tidak dikenal"),
    ],
)
def test_cara_yang_tidak_dikenal_ditolak(kolom: str, isi: object, pesan: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=pesan):
        read_xlsx(tmp_path, changed("umum", 0, **{kolom: isi}))


@pytest.mark.parametrize(
    ("skala", "persen", "kata"),
    [
        ("peringkat", "90", "Tinggi"),
        ("peringkat", "90.01", "Sangat Tinggi"),
        ("mutu", "75", "Cukup"),
        ("mutu", "75.01", "Baik"),
        ("mutu", "50", "Sangat Kurang"),
        ("warna", "69.99", "Merah"),
        ("warna", "70", "Kuning"),
        ("warna", "90", "Kuning"),
        ("warna", "90.01", "Hijau"),
        ("warna", "-20", "Merah"),
    ],
)
def test_skala_kategori_di_tepinya(skala: str, persen: str, kata: str) -> None:
    assert get_tabel(KATEGORI[skala], pada=PADA).find(Decimal(persen)).sebutan == kata


def test_rencana_aksi_sampai_ke_indikatornya(tmp_path: Path) -> None:
    data = small() | {
        "aksi": [
            {"indikator": "mutu", "aksi": "Survei", "program": "7.01.04", "anggaran": "1.500.000", "pelaksana": "Kasi"},
            {"kecamatan": "12.71.01", "indikator": "Mutu", "aksi": "Pelatihan"},
        ]
    }
    baru, kota = read_xlsx(tmp_path, data)

    survei = Aksi("Survei", "7.01.04", Decimal(1500000), "Kasi")
    assert [i.aksi for i in baru.indikator] == [(), (survei,)]
    assert kota.indikator[1].aksi == (survei, Aksi("Pelatihan"))


def test_rencana_aksi_tanpa_indikatornya_ditolak_dengan_usul(tmp_path: Path) -> None:
    data = small() | {"aksi": [{"indikator": "Muta", "aksi": "Survei"}]}
    with pytest.raises(DataError, match=r"lembar Rencana Aksi, baris 2.*Tidak ada indikator 'Muta'.*'Mutu'"):
        read_xlsx(tmp_path, data)


def test_dua_indikator_manfaat_masing_masing_punya_daftarnya(tmp_path: Path) -> None:
    data = with_indikator(jenis="manfaat", satuan="%", target=100)
    data["daftar"] = [
        {"kunci": "sarpras", "nama": "Sarana", "satuan": "KK", "indikator": "Manfaat"},
        {"kunci": "latih", "nama": "Pelatihan", "satuan": "orang", "indikator": "lain"},
    ]
    pk = read_xlsx(tmp_path, data)[0]

    assert [[d.kunci for d in i.daftar] for i in pk.indikator] == [["sarpras"], [], ["latih"]]
    nama = [lembar.nama for lembar in build_perjanjian(Bahan(pk, responden=5)).lembar]
    assert {"Manfaat", "Manfaat 2"} <= set(nama)

    del data["daftar"][1]["indikator"]
    with pytest.raises(DataError, match="Ada dua indikator berdaftar kegiatan"):
        read_xlsx(tmp_path, data)


def test_survei_per_semester_punya_lembar_masing_masing(tmp_path: Path) -> None:
    data = changed("indikator", 1, survei=2, metode="rata_rata")
    pk = read_xlsx(tmp_path, data)[0]
    jawab = {"isian_skm_jawaban": ((3,) * 9,), "isian_skm_2_jawaban": ((4,) * 9,)}
    buku = build_perjanjian(Bahan(pk, jawab, responden=5))

    assert [x.nama for x in buku.lembar if x.nama.startswith("SKM")] == ["SKM", "SKM 2"]
    judul = [buku.get_lembar(nama).sel[0].nilai for nama in ("SKM", "SKM 2")]
    triwulan = [s.nilai for s in buku.get_lembar("Triwulan").sel]
    assert {75, 100} <= set(triwulan)
    assert 87.5 in [s.nilai for s in buku.get_lembar("Capaian").sel]
    assert any("semester I" in str(s.nilai) for s in buku.get_lembar("SKM").sel), judul


def test_data_lama_tanpa_kolom_baru_tetap_terbaca(tmp_path: Path) -> None:
    pk = read_xlsx(tmp_path, small())[0]

    assert pk.cara == Cara()
    assert {replace(i, metode=None, kali=1, aksi=()) == i for i in pk.indikator} == {True}


def test_predikat_tanpa_urutannya_satu_kesalahan(tmp_path: Path) -> None:
    isi = {"jenis": "predikat", "target": "WTP", "target_tw1": "WDP", "realisasi_lalu": "WDP"}
    with pytest.raises(DataError) as galat:
        read_xlsx(tmp_path, with_indikator(**isi))

    assert type(galat.value) is DataError


@pytest.mark.parametrize(
    ("target", "satuan", "tercetak"),
    [("Rp 1.500.000", "rupiah", "Rp1.500.000"), ("0,8012", "indeks", "0,8012 indeks"), ("80–90 %", "%", "80–90%")],
)
def test_target_tercetak_seperti_disepakati(target: str, satuan: str, tercetak: str, tmp_path: Path) -> None:
    pk = read_xlsx(tmp_path, with_indikator(target=target, satuan=satuan))[0]
    buku = build_perjanjian(Bahan(pk, responden=5))

    for lembar in ("Lampiran", "Rumusan", "Rencana Aksi"):
        assert tercetak in [s.nilai for s in buku.get_lembar(lembar).sel]
