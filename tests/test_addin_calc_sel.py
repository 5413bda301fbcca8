"""Cells in LibreOffice Calc as they stand: blanks, whole columns, errors, per cent; typed, filled, undone, loaded."""

import zipfile

import pytest

from addin.build.oxt import build_oxt
from tests.alat.calc import run_calc
from tests.alat.tugas_calc import (
    CAMPUR,
    GALAT,
    KOLOM,
    LARIK,
    LEMBAR,
    NOL,
    PERSEN,
    RAGU,
    RUMUS,
    SEL,
    SELANG,
    TERPISAH,
    Hasil,
    ketik,
    make_ketik,
    write_excel,
    write_komentar,
    write_larik,
    write_nama,
)


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Hasil]:
    folder = tmp_path_factory.mktemp("sel")
    isi = {"A1": 66.5, "A2": 0, "A4": 0.665, "A5": 0.665, "A6": 0.05}
    tugas: dict[str, Hasil] = {
        "acuan": {"isi": isi, "nama": {"Nilai": "$Sheet1.$A$9"}, "baca": [*RUMUS, *NOL]},
        "api": {"isi": isi, "rumus": {k: v for k, v in (RUMUS | NOL).items() if k != "Z1"}},
        "ketik": make_ketik(folder),
        "ragu": RAGU,
        "galat": GALAT,
        "kolom": KOLOM,
        "komentar": {
            "buka": str(write_komentar(folder / "c.xlsx")),
            "baca": ["B1:B3"],
            "simpan": {str(folder / "c.ods"): "calc8"},
        },
        "terpisah": TERPISAH,
        "larik": LARIK,
        "selang": SELANG,
        "campur": CAMPUR,
        "persen": PERSEN,
        "lembar": LEMBAR,
        "titik": {"buka": str(write_nama(folder / "n.xlsx")), "baca": ["B1", "B2", "B3"]},
        "excel": {"buka": str(write_excel(folder / "e.xlsx")), "hitung": False},
        "terkunci": {"buka": str(write_excel(folder / "k.xlsx", terkunci=True)), "tampil": True, "hitung": False},
        "tetap": {"buka": str(write_larik(folder / "l.xlsx")), "baca_saja": True, "baca": ["B1", "C1"]},
        "lama": {"buka": str(folder / "l.xlsx"), "baca": ["B1", "C1"]},
        "ods": {"buka": str(folder / "a.ods"), "baca": ["B1:B3", "C1", "D1:D3"]},
        "xlsx": {"buka": str(folder / "a.xlsx"), "baca": ["B1:B3", "C1", "D1:D3"]},
    }
    tugas["acuan"]["rumus"] = NOL
    tugas["acuan"]["gerak"] = [ketik(sel, rumus) for sel, rumus in RUMUS.items()]
    tugas["acuan"]["tampil"] = True
    tugas["api"]["baca"] = [*tugas["api"]["rumus"]]
    for nama in ("excel", "terkunci"):
        tugas[nama]["baca"] = [f"B{i}" for i in range(1, 7)]
    hasil = dict(zip(tugas, run_calc(list(tugas.values()), build_oxt(folder)), strict=True))
    hasil["komentar"]["ods"] = zipfile.ZipFile(folder / "c.ods").read("content.xml").decode()
    return hasil


@pytest.mark.parametrize("sel", RUMUS)
def test_sel_kosong_memberi_sel_kosong_dengan_cara_apa_pun_dirujuk(calc: dict[str, Hasil], sel: str) -> None:
    assert calc["acuan"]["nilai"][sel] is None
    assert sel == "Z1" or calc["api"]["nilai"][sel] is None


def test_nol_yang_sungguh_nol_tetap_predikat_e(calc: dict[str, Hasil]) -> None:
    for nilai in (calc["acuan"]["nilai"], calc["api"]["nilai"]):
        assert ["E"] * 4 == [nilai[sel] for sel in NOL]


def test_rumus_yang_diketik_diisikan_ke_bawah_dan_ditempel(calc: dict[str, Hasil]) -> None:
    nilai = calc["ketik"]["nilai"]

    assert [[None], ["E"], ["B"]] == nilai["B1:B3"]
    assert nilai["C1"] is None
    assert [[None], ["B"], ["E"]] == nilai["D1:D3"]
    assert f"=ID.KINERJA.FUNGSI.SAKIPPREDIKAT({SEL}($Sheet1.$A$1))" == calc["ketik"]["rumus"]["C1"]


