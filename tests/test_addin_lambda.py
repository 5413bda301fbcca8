"""A LAMBDA name is its function: in every example, at every edge, over ranges; in IronCalc and in formulon."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from addin.daftar import DAFTAR
from addin.rumus_biasa import RUMUS
from addin.rumus_lambda import TANPA
from addin.spec import HARI_CONTOH
from kinerja.peraturan import get_tabel
from tests.alat.addin import Kasus, list_kasus
from tests.alat.bernama import Panggilan, compute, compute_inti, list_beda
from tests.alat.hukum import HUKUM_2027, enact
from tests.soal_rumus import BARU, Soal, list_soal

HARI = [HARI_CONTOH, BARU]
MESIN = ["ironcalc", "formulon"]
BERTEKS = ("teks", "pilihan", "daftar_teks")


def list_soal_nama(pada: date) -> Iterator[Soal]:
    """Those whose target is a number: a text is the frozen formula's own."""
    for s in list_soal(pada):
        if s.nama != "PERSEN_CAPAIAN" or not any(isinstance(x, str) and any(map(str.isdigit, x)) for x in s.masukan):
            yield s
    for jenjang in get_tabel("capaian_kategori", pada=pada).jenjang:  # else a family of few
        if jenjang.bawah.is_finite():
            yield from (Soal("KATEGORI_CAPAIAN", (float(jenjang.bawah) + n / 1000,)) for n in range(-150, 151))


def put_soal(panggilan: Panggilan, nama: str, masukan: tuple[Any, ...]) -> str:
    """A call whose arguments all stand in cells."""
    argumen, kolom = [], 0
    for nilai in masukan:
        blok = nilai if isinstance(nilai, list) else [[nilai]]
        argumen.append(panggilan.put(blok, kolom))
        kolom += len(blok[0])
    return f"{nama}({','.join(argumen)})"


def choose_soal(pada: date, banyak: int) -> list[Soal]:
    """So many of each family, or all that it has."""
    keluarga: defaultdict[str, list[Soal]] = defaultdict(list)
    for s in list_soal_nama(pada):
        keluarga[s.nama.partition("_")[0]].append(s)
    assert pada != HARI_CONTOH or min(map(len, keluarga.values())) >= 300
    acak = random.Random(11)
    return [s for semua in keluarga.values() for s in (semua if len(semua) < banyak else acak.sample(semua, banyak))]


@pytest.mark.parametrize(("pada", "mesin", "banyak"), [(HARI[0], "ironcalc", 10**6), (HARI[0], "formulon", 400),
                                                       (HARI[1], "ironcalc", 400)])  # fmt: skip
def test_nama_sama_dengan_fungsinya_di_setiap_tepi(pada: date, mesin: str, banyak: int, tmp_path: Path) -> None:
    with enact(HUKUM_2027) if pada == BARU else nullcontext():
        semua = choose_soal(pada, banyak)
        panggilan = Panggilan()
        for s in semua:
            panggilan.call(put_soal(panggilan, s.nama, s.masukan))
        harap = [compute_inti(s.nama, s.masukan, pada) for s in semua]
        nilai = compute(panggilan, mesin, tmp_path, pada)

    assert [] == list_beda(semua, harap, nilai)
    assert {s.nama for s in semua} == set(RUMUS)
    assert {"#VALUE!", "#NUM!", "#DIV/0!", "#N/A"} <= set(map(str, harap))


def tolak_teks(kasus: Kasus) -> tuple[Any, ...]:
    """The arguments with each text where a number belongs as a text that is none: so do names read them."""

    def ganti(nilai: Any) -> Any:
        return [[ganti(x) for x in b] for b in nilai] if isinstance(nilai, list) else (
            "abc" if isinstance(nilai, str) and nilai.strip() else nilai)  # fmt: skip

    args = kasus.fungsi.args
    return tuple(
        n if a.jenis in BERTEKS or a.passes(n) else ganti(n) for a, n in zip(args, kasus.masukan, strict=False)
    )


@pytest.mark.parametrize("mesin", MESIN)
def test_setiap_contoh_yang_dideklarasikan(mesin: str, tmp_path: Path) -> None:
    semua = [k for k in list_kasus() if k.fungsi.nama not in TANPA]
    panggilan, harap = Panggilan(), []
    for k in semua:
        hasil = compute_inti(k.fungsi.nama, tolak_teks(k), HARI_CONTOH)
        ukuran = (len(hasil), len(hasil[0])) if isinstance(hasil, list) else (1, 1)
        panggilan.call(put_soal(panggilan, k.fungsi.nama, k.masukan), *ukuran)
        harap.append(hasil)
    panggilan.call("SAKIP_PREDIKAT()", 9, 3)
    harap.append(compute_inti("SAKIP_PREDIKAT", (), HARI_CONTOH))

    assert [] == list_beda([*semua, "tabel"], harap, compute(panggilan, mesin, tmp_path, HARI_CONTOH))
    assert len(semua) > 80


