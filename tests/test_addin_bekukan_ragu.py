"""Calls that may be another's are left and reported; what gives another value each time becomes a value."""

from pathlib import Path

import pytest
import xlsxwriter

from addin.bekukan import RaguError
from addin.hosts.pita import freeze_cell
from addin.rumus_biasa import TanpaRumusError
from kinerja.errors import DataError
from tests.alat.addin import freeze_file, freeze_formula
from tests.alat.buku_beku import LEMBAR, BukuAsal, freeze_buku
from tests.alat.mesin import recalc_ironcalc, recalc_libreoffice

MILIK_LAIN = [
    "DPA!SAKIP_PREDIKAT(A1)",
    "DPA ! SAKIP_PREDIKAT (A1)",
    "'Pagu 2025'!SAKIP_PREDIKAT(A1)",
    "'[1]x'!SAKIP_PREDIKAT(A1)",
    "[1]x!SAKIP_PREDIKAT(A1)",
    "[lain.xlsm]!SAKIP_PREDIKAT(A1)",
    r"C:\dinas\[lain.xlsm]DPA!SAKIP_PREDIKAT(A1)",
    "#REF!SAKIP_PREDIKAT(A1)",
    "DPA!_xldudf_SAKIP_PREDIKAT(A1)",
    "DPA!ID.KINERJA.FUNGSI.SAKIPPREDIKAT(A1)",
    "SKM_MUTU(A1)+DPA!SAKIP_PREDIKAT(A1)",
]
BERNAMA_SAMA = [
    "LET(SAKIP_PREDIKAT,LAMBDA(x,x),SAKIP_PREDIKAT(1))",
    "LET(a,SKM_MUTU(A1),sakip_predikat,LAMBDA(x,x),SAKIP_PREDIKAT (1))",
    "_xlfn.LET(_xlpm.SAKIP_PREDIKAT,_xlfn.LAMBDA(_xlpm.x,_xlpm.x),SAKIP_PREDIKAT(1))",
    "LAMBDA(SAKIP_PREDIKAT,SAKIP_PREDIKAT(1))(LAMBDA(x,x))",
    "LAMBDA([SAKIP_PREDIKAT],SAKIP_PREDIKAT(1))()",
]
SEPERTI_KAMI = [
    '"DPA!SAKIP_PREDIKAT(A1)"',
    "T[DPA!SAKIP_PREDIKAT(A1)]",
    "SUM(T[SAKIP_PREDIKAT (A1)])",
    "'SAKIP_PREDIKAT (A1)'!A1",
    "DPA!MY_SAKIP_PREDIKAT(A1)",
    "MY_SAKIP_PREDIKAT (A1)",
    "MY?SAKIP_PREDIKAT(A1)",
    "DPA!SAKIP_PREDIKAT",
    "_xlfn.LET(_xlpm.SAKIP_PREDIKAT,_xlfn.LAMBDA(_xlpm.x,_xlpm.x),_xlpm.SAKIP_PREDIKAT(1))",
]
ACAK = {
    "RANDBETWEEN": "SAKIP_PREDIKAT(RANDBETWEEN(0,1)*100)",
    "RAND": "PERSEN_CAPAIAN(A1,1+ rand ())",
    "RAND.NV": "SAKIP_PREDIKAT(RAND.NV())",
    "RANDARRAY": "SKM_MUTU(SUM(1,RANDARRAY()))",
    "CELL": 'SAKIP_PREDIKAT(CELL("row",A1))',
    "INFO": 'SKM_MUTU(VALUE(INFO("recalc")))',
}


@pytest.mark.parametrize(
    "awal", ["SAKIP_PREDIKAT (", "SAKIP_PREDIKAT\n\t (", "'[1]'!SAKIP_PREDIKAT(", "'[12]'!sakip_predikat ("]
)
def test_spasi_di_depan_kurung_dan_buku_berkutip_dibekukan(awal: str) -> None:
    assert f"1&{freeze_formula('SAKIP_PREDIKAT(A1)')}" == freeze_formula(f"1&{awal}A1)")


