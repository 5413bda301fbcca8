"""Input data: three carriers, one result; bad input is one Indonesian sentence with its place, never a silent value."""

from __future__ import annotations

import csv
import errno
import io
import tomllib
import unicodedata
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.errors import DataError
from kinerja.pemeriksaan import check_perjanjian
from kinerja.perjanjian import PerjanjianKinerja
from kinerja.sumber.baris import MAKS_TEKS, Baris
from kinerja.sumber.induk import load_bundled, read_induk
from kinerja.sumber.skema import TABEL, UMUM, Tabel
from kinerja.sumber.survei import read_survei
from kinerja.workbook.writer import render_workbook
from workbook_templates.perjanjian_kinerja import Konteks, build_perjanjian

Data = dict[str, list[dict[str, Any]]]
"""Rows of each table, by table and column key; `umum` has one."""

MEDAN = files("kinerja").joinpath("data", "medan_2024.toml").read_text(encoding="utf-8")


def small() -> Data:
    """The least data that make an agreement with every table."""
    return {
        "umum": [{"kabkota": "12.71", "tahun": 2025, "jenis": "murni"}],
        "kecamatan": [{"kode": "12.71.17", "nama": "Medan Baru"}, {"kode": "12.71.01"}],
        "indikator": [
            {"sasaran": "Satu", "indikator": "Manfaat", "jenis": "manfaat", "satuan": "%", "target": 100},
            {"sasaran": "Satu", "indikator": "Mutu", "jenis": "skm", "satuan": "nilai", "target": "B (88,30)"},
        ],
        "daftar": [{"kunci": "sarpras", "nama": "Sarana", "satuan": "KK"}],
        "program": [{"kode": "7.01.04", "nama": "PROGRAM KOORDINASI", "anggaran": 191200000}],
        "kegiatan": [{"kecamatan": "12.71.17", "daftar": "sarpras", "uraian": "Jalan", "target": 35}],
    }


def changed(tabel: str, baris: int, **isi: object) -> Data:
    data = small()
    data[tabel][baris].update(isi)
    return data


def added(tabel: str, **isi: object) -> Data:
    data = small()
    data[tabel].append(isi)
    return data


def tabulate(data: Mapping[str, Sequence[Mapping[str, object]]]) -> dict[str, list[list[object]]]:
    """The grids of the sheets, with their headers."""
    petak: dict[str, list[list[object]]] = {}
    for tabel in TABEL:
        if tabel is UMUM:
            petak[tabel.lembar] = [[k.judul, data["umum"][0].get(k.kunci)] for k in tabel.kolom]
        else:
            isi = [[b.get(k.kunci) for k in tabel.kolom] for b in data.get(tabel.kunci, ())]
            petak[tabel.lembar] = [[k.judul for k in tabel.kolom], *isi]
    return petak


def write_xlsx(path: Path, petak: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    buku = openpyxl.Workbook()
    assert buku.active is not None
    buku.remove(buku.active)
    for nama, baris in petak.items():
        lembar = buku.create_sheet(nama)
        for r, isi in enumerate(baris, start=1):
            for k, nilai in enumerate(isi, start=1):
                if nilai is not None:
                    sel = lembar.cell(r, k)
                    sel.value = nilai
                    if isinstance(nilai, str) and nilai.startswith("=") and nilai != "=A1+1":
                        sel.data_type = "s"
    buku.save(path)
    return path


def write_csv(
    folder: Path, petak: Mapping[str, Sequence[Sequence[object]]], pemisah: str = ",", sandi: str = "utf-8"
) -> Path:
    folder.mkdir()
    for nama, baris in petak.items():
        keluar = io.StringIO(newline="")
        csv.writer(keluar, delimiter=pemisah).writerows(baris)
        (folder / f"{nama.lower()}.csv").write_bytes(keluar.getvalue().encode(sandi))
    return folder


def read_xlsx(tmp_path: Path, data: Data) -> tuple[PerjanjianKinerja, ...]:
    return read_induk(write_xlsx(tmp_path / "induk.xlsx", tabulate(data)))


def medan() -> Data:
    isi: dict[str, Any] = tomllib.loads(MEDAN)
    return {**isi, "umum": [isi["umum"]]}


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
        ("Manfaat", None, Decimal(100)),
        ("mutu", "A", Decimal(90)),
    ]
    assert baru.indikator[1].satuan == "nilai"
    assert kota.indikator[1].target == Decimal("88.30")


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


