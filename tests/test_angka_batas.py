"""Numbers, codes and TOML have an end, tested before anybody looks at what is in them."""

import time
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.fungsi_umum import ANGKA
from kinerja import kode as kode_anggaran
from kinerja import wilayah
from kinerja.angka import read_angka, read_kolom_uang
from kinerja.bilangan import to_decimal, to_fraction
from kinerja.errors import DataError, KinerjaError, KosongError, MasukanError
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.kumpulan import Kumpulan
from kinerja.perjanjian.induk.tabel import parse_toml
from kinerja.perjanjian.induk.target import read_target
from kinerja.perjanjian.induk.toml_batas import MAKS_HURUF
from kinerja.rumus.target import Target

HURUF = 2_000_000
"""Microseconds where the length alone decides, minutes for who reads the number."""
PANJANG = ["1" * HURUF, " " * HURUF + "1" + " 1" * HURUF, "-" * HURUF, "Rp" * HURUF, "(" * HURUF, "1,0" * HURUF]
SEKETIKA = 2.0


def parse(teks: str) -> None:
    galat = Kumpulan()
    parse_toml(teks, "x.toml", galat)
    galat.stop()


UMUM = '[umum]\nkabkota = "12.71"\ntahun = 2024\n'


def _measure(kerja: Callable[[], object], kali: int = 3, galat: type[KinerjaError] = KinerjaError) -> float:
    """Processor seconds of one refused call, the fastest of several: other programs run beside us."""
    detik = []
    for _ in range(kali):
        awal = time.process_time()
        with pytest.raises(galat):
            kerja()
        detik.append(time.process_time() - awal)
    return min(detik)


@pytest.mark.parametrize("teks", PANJANG, ids=lambda teks: teks.strip()[:6])
def test_angka_dari_dua_juta_huruf_ditolak_seketika(teks: str) -> None:
    assert _measure(lambda: read_angka(teks, "uang")) < SEKETIKA
    assert _measure(lambda: ANGKA(teks)) < SEKETIKA
    with pytest.raises(MasukanError, match=r"baris 1: .*…' tidak terbaca") as galat:
        read_kolom_uang([teks])
    assert len(str(galat.value)) < 200


def test_spasi_saja_tetap_berarti_belum_diisi() -> None:
    assert _measure(lambda: read_angka(" " * HURUF, "uang"), galat=KosongError) < SEKETIKA
    assert read_angka(f"{' ' * 40_000}66,5{chr(160) * 9}", "nilai") == Decimal("66.5")


def test_angka_40_huruf_dibaca_41_ditolak() -> None:
    assert read_angka("1" * 40, "bilangan") == Decimal("1" * 40)
    with pytest.raises(MasukanError, match="tidak terbaca"):
        read_angka("1" * 41, "bilangan")


@pytest.mark.parametrize(
    "x",
    [
        Decimal("1E999999999"), Decimal("1E-999999999"), Decimal("0E999999999"), Decimal("-1E+1001"), 10**5_000,
        Decimal("0." + "1" * 200_000), Decimal("9" * 5_000), Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN"),
        float("nan"), float("inf"), float("-inf"),
    ],
    ids=lambda x: str(x)[:12] if not isinstance(x, int) else "int",
)  # fmt: skip
def test_bilangan_tanpa_ujung_tidak_pernah_ditulis_panjang(x: int | float | Decimal) -> None:
    for baca in (to_decimal, to_fraction):
        assert _measure(partial(baca, x)) < SEKETIKA
    baris = Baris("x.toml", {"anggaran": x}, {})
    for ambil in (baris.read_angka, baris.read_rupiah, baris.read_bulat, baris.read_teks, baris.read_kode):
        with pytest.raises(DataError, match=r"kolom anggaran: .*[Aa]ngka") as galat:
            ambil("anggaran")
        assert len(str(galat.value)) < 200


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_setiap_float_berhingga_tetap_terbaca(x: float) -> None:
    assert to_fraction(x) == Fraction(to_decimal(x))


