"""Classic Excel: what the generated VBA hands to Python of a range, in LibreOffice; both add-ins read ranges alike."""

import re
from typing import Any

import pytest
import xlsxwriter

from tests.alat.calc import run_calc
from tests.alat.vba import TULIS, make_proyek

GEMA = """
Public Function uji_gema(modul As String, nama As String, a As Variant) As Variant
    Dim i As Long, t As String
    For i = LBound(a) To UBound(a)
        t = t & ";" & uji_tulis(a(i))
    Next i
    uji_gema = nama & t
End Function

Public Function uji_gabungan() As Variant
    uji_gabungan = SAKIP_PREDIKAT(ThisWorkbook.Worksheets("D").Range("A1:A2,A4"))
End Function

Public Function uji_alasan_gabungan() As Variant
    uji_alasan_gabungan = KINERJA_ALASAN("SAKIP_PREDIKAT", ThisWorkbook.Worksheets("D").Range("A1:A2,A4"))
End Function

Public Function uji_nama_gabungan() As Variant
    uji_nama_gabungan = KINERJA_ALASAN(ThisWorkbook.Worksheets("D").Range("A1:A2,A4"), 1)
End Function
"""
# The number, its format, and what it must be for an argument that takes per cent.
SEL: dict[str, tuple[float, str, str]] = {
    "A1": (0.665, "0.0%", "teks 66,5%"),
    "A2": (0.29, "0%", "teks 29%"),  # times 100 it is not 29
    "A3": (66.5, "0.00", "angka 66.5"),
    "A4": (0.9000500000001, "0.00%", "teks 90,00500000001%"),
    "C1": (1, "0%", "teks 100%"),
    "C2": (-0.00125, "0.000%", "teks -0,125%"),
    "C3": (0, "0%", "teks 0%"),
    "C4": (66.5, '0.0" %"', "angka 66.5"),
    "C5": (66.5, r"0.0\%", "angka 66.5"),
    "C6": (66.5, "0.0_%", "angka 66.5"),
    "C7": (0.665, "0.0%;[Red]-0.0%", "teks 66,5%"),
    "C8": (66.5, "[<=1]0%;0.0", "angka 66.5"),
    "C9": (0.665, "[<=1]0%;0.0", "teks 66,5%"),
    "C10": (90.00512, "[$Rp-421] #,##0.00", "angka 90.00512"),
}


@pytest.fixture(scope="module")
def gema(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Formulas, each with what Python would get."""
    folder = tmp_path_factory.mktemp("gema")
    proyek = make_proyek("uji_gema")
    proyek.add("uji", TULIS.replace("{cabang}", '    Case ""\n') + GEMA)
    (folder / "vba.bin").write_bytes(proyek.to_bytes())
    rumus = {f"SAKIP_PREDIKAT({alamat})" for alamat in SEL} | {
        "SAKIP_PREDIKAT(A1:A4)",
        "SAKIP_PREDIKAT(A:A)",
        "SAKIP_PREDIKAT(A2:A1048576)",
        "SAKIP_PREDIKAT(XFA20:XFD20)",
        "ANGGARAN_SELISIH(A:A,A1)",
        "SKM_SAMPEL(1200,A1)",
        "PERSEN_CAPAIAN(A1,A2,A4,A3)",
        'KINERJA_ALASAN("sakip_predikat",A1)',
        'KINERJA_ALASAN("SKM_SAMPEL",A3,A1)',
        'KINERJA_ALASAN("SAKIP_PREDIKAT",A:A)',
        "KINERJA_ALASAN(5,A1)",
        "uji_gabungan()",
        "uji_alasan_gabungan()",
        "uji_nama_gabungan()",
    }
    alamat = {satu: f"A{nomor}" for nomor, satu in enumerate(sorted(rumus), start=1)}
    with xlsxwriter.Workbook(folder / "uji.xlsm") as buku:
        buku.add_vba_project(str(folder / "vba.bin"))
        hitung, lembar = buku.add_worksheet("Hitung"), buku.add_worksheet("D")
        for sel, (nilai, bentuk, _) in SEL.items():
            lembar.write_number(sel, nilai, buku.add_format({"num_format": bentuk}))
        lembar.set_column("C:C", 20)
        for satu, sel in alamat.items():
            hitung.write_formula(sel, "=" + re.sub(r"(?<=[(,])(?=[A-Z]+\d*[:,)])", "D!", satu))
    hasil = run_calc([{"buka": str(folder / "uji.xlsm"), "baca": list(alamat.values())}])[0]["nilai"]
    return {satu: hasil[sel] for satu, sel in alamat.items()}


@pytest.mark.parametrize("sel", SEL)
def test_sel_yang_tampak_persen_diserahkan_sebagai_teks_itu(gema: dict[str, Any], sel: str) -> None:
    assert f"SAKIP_PREDIKAT;{SEL[sel][2]}" == gema[f"SAKIP_PREDIKAT({sel})"]


def test_rentang_campuran_dibaca_sel_demi_sel_dan_kolom_utuh_dipotong(gema: dict[str, Any]) -> None:
    isi = "|".join(["", *(f",{SEL[f'A{i}'][2]}" for i in range(1, 5))])

    assert f"SAKIP_PREDIKAT;{isi}" == gema["SAKIP_PREDIKAT(A1:A4)"]
    assert f"SAKIP_PREDIKAT;{isi}{'|,kosong' * 6}" == gema["SAKIP_PREDIKAT(A:A)"]
    assert f"SAKIP_PREDIKAT;{isi.partition('%')[2]}{'|,kosong' * 6}" == gema["SAKIP_PREDIKAT(A2:A1048576)"]
    assert "SAKIP_PREDIKAT;kosong" == gema["SAKIP_PREDIKAT(XFA20:XFD20)"]


def test_argumen_yang_bukan_persen_mendapat_angkanya(gema: dict[str, Any]) -> None:
    assert "SKM_SAMPEL;angka 1200;angka 0.665" == gema["SKM_SAMPEL(1200,A1)"]
    assert "PERSEN_CAPAIAN;teks 66,5%;teks 29%;angka 0.9000500000001;angka 66.5" == gema["PERSEN_CAPAIAN(A1,A2,A4,A3)"]
    assert gema["ANGGARAN_SELISIH(A:A,A1)"].endswith(f"{'|,kosong' * 6};angka 0.665")


def test_alasan_membaca_argumen_seperti_fungsi_yang_disebutnya(gema: dict[str, Any]) -> None:
    assert "KINERJA_ALASAN;teks sakip_predikat;teks 66,5%" == gema['KINERJA_ALASAN("sakip_predikat",A1)']
    assert "KINERJA_ALASAN;teks SKM_SAMPEL;angka 66.5;angka 0.665" == gema['KINERJA_ALASAN("SKM_SAMPEL",A3,A1)']
    assert "teks 66,5%|,teks 29%" in gema['KINERJA_ALASAN("SAKIP_PREDIKAT",A:A)']
    assert "KINERJA_ALASAN;angka 5;angka 0.665" == gema["KINERJA_ALASAN(5,A1)"]


def test_gabungan_rentang_ditolak_dengan_kalimatnya(gema: dict[str, Any]) -> None:
    kalimat = "#VALUE! Rentang harus satu blok sel, bukan gabungan. Pilih satu blok sel."

    assert ("Error 2015", kalimat) == (gema["uji_gabungan()"], gema["uji_alasan_gabungan()"])
    assert "Error 2015" == gema["uji_nama_gabungan()"]
