"""An ordinary formula is its function: the expression, its text in each engine and the function agree at every edge."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from addin.daftar import DAFTAR
from addin.rumus_biasa import RUMUS, TanpaRumusError, make_ekspresi
from addin.spec import HARI_CONTOH, Arg
from kinerja.peraturan import get_parameter, get_tabel
from kinerja.rumus.capaian import list_arah
from kinerja.rumus.sakip import get_bobot
from kinerja.rumus.skm import get_skala, list_penimbang, list_unsur
from kinerja.workbook.eksak import GalatSelError, to_tampak
from kinerja.workbook.ekspresi import Isi
from tests.alat.addin import to_code
from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.mesin import recalc_formulon, recalc_ironcalc, recalc_libreoffice, same

BARU = date(2027, 6, 1)
HARI = [HARI_CONTOH, date(2026, 12, 31), BARU]
GESER = [Decimal(x) for x in ("0", "0.01", "-0.01", "0.005", "-0.005", "0.004", "-0.004")]
LAIN: list[Any] = [None, "  ", "abc", -1, 0, 999_999_999_999_999, 0.123456789012345]
ISI: list[Any] = [*LAIN, 0.5, 3, 7, 30, 30.01, 1.005, 1_000_000_000_000.25]


@dataclass(frozen=True)
class Soal:
    """One call: blocks and required arguments stand in cells, options are written in the formula."""

    nama: str
    masukan: tuple[Any, ...]


def list_soal(pada: date) -> Iterator[Soal]:
    """Every function with an ordinary formula, at the edges of the law of that day."""
    for nama, tabel in (
        ("SKM_MUTU", "skm_mutu"),
        ("SKM_KINERJA", "skm_mutu"),
        ("SAKIP_PREDIKAT", "sakip_predikat"),
        ("SAKIP_INTERPRETASI", "sakip_predikat"),
        ("KATEGORI_CAPAIAN", "capaian_kategori"),
    ):
        yield from (Soal(nama, (x,)) for x in [*_list_tepi(tabel, pada), *LAIN])
    galat = [(), (0.1,), (0.01,)]
    yield from (Soal("SKM_SAMPEL", (n, *d)) for n in [*LAIN, 1, 2, 1.5, 220, 1200, 10_000_000] for d in galat)
    pasangan = [(x, y) for x in ISI for y in ISI]
    for x, y in pasangan:
        for nama in ("PERSEN_TRANTIBUM", "ANGGARAN_SERAPAN", "ANGGARAN_SELISIH"):
            yield Soal(nama, (x, y))
        yield Soal("PERSEN_MANFAAT", (x, y, 5, 10))
        yield Soal("PERSEN_MANFAAT", (5, 10, x, y))
        for arah in list_arah(pada=pada):
            for batas in (None, *map(float, get_parameter("capaian", pada=pada).daftar("batas", Decimal))):
                yield Soal("PERSEN_CAPAIAN", (x, y, arah.kode, batas))
    yield from _list_capaian(pada)
    yield from _list_sakip(pada)
    yield from _list_skm(pada, random.Random(7))


def _list_capaian(pada: date) -> Iterator[Soal]:
    """Targets that are no bare number stand in the formula: each on its bounds, inside and outside of them."""
    dua_arah = ("80-90", "0–5", "0,25 s.d. 0,5", "1:32", "1 : 0,5")
    for arah in list_arah(pada=pada):
        satu_sisi = ("≤ 3", "maks 0,5", "<= 0") if arah.kode.startswith("turun") else (">= 90%", "≥ 0", "min. 2,5")
        for target in (*dua_arah, *satu_sisi):
            for x in (*ISI, 0.04, 1 / 32, 0.25, 0.4, 1, 1.01, 2.5, 5, 6.5, 79.995, 80, 85, 90, 95, -0.5):
                for batas in (None, float(get_parameter("capaian", pada=pada).daftar("batas", Decimal)[-1])):
                    yield Soal("PERSEN_CAPAIAN", (x, target, arah.kode, batas))


def is_di_rumus(arg: Arg, nilai: Any) -> bool:
    """Whether an argument is written in the formula: options, and targets that no frozen formula reads in a cell."""
    if arg.jenis == "target" and isinstance(nilai, str):
        return any(map(str.isdigit, nilai))
    return not arg.wajib and not arg.kosong_tetap


def _list_tepi(nama: str, pada: date) -> list[float]:
    tabel = get_tabel(nama, pada=pada)
    tepi = {*tabel.rentang, *(j.bawah for j in tabel.jenjang)}
    return sorted({float(x + geser) for x in tepi if x.is_finite() for geser in GESER})


def _list_sakip(pada: date) -> Iterator[Soal]:
    bobot = [float(k.bobot) for k in get_bobot(pada=pada)]
    for i, penuh in enumerate(bobot):
        for x in (*LAIN, penuh, penuh + 0.01, penuh - 0.005):
            yield Soal("SAKIP_NILAI", (*bobot[:i], x, *bobot[i + 1 :]))
    huruf = [j.kode for j in get_tabel("sakip_kriteria", pada=pada).jenjang]
    blok: list[Any] = [[[satu]] for satu in huruf] + [[huruf, huruf[::-1]], [[huruf[-1].lower()], [huruf[0]]]]
    blok += [[[huruf[0], None]], [["F", huruf[0]]], [[huruf[0], 5]], [[None, None]]]
    yield from (Soal("SAKIP_SUBKOMPONEN", (satu, w)) for satu in blok for w in (*LAIN, 9, 4.5, 100, 100.01))


def _list_skm(pada: date, acak: random.Random) -> Iterator[Soal]:
    skala, unsur = list(get_skala(pada=pada)), len(list_unsur(pada=pada))
    penimbang = [(), *((satu,) for satu in list_penimbang(pada=pada))]
    blok: list[Any] = [[[acak.choice(skala) for _ in range(unsur)] for _ in range(n)] for n in (1, 2, 3, 5, 8, 13)]
    blok += [[[2] * unsur] * 5, [[None] * unsur] * 2, [[skala[0]] * unsur, [None] * unsur], [[skala[-1]] * unsur]]
    for ganti in (None, "abc", 2.5, skala[-1] + 1, skala[0] - 1):
        blok += [[[ganti, *[3] * (unsur - 1)], [*[4] * unsur]], [[ganti, *[3] * (unsur - 1)]]]
    for jumlah in range(5 * 2 * unsur, 5 * 3 * unsur + 1):  # NIK on and around the bounds of a mutu
        blok.append([[2 + (i * 5 + j < jumlah - 10 * unsur) for i in range(unsur)] for j in range(5)])
    yield from (Soal("SKM_INDEKS", (satu, *p)) for satu in blok for p in penimbang)
    yield from (Soal("SKM_INDEKS", (satu,)) for satu in ([[3]], [[4, 3, 2]], [[3], [4]]))
    nrr: list[Any] = [[round(acak.uniform(skala[0], skala[-1]), 2) for _ in range(unsur)] for _ in range(30)]
    nrr += [[x, *[3] * (unsur - 1)] for x in (None, "abc", -1, 0, 0.9999, skala[0] - 0.01, skala[-1] + 0.01)]
    nrr += [[None] * unsur]
    yield from (Soal("SKM_NILAI", ([satu], *p)) for satu in nrr for p in penimbang)
    yield from (Soal("SKM_NILAI", ([[x]],)) for x in (3, 3.333, skala[0]))


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
        return [(self.panggilan[s][0], x, nilai[s]) for s, x in harap.items() if not _agree(x, nilai[s])]


def _agree(a: Any, b: Any) -> bool:
    """As `same`; beyond 15 digits a spreadsheet has no exact whole numbers."""
    besar = isinstance(a, int | float) and isinstance(b, int | float) and abs(a) >= 10**15
    return math.isclose(a, b, rel_tol=1e-14) if besar else same(a, b)


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
