"""Random changes, honest fillings, and programs that save again: they do what they say and nothing else."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.alat.kembali.acak import list_acak
from tests.alat.kembali.beda import differ_nama, differ_sel, read_nama, read_sel
from tests.alat.kembali.jujur import Terisi, isi_jujur
from tests.alat.kembali.ketik import Isian, list_isian, type_isian
from tests.alat.kembali.paket import UbahError, open_paket
from tests.alat.kembali.sel import list_sel, splice
from tests.alat.kembali.simpan import LAMBAT, PROGRAM, save_ulang
from tests.alat.program import ProgramError
from tests.alat.sampel import choose_banyak, choose_sela
from tests.alat.terbitan import TERBITAN

BARU = TERBITAN / "0.7.0" / "medan-baru.xlsx"
TERBIT = [p for p in sorted(TERBITAN.glob("*/*.xlsx")) if "terisi" not in p.stem]
ASAL = {"baru": BARU, "perubahan": TERBITAN / "0.7.0" / "perubahan.xlsx", "lama": TERBITAN / "0.1.0" / "perubahan.xlsx"}
BENIH = range(choose_banyak(1, 3))
"""Fillings of each issue."""


def list_ketikan(isi: bytes, isian: dict[str, Isian], terisi: Terisi) -> list[tuple[str, Any, Any]]:
    """What was typed beside what openpyxl reads there, by name and place."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        buku = openpyxl.load_workbook(io.BytesIO(isi))
    return [
        (f"{nama}[{r},{k}]", nilai, buku[isian[nama].lembar][isian[nama].address(r, k)].value)
        for nama, matriks in terisi.ketikan.items()
        for r, baris in enumerate(matriks)
        for k, nilai in enumerate(baris)
        if nilai is not None
    ]


def test_dua_ratus_perubahan_acak_masing_masing_mengena_satu_sel_atau_nama() -> None:
    isi = BARU.read_bytes()
    paket = open_paket(isi)
    for ubahan in list_acak(isi, benih=16, banyak=200):
        baru = open_paket(ubahan.apply(isi))
        (tempat,) = ubahan.tempat
        beda = {(nama, "") for nama in differ_nama(paket, baru)} | differ_sel(paket, baru)
        assert beda == {(tempat.nama, "") if tempat.nama else (tempat.lembar, tempat.sel)}, ubahan.apa


def test_perubahan_acak_menjangkau_semua_lembar_dan_dapat_diulang() -> None:
    isi = BARU.read_bytes()
    semua = list(list_acak(isi, benih=16, banyak=200))
    assert {t.lembar for u in semua for t in u.tempat if t.lembar} == set(open_paket(isi).list_lembar())
    assert sum(bool(t.nama) for u in semua for t in u.tempat) > 10
    assert [u.apa for u in list_acak(isi, benih=16, banyak=200)] == [u.apa for u in semua]


@pytest.mark.parametrize("path", choose_sela(TERBIT, 3), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_isian_jujur_tiap_versi_hanya_mengubah_sel_yang_diketik(path: Path) -> None:
    isi = path.read_bytes()
    isian, semula = list_isian(open_paket(isi)), open_paket(isi)
    for benih in BENIH:
        terisi = isi_jujur(isi, benih)
        baru = open_paket(terisi.isi)
        assert differ_nama(semula, baru) == set()
        sel = {
            (isian[nama].lembar, isian[nama].address(r, k))
            for nama, matriks in terisi.ketikan.items()
            for r, baris in enumerate(matriks)
            for k, nilai in enumerate(baris)
            if nilai is not None
        }
        assert differ_sel(semula, baru) == sel
        for lembar, bagian in semula.list_lembar().items():
            diketik = {alamat for satu, alamat in sel if satu == lembar}
            assert drop_sel(semula.bagian[bagian], diketik) == drop_sel(baru.bagian[bagian], diketik)
    assert [s for s in list_ketikan(terisi.isi, isian, terisi) if s[1] != s[2]] == []


def drop_sel(xml: bytes, alamat: set[str]) -> bytes:
    """A sheet without these cells, whose other bytes must be what they were."""
    return splice(xml, [(p.awal, p.akhir, b"") for a, p in list_sel(xml).items() if a in alamat])


def test_isian_jujur_kadang_penuh_kadang_sebagian() -> None:
    isi = BARU.read_bytes()
    banyak = [len(isi_jujur(isi, benih).ketikan) for benih in range(12)]
    assert min(banyak) < 30
    assert max(banyak) > 45


def test_yang_terkunci_tidak_dapat_diketik() -> None:
    isi = BARU.read_bytes()
    for nama, matriks in (("isian_anggaran_perjanjian", [[1]]), ("isian_tiada", [[1]]), ("isian_sakip_lalu", [[1, 2]])):
        with pytest.raises(UbahError):
            type_isian(isi, {nama: matriks})


@pytest.mark.parametrize("program", PROGRAM)
def test_program_lain_menyimpan_isian_rumus_dan_nama(program: str) -> None:
    nomor = list(PROGRAM).index(program)
    asal = dict(list(ASAL.items())[nomor % 3 :: 3]) if program in LAMBAT else ASAL
    terisi = {nama: isi_jujur(path.read_bytes(), benih=4) for nama, path in asal.items()}
    hasil = save_ulang(program, {nama: satu.isi for nama, satu in terisi.items()})
    assert list(hasil) == list(terisi)
    for nama, satu in terisi.items():
        awal, baru = open_paket(satu.isi), open_paket(hasil[nama])
        assert list(baru.list_lembar()) == list(awal.list_lembar())
        assert {n for n, _ in read_nama(baru)} >= set(list_isian(awal))
        for lembar in awal.list_lembar():
            rumus = {s: p[0] is not None for s, p in read_sel(awal, lembar).items() if p[0] or p[2]}
            assert rumus.items() <= {s: p[0] is not None for s, p in read_sel(baru, lembar).items()}.items()
        ketikan = list_ketikan(hasil[nama], list_isian(awal), satu)
        assert [s for s in ketikan if s[1] != s[2]] == []


def test_program_yang_tidak_ada_adalah_galat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ProgramError, match="pasang gnumeric"):
        save_ulang("gnumeric", {"a": BARU.read_bytes()})
