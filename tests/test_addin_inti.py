"""The core that every host calls: blanks, ranges, errors, text numbers."""

import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.build.pustaka import read_pustaka
from addin.daftar import DAFTAR, contoh, fungsi
from addin.fungsi import PERSEN_CAPAIAN, SAKIP_PREDIKAT, SKM_INDEKS
from addin.nilai import Galat, Sel
from addin.spec import HARI_CONTOH, Arg
from kinerja.errors import KosongError, MasukanError, PembagiNolError, RentangError
from tests.alat.addin import FUNGSI, Kasus, list_kasus, to_code
from tests.alat.program import run


@pytest.mark.parametrize("kasus", list_kasus(), ids=str)
def test_contoh_yang_dinyatakan_benar_di_inti(kasus: Kasus) -> None:
    assert to_code(kasus.hasil) == to_code(kasus.fungsi.evaluate(*kasus.masukan))


def test_tanpa_argumen_predikat_memberi_tabel_jenjang() -> None:
    tabel = SAKIP_PREDIKAT(pada=HARI_CONTOH)

    assert isinstance(tabel, list)
    assert tabel[0] == ["Predikat", "Interpretasi", "Nilai"]
    assert [baris[0] for baris in tabel[1:]] == ["AA", "A", "BB", "B", "CC", "C", "D", "E"]


@pytest.mark.parametrize("kosong", [None, "", "   "])
def test_sel_kosong_memberi_sel_kosong_bukan_nilai_nol(kosong: Sel) -> None:
    assert SAKIP_PREDIKAT(kosong) is None
    assert FUNGSI["SKM_MUTU"].evaluate(kosong) is None
    assert FUNGSI["SKM_INDEKS"].evaluate([[kosong, kosong], [kosong, kosong]]) is None


def test_kode_galat_menurut_sebabnya() -> None:
    assert (
        KosongError.kode_excel,
        RentangError.kode_excel,
        PembagiNolError.kode_excel,
        MasukanError.kode_excel,
    ) == ("#N/A", "#NUM!", "#DIV/0!", "#VALUE!")


@pytest.mark.parametrize("kode", ["#REF!", "#N/A", "#NAME?"])
def test_sel_galat_diteruskan_dengan_kodenya_sendiri(kode: str) -> None:
    assert kode == to_code(FUNGSI["SAKIP_PREDIKAT"].evaluate(Galat(kode)))
    assert kode == to_code(FUNGSI["SKM_INDEKS"].evaluate([[4, Galat(kode)]]))
    assert kode == to_code(FUNGSI["PERSEN_CAPAIAN"].evaluate(None, Galat(kode)))
    assert kode == to_code(FUNGSI["ANGGARAN_REKON"].evaluate([["7.01.01", Galat(kode)]], [["7.01.01", 5]]))


def test_satu_baris_rusak_tidak_merusak_baris_lain() -> None:
    kolom: list[list[Sel]] = [[66.5], [None], ["90,01"], [101], [Galat("#REF!")], ["abc"], [0]]

    hasil = to_code(FUNGSI["SAKIP_PREDIKAT"].evaluate(kolom))

    assert hasil == [["B"], [None], ["AA"], ["#NUM!"], ["#REF!"], ["#VALUE!"], ["E"]]


def test_rentang_sebaris_dan_sekolom_dipasangkan_seperti_di_excel() -> None:
    capaian = FUNGSI["PERSEN_CAPAIAN"]

    assert capaian.evaluate([[50, 25]], 50) == [[100.0, 50.0]]
    assert capaian.evaluate([[50, 25]], [[50], [25]]) == [[100.0, 50.0], [200.0, 100.0]]
    assert to_code(capaian.evaluate([[50], [25], [5]], [[50], [25]])) == [[100.0], [100.0], ["#N/A"]]


def test_rentang_satu_sel_adalah_sel() -> None:
    assert FUNGSI["SAKIP_PREDIKAT"].evaluate([[66.5]]) == "B"
    assert FUNGSI["SAKIP_PREDIKAT"].evaluate([[None]]) is None


