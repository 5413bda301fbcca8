"""ANGGARAN_REKON of the add-in without Python: tables in cells give what the core gives, row by row, word by word."""

from pathlib import Path
from typing import Any

import pytest

from addin.build.murni_kata import check_pola, list_kata
from addin.hari_ini import hari_ini
from addin.nilai import Galat
from tests.alat.addin import KINI
from tests.alat.kasus_rekon import SATU, list_rekon, list_rekon_acak
from tests.alat.murni import Tertulis, run_vba, shape, show, to_core
from tests.alat.sampel import choose_banyak

LANGKAH = choose_banyak(239, 73)
"""Every so many boundary case; more of them, and more drawn ones, were equal too, and take long."""
BANYAK_ACAK = choose_banyak(4, 8)
LEBIH: list[list[Any]] = [["#N/A"] * 7]
"""What a cell below the result shows."""

UJI = """
Public Function uji_galat_rekon(ByVal alasan As Boolean) As Variant
    Dim t(1 To 2, 1 To 2) As Variant
    t(1, 1) = "7.01.01"
    t(1, 2) = 5
    t(2, 1) = "7.01.02"
    t(2, 2) = CVErr(2042)
    If alasan Then
        uji_galat_rekon = KINERJA_ALASAN("ANGGARAN_REKON", t, t)
    Else
        uji_galat_rekon = ANGGARAN_REKON(t, t)
    End If
End Function
"""


def _ask(masukan: tuple[Any, ...]) -> tuple[tuple[str, tuple[Any, ...]], Any]:
    """The call that shows all of a case, and what the core gives: the table with a row below it, or the sentence."""
    fungsi = KINI["ANGGARAN_REKON"]
    hasil = fungsi.evaluate(*to_core(fungsi, masukan))
    if not isinstance(hasil, Galat):
        return (fungsi.nama, masukan), [*show(hasil), *LEBIH] if isinstance(hasil, list) else show(hasil)
    alasan = KINI["KINERJA_ALASAN"].evaluate(fungsi.nama, *to_core(fungsi, masukan))
    return ("KINERJA_ALASAN", (Tertulis(f'"{fungsi.nama}"'), *masukan)), alasan


def test_kasus_batas_dan_tabel_acak_sama_dengan_inti(tmp_path: Path) -> None:
    kasus = [*list(list_rekon(hari_ini()))[::LANGKAH], *list_rekon_acak(BANYAK_ACAK)]
    tanya = [_ask(masukan) for _, masukan in kasus]
    dapat = run_vba([satu for satu, _ in tanya], tmp_path, [shape(harap) for _, harap in tanya])

    assert [] == [
        (isi, satu, harap) for isi, satu, (_, harap) in zip(kasus, dapat, tanya, strict=True) if satu != harap
    ]


def test_kasus_batas_banyak_dan_memuat_tabel_dan_penolakan() -> None:
    semua = [KINI["ANGGARAN_REKON"].evaluate(*masukan) for _, masukan in list_rekon(hari_ini())]
    galat = [satu for satu in semua if isinstance(satu, Galat)]

    assert len(semua) >= 300
    assert len(galat) >= 100 and len(semua) - len(galat) >= 100


def test_sel_galat_dan_huruf_asing_ditolak_dengan_sebabnya(tmp_path: Path) -> None:
    """A letter whose case and kind VBA does not know as Python does is refused, never read otherwise."""
    galat: list[Any] = [["7.01.01", 5], ["7.01.02", Galat("#N/A")]]
    asing = ("KINERJA_ALASAN", (Tertulis('"ANGGARAN_REKON"'), [["Şehir", 5], ["b", 6]], SATU))
    dapat = run_vba([("uji_galat_rekon", (False,)), ("uji_galat_rekon", (True,)), asing], tmp_path, tambahan=UJI)

    assert "#N/A" == dapat[0]
    assert KINI["KINERJA_ALASAN"].evaluate("ANGGARAN_REKON", galat, galat) == dapat[1]
    assert dapat[2].startswith("#VALUE! perjanjian") and "'Ş' dalam 'Şehir' tidak dikenal" in dapat[2]


@pytest.mark.parametrize("pola", [r"(a|b)", r"a{2,}", r"\d", r"[^a]", r"a(?<=b)", r"(?i)a"])
def test_pola_inti_yang_tidak_dikenal_pencocok_vba_menggagalkan_pembuatan(pola: str) -> None:
    with pytest.raises(ValueError, match="cannot run"):
        check_pola("x", pola)
    assert list_kata()
