"""Each check: one agreement in which it must speak, and a near miss in which it must not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.perjanjian import jenis
from kinerja.perjanjian.jenis import JenisIndikator
from kinerja.perjanjian.model import (
    Indikator,
    Pejabat,
    Program,
)
from kinerja.perjanjian.periksa import PEMERIKSAAN, check_perjanjian
from kinerja.rumus.tahun import Metode
from kinerja.rumus.target import Target
from kinerja.temuan import Tingkat
from tests.contoh import angka
from tests.perjanjian_bersih import (
    BERSIH,
    DAFTAR,
    JALAN,
    LATIHAN,
    MANFAAT,
    PROGRAM,
    SAKIP,
    SKM,
    TRANTIBUM,
    codes,
    the_one,
    with_indikator,
    with_kegiatan,
    with_program,
)


def test_perjanjian_yang_rapi_tanpa_temuan() -> None:
    assert check_perjanjian(BERSIH) == ()


def test_setiap_pemeriksaan_punya_kode_sendiri_dan_terurut() -> None:
    kode = [p.jenis.kode for p in PEMERIKSAAN]

    assert kode == [f"PK{n:02}" for n in range(1, len(PEMERIKSAAN) + 1)]


def test_pk01_jumlah_daftar_berbeda() -> None:
    temuan = the_one(with_kegiatan(LATIHAN, JALAN, total=54))

    assert (temuan.kode, temuan.tingkat) == ("PK01", Tingkat.GALAT)
    assert temuan.tempat == "12.71.17 Medan Baru, daftar Sarana dan Prasarana"
    assert temuan.pesan == "Jumlah tertulis 54 KK, sedangkan 2 kegiatannya berjumlah 55 KK."
    assert codes(with_kegiatan(LATIHAN, JALAN, total=None)) == []
    assert codes(with_kegiatan(LATIHAN, replace(JALAN, target=None), total=54)) == ["PK19"]


def test_pk02_jumlah_anggaran_berbeda_satu_sen() -> None:
    temuan = the_one(replace(BERSIH, anggaran_tercantum=Decimal("3212.51")))

    assert (temuan.kode, temuan.tingkat) == ("PK02", Tingkat.GALAT)
    assert "selisih Rp0,01" in temuan.pesan
    assert codes(replace(BERSIH, anggaran_tercantum=None)) == []
    assert codes(with_program(replace(PROGRAM[0], anggaran=None), PROGRAM[1], total=Decimal(1))) == ["PK19"]


@pytest.mark.parametrize(
    ("indikator", "kode"),
    [
        (replace(SKM, target=angka("88.31"), target_huruf="B"), ["PK03"]),
        (replace(SKM, target=angka("88.31"), target_huruf="A"), []),
        (replace(SKM, target=angka("88.30"), target_huruf="B"), ["PK04"]),
        (replace(SKM, target=angka("76.61"), target_huruf="B"), []),
        (replace(SKM, target=angka("76.60"), target_huruf="B"), ["PK03", "PK04"]),
        (replace(SKM, target=angka("88.31"), target_huruf=None), []),
        (replace(SAKIP, target=angka("70.01"), target_huruf="B"), ["PK03"]),
        (replace(SAKIP, target=angka("70"), target_huruf="B"), ["PK04"]),
        (replace(SAKIP, target=angka("60"), target_huruf="CC"), ["PK04"]),
        (replace(SAKIP, target=angka("60.01"), target_huruf="B"), []),
        (replace(SAKIP, target=angka("100"), target_huruf="AA"), []),
    ],
)
def test_pk03_dan_pk04_huruf_dan_angka_di_tepi_jenjang(indikator: Indikator, kode: list[str]) -> None:
    assert codes(with_indikator(indikator)) == kode


def test_target_di_puncak_mutu_hanya_info() -> None:
    temuan = the_one(with_indikator(replace(SKM, target=angka("88.30"))))

    assert (temuan.kode, temuan.tingkat) == ("PK04", Tingkat.INFO)


@pytest.mark.parametrize(
    ("indikator", "kode"),
    [
        (replace(SKM, target=angka("24.99"), target_huruf=None), ["PK05"]),
        (replace(SKM, target=angka("25"), target_huruf=None), []),
        (replace(SKM, target=angka("100.01"), target_huruf=None), ["PK05"]),
        (replace(SKM, target=angka("3.52"), target_huruf=None), ["PK06"]),
        (replace(SKM, target=angka("4.01"), target_huruf=None), ["PK05"]),
        (replace(SAKIP, target=angka("100.5"), target_huruf=None), ["PK05"]),
        (replace(SAKIP, target=angka("8.3"), target_huruf=None), ["PK06"]),
        (replace(SAKIP, target=angka("10.5"), target_huruf=None), []),
        (replace(SAKIP, target=angka("0"), target_huruf=None), ["PK05"]),
        (replace(TRANTIBUM, target=angka("0.88")), ["PK06"]),
        (replace(TRANTIBUM, target=angka("1")), ["PK06"]),
        (replace(TRANTIBUM, target=angka("1.5")), []),
        (replace(TRANTIBUM, target=angka("101")), ["PK05"]),
        (Indikator("Tumbuh", jenis.PERSEN, "%", angka("120")), ["PK06"]),
        (Indikator("Tumbuh", jenis.PERSEN, "%", angka("100")), []),
        (Indikator("Dokumen", jenis.NILAI, "dokumen", angka("1")), []),
        (Indikator("Dokumen", jenis.NILAI, "dokumen", angka("-1")), ["PK05"]),
    ],
)
def test_pk05_dan_pk06_target_di_luar_rentang_dan_tak_lazim(indikator: Indikator, kode: list[str]) -> None:
    assert codes(with_indikator(indikator)) == kode


def test_pk06_menyebut_angka_yang_mungkin_dimaksud() -> None:
    assert "menjadi 88,00" in the_one(with_indikator(replace(SKM, target=angka("3.52"), target_huruf=None))).pesan
    assert "maksudnya 83,0" in the_one(with_indikator(replace(SAKIP, target=angka("8.3"), target_huruf=None))).pesan


def test_pk07_program_indikator_tidak_ada_dalam_perjanjian() -> None:
    temuan = the_one(with_indikator(replace(SKM, program="7.01.02")))

    assert (temuan.kode, temuan.tingkat) == ("PK07", Tingkat.GALAT)
    assert "7.01.02 PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK" in temuan.pesan
    assert codes(with_indikator(replace(SKM, program="Program pemberdayaan masyarakat desa dan kelurahan"))) == []
    assert codes(with_indikator(replace(SKM, program="7.1.3"))) == []
    assert codes(with_indikator(replace(SKM, program=None))) == []


def test_pk08_trantibum_pada_program_desa_padahal_ada_program_trantibum() -> None:
    desa = with_indikator(replace(TRANTIBUM, program="7.01.06"))
    temuan = the_one(desa)

    assert (temuan.kode, temuan.tingkat) == ("PK08", Tingkat.PERINGATAN)
    assert "7.01.06.2.01.0011" in temuan.saran
    tanpa_trantibum = replace(desa, program=(PROGRAM[0], PROGRAM[2]), anggaran_tercantum=None)
    assert codes(tanpa_trantibum) == []
    assert codes(with_indikator(replace(MANFAAT, program="7.01.04"))) == ["PK08"]


def test_pk08_tetap_disebut_bila_program_yang_sesuai_tidak_ada() -> None:
    penunjang = Program("7.01.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", Decimal(1))
    pk = replace(with_indikator(replace(TRANTIBUM, program="7.01.01")), program=(penunjang,), anggaran_tercantum=None)
    temuan = the_one(pk)

    assert (temuan.kode, temuan.tingkat) == ("PK08", Tingkat.PERINGATAN)
    assert temuan.pesan == (
        "Indikator ditampung dalam 7.01.01 PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA, padahal"
        " 7.01.04 PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM yang sesuai (tidak ada di sini)."
    )


def test_pk09_program_tanpa_kode_atau_tak_dikenal() -> None:
    tanpa_kode = the_one(with_program(replace(PROGRAM[0], kode=None)))

    assert (tanpa_kode.kode, tanpa_kode.tingkat) == ("PK09", Tingkat.PERINGATAN)
    assert tanpa_kode.saran == "Menurut nomenklatur kodenya 7.01.03."
    assert codes(with_program(Program("7.01.09", "PROGRAM LAIN", Decimal(1)))) == ["PK09"]
    assert codes(with_program(PROGRAM[1])) == []


def test_pk10_kode_dan_nama_program_tidak_cocok() -> None:
    tertukar = the_one(with_program(replace(PROGRAM[0], kode="7.01.04")))
    nama_lain = the_one(with_program(replace(PROGRAM[0], nama="PROGRAM PEMBERDAYAAN KELURAHAN")))
    kode_lain = the_one(with_program(replace(PROGRAM[0], kode="7.01.30")))

    assert [(t.kode, t.tingkat) for t in (tertukar, nama_lain, kode_lain)] == [
        ("PK10", Tingkat.GALAT),
        ("PK10", Tingkat.PERINGATAN),
        ("PK10", Tingkat.PERINGATAN),
    ]
    assert "berkode 7.01.03" in kode_lain.pesan
    assert (
        codes(with_program(replace(PROGRAM[0], nama="7.01.03 Program Pemberdayaan Masyarakat Desa dan Kelurahan ")))
        == []
    )


def test_pk11_kecamatan_tidak_seperti_daftar_wilayah() -> None:
    lain = the_one(replace(BERSIH, kecamatan=replace(BERSIH.kecamatan, nama="Medan Kota")))
    tak_ada = the_one(replace(BERSIH, kecamatan=replace(BERSIH.kecamatan, kode="12.71.99")))

    assert (lain.kode, lain.tingkat) == ("PK11", Tingkat.PERINGATAN)
    assert (tak_ada.kode, tak_ada.tingkat) == ("PK11", Tingkat.GALAT)
    assert codes(replace(BERSIH, kecamatan=replace(BERSIH.kecamatan, nama="MEDAN BARU"))) == []


def test_pk12_program_dan_indikator_ganda() -> None:
    kembar = replace(PROGRAM[1], kode="7.01.04", nama="PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM")
    persen = Indikator("Cakupan", jenis.PERSEN, "%", angka(50))

    assert codes(with_program(*PROGRAM, kembar)) == ["PK12"]
    assert codes(with_indikator(persen, replace(persen, nama="CAKUPAN"))) == ["PK12"]
    assert codes(with_indikator(persen, replace(persen, nama="Cakupan kedua"))) == []
    assert codes(with_program(Program(None, "A", Decimal(1)), Program(None, "B", Decimal(1)))) == ["PK09", "PK09"]


def test_pk16_anggaran_nol_dan_negatif() -> None:
    nol, minus = (the_one(with_program(replace(PROGRAM[0], anggaran=Decimal(n)))) for n in ("0", "-0.01"))

    assert (nol.kode, nol.tingkat) == ("PK16", Tingkat.PERINGATAN)
    assert (minus.kode, minus.tingkat) == ("PK16", Tingkat.GALAT)
    assert codes(with_program(replace(PROGRAM[0], anggaran=Decimal("0.01")))) == []


@pytest.mark.parametrize(
    ("nip", "kode"),
    [("198001012005011001", []), ("1980 0101 2005 011 001", []), ("19800101200501100", ["PK17"]), ("belum", ["PK17"])],
)
def test_pk17_nip_18_angka(nip: str, kode: list[str]) -> None:
    assert codes(replace(BERSIH, pihak_pertama=replace(BERSIH.pihak_pertama, nip=nip))) == kode


def test_pk18_pernyataan_belum_lengkap_satu_temuan() -> None:
    kosong = replace(BERSIH, pihak_pertama=Pejabat(None, "CAMAT"), pihak_kedua=Pejabat(None, "WALI KOTA"), alamat=None)

    assert the_one(kosong).pesan == (
        "Belum diisi: nama camat, pangkat camat, NIP camat, nama pihak kedua, dan alamat kantor."
    )


def test_pk19_lampiran_belum_lengkap_satu_temuan() -> None:
    kosong = with_indikator(
        replace(SKM, target=None), replace(MANFAAT, target=None, daftar=(replace(DAFTAR, kegiatan=()),))
    )

    sebutan = "target 2 dari 2 indikator (baru hurufnya: B, angkanya belum) dan baris kegiatan untuk 1 dari 1 daftar"
    assert the_one(kosong).pesan == f"Belum diisi: {sebutan}."
    assert codes(with_program(replace(PROGRAM[0], anggaran=None))) == ["PK19"]


TARGET = st.none() | st.decimals(-10, 200, places=2).map(Target.from_angka)


@given(TARGET, TARGET, st.sampled_from(["A", "B", "AA", "E", "", None]), st.integers(2018, 2100))
def test_pemeriksaan_tidak_pernah_gagal(a: Target | None, b: Target | None, huruf: str | None, tahun: int) -> None:
    pk = with_indikator(replace(SKM, target=a, target_huruf=huruf), replace(SAKIP, target=b, target_huruf=huruf))

    for temuan in check_perjanjian(replace(pk, tahun=tahun)):
        assert temuan.pesan.endswith(".")
        assert temuan.saran.endswith(".")


@pytest.mark.parametrize(
    ("jenis_", "metode", "triwulan", "target", "pesan"),
    [
        (jenis.NILAI, Metode.JUMLAH, (10, 20, 30, 30), 90, None),
        (jenis.NILAI, Metode.JUMLAH, (90, 90, 90, 90), 90, "target triwulan menjadi 360,00; target setahun 90"),
        (jenis.NILAI, Metode.JUMLAH, (None, None, 60, 20), 90, None),
        (jenis.NILAI, Metode.JUMLAH, (None, None, 60, 40), 90, "menjadi 100,00"),
        (jenis.NILAI, Metode.AKHIR, (50, None, None, 90), 90, None),
        (jenis.NILAI, Metode.AKHIR, (50, 80, None, None), 90, "menjadi 80,00"),
        (jenis.NILAI, Metode.RATA_RATA, (1, 2, 2, None), "1.67", None),
        (jenis.NILAI, Metode.RATA_RATA, (1, 2, 2, None), "1.68", "menjadi 1,67"),
        (jenis.NILAI, None, (1, 2, 3, 4), 90, None),
        (jenis.PERSEN, Metode.JUMLAH, (90, 90, 90, 90), 90, None),
        (jenis.PERSEN, Metode.JUMLAH, (20, 20, 30, 30), 90, "tidak berada di antara target triwulannya"),
        (jenis.TRANTIBUM, None, (100, 100, 100, 100), 100, None),
        (jenis.TRANTIBUM, None, (10, 10, 10, 10), 100, "tidak berada di antara"),
        (jenis.NILAI, Metode.JUMLAH, (None, None, None, None), 90, None),
    ],
)
def test_pk20_target_triwulan_sejalan_dengan_target_setahun(
    jenis_: JenisIndikator,
    metode: Metode | None,
    triwulan: tuple[int | None, ...],
    target: int | str,
    pesan: str | None,
) -> None:
    tw = tuple(None if x is None else angka(x) for x in triwulan)
    i = Indikator("Cakupan", jenis_, "orang", angka(target), metode=metode, triwulan=tw)
    temuan = [t for t in check_perjanjian(with_indikator(i)) if t.kode == "PK20"]

    assert (pesan is None) == (temuan == [])
    if pesan:
        assert pesan in temuan[0].pesan


def test_target_nol_yang_naik_disarankan_arah_lain() -> None:
    temuan = the_one(with_indikator(Indikator("Konflik", jenis.NILAI, "kasus", angka(0))))

    assert (temuan.kode, "arah turun atau tetap" in temuan.saran) == ("PK05", True)
