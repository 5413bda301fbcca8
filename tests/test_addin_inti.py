"""The declarations and the core that every host calls: blanks, ranges, errors, text numbers."""

import inspect
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin import fungsi as semua
from addin.aturan import KATA_VBA
from addin.fungsi import PERSEN_CAPAIAN, SAKIP_PREDIKAT, SKM_INDEKS
from addin.nilai import Galat, Sel
from addin.spec import DAFTAR, Arg, fungsi
from kinerja.errors import KosongError, MasukanError, PembagiNolError, RentangError
from tests.alat.addin import Kasus, list_kasus, to_code

FUNGSI_RANCANGAN = [
    "SKM_INDEKS",
    "SKM_NRR",
    "SKM_NILAI",
    "SKM_MUTU",
    "SKM_KINERJA",
    "SKM_SAMPEL",
    "SAKIP_NILAI",
    "SAKIP_SUBKOMPONEN",
    "SAKIP_PREDIKAT",
    "SAKIP_INTERPRETASI",
    "PERSEN_MANFAAT",
    "PERSEN_TRANTIBUM",
    "PERSEN_CAPAIAN",
    "KATEGORI_CAPAIAN",
    "ANGGARAN_SERAPAN",
    "ANGGARAN_SELISIH",
    "ANGGARAN_REKON",
    "ANGKA",
    "RUPIAH_TEKS",
    "TERBILANG",
    "KINERJA_DASAR",
    "KINERJA_ALASAN",
    "KINERJA_VERSI",
]


@pytest.mark.parametrize("kasus", list_kasus(), ids=str)
def test_contoh_yang_dinyatakan_benar_di_inti(kasus: Kasus) -> None:
    assert to_code(kasus.hasil) == to_code(kasus.fungsi.evaluate(*kasus.masukan))


def test_semua_fungsi_rancangan_ada_dan_dapat_dipanggil_dari_python() -> None:
    assert set(FUNGSI_RANCANGAN) == set(DAFTAR)
    assert all(callable(getattr(semua, nama)) for nama in FUNGSI_RANCANGAN)


def test_tanpa_argumen_predikat_memberi_tabel_jenjang() -> None:
    tabel = SAKIP_PREDIKAT()

    assert isinstance(tabel, list)
    assert tabel[0] == ["Predikat", "Interpretasi", "Nilai"]
    assert [baris[0] for baris in tabel[1:]] == ["AA", "A", "BB", "B", "CC", "C", "D", "E"]


@pytest.mark.parametrize("kosong", [None, "", "   "])
def test_sel_kosong_memberi_sel_kosong_bukan_nilai_nol(kosong: Sel) -> None:
    assert SAKIP_PREDIKAT(kosong) is None
    assert DAFTAR["SKM_MUTU"].evaluate(kosong) is None
    assert DAFTAR["SKM_INDEKS"].evaluate([[kosong, kosong], [kosong, kosong]]) is None


@pytest.mark.parametrize(
    ("jenis", "masukan"),
    [
        (RentangError, (101,)),
        (MasukanError, ("abc",)),
        (MasukanError, (True,)),
        (MasukanError, (date(2024, 1, 2),)),
        (MasukanError, ("66.5.5",)),
    ],
)
def test_dari_python_galat_adalah_pengecualian(jenis: type[Exception], masukan: tuple[Any, ...]) -> None:
    with pytest.raises(jenis, match=r"nilai|Nilai"):
        SAKIP_PREDIKAT(*masukan)


def test_kode_galat_menurut_sebabnya() -> None:
    assert (
        KosongError.kode_excel,
        RentangError.kode_excel,
        PembagiNolError.kode_excel,
        MasukanError.kode_excel,
    ) == ("#N/A", "#NUM!", "#DIV/0!", "#VALUE!")


@pytest.mark.parametrize("kode", ["#REF!", "#N/A", "#NAME?"])
def test_sel_galat_diteruskan_dengan_kodenya_sendiri(kode: str) -> None:
    assert kode == to_code(DAFTAR["SAKIP_PREDIKAT"].evaluate(Galat(kode)))
    assert kode == to_code(DAFTAR["SKM_INDEKS"].evaluate([[4, Galat(kode)]]))
    assert kode == to_code(DAFTAR["PERSEN_CAPAIAN"].evaluate(None, Galat(kode)))
    assert kode == to_code(DAFTAR["ANGGARAN_REKON"].evaluate([["7.01.01", Galat(kode)]], [["7.01.01", 5]]))


