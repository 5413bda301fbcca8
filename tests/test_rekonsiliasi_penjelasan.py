"""Which explanation goes to which finding: same code, key and amounts; several of one key; what is gone."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.anggaran.banding.penjelasan import carry
from kinerja.anggaran.temuan import Keadaan, Lanjutan, TemuanAnggaran, TemuanLama, write_sidik
from kinerja.temuan import Tingkat
from tests.test_rekonsiliasi_hukum import SATU, Baris, run

HARI = date(2025, 3, 1)
SEJAK = "Tidak ditemukan lagi sejak 01-03-2025."


def make(kode: str, kunci: str, dpa: int | None = None, pesan: str = "", **lain: int) -> TemuanAnggaran:
    uang = {nama: Decimal(n) for nama, n in lain.items()}
    sen = None if dpa is None else Decimal(dpa)
    return TemuanAnggaran(kode, Tingkat.GALAT, kunci, pesan, "", dpa=sen, kunci=kunci, **uang)  # type: ignore[arg-type]


def old(t: TemuanAnggaran, penjelasan: str = "", lama: str = "", selesai: str = "") -> TemuanLama:
    """A finding as it stands in a result."""
    kunci, _, jumlah = write_sidik(t).rpartition("-")
    return TemuanLama(kunci, jumlah, t.tempat, t.pesan, penjelasan, lama, selesai)


def view(hasil: Lanjutan) -> list[tuple[str | None, str, str]]:
    return [(t.penjelasan, str(k), x) for t, k, x in zip(hasil.temuan, hasil.keadaan, hasil.lama, strict=True)]


def test_yang_sama_dibawa_yang_berubah_diperlihatkan_yang_baru_kosong_yang_hilang_selesai() -> None:
    tetap, berubah, hilang = make("RK03", "7.01.01", 5), make("RK03", "7.01.02", 5), make("RK03", "7.01.03", 5)
    hasil = carry(
        [tetap, make("RK03", "7.01.02", 6), make("RK03", "7.01.04", 5)],
        [old(hilang, "c"), old(berubah, "b"), old(tetap, "a")],
        HARI,
    )

    assert view(hasil) == [("a", "tetap", ""), (None, "berubah", "b"), (None, "baru", "")]
    assert hasil.selesai == (old(hilang, "c", selesai=SEJAK),)
    assert hasil.describe() == "Sejak hasil sebelumnya: 1 baru, 1 tetap, 1 berubah, 1 selesai."


def test_kode_lain_atau_kunci_lain_bukan_temuan_yang_sama() -> None:
    hasil = carry([make("RK03", "7.01.01", 5)], [old(make("RK01", "7.01.01", 5), "a")], HARI)

    assert view(hasil) == [(None, "baru", "")]
    assert [t.penjelasan for t in hasil.selesai] == ["a"]


def test_realisasi_yang_bergerak_tidak_membatalkan_penjelasan_selisih_pagu() -> None:
    lama = [old(make("RK03", "7.01.01", 5, realisasi=1), "a"), old(make("RK04", "7.01.01", 5, realisasi=6), "b")]
    hasil = carry([make("RK03", "7.01.01", 5, realisasi=2), make("RK04", "7.01.01", 5, realisasi=7)], lama, HARI)

    assert view(hasil) == [("a", "tetap", ""), (None, "berubah", "b")]


def test_beberapa_temuan_satu_kunci_dan_jumlah_menerima_penjelasannya_masing_masing() -> None:
    dua = [make("RK14", "7.01.01", None, f"kosong di {s}") for s in ("perjanjian", "DPA")]
    lama = [old(dua[1], "untuk DPA"), old(dua[0], "untuk perjanjian")]

    assert [t.penjelasan for t in carry(dua, lama, HARI).temuan] == ["untuk perjanjian", "untuk DPA"]
    assert [t.penjelasan for t in carry([dua[1]], lama[::-1], HARI).temuan] == ["untuk DPA\nuntuk perjanjian"]


def test_baris_yang_disalin_tidak_hilang_dan_tidak_terulang() -> None:
    t = make("RK03", "7.01.01", 5)
    hasil = carry([t], [old(t, "a"), old(t, "a"), old(t, "b"), old(t)], HARI)

    assert (hasil.temuan[0].penjelasan, hasil.selesai) == ("a\nb", ())


def test_penjelasan_lama_bertahan_sampai_ada_yang_baru() -> None:
    lima, enam, tujuh = (make("RK03", "7.01.01", n) for n in (5, 6, 7))

    assert view(carry([enam], [old(enam, "", "dari 5")], HARI)) == [(None, "tetap", "dari 5")]
    assert view(carry([tujuh], [old(enam, "", "dari 5")], HARI)) == [(None, "berubah", "dari 5")]
    assert view(carry([tujuh], [old(enam, "dari 6", "dari 5")], HARI)) == [(None, "berubah", "dari 6")]
    assert view(carry([lima], [old(enam, "", "dari 5")], HARI)) == [(None, "berubah", "dari 5")]


def test_yang_selesai_disimpan_bila_pernah_dijelaskan_dan_kembali_bila_muncul_lagi() -> None:
    t, diam = make("RK03", "7.01.01", 5), make("RK03", "7.01.02", 5)
    lama = [old(t, "a", selesai="Sejak dulu."), old(diam, selesai="Sejak dulu.")]

    assert carry([], lama, HARI).selesai == (lama[0],)
    hasil = carry([t], lama, HARI)
    assert (view(hasil), hasil.selesai) == ([("a", "kembali", "")], ())
    assert carry([make("RK03", "7.01.01", 6)], lama, HARI).selesai == (lama[0],)


def test_yang_mungkin_ikut_diringkas_tidak_disebut_selesai() -> None:
    t = make("RK02", "7.01.01", 5)
    sisa = make("RK02", "lebih: hanya ada di DPA", 900)
    hasil = carry([sisa], [old(t, "a"), old(make("RK03", "7.01.01", 5), "b")], HARI)

    assert [x.penjelasan for x in hasil.belum_pasti] == ["a"]
    assert [x.penjelasan for x in hasil.selesai] == ["b"]
    assert hasil.describe().endswith(
        "1 penjelasan tidak dibawa karena temuannya diringkas; isinya tetap ada di lembar Temuan."
    )
    assert view(carry([sisa], [old(sisa, "banyak")], HARI)) == [("banyak", "tetap", "")]
    assert view(carry([make("RK02", "lebih: hanya ada di DPA", 901)], [old(sisa, "banyak")], HARI)) == [
        (None, "berubah", "banyak")
    ]


@given(SATU, SATU, SATU, st.randoms())
def test_tidak_ada_penjelasan_yang_hilang_dan_yang_sama_semua_dibawa(
    perjanjian: list[Baris], dpa: list[Baris], lain: list[Baris], acak: random.Random
) -> None:
    asal = run(perjanjian, dpa).temuan
    lama = [old(t, f"penjelasan {n}") for n, t in enumerate(asal)]
    acak.shuffle(lama)

    sama = carry(asal, lama, HARI)
    assert {t.penjelasan for t in sama.temuan} == {t.penjelasan for t in lama}
    assert set(sama.keadaan) <= {Keadaan.TETAP}
    assert len(sama.selesai) == 0

    baru = carry(run(perjanjian, lain).temuan, lama, HARI)
    ada = list_teks(baru)
    assert Counter(ada) == Counter(t.penjelasan for t in lama)
    kembali = carry(asal, [*rewrite(baru)], HARI)
    assert set(list_teks(kembali)) == {t.penjelasan for t in lama}


def list_teks(hasil: Lanjutan) -> list[str]:
    """Every explanation that is still somewhere."""
    isi = [*(t.penjelasan or "" for t in hasil.temuan), *hasil.lama, *(t.penjelasan for t in hasil.selesai)]
    return [satu for teks in isi for satu in teks.split("\n") if satu]


def rewrite(hasil: Lanjutan) -> Sequence[TemuanLama]:
    """The findings as the next comparison reads them."""
    return [
        *(old(t, t.penjelasan or "", lama) for t, lama in zip(hasil.temuan, hasil.lama, strict=True)),
        *hasil.selesai,
    ]
