"""Honest fillings, carried over to revised agreements: every input arrives or is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kinerja.kumpul.bawa import Bawaan
from kinerja.perjanjian.model import JenisPerjanjian, Pejabat
from tests.alat.bawa import Letakan, carry, draw_lama, draw_revisi, list_letak, read, render
from tests.alat.mesin import compare, recalc_formulon, recalc_ironcalc
from tests.alat.sampel import choose_banyak
from workbook_templates.perjanjian_kinerja import Bahan

BANYAK, SEKALI = choose_banyak(15, 100), 5
"""Fillings of each of two kinds, and of one test."""
CEK = "isian_cek_penjelasan"
PADA_CAMAT = {"isian_camat_nama", "isian_camat_pangkat", "isian_camat_nip"}


def count_nilai(nilai: Iterable[Any]) -> Counter[Any]:
    """Values with how often they stand there."""
    return Counter(nilai)


def sum_angka(nilai: Iterable[Any]) -> Fraction:
    return sum((Fraction(n) for n in nilai if not isinstance(n, str)), Fraction(0))


def check_kekal(lama: Letakan, b: Bawaan) -> None:
    """Nothing is lost and nothing comes into being: neither values nor sums."""
    baru, sisa = list_letak(b.isi), [s.nilai for s in b.sisa]
    assert (b.terbawa, b.sama) == (len(lama) - len(sisa), 0)
    assert count_nilai(lama.values()) == count_nilai([*baru.values(), *sisa])
    assert sum_angka(lama.values()) == sum_angka(baru.values()) + sum_angka(sisa)


@pytest.mark.parametrize("awal", range(0, BANYAK, SEKALI))
def test_perubahan_program_indikator_dan_kegiatan(awal: int) -> None:
    for benih in range(awal, awal + SEKALI):
        r = draw_revisi(benih)
        lama = list_letak(r.lama.isi)

        b = carry(r.lama, r.baru)

        check_kekal(lama, b)
        tanpa_cek = {letak: nilai for letak, nilai in lama.items() if letak[0] != CEK}
        harap = {tujuan: nilai for letak, nilai in tanpa_cek.items() if (tujuan := r.find(letak))}
        if r.lama.pk.jenis is JenisPerjanjian.MURNI:
            harap.pop(("isian_tanggal", 0, 0), None)
        harap = {k: n for k, n in harap.items() if not (k[0].endswith("_target_triwulan") and n in _list_luar(b))}
        assert {letak: n for letak, n in list_letak(b.isi).items() if letak[0] != CEK} == harap, benih
        assert all(s.sebab.endswith((".", "?")) and s.lembar and s.sel for s in b.sisa)


@pytest.mark.parametrize("awal", range(BANYAK, 2 * BANYAK, SEKALI))
def test_camat_baru_dan_banyaknya_responden(awal: int) -> None:
    """Nothing else changes: all of it stands where it stood, but for what belonged to the camat before."""
    for benih in range(awal, awal + SEKALI):
        lama = draw_lama(benih)
        pk = replace(lama.pk, pihak_pertama=Pejabat("Drs. Camat Baru, M.Si", "CAMAT CONTOH UJI"))
        responden = 800 if benih % 25 == 0 else 12 if benih % 5 == 1 else lama.responden
        letak = list_letak(lama.isi)

        b = carry(lama, replace(lama, pk=pk, responden=responden))

        check_kekal(letak, b)
        lebih = {(n, r, c) for n, r, c in letak if n.endswith("_jawaban") and r >= responden}
        luar = {k for k, n in letak.items() if k[0].endswith("_target_triwulan") and n in _list_luar(b)}
        harap = {k: n for k, n in letak.items() if k[0] not in PADA_CAMAT and k not in lebih | luar}
        assert list_letak(b.isi) == harap, benih
        sisa = {s.nama for s in b.sisa if not s.nama.endswith("_jawaban")} - {k[0] for k in luar}
        assert sisa == PADA_CAMAT & lama.isi.keys()


@pytest.mark.parametrize("benih", [3, 17, 20, 46, 61])
def test_nilai_tersimpan_sama_dengan_yang_dihitung_program_lain(benih: int, tmp_path: Path) -> None:
    r = draw_revisi(benih)
    b = carry(r.lama, r.baru)
    path = tmp_path / "baru.xlsx"
    path.write_bytes(render(_fill(r.baru, b)))

    assert compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path)) == []
    assert compare(path, ironcalc=recalc_ironcalc(_write(tmp_path, r.baru))) != []  # the inputs do matter


@pytest.mark.parametrize("benih", range(5, 200, choose_banyak(96, 24)))
def test_buku_baru_terbaca_dengan_isian_yang_sama_dan_dibawa_lagi_utuh(benih: int) -> None:
    r = draw_revisi(benih)
    b = carry(r.lama, r.baru)
    penuh = _fill(r.baru, b)

    _, isian = read(render(penuh))

    dibaca = {nama: blok.isi for nama, blok in isian.blok.items() if blok.terisi}
    assert list_letak(dibaca) == list_letak(b.isi)
    lagi = carry(penuh, r.baru)
    assert (lagi.isi, lagi.sisa) == (b.isi, ())
    assert render(_fill(r.baru, lagi)) == render(penuh)


def _list_luar(b: Bawaan) -> list[Any]:
    """Shares of more than 100 per cent, which no cell takes: one officer in twelve pastes some."""
    luar = [s for s in b.sisa if "sedangkan batasnya" in s.sebab]
    assert all(s.nilai > 100 and s.nama.endswith("_target_triwulan") for s in luar)
    return [s.nilai for s in luar]


def _fill(baru: Bahan, b: Bawaan) -> Bahan:
    return replace(baru, isi=b.isi)


def _write(folder: Path, bahan: Bahan) -> Path:
    path = folder / "kosong.xlsx"
    path.write_bytes(render(bahan))
    return path
