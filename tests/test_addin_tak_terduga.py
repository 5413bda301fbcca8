"""In a cell, what nobody foresaw is #VALUE! with a reason that KINERJA_ALASAN tells; no host sees an exception."""

import struct
from collections.abc import Callable
from typing import Any

import pytest
from xlwings import XlwingsError

from addin.daftar import DAFTAR, Deklarasi
from addin.fungsi_umum import KINERJA_ALASAN
from addin.hosts import calc, excel_com, excel_js
from addin.hosts.calc import make_method, to_nan
from addin.hosts.udf import make_udf
from addin.nilai import Galat
from kinerja.errors import PeraturanError

SEBAB = "tidak terduga di dalam program"


@pytest.fixture(params=[ZeroDivisionError, MemoryError, RecursionError, OverflowError])
def rusak(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Deklarasi:
    """A function whose body has a slip."""

    def badan(nik: object, *, pada: object) -> object:
        raise request.param

    asal = DAFTAR["SKM_MUTU"]
    baru = Deklarasi(asal.nama, asal.uraian, asal.args, asal.dasar, asal.contoh, badan)
    monkeypatch.setitem(DAFTAR, "SKM_MUTU", baru)
    return baru


def _decorate(*_: object, **__: object) -> Callable[[Any], Any]:
    return lambda fungsi: fungsi


def test_fungsi_yang_cacat_memberi_value_di_setiap_program(rusak: Deklarasi) -> None:
    di_calc = make_method(rusak, lambda jenis, isi: isi)
    di_excel = make_udf(rusak, lambda x: x, excel_com._to_excel, _decorate)
    di_web = make_udf(rusak, lambda x: x, excel_js._to_excel, _decorate)

    assert struct.pack("<d", to_nan("#VALUE!")) == struct.pack("<d", di_calc(None, 70.0))
    assert di_excel(70.0) == "#VALUE!"
    with pytest.raises(XlwingsError, match=rf"^#VALUE!\|SKM_MUTU: kesalahan {SEBAB}"):
        di_web(70.0)


def test_alasan_menyebut_jenis_kesalahannya(rusak: Deklarasi) -> None:
    alasan = KINERJA_ALASAN("SKM_MUTU", 70)

    assert isinstance(alasan, str)
    assert alasan.startswith("#VALUE! SKM_MUTU: kesalahan tidak terduga di dalam program (")
    assert "laporkan" in alasan


def test_satu_sel_rentang_yang_cacat_tidak_merusak_yang_lain(rusak: Deklarasi) -> None:
    hasil = rusak.evaluate_today(lambda _: [[[70], [None]]])

    assert isinstance(hasil, list)
    assert (isinstance(hasil[0][0], Galat), hasil[1][0]) == (True, None)


def test_masukan_program_yang_tidak_dapat_diterjemahkan_tidak_menjatuhkannya(monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(_: object) -> object:
        raise TypeError

    monkeypatch.setattr(calc, "_to_neutral", gagal)
    hasil = make_method(DAFTAR["SKM_MUTU"], lambda jenis, isi: isi)(None, object())

    assert struct.pack("<d", hasil) == struct.pack("<d", to_nan("#VALUE!"))


def test_hari_tanpa_peraturan_memberi_alasan_bukan_kesalahan(monkeypatch: pytest.MonkeyPatch) -> None:
    def belum(*_: object) -> object:
        raise PeraturanError("Belum ada peraturan.")

    monkeypatch.setattr(Deklarasi, "at", belum)

    assert DAFTAR["SKM_MUTU"].evaluate_today(lambda _: [70]) == Galat("#VALUE!", "Belum ada peraturan.")
