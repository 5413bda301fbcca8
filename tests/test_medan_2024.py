"""The acceptance case: the figures of the source document, Perjanjian Kinerja Medan Baru 2024."""

from collections import Counter
from decimal import Decimal

import pytest

from kinerja.errors import DataError
from kinerja.perjanjian import jenis
from kinerja.perjanjian.induk.bawaan import load_bundled
from kinerja.perjanjian.model import JenisPerjanjian, PerjanjianKinerja
from kinerja.perjanjian.periksa import check_perjanjian
from tests.contoh import angka

MEDAN = load_bundled()
BARU = next(pk for pk in MEDAN if pk.kecamatan.kode == "12.71.17")
LAIN = [pk for pk in MEDAN if pk is not BARU]


def test_21_kecamatan_dengan_151_kelurahan() -> None:
    assert [pk.kecamatan.kode for pk in MEDAN] == [f"12.71.{n:02}" for n in range(1, 22)]
    assert sum(len(pk.kecamatan.kelurahan) for pk in MEDAN) == 151
    assert {(pk.tahun, pk.jenis) for pk in MEDAN} == {(2024, JenisPerjanjian.MURNI)}


def test_kedua_pihak_seperti_tercetak() -> None:
    assert BARU.pihak_pertama.nama == "FRANS. S. R. H. SIAHAAN, S.STP, MSP"
    assert BARU.pihak_pertama.jabatan == "CAMAT MEDAN BARU"
    assert BARU.pihak_kedua.nama == "MUHAMMAD BOBBY AFIF NASUTION, S.E, M.M"
    assert BARU.pihak_kedua.jabatan == "WALIKOTA MEDAN"
    assert BARU.alamat == "Jl. Rebab No. 34 Telp. 061 — 8211292 Medan 20156"
    assert (BARU.tempat, BARU.tanggal) == ("Medan", "Januari 2024")


def test_anggaran_enam_program_berjumlah_29432849010() -> None:
    assert [(p.kode, p.anggaran) for p in BARU.program] == [
        ("7.01.01", Decimal(15435519078)),
        ("7.01.02", Decimal(9695231719)),
        ("7.01.03", Decimal(3326918203)),
        ("7.01.04", Decimal(191200000)),
        ("7.01.05", Decimal(762440010)),
        ("7.01.06", Decimal(21540000)),
    ]
    assert sum(p.anggaran for p in BARU.program if p.anggaran) == 29_432_849_010
    assert BARU.anggaran_tercantum is None


def test_target_empat_indikator() -> None:
    assert [(i.jenis, i.target_huruf, i.target) for i in BARU.indikator] == [
        (jenis.SKM, "B", angka("88.30")),
        (jenis.SAKIP, "B", angka("66.50")),
        (jenis.MANFAAT, None, angka(100)),
        (jenis.TRANTIBUM, None, angka(100)),
    ]
    assert [i.program for i in BARU.indikator] == [None, None, "7.01.03", "7.01.06"]
    assert len(BARU.sasaran) == 4


def test_11_kegiatan_sarpras_berjumlah_338_kk() -> None:
    sarpras = BARU.daftar[0]

    assert (sarpras.kunci, sarpras.satuan, sarpras.total_tercantum) == ("sarpras", "KK", 338)
    assert [k.target for k in sarpras.kegiatan] == [35, 20, 35, 33, 26, 39, 45, 30, 35, 20, 20]
    assert sum(k.target or 0 for k in sarpras.kegiatan) == 338
    assert sarpras.kegiatan[9].uraian == "Pembangunan Jalan di Jl. Bahagia Lingkungan VIII Kelurahan Titi Rantai"
    assert sarpras.kegiatan[9].kelurahan == "Titi Rantai"


def test_26_kegiatan_pemberdayaan_berjumlah_930_sedangkan_tertulis_855() -> None:
    pemberdayaan = BARU.daftar[1]
    target = [k.target for k in pemberdayaan.kegiatan]

    assert (pemberdayaan.satuan, len(target)) == ("orang", 26)
    assert Counter(target) == {25: 24, 300: 1, 30: 1}
    assert sum(t or 0 for t in target) == 930
    assert pemberdayaan.total_tercantum == 855