@pytest.mark.parametrize("mesin", MESIN)
def test_rentang_memberi_rentang_seperti_fungsinya(mesin: str, tmp_path: Path) -> None:
    """All calls of a function in one: a column an argument; an option that most leave out is blank there."""
    keluarga: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for s in list_soal_nama(HARI_CONTOH):
        if DAFTAR[s.nama].at(HARI_CONTOH).dipetakan and s.nama != "SAKIP_SUBKOMPONEN":
            keluarga[s.nama].append(s.masukan)
    acak, panggilan, soal, harap = random.Random(5), Panggilan(), [], []
    for nama, semua in keluarga.items():
        pilih = semua if len(semua) < 150 else acak.sample(semua, 150)
        kolom = max(map(len, pilih))
        isi = [[*baris, *[None] * (kolom - len(baris))] for baris in pilih]
        argumen = [[[baris[k]] for baris in isi] for k in range(kolom)]
        panggilan.call(put_soal(panggilan, nama, tuple(argumen)), len(isi))
        soal.append(nama)
        harap.append(compute_inti(nama, tuple(argumen), HARI_CONTOH))

    assert [] == list_beda(soal, harap, compute(panggilan, mesin, tmp_path, HARI_CONTOH))
    assert len(soal) == 12


BENTUK: list[tuple[str, tuple[Any, ...]]] = [
    ("PERSEN_CAPAIAN", ([[3], [2], [None]], [[4, 5]])),
    ("PERSEN_CAPAIAN", ([[3], [2], [9]], 4, [["naik"], ["turun_selisih"], [None]], [[120], [None], [100]])),
    ("PERSEN_CAPAIAN", ([[3], [2], [9]], [[4], [5]])),
    ("PERSEN_CAPAIAN", ([[3, 2, 9]], [[4], [5]], "tetap", [[100, None, 7]])),
    ("ANGGARAN_SERAPAN", ([[1, 2], [3, "x"]], [[4, 0], [None, 5]])),
    ("ANGGARAN_SELISIH", (7, [[4, 0, None]])),
    ("SKM_SAMPEL", ([[220], [1200], [None], ["x"]], [[0.05, 0.1, 1, "x"]])),
    ("SAKIP_NILAI", ([[30, 20]], 30, [[15], [15.01]], 25)),
    ("SAKIP_SUBKOMPONEN", ([["AA"], [" a "], ["  "]], [[9], [4]])),
    ("SAKIP_SUBKOMPONEN", ([["AA"], [" a "]], 9)),
    ("SKM_NILAI", ([[3, 3.5]], [["persis", "0,111"]])),
    ("SKM_NILAI", ([[3.5] * 9], 0.111)),
    ("SKM_INDEKS", ([[3] * 9, ["  "] * 9, [4] * 9], "0,11")),
    ("SKM_INDEKS", ([[3] * 9], "setengah")),
    ("SKM_NRR", ([[4, 2], [3, None]],)),
    ("SKM_NRR", ([[4, 5], [3, None]],)),
    ("SKM_NRR", ([[4, "x"], [3, None]],)),
    ("SKM_NRR", ([[4, None], [3, None]],)),
    ("SKM_NRR", ([[None, None]],)),
    ("KINERJA_DASAR", ([["SKM_MUTU", "sakip_predikat "], [None, "SKM_*"]],)),
]


@pytest.mark.parametrize("mesin", MESIN)
def test_bentuk_rentang_dan_pilihan_seperti_intinya(mesin: str, tmp_path: Path) -> None:
    panggilan, harap = Panggilan(), []
    for nama, masukan in BENTUK:
        hasil = compute_inti(nama, masukan, HARI_CONTOH)
        ukuran = (len(hasil), len(hasil[0])) if isinstance(hasil, list) else (1, 1)
        panggilan.call(put_soal(panggilan, nama, masukan), *ukuran)
        harap.append(hasil)

    assert [] == list_beda(BENTUK, harap, compute(panggilan, mesin, tmp_path, HARI_CONTOH))


def test_hasil_rumus_lain_juga_dibaca(tmp_path: Path) -> None:
    """IronCalc counts nothing in what is no range, so formulon alone judges these."""
    panggilan = Panggilan()
    blok = panggilan.put([[4, 3, 2], [3, 4, 2], [4, None, 1]], 0)
    panggilan.call(f"SKM_NILAI(SKM_NRR({blok}))")
    panggilan.call(f"SKM_INDEKS({blok})")
    panggilan.call(f"SKM_INDEKS(_xlfn.VSTACK({blok},{blok}))")
    panggilan.call('SAKIP_SUBKOMPONEN({"AA","A"},9)')
    panggilan.call(f"SKM_MUTU(SKM_INDEKS({blok}))")
    panggilan.call("SAKIP_PREDIKAT({66.5;90.005})", 2)

    nilai = compute(panggilan, "formulon", tmp_path, HARI_CONTOH)

    nik = compute_inti("SKM_INDEKS", ([[4, 3, 2], [3, 4, 2], [4, None, 1]],), HARI_CONTOH)
    mutu = compute_inti("SKM_MUTU", (nik,), HARI_CONTOH)
    assert [[[nik]]] * 3 + [[[8.55]], [[mutu]], [["B"], ["AA"]]] == nilai