def test_satu_baris_rusak_tidak_merusak_baris_lain() -> None:
    kolom: list[list[Sel]] = [[66.5], [None], ["90,01"], [101], [Galat("#REF!")], ["abc"], [0]]

    hasil = to_code(DAFTAR["SAKIP_PREDIKAT"].evaluate(kolom))

    assert hasil == [["B"], [None], ["AA"], ["#NUM!"], ["#REF!"], ["#VALUE!"], ["E"]]


def test_rentang_sebaris_dan_sekolom_dipasangkan_seperti_di_excel() -> None:
    capaian = DAFTAR["PERSEN_CAPAIAN"]

    assert capaian.evaluate([[50, 25]], 50) == [[100.0, 50.0]]
    assert capaian.evaluate([[50, 25]], [[50], [25]]) == [[100.0, 50.0], [200.0, 100.0]]
    assert to_code(capaian.evaluate([[50], [25], [5]], [[50], [25]])) == [[100.0], [100.0], ["#N/A"]]


def test_rentang_satu_sel_adalah_sel() -> None:
    assert DAFTAR["SAKIP_PREDIKAT"].evaluate([[66.5]]) == "B"
    assert DAFTAR["SAKIP_PREDIKAT"].evaluate([[None]]) is None


def test_sepuluh_ribu_sel_dalam_satu_panggilan() -> None:
    kolom = [[i / 100] for i in range(1, 10_001)]

    hasil = DAFTAR["SAKIP_PREDIKAT"].evaluate(kolom)

    assert isinstance(hasil, list)
    assert [hasil[i] for i in (2999, 3000, 5999, 8999, 9000)] == [["D"], ["C"], ["CC"], ["A"], ["AA"]]


def test_argumen_wajib_yang_tidak_ditulis_adalah_na_dan_kelebihan_ditolak() -> None:
    kurang = DAFTAR["PERSEN_CAPAIAN"].evaluate(5)
    lebih = DAFTAR["SAKIP_PREDIKAT"].evaluate(5, 6)

    assert isinstance(kurang, Galat) and isinstance(lebih, Galat)
    assert (kurang.kode, lebih.kode) == ("#N/A", "#VALUE!")
    assert kurang.pesan.startswith("Argumen target belum diisi.")
    assert "paling banyak 1 argumen" in lebih.pesan


def test_argumen_pilihan_yang_kosong_memakai_bawaan() -> None:
    assert PERSEN_CAPAIAN(5, 10) == PERSEN_CAPAIAN(5, 10, None, None) == PERSEN_CAPAIAN(5, 10, "NAIK") == 50.0


def test_penimbang_boleh_berupa_angka_desimal_atau_teks() -> None:
    jawaban = [[4] * 9]

    assert SKM_INDEKS(jawaban, 0.111) == SKM_INDEKS(jawaban, "0,111") == 99.9


def test_galat_menyebut_argumen_dan_selnya() -> None:
    hasil = DAFTAR["SKM_INDEKS"].evaluate([[4, 4], [3, "tiga"]])

    assert isinstance(hasil, Galat)
    assert hasil.pesan.startswith("jawaban, baris 2 kolom 2: 'tiga' tidak terbaca sebagai angka.")


def test_galat_jawaban_menyebut_baris_lembar_dan_angka_indonesia() -> None:
    kosong: list[Sel] = [None] * 9
    salah: list[Sel] = [3.5, *[4] * 8]

    hasil = DAFTAR["SKM_INDEKS"].evaluate([kosong, kosong, salah])

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
BERENTANG = [(f.nama, i) for f in DAFTAR.values() for i, arg in enumerate(f.args) if arg.rentang]