@pytest.mark.parametrize(
    ("target", "hasil"),
    [
        ("B (88,30)", ("B", "88.30")),
        ("b(66,50)", ("B", "66.50")),
        ("BB 75", ("BB", "75")),
        ("B", ("B", None)),
        ("100%", (None, "100")),
        ("88.30", (None, "88.30")),
        (88.3, (None, "88.3")),
        ("-", (None, None)),
        (None, (None, None)),
    ],
)
def test_target_dipecah_menjadi_huruf_dan_angka(target: object, hasil: tuple[str | None, str | None]) -> None:
    huruf, angka = Baris("x", {"target": target}, {}).read_target("target")

    assert (huruf, angka) == (hasil[0], None if hasil[1] is None else Decimal(hasil[1]))


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
    with pytest.raises(DataError, match=r"a/indikator.csv, baris 2, kolom Penjelasan rumusan: Teks terlalu panjang"):
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


# --- bad input: file, sheet, row, one sentence


@pytest.mark.parametrize(
    ("data", "pesan"),
    [
        (changed("program", 0, anggaran="lima juta"), r"Program, baris 2, kolom Anggaran: 'lima juta' tidak terbaca"),
        (changed("program", 0, anggaran=True), r"baris 2, kolom Anggaran: True bukan angka"),
        (changed("program", 0, anggaran=10**15), r"baris 2, kolom Anggaran: Angka terlalu besar"),
        (changed("program", 0, anggaran=1.555), r"baris 2, kolom Anggaran: 1,555 lebih teliti daripada sen"),
        (changed("program", 0, nama=None), r"baris 2, kolom Nama program: Sel ini wajib diisi"),
        (changed("kegiatan", 0, target=2.5), r"Kegiatan, baris 2, kolom Target: 2,5 bukan bilangan bulat"),
        (changed("kegiatan", 0, target=-1), r"kolom Target: -1.* bukan bilangan bulat"),
        (changed("kegiatan", 0, daftar="sarpas"), r"Tidak ada daftar 'sarpas' .*Mungkin maksudnya 'sarpras'"),
        (
            changed("kegiatan", 0, kecamatan="12.71.18"),
            r"baris 2, kolom Kecamatan: 12.71.18 tidak ada pada tabel Kecam",
        ),
        (changed("kegiatan", 0, kecamatan="12.71.17 Medan Kota"), r"12.71.17 adalah Medan Baru, bukan Medan Kota"),
        (changed("daftar", 0, kunci="Sar pras"), r"Daftar, baris 2, kolom Kunci: Kunci 'Sar pras' tidak dapat dipakai"),
        (added("daftar", kunci="sarpras", nama="Lain", satuan="KK"), r"Kunci daftar kegiatan dipakai dua kali"),
        (added("kecamatan", kode="12.71.17"), r"baris 4, kolom Kode: Kode 12.71.17 sudah ada di .*baris 2"),
        (
            added("kecamatan", kode="12.71.77"),
            r"baris 4, kolom Kode: Kode kecamatan 12.71.77 tidak terdaftar.*12.71.17",
        ),
        (
            added("kecamatan", kode="12.10.01"),
            r"baris 4, kolom Kode: 12.10.01 \(.*\) terletak di Kabupaten .*bukan Kota",
        ),
        (added("kecamatan", camat="Tanpa kode"), r"baris 4, kolom Kode: Sel ini wajib diisi"),
        (changed("kecamatan", 0, nip=198001012005011001), r"baris 2, kolom NIP: NIP tersimpan sebagai angka"),
        (changed("indikator", 0, jenis="manfat"), r"'manfat' tidak dikenal. Mungkin maksudnya 'manfaat'"),
        (changed("indikator", 0, arah="atas"), r"kolom Arah: Arah 'atas' tidak dikenal. Pilih: naik"),
        (changed("indikator", 0, target="tinggi"), r"baris 2, kolom Target: 'tinggi' tidak terbaca"),
        (changed("indikator", 0, target="1.250"), r"baris 2, kolom Target: '1.250' bisa berarti"),
        (
            changed("indikator", 0, jenis="persen"),
            r"Daftar, baris 2, kolom Kunci: Ada daftar kegiatan, tetapi tidak ada",
        ),
        (
            added("indikator", sasaran="S", indikator="Lain", jenis="skm", satuan="n"),
            r"Kecamatan, baris 2 \(12.71.17 Medan Baru\): Ada 2 indikator",
        ),
        (
            added("indikator", kecamatan="12.71.17", indikator="Muta", target=1),
            r"Muta tidak ada pada baris umum.*'Mutu'",
        ),
        (
            changed("umum", 0, tahun=2017),
            r"Umum, kolom Tahun \(baris 2\): Tahun harus 2018 sampai 2100; .* peraturan yang dimuat belum berlaku",
        ),
        (changed("umum", 0, tahun=2101), r"Umum, kolom Tahun \(baris 2\): Tahun harus 2018 sampai 2100"),
        (changed("umum", 0, tahun=2025.5), r"Umum, kolom Tahun \(baris 2\): 2025,5 bukan bilangan bulat"),
        (
            changed("program", 0, kecamatan="12.71.01"),
            r"Kecamatan, baris 2 \(12.71.17 Medan Baru\): Tidak ada satu pun program. Isi tabel Program: baris tanpa",
        ),
        (
            {**small(), "daftar": [], "kegiatan": []},
            r"Kecamatan, baris 2 \(12.71.17 Medan Baru\): Ada indikator berjenis manfaat, tetapi tidak ada daftar",
        ),
        (
            changed("kecamatan", 0, alamat="x" * 161),
            r"Kecamatan, baris 2, kolom Alamat kantor: Teks terlalu panjang: 161 huruf. Paling banyak 160 huruf",
        ),
        (
            changed("umum", 0, kabkota="12.88"),
            r"Umum, kolom Kode kabupaten/kota \(baris 1\): Kode .* 12.88 tidak terdaftar",
        ),
        (changed("umum", 0, jenis="awal"), r"kolom Jenis perjanjian \(baris 3\): 'awal' tidak dikenal. Pilih: murni"),
    ],
)
def test_isian_buruk_ditolak_dengan_berkas_lembar_dan_baris(tmp_path: Path, data: Data, pesan: str) -> None:
    with pytest.raises(DataError, match=rf"^induk.xlsx, lembar .*{pesan}"):
        read_xlsx(tmp_path, data)


