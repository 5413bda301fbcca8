"""The input workbook: what is written is read back, and what an official types arrives."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.errors import DataError
from kinerja.nomenklatur import list_program
from kinerja.perjanjian.induk.awal import make_isi
from kinerja.perjanjian.induk.bawaan import load_baku
from kinerja.perjanjian.induk.berkas import read_induk
from kinerja.perjanjian.induk.skema import TABEL
from kinerja.perjanjian.jenis import JENIS
from kinerja.perjanjian.model import JenisPerjanjian
from kinerja.terbit.keluaran import write_workbook
from kinerja.wilayah import find_kabkota, list_kabkota, list_kecamatan
from kinerja.wilayah.desa import list_kelurahan
from tests.alat.lint import lint
from tests.alat.validator import validate
from tests.contoh import angka
from workbook_templates.data_induk import AWAL, build_data_induk

# Names with / and ', the most kecamatan, a code ending in 0, the longest name, Kota and Kabupaten Administrasi.
DAERAH = ["12.71", "12.10", "11.17", "16.09", "31.01", "31.72", "95.03", "94.08", "91.05"]


def daerah_bertanda() -> list[str]:
    """The kabupaten/kota with the strangest kecamatan names, one for each special character."""
    return sorted({next(k.kode for k in list_kecamatan() if h in k.nama)[:5] for h in "'()-./12"})


@pytest.mark.parametrize("kode", sorted({*DAERAH, *daerah_bertanda()} & {k.kode for k in list_kabkota()}))
def test_yang_tertulis_terbaca_kembali(kode: str, tmp_path: Path) -> None:
    berkas = tmp_path / "induk.xlsx"
    write_workbook(build_data_induk(make_isi(kode, 2025)), berkas)
    semua = read_induk(berkas)
    terdaftar = list_kecamatan(kode)

    assert [(pk.kecamatan.kode, pk.kecamatan.nama, pk.kecamatan.kabkota) for pk in semua] == [
        (k.kode, k.nama, k.kabkota) for k in terdaftar
    ]
    assert [pk.kecamatan.kelurahan for pk in semua] == [list_kelurahan(k.kode) for k in terdaftar]
    assert {(pk.tahun, pk.jenis) for pk in semua} == {(2025, JenisPerjanjian.MURNI)}
    for pk in semua:
        assert [(p.kode, p.nama, p.anggaran) for p in pk.program] == [(p.kode, p.nama, None) for p in list_program()]
        assert [(i.nama, i.penjelasan, i.target) for i in pk.indikator] == [
            (b.read_teks("indikator"), b.read_paragraf("penjelasan"), None)
            for b in load_baku(pada=date(2025, 12, 31), desa="Desa")["indikator"]
        ]
        assert [d.kunci for d in pk.daftar] == ["sarpras", "pemberdayaan"]
        assert pk.pihak_pertama.nama is None
        assert pk.pihak_kedua.jabatan.endswith(find_kabkota(kode).nama.partition(" ")[2].upper())


def test_berkasnya_sah_menurut_lint_dan_validator(tmp_path: Path) -> None:
    berkas = tmp_path / "induk.xlsx"
    write_workbook(build_data_induk(make_isi("12.71", 2025)), berkas)

    assert lint(berkas) == []
    assert validate([berkas]) == {berkas: []}


def test_setiap_kabupaten_kota_punya_rencana_yang_sama_bentuknya() -> None:
    for k in list_kabkota()[::37]:
        buku = build_data_induk(make_isi(k.kode, 2025))
        assert [lembar.nama for lembar in buku.lembar] == ["Petunjuk", *(t.lembar for t in TABEL), "Pilihan"]
        blok = [b for lembar in buku.lembar for b in lembar.blok]
        assert len({b.nama for b in blok}) == len(blok)


def test_petunjuk_setiap_kolom_muat_di_kotak_isian() -> None:
    for tabel in TABEL:
        for kolom in tabel.kolom:
            assert len(kolom.judul) <= 32
            assert 0 < len(kolom.petunjuk) <= 255


def test_arti_setiap_jenis_indikator_ada_di_lembar_pilihan() -> None:
    pilihan = build_data_induk(make_isi("12.71", 2025)).get_lembar("Pilihan")
    sel = {(s.baris, s.kolom): s.nilai for s in pilihan.sel}

    assert [(j.kode, j.arti) for j in JENIS.values()] == [
        (sel[AWAL + n, 1], sel[AWAL + n, 2]) for n in range(len(JENIS))
    ]


def test_tahun_dan_panjang_teks_dijaga_di_sel_isian() -> None:
    blok = {b.nama: b for lembar in build_data_induk(make_isi("12.71", 2025)).lembar for b in lembar.blok}

    tahun, alamat = blok["isian_umum_tahun"].aturan, blok["isian_kecamatan_alamat"].aturan
    assert (tahun.jenis, tahun.bawah, tahun.atas) == ("bulat", 2018, 2100)
    assert (alamat.jenis, alamat.bawah, alamat.atas) == ("teks", 0, 160)


def test_kabkota_tak_dikenal_ditolak() -> None:
    with pytest.raises(DataError, match=r"12\.99 tidak terdaftar"):
        build_data_induk(make_isi("12.99", 2025))


def type_baris(lembar: Worksheet, baris: int, **isi: str | float) -> None:
    """Type into the columns of these titles, as an official would."""
    kolom = {str(sel.value).rstrip(" *"): sel.column for sel in lembar[AWAL]}
    for judul, nilai in isi.items():
        lembar.cell(baris, kolom[judul.replace("_", " ")] or 0, nilai)


def test_isian_pegawai_sampai_ke_perjanjian(tmp_path: Path) -> None:
    berkas = tmp_path / "induk.xlsx"
    write_workbook(build_data_induk(make_isi("12.71", 2025)), berkas)
    buku = openpyxl.load_workbook(berkas)
    umum = {str(baris[0].value).rstrip(" *"): baris[1] for baris in buku["Umum"].iter_rows(min_row=AWAL + 1)}
    umum["Nama pihak kedua"].value = "NAMA WALI KOTA"
    umum["Jenis perjanjian"].value = "perubahan"
    umum["Tempat penandatanganan"].value = "Medan"
    type_baris(buku["Kecamatan"], 21, Nama_camat="NAMA CAMAT", NIP="198001012005011001", Tanggal="3 Januari 2025")
    type_baris(buku["Indikator"], 5, Target="B (88,30)")
    type_baris(
        buku["Indikator"],
        9,
        Kecamatan="12.71.17 Medan Baru",
        Indikator_kinerja="Indeks kepuasan masyarakat",
        Target=88.5,
    )
    type_baris(
        buku["Indikator"], 10, Kecamatan="12.71.17", Indikator_kinerja="Nilai SAKIP Perangkat Daerah", Target="66,50"
    )
    type_baris(buku["Program"], 5 + 16 * 6, Anggaran=15435519078)
    type_baris(buku["Program"], 6 + 16 * 6, Anggaran="9.695.231.719")
    type_baris(buku["Kegiatan"], 5, Kecamatan="12.71.17 Medan Baru", Kunci_daftar="sarpras", Kegiatan="=1+1", Target=35)
    buku["Kegiatan"]["C5"].data_type = "s"  # typed with an apostrophe: a text, not a formula
    buku.save(berkas)
    semua = read_induk(berkas)
    kota, baru = semua[0], semua[16]

    assert baru.jenis is JenisPerjanjian.PERUBAHAN
    assert baru.pihak_kedua.nama == "NAMA WALI KOTA"
    assert (baru.pihak_pertama.nama, baru.pihak_pertama.nip) == ("NAMA CAMAT", "198001012005011001")
    assert (baru.tempat, baru.tanggal, kota.tempat, kota.tanggal) == ("Medan", "3 Januari 2025", "Medan", None)
    assert [(i.target_huruf, i.target) for i in kota.indikator[:2]] == [("B", angka("88.30")), (None, None)]
    assert [(i.target_huruf, i.target) for i in baru.indikator[:2]] == [
        (None, angka("88.5")),
        (None, angka("66.50")),
    ]
    assert [p.anggaran for p in baru.program[:3]] == [Decimal(15435519078), Decimal(9695231719), None]
    assert {p.anggaran for p in kota.program} == {None}
    assert baru.daftar[0].kegiatan[0].uraian == "=1+1"
    assert [len(d.kegiatan) for d in kota.daftar + baru.daftar] == [0, 0, 1, 0]


def test_folder_csv_dari_lembar_yang_sama_memberi_perjanjian_yang_sama(tmp_path: Path) -> None:
    berkas = tmp_path / "induk.xlsx"
    write_workbook(build_data_induk(make_isi("12.10", 2025)), berkas)
    folder = tmp_path / "csv"
    folder.mkdir()
    for lembar in openpyxl.load_workbook(berkas):
        if lembar.title not in {"Petunjuk", "Pilihan"}:
            with (folder / f"{lembar.title}.csv").open("w", encoding="utf-8", newline="") as keluar:
                csv.writer(keluar, delimiter=";").writerows(lembar.iter_rows(values_only=True))

    assert read_induk(folder) == read_induk(berkas)
