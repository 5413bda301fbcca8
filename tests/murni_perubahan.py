"""A murni and its perubahan: a target raised, budgets moved, a programme and an indikator dropped, others new."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import Indikator, JenisPerjanjian, PerjanjianKinerja, Program, Sasaran
from kinerja.perjanjian.semula import attach_semula
from tests.contoh import angka
from tests.perjanjian_bersih import BERSIH, MANFAAT, PROGRAM, SAKIP, SKM, TRANTIBUM

MURNI = BERSIH
BARU = Indikator("Jumlah Inovasi", jenis.NILAI, "dokumen", angka(3))
PERUBAHAN = replace(
    MURNI,
    jenis=JenisPerjanjian.PERUBAHAN,
    tanggal="2 Oktober 2024",
    anggaran_tercantum=None,
    sasaran=(
        Sasaran("Meningkatnya manfaat", (MANFAAT, BARU)),
        Sasaran("Meningkatnya  pelayanan", (replace(SAKIP, nama="nilai sakip"), replace(SKM, target=angka("88.20")))),
    ),
    program=(
        replace(PROGRAM[2], kode="07.01.06.", anggaran=Decimal("21.50")),
        Program("7.01.05", "PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM", Decimal(1_250)),
        replace(
            PROGRAM[0], kode=None, nama="Program Pemberdayaan Masyarakat Desa dan Kelurahan", anggaran=Decimal(2_000)
        ),
    ),
)
"""Nothing stands where it stood: the trantibum and its programme are gone."""
DICABUT = TRANTIBUM, PROGRAM[1]


def attach(pk: PerjanjianKinerja = PERUBAHAN, murni: PerjanjianKinerja = MURNI) -> PerjanjianKinerja:
    (satu,) = attach_semula([pk], [murni], "murni.toml")
    return satu


def make_sama(**isi: object) -> PerjanjianKinerja:
    """A perubahan that changes nothing but these fields."""
    dasar = replace(MURNI, jenis=JenisPerjanjian.PERUBAHAN, tanggal="2 Oktober 2024")
    return replace(dasar, **isi)  # type: ignore[arg-type]
