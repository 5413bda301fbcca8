"""The proof of a table, on random trees and on very many odd rows."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from tests.test_anggaran_bukti import ISI, JUMLAH, Baris, list_kedudukan, list_salah, prove_baris


@st.composite
def trees(draw: st.DrawFn) -> list[Baris]:
    """Whole rupiah by programme, kegiatan and sub-kegiatan; right sums, a total below each programme and of all."""
    hasil, semua = list[Baris](), 0
    for p in range(1, draw(st.integers(2, 4)) + 1):
        sub = [[draw(st.integers(1, 10**9)) * 100 for _ in range(draw(st.integers(1, 3)))] for _ in range(2)]
        total = sum(map(sum, sub))
        hasil.append((f"7.01.{p:02}", f"Urusan {p}", total))
        for k, isi in enumerate(sub, 1):
            hasil.append((f"7.01.{p:02}.2.{k:02}", "Rutin", sum(isi)))
            hasil += [(f"7.01.{p:02}.2.{k:02}.{s:04}", "Rinci", sen) for s, sen in enumerate(isi, 1)]
        hasil.append(("", f"Jumlah Program {p}", total))
        semua += total
    return [*hasil, ("", "TOTAL", semua)]


@given(trees(), st.data())
def test_pohon_acak_dengan_jumlah_benar_tidak_bersalah_dan_satu_jumlah_diubah_satu_salah(
    baris: list[Baris], data: st.DataObject
) -> None:
    assert list_salah(prove_baris(*baris)) == {}

    n = data.draw(st.sampled_from([n for n, b in enumerate(baris) if not b[0]]))
    ubah = [*baris[:n], ("", baris[n][1], (baris[n][2] or 0) + 1), *baris[n + 1 :]]
    assert list_salah(prove_baris(*ubah)) == {n: baris[n][2]}


@given(trees(), st.integers(-99, 99))
def test_jumlah_di_atas_pohon_acak_terbukti_hanya_bila_tepat(baris: list[Baris], beda: int) -> None:
    pohon, total = [b for b in baris if b[0]], baris[-1][2] or 0

    assert (list_salah(prove_baris(("", "TOTAL", total + beda), *pohon)) == {}) == (beda == 0)


@given(trees(), st.sampled_from([7, 12, 17]))
def test_jumlah_terbukti_dari_tingkat_mana_pun_tabel_bermula(baris: list[Baris], panjang: int) -> None:
    """Codes of a level have so many letters; what is above it is not in the table."""
    pohon, total = [b for b in baris if len(b[0]) >= panjang], baris[-1][2] or 0
    benar, salah = (prove_baris(*pohon, ("", "TOTAL", n)) for n in (total, total + 1))

    assert list_kedudukan(benar) == [ISI] * len(pohon) + [JUMLAH]
    assert (list_salah(benar), list_salah(salah)) == ({}, {len(pohon): total})


def test_dua_puluh_ribu_baris_aneh_selesai_dalam_dua_detik() -> None:
    macam: tuple[Baris, ...] = (("", "Jumlah", 7), ("", "Lain", 3), ("7.01.01", "Satu", 3), ("", "", 4), ("5", "B", 1))
    baris = [macam[n % 5] for n in range(20_000)]
    mulai = time.perf_counter()
    prove_baris(*baris)
    assert time.perf_counter() - mulai < 2