@pytest.mark.parametrize("tahun", [2018, 2100])
def test_tahun_pertama_dan_terakhir_diterima(tahun: int, tmp_path: Path) -> None:
    assert read_xlsx(tmp_path, changed("umum", 0, tahun=tahun))[0].tahun == tahun


LEBAR = "WWWWWW "
"""The widest letter in words that waste the most room of a narrow column."""


@pytest.mark.parametrize("tabel", [t for t in TABEL if any(k.maks for k in t.kolom)], ids=lambda t: t.kunci)
def test_teks_sepanjang_batasnya_muat_di_setiap_lembar_dan_lebihnya_ditolak(tabel: Tabel, tmp_path: Path) -> None:
    for kolom in (k for k in tabel.kolom if k.maks):
        penuh = (LEBAR * kolom.maks)[: kolom.maks - 1] + "W"
        data = small()
        data["indikator"].append({"sasaran": "T", "indikator": "P", "jenis": "persen", "satuan": "%"})
        for baris in data[tabel.kunci]:
            baris[kolom.kunci] = penuh
        if (tabel.kunci, kolom.kunci) == ("indikator", "indikator"):  # one name only, or the checks call it a double
            data["indikator"] = data["indikator"][:1]
        pk = read_xlsx(tmp_path, data)[0]
        buku = build_perjanjian(Konteks(pk, responden=5, temuan=check_perjanjian(pk)))
        assert render_workbook(buku).startswith(b"PK")

        data[tabel.kunci][0][kolom.kunci] = penuh + "W"
        with pytest.raises(DataError, match=rf"kolom .*Teks terlalu panjang: {kolom.maks + 1} huruf"):
            read_xlsx(tmp_path, data)


def test_berkas_bernama_kecamatan_tidak_mengaburkan_tempat_galat(tmp_path: Path) -> None:
    data = changed("program", 0, anggaran="lima juta")
    with pytest.raises(DataError, match=r"^kecamatan baru.xlsx, lembar Program, baris 2, kolom Anggaran: "):
        read_induk(write_xlsx(tmp_path / "kecamatan baru.xlsx", tabulate(data)))


