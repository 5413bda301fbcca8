"""Rows, columns and sheets put in, taken out or renamed: what moved is found where it is now, and is no finding."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import formulon
import pytest

from kinerja.perjanjian.kembali.banding import check_beda
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.peta import Peta, align
from kinerja.perjanjian.kembali.selaras import fill_jangkar
from kinerja.perjanjian.temuan_kumpul import Bobot
from tests.alat.kembali.paket import open_paket, pack
from tests.alat.kembali.sel import Isi, Rumus
from tests.alat.kembali.ubah_susunan import DAFTAR
from tests.alat.kembali.ubahan import type_sel
from tests.alat.terbitan import TERBITAN

VERSI = TERBITAN / "0.7.0"
Langkah = tuple[Any, ...]


@lru_cache(maxsize=1)
def read_terbit() -> BukuUtuh:
    return read_buku((VERSI / "medan-baru.xlsx").read_bytes(), "terbit")


def edit(*langkah: Langkah, isi: dict[str, dict[str, Isi]] | None = None) -> bytes:
    """A filled book in which formulon, an engine of its own, inserts and deletes, names and formulas following."""
    asal = (VERSI / "medan-baru-terisi.xlsx").read_bytes()
    urut = list(read_terbit().lembar)
    with formulon.Workbook.load(asal) as buku:
        for apa, lembar, *argumen in langkah:
            getattr(buku, apa)(urut.index(lembar), *argumen)
        hasil = bytes(buku.save())
    for lembar, ketikan in (isi or {}).items():
        hasil = pack(type_sel(lembar, ketikan)(open_paket(hasil)))
    return hasil


def compare(isi: bytes) -> list[tuple[str, str, str, str]]:
    """Code, severity, sheet and cell of all that is more than a note."""
    datang = read_buku(isi, "datang")
    hasil = check_beda(read_terbit(), datang, align(read_terbit(), datang))
    return [(t.kode, str(t.tingkat), t.lembar, t.sel) for t in hasil if t.tingkat is not Bobot.CATATAN]


SISIPAN = {
    "baris": ([("insert_rows", "Anggaran", 8, 1)], [("Anggaran", "9:9")]),
    "baris-survei": ([("insert_rows", "SKM", 100, 2)], [("SKM", "101:102")]),
    "baris-pertama": ([("insert_rows", "Manfaat", 0, 1)], [("Manfaat", "1:1")]),
    "kolom": ([("insert_cols", "Capaian", 7, 1)], [("Capaian", "H:H")]),
    "keduanya": (
        [("insert_cols", "Capaian", 7, 1), ("insert_rows", "Capaian", 2, 1), ("insert_rows", "Lampiran", 4, 3)],
        [("Lampiran", "5:7"), ("Capaian", "3:3"), ("Capaian", "H:H")],
    ),
}


@pytest.mark.parametrize("nama", SISIPAN)
def test_sisipan_disebut_sekali_dan_yang_bergeser_tidak(nama: str) -> None:
    langkah, harap = SISIPAN[nama]

    assert compare(edit(*langkah)) == [("KU21", "periksa", *tempat) for tempat in harap]


HAPUSAN = {
    "baris": (("delete_rows", "Manfaat", 9, 1), ("Manfaat", "10:10")),
    "program": (("delete_rows", "Anggaran", 8, 1), ("Anggaran", "9:9")),
    "survei": (("delete_rows", "SKM", 100, 5), ("SKM", "101:105")),
    "kolom": (("delete_cols", "Trantibum", 1, 1), ("Trantibum", "B:B")),
}


@pytest.mark.parametrize("nama", HAPUSAN)
def test_baris_atau_kolom_yang_dihapus_adalah_bukti(nama: str) -> None:
    langkah, tempat = HAPUSAN[nama]

    hasil = compare(edit(langkah))

    assert ("KU22", "berubah", *tempat) in hasil
    assert {kode for kode, *_ in hasil} <= {"KU10", "KU11", "KU16", "KU22"}  # what led into the column is gone with it


def test_perubahan_di_baris_yang_bergeser_disebut_di_tempatnya_sekarang() -> None:
    """Row 9 is row 10 now; its locked amount and its formula are compared there."""
    isi = edit(("insert_rows", "Anggaran", 8, 1), isi={"Anggaran": {"D10": 5.0, "F11": 7.0, "C9": "catatan"}})

    assert compare(isi) == [
        ("KU14", "berubah", "Anggaran", "D10"),
        ("KU15", "periksa", "Anggaran", "C9"),
        ("KU17", "berubah", "Anggaran", "F11"),
        ("KU21", "periksa", "Anggaran", "9:9"),
    ]


@pytest.mark.parametrize("isi", [1_000_000.0, Rumus("500000+500000", 1_000_000.0)], ids=["angka", "rumus"])
def test_uang_di_baris_yang_disisipkan_disebut_biar_di_tengah_kolom_isian(isi: Isi) -> None:
    """Column H is typed in on rows 8 to 13; what stands in a row between them belongs to no programme."""
    datang = read_buku(edit(("insert_rows", "Anggaran", 8, 1), isi={"Anggaran": {"C9": "titipan", "H9": isi}}), "x")
    semua = check_beda(read_terbit(), datang, align(read_terbit(), datang))

    hasil = {(t.kode, str(t.tingkat), t.sel, t.datang) for t in semua if t.tingkat is not Bobot.CATATAN}

    tampak = "1.000.000" if isinstance(isi, float) else "=500000+500000"
    assert hasil == {
        ("KU15", "periksa", "C9", "titipan"),
        ("KU15", "berubah", "H9", tampak),  # the total of the column takes it along
        ("KU21", "periksa", "9:9", "1 disisipkan"),
    }


def test_isian_di_kolom_yang_disisipkan_disebut() -> None:
    isi = edit(("insert_cols", "Trantibum", 3, 1), isi={"Trantibum": {"D9": 7.0}})

    assert compare(isi) == [("KU15", "periksa", "Trantibum", "D9"), ("KU21", "periksa", "Trantibum", "D:D")]


@pytest.mark.parametrize(
    ("nama", "geser"),
    [
        ("baris_disisipkan", {"hasil_anggaran_dpa": ("E13", "E14"), "isian_anggaran_dpa": ("E7:E12", "E7:E13")}),
        (
            "baris_dihapus",
            {"hasil_manfaat_persen": ("I65", "I64"), "isian_manfaat_sarpras_target": ("D7:D22", "D7:D21")},
        ),
    ],
)
def test_nama_yang_tidak_ikut_bergeser_menyebut_di_mana_selnya_kini(nama: str, geser: dict[str, Langkah]) -> None:
    """What openpyxl makes of an inserted or deleted row: names stay where they were, and so lead to other cells."""
    (ubahan,) = (u for u in DAFTAR if u.nama == nama)
    datang = read_buku(ubahan.apply((VERSI / "medan-baru-terisi.xlsx").read_bytes()), "datang")

    hasil = [t for t in check_beda(read_terbit(), datang, align(read_terbit(), datang)) if t.kode == "KU11"]

    assert all(t.terbit != t.datang for t in hasil)
    for satu, (dulu, kini) in geser.items():
        (t,) = (t for t in hasil if satu in t.pesan)
        assert t.pesan == f"Nama {satu} tidak ikut bergeser bersama selnya, yang kini di {t.lembar}!{kini}."
        assert (t.sel, t.terbit) == (dulu, f"{t.datang}, kini {t.lembar}!{kini}")
        assert t.datang.replace("$", "") == f"{t.lembar}!{dulu}"


def test_nama_yang_masih_menunjuk_sel_yang_dihapus_disebut_begitu() -> None:
    terbit = read_terbit()
    (lembar, kotak), acuan = terbit.nama["hasil_capaian_rerata"], terbit.nama_mentah["hasil_capaian_rerata"]
    tanpa = {b: b - (b > kotak[0]) for b in range(200) if b != kotak[0]}
    peta = Peta({nama: nama for nama in terbit.lembar}, {lembar: tanpa})

    hasil = check_beda(terbit, terbit, peta)

    (t,) = (t for t in hasil if t.kode == "KU11" and "hasil_capaian_rerata" in t.pesan)
    assert t.pesan == "Nama hasil_capaian_rerata menunjuk tempat sel yang tidak ada lagi."
    assert (t.terbit, t.datang) == (f"{acuan}, kini tidak ada", acuan)


def test_lembar_berganti_nama_tetap_dibandingkan() -> None:
    urut = list(read_terbit().lembar)
    with formulon.Workbook.load((VERSI / "medan-baru-terisi.xlsx").read_bytes()) as buku:
        buku.rename_sheet(urut.index("SKM"), "Survei 2024")
        polos = bytes(buku.save())

    assert compare(polos) == [("KU25", "periksa", "SKM", "")]
    ubah = pack(type_sel("Survei 2024", {"Q18": 90.0})(open_paket(polos)))
    assert compare(ubah) == [("KU17", "berubah", "Survei 2024", "Q18"), ("KU25", "periksa", "SKM", "")]


def test_jangkar_yang_bertentangan_tidak_menggandakan_baris() -> None:
    assert fill_jangkar({2: 2, 4: 3}, 6) == {0: 0, 1: 1, 2: 2, 4: 3, 5: 4}
    assert fill_jangkar({}, 2) == {0: 0, 1: 1}
