"""What sheet Cek says of indikator, quarters and action plans: where it must speak, and where it must not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.terbit.keluaran import write_workbook
from kinerja.workbook.layout import Buku
from tests.alat.jujur import list_cek
from tests.alat.mesin import compare, recalc_ironcalc
from tests.contoh import make_perjanjian, make_program
from tests.isian_makna import DIJELASKAN, OK, PERIKSA, Kasus, satu
from tests.isian_makna_triwulan import KASUS
from workbook_templates.perjanjian_kinerja import Bahan, build_perjanjian
from workbook_templates.perjanjian_kinerja.lembar import capaian, indikator_cek, rencana_aksi

SEBAB = "Memang begitu adanya."
SALAH_KETIK = (
    "Indikator 1: pembilang dan penyebut",
    "Indikator 1: realisasi berupa angka",
    "Indikator 1: realisasi sesuai daftar",
    "Rencana Aksi: setiap langkah",
)
"""Checks of what can only be typed again."""
SELALU_ADA = ("target", "serapan", "aksi")
"""What nobody can leave blank for a good reason."""


def build(kasus: Kasus, penjelasan: str | None = None) -> Buku:
    pk = replace(make_perjanjian((kasus.indikator,), make_program(1, Decimal(1000))), cara=kasus.cara)
    polos = build_perjanjian(Bahan(pk, kasus.isi, responden=3))
    if penjelasan is None:
        return polos
    kolom = tuple((penjelasan if cek.startswith(kasus.cek) else None,) for cek in list_cek(polos))
    return build_perjanjian(Bahan(pk, kasus.isi | {"isian_cek_penjelasan": kolom}, responden=3))


def find_kata(buku: Buku, awal: str) -> str:
    (kata,) = (kata for cek, kata in list_cek(buku).items() if cek.startswith(awal))
    return kata


@pytest.mark.parametrize("nama", KASUS)
def test_pemeriksaan_berbunyi_bila_perlu_dan_hanya_bila_perlu(nama: str, tmp_path: Path) -> None:
    kasus, path = KASUS[nama], tmp_path / "a.xlsx"
    buku = build(kasus)
    write_workbook(buku, path)

    assert kasus.kata == find_kata(buku, kasus.cek)
    assert [] == compare(path, ironcalc=recalc_ironcalc(path))


def test_setiap_pemeriksaan_punya_kasus_yang_berbunyi_dan_yang_tidak() -> None:
    semua = {
        p.teks.format(nomor=1, rentang="", apa="", cara="")
        for modul in (capaian, indikator_cek, rencana_aksi)
        for nama, p in vars(modul).items()
        if nama.startswith("CEK_")
    }
    kata = {(k.cek, k.kata) for k in KASUS.values()}

    awal = {k.cek for k in KASUS.values()}
    assert {cek for cek in semua if not any(cek.startswith(a) for a in awal)} == set()
    assert set() == {(a, k) for a in awal for k in (OK, PERIKSA)} - kata


@pytest.mark.parametrize("nama", [nama for nama, kasus in KASUS.items() if kasus.kata != OK])
def test_yang_jujur_dapat_dijelaskan(nama: str) -> None:
    """PERIKSA but for what is typed wrongly, and BELUM where an indikator may be left unmeasured."""
    kasus = KASUS[nama]

    kata = find_kata(build(kasus, SEBAB), kasus.cek)

    boleh = kasus.cek not in SALAH_KETIK if kasus.kata == PERIKSA else not nama.startswith(SELALU_ADA)
    assert (DIJELASKAN if boleh else kasus.kata) == kata


def test_penjelasan_yang_hanya_spasi_tidak_menjelaskan() -> None:
    kasus = KASUS["realisasi: lebih dari 200 %"]

    assert PERIKSA == find_kata(build(kasus, "  "), kasus.cek)


def test_target_dan_batasnya_disebut_dalam_pertanyaan() -> None:
    semua = {nama: build(KASUS[f"target: {nama}"]) for nama in ("IKM 88,3", "SAKIP 66,5", "persen 90", "dokumen nol")}
    teks = {
        nama: next(c for c in list_cek(b) if c.startswith("Capaian, indikator 1: target")) for nama, b in semua.items()
    }

    akhir = {nama: satu.partition("terisi, ")[2] for nama, satu in teks.items()}
    assert {
        "IKM 88,3": "25 sampai 100",
        "SAKIP 66,5": "lebih dari 10 sampai 100",
        "persen 90": "lebih dari 1 sampai 100",
        "dokumen nol": "lebih dari 0",
    } == akhir


def test_baris_yang_salah_ditunjuk_di_lembarnya() -> None:
    salah, benar = (build(KASUS[f"nilai: {nama}"]).get_lembar("Indikator") for nama in ("teks", "nol"))

    assert [["Isian salah"], ["Terbaca"]] == [
        [s.nilai for s in x.sel if s.kolom == 9 and s.baris == 6] for x in (salah, benar)
    ]


def test_yang_salah_tidak_menjadi_angka_setahun() -> None:
    buku = build(KASUS["nilai: teks"])
    (tahun,) = (s.nilai for s in buku.get_lembar("Indikator").sel if (s.baris, s.kolom) == (6, 8))
    (realisasi,) = (s.nilai for s in buku.get_lembar("Capaian").sel if (s.baris, s.kolom) == (6, 7))

    assert ("", "") == (tahun, realisasi)


def test_target_perbandingan_yang_diketik_dibandingkan_dengan_benar() -> None:
    """1 : 28 against 1 : 32 is 32 / 28 of it."""
    kasus = KASUS["rencana: perbandingan"]
    isi = kasus.isi | satu("nilai", 34, 33, 33, 28) | satu("renstra", 30)
    buku = build(kasus._replace(isi=isi))
    triwulan, tahun = buku.get_lembar("Triwulan"), buku.get_lembar("Capaian")

    assert [100, 100, 100, 114.29] == [s.nilai for s in triwulan.sel if s.kolom == 6 and 6 <= s.baris < 10]
    assert [(114.29, 107.14)] == [
        tuple(next(s.nilai for s in tahun.sel if (s.baris, s.kolom) == (6, k)) for k in (9, 13))
    ]