@pytest.mark.parametrize(
    ("nomor", "kata"), [(errno.EIO, "gangguan pada penyimpanan"), (9999, "kesalahan sistem nomor 9999")]
)
@pytest.mark.parametrize("read", [read_induk, read_survei])
def test_galat_sistem_disebut_dalam_bahasa_indonesia(
    read: Callable[[Path], object], nomor: int, kata: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(_: Path) -> bytes:
        raise OSError(nomor, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", gagal)
    with pytest.raises(DataError, match=rf"a\.toml: Berkas tidak dapat dibaca \({kata}\)\."):
        read(tmp_path / "a.toml")


def test_huruf_kendali_ditolak_dengan_tempatnya(tmp_path: Path) -> None:
    data = changed("program", 0, nama="a\x07b")
    with pytest.raises(DataError, match=r"program.csv, baris 2, kolom Nama program: Ada huruf terlarang U\+0007"):
        read_induk(write_csv(tmp_path / "csv", tabulate(data)))


def test_kode_yang_diubah_excel_menjadi_tanggal_ditolak(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"baris 2, kolom Kode: Kode berubah menjadi tanggal 11-01-2001"):
        read_xlsx(tmp_path, changed("kecamatan", 0, kode=date(2001, 1, 11)))


def test_tanggal_bertipe_tanggal_ditulis_dalam_bahasa_indonesia(tmp_path: Path) -> None:
    assert read_xlsx(tmp_path, changed("kecamatan", 0, tanggal=date(2025, 1, 3)))[0].tanggal == "3 Januari 2025"


@pytest.mark.parametrize("lembar", [t.lembar for t in TABEL])
def test_lembar_yang_hilang_atau_salah_nama_disebut(tmp_path: Path, lembar: str) -> None:
    petak = tabulate(small())
    isi = petak.pop(lembar)
    with pytest.raises(DataError, match=rf"^induk.xlsx: Lembar {lembar} tidak ada"):
        read_induk(write_xlsx(tmp_path / "induk.xlsx", petak))
    with pytest.raises(DataError, match=rf"Ganti nama lembar '{lembar}2' menjadi '{lembar}'"):
        read_induk(write_xlsx(tmp_path / "induk.xlsx", {**petak, f"{lembar}2": isi}))


def test_kolom_hilang_tak_dikenal_atau_ganda(tmp_path: Path) -> None:
    petak = tabulate(small())
    kepala, isi = petak["Program"]
    for baru, pesan in (
        ([k for k in kepala if k != "Anggaran"], r"lembar Program, baris 1: Kolom Anggaran tidak ada"),
        ([k if k != "Anggaran" else "Angaran" for k in kepala], r"Kolom 'Angaran' tidak dikenal. Mungkin .*'Anggaran'"),
        ([k if k != "Keterangan" else "Anggaran" for k in kepala], r"Kolom Anggaran ada dua kali"),
        (["a", "b", "c", "d"], r"Baris judul kolom tidak ditemukan \(Nama program, Anggaran\)"),
    ):
        with pytest.raises(DataError, match=pesan):
            read_induk(write_xlsx(tmp_path / "induk.xlsx", {**petak, "Program": [baru, isi]}))


def test_isi_di_luar_kolom_tidak_dibuang_diam_diam(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(small()))
    (folder / "program.csv").write_text("kode,nama,anggaran\n7.01.04,Program A,B,1000\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"program.csv, baris 2: Ada isi di luar kolom tabel: '1000'"):
        read_induk(folder)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "Berkas kosong"),
        (b"<html><table><tr><td>12.71</td></tr></table></html>", "halaman web"),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?>", "halaman web atau XML"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 512, r"Excel lama \(.xls\)"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
        (b"kode;nama\n", r"bukan berkas .xlsx"),
        (b"PK\x03\x04 terpotong", "Berkas rusak"),
    ],
)
def test_berkas_yang_bukan_xlsx_disebut_jenisnya(tmp_path: Path, isi: bytes, pesan: str) -> None:
    berkas = tmp_path / "induk.xlsx"
    berkas.write_bytes(isi)
    with pytest.raises(DataError, match=rf"^induk.xlsx: .*{pesan}"):
        read_induk(berkas)


