"""The agreement workbook as its users meet it: names, locks, contents, validity, print."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from addin.fungsi import DAFTAR
from kinerja.perjanjian.model import JenisPerjanjian, PerjanjianKinerja
from kinerja.workbook.layout import Matriks
from kinerja.workbook.writer import render_workbook
from tests.alat.lint import lint
from tests.alat.validator import validate
from tests.contoh import (
    BENTUK,
    MEDAN,
    MEDAN_BARU,
    make_2019,
    make_campuran,
    make_enam_persen,
    make_medan,
    make_panjang,
    write_perjanjian,
)
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

NAMA_PUBLIK = {
    "isian_skm_jawaban": (400, 9),
    "isian_sakip_predikat": (12, 1),
    "isian_sakip_subkomponen": (12, 1),
    "isian_sakip_lalu": (12, 1),
    "isian_manfaat_sarpras_realisasi": (16, 4),
    "isian_manfaat_pemberdayaan_realisasi": (31, 4),
    "isian_trantibum_laporan": (12, 1),
    "isian_trantibum_ditangani": (12, 1),
    "isian_anggaran_dpa": (6, 1),
    "isian_anggaran_realisasi": (6, 4),
    "isian_indikator_1_target": (1, 1),
    "isian_indikator_4_target_triwulan": (1, 4),
    "hasil_skm_nik": (1, 1),
    "hasil_skm_mutu": (1, 1),
    "hasil_skm_kinerja": (1, 1),
    "hasil_sakip_nilai": (1, 1),
    "hasil_sakip_predikat": (1, 1),
    "hasil_sakip_interpretasi": (1, 1),
    "hasil_sakip_kurang": (1, 1),
    "hasil_sakip_lalu": (1, 1),
    "hasil_sakip_lalu_predikat": (1, 1),
    "hasil_sakip_selisih": (1, 1),
    "hasil_manfaat_persen": (1, 1),
    "hasil_trantibum_persen": (1, 1),
    "hasil_anggaran_perjanjian": (1, 1),
    "hasil_cek_periksa": (1, 1),
    "hasil_cek_belum": (1, 1),
    "hasil_cek_dijelaskan": (1, 1),
    "hasil_anggaran_serapan": (1, 1),
    "identitas_kode": (1, 1),
}


@pytest.fixture(scope="module")
def medan_baru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_perjanjian(MEDAN_BARU, tmp_path_factory.mktemp("medan") / "medan-baru.xlsx")


@pytest.fixture(scope="module")
def buku(medan_baru: Path) -> Workbook:
    return openpyxl.load_workbook(medan_baru, data_only=True)


def cells(buku: Workbook, nama: str) -> list[list[object]]:
    """Values of a defined name, rows × columns."""
    ((lembar, wilayah),) = buku.defined_names[nama].destinations
    isi = buku[lembar][wilayah.replace("$", "")]
    baris = isi if isinstance(isi, tuple) else ((isi,),)
    return [[sel.value for sel in r] for r in baris]


def texts(buku: Workbook, lembar: str) -> list[object]:
    return [sel.value for r in buku[lembar].iter_rows() for sel in r if sel.value is not None]


def test_dokumen_sumber_tercetak_utuh_di_lampiran(buku: Workbook) -> None:
    isi = texts(buku, "Lampiran")

    anggaran = ["15.435.519.078", "9.695.231.719", "3.326.918.203", "191.200.000", "762.440.010", "21.540.000"]
    assert anggaran == [x for x in isi if str(x) in anggaran]
    assert [[29432849010]] == cells(buku, "hasil_anggaran_perjanjian")
    assert "29.432.849.010" in isi
    assert {"B (88,30)", "B (66,50)", "100%"} <= set(isi)


def test_jumlah_930_dan_yang_tercantum_855_dilaporkan_di_lembar_cek(buku: Workbook) -> None:
    isi = [str(x) for x in texts(buku, "Cek")]
    manfaat = texts(buku, "Manfaat")

    assert {338, 930, 855} <= set(manfaat)
    assert any("930" in x and "855" in x for x in isi)
    assert "PERIKSA" in isi


def test_lembar_berurutan_dan_identitas_tersembunyi(buku: Workbook) -> None:
    harap = (
        "Petunjuk, Pernyataan, Lampiran, Rumusan, Rencana Aksi, SKM, SAKIP, Manfaat, Trantibum, Anggaran, Triwulan, "
        "Capaian, Grafik, Cek, Rujukan, Identitas"
    )

    assert harap.split(", ") == buku.sheetnames
    assert ["Identitas"] == [x.title for x in buku.worksheets if x.sheet_state != "visible"]
    assert "Petunjuk" == buku.active.title  # type: ignore[union-attr]


@pytest.mark.parametrize(("nama", "bentuk"), NAMA_PUBLIK.items())
def test_nama_publik_ada_dan_berukuran_tetap(buku: Workbook, nama: str, bentuk: tuple[int, int]) -> None:
    isi = cells(buku, nama)

    assert bentuk == (len(isi), len(isi[0]))


def test_nama_publik_tidak_sama_dengan_nama_fungsi(buku: Workbook) -> None:
    fungsi = {f.upper() for f in DAFTAR}

    assert set() == fungsi & {n.upper() for n in buku.defined_names}
    assert all(re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)+", n) for n in buku.defined_names)


def test_semua_rumus_terkunci_dan_setiap_lembar_dilindungi(medan_baru: Path) -> None:
    buku = openpyxl.load_workbook(medan_baru)

    terbuka = [
        f"{x.title}!{sel.coordinate}"
        for x in buku.worksheets
        for r in x.iter_rows()
        for sel in r
        if sel.data_type == "f" and not sel.protection.locked
    ]
    assert [] == terbuka
    assert all(x.protection.sheet for x in buku.worksheets)


def test_isian_terbuka_kecuali_yang_ditetapkan_penerbit(medan_baru: Path) -> None:
    buku = openpyxl.load_workbook(medan_baru)

    def locked(nama: str) -> set[bool]:
        ((lembar, wilayah),) = buku.defined_names[nama].destinations
        isi = buku[lembar][wilayah.replace("$", "")]
        return {sel.protection.locked for r in (isi if isinstance(isi, tuple) else ((isi,),)) for sel in r}

    for nama in ("isian_skm_jawaban", "isian_sakip_subkomponen", "isian_anggaran_dpa", "isian_camat_nip"):
        assert {False} == locked(nama)
    for nama in ("isian_indikator_1_target", "isian_anggaran_perjanjian", "isian_camat_nama"):
        assert {True} == locked(nama)


def test_kecamatan_lain_punya_isian_kosong_bukan_angka_karangan(tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(write_perjanjian(MEDAN["12.71.01"], tmp_path / "kota.xlsx"), data_only=True)

    for nama in (
        "isian_indikator_1_target",
        "isian_anggaran_perjanjian",
        "isian_camat_nama",
        "isian_manfaat_sarpras_target",
    ):
        assert {None} == {n for r in cells(buku, nama) for n in r}, nama
    assert "MUHAMMAD BOBBY AFIF NASUTION, S.E, M.M" in texts(buku, "Pernyataan")


def test_perjanjian_tanpa_skm_hanya_punya_lembar_yang_perlu(tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(write_perjanjian(make_enam_persen(), tmp_path / "enam.xlsx"), data_only=True)

    assert {"Indikator"} == {"SKM", "SAKIP", "Manfaat", "Trantibum", "Indikator"} & set(buku.sheetnames)
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2024" in texts(buku, "Pernyataan")
    assert (1, 4) == (
        len(cells(buku, "isian_indikator_6_pembilang")),
        len(cells(buku, "isian_indikator_6_penyebut")[0]),
    )


@pytest.mark.parametrize("bentuk", BENTUK)
def test_masukan_sama_menghasilkan_bita_sama(bentuk: object) -> None:
    satu, dua = (render_workbook(build_perjanjian(Bahan(bentuk(), responden=20))) for _ in range(2))  # type: ignore[operator]

    assert satu == dua


def test_setiap_macam_buku_lolos_lint_dan_validator(tmp_path: Path, medan_baru: Path) -> None:
    panjang = make_panjang()
    paths = [
        medan_baru,
        write_perjanjian(MEDAN["12.71.01"], tmp_path / "kosong.xlsx"),
        write_perjanjian(
            replace(MEDAN_BARU, jenis=JenisPerjanjian.PERUBAHAN), tmp_path / "perubahan.xlsx", kertas="a4"
        ),
        write_perjanjian(make_medan(), tmp_path / "medan.xlsx", logo=PNG, responden=1),
        write_perjanjian(make_enam_persen(), tmp_path / "enam.xlsx"),
        write_perjanjian(make_campuran(), tmp_path / "campuran.xlsx"),
        write_perjanjian(make_2019(), tmp_path / "2019.xlsx"),
        write_perjanjian(panjang, tmp_path / "panjang.xlsx", responden=5),
    ]

    assert {} == {p.name: c for p in paths if (c := lint(p))}
    assert {} == {p.name: c for p, c in validate(paths).items() if c}


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f0300"
    "05fe02fea1399b6a0000000049454e44ae426082"
)


def test_teks_mirip_rumus_tetap_teks(tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(write_perjanjian(make_panjang(), tmp_path / "jahat.xlsx"))

    sel = buku["Pernyataan"]["I4"]
    assert ("=HYPERLINK(1)", "s") == (sel.value, sel.data_type)
    rumus = [s.value for r in buku["Anggaran"].iter_rows() for s in r if s.data_type == "f"]
    assert not any("PANJANG" in str(x) for x in rumus)


def cek_baris(pk: PerjanjianKinerja, awal: str, isi: dict[str, Matriks]) -> str:
    """The word of the check that begins like this."""
    lembar = build_perjanjian(Bahan(pk, isi, responden=5)).get_lembar("Cek")
    (baris,) = (s.baris for s in lembar.sel if s.kolom == 1 and str(s.nilai).startswith(awal))
    (kata,) = (str(s.nilai) for s in lembar.sel if (s.baris, s.kolom) == (baris, 3))
    return kata


def test_pembilang_dan_penyebut_di_triwulan_berbeda_harus_diperiksa() -> None:
    cara: dict[str, Matriks] = {"isian_indikator_1_metode": (("dijumlahkan",),)}
    ganjil: dict[str, Matriks] = {"isian_indikator_1_pembilang": ((5,),), "isian_indikator_1_penyebut": ((None, 9),)}
    genap: dict[str, Matriks] = {"isian_indikator_1_pembilang": ((5,),), "isian_indikator_1_penyebut": ((9,),)}

    apa = "Indikator 1: pembilang dan penyebut"
    assert "PERIKSA" == cek_baris(make_enam_persen(), apa, ganjil | cara)
    assert "OK" == cek_baris(make_enam_persen(), apa, genap | cara)
    assert "BELUM" == cek_baris(make_enam_persen(), apa, genap)


@pytest.mark.parametrize(
    ("nip", "kata"),
    [(None, "BELUM"), ("19800101 200501 1 001", "OK"), ("1980", "PERIKSA"), (198001012005011000, "PERIKSA")],
)
def test_nip_harus_teks_18_angka(nip: str | int | None, kata: str) -> None:
    assert kata == cek_baris(make_medan(), "Pernyataan: NIP", {"isian_camat_nip": ((nip,),)})


def test_isian_pernyataan_berformat_teks_agar_nip_tidak_rusak(medan_baru: Path) -> None:
    lembar = openpyxl.load_workbook(medan_baru)["Pernyataan"]

    assert {"@"} == {lembar[f"I{r}"].number_format for r in (5, 6)}
