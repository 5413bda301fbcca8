"""Honest fillings of every version, saved by ten programs: no evidence against anybody, no wrong value."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kinerja.alamat import a1
from kinerja.perjanjian.kembali.banding import check_beda
from kinerja.perjanjian.kembali.buku import BukuUtuh, read_buku
from kinerja.perjanjian.kembali.hitung import compute_isi, get_nilai, is_sama
from kinerja.perjanjian.kembali.isian import Isian, read_isian
from kinerja.perjanjian.kembali.peta import align
from kinerja.perjanjian.temuan_kumpul import Bobot
from kinerja.tabel.sel import SelGalat
from kinerja.workbook.eksak import to_eksak
from tests.alat.kembali.jujur import Terisi, isi_jujur
from tests.alat.kembali.simpan import LAMBAT, PROGRAM, save_ulang
from tests.alat.mesin import recalc_ironcalc
from tests.alat.sampel import choose_banyak
from tests.alat.terbitan import CUPLIKAN

TERBIT = [
    path
    for versi in CUPLIKAN
    for path in (versi / f"{nama}.xlsx" for nama in ("medan-baru", "medan-kota", "perubahan"))
]
BENIH = range(choose_banyak(9, 15))
"""Fillings of each issue: more than 100 in all, with PENUH more than 400."""
DIHITUNG = choose_banyak(1, 3)
"""Fillings of each issue that IronCalc computes, too; of those saved again, every third comes to its results."""


@cache
def open_terbit(path: Path) -> BukuUtuh:
    return read_buku(path.read_bytes(), path.name)


@cache
def fill(path: Path, benih: int) -> Terisi:
    return isi_jujur(path.read_bytes(), benih)


def to_polos(nilai: Any) -> Any:
    """What was typed as it is read: blanks around a text stay, an empty text is nothing."""
    return None if nilai == "" else to_eksak(nilai)


def check_jujur(path: Path, terisi: Terisi, datang: bytes) -> Isian:
    """No evidence, every input as it was typed; gives what was read."""
    terbit, kini = open_terbit(path), read_buku(datang, "datang.xlsx")
    peta = align(terbit, kini)
    berat = [t for t in check_beda(terbit, kini, peta) if t.tingkat is not Bobot.CATATAN]
    assert not berat, berat[:3]
    isian = read_isian(terbit, kini, peta)
    assert not isian.temuan, isian.temuan[:3]
    for nama, blok in isian.blok.items():
        ketik = terisi.ketikan.get(nama)
        for r, baris in enumerate(blok.isi):
            for c, nilai in enumerate(baris):
                harap = to_polos(ketik[r][c]) if ketik else None
                bawaan = terbit.get_sel(blok.lembar, blok.kotak[0] + r, blok.kotak[1] + c)
                if harap is None and bawaan is not None:
                    continue  # what the issuer filled in beforehand
                assert nilai == harap, (nama, r, c)
    return isian


def compute_semua(path: Path, isian: Isian) -> dict[tuple[str, int, int], Any]:
    """What each formula comes to: some 0,2 s a filling, more than all the rest."""
    terbit = open_terbit(path)
    isi = compute_isi(terbit, isian)
    return {
        (nama, *tempat): get_nilai(isi, nama, *tempat)
        for nama, lembar in terbit.lembar.items()
        for tempat, sel in lembar.sel.items()
        if sel.rumus is not None
    }


@pytest.mark.parametrize("path", TERBIT, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_isian_jujur_terbaca_persis_dan_dihitung_seperti_ironcalc(path: Path, tmp_path: Path) -> None:
    for benih in BENIH:
        terisi = fill(path, benih)
        isian = check_jujur(path, terisi, terisi.isi)
        if benih < DIHITUNG:
            (tmp_path / "a.xlsx").write_bytes(terisi.isi)
            iron = recalc_ironcalc(tmp_path / "a.xlsx")
            pasangan = {k: (n, iron[k[0], a1(*k[1:])]) for k, n in compute_semua(path, isian).items()}
            beda = {k: dua for k, dua in pasangan.items() if not is_sama_iron(*dua)}
            assert not beda, list(beda.items())[:5]


def is_sama_iron(hasil: Any, iron: Any) -> bool:
    if isinstance(hasil, SelGalat):
        return isinstance(iron, str) and iron.startswith("#")
    return is_sama(hasil, float(iron) if isinstance(iron, int) and not isinstance(iron, bool) else iron)


def test_fillingnya_cukup_banyak_dan_setiap_versi_ada() -> None:
    assert len(TERBIT) * len(BENIH) >= 100
    assert {p.parent.name for p in TERBIT} >= {"0.1.0", "0.7.0"}


@pytest.mark.parametrize("program", PROGRAM)
def test_disimpan_ulang_program_lain_isian_dan_hasilnya_tetap(program: str) -> None:
    pilih = TERBIT[list(PROGRAM).index(program) % 3 :: 6 if program in LAMBAT else 3]
    jalur = {f"{p.parent.name}-{p.stem}": p for p in pilih}
    semua = {nama: fill(p, 1) for nama, p in jalur.items()}

    ulang = save_ulang(program, {nama: t.isi for nama, t in semua.items()})

    for nomor, (nama, path) in enumerate(jalur.items()):
        kini, dulu = (check_jujur(path, semua[nama], isi) for isi in (ulang[nama], semua[nama].isi))
        assert {n: repr(blok.isi) for n, blok in kini.blok.items()} == {n: repr(b.isi) for n, b in dulu.blok.items()}
        if nomor % 3 == 0:  # equal inputs come to equal results
            assert compute_semua(path, kini) == compute_semua(path, dulu), nama