def test_batal_satu_langkah_menghapus_rumus_dan_ulang_mengembalikannya(calc: dict[str, Hasil]) -> None:
    rumus = calc["ketik"]["rumus"]

    assert ("", f"=ID.KINERJA.FUNGSI.SAKIPPREDIKAT({SEL}(A1))") == (rumus["E1"], rumus["F1"])


@pytest.mark.parametrize("jenis", ["ods", "xlsx"])
def test_berkas_yang_disimpan_dibuka_lagi_sama(calc: dict[str, Hasil], jenis: str) -> None:
    for sel in ("B1:B3", "C1", "D1:D3"):
        assert calc["ketik"]["nilai"][sel] == calc[jenis]["nilai"][sel]
        assert calc["ketik"]["rumus"][sel] == calc[jenis]["rumus"][sel]
    assert calc[jenis]["diubah"] is False


@pytest.mark.parametrize("berkas", ["excel", "terkunci"])
def test_berkas_dari_excel_yang_dibuka_tanpa_jendela_atau_terkunci(calc: dict[str, Hasil], berkas: str) -> None:
    assert [None, "E", None, "B", None, None] == list(calc[berkas]["nilai"].values())


@pytest.mark.parametrize("cara", ["tetap", "lama"])
def test_rumus_larik_dari_add_in_yang_lama_diperbaiki_juga_bila_hanya_dibaca(calc: dict[str, Hasil], cara: str) -> None:
    assert {"B1": None, "C1": None} == calc[cara]["nilai"]


def test_kosong_dari_rumus_lain_bukan_predikat_melainkan_na_dengan_alasan(calc: dict[str, Hasil]) -> None:
    nilai = calc["ragu"]["nilai"]

    assert ("#N/A", "E", "E", "D") == tuple(nilai[f"C{i}"] for i in (1, 3, 4, 5))
    assert ("B", "E", "#N/A", None) == tuple(nilai[f"C{i}"] for i in (6, 7, 8, 9))
    assert "#N/A Angka 0 di sini mungkin sel kosong. Bila memang angka, tulis +0 di belakangnya." == nilai["C2"]


def test_sel_galat_dalam_rentang_tidak_merusak_baris_lain(calc: dict[str, Hasil]) -> None:
    nilai = calc["galat"]["nilai"]

    assert [["B"], ["#DIV/0!"], ["#NUM!"], [None], ["B"]] == nilai["B1:B5"]
    assert [["#NUM!"], [None], ["B"]] == nilai["E4:E6"]
    assert ("#DIV/0!", "E") == (nilai["C1"], nilai["C3"])
    assert "#DIV/0! jawaban, baris 2 kolom 1: Sel masukan berisi #DIV/0!. Betulkan sel itu dahulu." == nilai["C2"]


def test_sel_berformat_persen_dibaca_seperti_tampaknya(calc: dict[str, Hasil]) -> None:
    """291 respondents of 1.200 at 5 per cent is in the table of Krejcie and Morgan: there a share stays a share."""
    nilai = calc["galat"]["nilai"]

    assert ("B", 291.0, "tidak ada galat") == (nilai["C4"], nilai["C5"], nilai["C6"])


def test_tanggal_dan_true_di_sel_ditolak_bukan_dihitung(calc: dict[str, Hasil]) -> None:
    """7-8 typed into a cell is the 7th of August; as a number it would be a target of 45.511."""
    nilai = calc["galat"]["nilai"]

    assert ["#VALUE!"] * 3 == [nilai["C7"], nilai["C8"], nilai["C12"]]
    assert "#VALUE! persen: Di sini harus angka, bukan TRUE/FALSE." == nilai["C9"]
    assert nilai["C10"].startswith("#VALUE! target: Isinya sudah menjadi tanggal atau waktu (07-08-2024).")
    assert "AA" == nilai["C11"]


def test_true_yang_dihitung_di_dalam_rumus_tidak_dapat_dikenali(calc: dict[str, Hasil]) -> None:
    """As docs/hasil-fungsi.md says; in a cell it is refused."""
    assert (50.0, "#VALUE!") == tuple(calc["galat"]["nilai"][sel] for sel in ("C13", "C14"))


def test_rumus_yang_berakhir_dengan_larik_tetap_utuh(calc: dict[str, Hasil]) -> None:
    assert "Bx" == calc["galat"]["nilai"]["D4"]


