"""Checks of a perubahan against its murni: each where it must speak, and a near miss in which it must not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.perjanjian.model import PerjanjianKinerja, Sasaran
from kinerja.perjanjian.periksa import check_perjanjian
from kinerja.temuan import Tingkat
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
    assert temuan.pesan == "Target, anggaran, program, dan indikatornya sama dengan perjanjian murni."


@pytest.mark.parametrize(
    ("pk", "kode"),
    [
        (make_sama(program=tuple(reversed(PROGRAM))), ["PK21"]),
        (make_sama(program=(replace(PROGRAM[0], keterangan="APBD"), *PROGRAM[1:])), ["PK21"]),
        (with_sasaran(replace(SKM, target=angka("88.0")), SAKIP), ["PK21"]),
        (make_sama(sasaran=(Sasaran("Semuanya", (TRANTIBUM, SKM, MANFAAT, SAKIP)),)), ["PK21"]),
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


def test_pk22_tanggal_perubahan_sama_dengan_tanggal_murni() -> None:
    temuan = next(t for t in check_perjanjian(attach(replace(PERUBAHAN, tanggal="januari  2024"))) if t.kode == "PK22")

    assert (Tingkat.GALAT, "12.71.17 Medan Baru, pernyataan") == (temuan.tingkat, temuan.tempat)
    assert temuan.pesan == "Tanggalnya januari  2024, sama dengan tanggal perjanjian murni."
    assert [] == codes(replace(PERUBAHAN, tanggal=None))
    assert [] == codes(replace(PERUBAHAN, tanggal="2 Januari 2024"))


def test_tanpa_data_murni_tidak_ada_yang_dibandingkan() -> None:
    assert [] == [t.kode for t in check_perjanjian(make_sama()) if t.kode in ("PK21", "PK22")]
