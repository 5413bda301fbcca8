"""Every advice of the add-in, followed: what it says is typed, and then the right value comes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import xlsxwriter

from addin import bekukan_bagian, bekukan_berkas, bekukan_sunting, fungsi
from addin.spec import HARI_CONTOH
from kinerja.errors import KinerjaError
from tests.alat.berkas import read_part
from tests.alat.perintah import run_utama
from tests.alat.saran import expect_saran, follow, match_saran

Tampung = pytest.CaptureFixture[str]


def call(nama: str, *isi: Any, **bernama: Any) -> Any:
    return getattr(fungsi, nama)(*isi, pada=HARI_CONTOH, **bernama)


def refuse(nama: str, *isi: Any, **bernama: Any) -> str:
    """The sentence for a call."""
    with pytest.raises(KinerjaError) as galat:
        call(nama, *isi, **bernama)
    return str(galat.value)


SALAH: dict[str, tuple[str, tuple[Any, ...], list[tuple[tuple[Any, ...], Any]]]] = {
    "Samakan jumlah sel setiap baris.": ("SKM_INDEKS", ([[3, 4], [4]],), [(([[3, 4], [4, 4]],), 93.75)]),
    'Tulis {}; bila memang {}, tulis sebagai teks: "{}".': (
        "SAKIP_PREDIKAT",
        (0.665,),
        [((66.5,), "B"), (("0,665",), "D")],
    ),
    "Ubah format sel menjadi Teks, lalu ketik lagi, misalnya 7-8 atau 1:32.": (
        "PERSEN_CAPAIAN",
        (7.5, date(2024, 8, 7)),
        [((7.5, "7-8"), 100), (("1:32", "1:32"), 100)],
    ),
    "Periksa angka itu.": ("ANGGARAN_SELISIH", (-100, 40), [((100, 40), 60)]),
    "Beri baris dan kolom saja.": ("SKM_INDEKS", (np.full((2, 2, 1), 4),), [((np.full((2, 2), 4),), 100)]),
    "Beri angka, teks, daftar, atau nilai numpy atau pandas.": (
        "SAKIP_PREDIKAT",
        ({66.5},),
        [((66.5,), "B"), (("66,5",), "B"), (([66.5],), "B"), ((np.float64(66.5),), "B")],
    ),
}
"""Advice -> the function, what is refused, and what it says instead, with the value by the regulation."""


@follow(*SALAH)
@pytest.mark.parametrize("saran", SALAH)
def test_masukan_yang_ditolak_ditulis_seperti_disarankan(saran: str) -> None:
    nama, salah, benar = SALAH[saran]
    with expect_saran(saran):
        call(nama, *salah)

    assert [call(nama, *isi) for isi, _ in benar] == [nilai for _, nilai in benar]


@follow("Beri baris dan kolom saja.")
def test_daftar_di_dalam_daftar_menjadi_baris_dan_kolom() -> None:
    assert "Beri baris dan kolom saja." in refuse("SKM_INDEKS", [[[4, 4]]])
    assert call("SKM_INDEKS", [[4, 4]]) == 100


def test_yang_disarankan_untuk_pecahan_adalah_angka_yang_diketik() -> None:
    assert 'Tulis 66,5; bila memang 0,665, tulis sebagai teks: "0,665".' in refuse("SAKIP_PREDIKAT", 0.665)


@follow("Ambil keduanya dari satu tabel.", "Ambil semuanya dari satu tabel.")
def test_series_dan_pasangannya_diambil_dari_satu_tabel() -> None:
    tabel = pd.DataFrame({"realisasi": [5.0, 8.0], "target": [10, 10]}, index=["a", "b"])
    with expect_saran("Ambil keduanya dari satu tabel."):
        call("PERSEN_CAPAIAN", tabel["realisasi"], pd.Series([10, 10]))
    with expect_saran("Ambil semuanya dari satu tabel."):
        call("PERSEN_CAPAIAN", tabel["realisasi"], [10, 10, 10])

    hasil = call("PERSEN_CAPAIAN", tabel["realisasi"], tabel["target"])

    assert dict(hasil) == {"a": 50, "b": 80}


PANGGILAN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {"realisasi": 50, "sasaran": 80}),
    ((50, 80), {"target": 80}),
    ((50,), {}),
    ((), {"target": 80}),
    ((50, 80, "naik", None, None, 7), {}),
]


@follow("Tulis {}.")
@pytest.mark.parametrize(("isi", "bernama"), PANGGILAN)
def test_panggilan_yang_salah_ditulis_menurut_tandanya(isi: tuple[Any, ...], bernama: dict[str, Any]) -> None:
    kalimat = refuse("PERSEN_CAPAIAN", *isi, **bernama)
    tanda = kalimat[kalimat.rindex("Tulis ") :].removeprefix("Tulis ").removesuffix(".")
    nama, argumen = tanda.removesuffix(")").split("(")
    wajib = [satu for satu in argumen.split("; ") if not satu.startswith("[")]

    assert (nama, wajib) == ("PERSEN_CAPAIAN", ["realisasi", "target"])
    assert call(nama, **dict(zip(wajib, (50, 80), strict=True))) == 62.5


def _write(path: Path, *rumus: str) -> Path:
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("S")
        for baris, satu in enumerate(rumus):
            lembar.write_formula(baris, 1, satu, None, "B")
    return path


def _list_rumus(path: Path) -> list[str]:
    return re.findall(r"<f>([^<]*)</f>", _read(path))


def _read(path: Path) -> str:
    return read_part(path, "xl/worksheets/sheet1.xml")


BESAR = [
    (bekukan_bagian, "MAKS_SEL", "Bagi lembarnya ke beberapa buku kerja."),
    (bekukan_sunting, "MAKS_BAGIAN", "Bagi lembarnya ke beberapa buku kerja."),
    (bekukan_berkas, "MAKS_BITA", "Bagi buku kerjanya."),
]


@follow("Bagi lembarnya ke beberapa buku kerja.", "Bagi buku kerjanya.")
@pytest.mark.parametrize(("modul", "batas", "saran"), BESAR, ids=[batas for _, batas, _ in BESAR])
def test_yang_terlalu_besar_dibagi_ke_dua_buku(
    modul: Any, batas: str, saran: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rumus = ["=SAKIP_PREDIKAT(A1)", "=SAKIP_PREDIKAT(A2)"]
    asal = _write(tmp_path / "a.xlsx", *rumus)
    bekukan_berkas.freeze_file(asal, tmp_path / "utuh.xlsx", pada=HARI_CONTOH)
    monkeypatch.setattr(modul, batas, 1 if batas == "MAKS_SEL" else len(_read(tmp_path / "utuh.xlsx")) - 1)
    with expect_saran(saran):
        bekukan_berkas.freeze_file(asal, tmp_path / "b.xlsx", pada=HARI_CONTOH)

    beku = []
    for nomor, satu in enumerate(rumus):
        keluar = tmp_path / f"hasil{nomor}.xlsx"
        bekukan_berkas.freeze_file(_write(tmp_path / f"{nomor}.xlsx", satu), keluar, pada=HARI_CONTOH)
        beku += _list_rumus(keluar)
    assert beku == _list_rumus(tmp_path / "utuh.xlsx")


@follow("Hapus --nilai, atau hapus --pada.")
def test_nilai_bersama_pada_dihapus_salah_satunya(tmp_path: Path, capsys: Tampung) -> None:
    asal = _write(tmp_path / "a.xlsx", "=SAKIP_PREDIKAT(A1)")
    perintah = ("addin", "bekukan", asal, "--keluar")

    kode, _, galat = run_utama(capsys, *perintah, tmp_path / "x.xlsx", "--nilai", "--pada", "2016-01-01")
    assert (kode, match_saran("Hapus --nilai, atau hapus --pada.", galat)) == (2, True)

    assert run_utama(capsys, *perintah, tmp_path / "rumus.xlsx", "--pada", "2016-01-01")[0] == 0
    assert "IF(" in _list_rumus(tmp_path / "rumus.xlsx")[0]
    assert run_utama(capsys, *perintah, tmp_path / "nilai.xlsx", "--nilai")[0] == 0
    assert _list_rumus(tmp_path / "nilai.xlsx") == [] and "<v>B</v>" in _read(tmp_path / "nilai.xlsx")


@follow("Tidak ada yang perlu dibekukan; periksa apakah ini berkas yang dimaksud.")
def test_berkas_tanpa_fungsi_kami_diganti_yang_dimaksud(tmp_path: Path, capsys: Tampung) -> None:
    lain = _write(tmp_path / "lain.xlsx", "=SUM(A1)")
    asal = _write(tmp_path / "asal.xlsx", "=SAKIP_PREDIKAT(A1)")
    saran = "Tidak ada yang perlu dibekukan; periksa apakah ini berkas yang dimaksud."

    kode, _, galat = run_utama(capsys, "addin", "bekukan", lain)
    assert (kode, match_saran(saran, galat)) == (2, True)

    assert run_utama(capsys, "addin", "bekukan", asal)[0] == 0
    assert (tmp_path / "asal-beku.xlsx").exists()


@follow("Pilih nama lain dengan --keluar.", "Untuk jenis lain, buka hasilnya lalu simpan sebagai jenis itu.")
def test_hasil_pembekuan_diberi_nama_lain_dan_jenis_asalnya(tmp_path: Path, capsys: Tampung) -> None:
    asal = _write(tmp_path / "a.xlsx", "=SAKIP_PREDIKAT(66.5)")
    (tmp_path / "a-beku.xlsx").touch()

    kode, _, galat = run_utama(capsys, "addin", "bekukan", asal)
    assert (kode, match_saran("Pilih nama lain dengan --keluar.", galat)) == (2, True)
    kode, _, galat = run_utama(capsys, "addin", "bekukan", asal, "--keluar", tmp_path / "b.xlsm")
    assert (kode, match_saran("Untuk jenis lain, buka hasilnya lalu simpan sebagai jenis itu.", galat)) == (2, True)

    assert run_utama(capsys, "addin", "bekukan", asal, "--keluar", tmp_path / "b.xlsx")[0] == 0
    assert "SAKIP_PREDIKAT" not in _read(tmp_path / "b.xlsx")


@follow('Beri judul "Kode" dan "Uraian".')
def test_judul_kode_yang_tidak_dikenal_diberi_nama() -> None:
    """The last column is not read for its place where the titles say that it is another."""
    pk = [["Kode", "Uraian", "Pagu"], ["7.01.02", "B", 2_000_000], ["7.01.03", "C", 3_000_000]]
    dpa: list[list[Any]] = [["Kode dan Uraian", "Menjadi", "Semula"], ["7.01.02", 1_000_000, 2_000_000]]
    galat = refuse("ANGGARAN_REKON", pk, [*dpa, ["7.01.03", 1_500_000, 3_000_000]])
    assert match_saran('Beri judul "Kode" dan "Uraian".', galat)
    assert "Judul kolom kode tidak dikenal: 'Kode dan Uraian' (kolom 1), 'Menjadi' (kolom 2)" in galat

    dpa[0][0] = "Kode"
    hasil = call("ANGGARAN_REKON", pk, [*dpa, ["7.01.03", 1_500_000, 3_000_000]])
    assert [1_000_000, 1_500_000] == [b[3] for b in hasil[1:]]


ATAS = ("Mulai rentang dari baris judul itu.", "Tulis judulnya dalam satu baris, lalu ulangi.")


@follow(*ATAS)
def test_judul_tabel_anggaran_di_satu_baris_paling_atas() -> None:
    surat = [["PEMERINTAH KOTA", None, None], ["Tahun 2024", None, None]]
    tabel: list[list[Any]] = [["Kode", "Uraian", "Pagu"], ["7.01.01", "Penunjang", 500], ["7.01.02", "Pelayanan", 700]]
    galat = refuse("ANGGARAN_REKON", tabel, [*surat, *tabel])
    assert match_saran(ATAS[0], galat)
    assert "dpa: Judul kolomnya tidak di baris pertama: 'Kode' (kolom 1), 'Uraian' (kolom 2), 'Pagu' (kolom 3)" in galat
    harap = call("ANGGARAN_REKON", tabel, tabel)
    assert ["sama", "sama"] == [b[-1] for b in harap[1:]]
    assert harap == call("ANGGARAN_REKON", tabel, [*surat, *tabel][2:])

    dua: list[list[Any]] = [
        ["Kode", "Uraian", "Anggaran", None],
        [None, None, "Semula", "Menjadi"],
        *([*b[:2], 1, b[2]] for b in tabel[1:]),
    ]
    galat = refuse("ANGGARAN_REKON", tabel, dua)
    assert match_saran(ATAS[1], galat)
    assert "dpa: Judul kolomnya dua baris: 'Semula' (kolom 3), 'Menjadi' (kolom 4) ada di baris kedua." in galat
    assert harap == call("ANGGARAN_REKON", tabel, [["Kode", "Uraian", "Semula", "Menjadi"], *dua[2:]])
