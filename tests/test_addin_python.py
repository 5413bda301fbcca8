"""The functions called from Python with values of numpy and pandas: as with the plain value that each stands for."""

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

from addin.fungsi import (
    ANGGARAN_REKON,
    KATEGORI_CAPAIAN,
    PERSEN_CAPAIAN,
    RUPIAH_TEKS,
    SAKIP_PREDIKAT,
    SKM_INDEKS,
    SKM_MUTU,
    SKM_NILAI,
)
from addin.nilai import Galat
from addin.spec import HARI_CONTOH
from kinerja.errors import KosongError, MasukanError, RentangError

KOSONG = [None, np.nan, float("nan"), Decimal("NaN"), Decimal("sNaN"), pd.NA, pd.NaT, np.datetime64("NaT")]
SATU = [np.float64(66.5), np.float32(66.5), np.longdouble(66.5), np.array(66.5), np.array([66.5]), np.str_("66,5")]


@pytest.mark.parametrize("nilai", KOSONG, ids=repr)
def test_yang_tidak_ada_adalah_kosong(nilai: Any) -> None:
    assert SAKIP_PREDIKAT(nilai, pada=HARI_CONTOH) is None


@pytest.mark.parametrize("nilai", SATU, ids=repr)
def test_satu_nilai_numpy_seperti_angka_biasa(nilai: Any) -> None:
    assert SAKIP_PREDIKAT(nilai, pada=HARI_CONTOH) == "B"


def test_bilangan_bulat_numpy_bukan_pecahan() -> None:
    assert KATEGORI_CAPAIAN(np.int64(75), pada=HARI_CONTOH) == "Sedang"
    with pytest.raises(MasukanError, match="bagian dari 1"):
        KATEGORI_CAPAIAN(np.uint8(1), pada=HARI_CONTOH)


def test_angka_berbit_separuh_dibaca_menurut_angka_yang_tampak() -> None:
    """float32 of 88.31 is 88.30999756 as a double: B of the survey for who cuts, not for who reads 88,31."""
    assert [SKM_MUTU(np.float32(x), pada=HARI_CONTOH) for x in (88.3, 88.31)] == ["B", "A"]
    assert PERSEN_CAPAIAN(np.float32(0.1), np.float32(0.3), pada=HARI_CONTOH) == 33.33


@pytest.mark.parametrize("nilai", [pd.Timestamp(2024, 7, 8), np.datetime64("2024-07-08", "ns"), np.bool_(1)], ids=repr)
def test_tanggal_dan_true_tetap_ditolak(nilai: Any) -> None:
    with pytest.raises(MasukanError, match="harus angka"):
        SAKIP_PREDIKAT(nilai, pada=HARI_CONTOH)


@pytest.mark.parametrize("jenis", ["float64", "float32", "Float64", "object", "string", "category", "double[pyarrow]"])
def test_series_memberi_series_berindeks_sama(jenis: Any) -> None:
    nilai = pd.Series([66.5, None, 101], index=["x", "y", "z"], dtype="float64").astype(jenis)

    hasil = SAKIP_PREDIKAT(nilai, pada=HARI_CONTOH)

    assert isinstance(hasil, pd.Series)
    assert (hasil.name, list(hasil.index)) == ("SAKIP_PREDIKAT", ["x", "y", "z"])
    assert hasil.tolist()[:2] == ["B", None]
    assert isinstance(hasil["z"], Galat)
    assert hasil["z"].kode == "#NUM!"


@pytest.mark.parametrize(("isi", "harap"), [([], []), ([101], ["#NUM!"]), ([70.01], ["BB"])])
def test_series_pendek_tetap_series(isi: list[float], harap: list[str]) -> None:
    hasil = SAKIP_PREDIKAT(pd.Series(isi, dtype=float), pada=HARI_CONTOH)

    assert [getattr(x, "kode", x) for x in hasil] == harap


def test_beberapa_series_sebaris_demi_sebaris() -> None:
    tabel = pd.DataFrame({"r": [3, 8, None], "t": [4, 10, 5]})

    tabel["capaian"] = PERSEN_CAPAIAN(tabel["r"], tabel["t"], "turun_selisih", pada=HARI_CONTOH)

    assert tabel["capaian"].tolist()[:2] == [125.0, 120.0]
    assert PERSEN_CAPAIAN(realisasi=tabel["r"], target=100, pada=HARI_CONTOH)[1] == 8.0
    with pytest.raises(MasukanError, match="Indeks"):
        PERSEN_CAPAIAN(tabel["r"], pd.Series([4, 10, 5], index=[7, 8, 9]), pada=HARI_CONTOH)


def test_blok_jawaban_boleh_tabel_atau_larik() -> None:
    jawaban = [[4] * 9, [3] * 9]

    semua = (jawaban, np.array(jawaban), pd.DataFrame(jawaban), pd.DataFrame(jawaban).astype("Int64"))

    assert [SKM_INDEKS(satu, pada=HARI_CONTOH) for satu in semua] == [87.5] * 4
    assert SKM_INDEKS(np.array([[4.0] * 9, [np.nan] * 9]), pada=HARI_CONTOH) == 100.0
    assert SKM_NILAI(pd.Series([3.5, 3.6, 4.0]), pada=HARI_CONTOH) == 92.5
    assert SKM_NILAI(np.array([3.5, 3.6, 4.0]), pada=HARI_CONTOH) == 92.5


