"""Locks and inputs of a written workbook: what is open, what protects, what may be typed."""

import openpyxl
import pytest

from kinerja.errors import DataError
from kinerja.workbook.layout import Aturan, Blok
from kinerja.workbook.writer import render_workbook
from tests.buku_lengkap import BUKU, read_openpyxl, sebuah_buku


def test_hanya_isian_yang_tidak_dikunci_penerbit_yang_terbuka(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    terbuka = {
        (lembar.title, sel.coordinate)
        for lembar in buku
        for baris in lembar.iter_rows()
        for sel in baris
        if not isinstance(sel, openpyxl.cell.cell.MergedCell) and not sel.protection.locked
    }

    jawaban = {f"{k}{b}" for k in "BCD" for b in range(4, 9)} - {"B4", "C4"}
    assert terbuka == {("SKM", alamat) for alamat in jawaban | {"B10", "B11", "B13", "B14"}}


def test_setiap_lembar_terlindung_dengan_satu_kunci_dan_struktur_terkunci(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    kunci = {(p.algorithmName, p.hashValue, p.saltValue, p.spinCount) for p in (lembar.protection for lembar in buku)}

    assert len(kunci) == 1
    assert next(iter(kunci))[0::3] == ("SHA-512", 100_000)
    assert [
        (p.sheet, p.formatColumns, p.formatRows, p.selectLockedCells, p.insertRows)
        for p in (lembar.protection for lembar in buku)
    ] == [(True, False, False, False, True)] * 3
    assert (buku.security.lockStructure, buku.security.workbookHashValue) == (True, next(iter(kunci))[1])


def test_saringan_hanya_boleh_di_lembar_yang_punya_saringan(lengkap: bytes) -> None:
    buku = read_openpyxl(lengkap)

    assert {lembar.title: not lembar.protection.autoFilter for lembar in buku} == {
        "Data Induk": False, "Petunjuk": False, "SKM": True,
    }  # fmt: skip


def test_tanpa_sandi_tetap_terlindung_tanpa_hash() -> None:
    buku = read_openpyxl(render_workbook(BUKU))

    assert [(lembar.protection.sheet, lembar.protection.hashValue) for lembar in buku] == [(True, None)] * 3
    assert (buku.security.lockStructure, buku.security.workbookHashValue) == (True, None)


def test_isian_tervalidasi_hanya_di_sel_terbuka_dengan_petunjuk_dan_kalimat_galat(lengkap: bytes) -> None:
    aturan = {
        frozenset(str(dv.sqref).split()): dv for dv in read_openpyxl(lengkap)["SKM"].data_validations.dataValidation
    }

    bulat = aturan[frozenset({"D4", "B5:D8"})]
    assert (bulat.type, bulat.formula1, bulat.formula2, bulat.allow_blank) == ("whole", "1", "4", True)
    assert (bulat.promptTitle, bulat.prompt) == ("Jawaban", "Ketik 1, 2, 3, atau 4.")
    assert (bulat.error, bulat.errorStyle) == ("Ketik bilangan bulat dari 1 sampai 4.", None)
    teks, desimal, pilihan = (aturan[frozenset({alamat})] for alamat in ("B10:B11", "B13", "B14"))
    assert (teks.type, teks.errorStyle) == ("textLength", "warning")
    assert (desimal.type, desimal.error) == ("decimal", "Ketik angka dari 0 sampai 0,5.")
    assert (pilihan.type, pilihan.formula1) == ("list", "'Data Induk'!$A$2:$A$3")


@pytest.mark.parametrize(
    "aturan",
    [
        Aturan("bulat", "x" * 33, "", 0, 1),
        Aturan("bulat", "", "x" * 256, 0, 1),
        Aturan("bulat", "", "", 2, 1),
        Aturan("bulat", "", "a\x00", 0, 1),
    ],
)
def test_aturan_yang_tidak_muat_ditolak(aturan: Aturan) -> None:
    with pytest.raises(DataError, match="blok isian_a"):
        render_workbook(sebuah_buku(blok=(Blok("isian_a", 0, 0, 1, 1, "n", aturan),)))


def test_blok_yang_seluruhnya_terkunci_tidak_divalidasi() -> None:
    blok = Blok("isian_a", 0, 0, 1, 1, "n", Aturan("bulat", "", "", 0, 1), ((1,),), frozenset({(0, 0)}))

    assert read_openpyxl(render_workbook(sebuah_buku(blok=(blok,))))["A"].data_validations.dataValidation == []


def test_batas_menurut_baris_menjadi_satu_aturan_untuk_setiap_batas() -> None:
    aturan = Aturan("desimal", "", "Sampai {atas}.")
    blok = Blok("isian_a", 0, 0, 4, 1, "n", aturan, ((1,),), frozenset({(0, 0)}), batas=(5, 2.5, 2.5, 5))

    semua = read_openpyxl(render_workbook(sebuah_buku(blok=(blok,))))["A"].data_validations.dataValidation
    assert {str(d.sqref): (d.formula2, d.prompt, d.error) for d in semua} == {
        "A2:A3": ("2.5", "Sampai 2,5.", "Ketik angka dari 0 sampai 2,5."),
        "A4": ("5", "Sampai 5.", "Ketik angka dari 0 sampai 5."),
    }
    with pytest.raises(ValueError, match="Batas isian_a"):
        Blok("isian_a", 0, 0, 4, 1, "n", aturan, batas=(5, 2))


def test_nama_menunjuk_blok_dan_hasil(lengkap: bytes) -> None:
    nama = {n: d.attr_text for n, d in read_openpyxl(lengkap).defined_names.items()}

    assert nama == {
        "isian_skm_jawaban": "SKM!$B$4:$D$8", "isian_skm_catatan": "SKM!$B$10:$B$11", "isian_skm_bobot": "SKM!$B$13",
        "isian_skm_jenis": "SKM!$B$14", "hasil_skm_jumlah": "SKM!$E$4:$E$8", "Hasil_Status": "Petunjuk!$B$3",
    }  # fmt: skip
