"""rekonsiliasi.xlsx: sound, computed alike by every engine, locked, filterable, printable, linked to its sources."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja.anggaran.banding import Rekonsiliasi, reconcile
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.writer import render_workbook
from tests.alat.cetak import clipped, find_bad_text, overlaps, to_pdf
from tests.alat.lint import lint
from tests.alat.mesin import compare, find_errors, read_cached, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.validator import validate
from tests.berkas_anggaran import ENAM, POHON, write_csv, write_xlsx
from tests.test_rekonsiliasi_temuan import BAKU, REALISASI, SATU, change, drop
from workbook_templates.rekonsiliasi import Bahan, build_rekonsiliasi

Isi = Sequence[Sequence[Any]]

BERUBAH: Isi = (
    *change(drop(BAKU, "7.01.06"), "7.01.04", 191_200_000.25),
    ("7.01.07", "PROGRAM LAIN", 5_000_000),
    BAKU[3],
)
LEBIH: Isi = change(REALISASI, "7.01.05", 4 * 762_440_010)
KECAMATAN = ("12.71.01", "12.71.02", "12.71.17")
KOTA: Isi = (
    ("kode_kecamatan", "kode", "nama", "pagu"),
    *((kec, kode, nama, pagu + i) for i, kec in enumerate(KECAMATAN) for kode, nama, pagu in ENAM),
)
KOTA_LRA: Isi = (("kode_kecamatan", "kode", "nama", "realisasi"), *((a, b, c, d // 3) for a, b, c, d in KOTA[1:]))
KOTA_BEDA: Isi = (*(b for n, b in enumerate(KOTA) if n not in {4, 9}), ("12.71.21", "7.01.01", "X", 7))
TANPA_KODE: Isi = (("Program", "Pagu"), ("Program Penataan Kota", 10), ("Program Kebersihan", 20))
KELOMPOK = ("Cocok", "Berbeda", "Hanya di perjanjian", "Hanya di DPA")
KASUS: dict[str, tuple[Isi, ...]] = {
    "berubah": (BAKU, BERUBAH, LEBIH),
    "sama semua": (BAKU, BAKU),
    "pohon": (POHON, change(POHON, "7.01.04.2.01.0002", 251)),
    "kota": (KOTA, KOTA_BEDA, KOTA_LRA),
    "tanpa irisan": (SATU, (SATU[0], ("7.01.05", "PROGRAM DESA", 7))),
    "tanpa kode": (TANPA_KODE, TANPA_KODE[:2], (("Program", "Realisasi"), ("Program Penataan Kota", 5))),
    "jumlah kosong": (BAKU, change(BAKU, "7.01.04", None)),
}


def run(folder: Path, isi: Sequence[Isi], write: Callable[[Path, Isi], Path] = write_xlsx) -> Rekonsiliasi:
    akhiran = "csv" if write is write_csv else "xlsx"
    nama = ("perjanjian", "dpa", "realisasi")
    return reconcile(*(write(folder / f"{n}.{akhiran}", i) for n, i in zip(nama, isi, strict=False)))


def build(folder: Path, nama: str, maks_baris: int = 50_000) -> Path:
    (folder / nama).mkdir(exist_ok=True)
    hasil = run(folder / nama, KASUS[nama], write_csv if nama == "kota" else write_xlsx)
    alamat = {b.path: b.path.name for s in hasil.sumber.values() for b in s.bagian}
    path = folder / nama / f"rekonsiliasi-{maks_baris}.xlsx"
    write_workbook(build_rekonsiliasi(Bahan(hasil, alamat, (2024, 12, 31), maks_baris=maks_baris)), path)
    return path


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The workbooks of all cases, and two whose sheets are too short for their rows."""
    folder = tmp_path_factory.mktemp("rekon")
    semua = {nama: build(folder, nama) for nama in KASUS}
    return semua | {f"{nama} terpotong": build(folder, nama, 2) for nama in ("kota", "sama semua")}


def test_berkas_utuh_menurut_lint_dan_validator(buku: dict[str, Path]) -> None:
    assert {nama: lint(path) for nama, path in buku.items()} == {nama: [] for nama in buku}
    assert validate(buku.values()) == {path: [] for path in buku.values()}


def test_setiap_mesin_menghitung_nilai_yang_tersimpan(buku: dict[str, Path]) -> None:
    lo = recalc_libreoffice(list(buku.values()), "id-ID")

    for nama, path in buku.items():
        assert [] == compare(path, ironcalc=recalc_ironcalc(path), lo=lo[path]), nama
        assert not find_errors(read_cached(path))


def test_formulon_menghitung_nilai_yang_tersimpan(buku: dict[str, Path]) -> None:
    for nama in ("berubah", "pohon", "kota"):
        assert [] == compare(buku[nama], formulon=recalc_formulon(buku[nama])), nama


def test_tidak_ada_tulisan_yang_hilang_atau_bertumpuk_di_kertas(buku: dict[str, Path], tmp_path: Path) -> None:
    for path, pdf in to_pdf([buku[n] for n in ("berubah", "pohon", "kota")], tmp_path).items():
        assert ([], [], []) == (find_bad_text(pdf), overlaps(pdf), clipped(pdf)), path


