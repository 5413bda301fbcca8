"""Percentages of a form are never added up; how quarters become a year may be typed; what contradicts is said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kinerja.formulir.hasil_cara import PERSEN_JUMLAH
from kinerja.formulir.hasil_indikator import BEDA_NILAI, CAPAIAN, KETERANGAN, PREDIKAT, REALISASI
from kinerja.perjanjian import jenis
from kinerja.perjanjian.jenis import JenisIndikator
from kinerja.perjanjian.kembali.tanda_formulir import TABEL_INDIKATOR
from kinerja.perjanjian.model import DaftarManfaat, Indikator
from kinerja.rumus.tahun import Metode
from tests.alat.formulir_hasil import Buku, make_pk
from tests.contoh import angka

TW = (20, 45, 70, 98)
"""What a user typed: 98 is the last, 233 the sum, 58,25 the mean."""
ISI = {f"isian_indikator_1_realisasi_{q}": x for q, x in enumerate(TW, start=1)}
METODE = "isian_indikator_1_metode"
PERSEN = [
    (jenis.MANFAAT, "%"), (jenis.MANFAAT, "penerima"), (jenis.TRANTIBUM, "%"), (jenis.TRANTIBUM, "laporan"),
    (jenis.PERSEN, "%"), (jenis.PERSEN, "desa"), (jenis.NILAI, "%"), (jenis.NILAI, "Persen"),
    (jenis.NILAI, "persen (%)"), (jenis.NILAI, "Persentase"), (jenis.NILAI, "Prosentase"),
]  # fmt: skip
"""Kinds and units of shares."""
UCAPAN = {
    Metode.JUMLAH: ("jumlah", "dijumlahkan", " Jumlah ", "DIJUMLAHKAN"),
    Metode.AKHIR: ("akhir", "triwulan terakhir", "Triwulan_Terakhir", "AKHIR", "triwulan-terakhir"),
    Metode.RATA_RATA: ("rata_rata", "rata-rata", "Rata rata", "RATA-RATA"),
}


def make_indikator(satu: JenisIndikator, satuan: str, metode: Metode | None = None) -> Indikator:
    daftar = (DaftarManfaat("a", "Kegiatan", "KK"),) if satu.berdaftar else ()
    return Indikator("Hal", satu, satuan, angka(100), metode=metode, daftar=daftar)


def list_tahun(b: Buku, *kolom: int) -> list[object]:
    return [b.get(TABEL_INDIKATOR, 0, c) for c in kolom or (REALISASI, CAPAIAN, KETERANGAN)]


@pytest.mark.parametrize(("satu", "satuan"), PERSEN)
def test_persen_tidak_pernah_dijumlahkan(satu: JenisIndikator, satuan: str) -> None:
    for metode in (None, Metode.JUMLAH):
        pk = make_pk(make_indikator(satu, satuan, metode))
        assert list_tahun(Buku(pk, ISI)) == ["", "", PERSEN_JUMLAH]
        assert list_tahun(Buku(pk, ISI | {METODE: "jumlah"})) == ["", "", PERSEN_JUMLAH]
        assert list_tahun(Buku(pk, ISI | {METODE: "akhir"})) == [98, 98, ""]
        assert list_tahun(Buku(pk, ISI | {METODE: "Rata-rata"}), REALISASI) == [Fraction(233, 4)]
        assert Buku(pk, ISI).get("hasil_capaian_rerata", 0, CAPAIAN) == ""


def test_cara_yang_diketik_dengan_kata_data_atau_kata_lembar() -> None:
    harap = {Metode.JUMLAH: 233, Metode.AKHIR: 98, Metode.RATA_RATA: Fraction(233, 4)}
    pk = make_pk(make_indikator(jenis.NILAI, "dokumen"))

    for metode, semua in UCAPAN.items():
        for kata in semua:
            b = Buku(pk, ISI | {METODE: kata})
            assert list_tahun(b, REALISASI) == [harap[metode]], kata
            assert "cara setahun" not in str(list_tahun(b, KETERANGAN))


@pytest.mark.parametrize("satu", [jenis.NILAI, jenis.MANFAAT, jenis.TRANTIBUM, jenis.PERSEN])
def test_cara_yang_tidak_dikenal_disebut(satu: JenisIndikator) -> None:
    pk = make_pk(make_indikator(satu, "hal"))

    assert list_tahun(Buku(pk, ISI | {METODE: "entah"})) == ["", "", "cara setahun tidak dikenal: entah"]
    setahun = ISI | {METODE: 7, "isian_indikator_1_realisasi": 50}
    assert list_tahun(Buku(pk, setahun)) == [50, 50, "cara setahun tidak dikenal: 7"]


def test_cara_yang_disepakati_menang_dan_yang_lain_disebut() -> None:
    disepakati = make_pk(make_indikator(jenis.NILAI, "dokumen", Metode.AKHIR))
    survei = make_pk(Indikator("IKM", jenis.SKM, "indeks", angka(100)))

    assert list_tahun(Buku(disepakati, ISI | {METODE: "Triwulan terakhir"})) == [98, 98, ""]
    sebab = "cara setahun tidak dipakai: jumlah; yang berlaku: triwulan terakhir"
    assert list_tahun(Buku(disepakati, ISI | {METODE: "jumlah"})) == [98, 98, sebab]
    assert list_tahun(Buku(survei, ISI), REALISASI) == [Fraction(233, 4)]
    assert list_tahun(Buku(survei, ISI | {METODE: "akhir"}), REALISASI, KETERANGAN) == [98, ""]
    sebab = "cara setahun tidak dipakai: dijumlahkan; yang berlaku: rata-rata"
    jumlah = Buku(survei, ISI | {METODE: "dijumlahkan"})
    assert list_tahun(jumlah, REALISASI, KETERANGAN) == [Fraction(233, 4), sebab]


def test_predikat_sakip_yang_lain_dari_nilainya_disebut() -> None:
    pk = make_pk(Indikator("SAKIP", jenis.SAKIP, "nilai", angka("66.5")))
    sakip = {"isian_sakip_nilai": 67.25, "isian_sakip_predikat": "CC"}  # B is above 60 to 70

    assert list_tahun(Buku(pk, sakip), PREDIKAT, KETERANGAN) == ["B", "predikat yang diketik CC, menurut nilainya B"]
    for sama in ("B", " b "):
        assert list_tahun(Buku(pk, sakip | {"isian_sakip_predikat": sama}), KETERANGAN) == [""]
    lain = {"isian_sakip_nilai": 67.25, "isian_indikator_1_realisasi": 67}
    assert list_tahun(Buku(pk, lain), REALISASI, KETERANGAN) == [67, BEDA_NILAI]


def test_survei_dan_sakip_yang_diketik_bernama_seperti_hasil() -> None:
    pk = make_pk(
        Indikator("IKM", jenis.SKM, "indeks", angka("88.3")),
        Indikator("IKM kedua", jenis.SKM, "indeks", angka(80)),
        Indikator("SAKIP", jenis.SAKIP, "nilai", angka(70)),
    )
    isi = {f"isian_indikator_{n}_realisasi": x for n, x in ((1, 88.31), (2, 70.5), (3, 67.25))}
    b = Buku(pk, isi)

    # A from 88,31, C from 65,00 to 76,60; B above 60 to 70
    harap = {"skm_nik": Fraction(8831, 100), "skm_mutu": "A", "skm_kinerja": "Sangat Baik", "skm_2_mutu": "C"}
    harap |= {"skm_2_nik": Fraction(141, 2), "sakip_nilai": Fraction(269, 4), "sakip_predikat": "B"}
    assert {n: b.get(f"hasil_{n}", 0, 1) for n in harap} == harap
    kosong = Buku(pk, dict.fromkeys(isi))
    assert {kosong.get(f"hasil_{n}", 0, 1) for n in harap} == {""}
    kantor = [n[0] for n in Buku(pk, isi | {"hasil_skm_nik": 90}).hasil.nama]
    assert ("hasil_skm_nik" in kantor, "hasil_skm_mutu" in kantor) == (False, True)
    assert not [n for n in (n[0] for n in Buku(pk, {}).hasil.nama) if "skm" in n or "sakip" in n]
