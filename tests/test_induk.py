"""Input data: three carriers, one result; common and own rows; numbers and texts."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.perjanjian.induk.baris import MAKS_TEKS, Baris
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.induk.berkas import read_induk
from tests.berkas_induk import (
    MEDAN,
    added,
    changed,
    medan,
    read_xlsx,
    small,
    tabulate,
    write_csv,
    write_xlsx,
)
from tests.contoh import angka

# --- three carriers, one result


def test_toml_xlsx_dan_csv_memberi_perjanjian_medan_yang_sama(tmp_path: Path) -> None:
    (tmp_path / "medan.toml").write_text(MEDAN, encoding="utf-8")
    petak = tabulate(medan())

    assert read_induk(tmp_path / "medan.toml") == load_bundled()
    assert read_induk(write_xlsx(tmp_path / "medan.xlsx", petak)) == load_bundled()
    assert read_induk(write_csv(tmp_path / "csv", petak)) == load_bundled()


@pytest.mark.parametrize(("pemisah", "sandi"), [(";", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1252")])
def test_csv_dalam_gaya_yang_ditulis_program_lain(tmp_path: Path, pemisah: str, sandi: str) -> None:
    assert read_induk(write_csv(tmp_path / "csv", tabulate(small()), pemisah, sandi)) == read_xlsx(tmp_path, small())


def test_kunci_boleh_menjadi_judul_kolom_dan_urutannya_bebas(tmp_path: Path) -> None:
    petak = tabulate(small())
    petak["Program"] = [["anggaran", "NAMA  PROGRAM *", "kode"], [191200000, "PROGRAM KOORDINASI", "7.01.04"]]

    assert read_induk(write_xlsx(tmp_path / "a.xlsx", petak)) == read_xlsx(tmp_path, small())


def test_judul_dan_baris_kosong_di_atas_dan_di_dalam_tabel_dilewati(tmp_path: Path) -> None:
    petak = tabulate(small())
    petak["Program"] = [["Program kota"], [], *petak["Program"][:1], [None, "  ", None], *petak["Program"][1:]]

    assert read_induk(write_xlsx(tmp_path / "a.xlsx", petak)) == read_xlsx(tmp_path, small())


# --- the rule of common and own rows


def test_baris_kecamatan_menggantikan_sel_baris_umum_dan_hanya_miliknya(tmp_path: Path) -> None:
    baru, kota = read_xlsx(tmp_path, added("indikator", kecamatan="12.71.17", indikator="mutu", target="A (90)"))

    assert [(i.nama, i.target_huruf, i.target) for i in baru.indikator] == [
        ("Manfaat", None, angka(100)),
        ("mutu", "A", angka(90)),
    ]
    assert baru.indikator[1].satuan == "nilai"
    assert kota.indikator[1].target == angka("88.30")


def test_baris_kecamatan_tanpa_padanan_ditambahkan_di_belakang(tmp_path: Path) -> None:
    baru, kota = read_xlsx(tmp_path, added("program", kecamatan="12.71.17 Medan Baru", kode="7.01.05", nama="LIMA"))

    assert [p.kode for p in baru.program] == ["7.01.04", "7.01.05"]
    assert [p.kode for p in kota.program] == ["7.01.04"]


def test_program_ganda_tidak_saling_menimpa(tmp_path: Path) -> None:
    data = added("program", kecamatan="12.71.17", kode="07.01.04", nama="PROGRAM KOORDINASI", anggaran=1)
    data["program"].append({"kecamatan": "12.71.17", "kode": "7.01.04", "nama": "PROGRAM KOORDINASI", "anggaran": 2})

    assert [p.anggaran for p in read_xlsx(tmp_path, data)[0].program] == [Decimal(1), Decimal(2)]


def test_indikator_satu_sasaran_berkumpul_menurut_urutan_muncul(tmp_path: Path) -> None:
    data = added("indikator", sasaran="Dua", indikator="Dokumen", jenis="nilai", satuan="dokumen", arah="turun_rasio")
    data["indikator"].append({"sasaran": "Satu", "indikator": "C", "jenis": "persen", "satuan": "%", "pembilang": "x"})
    sasaran = read_xlsx(tmp_path, data)[0].sasaran

    assert [(s.uraian, [i.nama for i in s.indikator]) for s in sasaran] == [
        ("Satu", ["Manfaat", "Mutu", "C"]),
        ("Dua", ["Dokumen"]),
    ]


def test_kelurahan_dari_berkas_didahulukan_lalu_daftar_wilayah(tmp_path: Path) -> None:
    baru, kota = read_xlsx(tmp_path, changed("kecamatan", 0, kelurahan="Satu; Dua\nTiga;"))

    assert baru.kecamatan.kelurahan == ("Satu", "Dua", "Tiga")
    assert len(kota.kecamatan.kelurahan) == 12


# --- numbers and texts


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("29.432.849.010", "29432849010"),
        ("Rp 4.510.000,50", "4510000.50"),
        (296187500, "296187500"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_anggaran_dalam_teks_dan_angka(tmp_path: Path, teks: object, nilai: str) -> None:
    assert read_xlsx(tmp_path, changed("program", 0, anggaran=teks))[0].program[0].anggaran == Decimal(nilai)


def test_anggaran_rancu_diputuskan_oleh_kolomnya(tmp_path: Path) -> None:
    data = changed("program", 0, anggaran="1.500")
    with pytest.raises(DataError, match=r"lembar Program, baris 2, kolom Anggaran: '1.500' bisa berarti"):
        read_xlsx(tmp_path, data)
    data["program"].append({"kode": "7.01.05", "nama": "LIMA", "anggaran": "3.326.918.203"})

    assert [p.anggaran for p in read_xlsx(tmp_path, data)[0].program] == [Decimal(1500), Decimal(3326918203)]


@pytest.mark.parametrize("kode", ["12.10", 12.1, 1210, "12-10", "12.10 Kabupaten Dairi"])
def test_kode_kabupaten_yang_menjadi_angka_tetap_terbaca(kode: object) -> None:
    assert Baris("x", {"kode": kode}, {}).read_kode("kode") == "12.10"


@pytest.mark.parametrize("teks", ["=1+1", "+62 61", "-", "@SUM(A1)", "{=1}", "'petik", "A & B < C", "O'Brien / Jl."])
def test_teks_bertanda_tersimpan_sebagai_teks(tmp_path: Path, teks: str) -> None:
    data = changed("program", 0, nama=teks, keterangan=teks)

    for semua in (read_xlsx(tmp_path, data), read_induk(write_csv(tmp_path / "csv", tabulate(data)))):
        assert (semua[0].program[0].nama, semua[0].program[0].keterangan) == (teks, teks)


def test_spasi_ganda_dan_huruf_tak_tampak_dirapikan_paragraf_tetap() -> None:
    baris = Baris("x", {"a": " Medan\u00a0 Ba\u200bru\t", "b": "satu \r\n\r\n dua\u202e"}, {})

    assert baris.read_teks("a") == "Medan Baru"
    assert baris.read_paragraf("b") == "satu\n\ndua"


def test_teks_sepanjang_satu_sel_utuh_dan_lebih_satu_huruf_ditolak(tmp_path: Path) -> None:
    data = changed("indikator", 0, penjelasan="x" * MAKS_TEKS)
    assert len(read_induk(write_csv(tmp_path / "a", tabulate(data)))[0].indikator[0].penjelasan) == MAKS_TEKS

    data = changed("indikator", 0, penjelasan="x" * (MAKS_TEKS + 1))
    with pytest.raises(DataError, match=r"a/indikator.csv, baris 2: Sel T2 berisi teks terlalu panjang"):
        (tmp_path / "b").mkdir()
        read_induk(write_csv(tmp_path / "b" / "a", tabulate(data)))


@given(st.text(max_size=40))
def test_teks_apa_pun_terbaca_rapi_atau_ditolak_dengan_tempatnya(teks: str) -> None:
    try:
        hasil = Baris("x.xlsx, baris 2", {"a": teks}, {}).read_teks("a")
    except DataError as galat:
        assert galat.tempat == "x.xlsx, baris 2, kolom a"
    else:
        assert hasil is None or hasil == " ".join(hasil.split())
        assert not {unicodedata.category(h) for h in hasil or ""} & {"Cc", "Cf", "Cn", "Cs"}


def test_arah_turun_saja_berarti_rumus_turun_yang_lazim(tmp_path: Path) -> None:
    data = changed("indikator", 1, jenis="nilai", target=3, arah="Turun")

    assert read_induk(write_csv(tmp_path / "a", tabulate(data)))[0].indikator[1].arah == "turun_selisih"


@pytest.mark.parametrize("teks", ["Darat; Babura", "Darat, Babura", "Darat\nBabura", " Darat ,Babura;"])
def test_kelurahan_dipisah_titik_koma_koma_atau_baris(teks: str, tmp_path: Path) -> None:
    data = changed("kecamatan", 0, kelurahan=teks)

    assert read_induk(write_xlsx(tmp_path / "induk.xlsx", tabulate(data)))[0].kecamatan.kelurahan == ("Darat", "Babura")
