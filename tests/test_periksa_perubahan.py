"""Checks of a perubahan against its murni: each where it must speak, and a near miss in which it must not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.perjanjian.model import Aksi, PerjanjianKinerja, Sasaran
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.temuan import Temuan, Tingkat
from tests.contoh import angka
from tests.murni_perubahan import MURNI, PERUBAHAN, attach, make_sama
from tests.perjanjian_bersih import MANFAAT, PROGRAM, SAKIP, SKM, TRANTIBUM

PELAYANAN, LAIN = MURNI.sasaran


def codes(pk: PerjanjianKinerja) -> list[str]:
    return [t.kode for t in check_perjanjian(attach(pk)) if t.kode in ("PK21", "PK22")]


def with_sasaran(*indikator: object) -> PerjanjianKinerja:
    return make_sama(sasaran=(Sasaran("Meningkatnya pelayanan", indikator), LAIN))  # type: ignore[arg-type]


def test_pk21_perubahan_yang_tidak_mengubah_apa_pun() -> None:
    temuan = next(t for t in check_perjanjian(attach(make_sama())) if t.kode == "PK21")

    assert (Tingkat.PERINGATAN, "12.71.17 Medan Baru") == (temuan.tingkat, temuan.tempat)
    assert temuan.pesan == (
        "Sasaran, indikator, target, rencana aksi, program, dan anggarannya sama dengan perjanjian murni."
    )


@pytest.mark.parametrize(
    ("pk", "kode"),
    [
        (make_sama(program=tuple(reversed(PROGRAM))), ["PK21"]),
        (make_sama(program=(replace(PROGRAM[0], nama=PROGRAM[0].nama.title(), kode=None), *PROGRAM[1:])), ["PK21"]),
        (with_sasaran(replace(SKM, nama="indeks  kepuasan masyarakat", satuan="Nilai"), SAKIP), ["PK21"]),
        (with_sasaran(replace(SKM, target_huruf=None), SAKIP), ["PK21"]),
        (make_sama(program=(replace(PROGRAM[0], keterangan="APBD"), *PROGRAM[1:])), []),
        (make_sama(program=(replace(PROGRAM[0], nama="PROGRAM LAIN"), *PROGRAM[1:])), []),
        (make_sama(program=(replace(PROGRAM[0], kode="7.01.02"), *PROGRAM[1:])), []),
        (with_sasaran(replace(SKM, target_huruf="A"), SAKIP), []),
        (with_sasaran(replace(SKM, arah="turun_rasio"), SAKIP), []),
        (with_sasaran(replace(SKM, triwulan=(angka(80), None, None, None)), SAKIP), []),
        (with_sasaran(replace(SKM, satuan="indeks"), SAKIP), []),
        (with_sasaran(replace(SKM, renstra=angka(90)), SAKIP), []),
        (with_sasaran(replace(SKM, penjelasan="Diukur lain."), SAKIP), []),
        (with_sasaran(replace(SKM, aksi=(Aksi("Menyurvei"),)), SAKIP), []),
        (make_sama(sasaran=(Sasaran("Pelayanan makin baik", (SKM, SAKIP)), LAIN)), []),
        (with_sasaran(replace(SKM, target=angka("88.0")), SAKIP), ["PK21"]),
        (make_sama(sasaran=(LAIN, replace(PELAYANAN, uraian="meningkatnya  PELAYANAN"))), ["PK21"]),
        (make_sama(sasaran=(Sasaran("Semuanya", (TRANTIBUM, SKM, MANFAAT, SAKIP)),)), []),
        (with_sasaran(replace(SKM, target=angka("88.01")), SAKIP), []),
        (with_sasaran(replace(SKM, target=None), SAKIP), []),
        (with_sasaran(SKM), []),
        (with_sasaran(SKM, SAKIP, replace(SKM, nama="Indeks lain")), []),
        (make_sama(program=PROGRAM[:2]), []),
        (make_sama(program=(replace(PROGRAM[0], anggaran=Decimal("3000.01")), *PROGRAM[1:])), []),
        (make_sama(program=(replace(PROGRAM[0], anggaran=None), *PROGRAM[1:])), []),
        (PERUBAHAN, []),
    ],
)
def test_pk21_hanya_bila_memang_tidak_ada_yang_berubah(pk: PerjanjianKinerja, kode: list[str]) -> None:
    assert kode == codes(pk)


@pytest.mark.parametrize(
    ("murni", "tanggal"),
    [
        ("Januari 2024", "januari  2024"),
        ("13 Januari 2024", "13-01-2024"),
        ("13 Januari 2024", "13/1/2024"),
        ("13 Januari 2024", "2024-01-13"),
        ("13 Januari 2024", "Sabtu, 13  JANUARI 2024"),
        ("13-01-24", "13 Jan 2024"),
        ("__ Januari 2024", "Januari 2024"),
        ("entah kapan", "Entah  kapan"),
    ],
)
def test_pk22_tanggal_sama_bagaimanapun_menulisnya(murni: str, tanggal: str) -> None:
    temuan = the_one(tanggal, murni, "PK22")

    assert (Tingkat.GALAT, "12.71.17 Medan Baru, pernyataan") == (temuan.tingkat, temuan.tempat)
    assert temuan.pesan.startswith(f"Tanggalnya {tanggal}, sama dengan tanggal perjanjian murni")


@pytest.mark.parametrize(
    ("murni", "tanggal", "pesan"),
    [
        ("13 Januari 2024", "12-01-2024", "Tanggalnya 12-01-2024, sebelum tanggal perjanjian murni, 13 Januari 2024."),
        ("Februari 2024", "31 Januari 2024", "Tanggalnya 31 Januari 2024, sebelum tanggal perjanjian murni, "),
        ("2 Januari 2024", "2 Oktober 2023", "Tanggalnya 2 Oktober 2023, sedangkan perjanjian ini bertahun 2024."),
        (None, "1/2/2025", "Tanggalnya 1/2/2025, sedangkan perjanjian ini bertahun 2024."),
    ],
)
def test_pk24_tanggal_sebelum_murni_atau_di_luar_tahunnya(murni: str | None, tanggal: str, pesan: str) -> None:
    temuan = the_one(tanggal, murni, "PK24")

    assert Tingkat.GALAT is temuan.tingkat
    assert temuan.pesan.startswith(pesan)
    assert temuan.saran.startswith("Betulkan tanggal")


@pytest.mark.parametrize(
    ("murni", "tanggal"),
    [
        ("Januari 2024", None),
        (None, "2 Januari 2024"),
        ("Januari 2024", "2 Januari 2024"),
        ("13 Januari 2024", "Januari 2024"),
        ("13 Januari 2024", "31-02-2024"),
        ("13 Januari 2024", "14.01.2024"),
        ("entah kapan", "2 Januari 2024"),
    ],
)
def test_tanggal_yang_lain_atau_tak_pasti_tidak_ditegur(murni: str | None, tanggal: str | None) -> None:
    assert [] == [t.kode for t in check(tanggal, murni) if t.kode in ("PK22", "PK24")]


def check(tanggal: str | None, murni: str | None) -> tuple[Temuan, ...]:
    return check_perjanjian(attach(replace(PERUBAHAN, tanggal=tanggal), replace(MURNI, tanggal=murni)))


def the_one(tanggal: str, murni: str | None, kode: str) -> Temuan:
    (satu,) = (t for t in check(tanggal, murni) if t.kode in ("PK22", "PK24"))
    assert kode == satu.kode
    return satu


def test_pk24_tanpa_murni_pun_tahunnya_diperiksa_tetapi_murni_boleh_lain() -> None:
    assert ["PK24"] == [t.kode for t in check_perjanjian(make_sama(tanggal="2 Januari 2025")) if t.kode == "PK24"]
    assert [] == [t.kode for t in check_perjanjian(replace(MURNI, tanggal="30 Desember 2023")) if t.kode == "PK24"]


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        ("Nilai SAKIP Kecamatan oleh Inspektorat", "Nilai SAKIP Kecamatan oleh Inspektorat Daerah"),
        ("Nilai SAKIP", "Nilai SAKIP oleh Inspektorat"),
        ("Nilai Akuntabilitas Kinerja", "Nilai Akuntabiltas Kinerja"),
        ("Persentase warga " * 15 + "yang puas", "Persentase warga " * 15 + "yang amat puas"),
    ],
)
def test_pk23_indikator_yang_hanya_berganti_ejaan_ditanyakan(lama: str, baru: str) -> None:
    murni = replace(MURNI, sasaran=(Sasaran("Satu", (SKM, replace(SAKIP, nama=lama))),))
    pk = make_sama(sasaran=(Sasaran("Satu", (SKM, replace(SAKIP, nama=baru))),))

    (temuan,) = (t for t in check_perjanjian(attach(pk, murni)) if t.kode == "PK23")

    assert (Tingkat.PERINGATAN, f"12.71.17 Medan Baru, indikator {baru}") == (temuan.tingkat, temuan.tempat)
    assert temuan.pesan == f"Tercetak sebagai baru; mungkin maksudnya {lama!r}, yang dicabut."


@pytest.mark.parametrize(
    ("kode", "nama", "harap"),
    [
        (None, "PROGRAM PEMBERDAYAAN MASYARAKAT DESA/KEL", 1),
        ("7.01.05", "PROGRAM PEMBERDAYAAN MASYARAKAT DESA/KEL", 0),
        (None, "PROGRAM LAIN SAMA SEKALI", 0),
    ],
)
def test_pk23_program_tanpa_kode_yang_mirip_ditanyakan(kode: str | None, nama: str, harap: int) -> None:
    pk = make_sama(program=(replace(PROGRAM[0], kode=kode, nama=nama), *PROGRAM[1:]))

    temuan = [t for t in check_perjanjian(attach(pk)) if t.kode == "PK23"]

    assert harap == len(temuan)
    assert all("mungkin maksudnya 'PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN'" in t.pesan for t in temuan)


def test_pk23_tidak_menanyakan_yang_memang_berlainan_dan_setiap_baris_sekali() -> None:
    assert [] == [t.kode for t in check_perjanjian(attach()) if t.kode == "PK23"]

    def name(*nama: str) -> tuple[Sasaran, ...]:
        return (Sasaran("Satu", (SKM, *(replace(SAKIP, nama=n) for n in nama))),)

    murni = replace(MURNI, sasaran=name("Nilai rapor dinas", "Nilai rapor badan"))
    pk = make_sama(sasaran=name("Nilai rapor dinass", "Nilai rapor badan kota", "Nilai rapor dinas kota"))
    temuan = [t for t in check_perjanjian(attach(pk, murni)) if t.kode == "PK23"]
    assert ["Nilai rapor dinas'", "Nilai rapor badan'"] == [t.pesan.split("'")[1] + "'" for t in temuan]


def test_tanpa_data_murni_tidak_ada_yang_dibandingkan() -> None:
    assert [] == [t.kode for t in check_perjanjian(make_sama()) if t.kode in ("PK21", "PK22")]
