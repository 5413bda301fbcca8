"""rekap.xlsx: sound, computed alike by every engine, locked throughout, printable, the same bytes each time."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from kinerja.bilangan import round_half_up
from kinerja.perjanjian.hasil import HasilBuku, HasilIndikator, HasilProgram, HasilSakip, HasilSkm, HasilTriwulan
from kinerja.perjanjian.rekap import BarisRekap, Rekap, StatusKembali
from kinerja.perjanjian.temuan_kumpul import Bobot, TemuanKumpul
from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.writer import render_workbook
from tests.alat.cetak import clipped, find_bad_text, overlaps, pages, to_pdf
from tests.alat.lint import lint
from tests.alat.mesin import compare, find_errors, read_cached, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.alat.rekap import make_rekap
from tests.alat.validator import validate
from workbook_templates.rekap import JUDUL_REKAP, build_rekap

RUMUS = r"=(?:IF|ROUND|SUM|SUMIF|COUNT|COUNTIF)\(|='?[A-Z][A-Za-z ]+'?!\$[A-Z]+\$[0-9]+$|=0$"
"""How our formulas begin."""
PANJANG = "Persentase penanganan gangguan ketenteraman dan ketertiban umum yang selesai tepat waktu menurut standar"


def make_indikator(nomor: int, nama: str, *capaian: Fraction | int | None, target: str | int = 100) -> HasilIndikator:
    """An indikator with its capaian of the year and of the quarters."""
    tahun, *lain = capaian
    tw = tuple(HasilTriwulan(target, c, c, "", "=kendala" if c == 90 else "") for c in lain)
    sisa = (HasilTriwulan(),) * (4 - len(tw))
    return HasilIndikator(nomor, f"Sasaran {nama[0]}", nama, "%", "naik", target, tahun, "", tahun, "", "", tw + sisa)


def make_program(kode: str, pagu: Fraction | int | None, jumlah: Fraction | int | None) -> HasilProgram:
    serapan = Fraction(round_half_up(jumlah * 100 / Fraction(pagu), 2)) if pagu and jumlah is not None else None
    return HasilProgram(kode, f"PROGRAM {kode}", pagu, None, pagu, (jumlah, None, None, None), jumlah, serapan)


def make_baris(kode: str, nama: str, hasil: HasilBuku | None, **lain: object) -> BarisRekap:
    status = StatusKembali.LENGKAP if hasil else StatusKembali.BELUM
    return replace(BarisRekap(kode, nama, "Kabupaten =A", status, "a.xlsx", "2024-05-06T07:08:09", hasil), **lain)  # type: ignore[arg-type]


def make_hasil(
    indikator: tuple[HasilIndikator, ...], program: tuple[HasilProgram, ...] = (), ganda: bool = False
) -> HasilBuku:
    skm = (HasilSkm("SKM", Fraction(8831, 100), "A", "Sangat Baik", 100), HasilSkm("SKM 2", 25, "D", "Tidak Baik", 9))
    sakip = (HasilSakip("SAKIP", 60, "CC"),)
    return HasilBuku(indikator, program, skm if ganda else skm[:1], sakip, None, (), {})


def make_campur() -> Rekap:
    """What is rare: other indikator and programmes each, the same name twice, words, sen, below 0, names that look
    like formulas, and letters that no cell holds."""
    satu = make_hasil(
        (
            make_indikator(1, "=1+1", -5, 90, 110, target="80-90"),
            make_indikator(2, "Ganda", Fraction(10005, 100), None, 90),
            make_indikator(3, "Ganda", 50, Fraction(1, 2)),
            make_indikator(4, "Opini", None, target="WTP"),
        ),
        (make_program("7.01.01", 1000, 0), make_program("7.01.02", Fraction(1001, 2), Fraction(1, 4))),
        ganda=True,
    )
    dua = make_hasil(
        (make_indikator(1, '"Kutip" & <b>', 33), make_indikator(2, PANJANG, 120, 1, 2, 3, 4)),
        (make_program("7.01.02", 7, None), make_program("7.01.02", 3, 3), make_program("9.99.09", None, None)),
    )
    bobot = [TemuanKumpul("KU01", b, "Anggaran", "D7", "=SUM(A1)", "+1\x07\t", "Diubah.", "Tanya.") for b in Bobot]
    isi = (
        make_baris("12.01.01", "=HYPERLINK(1)", satu, temuan=(*bobot, bobot[0])),
        make_baris("12.01.02", 'Nama "kutip" <b>', dua, kabkota="Kota 'B'"),
        make_baris("12.01.03", "Tanpa hasil", None, status=StatusKembali.DIPERIKSA, temuan=tuple(bobot[1:])),
        make_baris("12.01.04", "", None, berkas="", waktu="", kabkota=""),
    )
    return Rekap(2024, "perubahan", date(2024, 8, 17), 3, isi)


def make_lebar() -> Rekap:
    """More indikator and programmes than a matrix has columns, and than are summed up one by one."""
    isi = []
    for n in range(6):
        indikator = tuple(make_indikator(i + 1, f"Indikator {n} {i}", 50 + i, 60) for i in range(40))
        program = tuple(make_program(f"7.{n:02}.{i:02}", 1000 + i, i) for i in range(40))
        isi.append(make_baris(f"12.01.{n:02}", f"Kecamatan {n}", make_hasil(indikator, program)))
    return Rekap(2024, "murni", date(2024, 8, 17), 1, tuple(isi))


REKAP = {
    "tanpa kecamatan": Rekap(2024, "murni", date(2024, 1, 2), 0, ()),
    "satu": make_rekap(1),
    "belum ada": make_rekap(5, sampai=0),
    "kota": make_rekap(21),
    "dua kabupaten": make_rekap(24, 3, sampai=2, nakal=False),
    "campur": make_campur(),
    "biasa": make_rekap(21, 5, nakal=False),
    "lebar": make_lebar(),
}


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rekap")
    hasil = {nama: folder / f"{nama}.xlsx" for nama in REKAP}
    for nama, path in hasil.items():
        write_workbook(build_rekap(REKAP[nama]), path)
    return hasil


def test_berkas_utuh_menurut_lint_dan_validator(buku: dict[str, Path]) -> None:
    assert {nama: lint(path) for nama, path in buku.items()} == {nama: [] for nama in buku}
    assert validate(buku.values()) == {path: [] for path in buku.values()}


def test_ironcalc_dan_formulon_menghitung_nilai_yang_tersimpan(buku: dict[str, Path]) -> None:
    for nama, path in buku.items():
        assert [] == compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path)), nama
        assert not find_errors(read_cached(path))
    assert 1000 < len(read_cached(buku["kota"]))


def test_libreoffice_menghitung_nilai_yang_tersimpan(buku: dict[str, Path]) -> None:
    sampel = [buku[n] for n in ("kota", "campur", "lebar", "belum ada")]
    for path, nilai in recalc_libreoffice(sampel, "id-ID").items():
        assert [] == compare(path, lo=nilai), path


def test_semuanya_terkunci_dan_dapat_disaring(buku: dict[str, Path]) -> None:
    for path in buku.values():
        with zipfile.ZipFile(path) as arsip:
            lembar = [arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/worksheets/sheet")]
        assert all('<sheetProtection sheet="1"' in xml for xml in lembar)
        bersaring = [xml for xml in lembar if "<autoFilter " in xml]
        assert len(lembar) - 2 == len(bersaring)  # all but Ringkasan and Grafik
        assert all('autoFilter="0"' in xml for xml in bersaring)
    semua = [s for sheet in openpyxl.load_workbook(buku["campur"]) for baris in sheet.iter_rows() for s in baris]
    assert 500 < len(semua)
    assert all(s.protection.locked for s in semua if s.has_style)


def test_tulisan_dari_luar_tidak_pernah_menjadi_rumus(buku: dict[str, Path]) -> None:
    sheets = openpyxl.load_workbook(buku["campur"])
    sel = [s for sheet in sheets for baris in sheet.iter_rows() for s in baris if isinstance(s.value, str)]
    rumus = [s.value for s in sel if s.data_type == "f"]

    assert 100 < len(rumus)
    assert [] == [r for r in rumus if not re.match(RUMUS, str(r))]
    teks = {s.value for s in sel if s.data_type == "s"}
    assert {"=HYPERLINK(1)", "=1+1", "=kendala", "=SUM(A1)", 'Nama "kutip" <b>', '"Kutip" & <b>'} <= teks
    assert "+1\ufffd " in teks  # what no cell can hold is seen, a tab is a blank


def test_isi_yang_sama_memberi_byte_yang_sama() -> None:
    for rekap in (REKAP["kota"], REKAP["campur"]):
        assert render_workbook(build_rekap(rekap)) == render_workbook(build_rekap(rekap))


def test_judul_berkas_dikenali(buku: dict[str, Path]) -> None:
    assert {openpyxl.load_workbook(path).properties.title for path in buku.values()} == {JUDUL_REKAP}


def test_tidak_ada_tulisan_yang_hilang_kecil_atau_bertumpuk_di_kertas(buku: dict[str, Path], tmp_path: Path) -> None:
    for path, pdf in to_pdf([buku[n] for n in ("biasa", "dua kabupaten", "campur", "belum ada")], tmp_path).items():
        assert ([], [], []) == (find_bad_text(pdf), overlaps(pdf), clipped(pdf)), path
        kecil = [(n, k.teks, k.poin) for n, h in enumerate(pages(pdf), 1) for k in h.kata if k.poin < 7.99]
        assert [] == kecil


def test_grafik_hanya_digambar_bila_ada_angkanya(buku: dict[str, Path]) -> None:
    belum = make_hasil((make_indikator(1, "Belum diukur", None, None),), (make_program("7.01.01", 5, None),))
    rekap = Rekap(2024, "murni", date(2024, 8, 17), 1, (make_baris("12.01.01", "A", belum),))
    tanpa = build_rekap(rekap).get_lembar("Grafik")
    judul = [g.judul for g in build_rekap(REKAP["kota"]).get_lembar("Grafik").grafik]

    assert () == tanpa.grafik
    assert "Belum ada angka untuk digambar." in [s.nilai for s in tanpa.sel]
    masa = [(m, milik) for m in ("setahun", "triwulan IV") for milik in ("kecamatan", "indikator")]
    kinerja = [f"Rata-rata capaian {m} setiap {milik} (%)" for m, milik in masa]
    assert [*kinerja, "Serapan anggaran setiap kecamatan (%)"] == judul
    with zipfile.ZipFile(buku["kota"]) as arsip:
        grafik = [arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/charts/chart")]
    assert 5 == len(grafik)
    assert all('<c:majorUnit val="100"/>' in xml and 'formatCode="0&quot;%&quot;"' in xml for xml in grafik)
