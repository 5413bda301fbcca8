"""Targets of a data set as people write them: read whole, or refused; nothing beside a number is left out."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest

from kinerja.errors import DataError
from kinerja.perjanjian.induk.baris import Baris
from kinerja.perjanjian.induk.target import read_target
from kinerja.rumus.target import Target
from kinerja.tabel.sel import Persen


@pytest.mark.parametrize(
    ("target", "hasil"),
    [
        ("B (88,30)", ("B", "88.30")),
        ("b(66,50)", ("B", "66.50")),
        ("BB 75", ("BB", "75")),
        ("B", ("B", None)),
        ("100%", (None, "100")),
        ("88,30 (B)", ("B", "88.30")),
        ("88,30 (bb)", ("BB", "88.30")),
        ("75 BB", ("BB", "75")),
        ("B - 88,30", ("B", "88.30")),
        ("B: 88,30", ("B", "88.30")),
        ("B (-5)", ("B", "-5")),
        ("B -5", ("B", "-5")),
        ("88,30-b", ("B", "88.30")),
        ("88,30 / BB", ("BB", "88.30")),
        ("88,30B", ("B", "88.30")),
        ("88,30 ( B )", ("B", "88.30")),
        ("88.30", (None, "88.30")),
        (88.3, (None, "88.3")),
        ("-", (None, None)),
        (None, (None, None)),
    ],
)
def test_target_dipecah_menjadi_huruf_dan_angka(target: object, hasil: tuple[str | None, str | None]) -> None:
    huruf, satu = read_target(Baris("x", {"target": target}, {}), ("AA", "A", "BB", "B"))

    assert (huruf, satu) == (hasil[0], None if hasil[1] is None else Target.from_angka(Decimal(hasil[1])))


@pytest.mark.parametrize(
    "target", ["80 % (B)", "80 % B", "80% (B)", "80 persen (b)", "B (80 %)", "B (80) %", "80 (B) %"]
)
def test_huruf_target_tidak_hilang_di_samping_satuannya(target: str) -> None:
    assert read_target(Baris("x", {"target": target, "satuan": "%"}, {}), ("A", "B")) == ("B", Target.from_angka(80))


@pytest.mark.parametrize(
    ("target", "satuan", "angka"),
    [
        ("15 menit", "menit", "15"),
        ("15 MENIT", "Menit", "15"),
        ("100 persen", "%", "100"),
        ("100%", "persen", "100"),
        ("100%", "Persentase", "100"),
        ("87,5 %", "Persen (%)", "87.5"),
        ("Rp 1.500.000", "rupiah", "1500000"),
        ("Rp1.500", "Rp", "1500"),
        ("1.500.000 rupiah", "Rp.", "1500000"),
        ("0,8 indeks", "indeks", "0.8"),
        ("12 orang per hari", "orang  per hari", "12"),
        ("1 (satu) dokumen", "dokumen", "1"),
        ("15 (lima belas)", "menit", "15"),
        ("100 persen (seratus persen)", "%", "100"),
        ("100 persen (%)", "persen", "100"),
        ("88,30 (nilai)", "nilai", "88.30"),
        ("Rp 5 juta", "juta rupiah", "5"),
        ("Rp 1.500.000,-", "Rupiah (Rp)", "1500000"),
        ("10 desa/kelurahan", "desa / kelurahan", "10"),
        ("15 menit.", "menit", "15"),
        ("5 \u00b0C", "\u00b0C", "5"),
        ("7 km2", "km\u00b2", "7"),
        ("5 b", "b", "5"),
        ("750.000,-", "rupiah", "750000"),
        ("1.500 (seribu lima ratus) rupiah", "Rp", "1500"),
        ("Rp 1,255 miliar", "miliar rupiah", "1.255"),
        ("1 (satu)", "satu data", "1"),
        ("62,22 (enam puluh dua koma dua dua) poin", "poin", "62.22"),
        ("1 satu data", "satu data", "1"),
        ("Rp 5 juta rupiah", "juta rupiah", "5"),
    ],
)
def test_target_dibaca_bersama_satuannya(target: str, satuan: str, angka: str) -> None:
    assert read_target(Baris("x", {"target": target, "satuan": satuan}, {}), ("B",)) == (
        None,
        Target.from_angka(Decimal(angka)),
    )


@pytest.mark.parametrize(
    ("target", "satuan"),
    [
        ("15 menit", "jam"),
        ("85%", "nilai"),
        ("Rp 1.500.000", "juta rupiah"),
        ("5 juta", "rupiah"),
        ("Rp 5 juta", "juta"),
        ("12 KK dan orang", "KK"),
        ("85,5 (baik)", "nilai"),
        ("0,8 indeks", "nilai"),
        ("2 (satu) dokumen", "dokumen"),
        ("3 dari 4 desa (75%)", "%"),
        ("12 dari 12 laporan = 100%", "persen"),
        ("12 dokumen (100%)", "%"),
        ("80%,90%", "%"),
        ("80% (B) / 90% (B)", "%"),
        ("5 poin persen", "%"),
        ("2 \u2030", "%"),
        ("1e5", "nilai"),
        ("1 500 000", "rupiah"),
        ("85-90 menit", "-"),
        ("Rp 2.000.000 (dua juta rupiah)", "juta rupiah"),
        ("5000 (lima ribu) orang", "ribu orang"),
        ("52 (dua puluh lima)", "kali"),
        ("22 (dua puluh)", "kali"),
        ("15 berkas/jam", "jam/berkas"),
        ("4,2 (B-)", "nilai"),
        ("3,4 B-", "nilai"),
        ("3,4 (B+)", "nilai"),
        ("30 \u00b0B", "derajat"),
        ("7 (B)", "\u00b0B"),
        ("85-", "nilai"),
        ("7 minggu - 8 bulan", "bulan"),
        ("80-90-100", "%"),
    ],
)
def test_kata_di_samping_target_yang_bukan_satuannya_ditolak(target: str, satuan: str) -> None:
    with pytest.raises(DataError, match=f"Di samping angka target .* satuan baris ini {satuan}"):
        read_target(Baris("x", {"target": target, "satuan": satuan}, {}), ("B",))


@pytest.mark.parametrize(
    "target",
    [
        "2 : 5",
        ">= 80-90",
        "1:0",
        "B 15 menit",
        "baik",
        "-Rp 5",
        "B (C)",
        "> 15",
        "80–70",
        "B 80 A",
        "B- (90)",
        "B-90",
        "B (,5)",
    ],
)
def test_target_yang_bukan_angka_ditolak(target: str) -> None:
    with pytest.raises(DataError, match="Target"):
        read_target(Baris("x", {"target": target, "satuan": "%"}, {"target": "Target"}), ("A", "B"))


def test_satuan_yang_belum_ada_tidak_membuat_target_ditolak_dua_kali() -> None:
    assert read_target(Baris("x", {"target": "15 menit"}, {}), ("B",)) == (None, Target.from_angka(15))


@pytest.mark.parametrize(
    ("target", "satuan", "hasil"),
    [
        ("90 s.d. 100%", "%", "90–100"),
        ("90 sampai 100%", "%", "90–100"),
        ("95% - 100%", "%", "95–100"),
        ("80-90", "%", "80–90"),
        ("7–8 bulan", "bulan", "7–8"),
        ("7 bulan s/d 8 bulan", "bulan", "7–8"),
        ("4,98% - 5,23%", "%", "4,98–5,23"),
        ("≥ 90", "nilai", "≥ 90"),
        (">= 95,00 %", "%", "≥ 95,00"),
        ("maksimal 24 jam", "jam", "≤ 24"),
        ("≤ 0", "kasus", "0"),
        ("1:32", "rasio", "1 : 32"),
        ("1 banding 24,5", "rasio", "1 : 24,5"),
        ("0,8012", "indeks", "0,8012"),
        ("0,8 indeks", "indeks", "0,8"),
    ],
)
def test_rentang_sisi_dan_perbandingan_dibaca(target: str, satuan: str, hasil: str) -> None:
    huruf, satu = read_target(Baris("x", {"target": target, "satuan": satuan}, {}), ("B",))

    assert (huruf, str(satu)) == (None, hasil)


def test_huruf_di_samping_rentang_tetap_ada() -> None:
    assert read_target(Baris("x", {"target": "B (80 s.d. 90)"}, {}), ("B",)) == ("B", Target(Decimal(80), Decimal(90)))


@pytest.mark.parametrize(("sel", "satuan", "hasil"), [(Persen(1), "%", "100"), (Persen(0.855), "persen", "85,5")])
def test_sel_berformat_persen_dibaca_seperti_yang_tampak(sel: Persen, satuan: str, hasil: str) -> None:
    assert str(read_target(Baris("x", {"target": sel, "satuan": satuan}, {}), ())[1]) == hasil


def test_sel_berformat_persen_di_samping_satuan_lain_ditolak() -> None:
    with pytest.raises(DataError, match="satuan baris ini dokumen"):
        read_target(Baris("x", {"target": Persen(1), "satuan": "dokumen"}, {}), ())


def test_perbandingan_yang_menjadi_waktu_ditolak() -> None:
    with pytest.raises(DataError, match="berubah menjadi waktu"):
        read_target(Baris("x", {"target": time(1, 32), "satuan": "rasio"}, {}), ())
