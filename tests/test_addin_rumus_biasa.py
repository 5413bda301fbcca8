"""An ordinary formula is its function: the expression, its text in each engine and the function agree at every edge."""

from __future__ import annotations

import random
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from addin.daftar import DAFTAR
from addin.rumus_biasa import RUMUS, TanpaRumusError, make_ekspresi
from addin.spec import HARI_CONTOH
from kinerja.workbook.eksak import GalatSelError, to_tampak
from kinerja.workbook.ekspresi import Isi
from tests.alat.addin import to_code
from tests.alat.bernama import agree
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.mesin import recalc_formulon, recalc_ironcalc, recalc_libreoffice
from tests.soal_rumus import BARU, HARI, Soal, is_di_rumus, list_soal


class Lembar:
    """Calls laid out under one another: what stands in cells, and each call's arguments as text."""

    def __init__(self, soal: Iterable[Soal], pada: date) -> None:
        self.blok: list[tuple[int, int, list[list[Any]]]] = []
        self.panggilan: dict[str, tuple[Soal, list[str]]] = {}
        baris = 0
        for satu in soal:
            kolom, tinggi, argumen = 0, 1, []
            for arg, nilai in zip(DAFTAR[satu.nama].at(pada).args, satu.masukan, strict=False):
                if is_di_rumus(arg, nilai):
                    argumen.append("" if nilai is None else f'"{nilai}"' if isinstance(nilai, str) else str(nilai))
                    continue
                blok = nilai if isinstance(nilai, list) else [[nilai]]
                self.blok.append((baris, kolom, blok))
                awal, akhir = (baris, kolom), (baris + len(blok) - 1, kolom + len(blok[0]) - 1)
                sel = xl_rowcol_to_cell(*awal)
                # A block of one cell is written as a range; IronCalc counts in no other.
                argumen.append(f"{sel}:{xl_rowcol_to_cell(*akhir)}" if isinstance(nilai, list) else sel)
                kolom, tinggi = kolom + len(blok[0]), max(tinggi, len(blok))
            self.panggilan[f"AA{baris + 1}"] = satu, argumen
            baris += tinggi
        self.rumus = {sel: make_ekspresi(s.nama, argumen, pada=pada) for sel, (s, argumen) in self.panggilan.items()}

    def compute(self) -> dict[str, Any]:
        isi = Isi()
        for baris, kolom, blok in self.blok:
            isi.put_blok(baris, kolom, blok)
        hasil: dict[str, Any] = {}
        for sel, rumus in self.rumus.items():
            try:
                hasil[sel] = to_tampak(rumus.compute(isi))
            except GalatSelError as galat:
                hasil[sel] = galat.args[0]
        return hasil

    def write(self, path: Path) -> Path:
        with xlsxwriter.Workbook(path) as buku:
            lembar = buku.add_worksheet("L")
            for awal, kiri, blok in self.blok:
                for i, isi in enumerate(blok, start=awal):
                    for j, nilai in enumerate(isi, start=kiri):
                        if nilai is not None:
                            lembar.write(i, j, nilai)
            for sel, rumus in self.rumus.items():
                lembar.write_formula(sel, f"={rumus.rumus}", None, "basi")
        return path

    def differ(self, harap: dict[str, Any], nilai: dict[str, Any]) -> list[Any]:
        return [(self.panggilan[s][0], x, nilai[s]) for s, x in harap.items() if not agree(x, nilai[s])]


@pytest.mark.parametrize("pada", HARI, ids=str)
def test_ekspresi_sama_dengan_fungsi_dan_dengan_rumusnya_di_ironcalc(pada: date, tmp_path: Path) -> None:
    with enact(HUKUM_2027) if pada == BARU else nullcontext():
        lembar = Lembar(list_soal(pada), pada)
        harap = lembar.compute()
        inti = {sel: to_code(DAFTAR[s.nama].at(pada).evaluate(*s.masukan)) for sel, (s, _) in lembar.panggilan.items()}
    ironcalc = {sel: nilai for (_, sel), nilai in recalc_ironcalc(lembar.write(tmp_path / "a.xlsx")).items()}

    assert {soal.nama for soal, _ in lembar.panggilan.values()} == set(RUMUS)
    assert [] == lembar.differ(harap, inti)
    assert [] == lembar.differ(harap, ironcalc)
    assert {"#VALUE!", "#NUM!", "#DIV/0!", "#N/A", ""} <= set(map(str, harap.values()))


def test_rumusnya_di_libreoffice_dan_formulon_sama_dengan_ekspresi(tmp_path: Path) -> None:
    semua = list(list_soal(HARI_CONTOH))
    lembar = Lembar(random.Random(1).sample(semua, len(semua) // 3), HARI_CONTOH)
    path = lembar.write(tmp_path / "a.xlsx")

    for nilai in (recalc_libreoffice([path])[path], recalc_formulon(path)):
        assert [] == lembar.differ(lembar.compute(), {sel: x for (_, sel), x in nilai.items()})


@pytest.mark.parametrize(
    ("nama", "argumen", "sebab"),
    [
        ("SKM_INDEKS", ["$A1:I$5"], "melebar bila rumus disalin"),
        ("SKM_INDEKS", ["A1:AO1"], "terlalu banyak kolom"),
        ("SKM_INDEKS", ["B5:A1"], "bukan rentang sel"),
        ("SKM_INDEKS", ["A1:H5", '"0,11"'], "hanya untuk 9 unsur"),
        ("SKM_SAMPEL", ["A1", "1"], "galat di luar"),
        ("PERSEN_CAPAIAN", ["A1", "B1", "", "110"], "batas tidak dikenal"),
        ("PERSEN_CAPAIAN", ["A1", '"<= 3"'], "target tidak cocok dengan arah"),
        ("PERSEN_CAPAIAN", ["A1", '">= 3"', '"turun_rasio"'], "target tidak cocok dengan arah"),
        ("PERSEN_CAPAIAN", ["A1", '"-5-90"'], "target tidak cocok dengan arah"),
        ("PERSEN_CAPAIAN", ["A1", '"BB"'], "argumen target tidak terbaca"),
        ("PERSEN_CAPAIAN", ['"1:30"', '"1:32"'], "realisasi bukan satu angka"),
        ("PERSEN_CAPAIAN", ['"80-90"', "B1"], "realisasi bukan satu angka"),
        ("SAKIP_NILAI", ["A1", "B1", "C1"], "jumlah argumen"),
    ],
)
def test_yang_tidak_punya_rumus_setara_ditolak(nama: str, argumen: list[str], sebab: str) -> None:
    with pytest.raises(TanpaRumusError, match=sebab):
        make_ekspresi(nama, argumen, pada=HARI_CONTOH)


def test_acuan_ditulis_seperti_diketik_dan_kolomnya_mengikuti() -> None:
    rumus = make_ekspresi("SKM_INDEKS", ["'Lembar (1), x'!$b$2:$j$9"], pada=HARI_CONTOH).rumus

    assert "ROWS('Lembar (1), x'!$b$2:$j$9)" in rumus
    assert "AVERAGE('Lembar (1), x'!$J$2:$J$9))/9*25,2)" in rumus


def test_ungkapan_pengguna_tidak_dihitung_di_sini() -> None:
    x = make_ekspresi("SKM_MUTU", ["SUM(A1:A3)"], pada=HARI_CONTOH)

    assert x.rumus.startswith('IF(TRIM((SUM(A1:A3)))="","",')
    with pytest.raises(NotImplementedError):
        x.compute(Isi())