@pytest.mark.parametrize("nilai", [False, True])
@pytest.mark.parametrize("rumus", [*MILIK_LAIN, *BERNAMA_SAMA])
def test_yang_mungkin_milik_lain_dibiarkan_dan_dilaporkan(tmp_path: Path, rumus: str, nilai: bool) -> None:
    """Also where values are wanted: the formula may be the user's own."""
    sel = f'<c r="B1" t="str"><f>{rumus}</f><v>x</v></c>'

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(sel), nilai=nilai)

    assert LEMBAR.format(sel=sel, akhir="") == lembar
    assert (0, 0, [rumus]) == (laporan.rumus, laporan.nilai, [sisa.rumus for sisa in laporan.sisa])
    assert f"={rumus}" == freeze_cell(f"={rumus}")
    with pytest.raises(RaguError):
        freeze_formula(rumus)


def test_format_bersyarat_yang_mungkin_milik_lain_dilaporkan(tmp_path: Path) -> None:
    akhir = "<cfRule><formula>DPA!SKM_MUTU(A2)=1</formula></cfRule>"

    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(akhir=akhir))

    assert akhir in lembar
    assert ["SKM_MUTU di situ milik lembar atau buku kerja lain"] == [sisa.sebab for sisa in laporan.sisa]


@pytest.mark.parametrize("rumus", SEPERTI_KAMI)
def test_yang_hanya_mirip_dibiarkan_tanpa_laporan(tmp_path: Path, rumus: str) -> None:
    sel = f'<c r="B1" t="str"><f>{rumus}</f><v>x</v></c>'

    with pytest.raises(DataError, match="Tidak ada fungsi kinerja"):
        freeze_buku(tmp_path, BukuAsal(sel))


@pytest.mark.parametrize("rumus", ["SAKIP_PREDIKAT(SAKIP_PREDIKAT!A1)", "SKM_MUTU(SKM_MUTU[[#This Row],[SKM_MUTU]])"])
def test_lembar_dan_tabel_boleh_bernama_seperti_fungsi_kami(rumus: str) -> None:
    assert freeze_formula(rumus).startswith("IF(")


@pytest.mark.parametrize("fungsi", ACAK)
def test_argumen_acak_tidak_disalin_ke_setiap_perbandingan(fungsi: str) -> None:
    with pytest.raises(TanpaRumusError, match=f"^{fungsi} di dalam argumen .* nilai lain setiap kali dihitung"):
        freeze_formula(ACAK[fungsi])


def test_sel_berargumen_acak_menjadi_nilai(tmp_path: Path) -> None:
    lembar, _, laporan = freeze_buku(tmp_path, BukuAsal(f'<c r="B1" t="str"><f>{ACAK["RANDBETWEEN"]}</f><v>AA</v></c>'))

    assert '<c r="B1" t="str"><v>AA</v></c>' in lembar
    assert (1, []) == (laporan.nilai, laporan.sisa)


def test_acak_di_luar_argumen_dan_waktu_tetap_rumus(tmp_path: Path) -> None:
    """Today's date is one for a whole recalculation; a random number beside the call is computed once, as before."""
    rumus = {
        "A1": 'IF(RAND()<2,SAKIP_PREDIKAT (66.5),"")',
        "A2": "SAKIP_PREDIKAT(TODAY()*0+85)",
        "A3": "SAKIP_PREDIKAT(MIN(95,NOW()))",
        "A4": 'SAKIP_PREDIKAT(LEN("RAND()"))',
    }
    with xlsxwriter.Workbook(tmp_path / "asal.xlsx") as buku:
        lembar = buku.add_worksheet("S")
        for sel, satu in rumus.items():
            lembar.write_formula(sel, f"={satu}", None, "basi")
    hasil = tmp_path / "hasil.xlsx"

    assert len(rumus) == freeze_file(tmp_path / "asal.xlsx", hasil).rumus

    harap = {("S", "A1"): "B", ("S", "A2"): "A", ("S", "A3"): "AA", ("S", "A4"): "D"}
    assert harap == recalc_libreoffice([hasil])[hasil] == recalc_ironcalc(hasil)
