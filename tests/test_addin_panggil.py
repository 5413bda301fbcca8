"""Declared functions called from Python: exceptions, arguments by name, flat lists."""

import inspect
from datetime import date
from typing import Any

import pytest

from addin import fungsi as semua
from addin.fungsi import PERSEN_CAPAIAN, SAKIP_PREDIKAT, SKM_INDEKS
from addin.spec import HARI_CONTOH
from kinerja.errors import KosongError, MasukanError, RentangError


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


def test_dari_python_argumen_bernama_terikat_menurut_namanya() -> None:
    assert PERSEN_CAPAIAN(target=4, realisasi=3, arah="turun_selisih", pada=HARI_CONTOH) == 125.0
    assert PERSEN_CAPAIAN(150, 100, batas=120, pada=HARI_CONTOH) == 120.0
    assert "(realisasi, target, arah='naik', batas=None, *, pada=None)" == str(inspect.signature(PERSEN_CAPAIAN))
    assert "(nilai=<tidak ditulis>, *, pada=None)" == str(inspect.signature(SAKIP_PREDIKAT))
    assert "(fungsi, *argumen, pada=None)" == str(inspect.signature(semua.KINERJA_ALASAN))


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
        (MasukanError, (object(), 5), {}, "realisasi: Nilai berjenis object tidak dikenal"),
        (MasukanError, ({"a": 1}, 5), {}, "realisasi: Nilai berjenis dict tidak dikenal"),
    ],
)
def test_dari_python_panggilan_yang_salah_dijelaskan(
    jenis: type[Exception], posisi: tuple[Any, ...], nama: dict[str, Any], pesan: str
) -> None:
    with pytest.raises(jenis, match=pesan):
        PERSEN_CAPAIAN(*posisi, **nama)


def test_dari_python_daftar_datar_adalah_satu_baris() -> None:
    assert [["B", "AA"]] == SAKIP_PREDIKAT([66.5, 90.5], pada=HARI_CONTOH)
    assert 75.0 == SKM_INDEKS([3] * 9, pada=HARI_CONTOH)