def test_zip_lain_dan_xlsx_terpotong_ditolak(tmp_path: Path) -> None:
    berkas = tmp_path / "induk.xlsx"
    with zipfile.ZipFile(berkas, "w") as arsip:
        arsip.writestr("word/document.xml", "<x/>")
    with pytest.raises(DataError, match=r"Ini bukan buku kerja .xlsx"):
        read_induk(berkas)
    utuh = write_xlsx(berkas, tabulate(small())).read_bytes()
    berkas.write_bytes(utuh[: len(utuh) // 2])
    with pytest.raises(DataError, match="Berkas rusak"):
        read_induk(berkas)


def test_nilai_galat_dan_rumus_tak_terhitung_tidak_menjadi_kosong(tmp_path: Path) -> None:
    petak = tabulate(small())
    petak["Program"][1][3] = "#DIV/0!"
    with pytest.raises(DataError, match=r"lembar Program, baris 2: Sel berisi #DIV/0!"):
        read_induk(write_xlsx(tmp_path / "a.xlsx", petak))
    petak["Program"][1][3] = "=A1+1"
    with pytest.raises(DataError, match=r"lembar Program, baris 2: Sel berisi rumus yang belum dihitung"):
        read_induk(write_xlsx(tmp_path / "b.xlsx", petak))


def test_sel_sangat_jauh_ditolak_sebelum_dibaca(tmp_path: Path) -> None:
    berkas = write_xlsx(tmp_path / "a.xlsx", tabulate(small()))
    buku = openpyxl.load_workbook(berkas)
    buku["Program"]["XFD1048576"] = "jauh"
    buku.save(berkas)
    with pytest.raises(DataError, match=r"lembar Program, baris 1048576: Ada sel .* jauh di luar tabel"):
        read_induk(berkas)


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("umum.tahun = 1\numum.jenis = 'murni", r", akhir berkas: Berkas TOML rusak"),
        ("umum.tahun = ?\n", r", baris 1, huruf ke-14: Berkas TOML rusak"),
        ("[umum]\ntahun = 2025\nwarna = 1", r"umum: Kunci 'warna' tidak dikenal"),
        ("[[programs]]\nkode = '1'", r"Tabel 'programs' tidak dikenal. Mungkin maksudnya 'program'"),
        ("program = 1", r"Tabel program salah bentuk. Tulis sebagai \[\[program\]\]"),
        ("program = [1]", r"program ke-1: Isinya bukan tabel"),
        ("umum.tahun = 2025", r"Tabel Kecamatan tidak ada atau kosong"),
        (MEDAN.replace("anggaran = 191_200_000", "anggaran = nan"), r"program ke-10, kolom anggaran: NaN bukan angka"),
        (MEDAN.replace("anggaran = 191_200_000", "anggaran = [1]"), r"program ke-10, kolom anggaran: Sel tidak berisi"),
        (
            MEDAN.replace("angaran", "x").replace("keterangan", "keteragan"),
            r"Kunci 'keteragan' .*Mungkin .*'keterangan'",
        ),
    ],
)
def test_toml_buruk_ditolak_dengan_tempatnya(tmp_path: Path, teks: str, pesan: str) -> None:
    (tmp_path / "data.toml").write_text(teks, encoding="utf-8")
    with pytest.raises(DataError, match=rf"^data.toml.*{pesan}"):
        read_induk(tmp_path / "data.toml")


def test_berkas_dan_folder_yang_tidak_dapat_dipakai(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "latin.toml").write_bytes("nama = 'é'".encode("latin-1"))
    (tmp_path / "satu.csv").write_text("kode\n")
    salah = write_csv(tmp_path / "csv", tabulate(small()))
    (salah / "kegiatans.csv").write_text("a,b\n")
    for path, pesan in (
        (tmp_path / "tidak-ada.xlsx", "Berkas tidak ditemukan"),
        (tmp_path / "kosong", "Tabel Umum tidak ada atau kosong"),
        (tmp_path / "latin.toml", "harus bersandi UTF-8"),
        (tmp_path / "satu.csv", "dibaca sebagai folder"),
        (salah, r"csv/kegiatans.csv: Berkas 'kegiatans' tidak dikenal. Mungkin maksudnya 'kegiatan'"),
    ):
        with pytest.raises(DataError, match=pesan):
            read_induk(path)


def test_csv_yang_bukan_teks_atau_kutipnya_rusak_ditolak(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", tabulate(small()))
    (folder / "program.csv").write_bytes(b"PK\x03\x04")
    with pytest.raises(DataError, match=r"csv/program.csv: Ini bukan berkas CSV"):
        read_induk(folder)
    (folder / "program.csv").write_bytes(b'kode,nama,anggaran\n7,"belum ditutup,1\n')
    with pytest.raises(DataError, match=r"csv/program.csv, baris 2: Berkas CSV rusak"):
        read_induk(folder)


def test_paragraf_bersambung_baris_dalam_csv_utuh(tmp_path: Path) -> None:
    data = changed("indikator", 0, penjelasan="satu\ndua \u2028tiga")
    semua = read_induk(write_csv(tmp_path / "csv", tabulate(data)))

    assert semua[0].indikator[0].penjelasan == "satu\ndua tiga"
