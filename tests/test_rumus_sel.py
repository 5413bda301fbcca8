"""Where a formula of a sheet and a rule of the core say the same, they give the same: today and under another law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kinerja.bilangan import to_decimal
from kinerja.peraturan import get_tabel
from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import DaftarManfaat, Indikator, PerjanjianKinerja
from kinerja.rumus.anggaran import compute_selisih, compute_serapan
from kinerja.rumus.capaian import compute_capaian, find_kategori, list_arah
from kinerja.rumus.manfaat import TANPA_LAPORAN, compute_manfaat, compute_persen, compute_trantibum
from kinerja.rumus.skm import (
    compute_nik,
    compute_sampel,
    compute_skm_totals,
    find_mutu,
    get_skala,
    list_penimbang,
    list_unsur,
)
from kinerja.rumus.tahun import Metode
from kinerja.rumus_sel import pick_jenjang, rasio_persen, sampel, selisih
from kinerja.workbook.ekspresi import Isi, X, luar, sel, to_x
from kinerja.workbook.fungsi import INT
from tests.alat.alamat import cell_position
from tests.alat.hukum import HUKUM_2027, enact
from tests.contoh import SKM, TRANTIBUM, Isian, make_perjanjian, make_program
from workbook_templates.perjanjian_kinerja import Bahan
from workbook_templates.perjanjian_kinerja.daftar import Susunan
from workbook_templates.perjanjian_kinerja.lembar.capaian import build_capaian
from workbook_templates.perjanjian_kinerja.lembar_kerja import TANPA_TRIWULAN, Bagian, Realisasi

LAMA, BARU = date(2024, 12, 31), date(2027, 12, 31)
pada_keduanya = pytest.mark.parametrize("pada", [LAMA, BARU], ids=["2024", "2027"])
PERSEN = Indikator("Persentase", jenis.PERSEN, "%")
MANFAAT = Indikator(
    "Manfaat",
    jenis.MANFAAT,
    "%",
    daftar=(DaftarManfaat("sarpras", "Sarana", "KK"), DaftarManfaat("bansos", "Bantuan", "orang")),
)

HALUS = st.decimals(0, 10**7, places=3)
DESIMAL = st.decimals(0, 10**7, places=2)
POSITIF = st.decimals("0.01", 10**7, places=2)
SEN = st.decimals(0, 10**11, places=2)


@pytest.fixture(scope="module", autouse=True)
def hukum_2027() -> Iterator[None]:
    """In force from 2027; what holds in 2024 is the same law as ever."""
    with enact(HUKUM_2027):
        yield


@dataclass
class Hasil:
    """What the formulas of a built sheet show."""

    bagian: Bagian

    def sel(self, alamat: str) -> Any:
        baris, kolom = cell_position(alamat)
        nilai = next(s.nilai for s in self.bagian.lembar.sel if (s.baris, s.kolom) == (baris - 1, kolom - 1))
        return nilai if isinstance(nilai, str) else to_decimal(nilai)

    def nama(self, nama: str, geser: tuple[int, int] = (0, 0)) -> Any:
        """A named cell, or one so many rows and columns away."""
        alamat = dict(self.bagian.nama)[nama].rpartition("!")[2].partition(":")[0]
        baris, kolom = cell_position(alamat)
        return self.sel(f"{chr(64 + kolom + geser[1])}{baris + geser[0]}")


def make_bahan(indikator: Indikator, pada: date, **isi: Any) -> Bahan:
    ketik: Isian = {f"isian_{nama}": nilai for nama, nilai in isi.items()}
    pk: PerjanjianKinerja = make_perjanjian((indikator,), make_program(1), tahun=pada.year)
    return Bahan(pk, ketik, responden=6)


def show(lembar: str, bahan: Bahan) -> Hasil:
    return Hasil(Susunan(bahan).get(lembar))


def hitung(x: X, *isi: object) -> Any:
    """Exact value over cells that stand side by side from A1."""
    lembar = Isi()
    lembar.put_blok(0, 0, [isi])
    return x.compute(lembar)


A, B = sel(0, 0), sel(0, 1)


# --- kinerja.rumus_sel --------------------------------------------------------------------------------------------


@pada_keduanya
@pytest.mark.parametrize("nama", ["skm_mutu", "sakip_predikat", "sakip_kriteria", "capaian_kategori"])
@given(data=st.data())
def test_jenjang_dipilih_seperti_oleh_tabel(nama: str, pada: date, data: st.DataObject) -> None:
    tabel = get_tabel(nama, pada=pada)
    bawah, atas = (max(min(n, Decimal(300)), Decimal(-300)) for n in tabel.rentang)
    tepi = [j.bawah + g for j in tabel.jenjang if j.bawah.is_finite() for g in map(Decimal, ("0", "-0.005", "0.004"))]
    nilai = data.draw(st.sampled_from(tepi) | st.decimals(bawah, atas, places=3))
    assume(bawah <= nilai <= atas)

    jenjang = tabel.find(nilai)

    assert jenjang.kode == hitung(pick_jenjang(A, tabel), nilai)
    assert jenjang.sebutan == hitung(pick_jenjang(A, tabel, "sebutan"), nilai)


@pada_keduanya
@given(x=HALUS, y=POSITIF)
def test_persen_seperti_aturan(pada: date, x: Decimal, y: Decimal) -> None:
    desimal = 2 if pada == LAMA else 1

    assert compute_persen(x, y, pada=pada) == hitung(rasio_persen(A / B, desimal), x, y)


@pada_keduanya
@given(data=st.data(), target=POSITIF)
def test_lembar_capaian_setiap_arah_seperti_aturan(pada: date, data: st.DataObject, target: Decimal) -> None:
    for arah in (a.kode for a in list_arah(pada=pada)):
        nilai = data.draw(POSITIF if arah == "turun_rasio" else st.decimals(-(10**6), 10**6, places=2))
        harap = compute_capaian(nilai, target, arah, pada=pada)
        indikator = replace(PERSEN, jenis=jenis.NILAI, arah=arah)
        realisasi = {0: Realisasi(TANPA_TRIWULAN, luar("hasil_indikator_1", nilai))}
        bahan = make_bahan(indikator, pada, indikator_1_target=((target,),))
        ukur = replace(Susunan(bahan).get("Indikator"), realisasi=realisasi)
        hasil = Hasil(build_capaian(bahan.show("sasaran", "cara"), (ukur,), (None, None)))
        assert harap == hasil.nama("hasil_capaian_persen")
        assert find_kategori(harap, pada=pada).sebutan == hasil.nama("hasil_capaian_kategori")


@given(x=st.decimals(0, 10**11, places=3), y=st.decimals(0, 10**11, places=3))
def test_selisih_seperti_aturan(x: Decimal, y: Decimal) -> None:
    assert compute_selisih(x, y) == hitung(selisih(A, B), x, y)


@pada_keduanya
@given(populasi=st.integers(1, 10**9), galat=st.none() | st.decimals("0.001", "0.999", places=3))
def test_sampel_seperti_aturan(pada: date, populasi: int, galat: Decimal | None) -> None:
    harap = compute_sampel(populasi, galat, pada=pada)

    assert harap == hitung(sampel(A, None if galat is None else B, pada), populasi, galat)
    if galat is not None:
        assert harap == hitung(sampel(INT(A), to_x(galat), pada), populasi)


# --- sheets -------------------------------------------------------------------------------------------------------


@pada_keduanya
@settings(max_examples=50)
@given(data=st.data(), x=DESIMAL, y=POSITIF)
def test_lembar_indikator_menghitung_persen_seperti_aturan(
    pada: date, data: st.DataObject, x: Decimal, y: Decimal
) -> None:
    metode = data.draw(st.sampled_from(Metode))
    isi = {"indikator_1_pembilang": ((x,),), "indikator_1_penyebut": ((y,),)}
    bahan = make_bahan(PERSEN, pada, indikator_1_metode=((metode.sebutan,),), **isi)

    assert compute_persen(x, y, pada=pada) == show("Indikator", bahan).nama("hasil_indikator_1")


BUTIR = st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 3000)), min_size=1, max_size=4)


@pada_keduanya
@settings(max_examples=50)
@given(daftar=st.tuples(BUTIR, BUTIR))
def test_lembar_manfaat_seperti_aturan(pada: date, daftar: tuple[list[tuple[int, int]], ...]) -> None:
    isi: dict[str, Any] = {}
    for d, butir in zip(MANFAAT.daftar, daftar, strict=True):
        isi[f"manfaat_{d.kunci}_realisasi"] = tuple((r // 2, None, r - r // 2) for r, _ in butir)
        isi[f"manfaat_{d.kunci}_target"] = tuple((t,) for _, t in butir)
    hasil = show("Manfaat", make_bahan(MANFAAT, pada, **isi))

    pasangan = [(sum(r for r, _ in butir), sum(t for _, t in butir)) for butir in daftar]
    assert compute_manfaat(pasangan, pada=pada) == hasil.nama("hasil_manfaat_persen")
    for baris, (r, t) in enumerate(daftar[0], start=7):
        assert compute_persen(r, t, pada=pada) == hasil.sel(f"J{baris}")


@pada_keduanya
@settings(max_examples=50)
@given(bulan=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 40)), min_size=12, max_size=12))
def test_lembar_trantibum_seperti_aturan(pada: date, bulan: list[tuple[int, int]]) -> None:
    laporan, ditangani = [d + sisa for d, sisa in bulan], [d for d, _ in bulan]
    isi = {"trantibum_laporan": tuple((n,) for n in laporan), "trantibum_ditangani": tuple((n,) for n in ditangani)}
    hasil = show("Trantibum", make_bahan(TRANTIBUM, pada, **isi))

    def rule(d: int, n: int) -> Decimal | str:
        persen = compute_trantibum(d, n, pada=pada)
        return TANPA_LAPORAN if persen is None else persen

    assert rule(sum(ditangani), sum(laporan)) == hasil.nama("hasil_trantibum_persen")
    assert [rule(d, n) for d, n in zip(ditangani, laporan, strict=True)] == [hasil.sel(f"E{r}") for r in range(7, 19)]


@pada_keduanya
@settings(max_examples=50)
@given(perjanjian=SEN, dpa=st.decimals(1000, 10**11, places=2), realisasi=st.lists(SEN, min_size=1, max_size=4))
def test_lembar_anggaran_seperti_aturan(
    pada: date, perjanjian: Decimal, dpa: Decimal, realisasi: list[Decimal]
) -> None:
    isi = {"anggaran_perjanjian": ((perjanjian,),), "anggaran_dpa": ((dpa,),), "anggaran_realisasi": (realisasi,)}
    hasil = show("Anggaran", make_bahan(SKM, pada, **isi))

    assert compute_selisih(perjanjian, dpa) == hasil.sel("G7")
    assert compute_selisih(dpa, sum(realisasi)) == hasil.sel("M7")
    serapan = compute_serapan(sum(realisasi), dpa, pada=pada)
    assert to_decimal(float(serapan)) == hasil.sel("N7")  # a cell keeps 15 digits


@pada_keduanya
@settings(max_examples=50)
@given(data=st.data())
def test_lembar_skm_seperti_aturan_dengan_setiap_penimbang(pada: date, data: st.DataObject) -> None:
    skala, banyak = get_skala(pada=pada), len(list_unsur(pada=pada))
    jawab = st.none() | st.integers(skala[0], skala[-1])
    penuh = st.lists(st.integers(skala[0], skala[-1]), min_size=banyak, max_size=banyak)
    kurang = st.lists(st.lists(jawab, min_size=banyak, max_size=banyak), max_size=5)
    jawaban = [data.draw(penuh), *data.draw(kurang)]
    hasil = show("SKM", make_bahan(SKM, pada, skm_jawaban=jawaban))

    kolom = [[n for n in unsur if n is not None] for unsur in zip(*jawaban, strict=True)]
    jumlah, terisi = [sum(n) for n in kolom], [len(n) for n in kolom]
    bawah = get_tabel("skm_mutu", pada=pada).rentang[0]
    for geser, penimbang in enumerate(list_penimbang(pada=pada)):
        nik = compute_nik(compute_skm_totals(jumlah, terisi, pada=pada).nrr, penimbang, pada=pada)
        assert nik == hasil.nama("hasil_skm_nik", (geser, 0)), penimbang
        if nik >= bawah:
            assert compute_skm_totals(jumlah, terisi, penimbang, pada=pada).nik == nik
        mutu = find_mutu(nik, pada=pada).kode if nik >= bawah else ""
        assert mutu == hasil.nama("hasil_skm_mutu", (geser, 0)), penimbang
    assert hasil.nama("hasil_skm_kinerja") == find_mutu(hasil.nama("hasil_skm_nik"), pada=pada).sebutan


@settings(max_examples=50)
@given(populasi=st.integers(1, 10**9))
def test_lembar_skm_menghitung_sampel_seperti_aturan(populasi: int) -> None:
    for pada in (LAMA, BARU):
        hasil = show("SKM", make_bahan(SKM, pada, skm_populasi=((populasi,),)))
        assert compute_sampel(populasi, pada=pada) == hasil.nama("hasil_skm_sampel")
