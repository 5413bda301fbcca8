"""Workbooks as a kecamatan hands them in: plausible figures for a whole year, or for three quarters of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from kinerja.perjanjian.model import JenisPerjanjian, PerjanjianKinerja
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.workbook.layout import Matriks
from tests.contoh import MEDAN, MEDAN_BARU, Isian, make_campuran
from tests.isian_cek import column, explain
from workbook_templates.perjanjian_kinerja import Bahan

NIP = "19800101 200501 1 001"
BAGIAN_TRIWULAN = (0.18, 0.25, 0.24, 0.28)
"""How much of a ceiling is spent in each quarter."""


def list_wajar() -> dict[str, tuple[Bahan, Isian]]:
    """By name: an agreement as issued and what its kecamatan typed.

    A complete one, one of which only the kecamatan is known, and a revised one of generic kinds.
    """
    perubahan = replace(make_campuran(), jenis=JenisPerjanjian.PERUBAHAN)
    pasangan: dict[str, tuple[PerjanjianKinerja, Isian]] = {
        "medan-baru": (MEDAN_BARU, fill_medan_baru()),
        "medan-kota": (MEDAN["12.71.01"], fill_medan_kota()),
        "perubahan": (perubahan, fill_perubahan()),
    }
    return {nama: (Bahan(pk, temuan=check_perjanjian(pk)), isi) for nama, (pk, isi) in pasangan.items()}


def fill_medan_baru() -> Isian:
    """A whole year; one ceiling differs in the DPA, which is explained, realisation down to the sen."""
    acak = random.Random(17)
    manfaat = next(i for i in MEDAN_BARU.indikator if i.daftar)
    pagu = [int(p.anggaran or 0) for p in MEDAN_BARU.program]
    dpa = [*pagu[:2], pagu[2] - 26_918_203, *pagu[3:]]
    realisasi = spend(dpa, acak)
    return {
        "isian_camat_pangkat": (("Pembina Tingkat I",),),
        "isian_camat_nip": ((NIP,),),
        "isian_skm_jawaban": answer(295, acak),
        "isian_skm_populasi": ((1200,),),
        "isian_sakip_subkomponen": column(4.8, 6.3, 9.75, 4.2, 6.3, 9.9, 2.1, 3.15, 5.1, 3.5, 4.95, 7.5),
        "isian_sakip_lalu": column(4.2, 6.3, 9, 4.2, 5.4, 9.9, 2.1, 3.15, 4.5, 3.5, 4.95, 6.25),
        **{f"isian_manfaat_{d.kunci}_realisasi": benefit([k.target for k in d.kegiatan], acak) for d in manfaat.daftar},
        "isian_trantibum_laporan": column(4, 3, 5, 2, 0, 6, 3, 4, 2, 1, 3, 5),
        "isian_trantibum_ditangani": column(4, 3, 4, 2, 0, 6, 3, 4, 2, 1, 3, 4),
        "isian_anggaran_dpa": column(*dpa),
        "isian_anggaran_realisasi": ((2_778_393_434.55, 3858879769.5, 3_704_524_578, 4_321_945_341.05), *realisasi[1:]),
        **explain(MEDAN_BARU, {"Anggaran: DPA sama": "Pagu berkurang dengan APBD perubahan."}),
    }


def fill_medan_kota() -> Isian:
    """Three quarters of a year, all of it typed by the kecamatan; letters and scores of SAKIP; the DPA is equal."""
    acak = random.Random(1)
    kelurahan = MEDAN["12.71.01"].kecamatan.kelurahan
    pagu = (14_210_775_320, 8_904_115_600, 4_115_200_450, 205_000_000, 688_310_005, 24_750_000)
    orang = [f"Pelatihan {hal}" for hal in ("tata boga", "menjahit", "barbershop", "hidroponik")]
    return {
        "isian_alamat": (("Jl. Contoh No. 1 Medan",),),
        "isian_camat_nama": (("NAMA CAMAT, S.STP, M.AP",),),
        "isian_camat_pangkat": (("Pembina",),),
        "isian_camat_nip": ((NIP,),),
        "isian_tempat": (("Medan",),),
        "isian_tanggal": (("2 Januari 2024",),),
        "isian_skm_jawaban": answer(48, acak),
        "isian_skm_populasi": ((52,),),
        "isian_sakip_predikat": column("A", "BB", None, "BB", "B", "B", "bb", "B", None, "B", "B"),
        "isian_sakip_subkomponen": column(None, 7.2, 11.4, *[None] * 5, 5.7, None, None, 8.405),
        "isian_manfaat_sarpras_kegiatan": column(*(f"Pembetonan jalan Kelurahan {k}" for k in kelurahan[:6])),
        "isian_manfaat_sarpras_kelurahan": column(*kelurahan[:6]),
        "isian_manfaat_sarpras_target": column(35, 20, 42, 28, 30, 25),
        "isian_manfaat_sarpras_realisasi": benefit((35, 20, 42, 28, 30, 25), acak, 3),
        "isian_manfaat_pemberdayaan_kegiatan": column(*orang),
        "isian_manfaat_pemberdayaan_kelurahan": column(*kelurahan[6:10]),
        "isian_manfaat_pemberdayaan_target": column(25, 25, 30, 40),
        "isian_manfaat_pemberdayaan_realisasi": benefit((25, 25, 30, 40), acak, 3),
        "isian_trantibum_laporan": column(2, 4, 1, 0, 3, 2, 5, 1, 2),
        "isian_trantibum_ditangani": column(2, 4, 1, 0, 2, 2, 5, 1, 2),
        "isian_anggaran_perjanjian": column(*pagu),
        "isian_anggaran_dpa": column(*pagu),
        "isian_anggaran_realisasi": spend(pagu, acak, 3),
        **{f"isian_indikator_{n}_target": ((x,),) for n, x in enumerate((88, 66.5, 100, 100), start=1)},
    }


def fill_perubahan() -> Isian:
    """Generic kinds; one letter of SAKIP and one quarter are still missing."""
    return {
        "isian_camat_nama": (("NAMA CAMAT",),),
        "isian_sakip_predikat": column("A", "A", "BB", "A", "BB", "BB", "A", "BB", "BB", "A", "BB"),
        "isian_sakip_lalu": column(4.8, 7.2, 12, 4.8, 7.2, 10.5),
        "isian_indikator_1_nilai": ((2, 3, 3, 4),),
        "isian_indikator_2_nilai": ((15.2, None, 14.4, 13.9),),
        "isian_indikator_3_nilai": ((6, 5.5, 5, 4.5),),
        "isian_indikator_5_pembilang": ((210, 198, 233, 241),),
        "isian_indikator_5_penyebut": ((225, 214, 240, 256),),
        "isian_anggaran_perjanjian": ((1_500_000_000.5,),),
        "isian_anggaran_dpa": ((1_499_999_999.75,),),
        "isian_anggaran_realisasi": ((240_000_000.1, 0, 410_500_000.25),),
        "isian_indikator_3_target": ((5,),),
        "isian_indikator_1_metode": (("dijumlahkan",),),
        "isian_indikator_2_metode": (("triwulan terakhir",),),
        "isian_indikator_3_metode": (("rata-rata",),),
        "isian_indikator_5_metode": (("dijumlahkan",),),
    }


def answer(responden: int, acak: random.Random) -> Matriks:
    """A survey whose respondents are mostly content; one answer in forty is blank."""
    condong = [acak.choice(((3, 3, 4, 4), (2, 3, 3, 4), (3, 4, 4, 4))) for _ in range(9)]
    return tuple(
        tuple(None if acak.random() < 0.025 else acak.choice(satu) for satu in condong) for _ in range(responden)
    )


def benefit(target: Sequence[int | None], acak: random.Random, triwulan: int = 4) -> Matriks:
    """Every activity in the quarter in which it was held, most of them in full."""
    hasil = []
    for t in target:
        baris = [0] * triwulan
        baris[acak.randrange(triwulan)] = max(0, (t or 0) - acak.choice((0, 0, 0, 2)))
        hasil.append(tuple(baris))
    return tuple(hasil)


def spend(pagu: Sequence[int], acak: random.Random, triwulan: int = 4) -> Matriks:
    """Realisation of each ceiling in whole rupiah, quarter by quarter."""
    return tuple(tuple(int(n * b * acak.uniform(0.9, 1.05)) for b in BAGIAN_TRIWULAN[:triwulan]) for n in pagu)