def test_setiap_kegiatan_yang_menyebut_kelurahan_tercatat_di_kelurahan_itu() -> None:
    for daftar in BARU.daftar:
        for k in daftar.kegiatan:
            assert (k.kelurahan is not None) == any(kata in k.uraian for kata in ("Kel. ", "elurahan ", "Keluarahan "))
            assert k.kelurahan is None or k.uraian.casefold().endswith(k.kelurahan.casefold())


def test_tak_ada_sisa_salah_baca_pindai() -> None:
    teks = " ".join(k.uraian for d in BARU.daftar for k in d.kegiatan)

    for salah in ("JI.", "Ji.", "lil", "Vil", "Il ", "X1", "1l", "Petatihan", "}"):
        assert salah not in teks


def test_penjelasan_menyebut_dasar_dan_program_seperti_dokumen() -> None:
    skm, sakip, manfaat, trantibum = (i.penjelasan for i in BARU.indikator)

    assert "14/ 2017" in skm
    assert "No. 88 tahun 2021" in sakip
    assert "Perwal Nomor 6 tahun 2022" in manfaat
    assert "Program Pembinaan dan Pengawasan Pemerintahan Desa" in trantibum


@pytest.mark.parametrize("pk", LAIN, ids=lambda pk: pk.kecamatan.kode)
def test_kecamatan_lain_tidak_berisi_karangan(pk: PerjanjianKinerja) -> None:
    assert pk.pihak_pertama.nama is None
    assert pk.pihak_pertama.jabatan == f"CAMAT {pk.kecamatan.nama.upper()}"
    assert (pk.alamat, pk.tempat, pk.tanggal) == (None, None, None)
    assert {i.target for i in pk.indikator} == {None}
    assert {p.anggaran for p in pk.program} == {None}
    assert [d.kegiatan for d in pk.daftar] == [(), ()]
    assert [i.nama for i in pk.indikator] == [i.nama for i in BARU.indikator]
    assert [p.kode for p in pk.program] == [p.kode for p in BARU.program]
    assert pk.indikator[3].program is None


@pytest.mark.parametrize("pk", LAIN, ids=lambda pk: pk.kecamatan.kode)
def test_kecamatan_lain_tidak_mencetak_angka_medan_baru(pk: PerjanjianKinerja) -> None:
    penjelasan = "".join(i.penjelasan for i in pk.indikator)

    assert "dengan nilai angka 76,61-88,30" in BARU.indikator[0].penjelasan
    assert [angka for angka in ("76,61", "88,30", "66,50", "855", "338") if angka in penjelasan] == []
    assert pk.indikator[0].penjelasan == BARU.indikator[0].penjelasan.replace(" dengan nilai angka 76,61-88,30", "")


def test_temuan_medan_baru_persis_pertentangan_yang_diketahui() -> None:
    temuan = check_perjanjian(BARU)

    assert [(t.kode, str(t.tingkat)) for t in temuan] == [
        ("PK01", "galat"),
        ("PK04", "info"),
        ("PK08", "peringatan"),
        ("PK14", "peringatan"),
        ("PK15", "info"),
        ("PK15", "peringatan"),
        ("PK18", "peringatan"),
    ]
    total, puncak, program, rantai, jalan, buta, pejabat = temuan
    assert total.pesan == "Jumlah tertulis 855 orang, sedangkan 26 kegiatannya berjumlah 930 orang."
    assert "88,31 sudah mutu A" in puncak.pesan
    assert "7.01.06" in program.pesan
    assert "7.01.04" in program.pesan
    assert rantai.saran == "Mungkin maksudnya Titi Rante."
    assert "nomor 2, 4, 5, 6, dan 7" in jalan.pesan
    assert "nomor 16 " in buta.pesan
    assert pejabat.pesan == "Belum diisi: pangkat camat dan NIP camat."


def test_kecamatan_kosong_hanya_dua_temuan_ringkas() -> None:
    assert {tuple(t.kode for t in check_perjanjian(pk)) for pk in LAIN} == {("PK18", "PK19")}


def test_data_bawaan_lain_tidak_ada() -> None:
    with pytest.raises(DataError, match="Tidak ada data bawaan 'binjai'"):
        load_bundled("binjai")