def test_gabungan_rentang_ditolak_tidak_dibaca_sebagian(calc: dict[str, Hasil]) -> None:
    nilai = calc["galat"]["nilai"]

    assert ["Err:504"] * 3 == [nilai["D1"], nilai["D2"], nilai["D3"]]


def test_kolom_utuh_dipotong_sampai_akhir_isi_lembar(calc: dict[str, Hasil]) -> None:
    """Three whole columns or rows and a hundred results; copying one column alone took a minute."""
    kolom = calc["kolom"]

    assert ("#NUM!", "#NUM!", None) == (kolom["nilai"]["C1"], kolom["nilai"]["C2"], kolom["nilai"]["C3"])
    assert [["#NUM!"], ["D"], ["C"], ["AA"]] == [kolom["nilai"]["B1:B100"][i] for i in (0, 29, 30, 99)]
    assert kolom["detik"] < 3


def test_format_dalam_beberapa_bagian_dibaca_seperti_tampaknya(calc: dict[str, Hasil]) -> None:
    """Of 66,5% of 100 the achievement is 66,5; a number without per cent, 0,5 of 100, is 0,5; 7-8 is a day."""
    nilai = calc["campur"]["nilai"]
    harap = [66.5] * 5 + [0.5] * 4 + ["#VALUE!", 66.5]

    assert harap == [nilai[f"B{i}"] for i in range(1, 12)] == [satu for (satu,) in nilai["C1:C11"]]


def test_titik_dua_di_dalam_iferror_bukan_berarti_rentang(calc: dict[str, Hasil]) -> None:
    nilai = calc["ragu"]["nilai"]

    assert ("#N/A", None, None, "#N/A") == tuple(nilai[f"C{i}"] for i in (10, 11, 12, 13))
    assert [[None], [None]] == nilai["D3:D4"]


def test_nol_yang_mungkin_kosong_ditandai_juga_di_dalam_larik(calc: dict[str, Hasil]) -> None:
    assert [["#N/A"], ["#N/A"]] == calc["ragu"]["nilai"]["D1:D2"]


def test_rentang_yang_melintasi_lembar_ditolak(calc: dict[str, Hasil]) -> None:
    nilai = calc["lembar"]["nilai"]

    assert ["#VALUE!"] * 3 == [nilai[f"B{i}"] for i in (1, 2, 3)]
    assert nilai["B4"].startswith("#VALUE! ") and "satu lembar" in nilai["B4"]


def test_nama_milik_lembar_lain_dan_nama_bertitik_adalah_acuan(calc: dict[str, Hasil]) -> None:
    nilai = calc["lembar"]["nilai"]

    assert (66.5, None, 66.5) == tuple(nilai[f"B{i}"] for i in (5, 6, 7))
    assert {"B1": 66.5, "B2": 66.5, "B3": None} == calc["titik"]["nilai"]


def test_acuan_yang_dirangkai_tetap_membawa_persen_dan_sel_kosong(calc: dict[str, Hasil]) -> None:
    nilai = calc["persen"]["nilai"]

    assert [66.5] * 8 == [nilai[f"B{i}"] for i in range(1, 9)]
    assert [None] * 3 == [nilai[f"C{i}"] for i in (1, 2, 3)]


def test_dua_ribu_rumus_yang_terpisah_tidak_memperlambat_ketikan(calc: dict[str, Hasil]) -> None:
    """Five changes; each once took 1,4 seconds."""
    assert {"C1": "B", "B1": 133.0} == calc["terpisah"]["nilai"]
    assert calc["terpisah"]["detik_ubah"] < 3.5


def test_rumus_larik_yang_panjang_dimasukkan_sekali(calc: dict[str, Hasil]) -> None:
    """Each row of it once took 1,7 milliseconds."""
    assert {"C1": 4000.0} == calc["larik"]["nilai"]
    assert calc["larik"]["detik_isi"] < 3


def test_format_yang_berselang_seling_dibaca_sekaligus(calc: dict[str, Hasil]) -> None:
    """Each of the thousand parts once took 3,2 milliseconds."""
    assert [[66.5], [0.67]] * 500 == calc["selang"]["nilai"]["B1:B1000"]
    assert calc["selang"]["detik"] < 1.5


def test_komentar_pada_sel_tetap_ada_sesudah_rumusnya_diperbaiki(calc: dict[str, Hasil]) -> None:
    assert [["B"]] * 3 == calc["komentar"]["nilai"]["B1:B3"]
    assert "Sudah diperiksa" in calc["komentar"]["ods"]