def test_larik_sebaris_sekolom_dan_bertingkat() -> None:
    assert SAKIP_PREDIKAT(np.array([70, 71]), pada=HARI_CONTOH) == [["B", "BB"]]
    assert SAKIP_PREDIKAT(np.array([[70], [71]]), pada=date(2024, 1, 2)) == [["B"], ["BB"]]
    with pytest.raises(MasukanError, match="berdimensi 3"):
        SAKIP_PREDIKAT(np.zeros((2, 2, 2)), pada=HARI_CONTOH)


@pytest.mark.parametrize("lain", [[4, 10, 5], (4, 10, 5), np.array([4, 10, 5]), np.array([[4], [10], [5]])], ids=repr)
def test_daftar_di_samping_series_adalah_kolom(lain: Any) -> None:
    """An n by n table of all with all, put into a column of a table, would be lists in cells."""
    hasil = PERSEN_CAPAIAN(pd.Series([3, 8, None]), lain, "turun_selisih", pada=HARI_CONTOH)

    assert hasil.tolist()[:2] == [125.0, 120.0]
    assert hasil.dtype == float
    assert np.isnan(hasil[2])


@pytest.mark.parametrize("lain", [[4, 10], [[4, 10, 5]], pd.DataFrame({"a": [1, 2, 3], "b": [1, 2, 3]})], ids=type)
def test_yang_tidak_sepanjang_series_ditolak(lain: Any) -> None:
    with pytest.raises(MasukanError, match="berisi 3 baris"):
        PERSEN_CAPAIAN(pd.Series([3, 8, 1]), lain, pada=HARI_CONTOH)


def test_panggilan_yang_kurang_argumen_ditolak_bukan_menjadi_deret_galat() -> None:
    with pytest.raises(KosongError, match="target belum diisi"):
        PERSEN_CAPAIAN(pd.Series([3, 8]), pada=HARI_CONTOH)


@pytest.mark.parametrize("indeks", ["", "kode"])
def test_tabel_pandas_membawa_judulnya_ke_rekonsiliasi(indeks: str) -> None:
    """The column called pagu counts, wherever it stands; not the last one."""
    tabel = pd.DataFrame({"nama": ["Desa"], "pagu": [1000], "kode": ["7.01.01"], "realisasi": [900]})

    hasil = ANGGARAN_REKON(tabel.set_index(indeks) if indeks else tabel, [["7.01.01", 1000]], tabel)

    assert hasil[1] == ["7.01.01", "Desa", 1000.0, 1000.0, 900.0, 0.0, "sama"]


class Deret(pd.Series):
    """A Series of somebody's own."""


def test_keturunan_series_dibaca_seperti_series() -> None:
    assert SAKIP_PREDIKAT(Deret([66.5, 70.01]), pada=HARI_CONTOH).tolist() == ["B", "BB"]
    assert SKM_NILAI(pd.Series([3.5]), pada=HARI_CONTOH) == 87.5
    with pytest.raises(RentangError, match="di luar 1 sampai 4"):
        SKM_NILAI(pd.Series([9.0]), pada=HARI_CONTOH)


def test_bilangan_bulat_berbit_separuh_utuh_semua_angkanya() -> None:
    assert RUPIAH_TEKS(np.float32(123456792), pada=HARI_CONTOH) == "Rp123.456.792"


@pytest.mark.parametrize(
    "nilai", [np.array([66], dtype="m8[ns]"), pd.to_timedelta(pd.Series([66]), unit="D")], ids=type
)
def test_lama_waktu_ditolak_bukan_dihitung(nilai: Any) -> None:
    with pytest.raises(MasukanError, match="berjenis timedelta tidak dikenal"):
        SAKIP_PREDIKAT(nilai, pada=HARI_CONTOH)


def test_daftar_series_ditolak_dengan_satu_kalimat() -> None:
    with pytest.raises(MasukanError, match="lebih dari dua bukan rentang"):
        SAKIP_PREDIKAT([pd.Series([66.5, 70]), pd.Series([80, 90])], pada=HARI_CONTOH)


@pytest.mark.parametrize("nilai", [range(3), {}, {1}, 1j, pl.Series([66.5]), iter([1])], ids=type)
def test_jenis_yang_tidak_dikenal_ditolak_dengan_namanya(nilai: Any) -> None:
    with pytest.raises(MasukanError, match=f"berjenis {type(nilai).__name__} tidak dikenal"):
        SAKIP_PREDIKAT(nilai, pada=HARI_CONTOH)


def test_larik_bertopeng_kosong_di_tempat_topengnya() -> None:
    larik = np.ma.array([66.5, 5.0], mask=[False, True])

    assert SAKIP_PREDIKAT(larik, pada=HARI_CONTOH) == [["B", None]]
