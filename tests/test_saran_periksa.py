"""What the findings PK advise is done once, to an agreement that has nothing else wrong; then none is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from kinerja.perjanjian import jenis
from kinerja.perjanjian.model import Indikator, Kegiatan, Pejabat, PerjanjianKinerja, Program, Sasaran
from kinerja.perjanjian.periksa import PEMERIKSAAN, check_perjanjian
from kinerja.rumus.tahun import Metode
from tests.alat.saran import follow, match_saran
from tests.contoh import angka
from tests.murni_perubahan import MURNI, attach, make_sama
from tests.perjanjian_bersih import (
    BERSIH,
    JALAN,
    LATIHAN,
    MANFAAT,
    PROGRAM,
    SAKIP,
    SKM,
    TRANTIBUM,
    with_indikator,
    with_kegiatan,
    with_program,
)


@dataclass(frozen=True, slots=True)
class Kasus:
    """A finding that stands alone, what it advises, and the agreement after each thing that it advises.

    Attributes:
        umum: what the list of findings advises, where the finding itself says it with names.
    """

    kode: str
    saran: str
    salah: PerjanjianKinerja
    betul: tuple[PerjanjianKinerja, ...]
    umum: str = ""


MAHAL = (replace(PROGRAM[0], anggaran=Decimal(2_000)), *PROGRAM[1:])


def with_triwulan(jenis_: jenis.JenisIndikator, metode: Metode | None, *triwulan: int) -> PerjanjianKinerja:
    tw = tuple(map(angka, triwulan))
    return with_indikator(Indikator("Cakupan", jenis_, "orang", angka(90), metode=metode, triwulan=tw))


def with_murni(tanggal: str, murni: str = "13 Januari 2024") -> PerjanjianKinerja:
    return attach(make_sama(program=MAHAL, anggaran_tercantum=None, tanggal=tanggal), replace(MURNI, tanggal=murni))


def with_nama(lama: str, baru: str) -> PerjanjianKinerja:
    """A perubahan in which an indikator has another name than in its murni, and another target."""
    murni = replace(MURNI, sasaran=(Sasaran("Satu", (SKM, replace(SAKIP, nama=lama))),))
    lain = replace(SAKIP, nama=baru, target=angka("68"))
    return attach(make_sama(sasaran=(Sasaran("Satu", (SKM, lain)),)), murni)


def with_kode(kode: str | None) -> PerjanjianKinerja:
    program = replace(PROGRAM[0], kode=kode, nama="PROGRAM PEMBERDAYAAN MASYARAKAT DESA/KEL", anggaran=Decimal(1))
    return attach(make_sama(program=(program, *PROGRAM[1:]), anggaran_tercantum=None))


TANPA_SKM = with_indikator(SAKIP, TRANTIBUM)
NOL = Indikator("Konflik", jenis.NILAI, "kasus", angka(0))
KOSONG = replace(BERSIH, pihak_pertama=Pejabat(None, "CAMAT"), pihak_kedua=Pejabat(None, "WALI KOTA"), alamat=None)
TAK_DIKENAL = Program("7.01.09", "PROGRAM LAIN", Decimal(1))
SEMUA = (
    Kasus(
        "PK01",
        "Cocokkan dengan naskah: betulkan jumlahnya atau target kegiatannya.",
        with_kegiatan(LATIHAN, JALAN, total=54),
        (with_kegiatan(LATIHAN, JALAN, total=55), with_kegiatan(replace(LATIHAN, target=24), JALAN, total=54)),
    ),
    Kasus(
        "PK02",
        "Cocokkan dengan naskah: betulkan jumlahnya atau anggaran programnya.",
        replace(BERSIH, anggaran_tercantum=Decimal("3212.51")),
        (
            replace(BERSIH, anggaran_tercantum=Decimal("3212.50")),
            with_program(PROGRAM[0], replace(PROGRAM[1], anggaran=Decimal("191.51")), total=Decimal("3191.51")),
        ),
    ),
    Kasus(
        "PK03",
        "Betulkan huruf atau angkanya.",
        with_indikator(replace(SKM, target=angka("88.31"), target_huruf="B")),
        (
            with_indikator(replace(SKM, target=angka("88.31"), target_huruf="A")),
            with_indikator(replace(SKM, target=angka("88.29"), target_huruf="B")),
        ),
    ),
    Kasus(
        "PK04",
        "Pastikan memang {} {} yang dijanjikan.",
        with_indikator(replace(SKM, target=angka("88.30"))),
        (with_indikator(replace(SKM, target=angka("88.31"), target_huruf="A")),),
        umum="Pastikan memang jenjang itu yang dijanjikan.",
    ),
    Kasus(
        "PK05",
        "Betulkan targetnya.",
        with_indikator(replace(SKM, target=angka("880"), target_huruf=None)),
        (with_indikator(SKM),),
    ),
    Kasus(
        "PK05",
        "Betulkan targetnya; bila 0 memang dijanjikan, pakai arah turun atau tetap.",
        with_indikator(NOL),
        tuple(with_indikator(replace(NOL, **isi)) for isi in ({"target": angka(2)}, {"arah": "turun_selisih"}))
        + tuple(with_indikator(replace(NOL, arah=arah)) for arah in ("turun_rasio", "tetap")),
    ),
    Kasus(
        "PK06",
        "Periksa targetnya; biarkan bila memang demikian.",
        with_indikator(replace(SAKIP, target=angka("6.65"), target_huruf=None)),
        (with_indikator(SAKIP),),
    ),
    Kasus(
        "PK07",
        "Tambahkan programnya, atau betulkan kode program indikator.",
        replace(with_indikator(replace(TRANTIBUM, program="7.01.04")), program=PROGRAM[:1], anggaran_tercantum=None),
        (
            replace(with_indikator(TRANTIBUM), program=PROGRAM[:2], anggaran_tercantum=None),
            replace(with_indikator(replace(MANFAAT, program="7.01.03")), program=PROGRAM[:1], anggaran_tercantum=None),
        ),
    ),
    Kasus(
        "PK08",
        "Periksa naskah; biarkan bila memang demikian.",
        with_indikator(replace(MANFAAT, program="7.01.04")),
        (with_indikator(replace(MANFAAT, program="7.01.03")),),
    ),
    Kasus(
        "PK08",
        "Periksa naskah; biarkan bila {}.",
        with_indikator(replace(TRANTIBUM, program="7.01.06")),
        (with_indikator(replace(TRANTIBUM, program="7.01.04")),),
    ),
    Kasus("PK09", "Periksa kode menurut nomenklatur 7.01.", with_program(TAK_DIKENAL), (with_program(PROGRAM[2]),)),
    Kasus(
        "PK09",
        "Menurut nomenklatur kodenya {}.",
        with_program(replace(PROGRAM[0], kode=None)),
        (with_program(replace(PROGRAM[0], kode="7.01.03")),),
    ),
    Kasus(
        "PK10",
        "Betulkan kode atau namanya.",
        with_program(replace(PROGRAM[0], kode="7.01.04")),
        (with_program(replace(PROGRAM[0], kode="7.01.03")), with_program(PROGRAM[1])),
    ),
    Kasus(
        "PK11",
        "Betulkan kode atau namanya; biarkan bila kecamatan itu berganti nama.",
        replace(BERSIH, kecamatan=replace(BERSIH.kecamatan, nama="Medan Kota")),
        (
            BERSIH,
            replace(BERSIH, kecamatan=replace(BERSIH.kecamatan, kode="12.71.01", nama="Medan Kota")),
        ),
    ),
    Kasus(
        "PK12",
        "Hapus yang berlebih.",
        with_program(*PROGRAM, replace(PROGRAM[1], kode="7.01.04")),
        (with_program(*PROGRAM),),
    ),
    Kasus(
        "PK13",
        "Hapus yang berlebih; biarkan bila memang dua kegiatan.",
        with_kegiatan(LATIHAN, JALAN, LATIHAN),
        (with_kegiatan(LATIHAN, JALAN),),
    ),
    Kasus(
        "PK14",
        "Yang terdaftar: {}.",
        with_kegiatan(LATIHAN, replace(JALAN, kelurahan="Sukamaju")),
        (with_kegiatan(LATIHAN, replace(JALAN, kelurahan=BERSIH.kecamatan.kelurahan[0])),),
        umum="Betulkan nama desa/kelurahannya.",
    ),
    Kasus(
        "PK14",
        "Mungkin maksudnya {}.",
        with_kegiatan(LATIHAN, replace(JALAN, kelurahan="Titi Rantai")),
        (with_kegiatan(LATIHAN, replace(JALAN, kelurahan="Titi Rante")),),
    ),
    Kasus(
        "PK15",
        "Lengkapi {}nya.",
        with_kegiatan(LATIHAN, Kegiatan("Sosialisasi stunting", 20)),
        (
            with_kegiatan(LATIHAN, Kegiatan("Sosialisasi stunting", 20, "Babura")),
            with_kegiatan(LATIHAN, Kegiatan("Sosialisasi stunting di Kelurahan Babura", 20)),
        ),
        umum="Lengkapi desa/kelurahannya.",
    ),
    Kasus(
        "PK16",
        "Isi anggarannya, atau hapus program itu.",
        with_program(replace(PROGRAM[0], anggaran=Decimal(0)), PROGRAM[1]),
        (with_program(*PROGRAM[:2]), with_program(PROGRAM[1])),
    ),
    Kasus(
        "PK17",
        "Periksa NIP-nya.",
        replace(BERSIH, pihak_pertama=replace(BERSIH.pihak_pertama, nip="19800101 200501 1")),
        (replace(BERSIH, pihak_pertama=replace(BERSIH.pihak_pertama, nip="19800101 200501 1 001")),),
    ),
    Kasus("PK18", "Isi pada data induk, atau pada buku kerjanya.", KOSONG, (BERSIH,)),
    Kasus(
        "PK19",
        "Isi pada data induk, atau pada buku kerjanya.",
        with_indikator(replace(SKM, target=None)),
        (with_indikator(SKM),),
    ),
    Kasus(
        "PK20",
        "Samakan angkanya, atau betulkan kolom Cara setahun.",
        with_triwulan(jenis.NILAI, Metode.JUMLAH, 90, 90, 90, 90),
        (
            with_triwulan(jenis.NILAI, Metode.JUMLAH, 20, 20, 20, 30),
            with_triwulan(jenis.NILAI, Metode.AKHIR, 90, 90, 90, 90),
        ),
    ),
    Kasus(
        "PK20",
        "Samakan angkanya.",
        with_triwulan(jenis.TRANTIBUM, None, 10, 10, 10, 10),
        (with_triwulan(jenis.TRANTIBUM, None, 90, 90, 90, 90),),
    ),
    Kasus(
        "PK21",
        "Isi yang berubah; biarkan bila hanya pejabatnya yang berganti.",
        attach(make_sama()),
        (attach(make_sama(program=MAHAL, anggaran_tercantum=None)),),
    ),
    Kasus("PK22", "Tulis tanggal perubahannya.", with_murni("13-01-2024"), (with_murni("02-10-2024"),)),
    Kasus(
        "PK23",
        "Bila sama, tulis namanya seperti di data murni; bila memang berganti, biarkan.",
        with_nama("Nilai SAKIP", "Nilai SAKIP oleh Inspektorat"),
        (with_nama("Nilai SAKIP", "Nilai SAKIP"),),
    ),
    Kasus(
        "PK24",
        "Betulkan tanggalnya, atau tahun perjanjiannya.",
        make_sama(tanggal="2 Oktober 2025"),
        (make_sama(tanggal="2 Oktober 2024"), make_sama(tanggal="2 Oktober 2025", tahun=2025)),
    ),
    Kasus(
        "PK24",
        "Betulkan tanggal perubahan, atau tanggal di data murni.",
        with_murni("12 Januari 2024"),
        (with_murni("12 Oktober 2024"), with_murni("12 Januari 2024", murni="2 Januari 2024")),
    ),
)


@follow(*{k.saran for k in SEMUA}, *{k.umum for k in SEMUA if k.umum})
@pytest.mark.parametrize("kasus", SEMUA, ids=lambda k: f"{k.kode} {k.saran}")
def test_saran_temuan_perjanjian_dituruti(kasus: Kasus) -> None:
    (temuan,) = check_perjanjian(kasus.salah)
    (jenis_,) = (p.jenis for p in PEMERIKSAAN if p.jenis.kode == kasus.kode)

    assert kasus.kode == temuan.kode
    assert match_saran(kasus.saran, temuan.saran)
    assert kasus.umum in ("", jenis_.saran)
    for betul in kasus.betul:
        assert [] == [f"{t.kode} {t.pesan}" for t in check_perjanjian(betul)]


@follow("Bila sama, tulis kode atau namanya seperti di data murni; bila memang berganti, biarkan.")
def test_program_tanpa_kode_yang_mirip_dikenali_dari_kode_atau_namanya() -> None:
    mirip = with_kode(None)
    (temuan,) = (t for t in check_perjanjian(mirip) if t.kode == "PK23")
    saran = "Bila sama, tulis kode atau namanya seperti di data murni; bila memang berganti, biarkan."

    assert match_saran(saran, temuan.saran)
    assert mirip.semula
    assert (None, (PROGRAM[0],)) == (mirip.semula.program[0], mirip.semula.program_dicabut)
    bernama = attach(make_sama(program=(replace(PROGRAM[0], kode=None, anggaran=Decimal(1)), *PROGRAM[1:])))
    for betul in (with_kode(PROGRAM[0].kode), bernama):
        assert "PK23" not in [t.kode for t in check_perjanjian(betul)]
        assert betul.semula
        assert (PROGRAM[0], ()) == (betul.semula.program[0], betul.semula.program_dicabut)
