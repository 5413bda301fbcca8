"""The sheet SAKIP: its score, the way to the next predikat, last year's, and all that comes from the law."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.alat.hukum import HUKUM_2027, enact
from tests.alat.ketik import write_ketikan
from tests.alat.mesin import compare, recalc_ironcalc
from tests.contoh import BOBOT_SAKIP, SAKIP, make_2019, make_perjanjian, make_program
from tests.lembar_sakip import BOBOT, LHE, TANGGAL, make_bahan, make_lke, show, spread
from workbook_templates.perjanjian_kinerja import build_perjanjian

# --- the score ----------------------------------------------------------------------------------------------------


def test_dua_belas_huruf_sebuah_lhe_berjumlah_79_55() -> None:
    tampak = show(make_bahan(huruf=LHE))

    assert [24.6, 23.7, 12, 19.25] == [tampak.sel(f"E{r}") for r in range(21, 25)]
    assert (79.55, "BB", "Sangat Baik") == tuple(map(tampak.hasil, ("nilai", "predikat", "interpretasi")))
    assert (0.46, "menuju A", "OK") == (tampak.hasil("kurang"), tampak.menuju(), tampak.cek())


def test_huruf_dan_nilai_boleh_berselang_seling() -> None:
    campur = show(make_bahan(huruf=[*LHE[:6], *[None] * 6], nilai=[5.4, *[None] * 5, 2.4, 3.6, 6, 4, 5.25, 10]))

    assert (79.55, ["OK"] * 12) == (campur.hasil("nilai"), campur.kolom("H"))


@pytest.mark.parametrize("salah", ["X", "", None, True, 80])
def test_satu_huruf_salah_atau_kosong_menahan_nilai(salah: Any) -> None:
    tampak = show(make_bahan(huruf=[*LHE[:11], salah]))

    assert [24.6, 23.7, 12, ""] == [tampak.sel(f"E{r}") for r in range(21, 25)]
    assert [""] * 4 == [tampak.hasil(n) for n in ("nilai", "predikat", "interpretasi", "kurang")]
    assert ("", "PERIKSA" if salah else "BELUM") == (tampak.menuju(), tampak.cek())


@pytest.mark.parametrize(
    ("nilai", "kurang", "menuju"),
    [
        ("66.5", 3.51, "menuju BB"),
        ("70", 0.01, "menuju BB"),
        ("70.01", 10, "menuju A"),
        ("69.994", 0.02, "menuju BB"),  # counts as 69,99
        ("69.995", 0.01, "menuju BB"),  # counts as 70,00
        ("90", 0.01, "menuju AA"),
        ("90.01", "", "sudah predikat tertinggi"),
        ("100", "", "sudah predikat tertinggi"),
        ("30", 0.01, "menuju C"),
        ("0.01", 30, "menuju C"),
        ("0", 0.01, "menuju D"),
    ],
)
def test_kekurangan_menuju_predikat_berikutnya(nilai: str, kurang: Any, menuju: str) -> None:
    tampak = show(make_bahan(nilai=spread(nilai)))

    assert (kurang, menuju) == (tampak.hasil("kurang"), tampak.menuju())


# --- last year ----------------------------------------------------------------------------------------------------


def test_nilai_tahun_lalu_dijumlahkan_dan_dibandingkan_bila_lengkap() -> None:
    lalu = [5.4, 7.2, 12, 4.8, 6.3, 10.5, 2.4, 3.15, 5.25, 3.5, 5.25, 8.75]  # 74,50
    tampak = show(make_bahan(huruf=LHE, lalu=lalu))

    assert [0, 0, 0, 0.6, 0, 1.5, 0, 0.45, 0.75, 0.5, 0, 1.25] == tampak.kolom("J")
    assert (74.5, "BB", 5.05) == tuple(map(tampak.hasil, ("lalu", "lalu_predikat", "selisih")))
    assert (79.55, "OK") == (tampak.hasil("nilai"), tampak.cek())


def test_selisih_baris_adalah_selisih_nilai_yang_tampak() -> None:
    """5,395 shows as 5,40; of the doubles, 5.4 - 5.395 is a little more than half a hundredth."""
    tampak = show(make_bahan(nilai=[5.4, 7.204, 5.005], lalu=[5.395, 7.195, 5]))

    assert [0, 0, 0.01] == tampak.kolom("J")[:3]


def test_tanpa_nilai_tahun_ini_tidak_ada_selisih() -> None:
    tampak = show(make_bahan(huruf=["X"], lalu=BOBOT))

    assert [""] * 12 == tampak.kolom("J")
    assert (100, "AA", "") == tuple(map(tampak.hasil, ("lalu", "lalu_predikat", "selisih")))


@pytest.mark.parametrize("kosong", [None, ""])
def test_nilai_tahun_lalu_yang_kurang_satu_tidak_dijumlahkan(kosong: Any) -> None:
    tampak = show(make_bahan(huruf=LHE, lalu=[*BOBOT[:11], kosong]))

    assert [""] * 3 == [tampak.hasil(n) for n in ("lalu", "lalu_predikat", "selisih")]
    assert (-0.6, "", "OK") == (tampak.sel("J7"), tampak.sel("J18"), tampak.cek())


@pytest.mark.parametrize(
    ("lalu", "selisih"),
    [(12.5, -2.5), (0, 10), (12.51, "PERIKSA"), (-0.01, "PERIKSA"), (TANGGAL, "PERIKSA"), ("10", "PERIKSA"),
     ("BB", "PERIKSA"), (True, "PERIKSA"), (False, "PERIKSA"), (" ", "PERIKSA")],
)  # fmt: skip
def test_nilai_tahun_lalu_yang_salah_ditandai(lalu: Any, selisih: Any) -> None:
    tampak = show(make_bahan(huruf=LHE, lalu=[*BOBOT[:11], lalu]))
    salah = selisih == "PERIKSA"

    assert (selisih, "PERIKSA" if salah else "OK") == (tampak.sel("J18"), tampak.cek())
    assert salah == (tampak.hasil("lalu") == "")
    assert 79.55 == tampak.hasil("nilai")


# --- letters come from the law ------------------------------------------------------------------------------------


def test_daftar_huruf_adalah_tabel_di_lembar_itu(tmp_path: Path) -> None:
    tampak = show(make_bahan())
    lembar = openpyxl.load_workbook(write_ketikan(build_perjanjian(make_bahan()), tmp_path / "a.xlsx"))["SAKIP"]

    daftar = tampak.blok("isian_sakip_predikat").aturan.pilihan_dari
    assert [["AA"], ["A"], ["BB"], ["B"], ["CC"], ["C"], ["D"], ["E"]] == [[s.value for s in r] for r in lembar[daftar]]
    assert [100, 90, 80, 70, 60, 50, 30, 0] == [lembar.cell(r[0].row, 4).value for r in lembar[daftar]]
    aturan = {str(d.sqref): (d.type, d.formula1, d.formula2) for d in lembar.data_validations.dataValidation}
    assert aturan["E7:E18"] == ("list", daftar, None)


def test_batas_setiap_nilai_adalah_bobotnya_sebagai_angka(tmp_path: Path) -> None:
    """As in the annex of PermenPANRB 88/2021; a reference to the cell of the weight is lost on phones."""
    lembar = openpyxl.load_workbook(write_ketikan(build_perjanjian(make_bahan()), tmp_path / "a.xlsx"))["SAKIP"]

    semua = [d for d in lembar.data_validations.dataValidation if d.type == "decimal"]
    batas = {sel: d.formula2 for d in semua for r in d.sqref.ranges for baris in r.rows for sel in baris}
    bobot = BOBOT_SAKIP[12]
    assert batas == {(7 + n, kolom): x for kolom in (6, 9) for n, x in enumerate(bobot)}
    assert len(semua) == 2 * len(set(bobot))
    assert {d.formula1 for d in semua} == {"0"}
    kata = {d.formula2: (d.prompt, d.error) for d in semua}
    assert kata["4.5"] == ("Ketik nilai dari 0 sampai bobotnya, 4,5.", "Ketik angka dari 0 sampai 4,5.")


def test_huruf_dan_jenjang_menurut_hukum_tahunnya(tmp_path: Path) -> None:
    """Letters A 10, B 5, C 0 of 10; one decimal; predikat closed below: A from 80,0."""
    pk = make_perjanjian((replace(SAKIP, target=None, target_huruf=None),), make_program(1), tahun=2027)
    with enact(HUKUM_2027):
        bahan = make_bahan(pk, ["A", "B", "A", "A", "A", "b"])  # 10 + 7,5 + 10 + 15 + 20 + 15
        tampak, lain = show(bahan), show(make_bahan(pk, ["AA"], [None, 7.54, 7.55]))
        penuh = show(make_bahan(pk, ["A"] * 5, [None] * 5 + [15]))
        path = write_ketikan(build_perjanjian(bahan), tmp_path / "2027.xlsx")

    assert [10, 7.5, 10, 15, 20, 15] == tampak.kolom("G")
    assert (77.5, "B") == (tampak.hasil("nilai"), tampak.hasil("predikat"))
    assert (2.5, "menuju A") == (tampak.hasil("kurang"), tampak.menuju())
    assert ["PERIKSA", "OK", "OK"] == lain.kolom("H")[:3]
    assert (85, "", "sudah predikat tertinggi") == (penuh.hasil("nilai"), penuh.hasil("kurang"), penuh.menuju())
    assert [] == compare(path, ironcalc=recalc_ironcalc(path))
    teks = [s.nilai for s in tampak.lembar.sel]
    assert "Nilai subkomponen = nilai predikat / 10 × bobot. Menurut Peraturan Contoh 1/2027, Lampiran." in teks
    assert "A (10), B (5), C (0)" in tampak.blok("isian_sakip_predikat").aturan.petunjuk


def test_sebelum_huruf_bernilai_hanya_nilai_yang_diketik() -> None:
    tampak = show(make_bahan(make_2019(), nilai=[25, 20, 10, 8, 15], lalu=[25, 20, 10, 8, 14]))

    assert ["isian_sakip_lalu", "isian_sakip_subkomponen"] == sorted(b.nama for b in tampak.lembar.blok)
    assert (78, "BB", 77, 1) == tuple(map(tampak.hasil, ("nilai", "predikat", "lalu", "selisih")))
    assert "SAKIP: 5 nilai terisi, masing-masing 0 sampai bobotnya" == tampak.bagian.cek[0].teks
    assert not any("redikat (huruf)" in str(s.nilai) for s in tampak.lembar.sel)


def test_huruf_dibulatkan_menurut_bobot_daerah() -> None:
    """A of 3,35 is 3,015, which counts as 3,02."""
    pk = make_lke("3.35", "96.65")

    assert [3.02, 86.99] == show(make_bahan(pk, ["A", "A"])).kolom("G")  # 86,985
    assert (90.01, "AA") == tuple(map(show(make_bahan(pk, ["A", "A"])).hasil, ("nilai", "predikat")))
    assert ["OK", "PERIKSA"] == show(make_bahan(pk, ["A", "A"], [3.015, 86.984])).kolom("H")