@pytest.mark.parametrize(("nama", "nomor"), BERENTANG, ids=str)
def test_rentang_yang_dinyatakan_ditegakkan(nama: str, nomor: int) -> None:
    satu = DAFTAR[nama]
    contoh = next(c for c in satu.contoh if not isinstance(c.hasil, Galat) and not _is_range(c.hasil, satu.kembali))
    masukan: list[Any] = [*contoh.masukan, *(arg.bawaan for arg in satu.args[len(contoh.masukan) :])]
    nilai: Any = LUAR[satu.args[nomor].rentang]
    if satu.args[nomor].jenis == "tabel":
        nilai = [["7.01.01", nilai]]
    masukan[nomor] = [[nilai] * 9] if satu.args[nomor].jenis in ("matriks", "daftar_nilai") else nilai

    assert to_code(satu.evaluate(*masukan)) == "#NUM!"


def _is_range(hasil: object, kembali: str) -> bool:
    return isinstance(hasil, list) and kembali != "tabel"


def test_rentang_ditegakkan_inti_walau_badan_fungsi_lupa() -> None:
    def RENTANG_UJI(nilai: Decimal) -> Decimal:
        return nilai

    fungsi("Uji.", [Arg("nilai", "x", rentang="0 sampai 7")], "angka", dasar="uji", contoh=[((1,), 1.0)])(RENTANG_UJI)
    try:
        hasil = DAFTAR["RENTANG_UJI"].evaluate([[7], [7.5]])
    finally:
        del DAFTAR["RENTANG_UJI"]

    assert [[7.0], [Galat("#NUM!", "nilai: 7,5 di luar rentang 0 sampai 7. Periksa angka itu.")]] == hasil


def test_dari_python_argumen_bernama_terikat_menurut_namanya() -> None:
    assert PERSEN_CAPAIAN(target=4, realisasi=3, arah="turun_selisih") == 125.0
    assert PERSEN_CAPAIAN(150, 100, batas=120) == 120.0
    assert "(realisasi, target, arah='naik', batas=None)" == str(inspect.signature(PERSEN_CAPAIAN))
    assert "(nilai=<tidak ditulis>)" == str(inspect.signature(SAKIP_PREDIKAT))
    assert "(fungsi, *argumen)" == str(inspect.signature(semua.KINERJA_ALASAN))


@pytest.mark.parametrize(
    ("jenis", "posisi", "nama", "pesan"),
    [
        (MasukanError, (5, 10), {"arahnya": "naik"}, "tidak punya argumen bernama arahnya"),
        (MasukanError, (5, 10), {"target": 10}, "Argumen target diisi dua kali"),
        (KosongError, (5,), {"batas": 100}, "Argumen target belum diisi"),
        (KosongError, (), {"realisasi": 5}, "Argumen target belum diisi"),
        (MasukanError, ([], 5), {}, "realisasi: Rentang tidak berisi sel"),
        (MasukanError, ([[]], 5), {}, "realisasi: Rentang tidak berisi sel"),
        (MasukanError, ([[1, 2], [3]], 5), {}, "realisasi: Baris-baris rentang tidak sama panjang"),
        (MasukanError, ([[1], 2], 5), {}, "realisasi: Rentang harus berupa daftar baris"),
        (MasukanError, (object(), 5), {}, "realisasi: .* bukan angka"),
        (MasukanError, ({"a": 1}, 5), {}, "realisasi: .* bukan angka"),
    ],
)
def test_dari_python_panggilan_yang_salah_dijelaskan(
    jenis: type[Exception], posisi: tuple[Any, ...], nama: dict[str, Any], pesan: str
) -> None:
    with pytest.raises(jenis, match=pesan):
        PERSEN_CAPAIAN(*posisi, **nama)


def test_dari_python_daftar_datar_adalah_satu_baris() -> None:
    assert [["B", "AA"]] == SAKIP_PREDIKAT([66.5, 90.5])
    assert 75.0 == SKM_INDEKS([3] * 9)


def test_bantuan_arah_menyebut_rumus_tiap_pilihan_dan_bawaannya() -> None:
    bantuan = DAFTAR["PERSEN_CAPAIAN"].args[2].bantuan

    assert [
        "naik: realisasi/target",
        "turun_selisih: (2×target - realisasi)/target",
        "turun_rasio: target/realisasi",
    ] == [rumus for rumus in re.findall(r"\w+: [^;,.]+?(?=[;,.])", bantuan) if "/" in rumus]
    assert bantuan.endswith("Bawaan: naik.")


