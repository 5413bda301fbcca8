"""Python == IronCalc == formulon == LibreOffice in every formula cell of the agreement workbook, filled at random."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku
from tests.alat.mesin import (
    compare,
    find_errors,
    read_cached,
    read_formulas,
    recalc_formulon,
    recalc_ironcalc,
    recalc_libreoffice,
)
from tests.alat.sampel import choose_banyak
from tests.contoh import BENTUK, Isian, build_random, make_medan
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

BANYAK = choose_banyak(90, 510)
KELOMPOK = 10
"""The random fillings run in this many parts, so that two cores share them."""
LIBREOFFICE = choose_banyak(8, 42)
FORMULON = choose_banyak(4, 12)


def write_random(folder: Path, nomor: range) -> list[Path]:
    paths = []
    for n in nomor:
        paths.append(folder / f"{n}.xlsx")
        write_workbook(build_random(BENTUK[n % len(BENTUK)](), random.Random(n)), paths[-1])
    return paths


def write_kosong(folder: Path) -> list[Path]:
    paths = [folder / f"{bentuk.__name__}.xlsx" for bentuk in BENTUK]
    for bentuk, path in zip(BENTUK, paths, strict=True):
        write_workbook(build_perjanjian(Bahan(bentuk(), responden=20)), path)
    return paths


@pytest.mark.parametrize("bagian", range(KELOMPOK))
def test_isian_acak_dihitung_sama_oleh_ironcalc(bagian: int, tmp_path: Path) -> None:
    per_bagian = BANYAK // KELOMPOK
    sel = 0
    for path in write_random(tmp_path, range(bagian * per_bagian, (bagian + 1) * per_bagian)):
        assert [] == compare(path, ironcalc=recalc_ironcalc(path)), path.name
        sel += len(read_formulas(path))
        path.unlink()

    assert sel > 100 * per_bagian


def test_isian_acak_dihitung_sama_oleh_formulon(tmp_path: Path) -> None:
    paths = write_random(tmp_path, range(2000, 2000 + FORMULON))

    assert [] == [beda for path in paths for beda in compare(path, formulon=recalc_formulon(path))]


@pytest.mark.parametrize("lokal", ["id-ID", "en-US"])
def test_isian_acak_dihitung_sama_oleh_libreoffice(lokal: str, tmp_path: Path) -> None:
    paths = write_random(tmp_path, range(1000, 1000 + LIBREOFFICE))

    hasil = recalc_libreoffice(paths, lokal)  # type: ignore[arg-type]

    assert [] == [beda for path in paths for beda in compare(path, lo=hasil[path])]


def test_buku_kosong_tidak_menampilkan_galat_di_mesin_mana_pun(tmp_path: Path) -> None:
    paths = write_kosong(tmp_path)

    lo = recalc_libreoffice(paths, "id-ID")

    for path in paths:
        iron, form = recalc_ironcalc(path), recalc_formulon(path)
        assert [] == compare(path, ironcalc=iron, formulon=form, lo=lo[path])
        for nilai in (read_cached(path), iron, form, lo[path]):
            assert not find_errors(nilai)


SURVEI: Isian = {"isian_skm_jawaban": ((3,) * 9, (3,) * 9, (3,) * 9, (2,) * 9, (2,) * 9)}  # 117 of 180: NIK 65,00
SAKIP_60: Isian = {"isian_sakip_subkomponen": tuple((n,) for n in (6, 9, 0, 6, 9, 0, 3, 4.5, 7.5, 5, 7.5, 2.5))}
SAKIP_66_50: Isian = {"isian_sakip_subkomponen": tuple((n,) for n in (6, 9, 0, 6, 9, 0, 3, 4.5, 7.5, 5, 7.5, 9))}
LAPORAN: Isian = {
    "isian_trantibum_laporan": (*((0,),) * 9, (4,), (3,), (3,)),
    "isian_trantibum_ditangani": (*((0,),) * 9, (3,), (3,), (3,)),
}  # 9 of 10, to the end of the year: capaian 90
MANFAAT: Isian = {
    "isian_manfaat_bansos_target": ((7,),),
    **{f"isian_manfaat_{kunci}_realisasi": ((1, 2, 1),) for kunci in ("sarpras", "pemberdayaan", "bansos")},
}
UANG: Isian = {
    "isian_anggaran_perjanjian": ((1000,),),
    "isian_anggaran_dpa": ((900,),),
    "isian_anggaran_realisasi": ((300,),),
}
SALAH: dict[str, tuple[str, str, str, Isian]] = {
    "jumlah kurang satu baris": ("SKM", "COUNT($B$7:$B$", "COUNT($B$8:$B$", SURVEI),
    "ambang mutu bergeser": ("SKM", ">=65,", ">=65.01,", SURVEI),
    "angka di luar skala lolos": ("SKM", '+COUNTIF($B$7:$B$18,">4")', "", {"isian_skm_jawaban": ((5,) + (3,) * 8,)}),
    "sisi batas SAKIP tertukar": ("SAKIP", ">60,", ">=60,", SAKIP_60),
    "komponen kurang satu baris": (
        "SAKIP",
        "SUM(G7:G9)",
        "SUM(G7:G8)",
        {"isian_sakip_subkomponen": ((6,), (9,), (15,))},
    ),
    "huruf dinilai tanpa bobot": ("SAKIP", "$D$41*D7", "$D$41*1", {"isian_sakip_predikat": (("B",),)}),
    "nilai di luar bobot lolos": ("SAKIP", ",F7<=D7)", ")", {"isian_sakip_subkomponen": ((6.01,),)}),
    "huruf dan nilai tak perlu cocok": (
        "SAKIP",
        "ROUND(F7,2)=",
        "0<",
        {"isian_sakip_predikat": (("B",),), "isian_sakip_subkomponen": ((4.3,),)},
    ),
    "nilai tahun lalu di luar bobot lolos": ("SAKIP", ",I7<=D7)", ")", {"isian_sakip_lalu": ((6.01,),)}),
    "kurang menuju predikat tanpa satu langkah": ("SAKIP", "70.01-", "70-", SAKIP_66_50),
    "sisi batas kategori tertukar": ("Capaian", ">90,", ">=90,", LAPORAN),
    "capaian terbalik": ("Capaian", "H10/G10", "G10/H10", LAPORAN),
    "pembulatan satu desimal": ("Manfaat", "/3,2)", "/3,1)", MANFAAT),
    "pembulatan ke bawah": ("Manfaat", "ROUND(SUM", "ROUNDDOWN(SUM", MANFAAT),
    "bulan terlewat": ("Trantibum", "SUM(D16:D18)", "SUM(D16:D17)", LAPORAN),
    "bagi nol lolos": (
        "Trantibum",
        'IF(C10>0,ROUND(D10/C10*100,2),"',
        "ROUND(D10/C10*100,2)",
        LAPORAN,
    ),
    "selisih terbalik": ("Anggaran", "ROUND(D7,2)-ROUND(E7,2)", "ROUND(E7,2)-ROUND(D7,2)", UANG),
    "acuan bukan DPA": ("Anggaran", "IF(ISNUMBER(E7),ROUND(E7,2),", "IF(ISNUMBER(E7),ROUND(D7,2),", UANG),
    "kosong menjadi nol": ("Anggaran", 'IF(COUNT(H7:K7)=0,"",ROUND(SUM(H7:K7),2))', "ROUND(SUM(H7:K7),2)", {}),
    "NIP terlalu panjang lolos": ("Pernyataan", ")=18", ")>=18", {"isian_camat_nip": (("1980010120050110011",),)}),
    "responden seragam lolos": ("SKM", "MIN($B", "1-MIN($B", {"isian_skm_jawaban": ((3,) * 9,) * 10}),
    "penerima berlipat lolos": (
        "Manfaat",
        "*200/100",
        "*300/100",
        {
            **{f"isian_manfaat_bansos_{nama}": ((isi,),) for nama, isi in (("kegiatan", "Beras"), ("target", 7))},
            "isian_manfaat_bansos_realisasi": ((15,),),
        },
    ),
    "triwulan terlewat lolos": (
        "Anggaran",
        'AND(H13="",I13<>"")',
        "FALSE",
        {"isian_anggaran_realisasi": ((None, 1),)},
    ),
    "spasi menjadi penjelasan": ("Cek", "TRIM(F", "T(F", {**UANG, "isian_cek_penjelasan": ((" ",),) * 60}),
    "cek selalu benar": ("Cek", '"PERIKSA"', '"OK"', {"isian_indikator_1_target": ((-5,),)}),
}


@pytest.mark.parametrize("nama", SALAH)
def test_rumus_salah_yang_ditanam_ketahuan(nama: str, tmp_path: Path) -> None:
    lembar, benar, keliru, isi = SALAH[nama]
    baik = build_perjanjian(Bahan(make_medan(), isi, responden=12))
    buruk, diganti = spoil(baik, lembar, benar, keliru)
    paths = [tmp_path / "baik.xlsx", tmp_path / "buruk.xlsx"]
    for buku, path in zip((baik, buruk), paths, strict=True):
        write_workbook(buku, path)

    beda = [compare(path, ironcalc=recalc_ironcalc(path)) for path in paths]

    assert diganti
    assert [] == beda[0]
    assert lembar in {b.sheet for b in beda[1]}


def spoil(buku: Buku, lembar: str, benar: str, keliru: str) -> tuple[Buku, int]:
    """The plan with a piece of its formulas replaced on one sheet, and how many formulas were changed."""
    asal = buku.get_lembar(lembar)
    sel = tuple(structs.replace(s, rumus=s.rumus.replace(benar, keliru)) if s.rumus else s for s in asal.sel)
    diganti = sum(a != b for a, b in zip(asal.sel, sel, strict=True))
    baru = structs.replace(asal, sel=sel)
    return replace(buku, lembar=tuple(baru if x.nama == lembar else x for x in buku.lembar)), diganti
