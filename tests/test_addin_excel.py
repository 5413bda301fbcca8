"""Classic Excel: xlwings' COM code on stand-ins for pywin32."""

from typing import Any

import pytest

from tests.alat.addin import FUNGSI, Kasus, blank, freeze_formula, list_kasus, to_code


@pytest.mark.parametrize("kasus", list_kasus(), ids=str)
def test_contoh_yang_dinyatakan_benar_lewat_server_com(com: dict[str, Any], kasus: Kasus) -> None:
    harap = to_code(kasus.hasil)
    if isinstance(harap, list) and len(harap) == 1:
        harap = harap[0]  # xlwings hands a single row over as an array of one dimension

    assert harap == blank(com["contoh"][str(kasus)])


def test_impor_fungsi_xlwings_mengenal_semua_fungsi_dan_teksnya(com: dict[str, Any]) -> None:
    assert set(FUNGSI) == set(com["panduan"])
    for nama, fungsi in FUNGSI.items():
        isi = com["panduan"][nama]
        bantuan = [arg.bantuan for arg in fungsi.args] or None
        assert (fungsi.uraian, "Kinerja", bantuan) == (
            isi["Description"],
            isi["Category"],
            isi["ArgumentDescriptions"],
        )
    assert "Function PERSEN_CAPAIAN(realisasi, target, Optional arah, Optional batas)" in com["vba"]


def test_sel_kosong_tetap_kosong_dan_argumen_yang_tidak_ditulis_dikenal(com: dict[str, Any]) -> None:
    assert ("", ["Predikat", "Interpretasi", "Nilai"], 50.0) == (com["kosong"], com["hilang"], com["pilihan_hilang"])


def test_sel_galat_rentang_campuran_dan_rentang_sebaris(com: dict[str, Any]) -> None:
    assert ["#N/A", "#REF!"] == com["galat"]
    assert [["B"], [""], ["AA"], ["#NUM!"], ["#REF!"], ["#VALUE!"], ["#VALUE!"]] == com["campuran"]
    assert ["B", "AA", ""] == com["baris"]
    assert [["B"], ["AA"]] == com["rentang"]


def test_teks_persen_dari_sel_yang_tampak_persen_dibaca_seperti_tampaknya(com: dict[str, Any]) -> None:
    assert [["B"], ["D"], ["AA"], ["#NUM!"]] == com["persen"]


def test_tanggal_ditolak_mata_uang_dihitung_persis_dan_kelebihan_argumen_ditolak(com: dict[str, Any]) -> None:
    assert ("#VALUE!", 0.25, "#VALUE!") == (com["tanggal"], com["mata_uang"], com["lebih"])


def test_target_teks_dihitung_dan_yang_menjadi_tanggal_ditolak(com: dict[str, Any]) -> None:
    assert [[106.25], [100.0], [94.44], ["#VALUE!"], [""]] == com["target_beragam"]
    assert "#VALUE!" == com["target_tanggal"]


def test_sepuluh_ribu_baris_lewat_server_com(com: dict[str, Any]) -> None:
    predikat = [baris[0] for baris in com["banyak"]]

    assert (2900, 1000) == (predikat.count("D"), predikat.count("AA"))


def test_pita_membekukan_rumus_lewat_server_com(com: dict[str, Any]) -> None:
    assert (f"={freeze_formula('SKM_MUTU(A1)')}", "") == (com["=SKM_MUTU(A1)"], com["=TERBILANG(A1)"])


"""The column that `tests.alat.com` sends as "campuran"."""