def test_target_panjang_ditolak_tanpa_menunggu() -> None:
    for teks in ("B (" + "(" * 30_000, "B" * 30_000, "B 8" + "8" * 30_000):
        baris = Baris("x", {"target": teks}, {})
        assert _measure(partial(read_target, baris, "ABCD")) < SEKETIKA
    assert read_target(Baris("x", {"target": "B (88,30)"}, {}), "ABCD") == ("B", Target.from_angka(Decimal("88.30")))


@pytest.mark.parametrize("kode", ["1." * 20_000 + "1", "1" * 5_000, "7.01." + "0" * 40_000, "-" * 40_000])
def test_kode_tanpa_ujung_bukan_kode(kode: str) -> None:
    assert kode_anggaran.normalize_kode(kode) == kode
    assert wilayah.normalize_kode(kode) == kode
    for cari in (wilayah.find_kecamatan, wilayah.find_kabkota):
        with pytest.raises(DataError, match="tidak terdaftar") as galat:
            cari(kode)
        assert len(str(galat.value)) < 250
        assert _measure(partial(cari, kode)) < SEKETIKA


TOML = {
    "kurung": ("x = " + "[" * 20_000, "baris 4: Kurung bersarang"),
    "kurung tertutup": ("x = " + "[" * 20_000 + "]" * 20_000, "baris 4: Kurung bersarang"),
    "tabel di dalam tabel": ("x = " + "{a=" * 20_000 + "1" + "}" * 20_000, "baris 4: Kurung bersarang"),
    "kunci bertitik": (".".join("a" * 100_000) + " = 1", "baris 4: Angka atau kunci lebih dari 40 karakter"),
    "kunci bertitik berspasi": (" . ".join("a" * 100_000) + " = 1", "baris 4: Kunci lebih dari 20 bagian"),
    "kunci bertitik berpetik": ('.'.join(['"a"'] * 100_000) + " = 1", "baris 4: Kunci lebih dari 20 bagian"),
    "judul bertitik": ("[" + ".".join("a" * 100_000) + "]", "baris 4: Angka atau kunci"),
    "setelah teks aneh": ('x = """"a"""""\ny = ' + "[" * 30, "baris 5: Kurung bersarang"),
    "setelah teks tunggal": ("x = '''a'''''\ny = " + "[" * 30, "baris 5: Kurung bersarang"),
    "bilangan 5.000 angka": ("x = " + "9" * 5_000, "baris 4: Angka atau kunci"),
    "bilangan 200.000 angka": ("x = 0." + "9" * 200_000, "baris 4: Angka atau kunci"),
    "kunci 100.000 huruf": ('"' + "k" * 100_000 + '" = 1', "Kunci 'kkkk.*…' tidak dikenal"),
    "petik tak tertutup": ('x = "' + '\\"' * 1_000_000, "Berkas TOML rusak"),
    "petik tiga tak tertutup": ('x = """' + "a\n" * 1_000_000, "Berkas TOML rusak"),
    "4 MB lebih": ("#" * MAKS_HURUF, "lebih besar dari 4 MB"),
}  # fmt: skip


@pytest.mark.parametrize("nama", TOML)
def test_toml_tanpa_ujung_ditolak_dengan_baris_dan_cepat(nama: str) -> None:
    isi, kata = TOML[nama]
    awal = time.process_time()

    with pytest.raises(DataError, match=kata) as galat:
        parse(UMUM + isi)

    assert time.process_time() - awal < 2
    assert galat.value.tempat.startswith("x.toml")
    assert len(str(galat.value)) < 350  # the keys that are known among it


def test_kurung_dan_titik_di_dalam_teks_dan_komentar_bukan_susunan() -> None:
    isi = f'{UMUM}# {"[" * 99}{"." * 99}\nketerangan = """{"[" * 99}\n{"a.b " * 99}""" # ]\n'

    with pytest.raises(DataError, match="Kunci 'keterangan' tidak dikenal"):
        parse(isi)