def test_sepuluh_ribu_sel_dalam_satu_panggilan() -> None:
    kolom = [[i / 100] for i in range(1, 10_001)]

    hasil = FUNGSI["SAKIP_PREDIKAT"].evaluate(kolom)

    assert isinstance(hasil, list)
    assert [hasil[i] for i in (2999, 3000, 5999, 8999, 9000)] == [["D"], ["C"], ["CC"], ["A"], ["AA"]]


def test_argumen_wajib_yang_tidak_ditulis_adalah_na_dan_kelebihan_ditolak() -> None:
    kurang = FUNGSI["PERSEN_CAPAIAN"].evaluate(5)
    lebih = FUNGSI["SAKIP_PREDIKAT"].evaluate(5, 6)

    assert isinstance(kurang, Galat) and isinstance(lebih, Galat)
    assert (kurang.kode, lebih.kode) == ("#N/A", "#VALUE!")
    assert kurang.pesan.startswith("Argumen target belum diisi.")
    assert "paling banyak 1 argumen" in lebih.pesan


def test_argumen_pilihan_yang_kosong_memakai_bawaan() -> None:
    assert FUNGSI["PERSEN_CAPAIAN"].evaluate(5, 10) == PERSEN_CAPAIAN(5, 10, None, None, pada=HARI_CONTOH) == 50.0
    assert PERSEN_CAPAIAN(5, 10, "NAIK", pada=HARI_CONTOH) == 50.0


def test_penimbang_boleh_berupa_angka_desimal_atau_teks() -> None:
    hasil = [SKM_INDEKS([[4] * 9], penimbang, pada=HARI_CONTOH) for penimbang in (0.111, "0,111")]

    assert [99.9, 99.9] == hasil


def test_galat_menyebut_argumen_dan_selnya() -> None:
    hasil = FUNGSI["SKM_INDEKS"].evaluate([[4, 4], [3, "tiga"]])

    assert isinstance(hasil, Galat)
    assert hasil.pesan.startswith("jawaban, baris 2 kolom 2: 'tiga' tidak terbaca sebagai angka.")


def test_galat_jawaban_menyebut_baris_lembar_dan_angka_indonesia() -> None:
    kosong: list[Sel] = [None] * 9
    salah: list[Sel] = [3.5, *[4] * 8]

    hasil = FUNGSI["SKM_INDEKS"].evaluate([kosong, kosong, salah])

    assert isinstance(hasil, Galat)
    assert hasil.pesan.startswith("Responden 3, U1 Persyaratan: Jawaban 3,5 bukan bilangan bulat 1 sampai 4.")


LUAR = {
    "0 ke atas": -1,
    "1 ke atas": 0,
    "0 sampai 100": 100.01,
    "25 sampai 100": 24.99,
    "0 sampai 30": 30.01,
    "0 sampai 15": 15.01,
    "0 sampai 25": 25.01,
    "1 sampai 4": 5,
    "antara 0 dan 1": 1,
    "di bawah 10^18": 10**18,
}
BERENTANG = [(f.nama, i) for f in FUNGSI.values() for i, arg in enumerate(f.args) if arg.rentang]


@pytest.mark.parametrize(("nama", "nomor"), BERENTANG, ids=str)
def test_rentang_yang_dinyatakan_ditegakkan(nama: str, nomor: int) -> None:
    satu = FUNGSI[nama]
    contoh = next(c for c in satu.contoh if not isinstance(c.hasil, Galat) and not _is_range(c.hasil, satu.dipetakan))
    masukan: list[Any] = [*contoh.masukan, *(arg.bawaan for arg in satu.args[len(contoh.masukan) :])]
    nilai: Any = LUAR[satu.args[nomor].rentang]
    if satu.args[nomor].jenis == "tabel":
        nilai = [["7.01.01", nilai]]
    masukan[nomor] = [[nilai] * 9] if satu.args[nomor].jenis in ("matriks", "daftar_nilai") else nilai

    assert to_code(satu.evaluate(*masukan)) == "#NUM!"


