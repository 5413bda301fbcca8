"""Sheet SKM: what is wrong is coloured where it stands, how answers come from elsewhere, what is printed."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kinerja.workbook.layout import Matriks
from tests.alat.berkas import read_cached
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.contoh import SAKIP, SKM, make_perjanjian, make_program, write_perjanjian
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian

PK = make_perjanjian((SKM, SAKIP), make_program(1))
JAWABAN = ((4,) * 9, (4, 3, 5, *(3,) * 6), (1,) * 9, ("3", *(3,) * 8))
TUNJUK = ("SKM", "C5"), ("SKM", "G5")


def tulis(folder: Path, jawaban: Matriks) -> Path:
    return write_perjanjian(PK, folder / "buku.xlsx", responden=12, isi={"isian_skm_jawaban": jawaban})


@pytest.mark.parametrize(
    ("jawaban", "salah"),
    [(1, 0), (4, 0), (None, 0), (0, 1), (5, 1), (2.5, 1), (-1, 1), ("3", 1), ("baik", 1), ("#N/A", 1), (True, 1)],
)
def test_jawaban_salah_berwarna_di_tempatnya(jawaban: str | float | None, salah: int, tmp_path: Path) -> None:
    """The condition, put into a cell beside an answer, as programs evaluate it."""
    lembar = openpyxl.load_workbook(tulis(tmp_path, ()))["SKM"]
    (aturan,) = [
        r for wilayah in lembar.conditional_formatting for r in wilayah.rules if str(wilayah.sqref).startswith("B7:")
    ]
    assert [str(w.sqref) for w in lembar.conditional_formatting if aturan in w.rules] == ["B7:J18"]
    buku = openpyxl.Workbook()
    assert buku.active
    buku.active["B7"] = jawaban
    buku.active["C7"] = f"=IF({aturan.formula[0]},1,0)"
    buku.save(tmp_path / "syarat.xlsx")
    sel = buku.active.title, "C7"

    assert recalc_formulon(tmp_path / "syarat.xlsx")[sel] == salah
    assert recalc_ironcalc(tmp_path / "syarat.xlsx")[sel] == salah
    assert recalc_libreoffice([tmp_path / "syarat.xlsx"])[tmp_path / "syarat.xlsx"][sel] == salah


def test_banyak_jawaban_salah_tertulis_dan_tautannya_menuju_yang_pertama(tmp_path: Path) -> None:
    path = tulis(tmp_path, JAWABAN)

    nilai = read_cached(path)
    assert [nilai[satu] for satu in TUNJUK] == ["2 responden berjawaban salah", "Ke jawaban salah yang pertama"]
    assert '"#SKM!A"&MATCH("PERIKSA",$K$7:$K$18,0)+6' in str(openpyxl.load_workbook(path)["SKM"]["G5"].value)
    mesin = {"ironcalc": recalc_ironcalc(path), "formulon": recalc_formulon(path)}
    assert [] == compare(path, **mesin, libreoffice=recalc_libreoffice([path])[path])


@pytest.mark.parametrize("jawaban", [(), ((4,) * 9,)])
def test_tanpa_jawaban_salah_tidak_ada_tautan(jawaban: Matriks, tmp_path: Path) -> None:
    nilai = read_cached(tulis(tmp_path, jawaban))

    assert ["", ""] == [nilai[satu] for satu in TUNJUK]


def test_petunjuk_ketik_hanya_di_kepala_kolom(tmp_path: Path) -> None:
    lembar = openpyxl.load_workbook(tulis(tmp_path, ()))["SKM"]
    aturan = {str(a.sqref): a for a in lembar.data_validations.dataValidation}

    assert aturan["B7:J18"].prompt is None
    assert "bilangan bulat dari 1 sampai 4" in aturan["B7:J18"].error
    assert "Ketik 1, 2, 3, atau 4" in aturan["B6:J6"].prompt
    assert aturan["B6:J6"].type is None  # any value: the cells are locked


def test_cara_menempel_batas_baris_dan_pilihan_responden_tertulis_di_lembar_dan_petunjuk() -> None:
    buku = build_perjanjian(Bahan(PK, responden=1500))
    for nama in ("SKM", "Petunjuk"):
        teks = " ".join(str(s.nilai) for s in buku.get_lembar(nama).sel)
        assert all(kata in teks for kata in ("Tempel Khusus – Nilai", "1.500", "--responden")), nama
    tanpa = build_perjanjian(Bahan(make_perjanjian((SAKIP,), make_program(1))))
    assert "Tempel Khusus" not in " ".join(str(s.nilai) for s in tanpa.get_lembar("Petunjuk").sel)


def test_yang_dicetak_hanya_hasil(tmp_path: Path) -> None:
    lembar = openpyxl.load_workbook(tulis(tmp_path, JAWABAN))["SKM"]

    kotak = lembar.print_area.rpartition("!")[2].replace("$", "")
    tercetak = {str(sel.value) for baris in lembar[kotak] for sel in baris if sel.value is not None}
    assert {"SKM – Survei Kepuasan Masyarakat", "Unsur pelayanan", "Kecukupan responden", "NIK"} <= tercetak
    assert not tercetak & {"Responden", "Diisi"}
    assert lembar.page_setup.orientation == "portrait"