def test_hanya_penjelasan_yang_dapat_diisi_dan_saringannya_tetap_bekerja(buku: dict[str, Path]) -> None:
    with zipfile.ZipFile(buku["berubah"]) as arsip:
        lembar = [arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/worksheets/sheet")]
    bersaring = [xml for xml in lembar if "<autoFilter " in xml]

    assert len(lembar) == 8
    assert all('<sheetProtection sheet="1"' in xml for xml in lembar)
    assert len(bersaring) == 7
    assert all('autoFilter="0"' in xml for xml in bersaring)
    terbuka = {
        (sheet.title, sel.coordinate[0])
        for sheet in openpyxl.load_workbook(buku["berubah"]).worksheets
        for baris in sheet.iter_rows()
        for sel in baris
        if not sel.protection.locked
    }
    assert terbuka == {("Temuan", "F")}


def test_jumlah_setiap_kelompok_sama_dengan_yang_terbaca(buku: dict[str, Path]) -> None:
    for nama, path in buku.items():
        sheet = openpyxl.load_workbook(path, data_only=True)["Ringkasan"]
        baris: dict[str, Any] = {str(r[0]): r[1:5] for r in sheet.iter_rows(6, 22, values_only=True)}
        dibandingkan = baris["Dibandingkan (baris terbawah)"]

        assert baris["Jumlah"][1:3] == (dibandingkan[1], dibandingkan[3]), nama
        kalimat = "Pembacaan belum terbukti: ada jumlah yang tidak cocok. Lihat temuan."
        if nama != "pohon":  # a kegiatan there differs from its sub-kegiatan
            kalimat = "Tidak ada rupiah yang hilang atau terhitung dua kali."
        assert baris["Kesimpulan"][:2] == ("PERIKSA" if nama == "pohon" else "OK", kalimat)
        assert baris["Jumlah"][0] == sum(baris[k][0] for k in KELOMPOK)


def read_tabel(path: Path, lembar: str, *, rumus: bool = False) -> list[dict[str, Any]]:
    """Rows of a sheet by the titles of their columns, values or formulas."""
    baris = openpyxl.load_workbook(path, data_only=not rumus)[lembar].iter_rows(min_row=6, values_only=True)
    judul = [str(s) for s in next(baris)]
    return [dict(zip(judul, sel, strict=True)) for sel in baris]


def test_tautan_setiap_baris_menuju_sel_yang_berisi_jumlahnya(buku: dict[str, Path]) -> None:
    path = buku["berubah"]
    alamat = {f"$H${r}": b["Alamat"] for r, b in enumerate(read_tabel(path, "Sumber"), start=7)}
    pasangan = (("Sel di perjanjian", "Perjanjian (Rp)"), ("Sel di DPA", "DPA (Rp)"))
    periksa = 0
    for nama in KELOMPOK:
        for nilai, rumus in zip(read_tabel(path, nama), read_tabel(path, nama, rumus=True), strict=True):
            for letak, uang in pasangan:
                if not rumus.get(letak) or nilai["Kode"] == "7.01.03":  # there twice: the row has the sum
                    continue
                cocok = re.fullmatch(r'=HYPERLINK\(Sumber!(\$H\$\d+)&"(\w+)","\2"\)', rumus[letak])
                assert cocok, rumus
                berkas, lembar = alamat[cocok[1]].removesuffix("'!").split("#'")
                sumber: Any = openpyxl.load_workbook(path.parent / berkas)[lembar]
                assert sumber[cocok[2]].value == nilai[uang]
                periksa += 1

    assert periksa == 10


def test_tautan_ke_berkas_teks_menyebut_barisnya(buku: dict[str, Path]) -> None:
    assert read_tabel(buku["kota"], "Cocok", rumus=True)[0]["Sel di DPA"] == '=HYPERLINK(Sumber!$H$8,"baris 2")'
    assert read_tabel(buku["kota"], "Sumber")[1]["Alamat"] == "dpa.csv"


def test_rekap_per_tingkat_menjumlah_program_dan_kecamatan(buku: dict[str, Path]) -> None:
    isi = {
        (b["Tingkat"], b["Kode"]): [b["Perjanjian (Rp)"], b["DPA (Rp)"]]
        for b in read_tabel(buku["kota"], "Per tingkat")
    }
    pagu = {(kec, kode): n for kec, kode, _, n in KOTA[1:]}

    assert isi["Program", "7.01.05"] == [sum(pagu[k, "7.01.05"] for k in KECAMATAN)] * 2
    assert isi["Kecamatan", "12.71.17"] == [sum(n for (k, _), n in pagu.items() if k == "12.71.17")] * 2
    assert isi["Kecamatan", "12.71.21"] == [0, 7]
    assert isi["Kecamatan", "12.71.01"][1] == isi["Kecamatan", "12.71.01"][0] - pagu["12.71.01", "7.01.04"]


def test_baris_yang_tidak_muat_tetap_terhitung(buku: dict[str, Path]) -> None:
    teks = [b["Program / kegiatan"] for b in read_tabel(buku["kota terpotong"], "Cocok")]

    assert teks[2] == "14 baris lain, tidak ditulis di sini"
    assert len(teks) == 3


def test_masukan_yang_sama_memberi_bita_yang_sama(tmp_path: Path) -> None:
    hasil = run(tmp_path, KASUS["berubah"])
    k = Bahan(hasil, {}, (2024, 12, 31))

    assert render_workbook(build_rekonsiliasi(k)) == render_workbook(build_rekonsiliasi(k))


def test_nama_berkas_yang_panjang_tidak_menggagalkan_buku(tmp_path: Path) -> None:
    hasil = run(tmp_path, KASUS["berubah"])
    panjang = {b.path: b.path.name for s in hasil.sumber.values() for b in s.bagian}
    for sumber in hasil.sumber.values():
        for b in sumber.bagian:
            object.__setattr__(b, "path", b.path.with_name(f"DPA-SKPD {'sangat ' * 20}panjang {b.path.name}"))
    buku = build_rekonsiliasi(Bahan(hasil, panjang, (2024, 12, 31)))

    assert len(buku.kaki) <= 200
    assert render_workbook(buku).startswith(b"PK")