def _is_range(hasil: object, dipetakan: bool) -> bool:
    return isinstance(hasil, list) and dipetakan


def test_rentang_ditegakkan_inti_walau_badan_fungsi_lupa() -> None:
    def RENTANG_UJI(nilai: Decimal) -> Decimal:
        """Uji."""
        return nilai

    fungsi(Arg("nilai", "x", rentang="0 sampai 7"), dasar="uji")(contoh((1, 1.0))(RENTANG_UJI))
    try:
        hasil = DAFTAR["RENTANG_UJI"].at(HARI_CONTOH).evaluate([[7], [7.5]])
    finally:
        del DAFTAR["RENTANG_UJI"]

    assert [[7.0], [Galat("#NUM!", "nilai: 7,5 di luar rentang 0 sampai 7. Periksa angka itu.")]] == hasil


def test_kesalahan_program_menjadi_galat_dan_tercatat(caplog: pytest.LogCaptureFixture) -> None:
    rusak = fungsi(Arg("nilai", "Angka."), dasar="uji")
    try:
        rusak(contoh((1, 1.0))(RUSAK_UJI))
        hasil = DAFTAR["RUSAK_UJI"].at(HARI_CONTOH).evaluate(1)
    finally:
        del DAFTAR["RUSAK_UJI"]

    assert isinstance(hasil, Galat)
    assert (hasil.kode, "ZeroDivisionError" in caplog.text) == ("#VALUE!", True)


def RUSAK_UJI(nilai: Decimal) -> Decimal:
    """Rusak."""
    return nilai / int(nilai - nilai) if nilai < 0 else Decimal(1 // 0)


def test_alasan_menyebut_baris_yang_salah() -> None:
    alasan = FUNGSI["KINERJA_ALASAN"].evaluate("SKM_MUTU", [[80], [120]])

    assert isinstance(alasan, str)
    assert alasan.startswith("#NUM! baris 2 kolom 1: Nilai 120 di luar rentang 25,00 sampai 100,00")


@given(st.floats(min_value=0, max_value=100))
def test_predikat_sel_dan_rentang_selalu_sama(nilai: float) -> None:
    predikat = FUNGSI["SAKIP_PREDIKAT"]

    assert [[predikat.evaluate(nilai)]] * 2 == predikat.evaluate([[nilai], [nilai]])


@given(
    st.lists(st.lists(st.one_of(st.none(), st.text(max_size=5), st.floats(), st.booleans(), st.dates()), min_size=1))
)
def test_inti_tidak_pernah_jatuh_apa_pun_isi_selnya(rentang: list[list[Any]]) -> None:
    for satu in FUNGSI.values():
        hasil = satu.evaluate(*[rentang] * max(1, len(satu.args)))

        assert "tidak terduga" not in str(hasil)  # the words for what only a slip of ours can cause


def test_pustaka_yang_dibawa_ekstensi_berjalan_sendirian(tmp_path: Path) -> None:
    for nama, isi in read_pustaka("calc.py").items():
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).write_bytes(isi)
    perintah = """
from addin.fungsi import *
from addin.spec import *
print(SAKIP_PREDIKAT("66,5", pada=HARI_CONTOH))
program = "Program Penyelenggaraan Urusan Pemerintahan Umum"
print(ANGGARAN_REKON([["Program", "Pagu"], [program, 5]], [["7.01.05", 5]])[1])
"""

    # -S: the standard library only
    bersih = ["env", "-C", str(tmp_path), "-u", "PYTHONPATH", sys.executable, "-S", "-c", perintah]

    assert ["B", "7.01.05", "sama"] == re.findall(r"^B$|7\.01\.05|sama", run(bersih, detik=60), re.MULTILINE)
