"""The engines: values read, recomputed by IronCalc, formulon and LibreOffice, and compared."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests.alat import libreoffice, program
from tests.alat.contoh import LEMBAR1, save, sound_parts, spoil
from tests.alat.mesin import (
    Beda,
    Nilai,
    Values,
    compare,
    find_errors,
    read_cached,
    read_formulas,
    recalc_formulon,
    recalc_ironcalc,
    recalc_libreoffice,
    same,
)
from tests.alat.program import ProgramError, find, run

Rumus = tuple[str, Nilai]

# Formula and result. VALUE and TEXT depend on the locale, so they show which one LibreOffice ran under.
HASIL: list[Rumus] = [
    ("A1*2", 3.0),
    ('IF(A9="","",A9)', ""),
    ('B1&" & <b>"', "teks & <b>"),
    ("A1>1", True),
    ("1/0", "#DIV/0!"),
    ("MATCH(9,A1:A2,0)", "#N/A"),
    ("ROUND(2.675,2)", 2.68),
    ("15435519078.55*3", 46306557235.65),
    ('HYPERLINK("#Isi!A1","Ke Isi")', "Ke Isi"),
    ("COUNTBLANK(A1:B2)", 2.0),
]


def tulis(path: Path, rumus: Sequence[Rumus]) -> Path:
    """Formulas down column C of sheet "Isi", one more on a sheet with a blank and an apostrophe in its name."""
    with xlsxwriter.Workbook(path) as buku:
        isi, lain = buku.add_worksheet("Isi"), buku.add_worksheet("Jum'at ini")
        isi.write_number("A1", 1.5)
        isi.write_string("B1", "teks")
        for baris, (teks, nilai) in enumerate(rumus):
            isi.write_formula(baris, 2, f"={teks}", None, nilai)
        lain.write_formula("AA3", "=Isi!C1+0.1", None, 3.1)
    return path


def harapan(rumus: Sequence[Rumus]) -> Values:
    return {("Isi", f"C{n}"): nilai for n, (_, nilai) in enumerate(rumus, 1)} | {("Jum'at ini", "AA3"): 3.1}


def sama(a: Values, b: Values) -> bool:
    return compare(a, lain=b) == []


def test_nilai_tersimpan_dan_rumus_dibaca_apa_adanya(tmp_path: Path) -> None:
    path = tulis(tmp_path / "x.xlsx", HASIL)
    assert read_cached(path) == harapan(HASIL)
    assert list(read_formulas(path).values()) == [teks for teks, _ in HASIL] + ["Isi!C1+0.1"]


def test_ironcalc_menghitung_setiap_sel_rumus(tmp_path: Path) -> None:
    salah = [(teks, 999.0) for teks, _ in HASIL]
    assert sama(recalc_ironcalc(tulis(tmp_path / "x.xlsx", salah)), harapan(HASIL))


def test_formulon_menghitung_ulang_setiap_sel_rumus(tmp_path: Path) -> None:
    """False cached values must not survive."""
    salah = [(teks, 999.0) for teks, _ in HASIL]
    assert sama(recalc_formulon(tulis(tmp_path / "x.xlsx", salah)), harapan(HASIL))


@pytest.mark.parametrize(
    ("lokal", "menurut_daerah"),
    [("en-US", [1.25, "15,435.50"]), ("id-ID", [1250.0, "15.435,50"])],
)
def test_libreoffice_menghitung_ulang_menurut_lokal(
    tmp_path: Path, lokal: libreoffice.Lokal, menurut_daerah: list[Nilai]
) -> None:
    """False cached values must not survive; files of one name in two folders must not be mixed up."""
    daerah = ['VALUE("1.250")', "FIXED(15435.5,2)"]
    harap = [*HASIL, *zip(daerah, menurut_daerah, strict=True)]
    (tmp_path / "lain").mkdir()
    satu = tulis(tmp_path / "x.xlsx", [(teks, 999.0) for teks, _ in harap])
    dua = tulis(tmp_path / "lain" / "x.xlsx", [("1+1", 999.0)])
    hasil = recalc_libreoffice([satu, dua], lokal)
    assert list(hasil) == [satu, dua]
    assert sama(hasil[satu], harapan(harap))
    assert hasil[dua]["Isi", "C1"] == 2.0


def test_semua_mesin_sepakat_atas_berkas_contoh(tmp_path: Path) -> None:
    path = save(tmp_path / "x.xlsx", sound_parts())
    lo = recalc_libreoffice([path])[path]
    assert compare(path, ironcalc=recalc_ironcalc(path), formulon=recalc_formulon(path), libreoffice=lo) == []


def test_rumus_salah_ditemukan_pembandingan(tmp_path: Path) -> None:
    path = save(tmp_path / "x.xlsx", spoil(sound_parts(), LEMBAR1, "SUM\\(A2:A5\\)", "SUM(A2:A4)"))
    rumus = 'IF(A3="","",SUM(A2:A4))'
    assert compare(path, ironcalc=recalc_ironcalc(path)) == [Beda("Isi", "C3", rumus, 14.0, "ironcalc", 9.0)]


def test_sel_yang_hilang_di_satu_pihak_adalah_beda() -> None:
    a, b = ("Isi", "A1"), ("Isi", "A2")
    assert compare({a: 1.0, b: ""}, lain={a: 1.0}) == [Beda("Isi", "A2", "", "", "lain", None)]
    assert compare({a: 1.0}, lain={a: 1.0, b: ""}) == [Beda("Isi", "A2", "", None, "lain", "")]


def test_pembandingan_tanpa_mesin_ditolak() -> None:
    with pytest.raises(ValueError, match="setidaknya satu mesin"):
        compare({})


@pytest.mark.parametrize(
    ("a", "b", "harap"),
    [
        (None, "", True),
        ("", 0.0, False),
        (None, False, False),
        (0.1 + 0.2, 0.3, True),
        (88.31, 88.3100000001, False),
        (15435519078.5, 15435519078.6, False),
        (7e12, 7e12 + 1, False),
        (1e12 + 0.5, 1e12 + 0.5 + 1e-3, True),
        (0.0, 1e-13, True),
        (1, 1.0, True),
        (True, 1.0, False),
        (True, True, True),
        ("1", 1.0, False),
        ("a", "A", False),
        ("#N/A", "#N/A", True),
    ],
)
def test_kesamaan_nilai(a: Nilai | None, b: Nilai | None, harap: bool) -> None:
    assert (same(a, b), same(b, a)) == (harap, harap)


def test_nilai_galat_dikumpulkan(tmp_path: Path) -> None:
    path = tulis(tmp_path / "x.xlsx", HASIL)
    harap = {("Isi", "C5"): "#DIV/0!", ("Isi", "C6"): "#N/A"}
    assert find_errors(read_cached(path)) == harap
    assert find_errors(recalc_ironcalc(path)) == harap


def test_libreoffice_yang_tidak_menghitung_ulang_ketahuan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "PROFIL", libreoffice.PROFIL.replace("<value>0<", "<value>1<"))
    with pytest.raises(ProgramError, match="tidak menghitung ulang menurut en-US"):
        recalc_libreoffice([tulis(tmp_path / "x.xlsx", HASIL)])


def test_berkas_yang_tidak_dapat_dibuka_libreoffice_disebut(tmp_path: Path) -> None:
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(b"PK\x03\x04 bukan xlsx")
    with pytest.raises(ProgramError, match=r"rusak\.xlsx"):
        recalc_libreoffice([rusak])


def test_program_yang_tidak_ada_menyebut_cara_memasangnya(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ProgramError, match=r"soffice tidak ada.*`make uji` sebagai root, atau pasang libreoffice-calc"):
        find("soffice", "libreoffice-calc")


def test_program_yang_gagal_atau_terlalu_lama_adalah_galat() -> None:
    sh = program.find("sh", "dash")
    with pytest.raises(ProgramError, match="sh berakhir dengan kode 3: aduh"):
        run([sh, "-c", "echo aduh >&2; exit 3"], detik=10)
    with pytest.raises(ProgramError, match="sh belum selesai"):
        run([sh, "-c", "sleep 60"], detik=0.2)
