"""The same of kinds of indikator, their predicates and ratios, and of a region's own components of SAKIP."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from kinerja.perjanjian.model import PerjanjianKinerja
from kinerja.rumus.target import Target
from tests.alat.saran import follow
from tests.berkas_induk import Data, changed
from tests.contoh import angka
from tests.saran_induk import Kasus, check_saran, with_jenis


def lke(pk: PerjanjianKinerja) -> list[tuple[str, str, str]]:
    assert pk.lke
    return [(k.nama, s.nama, str(s.bobot)) for k in pk.lke.komponen for s in k.subkomponen]


def with_lke(*baris: tuple[str, str, object]) -> Data:
    sakip = with_jenis(jenis="sakip", target=70)
    return {**sakip, "lke": [{"komponen": k, "subkomponen": s, "bobot": b} for k, s, b in baris]}


SEMUA = (
    Kasus(
        "Contoh: WTP; WDP; TW; TMP.",
        with_jenis(jenis="predikat", urutan="WTP"),
        with_jenis(jenis="predikat", urutan="WTP; WDP; TW; TMP", target="wdp"),
        lambda p: (p.indikator[2].urutan, p.indikator[2].target),
        (("WTP", "WDP", "TW", "TMP"), Target(predikat="WDP")),
    ),
    Kasus(
        "Tulis dengan kata.",
        with_jenis(jenis="predikat", urutan="A*; B"),
        with_jenis(jenis="predikat", urutan="A bintang; B"),
        lambda p: p.indikator[2].urutan,
        ("A bintang", "B"),
    ),
    Kasus(
        "Pakai singkatannya, misalnya WTP; atau kurangi.",
        with_jenis(jenis="predikat", urutan="; ".join(f"Tingkatan {n:02}" for n in range(16))),
        with_jenis(jenis="predikat", urutan="; ".join(f"T{n:02}" for n in range(16))),
        lambda p: p.indikator[2].urutan,
        tuple(f"T{n:02}" for n in range(16)),
    ),
    Kasus(
        "Tulis kata, misalnya Level 3; atau pakai jenis nilai.",
        with_jenis(jenis="predikat", urutan="3; 2; 1", target="2"),
        with_jenis(jenis="predikat", urutan="Level 3; Level 2; Level 1", target="Level 2"),
        lambda p: p.indikator[2].target,
        Target(predikat="Level 2"),
    ),
    Kasus(
        "Tulis kata, misalnya Level 3; atau pakai jenis nilai.",
        with_jenis(jenis="predikat", urutan="3; 2; 1", target="2"),
        with_jenis(jenis="nilai", target="2"),
        lambda p: p.indikator[2].target,
        angka(2),
    ),
    Kasus(
        "Kosongkan; urutan predikatnya yang menentukan.",
        with_jenis(jenis="predikat", urutan="WTP; WDP", arah="turun"),
        with_jenis(jenis="predikat", urutan="WTP; WDP"),
        lambda p: p.indikator[2].urutan,
        ("WTP", "WDP"),
    ),
    Kasus(
        "Isi rata_rata atau akhir.",
        changed("indikator", 1, survei=2),
        changed("indikator", 1, survei=2, metode="rata_rata"),
        lambda p: (p.indikator[1].kali, p.indikator[1].metode),
        (2, "rata_rata"),
    ),
    Kasus(
        "Pakai jenis {}.",
        with_jenis(jenis="persen", target="1:32"),
        with_jenis(jenis="nilai", target="1:32"),
        lambda p: str(p.indikator[2].target),
        "1 : 32",
    ),
    Kasus(
        "Tulis semuanya sebagai perbandingan, atau semuanya sebagai angka.",
        with_jenis(jenis="nilai", target="1:32", target_renstra=30),
        with_jenis(jenis="nilai", target="1:32", target_renstra="1:30"),
        lambda p: str(p.indikator[2].renstra),
        "1 : 30",
    ),
    Kasus(
        "Ubah format sel menjadi Teks, lalu ketik lagi, misalnya 1:32.",
        with_jenis(jenis="nilai", target=time(1, 32)),
        with_jenis(jenis="nilai", target="1:32"),
        lambda p: str(p.indikator[2].target),
        "1 : 32",
    ),
    Kasus(
        "Beri setiap baris nama subkomponennya.",
        with_lke(("Rencana", "Mutu", 60), ("Rencana", "mutu", 40)),
        with_lke(("Rencana", "Mutu", 60), ("Rencana", "Pemanfaatan", 40)),
        lke,
        [("Rencana", "Mutu", "60"), ("Rencana", "Pemanfaatan", "40")],
    ),
    Kasus(
        "Bulatkan bobotnya.",
        with_lke(("Rencana", "Mutu", 60.123456), ("Rencana", "Guna", 39.876544)),
        with_lke(("Rencana", "Mutu", 60.12), ("Rencana", "Guna", 39.88)),
        lke,
        [("Rencana", "Mutu", "60.12"), ("Rencana", "Guna", "39.88")],
    ),
    Kasus(
        "Betulkan bobotnya.",
        with_lke(("Rencana", "Mutu", 60), ("Rencana", "Guna", 39)),
        with_lke(("Rencana", "Mutu", 60), ("Rencana", "Guna", 40)),
        lke,
        [("Rencana", "Mutu", "60"), ("Rencana", "Guna", "40")],
    ),
)


@follow(*{k.saran for k in SEMUA})
@pytest.mark.parametrize("kasus", SEMUA, ids=lambda k: k.saran)
def test_saran_jenis_indikator_dan_lke_dituruti(kasus: Kasus, tmp_path: Path) -> None:
    check_saran(kasus, tmp_path)
