"""An agreement in which the checks find nothing, and the same with one thing changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import (
    DaftarManfaat,
    Indikator,
    JenisPerjanjian,
    Kecamatan,
    Kegiatan,
    Pejabat,
    PerjanjianKinerja,
    Program,
    Sasaran,
)
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.temuan import Temuan
from kinerja.wilayah.desa import list_kelurahan
from tests.contoh import angka

SKM = Indikator("Indeks Kepuasan Masyarakat", jenis.SKM, "nilai", angka("88.00"), "B")
SAKIP = Indikator("Nilai SAKIP", jenis.SAKIP, "nilai", angka("66.50"), "B")
LATIHAN = Kegiatan("Pelatihan tata boga", 25, "Darat")
JALAN = Kegiatan("Pembetonan Jalan Sei Wampu", 30, "Babura")
DAFTAR = DaftarManfaat("sarpras", "Sarana dan Prasarana", "KK", (LATIHAN, JALAN), 55)
MANFAAT = Indikator("Manfaat", jenis.MANFAAT, "%", angka(100), program="7.01.03", daftar=(DAFTAR,))
TRANTIBUM = Indikator("Trantibum", jenis.TRANTIBUM, "%", angka(100), program="7.01.04")
PROGRAM = (
    Program("7.01.03", "PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN", Decimal(3_000)),
    Program("07.01.04", "Program Koordinasi Ketenteraman dan Ketertiban Umum", Decimal("191.50")),
    Program("7.01.06", "PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAH DESA", Decimal(21)),
)
BERSIH = PerjanjianKinerja(
    kecamatan=Kecamatan(
        "12.71.17", "Medan Baru", "Kota Medan", "Sumatera Utara", list_kelurahan("12.71.17"), "Kelurahan"
    ),
    tahun=2024,
    jenis=JenisPerjanjian.MURNI,
    pihak_pertama=Pejabat("Nama Camat", "CAMAT MEDAN BARU", "Pembina", "19800101 200501 1 001"),
    pihak_kedua=Pejabat("Nama Wali Kota", "WALI KOTA MEDAN"),
    sasaran=(Sasaran("Meningkatnya pelayanan", (SKM, SAKIP)), Sasaran("Meningkatnya manfaat", (MANFAAT, TRANTIBUM))),
    program=PROGRAM,
    alamat="Jl. Rebab No. 34",
    tempat="Medan",
    tanggal="Januari 2024",
    anggaran_tercantum=Decimal("3212.50"),
)


def with_indikator(*indikator: Indikator) -> PerjanjianKinerja:
    return replace(BERSIH, sasaran=(Sasaran("Meningkatnya pelayanan", indikator),))


def with_kegiatan(*kegiatan: Kegiatan, total: int | None = None) -> PerjanjianKinerja:
    return with_indikator(replace(MANFAAT, daftar=(replace(DAFTAR, kegiatan=kegiatan, total_tercantum=total),)))


def with_program(*program: Program, total: Decimal | None = None) -> PerjanjianKinerja:
    return replace(BERSIH, program=program, anggaran_tercantum=total, sasaran=(Sasaran("Satu", (SKM,)),))


def codes(pk: PerjanjianKinerja) -> list[str]:
    return [t.kode for t in check_perjanjian(pk)]


def the_one(pk: PerjanjianKinerja) -> Temuan:
    (satu,) = check_perjanjian(pk)
    return satu
