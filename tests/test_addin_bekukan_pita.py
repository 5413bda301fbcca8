"""The ribbon's button Bekukan rumus: its VBA sees how a cell looks, and keeps the value there."""

from pathlib import Path

import xlsxwriter

from addin.build import vba
from addin.hosts.pita import list_acuan
from tests.alat.calc import run_calc
from tests.alat.vba import make_proyek
from tests.test_addin_excel_vba import BEKUKAN, PENGGANTI

TAMPAK = """
Public Function uji_tampak(ByVal acuan As String) As Variant
    uji_tampak = IIf(kinerja_tampak(ThisWorkbook.Worksheets(1), acuan), "nilai", "rumus")
End Function
"""
HARAP = {
    "A1": "nilai",
    "B1": "rumus",
    "B1\nA1": "nilai",
    "C1": "nilai",
    "D1": "nilai",
    "T[@[x]]": "nilai",  # no such table here
    "": "rumus",
}


def test_pita_menyebut_acuan_yang_rupanya_menentukan() -> None:
    assert "A1\nData!B1" == list_acuan("=SKM_MUTU(A1)&PERSEN_CAPAIAN(Data!B1,C1*1)&ANGGARAN_SERAPAN(E1,F1)")
    assert "" == list_acuan("=TERBILANG(A1)")


def test_pita_membiarkan_nilai_sel_yang_tampak_persen(tmp_path: Path) -> None:
    proyek = make_proyek("uji_panggil")
    pita = vba.write_ribbon().replace("MsgBox ", "uji_pesan ").replace("Selection", "uji_pilihan()")
    proyek.add("kinerja_ribbon", pita + TAMPAK)
    proyek.add("uji", PENGGANTI)
    proyek.add("uji_pita", BEKUKAN)
    (tmp_path / "vba.bin").write_bytes(proyek.to_bytes())
    with xlsxwriter.Workbook(tmp_path / "uji.xlsm") as buku:
        buku.add_vba_project(str(tmp_path / "vba.bin"))
        lembar = buku.add_worksheet()
        lembar.write("A1", 0.665, buku.add_format({"num_format": "0.0%"}))
        lembar.write("B1", 66.5)
        lembar.write("C1", 45000, buku.add_format({"num_format": "dd/mm/yyyy"}))
        lembar.write("D1", True)
        for i, acuan in enumerate(HARAP, start=1):
            teks = "&CHAR(10)&".join(f'"{satu}"' for satu in acuan.split("\n"))
            lembar.write_formula(f"Z{i}", f"=uji_tampak({teks})")
    hasil = run_calc([{"buka": str(tmp_path / "uji.xlsm"), "baca": [f"Z{i}" for i in range(1, len(HARAP) + 1)]}])[0]

    assert HARAP == dict(zip(HARAP, hasil["nilai"].values(), strict=True))