def test_kesalahan_program_menjadi_galat_dan_tercatat(caplog: pytest.LogCaptureFixture) -> None:
    rusak = fungsi("Rusak.", [Arg("nilai", "Angka.")], "angka", dasar="uji", contoh=[((1,), 1.0)])
    try:
        rusak(RUSAK_UJI)
        hasil = DAFTAR["RUSAK_UJI"].evaluate(1)
    finally:
        del DAFTAR["RUSAK_UJI"]

    assert isinstance(hasil, Galat)
    assert (hasil.kode, "ZeroDivisionError" in caplog.text) == ("#VALUE!", True)


def RUSAK_UJI(nilai: Decimal) -> Decimal:
    return nilai / int(nilai - nilai) if nilai < 0 else Decimal(1 // 0)


def test_alasan_menyebut_baris_yang_salah() -> None:
    alasan = DAFTAR["KINERJA_ALASAN"].evaluate("SKM_MUTU", [[80], [120]])

    assert isinstance(alasan, str)
    assert alasan.startswith("#NUM! baris 2 kolom 1: Nilai 120 di luar rentang 25,00 sampai 100,00")


def _declare(nama: str, args: list[Arg], uraian: str = "Uraian.") -> None:
    def badan(*_: object) -> None: ...

    badan.__name__ = nama
    parameter = ", ".join(f"*{a.nama}" if a.ulang else a.nama for a in args)
    badan.__signature__ = inspect.signature(eval(f"lambda {parameter}: None"))  # type: ignore[attr-defined]
    fungsi(uraian, args, "angka", dasar="uji", contoh=[((), None)])(badan)


@pytest.mark.parametrize(
    ("nama", "args", "pesan"),
    [
        ("Predikat", [], "UPPER_SNAKE"),
        ("AB", [], "UPPER_SNAKE"),
        ("SKM1", [], "cell reference"),
        ("R1C1", [], "cell reference"),
        ("SKM_MUTU", [], "declared twice"),
        ("UJI_KATA", [Arg("next", "x")], "word of VBA"),
        ("UJI_BESAR", [Arg("Nilai", "x")], "lower_snake"),
        ("UJI_PANJANG", [Arg("nilai", "x" * 256)], "255"),
        ("UJI_BANYAK", [Arg(f"argumen_yang_panjang_{i}", "x") for i in range(12)], "254"),
        ("UJI_URUTAN", [Arg("a1", "x", bawaan=None), Arg("b1", "x")], "required argument after"),
        ("UJI_ULANG", [Arg("a1", "x", bawaan=None), Arg("b1", "x", ulang=True)], "repeating"),
        ("UJI_RENTANG", [Arg("a1", "x", rentang="0..100")], "unknown form of a range"),
        ("UJI_RENTANG", [Arg("a1", "x", "teks", rentang="0 ke atas")], "belongs to numbers"),
        ("UJI_PILIHAN", [Arg("a1", "x", "pilihan", pilihan=("ya",), bawaan="tidak")], "default"),
    ],
)
def test_deklarasi_yang_tidak_muat_di_suatu_program_ditolak_saat_impor(nama: str, args: list[Arg], pesan: str) -> None:
    with pytest.raises(ValueError, match=pesan):
        _declare(nama, args)


def test_uraian_lebih_dari_255_huruf_ditolak() -> None:
    with pytest.raises(ValueError, match="255"):
        _declare("UJI_URAIAN", [], "x" * 256)


def test_kata_cadangan_vba_lengkap_untuk_nama_argumen() -> None:
    assert {"next", "option", "string", "optional", "set", "step", "xor"} <= KATA_VBA


@given(st.floats(min_value=0, max_value=100))
def test_predikat_sel_dan_rentang_selalu_sama(nilai: float) -> None:
    predikat = DAFTAR["SAKIP_PREDIKAT"]

    assert [[predikat.evaluate(nilai)]] * 2 == predikat.evaluate([[nilai], [nilai]])


@given(
    st.lists(st.lists(st.one_of(st.none(), st.text(max_size=5), st.floats(), st.booleans(), st.dates()), min_size=1))
)
def test_inti_tidak_pernah_jatuh_apa_pun_isi_selnya(rentang: list[list[Any]]) -> None:
    for satu in DAFTAR.values():
        hasil = satu.evaluate(*[rentang] * max(1, len(satu.args)))

        assert "kesalahan di dalam program" not in str(hasil)  # the words for what only a slip of ours can cause
